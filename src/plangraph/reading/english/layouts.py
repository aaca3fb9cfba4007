"""The levels that the lines of a section may have by their form, and what speaks for them."""

from __future__ import annotations

from collections.abc import Iterator

from plangraph.reading.english.listing import Line
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.english_columns import is_act_column, is_column

#: Below a label of what is done (Key projects) headings above lists group them: Roads, Parks.
GROUPS = {"head": "text", "list": "policy", "prose": "text", "none": "text", "item": "measure"}


def titled(line: Line) -> bool:
    """Tell a line that may be the title of an element above others."""
    named = words.NAMED_AIM.match(line.text)
    size = len(named["name"].split()) if named else line.size
    if " = " in line.text or is_act_column(line.text):  # a legend, the head of a table
        return False
    return size <= 12 and not line.text[0].islower() and not line.meta


def is_part(line: Line) -> bool:
    """Tell the name of a part of a section: Key indicators, Why this matters."""
    return line.form == "head" and (words.is_aside(line.text) or words.is_label(line.text))


#: So many of the lines below a title say what is to be done, where no blank line tells.
_ACTS = 0.6


def groups(body: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Return titles with the lines below each, which blank lines group and no mark shows.

    A title alone above each group, or the first line of each group where the others are acts.
    """
    some: list[list[Line]] = []
    within = min((one.unit.gap for one in body[1:]), default=0)  # a cell of a page, a line each
    for one in body:
        if one.form != "head" or one.label:
            return []
        if not some or one.unit.gap > within:
            some.append([])
        some[-1].append(one)
    alone = [len(group) == 1 for group in some]
    if len(some) > 3 and alone == [n % 2 == 0 for n in range(len(some))] and not len(some) % 2:
        return [(over[0], below) for over, below in zip(some[::2], some[1::2], strict=True)]
    told = some[:-1] if some and len(some[-1]) == 1 else some  # the next section begins
    if len(told) > 2 and all(len(group) == 2 for group in told):  # a title and what it means
        return [(group[0], []) for group in told]
    if len(some) < 2 or not all(len(group) > 2 for group in some):
        return []
    acts = [words.is_work(one.text) for group in some for one in group[1:]]
    named = not any(words.is_act(group[0].text) for group in some)
    return (
        [(group[0], group[1:]) for group in some]
        if named and sum(acts) >= _ACTS * len(acts)
        else []
    )


#: So many rows make a table whose cells stand one below the other, with so many cells each.
_ROWS, _CELLS, _NAME = 3, 3, 9


def spaced(body: list[Line]) -> list[Line]:
    """Return the names of rows whose cells stand one a line, with more space between the rows.

    What a name means stands below it, and when it is due: no elements of their own.
    """
    while body and is_column(body[0].text):
        body = body[1:]
    within = min((one.unit.gap for one in body[1:]), default=0)
    rows: list[list[Line]] = []
    for one in body if within else ():
        if not rows or one.unit.gap > within:
            rows.append([])
        rows[-1].append(one)
    named = [row for row in rows if row[0].form == "head" and not row[0].label
             and row[0].size <= _NAME and 1 < len(row) <= _CELLS]  # fmt: skip
    whole = len(named) == len(rows) >= _ROWS
    told = all(row[1].size > row[0].size for row in named)
    acts = sum(words.is_act(row[1].text) and " of " not in row[1].text[:24] for row in named)
    return [row[0] for row in named] if whole and told and 2 * acts < len(named) else []


def ways() -> Iterator[dict[str, str]]:
    """Yield the levels that headings (by what follows them) and items may have."""
    for above in ("goal", "text"):
        for listed in ("goal", "policy", "text"):
            for prose in ("goal", "text"):
                yield {"head": above, "list": listed, "prose": prose, "none": "text",
                       "item": "text" if listed == "text" else "measure"}  # fmt: skip


def weight(body: list[Line], levels: dict[str, str], *, low: bool) -> float:
    """Score levels for the forms of a section: titles, nesting, and how regular it is."""
    value, above, goals, sizes = 0.0, "", 0, 0
    for one in body:
        if one.form != "head" or one.label:
            continue
        level = levels[one.follows or "none"]
        if level == "text":
            value -= 0.4 if one.follows == "list" else 0.0
            continue
        value += 0.8 if titled(one) else -0.8
        if level == "policy":
            value += 0.6 if above else -1.5
        else:
            value -= 0.7 if above == "goal" and one.follows != above else 0.0
            goals, above = goals + 1, "goal"
        sizes += 1
    if low:
        value -= 2.0
    if "goal" not in levels.values() or goals == 0:
        return -1.0
    prose = sum(one.follows == "prose" and one.form == "head" for one in body)
    if levels["prose"] == "goal" and levels["list"] == "text" and prose < 2:
        value -= 2.0
    return value - (1.0 if goals == 1 and sizes == 1 and levels["list"] != "goal" else 0.0)
