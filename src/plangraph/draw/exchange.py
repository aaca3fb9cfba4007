"""The picture as a graph for other programs: GraphML, GEXF (Gephi), Cytoscape JSON.

Nodes are plan versions, elements, fields and goals; edges say in ``relation`` what they are
(``contains``, ``counterpart``, ``field``, ``goal``), with status and score. Positions come along.
"""

from __future__ import annotations

import io
import json
from typing import Any

from plangraph.draw.kinds import look
from plangraph.draw.layout import layout
from plangraph.draw.picture import Picture

#: The colour of policy fields; goals have their own.
_FIELD = "#555555"
_NODE_TEXTS = ("code", "title", "title_en", "term", "quotation")


def network(picture: Picture, name: str = "hierarchy") -> Any:
    """Return the picture as a networkx MultiDiGraph."""
    import networkx

    placed = layout(picture, name)
    graph = networkx.MultiDiGraph(name=_clean(picture.title))
    for version, point in zip(picture.versions, placed.versions, strict=True):
        graph.add_node(
            version.version, label=_clean(version.city), kind="plan-version",
            title=_clean(version.title), iri=version.iri, status=version.status,
            document=version.document, x=point[0], y=-point[1],
        )  # fmt: skip
    for mark, point in zip(picture.marks, placed.marks, strict=True):
        node = mark.node
        texts = {key: _clean(value) for key in _NODE_TEXTS if (value := getattr(node, key))}
        if node.line:
            texts["line"] = str(node.line)
        graph.add_node(
            mark.id, label=_clean(node.label), kind=node.kind, iri=node.iri,
            city=_clean(picture.versions[mark.version].city), colour=look(node.kind).colour,
            keywords=_clean("; ".join(node.keywords)),
            departments=_clean("; ".join(node.departments)),
            x=point[0], y=-point[1], **texts,
        )  # fmt: skip
        parent = picture.versions[mark.version].version
        if mark.parent >= 0:
            parent = picture.marks[mark.parent].id
        graph.add_edge(parent, mark.id, relation="contains", weight=1.0)
    for claim in picture.claims:
        if claim.sort == "counterpart":
            target = picture.marks[claim.target].id
        else:
            concept = picture.concepts[claim.target]
            target = f"{concept.sort}:{concept.key}"
            graph.add_node(
                target, label=concept.ja, title_en=concept.en, kind=concept.sort,
                colour=concept.colour or _FIELD,
            )  # fmt: skip
        facts = {"status": claim.status, "rank": claim.rank, "who": claim.who, "note": claim.note}
        graph.add_edge(
            picture.marks[claim.mark].id, target, relation=claim.sort,
            weight=claim.score if claim.score is not None else 1.0,
            terms=_clean("; ".join(claim.terms)),
            **{key: _clean(value) for key, value in facts.items() if value},
        )  # fmt: skip
    return graph


def graphml(picture: Picture, name: str) -> bytes:
    """Return GraphML."""
    import networkx

    out = io.BytesIO()
    networkx.write_graphml(network(picture, name), out)
    return out.getvalue()


def gexf(picture: Picture, name: str) -> bytes:
    """Return GEXF 1.3 with positions and colours, as Gephi reads them."""
    import networkx

    graph = network(picture, name)
    for node, data in graph.nodes(data=True):
        x, y = data.pop("x", None), data.pop("y", None)
        colour = data.get("colour", _FIELD)
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        data["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}}
        if x is not None:
            data["viz"]["position"] = {"x": x, "y": y, "z": 0.0}
        graph.nodes[node].update(data)
    out = io.BytesIO()
    networkx.write_gexf(graph, out, version="1.2draft")
    return out.getvalue()


def cyjs(picture: Picture, name: str) -> str:
    """Return Cytoscape's JSON, with positions."""
    graph = network(picture, name)
    nodes = []
    for node, data in graph.nodes(data=True):
        x, y = data.pop("x", None), data.pop("y", None)
        found: dict[str, Any] = {"data": {"id": node, "name": data.get("label", node), **data}}
        if x is not None:
            found["position"] = {"x": x, "y": -y}
        nodes.append(found)
    edges = [
        {"data": {"id": f"e{number}", "source": one, "target": other, **data}}
        for number, (one, other, data) in enumerate(graph.edges(data=True))
    ]
    body = {"data": {"name": picture.title}, "elements": {"nodes": nodes, "edges": edges}}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _clean(text: str) -> str:
    """Leave out what XML cannot hold: control characters and lone surrogates."""
    return "".join(c if c.isprintable() or c in "\n\t" else " " for c in text)
