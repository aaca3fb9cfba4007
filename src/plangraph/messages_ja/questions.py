"""Messages in Japanese: questions, their parameters, queries and endpoints."""

# fmt: off
MESSAGES: dict[str, str] = {
    # questions and their parameters
    "the header line of the parameter {name} cannot be read":
        "パラメーター {name} のヘッダー行を読めません",
    "write `# parameter NAME: TYPE [required|= DEFAULT] — 日本語 / English`":
        "`# parameter 名前: 型 [required|= 既定値] — 日本語 / English` と書いてください",
    "A parameter of a question is written -p {name}=…":
        "問いのパラメーターは -p {name}=… と書きます。",
    "no row answers this": "当てはまるものはありません",
    "DESCRIBE looks into no named graph, where everything stands: write"
    " CONSTRUCT {{ {iri} ?p ?o }} {{ GRAPH ?g {{ {iri} ?p ?o }} }}":
        "すべては名前付きグラフの中にあり、DESCRIBE はそこを見ません。"
        "CONSTRUCT {{ {iri} ?p ?o }} {{ GRAPH ?g {{ {iri} ?p ?o }} }} と書いてください",
    "everything stands in a named graph: put patterns inside GRAPH ?g { … }":
        "すべては名前付きグラフの中にあります。GRAPH ?g { … } の中に書いてください",
    "no plan of {city} is in the store": "{city} の計画はストアにありません",
    "add the line where the variable is used": "変数を使う所にその行を書いてください",
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
    "the parameter {name} is given twice": "パラメーター {name} が二度指定されています",
    "a parameter takes one value": "パラメーターの値は一つです",
    "“{text}” is no parameter": "「{text}」はパラメーターの形になっていません",
    "write -p name=value": "-p 名前=値 と書いてください",
    "{text} is no date and no fiscal year": "{text} は日付でも年度でもありません",
    "write 2026-04-01, 2026 or 令和8年度": "2026-04-01、2026、令和8年度 のように書いてください",
    "{text} is no whole number": "{text} は整数ではありません",
    "write digits": "数字で書いてください",
    "there is no word to look for": "探す語がありません",
    "name one or more, such as 防災": "防災 のような語を一つ以上書いてください",
    "there are more; --limit says how many are shown":
        "まだあります。示す数は --limit で指定します",
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
}
