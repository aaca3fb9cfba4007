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
        "ストアのフォルダを指定してください。公開する内容はそこから読みます",
    "--public needs --base: the address of the site as its users see it":
        "--public には --base（利用者から見たサイトの住所）が必要です",
    "serving {store} at {address} (Ctrl-C ends it)":
        "{store} を {address} で公開しています（Ctrl-C で終了）",
    "ended": "終了しました",
}
