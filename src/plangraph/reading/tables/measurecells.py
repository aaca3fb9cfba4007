"""Measures of success in English, of tables whose cells stand one below the other.

``Measure`` / ``Unit`` / ``2031 actual`` / ``2036 target`` / ``Status``, each on its line, say
how many lines every row has, and on which of them its values are; a name may take several.
"""

from __future__ import annotations

from plangraph.reading.rows import Unit
from plangraph.reading.tables import measures
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.holding import holds_any

#: A head has so many lines; the letters of one of them.
_FEWEST, _MOST, _LONGEST = 3, 8, 50
#: One of the first two heads names what is measured.
_HINTS = ("measur", "indicator", "metric", "pi", "result", "what ", "track")
#: So many lines a name may have.
_NAME_LINES = 3
#: What a line of a table is not, whatever stages before this one took it for.
_OTHERS = ("table", "foreign", "link")


def collect(units: list[Unit]) -> list[Found]:
    """Return the measures of this form; what stands on their lines is marked as a table."""
    found: list[Found] = []
    after = 0
    short = [len(unit.text.strip()) <= _LONGEST for unit in units]
    for place in range(len(units) - _FEWEST + 1):
        if place < after or not (short[place] and short[place + 1] and short[place + 2]):
            continue
        kinds = _head(units, place)
        rows, after = _rows(units, place, kinds) if kinds else ([], place)
        if rows:
            found += rows
            for unit in units[place:after]:
                unit.use = "table"
    return found


def _head(units: list[Unit], place: int) -> list[str]:
    """Return what the columns hold whose heads stand on the lines from a place on."""
    kinds: list[str] = []
    if not any(holds_any(one.text.lower(), _HINTS) for one in units[place : place + 2]):
        return kinds
    for unit in units[place : place + _MOST]:
        text = unit.text.strip()
        kind = measures.kind_of(text) if len(text) <= _LONGEST and not unit.mark else ""
        if not kind or unit.use in _OTHERS or (kind == "title" and "title" in kinds):
            break
        kinds.append(kind)
    aimed = measures.aimed(kinds)
    whole = len(kinds) >= _FEWEST and {"title", "baseline", "target"} <= set(aimed)
    return aimed if whole else []


def _rows(units: list[Unit], place: int, kinds: list[str]) -> tuple[list[Found], int]:
    """Return the rows below a head, and what follows the last of them."""
    years = [measures.year_in(one.text) for one in units[place : place + len(kinds)]]
    found: list[Found] = []
    after = place + len(kinds)
    while row := _row(units, after, kinds):
        cells, size = row
        base, aim = kinds.index("baseline"), measures.last(kinds, "target")
        one = measures.measure(
            cells[kinds.index("title")], cells[base], cells[aim], [years[base], years[aim]],
            units[after], after,
        )  # fmt: skip
        one.last = units[after + size - 1].last
        if "unit" in kinds:
            one.unit = cells[kinds.index("unit")]
        found.append(one)
        after += size
    return found, after


def _row(units: list[Unit], place: int, kinds: list[str]) -> tuple[list[str], int] | None:
    """Return the cells of the row from a place on, and how many lines it takes."""
    name = kinds.index("title")
    for extra in range(_NAME_LINES):
        lines = units[place : place + len(kinds) + extra]
        if any(one.use in _OTHERS for one in lines):
            return None
        for given in (len(kinds), len(kinds) - 1):  # a cell at the end may be empty
            taken = [one.text.strip() for one in lines[: given + extra]]
            if len(taken) < given + extra:
                continue
            cells = [*taken[:name], " ".join(taken[name : name + extra + 1]),
                     *taken[name + extra + 1 :]]  # fmt: skip
            if given <= len(cells) <= len(kinds) and _is_row(cells, kinds):
                return cells, given + extra
    return None


def _is_row(cells: list[str], kinds: list[str]) -> bool:
    """Tell cells that hold a name and a value now and aimed at, no other value among them."""
    base, aim, name = kinds.index("baseline"), measures.last(kinds, "target"), kinds.index("title")
    if len(cells) <= max(base, aim) or measures.value_in(cells[name]):
        return False
    title = cells[name]
    others = [cell for cell, kind in zip(cells, kinds, strict=False) if kind == "other"]
    counted = any(char.isdigit() for char in cells[base] + cells[aim])
    return (
        counted and 4 <= len(title) <= 160 and not title.endswith((".", ":"))
        and bool(measures.value_in(cells[base]) and measures.value_in(cells[aim]))
        and all(len(one) <= _LONGEST for one in others)
    )  # fmt: skip
