"""The picture as SVG, for papers: the same positions as on the page, texts as text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from plangraph.draw.kinds import LOOKS, ink, look
from plangraph.draw.layout import LEVEL, ROW, Layout, Point, frame, layout
from plangraph.draw.picture import Mark, Picture
from plangraph.language import pick
from plangraph.tables import shorten, text_width

_FONT = "Noto Sans CJK JP,Hiragino Sans,Yu Gothic,Meiryo,sans-serif"
_CARD, _HIGH = LEVEL - 40, ROW - 6
#: Texts that stand on lines.
_HALO = ' paint-order="stroke" stroke="#fff" stroke-width="3"'


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
    out += _drawn(picture, placed, name)
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


def _drawn(picture: Picture, placed: Layout, name: str) -> Iterator[str]:
    """Yield the lines, then what stands on them."""
    alone = picture.alone()
    if name == "hierarchy":
        boxes = _boxes(picture, placed)
        lanes = min((y for _, y in placed.versions), default=0) < 0
        roots = None if lanes else [_Box(x, y, _CARD, "") for x, y in placed.versions]
        yield _path("".join(_ties(picture, boxes, roots)))
        yield from _counterparts(picture, boxes)
        for place, (box, mark) in enumerate(zip(boxes, picture.marks, strict=True)):
            yield _card(box, mark, place in alone)
        return
    above = [
        placed.marks[mark.parent] if mark.parent >= 0 else placed.versions[mark.version]
        for mark in picture.marks
    ]
    ends = zip(above, placed.marks, strict=True)
    yield _path("".join(f"M{a:.1f} {b:.1f}L{x:.1f} {y:.1f}" for (a, b), (x, y) in ends))
    yield from _counterparts(picture, [_Box(x, y, 0, "") for x, y in placed.marks])
    free = _free_texts(picture, placed) if name == "force" else {}
    for place, (point, mark) in enumerate(zip(placed.marks, picture.marks, strict=True)):
        text = free.get(place, "")
        if name == "radial":
            text = _radial_text(*point, shorten(_clean(_label(mark)), 34))
        yield _dot(point, mark, place in alone, text)


def _path(lines: str) -> str:
    return f'<path d="{lines}" fill="none" stroke="#a9b4c0"/>' if lines else ""


class _Box(NamedTuple):
    """A card: its left edge, its middle, how wide it is, and what stands on it."""

    x: float
    y: float
    wide: float
    label: str


def _boxes(picture: Picture, placed: Layout) -> list[_Box]:
    """Return the cards. Ends of branches have twice the room, towards where nothing stands."""
    inner = {mark.parent for mark in picture.marks}
    turned = 1 if len(picture.versions) == 2 else None  # see layout.hierarchy
    found = []
    for place, ((x, y), mark) in enumerate(zip(placed.marks, picture.marks, strict=True)):
        label = shorten(_clean(_label(mark)), 31 if place in inner else 48)
        wide = _CARD
        if place not in inner:
            wide = min(2 * _CARD, 36 + 6.7 * text_width(label))
            x += _CARD - wide if mark.version == turned else 0
        found.append(_Box(x, y, wide, label))
    return found


def _ties(picture: Picture, boxes: list[_Box], roots: list[_Box] | None) -> Iterator[str]:
    for mark, box in zip(picture.marks, boxes, strict=True):
        if mark.parent >= 0:
            above = boxes[mark.parent]
        elif roots is not None:
            above = roots[mark.version]
        else:
            continue
        right = box.x > above.x
        x0 = above.x + above.wide if right else above.x
        x1 = box.x if right else box.x + box.wide
        yield _curve(x0, above.y, x1, box.y, (x1 - x0) / 2)


def _counterparts(picture: Picture, boxes: list[_Box]) -> Iterator[str]:
    for claim in picture.claims:
        if claim.sort != "counterpart" or claim.rank == "secondary":
            continue
        left, right = sorted((boxes[claim.mark], boxes[claim.target]))
        score = claim.score or 0.5
        path = _curve(left.x + left.wide, left.y, right.x, right.y, 60)
        yield (
            f'<path d="{path}" fill="none" stroke="#0b5cad" '
            f'stroke-opacity="{0.1 + 0.25 * score:.2f}" stroke-width="{0.5 + 3 * score:.2f}"/>'
        )


def _curve(x0: float, y0: float, x1: float, y1: float, bend: float) -> str:
    ends = f"{x0 + bend:.1f} {y0:.1f} {x1 - bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    return f"M{x0:.1f} {y0:.1f}C{ends}"


def _card(box: _Box, mark: Mark, alone: bool) -> str:
    x, y = box.x, box.y - _HIGH / 2
    frame = 'stroke="#b3261e" stroke-dasharray="4 3"' if alone else 'stroke="#c3cad3"'
    return (
        f'<g><title>{_text(_label(mark)[:300])}</title><rect x="{x:.1f}" y="{y:.1f}" '
        f'width="{box.wide:.1f}" height="{_HIGH}" fill="#fff" {frame}/>'
        f"{_badge(x, y, _HIGH, mark.node.kind)}"
        f'<text x="{x + _HIGH + 6:.1f}" y="{y + 16.5:.1f}">{_text(box.label)}</text></g>'
    )


def _radial_text(x: float, y: float, label: str) -> str:
    turn = math.degrees(math.atan2(y, x))
    left = abs(turn) > 90
    return (
        f'<text transform="rotate({turn + 180 * left:.1f})" x="{-9 if left else 9}" y="4" '
        f'text-anchor="{"end" if left else "start"}" font-size="9"{_HALO}>{_text(label)}</text>'
    )


def _free_texts(picture: Picture, placed: Layout) -> dict[int, str]:
    """Return the labels beside the dots, the greater ones first, where nothing stands yet."""
    taken = {cell for x, y in placed.marks for cell in _cells(x - 7, x + 7, y)}
    for (x, y), version in zip(placed.versions, picture.versions, strict=True):
        half = 4 * text_width(version.city_en)
        taken.update(_cells(x - half, x + half, y))
    children = picture.children()
    found = {}
    for place in sorted(range(len(picture.marks)), key=lambda one: -len(children.get(one, ()))):
        x, y = placed.marks[place]
        label = shorten(_clean(_label(picture.marks[place])), 30)
        long = 6.7 * text_width(label)
        for left, cells in (
            (False, _cells(x + 15, x + 9 + long, y)),
            (True, _cells(x - 9 - long, x - 15, y)),
        ):
            if taken.isdisjoint(cells):
                taken.update(cells)
                found[place] = (
                    f'<text x="{-9 if left else 9}" y="4" '
                    f'text-anchor="{"end" if left else "start"}"{_HALO}>{_text(label)}</text>'
                )
                break
    return found


def _cells(left: float, right: float, y: float) -> list[tuple[int, int]]:
    """Return the squares of a grid that a line of text covers."""
    columns = range(math.floor(left / 6), math.floor(right / 6) + 1)
    return [(column, row) for column in columns for row in range(int(y // 6) - 1, int(y // 6) + 2)]


def _dot(point: Point, mark: Mark, alone: bool, text: str) -> str:
    x, y = point
    frame = 'stroke="#b3261e" stroke-width="2"' if alone else 'stroke="#55606e"'
    return (
        f'<g transform="translate({x:.1f} {y:.1f})"><title>{_text(_label(mark)[:300])}</title>'
        f'<circle r="6" fill="{look(mark.node.kind).colour}" {frame}/>{text}</g>'
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
