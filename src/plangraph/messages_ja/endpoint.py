"""What the SPARQL endpoint says."""

MESSAGES = {
    "a query is sent as UTF-8": "問い合わせは UTF-8 で送ってください",
    "a query is sent as {types}": "問い合わせは {types} で送ってください",
    "no format is called {name}": "{name} という形式はありません",
    "only GET and POST ask": "問い合わせは GET か POST で送ってください",
    "the answer comes in none of the formats asked for": "求められた形式では答えられません",
    "the query is longer than {count} bytes": "問い合わせが {count} バイトを超えています",
    "the request has more than one query": "問い合わせが二つ以上あります",
    "the request has no query": "問い合わせがありません",
    "the request has too many parameters": "パラメータが多すぎます",
    "the request is not UTF-8 text": "UTF-8 の文字列ではありません",
    "this endpoint is only read: updates are refused": (
        "このエンドポイントは読み取り専用です。更新は受け付けません"
    ),
    "all {count} workers are busy": "{count} 個の処理係がすべて使用中です",
    "ask for less: fewer patterns, a LIMIT, one graph": (
        "問い合わせを小さくしてください（パターンを減らす、LIMIT を付ける、グラフを一つにする）"
    ),
    "ask them yourself and join the answers": "自分で問い合わせ、答えを結合してください",
    "ask which graphs there are: SELECT DISTINCT ?g …": (
        "SELECT DISTINCT ?g … でグラフの一覧が得られます"
    ),
    "other services are not asked from here (SERVICE)": (
        "ここから他のサービスには問い合わせません（SERVICE）"
    ),
    "the dataset has no graph <{iri}>; nothing is fetched": (
        "データセットにグラフ <{iri}> はありません。外から取得することはありません"
    ),
    "the engine cannot answer this query": "エンジンはこの問い合わせに答えられません",
    "the engine cannot be started": "エンジンを起動できません",
    "the engine ended while it worked on this query": (
        "この問い合わせの処理中にエンジンが終了しました"
    ),
    "the query needs more memory than it may take": (
        "この問い合わせは許された量を超えるメモリを必要とします"
    ),
    "the query was stopped after {seconds:second(s)}": "問い合わせを {seconds:g} 秒で止めました",
    "the server is ending": "サーバーは終了するところです",
    "try again in a moment": "少し待ってからもう一度試してください",
    "write SPARQL 1.1; a query with FROM or SERVICE is read strictly": (
        "SPARQL 1.1 で書いてください。FROM や SERVICE のある問い合わせは厳密に読まれます"
    ),
}
