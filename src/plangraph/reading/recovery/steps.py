"""Steps over all rows of a document, and what its text must hold for each of them to do anything.

Most steps mend what few documents have: private signs, gaps, leaders, letters set apart. What all
rows hold is looked at once, so that a step costs nothing where its need is absent; one that had to
look through the rows to find that out would cost more than to read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from plangraph.reading.rows import Row


class Text:
    """The text of all rows, for as long as no step changes it."""

    def __init__(self, rows: list[Row], *, english: bool) -> None:
        """Take the rows; whether the document is in English is known from its first ones."""
        self.rows = rows
        self.english = english
        self._held: dict[str, bool] = {}

    @cached_property
    def whole(self) -> str:
        """The text of the rows, one a line."""
        return "\n".join([row.text for row in self.rows])

    @cached_property
    def foreign(self) -> bool:
        """Whether it holds any letter or sign that ASCII has not."""
        return not self.whole.isascii()

    def holds(self, sign: str) -> bool:
        """Tell whether a sign or a word stands anywhere; each is looked for once."""
        held = self._held.get(sign)
        if held is None:
            held = self._held[sign] = sign in self.whole
        return held


Needs = Callable[[Text], bool]


class Step(NamedTuple):
    """A step, and what a text has that it may change; rows it leaves alone it gives back."""

    mend: Callable[[list[Row]], list[Row]]
    needs: Needs


def run(rows: list[Row], steps: Iterable[Step], *, english: bool = False) -> list[Row]:
    """Return the rows as the steps leave them, one after the other."""
    text = Text(rows, english=english)
    for step in steps:
        if not step.needs(text):
            continue
        mended = step.mend(text.rows)
        if mended is not text.rows:
            text = Text(mended, english=english)
    return text.rows


def always(_text: Text) -> bool:
    """Need nothing of a text."""
    return True


def foreign(text: Text) -> bool:
    """Need a letter or sign that ASCII has not."""
    return text.foreign


def gapped(text: Text) -> bool:
    """Need a gap between columns."""
    return text.holds("  ") or text.holds("\t") or text.holds("　")


def english(text: Text) -> bool:
    """Need a document in English."""
    return text.english


def holding(*signs: str) -> Needs:
    """Need one of some signs or words."""
    return lambda text: any(map(text.holds, signs))


def either(*needs: Needs) -> Needs:
    """Need one of several things."""
    return lambda text: any(need(text) for need in needs)


def both(*needs: Needs) -> Needs:
    """Need all of several things."""
    return lambda text: all(need(text) for need in needs)
