"""Messages in Japanese: `plangraph compare` and `plangraph diff`."""

# fmt: off
MESSAGES: dict[str, str] = {
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
}
