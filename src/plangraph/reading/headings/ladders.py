"""A page of one measure says where it stands: 基本目標 安心のまち, below it 施策 地域医療の充実.

One word of a level with a title beside or below it may be chance; words of several levels, the
higher one first and nothing between them, are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow, parse
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import OPEN, plain

#: Words of levels by kind, the higher levels first.
_LEVELS = (
    ("goal", r"(?:基本|政策|まちづくりの(?:基本)?)目標|まちづくりの柱|(?:施策|政策)の?大綱"),
    ("policy", r"(?:基本)?政策|基本方針"),
    ("measure", r"(?:基本)?施策"),
    ("direction", r"細施策|小施策"),
)
_KINDS = [kind for kind, _ in _LEVELS]
_RUNG = re.compile(
    r"[■◆●○□◎]?\s?(?:(?P<open>[【\[〔<《])\s?)?"
    f"(?P<word>{'|'.join(f'(?P<{kind}>{words})' for kind, words in _LEVELS)})名?"
    r"(?(open)\s?[】\]〕>》]\s*:?|(?=[\s:]|$)\s*:?)\s*(?P<title>.*)"
)
_BEGINS = frozenset("基政施ま細小【[〔<《＜［■◆●○□◎")
_LONGEST = 60


class _Step(NamedTuple):
    """A word of a level, its title and the places of both."""

    kind: str
    word: Unit
    title: Unit
    text: str
    code: Code | None
    end: int


def name(units: list[Unit]) -> None:
    """Give the titles of a ladder the kinds that the words beside them stand for."""
    end = 0
    for place in [place for place, unit in enumerate(units) if unit.text[:1] in _BEGINS]:
        if place < end:
            continue
        ladder: list[_Step] = []
        end = place
        while (step := _step(units, end)) and (not ladder or _is_below(step, ladder[-1])):
            ladder.append(step)
            end = step.end
        if len(ladder) > 1:
            for step in ladder:
                _name(step)


def _is_below(step: _Step, above: _Step) -> bool:
    return _KINDS.index(step.kind) > _KINDS.index(above.kind)


def _step(units: list[Unit], place: int) -> _Step | None:
    unit = units[place] if place < len(units) else None
    if unit is None or unit.text[:1] not in _BEGINS or len(unit.text) > _LONGEST:
        return None
    if unit.use or unit.prose or unit.contents or unit.hint or (unit.code and unit.code.word):
        return None
    found = _RUNG.fullmatch(narrow(unit.text.replace("\t", " ").strip()))
    if found is None:
        return None
    kind = next(kind for kind in _KINDS if found[kind])
    if found["title"]:
        return _titled(kind, unit, unit, unit.text.strip()[found.start("title") :], place + 1)
    below = units[place + 1] if place + 1 < len(units) else None
    if below is None or below.use or below.prose or below.contents or below.cells:
        return None
    if below.mark and below.first != unit.first:  # an item of a list
        return None
    text = below.text.strip().removeprefix(below.mark)
    return _titled(kind, unit, below, text.strip(), place + 2)


def _titled(kind: str, word: Unit, unit: Unit, text: str, end: int) -> _Step | None:
    """Return the step, if what stands beside or below its word may be a title."""
    _, code, start = parse(narrow(text))
    title = text[start:].strip() if code else text
    if (code and code.word) or not 3 < len(title) <= _LONGEST or "。" in title:
        return None
    named = role_of(plain(title)) or OPEN.search(title) or _RUNG.match(narrow(title))
    return None if named else _Step(kind, word, unit, title, code, end)


def _name(step: _Step) -> None:
    unit = step.title
    unit.hint, unit.mark, unit.code, unit.rest = step.kind, "", step.code, step.text
    if step.word is not unit:
        step.word.use = "joined"
