"""Works of a year, each with its amount on the line: ★… 2,488万円, 【新規】…（80,194千円）.

News of a place prints them below the goals of its plan. A flag takes the place of the mark, the
amount stands behind dots, a space or in brackets; both say that the line is a work and no text.
Names of a budget (町税, 民生費, 特別会計) bear amounts as well and are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plangraph.reading.recovery.lines import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import MARKS, narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

#: A line has so many letters at most; so many of them make a list.
_LONGEST, _LEAST = 80, 3
_ENDS = frozenset("円)）】]")
_PRICED = re.compile(
    r"(?P<name>.{3,44}?)(?:[ .…‥:・]++(?<!・)|(?=[(\[【]))[(\[【]?"
    r"(?:当初)?(?:予算額?|事業費)?[ :]*約?\d[\d,.]*(?:[億万千百]+[\d,.]*)*円[)\]】]?"
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


class _Line(NamedTuple):
    unit: Unit
    name: str


def name(units: list[Unit]) -> None:
    """Make works of the lines that bear amounts, where enough do below headings with codes."""
    found: list[_Line] = []
    coded = False
    for unit in units:
        text = unit.text
        if text[-1:] in _ENDS and "円" in text[-4:] and len(text) <= _LONGEST:
            line = _line(unit) if coded else None
            found += [line] if line else []
        coded = coded or (unit.code is not None and not unit.prose)
    works = sum(_WORK.search(one.name) is not None for one in found)
    if len(found) < _LEAST or 2 * works < len(found):
        return
    for one in found:
        unit = one.unit
        unit.printed = unit.printed or unit.text
        unit.text, unit.cells = one.name, ()
        parse_unit(unit)
        unit.code, unit.mark, unit.rest, unit.prose = None, "", one.name, False
        unit.hint, unit.celled = "project", True


def _line(unit: Unit) -> _Line | None:
    """Return the line of a work with its bare name, or None."""
    if unit.use or len(unit.cells) > 2 or (unit.code and unit.code.word):
        return None
    text = (unit.rest if unit.code else unit.text).strip().replace("\t", " ")
    told = _PRICED.fullmatch(narrow(text))
    if told is None or "。" in text:
        return None
    name = text[: told.end("name")].strip(f"{MARKS} 　")
    name = name[len(flag[0]) :] if (flag := _FLAG.match(narrow(name))) else name
    known = _BUDGET.search(name) or role_of(plain(name))
    return None if known or len(name) < 3 else _Line(unit, name.strip(f"{MARKS} 　"))
