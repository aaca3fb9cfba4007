"""Numbered parts that every section has again: (1) 現状と課題 (2) 計画の目標 (3) 計画の内容."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import plain

#: A part comes in so many sections at least; so many of the headings of a family are parts.
_AGAIN, _MOSTLY = 2, 0.8
#: What says that parts are parts, and what numbers of their own speak for nothing.
_TOLD = frozenset(("issues", "direction", "indicator", "roles"))
_UNKNOWN = frozenset((None, "zone"))


def settle(headings: list[Heading]) -> None:
    """Say of the parts without a known role what they hold: a list of what is done, or text."""
    families: dict[tuple[str, str], list[Heading]] = {}
    for heading in headings:
        if heading.code and not heading.code.word and not heading.unit.contents:
            families.setdefault(heading.family, []).append(heading)
    after = dict(itertools.pairwise(headings))
    for family, found in families.items():
        counts = Counter(_name(one) for one in found)
        again = [one for one in found if counts[_name(one)] >= _AGAIN]
        told = any(one.role in _TOLD for one in again)
        if len(again) < _MOSTLY * len(found) or len(counts) == 1 or not told:
            continue
        holders = {_name(one) for one in again if one in after and _begins(after[one], family)}
        for one in again:
            if one.role in _UNKNOWN and _name(one) in holders:
                one.role = "direction"


def _name(heading: Heading) -> tuple[str, tuple[int, ...]]:
    assert heading.code is not None
    return plain(heading.title), heading.code.numbers


def _begins(heading: Heading, family: tuple[str, str]) -> bool:
    """Tell the first of numbers of another family: ①."""
    code = heading.code
    return code is not None and heading.family != family and code.numbers[-1] == 1


def labels(headings: list[Heading]) -> None:
    """A label that no list knows, dressed as known ones and again in each section, is one.

    Where numbers begin right below it, it says what is done: ■基本事業の構成, 2-3-1 ….
    """
    known = {one.unit.text[0] for one in headings if one.family[0] == "=" and not one.code}
    found = [
        (one, below) for one, below in itertools.pairwise(headings)
        if one.family[0] == "~" and one.unit.text[0] in known and not one.unit.text[0].isalnum()
    ]  # fmt: skip
    counts = Counter(plain(one.title) for one, _ in found)
    for one, below in found:
        begins = below.code is not None and below.code.numbers[-1] == 1 and not below.role
        if counts[plain(one.title)] >= _AGAIN and begins and below.place == one.end + 1:
            one.role, one.family = "direction", ("=", "direction")


#: How labels end that say something else in the section of a measure, and what they are elsewhere.
_INNER = {"方針": "policy", "の柱": "measure"}


#: Numbers of chapters, and what a chapter of measures is called: Ⅳ 主要施策の展開.
_CHAPTERS, _UNFOLDS = (
    frozenset(("R", "第N章", "第N編", "第N部")),
    re.compile(r"施策の?(?:展開|内容|概要)$"),
)


def of_chapters(headings: list[Heading]) -> None:
    """A chapter that unfolds the measures holds them, where one level is all that stands below.

    The same label within the section of a measure says what is done for it.
    """
    for place, heading in enumerate(headings):
        code = heading.code
        chapter = code is not None and not code.word and code.shape in _CHAPTERS
        if chapter and heading.role == "direction" and _UNFOLDS.search(heading.title):
            below = [one.family for one in headings[place + 1 : place + 3] if one.code]
            if len(below) > len(set(below)):
                heading.role = "measure"


def of_measures(headings: list[Heading]) -> None:
    """A label 基本方針 or 取組の柱 in the section of a measure says what is done there."""
    above: Heading | None = None
    for heading in headings:
        label = heading.family[0] == "="
        if label and heading.role and _INNER.get(plain(heading.title)[-2:]) == heading.role:
            if above is not None and _is_measure(above):
                heading.role, heading.family = "direction", ("=", "direction")
        elif not label and heading.family[0] != "~":
            above = heading


def _is_measure(heading: Heading) -> bool:
    word = heading.code.word if heading.code else ""
    return heading.unit.hint == "measure" or word.endswith("施策")


def beside_policies(headings: list[Heading]) -> None:
    """A policy that is an aside by its name is one of the policies beside it: 土地利用の方針.

    道路・交通の方針 and 公園・緑地の方針, numbered or marked as it is, say that it is planned, too;
    on a contents page, where chapters are called so, more than one of them does.
    """
    named = [one for one in headings if one.title.endswith("方針")]
    dressed = Counter(_dress(one) for one in named if one.role is None)
    for one in named:
        if one.role == "zone" and dressed[_dress(one)] > one.unit.contents:
            one.role = None
            one.family = ("~", "") if one.family[0] == "=" else one.family


def below_goals(headings: list[Heading]) -> None:
    """What is done about the plan itself is one of its measures where a goal holds it.

    基本目標4 推進体制の強化, below it (1) 推進体制の充実, as (1) stands below 基本目標1.
    """
    held: set[tuple[str, tuple[str, str]]] = set()
    word = ""
    for one in headings:
        code = one.code
        if code is None:
            continue
        if code.word or code.shape.startswith("第"):
            word = code.word
        elif word and one.role == "zone" and (word, one.family) in held:
            one.role = None if lexicon.TITLE_END.search(one.title) else one.role
        elif word and one.role is None:
            held.add((word, one.family))


def _dress(heading: Heading) -> tuple[str, str]:
    """Return the form of a number, or the mark, that a heading begins with."""
    return heading.code.family if heading.code else ("", heading.unit.mark)
