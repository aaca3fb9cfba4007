"""What somebody says of an element, and who: the document, a person or a method."""

from __future__ import annotations

from typing import NamedTuple

from plangraph.compare.words import LINK_STATUSES, Both


class Carried(NamedTuple):
    """Where a decision was made that is carried over to another version."""

    #: The IRI of the decision.
    decision: str
    #: The versions that it was made on, as a list in words.
    versions: str


class Link(NamedTuple):
    """A claim that an element has to do with a field, an SDG goal or another element."""

    element: str
    #: The IRI of the field or counterpart, the number of the goal (``11`` for target 11.5).
    target: str
    status: str
    rank: str | None
    score: float | None
    terms: tuple[str, ...]
    carried: Carried | None = None
    #: Why a person decided so.
    reason: Both | None = None

    @property
    def main(self) -> bool:
        """Tell whether the element mainly has to do with it, not just also."""
        return self.rank != "secondary"

    @property
    def said_by(self) -> Both:
        """Who says so."""
        ja, en = LINK_STATUSES[self.status]
        if self.carried is None:
            return Both(ja, en)
        versions = self.carried.versions
        return Both(f"{ja}（{versions} から引き継ぎ）", f"{en} (carried over from {versions})")


class Decision(NamedTuple):
    """What a person decided on two elements: that they are counterparts, or are none."""

    link: str
    element: str
    other: str
    rank: str | None
    rejected: bool
    reason: Both | None
