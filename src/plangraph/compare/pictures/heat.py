"""A heat map: a row a field or goal, a column a city, darker where more elements are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from plangraph.compare.pictures.svg import box, drawing, text
from plangraph.compare.words import Both


class HeatRow(NamedTuple):
    """A row: its name, and of each city the number of elements and their share."""

    label: Both
    counts: tuple[int | None, ...]
    shares: tuple[float | None, ...]
    top: bool = False


_ROW, _NAME, _CELL, _HEAD = 20.0, 300.0, 74.0, 30.0


def heat(title: Both, cities: Sequence[Both], rows: Sequence[HeatRow]) -> Markup:
    """Return a heat map; the number stands in the cell, the shade is the share."""
    most = max((s for row in rows for s in row.shares if s is not None), default=0.0) or 1.0
    shapes: list[Markup] = []
    for place, city in enumerate(cities):
        middle = _NAME + (place + 0.5) * _CELL
        shapes.append(text(middle, 19, city, room=_CELL, size=12, class_="b", anchor="middle"))
    for place, row in enumerate(rows):
        top = _HEAD + place * _ROW
        weight = "b" if row.top else ""
        indent = 0 if row.top else 10
        shapes.append(
            text(indent, top + 14, row.label, room=_NAME - indent - 8, size=13, class_=weight)
        )
        for column, (count, share) in enumerate(zip(row.counts, row.shares, strict=True)):
            left = _NAME + column * _CELL
            step = "na" if share is None else str(_step(share / most)) if share else "0"
            shown = "–" if count is None else str(count) if count else "·"
            shapes.append(box(left, top, _CELL - 2, _ROW - 2, f"h h{step}"))
            shapes.append(
                text(left + _CELL / 2 - 1, top + 13.5, Both(shown, shown),
                     size=12, class_=f"ht{step}", anchor="middle")
            )  # fmt: skip
    return drawing(
        _NAME + len(cities) * _CELL, _HEAD + len(rows) * _ROW, title, shapes, class_="heat"
    )


def _step(part: float) -> int:
    """Return one of five shades, 1 to 5."""
    return min(5, int(part * 5 - 1e-9) + 1)
