"""Messages in Japanese: links and judgements."""

# fmt: off
MESSAGES: dict[str, str] = {
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
    "{file}: no plan here is called {plan} (`plangraph list` shows which there are);"
    " the judgements on it are kept, not used":
        "{file}: {plan} という計画はここにありません（`plangraph list` で一覧できます）。"
        "この計画についての判断は残しますが、使いません",
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
    "{key} is not in two languages": "{key} が二つの言語で書かれていません",
    "write {key}: …": "{key}: … と書いてください",
    "{key} should be a list": "{key} はリストにしてください",
    "begin items with -": "項目を - で始めてください",
    "say why, as {form}": "理由を {form} の形で書いてください",
    "there is no kind of judgements called {kind}": "{kind} という種類の判断はありません",
    "write kind: sdgs or kind: counterparts":
        "kind: sdgs か kind: counterparts と書いてください",
    "goals are 1 to 17": "ゴールは 1 から 17 です",
}
