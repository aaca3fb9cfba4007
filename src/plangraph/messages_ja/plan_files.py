"""Messages in Japanese: plan files."""

# fmt: off
MESSAGES: dict[str, str] = {
    "these are judgements, and no plan file": "判断ファイルであり、計画ファイルではありません",
    "name their folder to `plangraph link --judgements`":
        "`plangraph link --judgements` にそのフォルダーを指定してください",
    "this is no plan file: it holds no keys": "計画ファイルではありません。キーがありません",
    "this is no plan file: it is no YAML": "計画ファイルではありません。YAML ではありません",
    "start from a plan file in data/plans or make one with `plangraph read`":
        "data/plans の計画ファイルを手本にするか、`plangraph read` で作ってください",
    "the file has {size} bytes, more than the {largest} that a plan file may have":
        "ファイルが {size} バイトあり、計画ファイルの上限 {largest} バイトを超えています",
    "is this a plan document? read it with `plangraph read`":
        "計画の文書であれば、`plangraph read` で読み込んでください",
    "the file is not UTF-8 text (byte {byte})":
        "UTF-8 のテキストではありません（{byte} バイト目）",
    "save it as UTF-8, or read a document with `plangraph read`":
        "UTF-8 で保存してください。文書であれば `plangraph read` で読み込んでください",
    "broken YAML: {problem}": "YAML が壊れています: {problem}",
    "look for a missing quote, colon or indentation on or above this line":
        "この行かその上で、引用符、コロン、字下げが抜けていないか確かめてください",
    "is this a text file?": "テキストファイルか確かめてください",
    "YAML anchors and aliases are not used in plan files":
        "計画ファイルでは YAML のアンカーとエイリアスは使えません",
    "write the value out": "値をそのまま書いてください",
    "nested more than {deepest} levels deep": "入れ子が {deepest} 段を超えています",
    "flatten it": "入れ子を浅くしてください",
    "the key `{name}` stands twice": "キー `{name}` が重複しています",
    "remove one of them": "どちらかを消してください",
    "see `plangraph schema` or the reference of plan files":
        "`plangraph schema` か、計画ファイルのリファレンスを見てください",
    "unknown key `{key}`": "`{key}` というキーはありません",
    "the key `{key}` is missing": "キー `{key}` がありません",
    "add it": "書き足してください",
    "`{name}` cannot be {value}": "`{name}` に {value} は使えません",
    "`{name}` must be text, and this is a number": "`{name}` は文字列ですが、数値になっています",
    "put it in quotes": "引用符で囲んでください",
    "`{name}` is no date": "`{name}` が日付ではありません",
    "write it as 2020-11-24": "2020-11-24 のように書いてください",
    "there are no plan files here": "計画ファイルがありません",
    "name plan files or a folder of them": "計画ファイルか、そのフォルダーを指定してください",
}
