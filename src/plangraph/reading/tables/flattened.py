"""Indicator tables that text extraction flattened: heads and cells in a stream of words.

The head may stand on one line, on several, or within a line with the first row. What
follows it is cut into words and values (atoms), which ``alignment`` reads as rows.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables import bysex, leadyears, lined, ordered, pages
from plangraph.reading.tables.alignment import Row, align
from plangraph.reading.tables.atoms import (
    NOTED,
    cut,
    know_units,
    unnumbered,
    untrended,
    value_at,
    without_numbers,
    without_offices,
)
from plangraph.reading.tables.evidence import Atom, is_measured, joined, naming, weights
from plangraph.reading.tables.headwords import are_years, is_head, kind_of
from plangraph.reading.tables.rownames import label, name_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.tables.tableheads import (
    Head,
    again,
    begins,
    ends_row,
    find,
    speaks_of_aims,
    tokens_of,
)
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.quantities import (
    ARROW,
    ARROWS,
    CELL,
    QUALIFIED,
    UNIT_ONLY,
    YEAR,
    is_aside,
    unbracketed,
    unit_of,
    year_in,
)
from plangraph.values import Quantity

#: A table ends where so many letters follow each other without a value.
_LONGEST_GAP = 170
#: What heads the names of a table that holds no indicators.
_WORKS = frozenset(("project", "plan", "measure", "direction"))
#: The names of one reading are clearly better than those of another: one more is whole.
_BETTER = 0.5
#: What columns of words hold beside names.
_WORDS = frozenset(("other", "department", "measure", "policy", "period", "direction"))
#: The first row below the title of a group ends within so many lines.
_FIRST_ROW = 7
#: Uses of lines that another reader took.
_TAKEN = ("table", "joined", "garbled")
#: A name may stand so many lines above its head.
_ABOVE = 3
#: The cells of a row of which one names what the other is.
_LABELLED = 2
#: What a line says of an indicator that stands above it.
_DEFINED = re.compile(r"指標の?(?:説明|定義|考え方|内容|出典|算出方法)[\s　:：]")
#: The name of a group of rows: 【成果指標】, 〈市民満足度〉.
_GROUP = re.compile(r"[【〔<＜〈《][^】〕>＞〉》]{3,20}[】〕>＞〉》]")
#: A year without its era: (24年度).
_YEAR_ONLY = re.compile(r"\(\d{1,2}年度?末?\)")
_PAIR = re.compile(rf"\d[^\s\d]{{0,6}}\s?(?:\([^()]{{1,24}}\)?)?\s?{ARROW}\s?\D{{0,20}}\d")
#: A year behind a value, which is none itself: 設計中(R5)→完成(R9).
_DATED = re.compile(rf"\((?:{YEAR.pattern})末?\)")
_TOLD = re.compile(
    r"(?:現状|現況|基準|実績|現在)値?\S{0,3}\s?[:：]?\s?\d\S*\s.{0,16}?"
    r"(?:目標|将来)値?\S{0,3}\s?[:：]?\s?\d"
)
#: A line that names the rows below it, and such a row: two values at its end.
_LABEL = re.compile(
    r"[^\w。]{0,3}(?:\d{1,2}[.\s-]?){0,2}\S{0,8}"
    r"(?:指標|目標値|数値目標|目標水準|KPI|成果目標)(?:\([^()]*\))?[^\w。]{0,2}"
)
_ROW = re.compile(
    r"[^\d\s(]\S*\s+[△▲約-]?\d[\d,.]*\s?[^\d\s]{0,6}\s?(?:\([^()]*\))?"
    r"\s+[△▲約-]?(?:\d[\d,.]*\s?[^\d\s]{0,6}|現状\S{1,3}|維持|[増減]\S?)\s?(?:\([^()]*\))?$"
)
_DIGIT = re.compile(r"\d")
_NOW_AIM: list[tuple[str, FiscalYear | None]] = [("baseline", None), ("target", None)]
#: The name of a plan with its number stands at the head of pages.
_RUNNING = re.compile(r"第\S{1,3}[次期]\S{0,16}(?:計画|ビジョン|プラン|戦略)(?=[\s　]|$)")


def read(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of a flattened table whose head begins at ``place``, what follows."""
    head = find(units, place)
    if head is None:
        return [], place
    return _table(units, head, place)


def pairs(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of lines with arrows (12% → 20%), of which no head tells."""
    text = narrow(units[place].text)
    lone = text.strip() in ARROWS
    start = place - 1 if place and lone else place
    if text.rstrip().endswith(ARROWS) and (lone or _DIGIT.search(text)):  # no step of a schedule
        text = narrow(" ".join(unit.text for unit in units[start : start + _ABOVE + 1]))
    if units[place].cells or not (_PAIR.search(text) or _TOLD.search(text)):
        return [], place
    if not _DIGIT.search(_DATED.sub("", text)):
        return [], place
    found, after = _table(units, Head(_NOW_AIM, start, 0, titled=False), place, aimed=True)
    return found, after


def labelled(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of rows below a label (成果指標, 目標値), without heads of columns.

    Two values a row are that of now and that aimed at.
    """
    if not _LABEL.fullmatch(re.sub(r"\s", "", narrow(units[place].text))) or units[place].cells:
        return [], place
    start = place + 1
    if start < len(units) and again(units, start):
        return [], place
    if start < len(units) and units[start].prose:
        start += 1
    row = units[start] if start < len(units) else None
    if not speaks_of_aims(units[place].text):
        return [], place
    if row is None or row.use or row.gap > 1 or not _ROW.search(narrow(row.text)):
        return [], place
    return _table(units, Head(_NOW_AIM, start, 0, titled=True), place)


def _table(
    units: list[Unit], head: Head, place: int, *, aimed: bool = False
) -> tuple[list[Found], int]:
    """Return the indicators below a head, and what follows; ``aimed``: only those with arrows."""
    atoms, heads, after = cut_table(units, head)
    if head.united:
        know_units(atoms)
    if "department" in head.kinds:
        told = len(atoms)
        atoms = without_offices(atoms, len(head.columns))
        if len(atoms) < told:
            head.kinds = tuple(kind for kind in head.kinds if kind != "department")
    if head.others and _usual_run(atoms) == len(head.others):
        heads = [(start, replace(one, columns=one.others or one.columns)) for start, one in heads]
        head = heads[0][1]
    elif len(head.columns) > len(_NOW_AIM) == _usual_run(atoms) and _is_led(units, head, after):
        heads = [(start, replace(one, columns=_NOW_AIM)) for start, one in heads]
        head = heads[0][1]
    atoms = bysex.name(atoms, len(head.columns))
    rows, in_order = _rows(atoms, head)
    if aimed:
        rows = [row for row in rows if atoms[row.values[-1]].aimed]
    found: list[Found] = []
    above, last = "", 0
    for row in rows:
        first = row.name[0]
        begun = not last or any(atom.starts for atom in atoms[last:first])
        if first > last and begun and not (atoms[first - 1].value or in_order):
            above = atoms[first - 1].text if is_measured(atoms[first - 1].text) else ""
        last = row.values[-1] + 1
        named = name_of([atoms[one].text for one in row.name])
        above = "" if is_measured(named) else above
        if above:
            named = f"{name_of([above])} {named}"
        own = next(one for start, one in reversed(heads) if start <= row.values[0])
        found.append(_found(named, row, atoms, own, units))
    if not found or (len(found) == 1 and not (head.titled or is_measured(found[0].title))):
        return [], place
    end = max(atoms[one].place for row in rows for one in (*row.name, *row.values))
    return found, min(after, end + 1)


def _rows(atoms: list[Atom], head: Head) -> tuple[list[Row], bool]:
    """Return the rows of a table, and whether they are read by the columns that its head names.

    Another way than that of the best score for all is taken where its names are clearly better.
    """
    kinds = [kind for kind in head.kinds if kind != "number"]
    width = len(head.columns)
    ways = [
        (align(atoms, width, united=head.united), False),
        (lined.read(atoms, width, kinds, united=head.united), False),
        (ordered.read(atoms, kinds) if _WORDS & set(kinds) else [], True),
    ]
    known = weights()

    def worth(way: tuple[list[Row], bool]) -> tuple[int, float]:
        names = (joined([atoms[one].text for one in row.name]) for row in way[0])
        told = (feature for name in names for feature in naming(narrow(name)))
        return len(way[0]), sum(known.get(feature, 0.0) for feature in told)

    first, best = worth(ways[0]), max(ways[1:], key=worth)
    rows, score = worth(best)
    return best if rows >= first[0] and score > first[1] + _BETTER else ways[0]


def _is_led(units: list[Unit], head: Head, stop: int) -> bool:
    """Tell a table in which arrows stand for the years between: 12 → → → 20."""
    lone = [narrow(unit.text).strip() for unit in units[head.place : stop]]
    between = [one in ARROWS for one in lone]
    return any(a and b for a, b in itertools.pairwise(between))


def _usual_run(atoms: list[Atom]) -> int:
    """Return how many values mostly stand one behind the other."""
    runs = (len([*run]) for valued, run in itertools.groupby(a.value for a in atoms) if valued)
    return max(Counter(runs).items(), key=lambda one: one[1], default=(0, 0))[0]


def cut_table(units: list[Unit], head: Head) -> tuple[list[Atom], list[tuple[int, Head]], int]:
    """Cut what follows a head into words and values, up to where the table ends.

    Heads that come again are left out; they are returned with the atom that follows each.
    """
    atoms = [] if head.titled else _above(units, head.place)
    heads = [(0, head)]
    gap = 0
    dropped = aimed = False
    row_words: set[str] = set()
    led, year = leadyears.are_led(units, head.place, head.letters), ""
    place, letters = head.place, head.letters
    while place < len(units):
        unit = units[place]
        word = unit.code.word if unit.code else ""
        if word and ends_row(unit):
            row_words.add(word)
        begun = place > head.place and word not in row_words and begins(unit)
        if begun and word and not unit.rest and place + 1 < len(units):
            begun = not ends_row(units[place + 1])  # the name of a group of rows: 基本方針2
        if begun and word and unit.use not in _TAKEN and _goes_on(units, place, head):
            place, letters = place + 1, 0
            continue
        if begun or (unit.use in _TAKEN and (atoms or not are_years(unit))):
            break
        if atoms and atoms[-1].value and _RUNNING.match(unit.text.strip()):
            break  # the head of the next page
        if atoms and not head.titled and label(unit.text):
            break  # the name of the next one, above a head of its own
        if atoms and _heads_next(units, place):
            break
        if pages.is_counted(units, place) or _is_group(units, place, atoms):
            place += 1
            continue
        tokens = untrended(tokens_of(unit.text[letters:] if letters else unit.text), head)
        letters = 0
        if led:
            tokens, year = leadyears.behind(tokens, year)
        lone = narrow(unit.text).strip()
        if unit.use == "rule" and not _is_cell(lone):
            aimed = aimed or lone in ARROWS
            place += 1
            continue
        if place > head.place and tokens and (next_ := again(units, place)):
            if [kind for kind, _ in next_.columns] != [kind for kind, _ in head.columns]:
                break
            heads.append((len(atoms), next_))
            place, letters = next_.place, next_.letters
            united = head.united or next_.united
            head = replace(head, place=place, letters=letters, united=united)
            aimed = False
            continue
        if atoms and place > head.place and _is_other_head(tokens):
            break
        kinds = [kind_of(token) for token in tokens if not is_aside(token)]
        dropped = bool(tokens) and all(kinds) and bool(kinds or dropped)
        if dropped:
            place += 1
            continue
        new, aimed = cut(tokens, place, atoms[-1:], aimed=aimed)
        gap = 0 if any(atom.value for atom in new) else gap + len(unit.text)
        if gap > _LONGEST_GAP:
            break
        if new:
            new[0].starts, new[0].gap = True, unit.gap
        atoms += new
        place += 1
    usual = min((atom.gap for atom in atoms[1:] if atom.starts), default=0)
    for atom in atoms:
        atom.gap -= min(usual, atom.gap)
    bare = unnumbered(atoms, len(head.columns))
    if "number" in head.kinds and len(bare) == len(atoms):
        bare = without_numbers(atoms)
    return bare, heads, place


def _heads_next(units: list[Unit], place: int) -> bool:
    """Tell the numbered title of what the next table measures, right above its head."""
    unit = units[place]
    if not (unit.code and unit.rest) or place + 1 >= len(units) or ends_row(unit):
        return False
    return again(units, place + 1) is not None


def _is_group(units: list[Unit], place: int, atoms: list[Atom]) -> bool:
    """Tell the name of a group of rows, in brackets of its own above a name: 【成果指標】."""
    text = units[place].text.strip()
    if not (_GROUP.fullmatch(text) and (not atoms or atoms[-1].value)):
        return False
    below = narrow(units[place + 1].text).strip() if place + 1 < len(units) else ""
    return bool(below) and not CELL.fullmatch(below)


def _is_cell(lone: str) -> bool:
    """Tell a value, a unit, or the last letter of a name, alone on a line."""
    return bool(CELL.fullmatch(lone) or UNIT_ONLY.fullmatch(lone) or is_measured(lone))


def _is_other_head(tokens: list[str]) -> bool:
    """Tell the head of a table of something else: 区分 H22 H27 R2, 事業名 内容 担当課 事業費."""
    if len(tokens) < 3 or value_at(tokens, 0):
        return False
    plain = [unbracketed(token) for token in tokens]
    if not YEAR.fullmatch(plain[0]) and all(map(YEAR.fullmatch, plain[1:])):
        return True
    return column(tokens[0]) in _WORKS and sum(bool(column(token)) for token in tokens) > 1


def _goes_on(units: list[Unit], place: int, head: Head) -> bool:
    """Tell the title of a group of rows: below it rows follow, without a head of their own."""
    if not units[place].rest:
        return False
    run, name = 0, ""
    for number in range(place + 1, min(place + 1 + _FIRST_ROW, len(units))):
        unit = units[number]
        if unit.prose or unit.use or unit.cells or begins(unit) or again(units, number):
            return False
        atoms, _ = cut(untrended(tokens_of(unit.text), head), number, [])
        for atom in atoms:
            run = run + 1 if atom.value else run if atom.unit else 0
            if run == len(head.columns):
                return is_measured(name) or number == place + 1
            name += "" if atom.value or atom.unit else atom.text
    return False


def _above(units: list[Unit], place: int) -> list[Atom]:
    """Cut the lines above a head that has no column of names: the name may stand there."""
    found: list[Atom] = []
    for one in range(place - 1, max(-1, place - 1 - _ABOVE), -1):
        unit = units[one]
        labelled = label(unit.text)
        if unit.prose or unit.use in _TAKEN or (begins(unit) and not labelled):
            break
        if all(map(is_head, tokens_of(unit.text))) or _DEFINED.match(unit.text):
            continue
        if unit.cells and not (labelled and len(unit.cells) == _LABELLED):
            break
        new, _ = cut(tokens_of(unit.text[labelled:]), one, [])
        if any(atom.value for atom in new) or not new:
            break
        new[0].starts, new[0].gap = True, unit.gap
        found[:0] = new
        if labelled:
            break
    return found


def _found(name: str, row: Row, atoms: list[Atom], head: Head, units: list[Unit]) -> Found:
    places = [atoms[one].place for one in (*row.name, *row.values)]
    first, last = min(places), max(places)
    measure = atoms[row.unit].text.strip("()（）") if row.unit is not None else None
    found = Found(name, units[first].first, units[last].last, first, unit=measure)
    for one, (kind, year) in zip(row.values, head.columns, strict=True):
        text = atoms[one].text
        if aside := QUALIFIED.match(narrow(text)):
            year = year_in(aside["aside"]) or year
            if year_in(aside["aside"]) or _YEAR_ONLY.fullmatch(aside["aside"].strip()):
                text = text[: aside.end("value")]
        quantity = Quantity.parse(NOTED.sub("", text.strip()))
        if kind == "baseline":
            found.baseline, found.baseline_year = quantity, year
        elif kind == "target":
            found.target, found.target_year = quantity, year
    found.unit = found.unit or unit_of(found.target) or unit_of(found.baseline)
    return found
