"""A timeline (Gantt chart) of all plans of a city, by fiscal years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from plangraph.compare.pictures.svg import box, drawing, line, path, text
from plangraph.compare.words import Both


class Bar(NamedTuple):
    """A plan on the timeline; ``heading`` starts a group and has no bar."""

    label: Both
    start: date | None
    end: date | None
    #: ``plan``, ``inferred``, or a state of a sectoral plan.
    look: str
    #: The fiscal year in which it was made or revised.
    revised: int | None = None
    heading: bool = False


_ROW, _NAME, _CHART, _HEAD = 19.0, 390.0, 790.0, 34.0
#: Years that a plan may reach beyond the others before the axis is cut there.
_SLACK = 3


def timeline(title: Both, bars: list[Bar], on: date) -> Markup:
    """Return the timeline; a bar that goes on beyond the axis ends in an arrow."""
    starts = [bar.start.year for bar in bars if bar.start] + [on.year - 1]
    ends = sorted(bar.end.year for bar in bars if bar.end) or [on.year + 1]
    first, last = min(starts), max(_usual(ends), on.year + 1) + 1
    unit = _CHART / (last - first)

    def x(day: date) -> float:
        whole = day.year + (day.timetuple().tm_yday - 1) / 366
        return _NAME + (min(max(whole, first), last) - first) * unit

    height = _HEAD + len(bars) * _ROW + 6
    shapes: list[Markup] = []
    every = max(1, round((last - first) / 12))
    for year in range(first, last + 1):
        at = x(date(year, 4, 1)) if year < last else _NAME + _CHART
        shapes.append(line(at, _HEAD - 6, at, height, "grid"))
        if (year - first) % every == 0 and at < _NAME + _CHART - 30:
            shapes.append(text(at + 2, 25, Both(str(year), str(year)), size=11, class_="mute"))
    for place, bar in enumerate(bars):
        shapes += _bar(bar, _HEAD + place * _ROW, x, _NAME + _CHART)
    shapes.append(line(x(on), _HEAD - 8, x(on), height, "today"))
    day = Both(on.isoformat(), on.isoformat())
    anchor = "end" if x(on) > _NAME + _CHART - 60 else "middle"
    shapes.append(text(x(on), 9, day, size=11, class_="todayt", anchor=anchor))
    return drawing(_NAME + _CHART + 4, height, title, shapes)


def _usual(ends: list[int]) -> int:
    """Return the last end, leaving out those that reach far beyond the one before."""
    kept = ends[0]
    for end in ends:
        if end - kept > 4 * _SLACK:
            break
        kept = end
    return kept


def _bar(bar: Bar, top: float, where: Callable[[date], float], edge: float) -> list[Markup]:
    if bar.heading:
        return [text(0, top + 14, bar.label, room=_NAME - 8, size=12, class_="b")]
    shapes = [text(10, top + 14, bar.label, room=_NAME - 56, size=12)]
    if bar.start and bar.end:
        left, right = where(bar.start), where(bar.end)
        hint = Both(
            f"{bar.label.ja}: {bar.start}～{bar.end}", f"{bar.label.en}: {bar.start} to {bar.end}"
        )
        shapes.append(box(left, top + 4, right - left, _ROW - 8, f"g g-{bar.look}", hint))
        if right >= edge - 0.1:
            middle = top + _ROW / 2
            shapes.append(path(f"M{edge - 8:.1f} {middle - 6:.1f}l8 6l-8 6z", "arrow"))
            until = Both(f"～{bar.end.year}", f"to {bar.end.year}")
            shapes.append(text(edge - 12, middle + 4, until, size=10, class_="on", anchor="end"))
    else:
        at = _at(bar.revised, where) + 10 if bar.revised else _NAME
        shapes.append(
            text(at, top + 14, Both("期間の記載なし", "no period given"), size=10, class_="mute")
        )
    if bar.revised:
        at, middle = _at(bar.revised, where), top + _ROW / 2
        if at <= _NAME:  # before the axis: say when
            year = str(bar.revised)
            shapes.append(
                text(at - 8, top + 14, Both(year, year), size=10, class_="mute", anchor="end")
            )
        shapes.append(path(f"M{at:.1f} {middle - 5:.1f}l5 5l-5 5l-5 -5z", "mark"))
    return shapes


def _at(year: int, where: Callable[[date], float]) -> float:
    """Return where the middle of a fiscal year is."""
    return where(date(year, 10, 1))
