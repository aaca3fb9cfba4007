"""Labels of works (主な事業) that stand beside the labels before them, not below numbers."""

from __future__ import annotations

import re

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms.lexicon import BARREN
from plangraph.reading.terms.looks import plain

_WORKS = re.compile("事業(?:[（(].{2,10}[)）])?$")


def dress(label: Heading) -> str:
    """Return the mark that a label without a number begins with: 【…】, ■…."""
    first = label.unit.text[:1]
    return "" if first.isalnum() or label.code is not None else first


def is_works(label: Heading) -> bool:
    """Tell a label of works, whose numbered items are such: 主な計画事業."""
    return label.role == "action" and _WORKS.search(plain(label.title)) is not None


def apart(headings: list[Heading]) -> set[str]:
    """Return the titles of labels of works after which no numbers of the section go on.

    ■施策の内容 1 (1) 2 (1) ■主な事業, and then the next section: what is listed below ■主な事業
    belongs to the section. In 【方向】 (1) 【主な取組】 (2) 【主な取組】 it belongs to the numbers.
    """
    since: dict[str, set[tuple[str, str]]] = {}
    waiting: dict[str, set[tuple[str, str]]] = {}
    seen: set[str] = set()
    within: set[str] = set()
    for heading in headings:
        family = heading.family
        if family[0] == "=":
            mark = dress(heading)
            if family[1] == "action" and since.get(mark):
                seen.add(plain(heading.title))
                waiting[plain(heading.title)] = since[mark]
            if family[1] in BARREN:
                since.pop(mark, None)  # 市民の取組 says nothing of the section around it
            elif mark and family[1] != "action":
                since[mark] = set()
        elif family[0] not in ("~", "|"):
            within |= {title for title, families in waiting.items() if family in families}
            waiting.clear()
            for families in since.values():
                families.add(family)
    return seen - within


def below_labels(headings: list[Heading]) -> None:
    """Say of marked titles right below 市の取組 or 施策の方向 that they are what the label says."""
    label: Heading | None = None
    mark = ""
    for heading in headings:
        if heading.family[0] == "=":
            told = heading.role in ("action", "direction") and not heading.unit.contents
            label = heading if told else None
            mark = ""
        elif heading.family[0] == "*" and label is not None and not heading.unit.hint:
            mark = mark or heading.unit.mark
            if mark and heading.unit.mark == mark:
                heading.unit.hint = "direction"
        elif heading.family[0] != "~":
            label = None
