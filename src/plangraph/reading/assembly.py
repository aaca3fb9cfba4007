"""Assembly: drafts, tables and metadata become a Plan; nothing of the document is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, cast

from plangraph.fiscal import fold
from plangraph.language import tr
from plangraph.model import (
    Doubt,
    Element,
    Kind,
    Passage,
    Repeat,
    StatedGoal,
)
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Row, Unit
from plangraph.reading.terms.codes import narrow, parse
from plangraph.values import Lines

#: Numbers in a ring.
_RINGED: Final = r"[①-⑳❶-❿㉑-㉟㊱-㊿]"
#: A mark or a number in a ring or brackets before a title. Not what is part of one:
#: a number (2級河川), a name left out (●●地区), several numbers (①～③), words (☆の里).
_LEADING: Final = re.compile(
    rf"(?:{_RINGED}|[(（]\w{{1,3}}[)）])\s*[「『]?(?!{_RINGED})\w"
    r"|[●◆■○◇□◎▶►▷★☆▲△▼▽▪•](?:\s+\S|[「『]|(?![のとや])\w)"
)


def give_passages(units: list[Unit], headings: list[Heading], drafts: list[Draft]) -> None:
    """Give every unit below an element to it as a passage.

    Behind a heading of a page (お問い合わせ) that is none of those that measures have (現状と課題)
    passages belong to the last element whose own heading stands on a higher level.
    """
    starts = {heading.place: heading for heading in headings if heading.kind or heading.role}
    taken = {place for draft in drafts for place in range(draft.place, draft.end + 1)}
    owners = {draft.heading: draft for draft in drafts if draft.heading}
    at_place = {draft.place: draft for draft in drafts}
    repeats = {line for draft in drafts for a, b in draft.also for line in range(a, b + 1)}
    current: Draft | None = None
    label: str | None = None
    for place, unit in enumerate(units):
        if place in at_place:
            current, label = at_place[place], None
            heading = current.heading
            if heading is not None and heading.body and heading.place == place:
                current.passages.append((None, _piece(unit, heading.body)))
            continue
        if current is not None and unit.level and place not in starts:
            current = _at_level(current, unit.level, units)
        if place in taken or unit.use or (unit.first in repeats and not unit.prose):
            continue
        heading = starts.get(place)
        if heading is not None and heading.family[0] != "~":
            above = _owner(heading, owners)
            if above is None and not (current and heading.rank > _rank(current)):
                current, label = None, None
                continue
            current, label = above or current, heading.title
            if current:
                body = heading.body or heading.unit.text
                current.passages.append((label, _piece(unit, body)))
        elif current is not None:
            current.passages.append((label, unit))


def _at_level(draft: Draft, level: int, units: list[Unit]) -> Draft | None:
    """Return the element that a heading of a level stands below; cells end with their table."""
    above: Draft | None = None if units[draft.place].celled else draft
    while above is not None and not 0 < (units[above.place].level or 0) < level:
        above = above.parent
    return above


def _rank(draft: Draft) -> float:
    return draft.heading.rank if draft.heading else 99.0


def _owner(heading: Heading, owners: dict[Heading, Draft]) -> Draft | None:
    for one in heading.ancestors():
        if one in owners:
            return owners[one]
    return None


def _piece(unit: Unit, text: str) -> Unit:
    return Unit(text, unit.first, unit.last, unit.page)


def elements(drafts: list[Draft]) -> tuple[Element, ...]:
    """Nest the drafts as elements, each below the next above it that is one of them."""
    _take_off(drafts)
    _codes_once(drafts)
    kept = {id(draft) for draft in drafts}
    children: dict[int, list[Draft]] = {}
    for draft in drafts:
        above = draft.parent
        while above is not None and id(above) not in kept:
            above = above.parent  # left out by a later stage; what stood below it is not
        children.setdefault(id(above) if above else 0, []).append(draft)
    return _below(0, children)


def _below(above: int, children: dict[int, list[Draft]]) -> tuple[Element, ...]:
    return tuple(_element(draft, _below(id(draft), children)) for draft in children.get(above, ()))


def _take_off(drafts: list[Draft]) -> None:
    """Take marks and codes off titles on which every stage before left them: ①学び, ◇ 学び."""
    for draft in drafts:
        if not _LEADING.match(draft.title):
            continue
        mark, code, end = parse(narrow(draft.title))
        if (mark or code) and (bare := draft.title[end:].strip()):
            draft.printed = draft.printed or draft.title
            draft.code = draft.code or (draft.title[:end].strip(mark + " 　") if code else None)
            draft.title = bare


def _codes_once(drafts: list[Draft]) -> None:
    """Numbers that start again below one element belong to nothing twice: the first keeps it."""
    seen: set[tuple[int, str, str]] = set()
    for draft in drafts:
        if draft.code is None:
            continue
        key = (id(draft.parent) if draft.parent else 0, draft.kind, fold(draft.code))
        if key in seen:
            reason = tr("the code {code} stands before, below the same element", code=draft.code)
            draft.doubts.append(reason)
            draft.printed, draft.code = draft.printed or f"{draft.code} {draft.title}", None
        seen.add(key)


def _element(draft: Draft, below: tuple[Element, ...]) -> Element:
    printed = draft.printed if draft.printed and draft.printed != draft.title else None
    return Element(
        kind=cast(Kind, draft.kind),
        id=draft.id,
        code=draft.code,
        title=draft.title,
        term=draft.term,
        subtitle=draft.subtitle,
        keywords=draft.keywords,
        line=Lines(draft.first, draft.last),
        page=draft.page,
        printed=printed,
        repair=draft.repair,
        departments=draft.departments,
        also=tuple(Repeat(line=Lines(a, b)) for a, b in draft.also),
        sdgs=tuple(
            StatedGoal(goal=goal, line=Lines(line), printed=text or None)
            for goal, line, text in draft.sdgs
        ),
        doubts=tuple(Doubt(reason=reason, line=Lines(draft.first)) for reason in draft.doubts),
        passages=tuple(
            Passage(
                lines=Lines(unit.first, unit.last),
                heading=label,
                mark=unit.mark or None,
                text=unit.text.replace("\t", " | "),
            )
            for label, unit in draft.passages
        ),
        children=below,
    )


def unplaced(rows: list[Row], covered: set[int]) -> tuple[Lines, ...]:
    """Return the lines that no element, table or passage holds, runs joined over blanks."""
    found: list[Lines] = []
    joined = False
    for row in rows:
        if not row.text.strip():
            continue
        if row.number in covered:
            joined = False
        elif joined:
            found[-1] = Lines(found[-1].start, row.number)
        else:
            found.append(Lines(row.number))
            joined = True
    return tuple(found)


def covered(drafts: list[Draft], tables: Iterable[tuple[int, int]]) -> set[int]:
    """Return the lines that elements, their repeats and passages, and tables stand on."""
    spans = [(draft.first, draft.last) for draft in drafts]
    spans += [span for draft in drafts for span in draft.also]
    spans += [(unit.first, unit.last) for draft in drafts for _, unit in draft.passages]
    spans += tables
    return {line for first, last in spans for line in range(first, last + 1)}
