"""Body text whose tables of works keep their places: cells of several lines, side by side."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_levels import Levels
from layouts.sectoral_press import Press, spaced, wrapped
from layouts.sectoral_words import Sector
from plangraph.simulate.grammar import Subject

_NAMES = ("取組名", "取組", "取組項目", "主な取組", "具体的な取組", "事業名", "事業", "主な事業",
          "事業・取組名", "取組・事業名")  # fmt: skip
_TOLD = ("内容", "取組内容", "事業内容", "概要", "事業概要", "取組の内容", "内容・説明")
_OWNED = ("担当課", "所管課", "主管課", "担当", "所管", "関係課", "担当部署")
_LABELS = ("主な取組", "取組", "行政の取組", "市の取組", "市が取り組むこと", "具体的な取組",
           "公助の取組", "今後の取組", "実施する事業")  # fmt: skip
_OTHERS = (("市民の取組", "地域の取組"), ("市民・地域ができること", "社会福祉協議会が取り組むこと"),
           ("自助", "共助"), ("家庭での取組", "事業者の取組"))  # fmt: skip
_BANNERS = ("☆それぞれの役割☆", "◆みんなで取り組むこと", "～役割分担～", "□ 協働の取組", "")


class Laid:
    """A table as a page shows it: where its columns stand, how its cells break."""

    def __init__(self, random: Random, sector: Sector, press: Press) -> None:
        self.random, self.sector, self.press = random, sector, press
        self.name = random.choice(_NAMES)
        self.numbered = random.random() < 0.25
        self.order = random.choice(("told", "told", "told", "owned", "alone"))
        self.widths = [random.randint(8, 14), random.randint(18, 28), random.randint(6, 10)]
        self.gap = random.randint(2, 5)
        self.height = random.choice(("top", "top", "top", "middle"))
        self.blank = random.random() < 0.2
        self.margin = random.choice((0, 0, 2, 4, 6))
        self.apart = random.random() < 0.3
        self.ends = random.random() < 0.85
        self.heads = [self.name, random.choice(_TOLD), random.choice(_OWNED)]

    def write(self, subject: Subject, count: int) -> None:
        """Print the head and so many rows."""
        heads = [spaced(one) if self.apart and len(one) < 3 else one for one in self.heads]
        self._lines([["番号"] * self.numbered, *([one] for one in heads)])
        for number in range(1, count + 1):
            title = self.sector.title("project", subject)
            self.press.page.element("project", title, "measure")
            told = "".join(self.sector.done(subject, self.random.choice((1, 1, 1, 2))))
            self._lines([
                [str(number)] * self.numbered, wrapped(title, self.widths[0]),
                wrapped(told if self.ends else told.removesuffix("。"), self.widths[1]),
                wrapped(subject.department, self.widths[2]),
            ])  # fmt: skip
        self.press.gap()

    def _lines(self, cells: list[list[str]]) -> None:
        """Print cells side by side, each line of them where its column begins."""
        number, name, told, owned = cells
        columns = {"told": [name, told, owned], "owned": [name, owned, told],
                   "alone": [name, owned]}[self.order]  # fmt: skip
        widths = {"told": self.widths, "owned": [self.widths[0], self.widths[2], self.widths[1]],
                  "alone": [self.widths[0] + 6, self.widths[2]]}[self.order]  # fmt: skip
        if self.numbered:
            columns, widths = [number, *columns], [2, *widths]
        high = max(map(len, columns))
        if self.height == "middle":
            columns = [[""] * ((high - len(one)) // 2) + one for one in columns]
        for line in itertools.zip_longest(*columns, fillvalue=""):
            text = " " * self.margin
            for cell, width in zip(line, widths, strict=True):
                text += cell + " " * (2 * width + 2 - _width(cell) + self.gap)
            self.press.line(text.rstrip())
        if self.blank:
            self.press.line("")


def _width(text: str) -> int:
    return sum(1 if one.isascii() else 2 for one in text)


def laid(random: Random, content: Content) -> Page:
    """Measures with what is known, what others do, and a table of what the city does."""
    page = Page()
    sector = Sector(random, content, "健康", "地域福祉", "子ども", "高齢", "障害", "教育", "環境")
    press = Press(random, page, sector.name, sector.name)
    press.line(sector.name)
    levels, table = Levels(random, 2), Laid(random, sector, press)
    label, others = random.choice(_LABELS), random.choice(_OTHERS)
    banner = random.choice(_BANNERS)
    for goal in range(1, random.randint(1, 2) + 1):
        levels.write(press, 0, (goal,), sector.title("goal"))
        for place in range(1, random.randint(2, 3) + 1):
            subject = sector.subject()
            levels.write(press, 1, levels.path(1, (goal,), place), sector.title("measure", subject))
            press.paragraph(sector.sentences(subject, random.randint(1, 3)))
            if banner:
                press.line(banner)
            for other in others:
                press.label(other)
                press.line(*sector.habits(random.randint(1, 2)))
            press.label(label)
            press.gap()
            table.write(subject, random.randint(2, 5))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"laid": laid}
