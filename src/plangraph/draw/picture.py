"""A picture (図): which elements of which plans it shows, and who relates them to what.

Frozen values only. What it looks like is up to the modules that write it: ``page``
(one HTML file), ``svg``, ``exchange`` (GraphML, GEXF, Cytoscape), ``vis`` (pyvis), ``png``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from plangraph.language import counted

if TYPE_CHECKING:
    import os

    from plangraph.outline import Node, Outline

Sort = Literal["field", "goal", "counterpart"]


class Mark(NamedTuple):
    """An element in a picture."""

    #: ``plan@version/element``.
    id: str
    #: Place of its plan version in ``Picture.versions``.
    version: int
    #: Place of its parent in ``Picture.marks``, or -1.
    parent: int
    node: Node


class Concept(NamedTuple):
    """A policy field (政策分野) or an SDG goal that elements are related to."""

    key: str
    sort: Sort
    ja: str
    en: str
    colour: str | None = None


class Claim(NamedTuple):
    """関連付け: somebody relates an element to a field, a goal or a counterpart, and why."""

    #: Place of the element in ``Picture.marks``.
    mark: int
    sort: Sort
    #: Place of the field or goal in ``Picture.concepts``, or of the counterpart in ``marks``.
    target: int
    #: ``stated`` by the document, ``judged`` by a curator, ``inferred`` by a method.
    status: str
    rank: str | None = None
    #: 0 to 1.
    score: float | None = None
    who: str | None = None
    note: str | None = None
    #: Terms of the element that speak for it.
    terms: tuple[str, ...] = ()
    who_en: str | None = None
    note_en: str | None = None


class Picture(NamedTuple):
    """What is drawn. In Jupyter it shows itself; ``save`` writes it to a file."""

    title: str
    title_en: str
    versions: tuple[Outline, ...]
    marks: tuple[Mark, ...]
    concepts: tuple[Concept, ...] = ()
    claims: tuple[Claim, ...] = ()
    #: Places of the elements that were asked for, where others are shown only as their
    #: surroundings; None where all were.
    focus: frozenset[int] | None = None
    #: Places of the elements with counterparts that are left out: they are not without any.
    elsewhere: frozenset[int] = frozenset()

    def __repr__(self) -> str:
        elements = counted(len(self.marks), "element(s)")
        versions = counted(len(self.versions), "version(s)")
        return f"<Picture {self.title}: {elements}, {versions}>"

    def children(self) -> dict[int, list[int]]:
        """Return the places of the marks below each mark, the top ones under -1, in order."""
        found: dict[int, list[int]] = {}
        for place, mark in enumerate(self.marks):
            found.setdefault(mark.parent, []).append(place)
        return found

    def alone(self) -> frozenset[int]:
        """Return the places of what has no counterpart, although its like in the plan have.

        Its like: elements of the same kind. Where none of them has one, none could.
        """
        paired = set(self.elsewhere)
        for claim in self.claims:
            if claim.sort == "counterpart":
                paired |= {claim.mark, claim.target}
        like = {(self.marks[place].version, self.marks[place].node.kind) for place in paired}
        return frozenset(
            place
            for place, mark in enumerate(self.marks)
            if place not in paired and (mark.version, mark.node.kind) in like
        )

    def html(self) -> str:
        """Return the picture as one HTML page that needs nothing else."""
        from plangraph.draw.page import page

        return page(self)

    def save(self, path: str | os.PathLike[str], form: str | None = None) -> None:
        """Write the picture to ``path``, in ``form`` or in the format of its ending.

        Raises OutputError.
        """
        from plangraph.draw.formats import save

        save(self, path, form)

    def _repr_html_(self) -> str:
        from html import escape

        page = escape(self.html(), quote=True)
        return (
            f'<iframe title="{escape(self.title, quote=True)}" srcdoc="{page}" sandbox='
            '"allow-scripts allow-downloads" style="width:100%;height:640px;border:0"></iframe>'
        )
