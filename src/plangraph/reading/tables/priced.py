"""Works of a year, each with its amount on the line: ★… 2,488万円, 【新規】…（80,194千円）.

News of a place prints them below the goals of its plan. A flag takes the place of the mark, the
amount stands behind dots, a space or in brackets; both say that the line is a work and no text.
Names of a budget (町税, 民生費, 特別会計) bear amounts as well and are none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import MARKS, narrow
from plangraph.reading.terms.lexicon import PLACE, role_of
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.quantities import COST

#: A line has so many letters at most; so many of them make a list, below so many titles.
_LONGEST, _LEAST, _HEADS, _TITLE = 80, 3, 2, 8
_ENDS = frozenset("円)）】]")
_PRICED = re.compile(
    rf"(?P<name>.{{3,44}}?)(?:[ .…‥:・]++(?<!・)|(?=[(\[【]))[(\[【]?{COST}[)\]】]?"
)
#: What tells a new work from others, before its name.
_FLAG = re.compile(
    r"(?:[【\[〔(<](?:新規|拡充|継続|新|拡|重点|見直し|NEW|再掲)(?:事業)?[】\]〕)>]"
    r"|(?:新規|拡充|継続|重点|NEW|新|拡)(?= ))\s*"
)
_WORK = re.compile(
    r"(?:事業|補助|助成|支援|整備|推進|教室|講座|開催|交付|給付|支給|設置|運営|改修|更新|建設|派遣|配布|制度|導入"
    r"|委託|対策|工事|拡充|促進|大会|相談|検診|健診|接種|保全|活動|配信|貸与|負担金|積立金|繰出金)(?:費補助)?$"
)
_BUDGET = re.compile(r"(?:歳[入出]|税|会計|交付税|収入|支出金|[^設整]備?費|債|総額|予算|合?計)$")


#: Works in quotes, one or several; how an amount goes on behind its first digits.
_QUOTED = re.compile("[「『]([^「」『』]{3,40})[」』]")
_ALL_QUOTED = re.compile(rf"(?:{_QUOTED.pattern}[、，・ 　]*)+")
_MONEY = frozenset("億万千円,，.")
#: An amount on a line of its own, and what a page of such works is called.
_AMOUNT = re.compile(r"[(【]?(?:予算額?|事業費)?[ :]*約?\d[\d,.]*(?:[億万千百]+[\d,.]*)*円[)】]?")
_OF_YEAR = re.compile(r"(?:令和|平成|[RH]|20\d\d).{0,4}年度?.{0,3}(?:事業|取り?組み?|施策)")


class _Line(NamedTuple):
    unit: Unit
    name: str
    #: What stands above the work, and no work; the line of its amount, where it has its own.
    above: Unit | None
    amount: Unit | None = None


def name(units: list[Unit]) -> None:
    """Make works of the lines that bear amounts, where enough do below goals."""
    if not any("円" in unit.text[-4:] for unit in units):
        return
    found: list[_Line] = []
    above: Unit | None = None
    for place, unit in enumerate(units):
        text = unit.text
        if text[-1:] in _ENDS and "円" in text[-4:] and len(text) <= _LONGEST:
            line = _line(unit, above) or _over(units, place, above)
            found += [line] if line else []
        elif _may_head(unit) and not _is_named(units, place):
            above = unit
    if len(found) < _LEAST or not _below_goals(units, found):
        return
    _put_aside_headline(units, found[0])
    for one in [each for line in found for each in _apart(units, line)]:
        unit = one.unit
        unit.printed = unit.printed or unit.text
        unit.text, unit.cells = one.name, ()
        parse_unit(unit)
        unit.code, unit.mark, unit.rest, unit.prose = None, "", one.name, False
        unit.hint, unit.celled = "project", True
        if one.amount:
            one.amount.use = "amount"


def _apart(units: list[Unit], line: _Line) -> list[_Line]:
    """Return the works that a line names, each in quotes and with a unit of its own."""
    names = _QUOTED.findall(line.name) if _ALL_QUOTED.fullmatch(line.name) else []
    if not names:
        return [line]
    more = [replace(line.unit) for _ in names[1:]]
    place = next(at for at, unit in enumerate(units) if unit is line.unit)
    units[place + 1 : place + 1] = more
    return [
        line._replace(unit=unit, name=name)
        for unit, name in zip([line.unit, *more], names, strict=True)
    ]


def _may_head(unit: Unit) -> bool:
    """Tell a line that works may stand below: with a number or mark, or that says of a place."""
    if unit.prose or unit.use:
        return False
    return bool(unit.code or unit.mark) or PLACE.search(unit.text) is not None


def _is_named(units: list[Unit], place: int) -> bool:
    """Tell a line whose amount stands on the next one."""
    after = units[place + 1].text if place + 1 < len(units) else ""
    return after[-1:] in _ENDS and "円" in after[-4:] and bool(_AMOUNT.fullmatch(narrow(after)))


def _over(units: list[Unit], place: int, above: Unit | None) -> _Line | None:
    """Return the work that stands above an amount of its own line."""
    if not place or not _AMOUNT.fullmatch(narrow(units[place].text)):
        return None
    unit = units[place - 1]
    name = _bare((unit.rest if unit.code else unit.text).strip())
    if unit.use or unit.prose or unit.cells or _BUDGET.search(name) or len(name) < 3:
        return None
    return _Line(unit, name, above, units[place])


def _below_goals(units: list[Unit], found: list[_Line]) -> bool:
    """Tell works, by their names or what stands above them: titles with codes, or with one mark.

    These are goals where nothing else in the document has a code, or where they say what a place
    will be.
    """
    heads = [one for one in {id(line.above): line.above for line in found}.values() if one]
    coded = sum(one.code is not None for one in heads)
    places = sum(PLACE.search(one.rest or one.text) is not None for one in heads)
    works = sum(_WORK.search(one.name.rstrip("」』")) is not None for one in found)
    if not heads or (2 * works < len(found) and 2 * places < len(heads)):
        return False
    if len(heads) < _HEADS or len({one.mark for one in heads}) > 1:
        return coded > 0
    marked = heads[0].mark not in {line.unit.mark for line in found} and _are_long(heads)
    if coded == len(heads):
        told = not any(
            one.code and one not in heads and not (one.prose or one.use) for one in units
        )
        marked = told and not any(
            one.code.word or len(one.code.numbers) > 1 for one in heads if one.code
        )
    if not (marked or (not coded and 2 * places >= len(heads))):
        return coded > 0
    for one in heads:
        one.hint, one.mark = "goal", ""
    return True


def _are_long(heads: list[Unit]) -> bool:
    """Tell whole titles from the names of fields: 子育て, 健康・福祉."""
    return sum(len(one.rest or one.text) for one in heads) >= _TITLE * len(heads)


def _put_aside_headline(units: list[Unit], first: _Line) -> None:
    """Put aside what the page is called, which says of no title below what it is."""
    for unit in units:
        if unit is first.above or unit is first.unit:
            return
        if not (unit.use or unit.code) and _OF_YEAR.search(narrow(unit.text)):
            unit.use = "headline"


def _line(unit: Unit, above: Unit | None) -> _Line | None:
    """Return the line of a work with its bare name, or None."""
    amount = unit.code is not None and unit.rest[:1] in _MONEY  # …事業 1億円: no number of it
    if unit.use or len(unit.cells) > 2 or (unit.code and unit.code.word and not amount):
        return None
    text = (unit.rest if unit.code and not amount else unit.text).strip().replace("\t", " ")
    told = _PRICED.fullmatch(narrow(text))
    if told is None or "。" in text:
        return None
    name = _bare(text[: told.end("name")])
    known = _BUDGET.search(name) or role_of(plain(name))
    return None if known or len(name) < 3 else _Line(unit, name, above)


def _bare(name: str) -> str:
    """Return the name of a work without its mark and flag."""
    name = name.strip(f"{MARKS} 　")
    name = name[len(flag[0]) :] if (flag := _FLAG.match(narrow(name))) else name
    return name.strip(f"{MARKS} 　")
