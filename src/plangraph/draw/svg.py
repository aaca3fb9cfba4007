"""The picture as SVG, for papers: the same positions as on the page, texts as text."""

from __future__ import annotations

import math
from xml.sax.saxutils import escape, quoteattr

from plangraph.draw.kinds import LOOKS, ink, look
from plangraph.draw.layout import LEVEL, ROW, Layout, Point, frame, layout
from plangraph.draw.picture import Mark, Picture
from plangraph.language import pick
from plangraph.tables import shorten, text_width

_FONT = "Noto Sans CJK JP,Hiragino Sans,Yu Gothic,Meiryo,sans-serif"
_CARD, _HIGH = LEVEL - 40, ROW - 6


def svg(picture: Picture, name: str = "hierarchy") -> str:
    """Return the picture as SVG."""
    placed = layout(picture, name)
    cards = name == "hierarchy"
    left, top, right, bottom = frame([*placed.versions, *placed.marks])
    margin = 20.0 if cards else 260.0
    left, top = left - margin, top - margin - (20 if cards else 0)
    right, bottom = right + margin + (1.5 * LEVEL if cards else 0), bottom + margin
    kinds = [one for one in LOOKS if any(mark.node.kind == one.kind for mark in picture.marks)]
    wide = max(right - left, 640.0)
    per_row = max(1, int(wide // 170))
    legend_rows = math.ceil(len(kinds) / per_row)
    head = 56 + legend_rows * 24
    width, height = wide, bottom - top + head + 20
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{_FONT}" font-size="12" '
        f'role="img" aria-label={quoteattr(_clean(_name(picture)))}>',
        f"<title>{_text(_name(picture))}</title>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
        f'<text x="16" y="28" font-size="18" font-weight="700">{_text(_name(picture))}</text>',
        f'<text x="16" y="46" fill="#55606e">{_text(_note(picture))}</text>',
    ]
    for number, kind in enumerate(kinds):
        across, down = 16 + number % per_row * 170, 58 + number // per_row * 24
        out.append(_badge(across, down, 18, kind.kind))
        out.append(
            f'<text x="{across + 26}" y="{down + 13.5}">{_text(pick(kind.ja, kind.en))}</text>'
        )
    out.append(f'<g transform="translate({-left:.1f} {head - top:.1f})">')
    out += _lines(picture, placed, cards)
    inner = {mark.parent for mark in picture.marks}
    for place, (point, mark) in enumerate(zip(placed.marks, picture.marks, strict=True)):
        out.append(_card(point, mark, place in inner) if cards else _dot(point, mark))
    for (x, y), version in zip(placed.versions, picture.versions, strict=True):
        city = pick(version.city, version.city_en)
        anchor = "start" if cards else "middle"
        out.append(
            f'<text x="{x:.1f}" y="{y + 4:.1f}" font-weight="700" font-size="14" '
            f'text-anchor="{anchor}">{_text(city)}</text>'
        )
    return "\n".join([*out, "</g>", "</svg>", ""])


def _name(picture: Picture) -> str:
    return pick(picture.title, picture.title_en)


def _note(picture: Picture) -> str:
    sources = ", ".join(version.document for version in picture.versions[:4])
    more = " …" if len(picture.versions) > 4 else ""
    official = pick("これは公式の文書ではありません。出典: ", "No official document. Sources: ")
    return f"{official}{sources}{more}"


def _lines(picture: Picture, placed: Layout, cards: bool) -> list[str]:
    paths = []
    lanes = cards and min((y for _, y in placed.versions), default=0) < 0
    for mark, (x, y) in zip(picture.marks, placed.marks, strict=True):
        if mark.parent >= 0:
            fx, fy = placed.marks[mark.parent]
        elif lanes:
            continue
        else:
            fx, fy = placed.versions[mark.version]
        if not cards:
            paths.append(f"M{fx:.1f} {fy:.1f}L{x:.1f} {y:.1f}")
            continue
        one, other = (fx + _CARD, x) if x > fx else (fx, x + _CARD)
        mid = (one + other) / 2
        paths.append(
            f"M{one:.1f} {fy:.1f}C{mid:.1f} {fy:.1f} {mid:.1f} {y:.1f} {other:.1f} {y:.1f}"
        )
    found = [f'<path d="{"".join(paths)}" fill="none" stroke="#a9b4c0"/>'] if paths else []
    for claim in picture.claims:
        if claim.sort != "counterpart" or claim.rank == "secondary":
            continue
        (x0, y0), (x1, y1) = sorted((placed.marks[claim.mark], placed.marks[claim.target]))
        x0 += _CARD if cards else 0
        score = claim.score or 0.5
        found.append(
            f'<path d="M{x0:.1f} {y0:.1f}C{x0 + 60:.1f} {y0:.1f} {x1 - 60:.1f} {y1:.1f} {x1:.1f} '
            f'{y1:.1f}" fill="none" stroke="#0b5cad" stroke-opacity="{0.1 + 0.25 * score:.2f}" '
            f'stroke-width="{0.5 + 3 * score:.2f}"/>'
        )
    return found


def _card(point: Point, mark: Mark, inner: bool) -> str:
    x, y = point[0], point[1] - _HIGH / 2
    label = shorten(_clean(_label(mark)), 31 if inner else 48)
    wide = min(_CARD if inner else _CARD * 2, 36 + 6.7 * text_width(label))
    return (
        f'<g><title>{_text(_label(mark)[:300])}</title><rect x="{x:.1f}" y="{y:.1f}" '
        f'width="{wide:.1f}" height="{_HIGH}" fill="#fff" stroke="#c3cad3"/>'
        f"{_badge(x, y, _HIGH, mark.node.kind)}"
        f'<text x="{x + _HIGH + 6:.1f}" y="{y + 16.5:.1f}">{_text(label)}</text></g>'
    )


def _dot(point: Point, mark: Mark) -> str:
    x, y = point
    turn, anchor = math.degrees(math.atan2(y, x)), "start"
    step = 9.0
    if abs(turn) > 90:
        turn, anchor, step = turn + 180, "end", -9.0
    label = shorten(_clean(_label(mark)), 34)
    return (
        f'<g transform="translate({x:.1f} {y:.1f})"><title>{_text(_label(mark)[:300])}</title>'
        f'<circle r="6" fill="{look(mark.node.kind).colour}" stroke="#55606e"/>'
        f'<text transform="rotate({turn:.1f})" x="{step}" y="4" text-anchor="{anchor}" '
        f'font-size="9">{_text(label)}</text></g>'
    )


def _badge(x: float, y: float, side: float, kind: str) -> str:
    one = look(kind)
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{side}" height="{side}" fill="{one.colour}"/>'
        f'<text x="{x + side / 2:.1f}" y="{y + side / 2 + 4:.1f}" text-anchor="middle" '
        f'font-size="11" font-weight="700" fill="{ink(one.colour)}">'
        f"{pick(one.sign_ja, one.sign_en)}</text>"
    )


def _label(mark: Mark) -> str:
    return pick(mark.node.label, mark.node.label_en)


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(c if c.isprintable() else " " for c in text)


def _text(text: str) -> str:
    return escape(_clean(text))
