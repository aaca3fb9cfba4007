"""Cards: titles with text below them, each with its number on a line of its own above it.

So web pages come out whose boxes show a large number, and tables one cell a line.
"""

from __future__ import annotations

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow

#: So many bare numbers in a row are no chance; so many units may stand between two.
_ENOUGH, _BETWEEN = 3, 14
#: A title has so many letters.
_LONGEST = 60


def number(units: list[Unit]) -> None:
    """Give titles the numbers above them where text stands below each: (1), title, text, (2), …

    Between two numbers stand at most a few units; a number may only count on in its own dress.
    """
    end = 0
    for place in [place for place, unit in enumerate(units[:-3]) if unit.code and not unit.rest]:
        lone = place >= end and _is_lone(units, place, 1)
        run = _cards(units, place) if lone else []
        for one in run:
            title = units[one + 1]
            title.code, title.rest = units[one].code, title.text
            title.prose = False
            units[one].use = "joined"
        end = run[-1] + 2 if run else end


def _cards(units: list[Unit], place: int) -> list[int]:
    """Return the places of the numbers that count on from a first one, if they head titles."""
    run = [place]
    shape = units[place].code
    below = 0
    while True:
        last = run[-1]
        following = range(last + 2, min(last + 2 + _BETWEEN, len(units)))
        new = next((n for n in following if _is_lone(units, n, len(run) + 1, shape)), None)
        end = new if new is not None else min(last + 4, len(units))
        below += any(unit.prose for unit in units[last + 2 : end])
        if new is None:
            break
        run.append(new)
    bare = shape is not None and narrow(units[place].text).strip().isdigit()
    enough = len(run) >= (_ENOUGH if bare else 2)
    close = not bare and len(run) >= _ENOUGH and run == list(range(place, place + 2 * len(run), 2))
    return run if enough and (below * 2 > len(run) or close) else []


def _is_lone(units: list[Unit], place: int, value: int, like: Code | None = None) -> bool:
    """Tell a number that stands alone above a title."""
    if place + 1 >= len(units):
        return False
    unit, title = units[place], units[place + 1]
    code = unit.code
    if code is None or unit.rest or code.word or unit.use not in ("", "page-number"):
        return False
    if code.numbers != (value,) or (like and code.shape != like.shape):
        return False
    plain = not (title.use or title.code or title.mark or title.contents or title.cells)
    return plain and "。" not in title.text and 2 <= len(title.text) <= _LONGEST and (
        not title.text.isascii()
    )  # fmt: skip
