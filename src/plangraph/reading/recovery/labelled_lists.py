"""Lists in English whose items stand one behind the other: Projects: Two clinics / A pool.

A paragraph of a leaflet holds goals and what is done for each, points between them, its lines as
long as the page is wide: each item gets a row again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from plangraph.reading.rows import Row

_LABEL = re.compile(
    r"\s*(?P<label>(?:(?:Key|Major|Priority|Strategic|Corporate|Main|Our|Lead|Early) )?"
    r"(?:Projects|Actions|Initiatives|Activities|Deliverables|Strategies|Programmes|Programs|Tasks"
    r"|Next steps|What we will do|We will)):\s+(?=\S)",
    re.I,
)
#: What parts the items, one sort for all; such an item has so many words.
_PARTED = (" • ", " / ", "; ", " | ")
_LEAST, _MOST = 2, 18


def part(rows: list[Row]) -> list[Row]:
    """Return the rows with a row for the label of such a list, and one for each item."""
    rows = _pointed(rows)
    found: list[Row] = []
    done = 0
    for place in [place for place, row in enumerate(rows) if ":" in row.text and not row.cells]:
        row = rows[place]
        label = _LABEL.match(row.text)
        items = _items(row.text[label.end() :]) if label else []
        if label is None or not items:
            continue
        found += [*rows[done:place], replace(row, text=f"{label['label']}:")]
        found += [replace(row, text=f"• {item}") for item in items]
        done = place + 1
    return found + rows[done:] if done else rows


def _items(text: str) -> list[str]:
    """Return the items that a text lists; nothing where it tells something else."""
    sign = next((one for one in _PARTED if one in text), None)
    items = [one.strip(" •.;") for one in text.split(sign)] if sign else []
    whole = all(_LEAST <= len(one.split()) <= _MOST and one[0].isupper() for one in items)
    return items if len(items) > 1 and whole and ". " not in text else []


#: What parts the items of a paragraph, of which it has so many, each of so many letters.
POINT = " • "
_POINTS, _LETTERS = 3, 24
#: A worded code before the first of them: Goal 1 – Fix it first.
_BEGINS = re.compile(r"\s*(?:[•·*-]\s|\(?\d{1,2}[.)]\s)")
_CODED = re.compile(r"(?P<word>[A-Z][a-z]+) \d{1,2}\s?[:.–—-]\s")


def _pointed(rows: list[Row]) -> list[Row]:
    """Return the rows with one for each item of the paragraphs that points part."""
    if not [row for row in rows if POINT in row.text]:
        return rows
    found: list[Row] = []
    for filled, run in groupby(rows, key=lambda row: bool(row.text.strip()) and not row.cells):
        paragraph = list(run)
        items = _of_paragraph(paragraph) if filled and len(paragraph) > 1 else []
        first, last = paragraph[0], paragraph[-1].number
        found += [replace(first, text=one, last=last) for one in items] or paragraph
    return found


def _of_paragraph(rows: list[Row]) -> list[str]:
    """Return the items of a paragraph; nothing where its lines have items of their own."""
    text = " ".join(row.text.strip() for row in rows)
    within = sum(POINT in row.text.strip() for row in rows)
    if text.count(POINT) < _POINTS or within < len(rows) / 2 or "   " in text:
        return []
    if len(text) < _LETTERS * text.count(POINT) or any(_BEGINS.match(row.text) for row in rows[1:]):
        return []
    if code := _CODED.match(text):
        text = re.sub(rf"(?<=\w) (?={code['word']} \d{{1,2}}\s?[:.–—-]\s)", "\n", text)
    text = text.replace(POINT, "\n• ")
    return text.split("\n")
