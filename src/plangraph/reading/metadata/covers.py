"""Names of plans over several lines of a cover: number, place, sort, part, years."""

from __future__ import annotations

import re
from itertools import pairwise

from plangraph.fiscal import fold
from plangraph.reading.metadata.headlines import (
    BARE,
    FULL,
    GOVERNMENT,
    PLACE,
    SPAN,
    TITLE,
    YEARS_FIRST,
    clean,
    is_ended,
    is_latin,
    undated,
)
from plangraph.reading.numbering import ordinals
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import CONTENTS

#: So many lines may be those of a cover, and so many of its first hold the half of the plan.
LINES, _FIRST = 12, 8
#: The part of a plan as a heading: 第3部 後期基本計画.
_PART = re.compile(
    r"(?P<number>第\s?[\d一二三四五六七八九十]+\s?[部編章]\s*)?(?:まちづくりの)?"
    r"(?P<part>(?P<half>前期|中期|後期)?基本(?:計画|構想))"
)
#: … but no line of a table of years: 前期基本計画 令和7年度～令和11年度.
_DATED = re.compile(r"年|20\d\d|[RH]\d")
_DIVISIONS = frozenset(("第N部", "第N編", "第N章"))
#: … and as the second line of a cover.
_HALF = re.compile(
    rf"(?P<half>(?:前期|中期|後期|{ordinals.PATTERN})(?:基本|実施)計画)"
    r"|[【\[〔<〈](?P<framed>(?:前期|中期|後期)?(?:基本計画|実施計画|基本構想))[】\]〕>〉]"
)
_WHOLE = re.compile(r"(?:総合(?:振興|発展)?|長期|まちづくり|(?:^|[市町村次期])(?:振興|発展))計画$")
#: The first line of a name that goes on below: 第2次花森市, 花森市高齢者福祉計画・.
_BEGUN = re.compile(rf"(?:{FULL.pattern})(?:\S{{0,20}}[・と])?")
#: A plan by its sort, and a government on a line of its own above it or below.
_SORT = re.compile(
    r"(?!Our |The |A )(?:[A-Z][\w&-]+ (?:(?:and|for|of) )?){1,5}"
    r"(?:Plan|Strategy|Program(?:me)?)(?: at a glance)?",
    re.I,
)
#: The head of a magazine, which is no part of a name below it.
_ISSUE = re.compile(
    r"広報|だより|特集|[月第]\S{0,4}号|\d\.\d|[Nn]o\.\s?\d|^Skip to|^Menu|^Your |^Search"
)


def composed(units: list[Unit], place: int, text: str) -> str:
    """Return a name with the lines around that hold the rest of it; nothing where none do."""
    if place >= LINES:
        return ""
    if is_latin(text):
        return _english(units, place, text)
    name = clean(text)
    if FULL.match(name) and not name.startswith("まちづくり"):
        return ""
    if begun := _begun(units, place):
        return begun + name
    if BARE.fullmatch(undated(name)) and (above := _above(units, place)):
        return above + name
    return ""


def _begun(units: list[Unit], place: int) -> str:
    """Return the line above with number and place, and the number or place above that."""
    lines: list[str] = []
    for unit in reversed(units[max(0, place - 2) : place]):
        text = clean(unit.text)
        if unit.prose or unit.contents or not _BEGUN.fullmatch(text):
            break
        lines.insert(0, text)
    return re.sub(r"\s", "", "".join(lines))


def _english(units: list[Unit], place: int, text: str) -> str:
    """Return government, sort and years from lines of their own: Town of Alder / Master Plan."""
    line = text.strip()
    years = units[place + 1].text.strip() if place + 1 < len(units) else ""
    dated = f" {years}" if re.fullmatch(SPAN, years) and not re.search(r"\d{2}", line) else ""
    bare = undated(line)
    if GOVERNMENT.match(line) and not BARE.fullmatch(bare):
        return line + dated if dated and is_ended(line) else ""
    if _SORT.fullmatch(bare):
        for unit in (units[place - 1] if place else None, *units[place + 1 : place + 3]):
            if unit and GOVERNMENT.fullmatch(unit.text.strip()):
                return f"{unit.text.strip()} {_years_last(line)}{dated}"
    if BARE.fullmatch(bare) and (above := _above(units, place)):
        dated = "" if re.search(r"\d{2}", above) else dated
        return f"{above} {YEARS_FIRST.sub('', line)}{dated}"
    return line + dated if dated and _SORT.fullmatch(bare) else ""


def _years_last(line: str) -> str:
    """Write 2026-2030 Strategic Plan as Strategic Plan 2026-2030."""
    years = YEARS_FIRST.match(line)
    return f"{line[years.end() :]} {years[0].strip()}" if years else line


def _above(units: list[Unit], place: int) -> str:
    """Return the lines of a cover that stand above a bare 総合計画 or Strategic Plan."""
    lines: list[str] = []
    latin = is_latin(units[place].text)
    for unit in reversed(units[max(0, place - 2) : place]):
        text = unit.text.strip()
        if unit.prose or unit.use or len(text) > 30 or re.search(r"\d{4}\s*年", text):
            break
        if unit.contents or unit.code or CONTENTS.search(text) or _ISSUE.search(text):
            break
        if is_latin(text) != latin or TITLE.search(text):
            break
        lines.insert(0, text)
    return (" " if latin else "").join(lines)


def in_full(units: list[Unit], title: str, reach: int) -> str:
    """Return a title with the number, place and part that the document gives it elsewhere."""
    return _with_part(units, _everywhere(units[:reach], _on_cover(units, title)))


def _on_cover(units: list[Unit], title: str) -> str:
    """Return a title as the cover prints it with its number, of which heads of pages have less."""
    if re.match(ordinals.PATTERN, fold(title)):
        return title
    numbered = re.compile(rf"{ordinals.PATTERN}{re.escape(fold(title))}")
    lines = [clean(unit.text) for unit in units[:_FIRST] if not unit.prose and not unit.contents]
    found = {line for line in lines if numbered.match(fold(line)) and is_ended(narrow(line))}
    return found.pop() if len(found) == 1 else title


def _everywhere(units: list[Unit], title: str) -> str:
    """Return a title with its number and place, where the document always prints them alike."""
    before = re.compile(
        rf"({ordinals.PATTERN})?({PLACE})?({ordinals.PATTERN})?{re.escape(fold(title))}(?!の?期間)"
    )
    if re.match(rf"{ordinals.PATTERN}|{PLACE}", fold(title)) or not re.search("[一-龥]", title):
        return title
    heads: set[str] = set()
    for unit in units:
        text = fold(unit.text)
        heads |= {found[0] for found in before.finditer(text)} - {fold(title)}
    return heads.pop() if len(heads) == 1 else title


def _with_part(units: list[Unit], title: str) -> str:
    """Add the part of the plan that the document is, where its headings name one alone.

    Halves of a plan are printed by themselves, whatever their number; other parts that others
    came before are those of a book.
    """
    if not _WHOLE.search(title):
        return title
    for unit, below in pairwise(units[:_FIRST]):
        line, part = clean(unit.text), _HALF.fullmatch(narrow(clean(below.text)))
        if part and line and fold(title).endswith(fold(line)) and not below.contents:
            return f"{title} {part['half'] or part['framed']}"
    parts: set[str] = set()
    before: set[str] = set()
    for unit in units:
        if len(unit.text) >= 24 or not (unit.code or "基本" in unit.text):
            continue
        found = None if _DATED.search(unit.text) else _PART.fullmatch(narrow(clean(unit.text)))
        code = unit.code if found and found["number"] else None
        later = found and not found["half"] and code and code.numbers[-1] > 1
        if later or (code and code.shape in before):
            return title  # a book that has other parts before this one
        parts |= {found["part"]} if found else set()
        before |= {unit.code.shape} if unit.code and unit.code.shape in _DIVISIONS else set()
    return f"{title} {parts.pop()}" if len(parts) == 1 else title
