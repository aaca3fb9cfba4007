"""From the dataset to a picture: what a user asks to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from plangraph.draw.claims import with_claims
from plangraph.draw.links import read_links
from plangraph.draw.picture import Mark, Picture
from plangraph.errors import PlangraphError, UnknownNameError, nearest
from plangraph.language import tr
from plangraph.outline import Outline, read_outline
from plangraph.vocabulary import PROLOGUE

if TYPE_CHECKING:
    from plangraph.graph import Graph

_CURRENT = """
SELECT ?id ?version { GRAPH ?c { ?plan pg:currentVersion ?version }
  GRAPH ?version { ?version dcterms:identifier ?id } } ORDER BY ?id
"""
_VERSIONS = (
    "SELECT ?id ?version { GRAPH ?version { ?version a pg:PlanVersion ; dcterms:identifier ?id } }"
)


#: Fields within a broad field.
_WITHIN = "SELECT ?field {{ GRAPH ?g {{ ?field skos:broader <{field}> }} }}"


def draw(
    graph: Graph,
    what: Sequence[str] = (),
    *,
    goal: str | None = None,
    field: str | None = None,
    around: str | None = None,
    depth: int = 2,
    query: str | None = None,
    parameters: Mapping[str, object] | None = None,
) -> Picture:
    """Return a picture of plans, or of what in them has to do with a goal, a field, an element.

    ``what`` names cities, plans, versions, and also fields or goals; none means all.
    ``goal``, ``field`` and ``query`` (a question whose rows have an ``id``; ``parameters`` are
    its own) keep what they match and what stands above it; ``around`` keeps what is within
    ``depth`` steps of an element. Raises UnknownNameError, ParameterError, QueryError, and
    PlangraphError where nothing is left to draw.
    """
    versions, fields, goals = _meant(graph, what)
    fields += [field] if field else []
    goals += [goal] if goal else []
    ids = _rows(graph, query, parameters or {}) if query else None
    if around:
        around = _identifier(around)
    if not versions:
        versions = _current(graph)
        named = [one for one in [around, *(ids or ())] if one and "/" in one]
        versions = list(dict.fromkeys(versions + [one.partition("/")[0] for one in named]))
    picture = _whole(graph, versions)
    kept: set[int] | None = None
    for text in fields:
        kept = _claimed(graph, picture, "field", text, kept)
    for text in goals:
        kept = _claimed(graph, picture, "goal", text, kept)
    if ids is not None:
        wanted = set(ids)
        kept = {
            n for n, m in enumerate(picture.marks) if m.id in wanted and (kept is None or n in kept)
        }
    if around:
        kept = _near(picture, around, depth)
    if kept is not None:
        picture = _only(picture, kept, [*fields, *goals, *([query] if query else [])], bool(around))
    if not picture.marks:
        raise PlangraphError(
            tr("there is nothing to draw: no element matches"),
            advice=tr("ask for less, or see what there is with `plangraph list`"),
        )
    return picture


def _meant(graph: Graph, what: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Sort what was named into versions, fields and goals."""
    versions: list[str] = []
    fields: list[str] = []
    goals: list[str] = []
    for text in what:
        try:
            versions += graph.lookup.versions_of(text)
        except UnknownNameError as error:
            for kind, found in (("field", fields), ("goal", goals)):
                try:
                    graph.lookup.term(kind, text)
                except UnknownNameError:
                    continue
                found.append(text)
                break
            else:
                raise error from None
    return list(dict.fromkeys(versions)), fields, goals


def _current(graph: Graph) -> list[str]:
    return [str(row["id"]) for row in graph.select(PROLOGUE + _CURRENT)]


def _identifier(text: str) -> str:
    """Return ``plan@version/element`` of an identifier or an IRI."""
    return text.rpartition("/plan/")[2] if "://" in text else text


def _rows(graph: Graph, query: str, parameters: Mapping[str, object]) -> list[str]:
    table = graph.query(query, **parameters)
    if "id" not in table.columns:
        raise PlangraphError(
            tr("the rows of this question name no element: there is no column id"),
            advice=tr("columns: {columns}", columns=", ".join(table.columns)),
            value=query,
        )
    return [_identifier(str(row["id"])) for row in table if row["id"] is not None]


def _whole(graph: Graph, versions: Sequence[str]) -> Picture:
    known = {str(row["id"]): str(row["version"]) for row in graph.select(PROLOGUE + _VERSIONS)}
    for version in versions:
        if version not in known:
            raise UnknownNameError(
                tr("no city, plan or version is called {name}", name=version),
                advice=nearest(version, sorted(known)),
                value=version,
            )
    iris = [known[version] for version in versions]
    with ThreadPoolExecutor(1) as pool:  # the engine reads the links while Python takes outlines
        links = pool.submit(read_links, graph.select, iris)
        picture = gather([read_outline(graph.select, iri) for iri in iris])
        return with_claims(graph.select, picture, links.result())


def gather(outlines: Sequence[Outline]) -> Picture:
    """Return the picture of whole plan versions, without claims."""
    marks: list[Mark] = []
    for number, outline in enumerate(outlines):
        first = len(marks)
        places = {node.id: first + place for place, node in enumerate(outline.nodes)}
        for node in outline.nodes:
            parent = places.get(node.parent, -1) if node.parent else -1
            marks.append(Mark(f"{outline.version}/{node.id}", number, parent, node))
    return Picture(
        _title([o.city for o in outlines], [o.title for o in outlines], "・", "の計画"),
        _title([o.city_en for o in outlines], [o.title_en or o.title for o in outlines], ", ", ""),
        tuple(outlines),
        tuple(_acyclic(marks)),
    )


def _title(cities: Sequence[str], titles: Sequence[str], between: str, after: str) -> str:
    if len(titles) == 1:
        return titles[0]
    named = list(dict.fromkeys(cities))
    shown = between.join(named[:4]) + (f" +{len(named) - 4}" if len(named) > 4 else "")
    return shown + after if after else f"Plans of {shown}"


def _acyclic(marks: list[Mark]) -> list[Mark]:
    """Cut a mark that is its own ancestor loose from its parent."""
    walks = [0] * len(marks)  # in which walk up a mark was first met
    for place in range(len(marks)):
        at = place
        while at != -1 and not walks[at]:
            walks[at] = place + 1
            at = marks[at].parent
        if at != -1 and walks[at] == place + 1:  # met in this very walk
            marks[at] = marks[at]._replace(parent=-1)
    return marks


def _claimed(
    graph: Graph, picture: Picture, sort: str, text: str, kept: set[int] | None
) -> set[int]:
    """Return the places of the marks with a claim on a field or goal, among ``kept``.

    A broad field is also what is claimed for the fields within it.
    """
    term = graph.lookup.term(sort, text).value
    key = term.rpartition("/")[2]
    keys = {key.partition(".")[0] if sort == "goal" else key}
    if sort == "field":
        within = graph.select(PROLOGUE + _WITHIN.format(field=term)).rows
        keys |= {str(iri).rpartition("/")[2] for (iri,) in within}
    meant = {n for n, c in enumerate(picture.concepts) if c.sort == sort and c.key in keys}
    found = {c.mark for c in picture.claims if c.sort == sort and c.target in meant}
    return found if kept is None else kept & found


def _near(picture: Picture, around: str, depth: int) -> set[int]:
    """Return the places within ``depth`` steps of an element, up, down or along counterparts."""
    places = {mark.id: place for place, mark in enumerate(picture.marks)}
    if around not in places:
        same = [mark.id for mark in picture.marks if mark.node.id == around]
        if len(same) != 1:
            raise UnknownNameError(
                tr("no element is called {name}", name=around),
                advice=", ".join(same) or nearest(around, list(places)),
                value=around,
            )
        around = same[0]
    ties: dict[int, set[int]] = {}
    pairs = [(place, mark.parent) for place, mark in enumerate(picture.marks) if mark.parent >= 0]
    pairs += [(c.mark, c.target) for c in picture.claims if c.sort == "counterpart"]
    for one, other in pairs:
        ties.setdefault(one, set()).add(other)
        ties.setdefault(other, set()).add(one)
    found = edge = {places[around]}
    for _step in range(depth):
        edge = {other for one in edge for other in ties.get(one, ())} - found
        found = found | edge
    return found


def _only(picture: Picture, kept: set[int], about: Sequence[str], centred: bool) -> Picture:
    """Return the picture of some marks and what stands above them."""
    shown = set(kept)
    for place in kept:
        above = picture.marks[place].parent
        while above >= 0 and above not in shown:
            shown.add(above)
            above = picture.marks[above].parent
    order = sorted(shown)
    new = {old: place for place, old in enumerate(order)}
    used = sorted({picture.marks[old].version for old in order})
    versions = {old: place for place, old in enumerate(used)}
    elsewhere = {
        new[here]
        for claim in picture.claims
        if claim.sort == "counterpart"
        for here, there in ((claim.mark, claim.target), (claim.target, claim.mark))
        if here in new and there not in new
    }
    suffix = f"：{'・'.join(about)}" if about else ""
    if centred:
        suffix = ""
    return picture._replace(
        title=picture.title + suffix,
        title_en=picture.title_en + suffix.replace("：", ": ").replace("・", ", "),
        versions=tuple(picture.versions[old] for old in used),
        marks=tuple(
            mark._replace(version=versions[mark.version], parent=new.get(mark.parent, -1))
            for mark in (picture.marks[old] for old in order)
        ),
        claims=tuple(
            claim._replace(
                mark=new[claim.mark],
                target=new[claim.target] if claim.sort == "counterpart" else claim.target,
            )
            for claim in picture.claims
            if claim.mark in new and (claim.sort != "counterpart" or claim.target in new)
        ),
        focus=frozenset(new[place] for place in kept),
        elsewhere=frozenset(elsewhere),
    )
