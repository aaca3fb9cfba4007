"""What a text is found by: its normal form, and its tokens."""

from __future__ import annotations

import re
import unicodedata

#: What stands together in a normal form: Latin letters and digits, or others.
RUNS = re.compile(r"[0-9a-z]+|[^\W_0-9a-z]+")
LATIN = re.compile(r"[0-9a-z]")


def tokens(text: str) -> list[str]:
    """Return what a text is found by: pairs of characters, Latin words, numbers.

    >>> tokens("防災計画 Plan 21")
    ['防災', '災計', '計画', '画', 'plan', '21']
    """
    found: list[str] = []
    for run in RUNS.findall(normal(text)):
        if LATIN.match(run):
            found.append(run)
        else:
            found += [run[place : place + 2] for place in range(len(run))]
    return found


def normal(text: str) -> str:
    """Return a text without differences of width, case and white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
