"""Indicators of which a list below a label (数値目標, KPI) states the value aimed at, one a line.

    ○新規就農者数　５年間で15人（H26：8人）

The value now may stand behind it in brackets, or not at all.
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.tables.evidence import is_measured
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import (
    ARROW,
    ARROWS,
    NUMBER,
    RATE,
    UNIT,
    YEAR,
    common_unit,
    year_in,
)
from plangraph.reading.terms.years import YEARS
from plangraph.values import Quantity

#: A name has so many letters; a line of the list so many.
_LONGEST, _LONGEST_LINE = 50, 110
_BOUND = r"(?:累計|以上|以下|未満|程度|超|以内|を?維持|台)?"
_VALUE = rf"{NUMBER}\s?(?:{RATE}|[一-龥ァ-ヶ]{{1,3}}(?<![数率年])(?:/[年月日回人件])?)?{_BOUND}"
#: Over how many years, which is no part of the value: 5年間で, 計画期間中に.
_OVER = rf"(?:(?:\d{{1,2}}{YEARS}間?|(?:計画)?期間(?:中|内)?)(?:で|に|の)?\s?)?"
_OFTEN = r"(?:(?:累計|延べ|延|合計|計|約|概ね|おおむね|年間|毎年|年平均|年)で?\s?)?"
#: Atomic, as a year that ends in 年度 can be cut in two ways.
_NOW = (
    rf"(?>(?:現状|現況|基準|現在|実績|当初|初期|策定時|従前|直近)(?:年度?|の?数?値)?|{YEAR.pattern}末?"
    r"|[\s:~〜・、の]|時点)+"
)
_ROW = re.compile(
    rf"[^\w(（「『]{{0,3}}\s*+(?P<title>\S[^。]{{1,{_LONGEST}}}?)(?P<part>[\s:…‥・]*+)"
    rf"(?P<until>{YEAR.pattern}(?:まで)?(?:に|の|:|\s)\s?)?{_OVER}(?P<v2>{_OFTEN}{_VALUE})"
    rf"(?P<a2>\s*[(（\[]\s*{YEAR.pattern}末?\s*(?:まで|時点)?[)）\]])?"
    rf"(?:\s*[(（\[【※<←](?P<since>{_NOW})(?P<v1>{_VALUE})"
    rf"(?P<a1>\s*[(（]\s*{YEAR.pattern}末?\s*[)）])?[\s)）\]】>]*)?"
    r"(?:\s*[(（](?:\d{1,2}[かカヵヶ箇]?年間?)?[^()（）\d]{0,20}[)）])?\s*"
)
_LABEL = re.compile(
    r"[^\w。]{0,3}(?:\d{1,2}[.\s-]?){0,2}\S{0,8}"
    r"(?:指標|目標値|数値目標|目標水準|KPI|成果目標|達成目標)(?:\([^()]*\))?[^\w。]{0,2}"
)
#: What no name holds: a value, the head of one, an arrow.
_VALUED = re.compile(
    rf"[\s:](?:{YEAR.pattern}|\S{{0,4}}\d[\d,.]*{UNIT})|(?:現状|現況|基準|実績|目標)値?(?:[\s:\d]|$)|{ARROW}"
)
#: A label with nothing between it and the first name: 数値目標転入者数30人.
_GLUED = re.compile(
    r"[^\w。]{0,3}(?:数値目標|成果目標|(?:重要業績)?評価指標(?:\(KPI\))?|KPI)(?=[^\s\w]?[一-龥ァ-ヶ])"
)
_COUNTED = re.compile(r"\d\s?[^\s\d]")
_UNITED = re.compile(rf"\d\s?(?:{RATE})")


def read(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of the lines below the label at ``place``, and what follows them."""
    label = units[place]
    if label.cells or len(label.text) > _LONGEST_LINE:
        return [], place
    found: list[Found] = []
    after = place + 1
    if not _LABEL.fullmatch(re.sub(r"\s", "", narrow(label.text))):
        glued = _GLUED.match(narrow(label.text))
        first = _row(label, place, glued.end()) if glued and not label.code else None
        if first is None:
            return [], place
        found = [first]
    for number in range(place + 1, len(units)):
        unit = units[number]
        if unit.use in ("page-number", "rule"):
            continue
        one = _row(unit, number)
        follows = units[number + 1].text if number + 1 < len(units) else ""
        if one is None or follows.lstrip().startswith(ARROWS):
            break
        found.append(one)
        after = number + 1
    return found, after


def _row(unit: Unit, place: int, start: int = 0) -> Found | None:
    text = narrow(unit.text[start:])
    if unit.use or unit.cells or len(text) > _LONGEST_LINE:
        return None
    row = _ROW.fullmatch(text)
    if row is None:
        return None
    title = unit.text[start:][row.start("title") : row.end("title")].strip(" 　:：…‥・")
    measured = is_measured(title)
    if not row["part"] and not (measured and _COUNTED.search(row["v2"])):
        return None
    if not measured and not _UNITED.search(row["v2"]):
        return None
    if re.search(r"\d$", title) or YEAR.fullmatch(row["v2"].strip()):
        return None
    if _VALUED.search(narrow(title)):
        return None
    found = Found(title, unit.first, unit.last, place)
    found.target = Quantity.parse(row["v2"].strip())
    found.target_year = year_in(row["until"] or "") or year_in(row["a2"] or "")
    if row["v1"]:
        found.baseline = Quantity.parse(row["v1"].strip())
        found.baseline_year = year_in(row["since"]) or year_in(row["a1"] or "")
    found.unit = common_unit(found.baseline, found.target)
    return found
