"""Text that stands below itself: one letter a line, or a role word above its number."""

from __future__ import annotations

import re

from plangraph.reading.codes import narrow
from plangraph.reading.lexicon import CODE_WORDS
from plangraph.reading.rows import Row

_ROLE_WORDS = frozenset(CODE_WORDS)


def glyphs(rows: list[Row]) -> list[Row]:
    """Put text that stands one letter a line together again."""
    if sum(len(row.text.strip()) == 1 for row in rows[:4000]) < 12:
        return rows
    found: list[Row] = []
    start = 0
    while start < len(rows):
        end, letters = start, 0
        while end < len(rows) and len(rows[end].text.strip()) <= 1:
            letters += len(rows[end].text.strip())
            end += 1
        if letters >= 12:
            line: list[str] = []
            blank = 0
            for row in rows[start:end]:
                blank = 0 if row.text.strip() else blank + 1
                line.append(row.text.strip() or (" " if blank > 1 else ""))
            found.append(Row(rows[start].number, "".join(line).strip(), rows[start].page))
            found += [Row(row.number, "", row.page) for row in rows[start + 1 : end]]
        else:
            found += rows[start : max(end, start + 1)]
        start = max(end, start + 1)
    return found


def words(rows: list[Row]) -> list[Row]:
    """Put a role word and its number together where they stand on lines of their own."""
    found = [
        place
        for place in range(len(rows) - 2)
        if len(rows[place].text) < 24
        and rows[place].text.strip() in _ROLE_WORDS
        and re.fullmatch(r"\d{1,2}|[Ⅰ-Ⅻ]", narrow(rows[place + 1].text.strip()))
        and 1 < len(rows[place + 2].text.strip()) < 50
    ]
    if len(found) < 3:
        return rows
    rows = list(rows)
    for place in found:
        word, number = rows[place], rows[place + 1]
        rows[place] = Row(word.number, word.text.strip() + number.text.strip(), word.page,
                          word.level, word.size)  # fmt: skip
        rows[place + 1] = Row(number.number, "", number.page)
    return rows
