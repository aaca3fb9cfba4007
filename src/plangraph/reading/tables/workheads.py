"""The heads of tables of works: 番号 事業名 事業内容 担当課, on one line or a word a line.

Columns of years or amounts (事業名 令和4年度 令和5年度 計) say that the rows hold costs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import ELEMENTS, LEVELS, column, of_works
from plangraph.reading.terms.workcolumns import work_column

#: A head on one line has so many letters at most, one with amounts so many, each word so many.
_HEAD, _COSTED, _WORD = 40, 90, 14
#: A head of one word a line has so many lines at most.
_LINES = 12
#: A word of two letters whose letters stand apart: 内　容.
_APART = re.compile(r"(?<!\S)(\S)[ 　]+(\S)(?!\S)")
#: What no head of such a table names: it is one of indicators, or of plans.
_OTHERS = frozenset(("baseline", "target", "title", "plan"))
#: What a line says that a column of amounts heads, at least.
_MONEY = re.compile(r"円|年度|[RHＲＨ][\d０-９]|費|額|20\d\d")
_AMOUNTS = frozenset(("cost", "unit"))
#: What may stand in the column before the names.
_BEFORE = frozenset(("number", "other", "flag"))


class Head(NamedTuple):
    """What the columns of a table of works hold, and how many units its head takes."""

    #: What the first column of names calls them: project, measure, direction ….
    kind: str
    numbered: bool
    #: A column says what is done; another one who does it.
    told: bool
    owned: bool
    length: int
    #: How many columns of amounts there are at most; whether one tells new works from others.
    costs: int = 0
    flagged: bool = False
    #: A column behind the names says so.
    stated: bool = False


def at(units: list[Unit], place: int) -> Head | None:
    """Return the head of a table of works that begins at a unit, or None."""
    unit = units[place]
    if unit.prose or unit.mark or unit.use not in ("", "table"):
        return None
    text = " ".join(unit.text.split()) if "   " in unit.text else unit.text
    if len(text) > _COSTED or ((unit.code or len(text) > _HEAD) and not _MONEY.search(text)):
        return None
    closed = _APART.sub(r"\1\2", text) if " " in text or "　" in text else text
    words = list(unit.cells) or closed.split()
    if len(words) > 1:
        return _in_line(units, place, words)
    return None if unit.code else _in_lines(units, place)


def _in_line(units: list[Unit], place: int, words: list[str]) -> Head | None:
    """Return the head that a line names, its years perhaps on the line below."""
    if units[place].code:  # 主要事業 R4 R5, unless a word of it heads no column
        head = _head(words, 1) if all(map(work_column, words)) else None
        return head if head and head.costs else None
    years = (
        units[place + 1].text.split() if place + 1 < len(units) and work_column(words[-1]) else []
    )
    below = bool(years) and all(work_column(one) in _AMOUNTS for one in years)
    return _head([*words, *years], 2) if below else _head(words, 1)


def _in_lines(units: list[Unit], place: int) -> Head | None:
    """Return the head that names a column a line, or was parted behind its first word."""
    text = units[place].text.strip()
    if work_column(text) is None:
        return None
    above = units[place - 1] if place else None
    if above is not None and not above.mark and column(above.text.strip()):
        return None  # only the end of a head
    lines = [text]
    for below in units[place + 1 : place + _LINES]:
        text = below.text.strip()
        words = list(below.cells) or text.split()
        parted = below.first == units[place].first or all(
            work_column(one) == "cost" for one in words[1:]
        )
        if len(lines) == 1 and len(words) > 1 and parted:
            return _head([*lines, *words], 2)
        kind = work_column(text) if len(text) <= _WORD else None
        plain = kind in _AMOUNTS or not (below.prose or below.code or below.mark)
        if not plain or kind is None or below.gap or text in lines:
            break
        lines.append(text)
    return _head(lines, len(lines)) if len(lines) > 1 else None


def _head(words: list[str], length: int) -> Head | None:
    if any(len(word) > _WORD for word in words):
        return None
    kinds = of_works([work_column(word) for word in words], words)
    costs = kinds.count("cost")
    first = next((place for place, kind in enumerate(kinds) if kind in ELEMENTS), None)
    if costs and (kinds[0] == "unit" or (first == 0 and kinds[0] in kinds[1:])):
        return _head(words[1:], length)  # a label above the head, or in what money it counts
    if first is None or first > 1 + bool(costs) or _OTHERS & set(kinds):
        return None
    flagged = "flag" in kinds[:first]
    if first and kinds[0] not in _BEFORE:
        return None
    after = list(zip(kinds[first + 1 :], words[first + 1 :], strict=True))
    owned = any(kind == "department" for kind, _ in after)
    stated = any(kind == "flag" for kind, _ in after)
    told = any(kind == "other" or word.endswith("内容") for kind, word in after)
    told = told or (stated and not owned)
    below = LEVELS[LEVELS.index(kinds[first]) + 1 :] if kinds[first] in LEVELS else ()
    if not (told or owned or costs):
        return None
    if any(k in below and not w.endswith("内容") for k, w in after):
        return None
    numbered = "number" in kinds[:first]
    return Head(kinds[first] or "", numbered, told, owned, length, costs, flagged, stated)


def is_unit(unit: Unit) -> bool:
    """Tell a line that only says in what money a table counts: （単位：千円）."""
    return len(unit.text) <= _WORD and work_column(unit.text.strip()) == "unit"


def plain(text: str) -> str:
    """Return the text of a cell in half width, without white space at its ends."""
    return narrow(text.strip())
