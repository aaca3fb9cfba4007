"""Plans of action (ＤＸ, 行政改革): a chapter on what is done, fields, forms below each act."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_press import Press, number, wrapped
from layouts.sectoral_words import Sector
from plangraph.simulate.grammar import Subject

_CHAPTERS = (
    "具体的な取組", "取組内容", "主な取組", "具体的な施策", "個別施策", "施策の内容", "重点取組",
    "実施計画", "取組項目", "アクションプラン", "施策の展開", "取組の内容", "実施項目",
)  # fmt: skip
_FORMS = ("第{w}章 ", "第{n}章　", "{r}　", "{w}．", "")
#: Fields and acts, each with the chapter that may stand above them.
_CHAINS = (
    ("{w}　", "{pw}　"), ("{n} ", "{p} "), ("{n}. ", "{p}. "), ("({n}) ", "{c} "),
    ("【{n}】", "{p} "), ("{w}　", "（{w}）"), ("柱{n}　", "{p} "), ("{r}　", "{w}　"),
    ("基本方針{n}　", "取組{p}　"), ("■ ", "{c}　"), ("{n}　", "{d}　"),
)  # fmt: skip
_AIM = ("方針 ", "目指す姿 ", "ねらい：", "目的　")
_TOLD = ("概要", "取組概要", "内容", "取組内容", "実施内容")
_OWNED = ("所管", "担当課", "所管課", "担当部署", "実施主体")
_WHEN = ("スケジュール", "実施スケジュール", "工程表", "年次計画", "ロードマップ")
_STEPS = (
    "検討",
    "調達・構築",
    "運用開始",
    "対象の拡大",
    "効果検証",
    "移行準備",
    "順次導入",
    "実施",
    "→",
)
_MEASURED = (
    "指標 現状（R4） 目標（R7）", "指標　現状値　目標値", "成果指標 基準値（R4） 目標値（R8）",
    "ＫＰＩ 現状 目標（R8）",
)  # fmt: skip


class Form:
    """The form of every act of a document."""

    def __init__(self, random: Random, sector: Sector, press: Press) -> None:
        self.random, self.sector, self.press = random, sector, press
        self.chapter, self.chain = random.choice(_FORMS), random.choice(_CHAINS)
        self.told, self.owned, self.when = (random.choice(one) for one in (_TOLD, _OWNED, _WHEN))
        self.aim = random.choice((*_AIM, "", ""))
        self.between = random.choice((" ", "　", " 　", "："))
        self.dress = random.choice(("{}", "{}", "【{}】", "○{}"))
        self.head = random.choice(_MEASURED)
        self.planned = random.random() < 0.7
        self.arrows = random.choice(("→", "⇒", "継続"))

    def field(self, name: str, text: str) -> None:
        """Print a field with what it says."""
        between = "\n" if self.dress == "○{}" else self.between
        first, *more = wrapped(text, self.press.width)
        self.press.line(*f"{self.dress.format(name)}{between}{first}".split("\n"), *more)

    def act(self, path: tuple[int, ...], subject: Subject) -> None:
        """Print an act with its fields."""
        press, chance = self.press, self.random
        title = self.sector.title("project", subject)
        press.line(number(self.chain[1], path) + title)
        press.page.element("measure", title, "project", "direction")
        self.field(self.told, "".join(self.sector.done(subject, chance.randint(1, 2))))
        self.field(self.owned, subject.department)
        if self.planned:
            press.line(self.when, "令和５年度 令和６年度 令和７年度")
            for _ in range(chance.randint(1, 2)):
                steps = [chance.choice(_STEPS[:-1]), *(self.arrows for _ in range(2))]
                press.line(" ".join(steps))
        if chance.random() < 0.6:
            press.line(self.head)
            for one in self.sector.content.indicators(subject, chance.randint(1, 2)):
                low, high = (value + " " + one.unit for value in (one.baseline, one.target))
                press.line(f"{one.title} {low} {high}")
                press.page.indicator(one.title, one.baseline, one.target)


def acts(random: Random, content: Content) -> Page:
    """Fields and acts below a chapter that says: here is what is done."""
    page = Page()
    sector = Sector(random, content, "行政改革", "ＤＸ", "環境", "観光", "教育")
    press = Press(random, page, sector.name, sector.name)
    press.line(sector.name)
    form = Form(random, sector, press)
    chapter = random.choice(_CHAPTERS)
    also = ("policy", "measure") if "施策" in chapter or "(" in form.chain[0] else ("policy",)
    press.line(number(form.chapter, (4,)) + chapter)
    for goal in range(1, random.randint(2, 4) + 1):
        title = sector.title("goal") if random.random() < 0.5 else sector.subject().nouns[0]
        press.line(number(form.chain[0], (goal,)) + title)
        page.element("goal", title, *also)
        if form.aim:
            aim = sector.statement()
            press.line(form.aim + aim)
            page.element("policy", aim, "vision", "ideal-state", "goal", "direction", optional=True)
        for place in range(1, random.randint(2, 4) + 1):
            form.act((goal, place), sector.subject())
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"acts": acts}
