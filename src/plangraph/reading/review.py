"""The review page: document and outline side by side, one HTML file that needs nothing else."""

from __future__ import annotations

from html import escape

from plangraph.model import Element, Entry, Plan
from plangraph.reading.codes import narrow
from plangraph.values import Lines

#: Colours that people with colour vision deficiencies tell apart (CUD palette, pale).
COLOURS = {
    "philosophy": "#e6d3ef", "vision": "#ffd9c4", "viewpoint": "#e9e4c4", "goal": "#ffefb0",
    "strategy-goal": "#ffe3d0", "policy": "#cfe8ff", "measure": "#c9f0dd", "direction": "#dff3c9",
    "project": "#ffd6e7", "perspective": "#ffe6f0", "ideal-state": "#d8ecf3",
    "sectoral-plan": "#e3e3f7", "indicator": "#f3dfc9", "opinion": "#eee0d8",
}  # fmt: skip
_STYLE = """
body{margin:0;font:14px/1.6 "Noto Sans JP","Hiragino Sans",
Meiryo,sans-serif;color:#1a1a1a}
header{padding:8px 16px;border-bottom:1px solid #bbb;background:#fafafa}
h1{font-size:18px;margin:0} main{display:flex;height:calc(100vh - 92px)}
section{flex:1;overflow:auto;padding:8px 16px} section+section{border-left:1px solid #bbb}
.l{display:block;text-decoration:none;color:inherit;white-space:pre-wrap;min-height:1.2em}
.l b{display:inline-block;width:3.6em;color:#666;font-weight:normal;user-select:none}
.u{color:#8a8a8a;background:#f1f1f1} .p{background:#fbfbf4} :target{outline:3px solid #d55e00}
ul{list-style:none;padding-left:18px;margin:2px 0} li a{color:inherit}
.k{font-size:11px;padding:0 6px;border-radius:8px;margin-right:6px}
.d{color:#a33;font-size:12px;display:block} .m{color:#555;font-size:12px}
"""


def page(plan: Plan, rows: list[str]) -> str:
    """Return the review page of a plan and the lines of its document."""
    entries = list(plan.entries())
    colour, target, placed = _places(entries)
    grey = {n for lines in plan.unplaced for n in range(lines.start, lines.end + 1)}
    left = "\n".join(
        _line(
            number, text, colour.get(number), target.get(number), number in placed, number in grey
        )
        for number, text in enumerate(rows, 1)
    )
    right = _outline(entries)
    doubts = "".join(
        f'<li class="d">? {escape(doubt.reason)} {_link(doubt.line)}</li>' for doubt in plan.doubts
    )
    title = escape(plan.title)
    legend = " ".join(
        f'<span class="k" style="background:{shade}">{escape(kind)}</span>'
        for kind, shade in COLOURS.items()
        if any(entry.kind == kind for entry in entries)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(plan.document.language)}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{title}</h1><div class=m>{escape(plan.document.file)} · {legend}"
        ' <span class="k u">unplaced</span></div></header>'
        f"<main><section aria-label=document>{left}</section>"
        f"<section aria-label=outline><ul>{doubts}</ul>{right}</section></main></body></html>\n"
    )


def _places(entries: list[Entry]) -> tuple[dict[int, str], dict[int, str], set[int]]:
    colour: dict[int, str] = {}
    target: dict[int, str] = {}
    placed: set[int] = set()
    for entry in entries:
        lines = [entry.item.line] if entry.item.line else []
        for number in (n for one in lines for n in range(one.start, one.end + 1)):
            colour.setdefault(number, COLOURS.get(entry.kind, "#eee"))
            target.setdefault(number, entry.id)
        for repeat in entry.item.also:
            for number in range(repeat.line.start, repeat.line.end + 1):
                target.setdefault(number, entry.id)
                placed.add(number)
        if isinstance(entry.item, Element):
            for passage in entry.item.passages:
                for number in range(passage.lines.start, passage.lines.end + 1):
                    placed.add(number)
                    target.setdefault(number, entry.id)
    return colour, target, placed


def _line(
    number: int, text: str, shade: str | None, target: str | None, placed: bool, grey: bool
) -> str:
    style = f' style="background:{shade}"' if shade else ""
    kind = " u" if grey else " p" if placed and not shade else ""
    body = f"<b>{number}</b>{escape(text[:2000])}"
    if target:
        return f'<a class="l{kind}" id="L{number}" href="#e-{_anchor(target)}"{style}>{body}</a>'
    return f'<span class="l{kind}" id="L{number}"{style}>{body}</span>'


def _outline(entries: list[Entry]) -> str:
    parts: list[str] = []
    depth = -1
    for entry in entries:
        while depth < entry.depth:
            parts.append("<ul>")
            depth += 1
        while depth > entry.depth:
            parts.append("</ul>")
            depth -= 1
        item = entry.item
        doubts = "".join(
            f'<span class="d">? {escape(doubt.reason)}</span>' for doubt in item.doubts
        )
        note = f'<span class="d">✎ {escape(item.repair)}</span>' if item.repair else ""
        parts.append(
            f'<li id="e-{_anchor(entry.id)}"><span class="k" style="background:'
            f'{COLOURS.get(entry.kind, "#eee")}">{escape(entry.kind)}</span>'
            f"{escape(item.code or '')} {escape(item.title or '–')} {_link(item.line)}"
            f"{doubts}{note}</li>"
        )
    parts += ["</ul>"] * (depth + 1)
    return "".join(parts)


def _link(lines: Lines | None) -> str:
    return f'<a class="m" href="#L{lines.start}">{lines}</a>' if lines else ""


def _anchor(name: str) -> str:
    return escape(narrow(name).replace(" ", "_"), quote=True)
