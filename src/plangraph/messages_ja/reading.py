"""Messages in Japanese: `plangraph read`."""

# fmt: off
MESSAGES: dict[str, str] = {
    "reading it took longer than {seconds} seconds": "読み込みに {seconds} 秒より長くかかりました",
    "split it, or allow more with --limit": "分割するか、--limit で時間を延ばしてください",
    "{failed} of {all} documents could not be read:":
        "{all} 件のうち {failed} 件を読めませんでした:",
    "{document}: read before, kept {target}": "{document}: 読み込み済み。{target} はそのままです",
    "no element": "要素なし",
    "{count} lines belong to no element (see `unplaced`)":
        "{count} 行はどの要素にも属しません（`unplaced` を見てください）",
    "and {count} more doubts in the plan file": "ほかに疑問が {count} 件、計画ファイルにあります",
}
