"""Tables of indicators invented by chance, and printed as text extraction prints tables.

Names and values are of no city. Each function of ``LAYOUTS`` prints a table in one way, each of
``NONE`` one that holds no indicators (population, budget, schedule).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

_KANJI = (
    "潮", "苔", "礁", "琥珀", "蔵書", "竪琴", "漆器", "桟橋", "藍染", "鳴砂", "灯台", "棚田",
    "銅鐸", "水車", "養蜂", "織物", "酒蔵", "湯治", "巡礼", "炭窯", "鯨骨", "蛍石", "渡船",
    "標本", "天文", "気球", "筏", "石垣", "茶室", "鍛冶", "渓流", "干潟", "氷室", "紙漉",
    "薬草", "盆栽", "陶片", "古墳", "鷹匠", "凧", "舞台", "暗渠", "風穴", "糸車",
)  # fmt: skip
_DEEDS = (
    "保存", "体験", "利用", "参加", "登録", "認証", "修繕", "案内", "貸出", "観察", "測定",
    "販売", "研修", "相談", "訪問", "実施", "点検", "承継", "展示", "植栽",
)  # fmt: skip
_WHO = (
    "者", "団体", "施設", "世帯", "会員", "事業所", "地区", "拠点", "店舗", "講座",
)  # fmt: skip
_COUNTED = (
    "数", "件数", "率", "割合", "額", "量", "回数", "延長", "面積", "人数", "日数",
)  # fmt: skip
_PLAIN = (
    "の体制", "への満足", "の連携", "の再開",
)  # fmt: skip
_UNITS = {"率": "%", "割合": "%", "額": "千円", "量": "t", "回数": "回", "延長": "km", "面積": "ha",
          "人数": "人", "日数": "日", "件数": "件",
          "数": ("人", "団体", "か所", "世帯", "基", "社", "槽")}  # fmt: skip
_SECTIONS = (
    "企画課", "まちづくり課", "生涯学習課", "農林室", "環境係", "健康推進課",
)  # fmt: skip
_BASE = (
    "現状値", "基準値", "現状", "当初値", "策定時", "現況値", "実績値",
)  # fmt: skip
_AIM = (
    "目標値", "目標", "将来値", "目指す値", "数値目標",
)  # fmt: skip
_NAMED = (
    "指標", "指標名", "成果指標", "評価指標", "項目", "KPI", "指標項目", "目標指標",
)  # fmt: skip

_YEARS = (("令和4年度", "令和7年度", "令和9年度"), ("H30", "R2", "R6"),
          ("2019年度", "2022年度", "2025年度"), ("", "", ""))  # fmt: skip


@dataclass
class Line:
    name: str
    unit: str
    values: list[str]
    title: str = ""


@dataclass
class Table:
    lines: list[Line]
    head: list[str]
    years: list[str]
    named: str
    dice: random.Random
    unit_column: bool = False

    def unit_head(self) -> list[str]:
        return ["単位"] if self.unit_column else []


def _name(dice: random.Random) -> tuple[str, str]:
    kind = dice.choice(_COUNTED)
    stem = dice.choice(_KANJI) + dice.choice(["の", ""]) + dice.choice(_DEEDS)
    if dice.random() < 0.5:
        stem += dice.choice(_WHO)
    if kind in ("割合", "率") and dice.random() < 0.5:
        stem = f"{dice.choice(_KANJI)}に関心があり{stem}をしている人"
    if (kind == "割合" and not stem.endswith("人")) or stem.endswith("人"):
        stem += "の"
    name = stem + kind
    if dice.random() < 0.12:
        name, kind = stem.rstrip("の") + dice.choice(_PLAIN), "件数"
    if dice.random() < 0.12:
        name += dice.choice(["(累計)", "（年間）", "(延べ)"])
    unit = _UNITS[kind]
    return name, unit if isinstance(unit, str) else dice.choice(unit)


def _value(dice: random.Random, base: float, unit: str) -> str:
    if unit == "%":
        return f"{min(base, 100):.1f}" if dice.random() < 0.7 else f"{min(base, 100):.0f}"
    return f"{round(base):,}"


def invent(dice: random.Random) -> Table:
    """Return a table of 2 to 7 indicators of chance."""
    middle = dice.random() < 0.25
    lines = []
    unit_column = dice.random() < 0.3
    for _ in range(dice.randint(2, 7)):
        name, unit = _name(dice)
        size = dice.uniform(5, 80) if unit == "%" else 10 ** dice.uniform(0.3, 4.5)
        sizes = [
            size,
            *([size * dice.uniform(1, 1.3)] if middle else []),
            size * dice.uniform(1.05, 1.8),
        ]
        values = [_value(dice, one, unit) for one in sizes]
        if not unit_column:
            values = [value + unit for value in values]
        if dice.random() < 0.2:
            values[-1] += dice.choice(["以上", "未満", "以下"]) if not unit_column else ""
        lines.append(Line(name, unit, values))
    era = dice.choice(_YEARS)
    years = [era[0], *([era[1]] if middle else []), era[2]]
    head = [dice.choice(_BASE), *(["中間値"] if middle else []), dice.choice(_AIM)]
    return Table(lines, head, years, dice.choice(_NAMED), dice, unit_column)


def _heads(table: Table) -> list[str]:
    join = table.dice.choice(["({})", "（{}）"])
    return [
        head + (join.format(year) if year else "")
        for head, year in zip(table.head, table.years, strict=True)
    ]


def _head(table: Table, first: str = "", last: str = "") -> str:
    words = [first, table.named, *table.unit_head(), *_heads(table), last]
    return " ".join(word for word in words if word)


def _cells(table: Table, line: Line) -> list[str]:
    return [line.name, *([line.unit] if table.unit_column else []), *line.values]


def by_row(table: Table) -> list[str]:
    """A row a line."""
    return [_head(table)] + [" ".join(_cells(table, line)) for line in table.lines]


def numbered(table: Table) -> list[str]:
    """A row a line, numbered."""
    return [_head(table, "No.")] + [
        " ".join([str(n), *_cells(table, line)]) for n, line in enumerate(table.lines, 1)
    ]


def circled(table: Table) -> list[str]:
    """A row a line, names begin with a circled number."""
    return [_head(table)] + [
        "①②③④⑤⑥⑦"[n] + " ".join(_cells(table, line)) for n, line in enumerate(table.lines)
    ]


def by_cell(table: Table) -> list[str]:
    """A cell a line."""
    found = [table.named, *table.unit_head(), *_heads(table)]
    for line in table.lines:
        found += _cells(table, line)
    return found


def years_below(table: Table) -> list[str]:
    """A cell a line, the year of each value below it."""
    found = [table.named, *table.unit_head(), *table.head]
    for line in table.lines:
        found += _cells(table, line)[: -len(line.values)]
        for value, year in zip(line.values, table.years, strict=True):
            found += [value, *([f"({year})"] if year else [])]
    return found


def values_below(table: Table) -> list[str]:
    """The name on a line, its values on the next."""
    found = [_head(table)]
    for line in table.lines:
        found += [line.name, " ".join(_cells(table, line)[1:])]
    return found


def by_column(table: Table) -> list[str]:
    """A column after the other, heads above."""
    found = [table.named, *[line.name for line in table.lines]]
    if table.unit_column:
        found += ["単位", *[line.unit for line in table.lines]]
    for column, head in enumerate(_heads(table)):
        found += [head, *[line.values[column] for line in table.lines]]
    return found


def names_first(table: Table) -> list[str]:
    """The head, all names, then the values row by row."""
    found = [_head(table), *[line.name for line in table.lines]]
    return found + [" ".join(_cells(table, line)[1:]) for line in table.lines]


def one_row(table: Table) -> list[str]:
    """All on one line."""
    return [" ".join(by_row(table))]


def wrapped(table: Table) -> list[str]:
    """Names that go on on the next line, before their values."""
    found = [_head(table)]
    for line in table.lines:
        cells = _cells(table, line)
        if len(line.name) > 9:
            cut = table.dice.randint(6, len(line.name) - 2)
            found.append(line.name[:cut])
            cells[0] = line.name[cut:]
        found.append(" ".join(cells))
    return found


def described(table: Table) -> list[str]:
    """A sentence on each indicator between its name and its values."""
    found = [" ".join([table.named, "説明", *table.unit_head(), *_heads(table)])]
    for line in table.lines:
        first, other = table.dice.choice(_KANJI), table.dice.choice(_KANJI)
        note = f"{first}の{table.dice.choice(_DEEDS)}が広がり、{other}が身近になります。"
        found += [line.name, note, " ".join(_cells(table, line)[1:])]
    return found


def with_titles(table: Table) -> list[str]:
    """The title of a measure before each name, on one line with it."""
    found = [_head(table, "施策")]
    for n, line in enumerate(table.lines, 1):
        title = f"{n}{table.dice.choice(_KANJI)}の{table.dice.choice(_DEEDS)}の推進"
        found.append(" ".join([title, *_cells(table, line)]))
    return found


def with_sections(table: Table) -> list[str]:
    """The department at the end of each row."""
    found = [_head(table, last="担当課")]
    return found + [
        " ".join([*_cells(table, line), table.dice.choice(_SECTIONS)]) for line in table.lines
    ]


def sources(table: Table) -> list[str]:
    """A cell a line, the source of each behind its values."""
    found = [table.named, *table.unit_head(), *_heads(table), "出典"]
    for line in table.lines:
        found += [*_cells(table, line), table.dice.choice(["住民意識調査", "庁内資料", "業務統計"])]
    return found


def headed_again(table: Table) -> list[str]:
    """Each indicator with a head of its own."""
    found: list[str] = []
    for line in table.lines:
        found += [_head(table), " ".join(_cells(table, line))]
    return found


def target_first(table: Table) -> list[str]:
    """The value aimed at before the one now."""
    found = [" ".join([table.named, *table.unit_head(), *reversed(_heads(table))])]
    for line in table.lines:
        cells = _cells(table, line)
        found.append(" ".join([*cells[: -len(line.values)], *reversed(line.values)]))
    return found


def arrows(table: Table) -> list[str]:
    """A sentence a line: name: value → value."""
    found = ["■ 数値目標"]
    for line in table.lines:
        unit = line.unit if table.unit_column else ""
        both = zip(
            (line.values[0], line.values[-1]), (table.years[0], table.years[-1]), strict=True
        )
        told = [value + unit + (f"({year})" if year else "") for value, year in both]
        found.append(f"{line.name}：{'→'.join(told)}")
    return found


def bars(table: Table) -> list[str]:
    """Cells between bars."""
    cells = [
        [table.named, *table.unit_head(), *_heads(table)],
        *[_cells(table, line) for line in table.lines],
    ]
    rows = ["| " + " | ".join(row) + " |" for row in cells]
    return [rows[0], "|" + "---|" * len(cells[0]), *rows[1:]]


LAYOUTS: dict[str, Callable[[Table], list[str]]] = {
    one.__name__: one
    for one in (
        by_row, numbered, circled, by_cell, years_below, values_below, by_column, names_first,
        one_row, wrapped, described, with_titles, with_sections, sources, headed_again,
        target_first, arrows, bars,
    )
}  # fmt: skip


def population(dice: random.Random) -> list[str]:
    """People by year: no indicators."""
    found = ["区分 平成22年 平成27年 令和2年"]
    for name in ("総人口", "年少人口", "生産年齢人口", "老年人口", "世帯数"):
        found.append(" ".join([name, *[f"{dice.randint(900, 90000):,}" for _ in range(3)]]))
    return found


def budget(dice: random.Random) -> list[str]:
    """Money by purpose: no indicators."""
    found = ["款 予算額 決算額 構成比"]
    for name in ("民生費", "総務費", "土木費", "公債費"):
        sums = [f"{dice.randint(100, 9000):,}千円" for _ in range(2)]
        found.append(" ".join([name, *sums, f"{dice.uniform(1, 50):.1f}%"]))
    return found


def schedule(dice: random.Random) -> list[str]:
    """When what is done: no indicators."""
    found = ["取組 R4 R5 R6 R7"]
    for _ in range(4):
        found.append(f"{dice.choice(_KANJI)}の{dice.choice(_DEEDS)} 検討 準備 実施 実施")
    return found


NONE = {one.__name__: one for one in (population, budget, schedule)}
_BEFORE = (
    "第2章 {0}と{1}のまちづくり", "",
    "{0}は、{1}とともに受け継がれてきました。これからも{0}を大切にする取組を進めます。", "",
)  # fmt: skip
_AFTER = ("", "このように{1}を進めるため、{0}の人々と力を合わせ、{1}の場を広げていきます。", "")


def document(lines: list[str], dice: random.Random) -> str:
    """Put text before and behind a table."""
    words = dice.choice(_KANJI), dice.choice(_DEEDS)
    return (
        "\n".join(line.format(*words) for line in _BEFORE)
        + "\n".join(["", *lines])
        + "\n".join(line.format(*words) for line in _AFTER)
        + "\n"
    )
