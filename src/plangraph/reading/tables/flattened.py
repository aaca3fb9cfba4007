"""Indicator tables that text extraction flattened: heads and cells in a stream of words.

The head may stand on one line, on several, or within a line with the first row. What
follows it is cut into words and values (atoms), which ``alignment`` reads as rows.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables import pages
from plangraph.reading.tables.alignment import Row, align
from plangraph.reading.tables.evidence import Atom, is_measured
from plangraph.reading.tables.rownames import name_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.tables.tableheads import (
    VALUE_HEADS,
    Head,
    again,
    begins,
    ends_row,
    find,
    kind_of,
    tokens_of,
)
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.quantities import (
    ARROW,
    ARROWS,
    ASIDE_ONLY,
    CELL,
    QUALIFIED,
    UNIT_ONLY,
    YEAR,
    is_aside,
    unit_of,
    year_in,
)
from plangraph.values import Quantity

#: A table ends where so many letters follow each other without a value.
_LONGEST_GAP = 170
#: Uses of lines that another reader took.
_TAKEN = ("table", "joined", "garbled")
#: A name may stand so many lines above its head.
_ABOVE = 3
_NUMBERED = re.compile(r"(?:成果|評価|活動)?(?:指標|KPI)\s?\d{1,3}[\s:：]+")
#: What a line says of an indicator that stands above it.
_DEFINED = re.compile(r"指標の?(?:説明|定義|考え方|内容|出典|算出方法)[\s　:：]")
#: A unit that no list names has so many letters.
_LONGEST_UNIT = 4
#: A year without its era: (24年度).
_YEAR_ONLY = re.compile(r"\(\d{1,2}年度?末?\)")
#: A note on a value: 30%程度(注2).
_NOTED = re.compile(r"[(（](?:注|※)\d{0,2}[)）]$")
_PAIR = re.compile(rf"\d[^\s\d]{{0,6}}\s?(?:\([^()]{{1,24}}\)?)?\s?{ARROW}\s?\D{{0,20}}\d")
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
_NOW_AIM: list[tuple[str, FiscalYear | None]] = [("baseline", None), ("target", None)]
#: A number alone, and a word that may say what it counts.
_BARE, _COUNTED_WORD = re.compile(r"[\d,.]+"), re.compile(r"[一-龥ァ-ヶー]{1,4}")
#: What says whether more or less is better, in a column before the values.
_TRENDS = "↑↗↓↘→"


def read(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of a flattened table whose head begins at ``place``, what follows."""
    head = find(units, place)
    if head is None:
        return [], place
    return _table(units, head, place)


def pairs(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of lines with arrows (12% → 20%), of which no head tells."""
    text = narrow(units[place].text)
    if text.endswith(ARROWS):
        text = narrow(" ".join(unit.text for unit in units[place : place + _ABOVE + 1]))
    if units[place].cells or not (_PAIR.search(text) or _TOLD.search(text)):
        return [], place
    return _table(units, Head(_NOW_AIM, place, 0, titled=False), place)


def labelled(units: list[Unit], place: int) -> tuple[list[Found], int]:
    """Return the indicators of rows below a label (成果指標, 目標値), without heads of columns.

    Two values a row are that of now and that aimed at.
    """
    if not _LABEL.fullmatch(re.sub(r"\s", "", narrow(units[place].text))) or units[place].cells:
        return [], place
    start = place + 1
    if start < len(units) and units[start].prose:
        start += 1
    row = units[start] if start < len(units) else None
    if row is None or row.use or row.gap > 1 or not _ROW.search(narrow(row.text)):
        return [], place
    return _table(units, Head(_NOW_AIM, start, 0, titled=True), place)


def _table(units: list[Unit], head: Head, place: int) -> tuple[list[Found], int]:
    atoms, heads, after = cut_table(units, head)
    if head.united:
        _know_units(atoms)
    rows = align(atoms, len(head.columns), united=head.united)
    if head.aims and _left(atoms, rows) >= max(1, len(rows)):
        columns = [head.columns[0], ("middle", head.aims[0]), ("target", head.aims[1])]
        wide = replace(head, columns=columns, aims=())
        more = align(atoms, len(wide.columns), united=wide.united)
        if more and _left(atoms, more) < _left(atoms, rows):
            rows, heads = more, [(start, wide) for start, _ in heads]
    found: list[Found] = []
    above, last = "", 0
    for row in rows:
        first = row.name[0]
        begun = not last or any(atom.starts for atom in atoms[last:first])
        if first > last and begun and not atoms[first - 1].value:
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


def _left(atoms: list[Atom], rows: list[Row]) -> int:
    """Return how many values belong to no row."""
    return sum(atom.value for atom in atoms) - sum(len(row.values) for row in rows)


def cut_table(units: list[Unit], head: Head) -> tuple[list[Atom], list[tuple[int, Head]], int]:
    """Cut what follows a head into words and values, up to where the table ends.

    Heads that come again are left out; they are returned with the atom that follows each.
    """
    atoms = [] if head.titled else _above(units, head.place)
    heads = [(0, head)]
    gap = 0
    dropped = aimed = False
    row_words: set[str] = set()
    place, letters = head.place, head.letters
    while place < len(units):
        unit = units[place]
        word = unit.code.word if unit.code else ""
        if word and ends_row(unit):
            row_words.add(word)
        begun = place > head.place and word not in row_words and begins(unit)
        if begun and word and not unit.rest and place + 1 < len(units):
            begun = not ends_row(units[place + 1])  # the name of a group of rows: 基本方針2
        if unit.use in _TAKEN or begun:
            break
        if atoms and not head.titled and _NUMBERED.match(narrow(unit.text)):
            break  # the name of the next one, above a head of its own
        if pages.is_counted(units, place):
            place += 1
            continue
        tokens = _untrended(tokens_of(unit.text[letters:] if letters else unit.text), head)
        letters = 0
        lone = narrow(unit.text).strip()
        if unit.use == "rule" and not (CELL.fullmatch(lone) or UNIT_ONLY.fullmatch(lone)):
            place += 1
            continue
        if place > head.place and tokens and (next_ := again(units, place)):
            if [kind for kind, _ in next_.columns] != [kind for kind, _ in head.columns]:
                break
            heads.append((len(atoms), next_))
            place, letters = next_.place, next_.letters
            head = Head(head.columns, place, letters, head.titled, head.united or next_.united)
            continue
        kinds = [kind_of(token) for token in tokens if not is_aside(token)]
        dropped = bool(tokens) and all(kinds) and bool(kinds or dropped)
        if dropped:
            place += 1
            continue
        new, aimed = _cut(tokens, place, atoms[-1:], aimed=aimed)
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
    return _unnumbered(atoms, len(head.columns)), heads, place


def _untrended(tokens: list[str], head: Head) -> list[str]:
    """Leave out an arrow before all values of a row, which says what is better: ↑ 12 15 20."""
    at = next((n for n, token in enumerate(tokens) if token in _TRENDS), -1)
    if at < 0 or len(head.columns) < 2 or any(_value_at(tokens, n) for n in range(at)):
        return tokens
    after = tokens[at + 1 : at + 2]
    return tokens[:at] + tokens[at + 1 :] if after and narrow(after[0])[:1].isdigit() else tokens


def _above(units: list[Unit], place: int) -> list[Atom]:
    """Cut the lines above a head that has no column of names: the name may stand there."""
    found: list[Atom] = []
    for one in range(place - 1, max(-1, place - 1 - _ABOVE), -1):
        unit = units[one]
        numbered = _NUMBERED.match(narrow(unit.text))
        if unit.prose or unit.cells or unit.use in _TAKEN or (begins(unit) and not numbered):
            break
        if all(kind_of(token) for token in tokens_of(unit.text)) or _DEFINED.match(unit.text):
            continue
        new, _ = _cut(tokens_of(unit.text[numbered.end() if numbered else 0 :]), one, [])
        if any(atom.value for atom in new) or not new:
            break
        new[0].starts, new[0].gap = True, unit.gap
        found[:0] = new
        if numbered:
            break
    return found


def _know_units(atoms: list[Atom]) -> None:
    """Take short words before values for units, known or not, where a column holds these."""
    for before, (atom, after) in zip(atoms, itertools.pairwise(atoms[1:]), strict=False):
        short = len(atom.text) <= _LONGEST_UNIT and not (atom.value or before.value)
        if short and after.value and not is_measured(atom.text):
            atom.unit = True


def _unnumbered(atoms: list[Atom], width: int) -> list[Atom]:
    """Leave out running numbers before names: … 企画課 2 健診の受診率 45% 60% …

    Before values, one begins a line with one value too many.
    """
    chain: list[int] = []
    for place, (atom, after) in enumerate(itertools.pairwise(atoms)):
        if not atom.bare or (after.value and not (atom.starts and _run(atoms, place) == width + 1)):
            continue
        if not chain or int(atom.text) == int(atoms[chain[-1]].text) + 1:
            chain.append(place)
        elif len(chain) == 1:
            chain = [place]
    if len(chain) < 2:
        return atoms
    for place in chain:
        atoms[place + 1].starts |= atoms[place].starts
        if not atoms[place + 1].value:
            atoms[place + 1].family = atoms[place + 1].family or "N"
    return [atom for place, atom in enumerate(atoms) if place not in chain]


def _run(atoms: list[Atom], place: int) -> int:
    """Count the values that stand one behind the other on a line."""
    end = place + 1
    while end < len(atoms) and atoms[end].value and not atoms[end].starts:
        end += 1
    return end - place


def _cut(
    tokens: list[str], place: int, before: list[Atom], *, aimed: bool = False
) -> tuple[list[Atom], bool]:
    """Cut the words of a unit into atoms; what is said of a value goes to it.

    ``aimed``: an arrow stands before the unit; returned is whether one stands at its end.
    """
    found: list[Atom] = []
    opened = number = 0
    coded = ""
    while number < len(tokens):
        token = tokens[number]
        if token in ARROWS:
            aimed = True
            number += 1
            continue
        above = (found or before)[-1:]
        taken = 0 if opened > 0 else _value_at(tokens, number)
        if taken:
            text = "".join(tokens[number : number + taken])
            bare = bool(re.fullmatch(r"\d{1,2}", text))
            found.append(Atom(text, place, value=True, bare=bare, aimed=aimed))
            number += taken
            opened, aimed = 0, False
            continue
        aside = _aside(token) if opened <= 0 else ""
        if aside and above and above[0].value:
            if not ASIDE_ONLY.search(narrow(above[0].text)):
                above[0].text += aside
                above[0].bare = False
            number += 1
            continue
        follows = number + 1 < len(tokens) and opened <= 0 and kind_of(token) in VALUE_HEADS
        if follows and (tokens[number + 1] in ARROWS or _value_at(tokens, number + 1)):
            aimed = aimed or kind_of(token) == "target"  # 現状 12% 目標 20%
            number += 1
            continue
        family = coded or (_family(token) if opened <= 0 else "")
        opened += token.count("(") + token.count("（") - token.count(")") - token.count("）")
        lone = (
            parse(narrow(token)) if opened <= 0 and not aside and number + 1 < len(tokens) else None
        )
        if lone and (lone[0] or lone[1]) and lone[2] >= len(token) and not coded:
            coded = _family(token)
            number += 1
            continue
        unit = bool(UNIT_ONLY.fullmatch(narrow(token).strip("()")))
        found.append(Atom(token, place, unit=unit, family=family))
        coded = ""
        number += 1
    return found, aimed


def _family(word: str) -> str:
    """Return the family of the number or mark that a word begins with."""
    mark, code, _ = parse(narrow(word))
    bracket = code.printed[0] if code and code.printed[0] in "(（[【<" else ""
    return mark or (code.shape + bracket if code and not code.word else "")


def _aside(text: str) -> str:
    """Return what a word says of the value above it: (令和8年), or a year on a line of its own."""
    folded = narrow(text)
    if is_aside(text):
        return text
    return f"({text})" if YEAR.fullmatch(folded) and "年" in folded else ""


#: Who is counted, and how often, before a value.
_AGE = re.compile(r"\d{1,3}歳(?:以上|以下|未満|代)?$")
_OFTEN = re.compile("累計|延べ?|約|概ね|おおむね|計|年間?|毎年|[週月]")


def _counted(tokens: list[str], number: int) -> bool:
    """Tell a number and what it counts, where the same word is counted again: 38 棟 50 棟."""
    word = narrow("".join(tokens[number + 1 : number + 2]))
    if not (_COUNTED_WORD.fullmatch(word) and _BARE.fullmatch(narrow(tokens[number]))):
        return False
    counts = [one for one, after in itertools.pairwise(map(narrow, tokens)) if after == word]
    return len(counts) > 1 and all(map(_BARE.fullmatch, counts))


def _value_at(tokens: list[str], number: int) -> int:
    """Return how many words from ``number`` on are one value; 0 where none begins there."""
    if _counted(tokens, number):
        return 2
    two = [narrow(token) for token in tokens[number : number + 2]]
    if [bool(_AGE.match(one)) for one in two] == [True, False] and _value_at(tokens, number + 1):
        return 0  # 18歳以上 41.6% 50%
    if _OFTEN.fullmatch(tokens[number]) and re.match(r"\d", two[-1]):
        return (after := _value_at(tokens, number + 1)) and after + 1  # 累計 50 件, 年 12 回
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
        quantity = Quantity.parse(_NOTED.sub("", text.strip()))
        if kind == "baseline":
            found.baseline, found.baseline_year = quantity, year
        elif kind == "target":
            found.target, found.target_year = quantity, year
    found.unit = found.unit or unit_of(found.target) or unit_of(found.baseline)
    return found
