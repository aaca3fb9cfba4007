"""Contents pages whose codes stand on lines of their own, away from their titles.

Text taken from a contents page in columns has the codes of several lines first and then
their titles: ``第1章`` ``1`` ``2``, then three titles with leaders. In the order of the
page each title takes the first code that no title has taken yet.
"""

from __future__ import annotations

import itertools
import re
from collections import deque
from dataclasses import replace

from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse

_CODE = re.compile(
    r"(?:第\s?\d{1,2}\s?[編部章節]|(?:基本目標|基本方針|政策|施策|目標)\s?\d{1,2}|[\d]{1,2}|\(\d{1,2}\)|[①-⑳Ⅰ-Ⅻ])"
)
_TITLE = re.compile(r"\D[^。]{1,50}?\s*+[.…･・‥]{4,}+\s*+\d{1,3}")
_LONGEST_CODE = 8
_CODED = re.compile(r"第\s?\d|\d|[(①-⑳Ⅰ-Ⅻ]")
#: Pieces of what stands around a contents page, a letter each: 目 / 次.
_SCRAP = 2
#: Fewer titles than these may be chance.
_FEWEST = 4
#: From one title to the next there are not more pages than these.
_LEAP = 40


def join(rows: list[Row]) -> list[Row]:
    """Put the codes of contents pages before their titles, where every title finds one."""
    paged = [row for row in rows if row.text.rstrip()[-1:].isdecimal()]
    if sum(_LEADS.search(row.text) is not None for row in paged) < _FEWEST:
        return rows
    texts = [narrow(row.text).strip() for row in rows]
    found = list(rows)
    start = 0
    while start < len(rows):
        stop = start
        while stop < len(rows) and _belongs(texts[stop]):
            stop += 1
        for code, title in _pairs(texts, start, stop) if stop - start >= 2 * _FEWEST else ():
            old = rows[title]
            text = f"{texts[code]} {old.text.strip()}"
            found[title] = Row(old.number, text, old.page, old.level, old.size, old.cells)
            old = rows[code]
            found[code] = Row(old.number, "", old.page, old.level, old.size, old.cells)
        start = stop + 1
    return found


#: What a leader begins with, however it is printed.
_LEADS = re.compile(r"[.．…･・‥]{4}")


#: A leader at the end of a row, and its page at the beginning of the next: … / 9 1-1 家庭の….
_LED = re.compile(r"\S.*(?:…|[・.]{3})$")
_LED_ENDS = ("…", *map("".join, itertools.product("・.", repeat=3)))
_LED_SIGNS = frozenset("…・.")
_PAGE = re.compile(r"(\d{1,3})\s?(?=\D|$)")


def pages(rows: list[Row]) -> list[Row]:
    """Put pages that stand before the next title behind the titles whose pages they are."""
    dotted = [text for row in rows if (text := row.text.rstrip())[-1:] in _LED_SIGNS]
    if not any(text.endswith(_LED_ENDS) for text in dotted):
        return rows
    filled = [place for place, row in enumerate(rows) if row.text.strip()]
    moved: list[tuple[int, int, str]] = []
    coded = 0
    for place, after in itertools.pairwise(filled):
        above = rows[place].text.strip()
        if not above.endswith(_LED_ENDS) or not _LED.fullmatch(above):
            continue
        text = narrow(rows[after].text.strip())
        page = _PAGE.match(text)
        if page and (not moved or 0 <= int(page[1]) - int(moved[-1][2]) <= _LEAP):
            moved.append((place, after, page[1]))
            coded += parse(text[page.end() :])[1] is not None
    if len(moved) < _FEWEST or 2 * coded < len(moved):
        return rows
    found = list(rows)
    for place, after, number in moved:
        text = found[after].text.strip()
        found[place] = replace(found[place], text=f"{found[place].text.rstrip()}…… {number}")
        found[after] = replace(found[after], text=text[len(number) :].lstrip())
    return found


def _belongs(text: str) -> bool:
    if len(text) <= _LONGEST_CODE and (len(text) <= _SCRAP or _CODE.fullmatch(text)):
        return True
    return text[-1:].isdecimal() and _TITLE.fullmatch(text) is not None


def _pairs(texts: list[str], start: int, stop: int) -> list[tuple[int, int]]:
    """Return the places of codes and of their titles; none unless all find each other.

    Where the text ends within the contents page, codes may wait for titles cut off.
    """
    waiting: deque[int] = deque()
    pairs = []
    for place in range(start, stop):
        if _CODE.fullmatch(texts[place]):
            waiting.append(place)
        elif _TITLE.fullmatch(texts[place]) and not _CODED.match(texts[place]):
            if not waiting:
                return []
            pairs.append((waiting.popleft(), place))
    apart = any(title - code > 1 for code, title in pairs)
    cut_off = not any(texts[stop + 1 :]) and len(pairs) >= 2 * _FEWEST
    return pairs if apart and (cut_off or not waiting) and len(pairs) >= _FEWEST else []
