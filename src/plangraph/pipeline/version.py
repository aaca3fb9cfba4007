"""The work on one plan version, which depends on its plan file alone.

It is done anywhere: in this process, in another, on another machine. What goes in and out
are bytes, and what comes out is kept as a piece (``shelf``).
"""

from __future__ import annotations

import functools
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from pyoxigraph import Quad

from plangraph import outline
from plangraph.checks.finding import Finding
from plangraph.errors import PlanFileError
from plangraph.language import choose, language
from plangraph.outline import Outline
from plangraph.pipeline.checking import unreadable
from plangraph.pipeline.shelf import Ref, Shelf, count, pack, quads_in
from plangraph.pipeline.workers import uncollected
from plangraph.planfile import PlanFile, load
from plangraph.resources import folder
from plangraph.statements import Said, lines
from plangraph.triples.plan import plan_statements
from plangraph.triples.reference import by_plan, catalogue_quads, current, municipality_quads
from plangraph.vocabulary import PG, RDF, Names

if TYPE_CHECKING:
    from plangraph.statistics import Count

#: What is counted of inferred goals, which the current version of a plan has and others have not.
_INFERRED = b"#goals-inferred"
#: The parts that hold what a plan file says: the version's own graph first, curators', links.
STATED = ("plan", "curation", "stated")
#: Behind the name of a part with statistics: what totals are made of, beside it.
_COUNTS = "-counts"
#: So many warnings of a rule are kept of a plan file; `plangraph check` shows all.
WARNINGS = 3


class Setting(NamedTuple):
    """How things are named, and in which language findings speak."""

    base: str
    language: str


class Given(NamedTuple):
    """A plan file, and whether the version that it revises is among the plan files.

    With ``whole`` all is worked out that the current version of a plan has; else that is
    left out where another of the files given is a newer version.
    """

    path: str
    content: bytes
    key: str
    orphan: bool = False
    whole: bool = False


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a build must know of a version beside its pieces."""

    key: str
    version: str = ""
    plan: str = ""
    revises: str | None = None
    revises_line: int | None = None
    version_line: int | None = None
    date: str = ""
    excerpt: bool = False
    municipality: str | None = None
    elements: int = 0
    #: Findings without their file, in the language ``language``; of the warnings of a rule
    #: only the first few, and how many more there are.
    findings: list[Finding] = []
    more: int = 0
    language: str = "en"
    #: Quads by part; those that only a current version has are missing where it was known not
    #: to be current.
    counts: dict[str, int] = {}

    @property
    def whole(self) -> bool:
        """Whether all is there that the current version of a plan has."""
        return "goals" in self.counts or not self.counts


class Work(NamedTuple):
    """A version that was worked on: its summary, and its piece, None where it has errors."""

    summary: Summary
    piece: bytes | None


def work_on_all(batch: Sequence[Given], setting: Setting) -> list[Work]:
    """Work on some plan files, one after another."""
    choose(setting.language)
    with uncollected():
        return _work_on_files(batch, Names(setting.base))


def _work_on_files(batch: Sequence[Given], names: Names) -> list[Work]:
    files = [_loaded(given) for given in batch]
    works = by_plan(file.plan for file in files if isinstance(file, PlanFile))
    newest = {id(current(versions)) for versions in works.values()}
    return [
        _work_on(given, file, given.whole or id(file.plan) in newest, names)
        if isinstance(file, PlanFile)
        else Work(Summary(key=given.key, findings=[unreadable(file)]), None)
        for given, file in zip(batch, files, strict=True)
    ]


def _loaded(given: Given) -> PlanFile | PlanFileError:
    try:
        return load(given.path, given.content)
    except PlanFileError as error:
        return error


def _work_on(given: Given, file: PlanFile, whole: bool, names: Names) -> Work:
    from plangraph.checks.rules import check_file

    plan = file.plan
    # What other files decide is looked at later.
    others = dict.fromkeys(filter(None, (plan.version_id, plan.revises)), file)
    findings = list(check_file(file, others))
    counts: dict[str, int] = {}
    piece = None
    if not any(one.level == "error" for one in findings):
        quads = plan_statements(plan, names)
        findings += _shapes(names.base).check(quads, [file], _around(file, given.orphan, names))
        if not any(one.level == "error" for one in findings):
            parts = _parts(quads, _outline(quads, names, plan.version_id), whole, names)
            counts = {name: count(part) for name, part in parts.items() if name != "rows"}
            if whole:
                counts["rows"] = int(bool(parts["rows"]))
    kept = _first_of_each(findings)
    summary = Summary(
        key=given.key,
        version=plan.version_id,
        plan=plan.plan,
        revises=plan.revises,
        revises_line=file.line_of("$.revises"),
        version_line=file.line_of("$.version"),
        date=plan.date.isoformat() if plan.date else "",
        excerpt=plan.document.excerpt,
        municipality=plan.municipality,
        elements=len(plan.entries()),
        findings=[one._replace(file="") for one in kept],
        more=len(findings) - len(kept),
        language=language(),
        counts=counts,
    )
    if counts:
        piece = pack(parts | {"summary": msgspec.msgpack.encode(summary)})
    return Work(summary, piece)


def _first_of_each(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings less the warnings of a rule beyond the first WARNINGS."""
    said: Counter[str] = Counter()
    kept = []
    for one in findings:
        said[one.rule] += one.level == "warning"
        if one.level == "error" or said[one.rule] <= WARNINGS:
            kept.append(one)
    return kept


def _parts(quads: Sequence[Said], told: Outline, whole: bool, names: Names) -> dict[str, bytes]:
    from plangraph.links.profile import profiles
    from plangraph.links.quads import field_quads, inferred_goal_quads
    from plangraph.links.rows import place_of, rows_of
    from plangraph.pipeline.texts import PART, texts
    from plangraph.statistics import counts, version_statistics

    known = profiles(told)
    fields = list(field_quads(told, known))
    parts = _by_graph(lines(quads), names, told.version)
    parts |= {PART: texts(quads), "fields": lines(fields)}
    goals = list(inferred_goal_quads(told, known)) if whole else []
    statistics = version_statistics([*quads, *fields, *goals], names)
    counted = lines(statistics)
    if not whole:
        return parts | {"statistics": counted}
    rows = msgspec.msgpack.encode(rows_of(known, place_of(told.city_code))) if known else b""
    without = [one for one in counted.splitlines(keepends=True) if _INFERRED not in one]
    return parts | {
        "goals": lines(goals),
        "statistics": b"".join(without),
        "statistics-current": counted,
        f"statistics-current{_COUNTS}": msgspec.msgpack.encode(counts(statistics)),
        "rows": rows,
    }


def _by_graph(text: bytes, names: Names, version: str) -> dict[str, bytes]:
    """Return the lines of a version's own graph, and those of the graphs beside it.

    A part that is in one graph need not be sorted when a store is filled graph by graph.
    """
    own, curated = (
        f" <{graph.value}> .\n".encode()
        for graph in (names.version(version), names.curation(version))
    )
    found: dict[str, list[bytes]] = {part: [] for part in STATED}
    for line in text.splitlines(keepends=True):
        part = "plan" if line.endswith(own) else "curation" if line.endswith(curated) else "stated"
        found[part].append(line)
    return {part: b"".join(some) for part, some in found.items()}


def counts_of(shelf: Shelf, ref: Ref) -> list[Count]:
    """Return what totals are made of from the part that holds the statistics of a version."""
    from plangraph.statistics import counts

    name, _, part = ref.partition("#")
    packed = (shelf.get(name) or {}).get(part + _COUNTS)
    if packed is None:  # statistics of which judgements are a part stand in a piece of their own
        return counts(quads_in(shelf.part(ref)))
    found: list[Count] = msgspec.msgpack.decode(
        zlib.decompress(packed), type=list[tuple[str, tuple[str, ...], int]]
    )
    return found


def _outline(quads: Sequence[Said], names: Names, version: str) -> Outline:
    owner = next(value for _, predicate, value, _ in quads if predicate == PG.municipality)
    city = _municipality(names.base, str(getattr(owner, "value", "")))
    return outline.outline_of([*quads, *city], names.version(version).value)


def outline_of(text: bytes, names: Names, version: str) -> Outline:
    """Return the outline of a version from the lines of its parts ``STATED``."""
    return _outline(list(quads_in(text)), names, version)


def _around(file: PlanFile, orphan: bool, names: Names) -> list[Quad]:
    """Return what the shapes look up: the city, the catalogue of this and the former version."""
    found = [
        *_municipality(names.base, names.municipality(file.plan.municipality or "").value),
        *catalogue_quads([file.plan], names),
    ]
    if file.plan.revises and not orphan:
        former = names.version(file.plan.revises)
        found.append(Quad(former, RDF.type, PG.PlanVersion, names.graph("catalogue")))
    return found


@functools.cache
def _municipalities(base: str) -> dict[str, list[Quad]]:
    found: dict[str, list[Quad]] = {}
    for quad in municipality_quads(Path(folder("data")) / "municipalities.csv", Names(base)):
        found.setdefault(str(getattr(quad.subject, "value", "")), []).append(quad)
    return found


def _municipality(base: str, iri: str) -> list[Quad]:
    return _municipalities(base).get(iri, [])


@functools.cache
def _shapes(base: str) -> Any:
    from plangraph.checks.shapes import Shapes

    return Shapes(Path(folder("ontology")) / "shapes.ttl", Names(base))
