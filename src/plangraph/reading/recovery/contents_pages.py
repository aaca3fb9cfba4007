"""Contents pages (目次) without leaders: runs of lines that end, or begin, with rising pages."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from plangraph.reading.recovery.leaders import BARE, LEADER
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.codewords import coded_kinds
from plangraph.reading.terms.lexicon import CONTENTS

#: A title, and its page in any dress: 12, P.12, (12), 12ページ.
_PAGED = re.compile(
    r"^(?P<text>.*?[^\d\s.,:％%(\[pP])[\s.…･・‥]{1,}"
    r"(?:[pP]\.?\s?|\((?:[pP]\.?\s?)?)?(?P<page>\d{1,3})(?:\)|\s?(?:ページ|頁|[pP]))?\s*$"
)
#: … and a page that nothing parts from its title: 健康づくりの推進12.
_GLUED = re.compile(r"(?P<text>.{2,}[ぁ-んァ-ヶー一-龥々」』)])(?P<page>\d{1,3})")
#: What is left of a line drawn to a page: …の充実--- 50.
_RULED = re.compile(r"\s*[\-―─_=]{2,}$")
_ENDS = frozenset("0123456789０１２３４５６７８９)）pPｐＰ頁ジ")
#: A page and the title behind it: 28　１－１　子育て支援, P.28 | …; which begins so.
_AHEAD = re.compile(
    r"(?P<dress>[pP]{0,2}\.?\s?)(?P<page>\d{1,3})(?:ページ|頁)?[\s|…]+(?=[^\s|…\d].|\d\D)"
)
_BEGINS = frozenset("0123456789pP０１２３４５６７８９ｐＰ")
#: What a leader is made of whose page stands elsewhere.
_DOTS = frozenset("…‥・.")
#: So many titles with pages before them; so many lines between two; the longest title.
_FEWEST, _BETWEEN, _LONGEST = 6, 3, 60


def lead(rows: list[Row]) -> list[Row]:
    """Return the rows, those of contents pages with leaders before their pages."""
    rows = _turned(_below(rows))
    matches = {
        place: match for place, row in enumerate(rows)
        if (text := row.text.rstrip())[-1:] in _ENDS and len(text) < 70
        and (match := _paged(narrow(text)))
    }  # fmt: skip
    if not matches:
        return rows
    found: dict[int, tuple[str, int]] = {}
    run: list[tuple[int, str, int]] = []
    misses = 0
    for place, row in enumerate(rows):
        text, match = row.text.rstrip(), matches.get(place)
        if not text or not (match or run):
            continue
        page = int(match["page"]) if match else -1
        if match and (not run or page >= run[-1][2]) and "\t" not in text:
            run.append((place, row.text[: match.end("text")], page))
            misses = 0
        elif len(text) < 40 and "。" not in text and misses < 2 and run:
            misses += 1
        else:
            _keep(run, found)
            run, misses = ([(place, row.text[: match.end("text")], page)] if match else []), 0
    _keep(run, found)
    if not found:
        return rows
    return [
        replace(row, text=f"{_RULED.sub('', found[place][0])}{LEADER}{found[place][1]}")
        if place in found
        else row
        for place, row in enumerate(rows)
    ]


#: The head of a contents page, with its first title or without; a page on a row of its own.
_HEAD = re.compile(r"(?:table of )?contents\b:?\s*(?P<first>.*)", re.I)
_ALONE = re.compile(r"(?P<page>\d{1,3})(?:\s\d{1,3})?")
#: Titles in a row that have no page; so many pages are a contents page, whose titles are no wider.
_UNPAGED, _PAGES, _WIDEST = 3, 5, 90


def _below(rows: list[Row]) -> list[Row]:
    """Return the rows, those pages beside their titles that stand on rows of their own below."""
    found: dict[int, str] = {}
    for place in [
        place for place, row in enumerate(rows)
        if "ontents" in row.text[:20] or "ONTENTS" in row.text[:20]
    ]:  # fmt: skip
        head = _HEAD.fullmatch(rows[place].text.strip())
        found |= _paged_below(rows, place, head["first"]) if head else {}
    rows = list(rows) if found else rows
    for place, text in found.items():
        rows[place] = replace(rows[place], text=text)
    return rows


def _paged_below(rows: list[Row], head: int, first: str) -> dict[int, str]:
    """Return how the rows below the head of a contents page read, their pages beside them."""
    found: dict[int, str] = {}
    titles = [(head, first)] if first else []
    last = pages = 0
    for place in range(head + 1, len(rows)):
        text = rows[place].text.strip()
        alone = _ALONE.fullmatch(text)
        if not text:
            continue
        if alone and (not titles or int(alone["page"]) < last):
            break
        if alone:
            last, pages = int(alone["page"]), pages + 1
            found |= {one: f"{title}{BARE}" for one, title in titles[:-1]}
            found |= {titles[-1][0]: f"{titles[-1][1]}{LEADER}{last}", place: ""}
            titles = []
        elif len(titles) == _UNPAGED or len(text) > _WIDEST or rows[place].cells:
            break
        else:
            titles.append((place, text))
    return found if pages >= _PAGES else {}


def _turned(rows: list[Row]) -> list[Row]:
    """Return the rows, pages that stand before their titles behind them."""
    texts = [text for row in rows if (text := row.text.strip())[:1] in _BEGINS
             and not (text[0].isalpha() and text[1:4].isalpha())]  # fmt: skip
    if sum(_AHEAD.match(narrow(text)) is not None for text in texts) < _FEWEST:
        return rows
    found: dict[int, str] = {}
    run: list[tuple[int, re.Match[str], str]] = []
    between, named, headed = 0, False, False
    for place, row in enumerate(rows):
        text = narrow(row.text.strip())
        if not text:
            continue
        match = _AHEAD.match(text) if text[0] in _BEGINS and text[-1] not in _DOTS else None
        match = match if len(text) < _LONGEST else None
        if match and (not run or int(match["page"]) >= int(run[-1][1]["page"])):
            headed = headed if run else named
            run.append((place, match, row.text.strip()))
            between = 0
        elif match or "。" in text or between >= _BETWEEN:
            found |= _ahead(run, headed)
            run, between = [], 0
        else:
            between += 1
        named = CONTENTS.search(text) is not None or (named and not match and "。" not in text)
    found |= _ahead(run, headed)
    return [
        replace(row, text=found[place], cells=()) if place in found else row
        for place, row in enumerate(rows)
    ]


def _ahead(run: list[tuple[int, re.Match[str], str]], headed: bool) -> dict[int, str]:
    """Return titles with their pages behind them; none where the numbers before them are codes.

    Pages leave some numbers out, and have the codes of the titles behind them.
    """
    if len(run) < _FEWEST:
        return {}
    pages = [int(match["page"]) for _, match, _ in run]
    counted = sum(after == before + 1 for before, after in itertools.pairwise(pages))
    coded = sum(parse(match.string[match.end() :])[1] is not None for _, match, _ in run)
    if 2 * counted > len(run) or not (headed or 2 * coded > len(run)):
        return {}
    return {
        place: f"{text[match.end() :].rstrip()}{LEADER}{match['page']}"
        for place, match, text in run
    }


def _paged(text: str) -> re.Match[str] | None:
    """Return a title with its page, which a space parts or nothing."""
    if (found := _PAGED.match(text)) or not text[-1].isdecimal():
        return found
    glued = _GLUED.fullmatch(text)
    return None if glued and coded_kinds(glued["text"].strip()) else glued


def _keep(run: list[tuple[int, str, int]], found: dict[int, tuple[str, int]]) -> None:
    apart = len({text for _, text, _ in run}) > len(run) // 2  # not 目標1, 目標2
    if len(run) >= 6 and apart and run[-1][2] - run[0][2] >= len(run) // 2:
        found.update((place, (text, page)) for place, text, page in run)
