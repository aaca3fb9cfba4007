"""Tables of works whose letters keep their places: cells of several lines, below their heads.

Implementation plans and sheets of measures: a number, a name with its office below, what is told,
what each year costs; names are broken in their columns, sentences go on beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.content import Content, Node
from layouts.contents_forms import broken
from layouts.page import Page
from plangraph.reading.recovery.layout import width_of

_NAME = ("事業名", "事業名", "主要事業", "主な事業", "事業名称", "事務事業名")
_TOLD = ("事業の概要", "事業概要", "事業内容", "内容", "概要", "取組内容", "事業の内容")
_WHO = ("担当課", "所管課", "主管課", "担当部署")
_LEVEL = ("施策", "基本施策", "施策の柱", "政策", "基本方針")
_UNIT = ("（単位：千円）", "単位：千円", "", "(千円)")
_TOTAL = ("施策計", "小計", "合計", "計")
_NOTES = ("※　事業費は見込額です。", "（注）各年度の予算を拘束するものではありません。", "")
_FLAGS = ("（新規）", "（拡充）", "（継続）", "【新規】", "")
_RULES = "─━-"


class _Column(NamedTuple):
    kind: str
    head: str
    width: int
    right: bool = False


class _Table:
    """The columns of the tables of a document, and how rows are printed below each other."""

    def __init__(self, random: Random, start: int) -> None:
        self.random = random
        self.numbered = random.random() < 0.5
        self.through = random.random() < 0.5
        self.owner = random.choice(("below", "below", "column", "joined", ""))
        self.told = random.random() < 0.8
        self.years = random.choice((0, 0, 1, 3, 3, 5))
        if not (self.told or self.years):
            self.told = True
        if not (self.years or self.numbered or self.owner):
            self.owner = "column"
        self.middle = random.random() < 0.25
        self.blank = random.random() < 0.4
        self.dotted = random.random() < 0.8
        self.flagged = random.random() < 0.3
        name = random.choice(_NAME)
        who = random.choice(_WHO)
        if self.owner in ("below", "joined"):
            name += random.choice((" / {}", "（{}）", "／{}", "")).format(who)
        columns = [_Column("number", random.choice(("No.", "№", "番号", "事業番号")), 4)]
        columns = columns if self.numbered else []
        columns.append(_Column("name", name, random.randint(9, 15)))
        if self.told:
            columns.append(_Column("told", random.choice(_TOLD), random.randint(12, 24)))
        if self.owner == "column":
            columns.insert(random.choice((len(columns), 1 + self.numbered)),
                           _Column("office", who, random.randint(5, 8)))  # fmt: skip
        form = random.choice(("令和{}年度", "R{}", "{}年度", "令和{}年度"))
        first = max(start, 2021) - 2018
        columns += [_Column("cost", form.format(first + at), 5, True) for at in range(self.years)]
        gap = random.choice((2, 2, 4))
        self.columns, self.starts = columns, [random.choice((0, 0, 2))]
        for column in columns:
            wide = 2 * max(column.width + (not column.right), (width_of(column.head) + 1) // 2)
            self.starts.append(self.starts[-1] + wide + gap)
        self.gap = gap

    def lines(self, cells: list[list[str]], at: list[int]) -> list[str]:
        """Return the lines of a row, each cell from its line on."""
        count = max(begun + len(cell) for begun, cell in zip(at, cells, strict=True))
        found = []
        for line in range(count):
            text = ""
            for n, (column, cell) in enumerate(zip(self.columns, cells, strict=True)):
                if not 0 <= line - at[n] < len(cell) or not cell[line - at[n]]:
                    continue
                part = cell[line - at[n]]
                start = self.starts[n]
                if column.right:
                    start = self.starts[n + 1] - self.gap - width_of(part)
                text += " " * max(2 if text else 0, start - width_of(text)) + part
            found.append(text)
        return found

    def head(self) -> list[str]:
        cells = [[column.head] for column in self.columns]
        return self.lines(cells, [0] * len(cells))

    def row(self, node: Node, number: int, content: Content) -> list[str]:
        flag = self.random.choice(_FLAGS) if self.flagged else ""
        cells: dict[str, list[str]] = {"number": [f"{number}"]}
        width = {column.kind: column.width for column in self.columns}
        cells["name"] = broken(node.title + flag, width["name"])
        if self.owner in ("below", "joined"):
            office = node.department if self.owner == "below" else f"（{node.department}）"
            cells["name"] += broken(office, max(width["name"], 9))
        if self.told:
            told = content.sentences(node.subject, self.random.randint(1, 2))
            if not self.dotted:
                told = [one.rstrip("。") for one in told[:1]]
            cells["told"] = broken("".join(told), width["told"])
        if self.owner == "column":
            cells["office"] = broken(node.department, width["office"])
        rows = []
        for column in self.columns:
            if column.kind == "cost":
                rows.append([self.random.choice((f"{self.random.randint(1, 90000):,}", "0", "－"))
                             if self.random.random() < 0.3
                             else f"{self.random.randint(100, 90000):,}"])  # fmt: skip
            else:
                rows.append(cells[column.kind])
        count = max(map(len, rows))
        at = [(count - len(cell)) // 2 if self.middle else 0 for cell in rows]
        return self.lines(rows, at) + [""] * self.blank


def works(random: Random, content: Content) -> Page:
    """Measures one after the other, each above a table of its works."""
    page = Page()
    table = _Table(random, content.start)
    form = random.choice(("第{}期実施計画", "実施計画", "主要事業一覧", "アクションプラン"))
    page.write(content.title, form.format(random.randint(1, 4)), "")
    level = random.choice(_LEVEL)
    unit = random.choice(_UNIT) if table.years else ""
    number = random.randint(0, 300) if table.through and random.random() < 0.5 else 0
    kind = "policy" if level in ("政策", "基本方針", "施策の柱") else "measure"
    others = ("measure", "goal") if kind == "policy" else ("policy",)
    for place in range(1, random.randint(3, 5)):
        node = content.node(kind)
        page.write(f"{level}{random.choice(('', '　'))}{place}　{node.title}".strip())
        page.element(kind, node.title, *others)
        if unit:
            page.write(" " * 50 + unit)
        page.write("", *table.head())
        if random.random() < 0.3:
            page.write(random.choice(_RULES) * 40)
        if not table.through:
            number = 0
        for project in content.tree(("project",), 2, 4):
            number += 1
            page.write(*table.row(project, number, content))
            page.element("project", project.title, "direction", "measure")
        if table.years and random.random() < 0.3:
            cells = [[f"{random.randint(1000, 90000):,}"] if one.kind == "cost" else [""]
                     for one in table.columns]  # fmt: skip
            cells[int(table.numbered)] = [random.choice(_TOTAL)]
            page.write("", *table.lines(cells, [0] * len(cells)))
        page.write("")
    page.write(random.choice(_NOTES), "", " " * 30 + f"- {random.randint(9, 60)} -")
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"works": works}
