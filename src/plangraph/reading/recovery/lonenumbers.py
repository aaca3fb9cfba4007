"""Numbers on lines of their own above titles (題名の上の番号): 1 / 安心のまち / 2 / 学びのまち."""

from __future__ import annotations

import itertools

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ends_usually

#: What a heading without a code announces, so that numbered titles may follow it.
_HEADS = frozenset(("philosophy", "viewpoint", "goal", "policy", "measure", "direction", "project"))
#: So many numbers in a row are no chance; so many lines may stand between two that count on.
_ENOUGH, _NEAR = 3, 40
#: So many of the titles below numbers that start again end as titles do.
_USUAL = 0.6


def numbered(units: list[Unit]) -> None:
    """Give titles the numbers that stand on lines of their own above them: 1, 安心のまち, 2, ….

    Numbers of pages count up as well, but there is more than one title on a page; and in a
    table of contents they stand below what they belong to. Headings with a word of their own may
    stand between (基本方針2 / 安全なまち), below which the numbers go on or start again.
    """
    end = 0
    for place in [place for place, unit in enumerate(units[:-5]) if unit.code and not unit.rest]:
        if place < end:
            continue
        run = _numbered_from(units, place)
        end = max(place, run[-1] + 2 if run else 0)
        if len(run) + _counts_on(units, run) >= _ENOUGH and _may_head(units, place):
            for at in run:
                _give(units, at)
    starts = _starting_again(units)
    titles = [units[place + 1].text for run in starts for place in run]
    if len(starts) > 1 and sum(map(ends_usually, titles)) >= _USUAL * len(titles):
        for place in itertools.chain(*starts):
            _give(units, place)


def _give(units: list[Unit], place: int) -> None:
    number, title = units[place : place + 2]
    title.code, title.rest, number.use = number.code, title.text, "joined"


def _starting_again(units: list[Unit]) -> list[list[int]]:
    """Return where numbers stand above titles, text between them: 1, 2, 3 and 1, 2, no pages."""
    runs: list[list[int]] = []
    for place in [place for place, unit in enumerate(units[:-1]) if _is_bare(unit)]:
        code = units[place].code
        if code is None or code.family != ("", "N") or not _is_title(units[place + 1]):
            continue
        if code.numbers == (1,):
            runs.append([place])
        elif runs and code.numbers == (len(runs[-1]) + 1,):
            runs[-1].append(place)
    return [run for run in runs if len(run) > 1]


def _numbered_from(units: list[Unit], place: int) -> list[int]:
    """Return where the numbers stand that count on from a first one, each above a title."""
    run: list[int] = []
    value, headed = 0, False
    while place + 1 < len(units):
        counted = next((n for n in (value + 1, 1)[: 1 + headed] if _is_number(units, place, n)), 0)
        if counted and _is_title(units[place + 1]):
            run.append(place)
            value, headed = counted, False
            place += 2
        elif run and not headed and (heading := _headed(units, place)):
            headed = True
            place += heading
        else:
            break
    return run


def _counts_on(units: list[Unit], run: list[int]) -> bool:
    """Tell that the next number stands before its title, right behind the last one above its own.

    So it is where the leader of a contents page stood below the last title only.
    """
    after = units[run[-1] + 2 : run[-1] + 3] if run else []
    code = after[0].code if after else None
    last = units[run[-1]].code if run else None
    follows = code and last and (*code.family, code.numbers) == (*last.family, last.following)
    return bool(follows and after[0].rest)


def _headed(units: list[Unit], place: int) -> int:
    """Return how many units a heading with a word before its number has: 基本方針2 / 安全なまち."""
    code = units[place].code
    if code is None or not code.word or units[place].use:
        return 0
    return 1 if units[place].rest else 2 if _is_title(units[place + 1]) else 0


def chained(units: list[Unit]) -> None:
    """Give a title the number above it that the next code begins with: 1 / 安心のまち / 1-1."""
    following: Unit | None = None
    for place in reversed([place for place, unit in enumerate(units[:-1]) if unit.code]):
        number, title = units[place], units[place + 1]
        bare = _is_bare(number) and number.code is not None and number.code.shape in ("N", "R")
        if bare and number.code and following and following.code and _is_title(title):
            near = following.first - number.first <= _NEAR
            if near and following.code.numbers == (*number.code.numbers, 1):
                title.code, title.rest, title.use = number.code, title.text, ""
                number.use = "joined"
                following = title
                continue
        if number.code and number.use in ("", "joined"):
            following = number


def _may_head(units: list[Unit], place: int) -> bool:
    """Tell what may stand above the first number from the first title of a table of contents."""
    if not place or (place > 1 and _headed(units, place - 2) == 2):
        return True
    unit = units[place - 1]
    return unit.prose or bool(unit.code) or role_of(narrow(unit.text)) in _HEADS


def _is_number(units: list[Unit], place: int, value: int) -> bool:
    unit = units[place] if place + 1 < len(units) else None
    return (
        unit is not None
        and unit.use in ("", "page-number")
        and unit.code is not None
        and not unit.rest
        and narrow(unit.text) == str(value)
    )


def _is_title(unit: Unit) -> bool:
    plain = not (unit.use or unit.code or unit.prose or unit.mark or unit.contents or unit.cells)
    return plain and 4 <= len(unit.text) <= 50 and not unit.text.isascii()


def _is_bare(unit: Unit) -> bool:
    return unit.code is not None and not unit.rest and unit.use in ("", "page-number")
