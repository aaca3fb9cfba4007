"""What stands around lines that no stage took (残った行の周り): runs of one dress, signs."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import likeness
from plangraph.reading.outline.likeness import Signs
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import EAST_LETTER, plain

#: What the lines of a list share: mark, family of the code, and how they are printed.
Dress = tuple[object, ...]

_SHORTEST, _LONGEST = 2, 70
_STRONG: Final = frozenset("●◆■○◇□◎▶►★")
_TOLD_SHORT = 24
#: The polite form is that of sentences.
_SAID = ("ます", "です")
_WORKS = ("measure", "direction", "project")
_GOALS = ("goal", "policy")
_VISIONS = ("vision", "philosophy")


@dataclass(slots=True)
class Run:
    """Lines of one dress, one below the other, and the places right above and below them."""

    dress: Dress
    places: list[int]
    before: int | None
    after: int | None
    #: How many of them end as titles do, as a share.
    usual: float

    @property
    def is_marked(self) -> bool:
        """True for items of a list."""
        return bool(self.dress[0])


class Left:
    """The lines of a document that are no elements yet, in runs.

    ``hidden`` are places of elements that count as left, as where the weights are fitted.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        headings: Iterable[Heading],
        known: Iterable[Draft],
        hidden: frozenset[int] = frozenset(),
    ) -> None:
        self.units = units
        known = list(known)
        #: The kind of the element at each place where one begins, and all places of elements.
        self.kinds = {one.place: one.kind for one in known}
        self.taken = {place for one in known for place in range(one.place, one.end + 1)}
        barren = self._barren(headings)
        left = {n for n in range(len(units)) if n in hidden or self._is_left(n, barren)}
        self.words = {n: likeness.of_words(title_of(units[n])) for n in sorted(left)}
        self._live = [
            n for n, unit in enumerate(units) if not unit.use or n in self.taken or n in left
        ]
        self._at = {n: k for k, n in enumerate(self._live)}
        self.runs = list(self._runs())

    def _barren(self, headings: Iterable[Heading]) -> set[int]:
        """Return the places in sections that hold no elements: issues, roles, opinions.

        An element ends the section, and so does the number that comes after that of one.
        """
        roles = {one.place: one.role for one in headings if one.role}
        found: set[int] = set()
        role: str | None = None
        begun: dict[Dress, int] = {}
        for place, unit in enumerate(self.units):
            dress, number = dress_of(unit), unit.code.numbers[-1] if unit.code else 0
            if place in self.taken or (number > 1 and begun.get(dress) == number - 1):
                role, begun[dress] = None, number
            else:
                role = roles.get(place, role)
                begun.pop(dress, None)  # other numbers of that form are those of the section
            if role in lexicon.BARREN:
                found.add(place)
        return found

    def _is_left(self, place: int, barren: set[int]) -> bool:
        unit = self.units[place]
        if place in self.taken or place in barren or unit.use or unit.prose:
            return False
        text = title_of(unit)
        if plain(text).endswith(_SAID):
            return False
        return _SHORTEST <= len(text) <= _LONGEST and len(EAST_LETTER.findall(text)) > 1

    def _runs(self) -> Iterator[Run]:
        groups = itertools.groupby(
            self._live, lambda n: dress_of(self.units[n]) if n in self.words else None
        )
        for dress, group in groups:
            if dress is None:
                continue
            places = list(group)
            usual = sum(likeness.is_usual(self.words[n]) for n in places) / len(places)
            yield Run(
                dress, places, self._beside(places[0], -1), self._beside(places[-1], 1), usual
            )

    def _beside(self, place: int, step: int) -> int | None:
        k = self._at[place] + step
        return self._live[k] if 0 <= k < len(self._live) else None

    def kind_above(self, run: Run) -> str:
        """Return the kind of the element right above a run; empty where none stands there."""
        return self.kinds.get(run.before, "") if run.before is not None else ""

    def kind_below(self, run: Run) -> str:
        """Return the kind of the element right below a run; empty where none stands there."""
        return self.kinds.get(run.after, "") if run.after is not None else ""

    def last_kind(self, run: Run) -> str:
        """Return the kind of the last element above a run; empty where there is none."""
        place = run.before
        while place is not None and place not in self.kinds:
            place = self._beside(place, -1)
        return self.kinds[place] if place is not None else ""

    def signs(self) -> Iterator[tuple[int, Signs]]:
        """Yield the signs of each line that is left: of document, dress, run, place and words."""
        whole = self._of_document()
        dresses = _Dresses(self)
        for run in self.runs:
            shared = {**whole, **dresses.signs(run), **self._of_run(run)}
            for place in run.places:
                yield place, {**self.words[place], **shared, **self._of_line(run, place)}

    def _of_document(self) -> Signs:
        short = sum(not unit.prose and not unit.use for unit in self.units)
        usual = sum(map(likeness.is_usual, self.words.values()))
        found = len(self.kinds)
        return {
            "share": usual / max(short, 1),
            **_flags({"nothing found": not found, "few found": 1 <= found <= 3,
                      "some found": 4 <= found <= 10}),
        }  # fmt: skip

    def _of_run(self, run: Run) -> Signs:
        size, kind, below = len(run.places), self.kind_above(run), run.before in self.taken
        return {
            "usual of run": run.usual,
            "usual below": run.usual if below else 0.0,
            **_flags({
                "alone": size == 1, "two": size == 2, "few": 3 <= size <= 5, "many": size > 5,
                "dozens": size >= 12, "below": below,
                "above": run.after in self.taken, "at the end": run.after is None,
                "below works": kind in _WORKS, "below goals": kind in _GOALS,
                "below visions": kind in _VISIONS,
            }),
        }  # fmt: skip

    def _of_line(self, run: Run, place: int) -> Signs:
        unit, words = self.units[place], self.words[place]
        before, after = self._beside(place, -1), self._beside(place, 1)
        told = self._is_prose(after)
        below = run.before in self.taken
        usual = "usual end" in words
        return _flags({
            "mark": unit.mark, "strong mark": unit.mark and unit.mark in _STRONG,
            "code": unit.code, "word of code": unit.code and unit.code.word,
            "contents": unit.contents, "column": unit.hint,
            "large": unit.size > 1.12 or unit.level, "cells": unit.cells,
            "told": told, "told, usual": told and usual,
            "told, short": told and len(title_of(unit)) < _TOLD_SHORT,
            "below prose": self._is_prose(before),
            "below, usual": below and usual, "below, mark": below and unit.mark,
            "usual of three": usual and len(run.places) >= 3,
            "usual, nothing found": usual and not self.kinds,
            "before all": place < min(self.kinds, default=0),
        })  # fmt: skip

    def _is_prose(self, place: int | None) -> bool:
        return place is not None and self.units[place].prose and place not in self.taken


class _Dresses:
    """How often each dress occurs, where, and with which words."""

    def __init__(self, left: Left) -> None:
        self.left = left
        self.runs = Counter(run.dress for run in left.runs)
        self.lines, self.usual, self.other = Counter[Dress](), Counter[Dress](), Counter[Dress]()
        self.below = Counter[tuple[Dress, str]]()
        for run in left.runs:
            words = [left.words[place] for place in run.places]
            self.lines[run.dress] += len(words)
            self.usual[run.dress] += sum(map(likeness.is_usual, words))
            self.other[run.dress] += sum(map(likeness.is_other, words))
            if kind := left.kind_above(run):
                self.below[run.dress, kind] += 1

    def signs(self, run: Run) -> Signs:
        dress, kind = run.dress, self.left.kind_above(run)
        often = self.below[dress, kind]
        return {
            "usual of dress": self.usual[dress] / self.lines[dress],
            "other of dress": self.other[dress] / self.lines[dress],
            **_flags({"one run": self.runs[dress] == 1, "runs": self.runs[dress] >= 3,
                      "again below": often >= 2}),
        }  # fmt: skip


def _flags(tests: dict[str, object]) -> Signs:
    return {sign: 1.0 for sign, holds in tests.items() if holds}


def title_of(unit: Unit) -> str:
    """Return the text of a line without its mark and code."""
    return (unit.rest if unit.code or unit.mark else unit.text).strip()


def dress_of(unit: Unit) -> Dress:
    """Return what lines of one list share."""
    family = unit.code.family if unit.code else None
    return (unit.mark, family, unit.contents, unit.size > 1.12, unit.level)
