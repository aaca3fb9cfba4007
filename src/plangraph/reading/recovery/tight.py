"""Rows that hold a page without even spaces between its lines: where those began."""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.runs import SHORTEST
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import CODE_WORDS

_ROLES = "|".join(sorted(CODE_WORDS, key=len, reverse=True))
#: Where a line began in text without any space: after a stop, at a mark, bracket or number.
_SEAM = re.compile(
    r"(?<=[。」）)】])(?=[【■◆○●◇□〇](?!〇))|(?<=。)(?=\d{1,2}[^\d\s.,:、年月日人件%％度割名回か])"
    r"|(?<=。)(?=\s?\(\d{1,2}\)\s?[^\d\s])|(?<=。)(?=[①-⑳])|(?<=[^\s、。①-⑳])(?=①[^①-⑳]*。②)|(?<=。)(?=\s第\d{1,2}[章節])"
    r"|(?<=。)(?=\s?\d{1,2}\s[^\d\s年月日人件%％度])"
    r"|(?<=[^\d\s「『（(、,])(?=[○●■◆〇▶◇□◎▼]\s?[一-龥ぁ-んァ-ヶー])|(?<=】)(?=[^【\s])|(?<=\S)(?=№\d)"
    r"|(?<=[^【\s])(?=【[^【】]{1,8}】)"
    rf"|(?<=[。」』”>])(?=(?:{_ROLES})\s?(?:\d|[①-⑳Ⅰ-Ⅻ]))|(?<=[。①-⑳])(?=第\d{{1,2}}[章節])"
)
#: A label between a stop and the first number below it.
_BEFORE_ONE = re.compile(
    r"(?:(?<=。)[^。、,\d\s(]{2,16}|(?<=[a-z0-9)」])[一-龥の・]{2,14}(?:方針|方向|内容|施策|取組|課題|目標))"
    r"(?=1[^\d\s.,\-年月日人件%％度割名回か])"
)


def is_run(text: str) -> bool:
    """Tell a row that holds a page without even spaces between its lines."""
    if len(text) < SHORTEST or text.isascii() or text.count("。") < 2:
        return False
    return len(_SEAM.findall(narrow(text))) >= (2 if len(text) >= 1.5 * SHORTEST else 3)


def cut(text: str, seams: list[int] | None = None) -> list[str]:
    """Cut a row without spaces into its logical lines; some seams are known."""
    folded = narrow(text)
    places = {found.start() for found in _SEAM.finditer(folded)} | {*(seams or ())}
    for label in _BEFORE_ONE.finditer(folded):
        word = next((word for word in CODE_WORDS if label[0].endswith(word)), "")
        if not word or f"{word}2" not in folded:
            places |= {label.start(), label.end()}
    for label in re.finditer(
        r"(?<=[。】])(?=[^。]{0,12}[一-龥](?:課題|方針|方向|内容|取組|施策)【)", folded
    ):
        places.add(label.start())
    edges = [0, *sorted(place for place in places if place), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(edges) if text[a:b].strip()]
