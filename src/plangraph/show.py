"""One element with all that is known of it: where it stands, what it links to, who says so."""

from __future__ import annotations

from typing import Any

from plangraph.errors import UnknownNameError, nearest
from plangraph.fiscal import fold
from plangraph.graph import Graph
from plangraph.grounds import words
from plangraph.language import pick, tr
from plangraph.outline import Node, Outline, read_outline
from plangraph.tables import text_width
from plangraph.vocabulary import PG, PROLOGUE

_LINKS = """
SELECT ?property ?to ?label ?status ?rank ?score ?grounds {
  GRAPH ?g {
    ?link pg:element <%s> ; ?property ?target . ?g pg:linkStatus ?status .
    FILTER(?property IN (pg:goal, pg:field, pg:counterpart))
    OPTIONAL { ?link pg:rank ?rank } OPTIONAL { ?link pg:score ?score }
    OPTIONAL { ?link dcterms:description ?grounds . FILTER(?status = "inferred") }
  }
  BIND(STR(?target) AS ?to)
  OPTIONAL { GRAPH ?names { ?target skos:prefLabel|dcterms:title ?label .
    FILTER(LANG(?label) = "%s") } }
} ORDER BY ?property DESC(?status = "stated") DESC(?status = "judged")
  COALESCE(?rank, "primary") DESC(?score) ?to
"""
#: The class of a link follows from its property.
_KINDS = {
    PG.goal.value: "GoalLink",
    PG.field.value: "FieldLink",
    PG.counterpart.value: "CounterpartLink",
}


def describe(graph: Graph, name: str) -> dict[str, Any]:
    """Return what is known of the element ``plan@version/element`` (or its IRI).

    Its code, where only one element of the version has it, does for its id: ``kiyose/施策1-111``.
    """
    outline, node = _find(graph, name)
    by_id = {one.id: one for one in outline.nodes}
    parents: list[dict[str, Any]] = []
    above = node.parent
    while above in by_id and len(parents) < len(by_id):
        parents.append(_short(outline, by_id[above]))
        above = by_id[above].parent
    links = graph.select(PROLOGUE + _LINKS % (node.iri, pick("ja", "en")))
    return {
        "id": f"{outline.version}/{node.id}",
        "iri": node.iri,
        "city": outline.city,
        "plan": outline.plan,
        "version": outline.version,
        "status": outline.status,
        "kind": node.kind,
        "term": node.term,
        "code": node.code,
        "title": node.title,
        "title_en": node.title_en,
        "subtitle": node.subtitle,
        "keywords": list(node.keywords),
        "summary": {"ja": node.summary_ja, "en": node.summary_en},
        "departments": list(node.departments),
        "revised": node.revised,
        "start": node.start,
        "end": node.end,
        "parents": parents,
        "children": [_short(outline, one) for one in outline.nodes if one.parent == node.id],
        "links": _grouped(links),
        "evidence": {
            "document": outline.document,
            "sha256": outline.sha256,
            "line": node.line,
            "end_line": node.end_line or node.line,
            "quotation": node.quotation,
        },
    }


def as_text(described: dict[str, Any]) -> str:
    """Return a description for people to read."""
    lines = [" ".join(filter(None, (described["code"], described["title"] or "–")))]
    lines.append(f"  {described['title_en']}" if described["title_en"] else "")
    summary = described["summary"][pick("ja", "en")]
    facts = [
        (
            tr("what"),
            f"{described['kind']}（{described['term']}）"
            if described["term"]
            else described["kind"],
        ),
        (tr("of"), f"{described['city']} {described['version']} ({_state(described['status'])})"),
        (tr("subtitle"), described["subtitle"]),
        (tr("keywords"), "、".join(described["keywords"])),
        (tr("summary"), summary),
        (tr("department"), "、".join(described["departments"])),
        (tr("revised"), described["revised"]),
        (tr("period"), " – ".join(filter(None, (described["start"], described["end"])))),
        (tr("under"), " < ".join(_named(parent) for parent in described["parents"])),
    ]
    lines += [_line(name, str(value)) for name, value in facts if value]
    if described["children"]:
        lines.append(f"  {tr('children')}")
        lines += [f"    {_named(child)}  [{child['id']}]" for child in described["children"]]
    if described["links"]:
        lines.append(f"  {tr('links')}")
        lines += [f"    {_said(link)}" for link in described["links"]]
    evidence = described["evidence"]
    if evidence["line"]:
        span = evidence["line"] if evidence["line"] == evidence["end_line"] else (
            f"{evidence['line']}-{evidence['end_line']}"
        )  # fmt: skip
        said = f" “{evidence['quotation']}”" if evidence["quotation"] else ""
        lines.append(_line(tr("evidence"), f"{evidence['document']}:{span}{said}"))
    lines.append(_line("id", described["id"]))
    return "\n".join(line for line in lines if line) + "\n"


def _line(name: str, value: str) -> str:
    return f"  {name}{' ' * max(10 - text_width(name), 0)} {value}"


def _state(status: str) -> str:
    names = {
        "draft": tr("draft"),
        "consultation": tr("consultation"),
        "submitted": tr("submitted"),
        "adopted": tr("adopted"),
        "printed": tr("printed"),
    }
    return names.get(status, status)


def _speaker(status: str) -> str:
    names = {"stated": tr("stated"), "judged": tr("judged"), "inferred": tr("inferred")}
    return names.get(status, status)


def _weight(rank: str | None) -> str | None:
    names = {"primary": tr("primary"), "secondary": tr("secondary")}
    return names.get(rank, rank) if rank else None


def _find(graph: Graph, name: str) -> tuple[Outline, Node]:
    version, _, element = name.rpartition("plan/")[2].partition("/")
    try:
        iri = graph.lookup.term("plan", version).value
    except UnknownNameError as error:
        if not element:  # a word, a code: what is called so is found by searching
            how = tr(
                "an element is named PLAN/ID or PLAN/CODE; `plangraph search {word}` finds it",
                word=name,
            )
            error.advice = f"{error.advice}\n  → {how}"
        raise
    outline = read_outline(graph.select, iri)
    by_id = {node.id: node for node in outline.nodes}
    coded = [node for node in outline.nodes if element and fold(node.code or "") == fold(element)]
    if found := by_id.get(element) or (coded[0] if len(coded) == 1 else None):
        return outline, found
    if coded:
        names = ", ".join(f"{outline.version}/{node.id}" for node in coded)
        raise UnknownNameError(
            tr("{count} elements have the code {name}", count=len(coded), name=element),
            place=version,
            advice=tr("name one of them: {plans}", plans=names),
            value=name,
        )
    if not element:
        examples = ", ".join(f"{outline.version}/{node.id}" for node in outline.nodes[:2])
        raise UnknownNameError(
            tr("a plan or city is no element"),
            place=name,
            advice=tr(
                "name an element of it: {examples} …; `plangraph search WORD` finds elements",
                examples=examples,
            ),
            value=name,
        )
    raise UnknownNameError(
        tr("{version} has no element {name}", version=outline.version, name=element),
        advice=nearest(element, [node.id for node in outline.nodes])
        or tr("find its id with `plangraph search`"),
        value=name,
    )


def _short(outline: Outline, node: Node) -> dict[str, Any]:
    return {
        "id": f"{outline.version}/{node.id}",
        "kind": node.kind,
        "code": node.code,
        "title": node.title,
    }


def _named(one: dict[str, Any]) -> str:
    return " ".join(filter(None, (one["code"], one["title"]))) or one["kind"]


def _grouped(links: Any) -> list[dict[str, Any]]:
    """Return the links with the words that speak for each."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in links:
        kind = _KINDS[row["property"]]
        rank = row["rank"] or ("primary" if kind == "CounterpartLink" else None)
        found[kind, row["to"], row["status"], rank] = {
            "kind": kind,
            "to": row["to"],
            "label": row["label"],
            "status": row["status"],
            "rank": rank,
            "score": row["score"],
            "terms": words(str(row["grounds"])) if row["grounds"] else [],
        }
    return list(found.values())


def _said(link: dict[str, Any]) -> str:
    score = f" {link['score']:.2f}" if isinstance(link["score"], float) else ""
    who = pick("、", ", ").join(filter(None, (_speaker(link["status"]), _weight(link["rank"]))))
    terms = "、".join(link["terms"])
    counterpart = link["kind"] == "CounterpartLink"  # named as `show` takes it, with its plan
    name = link["to"].rpartition("plan/" if counterpart else "/")[2]
    label = f"{name} {link['label']}" if link["label"] else name
    kinds = {
        "GoalLink": "SDGs",
        "FieldLink": tr("field"),
        "CounterpartLink": tr("counterpart"),
    }
    kind = kinds.get(link["kind"], link["kind"])
    return f"{kind}: {label}{score} ({who})" + (f" ← {terms}" if terms else "")
