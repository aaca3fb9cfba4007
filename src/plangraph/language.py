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
    """Return ``message`` in the language in force, ``{names}`` in it filled in."""
    if language() == "ja":
        from plangraph.messages_ja import MESSAGES

        message = MESSAGES.get(message, message)
    return message.format(**values) if values else message


def pick(ja: str, en: str) -> str:
    """Return the one of two texts that is in the language in force."""
    return ja if language() == "ja" else en
