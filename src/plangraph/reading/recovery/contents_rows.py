"""Contents pages with several titles on a row (一行の目次): 1 策定の背景 2 2 位置づけ 4 3 期間 5.

A number behind a title is its page where another number, the next code, follows it again and
again, and where the pages never fall. Pages that rise from title to title and from row to row
show that the titles are printed one after another, so that each may have a row of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery.leaders import BARE, LEADER
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.holding import holds_any

#: Shorter rows are contents pages only where they end with a page (letters).
_SHORTEST = 100
_WORD, _NUMBER = re.compile(r"\S+"), re.compile(r"\d{1,3}")
#: So many pages with a code behind them, so many titles; the largest step from a page to the next.
_PAIRS, _FEWEST, _LEAP = 3, 6, 40
#: A word longer than this is more than a code.
_CODE = 5


class _Entry(NamedTuple):
    """A title of a contents page: where it begins and ends in its row, its page and its end."""

    start: int
    stop: int
    page: int
    end: int


#: Where a title ends, by what its page is dressed with: …… 12, P.12, 12ページ, (12). Without one
#: of the signs no row has it.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "…‥⋯",
        re.compile(
            r"\s?(?<![…‥⋯])[…‥⋯]{2,}+\s?(?:[pP]\.?\s?)?(?P<page>\d{1,3})(?:ページ|頁)?(?=[\s|/]|$)"
        ),
    ),
    ("pP", re.compile(r"(?<=\S)\s{0,2}[pP]{1,2}\.?\s?(?P<page>\d{1,3})(?!\d)")),
    ("ペ頁", re.compile(r"(?<=\S)\s{0,2}(?P<page>\d{1,3})\s?(?:ページ|頁)")),
    ("(", re.compile(r"(?<=[^\s\d])\((?P<page>\d{1,3})\)(?=\s|$)")),
)
#: Two titles with their pages are so many words.
_WORDS = 4
_ENDS = frozenset("0123456789)ジ頁")
#: What stands between two titles of a row, and the name of the page before the first.
_BETWEEN, _PRINTED = " /|,\t", " 　/／|｜,\t"
_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_NAME = re.compile(r"(?:目\s*次|もくじ|CONTENTS|Contents)[】〕\]]?(?=\s|第|序|基)")
#: Pages fall from a title to the next once in so many at most.
_FALLS = 8
#: One title in so many has a code, which so many letters hold.
_CODED, _REACH = 4, 20


def part(rows: list[Row]) -> list[Row]:
    """Return the rows, those of a contents page that hold several titles with a row for each."""
    ends = {
        place: narrow(row.text)
        for place, row in enumerate(rows) if "。" not in row.text and _may(row)
    }  # fmt: skip
    if not ends:
        return rows
    for signs, form in (*_FORMS, ("", None)):
        if form is None and max(len(text.split()) for text in ends.values()) < _WORDS:
            return rows
        found = {
            place: entries for place, text in ends.items()
            if (not signs or holds_any(text, signs)) and (entries := _entries(text, form))
        }  # fmt: skip
        if form is None and not _are_pages(rows, found):
            return rows
        if _is_page([entry for entries in found.values() for entry in entries], len(found)):
            return [
                one for place, row in enumerate(rows)
                for one in (_parted(row, found[place]) if place in found else (row,))
            ]  # fmt: skip
    return rows


def _may(row: Row) -> bool:
    text = row.text.rstrip()
    if row.cells or text.isascii() or not (narrow(text[-1:]) in _ENDS or len(text) >= _SHORTEST):
        return False
    return BARE not in text


def _are_pages(rows: list[Row], found: dict[int, list[_Entry]]) -> bool:
    """Tell numbers of pages, behind which codes stand again, from those of titles."""
    starts = [
        narrow(rows[place].text)[one.start :].lstrip(_BETWEEN)
        for place, entries in found.items() for one in entries if one.start
    ]  # fmt: skip
    coded = sum(parse(text[:_REACH])[1] is not None for text in starts)
    return coded >= _PAIRS and _CODED * coded >= len(starts)


def _is_page(entries: list[_Entry], rows: int) -> bool:
    """Tell the titles of a contents page, of which some stand on one row."""
    if len(entries) < _FEWEST or len(entries) == rows:
        return False
    pairs = itertools.pairwise(entries)
    odd = sum(not one.page <= after.page <= one.page + _LEAP for one, after in pairs)
    return odd * _FALLS <= len(entries)


def _entries(folded: str, form: re.Pattern[str] | None) -> list[_Entry]:
    """Return the titles of a row that ends with a page; none of another row."""
    found = list(_bare(folded) if form is None else _dressed(folded, form))
    ends = bool(found) and not folded[found[-1][1] :].strip(_BETWEEN)
    if not ends and len(found) < _FEWEST:
        return []
    edges = [0, *(end for _, end, _ in found)]
    entries = [
        _Entry(start, stop, page, end)
        for start, (stop, end, page) in zip(edges, found, strict=False)
    ]  # fmt: skip
    titled = all(_is_title(folded[one.start : one.stop]) for one in entries)
    return entries if titled else []


def _dressed(folded: str, form: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where titles end, where their pages end, and the pages."""
    for found in form.finditer(folded):
        yield found.start(), found.end(), int(found["page"])


def _bare(folded: str) -> Iterator[tuple[int, int, int]]:
    """Yield the same of pages between spaces: a number behind a title that the last page allows."""
    titled, last = False, 0
    for word in _WORD.finditer(folded):
        if not _NUMBER.fullmatch(word[0]):
            titled = titled or parse(word[0])[1] is None or len(word[0]) > _CODE
        elif titled and int(word[0]) >= last and folded[: word.start()].rstrip()[-1:] != "第":
            titled, last = False, int(word[0])
            yield word.start(), word.end(), last


def _is_title(text: str) -> bool:
    text = text.strip(_BETWEEN)
    return len(text) > 1 and not text[-1].isdigit() and any(map(str.isalpha, text))


def _parted(row: Row, entries: list[_Entry]) -> Iterator[Row]:
    """Yield a row for each title, with a leader before its page, and for what stands around."""
    folded = narrow(row.text)
    for entry in entries:
        starts = [entry.start + start for start in _starts(folded[entry.start : entry.stop])]
        *above, title = (
            row.text[start:stop].strip(_PRINTED)
            for start, stop in itertools.pairwise((entry.start, *starts, entry.stop))
        )
        yield from (replace(row, text=text) for text in above if text)
        yield replace(row, text=f"{title}{LEADER}{entry.page}")
    if rest := row.text[entries[-1].end :].strip():
        yield replace(row, text=rest)


def _starts(first: str) -> list[int]:
    """Return where titles begin behind the name of the plan, of the page, or of a chapter.

    What stands below a chapter that has no page of its own begins with one.
    """
    name = _NAME.search(first)
    begun = name.end() if name else 0
    found: list[int] = []
    titled = 0
    for start in (begun, *(space.end() for space in _SPACE.finditer(first, begun))):
        below = first[start:].lstrip()
        _, code, end = parse(below)
        if code is None or " " in code.word:
            continue
        if not found or (code.numbers[-1] == 1 and start > max(found[-1] + _CODE, titled)):
            found.append(start)
            titled = len(first) - len(below) + end
    return found or [begun]
