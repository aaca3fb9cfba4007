"""The typed model of one version of a plan (計画): what a plan file says.

``Plan`` is the only door from files into the graph. Everything here is frozen.
Facts that the document states stand in their own fields; what a curator concludes
stands in ``inferred`` with its reason; what is not known is left out.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from plangraph.fiscal import FiscalYear, Period, fold
from plangraph.values import Lines, Quantity

Kind = Literal[
    "philosophy",
    "vision",
    "viewpoint",
    "goal",
    "policy",
    "measure",
    "direction",
    "project",
    "perspective",
    "ideal-state",
    "strategy-goal",
]
#: Everything that a row can be about: the roles of elements and the three listed things.
AnyKind = Kind | Literal["sectoral-plan", "indicator", "opinion"]
Status = Literal["draft", "consultation", "submitted", "adopted", "printed"]
Layer = Literal["basic-concept", "basic-plan", "implementation-plan", "strategy", "promotion"]
Topic = Literal[
    "sdgs", "implementation-plan", "pdca", "sectoral-plans", "vision-undecided", "adoption"
]


class Record(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What all records of the model share: frozen, keyword only, no unknown keys."""


class Words(Record, frozen=True, kw_only=True):
    """A text in our own words, in Japanese and English."""

    ja: str
    en: str


class Passage(Record, frozen=True, kw_only=True):
    """A piece of running text, or an item of a list, below an element.

    ``text`` stays in the user's own files: what plangraph ships has line numbers and
    a ``summary`` in its own words.
    """

    lines: Lines
    heading: str | None = None
    mark: str | None = None
    text: str | None = None
    summary: Words | None = None


class Repeat(Record, frozen=True, kw_only=True):
    """Another place where the document prints the same heading, perhaps otherwise."""

    line: Lines
    printed: str | None = None


class Inference(Record, frozen=True, kw_only=True):
    """What the document does not state and a curator concludes, with the reason."""

    about: Literal["start", "end", "parent", "code", "department", "kind", "title"]
    reason: Words
    value: str | int | None = None
    line: Lines | None = None


class Doubt(Record, frozen=True, kw_only=True):
    """What a reader could not decide and a person should look at."""

    reason: str
    line: Lines | None = None


class StatedGoal(Record, frozen=True, kw_only=True):
    """An SDG goal or target that the document itself states for an element."""

    goal: int
    target: str | None = None
    line: Lines | None = None
    printed: str | None = None


class Listed(Record, frozen=True, kw_only=True):
    """What elements, sectoral plans, indicators and opinions have in common."""

    id: str = ""
    code: str | None = None
    title: str | None = None
    title_en: str | None = None
    #: True where the document itself leaves the title open; ``note`` says how.
    undecided: bool = False
    line: Lines | None = None
    page: int | None = None
    #: The heading as extracted, where it differs from code and title; see ``repair``.
    printed: str | None = None
    #: What was repaired in the title or code, and why.
    repair: str | None = None
    parent: str | None = None
    part: str | None = None
    departments: tuple[str, ...] = ()
    also: tuple[Repeat, ...] = ()
    sdgs: tuple[StatedGoal, ...] = ()
    inferred: tuple[Inference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    note: Words | None = None


class Element(Listed, frozen=True, kw_only=True):
    """構成要素: an element of a plan in its role, with the city's own term (``term``)."""

    kind: Kind
    term: str | None = None
    subtitle: str | None = None
    keywords: tuple[str, ...] = ()
    summary: Words | None = None
    passages: tuple[Passage, ...] = ()
    children: tuple[Element, ...] = ()


class SectoralPlan(Listed, frozen=True, kw_only=True):
    """個別計画: a plan for one field that the document lists."""

    #: 策定(改定)年度, the fiscal year in which it was made or last revised.
    revised: FiscalYear | None = None
    period: Period | None = None


class Indicator(Listed, frozen=True, kw_only=True):
    """指標: what is measured, from which value in which year to which."""

    baseline: Quantity | None = None
    baseline_year: FiscalYear | None = None
    target: Quantity | None = None
    target_year: FiscalYear | None = None
    unit: str | None = None

    @property
    def counted_in(self) -> str | None:
        """The unit that both numbers are counted in; "" by ones (3万2千人 beside 5万人)."""
        mixed = any(one and one.mixed for one in (self.baseline, self.target))
        return self.unit or ("" if mixed else None)


class Opinion(Listed, frozen=True, kw_only=True):
    """意見: an opinion that the document records, on the element ``on``.

    Its title tells in one's own words what is asked for; the words themselves stand at ``line``.
    """

    by: str
    by_en: str | None = None
    theme: str | None = None
    theme_en: str | None = None
    on: str | None = None


class PlanPart(Record, frozen=True, kw_only=True):
    """編・部: a part of the plan with the layer (基本構想, 基本計画 …) that it makes up."""

    id: str
    layer: Layer
    title: str
    title_en: str | None = None
    period: Period | None = None
    line: Lines | None = None


class Document(Record, frozen=True, kw_only=True):
    """The document that a plan file was made from."""

    file: str
    sha256: str
    lines: int | None = None
    pages: int | None = None
    #: True where the document holds only a part of the version (an excerpt).
    excerpt: bool = False
    language: str = "ja"
    url: str | None = None


class Submission(Record, frozen=True, kw_only=True):
    """議案の提出: who put the plan to the council when, and on what legal basis."""

    date: date
    by: str
    role: str | None = None
    role_en: str | None = None
    by_en: str | None = None
    body: str | None = None
    legal_basis: str | None = None
    legal_basis_number: str | None = None
    requests: str | None = None
    line: Lines | None = None
    repair: str | None = None


class Mention(Record, frozen=True, kw_only=True):
    """What the document says on a topic, in our own words, with its lines.

    For ``sdgs``, ``links`` tells whether it states which goal an element serves
    (``stated``), says that it will (``announced``), or neither (``none``).
    """

    topic: Topic
    line: Lines
    summary: Words
    links: Literal["stated", "announced", "none"] | None = None


class Plan(Record, frozen=True, kw_only=True):
    """計画の一つの版: one version of a plan, as read from one document."""

    plan: str
    version: str
    status: Status
    title: str
    document: Document
    municipality: str | None = None
    organization: str | None = None
    title_en: str | None = None
    #: The title of the plan as a work, the same for all its versions.
    work: str | None = None
    work_en: str | None = None
    date: date | None = None
    date_printed: str | None = None
    revises: str | None = None
    period: Period | None = None
    submission: Submission | None = None
    summary: Words | None = None
    parts: tuple[PlanPart, ...] = ()
    mentions: tuple[Mention, ...] = ()
    elements: tuple[Element, ...] = ()
    sectoral_plans: tuple[SectoralPlan, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    inferred: tuple[Inference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unplaced: tuple[Lines, ...] = ()
    note: Words | None = None

    @property
    def version_id(self) -> str:
        """The name of this version, ``plan@version``."""
        return f"{self.plan}@{self.version}"

    def entries(self) -> list[Entry]:
        """Return everything listed, in the order of the plan file, with parent and depth.

        Elements come first, depth first; then sectoral plans, indicators and opinions.
        An entry without ``id`` gets one made of its kind and code, or of its parent and
        its place there, so that it stays the same as long as those do.
        """
        used = {one.id for one in self._all() if one.id}
        found: list[Entry] = []

        def visit(group: Sequence[Listed], where: str, above: str | None, part: str | None) -> None:
            counts: Counter[str] = Counter()
            for place, item in enumerate(group):
                kind = kind_of(item)
                counts[kind] += 1
                name = item.id or _unused(_name(kind, item, above, counts[kind]), used)
                used.add(name)
                pointer = f"{where}[{place}]"
                parent = item.parent or above
                if isinstance(item, Opinion):
                    parent = parent or item.on
                inside = item.part or part
                found.append(Entry(name, kind, item, parent, inside, len(found) + 1, 0, pointer))
                if isinstance(item, Element):
                    visit(item.children, f"{pointer}.children", name, inside)

        visit(self.elements, "$.elements", None, None)
        visit(self.sectoral_plans, "$.sectoral_plans", None, None)
        visit(self.indicators, "$.indicators", None, None)
        visit(self.opinions, "$.opinions", None, None)
        parents = {entry.id: entry.parent for entry in found}
        return [entry._replace(depth=_depth(entry.id, parents)) for entry in found]

    def _all(self) -> Iterator[Listed]:
        stack: list[Listed] = [*self.elements, *self.sectoral_plans]
        stack += [*self.indicators, *self.opinions]
        while stack:
            one = stack.pop()
            yield one
            if isinstance(one, Element):
                stack += one.children


class Entry(NamedTuple):
    """One thing that a plan lists, with what follows from where it stands."""

    id: str
    kind: AnyKind
    item: Listed
    parent: str | None
    part: str | None
    #: 1-based place in the plan file, elements in depth-first order.
    order: int
    depth: int
    #: Where it stands in the plan file, ``$.elements[0].children[2]``.
    pointer: str


def kind_of(item: Listed) -> AnyKind:
    """Return the kind of anything that a plan lists."""
    if isinstance(item, Element):
        return item.kind
    if isinstance(item, SectoralPlan):
        return "sectoral-plan"
    return "indicator" if isinstance(item, Indicator) else "opinion"


def _depth(name: str, parents: dict[str, str | None]) -> int:
    """Count the ancestors of an entry; a cycle of parents ends the count."""
    seen = {name}
    above = parents[name]
    while above in parents and above not in seen:
        seen.add(above)
        above = parents[above]
    return len(seen) - 1


def _name(kind: str, one: Listed, parent: str | None, place: int) -> str:
    digits = "-".join(re.findall(r"[0-9A-Za-z]+", fold(one.code or "")))
    if digits and not (parent and re.fullmatch(r"\D?\d\D?", fold(one.code or ""))):
        return f"{kind}-{digits}"
    return f"{parent}.{kind}-{place}" if parent else f"{kind}-{place}"


def _unused(name: str, used: set[str]) -> str:
    if name not in used:
        return name
    return next(f"{name}~{n}" for n in itertools.count(2) if f"{name}~{n}" not in used)
