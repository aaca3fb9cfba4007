"""Text that stands below itself: one letter a line, or a role word above its number."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from plangraph.reading.recovery.ownwords import counts_nothing
from plangraph.reading.rows import Row, Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.lexicon import PLACE, TITLE_END, role_of
from plangraph.reading.terms.numerals import LONG

#: A title that its line could not hold.
_WRAPPED = re.compile(r"(?:[、，・をにがはへとでも]|ともに|ながら)$")
_ROLE_WORDS = frozenset((*CODE_WORDS, "GOAL", "Goal"))
_NUMBER = re.compile(rf"\d{{1,2}}|{LONG.pattern}|[Ⅰ-Ⅻ]|[①-⑳]")
_OWN_WORD = re.compile(r"[A-Z][A-Za-z]{2,7}\.?|[一-龥ァ-ヶーぁ-ん]{2,5}")
#: So many sheets with such a head are no chance; a narrow cell has lines of so many letters.
_SHEETS, _NARROW = 2, 12
#: A title beside an upright word, and a row below a role word, have fewer letters.
_LONGEST_TITLE, _LONGEST_ROW = 40, 50
#: Labels within the section of a measure, and the letters of a part of one.
_LABELS = frozenset(("issues", "indicator", "plans", "roles", "action", "ideal", "mention"))
_SHORT, _KANJI = 5, re.compile(r"[一-龥ぁ-ん]+$")
#: So many numbers in a row are no chance.
_ENOUGH = 3
#: Codes of so many levels may stand above each other; a title has so many letters at most.
_LEVELS, _TITLE = 4, 40
#: So many units may stand between two numbers that count on.
_NEAR = 40


def glyphs(rows: list[Row]) -> list[Row]:
    """Put text that stands one letter a line together again."""
    if len([row for row in rows[:4000] if len(row.text.strip()) == 1]) < 12:
        return rows
    found: list[Row] = []
    start = 0
    while start < len(rows):
        end, letters = start, 0
        while end < len(rows) and len(rows[end].text.strip()) <= 1:
            letters += len(rows[end].text.strip())
            end += 1
        if letters >= 12 and (number := _number_next(rows, start, end)):
            end, letters = number, letters - 1
        if letters >= 12 and not _counted(rows[start:end]):
            line: list[str] = []
            blank = 0
            for row in rows[start:end]:
                blank = 0 if row.text.strip() else blank + 1
                line.append(row.text.strip() or (" " if blank > 1 else ""))
            found.append(Row(rows[start].number, "".join(line).strip(), rows[start].page))
            found += [Row(row.number, "", row.page) for row in rows[start + 1 : end]]
        else:
            found += rows[start : max(end, start + 1)]
        start = max(end, start + 1)
    return found


def _number_next(rows: list[Row], start: int, end: int) -> int:
    """Return where a number behind a blank row ends the letters: that of what follows; else 0."""
    last = next(at for at in range(end - 1, start, -1) if rows[at].text.strip())
    alone = rows[last].text.strip().isnumeric() and not rows[last - 1].text.strip()
    return last if alone else 0


def _counted(rows: list[Row]) -> bool:
    """Tell a column of numbers, which is no text: 1, 2, 3, 1, 2."""
    return all(row.text.strip().isnumeric() for row in rows if row.text.strip())


def labels(units: list[Unit]) -> None:
    """Put labels together that a narrow column cut: 現況と, 課題; 成果, 指標."""
    last: Unit | None = None
    for unit in units:
        parts = last is not None and unit.gap == 0 and _is_part(last) and _is_part(unit)
        if last is not None and parts and _is_label(last.text, unit.text):
            last.text += unit.text
            last.rest, last.last, unit.use = last.text, unit.last, "joined"
            last = None
            continue
        last = unit


def _is_label(first: str, rest: str) -> bool:
    """Tell the two parts of a label; a word that is one by itself only goes on after と or の."""
    if role_of(narrow(rest)) and first[-1] not in "とのな・":
        return False
    return role_of(narrow(first + rest)) in _LABELS


def _is_part(unit: Unit) -> bool:
    taken = unit.code or unit.mark or unit.prose or unit.use or unit.cells or unit.contents
    return not taken and 2 <= len(unit.text) <= _SHORT and _KANJI.match(unit.text) is not None


def titles(units: list[Unit]) -> None:
    """Give codes that stand apart from their titles to them in order.

    基本目標1, 基本目標2, then two titles: where a stretch without other codes holds the
    codes 1 to n of one role word and n titles, the first title belongs to the first code.
    """
    if not any(unit.code and unit.code.word and not unit.rest for unit in units):
        return
    start = 0
    while start < len(units):
        block: list[Unit] = []
        word = ""
        for unit in itertools.islice(units, start, None):
            code = unit.code
            if unit.use or (code is None and (unit.prose or unit.mark or len(unit.text) > 50)):
                break
            if code is not None and (code.shape != "N" or not code.word or (
                word and code.word != word)):  # fmt: skip
                break
            word = word or (code.word if code else "")
            block.append(unit)
        _pair(block)
        start += max(1, len(block))


def _pair(block: list[Unit]) -> None:
    first = next((place for place, unit in enumerate(block) if unit.code), None)
    if first is None:
        return
    block = block[first:]
    lines: list[list[Unit]] = []
    before: Unit | None = None
    for unit in block:
        above, before = before, unit
        if unit.code and not unit.rest:
            continue
        wrapped = lines and above is lines[-1][-1] and _WRAPPED.search(above.rest or above.text)
        if wrapped and not unit.code and not lines[-1][0].contents:
            lines[-1].append(unit)
        else:
            lines.append([unit])
    codes = sorted((unit.code for unit in block if unit.code), key=lambda code: code.numbers)
    numbers = [code.numbers[0] for code in codes]
    bare = [unit for unit in block if unit.code and not unit.rest]
    if not bare or len(codes) < 2 or numbers != list(range(1, len(codes) + 1)):
        return
    if len(lines) != len(codes) or any(role_of(narrow(one.rest or one.text)) for one, *_ in lines):
        return
    if len(bare) == 1 and lines[0][0].code is None and lines[0][0] is block[1]:
        return
    for (unit, *below), code in zip(lines, codes, strict=True):
        for one in below:
            unit.text += one.text
            unit.rest = (unit.rest or "") + one.text
            unit.last, one.use = one.last, "joined"
        unit.code, unit.rest = code, unit.rest or unit.text
    for unit in bare:
        unit.use = "joined"


def below(units: list[Unit]) -> None:
    """Give numbers that stand below their titles to them: 安心のまち / 基本目標1 / ….

    Each number has a title right above it, and the last of them none below.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for place, unit in enumerate(units):
        if unit.code and unit.code.word and unit.code.shape != "N-N" and _is_bare(unit):
            found.setdefault(unit.code.family, []).append(place)
    for places in found.values():
        numbers = [code.numbers for place in places if (code := units[place].code)]
        last = units[places[-1] + 1] if places[-1] + 1 < len(units) else None
        counted = [(count + 1,) for count in range(len(places))]
        if len(places) < _ENOUGH or sorted(numbers) != counted:  # boxes stand in any order
            continue
        if last is not None and not last.gap and _heads(last):
            continue
        if places[0] and all(_heads(units[at - 1]) and not units[at].gap for at in places):
            for place in places:
                title, number = units[place - 1], units[place]
                title.code, title.rest, number.use = number.code, title.text, "joined"


def _heads(unit: Unit) -> bool:
    return _is_named(unit) and unit.text[0] not in "（(" and not role_of(narrow(unit.text))


def nested(units: list[Unit]) -> None:
    """Give codes of different levels, one below the other, to the titles below them in order.

    第2章, 第1節, 1, then as many titles and no more: the first title belongs to the first code.
    """
    end, formed = 0, False
    for place in [place for place, unit in enumerate(units[:-3]) if _is_bare(unit)]:
        if place < end:
            continue
        end = place
        while end < len(units) and _is_bare(units[end]):
            end += 1
        count = end - place
        if count < 2:
            continue
        codes = [code for unit in units[place:end] if (code := unit.code)]
        lines = units[end : end + count]
        after = units[end + count : end + count + 1]
        whole = len(lines) == count and all(map(_is_named, lines))
        if (
            count <= _LEVELS
            and len({code.family for code in codes}) == count
            and _are_levels(codes)
            and all(code.word or code.shape != "N" for code in codes[:-1])  # a page
            and codes[-1].numbers[-1] == 1
            and whole
            and not any(role_of(narrow(one.text)) for one in lines[:-1])
            and not (after and _is_named(after[0]))
        ):
            for title, code in zip(lines, codes, strict=True):
                title.code, title.rest = code, title.text
            for unit in units[place:end]:
                unit.use = "joined"
            _go_on(units, end + count, codes[-1])
            formed = True
    for unit, title in itertools.pairwise(units) if formed else ():
        code = unit.code
        if code is not None and code.shape in ("(N)", "①") and _is_bare(unit) and _is_named(title):
            title.code, title.rest, unit.use = code, title.text, "joined"


def _are_levels(codes: list[Code]) -> bool:
    """Tell codes with a word, or of dresses that no page has: 第2章 / 1, (1) / ①."""
    told = any(code.word or code.shape[0] == "第" for code in codes)
    return told or all(code.shape in ("(N)", "①") for code in codes)


def _go_on(units: list[Unit], place: int, last: Code) -> None:
    """Give numbers on lines of their own that count on from a code to the titles below them."""
    near = place
    while place + 1 < len(units) and place - near <= _NEAR:
        unit, title = units[place : place + 2]
        code = unit.code
        if code is not None and code.family == last.family and _is_bare(unit):
            if code.numbers[-1] != last.numbers[-1] + 1 or not _is_named(title):
                return
            title.code, title.rest, unit.use = code, title.text, "joined"
            last, near = code, place
        elif code is not None and code.shape[0] == "第":
            return
        place += 1


def _is_bare(unit: Unit) -> bool:
    return unit.code is not None and not unit.rest and unit.use in ("", "page-number")


def _is_named(unit: Unit) -> bool:
    plain = not (unit.use or unit.code or unit.prose or unit.mark or unit.contents or unit.cells)
    return plain and 2 <= len(unit.text) <= _TITLE and not unit.text.isascii()


def upright(rows: list[Row]) -> list[Row]:
    """Put a role word that stands upright beside its number and title together: 施, 策, 11, ….

    The title stood in a narrow cell: a short line that goes on with it is part of it.
    """
    texts = [row.text.strip() for row in rows]
    found = [place for place in range(len(rows) - 3)
             if len(texts[place]) == 1 and _is_upright(texts, place)]  # fmt: skip
    if len(found) < _SHEETS:
        return rows
    rows = list(rows)
    for place in found:
        word = _upright(texts, place)
        number = place + len(word)
        title, end = texts[number + 1], number + 2
        following = texts[end] if end < len(rows) else ""
        if following and len(following) <= _NARROW and _goes_on(title, following):
            title, end = title + following, end + 1
        rows[place] = replace(rows[place], text=f"{word}{texts[number]} {title}")
        for other in range(place + 1, end):
            rows[other] = Row(rows[other].number, "", rows[other].page)
    return rows


def _upright(texts: list[str], place: int) -> str:
    """Return the role word whose letters stand one a row; nothing where none does."""
    for length in (2, 4):
        word = "".join(texts[place : place + length])
        if word in _ROLE_WORDS and all(len(one) == 1 for one in texts[place : place + length]):
            return word
    return ""


def _is_upright(texts: list[str], place: int) -> bool:
    if not (word := _upright(texts, place)):
        return False
    below = place + len(word)
    number, title = [*texts[below : below + 2], "", ""][:2]
    return bool(_NUMBER.fullmatch(narrow(number))) and 3 <= len(title) < _LONGEST_TITLE


def _goes_on(title: str, following: str) -> bool:
    """Tell the second line of a title in a narrow cell."""
    if len(title) > _NARROW + 2 or not TITLE_END.search(following) or role_of(narrow(following)):
        return False
    return not re.search(r"[\s　《【■◆●：:]", following)


def _is_alone(texts: list[str]) -> bool:
    """Tell one number below its word and above what a place will be, no first one of a list."""
    if LONG.fullmatch(texts[1]):
        return True
    title = re.sub(r"[【（(][^【（(]{2,14}[】）)]$", "", texts[2])
    return PLACE.search(title) is not None and not any(map(_NUMBER.fullmatch, texts[3:4]))


def _own_words(texts: list[str]) -> list[int]:
    """Return where a word that this document alone counts by stands above 1, 2, 3: POINT."""
    found: dict[str, list[int]] = {}
    for at, (word, number) in enumerate(itertools.pairwise(texts[:-1])):
        if number.isdecimal() and len(number) < 3 and _OWN_WORD.fullmatch(word):
            found.setdefault(word, []).append(at)
    for word, places in found.items():
        counts = [int(texts[at + 1]) for at in places]
        if len(counts) >= _ENOUGH and counts == list(range(1, len(counts) + 1)):
            return [] if counts_nothing(word) else places
    return []


def words(rows: list[Row]) -> list[Row]:
    """Put a role word and its number together where they stand on lines of their own."""
    if _ROLE_WORDS.isdisjoint([row.text.strip() for row in rows]):
        return rows
    filled = [(place, text) for place, row in enumerate(rows) if (text := row.text.strip())]
    texts = [text if len(text) < _LONGEST_ROW else "" for _, text in filled]
    found = [
        at for at in range(len(texts) - 2)
        if texts[at] in _ROLE_WORDS
        and _NUMBER.fullmatch(narrow(texts[at + 1]))
        and len(texts[at + 2]) > 1
    ]  # fmt: skip
    if len(found) < _ENOUGH:
        found = [at for at in found if _is_alone([narrow(one) for one in texts[at : at + 4]])]
    found = found or _own_words(texts)
    rows = list(rows)
    for at in found:
        (place, word), (below, number) = filled[at], filled[at + 1]
        rows[place] = replace(rows[place], text=word + number)
        rows[below] = Row(rows[below].number, "", rows[below].page)
    return rows
