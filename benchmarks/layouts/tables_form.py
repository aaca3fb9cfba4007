"""How a city prints its tables of indicators: columns, words of heads, years, units, digits."""

from __future__ import annotations

from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure, Measures
from layouts.page import Page
from plangraph.simulate.grammar import subjects

_TITLES = ("指標名", "指標", "成果指標", "評価指標", "指標項目", "項目", "目標指標", "指標の名称",
           "数値目標",
           "KPI", "重要業績評価指標（KPI）", "まちづくり指標", "指標（単位）")  # fmt: skip
_BASES = (
    "現状値",
    "基準値",
    "現状",
    "計画策定時",
    "策定時",
    "現況値",
    "実績値",
    "当初値",
    "初期値",
)
_AIMS = ("目標値", "目標", "目標値", "めざそう値", "めざす値", "将来値", "最終目標")
_MIDDLES = ("中間値", "中間目標", "中間目標値", "前期目標値")
_DEPARTMENTS = ("担当課", "所管課", "担当", "担当部署", "関係課")
_TOLD = ("指標の説明", "説明", "指標の定義", "指標の考え方", "算出方法", "備考")
_SOURCES = ("出典", "資料", "データ出典", "把握方法")
_FULL = str.maketrans("0123456789%", "０１２３４５６７８９％")
_FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class Form:
    """What one city chose for all its tables."""

    def __init__(self, random: Random, content: Content, columns: tuple[str, ...] = ()) -> None:
        """``columns``: what stands in the columns, where the layout decides."""
        self.random, self.content = random, content
        self.measures = Measures(random, [pair for one in subjects() for pair in one.indicators])
        self.columns = columns or _columns(random)
        self.full = random.random() < 0.2
        self.percent = random.choice("%％%")
        self.era = random.choice(("令和", "令和", "R", "R年度", "西暦", "併記", "併記2"))
        self.years = (content.start - random.choice((1, 2, 2)), content.end)
        self.middle = (content.start + content.end) // 2
        #: Where units stand: in a column, behind values, in brackets behind the name.
        units = ("value", "value", "apart", "name", "name2")
        self.unit = "column" if "unit" in self.columns else random.choice(units)
        self.dated = random.choice(("head", "head", "below", "none", "value"))
        self.words = {
            "number": random.choice(("No.", "番号", "№")),
            "title": random.choice(_TITLES), "unit": "単位", "baseline": random.choice(_BASES),
            "middle": random.choice(_MIDDLES), "target": random.choice(_AIMS),
            "department": random.choice(_DEPARTMENTS), "told": random.choice(_TOLD),
            "source": random.choice(_SOURCES), "trend": random.choice(("方向性", "目指す方向")),
        }  # fmt: skip
        if self.words["title"] == "指標（単位）" and self.unit not in ("name", "name2"):
            self.words["title"] = "指標"

    def draw(self, count: int, department: str) -> list[Measure]:
        """Draw indicators of one table."""
        return [self.measures.draw(department) for _ in range(count)]

    def dress(self, text: str) -> str:
        """Set digits in the width that the city uses."""
        return text.translate(_FULL) if self.full else text.replace("%", self.percent)

    def year(self, year: int) -> str:
        """Write a year as the city does."""
        era, number = ("令和", year - 2018) if year > 2018 else ("平成", year - 1988)
        told = "元" if number == 1 else str(number)
        short = f"{'R' if era == '令和' else 'H'}{number}"
        return {
            "令和": f"{era}{told}年度", "R": short, "R年度": f"{short}年度", "西暦": f"{year}年度",
            "併記": f"{era}{told}年度({year}年度)", "併記2": f"{year}（{era}{told}）年度",
        }[self.era].translate(_FULL_DIGITS if self.full else {})  # fmt: skip

    def heads(self) -> list[list[str]]:
        """Return the rows of the head: one, or two where years stand below."""
        dates = {"baseline": self.years[0], "middle": self.middle, "target": self.years[1]}
        if self.dated == "head":
            form = self.random.choice(("{head}（{year}）", "{head}({year})", "{year}{head}",
                                       "{year}（{head}）", "{head}{year}"))  # fmt: skip
            return [[
                form.format(head=self.words[one], year=self.year(dates[one]))
                if one in dates else self.words[one]
                for one in self.columns
            ]]  # fmt: skip
        first = [self.words[one] for one in self.columns]
        if self.dated != "below":
            return [first]
        form = self.random.choice(("（{}）", "({})", "{}"))
        below = [form.format(self.year(dates[one])) if one in dates else "" for one in self.columns]
        return [first, below]

    def row(self, one: Measure, number: int) -> list[str]:
        """Return the cells of an indicator."""
        return [self._cell(kind, one, number) for kind in self.columns]

    def title(self, one: Measure) -> str:
        """Return the name of an indicator as the city prints it, with its unit where it has one."""
        behind = {"name": f"（{one.unit}）", "name2": f"（単位：{one.unit}）"}.get(self.unit, "")
        return one.title + (behind.replace("%", self.percent))

    def value(self, one: Measure, value: str, year: int = 0) -> str:
        """Return a value with its unit, and its year where the city prints these beside it."""
        if value[0].isdigit() and self.unit in ("value", "apart"):
            bound = value.lstrip("0123456789.,")
            space = " " if self.unit == "apart" and not bound else ""
            value = f"{value.removesuffix(bound)}{space}{one.unit}{bound}"
        value = self.dress(value)
        if year and self.dated == "value" and value[-1] not in "－―-":
            value += f"（{self.year(year)}）"
        return value

    def _cell(self, kind: str, one: Measure, number: int) -> str:
        dates = {"baseline": self.years[0], "middle": self.middle, "target": self.years[1]}
        if kind in dates:
            return self.value(one, getattr(one, kind), dates[kind])
        return {
            "number": str(number), "title": self.title(one), "unit": self.dress(one.unit),
            "department": one.department, "told": one.told, "source": one.source, "trend": "↗",
        }[kind]  # fmt: skip

    def expect(self, page: Page, one: Measure, *, dated: bool = True) -> None:
        """Note an indicator, with years and unit where the page states them."""
        told: dict[str, str | int] = {}
        if dated and self.dated != "none":
            told = {"baseline_year": self.years[0], "target_year": self.years[1]}
            if self.dated == "value" and one.baseline[0] in "－―-":
                del told["baseline_year"]
        if one.baseline[0].isdigit() or one.target[0].isdigit() or self.unit not in (
            "value", "apart",
        ):  # fmt: skip
            told["unit"] = one.unit
        page.indicator(one.title, one.baseline, one.target, **told)


def _columns(random: Random) -> tuple[str, ...]:
    found = ["title"]
    unit = random.random() < 0.35
    if random.random() < 0.2:
        found.insert(0, "number")
    if unit:
        found.append("unit")
    found += ["baseline", *["middle"] * (random.random() < 0.25), "target"]
    if random.random() < 0.08:
        found.insert(found.index("baseline"), "trend")
    if random.random() < 0.25:
        found.append("department")
    return tuple(found)


def plain(random: Random, content: Content, dated: tuple[str, ...]) -> Form:
    """Choose for indicators of no more than a name and two values, dated in one of these ways."""
    form = Form(random, content, ("title", "baseline", "target"))
    form.unit = random.choice(("value", "value", "apart"))
    form.dated = random.choice(dated)
    return form
