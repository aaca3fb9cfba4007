"""Chapters that tell of other things than this plan: 前計画の総括, まちづくりの課題, 用語解説.

What they number looks like goals and measures, and is none: goals that have been, what a town
has to face, promises, terms, articles. Which number stands above which is decided for the whole
document, and may put these beside the plan's own; so they are left out before. A chapter ends
with the next number of its own, or with one that stands higher; one without a number where
the next heading of any kind begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.asides import dress
from plangraph.reading.numbering.families import base_rank
from plangraph.reading.terms.looks import plain

_PAST = re.compile(
    r"(?:前(?:期|次|回)?(?:の)?(?:総合|基本)?計画|これまでの(?:まちづくり|計画|総合計画)"
    r"|第[\d一二三四五六七八九十]+[次期]\S{0,14}計画)"
    r"の(?:主な)?(?:総括|評価|検証|振り?返り|ふりかえり|成果|進捗|達成|実績)\S{0,8}$"
)
_TASKS = re.compile(
    r"(?:まち|(?:まち|地域)づくり|\S{0,6}[市町村区])の?(?:主要|主な|重要|重点)?(?:な)?課題$"
)
_OTHERS = re.compile(
    r".{0,8}[市町村区]民憲章$|用語(?:の)?(?:解説|説明)$|用語集$|.{0,14}審議会(?:設置)?(?:条例|規則|要綱)$|^答申書?$"
)
#: Numbers of so like ranks may stand either way: 1 and 第1節.
_DOUBTFUL = 0.3
_DIVISIONS = ("第N部", "第N編", "part")
#: Labels that belong to the plan again.
_OWN = frozenset(("philosophy", "vision", "viewpoint", "goal", "project", "strategy", "system"))


def put_aside(headings: list[Heading]) -> None:
    """Leave out the headings of chapters that tell of something else."""
    dropped: set[Heading] = set()
    for place, opener in enumerate(headings):
        name = plain(opener.title)
        past = _PAST.match(name) or _OTHERS.match(name)
        if opener in dropped or not (past or _TASKS.match(name)):
            continue
        chapter = [*_chapter(headings, place)]
        after = headings[place + 1 + len(chapter) : place + 2 + len(chapter)]
        if opener.unit.contents and not any(_follows(opener, one) for one in after):
            continue
        dropped.update(one for one in chapter if past or not (one.code and one.code.word))
    if dropped:
        headings[:] = [heading for heading in headings if heading not in dropped]


def _chapter(headings: list[Heading], place: int) -> Iterator[Heading]:
    """Yield what stands below a heading, up to the end of its chapter."""
    opener = headings[place]
    last: dict[tuple[str, str], int] = {}
    below = _below(opener, headings[place + 1 : place + 2])
    before = {one.family for one in headings[:place] if one.code and one.code.word}
    for one in (headings[at] for at in range(place + 1, len(headings))):
        if one.unit.contents != opener.unit.contents or one.role in _OWN:
            return
        if opener.code is None and one.family in before:
            return  # terms at the foot of a sheet, and the next one: 施策2-4
        if one.family == ("=", "part") or (one.family not in below and _ends(opener, one)):
            return
        if one.code and (one.code.word or opener.code is None):
            if one.code.numbers[-1] <= last.get(one.family, 0):
                return  # numbers that begin again are those of the plan
            last[one.family] = one.code.numbers[-1]
        yield one


def _follows(opener: Heading, one: Heading) -> bool:
    """Tell what ends a chapter of a contents page, whose lines have no text between them."""
    return one.family == opener.family or one.family[1] in _DIVISIONS


def _below(opener: Heading, after: list[Heading]) -> list[tuple[str, str]]:
    """Return the family that begins right behind a heading, where it may stand below: 2, 第1節."""
    return [
        one.family for one in after
        if opener.code and one.code and one.code.numbers[-1] == 1 and one.family != opener.family
        and base_rank(one.family) > base_rank(opener.family) - _DOUBTFUL
    ]  # fmt: skip


def _ends(opener: Heading, one: Heading) -> bool:
    """Tell the heading that comes after the chapter of another one."""
    if opener.code is None:
        divides = one.code is not None and one.code.shape.startswith("第")
        return divides or one.family[0] == "=" or dress(one) == dress(opener) != ""
    if one.code is None or one.code.word or one.unit.text.endswith("。"):
        return False
    return one.family == opener.family or base_rank(one.family) < base_rank(opener.family)
