"""Numbers behind their titles, with the word that they count: 子どもが育つまち　GOAL 1."""

from __future__ import annotations

import re
from collections import defaultdict

from plangraph.reading.recovery import ownwords
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.numerals import value

_BEHIND = re.compile(
    r"(?P<title>\S.{2,40}?)\s+(?P<code>(?P<word>[一-龥ァ-ヶーぁ-ん]{2,9}|[A-Za-z]{3,8}|#)"
    r"[\s\-.]?(?:(?P<N>\d{1,2})|(?P<O>[①-⑳])))"
)
#: So many that count up are no chance.
_LEAST = 3


def give(units: list[Unit]) -> None:
    """Give titles the numbers behind them, where these are all from the first on, in any order."""
    found: dict[tuple[str, str], list[tuple[Unit, re.Match[str]]]] = defaultdict(list)
    for unit in units:
        coded = unit.code and " " not in unit.code.word  # a word of codes has a title before it
        taken = coded or unit.mark or unit.use or unit.prose or unit.contents or unit.cells
        last = unit.text.rstrip()[-1:]
        if taken or not (last.isdecimal() or "①" <= last <= "⑳"):
            continue
        match = _BEHIND.fullmatch(narrow(unit.text))
        japanese = match and not match["title"].isascii()
        if match and japanese and not ownwords.counts_nothing(match["word"]):
            found[match["word"], "N" if match["N"] else "①"].append((unit, match))
    for (word, dress), members in found.items():
        numbers = [value(match["N"] or match["O"]) for _, match in members]
        if len(members) < _LEAST or sorted(numbers) != list(range(1, len(members) + 1)):
            continue
        shape = dress if word.endswith(CODE_WORDS) else "字N"
        for (unit, match), count in zip(members, numbers, strict=True):
            printed = unit.text[slice(*match.span("code"))]
            unit.code = Code(word, shape, (count,), printed)
            unit.rest = unit.text[: match.end("title")].strip()
