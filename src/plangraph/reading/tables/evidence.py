"""What speaks for and against words as names of indicators, and values as those of one row.

Each thing that is told has a name (a feature) and a weight in ``table-weights.csv``; what a
reading of a table scores is their sum. The weights were fitted by ``benchmarks/fit_tables.py``.
"""

from __future__ import annotations

import csv
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import DONE, UNDONE
from plangraph.values import TERM

#: A long name has so many letters.
_LONG = 45
#: Names of so few letters are mostly parts of a row: 幼稚園, 中学校.
_SHORTEST = 3
#: Lines that a column cuts differ by so much, and are so long; of so few lines each may be one.
_RAGGED, _NARROWEST, _FEW = 1.0, 5.0, 4
_MEASURED = re.compile(
    r"(?:[数率額量比度高費点値]|割合|定員|所得|期間|人口|面積|時間|延長|年齢|寿命|収入|順位|指数|増加|減少"
    r"|rate|number|percentage|share|ratio|score|index)(?:\s*[(（\[〔].*[)）\]〕])?$",
    re.I,
)
_SOURCE = re.compile(
    r"(?:統計|調査|アンケート|資料|年報|報告書?|[課室係局]|調べ|[増減]を目指す|実績|現在|予測|見込み?|。|する|ます)$"
)
_NO_NAME = re.compile(
    r"SDGs|担当|所管|関係課|^\(?単位|。|合計$|^計$|^[※*]|^注\d?|^出典|^資料", re.I
)
#: A class that is counted by itself: 20~39歳.
_AGES = re.compile(r"\d(?:歳|代|年生)")
_DANGLING = re.compile(r"(?:[のるをにがはともでいてっしたや、・及びへ]|延べ|当たり|あたり)$")
_PARTICLE = re.compile(r"(?!がん[一-龥])[をがはにへともでの、。)）」』・りきけせてねめれっんす]")
_KANA_NAME = re.compile(r"[ぁ-ん]{3}")
#: The end of a word that a line cut: 答 / える生徒.
_WORD_END = re.compile(r"[ぁ-ん]{1,2}(?![ぁ-ん])")
GOES_ON = re.compile(r"[ぁ-ん)）]|.{0,6}(?:[数率額量度]|割合)")
_UNIT = re.compile(r"(?<!\d)\d[\d,.]*+\s?([^\d\s()以未程超,.]+)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_RISE = re.compile(r"(?:増加?|減少?|向上|上昇|改善|充実)(?:する|させる)?")
#: What no name goes on with.
_NO_TAIL = re.compile("[【※＊*■◆●○◇□▼▲★☆]|注|(?:出典|資料)")
_BRACKETS = re.compile(r"\([^()]+\)")
_IN_BRACKETS = re.compile(r"\(.*$")


@dataclass(slots=True)
class Atom:
    """A word or a value of a table, where it stands, and how."""

    text: str
    #: The place of its unit in the document.
    place: int
    value: bool = False
    #: A unit of measurement that stands alone.
    unit: bool = False
    #: It begins a line; blank lines before it.
    starts: bool = False
    gap: int = 0
    #: The family of the number or mark that it begins with.
    family: str = ""
    #: A value of so few digits as a running number, without unit.
    bare: bool = False
    #: An arrow stands before it: what the value above it shall become.
    aimed: bool = False


def _width(text: str) -> float:
    """Return how many wide letters a text is as long as."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)


def _near(width: float, others: Iterable[float]) -> bool:
    """Tell that another line is about as long, or that there are hardly others."""
    widths = list(others)
    return len(widths) < _FEW or sum(width - _RAGGED <= one <= width for one in widths) > 1


@cache
def weights() -> dict[str, float]:
    """Return the weights of features, by name."""
    with Path(__file__).with_name("table-weights.csv").open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def is_measured(title: str) -> bool:
    """Tell whether a title ends like the name of something counted or measured."""
    return bool(_MEASURED.search(narrow(title).strip()))


def joined(words: Sequence[str]) -> str:
    """Put the words of a name together: a space only between Latin words."""
    text = ""
    for word in words:
        last = text[-1:]
        latin = last.isascii() and word[:1].isascii() and (last.isalnum() or last in ",;)%")
        text += f" {word}" if text and latin else word
    return text


def together(values: Sequence[str]) -> Iterator[str]:
    """Yield what speaks for and against values as those of one row."""
    told = [value for value in values if _number(value) is not None]
    if not told:
        yield "values without number"
        first, last = narrow(values[0]), narrow(values[-1])
        if UNDONE.fullmatch(first) and (DONE.fullmatch(last) or _RISE.fullmatch(last)):
            yield "done later"
    for first, other in itertools.pairwise(told):
        units = _unit(first), _unit(other)
        if all(units):
            yield "same unit" if units[0] == units[1] else "other unit"
        elif any(units):
            yield "unit of one"
        numbers = _number(first), _number(other)
        if numbers[0] and numbers[1]:
            apart = abs(math.log(numbers[0] / numbers[1]))
            yield "size " + ("like" if apart < 0.4 else "near" if apart < 1.2 else "far"
                             if apart < 2.5 else "wide" if apart < 4 else "huge")  # fmt: skip


def _number(text: str) -> float | None:
    found = _NUMBER.search(_IN_BRACKETS.sub("", narrow(text)))
    return float(found[0].replace(",", "")) if found else None


def _unit(text: str) -> str:
    found = _UNIT.search(TERM.sub("", _IN_BRACKETS.sub("", narrow(text))))
    return found[1] if found else ""


def naming(text: str) -> Iterator[str]:
    """Yield what speaks for and against a text as the name of an indicator, by itself."""
    letters = sum(letter.isalpha() for letter in text)
    if (letters < 2 and not _AGES.search(text)) or len(text) < 3 or _NO_NAME.search(text):
        yield "no name"
        return
    measured = is_measured(text)
    yield "measured" if measured else "not measured"
    if _SOURCE.search(text):
        yield "source"
    if not measured and letters <= _SHORTEST:
        yield "short"
    if len(text) > _LONG:
        yield "long"
    if _DANGLING.search(text):
        yield "dangling"
    if text.count("(") != text.count(")"):
        yield "open bracket"
    if _PARTICLE.match(text):
        yield "begins with particle"


class Evidence:
    """What the words and values of one table say, and what that scores."""

    def __init__(self, atoms: list[Atom], known: dict[str, float]) -> None:
        self.atoms, self.known = atoms, known
        self.values = [place for place, atom in enumerate(atoms) if atom.value]
        self.counts = Counter(atom.text for atom in atoms if not atom.value)
        self.arrows = any(atom.aimed for atom in atoms)
        self.measured = [not atom.value and is_measured(atom.text) for atom in atoms]
        self.classes = self._classes()
        self.full = self._full()
        self.names: dict[tuple[int, ...], tuple[str, ...]] = {}
        self.scores: dict[tuple[int, ...], float] = {}

    def _classes(self) -> set[int]:
        """Return the words that begin a line and have their values behind them: 男性 32% 30%.

        More than one such line below another are the classes of what the line above counts.
        """
        found: list[int] = []
        for place, (atom, after) in enumerate(itertools.pairwise(self.atoms)):
            if atom.starts and after.value and not (atom.value or after.starts):
                found.append(place)
        return set(found) if len(found) > 1 else set()

    def _full(self) -> set[int]:
        """Return the last words of lines that are as long as any: a column cuts names there."""
        widths: dict[int, float] = {}
        place = 0
        while place < len(self.atoms):
            after = self.line_end(place)
            words = list(itertools.takewhile(
                lambda one: not (self.atoms[one].value or self.atoms[one].unit), range(place, after)
            ))  # fmt: skip
            if words:
                widths[words[-1]] = sum(_width(self.atoms[one].text) for one in words)
            place = after
        longest = max((one for one in widths.values() if _near(one, widths.values())), default=0.0)
        least = max(longest - _RAGGED, _NARROWEST)
        return {place for place, width in widths.items() if least <= width <= longest}

    def score(self, features: Sequence[str]) -> float:
        """Return the sum of the weights of features."""
        known = self.known
        return sum(known.get(feature, 0.0) for feature in features)

    def name(self, places: tuple[int, ...]) -> tuple[str, ...]:
        """Return the features of a name that stands in these places."""
        if places not in self.names:
            self.names[places] = tuple(self._name(places))
            self.scores[places] = self.score(self.names[places])
        return self.names[places]

    def _name(self, places: tuple[int, ...]) -> Iterator[str]:
        atoms = self.atoms
        first, last = places[0], places[-1]
        words = [atoms[place].text for place in places]
        told = naming(narrow(joined(words)).strip(" ・:"))
        yield from (one for one in told if one != "short" or first not in self.classes)
        above = atoms[first - 1] if first else None
        if above is None or above.value:
            yield "begins a row"
        elif atoms[first].starts:
            yield "begins a line"
        elif not atoms[first].family:
            yield "begins within a line"
            if above.text.isascii() and words[0].isascii():
                yield "begins within a phrase"
        if any(self.counts[word] > 2 for word in words):
            yield "repeated" if len(places) == 1 else "repeated word"
        for before, place in itertools.pairwise(places):
            cut = narrow(joined(words[: places.index(place)]))
            if place == before + 1:
                yield self._break(cut, place)
            else:
                yield "goes on behind a full line" if before in self.full else "goes on behind"
            if atoms[place].family:
                yield "code within"
        for place in places:
            if atoms[place].value:
                yield "value within"
        after = atoms[last + 1] if last + 1 < len(atoms) else None
        if after and not (after.value or after.unit or after.starts):
            yield "cut within a line"

    def _break(self, cut: str, place: int) -> str:
        """Tell how a name goes on with a word, after what stands before it."""
        atom = self.atoms[place]
        here = narrow(atom.text)
        if (
            is_measured(cut)
            and not here.isascii()
            and not _BRACKETS.fullmatch(here)
            and cut.count("(") == cut.count(")")
            and not GOES_ON.match(here)
        ):
            return "two names"
        phrase = (
            _DANGLING.search(cut)
            or here[0] in "()、・"
            or (_WORD_END.match(here) or (_PARTICLE.match(here) and not _KANA_NAME.match(here)))
            or cut.count("(") > cut.count(")")
        )
        if not atom.starts:
            latin = here[0].isascii() and cut[-1:].isascii()
            return "" if latin or phrase else "words of a line"
        if atom.gap:
            return "blank line within"
        if place - 1 in self.full and not is_measured(cut):
            return "full line ends in a phrase" if phrase else "full line ends"
        return "line ends in a phrase" if phrase else "line ends"

    def between(self, start: int, stop: int) -> Iterator[str]:
        """Yield what is said by the atoms between the parts of a row."""
        text = "".join(self.atoms[place].text for place in range(start, stop))
        if not text:
            return
        yield "text between"
        if len(text) > 120:
            yield "much text between"
        told = set()
        for place in range(start, stop):
            atom = self.atoms[place]
            if atom.value:
                yield "value between"
            elif _SOURCE.search(narrow(atom.text)):
                told.add("source between")
            elif self.measured[place]:
                yield "name between"
        yield from told

    def alone(self, place: int) -> bool:
        """Tell that values begin a line without a name, between two lines of text."""
        atoms = self.atoms
        if not (place and atoms[place].starts and not atoms[place - 1].value):
            return False
        first = place + atoms[place].unit
        end = self.line_end(first)
        told = first < len(atoms) and atoms[first].value
        return told and end < len(atoms) and not atoms[end].value

    def hangs(self, name_end: int, last: int) -> bool:
        """Tell that a name and its values are one line, and words alone stand below it."""
        atoms = self.atoms
        after = self.line_end(last)
        if any(atoms[place].starts for place in range(name_end, last + 1)) or after >= len(atoms):
            return False
        if atoms[after].family or _NO_TAIL.match(atoms[after].text):
            return False
        return not any(atoms[place].value for place in range(after, self.line_end(after)))

    def aside_below(self, place: int) -> bool:
        """Tell that brackets alone stand on the line below a value: 割合 42% 70% / (年1回以上)."""
        after = self.line_end(place)
        if after >= len(self.atoms) or self.line_end(after) != after + 1:
            return False
        return bool(_BRACKETS.fullmatch(narrow(self.atoms[after].text)))

    def line_end(self, place: int) -> int:
        """Return where the next line begins."""
        place += 1
        while place < len(self.atoms) and not self.atoms[place].starts:
            place += 1
        return place

    def skipped(self, place: int) -> str:
        """Return what it is to read an atom as no part of a row."""
        atom = self.atoms[place]
        if not atom.value:
            return "name left" if self.measured[place] else "line left" if atom.starts else ""
        if _number(atom.text) is None:
            return "word left"
        return "bare value left" if atom.bare else "value left"

    def valued(self, places: tuple[int, ...], *, whole: bool = False) -> Iterator[str]:
        """Yield what is said by the values of a row; ``whole``: of a block of rows."""
        yield "row"
        yield from together([self.atoms[place].text for place in places])
        for before, place in itertools.pairwise(places):
            arrow = self.atoms[place].aimed and (whole or place == before + 1 or not any(
                self.atoms[one].value for one in range(before + 1, place)
            ))  # fmt: skip
            if self.arrows:
                yield "arrow" if arrow else "no arrow"
            if place > before + 1 and not (whole or arrow):
                yield "torn"
                yield from self.between(before + 1, place)
