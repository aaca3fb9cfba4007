"""The heads of tables of works: 番号 事業名 事業内容 担当課, on one line or a word a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import ELEMENTS, LEVELS, column

#: A head on one line has so many letters at most, each of its words so many.
_HEAD, _WORD = 40, 14
#: A head of one word a line has so many lines at most.
_LINES = 6
#: A word of two letters whose letters stand apart: 内　容.
_APART = re.compile(r"(?<!\S)(\S)[ 　]+(\S)(?!\S)")
#: What no head of such a table names: it is one of indicators, or of plans.
_OTHERS = frozenset(("baseline", "target", "title", "plan"))
#: What may stand in the column before the names.
_BEFORE = frozenset(("number", "other"))


class Head(NamedTuple):
    """What the columns of a table of works hold, and how many units its head takes."""

    #: What the first column of names calls them: project, measure, direction ….
    kind: str
    numbered: bool
    #: A column says what is done; another one who does it.
    told: bool
    owned: bool
    length: int


def at(units: list[Unit], place: int) -> Head | None:
    """Return the head of a table of works that begins at a unit, or None."""
    unit = units[place]
    if unit.prose or unit.code or unit.mark or len(unit.text) > _HEAD:
        return None
    if unit.use not in ("", "table"):
        return None
    words = _APART.sub(r"\1\2", unit.text).split()
    if len(words) > 1:
        return _head(words, 1)
    above = units[place - 1] if place else None
    if above is not None and not above.mark and column(above.text.strip()):
        return None  # only the end of a head
    lines = [unit.text.strip()] if column(unit.text.strip()) else []
    for below in units[place + 1 : place + _LINES] if lines else ():
        text = below.text.strip()
        plain = not (below.prose or below.code or below.mark or below.gap)
        if not plain or len(text) > _WORD or column(text) is None or text in lines:
            break
        lines.append(text)
    return _head(lines, len(lines)) if len(lines) > 1 else None


def _head(words: list[str], length: int) -> Head | None:
    if any(len(word) > _WORD for word in words):
        return None
    kinds = [column(word) for word in words]
    first = next((place for place, kind in enumerate(kinds) if kind in ELEMENTS), None)
    if first is None or first > 1 or _OTHERS & set(kinds):
        return None
    if first and kinds[0] not in _BEFORE:
        return None
    after = list(zip(kinds[first + 1 :], words[first + 1 :], strict=True))
    told = any(kind == "other" or word.endswith("内容") for kind, word in after)
    owned = any(kind == "department" for kind, _ in after)
    below = LEVELS[LEVELS.index(kinds[first]) + 1 :] if kinds[first] in LEVELS else ()
    if not (told or owned) or any(k in below and not w.endswith("内容") for k, w in after):
        return None
    return Head(kinds[first] or "", kinds[0] == "number", told, owned, length)


def is_number(unit: Unit) -> bool:
    """Tell a plain number at the beginning of a line: 3, No.3."""
    code = unit.code
    return code is not None and code.shape == "N" and code.word in ("", "No")


def plain(text: str) -> str:
    """Return the text of a cell in half width, without white space at its ends."""
    return narrow(text.strip())
