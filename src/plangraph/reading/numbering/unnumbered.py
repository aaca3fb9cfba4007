"""Headings without numbers that what stands below each of them, again and again, shows."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.nesting import HOLDERS
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.english_words import is_latin

#: Families of headings without code: below a label, and below a numbered title.
_FAMILY, _VIEWS, _BELOW = ("^", "B"), ("^", "V"), ("*", "¶")
_LONGEST, _SCORE, _USUAL = 24, 1.5, 0.75
_ENOUGH, _LISTS, _LINE = 3, 2, 0.5
#: Only a goal ends like this.
_VILLAGE = re.compile(r"[ぁ-ん](?:まち|村|むら|町|都市|里|郷|ふるさと|まちづくり)$")
#: What only a title of something to be done ends with.
_USUAL_END = re.compile(
    r"の(?:\S{0,8}[・、])?\S{0,6}(?:推進|充実|整備|振興|形成|支援|創出|創造|確保|強化|実現|育成|養成|保全|活用|向上"
    r"|促進|継承|発信|構築|確立|展開|対策|連携|拡大|再生|保護|見直し|適正化|効率化|活性化)$"
)
#: Sections whose own lines, and not the items below those, are what they announce.
_HELD = frozenset(("viewpoint", "philosophy", "goal", "policy", "measure", "direction"))


def titled(units: list[Unit], headings: list[Heading]) -> None:
    """Short titles, each with a paragraph of its own, below a numbered title are its measures.

    Where they stand below one title, one or two below another of its family are some as well.
    """
    few: dict[tuple[str, str], list[Heading]] = {}
    found: dict[tuple[str, str], list[Heading]] = {}
    for place, above in enumerate(headings):
        coded = above.code is not None and above.family[0] != "=" and not above.role
        run = _run(headings, place + 1, _is_title) if coded and not above.unit.contents else []
        if not run or _between(units, above, headings, place):
            continue
        told = [one for one in run if _told(units, one, headings)]
        usual = sum(bool(lexicon.TITLE_END.search(one.title)) for one in told)
        apart = usual == len(run) == _LISTS and all(one.unit.gap for one in run)
        if len(told) < len(run) or usual < _USUAL * len(run):
            continue
        into = found if apart or len(run) >= _ENOUGH else few
        into.setdefault(above.family, []).extend(run)
    for family, titles in found.items():
        for one in (*titles, *few.get(family, ())):
            one.family = _BELOW


def told_apart(units: list[Unit], headings: list[Heading]) -> None:
    """Usual titles set apart, each with a paragraph, again and again, are measures.

    They are set apart by blank lines, or by the full stops of the paragraphs between them.
    A title of a place right above them, with a paragraph of its own, is what they belong to.
    """
    place = 0
    while place < len(headings):
        if not _is_apart(units, headings[place], headings):
            place += 1
            continue
        run = _run(headings, place, lambda one: _is_apart(units, one, headings))
        above = headings[place - 1] if place else None
        if len(run) >= _ENOUGH and (above is None or above.role not in HOLDERS):
            for one in run:
                one.family = _BELOW
            named = above is not None and lexicon.PLACE.search(above.title)
            if above and named and _is_title(above) and _told(units, above, headings):
                above.family = ("^", "A")
        place += len(run) + 1


def _is_apart(units: list[Unit], heading: Heading, headings: list[Heading]) -> bool:
    if not _is_title(heading):
        return False
    stopped = heading.place > 0 and units[heading.place - 1].text.endswith("。")
    usual = (heading.unit.gap or stopped) and _USUAL_END.search(heading.title)
    return bool(usual) and _told(units, heading, headings)


def places(headings: list[Heading]) -> None:
    """Lines that all say what a place will be, one below the other, are a family: …のまち.

    Where a section announces what it holds, or numbers name the goals, they are found so.
    """
    if any(one.code and lexicon.PLACE.search(one.title) for one in headings):
        return
    place = 0
    while place < len(headings):
        if not _is_place(headings[place]):
            place += 1
            continue
        run = _run(headings, place, _is_place)
        whole = all(one.place == above.end + 1 for above, one in itertools.pairwise(run))
        announced = place > 0 and headings[place - 1].role in HOLDERS
        if len({one.title for one in run}) == len(run) >= _ENOUGH and whole and not announced:
            for one in run:
                one.family = ("^", "A")
        place += len(run) + 1


def _run(headings: list[Heading], start: int, test: Callable[[Heading], bool]) -> list[Heading]:
    """Return the headings from a place on for which a test holds, up to the first that fails."""
    following = (headings[place] for place in range(start, len(headings)))
    return list(itertools.takewhile(test, following))


def _is_place(heading: Heading) -> bool:
    plain = heading.family[0] == "~" and not heading.unit.mark and not heading.unit.contents
    if not plain or len(heading.title) < 8 or not _VILLAGE.search(heading.title):
        return False
    return not (lexicon.ABOUT.search(heading.title) or lexicon.BARE.search(heading.title))


def _is_title(heading: Heading) -> bool:
    plain = heading.family[0] == "~" and not heading.unit.mark and not heading.unit.contents
    return plain and heading.score >= _SCORE and len(heading.title) <= _LONGEST


def _between(units: list[Unit], above: Heading, headings: list[Heading], place: int) -> bool:
    """Tell that something else than sentences stands between a heading and the next."""
    first = headings[place + 1].place if place + 1 < len(headings) else above.end + 1
    return any(not unit.prose and not unit.use for unit in units[above.end + 1 : first])


def _told(units: list[Unit], heading: Heading, headings: list[Heading]) -> bool:
    """Tell a heading with sentences, and nothing else, up to the next heading."""
    after = bisect.bisect_right(headings, heading.end, key=lambda one: one.place)
    stop = headings[after].place if after < len(headings) else len(units)
    below = [unit for unit in units[heading.end + 1 : stop] if not unit.use]
    if not below or below[0].mark:
        return False
    cut = len(below) > 1 and below[1].prose and len(below[0].text) > _LONGEST - 4
    return below[0].prose or (cut and not lexicon.TITLE_END.search(below[0].text))


def over_lists(units: list[Unit], headings: list[Heading]) -> None:
    """Lines without a mark below まちづくりの視点, each above a list of its own, are the views."""
    for place, above in enumerate(headings):
        if above.role not in _HELD or above.unit.contents:
            continue
        found: list[Heading] = []
        items = 0
        due = above.end + 1
        for one in (headings[at] for at in range(place + 1, len(headings))):
            if one.family[0] != "~" or (not one.unit.mark and one.place != due):
                break
            if not one.unit.mark:
                found.append(one)
                due = one.end + 1
                while due < len(units) and units[due].mark and not units[due].code:
                    due += 1
                items += due > one.end + 1
            elif not found:
                break
        if len(found) >= _LISTS and items == len(found):
            views = above.role in ("viewpoint", "philosophy")
            for one in found:
                one.family = _VIEWS if views else _FAMILY


#: So large a part of the headings of a family stands above lists of lines, which end as titles do.
_HELD_SHARE, _FIELD_NAME = 0.7, 10


def listed(units: list[Unit], headings: list[Heading]) -> None:
    """Lines right below numbered titles, and nothing else there, are a level: 分野1 消防 / 救急.

    Nothing but lines may stand below most titles of that family in the whole document.
    """
    lists: dict[tuple[str, str], list[list[Heading]]] = {}
    for place, above in enumerate(headings):
        if above.code is None or above.role or above.family[0] == "=":
            continue
        run = _lines(headings, place)
        after = headings[place + len(run) + 1] if place + len(run) + 1 < len(headings) else None
        stop = after.place if after else len(units)
        alone = run and all(unit.use for unit in units[run[-1].end + 1 : stop])
        whole = alone and (after is None or after.family[0] != "~") and not above.body
        lists.setdefault(above.family, []).append(run if whole else [])
    for runs in lists.values():
        found = [run for run in runs if run]
        lines = [one for run in found for one in run]
        often = sum(len(run) > 1 for run in found) >= _LISTS and len(lines) >= 2 * _ENOUGH
        if not often or len(found) < _HELD_SHARE * len(runs):
            continue
        usual = sum(
            len(one.title) <= _FIELD_NAME
            or bool(lexicon.TITLE_END.search(one.title))
            or (one.unit.contents and is_latin(one.title))
            for one in lines
        )
        if usual >= _USUAL * len(lines):
            for one in lines:
                one.family = _BELOW


def _lines(headings: list[Heading], place: int) -> list[Heading]:
    """Return the unmarked lines without number that stand right below a heading."""
    due = headings[place].end + 1
    run: list[Heading] = []
    for one in (headings[at] for at in range(place + 1, len(headings))):
        bare = one.family[0] == "~" and not one.unit.mark and not one.role and not one.unit.cells
        if not bare or one.place != due or one.score < _LINE or len(one.title) > 2 * _LONGEST:
            break
        run.append(one)
        due = one.end + 1
    return run


#: A short title in brackets on a line of its own, and what only looks like one.
_BRACKETED = re.compile(
    r"[（(〔［\[【＜<〈《][^（）()〔〕［］【】<>、。]{3,24}[)）〕］\]】＞>〉》]"
)
_NO_HEAD = re.compile(
    r"計画|年度|参照|関係|掲載|省略|抜粋|[図表]\d|単位|案[)）]|[\d０-９]\s*[^\d０-９]?[)）]$"
)


def bracketed(units: list[Unit], headings: list[Heading]) -> None:
    """Titles in brackets above sentences, again and again, are a family: 【耐震化の促進】.

    In round brackets, which hold fields as well, the sentences must have marks.
    """
    found = [
        one for one in headings
        if one.family[0] == "~" and _BRACKETED.fullmatch(one.unit.text.strip())
        and not _NO_HEAD.search(one.unit.text)
    ]  # fmt: skip
    square = [one for one in found if one.unit.text.strip()[0] not in "（("]
    if sum(bool(lexicon.TITLE_END.search(_inner(one))) for one in square) < _USUAL * len(square):
        found = [one for one in found if one not in square]
    after = [units[one.end + 1] for one in found if one.end + 1 < len(units)]
    told = [unit for unit in after if unit.prose and (unit.mark or square)]
    bare = sum(unit.code is not None or unit.text[0] in "（(【" for unit in after)
    most = 2 * len(told) >= len(found) or (len(told) > 1 and len(told) + bare + 1 >= len(found))
    if len(found) >= _ENOUGH and most:
        for heading in found:
            heading.family = ("*", "(")
            heading.title = _inner(heading)


def _inner(heading: Heading) -> str:
    return heading.title.strip("()（）〔〕［］[]【】＜＞<>〈〉《》")
