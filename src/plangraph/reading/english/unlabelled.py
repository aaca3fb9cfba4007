"""Lists without a label above them: the headings that they stand below, by codes or by form."""

from __future__ import annotations

import re
from itertools import zip_longest

from plangraph.reading.english import layouts
from plangraph.reading.english.listing import Line, run_of
from plangraph.reading.terms import labels as words

#: So many of the items of a list, or of all lists of a regular form, say what is to be done.
_ACTS, _REGULAR, _MOSTLY = 0.6, 0.4, 0.7
#: A cell that says what is to be done has so many words at most.
_LONGEST = 30


def headed(body: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Return two or more headings, each with the list of what is to be done below it."""
    heads = [n for n, one in enumerate(body) if one.form == "head" and one.follows == "list"
             and not one.meta and not words.is_aside(one.text)]  # fmt: skip
    lists: list[tuple[Line, list[Line]]] = []
    for number in heads:
        after = number + 1
        while after < len(body) and (body[after].form == "prose" or body[after].label):
            after += 1
        run = run_of(body[after:])
        if len(run) >= 2 and layouts.titled(body[number]):
            lists.append((body[number], run))
    taken = [(head, run) for head, run in lists if _acts(run) >= _ACTS * len(run)]
    items = [one for _, run in lists for one in run]
    regular = len(lists) > 2 and len(lists) == len(heads) and taken
    if regular and _acts(items) >= _REGULAR * len(items):
        return lists
    return taken if len(taken) > 1 else []


def grouped(body: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Return two or more titles, each with the acts right below it that no mark shows."""
    some: list[list[Line]] = []
    for one in body:
        if not some or one.unit.gap:
            some.append([])
        some[-1].append(one)
    found = [(group[0], group[1:]) for group in some if len(group) > 2 and _holds_acts(group)]
    return found if len(found) > 1 else []


def titled(body: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Return the titles right below a heading, each with the acts below it that no mark shows.

    Blank lines part the groups or do not: an act says what is to be done, a title names it.
    """
    found: list[tuple[Line, list[Line]]] = []
    for one, after in zip_longest(body, body[1:]):
        if one.form not in (("head", "prose") if found else ("head",)) or one.label or one.meta:
            break
        if found and _is_below(one):
            found[-1][1].append(one)
        elif one.form == "head" and after and _is_below(after) and layouts.titled(one):
            found.append((one, []))
        else:
            break
    done = [one for _, run in found for one in run]
    return found if _acts(done) >= _ACTS * len(done) else []


def _is_below(line: Line) -> bool:
    """Tell a line that may be an act, by its end or its length: no Plan for Growth."""
    return line.text.endswith(".") or (line.size > 4 and words.is_act(line.text))


def acts(body: list[Line]) -> list[Line]:
    """Return the acts that stand one below the other at the beginning, no mark before them."""
    run: list[Line] = []
    for one in body:
        if one.form not in ("head", "prose") or one.label or (run and one.unit.gap):
            break
        run.append(one)
    return run if len(run) > 1 and _acts(run) >= _ACTS * len(run) else []


def told(body: list[Line]) -> list[Line]:
    """Return the acts among the cells of a table that stand one below the other."""
    plain = [one for one in body if one.form in ("head", "prose") and not one.label]
    return [one for one in plain if words.is_act(one.text) and one.size <= _LONGEST]


def _holds_acts(group: list[Line]) -> bool:
    title, below = group[0], group[1:]
    acts = words.is_act(title.text) and not title.text.isupper()  # but CLEAR WATER
    if title.form != "head" or title.label or acts:
        return False
    plain = all(one.form in ("head", "prose") and not one.label for one in below)
    return plain and layouts.titled(title) and _acts(below) >= _MOSTLY * len(below)


def coded(body: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Return items with those whose codes stand below theirs: HB-2 above HB-2.1."""
    above: dict[str, tuple[Line, list[Line]]] = {}
    for one in body:
        if one.form != "item" or one.mark != "A-N" or not one.code:
            continue
        over = re.match(r"(.*\d)[.-]\d+$", one.code)
        if over and over[1] in above:
            above[over[1]][1].append(one)
        else:
            above[one.code] = (one, [])
    found = list(above.values())
    return found if len(found) > 1 and all(below for _, below in found) else []


def _acts(run: list[Line]) -> int:
    """Count the items that say what is to be done."""
    return sum(one.mark == "to" or words.is_work(one.text) for one in run)
