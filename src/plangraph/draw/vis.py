"""The picture as vis-network draws it, through pyvis: for those who work with pyvis.

pyvis holds the network and brings the script; the page around it is our own, since
pyvis's links to a network even where everything is asked to be inline. Positions are
computed beforehand, so physics is off.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.draw.kinds import LOOKS, ink, look
from plangraph.draw.layout import layout
from plangraph.draw.picture import Mark, Picture
from plangraph.draw.safe import page_json

if TYPE_CHECKING:
    from pyvis.network import Network

_OPTIONS = {
    "physics": {"enabled": False},
    "edges": {"smooth": False, "color": "#9aa3ad"},
    "nodes": {"shape": "box", "margin": 6, "font": {"face": "sans-serif", "size": 13},
              "widthConstraint": {"maximum": 230}},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": True,
                    "navigationButtons": False, "tooltipDelay": 120},
}  # fmt: skip


def network(picture: Picture) -> Network:
    """Return the picture as a pyvis Network, to go on working with."""
    from pyvis.network import Network

    placed = layout(picture)
    nodes: list[dict[str, Any]] = [
        {"id": outline.version, "label": outline.city, "x": x, "y": y, "title": outline.title,
         "color": "#333333", "font": {"color": "#ffffff"}}
        for outline, (x, y) in zip(picture.versions, placed.versions, strict=True)
    ]  # fmt: skip
    edges: list[dict[str, Any]] = []
    for mark, (x, y) in zip(picture.marks, placed.marks, strict=True):
        colour = look(mark.node.kind).colour
        nodes.append(
            {
                "id": mark.id,
                "label": mark.node.label[:60],
                "title": hover(picture, mark),
                "group": mark.node.kind,
                "color": colour,
                "font": {"color": ink(colour)},
                "x": x,
                "y": y,
            }
        )
        above = picture.versions[mark.version].version
        if mark.parent >= 0:
            above = picture.marks[mark.parent].id
        edges.append({"from": above, "to": mark.id})
    for claim in picture.claims:
        if claim.sort == "counterpart":
            one, other = picture.marks[claim.mark].id, picture.marks[claim.target].id
            width = 1 + 4 * (claim.score or 0.5)
            edges.append({"from": one, "to": other, "width": width, "dashes": True})
    found = Network(directed=False, cdn_resources="in_line")
    found.nodes, found.edges = nodes, edges  # add_edge scans all edges each time: quadratic
    found.node_ids = [node["id"] for node in nodes]
    found.node_map = {node["id"]: node for node in nodes}
    found.set_options(json.dumps(_OPTIONS))
    return found


def hover(picture: Picture, mark: Mark) -> str:
    """Return what pointing at a mark shows: title, code, document and line."""
    node, version = mark.node, picture.versions[mark.version]
    return "\n".join(
        part
        for part in (
            f"{look(node.kind).ja} {node.code or ''}".strip(),
            node.title or "（名称なし）",
            node.title_en or "",
            f"{version.document} {node.line}行" if node.line else version.document,
        )
        if part
    )


def page(picture: Picture) -> str:
    """Return a page with vis-network in it that needs nothing else."""
    import pyvis

    script = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    kinds = {mark.node.kind for mark in picture.marks}
    legend = "".join(
        f'<li><span style="background:{one.colour};color:{ink(one.colour)}">{one.sign_ja}</span>'
        f"{one.ja} <small>{one.en}</small></li>"
        for one in LOOKS
        if one.kind in kinds
    )
    held = network(picture)
    data = {"nodes": held.nodes, "edges": held.edges, "options": _OPTIONS}
    return (
        _PAGE.replace("@TITLE@", escape(picture.title))
        .replace("@LEGEND@", legend)
        .replace("@DATA@", page_json(data))
        .replace("@SCRIPT@", script.read_text(encoding="utf-8").replace("</script", "<\\/script"))
    )


_PAGE = """<!doctype html>
<html lang="ja"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline';\
 style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>@TITLE@</title>
<style>
html,body{height:100%;margin:0;font:14px/1.5 system-ui,"Noto Sans CJK JP",sans-serif;color:#1b1f24}
body{display:flex;flex-direction:column}header{padding:8px 16px;border-bottom:1px solid #d8dde3}
h1{font-size:18px;margin:0}p,ul{margin:2px 0;padding:0}ul{display:flex;flex-wrap:wrap;gap:4px 14px}
li{list-style:none}li span{display:inline-block;min-width:20px;text-align:center;margin-right:5px;
border-radius:3px}small{color:#57606a}#net{flex:1;min-height:0}
.vis-tooltip{position:absolute;visibility:hidden;white-space:pre-wrap;max-width:360px;padding:8px;
background:#fff;border:1px solid #57606a;border-radius:4px;pointer-events:none}
</style></head><body>
<header><h1>@TITLE@</h1><ul>@LEGEND@</ul>
<p>これは公式の文書ではありません。題名・番号は各市の計画から。 No official document.</p></header>
<div id="net"></div>
<script type="application/json" id="data">@DATA@</script>
<script>@SCRIPT@</script>
<script>
const data = JSON.parse(document.getElementById("data").textContent);
window.network = new vis.Network(document.getElementById("net"),
  {nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges)}, data.options);
</script></body></html>
"""
