"""Doubts and repairs in both languages, for pages whose reader chooses the language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Told(NamedTuple):
    """A text in Japanese and in English."""

    ja: str
    en: str


def both(text: str) -> Told:
    """Return a message of reading in both languages, whichever of them it is in.

    >>> both("the circled digit was extracted as ●").ja
    '丸数字が ● として抽出されていました'
    """
    for pattern, message in _patterns():
        if found := pattern.fullmatch(text):
            return Told(*(one.format(**found.groupdict()) for one in message))
    return Told(text, text)


@cache
def _patterns() -> list[tuple[re.Pattern[str], Told]]:
    from plangraph.messages_ja.reading import MESSAGES

    told = [Told(ja, en) for en, ja in MESSAGES.items()]
    return [(_pattern(one), message) for message in told for one in message]


def _pattern(message: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", message)
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = [f"(?P<{name}>.+?)" for name in parts[1::2]]
    return re.compile("".join(parts), re.DOTALL)
