"""A comparison on the screen: what stands side by side, in a hundred lines or so."""

from __future__ import annotations

from plangraph.compare.coherence import STATES
from plangraph.compare.comparison import Comparison
from plangraph.compare.facts import Side
from plangraph.compare.words import CELLS, LAYERS, NEAREST, SOUGHT, STATUSES, Both
from plangraph.language import pick
from plangraph.outline import Node
from plangraph.tables import Table, Value, render, shorten, text_width

#: Kinds that the trees on the screen leave out; the page shows them.
_FINE = ("direction", "perspective", "ideal-state")


def screen(found: Comparison, width: int | None = None) -> str:
    """Return the comparison as text, of at most ``width`` columns if given."""
    if found.choice.narrow:
        marks = Both(
            "○ ほかの市にない階層の要素、△ 副次的に扱う要素",
            "○ at a level that no other city has, △ only touches on it",
        )
        table = subjects_table(found)
        return _block(Both("政策分野ごとに", "By policy field"), table, width) + f"{marks}\n"
    blocks = [
        _block(Both("並べた版", "What stands side by side"), _versions(found), width),
        _block(
            Both("階層と種別ごとの要素数（= 比べる階層）", "Elements by level (= compared)"),
            _levels(found),
            width,
        ),
        _trees(found, width),
    ]
    if found.pairs and any(pair.linked for pair in found.pairs):
        blocks.append(_block(Both("対応する要素", "Counterparts"), _counterparts(found), width))
        if not all(pair.whole for pair in found.pairs if pair.linked):
            blocks[-1] += f"{NEAREST}\n"
        if any(pair.sought for pair in found.pairs):
            blocks[-1] += f"{SOUGHT}\n"
        blocks[-1] += "".join(f"{pair.note}\n" for pair in found.pairs if pair.note)
    blocks.append(_block(Both("個別計画", "Sectoral plans"), _plans(found), width))
    if any(side.indicators for side in found.sides):
        blocks.append(_block(Both("指標", "Indicators"), _indicators(found), width))
    return "\n".join(blocks)


def _block(title: Both, table: Table, width: int | None) -> str:
    return f"■ {title}\n{render(table, 'table', width)}"


def _heads(found: Comparison) -> list[str]:
    return [str(side.name) for side in found.sides]


def _versions(found: Comparison) -> Table:
    def values(side: Side) -> list[Value]:
        o = side.outline
        if o is None:
            return [str(CELLS["unread"])] + [None] * 6
        excerpt = pick("（抜粋）", " (excerpt)") if o.excerpt else ""
        return [
            o.version,
            o.title,
            f"{STATUSES[o.status]}{excerpt}",
            o.date,
            period(side),
            f"{o.document} ({o.sha256[:8]}…)",
            counted(side),
        ]

    labels = (
        Both("版", "version"),
        Both("題名", "title"),
        Both("段階", "status"),
        Both("日付", "date"),
        Both("期間", "period"),
        Both("文書", "document"),
        Both("要素", "elements"),
    )
    columns = [values(side) for side in found.sides]
    rows: list[tuple[Value, ...]] = [
        (str(label), *(column[place] for column in columns)) for place, label in enumerate(labels)
    ]
    return Table(["", *_heads(found)], rows)


def counted(side: Side) -> str:
    """Return how many elements there are, and how many of them stand beside the plan's tree."""
    beside = side.everything - len(side.elements)
    rest = pick(f"（うち個別計画・指標・意見 {beside}）", f" ({beside} of them beside the tree)")
    return f"{side.everything}{rest if beside else ''}"


def period(side: Side) -> str | None:
    """Return the period of a version: as stated, or as concluded and marked so."""
    o = side.outline
    if o is None:
        return None
    if o.start or o.end:
        return f"{o.start or ''}～{o.end or ''}"
    if o.inferred_start or o.inferred_end:
        mark = pick("推定", "inferred")
        return f"{o.inferred_start or ''}～{o.inferred_end or ''} ({mark})"
    return o.period_printed


def _levels(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = []
    for level in found.levels:
        name = f"{'=' if level.comparable else ' '} {LAYERS.get(level.layer, level.layer)}"
        cells = [
            f"{count} {'・'.join(terms)}" if count else "–"
            for count, terms in zip(level.counts, level.terms, strict=True)
        ]
        rows.append((name, str(found.kinds[level.kind]), *cells))
    return Table([pick("階層", "layer"), pick("種別", "kind"), *_heads(found)], rows)


def _trees(found: Comparison, width: int | None) -> str:
    """Return the trees beside each other, by the cities' own terms."""
    columns = []
    for side in found.sides:
        lines = [str(side.name)] + [str(CELLS["unread"])] * (side.outline is None)
        lines += [
            "  " * node.depth + _called(node) for node in side.elements if node.kind not in _FINE
        ]
        columns.append(lines)
    rooms = [max(map(text_width, lines)) for lines in columns]
    if width:
        room = max(24, (width - 2 * (len(columns) - 1)) // len(columns))
        rooms = [room] * len(columns)
        columns = [[shorten(line, room) for line in lines] for lines in columns]
    columns = [
        [lines[0], "─" * room, *lines[1:]] for lines, room in zip(columns, rooms, strict=True)
    ]
    height = max(len(lines) for lines in columns)
    out = [f"■ {Both('それぞれの言葉による体系', 'The trees, in the cities’ own terms')}"]
    for place in range(height):
        cells = [lines[place] if place < len(lines) else "" for lines in columns]
        padded = (c + " " * (room - text_width(c)) for c, room in zip(cells, rooms, strict=True))
        out.append("  ".join(padded).rstrip())
    fine = sum(node.kind in _FINE for side in found.sides for node in side.elements)
    if fine:
        more = Both(f"（方向性など{fine}件は -o FILE.html）", f"({fine} finer: -o FILE.html)")
        out.append(str(more))
    return "\n".join(out) + "\n"


def _called(node: Node) -> str:
    text = node.label if pick("ja", "en") == "ja" else node.label_en
    if node.code:
        return text if text.startswith(node.code) else f"{node.code} {text}"
    term = node.term or ""
    return text if not term or term in text else f"[{term}] {text}"


def _counterparts(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = []
    for pair in found.pairs:
        for way in (pair.there, pair.back):
            if len(found.pairs) == 1:
                for one in way.found:
                    said = ": ".join(map(str, filter(None, (one.link.said_by, one.link.reason))))
                    terms = "、".join(one.link.terms[:4]) or said
                    rows.append((str(way.side.name), _called(one.node), _called(one.other),
                                 one.link.score, terms))  # fmt: skip
                nothing = str(CELLS["none"])
                rows += [
                    (str(way.side.name), _called(g.node), nothing, g.score, None) for g in way.gaps
                ]
            else:
                text = f"{way.linked}/{way.all_of}"
                share = None if way.share is None else round(way.share, 2)
                rows.append((str(way.side.name), text, str(way.other.name), share, None))
    if len(found.pairs) == 1:
        heads = [pick("市", "city"), pick("要素", "element"), pick("対応", "counterpart"),
                 pick("値", "score"), pick("理由", "reason")]  # fmt: skip
    else:
        heads = [pick("市", "city"), pick("対応のある要素", "with a counterpart"),
                 pick("相手", "in"), pick("割合", "share"), ""]  # fmt: skip
    return Table(heads, rows)


def _plans(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = []
    day = found.on.isoformat()
    rows.append((pick("記載のある版", "listed in"),
                 *(o.version if (o := one.source) else str(Both("記載なし", "none listed"))
                   for one in found.coherence)))  # fmt: skip
    for state, label in STATES.items():
        counts = [
            None if one.plans is None else sum(plan.state == state for plan in one.plans)
            for one in found.coherence
        ]
        rows.append((f"{label} ({day})", *counts))
    adrift = [
        None if one.plans is None else sum(plan.adrift for plan in one.plans)
        for one in found.coherence
    ]
    rows.append((pick("基本目標の下にない", "under no goal"), *adrift))
    return Table(["", *_heads(found)], rows)


def _indicators(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = [
        (str(side.name), n.title, n.baseline, n.baseline_year, n.target, n.target_year)
        for side in found.sides
        for n in side.indicators
    ]
    heads = [pick("市", "city"), pick("指標", "indicator"), pick("現状値", "baseline"),
             pick("年度", "year"), pick("目標値", "target"), pick("年度", "year")]  # fmt: skip
    return Table(heads, rows)


def subjects_table(found: Comparison) -> Table:
    """Return the table of subjects as people read it: one row an element, cities beside."""
    rows: list[tuple[Value, ...]] = []
    for subject in found.subjects:
        no_field = pick("分野なし", "no field")
        label = str(subject.field.label) if subject.field else no_field
        columns = []
        for cell in subject.cells:
            lines = [_cited(entry.node, entry.comparable, entry.main) for entry in cell.entries]
            columns.append(lines or [str(CELLS[cell.state])])
        for place in range(max(map(len, columns))):
            cells = [column[place] if place < len(column) else "" for column in columns]
            rows.append((label if place == 0 else "", *cells))
    return Table([pick("分野", "field"), *_heads(found)], rows)


def _cited(node: Node, comparable: bool, main: bool) -> str:
    mark = "" if main else "△ "
    mark = mark if comparable else "○ "
    line = f" (l.{node.line})" if node.line else ""
    departments = f" 〔{'、'.join(node.departments)}〕" if node.departments else ""
    return f"{mark}{_called(node)}{departments}{line}"
