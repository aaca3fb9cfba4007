"""Municipalities: the list by prefecture, a prefecture, a city, a department."""

from __future__ import annotations

from plangraph.compare.coherence import STATES, coherence
from plangraph.compare.facts import Source
from plangraph.compare.page import name_of, periods
from plangraph.compare.words import Both
from plangraph.errors import UnknownNameError
from plangraph.language import pick, tr
from plangraph.municipalities import Municipality, municipalities
from plangraph.serve.pages import facts
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.serve.prefectures import PREFECTURES
from plangraph.vocabulary import PROLOGUE

_DEPARTMENTS = """
SELECT ?department ?name (SUM(?n) AS ?elements) {
  VALUES ?version { %s }
  GRAPH ?counts { ?slice pg:refVersion ?version . pgst:departments qb:slice ?slice .
    ?slice qb:observation ?o . ?o pg:refDepartment ?department ; pg:elements ?n }
  GRAPH ?version { ?department skos:prefLabel ?name }
} GROUP BY ?department ?name ORDER BY DESC(?elements) ?name
"""
_COUNTS = """
SELECT ?set ?of ?n {
  VALUES ?set { pgst:kinds pgst:fields pgst:goals-stated pgst:goals-judged pgst:goals-inferred }
  GRAPH %s { ?o qb:dataSet ?set ; pg:elements ?n .
    { ?o pg:refKind ?of } UNION { ?o pg:refField ?of } UNION { ?o pg:refGoal ?of } } }
"""
_ANSWERS_FOR = """
SELECT ?element ?id ?kind ?code ?title ?en ?start ?end ?line ?version ?order {
  GRAPH ?version { ?element pg:department <%s> ; pg:inVersion ?version ; pg:kind ?kind ;
    pg:order ?order ; dcterms:identifier ?id .
    OPTIONAL { ?element pg:code ?code } OPTIONAL { ?element dcterms:title ?title }
    OPTIONAL { ?element pg:line ?line }
    OPTIONAL { ?element pg:period/pg:start ?start } OPTIONAL { ?element pg:period/pg:end ?end } }
  OPTIONAL { GRAPH ?curation { ?element dcterms:title ?en FILTER(LANG(?en) = "en") } }
} ORDER BY ?version ?order LIMIT 500
"""


def cities(visit: Visit) -> Shown:
    """Show the prefectures, and the cities in them that have plans."""
    known = municipalities()
    read = facts.by_city(visit.view)
    listed = []
    for number, name in PREFECTURES.items():
        here = [code for code in read if code.startswith(number)]
        listed.append((number, name, sum(code[:2] == number for code in known), here))
    listed.sort(key=lambda one: (not one[3], one[0]))
    return html(
        visit,
        "cities.html",
        title=Both("市区町村", "Municipalities"),
        about=pick("計画を読める市区町村の一覧。", "The municipalities whose plans can be read."),
        steps=_steps(visit),
        listed=listed,
        read=read,
        known=known,
        city_name=facts.city_name,
    )


def prefecture(visit: Visit) -> Shown:
    """Show all municipalities of a prefecture, with and without plans."""
    number = f"{int(visit.path.rpartition('/')[2]):02}"
    name = PREFECTURES.get(number)
    if name is None:
        raise UnknownNameError(tr("there is no such prefecture"), value=number)
    read = facts.by_city(visit.view)
    return html(
        visit,
        "prefecture.html",
        title=name,
        about=pick(f"{name.ja}の市区町村の計画。", f"Plans of municipalities in {name.en}."),
        steps=[*_steps(visit), Step(str(name), None)],
        here=[one for code, one in municipalities().items() if code[:2] == number],
        read=read,
        city_name=facts.city_name,
    )


def city(visit: Visit, iri: str, code: str) -> Shown:
    """Show a municipality: its plans, how they hang together, what they are about."""
    one = municipalities()[code]
    view = visit.view
    name = facts.city_name(one)
    versions = facts.by_city(view).get(code, ())
    now = [version for version in versions if version.current]
    sides = Source(view.graph).sides(tuple(version.id for version in now)) if now else []
    found = [coherence(side, visit.today) for side in sides]
    works: dict[str, list[facts.Version]] = {}
    for version in facts.in_order(versions):
        works.setdefault(version.plan, []).append(version)
    return html(
        visit,
        "city.html",
        title=Both(f"{name.ja}の計画", f"Plans of {name.en}"),
        about=pick(
            f"{one.prefecture}{name.ja}の総合計画・個別計画。",
            f"The comprehensive and sectoral plans of {name.en}, {_prefecture(code).en}.",
        ),
        steps=way(visit, one),
        schema={
            "@type": "AdministrativeArea",
            "name": str(name),
            "identifier": one.code6,
            "containedInPlace": str(_prefecture(code)),
        },
        iri=iri,
        city=one,
        name=name,
        prefecture=_prefecture(code),
        works=works,
        sides=list(zip(sides, found, strict=True)),
        states=STATES,
        name_of=name_of,
        periods=lambda side, one: periods(side, one, visit.today),
        departments=_departments(visit, versions),
        fields=facts.fields(view),
        goals=facts.goals(view),
        counts={version.id: counts(visit, version) for version in now},
        neighbours=[
            (other, facts.city_name(municipalities()[other]))
            for other in facts.by_city(view)
            if other != code and other[:2] == code[:2]
        ][:8],
    )


def department(visit: Visit, iri: str, code: str, name: str) -> Shown:
    """Show what a department answers for (所管課)."""
    one = municipalities()[code]
    rows = list(visit.view.graph.select(PROLOGUE + _ANSWERS_FOR % iri))
    if not rows:
        raise UnknownNameError(tr("nothing is known of {name}", name=name), value=iri)
    by_version: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        by_version.setdefault(str(row["version"]), []).append(dict(row))
    city = facts.city_name(one)
    return html(
        visit,
        "department.html",
        title=Both(f"{name}（{city.ja}）", f"{name}, {city.en}"),
        about=pick(f"{city.ja}の{name}が所管する計画など。", f"What {name} of {city.en} is for."),
        steps=[*way(visit, one), Step(name, None)],
        schema={"@type": "GovernmentOrganization", "name": name,
                "parentOrganization": str(city)},
        iri=iri,
        name=name,
        city=city,
        versions=[
            (facts.version_of(visit.view, version), ones) for version, ones in by_version.items()
        ],
        on=visit.today.isoformat(),
    )  # fmt: skip


def way(visit: Visit, one: Municipality) -> list[Step]:
    """Return the way to a municipality."""
    number = one.code[:2]
    home = visit.view.names.municipality(one.code).value
    return [
        *_steps(visit),
        Step(str(PREFECTURES[number]), visit.site.url(f"/cities/{number}")),
        Step(str(facts.city_name(one)), visit.site.path(home)),
    ]


def counts(visit: Visit, version: facts.Version) -> dict[str, dict[str, int]]:
    """Return what was counted in a version: by data set, by what is counted."""
    graph = visit.view.names.statistics(version.id)
    found: dict[str, dict[str, int]] = {}
    for row in visit.view.graph.select(PROLOGUE + _COUNTS % graph):
        name = str(row["set"]).rpartition("#")[2]
        key = str(row["of"])
        key = key.rpartition("/")[2] if name.startswith("goals") else key
        found.setdefault(name, {})[key] = int(row["n"] or 0)
    for name, ones in found.items():
        found[name] = dict(sorted(ones.items(), key=lambda pair: (-pair[1], pair[0])))
    return found


def _departments(visit: Visit, versions: tuple[facts.Version, ...]) -> list[tuple[str, str, int]]:
    if not versions:
        return []
    values = " ".join(f"<{version.iri}>" for version in versions)
    rows = visit.view.graph.select(PROLOGUE + _DEPARTMENTS % values)
    return [(str(r["department"]), str(r["name"]), int(r["elements"] or 0)) for r in rows]


def _prefecture(code: str) -> Both:
    return PREFECTURES[code[:2]]


def _steps(visit: Visit) -> list[Step]:
    return [Step(pick("市区町村", "Municipalities"), visit.site.url("/cities"))]
