"""Tables of two columns of codes whose cells stand one behind the other, line by line.

``1.1.1 Support small and 1.1.1.1 Review rates ✓`` above ``medium firms 1.1.1.2 Hold a fair ✓``:
what the left cell goes on with stands before the next code of the right one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.rows import Row

_PAIR = re.compile(
    r"(?P<left>(?P<code>\d{1,2}(?:\.\d{1,2})+)\.? [A-Z].*?) "
    r"(?P<right>(?P=code)\.\d{1,2}\.? [A-Z].*)"
)
_MORE = re.compile(
    r"(?P<more>[a-z(&][^\d]{1,60}?)(?: (?P<right>\d{1,2}(?:\.\d{1,2})+\.? [A-Z].*))?"
)
#: The years in which something is done.
_TICKS = re.compile(r"(?:\s*[✓✔√●•xX])+$")
_FEWEST = 2


def part(rows: list[Row]) -> list[Row]:
    """Return the rows, each cell on one of its own."""
    pairs = [_PAIR.fullmatch(row.text.strip()) if row.text.lstrip()[:1].isdigit() else None
             for row in rows]  # fmt: skip
    if sum(map(bool, pairs)) < _FEWEST:
        return rows
    found: list[Row] = []
    head, code, ended = -1, "", False
    for row, pair in zip(rows, pairs, strict=True):
        text = row.text.strip()
        more = _MORE.fullmatch(text) if head >= 0 else None
        right = (pair or more or {"right": None})["right"]
        if pair:
            head, code = len(found), pair["code"]
            found.append(replace(row, text=pair["left"]))
        elif more and (right.startswith(f"{code}.") if right else ended):
            left = found[head]
            found[head] = replace(left, text=f"{left.text} {more['more']}")
        else:
            head = head if not text or text.startswith(f"{code}.") else -1
            right = text if head >= 0 else None
            if right is None or not text:
                found.append(row)
                continue
        if right:
            ended = _TICKS.search(right) is not None
            found.append(replace(row, text=_TICKS.sub("", right)))
    return found
