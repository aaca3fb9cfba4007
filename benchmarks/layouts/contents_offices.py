"""Indexes of measures (施策一覧): each with the office that answers for it, and its page."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page

_HEADS = ("施策", "施策名", "施策の名称", "基本施策", "施策項目", "主な施策", "")
_OFFICES = ("担当課", "主管課", "所管課", "主担当課", "担当部署", "担当", "所管")
_PAGES = ("頁", "ページ", "掲載頁", "掲載ページ", "P")
_TITLES = (
    "施策一覧",
    "施策・主担当課一覧",
    "分野別施策の一覧",
    "施策の体系と担当課",
    "施策体系一覧",
    "",
)
_GOALS = ("基本目標{n} ", "基本目標{n}　", "政策{n}　", "第{n}章　", "【基本目標{n}】", "分野{n}　",
          "目標{n}：")  # fmt: skip
_MEASURES = ("{c}", "{n}-{m}", "施策{n}-{m}", "({m})", "（{m}）", "{o}", "施策{c}", "{n}－{m}",
             "{m}", "No.{c}")  # fmt: skip
_MORE = ("推進室", "振興局", "総務係", "保健センター", "教育委員会", "消防本部", "会計管理者室")


class Index:
    """Rows of measures below their goals."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.page = random, Page()
        self.goal, self.measure = random.choice(_GOALS), random.choice(_MEASURES)
        self.head = random.choice(_HEADS), random.choice(_OFFICES)
        self.number = random.choice(("", "No.", "番号", "施策番号"))
        self.paged = random.choice(("", random.choice(_PAGES), random.choice(_PAGES)))
        self.first = random.random() < 0.15
        self.wide = random.random() < 0.3
        self.content, self.nodes = content, content.tree(("goal", "measure"), 2, 5)

    def start(self) -> None:
        """Write what stands above the index."""
        self.page.write(*(one for one in (
            self.random.choice((self.content.title, "")), self.random.choice(_TITLES)
        ) if one))  # fmt: skip

    def heads(self) -> list[str]:
        """Return the words of the head."""
        named = [self.number] if self.number else []
        cells = [self.head[1], self.head[0]] if self.first else list(self.head)
        return [one for one in (*named, *cells, self.paged) if one]

    def rows(self) -> list[list[str]]:
        """Return the rows: one cell for a goal, number, title, office and page for a measure."""
        found: list[list[str]] = []
        count, page = 0, self.random.randint(12, 60)
        for n, goal in enumerate(self.nodes, 1):
            found.append([self.goal.format(n=n) + goal.title])
            self.page.element("goal", goal.title, "policy")
            for m, measure in enumerate(goal.children, 1):
                count, page = count + 1, page + self.random.choice((1, 2, 2))
                code = self.measure.format(n=n, m=m, c=count, o="①②③④⑤⑥⑦⑧⑨"[m - 1])
                self.page.element("measure", measure.title, "direction", "policy", "project")
                cells = [measure.title, self.office(measure.department)]
                found.append([code, *(cells[::-1] if self.first else cells),
                              *([str(page)] if self.paged else [])])  # fmt: skip
        return found

    def office(self, name: str) -> str:
        """Return an office, or two of them."""
        if self.random.random() < 0.15:
            name = self.random.choice(_MORE)
        if self.random.random() < 0.15:
            name += self.random.choice("・、") + self.random.choice(("財政課", "企画課", "環境課"))
        return name


def _wide(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def lines(random: Random, content: Content) -> Page:
    """A row a line, its cells one space apart, or more, or a tab."""
    index = Index(random, content)
    index.start()
    between = random.choice((" ", " ", "　", "  ", "　　", "\t"))
    if random.random() < 0.8:
        index.page.write(between.join(index.heads()))
    for cells in index.rows():
        text = between.join(cells)
        index.page.write(_wide(text) if index.wide else text)
    return index.page


def cells(random: Random, content: Content) -> Page:
    """A cell a line."""
    index = Index(random, content)
    index.start()
    if random.random() < 0.8:
        index.page.write(*index.heads())
    joined = random.random() < 0.3
    for row in index.rows():
        row = [" ".join(row[:2]), *row[2:]] if joined and len(row) > 1 else row
        index.page.write(*row)
    return index.page


def row(random: Random, content: Content) -> Page:
    """The index on one row."""
    index = Index(random, content)
    index.start()
    head = index.heads() if random.random() < 0.8 else []
    parts = [*head, *(cell for cells in index.rows() for cell in cells)]
    index.page.write(random.choice((" ", " ", "　")).join(parts))
    return index.page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "index_lines": lines, "index_cells": cells, "index_row": row,
}  # fmt: skip
