"""Tables of indicators whose cells a single space parts: each row has as many words as the head."""

from __future__ import annotations

from plangraph.reading.rows import Unit
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.quantities import is_value

#: A head has so many words of so many letters at most; so many rows below it are a table.
_FEWEST, _MOST, _LONGEST, _ROWS = 4, 14, 18, 2


def tabulate(units: list[Unit]) -> None:
    """Give cells to the rows of tables whose words agree in number with those of their head."""
    end = 0
    for place in [place for place, unit in enumerate(units) if " " in unit.text]:
        width = _width(units[place]) if place >= end else 0
        if not width:
            continue
        end = place + 1
        while end < len(units) and _is_row(units[end], width):
            end += 1
        if end - place > _ROWS:
            for unit in units[place:end]:
                unit.cells = tuple(unit.text.split())
                unit.text = "\t".join(unit.cells)


def _width(head: Unit) -> int:
    """Return the number of columns that a line names; 0 where it is no head."""
    text = head.text
    if head.cells or head.use or "|" in text or "。" in text:
        return 0
    words = text.split(maxsplit=_MOST)
    if not _FEWEST <= len(words) <= _MOST or max(map(len, words)) > _LONGEST:
        return 0
    kinds = [column(word) for word in words]
    values = sum(kind in ("baseline", "middle", "target") for kind in kinds)
    return len(words) if "title" in kinds and "target" in kinds and values > 1 else 0


def _is_row(unit: Unit, width: int) -> bool:
    words = unit.text.split()
    if unit.cells or unit.use or len(words) != width or unit.text.endswith("。"):
        return False
    return any(is_value(word) for word in words[1:]) or words[1:-1].count(words[-2]) > 1
