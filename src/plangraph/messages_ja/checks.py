"""Messages in Japanese: building and checking: the main job, its rules, the documents."""

# fmt: off
MESSAGES: dict[str, str] = {
    # build and check
    "read": "読み込み",
    "check": "検査",
    "link": "関連付け",
    "checked {plans:plan file(s)} with rules and shapes: 0 errors, {warnings:warning(s)}":
        "計画ファイル {plans} 件を規則とシェイプで検査しました。"
        "エラー 0 件、警告 {warnings} 件",
    "built {plans:plan version(s)}, {elements:element(s)}, {quads:statement(s)} → {store}":
        "計画 {plans:,} 版、要素 {elements:,} 件、{quads:,} 文のストアを作りました → {store}",
    "no longer in the store: {count:plan version(s)} ({names})":
        "ストアからなくなった計画の版 {count} 件（{names}）",
    "to keep them, name their plan files as well (--bundled: those of plangraph)":
        "残すには、その計画ファイルも指定してください（plangraph に付属するものは --bundled）",
    "{errors:error(s)}, {warnings:warning(s)}": "エラー {errors} 件、警告 {warnings} 件",
    "… and {count:more warning(s)} of this kind: {rule}":
        "… ほかに同じ種類の警告 {count} 件: {rule}",
    "see all of them with --all, or in a file with -o":
        "--all か、-o で書き出すファイルに、すべてがあります",
    "{count:error(s)} in the plan files; nothing was built":
        "計画ファイルにエラーが {count} 件あるため、何も作りませんでした",
    "mend them, then build again; the former store is untouched":
        "直してからもう一度ビルドしてください。以前のストアはそのままです",
    # rules
    "no municipality is named": "市区町村が書かれていません",
    "add `municipality:` with its code": "`municipality:` に市区町村コードを書いてください",
    'write "{code}" ({name})': '"{code}"（{name}）と書いてください',
    "`municipality` must be the five-digit code":
        "`municipality` には5桁の市区町村コードを書きます",
    "the id `{id}` is used twice": "id `{id}` が重複しています",
    "give one of them another id": "どちらかの id を変えてください",
    "the code {code} is already that of {other}": "コード {code} はすでに {other} のものです",
    "correct one of the two, or leave out a code that the document does not print":
        "どちらかを直してください。文書に印字されていないコードは書かないでください",
    "there is no element `{id}` to be the parent": "親とされた要素 `{id}` がありません",
    "the element is its own ancestor: {chain}": "要素が自分自身の祖先になっています: {chain}",
    "correct `parent` of one of them": "いずれかの `parent` を直してください",
    "there is no element `{id}` that the opinion could be on":
        "意見の対象とされた要素 `{id}` がありません",
    "there is no part `{id}`": "編 `{id}` がありません",
    "list it under `parts:`": "`parts:` に書き足してください",
    "the period ends before it starts: {period}": "計画期間の終わりが始まりより前です: {period}",
    "compare it with the document": "文書と照らし合わせてください",
    "compare them with the document": "文書と照らし合わせてください",
    "{version} is already in {file}": "{version} はすでに {file} にあります",
    "give one of them another `version`, or leave one file out":
        "どちらかの `version` を変えるか、一方のファイルを外してください",
    "the version {version} is not among the plan files":
        "{version} という版が計画ファイルの中にありません",
    "line {line} is beyond the document's {length:line(s)}":
        "{line} 行目は文書の行数 {length} を超えています",
    "correct the line, or `lines` of the document": "行番号か、文書の `lines` を直してください",
    "there is no title": "題名がありません",
    "add the official title, or `undecided: true` where the document leaves it open":
        "正式な題名を書くか、文書で未定であれば `undecided: true` と書いてください",
    "this is no sha256: {value}": "sha256 ではありません: {value}",
    "copy the first word that `sha256sum FILE` prints":
        "`sha256sum FILE` が最初に表示する語を写してください",
    "the name `{name}` holds more than letters, digits and . _ ~ -":
        "名前 `{name}` に、文字、数字、. _ ~ - 以外が含まれています",
    "use a short name such as kodaira-4th": "kodaira-4th のような短い名前にしてください",
    "the target's year lies before the baseline's": "目標値の年度が現状値の年度より前です",
    "look at the document, correct the entry, and remove the doubt":
        "文書を見て項目を直し、`doubts` から消してください",
    # documents
    "the document {file} is not in {folder}": "文書 {file} が {folder} にありません",
    "name the folder that holds it with --documents":
        "文書のあるフォルダーを --documents で指定してください",
    "the document is not the one that was read: its sha256 differs":
        "読み込んだときの文書と違います。sha256 が一致しません",
    "read the new document, or find the former one":
        "新しい文書を読み込むか、元の文書を探してください",
    "“{text}” does not stand at line {line}": "「{text}」は {line} 行目にありません",
    "there is no text at line {line}": "{line} 行目には文字がありません",
    "correct the line": "行を直してください",
    "correct the line, or give the heading as extracted in `printed`":
        "行番号を直すか、抽出されたままの見出しを `printed` に書いてください",
}
