"""What each title of a list has before, behind or below it in brackets of one form: its field."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict

from plangraph.reading.rows import Unit
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.offices import OFFICE

_OPEN, _CLOSE = "（(【［[〔＜<〈《", "）)】］]〕＞>〉》"
_LETTER = rf"[^{re.escape(_OPEN + _CLOSE)}「」『』。、]"
_INNER = rf"(?P<field>{_LETTER}{{2,14}}(?:、{_LETTER}{{2,14}})*)"
_BEHIND = re.compile(
    rf"(?P<title>.{{4,}}?)[\s　]*(?P<open>[{re.escape(_OPEN)}]){_INNER}[{re.escape(_CLOSE)}]"
)
_BEFORE = re.compile(
    rf"(?P<open>[{re.escape(_OPEN)}]){_INNER}[{re.escape(_CLOSE)}][\s　]*(?P<title>.{{4,}})"
)
#: What is no field: an office that answers, years and other numbers, what has come before.
_NO_FIELD = re.compile(rf"(?:{OFFICE})$|[\d０-９]|再掲|仮称|案$|新規|継続|拡充")
_LEAST = 3
#: A catchword has so many letters.
_WORD = 6
#: A field where a title would stand.
_FRAMED = re.compile(rf"[{re.escape(_OPEN)}]{_INNER}[{re.escape(_CLOSE)}]")
_BRACKETS = frozenset(_OPEN)


def settle(units: list[Unit]) -> None:
    """Take the fields off the titles of all lists in which each title has one."""
    _step_aside(units)
    families: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit, after in itertools.zip_longest(units, units[1:]):
        if unit.code and not (unit.use or unit.prose):
            title = unit if unit.rest or after is None or not _may_title(after) else after
            families[unit.code.family].append(title)
    for family in families.values():
        _shut(family)
        _turns(family)
        take_off(family)
    for mark, run in itertools.groupby(units, _mark):
        if mark:
            take_off(list(run))
    _take_up(units)
    lines = [unit for unit in units if unit.use != "joined" and (unit.rest or not unit.code)]
    at = {id(unit): place for place, unit in enumerate(lines)}
    for family in families.values():
        titled = [unit for unit in family if unit.rest or not unit.code]
        if len(titled) >= _LEAST:
            _catchwords(lines, sorted({at[id(unit)] for unit in titled if id(unit) in at}))


#: What opens the part of a page whose title it stands behind.
_OPENS = re.compile(
    r"(?<!\s)\s*+(?:もっと見る|詳しく見る|続きを読む|開く|閉じる|開閉|[▼▽＋+－−∨∧⌄])$"
)


def _shut(family: list[Unit]) -> None:
    """Take the button off the end of titles that all have the same: …のまち開く, …のまち▼."""
    titled = [unit for unit in family if unit.rest]
    ends = {found[0] if (found := _OPENS.search(unit.rest)) else "" for unit in titled}
    if len(titled) < _LEAST or len(ends) > 1 or ends == {""}:
        return
    tail = len(ends.pop())
    for unit in titled:
        unit.printed = unit.printed or unit.text
        unit.text, unit.rest = unit.text[:-tail], unit.rest[:-tail]


#: Which of the slides of one title this is.
_TURN = re.compile(r"(?P<title>.{4,})[①-⑨]")


def _turns(family: list[Unit]) -> None:
    """Take the count of slides off titles that come again with the next: …のまち①, …のまち②."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in family:
        if turn := _TURN.fullmatch(unit.rest):
            found[turn["title"]].append(unit)
    for title, members in found.items():
        if len({unit.rest for unit in members}) > 1:
            for unit in members:
                unit.printed = unit.printed or unit.text
                unit.text, unit.rest = unit.text[:-1], title


def _step_aside(units: list[Unit]) -> None:
    """Take the field off numbers that have nothing else, their titles below: 目標1【防災】."""
    found: dict[tuple[str, str], list[tuple[Unit, str]]] = defaultdict(list)
    for unit, below in itertools.pairwise(units):
        if unit.code and unit.code.word and unit.rest[:1] in _BRACKETS and not unit.use:
            framed = _FRAMED.fullmatch(unit.rest)
            if framed is None or not _may_title(below) or role_of(plain(below.text)):
                return
            found[unit.code.family].append((unit, framed["field"]))
    for members in found.values():
        for unit, field in members if len(members) >= _LEAST else ():
            unit.printed = unit.printed or unit.text
            unit.text = unit.text[: -len(unit.rest)].rstrip()
            unit.rest, unit.keywords = "", tuple(re.split("[、・]", field))


def _catchwords(lines: list[Unit], places: list[int]) -> None:
    """Put aside the short word that each title of a count has above or below it: 育つ, 守る.

    A word that several titles share is a label or a head of what stands below them: 取組 担当課.
    """
    names = {lines[place].text for place in places}
    for step in (1, -1):
        beside = [lines[at + step] if 0 <= at + step < len(lines) else None for at in places]
        beyond = [
            lines[at + 2 * step] if 0 <= at + 2 * step < len(lines) else None for at in places
        ]
        alone = not any(one is not None and _is_word(one) for one in beyond)
        words = [one for one in beside if one is not None and _is_word(one)]
        told = len({word.text for word in words}) >= len(names)
        if alone and told and len(words) == len(beside):
            for word in words:
                word.use = "catchword"
            return


def _may_title(unit: Unit) -> bool:
    taken = unit.code or unit.mark or unit.use or unit.prose or unit.cells or unit.contents
    return not taken and not unit.text.isascii()


def _is_word(unit: Unit) -> bool:
    taken = unit.code or unit.mark or unit.use or unit.prose or unit.cells or unit.contents
    word = unit.text.strip('“”"「」～~')
    return not taken and 2 <= len(word) <= _WORD and role_of(plain(word)) is None


def is_field(unit: Unit) -> bool:
    """Tell a field in brackets on a line of its own."""
    if unit.text[0] not in _BRACKETS or unit.use or unit.code:
        return False
    field = _FRAMED.fullmatch(unit.text)
    return not (field is None or _NO_FIELD.search(field["field"]) or role_of(plain(field["field"])))


def _take_up(units: list[Unit]) -> None:
    """Take the fields that stand alone right below titles with numbers: 1 安心のまち / （防災）."""
    found: dict[str, list[tuple[Unit, str]]] = defaultdict(list)
    stray: Counter[str] = Counter()
    for place in [place for place, unit in enumerate(units) if unit.text[0] in _BRACKETS]:
        unit = units[place]
        if not is_field(unit):
            continue
        above = [one for one in units[max(0, place - 2) : place] if one.use != "joined"]
        titled = above and (above[-1].code or (len(above) > 1 and _is_number(above[-2])))
        if titled and not above[-1].prose:
            found[unit.text[0]].append((unit, unit.text[1:-1]))
        else:
            stray[unit.text[0]] += 1
    for opened, members in found.items():
        acts = sum("の" in name for _, name in members)  # 避難路の整備 is a title
        if len(members) < max(_LEAST, 4 * stray[opened], 2 * acts):
            continue
        for unit, name in members:
            unit.use, unit.keywords = "field", tuple(re.split("[、・]", name))


def _is_number(unit: Unit) -> bool:
    return unit.code is not None and not unit.rest


def _mark(unit: Unit) -> str:
    return "" if unit.code or unit.use or unit.prose else unit.mark


def take_off(listed: list[Unit]) -> None:
    """Take the field off each title of a list, if all titles have one in the same place."""
    if len(listed) < _LEAST or not all(set(_OPEN) & set(unit.text) for unit in listed):
        return
    for pattern in (_BEHIND, _BEFORE):
        found = [pattern.fullmatch((unit.rest or unit.text).strip()) for unit in listed]
        matches = [one for one in found if one]
        if len(matches) < len(listed) or len({one["open"] for one in matches}) > 1:
            continue
        names = [one["field"] for one in matches]
        if any(_NO_FIELD.search(name) or role_of(plain(name)) for name in names):
            continue
        if sum(map(len, names)) >= sum(len(one["title"]) for one in matches):
            continue
        for unit, one in zip(listed, matches, strict=True):
            _bare(unit, one["title"].strip(), one["field"])
        return


def _bare(unit: Unit, title: str, field: str) -> None:
    whole = unit.rest or unit.text
    unit.printed = unit.printed or unit.text
    unit.text = unit.text.replace(whole, title) if whole in unit.text else title
    unit.rest = title
    unit.keywords = tuple(re.split("[、・]", field))
