"""Which values of a flattened table belong to which title: the alignment that scores best.

Text extraction prints a table row by row, column by column, or some cells of it ahead of
others. What is left is a stream of titles and values. Each way to read a stretch of it (one
row, several rows, several columns, values ahead of their titles) is scored by how well the
values of a row go together (same unit, like size) and how much its title reads like the
name of an indicator; the best sum over the stream is found by dynamic programming.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plangraph.reading.codes import narrow

#: So many rows may be printed column by column.
MOST_ROWS = 12
_MEASURED = re.compile(
    r"(?:[数率額量比度高費点値]|割合|人口|面積|時間|延長|年齢|寿命|収入|順位|指数|増加|減少"
    r"|rate|number|percentage|share|ratio|score|index)(?:\s*[(（\[〔].*[)）\]〕])?$",
    re.I,
)
_SOURCE = re.compile(r"(?:統計|調査|アンケート|資料|年報|報告書?|課|調べ|目指す|。|する|ます)$")
_NO_NAME = re.compile(r"SDGs|担当|所管|関係課|\(?単位|。|合計$|^計$", re.I)
_UNIT = re.compile(r"\d[\d,.]*\s?([^\d\s()以未程超,.]+)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WITHIN = re.compile(r"\(.*$")
#: Names of so few letters are mostly parts of a row: 幼稚園, 中学校.
_SHORTEST = 3
_SKIPPED_TITLE, _SKIPPED_VALUE = 0.0, 0.6
#: What a text between a title and its values costs: the source of the values, or any other.
_SOURCE_BETWEEN, _BETWEEN = 0.3, 1.4
#: … and what a sentence between them costs besides, where the title names nothing measured.
_SENTENCE = 1.5
#: Where titles stand one after the other, so do mostly the values of a column.
_BY_ROW = 0.4


@dataclass(slots=True)
class Item:
    """A title or a value of a flattened table, and the place of the unit that it stands in."""

    text: str
    place: int
    value: bool = False
    unit: str = ""
    #: A number or a mark stood before the title.
    coded: bool = False
    words: tuple[str, ...] = ()


#: A row: the place of the title among the items, and of each value.
Match = tuple[int, tuple[int, ...]]


def is_measured(title: str) -> bool:
    """Tell whether a title ends like the name of something counted or measured."""
    return bool(_MEASURED.search(narrow(title).strip()))


def _number(text: str) -> float | None:
    found = _NUMBER.search(_WITHIN.sub("", narrow(text)))
    return float(found[0].replace(",", "")) if found else None


def _unit(text: str) -> str:
    found = _UNIT.search(_WITHIN.sub("", narrow(text)))
    return found[1] if found else ""


def together(values: Sequence[str]) -> float:
    """Tell how well values go together as those of one row (about -4 to 2)."""
    score = 0.5
    told = [value for value in values if _number(value) is not None]
    for first, other in itertools.pairwise(told):
        units = _unit(first), _unit(other)
        if all(units):
            score += 0.8 if units[0] == units[1] else -1.5
        elif any(units):
            score -= 0.4
        numbers = _number(first), _number(other)
        if numbers[0] and numbers[1]:
            apart = abs(math.log(numbers[0] / numbers[1]))
            score += max(-0.9, 0.9 - 0.7 * apart)
    return score if told else -0.5


def naming(item: Item, repeated: int) -> float:
    """Tell how much a text reads like the name of an indicator (about -4 to 1)."""
    text = narrow(item.text).strip()
    letters = sum(letter.isalpha() for letter in text)
    if not 3 <= len(text) <= 70 or letters < 2 or _NO_NAME.search(text):
        return -4.0
    score = 1.0 if is_measured(text) else -0.2
    score -= 1.2 if _SOURCE.search(text) else 0.0
    score -= 0.8 if letters <= _SHORTEST and score < 0 else 0.0
    return score - (0.6 if repeated > 2 else 0.0) - (0.5 if len(text) > 45 else 0.0)


def align(items: list[Item], width: int) -> list[Match]:
    """Return the rows of a flattened table with ``width`` columns of values."""
    counts = Counter(item.text for item in items if not item.value)

    @cache
    def name(place: int) -> float:
        return naming(items[place], counts[items[place].text])

    best: list[tuple[float, list[Match], int]] = [(0.0, [], len(items))] * (len(items) + 1)
    for place in range(len(items) - 1, -1, -1):
        skip = _SKIPPED_VALUE if items[place].value else _SKIPPED_TITLE
        top: tuple[float, list[Match], int] = (best[place + 1][0] - skip, [], place + 1)
        for after, rows, cost in _readings(items, place, width, counts):
            score = -cost
            for title, values in rows:
                score += name(title) + together([items[one].text for one in values])
            if score > 0 and score + best[after][0] > top[0]:
                top = (score + best[after][0], rows, after)
        best[place] = top
    found: list[Match] = []
    place = 0
    while place < len(items):
        _, rows, place = best[place]
        found += rows
    return found


def _readings(
    items: list[Item], place: int, width: int, counts: Counter[str]
) -> Iterator[tuple[int, list[Match], float]]:
    """Yield every way to read the items from ``place`` on: what follows, rows, cost."""
    titles = _run(items, place, value=False)
    if titles:
        values = _run(items, place + titles, value=True)
        start = place + titles
        if values >= width and titles <= 3:
            cost = sum(
                _SOURCE_BETWEEN if _SOURCE.search(one.text) or counts[one.text] > 2 else _BETWEEN
                for one in items[place + 1 : start]
            )
            if not is_measured(items[place].text):
                cost += sum(_SENTENCE * one.text.endswith("。") for one in items[place + 1 : start])
            yield from _row(place, start, values, width, cost)
        if titles > 1 and values:
            yield from _columns(place, titles, start, values, width)
        if titles == 1 and values > width:
            count = values // width
            later = _run(items, start + values, value=False)
            if count * width == values and count <= MOST_ROWS and later >= count - 1:
                own = [place, *range(start + values, start + values + count - 1)]
                yield from _zipped(own, start, width, start + values + count - 1, 0.5)
        return
    values = _run(items, place, value=True)
    count = values // width
    own = list(range(place + values, place + values + count))
    if count * width == values and 1 < count <= MOST_ROWS and (
        _run(items, place + values, value=False) >= count
        and all(is_measured(items[one].text) for one in own)
    ):  # fmt: skip
        yield from _zipped(own, place, width, place + values + count, 0.8)


def _row(
    title: int, start: int, values: int, width: int, cost: float
) -> Iterator[tuple[int, list[Match], float]]:
    yield start + width, [(title, tuple(range(start, start + width)))], cost
    if values > width:  # a value that belongs to the title: 18歳以上
        place = start + 1
        yield place + width, [(title, tuple(range(place, place + width)))], cost + 0.5


def _columns(
    place: int, titles: int, start: int, values: int, width: int
) -> Iterator[tuple[int, list[Match], float]]:
    count = values // width
    if count * width == values and titles == count <= MOST_ROWS:
        own = list(range(place, place + titles))
        yield from _zipped(own, start, width, start + values, 0.3)
    if width == 2 and values == titles + 1:  # one aim for all
        rows: list[Match] = [(place + n, (start + n, start + titles)) for n in range(titles)]
        yield start + values, rows, 0.3 * titles


def _zipped(
    own: list[int], start: int, width: int, after: int, cost: float
) -> Iterator[tuple[int, list[Match], float]]:
    """The values of some rows, row by row or column by column."""
    count = len(own)
    by_row = [
        (title, tuple(range(start + number * width, start + (number + 1) * width)))
        for number, title in enumerate(own)
    ]
    by_column = [
        (title, tuple(range(start + number, start + count * width, count)))
        for number, title in enumerate(own)
    ]
    yield after, by_column, cost
    yield after, by_row, cost + _BY_ROW


def _run(items: list[Item], start: int, *, value: bool) -> int:
    """Return how many items from ``start`` on are values, or titles."""
    end = start
    while end < len(items) and items[end].value is value and end - start < 3 * MOST_ROWS:
        end += 1
    return end - start
