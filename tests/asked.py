"""What is usually asked of a nation: each named question with parameters that have an answer."""

from __future__ import annotations

from typing import Any

from plangraph.graph import Graph
from plangraph.vocabulary import PROLOGUE

Asked = dict[str, list[dict[str, Any]]]

_CURRENT = """
SELECT ?code ?version ?id ?former {
  GRAPH ?catalogue { ?plan pg:currentVersion ?version }
  GRAPH ?version { ?version dcterms:identifier ?id ; pg:municipality ?city }
  GRAPH ?municipalities { ?city a pg:Municipality ; dcterms:identifier ?code }
  OPTIONAL { GRAPH ?version { ?version prov:wasRevisionOf ?before }
             GRAPH ?before { ?before dcterms:identifier ?former } }
} ORDER BY ?code
"""
_LINKED = """
SELECT ?code {
  GRAPH <%s> { ?element pg:inVersion <%s> }
  GRAPH ?links { ?link pg:element ?element ; %s ?found }
  GRAPH ?version { ?found pg:inVersion|dcterms:identifier ?any }
  GRAPH ?version { ?version pg:municipality ?city }
  GRAPH ?municipalities { ?city a pg:Municipality ; dcterms:identifier ?code }
} LIMIT 1
"""


def usual(graph: Graph, cities: int = 3) -> Asked:
    """Return what is asked of each question: of so many cities, spread over the nation."""
    rows = list(graph.select(PROLOGUE + _CURRENT))
    some = rows[:: max(1, len(rows) // cities)][:cities]
    by_city = [{"city": str(row["code"])} for row in some]
    plans = [{"plan": str(row["id"])} for row in some]
    linked = {
        kind: [
            {"city": str(row["code"]), "other": str(found[0]["code"])}
            for row in some
            if (found := graph.select(PROLOGUE + _LINKED % (row["version"], row["version"], kind)))
        ]
        for kind in ("pg:counterpart", "pg:comparedWith")
    }
    asked: Asked = {
        "counterparts": linked["pg:counterpart"],
        "gaps": linked["pg:comparedWith"],
        "counts-below": [one | {"kind": kind} for one in plans for kind in ("vision", "goal")],
        "department-plans": [one | {"minimum": 2} for one in by_city],
        "expired": [one | {"on": "2030-04-01"} for one in by_city],
        "in-force": [one | {"on": "令和8年度"} for one in by_city],
        "field-elements": [one | {"field": "防災"} for one in by_city],
        "mentions": [one | {"topic": "sdgs"} for one in by_city],
        "outline": plans,
        "renamed": [
            {"former": str(row["former"]), "newer": str(row["id"]), "kind": "measure"}
            for row in some
            if row["former"]
        ],
        "sdg-elements": [one | {"goal": "11"} for one in by_city],
        "search": [{"text": "防災計画"}, {"text": "子育て"}, {"text": "公共交通"}],
    }
    alone = ("departments", "field-coverage", "indicators", "no-period", "periods", "plans",
             "sdg-coverage", "sectoral-plans", "submissions", "visions")  # fmt: skip
    return asked | dict.fromkeys(alone, by_city)


#: What is asked of the whole nation at once.
WHOLE: Asked = {
    "field-coverage": [{}],
    "field-elements": [{"field": "防災"}],
    "mentions": [{"topic": "sdgs"}],
    "periods": [{}],
    "plans": [{}],
    "sdg-coverage": [{}, {"status": "stated"}],
    "sdg-elements": [{"goal": "11"}, {"goal": "6", "status": "inferred"}],
    "submissions": [{}],
    "visions": [{}],
}

#: What lists most: with no parameter at all.
BARE: Asked = {"field-elements": [{}], "sdg-elements": [{}]}
