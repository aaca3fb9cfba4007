"""Messages in Japanese: the demonstration."""

# fmt: off
MESSAGES: dict[str, str] = {
    "Open {picture} and {table} in a browser. Then try:\n"
    "  {run} check\n"
    "  {run} query\n"
    "  {run} search 防災\n"
    "  {run} show kodaira-4th@submitted/policy-1\n"
    "  {run} diff kodaira-4th@draft kodaira-4th@submitted":
        "{picture} と {table} をブラウザーで開いてください。次に試せること:\n"
        "  {run} check\n"
        "  {run} query\n"
        "  {run} search 防災\n"
        "  {run} show kodaira-4th@submitted/policy-1\n"
        "  {run} diff kodaira-4th@draft kodaira-4th@submitted",
    "did you mean {names}?": "{names} のことですか。",
    " or ": "、",
    "known: {names}": "知られているもの：{names}",
    "known: {names} and {count} more": "知られているもの：{names} ほか {count} 件",
    "field": "分野",
    "counterpart": "対応",
    "… and {count:more warning(s)}: see `plangraph check`":
        "… ほかに警告が{count}件あります。`plangraph check` で見られます。",
}
