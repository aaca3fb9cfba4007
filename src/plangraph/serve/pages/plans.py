"""Plans: a plan as a work, one of its versions, one of its elements."""

from __future__ import annotations

from collections import Counter
from typing import Any

from plangraph.compare.coherence import STATES, coherence
from plangraph.compare.facts import Source
from plangraph.compare.page import periods
from plangraph.compare.words import STATUSES, Both
from plangraph.draw.kinds import LOOKS, look
from plangraph.errors import UnknownNameError, nearest
from plangraph.language import pick, tr
from plangraph.municipalities import municipalities
from plangraph.outline import Node, Outline
from plangraph.serve.pages import facts
from plangraph.serve.pages.cities import way
from plangraph.serve.pages.claims import claims
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.vocabulary import PROLOGUE

#: Kinds that are listed beside the tree of a plan.
LISTED = ("sectoral-plan", "indicator", "opinion")
#: How many opinions and the like are listed before they are folded.
_FOLD = 12

_AROUND = """
SELECT ?p ?o (LANG(?o) AS ?lang) ?g {
  VALUES ?p { skos:note pg:repair pg:theme pg:opinionBy pg:page pg:undecided }
  GRAPH ?g { <%s> ?p ?o }
}
"""
_PLACES = """
SELECT ?line ?end ?exact { GRAPH ?g { <%s> pg:evidence ?e . ?e pg:line ?line .
  OPTIONAL { ?e pg:endLine ?end } OPTIONAL { ?e oa:exact ?exact } } } ORDER BY ?line
"""
_SOURCE = """
SELECT ?url { GRAPH <%s> { ?v dcterms:source ?d . ?d rdfs:seeAlso ?url } } LIMIT 1
"""


def work(visit: Visit, iri: str) -> Shown:
    """Show a plan with all its versions."""
    found = [one for one in facts.versions(visit.view) if one.work == iri]
    if not found:
        raise UnknownNameError(tr("nothing is known of {name}", name=iri), value=iri)
    now = next((one for one in found if one.current), found[0])
    return html(
        visit,
        "work.html",
        title=now.title,
        about=pick(
            f"{now.city.ja}の計画「{now.title.ja}」の版の一覧。",
            f"The versions of the plan of {now.city.en}: {now.title.en}.",
        ),
        steps=_way(visit, now),
        iri=iri,
        versions=facts.in_order(found),
        now=now,
    )


def version(visit: Visit, iri: str) -> Shown:
    """Show a version of a plan: outline, sectoral plans, periods, picture, other versions."""
    one = facts.version_of(visit.view, iri)
    found = facts.outline(visit.view, iri)
    side = Source(visit.view.graph).sides((one.id,))[0]
    together = coherence(side, visit.today)
    all_of_it = facts.in_order(v for v in facts.versions(visit.view) if v.plan == one.plan)
    listed = {kind: [n for n in found.nodes if n.kind == kind] for kind in LISTED}
    kinds = Counter(node.kind for node in found.nodes)
    url = next((str(r["url"]) for r in visit.view.graph.select(PROLOGUE + _SOURCE % iri)), None)
    return html(
        visit,
        "version.html",
        title=_of_city(one.title, one),
        about=_sentence(
            one, Both("体系・個別計画・期間・図", "outline, sectoral plans, periods, picture")
        ),
        steps=[*_way(visit, one), Step(_state(one), None)],
        schema={
            "@type": "CreativeWork",
            "name": str(one.title),
            "version": one.id.partition("@")[2],
            "creator": {"@type": "GovernmentOrganization", "name": str(one.city)},
            **({"datePublished": one.date} if one.date else {}),
        },
        iri=iri,
        one=one,
        outline=found,
        tree=nested(found),
        kinds_in=[(k.kind, kinds[k.kind]) for k in LOOKS if kinds[k.kind]],
        listed=listed,
        fold=_FOLD,
        parents={node.id: node for node in found.nodes},
        together=together,
        timeline=periods(side, together, visit.today)
        if listed["sectoral-plan"] or found.start or found.inferred_start else None,
        today=visit.today,
        states=STATES,
        older=all_of_it[: all_of_it.index(one)],
        newer=all_of_it[all_of_it.index(one) + 1 :],
        url_of_document=url,
    )  # fmt: skip


def element(visit: Visit, iri: str, version: str) -> Shown:
    """Show an element: where it stands, what is related to it and who says so, its evidence."""
    one = facts.version_of(visit.view, version)
    found = facts.outline(visit.view, version)
    by_iri = {node.iri: node for node in found.nodes}
    node = by_iri.get(iri)
    if node is None:
        local = iri.rpartition("/")[2]
        raise UnknownNameError(
            tr("{version} has no element {name}", version=one.id, name=local),
            advice=nearest(local, [other.id for other in found.nodes]),
            value=iri,
        )
    by_id = {other.id: other for other in found.nodes}
    above: list[Node] = []
    parent = node.parent
    while parent in by_id and len(above) < len(by_id):
        above.insert(0, by_id[parent])
        parent = by_id[parent].parent
    place = found.nodes.index(node)
    name, kind = title_of(node), look(node.kind)
    return html(
        visit,
        "element.html",
        title=_of_city(name, one),
        about=_sentence(one, Both(f"{kind.ja}「{name.ja}」", f"{kind.en} “{name.en}”")),
        steps=[*_way(visit, one), Step(_state(one), visit.site.path(version)),
               *(Step(str(title_of(up)), visit.site.path(up.iri)) for up in above),
               Step(str(name), None)],
        schema={
            "@type": "CreativeWork",
            "name": str(name),
            "genre": str(Both(look(node.kind).ja, look(node.kind).en)),
            "isPartOf": {"@type": "CreativeWork", "@id": version, "name": str(one.title)},
        },
        iri=iri,
        one=one,
        outline=found,
        node=node,
        above=above,
        below=[other for other in found.nodes if other.parent == node.id],
        before=found.nodes[place - 1] if place else None,
        after=found.nodes[place + 1] if place + 1 < len(found.nodes) else None,
        claims=claims(visit, node.iri),
        more=_more(visit, iri),
        places=list(visit.view.graph.select(PROLOGUE + _PLACES % iri)),
        departments=[
            (name, visit.view.names.department(visit.view.names.municipality(one.code), name).value)
            for name in node.departments
        ] if one.code else [(name, None) for name in node.departments],
    )  # fmt: skip


def title_of(node: Node) -> Both:
    """Return code and title of an element; what it is where it has neither."""
    one = look(node.kind)
    ja = " ".join(filter(None, (node.code, node.title))) or f"（{node.term or one.ja}）"
    en = " ".join(filter(None, (node.code, node.title_en or node.title))) or f"({one.en})"
    return Both(ja, en)


def nested(outline: Outline) -> list[tuple[Node, list[Any]]]:
    """Return the tree of a plan: a list of (node, the same below it)."""
    children = outline.children()

    def below(parent: str | None, depth: int) -> list[tuple[Node, list[Any]]]:
        return [
            (node, below(node.id, depth + 1) if depth < 30 else [])
            for node in children.get(parent, ())
            if node.kind not in LISTED
        ]

    return below(None, 0)


def _more(visit: Visit, iri: str) -> dict[str, list[str]]:
    """Return notes, repairs and the like, in the language of the reader where there is one."""
    found: dict[str, list[str]] = {}
    for row in visit.view.graph.select(PROLOGUE + _AROUND % iri):
        if row["lang"] in (visit.language, "", None) or str(row["p"]).endswith("repair"):
            name = str(row["p"]).replace("#", "/").rpartition("/")[2]
            found.setdefault(name, []).append(str(row["o"]))
    return found


def _of_city(name: Both, one: facts.Version) -> Both:
    """Return a name with the city that it is of."""
    return Both(f"{name.ja}（{one.city.ja}）", f"{name.en} ({one.city.en})")


def _sentence(one: facts.Version, what: Both) -> str:
    """Return what a page shows of a plan, for search engines."""
    return pick(
        f"{one.city.ja}「{one.title.ja}」の{what.ja}。",
        f"{one.title.en} of {one.city.en}: {what.en}.",
    )


def _way(visit: Visit, one: facts.Version) -> list[Step]:
    known = municipalities().get(one.code)
    steps = way(visit, known) if known else [Step(str(one.city), None)]
    return [*steps, Step(str(one.title), visit.site.path(one.work))]


def _state(one: facts.Version) -> str:
    return str(STATUSES[one.status])
