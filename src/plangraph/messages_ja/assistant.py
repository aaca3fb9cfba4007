"""Messages in Japanese: what an assistant is told."""

# fmt: off
MESSAGES: dict[str, str] = {
    "install it with `pip install 'plangraph[mcp]'`":
        "`pip install 'plangraph[mcp]'` でインストールしてください",
    "name one to {count} cities": "市を一つから{count}まで指定してください",
    "`plans` lists them": "`plans` で一覧を見られます",
    "there is no table called {name}": "{name} という表はありません",
}
