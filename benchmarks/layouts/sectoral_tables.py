"""Sectoral plans that print works in tables and sheets, flattened by text extraction."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_levels import Levels
from layouts.sectoral_press import Press, number, wrapped
from layouts.sectoral_words import Sector
from plangraph.simulate.grammar import Subject

_CHAPTERS = ("第４章　施策の展開", "第4章 計画の内容", "第５章　具体的な取組", "第３章　施策の内容")
_NUMBER = ("No.", "番号", "№", "NO", "事業番号")
_NAME = ("事業名", "取組名", "事業・取組", "施策名", "取組", "具体的な取組", "事業名称")
_WHAT = ("内容", "事業内容", "取組内容", "事業の概要", "概要")
_WHO = ("担当課", "所管課", "主管課", "関係課", "担当", "担当部署")


class Table:
    """A table of works: its columns, and in which order its cells come out."""

    def __init__(self, random: Random, sector: Sector, press: Press) -> None:
        self.random, self.sector, self.press = random, sector, press
        self.numbered = random.random() < 0.6
        self.described = random.random() < 0.8
        self.owned = random.random() < 0.75 or not self.described
        self.head = [
            *([random.choice(_NUMBER)] if self.numbered else []),
            random.choice(_NAME),
            *([random.choice(_WHAT)] if self.described else []),
            *([random.choice(_WHO)] if self.owned else []),
        ]
        self.order = random.choice(("row", "row", "cells", "cells", "wide", "bars", "tabs"))
        self.caption = random.choice(
            ("", "", "【具体的な取組】", "■主な事業", "〈主な取組〉", "○実施事業")
        )
        self.mark = random.choice(("", "", "", "○", "・")) if not self.numbered else ""
        self._through, self._count = random.random() < 0.7, 0
        self.narrow, self.broad = random.randint(10, 18), random.randint(20, 30)

    def write(self, subject: Subject, count: int) -> None:
        """Print the head and so many rows."""
        if self.caption:
            self.press.line(self.caption)
        if not self._through:
            self._count = 0
        if self.order == "cells":
            self.press.line(*self.head)
        else:
            gap = {"bars": " | ", "tabs": "\t", "wide": "   "}.get(self.order, " ")
            self.press.line(gap.join(self.head))
        for _ in range(count):
            self._row(subject)
        self.press.gap()

    def _row(self, subject: Subject) -> None:
        self._count += 1
        title = self.sector.title("project", subject)
        self.press.page.element("project", title, "direction", "measure")
        what = "".join(self.sector.done(subject, self.random.randint(1, 2)))
        cells = [
            *([str(self._count)] if self.numbered else []),
            self.mark + title,
            *([what] if self.described else []),
            *([subject.department] if self.owned else []),
        ]
        if self.order in ("bars", "tabs"):
            self.press.line((" | " if self.order == "bars" else "\t").join(cells))
        elif self.order == "cells":
            for cell in cells:
                self.press.cell(cell, self.broad if cell == what else self.narrow)
        else:
            self._flattened(cells, what)

    def _flattened(self, cells: list[str], what: str) -> None:
        """Print a row line by line: all cells on the first, what is left of the text below."""
        gap = "   " if self.order == "wide" else " "
        if not self.described:
            self.press.line(gap.join(cells))
            return
        first, *more = wrapped(what, self.broad)
        self.press.line(gap.join(first if cell == what else cell for cell in cells))
        self.press.line(*more)


def works(random: Random, content: Content) -> Page:
    """Goals over measures over tables of works: children, the elderly, people with disabilities."""
    page, sector = (
        Page(),
        Sector(
            random, content, "子ども", "高齢", "障害", "地域福祉", "男女", "健康", "教育", "観光"
        ),
    )
    chapter = random.choice(_CHAPTERS)
    press = Press(random, page, sector.name, chapter)
    if random.random() < 0.5:
        press.line(sector.name)
    press.line(chapter)
    levels, table = Levels(random, random.choice((2, 2, 3))), Table(random, sector, press)
    told = random.random() < 0.5
    for goal in range(1, random.randint(2, 3) + 1):
        levels.write(press, 0, (goal,), sector.title("goal"))
        if random.random() < 0.6:
            press.paragraph(sector.sentences(sector.subject(), random.randint(1, 2)))
        for middle in range(1, random.randint(2, 3) + 1):
            subject = sector.subject()
            path = levels.path(1, (goal,), middle)
            levels.write(press, 1, path, sector.title("measure", subject))
            if told:
                press.label("現状と課題")
                press.paragraph(sector.sentences(subject, random.randint(1, 3)))
                press.label("施策の方向")
            press.paragraph(sector.sentences(subject, random.randint(1, 2)))
            if len(levels.levels) == 2:
                table.write(subject, random.randint(2, 5))
                continue
            for place in range(1, random.randint(2, 3) + 1):
                levels.write(press, 2, (*path, place), sector.title("direction", subject))
                table.write(subject, random.randint(2, 4))
    return page


_TEXTS = ("取組内容", "取組の内容", "実施内容", "内容", "取組概要", "具体的内容")
_STEPS = ("検討", "実施", "調査・検討", "一部実施", "見直し", "継続", "準備", "→", "導入")


def sheets(random: Random, content: Content) -> Page:
    """A reform or digital plan whose items each fill a sheet of the same fields."""
    page, sector = Page(), Sector(random, content, "行政改革", "ＤＸ")
    chapter = random.choice(
        ("第４章　実施計画", "Ⅲ　取組項目", "２　実施項目一覧", "第3章 個別取組")
    )
    press = Press(random, page, sector.name, chapter)
    press.line(sector.name, chapter)
    form = _Sheet(random, sector, press)
    for goal in range(1, random.randint(2, 3) + 1):
        title = sector.title("goal")
        press.line(form.goal.format(n=goal) + title)
        page.element("goal", title, "policy")
        for middle in range(1, random.randint(2, 3) + 1):
            if form.middle:
                title = sector.title("measure")
                press.line(form.middle.format(n=middle) + title)
                page.element("measure", title, "policy", "direction")
            for place in range(1, random.randint(2, 3) + 1):
                form.write(
                    (goal, middle, place) if form.middle else (goal, (middle - 1) * 3 + place)
                )
    return page


class _Sheet:
    """The fields of a sheet, the same on every one of a document."""

    def __init__(self, random: Random, sector: Sector, press: Press) -> None:
        self.random, self.sector, self.press = random, sector, press
        self.goal = random.choice(
            ("基本方針{n}　", "改革の柱{n}　", "重点項目{n} ", "基本目標{n}　", "基本方針{n}：")
        )
        self.middle = random.choice(("", "（{n}）", "推進項目{n}　", "({n}) ", "取組の方向{n}　"))
        self.code = random.choice(("No.{}", "取組番号 {}", "{}", "項目番号 {}", "整理番号{}"))
        self.name = random.choice(
            ("取組名", "取組項目", "実施項目", "項目名", "取組項目名", "件名")
        )
        self.between = random.choice((" ", "　", "\n", "：", "   "))
        self.fields = [
            random.choice(("担当課", "所管課", "主管課", "実施部署")),
            "現状と課題",
            random.choice(_TEXTS),
        ]
        if random.random() < 0.5:
            self.fields.append(random.choice(("期待される効果", "目標", "効果", "目標・効果")))
        if random.random() < 0.3:
            self.fields[0], self.fields[-1] = self.fields[-1], self.fields[0]
        self.years = random.random() < 0.7
        self.start = random.randint(2, 7)
        self.steps = random.choice(("年度計画", "スケジュール", "実施年度", "工程"))
        self.era = random.random() < 0.5

    def write(self, path: tuple[int, ...]) -> None:
        """Print the sheet of an item."""
        press = self.press
        subject, code = self.sector.subject(), "-".join(map(str, path))
        title = self.sector.title("project", subject)
        press.gap()
        head = self.code.format(code)
        press.line(*(f"{head}{self.between}{self.name}{self.between}{title}".split("\n")))
        press.page.element("project", title, "measure", "direction")
        for field in self.fields:
            self._field(field, subject)
        if self.years:
            self._steps()

    def _field(self, field: str, subject: Subject) -> None:
        between = "\n" if self.between == "\n" else " "
        if field in ("担当課", "所管課", "主管課", "実施部署"):
            self.press.line(*f"{field}{between}{subject.department}".split("\n"))
            return
        told = (
            self.sector.sentences(subject, 1)
            if field == "現状と課題"
            else self.sector.done(subject, 2)
        )
        first, *more = wrapped("".join(told), self.press.width - 8)
        self.press.line(*f"{field}{between}{first}".split("\n"), *more)

    def _steps(self) -> None:
        years = [f"R{year}" for year in range(self.start, self.start + 4)]
        if self.era:
            years = [f"令和{year[1:]}年度" for year in years]
        steps = self.random.choices(_STEPS, k=len(years))
        if self.between == "\n":
            self.press.line(self.steps, *years, *steps)
        else:
            self.press.line(f"{self.steps} {' '.join(years)}", " ".join(steps))


_AIMS = (
    "数値目標",
    "■数値目標",
    "【数値目標】",
    "○数値目標",
    "（１）数値目標",
    "数値目標（令和８年度）",
)
_LINES = (
    "基本的方向",
    "■基本的方向",
    "【基本的方向】",
    "○講ずべき施策に関する基本的方向",
    "（２）基本的方向",
    "基本的な方向性",
)
_DOES = (
    "具体的な施策と重要業績評価指標（KPI）",
    "具体的な施策とKPI",
    "■具体的な施策",
    "（３）具体的な施策と客観的な指標",
    "【具体的な施策】",
    "○具体的な施策と重要業績評価指標（ＫＰＩ）",
)


def strategy(random: Random, content: Content) -> Page:
    """A strategy for towns and work: aims, directions, measures with indicators and works."""
    page, sector = Page(), Sector(random, content, "まち・ひと")
    press = Press(random, page, sector.name, "第３章　今後の施策の方向")
    press.line(
        sector.name, *random.choice((("第３章　今後の施策の方向",), ("Ⅲ 基本目標と施策",), ()))
    )
    goal_form = random.choice(
        (
            "基本目標{n}　",
            "基本目標{n}：",
            "基本目標{w} ",
            "【基本目標{n}】",
            "基本目標{r}　",
            "基本目標{c} ",
        )
    )
    level = random.choice(
        ("（{k}）", "({n})", "{k} ", "{c} ", "施策{n} ", "◆", "（{n}） ", "施策{p} ")
    )
    aims, line, does = random.choice(_AIMS), random.choice(_LINES), random.choice(_DOES)
    small = Small(random, sector, press)
    for goal in range(1, random.randint(2, 3) + 1):
        title = sector.title("goal")
        press.line(number(goal_form, (goal,)) + title)
        page.element("goal", title, "strategy-goal")
        press.line(aims)
        small.indicators(random.randint(1, 2))
        press.line(line)
        for told in sector.sentences(sector.subject(), random.randint(1, 3)):
            press.item(told)
        press.line(does)
        for place in range(1, random.randint(2, 3) + 1):
            subject = sector.subject()
            title = sector.title("measure", subject)
            press.line(number(level, (goal, place)) + title)
            page.element("measure", title, "policy", "direction", "project")
            press.paragraph(sector.sentences(subject, random.randint(1, 2)))
            small.write(subject)
    return page


class Small:
    """What stands below a measure of a strategy: indicators and works, in either order."""

    def __init__(self, random: Random, sector: Sector, press: Press) -> None:
        self.random, self.sector, self.press = random, sector, press
        self.first = random.random() < 0.5
        self.kpi = random.choice(
            ("重要業績評価指標（KPI）", "【KPI】", "■重要業績評価指標（ＫＰＩ）", "KPI")
        )
        self.works = random.choice(
            (
                "【具体的な事業】",
                "（主な取組）",
                "■主な事業",
                "○具体的な取組",
                "主な事業",
                "【主な取組】",
            )
        )
        self.form = random.choice(
            ("{} {} → {}", "{}：{}（現状）→{}（目標）", "{}　{}　{}", "{} {} ⇒ {}")
        )
        self.headed = "→" not in self.form and "⇒" not in self.form

    def write(self, subject: Subject) -> None:
        """Print indicators and works of a measure."""
        if self.first:
            self._listed(subject)
        self._measured()
        if not self.first:
            self._listed(subject)

    def _listed(self, subject: Subject) -> None:
        self.press.line(self.works)
        for _ in range(self.random.randint(2, 4)):
            title = self.sector.title("project", subject)
            self.press.item(title)
            self.press.page.element("project", title, "direction", "measure")

    def _measured(self) -> None:
        self.press.line(self.kpi)
        self.indicators(self.random.randint(1, 2))

    def indicators(self, count: int) -> None:
        """Print indicators with both values; the head names them where no arrow does."""
        if self.headed:
            self.press.line("指標名　基準値（R5）　目標値（R11）")
        for one in self.sector.content.indicators(self.sector.subject(), count):
            self.press.line(
                self.form.format(one.title, one.baseline + one.unit, one.target + one.unit)
            )
            self.press.page.indicator(one.title, one.baseline, one.target)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "works": works,
    "sheets": sheets,
    "strategy": strategy,
}
