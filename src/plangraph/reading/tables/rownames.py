"""Names of the rows of a flattened table, put together from the words of their cells."""

from __future__ import annotations

import re

from plangraph.reading.tables.evidence import is_measured, joined
from plangraph.reading.tables.headwords import kind_of
from plangraph.reading.terms.codes import MARKS, narrow, parse
from plangraph.reading.terms.lexicon import TITLE_END

#: Numbers that are no code of a name: 20~39歳.
_RANGE = re.compile(r"\d+\s?[~〜～\-－]\s?\d")
#: Where the values of a name were taken from, in brackets behind it.
_SOURCE = re.compile(r"[（(][^（）()]*(?:統計|アンケート|調査|出典|資料|調べ)[^（）()]*[)）]")
_EDGES = f" 　:：・?？{''.join(MARKS)}"


def name_of(words: list[str]) -> str:
    """Put a name together without heads of columns, marks and codes."""
    words = list(words)
    while len(words) > 1 and kind_of(words[0]) and len(words[0]) < 14:
        del words[0]
    while len(words) > 1 and _of_measure(words[0]) and is_measured("".join(words[1:])):
        del words[0]
    if len(words) > 1 and (code := parse(narrow(words[0])))[1] and code[2] >= len(words[0]):
        del words[0]
    while len(words) > 1 and _SOURCE.fullmatch(words[-1]) and is_measured("".join(words[:-1])):
        del words[-1]
    text = joined(words)
    _, code_, end = parse(narrow(text))
    if code_ and not code_.word and text[end:].strip() and not _RANGE.match(text):
        text = text[end:]
    return text.strip(_EDGES)


def _of_measure(word: str) -> bool:
    """Tell the title of a measure in the column before the names: 1力強い産地づくり."""
    _, code, end = parse(narrow(word))
    rest = narrow(word)[end:].strip()
    return code is not None and len(rest) > 5 and bool(TITLE_END.search(rest)) and (
        not is_measured(rest)
    )  # fmt: skip
