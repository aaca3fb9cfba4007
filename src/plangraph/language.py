"""The language that plangraph speaks: Japanese or English.

``--lang`` and PLANGRAPH_LANG win over the locale; English is the fallback.
Messages are written in English where they arise; ``messages_ja`` has them in Japanese.
A server speaks to each reader in turn: ``speak`` holds for what runs in one context
(a request, and the thread that works for it), ``choose`` for the whole process.
"""

from __future__ import annotations

import os
from contextvars import ContextVar

_chosen: str | None = None
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def choose(language: str | None) -> None:
    """Speak ``ja`` or ``en`` from now on; None goes back to the locale."""
    global _chosen
    _chosen = language


def speak(language: str | None) -> None:
    """Speak ``ja`` or ``en`` in this context; None goes back to what the process speaks."""
    _spoken.set(language)


def language() -> str:
    """Return ``ja`` or ``en``."""
    spoken = _spoken.get() or _chosen
    if spoken:
        return spoken
    for name in ("PLANGRAPH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"


def tr(message: str, /, **values: object) -> str:
    """Return ``message`` in the language in force, ``{names}`` in it filled in.

    ``{count:error(s)}`` is a number with its noun: ``1 error``, ``2 errors``.
    """
    if language() == "ja":
        from plangraph.messages_ja import MESSAGES

        message = MESSAGES.get(message, message)
    return filled(message, values) if values else message


def filled(message: str, values: dict[str, object]) -> str:
    """Return a message with its ``{names}`` filled in, numbers with their nouns."""
    return message.format(**{name: _number(value) for name, value in values.items()})


def counted(number: float, noun: str) -> str:
    """Return a number with its English noun, which says how it becomes several.

    >>> counted(1, "row(s)"), counted(1200, "row(s)"), counted(2, "city|cities")
    ('1 row', '1,200 rows', '2 cities')
    """
    one, parted, many = noun.partition("|")
    if not parted:
        one, many = noun.replace("(s)", ""), noun.replace("(s)", "s")
    written = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{written} {one if number == 1 else many}"


class _Number:
    """A number that knows how to stand before a noun."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __str__(self) -> str:
        return str(self._value)

    def __format__(self, spec: str) -> str:
        if "(s)" in spec or "|" in spec:
            return counted(self._value, spec)
        return format(self._value, spec)


def _number(value: object) -> object:
    return _Number(value) if isinstance(value, int | float) else value


def pick(ja: str, en: str) -> str:
    """Return the one of two texts that is in the language in force."""
    return ja if language() == "ja" else en
