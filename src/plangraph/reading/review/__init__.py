"""The review page: document and outline side by side, one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import islice
from typing import NamedTuple

import jinja2
from markupsafe import Markup

from plangraph.fiscal import FiscalYear
from plangraph.language import language
from plangraph.model import (
    AnyKind,
    Doubt,
    Element,
    Entry,
    Indicator,
    Listed,
    Plan,
    SectoralPlan,
    Status,
)
from plangraph.reading.review.told import Told, both
from plangraph.values import Lines, Quantity

#: What kinds are called; the page colours them by their key (style.css).
KINDS: dict[AnyKind, Told] = {
    "philosophy": Told("基本理念", "philosophy"),
    "vision": Told("将来像", "vision"),
    "viewpoint": Told("基本姿勢・視点", "viewpoint"),
    "goal": Told("基本目標", "goal"),
    "policy": Told("政策・方針", "policy"),
    "measure": Told("施策", "measure"),
    "direction": Told("取組の方向性", "direction"),
    "project": Told("事業・プロジェクト", "project"),
    "perspective": Told("横断的な視点", "perspective"),
    "ideal-state": Told("ありたい姿", "ideal state"),
    "strategy-goal": Told("総合戦略の目標", "strategy goal"),
    "sectoral-plan": Told("個別計画", "sectoral plan"),
    "indicator": Told("指標", "indicator"),
    "opinion": Told("意見", "opinion"),
}
STATUSES: dict[Status, Told] = {
    "draft": Told("素案・案", "draft"),
    "consultation": Told("意見募集", "consultation"),
    "submitted": Told("議会へ提出", "submitted to the council"),
    "adopted": Told("議決・策定", "adopted"),
    "printed": Told("刊行", "printed"),
}
#: So many lines make a block, which a browser draws when it comes into sight.
BLOCK = 200
#: Longer lines are cut (letters).
LONGEST = 20_000


def name_of(kind: AnyKind) -> str:
    """Return what a kind is called in the language in force."""
    return KINDS[kind].ja if language() == "ja" else KINDS[kind].en


@dataclass(slots=True)
class Line:
    """A line of the document: what it belongs to, and how."""

    number: int
    text: str
    page: int | None = None
    #: The anchor of what the line belongs to, its kind, and whether it is its heading.
    anchor: str = ""
    kind: str = ""
    head: bool = False
    unplaced: bool = False
    doubts: int = 0


@dataclass(slots=True)
class Item:
    """A thing in the outline, with what stands below it."""

    entry: Entry
    anchor: str
    parent: str | None = None
    facts: list[tuple[Told, str]] = field(default_factory=list)
    doubts: list[tuple[Told, Lines | None]] = field(default_factory=list)
    repair: Told | None = None
    below: list[Item] = field(default_factory=list)


class Group(NamedTuple):
    """Things of one sort: elements, sectoral plans, indicators."""

    title: Told
    items: list[Item]
    size: int


def page(plan: Plan, rows: list[str], pages: Sequence[int | None] = ()) -> str:
    """Return the review page of a plan and the lines of its document, as HTML.

    ``pages`` is the page of each line, where the document has pages. The page speaks
    both languages and shows first the one in force.
    """
    entries = plan.entries()
    anchors = {entry.id: f"e{entry.order}" for entry in entries}
    lines = _lines(plan, entries, anchors, rows, pages)
    counts = {kind: sum(entry.kind == kind for entry in entries) for kind in KINDS}
    style, script = _asset("style.css"), _asset("page.js")
    doubts = [(both(one.reason), one.line) for one in plan.doubts]
    return _template().render(
        plan=plan,
        blocks=list(_blocks(lines)),
        groups=_groups(entries, anchors),
        kinds=KINDS,
        statuses=STATUSES,
        counts={kind: count for kind, count in counts.items() if count},
        doubts=doubts,
        doubted=len(doubts) + sum(len(entry.item.doubts) for entry in entries),
        unplaced=sum(one.unplaced for one in lines),
        paged=any(line.page for line in lines),
        shown=language(),
        style=Markup(style),  # noqa: S704  (our own file)
        script=Markup(script),  # noqa: S704
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)};"
               " base-uri 'none'; form-action 'none'",
    )  # fmt: skip


def _lines(
    plan: Plan, entries: list[Entry], anchors: dict[str, str], rows: list[str],
    pages: Sequence[int | None],
) -> list[Line]:  # fmt: skip
    lines = [Line(number, text) for number, text in enumerate(rows, 1)]
    for line, number in zip(lines, pages, strict=False):
        line.page = number

    def place(span: Lines, entry: Entry, *, head: bool) -> None:
        for line in lines[span.start - 1 : span.end]:
            if not line.anchor:
                line.anchor, line.kind, line.head = anchors[entry.id], entry.kind, head

    for entry in entries:
        if entry.item.line:
            place(entry.item.line, entry, head=True)
    for entry in entries:
        for repeat in entry.item.also:
            place(repeat.line, entry, head=False)
        for passage in entry.item.passages if isinstance(entry.item, Element) else ():
            place(passage.lines, entry, head=False)
    for span in plan.unplaced:
        for line in lines[span.start - 1 : span.end]:
            line.unplaced = bool(line.text.strip()) and not line.anchor
    for doubt in _all_doubts(plan, entries):
        if doubt.line and doubt.line.start <= len(lines):
            lines[doubt.line.start - 1].doubts += 1
    return lines


def _all_doubts(plan: Plan, entries: list[Entry]) -> Iterator[Doubt]:
    yield from plan.doubts
    for entry in entries:
        yield from entry.item.doubts


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    rest = iter(lines)
    while block := list(islice(rest, BLOCK)):
        yield block


def _groups(entries: list[Entry], anchors: dict[str, str]) -> list[Group]:
    titles = {entry.id: entry.item.title or entry.item.code or "–" for entry in entries}
    items: dict[str, Item] = {}
    tops: list[Item] = []
    for entry in entries:
        item = Item(entry, anchors[entry.id], facts=_facts(entry.item))
        item.doubts = [(both(one.reason), one.line) for one in entry.item.doubts]
        item.repair = both(entry.item.repair) if entry.item.repair else None
        items[entry.id] = item
        above = items.get(entry.parent or "")
        if above is not None and isinstance(entry.item, Element):
            above.below.append(item)
        else:
            item.parent = titles.get(entry.parent or "")
            tops.append(item)
    sorts: list[tuple[Told, type[Listed]]] = [
        (Told("構成要素", "Elements"), Element),
        (Told("個別計画", "Sectoral plans"), SectoralPlan),
        (Told("指標", "Indicators"), Indicator),
    ]
    return [
        Group(title, [one for one in tops if isinstance(one.entry.item, sort)],
              sum(isinstance(entry.item, sort) for entry in entries))
        for title, sort in sorts
        if any(isinstance(entry.item, sort) for entry in entries)
    ]  # fmt: skip


def _facts(item: Listed) -> list[tuple[Told, str]]:
    """Return what else was read of a thing, for the person to compare with the document."""
    found = [
        (Told("所管", "department"), "、".join(item.departments)),
        (Told("SDGs", "SDGs"), ", ".join(str(one) for one in sorted({s.goal for s in item.sdgs}))),
        (Told("抽出のまま", "as extracted"), item.printed or ""),
    ]
    if isinstance(item, Element):
        found.append((Told("副題", "subtitle"), item.subtitle or ""))
    if isinstance(item, SectoralPlan):
        found.append((Told("策定", "made"), _printed(item.revised)))
        found.append((Told("期間", "period"), str(item.period or "")))
    if isinstance(item, Indicator):
        found += [
            (Told("現状", "now"), _dated(item.baseline, item.baseline_year)),
            (Told("目標", "target"), _dated(item.target, item.target_year)),
            (Told("単位", "unit"), item.unit or ""),
        ]
    return [(name, text) for name, text in found if text]


def _printed(year: FiscalYear | None) -> str:
    return "" if year is None else year.printed or str(int(year))


def _dated(value: Quantity | None, year: FiscalYear | None) -> str:
    return " ".join(([str(value)] if value else []) + ([f"({_printed(year)})"] if year else []))


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@cache
def _asset(name: str) -> str:
    return (resources.files(__name__) / name).read_text(encoding="utf-8")


def _say(words: Told | str, en: str | None = None) -> Markup:
    """Return a text in both languages, of which the page shows one."""
    pair = Told(words, en or words) if isinstance(words, str) else words
    if pair.ja == pair.en:
        return Markup.escape(pair.ja)
    return Markup('<span lang="ja">{}</span><span lang="en">{}</span>').format(*pair)


@cache
def _template() -> jinja2.Template:
    made = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    made.globals |= {"t": _say, "LONGEST": LONGEST}
    return made.from_string(_asset("page.html"))
