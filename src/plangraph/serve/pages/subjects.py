"""Policy fields and SDG goals: what all plans do about one of them, city by city."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from plangraph.compare.words import LINK_STATUSES, Both
from plangraph.errors import UnknownNameError
from plangraph.grounds import in_english
from plangraph.language import pick, tr
from plangraph.outline import Node
from plangraph.serve.pages import facts
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.serve.prefectures import PREFECTURES
from plangraph.vocabulary import PG, PREFIXES, PROLOGUE

#: Cities on a page.
_CITIES = 12

_COUNTED = """
SELECT ?version ?set (SUM(?n) AS ?elements) {
  VALUES ?set { %s } VALUES ?of { %s }
  GRAPH ?counts { ?o qb:dataSet ?set ; %s ?of ; pg:elements ?n .
    ?slice qb:observation ?o ; pg:refVersion ?version }
} GROUP BY ?version ?set
"""
_LINKED = """
SELECT ?element ?status ?why {
  VALUES ?of { %s }
  GRAPH %s { ?link %s ?of ; pg:element ?element ; pg:rank "primary" . %s pg:linkStatus ?status .
    OPTIONAL { ?link dcterms:description ?why
      FILTER(LANG(?why) = "%s" || ?status = "inferred") } }
}
"""


class Found(NamedTuple):
    """What a version has on a subject: elements by who says so."""

    version: facts.Version
    elements: dict[str, list[tuple[Node, str | None]]]


def fields(visit: Visit) -> Shown:
    """Show the scheme of policy fields."""
    return html(
        visit,
        "fields.html",
        title=Both("政策分野", "Policy fields"),
        about=pick("市区町村の計画の政策分野の一覧。", "The policy fields of municipal plans."),
        steps=[_fields(visit)],
        groups=facts.groups(visit.view),
    )


def goals(visit: Visit) -> Shown:
    """Show the goals of the SDGs with who says so."""
    return html(
        visit,
        "goals.html",
        title=Both("SDGs の目標", "Goals of the SDGs"),
        about=pick(
            "SDGs の各目標に主に資する計画の要素。文書・編者・手法の別に数える。",
            "Elements of plans that mainly serve each goal, by who says so.",
        ),
        steps=[_goals(visit)],
        goals=facts.goals(visit.view),
    )


def field(visit: Visit, iri: str) -> Shown:
    """Show what belongs to a policy field (政策分野)."""
    every = facts.fields(visit.view)
    one = every.get(iri)
    if one is None:
        raise UnknownNameError(tr("no policy field is called {name}", name=iri), value=iri)
    below = [other for other in every.values() if other.broader == iri]
    above = every.get(one.broader or "")
    steps = [_fields(visit)]
    if above:
        steps.append(Step(str(above.label), visit.site.path(above.iri)))
    return _subject(
        visit,
        "field.html",
        [iri, *(other.iri for other in below)],
        ("fields",),
        PG.refField,
        PG.field,
        {"fields": "links/fields/{version}"},
        title=one.label,
        about=one.definition,
        steps=[*steps, Step(str(one.label), None)],
        iri=iri,
        one=one,
        below=below,
        schema={"@type": "DefinedTerm", "name": str(one.label),
                "description": str(one.definition)},
    )  # fmt: skip


def goal(visit: Visit, iri: str) -> Shown:
    """Show what serves a goal of the SDGs, and who says so."""
    one = facts.goals(visit.view).get(iri.removeprefix(PREFIXES["sdg"]))
    if one is None:
        raise UnknownNameError(
            tr("no SDG goal is called {name}", name=iri),
            advice=tr("goals are 1 to 17, targets such as 11.5"),
            value=iri,
        )
    title = Both(f"SDGs 目標{one.number} {one.label.ja}", f"SDG {one.number} {one.label.en}")
    return _subject(
        visit,
        "goal.html",
        [iri],
        tuple(f"goals-{status}" for status in LINK_STATUSES),
        PG.refGoal,
        PG.goal,
        {f"goals-{status}": f"links/sdgs/{status}/{{version}}" for status in LINK_STATUSES},
        title=title,
        about=Both(
            f"「{one.label.ja}」に主に資する、各市の計画の要素。",
            f"Elements of the cities' plans that mainly serve “{one.label.en}”.",
        ),
        steps=[_goals(visit), Step(str(title), None)],
        iri=iri,
        one=one,
        schema={"@type": "DefinedTerm", "name": str(title)},
    )


def _subject(
    visit: Visit,
    template: str,
    subjects: list[str],
    sets: tuple[str, ...],
    dimension: object,
    to: object,
    graphs: dict[str, str],
    *,
    title: Both,
    about: Both,
    **values: Any,
) -> Shown:
    """Show what plans have on some fields or goals, some cities a page."""
    shown = shown_versions(visit)
    of = " ".join(f"<{subject}>" for subject in subjects)
    query = _COUNTED % (" ".join(f"pgst:{one}" for one in sets), of, dimension)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in visit.view.graph.select(PROLOGUE + query):
        if str(row["version"]) in shown:
            name = str(row["set"]).rpartition("#")[2]
            counts[str(row["version"])][name] = int(row["elements"] or 0)
    city, prefecture = visit.one("city"), visit.one("prefecture")
    having = sorted(
        (facts.version_of(visit.view, iri) for iri in counts),
        key=lambda one: (one.code or "99999", one.id),
    )
    places: dict[str, int] = {}
    for one in having:
        if one.code:
            places[one.code[:2]] = places.get(one.code[:2], 0) + 1
    if city:
        having = [one for one in having if one.code == city]
    elif prefecture:
        having = [one for one in having if one.code.startswith(prefecture)]
    page = visit.number("page")
    pages = max(1, -(-len(having) // _CITIES))
    here = having[(page - 1) * _CITIES : page * _CITIES]
    found = [Found(one, {}) for one in here]
    if here:
        _fill(visit, found, shown, of, to, graphs)
    return html(
        visit,
        template,
        title=title,
        about=str(about),
        found=[one for one in found if one.elements],
        counts=counts,
        having=len(having),
        totals={
            name: sum(one.get(name, 0) for iri, one in counts.items() if shown[iri] is None)
            for name in sets
        },
        current=sum(shown[iri] is None for iri in counts),
        places={code: (PREFECTURES[code], n) for code, n in places.items()},
        city=city,
        chosen=prefecture,
        page=page,
        pages=pages,
        definition=about,
        **values,
    )


def _fill(
    visit: Visit,
    found: list[Found],
    shown: dict[str, str | None],
    of: str,
    to: object,
    graphs: dict[str, str],
) -> None:
    """Put the elements of the versions in ``found`` into it, in the order of their plans."""
    names = visit.view.names
    for one in found:
        said: dict[tuple[str, str], str | None] = {}
        for place in graphs.values():
            graph = names.graph(place.format(version=one.version.id))
            query = _LINKED % (of, graph, to, graph, visit.language)
            for row in visit.view.graph.select(PROLOGUE + query):
                why = str(row["why"]) if row["why"] else None
                if why and row["status"] == "inferred" and visit.language == "en":
                    why = in_english(why)
                said.setdefault((str(row["element"]), str(row["status"])), why)
        only = shown[one.version.iri]
        for node in facts.outline(visit.view, one.version.iri).nodes:
            for status in LINK_STATUSES:
                if (node.iri, status) in said and only in (None, node.kind):
                    one.elements.setdefault(status, []).append((node, said[node.iri, status]))


def shown_versions(visit: Visit) -> dict[str, str | None]:
    """Return the versions that stand for their plans, by IRI, with the one kind that counts.

    That is the current one; and where it lists no sectoral plans, for these alone the
    newest other that does.
    """

    def find() -> dict[str, str | None]:
        view = visit.view
        query = """SELECT ?version { GRAPH ?counts { ?o qb:dataSet pgst:kinds ;
          pg:refKind "sectoral-plan" . ?slice qb:observation ?o ; pg:refVersion ?version } }"""
        listing = {str(row["version"]) for row in view.graph.select(PROLOGUE + query)}
        works: dict[str, list[facts.Version]] = defaultdict(list)
        for one in facts.versions(view):
            works[one.plan].append(one)
        found: dict[str, str | None] = {}
        for ones in works.values():
            found |= {one.iri: None for one in ones if one.current}
            beside = [one for one in ones if one.iri in listing]
            if beside and not any(one.current for one in beside):
                newest = max(beside, key=lambda one: (one.date or "", one.id))
                found[newest.iri] = "sectoral-plan"
        return found

    return visit.view.kept("shown-versions", find)


def _fields(visit: Visit) -> Step:
    return Step(pick("政策分野", "Policy fields"), visit.site.url("/fields"))


def _goals(visit: Visit) -> Step:
    return Step(pick("SDGs の目標", "Goals of the SDGs"), visit.site.url("/goals"))
