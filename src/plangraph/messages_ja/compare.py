"""Messages in Japanese: `plangraph compare` and `plangraph diff`."""

# fmt: off
MESSAGES: dict[str, str] = {
    "{versions} has no elements": "{versions} には要素がありません",
    # compare
    "a city is named twice": "同じ市が二度指定されています",
    "name different cities": "別々の市を指定してください",
    "{one} and {other} are the same version: {version}":
        "{one} と {other} は同じ版です: {version}",
    "name different cities; two versions of a plan are compared by `plangraph diff`,"
    " one city alone by naming it once":
        "別々の市を指定してください。同じ計画の二つの版は `plangraph diff` で比べ、"
        "一つの市だけを見るときは一度だけ指定します",
    "one city alone is compared with nothing: name another one beside it":
        "一つの市だけでは比べる相手がありません。ほかの市も指定してください",
    "of these cities only one has been read: there is nothing to compare it with":
        "この中で読んだ計画があるのは一市だけなので、比べる相手がありません",
    "no counterparts between these versions are known: those of one plan have none"
    " (`plangraph diff` tells what changed), and of more than twelve plans at once only"
    " the nearest of all are kept":
        "これらの版の間の対応関係は分かりません。"
        "一つの計画の版どうしにはなく（違いは `plangraph diff` で）、"
        "一度に十二を超える計画を比べるときは全計画から最も近いものだけがあります",
    "nothing in these plans belongs in the table {name}":
        "これらの計画には表 {name} に載るものがありません",
    "--table is for {forms}; {form} holds all of them":
        "--table は {forms} のためのものです（{form} にはすべての表が入ります）",
    # diff
    "both are the same version: {version}": "二つとも同じ版です: {version}",
    "name two versions; `plangraph list` shows them":
        "二つの版を指定してください。`plangraph list` で一覧を見られます",
}
