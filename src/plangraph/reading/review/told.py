"""Doubts and repairs in both languages, for pages whose reader chooses the language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from plangraph.language import counted, filled

#: A field of a message, and the noun of one that is a number: {name}, {count:doubt(s)}.
_FIELD = re.compile(r"\{(?P<name>\w+)(?::(?:(?P<noun>[^{}]*(?:\(s\)|\|)[^{}]*)|[^{}]+))?\}")


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
            values = _values(message.en, found.groupdict())
            return Told(*(filled(one, values) for one in message))
    return Told(text, text)


@cache
def _patterns() -> list[tuple[re.Pattern[str], Told]]:
    from plangraph.messages_ja.reading import MESSAGES

    told = [Told(ja, en) for en, ja in MESSAGES.items()]
    return [(_pattern(one), message) for message in told for one in message]


def _pattern(message: str) -> re.Pattern[str]:
    pattern, place = "", 0
    for field in _FIELD.finditer(message):
        pattern += re.escape(message[place : field.start()]) + _field(field["name"], field["noun"])
        place = field.end()
    return re.compile(pattern + re.escape(message[place:]), re.DOTALL)


def _field(name: str, noun: str | None) -> str:
    if noun is None:
        return f"(?P<{name}>.+?)"
    forms = (re.escape(counted(number, noun).partition(" ")[2]) for number in (1, 2))
    return f"(?P<{name}>[\\d,.]+) (?:{'|'.join(forms)})"


def _values(message: str, texts: dict[str, str]) -> dict[str, object]:
    """Return what fills a message; what has its noun there is a number."""
    numbers = {field["name"] for field in _FIELD.finditer(message) if field["noun"]}
    return {name: _number(text) if name in numbers else text for name, text in texts.items()}


def _number(text: str) -> float:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)
