"""Implementation plans: works with what they cost year by year, below the measures they serve."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.page import Page
from layouts.sectoral_levels import Levels
from layouts.sectoral_press import Press

_TITLES = (
    "{place}実施計画", "{title}実施計画", "{title}\n第{n}期実施計画", "{title}　第{n}次実施計画",
    "{place}総合計画\n前期実施計画",
)  # fmt: skip
_NAME = ("事業名", "事業名", "主要事業", "事業名称", "事業", "主な事業", "事務事業名")
_FLAG = ("区分", "新規・継続", "新・継", "種別")
_FLAGS = (
    ("新規", "継続", "拡充"),
    ("新規", "継続"),
    ("新", "継", "拡"),
    ("継続", "見直し", "拡大"),
)
_WHO = ("担当課", "所管課", "主管課", "担当", "担当部署", "所管")
_UNIT = ("（単位：千円）", "単位：千円", "（千円）", "(単位:千円)", "（単位：百万円）", "")
_SUM = ("計", "合計", "３か年計", "事業費計", "期間合計")
_NONE = ("－", "-", "0", "―", "—")
_TOTAL = ("合計", "小計", "施策計", "計")
_YEARS = ("令和{e}年度", "R{e}年度", "R{e}", "{y}年度", "令和{e}年度（{y}）", "{e}年度", "{y}")
_LABEL = ("", "", "", "主な事業", "主要事業", "実施事業", "事業計画")
_BUDGET = (
    "町税",
    "地方交付税",
    "繰入金",
    "諸収入",
    "国庫支出金",
    "町債",
    "使用料及び手数料",
    "繰越金",
)
_SPENT = (
    "議会費",
    "総務費",
    "民生費",
    "衛生費",
    "農林水産業費",
    "商工費",
    "土木費",
    "消防費",
    "教育費",
    "公債費",
)


class _Costs:
    """The table of a document: its columns, how its cells come out, what stands in them."""

    def __init__(self, random: Random, press: Press, start: int) -> None:
        self.random, self.press = random, press
        self.cells = random.random() < 0.45
        self.gap = random.choice((" ", " ", "　", "   ", "\t", " | "))
        self.flags = random.choice(_FLAGS) if random.random() < 0.45 else ()
        self.numbered = random.random() < 0.25
        self.owner = random.choice(("last", "last", "name", ""))
        self.years = random.choice((1, 2, 3, 3, 3, 4, 5))
        self.sums = self.years > 1 and random.random() < 0.3
        self.unit, self.none = random.choice(_UNIT), random.choice(_NONE)
        self.suffix = random.choice(("", "", "", "千円"))
        self.total = random.choice(_TOTAL) if random.random() < 0.25 else ""
        self.label = random.choice(_LABEL)
        self.two = not self.cells and random.random() < 0.15
        form = random.choice(_YEARS)
        years = [form.format(e=y - 2018, y=y) for y in range(start, start + self.years)]
        if self.years == 1 and random.random() < 0.6:
            years = [random.choice(("事業費", "予算額", "事業費（千円）", "予算額（千円）"))]
        self.money = [*years, *([random.choice(_SUM)] if self.sums else [])]
        who = [random.choice(_WHO)] if self.owner else []
        self.head = [
            *(["No."] if self.numbered else []),
            *([random.choice(_FLAG)] if self.flags else []),
            random.choice(_NAME),
            *(who if self.owner == "name" else []),
            *self.money,
            *(who if self.owner == "last" else []),
        ]

    def write(self, nodes: list[Node]) -> None:
        """Print the table of a measure: its head, its works, their sum."""
        if self.label:
            self.press.label(self.label)
        head = [one for one in self.head if one not in self.money] if self.two else self.head
        above = self.unit and self.random.random() < 0.5
        lines = [[self.unit], head] if above else [[*head, *filter(None, [self.unit])]]
        for line in [*lines, *([self.money] if self.two else [])]:  # no page ends within a head
            self.press.page.write(*self._printed(line))
        for place, node in enumerate(nodes, 1):
            self._row(node, place)
        if self.total:
            self._line([self.total, *(self._amount(0) for _ in self.money)])
        self.press.gap()

    def _row(self, node: Node, place: int) -> None:
        title = node.title
        self.press.page.element("project", title, departments=[node.department])
        flag = self.random.choice(self.flags) if self.flags else ""
        who = [node.department] if self.owner else []
        cells = [
            *([str(place)] if self.numbered else []),
            *([flag] if flag else []),
            title,
            *(who if self.owner == "name" else []),
            *(self._amount() for _ in self.money),
            *(who if self.owner == "last" else []),
        ]
        self._line(cells)

    def _amount(self, nothing: float = 0.2) -> str:
        if self.random.random() < nothing:
            return self.none
        return f"{self.random.randint(1, 99_999):,}{self.suffix}"

    def _line(self, cells: list[str]) -> None:
        self.press.line(*self._printed(cells))

    def _printed(self, cells: list[str]) -> list[str]:
        return cells if self.cells else [self.gap.join(cells)]


def costs(random: Random, content: Content) -> Page:
    """Goals over measures over tables of works with their costs."""
    page = Page()
    title = random.choice(_TITLES).format(
        place=content.place, title=content.title, n=random.randint(2, 5)
    )
    press = Press(random, page, content.title, "第３章　事業計画")
    start = random.randint(2019, 2027)
    press.line(*title.split("\n"), "")
    levels, table = Levels(random, 2), _Costs(random, press, start)
    told = random.random() < 0.4
    for goal, node in enumerate(content.tree(("goal", "measure", "project"), 2, 4), 1):
        levels.write(press, 0, (goal,), node.title)
        for place, measure in enumerate(node.children, 1):
            levels.write(press, 1, levels.path(1, (goal,), place), measure.title)
            if told:
                press.paragraph(content.sentences(measure.subject, random.randint(1, 2)))
            table.write(measure.children)
    return page


def budget(random: Random, content: Content) -> Page:
    """What a year brings in and costs, which names no work and no measure."""
    page = Page()
    press = Press(random, page, content.title, "財政計画")
    press.line(random.choice(("第４章　財政計画", "財政の見通し", f"{content.place}の予算")), "")
    press.paragraph(["一般会計の予算総額は前年度を下回りました。"])
    cells, gap = random.random() < 0.5, random.choice((" ", "　", "\t", " | "))
    years = random.randint(1, 4)
    for label, head, names in (("歳入", "款", _BUDGET), ("歳出", "款", _SPENT)):
        press.label(label)
        form = random.choice(("令和{}年度", "R{}", "R{}年度"))
        rows = [
            [random.choice((head, "区分", "項目")), *(form.format(n) for n in range(6, 6 + years))]
        ]
        for name in random.sample(names, random.randint(4, len(names))):
            rows.append([name, *(f"{random.randint(1, 9_999_999):,}" for _ in range(years))])
        rows.append(["合計", *(f"{random.randint(1, 9_999_999):,}" for _ in range(years))])
        for row in rows:
            press.line(*row if cells else (gap.join(row),))
        press.gap()
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"costs": costs, "budget": budget}
