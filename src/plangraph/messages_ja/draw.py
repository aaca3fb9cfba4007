"""Messages in Japanese: `plangraph draw`."""

# fmt: off
MESSAGES: dict[str, str] = {
    "elements: {marks}, plan versions: {versions} → {output} ({size})":
        "計画の版 {versions}、要素 {marks} を描きました → {output}（{size}）",
    "there is no format called {name}": "{name} という形式はありません",
    "there is no layout called {name}": "{name} という配置はありません",
    "--layout is for pictures that stand still: {form} lays itself out":
        "--layout は動かない絵のためのものです（{form} は自分で配置します）",
    "leave it out, or write another format with --as":
        "指定しないか、--as で別の形式にしてください",
    "there is nothing to draw: no element matches": "当てはまる要素がなく、描くものがありません",
    "ask for less, or see what there is with `plangraph list`":
        "条件を減らすか、`plangraph list` で一覧を見てください",
    "the rows of this question name no element: there is no column id":
        "この問いの結果には id の列がなく、要素を指していません",
    "a parameter is for a question, and none is asked":
        "パラメーターは問いのためのもので、問いが指定されていません",
    "name one with --query": "--query で問いを指定してください",
    "columns: {columns}": "列: {columns}",
    "a PNG needs Chromium or Chrome, and none is installed":
        "PNG にするには Chromium か Chrome が必要ですが、見つかりません",
    "install it, or write --as svg and convert that":
        "インストールするか、--as svg で書き出して変換してください",
    "Chromium took no picture": "Chromium で画像を作れませんでした",
    "write --as svg instead": "--as svg で書き出してください",
}
