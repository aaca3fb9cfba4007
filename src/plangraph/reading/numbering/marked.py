"""Lists within lists (入れ子の箇条書き): titles that marks alone give their levels, ■ ◆ ○.

A mark stands below another where it comes right after it, again and again, and never before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.overlists import ITEM_MARKS
from plangraph.reading.terms import lexicon

#: Items that look so much like titles, and are no longer than this.
_PLAIN, _LONGEST = 0.5, 40
#: So many items of a mark, below so many others, and below so large a part of these, are a level.
_ITEMS, _OWNERS, _SHARE = 4, 2, 0.6
#: So many of them stand below the same mark, and end as titles do.
_SAME, _USUAL = 0.85, 0.5
#: The name of a field has so few letters: 生涯学習.
_FIELD = 12


def nested(headings: list[Heading]) -> None:
    """Make families of titles whose marks nest; each knows the mark that it stands under."""
    members: dict[str, list[Heading]] = defaultdict(list)
    owners: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    above: dict[str, Counter[str]] = defaultdict(Counter)
    for stack in _stacks(headings):
        item = stack[-1]
        mark, over = item.unit.mark, stack[-2].unit.mark if len(stack) > 1 else ""
        members[mark].append(item)
        above[mark][over] += 1
        if over:
            owners[mark][over].add(stack[-2].place)
    for mark, counts in above.items():
        over, count = counts.most_common(1)[0]
        right = over and count >= _SAME * counts.total() and len(members[mark]) >= _ITEMS
        held = len(owners[mark][over]) if right else 0
        if held < _OWNERS or held < _SHARE * len(members[over]):
            continue
        if not (_are_usual(members[mark]) and _are_usual(members[over], _FIELD)):
            continue
        for heading in (*members[over], *members[mark]):
            heading.family = ("*", heading.unit.mark)
        for heading in members[mark]:
            heading.under = over


def levels_below(heading: Heading) -> int:
    """Return how many levels of marks stand below a title that a mark begins, up to two."""
    lists = [child for child in heading.children if child.under]
    return (1 + any(one.under for child in lists for one in child.children)) if lists else 0


def _are_usual(found: list[Heading], short: int = 0) -> bool:
    """Tell titles by their ends; of what stands above a list, names of fields as well."""
    usual = sum(
        len(one.title) <= short or bool(lexicon.TITLE_END.search(one.title)) for one in found
    )
    return usual >= _USUAL * len(found)


def _stacks(headings: list[Heading]) -> Iterator[list[Heading]]:
    """Yield each marked title with those that it stands below, the outermost first.

    Labels say themselves what is listed below them.
    """
    stack: list[Heading] = []
    labelled = False
    for heading in headings:
        if heading.family[0] == "=" or heading.role:
            stack, labelled = [], True
        elif heading.family[0] not in ("~", "*"):
            stack, labelled = [], False
        elif not labelled and _is_title(heading):
            marks = [one.unit.mark for one in stack]
            depth = marks.index(heading.unit.mark) if heading.unit.mark in marks else len(stack)
            stack = [*stack[:depth], heading]
            yield stack


def _is_title(heading: Heading) -> bool:
    listed = heading.unit.mark in ITEM_MARKS and not heading.unit.contents
    return listed and heading.score > _PLAIN and len(heading.title) <= _LONGEST
