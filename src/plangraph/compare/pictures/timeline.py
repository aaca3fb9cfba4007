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


class _Frame(NamedTuple):
    """The measures of a timeline: names stand beside the bars, or (for phones) above them."""

    row: float
    heading: float
    #: Where the axis begins, and how long it is.
    left: float
    chart: float
    #: Where in its row a name stands, how much room it has, and where the bar begins.
    name: tuple[float, float]
    room: float
    bar: float
    #: How many years are written at most.
    years: int
    class_: str

    @property
    def edge(self) -> float:
        """Where the axis ends."""
        return self.left + self.chart


_WIDE = _Frame(19, 19, 390, 790, (10, 14), 334, 4, 12, "wide")
_NARROW = _Frame(34, 24, 38, 296, (4, 14), 330, 19, 6, "narrow")
_HEAD, _HIGH = 34.0, 11.0
#: Years that a plan may reach beyond the others before the axis is cut there.
_SLACK = 3


def timeline(title: Both, bars: list[Bar], on: date) -> Markup:
    """Return the timeline twice, for wide and for narrow screens: the style sheet shows one.

    A bar that goes on beyond the axis ends in an arrow.
    """
    return Markup("\n").join(_drawn(title, bars, on, frame) for frame in (_WIDE, _NARROW))


def _drawn(title: Both, bars: list[Bar], on: date, frame: _Frame) -> Markup:
    starts = [bar.start.year for bar in bars if bar.start] + [on.year - 1]
    ends = sorted(bar.end.year for bar in bars if bar.end) or [on.year + 1]
    first, last = min(starts), max(_usual(ends), on.year + 1) + 1
    unit = frame.chart / (last - first)

    def x(day: date) -> float:
        whole = day.year + (day.timetuple().tm_yday - 1) / 366
        return frame.left + (min(max(whole, first), last) - first) * unit

    height = _HEAD + sum(frame.heading if bar.heading else frame.row for bar in bars) + 6
    shapes: list[Markup] = []
    every = max(1, round((last - first) / frame.years))
    for year in range(first, last + 1):
        at = x(date(year, 4, 1)) if year < last else frame.edge
        shapes.append(line(at, _HEAD - 6, at, height, "grid"))
        if (year - first) % every == 0 and at < frame.edge - 30:
            shapes.append(text(at + 2, 25, Both(str(year), str(year)), size=11, class_="mute"))
    top = _HEAD
    for bar in bars:
        shapes += _bar(bar, top, x, frame)
        top += frame.heading if bar.heading else frame.row
    shapes.append(line(x(on), _HEAD - 8, x(on), height, "today"))
    day = Both(on.isoformat(), on.isoformat())
    anchor = "end" if x(on) > frame.edge - 60 else "middle"
    shapes.append(text(x(on), 9, day, size=11, class_="todayt", anchor=anchor))
    return drawing(frame.edge + 4, height, title, shapes, class_=frame.class_)


def _usual(ends: list[int]) -> int:
    """Return the last end, leaving out those that reach far beyond the one before."""
    kept = ends[0]
    for end in ends:
        if end - kept > 4 * _SLACK:
            break
        kept = end
    return kept


def _bar(bar: Bar, top: float, where: Callable[[date], float], frame: _Frame) -> list[Markup]:
    over, down = frame.name
    if bar.heading:
        return [text(0, top + down, bar.label, room=frame.room + 48, size=12, class_="b")]
    shapes = [text(over, top + down, bar.label, room=frame.room, size=12)]
    middle = top + frame.bar + _HIGH / 2
    edge = frame.edge
    if bar.start and bar.end:
        left, right = where(bar.start), where(bar.end)
        hint = Both(
            f"{bar.label.ja}: {bar.start}～{bar.end}", f"{bar.label.en}: {bar.start} to {bar.end}"
        )
        shapes.append(box(left, top + frame.bar, right - left, _HIGH, f"g g-{bar.look}", hint))
        if right >= edge - 0.1:
            shapes.append(path(f"M{edge - 8:.1f} {middle - 6:.1f}l8 6l-8 6z", "arrow"))
            until = Both(f"～{bar.end.year}", f"to {bar.end.year}")
            shapes.append(text(edge - 12, middle + 4, until, size=10, class_="on", anchor="end"))
    else:
        at = _at(bar.revised, where) + 10 if bar.revised else frame.left
        shapes.append(
            text(at, middle + 4, Both("期間の記載なし", "no period given"), size=10, class_="mute")
        )
    if bar.revised:
        at = _at(bar.revised, where)
        if at <= frame.left:  # before the axis: say when
            year = str(bar.revised)
            shapes.append(
                text(at - 8, middle + 4, Both(year, year), size=10, class_="mute", anchor="end")
            )
        shapes.append(path(f"M{at:.1f} {middle - 5:.1f}l5 5l-5 5l-5 -5z", "mark"))
    return shapes


def _at(year: int, where: Callable[[date], float]) -> float:
    """Return where the middle of a fiscal year is."""
    return where(date(year, 10, 1))
