"""Sentences and names that body text adds to a plan's titles."""

from __future__ import annotations

from random import Random

from layouts.content import Content
from plangraph.simulate.grammar import Subject, subjects

_AIMS = (
    "{noun}の充実を図るため、関係機関と連携しながら取組を進めます。",
    "{noun}に関する相談体制を強化し、利用しやすい環境を整えます。",
    "地域の実情に応じた{noun}を推進するとともに、{other}の活用に努めます。",
    "広報紙やホームページなどを通じて、{noun}に関する情報を分かりやすく発信します。",
    "市民や事業者との協働により、{noun}の取組を広げます。",
    "老朽化した施設の計画的な更新を進め、{noun}の水準を維持します。",
    "{noun}の担い手となる人材を育成し、活動を支援します。",
    "デジタル技術を活用し、{noun}の効率化と利便性の向上を図ります。",
)
_SHORT_AIMS = (
    "{noun}に関する啓発を行います。",
    "{noun}の支援に努めます。",
    "{noun}の充実を図ります。",
    "{noun}の仕組みを整えます。",
    "{noun}を計画的に進めます。",
)
_IDEALS = (
    "{noun}が充実し、誰もが安心して暮らしています。",
    "市民が主体的に{noun}に関わり、地域に活気が生まれています。",
    "{noun}に対する理解が深まり、互いに支え合うまちになっています。",
    "必要な人に{noun}が行き届き、住み続けたいと思う人が増えています。",
)
_ISSUES = (
    "{noun}の担い手不足",
    "{noun}に対する市民の関心の低下",
    "施設の老朽化と維持管理費の増加",
    "{noun}を支える財源の確保",
    "ニーズの多様化への対応",
)
_ROLES = (
    "{noun}に関心を持ち、できることから取り組みましょう。",
    "地域の行事に積極的に参加します。",
    "市が行う{noun}に協力します。",
    "家庭で{noun}について話し合います。",
)
#: Visions in the words of real kinds: two halves that a line may part.
_VISIONS = (
    ("ひと・自然・文化が響き合う", "やすらぎのまち"),
    ("みんなでつくる", "笑顔あふれるまち"),
    ("住みたい 住み続けたい", "夢と希望のまち"),
    ("豊かな自然と暮らしが調和する", "健康創造都市"),
    ("ともに生き ともに育つ", "未来へつなぐ交流のまち"),
    ("人が輝き", "地域がつながる協働のまち"),
    ("海と山に抱かれた", "にぎわいの郷土"),
    ("誰もが主役", "心ふれあう元気なまち"),
    ("水清く 人あたたかく", "いつまでも暮らしたいふるさと"),
    ("しあわせ実感都市", "みらいへ"),
)
#: Titles of goals in two halves, as large letters part them.
_LONG_GOALS = (
    ("子どもから高齢者まで誰もが健やかに", "いきいきと暮らせるまちづくり"),
    ("豊かな自然を守り育て、", "環境と共生する美しいまち"),
    ("未来を担う人を育て、", "生涯にわたり学び合うまち"),
    ("地域の魅力と産業を生かした", "活力とにぎわいあふれるまちづくり"),
    ("災害や犯罪に強く、", "安全で安心して暮らせるまち"),
    ("市民と行政がともに考え、", "ともに行動する協働のまち"),
    ("快適で利便性の高い", "都市基盤が整ったまちづくり"),
    ("歴史と文化を受け継ぎ、", "心豊かな人を育むまち"),
    ("互いに認め合い、支え合う", "あたたかな地域社会の実現"),
    ("人とモノが行き交う", "交流と連携のまちづくり"),
)
_IDEAS = (
    "人権の尊重",
    "市民との協働",
    "自然との共生",
    "人と人との支え合い",
    "自立と連携",
    "次世代への継承",
    "安全・安心の確保",
    "地域資源の活用",
    "持続可能な行財政",
    "誇りと愛着の醸成",
    "多様性の尊重",
    "「共生」のまちづくり",
    "「挑戦」のまちづくり",
    "「絆」のまちづくり",
    "ひとを大切にするまち",
    "ともに考え、ともに創るまち",
    "自然と歴史を生かすまち",
    "未来に責任を持つまち",
)
_VIEWS = (
    "市民目線に立ったまちづくり",
    "選択と集中による行財政運営",
    "多様な主体との連携・協働",
    "デジタルの力を生かす",
    "広域的な連携の推進",
    "将来世代への責任",
    "データに基づく施策の立案",
    "女性や若者の参画",
    "地域の強みを生かす",
    "ＳＤＧｓの達成への貢献",
    "民間の知恵と力の活用",
)


def drawn(content: Content, kind: str, subject: Subject, count: int) -> list[str]:
    """Draw texts about a subject: aims, short aims, ideals, issues or roles."""
    rows = {"aims": _AIMS, "short": _SHORT_AIMS, "ideals": _IDEALS, "issues": _ISSUES,
            "roles": _ROLES}[kind]  # fmt: skip
    chance = content.random
    return [
        row.format(
            noun=chance.choice(subject.nouns),
            other=chance.choice(chance.choice(subjects()).nouns),
        )
        for row in chance.sample(rows, min(count, len(rows)))
    ]


def vision(content: Content) -> tuple[str, str]:
    """Draw a vision in two halves; the second may name the place."""
    first, second = content.random.choice(_VISIONS)
    place = content.random.choice(("", "", f" {content.place}", f"・{content.place[:-1]}"))
    return first, second + place


def long_goals(random: Random) -> list[tuple[str, str]]:
    """Draw an order of long titles of goals, each in two halves."""
    return random.sample(_LONG_GOALS, len(_LONG_GOALS))


def ideas(random: Random, count: int) -> list[str]:
    """Draw ideas of a philosophy."""
    return random.sample(_IDEAS, count)


def views(random: Random, count: int) -> list[str]:
    """Draw viewpoints."""
    return random.sample(_VIEWS, count)
