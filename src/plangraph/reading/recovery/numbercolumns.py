"""Numbers in a column of their own (番号の列): 1-1, 1-2, 1-3, then as many titles.

Extraction that gives a chart column by column has all numbers of a column before the titles beside
them. As many titles as numbers, up to the next number or the end, are theirs, in order. On a
contents page, where each title has its page, numbers of several levels may stand in one column.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.layout import runs
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ends_usually, plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

#: So many numbers make a column, plain ones more; a title has so many letters.
_FEWEST, _PLAIN, _SHORTEST, _LONGEST = 2, 3, 3, 50
#: So many of the titles of plain numbers end as titles do.
_USUAL = 0.5


def pair(units: list[Unit]) -> None:
    """Give the numbers of columns to the titles below them, in order."""
    for run in runs([place for place, unit in enumerate(units) if unit.code and _is_bare(unit)]):
        codes = [code for place in run if (code := units[place].code)]
        if len(codes) < _FEWEST:
            continue
        reach = units[run.stop : run.stop + 2 * len(codes) + _NAMES]
        below = [unit for unit in reach if unit.use != "rule" and not _is_name(unit)]
        titles, after = below[: len(codes)], below[len(codes) : len(codes) + 1]
        if _are_paged(codes, titles, after) or (_counts(codes) and _fit(codes, titles, after)):
            for place, code, title in zip(run, codes, titles, strict=True):
                title.code, title.rest, units[place].use = code, title.text, "joined"
            for unit in filter(_is_name, reach[: reach.index(titles[-1])]):
                unit.use = "running-header"


#: So many lines at the edge of a page name the plan or its place, and are titles of no number.
_NAMES = 2
_NAME = re.compile(
    r"\S{0,20}(?:計画|戦略|プラン|ビジョン|構想)\s?(?:[【(<].{2,6}[】)>])?|\S{1,6}[市町村区]|[【(<].{2,4}版[】)>]"
)


def _is_name(unit: Unit) -> bool:
    return unit.code is None and _NAME.fullmatch(narrow(unit.text).strip()) is not None


def _is_bare(unit: Unit) -> bool:
    """Tell a code alone on its line."""
    bare = unit.code is not None and not unit.rest and not (unit.mark or unit.cells)
    return bare and unit.use in ("", "page-number")


def _counts(codes: list[Code]) -> bool:
    """Tell codes of one family that go on by one, or start again."""
    if len({code.family for code in codes}) > 1:
        return False
    numbers = [code.numbers[-1] for code in codes]
    rising = all(b == a + 1 for a, b in itertools.pairwise(numbers))  # 施策201, 施策202
    return rising or (
        numbers[0] == 1 and all(b in (1, a + 1) for a, b in itertools.pairwise(numbers))
    )


def _are_paged(codes: list[Code], titles: list[Unit], after: list[Unit]) -> bool:
    """Tell titles of a contents page, as many as the numbers of one level or more above them."""
    if len(titles) < len(codes) or not all(map(_is_entry, titles)) or any(map(_is_title, after)):
        return False
    last: dict[tuple[str, str], int] = {}
    for code in codes:
        number = code.numbers[-1]
        if number != 1 and last.get(code.family, number - 1) + 1 != number:
            return False
        last[code.family] = number
    return True


def _is_entry(unit: Unit) -> bool:
    return unit.contents and not (unit.use or unit.code or unit.mark or unit.cells)


def _fit(codes: list[Code], titles: list[Unit], after: list[Unit]) -> bool:
    """Tell titles that are as many as their numbers, and no more."""
    if len(titles) < len(codes) or not all(map(_is_title, titles)):
        return False
    if after and _is_title(after[0]) and not after[0].gap:
        return False
    told = codes[0].word or len(codes[0].numbers) > 1 or codes[0].shape.startswith("第")
    usual = sum(ends_usually(one.text) for one in titles)
    return bool(told) or (len(codes) >= _PLAIN and usual >= _USUAL * len(titles))


def _is_title(unit: Unit) -> bool:
    other = unit.use or unit.code or unit.prose or unit.mark or unit.cells
    text = narrow(unit.text)
    if other or not _SHORTEST <= len(text) <= _LONGEST or text.isascii():
        return False
    return role_of(plain(text)) is None and not (is_no_title(text) or is_placeholder(text))
