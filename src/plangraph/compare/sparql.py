"""What a comparison asks the dataset; ``%s`` is a term, written as SPARQL."""

from __future__ import annotations

VERSIONS = """
SELECT ?version ?id ?plan ?before (COUNT(?sectoral) AS ?plans) (COUNT(?indicator) AS ?indicators) {
  GRAPH ?version { ?version a pg:PlanVersion ; dcterms:identifier ?id ; dcterms:isVersionOf ?plan .
    OPTIONAL { ?version prov:wasRevisionOf ?before }
    OPTIONAL { { ?sectoral a pg:SectoralPlan } UNION { ?indicator a pg:Indicator } } }
} GROUP BY ?version ?id ?plan ?before ORDER BY ?id
"""
PARTS = """
SELECT ?layer ?title ?en ?start ?end ?printed {
  GRAPH %s { ?part a pg:PlanPart ; pg:layer ?layer ; dcterms:title ?title .
    OPTIONAL { ?part pg:period ?period .
      OPTIONAL { ?period pg:start ?start } OPTIONAL { ?period pg:end ?end }
      OPTIONAL { ?period pg:printed ?printed } } }
  OPTIONAL { GRAPH %s { ?part dcterms:title ?en FILTER(LANG(?en) = "en") } }
} ORDER BY ?start ?part
"""
#: By the property alone: asking for the class of a link too would make an engine begin there.
LINKS = """
SELECT ?element ?target ?status ?rank ?score ?grounds {
  %s
  GRAPH ?links { ?link pg:element ?element ; %s ?target .
    OPTIONAL { ?link pg:linkStatus ?status } OPTIONAL { ?link pg:rank ?rank }
    OPTIONAL { ?link pg:score ?score }
    OPTIONAL { ?link dcterms:description ?grounds FILTER(LANG(?grounds) = "ja") } }
} ORDER BY ?element ?target ?status ?grounds
"""
FIELDS = """
SELECT ?field ?ja ?en ?broader ?mark ?defja ?defen {
  GRAPH ?g { ?field a skos:Concept ; skos:prefLabel ?ja . FILTER(LANG(?ja) = "ja")
    FILTER(STRSTARTS(STR(?field), STR(field:)))
    OPTIONAL { ?field skos:prefLabel ?en FILTER(LANG(?en) = "en") }
    OPTIONAL { ?field skos:broader ?broader } OPTIONAL { ?field skos:notation ?mark }
    OPTIONAL { ?field skos:definition ?defja FILTER(LANG(?defja) = "ja") }
    OPTIONAL { ?field skos:definition ?defen FILTER(LANG(?defen) = "en") } }
} ORDER BY ?mark ?field
"""
GOALS = """
SELECT ?goal ?ja ?en {
  GRAPH ?g { ?goal skos:prefLabel ?ja, ?en .
    FILTER(LANG(?ja) = "ja" && LANG(?en) = "en" && STRSTARTS(STR(?goal), STR(sdg:))) }
} ORDER BY ?goal
"""
KINDS = """
SELECT ?kind ?ja ?en {
  GRAPH ?g { ?class skos:notation ?kind ; rdfs:label ?ja, ?en ; rdfs:subClassOf ?above .
    FILTER(LANG(?ja) = "ja" && LANG(?en) = "en" && STRSTARTS(STR(?class), STR(pg:))) }
}
"""
ALL_CITIES = """
SELECT DISTINCT ?id {
  GRAPH ?catalogue { ?plan pg:currentVersion ?version }
  GRAPH ?version { ?version dcterms:identifier ?id ; pg:municipality|dcterms:isVersionOf ?owner }
} ORDER BY ?id
"""
CITY = """
SELECT ?code ?ja ?en { GRAPH ?g { %s dcterms:identifier ?code ; skos:prefLabel ?ja, ?en .
  FILTER(LANG(?ja) = "ja" && LANG(?en) = "en") } }
"""
#: What persons decided on counterparts, both ways.
DECISIONS = """
SELECT ?link ?element ?other ?rank ?rejected ?ja ?en {
  GRAPH ?links { ?link pg:linkStatus "judged" ; pg:element ?element .
    { ?link pg:counterpart ?other BIND(false AS ?rejected) }
    UNION { ?link pg:notCounterpart ?other BIND(true AS ?rejected) }
    OPTIONAL { ?link pg:rank ?rank }
    OPTIONAL { ?link dcterms:description ?ja FILTER(LANG(?ja) = "ja") }
    OPTIONAL { ?link dcterms:description ?en FILTER(LANG(?en) = "en") } }
} ORDER BY ?link ?other
"""
CURRENT = """
SELECT ?current {
  GRAPH %s { ?version dcterms:isVersionOf ?plan }
  GRAPH ?catalogue { ?plan pg:currentVersion ?current }
}
"""
