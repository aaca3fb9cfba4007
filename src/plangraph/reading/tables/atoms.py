"""Words of lines cut into atoms: names, values with what is said of them, units."""

from __future__ import annotations

import itertools
import re

from plangraph.reading.tables.evidence import Atom, is_measured
from plangraph.reading.tables.headwords import VALUE_HEADS, kind_of
from plangraph.reading.tables.tableheads import Head
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.quantities import (
    ARROWS,
    ASIDE_ONLY,
    CELL,
    DONE,
    QUALIFIED,
    UNIT_ONLY,
    YEAR,
    is_aside,
    unbracketed,
)

#: A unit that no list names has so many letters.
_LONGEST_UNIT = 4
#: A note on a value: 30%程度(注2).
NOTED = re.compile(r"[(（](?:注|※)\d{0,2}[)）]$")
#: A number alone, and a word that may say what it counts.
_BARE, _COUNTED_WORD = re.compile(r"[\d,.]+"), re.compile(r"[一-龥ァ-ヶー]{1,4}")
#: What says whether more or less is better, in a column before the values.
_TRENDS = "↑↗↓↘→"


def untrended(tokens: list[str], head: Head) -> list[str]:
    """Leave out an arrow before all values of a row, which says what is better: ↑ 12 15 20."""
    if head.trended:
        return [token for token in tokens if token not in _TRENDS]
    at = next((n for n, token in enumerate(tokens) if token in _TRENDS), -1)
    if at < 0 or len(head.columns) < 2 or any(value_at(tokens, n) for n in range(at)):
        return tokens
    after = tokens[at + 1 : at + 2]
    return tokens[:at] + tokens[at + 1 :] if after and narrow(after[0])[:1].isdigit() else tokens


def know_units(atoms: list[Atom]) -> None:
    """Take short words before values for units, known or not, where a column holds these."""
    for before, (atom, after) in zip(atoms, itertools.pairwise(atoms[1:]), strict=False):
        short = len(atom.text) <= _LONGEST_UNIT and not (atom.value or before.value)
        if short and after.value and not is_measured(atom.text):
            atom.unit = True


def unnumbered(atoms: list[Atom], width: int) -> list[Atom]:
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


def without_numbers(atoms: list[Atom]) -> list[Atom]:
    """Leave out the numbers of rows at the beginning of lines, where a column holds these."""
    found: list[Atom] = []
    starts = False
    for atom, after in itertools.pairwise([*atoms, Atom("", 0, value=True)]):
        if atom.bare and atom.starts and not (after.value or after.starts):
            starts = True
            continue
        atom.starts |= starts
        starts = False
        found.append(atom)
    return found


#: An office: no name of an indicator ends so.
_OFFICE = re.compile(
    r"\S{1,14}(?:課|室|局|部|係|署|事務所|委員会|センター|本部)(?:[、・,]\S{1,14})?"
)


def without_offices(atoms: list[Atom], width: int) -> list[Atom]:
    """Leave out the offices of a column that holds them, if there are as many as rows."""
    kept = [atom for atom in atoms if atom.value or not _OFFICE.fullmatch(atom.text)]
    rows = sum(atom.value for atom in atoms) // width
    if not rows or len(atoms) - len(kept) < rows:
        return atoms
    for atom, after in itertools.pairwise(atoms):
        after.starts |= atom.starts and not atom.value and bool(_OFFICE.fullmatch(atom.text))
    return kept


def _run(atoms: list[Atom], place: int) -> int:
    """Count the values that stand one behind the other on a line."""
    end = place + 1
    while end < len(atoms) and atoms[end].value and not atoms[end].starts:
        end += 1
    return end - place


def cut(
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
        taken = value_at(tokens, number) if opened <= 0 or _are_values(tokens[number:]) else 0
        if not taken and above and above[0].value and DONE.fullmatch(narrow(token)):
            taken = 1
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
        if follows and (tokens[number + 1] in ARROWS or value_at(tokens, number + 1)):
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
        unit = bool(UNIT_ONLY.fullmatch(unbracketed(token)))
        found.append(Atom(token, place, unit=unit, family=family))
        coded = ""
        number += 1
    return found, aimed


def _are_values(tokens: list[str]) -> bool:
    """Tell that a line ends with values, so that a bracket before them goes on below: (単位 4 6."""
    number = count = 0
    while number < len(tokens) and (taken := value_at(tokens, number) or is_aside(tokens[number])):
        count += not is_aside(tokens[number])
        number += taken
    return number == len(tokens) and count > 1


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
_OFTEN = re.compile(r"累計|延べ?|約|概ね|おおむね|計|年間?|毎年|[週月]|\d{1,2}[かカヵヶ]?年間?で")


def _counted(tokens: list[str], number: int) -> bool:
    """Tell a number and what it counts, where the same word is counted again: 38 棟 50 棟."""
    word = narrow("".join(tokens[number + 1 : number + 2]))
    if not (_COUNTED_WORD.fullmatch(word) and _BARE.fullmatch(narrow(tokens[number]))):
        return False
    counts = [one for one, after in itertools.pairwise(map(narrow, tokens)) if after == word]
    return len(counts) > 1 and all(map(_BARE.fullmatch, counts))


def value_at(tokens: list[str], number: int) -> int:
    """Return how many words from ``number`` on are one value; 0 where none begins there."""
    if _counted(tokens, number):
        return 2
    two = [narrow(token) for token in tokens[number : number + 2]]
    if [bool(_AGE.match(one)) for one in two] == [True, False] and value_at(tokens, number + 1):
        return 0  # 18歳以上 41.6% 50%
    if len(two) > 1 and _OFTEN.fullmatch(two[0]) and re.match(r"\d", two[1]):
        return (after := value_at(tokens, number + 1)) and after + 1  # 累計 50 件, 年 12 回
    for taken in (3, 2, 1):
        words = tokens[number : number + taken]
        if len(words) < taken or any(re.match(r"[\d△▲]", narrow(word)) for word in words[1:]):
            continue
        if taken > 1 and not re.match(r"[△▲\-−+±約]?\d", narrow(words[0])):
            continue
        if taken > 1 and not (is_aside(words[-1]) or UNIT_ONLY.match(narrow(words[-1]))):
            continue
        text = NOTED.sub("", narrow("".join(words)))
        if aside := QUALIFIED.match(text):
            text = aside["value"]
        if CELL.fullmatch(text) and not (YEAR.fullmatch(text) and re.search("年", text)):
            return taken
    return 0
