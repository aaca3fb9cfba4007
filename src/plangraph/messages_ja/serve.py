"""Messages in Japanese: `plangraph serve`."""

# fmt: off
MESSAGES: dict[str, str] = {
    "port {port} is in use: something else is served there":
        "ポート {port} は使用中です（ほかのものが動いています）",
    "name another with --port, or 0 for any that is free":
        "--port で別の番号を指定してください（0 なら空いている番号を使います）",
    "nothing can be served at this address: {problem}": "このアドレスでは公開できません: {problem}",
    "ports below 1024 need rights; an address must be one of this machine":
        "1024 より小さいポートには権限が要ります。アドレスはこの機械のものを指定してください",
    "this needs what is not installed: {name}": "必要なものが入っていません: {name}",
    "install it with `pip install 'plangraph[serve]'`":
        "`pip install 'plangraph[serve]'` で入れてください",
    "a remote endpoint cannot be served": "ほかのエンドポイントを公開することはできません",
    "name the folder of a store; what is served is read there":
        "ストアのフォルダーを指定してください。公開する内容はそこから読みます",
    "--public needs --base: the address of the site as its users see it":
        "--public には --base（利用者から見たサイトの住所）が必要です",
    "this is no address of a proxy": "プロキシーのアドレスではありません",
    "write IP addresses or networks with commas, such as {example}, or *":
        "IP アドレスかネットワークをコンマで区切って書いてください（例: {example}）。* はすべて",
    "serving {store} at {address} (Ctrl-C ends it)":
        "{store} を {address} で公開しています（Ctrl-C で終了）",
    "ended": "終了しました",
    # pages
    "nothing is known of {name}": "{name} について知られていることはありません",
    "there is no such prefecture": "その都道府県はありません",
    "two versions of a plan are needed": "計画の二つの版を指定してください",
    "choose them on the page of a plan": "計画のページで選んでください",
    "these are too many cities to put side by side": "並べる市が多すぎます",
    "no more than {count} at once": "一度に {count} 市までです",
    "these are too many plans for one picture": "一つの図には計画が多すぎます",
    "no more than {count}; name some with of=…": "{count} までです。of=… で指定してください",
    "these are too many words to look for": "探す語が長すぎます",
    "no more than {count} characters": "{count} 字までにしてください",
    "the answer is too long": "答えが長すぎます",
    "ask for less: one city, one plan": "市や計画を一つに絞ってください",
    # what --help says
    "Serve the graph: web pages and a SPARQL endpoint.": (
        "グラフを公開する: ウェブページと SPARQL エンドポイント。"
    ),
    "Listen at this address of this machine.": "この機械のこのアドレスで待ち受ける。",
    "Listen at this port; 0 picks a free one.": (
        "このポートで待ち受ける。0 なら空いている番号を使う。"
    ),
    "Behind a proxy: its headers count, an access log, no browser.": (
        "プロキシの背後で公開する: そのヘッダーを信じ、アクセスを記録し、ブラウザーは開かない。"
    ),
    "The address of the site as its users see it; --public needs it.": (
        "利用者から見たサイトの住所。--public には必要。"
    ),
    "Processes that answer (default: 1; with --public up to 4).": (
        "応答するプロセスの数（既定: 1。--public では 4 まで）。"
    ),
    "Proxies whose X-Forwarded headers are believed.": (
        "X-Forwarded ヘッダーを信じるプロキシ。"
    ),
    "Stop an answer after so long.": "答えをこの秒数で打ち切る。",
    "Stop a user's query after so long.": "利用者の問い合わせをこの秒数で止める。",
    "Cut the result of a user's query after so many rows.": (
        "利用者の問い合わせの結果をこの行数で切る。"
    ),
    "Open a browser, or do not.": "ブラウザーを開く、または開かない。",
}
