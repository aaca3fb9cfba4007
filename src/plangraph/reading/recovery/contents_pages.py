"""Contents pages (目次): runs of lines that end in rising page numbers."""

from __future__ import annotations

import re

from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow

PAGED = re.compile(r"^(?P<text>.*?[^\d\s.,:％%])[\s.…･・‥]{1,}(?P<page>\d{1,3})\s*$")


def find(rows: list[Row]) -> set[int]:
    """Return the numbers of the rows of contents pages."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    misses = 0
    for row in rows:
        text = narrow(row.text).strip()
        if not text:
            continue
        match = PAGED.match(text) if len(text) < 70 and text[-1:].isdigit() else None
        page = int(match["page"]) if match else -1
        if match and (not run or page >= run[-1][1]) and "\t" not in text:
            run.append((row.number, page))
            misses = 0
        elif len(text) < 40 and "。" not in text and misses < 2 and run:
            misses += 1
        else:
            _keep(run, found)
            run, misses = ([(row.number, page)] if match else []), 0
    _keep(run, found)
    return found


def _keep(run: list[tuple[int, int]], found: set[int]) -> None:
    if len(run) >= 6 and run[-1][1] - run[0][1] >= len(run) // 2:
        found.update(number for number, _ in run)
