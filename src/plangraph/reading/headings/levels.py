"""Levels that a word names without a number: 施策　観光の振興, 【施策】観光の振興.

The word comes again and again, each time with another title beside it or on the next line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.codewords import coded_kinds
from plangraph.reading.terms.lexicon import TITLE_END, role_of
from plangraph.reading.terms.looks import OPEN

_WORD = r"(?:基本|政策)目標|(?:基本)?(?:政策|施策)"
_BESIDE = re.compile(rf"[■◆●○□◎]?\s?(?P<word>{_WORD})名?(?:\s?:\s?|\s+)(?P<title>\S.{{2,48}})")
_BOXED = re.compile(rf"[【\[〔<《](?P<word>{_WORD})名?[】\]〕>》]\s*(?P<title>\S.{{2,48}})?")
_ABOVE = re.compile(rf"[■◆●○□◎]?\s?(?P<word>{_WORD})名?")
_BEGINS = frozenset("基政施【[〔<《＜［■◆●○□◎")
#: So many different titles make a level, most of them with a usual end.
_TITLES = 2


def name(units: list[Unit]) -> None:
    """Give titles beside or below such a word the kind that it stands for."""
    found: dict[tuple[str, str], list[tuple[Unit, Unit, str]]] = {}
    for form, word, label, unit, title in _candidates(units):
        found.setdefault((form, word), []).append((label, unit, title))
    for (form, word), members in found.items():
        titles = {title for _, _, title in members}
        usual = sum(bool(TITLE_END.search(title)) for title in titles)
        least = _TITLES if form == "boxed" else _TITLES + 1
        if len(titles) < least or 2 * usual < len(titles):
            continue
        kinds = coded_kinds(word)
        for label, unit, title in members:
            unit.hint, unit.mark, unit.code = max(kinds, key=lambda kind: kinds[kind]), "", None
            unit.rest = unit.text.strip()[-len(title) :]
            if label is not unit:
                label.use = "joined"


def _candidates(units: list[Unit]) -> Iterator[tuple[str, str, Unit, Unit, str]]:
    """Yield form, word, the line of the word, the line of the title, and the title."""
    for unit, below, second in itertools.zip_longest(units, units[1:], units[2:]):
        if unit.use or unit.prose or unit.code or unit.cells or unit.contents:
            continue
        if unit.text[:1] not in _BEGINS:
            continue
        text = narrow(unit.text.strip())
        boxed = _BOXED.fullmatch(text)
        beside = boxed if boxed and boxed["title"] else _BESIDE.fullmatch(text)
        if beside and _is_title(beside["title"]):
            yield "boxed" if boxed else "beside", beside["word"], unit, unit, beside["title"]
            continue
        above = (boxed if boxed and not boxed["title"] else None) or _ABOVE.fullmatch(text)
        listed = second is not None and not second.gap and _may_follow(second)
        if above and below is not None and _may_follow(below) and not listed:
            yield "above", above["word"], unit, below, below.text.strip()


def _is_title(title: str) -> bool:
    return not (OPEN.search(title) or "。" in title or role_of(title))


def _may_follow(unit: Unit) -> bool:
    """Tell a line that may be the title of the word above it."""
    other = unit.use or unit.prose or unit.code or unit.mark or unit.cells or unit.contents
    return not other and 3 < len(unit.text) <= 48 and _is_title(narrow(unit.text))
