"""Messages in Japanese: `plangraph push` and the stores that it fills."""

# fmt: off
MESSAGES: dict[str, str] = {
    "push": "送信",
    "Password": "パスワード",
    "graphs: {added} added, {changed} changed, {removed} removed, {same} as before":
        "グラフ: 追加 {added}、変更 {changed}、削除 {removed}、そのまま {same}",
    "the endpoint refused: {status} {reason}": "エンドポイントが拒みました: {status} {reason}",
    "check the address; what was pushed so far stays, push again":
        "アドレスを確かめてください。送った分は残るので、もう一度送ってください",
    "name a user with --user; the password is asked, or read from {variable}":
        "--user で利用者を指定してください。パスワードは尋ねるか、{variable} から読みます",
    "this user may not write there": "この利用者はそこに書き込めません",
    "this address takes no such request: a Graph Store address is wanted,"
    " or with --update one for SPARQL Update":
        "このアドレスはその要求を受けません。Graph Store のアドレスか、"
        "--update を付けて SPARQL Update のアドレスを指定してください",
    "a graph is larger than the server takes; raise its limit, or use --update":
        "グラフがサーバーの上限より大きいです。上限を上げるか、--update で送ってください",
    "see the log of the server; what was pushed so far stays":
        "サーバーのログを見てください。送った分は残ります",
    "there is no Graph Store at this address": "このアドレスに Graph Store はありません",
    "it often ends in /store, /data or /sparql-graph-crud-auth":
        "多くは /store、/data、/sparql-graph-crud-auth で終わります",
    "--update needs --query: the address where the same store answers queries":
        "--update には --query が要ります: 同じストアが問い合わせに答えるアドレス",
    "often {address}, sometimes the same one": "多くは {address}、同じアドレスのこともあります",
    "--query goes with --update": "--query は --update と一緒に使います",
    "the Graph Store Protocol reads and writes at one address":
        "Graph Store Protocol は一つのアドレスで読み書きします",
    "there is no SPARQL service at this address": "このアドレスに SPARQL サービスはありません",
}
