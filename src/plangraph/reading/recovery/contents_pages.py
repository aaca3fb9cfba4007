"""Contents pages (目次) without leaders: runs of lines that end in rising page numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.recovery.leaders import LEADER
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import coded_kinds

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


def lead(rows: list[Row]) -> list[Row]:
    """Return the rows, those of contents pages with leaders before their pages."""
    found: dict[int, tuple[str, int]] = {}
    run: list[tuple[int, str, int]] = []
    misses = 0
    for place, row in enumerate(rows):
        text = row.text.rstrip()
        match = _paged(narrow(text)) if text[-1:] in _ENDS and len(text) < 70 else None
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
