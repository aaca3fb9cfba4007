"""A mistake in a text that a parser refuses."""

from __future__ import annotations

from typing import NamedTuple

from plangraph.language import tr
from plangraph.tables import shorten, text_width

#: Columns of a line that are shown, and of what a parser says.
_SHOWN, _SAID = 72, 160
#: How a tab is shown: as wide as a space, and not like one.
_TAB = "⇥"


class Mistake(NamedTuple):
    """What is wrong, where, and what to do; lines and columns count from 1."""

    problem: str
    advice: str
    line: int | None = None
    column: int | None = None
    #: The whole line, and what the parser says of it.
    text: str = ""
    said: str = ""

    @property
    def shown(self) -> str:
        """The problem, the line with a mark below the place, and the parser's own words."""
        said = self._said()
        return "\n".join([self.problem, *self._excerpt(), *([f"    {said}"] if said else ())])

    @property
    def briefly(self) -> str:
        """The problem and the parser's own words, in one line."""
        return f"{self.problem} {self._said()}".rstrip()

    def _said(self) -> str:
        if not self.said:
            return ""
        said = shorten(" ".join(self.said.split()), _SAID)
        return tr("(the parser says: {said})", said=said)

    def _excerpt(self) -> list[str]:
        if self.line is None or not self.text.strip():
            return []
        place = (self.column or 1) - 1
        first = max(0, place - _SHOWN // 2)
        cut = "…" if first else ""
        begun = cut + self.text[first + len(cut) :].replace("\t", _TAB).rstrip()
        margin = f"    {self.line}:{place + 1} | "
        below = " " * (len(margin) - 2) + "| " + " " * text_width(begun[: place - first]) + "^"
        return [f"{margin}{shorten(begun, _SHOWN)}", below]


def place_of(text: str, offset: int) -> tuple[int, int, str]:
    """Return line and column of an offset, and the whole line."""
    offset = min(offset, len(text))
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[begin : end if end >= 0 else None].rstrip("\r")
    return text.count("\n", 0, offset) + 1, offset - begin + 1, line
