"""Charts of the system of a plan (施策体系図) without numbers: what a line looks like is its level.

Below 施策の体系 stand titles only. What begins the lines (a mark, a bracket, a word, a blank line
or none) comes again and again; what comes first is the upper level, what begins the lines below
each of them the lower one. Where nothing begins them, those that say what the place will be
(…のまち) stand above those that do not. A sentence, a number or a label of another section ends
the chart.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.codewords import CODE_WORDS, coded_kinds
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ends_usually, plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

#: What a head says that names what the place will be.
_STATED = {"vision": "goal", "ideal": "goal", "action": "direction"}
_LEVELS = ("goal", "policy", "measure", "direction", "project")
_WORDS = "|".join(sorted(map(re.escape, CODE_WORDS), key=len, reverse=True))
#: 【安心のまち】, 「安心のまち」; 基本目標 安心のまち; 基本目標「安心のまち」.
_BOXED = re.compile(r"[【\[<「『〔](?P<title>[^【】\[\]<>「」『』〔〕]{3,48})[】\]>」』〕]")
_WORDED = re.compile(
    rf"[■◆●○□◎]?\s?(?P<word>(?:まちづくりの)?(?:{_WORDS}))(?:\s*:\s*|\s+|(?=「))(?P<title>\S.{{2,48}})"
)
#: A list that names two levels and no more: 基本目標と施策.
_TWO = re.compile(rf"(?:まちづくりの)?(?:{_WORDS})(?:と|・|及び)(?:{_WORDS})(?:の?(?:一覧|構成))?")
_NAMED = frozenset(word[:2] for word in CODE_WORDS) | {"まち"}
#: A title has so many letters; a chart so many lines, of which so many stand above others.
_SHORTEST, _LONGEST, _LINES, _UPPER, _MOST = 3, 50, 5, 2, 3
#: So short a line that names a section is its label, no title: 主な取組.
_LABEL = 8
#: What only a goal ends with; a field has so many letters.
_VILLAGE, _FIELD = re.compile(r"[ぁ-ん](?:まち|村|むら|町|都市|里|郷|ふるさと|まちづくり)$"), 6
#: So many of the lines end as titles do, and of the upper ones have something below them.
_USUAL, _HELD = 0.4, 0.8
#: A row of words, the first of which names a level or what stands above all.
_NAMED_ROW = re.compile(rf"(?:基本理念|将来像|{_WORDS})[ 　]\S+[ 　]")
Look = tuple[str, ...]


def settle(units: list[Unit]) -> None:
    """Say of the lines of charts without numbers which level they name."""
    for place, unit in enumerate(units):
        if _is_name(unit):
            _read(units, place + 1)
    for unit in [unit for unit in units if _NAMED_ROW.match(unit.text)]:
        kinds = _heads(unit)
        if len(kinds) > _UPPER:
            _read_items(units, unit, kinds)


def _read_items(units: list[Unit], head: Unit, kinds: list[str]) -> None:
    """Read the items of a chart whose boxes went astray: the head's last level, and that above.

    The name of a box stands behind the item that it was printed beside: ・桟橋の整備 舟運の充実.
    """
    place = next(at for at, one in enumerate(units) if one is head) + 1
    items = list(itertools.takewhile(lambda one: one.mark and not one.use, units[place:]))
    if len(items) < _LINES or len({one.mark for one in items}) > 1:
        return
    head.use = "table"
    behind = itertools.takewhile(lambda one: not one.prose, units[place + len(items) :])
    boxes = [one for one in behind if one.code and one.rest and not one.code.word]
    for box in boxes:  # of the first level, which stands above all others
        box.hint = kinds[0]
        units.remove(box)
    units[place:place] = boxes
    for item in items:
        item.hint = kinds[-1]
        title, _, name = item.rest.rpartition(" ")
        if title and len(name) >= _SHORTEST and ends_usually(name):
            item.text = item.rest = title
            named = Unit(name, item.first, item.last, item.page, rest=name, hint=kinds[-2])
            units.insert(next(at for at, one in enumerate(units) if one is item) + 1, named)


def _is_name(unit: Unit) -> bool:
    if "体系" not in unit.rest and unit.rest[:2] not in _NAMED:
        return False
    text = plain(unit.rest) if not (unit.use or unit.prose or unit.contents) else ""
    if "体系" in text:
        return role_of(text) == "system"
    return 4 < len(text) < 16 and _TWO.fullmatch(text) is not None


def _read(units: list[Unit], start: int) -> None:
    kinds: list[str] = []
    while start < len(units) and (named := _heads(units[start])):
        kinds += named
        start += 1
    below = itertools.takewhile(_is_line, itertools.islice(units, start, None))
    lines = [one for one in below if not one.use]
    usual = sum(ends_usually(_title(one)) for one in lines)
    if len(lines) < _LINES or usual < _USUAL * len(lines):
        return
    depths = _depths(lines)
    if not depths:
        lines = _without_fields(lines)
        depths = [0 if _is_place(one) else 1 for one in lines]
        if not _is_tree(depths):
            return
    kinds = _kinds(lines, depths, kinds)
    for line, depth in zip(lines, depths, strict=True):
        line.rest, line.hint = _title(line), kinds[depth]


def _heads(unit: Unit) -> list[str]:
    """Return the levels that a head row names: 基本目標 基本施策; 〈環境像〉."""
    bare = unit.use in ("", "table") and not (unit.prose or unit.code or unit.mark)
    words = narrow(unit.text).replace("|", " ").split() if bare else []
    kinds = [_level(plain(word)) for word in words]
    if len(kinds) > _UPPER and kinds[0] == "philosophy":
        del kinds[0]
    return kinds if all(kind in _LEVELS for kind in kinds) else []


def _level(word: str) -> str:
    """Return the level that a head names; 環境像 stands above all others."""
    role = role_of(word) or ""
    told = coded_kinds(word)
    usual = max(told, key=lambda kind: told[kind]) if told else ""
    ways = [one for one in (column(word), _STATED.get(role, role), usual) if one]
    return next((one for one in ways if one in _LEVELS), "".join(ways[:1]))


def _is_line(unit: Unit) -> bool:
    if unit.use == "joined":
        return True
    if unit.use or unit.prose or unit.code or unit.cells or unit.contents or unit.level:
        return False
    title = _title(unit)
    if not _SHORTEST <= len(title) <= _LONGEST or title.isascii():
        return False
    text = narrow(title)
    role = role_of(plain(text))
    if role and (len(text) <= _LABEL or not (unit.mark or role in _LEVELS or role == "action")):
        return False
    return not (is_no_title(text) or is_placeholder(text))


def _title(unit: Unit) -> str:
    text = unit.rest or unit.text
    found = _BOXED.fullmatch(narrow(text)) or _WORDED.fullmatch(narrow(text))
    return text[slice(*found.span("title"))].strip("「」") if found else text


def _look(unit: Unit) -> Look:
    text = narrow(unit.text.strip())
    if unit.hint:
        return ("hint", unit.hint)
    if worded := _WORDED.fullmatch(text):
        return ("word", worded["word"])
    return (unit.mark, text[0] if _BOXED.fullmatch(text) else "")


def _depths(lines: list[Unit]) -> list[int]:
    """Return how deep each line stands; nothing where the looks of the lines do not tell."""
    for looks in (
        [_look(one) for one in lines],
        [("indent", str(one.indent > 0)) for one in lines],
        [("gap", str(one.gap > 0 or not place)) for place, one in enumerate(lines)],
    ):
        order = list(dict.fromkeys(looks))
        depths = [order.index(look) for look in looks]
        if 1 < len(order) <= _MOST and _is_tree(depths):
            return depths
    return []


def _is_place(unit: Unit) -> bool:
    return _VILLAGE.search(_title(unit)) is not None


def _without_fields(lines: list[Unit]) -> list[Unit]:
    """Return the lines but for the fields of goals, where a short line stands above each."""
    above = [place - 1 for place, one in enumerate(lines) if _is_place(one)]
    told = all(place >= 0 and len(_title(lines[place])) <= _FIELD for place in above)
    return [one for place, one in enumerate(lines) if not (told and place in above)]


def _is_tree(depths: list[int]) -> bool:
    """Tell levels that each stand right below the one above, again and again."""
    if not depths or depths[0] or not max(depths):
        return False
    for depth in range(max(depths)):
        upper = [place for place, one in enumerate(depths) if one == depth]
        held = sum(depths[place + 1 : place + 2] == [depth + 1] for place in upper)
        if len(upper) < _UPPER or held < _HELD * len(upper):
            return False
    return True


def _kinds(lines: list[Unit], depths: list[int], heads: list[str]) -> list[str]:
    """Return the kind of each level: what heads or its word say, else goals over measures."""
    count = max(depths) + 1
    if len(heads) == count == len(set(heads)):
        return heads
    word = _look(lines[0])
    told = coded_kinds(word[1]) if word[0] == "word" else {}
    first = max(told, key=lambda kind: told[kind]) if told else lines[0].hint or "goal"
    place = _LEVELS.index(first) if first in _LEVELS else 0
    below = _LEVELS[place + 1 :] if count > 2 or place else ("measure",)
    return [first, *below[: count - 1], *["project"] * count][:count]
