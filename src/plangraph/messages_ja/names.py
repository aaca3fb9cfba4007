"""Messages in Japanese: names of things."""

# fmt: off
MESSAGES: dict[str, str] = {
    "the input is nested too deeply": "入力の入れ子が深すぎます",
    "no question is called {name}": "{name} という問いはありません",
    "no city, plan or version is called {name}": "{name} という市、計画、版はありません",
    "no municipality is called {name}": "{name} という市区町村はありません",
    "more than one municipality is called {name}": "{name} という市区町村は複数あります",
    "name its code: {listed}": "コードで指定してください: {listed}",
    "the check digit of {name} is wrong": "{name} の検査数字が違います",
    "the code of {city} is {code}": "{city}のコードは {code} です",
    "no plan of {name} has been read yet": "{name} の計画はまだ読み込まれていません",
    "no plan of these cities has been read yet": "これらの市の計画はまだ読み込まれていません",
    "read one with `plangraph read`, then `plangraph build`":
        "`plangraph read` で読み込み、`plangraph build` を実行してください",
    "{name} has more than one plan": "{name} には計画が複数あります",
    "name one of them: {plans}": "いずれかを指定してください: {plans}",
    "no policy field is called {name}": "{name} という政策分野はありません",
    "no SDG goal is called {name}": "{name} という SDGs のゴールはありません",
    "goals are 1 to 17, targets such as 11.5":
        "ゴールは 1 から 17、ターゲットは 11.5 のように書きます",
    "no status is called {name}": "{name} という状態はありません",
    "no kind is called {name}": "{name} という種類はありません",
    "no element is called {name}": "{name} という要素はありません",
    "an element is named PLAN/ID or PLAN/CODE; `plangraph search {word}` finds it":
        "要素は「計画/ID」か「計画/コード」で指定します。`plangraph search {word}` で探せます",
    "{count} elements have the code {name}": "コード {name} の要素が {count} 件あります",
    "{version} has no element {name}": "{version} に {name} という要素はありません",
    "find its id with `plangraph search`": "`plangraph search` で id を探してください",
    "no department of these cities is called {name}":
        "これらの市に {name} という部署はありません",
    "their documents name no departments": "これらの市の文書には部署が書かれていません",
    "nothing found for “{text}”": "「{text}」に当てはまるものはありません",
}
