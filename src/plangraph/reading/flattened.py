"""Indicator tables that text extraction flattened: heads and cells in a stream of words.

The head may stand on one line, on several, or within a line with the first row. What
follows it is cut into titles and values (``items``) and read by ``alignment``.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.reading.alignment import Item, align, is_measured
from plangraph.reading.codes import MARKS, narrow, parse
from plangraph.reading.lexicon import TITLE_END
from plangraph.reading.quantities import (
    ASIDE_ONLY,
    CELL,
    QUALIFIED,
    UNIT_ONLY,
    YEAR,
    is_aside,
    unit_of,
    year_in,
)
from plangraph.reading.rows import Unit
from plangraph.reading.stated import Found
from plangraph.reading.tableheads import Head, another, begins, find, kind_of, tokens_of
from plangraph.values import Quantity

#: A table ends where so many letters follow each other without a value.
_LONGEST_GAP = 170
#: A title that goes on on the next line has so many letters.
_WRAPPED = 12
#: A unit that no list names has so many letters.
_LONGEST_UNIT = 4
#: A year without its era: (24年度).
_YEAR_ONLY = re.compile(r"\(\d{1,2}年度?末?\)")
#: A note on a value: 30%程度(注2).
_NOTED = re.compile(r"[(（](?:注|※)\d{0,2}[)）]$")
#: A title that ends within a phrase, and what may end it.
_DANGLING = re.compile(r"[のるをにがはともでいてっした、・]$")
_REST = re.compile(r"[ぁ-ん]|.{0,4}(?:[数率額量度]|割合)$")
_ARROWS = ("→", "⇒", "➡", "➔", "->", "▶")
#: What stands in the last columns of a row.
_TAIL = re.compile(r"(?:統計|調査|アンケート|資料|年報|課|室|係|局|調べ|[増減]を目指す)$")


def read(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of a flattened table whose head begins at ``place``, what follows."""
    head = find(units, place)
    if head is None:
        return [], place
    items, after = _items(units, head)
    width = len(head.columns)
    if head.united:
        _take_units(items)
    items = _split(items, width)
    found: list[Found] = []
    above = ""
    used: set[int] = set()
    for title, values in align(items, width):
        if title and not used & {title - 1, title} and not items[title - 1].value:
            above = items[title - 1].text if is_measured(items[title - 1].text) else ""
        used |= {title, *values}
        named = items[title].text
        if above and not is_measured(named):
            named = f"{above} {named}"
        texts = [items[one].text for one in values]
        places = [items[one].place for one in (title, *values)]
        found.append(_found(named, items[title].unit, texts, head, units, places))
    if not found or (len(found) == 1 and not head.titled):
        return [], place
    last = max(items[one].place for one in used)
    return found, min(after, last + 1)


def _items(units: list[Unit], head: Head) -> tuple[list[Item], int]:
    """Cut what follows a head into titles and values, up to where the table ends."""
    items: list[Item] = []
    gap = 0
    dropped = False
    place = head.place
    while place < len(units):
        unit = units[place]
        tokens = tokens_of(unit.text[head.letters :] if place == head.place else unit.text)
        if unit.use in ("table", "joined", "garbled") or (place > head.place and begins(unit)):
            break
        lone = narrow(unit.text).strip()
        if unit.use == "rule" and not (CELL.fullmatch(lone) or UNIT_ONLY.fullmatch(lone)):
            place += 1
            continue
        if place > head.place and tokens and another(units, place):
            break
        heads = [kind_of(token) for token in tokens if not is_aside(token)]
        dropped = bool(tokens) and all(heads) and bool(heads or dropped)
        if dropped:
            place += 1
            continue
        new = _cut(tokens, place)
        if any(item.value for item in new):
            gap = 0
        else:
            gap += len(unit.text)
        if gap > _LONGEST_GAP:
            break
        for item in new:
            _add(items, item)
        place += 1
    return _untailed(_wrapped(_unnumbered(_measured(items)))), place


def _take_units(items: list[Item]) -> None:
    """Take the last word of a title for its unit: 繁殖和牛頭数(累計) 頭."""
    for item in items:
        name = "".join(item.words[:-1])
        if len(item.words) > 1 and not item.unit and len(item.words[-1]) <= _LONGEST_UNIT and (
            is_measured(name) and len(_pieces(list(item.words[:-1]))) == 1
        ):  # fmt: skip
            item.unit, item.words = item.words[-1], item.words[:-1]
            item.text, item.coded = _title(list(item.words))


def _wrapped(items: list[Item]) -> list[Item]:
    """Put what a cell had no room for back before the values that stand within its title.

    食に気を付けている人の 51.3% 55% 割合: the title goes on behind its values.
    """
    found: list[Item] = []
    last: Item | None = None
    for item in items:
        words = item.words
        if last is not None and not item.value and found[-1].value and _goes_on(last, words[:1]):
            last.text += words[0]
            item = Item("", item.place, words=words[1:])
            item.text, item.coded = _title(list(words[1:]))
            if not item.text:
                continue
        found.append(item)
        last = last if item.value else item
    return found


def _goes_on(title: Item, words: tuple[str, ...]) -> bool:
    """Tell that a title ends within a phrase, which a word ends."""
    text = narrow(title.text)
    opened = text.count("(") > text.count(")")
    if not words or is_measured(text) or not (opened or _DANGLING.search(text)):
        return False
    rest = narrow(words[0])
    if opened:
        return ")" in rest and "(" not in rest.split(")")[0]
    return len(rest) <= 16 and is_measured(text + rest) and bool(_REST.match(rest))


def _measured(items: list[Item]) -> list[Item]:
    """Give units that stand on their own to the titles before them, in order."""
    found: list[Item] = []
    units: list[str] = []
    for item in [*items, Item("", 0, value=True)]:
        if not item.value and UNIT_ONLY.fullmatch(narrow(item.text)):
            units.append(item.text)
            continue
        titles = [one for one in found[-len(units) :] if not one.value] if units else []
        if len(titles) == len(units):
            for title, unit in zip(titles, units, strict=True):
                title.unit = title.unit or unit
        units = []
        found.append(item)
    return found[:-1]


def _unnumbered(items: list[Item]) -> list[Item]:
    """Leave out running numbers before titles: … 企画課 2 健診の受診率 45% 60% …"""
    chain: list[int] = []
    for place, (item, after) in enumerate(itertools.pairwise(items)):
        if not item.value or after.value or not re.fullmatch(r"\d{1,2}", item.text):
            continue
        if not chain or int(item.text) == int(items[chain[-1]].text) + 1:
            chain.append(place)
        elif len(chain) == 1:
            chain = [place]
    return [item for place, item in enumerate(items) if len(chain) < 2 or place not in chain]


def _split(items: list[Item], width: int) -> list[Item]:
    """Cut titles that stand one after the other before the values of all of them."""
    found: list[Item] = []
    for value, run in itertools.groupby(items, key=lambda item: item.value):
        group = list(run)
        start = len(found)
        while value and start and not found[start - 1].value and len(found) - start < 4:
            start -= 1
        rows, titles = len(group) // width, found[start:]
        if value and rows > len(titles) > 0 and rows * width == len(group):
            pieces = _pieces([word for one in titles for word in one.words])
            if len(pieces) == rows:
                found[start:] = [
                    Item(_title(piece)[0], titles[0].place, words=tuple(piece)) for piece in pieces
                ]
        found += group
    return found


def _untailed(items: list[Item]) -> list[Item]:
    """Cut from a title what ends the row before it: its source or department."""
    leading = Counter(item.words[0] for item in items if len(item.words) > 1)
    for before, item in itertools.pairwise(items):
        words = item.words
        while before.value and len(words) > 1 and len(words[0]) <= 12 and (
            leading[words[0]] > 1 or _TAIL.search(words[0]) or len(words[0]) == 1
        ):  # fmt: skip
            words = words[1:]
        if words != item.words:
            item.text, item.coded = _title(list(words))
    return items


def _add(items: list[Item], item: Item) -> None:
    """Add an item; what stands in brackets below a value goes to it: 13% over (令和8年)."""
    if items and items[-1].value and (aside := _aside(item.text)):
        if not ASIDE_ONLY.search(narrow(items[-1].text)):
            items[-1].text += aside
        return
    above = items[-1] if items else None
    if above and not (item.coded or item.value or above.value) and (
        (above.coded or _cut_within(above.text, item.text))
        and item.place == above.place + 1 and not is_measured(above.text)
        and len(above.text) >= _WRAPPED and is_measured(item.text)
    ):  # fmt: skip
        above.text += item.text
        above.unit = item.unit
        return
    items.append(item)


#: Kana that go on a word or phrase, and hardly begin a name.
_TAIL_KANA = re.compile("[りきけせてねべめれっんをがのとにはでする]")


def _cut_within(text: str, rest: str) -> bool:
    """Tell that a line ends within a phrase that the next goes on: …に取 / り組む組織数."""
    inside = re.search(r"[一-龥]$", text) and _TAIL_KANA.match(rest)
    return bool(inside) and not TITLE_END.search(text)


def _aside(text: str) -> str:
    """Return what an item says of the value above it: (令和8年), or a year on a line of its own."""
    folded = narrow(text)
    if ASIDE_ONLY.fullmatch(folded):
        return text
    return f"({text})" if YEAR.fullmatch(folded) and "年" in folded else ""


def _cut(tokens: list[str], place: int) -> list[Item]:
    """Cut the words of a unit into titles and values."""
    found: list[Item] = []
    words: list[str] = []

    def close() -> None:
        measures: list[str] = []
        while len(words) > 1 and UNIT_ONLY.fullmatch(narrow(words[-1])):
            measures.insert(0, words.pop())
        pieces = _pieces(words) if len(measures) > 1 else [words]
        if len(pieces) != len(measures):
            pieces, measures = [words], measures[-1:] or [""]
        for piece, measure in zip(pieces, measures, strict=True):
            title, coded = _title(piece)
            if title:
                found.append(Item(title, place, False, measure, coded, tuple(piece)))
        words.clear()

    number = 0
    while number < len(tokens):
        if tokens[number] in _ARROWS:
            number += 1
            continue
        opened = sum(word.count("(") + word.count("（") for word in words) > sum(
            word.count(")") + word.count("）") for word in words
        )
        taken = 0 if opened else _value_at(tokens, number)
        if taken:
            close()
            found.append(Item("".join(tokens[number : number + taken]), place, value=True))
            number += taken
            continue
        if not words and found and found[-1].value and is_aside(tokens[number]):
            found[-1].text += tokens[number]
        else:
            words.append(tokens[number])
        number += 1
    close()
    return found


def _value_at(tokens: list[str], number: int) -> int:
    """Return how many words from ``number`` on are one value; 0 where none begins there."""
    for taken in (3, 2, 1):
        words = tokens[number : number + taken]
        if len(words) < taken or any(re.match(r"[\d△▲]", narrow(word)) for word in words[1:]):
            continue
        if taken > 1 and not re.match(r"[△▲\-−+±約]?\d", narrow(words[0])):
            continue
        if taken > 1 and not (is_aside(words[-1]) or UNIT_ONLY.match(narrow(words[-1]))):
            continue
        text = _NOTED.sub("", narrow("".join(words)))
        if aside := QUALIFIED.match(text):
            text = aside["value"]
        if CELL.fullmatch(text) and not (YEAR.fullmatch(text) and re.search("年", text)):
            return taken
    return 0


def _pieces(words: list[str]) -> list[list[str]]:
    """Cut words after each that ends like the name of an indicator."""
    found: list[list[str]] = [[]]
    for word in words:
        found[-1].append(word)
        if is_measured(word):
            found.append([])
    return [piece for piece in found if piece]


def _title(words: list[str]) -> tuple[str, bool]:
    """Put a title together without heads of columns, marks and codes; tell if it had these."""
    words = list(words)
    while words and (kind_of(words[0]) and len(words) > 1 and len(words[0]) < 14):
        del words[0]
    coded = False
    while len(words) > 1 and _of_measure(words[0]) and is_measured("".join(words[1:])):
        del words[0]
    if len(words) > 1 and (code := parse(narrow(words[0])))[1] and code[2] >= len(words[0]):
        coded = True
        del words[0]
    text = ""
    for word in words:
        latin = text[-1:].isascii() and word[:1].isascii() and text[-1:].isalnum()
        text += f" {word}" if text and latin else word
    mark, code_, end = parse(narrow(text))
    if code_ and not code_.word and text[end:].strip():
        coded, text = True, text[end:]
    marks = f" 　:：・{''.join(MARKS)}"
    known = len(text) > 1 or UNIT_ONLY.fullmatch(narrow(text))
    return (text.strip(marks) if known else ""), coded or bool(mark)


def _of_measure(word: str) -> bool:
    """Tell the title of a measure in the column before the names: 1力強い産地づくり."""
    _, code, end = parse(narrow(word))
    rest = narrow(word)[end:].strip()
    return code is not None and len(rest) > 5 and bool(TITLE_END.search(rest)) and (
        not is_measured(rest)
    )  # fmt: skip


def _found(
    title: str, measure: str, values: list[str], head: Head, units: list[Unit], places: list[int]
) -> Found:
    first, last = min(places), max(places)
    found = Found(title, units[first].first, units[last].last, first, unit=measure or None)
    for text, (kind, year) in zip(values, head.columns, strict=True):
        if aside := QUALIFIED.match(narrow(text)):
            year = year_in(aside["aside"]) or year
            if year_in(aside["aside"]) or _YEAR_ONLY.fullmatch(aside["aside"].strip()):
                text = text[: aside.end("value")]
        quantity = Quantity.parse(_NOTED.sub("", text.strip()))
        if kind == "baseline":
            found.baseline, found.baseline_year = quantity, year
        elif kind == "target":
            found.target, found.target_year = quantity, year
    found.unit = found.unit or unit_of(found.target) or unit_of(found.baseline)
    return found
