"""Heads of an outline (体系の見出し): role words side by side name the levels of what follows."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.rows import Unit
from plangraph.reading.tables import extraction as tables
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.codewords import coded_kinds, level_of, two_levels
from plangraph.reading.terms.columns import ELEMENTS
from plangraph.reading.terms.lexicon import ABOUT, CONTENTS, SLOGAN, TITLE_END, ZONES
from plangraph.reading.terms.looks import ends_usually, plain

#: Roles that name a level of the plan, and what their column holds.
_LEVELS = {
    "vision": "", "philosophy": "", "goal": "goal", "policy": "policy", "measure": "measure",
    "direction": "direction", "project": "project", "action": "direction",
}  # fmt: skip

#: The heads of columns, one line each: the place of the last, and what the columns hold.
Columns = tuple[int, list[str]]


def put_aside(headings: list[Heading]) -> list[Columns]:
    """Three labels and more in a row are the heads of columns, and announce nothing.

    So are two above numbers of two families, one right below the other.
    """
    found: list[Columns] = []
    run: list[Heading] = []
    for place, heading in enumerate([*headings, None]):
        label = heading is not None and heading.role in _LEVELS and heading.family[0] == "="
        if label and heading and (not run or run[-1].end + 1 == heading.place):
            run.append(heading)
            continue
        enough = len(run) >= 3 or (len(run) == 2 and _two_levels(headings[place : place + 3]))
        if enough and len({plain(one.title) for one in run}) == len(run):
            kinds = [kind for one in run if one.role and (kind := _LEVELS[one.role])]
            if kinds[-2:] == ["measure", "measure"] and "policy" not in kinds:  # 基本施策, 施策
                kinds[-2] = "policy"
            if kinds[-2:] == ["direction", "direction"]:  # 施策の方向, 主な取組
                kinds[-1] = "project"
            found.append((run[-1].end, kinds))
            _state(run, headings[place : place + 2])
            for one in run:
                one.family, one.role = ("~", ""), None
                one.score = 0.0
        run = [heading] if label and heading else []
    return found


def _two_levels(below: list[Heading]) -> bool:
    """Tell a box with a number, and right below it the first and second of what it holds."""
    codes = [one.code for one in below if one.code and not (one.code.word or one.role)]
    if len(codes) < 3:
        return False
    upper, first, second = codes
    nested = upper.family != first.family == second.family
    return nested and first.numbers[-1] == 1 and second.numbers == first.following


def _state(heads: list[Heading], below: list[Heading]) -> None:
    """Take a line right below the heads of columns for the vision that they name.

    Where another head is the first, only a number behind it tells that it is no goal.
    """
    role = next((one.role for one in heads if one.role in ("vision", "philosophy")), None)
    if role is None or len(below) < 2 or (below[1].code is None and heads[0].role != role):
        return
    line = below[0]
    bare = line.family[0] == "~" and not line.unit.mark and line.place == heads[-1].end + 1
    if bare and SLOGAN.search(line.title) and not ZONES.search(line.title):
        line.unit.hint = role


def name_levels(units: list[Unit], headings: list[Heading], columns: list[Columns]) -> None:
    """Say of the families below a head row (基本目標 施策の方向) what it calls them.

    So does a title (基本目標と政策) or a sentence that counts levels (5つの柱と14の政策を…).

    The outermost family is what the first word says, the next what the second says; only
    where there are as many families as words. Marked lines below may be the last.
    """
    rows = [
        (place, [kind for kind in tables.heads(unit) if kind])
        for place, unit in enumerate(units) if unit.use == "table"
    ]  # fmt: skip
    for place, kinds in [*rows, *columns, *_named(units, headings)]:
        if len(kinds) < 2 or len(set(kinds)) < len(kinds) or not ELEMENTS.issuperset(kinds):
            continue
        below = _section(headings, place)
        ranks = {one.family: one.rank for one in below}
        families = sorted(ranks, key=lambda family: ranks[family])
        if (listed := _listed(headings, below)) and len(families) + 1 == len(kinds):
            for one in listed:
                one.unit.hint = kinds[-1]
        elif len(families) != len(kinds):
            continue
        if any(one.unit.hint for one in below):
            continue
        for one in below:
            if not coded_kinds(one.family[0]):
                one.unit.hint = kinds[families.index(one.family)]


#: How the label of a list is dressed.
_BRACKETS = frozenset("【≪《〈＜<〔［[")
#: What a sentence or a title counts: 5つの柱, 14の政策.
_COUNTED = re.compile(r"\d(?:つ|本|項目)?の([^\s\d、。とを及・]{1,10})")
#: What numbers tell, and titles above lists or items of a list have none.
_UNTOLD = frozenset("^*")


def _named(units: list[Unit], headings: list[Heading]) -> Iterator[Columns]:
    """Yield the levels that titles name side by side, or that lines right above the first count."""
    for heading in headings:
        label = heading.family[0] == "=" and heading.unit.text[0] in _BRACKETS
        may = label or heading.role in ("goal", "policy")
        if may and (told := two_levels(plain(heading.title), label=label)):
            yield heading.end, list(told)
        above = units[heading.place - 1] if heading.place else None
        first = heading.code.numbers[-1] == 1 if heading.code else heading.family[0] in _UNTOLD
        if above and first and "の" in above.text and (above.prose or not above.code):
            kinds = [level_of(word) for word in _COUNTED.findall(narrow(above.text))]
            yield heading.place - 1, [kind for kind in kinds if kind]


def _listed(headings: list[Heading], below: list[Heading]) -> list[Heading]:
    """Return the lines of one mark among and below the headings of a section."""
    if not below or any(one.unit.hint for one in below):
        return []
    first, last = headings.index(below[0]), headings.index(below[-1])
    inner = [one for one in headings[first:last] if one.family[0] == "~" and one.unit.mark]
    after = itertools.takewhile(
        lambda one: one.family[0] == "~" and one.unit.mark, headings[last + 1 :]
    )
    found = [*inner, *after]
    return found if len({one.unit.mark for one in found}) == 1 else []


def _section(headings: list[Heading], place: int) -> list[Heading]:
    """Return the headings with a family below a place, up to the next label."""
    found: list[Heading] = []
    for heading in headings:
        if heading.place > place and heading.family[0] == "=":
            break
        if heading.place > place and heading.family[0] != "~":
            found.append(heading)
    return found


def inner_systems(headings: list[Heading]) -> None:
    """An outline (施策の体系) below each element only says before what its section says."""
    labels = [
        one for one in headings
        if one.role == "system" and one.code is None and not CONTENTS.search(plain(one.title))
    ]  # fmt: skip
    again = Counter(plain(one.title) for one in labels)
    before = {id(one): above for above, one in itertools.pairwise(headings)}
    for one in labels:
        above = before.get(id(one))
        below = above is not None and above.code and not above.role and above.end + 1 == one.place
        if below or again[plain(one.title)] > 1:
            one.role, one.family = "issues", ("=", "issues")


#: What the end of a short line calls the list right below it.
_CALLS = (
    (re.compile(r"(?:方向性|基本(?:的な)?方向|取組方針)$"), "direction"),
    (re.compile(r"方針$"), "policy"),
    (re.compile(r"プロジェクト$"), "project"),
    (re.compile(r"目標$|柱$"), "goal"),
    (re.compile(r"施策$"), "measure"),
    (re.compile(r"視点$|^(?:まちづくりの)?基本的な?考え方$"), "viewpoint"),
)
_LONGEST, _LISTED = 24, 3
#: Numbered sections that are called so: 2 新市建設の基本方針.
_NAMED = re.compile(
    r"の(?:基本(?:的な)?(?:方針|方向|目標|視点)|主要施策)$|^(?:整備|保全|取組|推進)の?(?:目標|方針|方向)$"
)

#: … and are on policies behind what the plan holds to, in the contents as well: 1 基本理念.
_POLICIES = re.compile(r"(?:計画の)?基本(?:的な?)?方針$")


#: Sections on what the plan consists of, and how many titles of parts make a list of its contents.
_COMPOSED = re.compile(r"^(?:本?計画の)?(?:構成|内容|項目)$")
_PARTS, _MOSTLY, _LABEL = 5, 0.6, 14


def _composes(headings: list[Heading], place: int) -> bool:
    """Tell 計画の構成 above the numbered titles of the parts of the plan: 2 産業の振興."""
    run = itertools.takewhile(lambda one: one.code and not one.code.word, headings[place + 1 :])
    titles = [re.sub("等$", "", one.title) for one in run]
    named = sum(bool(TITLE_END.search(title)) for title in titles)
    return len(titles) >= _PARTS and named >= _MOSTLY * len(titles)


def announce(units: list[Unit], headings: list[Heading]) -> None:
    """A short line that ends in the name of a level, right above a list, says what it holds.

    A number tells one section on policies; several that are called so are policies by field.
    """
    _own_labels(units, headings)
    alike = Counter(one.family for one in headings if one.code and one.title.endswith("方針"))
    for place, heading in enumerate(headings[:-1]):
        name = plain(heading.title)
        if heading.role == "zone" and not heading.code and _COMPOSED.search(name):
            if _starts_list(units, headings, place) and _composes(headings, place):
                heading.role, heading.family = "system", ("=", "system")
            continue
        numbered = heading.code is not None and not heading.family[0] and heading.role is None
        policies = numbered and _POLICIES.match(name) is not None and _held(headings, place)
        if (heading.unit.contents and not policies) or len(name) > _LONGEST:
            continue
        if heading.family[0] != "~" and not (policies or (numbered and _NAMED.search(name))):
            continue
        if numbered and name.endswith("方針") and alike[heading.family] > 1:
            continue
        role = next((role for ending, role in _CALLS if ending.search(name)), None)
        about = ABOUT.search(name) and not name.endswith("基本的な考え方")
        if role is None or ZONES.search(name) or about:
            continue
        if _starts_list(units, headings, place):
            heading.role = "system" if numbered and not policies else role
            heading.family = heading.family if numbered else ("=", role)


def _held(headings: list[Heading], place: int) -> bool:
    """Tell a chapter, or a section right behind the one on what a plan holds to or aims at."""
    family = headings[place].family
    if family[1] == "第N章":
        return True
    above = next((one for one in reversed(headings[:place]) if one.family == family), None)
    return above is not None and above.role in ("philosophy", "vision", "viewpoint")


def _own_labels(units: list[Unit], headings: list[Heading]) -> None:
    """Name what this document alone calls its lists: 市政運営の方向 below the issues of each sheet.

    Nothing else would end the issues; the titles of what they list end as titles do.
    """
    found: dict[str, list[int]] = {}
    told = ""
    for place, heading in enumerate(headings[:-1]):
        told = heading.role or "" if heading.family[0] == "=" else told
        bare = told == "issues" and heading.family[0] == "~" and not heading.unit.mark
        if bare and len(heading.title) <= _LABEL and _starts_list(units, headings, place):
            found.setdefault(heading.title, []).append(place)
    for places in found.values():
        titles = [title for place in places for title in _numbered_below(headings, place + 1)]
        if len(places) > 1 and sum(map(ends_usually, titles)) >= _MOSTLY * len(titles):
            for place in places:
                headings[place].role, headings[place].family = "direction", ("=", "direction")


def _numbered_below(headings: list[Heading], first: int) -> list[str]:
    """Return the titles of a list of numbers, whatever stands below each."""
    run = itertools.takewhile(lambda one: one.code, headings[first:])
    return [one.title for one in run if one.family == headings[first].family]


def _starts_list(units: list[Unit], headings: list[Heading], place: int) -> bool:
    """Tell that the numbers from 1 on, or three short lines or more, stand right below."""
    above, first = headings[place], headings[place + 1]
    between = units[above.end + 1 : first.place]
    if len(between) > 1 or any(not unit.prose and not unit.use for unit in between):
        return False
    if first.code is not None:
        return not first.code.word and first.code.numbers[-1] == 1 and first.role is None
    run = headings[place + 1 : place + 1 + _LISTED]
    if len(run) < _LISTED or any(one.family[0] != "~" for one in run):
        return False
    if all(units[one.end + 1].prose for one in run if one.end + 1 < len(units)):
        return all(len(one.title) <= _LONGEST and one.score > 0 for one in run)
    together = all(one.place == before.end + 1 for before, one in itertools.pairwise(run))
    return together and all(
        TITLE_END.search(one.title) or (one.unit.mark and one.title.endswith("こと")) for one in run
    )
