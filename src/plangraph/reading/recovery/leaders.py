"""Leaders of contents pages (点線), whatever sign they are made of: one sort for all stages.

A sign that is repeated before the pages of several lines is a leader: …, ・・・, ――, ⋯. Behind it
the page stands in any dress (12, P.12, (12), 12ページ) or not at all, and behind that the next
title, where the page of the document is on one row.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

from plangraph.reading.recovery.layout import gapped, width_of
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.english_words import is_latin

#: What a leader becomes, and one without a page.
LEADER, BARE = " …………… ", " ……………… "
#: Such a leader within a row, with its page.
LED = re.compile(r" …………… (?P<page>\d{1,3}|[ivx]{1,5}(?![a-z]))| ……………… ")
#: A sign three times or more, spaces between or not; a long title leaves room for one or two.
_RUN = re.compile(
    r"(?:(?P<sign>[…‥⋯・･·•‧∙.．\-‐–—－―─━_＿~～ー=＝○●])(?:[ 　]?(?P=sign)){2,}+"
    r"|(?P<short>[…‥⋯・･·．.])(?P=short)?(?=\s*[\d(P]{1,4}\S{0,4}\s*$))\s*+"
)
_PAGE = re.compile(
    r"(?:(?P<open>[(\[<])\s?(?:[pP]\.?\s?)?(?P<inner>\d{1,3}|[ivx]{1,5})\s?[)\]>]"
    r"|[pP]\.?\s?(?P<lettered>\d{1,3})|(?P<bare>\d{1,3}|[ivx]{1,5}(?![a-z])))"
    r"(?:\s?(?:ページ|頁|[pP](?![a-zA-Z])))?"
)
#: Rows with leaders of one sign, and the largest step from a page to the next.
_ROWS, _LEAP = 3, 60
#: Pages fall from an entry to the next once in so many at most.
_FALLS = 8
#: Signs that leaders are made of; ends of a row that may have one; longer rows may have one within.
_DOTS, _LINES = "…‥⋯・･·•‧∙.．", "-‐–—－―─━_＿~～ー=＝○●"
_ENDS = frozenset("0123456789０１２３４５６７８９)）]］>＞ivxpPｐＰ頁ジ" + _DOTS + _LINES)
_LONG = 60
#: Signs that sentences and tables repeat as well: they lead to a page only.
_DOUBTFUL = frozenset(_LINES)
#: A page that text follows without a space.
_BESIDE = re.compile(r"(?:[pP]\.?\s?)?\d{1,3}[^\d\s]")
#: A title is no wider, and a line of it falls short of the page by no more (half letters).
_WIDEST, _SHORT = 90, 4
#: No code is longer (letters).
_CODE = 16
_REPEATED = re.compile(rf"(?P<sign>[{_DOTS}{re.escape(_LINES)}])[ 　]?(?P=sign)")

#: A gap before a page; one with a title behind the page, so many in a row of so many letters.
_GAP = re.compile(r"(?:\t|(?<=\S)[ 　]{2,})(?=(?:[pPｐＰ][.．]?)?[\d０-９])")
_GAPPED = re.compile(
    r"(?:\t|(?<! ) {2,}+)(?!(?:19|20)\d\d[/–-]\d)(?:[pP]\.?)?\d{1,6}(?![\d,.%年月日人件回円か])"
    r"(?=[^\s\d])"
)
_GAPS, _WHOLE = 4, 60
#: The name of a contents page before its first title.
_HEAD = re.compile(r".{0,30}?(?:目[ 　]*次|もくじ|CONTENTS|Contents)[】〕\]]?(?=\S)")

#: A leader with its page and no title, or without page; what it begins with.
_ALONE = re.compile(rf"(?:{_RUN.pattern})(?:{_PAGE.pattern})?\s*")
_SIGNS = frozenset(_DOTS)
#: A leader without page at the end of a row, of so many letters; a page alone.
_TRAILS, _TAIL = re.compile(rf"([{_DOTS}])(?:[ 　]?\1){{2,}}$"), 8
_PAGE_ALONE = re.compile(r"\d{1,3}")

_Led = tuple[re.Match[str], re.Match[str] | None]


def settle(rows: list[Row]) -> list[Row]:
    """Return the rows with leaders of one sort before their pages, whatever they were made of."""
    rows = _closed(rows)
    for place in gapped(rows):
        rows[place] = _drawn(rows[place])
    found = {
        place: led
        for place, row in enumerate(rows)
        if (row.text[-1:] in _ENDS or len(row.text) >= _LONG)
        and _may(row) and (led := _leaders(row.text))
    }  # fmt: skip
    signs = Counter(run["sign"] for led in found.values() for run, page in led if page)
    signs.pop(None, 0)
    bare = Counter(run["sign"] for led in found.values() for run, page in led if not page)
    bare.pop(None, 0)
    sure = {sign for sign, count in signs.items() if count >= _ROWS}
    sure |= {sign for sign, count in bare.items() if count >= _ROWS and sign not in _DOUBTFUL}
    if not sure:
        return rows
    return [
        one
        for place, row in enumerate(rows)
        for one in (_settled(row, found[place], sure) if place in found else (row,))
    ]


def _closed(rows: list[Row]) -> list[Row]:
    """Return the rows, leaders and pages of rows of their own behind the titles above them.

    A leader below a title that has its page, or below a code alone, is nobody's; so is its page.
    """
    rows = list(rows)
    texts = [row.text.strip() for row in rows]
    if not [text for text in texts if text[:1] in _SIGNS or text[-1:] in _SIGNS]:
        return rows
    above: int | None = None
    open_leader, nobodys = False, False
    for place, row in enumerate(rows):
        text = row.text.strip()
        if not text:
            continue
        leads = text[0] in _SIGNS and text[-1] in _ENDS and _ALONE.fullmatch(narrow(text))
        pages = (open_leader or nobodys) and _PAGE_ALONE.fullmatch(narrow(text))
        if above is None or not (leads or pages):
            above, nobodys = place, False
            open_leader = text[-1] in _SIGNS and _TRAILS.search(text[-_TAIL:]) is not None
            continue
        taken = open_leader if pages else _takes(rows[above])
        if taken:
            joined = f"{rows[above].text.rstrip()} {text}"
            rows[above] = replace(rows[above], text=joined, last=row.number)
        rows[place] = replace(row, text="", cells=())
        trails = not pages and text[-1] in _SIGNS
        open_leader, nobodys = trails and taken, trails and not taken
    return rows


def _takes(row: Row) -> bool:
    """Tell a title that may have a leader."""
    return not (_RUN.search(row.text) or _is_bare(row) or "。" in row.text)


def _drawn(row: Row) -> Row:
    """Return a row with leaders for the gaps before its pages, if it is a whole contents page."""
    text = row.text
    if row.cells or len(text) < _WHOLE or "。" in text or not _GAP.search(text):
        return row
    if len(_GAPPED.findall(narrow(text))) < _GAPS:
        return row
    drawn = _GAP.sub("………", text)
    pages = [page for _, page in _leaders(drawn)]
    return replace(row, text=drawn) if None not in pages else row


def _settled(row: Row, led: list[_Led], sure: set[str]) -> list[Row]:
    """Return a row with leaders of one sort; without spaces behind its pages, a row a title."""
    parts, end, tight = [""], 0, False
    for run, page in led:
        sign = run["sign"] or run["short"]
        if sign not in sure or (not page and (run["short"] or sign in _DOUBTFUL)):
            continue
        parts[-1] += row.text[end : run.start()].rstrip() + (
            LEADER + _number(page) if page else BARE
        )
        end = page.end() if page else run.end()
        beside = row.text[end - 1 : end + 1]
        tight = tight or (end < len(row.text) and not any(map(str.isspace, beside)))
        parts.append("")
    parts[-1] += row.text[end:]
    if not tight:
        return [replace(row, text="".join(parts))]
    if head := _HEAD.match(parts[0]):
        parts[:1] = [head[0], parts[0][head.end() :]]
    return [replace(row, text=part.strip()) for part in parts if part.strip()]


def _may(row: Row) -> bool:
    text = row.text
    if row.cells or text.isascii():
        return False
    may = text[-1:] in _ENDS if len(text) < _LONG else _REPEATED.search(text) is not None
    return may and not is_latin(text)


def _number(page: re.Match[str]) -> str:
    return page["inner"] or page["lettered"] or page["bare"]


def _leaders(text: str) -> list[_Led]:
    """Return the leaders of a row that stand behind a title, with their pages."""
    folded = narrow(text)
    signs = list(_RUN.finditer(text))
    tight = len(signs) > 1 and any(_BESIDE.match(folded, run.end()) for run in signs)
    found: list[_Led] = []
    last, number = 0, 0
    counts: dict[tuple[str, str], int] = {}
    for run in signs:
        if not text[last : run.start()].strip():
            continue
        if (code := parse(folded[last : run.start()])[1]) is not None:
            counts[code.family] = code.numbers[-1]
        page = _PAGE.match(folded, run.end())
        if page and tight and folded[page.end() - 1].isdigit():
            page = _shortened(folded, page, number, counts)
        if page and _number(page).isdigit():
            number = int(_number(page))
        last = page.end() if page else run.end()
        found.append((run, page))
    pages = [int(_number(page)) for _, page in found if page and _number(page).isdigit()]
    falls = sum(after < before for before, after in itertools.pairwise(pages))
    if _FALLS * falls > len(pages):  # what follows the leaders are codes
        return [(run, None) for run, _ in found]
    return found


def _shortened(
    folded: str, page: re.Match[str], number: int, counts: dict[tuple[str, str], int]
) -> re.Match[str] | None:
    """Return a page without the digits of the code that follows it: …121 防災, page 12."""
    start, stop = page.span("bare" if page["bare"] else "lettered")
    for end in range(stop, start, -1):
        part = _PAGE.match(folded, page.start(), end) if end < stop else page
        rest = folded[end : end + _CODE]
        if part is None or rest[:1].isspace():
            continue
        if not rest or not _number(page).isdigit():
            return page
        code = parse(rest)[1] if rest[0].isdigit() else None
        due = not rest[0].isdigit() or (
            code is not None and code.numbers[-1] in (1, counts.get(code.family, 0) + 1)
        )
        if due and number <= int(folded[start:end]) <= number + _LEAP:
            return part
    return page


def whole(rows: list[Row]) -> list[Row]:
    """Return the rows, titles with leaders of which the first lines stand above as one row each.

    A line without leader goes on where it is a code alone or as wide as the page, and the line
    below it has no code of its own.
    """
    led = [LEADER in row.text or BARE in row.text for row in rows]
    if sum(led) < _ROWS:
        return rows
    first, last = led.index(True), len(led) - 1 - led[::-1].index(True)
    widest = [max(_widths(row)[side] for row in rows[first : last + 1]) for side in (0, 1)]
    found: list[Row] = []
    for place, row in enumerate(rows):
        back = next((one for one in (1, 2) if len(found) >= one and found[-one].text.strip()), 0)
        above = found[-back] if back else None
        ends = first <= place <= last and any(led[place : place + 2]) and _is_plain(row)
        if above is None or not ends or _is_led(above):
            found.append(row)
            continue
        before = found[-back - 1] if found[back:] else row
        bare = led[place] and _is_bare(above) and not _is_bare(before)
        wide = (
            back == 1
            and place > first
            and any(
                size >= most - _SHORT for size, most in zip(_widths(above), widest, strict=True)
            )
        )
        if bare or wide:
            text = above.text.rstrip() + ("　" if bare else "") + row.text.strip()
            found[-back] = replace(above, text=text)
        else:
            found.append(row)
    return found


def _is_plain(row: Row) -> bool:
    """Tell a row without code or mark of its own, and no label: 【施策】."""
    text = row.text.strip()
    mark, code, _ = parse(narrow(_title(text)))
    return bool(text) and not mark and code is None and text[0] not in "【〔〈《＜<"


def _is_led(row: Row) -> bool:
    return LEADER in row.text or BARE in row.text


def _title(text: str) -> str:
    """Return what stands before the first leader."""
    return text.partition(LEADER)[0].partition(BARE)[0].rstrip()


def _widths(row: Row) -> tuple[int, int]:
    """Return how wide the title of a row is printed, with its indent and without."""
    title = _title(row.text)
    sizes = width_of(title), width_of(title.strip())
    return sizes if sizes[0] <= _WIDEST else (0, 0)


def _is_bare(row: Row) -> bool:
    """Tell a code on a line of its own."""
    folded = narrow(row.text).strip()
    code, place = parse(folded)[1:]
    return code is not None and len(folded) <= _CODE and not folded[place:].strip()
