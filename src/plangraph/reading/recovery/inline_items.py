"""Lists of points within a row (・の箇条書き): where their items began.

A point stands within titles as well (防犯・交通安全), so that it begins an item only where what
stands before it is whole.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.terms.lexicon import PLACE, TITLE_END

_POINT, _SPACED = re.compile("・"), re.compile(r"(?<=\s)・")
#: A work, as items of lists name them; so many letters are an item without any particle, fewer
#: go on with what follows: 生涯学習・スポーツの推進.
_WORK = re.compile(
    "(?:事業|講座|教室|[助作]成|補助|給付|支給|派遣|開催|配布|診断|制度|大会|まつり|設置|導入|実施|運営|発行)$"
)
_ITEM, _BARE = 4, 7
_PARTICLE = re.compile(r"・.*[ぁ-ん]")
#: A list ends within so many letters; so many headings above lists vouch for each other.
_LISTED, _HEADS = 300, 2
#: The end of a title, which has so many letters at least.
_TITLE, _SHORTEST = 24, 6
#: A point that no sentence goes on with.
_STOPPED = re.compile(r"(?<=。)\s?(?=・\S)")
#: The end of a list: a sentence, or a space before anything but an item.
_END = re.compile(r"[。\n]|\s(?!\s*・)")


def items(folded: str, place: int, stop: int) -> list[int]:
    """Return where the items of a list begin that begins with the point at a place."""
    if folded[place : place + 1] != "・":
        return []
    found = [place]
    form = _SPACED if folded[place - 1 : place].isspace() else _POINT
    for point in form.finditer(folded, place + 1, min(stop, place + _LISTED)):
        before = folded[found[-1] : point.start()].rstrip()
        if "。" in before or "\n" in before:
            break
        if _is_whole(before):
            found.append(point.start())
    return found


def _is_whole(item: str) -> bool:
    """Tell an item, its point before it, that the next one may follow."""
    if len(item) <= _ITEM:
        return False
    if _WORK.search(item):
        return True
    return bool(TITLE_END.search(item)) and (len(item) >= _BARE or bool(_PARTICLE.match(item)))


def lists(folded: str, seams: set[int]) -> set[int]:
    """Return where items begin behind stops and behind the titles of a page's headings.

    A title that says what the place will be goes on with no point; where several headings do,
    these are lists.
    """
    if "・" not in folded:
        return set()
    edges = sorted({0, *seams, len(folded)})
    stopped: list[list[int]] = []
    headed: list[list[int]] = []
    for begun, end in itertools.pairwise(edges):
        if stop := _STOPPED.search(folded, begun, end):
            stopped.append(_listed(folded, stop.end(), end))
        elif begun in seams and (place := _headed(folded, begun, end)):
            headed.append(_listed(folded, place, end))
    found = stopped + headed if len(stopped) + len(headed) >= _HEADS else stopped
    return {place for one in found for place in one}


def _headed(folded: str, begun: int, end: int) -> int:
    """Return the point behind a title that says what a place will be; 0 without one."""
    for point in _POINT.finditer(folded, begun, end):
        if "。" in folded[begun : point.start()]:
            return 0
        before = folded[max(begun, point.start() - _TITLE) : point.start()].rstrip()
        if PLACE.search(before) and len(before.split()[-1]) >= _SHORTEST:
            return point.start()
    return 0


def _listed(folded: str, place: int, end: int) -> list[int]:
    """Return the items of a list up to its end; none where a sentence is its end."""
    ended = _END.search(folded, place + 1, end)
    stop = ended.start() if ended else end
    if ended and ended[0] == "。":
        return []
    return [*items(folded, place, stop), stop]
