"""Lists that a sentence announces and counts: 次の4つの基本目標を掲げます. So many lines follow.

What the sentence says holds whatever the lines look like: with marks, numbers or neither.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.headings import repeated
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.codewords import level_of
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.looks import plain

_COUNT = re.compile(r"(?:^|\D)(\d{1,2}|[一二三四五六七八九])(?:つ|項目|本)")
_KANJI = "一二三四五六七八九"
_KINDS = frozenset(("goal", "policy"))
_LEVELS = _KINDS | {"measure", "direction", "project"}
#: A list has so many lines, and a line so many letters.
_FEWEST, _MOST, _SHORTEST, _LONGEST = 2, 12, 4, 50
#: A short word may have been taken for a button (開く) or for how the line below is read (ひらく).
_WORD_USES = ("", "link", "reading")
#: So many of them end as titles do, where nothing is told of them.
_USUAL = 0.6


def settle(units: list[Unit]) -> None:
    """Say of the lines that a sentence announces what it calls them, where the number agrees."""
    for place, (unit, below) in enumerate(itertools.pairwise(units)):
        if below.prose or unit.use:
            continue
        if not unit.prose:
            if "つの" in unit.text or "柱" in unit.text:
                _headed(units, place)
            continue
        if unit.code or is_latin(unit.text[:40]):
            continue
        count = _count(unit.text)
        kind = _told(unit.text) if count else None
        if kind is None:
            continue
        listed = [one for one in units[place + 1 : place + 2 + count] if not one.use]
        found, after = listed[:count], listed[count:]
        if len(found) == count and all(map(_is_line, found)) and _is_list(found, after):
            repeated.take_off(found)
            for one in found:
                one.hint = kind


#: What a sentence counts by a word of levels, before its verb: 次の3つの戦略を進めます.
_COUNTS = re.compile(
    r"(?:\d|[一二三四五六七八九])つ(?:の|を)(?P<word>[^、。]{2,24}?)(?:を|に|が|で|と(?:し|定め|位置))"
    r"(?![^。]*(?:てきま|ていま)した)[^、。]{0,24}[。:]?$"
)


def _told(text: str) -> str | None:
    """Return the kind of what the end of a paragraph announces, by any word of levels."""
    if (kind := lexicon.announces(text)) in _KINDS:
        return kind
    counts = None if kind else _COUNTS.search(narrow(text[-80:]))
    word = counts["word"] if counts else ""
    kind = level_of(word)
    return kind if kind in _LEVELS and not word.endswith("課題") else None


#: A heading that counts what it holds: 5つのまちづくり, まちづくりの6本柱.
_LAST = re.compile(r"(?:\d|[一二三四五六七八九])つの(?:基本)?(目標|方針|柱|政策)$")
_HEADED = re.compile(r"(?:\d|[一二三四五六七八九])(?:つの|本の?柱)")


def _headed(units: list[Unit], place: int) -> None:
    """Say of the titles below a heading what it calls them, where it counts as many.

    They bear no number, and all one mark or none. All have sentences or marked items below them,
    or none has; fields in brackets between are put aside.
    """
    head = units[place]
    text = narrow(head.rest or head.text)
    if len(text) > _LONGEST or head.mark == "・" or not _HEADED.search(text):
        return
    kind, count = lexicon.role_of(plain(text)) or _told_last(text), _count(text)
    if kind not in _KINDS or not count:
        return
    if _counted(units[place + 1 :], kind, count):
        return
    if _numbered(units[place + 1 :], kind, count):
        return
    titles, told, fields = _titled(units[place + 1 :], count + 1)
    found, after = titles[:count], titles[count:]
    if not all(told[: count - 1]):  # what stands behind the last is none of it
        told[count - 1 : count] = [0]
    if len({unit.text for unit in found}) < count or len(set(map(bool, told[:count]))) > 1:
        return
    tabs = [unit for unit in found if _comes_again(unit, units[place + 1 :])]
    for unit in tabs:
        unit.use = "link"
    if tabs:
        return
    more = after and bool(told[count]) == bool(told[0]) and _sounds(after[0])
    if not more and (told[0] or sum(map(_sounds, found)) >= _USUAL * count):
        for unit in found:
            unit.hint = kind
        for unit in fields if len(fields) == count else ():
            unit.use = "field"


def _told_last(text: str) -> str | None:
    """Return the kind that a heading ends with behind how many there are: …ための3つの基本方針."""
    told = _LAST.search(text)
    return None if told is None else "policy" if told[1] in ("方針", "政策") else "goal"


def _counted(units: list[Unit], kind: str, count: int) -> bool:
    """Say of titles with the numbers that a heading counts what it calls them: 1, 2, 3, no 4.

    Each has sentences below it, so that none can be an item of a list.
    """
    found: list[Unit] = []
    for unit, below in itertools.pairwise(one for one in units if not one.use):
        if unit.prose:
            continue
        code = unit.code if len(found) < count else None
        due = code is not None and not code.word and code.numbers == (len(found) + 1,)
        if not due or not below.prose or not _is_line(unit):
            break
        found.append(unit)
    if len(found) < count or len({one.code.shape for one in found if one.code}) > 1:
        return False
    for unit in found:
        unit.hint = kind
    return True


def _comes_again(title: Unit, units: list[Unit]) -> bool:
    """Tell the name of a tab, which the part that it opens bears again, with its number or more."""
    later = (unit for unit in units if unit.first > title.last)
    return any(
        unit.text.startswith(title.text) or unit.rest.startswith(title.text) for unit in later
    )


def _numbered(units: list[Unit], kind: str, count: int) -> bool:
    """Give the titles below a heading the numbers above them, all that it counts in any order.

    A short word may stand between each number and its title: 1 / 守る / 災害に強いまち.
    """
    found: list[tuple[Unit, Unit, Unit | None]] = []
    for number, first, second in itertools.zip_longest(units, units[1:], units[2:]):
        bare = number.code is not None and not number.rest and number.use in ("", "page-number")
        if not bare or first is None:
            continue
        if second is not None and _is_bare(second) and _is_word(first):
            found.append((number, second, first))
        elif _is_bare(first):
            found.append((number, first, None))
    found = found[:count]
    counted = sorted(number.code.numbers for number, _, _ in found if number.code)
    if counted != [(one + 1,) for one in range(count)]:
        return False
    for number, title, word in found:
        title.code, title.rest, title.hint, number.use = number.code, title.text, kind, "joined"
        if word:
            word.use = "catchword"
    return True


def _is_bare(unit: Unit) -> bool:
    return _is_line(unit) and not (unit.use or unit.code or unit.mark)


def _is_word(unit: Unit) -> bool:
    if unit.use not in _WORD_USES or unit.code or unit.mark or unit.cells:
        return False
    return len(unit.text) <= _SHORTEST and lexicon.role_of(plain(unit.text)) is None


def _titled(units: list[Unit], most: int) -> tuple[list[Unit], list[int], list[Unit]]:
    """Return titles of one look, how many sentences or items follow each, and fields."""
    titles: list[Unit] = []
    told: list[int] = []
    fields: list[Unit] = []
    for unit in units:
        if unit.use:
            continue
        if titles and repeated.is_field(unit):
            fields.append(unit)
        elif titles and _belongs(unit, titles[0]):
            told[-1] += 1
        elif len(titles) == most or unit.code or unit.cells or not _is_line(unit) or (
            titles and unit.mark != titles[0].mark
        ):  # fmt: skip
            break
        else:
            titles.append(unit)
            told.append(0)
    return titles, told, fields


def _belongs(unit: Unit, title: Unit) -> bool:
    """Tell a sentence below a title, or an item below one without a mark."""
    return not (unit.code or (title.mark if unit.mark else not unit.prose))


def _sounds(unit: Unit) -> bool:
    """Tell a line that ends as titles do."""
    text = (unit.rest or unit.text).rstrip("」』")
    return lexicon.TITLE_END.search(text) is not None or text.endswith(("る", "す", "う", "く"))


def _count(text: str) -> int:
    """Return how many the last sentence counts; 0 where it counts none."""
    counts = "つ" in text or "項目" in text or "本" in text
    told = counts and _COUNT.findall(narrow(text.rstrip("。").rpartition("。")[2]))
    number = told[-1] if told else ""
    count = int(number) if number.isdigit() else _KANJI.find(number) + 1 if number else 0
    return count if _FEWEST <= count <= _MOST else 0


def _is_line(unit: Unit) -> bool:
    if unit.prose or unit.contents or unit.hint or (unit.code and unit.code.word):
        return False
    text = unit.rest or unit.text
    return _SHORTEST <= len(text) <= _LONGEST and lexicon.role_of(plain(text)) is None


def _is_list(found: list[Unit], after: list[Unit]) -> bool:
    """Tell lines of one look, with which the list ends."""
    looks = {_look(unit) for unit in found}
    if len(looks) > 1 or len({unit.text for unit in found}) < len(found):
        return False
    numbers = [unit.code.numbers[-1] for unit in found if unit.code]
    if numbers and numbers != list(range(1, len(found) + 1)):
        return False
    ended = not after or after[0].prose or _look(after[0]) not in looks
    return ended or (after[0].gap > found[-1].gap and not after[0].code)


def _look(unit: Unit) -> tuple[str, ...]:
    return unit.code.family if unit.code else (unit.mark,)
