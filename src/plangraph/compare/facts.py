"""What is compared: one side (a column) a plan version, read from the dataset."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from plangraph.compare import sparql
from plangraph.compare.claims import Decision, Link
from plangraph.compare.words import KINDS, Both, titled
from plangraph.errors import PlangraphError, UnknownNameError
from plangraph.language import tr
from plangraph.outline import Node, Outline, read_outline
from plangraph.tables import Value
from plangraph.vocabulary import KINDS as KIND_CLASSES
from plangraph.vocabulary import PG, PREFIXES, PROLOGUE, Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.graph import Graph
from plangraph.grounds import words

#: Kinds that are elements of the plan's tree; the other three are listed beside it.
LISTED = ("sectoral-plan", "indicator", "opinion")


class Part(NamedTuple):
    """編: a part of a version with its layer and period."""

    title: Both
    layer: str
    start: str | None
    end: str | None
    printed: str | None


class Side(NamedTuple):
    """One column: a version of a city's plan, or a city whose plan has not been read."""

    #: The version id, or the code of a city without a plan.
    key: str
    city: Both
    outline: Outline | None
    parts: tuple[Part, ...] = ()
    fields: dict[str, tuple[Link, ...]] = {}  # noqa: RUF012  (never changed)
    goals: dict[str, tuple[Link, ...]] = {}  # noqa: RUF012
    #: The version that lists sectoral plans, and indicators: this one or one before it.
    plans_in: Outline | None = None
    indicators_in: Outline | None = None
    #: Whether another column is of the same city.
    shared: bool = False

    @property
    def name(self) -> Both:
        """What the column is called: the city, with the version where it has several columns."""
        return Both(*(f"{city} {self.key}" for city in self.city)) if self.shared else self.city

    @property
    def elements(self) -> tuple[Node, ...]:
        """The elements of the plan's own tree, in order."""
        nodes = self.outline.nodes if self.outline else ()
        return tuple(node for node in nodes if node.kind not in LISTED)

    @property
    def everything(self) -> int:
        """How many elements the version has, as ``plangraph list`` counts: listed ones too."""
        return len(self.outline.nodes) if self.outline else 0

    @property
    def sectoral_plans(self) -> tuple[Node, ...]:
        """個別計画 as the newest version that lists any has them."""
        return _of(self.plans_in, "sectoral-plan")

    @property
    def indicators(self) -> tuple[Node, ...]:
        """指標 as the newest version that lists any has them."""
        return _of(self.indicators_in, "indicator")

    def home(self, node: Node) -> Outline | None:
        """Return the version that lists ``node``: for what is listed, perhaps one before."""
        beside = {"sectoral-plan": self.plans_in, "indicator": self.indicators_in}
        return beside.get(node.kind, self.outline)


def _of(outline: Outline | None, kind: str) -> tuple[Node, ...]:
    return tuple(node for node in outline.nodes if node.kind == kind) if outline else ()


class Field(NamedTuple):
    """政策分野: a field of the scheme."""

    iri: str
    label: Both
    broader: str | None
    definition: Both


#: Up to so many versions are asked for their links one by one.
_FEW = 60


class Source:
    """Reads sides from a graph; keeps what several of them need."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._outlines: dict[str, Outline] = {}
        self._rows: dict[tuple[NamedNode, str], list[dict[str, Value]]] = {}
        self._decisions: list[Decision] | None = None
        self._versions = {str(row["version"]): row for row in self._select(sparql.VERSIONS)}
        self.kinds = KINDS | {
            str(row["kind"]): Both(str(row["ja"]), str(row["en"]))
            for row in self._select(sparql.KINDS)
            if row["kind"] in KIND_CLASSES
        }

    def _select(self, query: str, *terms: NamedNode | Literal) -> list[dict[str, Value]]:
        """Return rows; each %s of the query is a term, written as SPARQL."""
        return list(self._graph.select(PROLOGUE + query % tuple(str(t) for t in terms)))

    def version(self, name: str) -> Outline:
        """Return the version that a name means, where it means just one."""
        found = self._graph.lookup.versions_of(name)
        if len(found) > 1:
            raise UnknownNameError(
                tr("{name} has more than one plan", name=name),
                advice=tr("name one of them: {plans}", plans=", ".join(found)),
                value=name,
            )
        return self._by_id(found[0])

    def sides(self, names: tuple[str, ...]) -> list[Side]:
        """Return a side for each plan of the cities, plans and versions in ``names``.

        No names mean every plan in the dataset. A city without a plan is a side that
        is not read yet. Raises UnknownNameError; PlangraphError where two names mean
        the same version.
        """
        meant: dict[str, str] = {}
        sides: list[Side] = []
        outlines: list[tuple[int, Outline]] = []
        for name in names or self._everyone():
            try:
                versions = self._graph.lookup.versions_of(name)
            except UnknownNameError as error:
                sides.append(self._unread(name, error))
                continue
            for version in versions:
                if version in meant:
                    raise PlangraphError(
                        tr(
                            "{one} and {other} are the same version: {version}",
                            one=meant[version],
                            other=name,
                            version=version,
                        ),
                        advice=tr(
                            "name different cities; two versions of a plan are compared by"
                            " `plangraph diff`, one city alone by naming it once"
                        ),
                        value=name,
                    )
                meant[version] = name
                outlines.append((len(sides), self._by_id(version)))
                sides.append(Side(version, Both("", ""), None))
        if not outlines:
            raise PlangraphError(
                tr("no plan of these cities has been read yet"),
                advice=tr("read one with `plangraph read`, then `plangraph build`"),
            )
        for _, outline in outlines:  # all versions first, then their links in one go
            self._lists(outline, "plans")
            self._lists(outline, "indicators")
        for place, outline in outlines:
            sides[place] = self._side(outline)
        keys = [side.key for side in sides]
        if len(keys) != len(set(keys)):
            raise PlangraphError(
                tr("a city is named twice"), advice=tr("name different cities"), value=names
            )
        columns = Counter(side.city for side in sides)
        return [side._replace(shared=columns[side.city] > 1) for side in sides]

    def fields(self) -> list[Field]:
        """Return the scheme of policy fields, each broad field before its narrower ones."""
        found: dict[str, Field] = {}
        for row in self._select(sparql.FIELDS):
            iri, broader = str(row["field"]), row["broader"]
            if iri not in found:
                found[iri] = Field(
                    iri,
                    titled(_text(row["ja"]), _text(row["en"])),
                    str(broader) if broader else None,
                    titled(_text(row["defja"]), _text(row["defen"])),
                )
        below: dict[str | None, list[Field]] = defaultdict(list)
        for field in found.values():
            below[field.broader if field.broader in found else None].append(field)
        ordered: list[Field] = []
        for top in below[None]:
            ordered += [top, *below[top.iri]]
        return ordered

    def goals(self) -> dict[str, Both]:
        """Return the SDG goals by number."""
        rows = self._select(sparql.GOALS)
        found = {str(r["goal"]).rpartition("/")[2]: Both(str(r["ja"]), str(r["en"])) for r in rows}
        return dict(sorted(found.items(), key=lambda pair: int(pair[0])))

    def counterparts(self, side: Side) -> list[Link]:
        """Return the counterparts of a side's elements; a person's word wins over a method's."""
        found: dict[tuple[str, str], Link] = {}
        for link in self._links(side.outline, PG.CounterpartLink, PG.counterpart):
            found.setdefault((link.element, link.target), link)
        if not any(link.status == "judged" for link in found.values()):
            return list(found.values())
        iris = {node.id: node.iri for node in side.elements}
        reasons = {(one.element, one.other): one.reason for one in self.decisions()}
        return [
            link._replace(reason=reasons.get((iris.get(link.element, ""), link.target)))
            if link.status == "judged"
            else link
            for link in found.values()
        ]

    def gaps(self, side: Side) -> list[Link]:
        """Return a side's elements without counterpart; ``target`` is the other version's IRI."""
        return self._links(side.outline, PG.Gap, PG.comparedWith)

    def decisions(self) -> list[Decision]:
        """Return what persons decided on counterparts of all plans; elements by their IRIs."""
        if self._decisions is None:
            self._decisions = [
                Decision(str(row["link"]), str(row["element"]), str(row["other"]),
                         _text(row["rank"]), bool(row["rejected"]), _reason(row))
                for row in self._select(sparql.DECISIONS)
            ]  # fmt: skip
        return self._decisions

    def current(self, outline: Outline) -> Outline:
        """Return the current version of a plan (this one, where the dataset does not say)."""
        rows = self._select(sparql.CURRENT, NamedNode(outline.iri))
        return self._outline(str(rows[0]["current"])) if rows else outline

    # -- one side ----------------------------------------------------------------------

    def _everyone(self) -> list[str]:
        found = [str(row["id"]) for row in self._select(sparql.ALL_CITIES)]
        if not found:
            raise PlangraphError(
                tr("there are no plans in this store"), advice=tr("build it with `plangraph build`")
            )
        return found

    def _unread(self, name: str, error: UnknownNameError) -> Side:
        """Return the side of a city that exists and has no plan here; else raise ``error``."""
        try:
            node = self._graph.lookup.city(name)
        except PlangraphError:
            raise error from None
        rows = self._select(sparql.CITY, node)
        if not rows:
            raise error from None
        row = rows[0]
        return Side(str(row["code"]), titled(_text(row["ja"]), _text(row["en"])), None)

    def _by_id(self, version: str) -> Outline:
        return self._outline(next(iri for iri, r in self._versions.items() if r["id"] == version))

    def _outline(self, iri: str) -> Outline:
        if iri not in self._outlines:
            self._outlines[iri] = read_outline(self._graph.select, iri)
        return self._outlines[iri]

    def _side(self, outline: Outline) -> Side:
        plans_in = self._lists(outline, "plans")
        indicators_in = self._lists(outline, "indicators")
        fields = self._links(outline, PG.FieldLink, PG.field)
        goals = self._links(outline, PG.GoalLink, PG.goal)
        for other in {o.version: o for o in (plans_in, indicators_in) if o}.values():
            if other is not outline:  # what an older version lists beside its elements
                beside = {node.id for node in other.nodes if node.kind in LISTED}
                for found, kind, to in (
                    (fields, PG.FieldLink, PG.field),
                    (goals, PG.GoalLink, PG.goal),
                ):
                    found += [x for x in self._links(other, kind, to) if x.element in beside]
        return Side(
            key=outline.version,
            city=Both(outline.city, outline.city_en),
            outline=outline,
            parts=self._parts(outline),
            fields=_by_element(fields),
            goals=_by_element(
                dict.fromkeys(  # a link that names targets too is one claim on its goal
                    link._replace(target=link.target.rpartition("/")[2].partition(".")[0])
                    for link in goals
                )
            ),
            plans_in=plans_in,
            indicators_in=indicators_in,
        )

    def _lists(self, outline: Outline, what: str) -> Outline | None:
        """Return this version, or the nearest it revises, that lists what is asked for."""
        seen: set[str] = set()
        iri: object = outline.iri
        while iri in self._versions and iri not in seen:
            seen.add(str(iri))
            if self._versions[str(iri)][what]:
                return self._outline(str(iri))
            iri = self._versions[str(iri)]["before"]
        return None

    def _parts(self, outline: Outline) -> tuple[Part, ...]:
        names = Names(outline.iri.rpartition("plan/")[0])
        rows = self._select(sparql.PARTS, NamedNode(outline.iri), names.curation(outline.version))
        return tuple(
            Part(
                titled(_text(row["title"]), _text(row["en"])),
                str(row["layer"]),
                _text(row["start"]),
                _text(row["end"]),
                _text(row["printed"]),
            )
            for row in rows
        )

    def _links(self, outline: Outline | None, kind: NamedNode, to: NamedNode) -> list[Link]:
        if outline is None:
            return []
        if (kind, outline.iri) not in self._rows:
            self._read_links(kind, to)
        ids = {node.iri: node.id for node in outline.nodes}
        found: dict[tuple[str, str, str], Link] = {}
        for row in self._rows[kind, outline.iri]:
            # of links that a method infers, the graph says so and not each of them
            status = str(row["status"] or "inferred")
            key = ids[str(row["element"])], str(row["target"]), status
            score, grounds = row["score"], row["grounds"]
            number = float(score) if isinstance(score, int | float) else None
            terms = words(str(grounds)) if grounds and status == "inferred" else ()
            found.setdefault(key, Link(*key, _text(row["rank"]), number, tuple(terms)))
        return sorted(found.values(), key=_strength)

    def _read_links(self, kind: NamedNode, to: NamedNode) -> None:
        """Read the links of all versions that were read so far.

        For a few versions each is asked for; for many, all links are read at once: the
        join with each version would cost more than what is read in vain.
        """
        owner = {node.iri: iri for iri, o in self._outlines.items() for node in o.nodes}
        for version in self._outlines:
            self._rows[kind, version] = []
        few = [f"GRAPH {NamedNode(v)} {{ ?element pg:inVersion ?any }}" for v in self._outlines]
        for only in few if len(few) <= _FEW else [""]:
            for row in self._graph.select(PROLOGUE + sparql.LINKS % (only, to)):
                home = owner.get(str(row["element"]))
                if home:
                    self._rows[kind, home].append(row)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _reason(row: dict[str, Value]) -> Both | None:
    ja, en = _text(row["ja"]), _text(row["en"])
    return titled(ja, en) if ja or en else None


def _strength(link: Link) -> tuple[str, int, float, str]:
    """Order links of an element: stated before judged before inferred, surest first."""
    place = ("stated", "judged", "inferred").index(link.status)
    return (link.element, place, -(link.score or 0.0), link.target)


def _by_element(links: Iterable[Link]) -> dict[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.element].append(link)
    return {element: tuple(ones) for element, ones in found.items()}


def field_key(iri: str) -> str:
    """Return the key of a field, the end of its IRI."""
    return iri.removeprefix(PREFIXES["field"])
