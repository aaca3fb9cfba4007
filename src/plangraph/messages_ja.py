"""The messages of plangraph in Japanese, by their English text."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    # files and stores
    "check the path": "パスを確かめてください",
    "check that the folder exists, is writable and has space":
        "フォルダーがあるか、書き込めるか、空きがあるかを確かめてください",
    "check that the folder is writable and has space":
        "フォルダーに書き込めるか、空きがあるかを確かめてください",
    "the file cannot be read: {problem}": "ファイルを読めません: {problem}",
    "the file cannot be written: {problem}": "ファイルに書き込めません: {problem}",
    "there is no file {name}": "ファイル {name} はありません",
    "there is no such file or folder": "ファイルもフォルダーもありません",
    "there is no store here": "ここにはストアがありません",
    "make one with `plangraph build`, or name another with --store":
        "`plangraph build` で作るか、--store で別のストアを指定してください",
    "build it again with `plangraph build`": "`plangraph build` で作り直してください",
    "build it with `plangraph build`": "`plangraph build` で作ってください",
    "the store cannot be opened: {problem}": "ストアを開けません: {problem}",
    "the store cannot be read: {problem}": "ストアを読めません: {problem}",
    "the store cannot be written: {problem}": "ストアに書き込めません: {problem}",
    "check the space and the rights on this disk; the former store is untouched":
        "ディスクの空きと権限を確かめてください。以前のストアはそのままです",
    "the store was made by another version of plangraph ({form}; this one reads {ours})":
        "このストアは別の版の plangraph で作られています（{form}、この版が読むのは {ours}）",
    "the store is in use: another build is writing it":
        "ストアは使用中です。別のビルドが書き込んでいます",
    "wait until it has ended, or name another store with --store":
        "終わるのを待つか、--store で別のストアを指定してください",
    "No store yet: building the plans that come with plangraph …":
        "ストアがまだないため、付属の計画から作っています …",
    "there are no plans in this store": "このストアには計画がありません",
    # plan files
    "this is no plan file: it holds no keys": "計画ファイルではありません。キーがありません",
    "start from a plan file in data/plans or make one with `plangraph read`":
        "data/plans の計画ファイルを手本にするか、`plangraph read` で作ってください",
    "the file has {size} bytes, more than the {largest} that a plan file may have":
        "ファイルが {size} バイトあり、計画ファイルの上限 {largest} バイトを超えています",
    "is this a plan document? read it with `plangraph read`":
        "計画の文書であれば、`plangraph read` で読み込んでください",
    "the file is not UTF-8 text (byte {byte})":
        "UTF-8 のテキストではありません（{byte} バイト目）",
    "save it as UTF-8, or read a document with `plangraph read`":
        "UTF-8 で保存してください。文書であれば `plangraph read` で読み込んでください",
    "broken YAML: {problem}": "YAML が壊れています: {problem}",
    "look for a missing quote, colon or indentation on or above this line":
        "この行かその上で、引用符、コロン、字下げが抜けていないか確かめてください",
    "is this a text file?": "テキストファイルか確かめてください",
    "YAML anchors and aliases are not used in plan files":
        "計画ファイルでは YAML のアンカーとエイリアスは使えません",
    "write the value out": "値をそのまま書いてください",
    "nested more than {deepest} levels deep": "入れ子が {deepest} 段を超えています",
    "flatten it": "入れ子を浅くしてください",
    "the key `{name}` stands twice": "キー `{name}` が重複しています",
    "remove one of them": "どちらかを消してください",
    "see `plangraph schema` or the reference of plan files":
        "`plangraph schema` か、計画ファイルのリファレンスを見てください",
    "unknown key `{key}`": "`{key}` というキーはありません",
    "the key `{key}` is missing": "キー `{key}` がありません",
    "add it": "書き足してください",
    "`{name}` cannot be {value}": "`{name}` に {value} は使えません",
    "`{name}` must be text, and this is a number": "`{name}` は文字列ですが、数値になっています",
    "put it in quotes": "引用符で囲んでください",
    "`{name}` is no date": "`{name}` が日付ではありません",
    "write it as 2020-11-24": "2020-11-24 のように書いてください",
    "there are no plan files here": "計画ファイルがありません",
    "name plan files or a folder of them": "計画ファイルか、そのフォルダーを指定してください",
    # build and check
    "read": "読み込み",
    "check": "検査",
    "link": "関連付け",
    "checked {plans} plan files with rules and shapes: 0 errors, {warnings} warnings":
        "計画ファイル {plans} 件を規則とシェイプで検査しました。"
        "エラー 0 件、警告 {warnings} 件",
    "built {plans} plan versions, {elements} elements, {quads} statements → {store}":
        "計画 {plans} 版、要素 {elements} 件、{quads} 文のストアを作りました → {store}",
    "{errors} errors, {warnings} warnings": "エラー {errors} 件、警告 {warnings} 件",
    "{count} errors in the plan files; nothing was built":
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
    "line {line} is beyond the document's {length} lines":
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
    "correct the line, or give the heading as extracted in `printed`":
        "行番号を直すか、抽出されたままの見出しを `printed` に書いてください",
    # names
    "no question is called {name}": "{name} という問いはありません",
    "no city, plan or version is called {name}": "{name} という市、計画、版はありません",
    "no municipality is called {name}": "{name} という市区町村はありません",
    "more than one municipality is called {name}": "{name} という市区町村は複数あります",
    "name its code: {listed}": "コードで指定してください: {listed}",
    "the check digit of {name} is wrong": "{name} の検査数字が違います",
    "the code of {city} is {code}": "{city}のコードは {code} です",
    "no plan of {name} has been read yet": "{name} の計画はまだ読み込まれていません",
    "no plan of these cities has been read yet": "これらの市の計画はまだ読み込まれていません",
    "read one with `plangraph read`, then `plangraph build`":
        "`plangraph read` で読み込み、`plangraph build` を実行してください",
    "{name} has more than one plan": "{name} には計画が複数あります",
    "name one of them: {plans}": "いずれかを指定してください: {plans}",
    "no policy field is called {name}": "{name} という政策分野はありません",
    "no SDG goal is called {name}": "{name} という SDGs のゴールはありません",
    "goals are 1 to 17, targets such as 11.5":
        "ゴールは 1 から 17、ターゲットは 11.5 のように書きます",
    "no status is called {name}": "{name} という状態はありません",
    "no kind is called {name}": "{name} という種類はありません",
    "no element is called {name}": "{name} という要素はありません",
    "{version} has no element {name}": "{version} に {name} という要素はありません",
    "find its id with `plangraph search`": "`plangraph search` で id を探してください",
    "no department of these cities is called {name}":
        "これらの市に {name} という部署はありません",
    "their documents name no departments": "これらの市の文書には部署が書かれていません",
    "nothing found for “{text}”": "「{text}」に当てはまるものはありません",
    # questions and their parameters
    "the header line of the parameter {name} cannot be read":
        "パラメーター {name} のヘッダー行を読めません",
    "the question {question} has no parameter {name}":
        "問い {question} に {name} というパラメーターはありません",
    "it takes none": "この問いにパラメーターはありません",
    "the question {question} needs the parameter {name}":
        "問い {question} にはパラメーター {name} が必要です",
    "add -p {name}=…  ({type}: {text})": "-p {name}=… を付けてください（{type}: {text}）",
    "parameter {name}: {problem}": "パラメーター {name}: {problem}",
    "the parameter {name} has no line `VALUES ?{name} {{ UNDEF }}`":
        "パラメーター {name} の行 `VALUES ?{name} {{ UNDEF }}` がありません",
    "there is no type of parameter called {kind}":
        "{kind} というパラメーターの型はありません",
    "“{text}” is no parameter": "「{text}」はパラメーターの形になっていません",
    "write -p name=value": "-p 名前=値 と書いてください",
    "{text} is no date and no fiscal year": "{text} は日付でも年度でもありません",
    "write 2026-04-01, 2026 or 令和8年度": "2026-04-01、2026、令和8年度 のように書いてください",
    "{text} is no whole number": "{text} は整数ではありません",
    "write digits": "数字で書いてください",
    # queries and endpoints
    "the query is nested too deeply": "問い合わせの入れ子が深すぎます",
    "no more than {count} brackets in each other": "括弧の入れ子は {count} 段までにしてください",
    "the query cannot be answered: {problem}": "問い合わせに答えられません: {problem}",
    "check what it asks of other services; if the store is damaged, build it again":
        "ほかのサービスへの問い合わせを確かめてください。ストアが壊れているときは作り直してください",
    "this is no address": "アドレスではありません",
    "write http://host:port/path": "http://ホスト:ポート/パス のように書いてください",
    "the endpoint's answer cannot be read: {problem}":
        "エンドポイントの答えを読めません: {problem}",
    "write its name, its roman name or its code, such as 小平市, kodaira or 13211":
        "名前、ローマ字、コードのどれかで書いてください（例: 小平市、kodaira、13211）",
    "an endpoint cannot be built into": "エンドポイントには書き込めません",
    "name a folder with --store; to fill an endpoint, load what is exported":
        "--store でフォルダーを指定してください。エンドポイントには export の結果を読み込ませます",
    "PLANGRAPH_BASE is no address: {problem}":
        "PLANGRAPH_BASE がアドレスではありません: {problem}",
    "write one such as {base}": "{base} のように書いてください",
    "standard input is closed": "標準入力が閉じています",
    "standard input is not UTF-8 text (byte {byte})":
        "標準入力が UTF-8 のテキストではありません（{byte} バイト目）",
    "pipe SPARQL into it, or name a file": "SPARQL をパイプで渡すか、ファイルを指定してください",
    "the output cannot be written: {problem}": "出力できません: {problem}",
    "a plan or city is no element": "計画や市は要素ではありません",
    "name an element of it: {examples} …; `plangraph search WORD` finds elements":
        "その要素を指定してください: {examples} …。要素は `plangraph search 言葉` で探せます",
    "the query is not valid SPARQL: {problem}": "SPARQL の文法に誤りがあります: {problem}",
    "see the SPARQL of a named question with `plangraph query NAME --show`":
        "`plangraph query 問いの名前 --show` で SPARQL の例を見られます",
    "this query makes triples, not rows": "この問い合わせの結果は表ではなくトリプルです",
    "ask for Turtle with --format turtle, or use run()":
        "--format turtle で Turtle にするか、run() を使ってください",
    "this query's results cannot be written as {form}": "この結果は {form} では書き出せません",
    "sparql-json and sparql-xml are for SELECT and ASK, turtle and nt for CONSTRUCT":
        "sparql-json と sparql-xml は SELECT と ASK に、turtle と nt は CONSTRUCT に使います",
    "a remote endpoint cannot be exported here": "リモートのエンドポイントは書き出せません",
    "ask its operator for a dump, or query it":
        "運営者にダンプを求めるか、問い合わせを使ってください",
    "a remote endpoint gives no rdflib Dataset":
        "リモートのエンドポイントからは rdflib の Dataset を作れません",
    "export it, or use query()": "書き出すか、query() を使ってください",
    "the endpoint refused the query: {problem}":
        "エンドポイントが問い合わせを拒みました: {problem}",
    "the endpoint does not answer: {problem}": "エンドポイントが応答しません: {problem}",
    "check the address; it must be that of the SPARQL service itself":
        "アドレスを確かめてください。SPARQL サービスそのもののアドレスが必要です",
    # show
    "what": "種類",
    "of": "計画",
    "subtitle": "副題",
    "keywords": "分野",
    "summary": "要約",
    "department": "所管",
    "revised": "策定年度",
    "period": "期間",
    "under": "上位",
    "children": "下位",
    "links": "関連",
    "evidence": "根拠",
    # draw
    "{marks} elements of {versions} plans → {output} ({size} kB)":
        "計画 {versions} 件の要素 {marks} 件を描きました → {output}（{size} kB）",
    "there is no format called {name}": "{name} という形式はありません",
    "there is no layout called {name}": "{name} という配置はありません",
    "there is nothing to draw: no element matches": "当てはまる要素がなく、描くものがありません",
    "ask for less, or see what there is with `plangraph list`":
        "条件を減らすか、`plangraph list` で一覧を見てください",
    "the rows of this question name no element: there is no column id":
        "この問いの結果には id の列がなく、要素を指していません",
    "columns: {columns}": "列: {columns}",
    "a PNG needs Chromium or Chrome, and none is installed":
        "PNG にするには Chromium か Chrome が必要ですが、見つかりません",
    "install it, or write --as svg and convert that":
        "インストールするか、--as svg で書き出して変換してください",
    "Chromium took no picture": "Chromium で画像を作れませんでした",
    "write --as svg instead": "--as svg で書き出してください",
    # links and judgements
    "there are no judgement files here": "判断ファイルがありません",
    "name a folder of .yaml files": ".yaml ファイルのあるフォルダーを指定してください",
    "the judgements have no list “{key}” in the form that is expected":
        "判断ファイルに、決まった形のリスト「{key}」がありません",
    "there is no grade {grade}": "{grade} という段階はありません",
    "grades are 0 to 3": "段階は 0 から 3 です",
    "{city}not in the store: titles alone are used": "{city}ストアにないため、題名だけを使います",
    "{city}gone or renamed, left out: {name}":
        "{city}なくなったか題名が変わったため、除きました: {name}",
    "none": "なし",
    "see docs/how-to/link.md for the form": "形は docs/how-to/link.md を見てください",
    "the file is not UTF-8": "ファイルが UTF-8 ではありません",
    "save it as UTF-8": "UTF-8 で保存してください",
    "mend the file": "ファイルを直してください",
    "{place}: {plan} has no element {element} any more; the judgement is kept, not used":
        "{place}: {plan} に要素 {element} はもうありません。判断は残しますが、使いません",
    "counterparts are between two plans, and here are: {plans}":
        "対応は二つの計画の間で定めます。ここにあるのは: {plans}",
    "write plans: [koganei-5th, kiyose-5th]":
        "plans: [koganei-5th, kiyose-5th] のように書いてください",
    "goal {goal} is both primary and secondary": "ゴール {goal} が主と従の両方にあります",
    "keep it in one of the two": "どちらか一方だけに残してください",
    "there is no decision called {decision}": "{decision} という判断はありません",
    "{element} is judged twice": "{element} が二度判断されています",
    "it is judged at {place} too; keep one of them":
        "{place} でも判断されています。どちらか一方だけに残してください",
    "{one} and {other} are both rejected and accepted":
        "{one} と {other} の対応が、採用と不採用の両方になっています",
    "they are decided at {place} too; keep one":
        "{place} でも判断されています。どちらか一方だけに残してください",
    "here should be keys and values": "ここにはキーと値が必要です",
    "compare with the files in data/judgements":
        "data/judgements のファイルと見比べてください",
    "{key} is missing": "{key} がありません",
    "write {key}: …": "{key}: … と書いてください",
    "{key} should be a list": "{key} はリストにしてください",
    "begin items with -": "項目を - で始めてください",
    "say why, as {form}": "理由を {form} の形で書いてください",
    "there is no kind of judgements called {kind}": "{kind} という種類の判断はありません",
    "write kind: sdgs or kind: counterparts":
        "kind: sdgs か kind: counterparts と書いてください",
    "goals are 1 to 17": "ゴールは 1 から 17 です",
    # compare
    "a city is named twice": "同じ市が二度指定されています",
    "name different cities": "別々の市を指定してください",
    "{one} and {other} are the same version: {version}":
        "{one} と {other} は同じ版です: {version}",
    "name different cities; two versions of a plan are compared by `plangraph diff`,"
    " one city alone by naming it once":
        "別々の市を指定してください。同じ計画の二つの版は `plangraph diff` で比べ、"
        "一つの市だけを見るときは一度だけ指定します",
    # diff
    "both are the same version: {version}": "二つとも同じ版です: {version}",
    "name two versions; `plangraph list` shows them":
        "二つの版を指定してください。`plangraph list` で一覧を見られます",
    # the demonstration
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
    "field": "分野",
    "counterpart": "対応",
    "… and {count} more warnings: see `plangraph check`":
        "… ほかに警告が{count}件あります。`plangraph check` で見られます。",
}  # fmt: skip
