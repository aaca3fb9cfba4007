"""Messages in Japanese: what is wrong in SPARQL and YAML."""

# fmt: off
MESSAGES: dict[str, str] = {
    "(the parser says: {said})": "（解析器の言葉: {said}）",
    "line {line}, column {column}": "{line}行{column}列",
    "the query is not valid SPARQL": "SPARQL の文法に誤りがあります",
    "there is no query": "問い合わせの文がありません",
    "there is no query behind the prefixes": "PREFIX のあとに問い合わせの文がありません",
    "the text that begins with {quote} does not end": "{quote} で始まる文字列が閉じていません",
    "write {quote} behind it, on the same line":
        "同じ行の文字列の終わりに {quote} を書いてください",
    "{iri} is no whole address": "{iri} は完全なアドレスではありません",
    "begin it with http:// or https://, or use a prefix":
        "http:// か https:// で始めるか、接頭辞を使ってください",
    "SELECT names a variable that is neither counted nor grouped by":
        "集計もグループ化もしていない変数が SELECT にあります",
    "write it behind GROUP BY, or put it into COUNT( ), SAMPLE( ) and the like":
        "GROUP BY に書くか、COUNT( ) や SAMPLE( ) などに入れてください",
    "“{char}” is a character of full width": "「{char}」は全角の文字です",
    "{char} is no quotation mark of SPARQL": "{char} は SPARQL の引用符ではありません",
    "write {plain} in half width": "半角の {plain} にしてください",
    "a space": "空白",
    "a prefix has no address": "接頭辞にアドレスがありません",
    "write PREFIX {name}: <…>": "PREFIX {name}: <…> と書いてください",
    "behind the prefix {name} a : is missing": "接頭辞 {name} のあとに : がありません",
    "the prefix {name}: is not declared": "接頭辞 {name}: が宣言されていません",
    "the prefixes {names} are not declared": "接頭辞 {names} が宣言されていません",
    "write before the query: {line}": "問い合わせの前に次の行を書いてください: {line}",
    "{word} would change data, and this only asks":
        "{word} はデータを変える文です。ここでは問い合わせだけができます",
    "write SELECT, ASK, CONSTRUCT or DESCRIBE; data is changed in plan files":
        "SELECT・ASK・CONSTRUCT・DESCRIBE を使ってください。データは計画ファイルで変えます",
    "a query begins with {forms}, not with {word}":
        "問い合わせは {forms} のどれかで始まります（{word} ではありません）",
    "a comma stands between variables": "変数の間にコンマがあります",
    "part them with spaces: SELECT ?a ?b": "空白で区切ってください: SELECT ?a ?b",
    "{word} is no word of SPARQL": "{word} は SPARQL の言葉ではありません",
    "a variable begins with ?: ?{name}": "変数は ? で始めます: ?{name}",
    "there is a {bracket} too many": "{bracket} が余分です",
    "take it out, or open it before": "取り除くか、前に対の括弧を書いてください",
    "the {bracket} of line {line}, column {column} is not closed":
        "{line}行{column}列の {bracket} が閉じていません",
    "write {bracket} here, or before": "ここか、その前に {bracket} を書いてください",
    "it ends too early": "途中で終わっています",
    "from {token} on it cannot be read": "{token} から先が読めません",
    "is a {sign} missing before it?": "その前に {sign} が抜けていませんか",
    "the parser cannot read it": "解析できません",
    "the parser cannot read this line": "この行を解析できません",
    "the text that begins here with a quotation mark does not end":
        "ここの引用符で始まる文字列が閉じていません",
    "close it with the same quotation mark": "同じ引用符で閉じてください",
    "the bracket that opens here is not closed, or a comma is missing":
        "ここで開いた括弧が閉じていないか、コンマが抜けています",
    "close the bracket, and part its items with commas":
        "括弧を閉じ、項目をコンマで区切ってください",
    "a text that begins with * or & means something else in YAML":
        "* や & で始まる値は、YAML では別の意味になります",
    "put the text in quotation marks": "値を引用符で囲んでください",
    "a text with a colon stands without quotation marks":
        "コロンを含む値が引用符で囲まれていません",
    "a text may not begin with {char}": "値を {char} で始めることはできません",
    "a colon is missing behind a key": "キーのあとにコロンがありません",
    "write key: value": "「キー: 値」の形で書いてください（コロンのあとに空白）",
    "behind a text in quotation marks stands something else":
        "引用符で囲んだ値のあとに余分なものがあります",
    "put the whole text in one pair of quotation marks":
        "値の全体を一組の引用符で囲んでください",
    "this line is indented otherwise than those beside it":
        "この行の字下げが、並ぶ行とそろっていません",
    "keys of one element begin in the same column, and so do the - of one list":
        "一つの要素のキーは同じ桁で、一つのリストの - も同じ桁で始めます",
    "a tab stands in the indentation": "字下げにタブがあります",
    "indent with spaces; YAML allows no tabs":
        "空白で字下げしてください。YAML ではタブを使えません",
    "a space of full width stands in the indentation": "字下げに全角の空白があります",
    "indent with spaces of half width": "半角の空白で字下げしてください",
    "the colon behind a key is of full width": "キーのあとのコロンが全角です",
    "write : in half width, and a space behind it": "半角の : と、そのあとに空白を書いてください",
    "behind the colon of a key a space is missing": "キーのコロンのあとに空白がありません",
}
