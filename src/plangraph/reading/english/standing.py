"""How each line of an English document stands among the others, what was found told apart.

A line is what a stage found there (goal, policy, measure, element), or what it looks like (act,
item, sentence, head), or what can be no title (label, paragraph, around the plan, figure).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plangraph.reading.english.listing import Line, key, lines_of
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.english_verbs import verb
from plangraph.reading.terms.english_words import ANY_WORD

#: The stances of lines that may be titles.
OPEN = frozenset(("act", "item", "sentence", "head"))
FOUND = frozenset(("goal", "policy", "measure", "element"))
_LOWER = ("measure", "direction", "project")
#: A title has so many words and letters at most.
_WORDS, _LONGEST = 32, 240
_LETTERS, _BEGINS = re.compile(r"[A-Za-z]{3}"), re.compile(r"[\w“‘\"'(]")
_LINK = re.compile(
    r"@|\bcookies?\b|https?:|www\.|\.(?:example|gov|com|org|uk|au|pdf)\b|\(\d{3}\)|\b\d{3}-\d{4}",
    re.I,
)
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "our",
     "the", "to", "with", "&", "that", "than", "its", "their", "per", "via")
)  # fmt: skip
#: The word and code of a title that no grammar of codes knows: Policy HNP1:, LHS Outcome 2.
_CODED = re.compile(
    rf"(?:[A-Z][\w’'-]{{0,20}} ){{0,2}}(?:{ANY_WORD})\s?(?:no\.? |#)?[A-Z]{{0,4}}-?"
    r"(?:\d{1,3}(?:[.-]\d{1,3}){0,3}(?:[.-]?[A-Za-z])?|[A-Z]|one|two|three|four|five|six)\b\)?"
    r"\s?[:.–—-]?\s+(?=\S)",
    re.I,
)
_ROLE = re.compile(rf"\b(?:{ANY_WORD})\b", re.I)
#: What parts a name from its word, or from what it means: Focus Area: Homes, Homes – for all.
_PARTED = re.compile(r"\s?[:–—]\s+|\s-\s")
#: The name of a field has so many words.
_FIELD_WORDS = 3
#: The page of a title, in a list of contents.
_PAGE = re.compile(r"[\s.…]+\d{1,3}$")
#: So far up the heading of a line is looked for.
_FAR = 25


@dataclass
class Page:
    """The lines of a document with the stance of each, and the runs that they make."""

    lines: list[Line]
    stances: list[str]
    #: The kinds of all that was found.
    kinds: Counter[str]
    #: Of each line the number of its run: lines of one dress, one below the other.
    run_of: list[int] = field(default_factory=list)
    runs: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dresses = [dress(line) for line in self.lines]
        for number in range(len(self.lines)):
            if number == 0 or self._parts(number):
                self.runs.append([])
            self.runs[-1].append(number)
            self.run_of.append(len(self.runs) - 1)

    def _parts(self, number: int) -> bool:
        """Tell a line with which a run begins."""
        if self.dresses[number] != self.dresses[number - 1]:
            return True
        if any(_ends_runs(self.stances[one]) for one in (number, number - 1)):
            return True
        apart = self.lines[number].unit.gap and not self.lines[number - 1].unit.gap
        several = number > 1 and self.run_of[number - 1] == self.run_of[number - 2]
        return bool(apart and several and self.dresses[number][0] == "bare")

    def stance(self, number: int) -> str:
        """Return how a line stands; nothing before the first and behind the last."""
        return self.stances[number] if 0 <= number < len(self.lines) else "nothing"

    def above(self, number: int, *, found: bool) -> int:
        """Return the nearest heading above the run of a line, found or a label; else -1."""
        top = self.runs[self.run_of[number]][0] - 1
        for place in range(top, max(-1, top - _FAR), -1):
            stance = self.stances[place]
            if stance == "around" or (stance in FOUND if found else stance.startswith("label")):
                return place
        return -1

    @cached_property
    def repeated(self) -> Counter[str]:
        """How often each line comes, and what stands before its colon."""
        again = Counter(key(line.text) for line in self.lines)
        return again + Counter(field_of(line.text) for line in self.lines if ":" in line.text)

    @cached_property
    def dressed(self) -> dict[tuple[str, ...], Counter[str]]:
        """The stances of what was found in each dress."""
        told: dict[tuple[str, ...], Counter[str]] = {}
        for stance, own in zip(self.stances, self.dresses, strict=True):
            if stance in FOUND:
                told.setdefault(own, Counter())[stance] += 1
        return told

    def alike(self, number: int) -> tuple[object, ...]:
        """Return what lines are alike by: their dress, and what follows them."""
        after = self.stance(number + 1)
        return self.dresses[number], after


def page(units: list[Unit], drafts: list[Draft]) -> Page:
    """Return the lines of a document, with what was found in it."""
    places = {place: one.kind for one in reversed(drafts)
              for place in range(one.place, one.end + 1)}  # fmt: skip
    titles = {key(one.title) for one in drafts}
    lines = lines_of(units, {one.place for one in drafts})
    fields = Counter(field_of(line.text) for line in lines if ":" in line.text)
    stances = [_stance(line, places, titles, fields) for line in lines]
    return Page(lines, stances, Counter(one.kind for one in drafts))


def _stance(line: Line, places: dict[int, str], titles: set[str], fields: Counter[str]) -> str:
    if line.place in places:
        kind = places[line.place]
        return "measure" if kind in _LOWER else kind if kind in FOUND else "element"
    if not titles.isdisjoint(_names(line)):
        return "repeat"
    if line.label:
        return f"label {line.label}"
    if words.is_label(line.text) or words.is_aside(line.text) or words.count(line.text):
        return f"label {words.ASIDE}"
    if not (_LETTERS.search(line.text) and _BEGINS.match(line.text)):
        return "figure"
    if line.size > _WORDS or len(line.text) > _LONGEST or words.STOP.search(line.text):
        return "paragraph"
    if _LINK.search(line.text) or _is_field(line, fields):
        return "around"
    if words.is_work(line.text) or line.mark == "to":
        return "act"
    if line.meta:
        return "around"
    return "item" if line.mark else "sentence" if line.form == "prose" else "head"


def _names(line: Line) -> Iterator[str]:
    """Yield what a line may repeat: its title, with page, word and code or not, and its parts."""
    yield key(line.text)
    yield key(title(line))
    yield key(_PAGE.sub("", line.text))
    parts = _PARTED.split(line.text)
    yield from map(key, parts if len(parts) > 1 else ())


def _is_field(line: Line, repeated: Counter[str]) -> bool:
    """Tell what several elements say alike of themselves: Review Date #2: May."""
    name, colon, _ = line.text.partition(":")
    own = colon and name.count(" ") < _FIELD_WORDS and not _ROLE.search(name)
    return bool(own) and repeated[field_of(line.text)] > 1


def title(line: Line) -> str:
    """Return the title of a line without its word and code."""
    text = line.text.rstrip(": ")
    coded = _CODED.match(text)
    return text[coded.end() :] if coded else text


def field_of(text: str) -> str:
    """Return what stands before a colon, its numbers left out: Review Date #2: May."""
    return re.sub(r"\d+", "", key(text.partition(":")[0])) + ":"


def _ends_runs(stance: str) -> bool:
    return stance in ("around", "figure") or stance.startswith("label")


def dress(line: Line) -> tuple[str, ...]:
    """Return what lines of one level share: mark, level, capitals, what they end with."""
    level = str(line.unit.level or 0)
    code = line.unit.code
    if line.form == "coded" and code:
        return "coded", code.shape, str(bool(code.word))
    if line.mark:
        return "item", "" if line.mark == "to" else line.mark, level
    return "bare", level, case(line.text), line.text[-1] if line.text[-1] in ".:;," else ""


def case(text: str) -> str:
    """Tell how a text is written: upper, title, sentence, lower, or none.

    >>> case("CLEAN WATER"), case("Homes for All"), case("Plant trees"), case("Trees by the road")
    ('upper', 'title', 'sentence', 'sentence')
    """
    some = _WORD.findall(text)
    if not some or text.upper() == text:
        return "upper" if some else "none"
    large = [word for word in some if word.lower() not in SMALL]
    if large and all(word[0].isupper() for word in large):
        return "sentence" if len(some) == 2 and verb(text) else "title"
    return "lower" if text[0].islower() else "sentence"
