"""Statements that a box broke: the lines right below 目指す姿 or 将来像 that are one sentence.

    目指す姿
    誰もが住み慣れた地域で、いきいき
    と暮らし続けることができています

A box is narrower than the page, and no full stop need end what stands in it. Lines that fill its
width, of which the last alone ends as a statement does, were one line.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.boxed import put_together
from plangraph.reading.recovery.layout import width_of
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ATTRIBUTE, MEANT, OPEN, ends_usually, plain

#: What labels of statements end with; so long is one, with its dress.
_ENDS, _LABEL = frozenset("姿像念態た】》〉＞>〕)）]』」:："), 24
#: A statement has so many lines at most, and so many letters; a slogan fewer.
_LINES, _STATE, _SLOGAN = 5, 140, 48
#: What has more letters is a paragraph.
_PARAGRAPH = 90
#: A sentence above a statement has so many lines at most.
_SENTENCE = 6
#: Lines that fill a box are as wide as the widest (half letters), for no letter had room.
_ROOM = 3
#: A box that breaks a slogan is wider than this.
_NARROWEST = 8
#: How a statement ends, and what goes on only in a line of its own.
_STATED = re.compile(r"(?:ます|[てで]いる|[てで]ある|[てで]いく|られる|できる)。?$|。$")
#: Kana on both sides of the end of a line, the first no particle: かがや / く.
_WITHIN = re.compile(r"[ぁ-ん](?<![がをにでとへはのも])\n[ぁ-ん]")
#: The name of the place, below what it wants to be.
_NAME = re.compile(r"\S{1,6}[市町村区]")


def join(units: list[Unit]) -> list[Unit]:
    """Return the units, the lines of each statement as one."""
    taken: dict[int, int] = {}
    labels = [
        (place, unit) for place, unit in enumerate(units)
        if len(unit.text) <= _LABEL and unit.text[-1] in _ENDS
    ]  # fmt: skip
    for place, unit in labels:
        role = _role(unit)
        if role is None:
            continue
        start = _behind_sentence(units, place + 1)
        lines = _lines(units, start)
        told = _is_state(lines) if role == "ideal" else _is_slogan(lines)
        if told:
            taken[start] = len(lines)
    for start, count in taken.items():
        first = units[start]
        put_together(units[start : start + count])
        first.prose = "。" in first.text or len(first.text) > _PARAGRAPH
    gone = {start + below for start, count in taken.items() for below in range(1, count)}
    return [unit for place, unit in enumerate(units) if place not in gone] if gone else units


def _role(unit: Unit) -> str | None:
    if unit.prose or unit.cells or unit.contents:
        return None
    role = role_of(plain(unit.rest or unit.text))
    return role if role in ("ideal", "vision", "philosophy") else None


def _behind_sentence(units: list[Unit], start: int) -> int:
    """Return where lines begin right behind a paragraph that leads to them."""
    for place in range(start, min(start + _SENTENCE, len(units) - 1)):
        unit, below = units[place], units[place + 1]
        if unit.code or unit.mark or below.gap:
            break
        if unit.text[-1] == "。" and _is_line(below):
            return place + 1
    return start


def _lines(units: list[Unit], start: int) -> list[Unit]:
    """Return the lines of one box; none where more stand there than a statement has."""
    rest = itertools.islice(units, start, start + _LINES + 1)
    found: list[Unit] = []
    for unit in rest:
        if not _is_line(unit) or (found and (unit.gap or unit.size != found[0].size)):
            break
        found.append(unit)
        if unit.text[-1] == "。":
            break
    ended = not found or found[-1].text[-1] == "。" or _is_other(units, start + len(found))
    return found if ended and 1 < len(found) <= _LINES else []


def _is_other(units: list[Unit], place: int) -> bool:
    """Tell that what follows is no line of the same box."""
    if place >= len(units):
        return True
    unit = units[place]
    return bool(unit.gap or unit.code or unit.mark or unit.level or role_of(plain(unit.text)))


def _is_line(unit: Unit) -> bool:
    taken = unit.use or unit.mark or unit.code or unit.cells or unit.contents or unit.level
    if taken or unit.text.isascii() or "。" in unit.text[:-1]:
        return False
    return role_of(plain(unit.text)) is None and not MEANT.match(unit.text)


def _is_state(lines: list[Unit]) -> bool:
    """Tell one sentence: its last line alone ends as a statement, and the others fill the box."""
    texts = [unit.text for unit in lines]
    if not texts or len("".join(texts)) > _STATE or not _STATED.search("".join(texts)):
        return False
    if any(_STATED.search(text) for text in texts[:-1]):
        return False
    return _fill(texts) or all(OPEN.search(text) for text in texts[:-1])


def _is_slogan(lines: list[Unit]) -> bool:
    """Tell lines of a slogan that fill a box, one of them broken within a word."""
    texts = [unit.text for unit in lines]
    if len(texts) > 2 and _NAME.fullmatch(texts[-1].strip()):
        texts.pop()
    if len(texts) < 2 or len("".join(texts)) > _SLOGAN or not ends_usually(narrow(texts[-1])):
        return False
    if any(ends_usually(text) or ATTRIBUTE.fullmatch(narrow(text)) for text in texts[:-1]):
        return False
    cut = _WITHIN.search("\n".join(texts))
    wide = max(map(width_of, texts)) > _NARROWEST
    return wide and _fill(texts) and bool(cut or len(lines) > 2)


def _fill(texts: list[str]) -> bool:
    widths = [width_of(text.strip()) for text in texts]
    return all(width >= max(widths) - _ROOM for width in widths[:-1])
