"""Lost marks (失われた番号): circled digits that became ●, ◆, 2 or a kanji; Ⅰ that became T."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from plangraph.language import tr
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import shape
from plangraph.reading.terms.no_titles import is_placeholder

#: What Ⅰ, Ⅱ, Ⅲ … become where their place in the set of characters is read as another.
_SHIFTED = "TUVWXYZ"
_LOOKALIKE = frozenset("●◆○◇■◎•")


def romans(units: list[Unit]) -> None:
    """Read the letters of 基本目標T, 基本目標U, 基本目標V as the numbers that they stand for."""
    found: dict[str, list[tuple[Unit, str]]] = defaultdict(list)
    for unit in units:
        code = unit.code
        if code and (code.word or len(unit.rest) > 1) and code.shape in ("A", "R"):
            found[code.word].append((unit, code.printed[-1:]))
    for members in found.values():
        letters = "".join(dict.fromkeys(letter for _, letter in members))
        if len(letters) < 2 or not _SHIFTED.startswith(letters):
            continue
        for unit, letter in members:
            assert unit.code is not None
            number = _SHIFTED.index(letter) + 1
            unit.code = unit.code._replace(shape="R", numbers=(number,))
            unit.repair = tr(
                "the number {number} was extracted as {letter}", number=number, letter=letter
            )


def restore(units: list[Unit]) -> None:
    """Give headings back the circled digits that their neighbours show they had.

    Only where the document does so again and again: blocks in which a bullet stands
    where ① is due and ② or a bare 2 follows.
    """
    blocks = _blocks(units)
    damaged = [block for block in blocks if _is_damaged(block)]
    if len(damaged) < 2:
        return
    words = Counter(
        unit.text[place : place + 4]
        for unit in units
        for place in range(max(0, len(unit.text) - 3))
        if unit.prose or unit.code
    )
    for block in blocks:
        _restore_block(block, words)


def _blocks(units: list[Unit]) -> list[list[Unit]]:
    blocks: list[list[Unit]] = [[]]
    for unit in units:
        if unit.use:
            continue
        wide = unit.code and (unit.code.word or len(unit.code.numbers) > 1)
        if wide or (not unit.prose and len(unit.text) < 40 and role_of(unit.text.strip())):
            blocks.append([])
        else:
            blocks[-1].append(unit)
    return [block for block in blocks if block]


_DIGIT = re.compile(r"[1-9](?=[^\x00-\x7f、。年月日])")


def _kind(unit: Unit) -> int | None:
    """0 for a bullet that may be a lost digit, the number of a (bare or circled) digit."""
    if unit.mark in _LOOKALIKE and unit.mark and not unit.code:
        return 0
    if unit.code and not unit.code.word and unit.code.shape in ("①", "N"):
        return unit.code.numbers[0]
    if not unit.code and not unit.prose and _DIGIT.match(unit.text):
        return int(unit.text[0])
    return None


def _is_damaged(block: list[Unit]) -> bool:
    kinds = [kind for kind in map(_kind, block) if kind is not None]
    return len(kinds) >= 2 and kinds[0] == 0 and kinds[1] == 2


def _restore_block(block: list[Unit], words: Counter[str]) -> None:
    due = 1
    for place, unit in enumerate(block):
        kind = _kind(unit)
        if kind == due or kind == 0:
            circled = chr(0x245F + due) if due <= 20 else str(due)
            known = kind == due
            if unit.code is None or unit.code.shape != "①" or unit.code.printed != circled:
                unit.printed = unit.printed or unit.text
                unit.repair = (
                    tr("the circled digit was extracted as {mark}", mark=(unit.text or " ")[0])
                    if known
                    else _lost(unit.mark)
                )
            if known and unit.code is None:
                unit.rest = unit.text[1:]
            unit.code = Code("", "①", (due,), circled if known else "")
            unit.hint = "mark"
            due += 1
        elif due > 1 and kind is None and _stray(unit, block, place, words):
            unit.printed, unit.mark = unit.text, unit.text[0]
            unit.repair = _lost(unit.text[0])
            unit.rest = unit.text[1:]
            unit.code = Code("", "①", (due,), "")
            unit.hint = "mark"
            due += 1


def _lost(mark: str) -> str:
    return tr("the mark was extracted as {mark} and its digit is lost", mark=mark)


def _stray(unit: Unit, block: list[Unit], place: int, words: Counter[str]) -> bool:
    """A heading whose first letter is no part of its first word, but a mark misread."""
    following = block[place + 1] if place + 1 < len(block) else None
    text = unit.text
    if unit.prose or unit.code or unit.mark or len(text) < 6 or not following:
        return False
    if not following.prose or shape(text, unit) < 0.5 or is_placeholder(text):
        return False
    return words[text[:4]] <= 1 and words[text[1:5]] >= 1
