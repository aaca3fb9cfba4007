"""Heads and feet of pages (柱・ノンブル): lines that every page prints again, and page numbers."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.looks import plain

_HEADER = re.compile(r"計画|構想|プラン|ビジョン|章|編|部|\d")
#: So many pages have numbers where heads of pages are looked for.
_PAGES = 2


def put_aside(units: list[Unit]) -> None:
    """Mark heads and feet of pages, once the numbers of pages that stand alone are known."""
    _paged(units)
    _running(units)
    _turned(units)
    _running_codes(units)


#: The foot of a page with its number beside the name: 39 第4次花町総合計画, 花町総合計画　40.
_LONGEST_FOOT = 42
_NAMED_FOOT = re.compile(r"(\d{1,3})\s+(\D.{3,36})|(.{3,36}\D)\s+(\d{1,3})")


def _paged(units: list[Unit]) -> None:
    """Put aside the numbers of pages that stand beside one name, each higher than the last."""
    may = [
        unit for unit in units
        if len(unit.text) < _LONGEST_FOOT and not (unit.use or unit.cells)
        and (unit.text[0].isdecimal() or unit.text[-1].isdecimal())
    ]  # fmt: skip
    named: dict[str, list[tuple[int, Unit]]] = {}
    for unit in may:
        if foot := _NAMED_FOOT.fullmatch(narrow(unit.text)):
            page = int(foot[1] or foot[4])
            named.setdefault(foot[2] or foot[3], []).append((page, unit))
    for name, found in named.items():
        rising = all(one[0] < after[0] for one, after in itertools.pairwise(found))
        if len(found) >= _TURNS and rising and lexicon.PLAN_NAME.search(name):
            for _, unit in found:
                unit.use = "page-number"


def _at_edge(units: list[Unit], place: int) -> bool:
    """Tell whether a line stands where a page begins or ends."""
    unit = units[place]
    before = units[place - 1] if place else None
    after = units[place + 1] if place + 1 < len(units) else None
    if before is None or after is None or unit.gap > 1 or after.gap > 1:
        return True
    if "page-number" in (before.use, after.use):
        return True
    return before.page != unit.page or after.page != unit.page


def _running_codes(units: list[Unit]) -> None:
    """Chapters and sections that go on and that a page prints again are running headers.

    A heading with a code is one of these where the last of its family was the same, and only
    such lines stand between it and the number of a page.
    """
    if sum(unit.use == "page-number" for unit in units) < _PAGES:
        return
    current: dict[tuple[str, str], str] = {}
    turned = False
    for unit in units:
        code = unit.code
        if unit.use in ("page-number", "running-header"):
            turned = turned or unit.use == "page-number"
            continue
        if code is None or unit.use or unit.prose or unit.contents:
            turned = turned and bool(unit.use)
            continue
        family = code.family
        if turned and current.get(family) == unit.text and (code.word or code.shape[0] == "第"):
            unit.use = "running-header"
            continue
        turned = False
        if current.get(family) != unit.text:
            known = list(current)
            for below in known[known.index(family) + 1 :] if family in current else ():
                del current[below]
            current[family] = unit.text


def _heads_table(text: str) -> bool:
    """Tell a line of words that head columns: 指標 現状 目標 単位."""
    words = re.split(r"[\s　]+", text.strip())
    return len(words) > 1 and sum(column(word) is not None for word in words) >= 2


_NUMBERS = re.compile(r"\d+")
#: So many lines stand between the number of a page and its text, and so often on one.
_TABS, _TURNS = 6, 2


def _turned(units: list[Unit]) -> None:
    """Lines that stand by the number of a page again and again, and nowhere else, head pages.

    The first of them may be the title itself, unless it names a part of the document (基本計画).
    """
    numbers = [place for place, unit in enumerate(units) if unit.use == "page-number"]
    if len(numbers) < _TURNS:
        return
    often = Counter(unit.text for unit in units if _may_turn(unit))
    at: dict[str, list[Unit]] = {}
    for place in numbers:
        for unit in itertools.takewhile(
            lambda one: _may_turn(one) and often[one.text] > 1, units[place + 1 : place + _TABS]
        ):
            at.setdefault(unit.text, []).append(unit)
    for text, found in at.items():
        rest = found[0].rest if found[0].code else text
        part = lexicon.PARTS.match(narrow(rest).replace(" ", "")) is not None
        if not part and lexicon.role_of(plain(rest)) is not None:
            continue
        if len(found) < _TURNS or often[text] > len(found) + 1:
            continue
        for unit in found if part or often[text] > len(found) else found[1:]:
            unit.use = "running-header"


def _may_turn(unit: Unit) -> bool:
    code = unit.code
    counts = code is not None and not (code.word or code.shape[0] == "第")
    plain_line = not (unit.use or counts or unit.mark or unit.prose or unit.contents)
    return plain_line and 2 <= len(unit.text) < 40 and not unit.text.isascii()


#: A running header comes so often; in small letters on all pages but one of fewer, too.
_OFTEN, _SMALL = 4, 0.85


def _small(units: list[Unit], least: int) -> set[str]:
    """Return what stands in small letters at the turn of pages, and of pages only."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for place, unit in enumerate(units):
        if unit.page and not unit.use and unit.size <= _SMALL and 2 < len(unit.text) < 60:
            name = _NUMBERS.sub("", unit.text)
            found.setdefault(name, []).append((unit.page, _at_edge(units, place)))
    return {
        name
        for name, told in found.items()
        if len({page for page, _ in told}) >= max(2, least) and all(edge for _, edge in told)
    }


def _running(units: list[Unit]) -> None:
    """Uncoded lines that come again and again at the turn of a page are running headers."""
    counts: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    for place, unit in enumerate(units):
        if not unit.use and not unit.prose and 2 < len(unit.text) < 40 and not unit.code:
            name = _NUMBERS.sub("", unit.text)
            counts[name] += 1
            edges[name] += _at_edge(units, place)
    pages = len({unit.page for unit in units if unit.page})
    small = _small(units, min(_OFTEN, pages - 1))
    for unit in units:
        if not unit.use and unit.size <= _SMALL and _NUMBERS.sub("", unit.text) in small:
            unit.use = "running-header"
        if unit.use or unit.code or unit.mark or unit.prose or len(unit.text) >= 40:
            continue
        name = _NUMBERS.sub("", unit.text)
        if counts[name] < _OFTEN:
            continue
        if len(unit.cells) > 1 or _heads_table(unit.text) or 2 * edges[name] < counts[name]:
            continue
        running = counts[name] >= max(_OFTEN, pages // 3) and _HEADER.search(unit.text)
        if running and lexicon.role_of(narrow(unit.text).replace(" ", "")) is None:
            unit.use = "running-header"
