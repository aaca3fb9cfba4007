"""The tree of headings by their ranks, with what labels hold and where they end."""

from __future__ import annotations

import itertools

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.asides import apart, dress, is_works
from plangraph.reading.numbering.depths import STATED
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.codewords import coded_kinds
from plangraph.reading.terms.lexicon import BARREN
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.no_titles import is_no_title

#: Levels of headings that are told apart; what is deeper counts as of the last.
_DEEPEST = 40
#: So many uncoded lines below a label are what it holds, not the numbers after them.
_LIST = 4
#: So many headings are looked through for the next number.
_REACH = 12
#: An indicator stands on so many lines at least: its name, now, the aim.
_VALUES = 3
#: Roles of headings that may hold a run of numbered headings.
HOLDERS = frozenset(
    (
        "philosophy",
        "viewpoint",
        "goal",
        "policy",
        "measure",
        "direction",
        "project",
        "strategy",
        "system",
    )
)


#: Marks of the lowest lists.
POINTS = frozenset("・•-")
#: Roles of labels that no item of a list holds.
_UPPER = frozenset(("goal", "policy", "strategy"))
#: Labels above lists of names with a sentence each.
_STATING = frozenset(("philosophy", "viewpoint"))


def nest(headings: list[Heading]) -> None:
    """Give every heading that has its rank its parent and its children."""
    stack: list[Heading] = []
    before: Heading | None = None
    listed, leaf = 0, False
    told: set[str] = set()
    risen = apart(headings)
    for number, heading in enumerate(headings):
        heading.parent, heading.children = None, []
        holds = (
            before is not None
            and before.family[0] == "="
            and (
                before.role in HOLDERS
                or is_works(before)
                or (before.role in BARREN and heading.place == before.end + 1 and not leaf)
            )
        )
        first = heading.code and heading.code.numbers[-1] == 1 and _may_begin(before, heading)
        if before is not None and holds and first and listed < _LIST:
            _lift(stack, before, heading.rank - 0.01)
        full = listed >= _LIST
        listed = listed + 1 if heading.family[0] == "~" and not heading.title.isascii() else 0
        if heading.family[0] != "~":
            leaf = before is not None and _is_entry(before) and _is_entry(heading)
            before = heading
        beside = _beside(stack, heading) if heading.family[0] == "=" else None
        if beside is not None:
            box = _is_aside(heading) and _is_box(headings, number, beside)
            heading.rank = beside.rank if box else min(heading.rank, beside.rank)
        if heading.family[0] == "=" and plain(heading.title) in risen:
            heading.rank = min([heading.rank, *(one.rank for one in stack if one.family[0] == "*")])
        if heading.family[0] == "*":
            again = [n for n, one in enumerate(stack) if one.family == heading.family]
            del stack[again[0] if again else len(stack) :]
        sinks = heading.family == ("=", "action") and plain(heading.title) not in risen
        sinks = sinks and not (beside is not None and _is_aside(beside))
        if sinks or heading.family[0] == "*":
            above = ("=", heading.family[0])
            coded = next((one for one in reversed(stack) if one.family[0] not in above), None)
            least = coded.rank + 0.25 if coded else _below_label(stack)
            if stack and _held(stack[-1], heading):
                least = stack[-1].rank + 0.05
            heading.rank = least if heading.family[0] == "*" else max(heading.rank, least)
        if heading.code and heading.code.numbers[-1] == 1 and not heading.code.word:
            _close_aside(stack, heading)
            if full and stack and stack[-1].family[0] == "=" and heading.title in told:
                stack.pop()
        told.add(heading.title)
        while (
            stack
            and not _is_item(stack[-1], heading)
            and (
                stack[-1].rank >= heading.rank
                or (_closes(heading) and _is_aside(stack[-1]))
                or (heading.role in _UPPER and not heading.code and stack[-1].family[0] == "*")
                or (heading.family[0] == STATED and not _may_hold(stack[-1], heading))
                or _goes_on(stack, heading)
            )
        ):
            stack.pop()
        del stack[_DEEPEST:]
        if stack and first and _is_behind_table(stack[-1], heading):
            stack.pop()
        if stack and (resumed := _resumed(stack[-1], heading)):
            stack[-1] = resumed
        if stack:
            heading.parent = stack[-1]
            stack[-1].children.append(heading)
        if heading.family[0] != "~":
            stack.append(heading)


def _may_begin(label: Heading | None, heading: Heading) -> bool:
    """Tell a number that may begin the list of a label: a plain one, or テーマ1 of 重点テーマ."""
    word = heading.code.word if heading.code else ""
    return not word or (
        label is not None and label.role == "project" and "project" in coded_kinds(word)
    )


def _is_item(above: Heading, heading: Heading) -> bool:
    """Tell an item of a list below a marked title, which ends nothing: ◆ …, below it ・ …."""
    item = heading.family[0] == "~" and heading.unit.mark in POINTS
    return item and above.family[0] == "*" and above.unit.mark not in POINTS


def _may_hold(above: Heading, heading: Heading) -> bool:
    """Tell that the format does not end a section where a heading stands, by their levels."""
    level = heading.unit.level
    return level is None or (above.unit.level or 0) < level


def _held(above: Heading, heading: Heading) -> bool:
    """Tell that a marked title stands below a mark above it, or tells a section without elements.

    Below 現状と課題 the first of such titles (・担い手の確保) stands right below the label, and has
    another mark than it.
    """
    if heading.under and above.family == ("*", heading.under):
        return True
    if heading.family[0] != "*" or not _is_aside(above) or heading.unit.contents:
        return False
    below = above.children[-1].family if above.children else None
    first = below is None and heading.place == above.end + 1 and dress(above) != heading.unit.mark
    return below == heading.family or first


def _below_label(stack: list[Heading]) -> float:
    """Return the rank of marks below the label that says what they are, or the highest."""
    label = stack[-1] if stack and stack[-1].role in _STATING else None
    return max(0.0, label.rank + 0.25) if label else 0.0


def _is_entry(heading: Heading) -> bool:
    """Tell an entry of a contents page without code or elements; below the second is nothing."""
    return _is_aside(heading) and not heading.code and heading.unit.contents


def _beside(stack: list[Heading], label: Heading) -> Heading | None:
    """Return the last label of the same dress: 【…】 stands beside 【…】."""
    mark = dress(label)
    alike = (one for one in reversed(stack) if one.family[0] == "=")
    return next((one for one in alike if mark and dress(one) == mark), None)


def _lift(stack: list[Heading], label: Heading, rank: float) -> None:
    """Give a label the rank above the headings that follow it, and its place in the tree."""
    if rank >= label.rank:
        return
    label.rank = rank
    if not stack or stack[-1] is not label:
        return
    stack.pop()
    if label.parent is not None:
        label.parent.children.remove(label)
    while stack and stack[-1].rank >= rank:
        stack.pop()
    label.parent = stack[-1] if stack else None
    if label.parent is not None:
        label.parent.children.append(label)
    stack.append(label)


def _close_aside(stack: list[Heading], heading: Heading) -> None:
    """Numbers that start again end the section of a label whose items had them before."""
    for place, one in enumerate(stack):
        again = any(child.family == heading.family and child.code for child in one.children)
        if _is_aside(one) and again:
            del stack[place:]
            return


def _goes_on(stack: list[Heading], heading: Heading) -> bool:
    """Tell that a heading goes on with the numbers that stood before a label, not in it."""
    label = stack[-1]
    if label.family[0] != "=" or not heading.code or any(one.code for one in label.children):
        return False
    beside = label.parent.children if label.parent else []
    before = [one for one in beside if one.family == heading.family and one.place < label.place]
    last = before[-1].code if before else None
    return last is not None and last.numbers[-1] + 1 == heading.code.numbers[-1]


def _is_behind_table(label: Heading, heading: Heading) -> bool:
    """Tell the first of numbers below what a label of indicators holds: (1) behind the values."""
    told = label.family[0] == "=" and label.role == "indicator" and not label.children
    return told and heading.place > label.end + _VALUES and not is_no_title(narrow(heading.title))


def _is_box(headings: list[Heading], number: int, label: Heading) -> bool:
    """Tell a label amid the list of another of its dress, a box beside it on the page."""
    below = itertools.islice(headings, number + 1, number + 1 + _REACH)
    following = next((one for one in below if one.code), None)
    return following is not None and _counts_on(label, following)


def _counts_on(label: Heading, heading: Heading) -> bool:
    """Tell that a heading has the number that comes next in the list below a label."""
    listed = [one for one in label.children if one.family == heading.family]
    last = listed[-1].code if listed else None
    return bool(last and heading.code and last.numbers[-1] + 1 == heading.code.numbers[-1])


def _resumed(label: Heading, heading: Heading) -> Heading | None:
    """Return the label whose list goes on behind another box of the page: ≪推進体制≫ before ②."""
    if not heading.code or not _is_aside(label) or any(one.code for one in label.children):
        return None
    beside = label.parent.children if label.parent else []
    before = [one for one in beside if one.place < label.place]
    last = before[-1] if before and before[-1].family[0] == "=" else None
    return last if last and _counts_on(last, heading) else None


def _closes(heading: Heading) -> bool:
    if heading.family[0] == "=":
        return heading.role in HOLDERS or heading.role in ("vision", "ideal")
    return bool(heading.code and (heading.code.word or heading.role)) or heading.family[0] in (
        "|",
        "^",
    )


def _is_aside(heading: Heading) -> bool:
    """An uncoded heading of a section without elements ends where a coded element starts."""
    return heading.family[0] == "=" and heading.role in BARREN
