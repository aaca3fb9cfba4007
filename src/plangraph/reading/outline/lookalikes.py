"""What only looks like titles (見出しらしい行): the last resort where no stage found an element.

Numbers may be lost with their glyphs, and words of levels with the head of a page. What is left are
lines that end as titles of plans do. A few of them may be anything; where they are many among the
short lines of a document, they are its outline, and each is told with the doubt that its look
alone speaks for it.
"""

from __future__ import annotations

import re

from plangraph.language import tr
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import stating
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

_SHORTEST, _LONGEST = 5, 40
#: So many lines must look so, and so large a part of all short ones.
_FEWEST, _SHARE = 4, 0.2
#: The head of a document whose lines look so and are no plan: so many short lines are its head.
_NO_PLAN = re.compile(
    r"用語|計画等?の?一覧|アンケート|調査(?:結果|の(?:概要|結果))|索引|名簿|設置要綱"
)
_HEAD = 8
#: Wishes in the order of their number: 1位 上下水道の整備.
_RANKED = re.compile(r"\d{1,2}位\s")


def drafts(units: list[Unit]) -> list[Draft]:
    """Return what looks like titles: goals where it says what a place will be, else measures."""
    short = [n for n, unit in enumerate(units) if _is_short(unit)]
    if any(_NO_PLAN.search(narrow(units[n].text)) for n in short[:_HEAD]):
        return []
    found = [n for n in short if _looks(units[n])]
    if len(found) < max(_FEWEST, _SHARE * len(short)):
        return []
    return [_draft(units[place], place) for place in found]


def _is_short(unit: Unit) -> bool:
    text = unit.text.strip()
    return not (unit.use or unit.prose) and not text.isascii() and len(text) <= 2 * _LONGEST


def _looks(unit: Unit) -> bool:
    name = plain(_title(unit))
    if not _SHORTEST <= len(name) <= _LONGEST or _RANKED.match(narrow(unit.text.strip())):
        return False
    if lexicon.ABOUT.search(name) or lexicon.ZONES.search(name) or lexicon.PLAN_NAME.search(name):
        return False
    if lexicon.META_TITLES.match(name) or lexicon.role_of(name):
        return False
    if is_no_title(narrow(name)) or is_placeholder(narrow(name)):
        return False
    return bool(lexicon.TITLE_END.search(name) or lexicon.PLACE.search(name))


def _title(unit: Unit) -> str:
    return (unit.rest if unit.code or unit.mark else unit.text).strip()


def _draft(unit: Unit, place: int) -> Draft:
    title = _title(unit)
    kind = "goal" if lexicon.PLACE.search(plain(title)) else "measure"
    one = stating.draft(unit, kind, title, place, "")
    one.term = None
    one.doubts.append(tr("nothing but its look says that this is a title"))
    return one
