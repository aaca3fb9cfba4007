"""The messages of plangraph in Japanese, by their English text: a module a subject.

Modules are found by being in this folder; each has a dictionary ``MESSAGES``.
"""

from __future__ import annotations

import importlib
import os


def _all() -> dict[str, str]:
    messages: dict[str, str] = {}
    for name in sorted(os.listdir(os.path.dirname(__file__))):
        subject, _, ending = name.partition(".")
        if ending == "py" and not subject.startswith("_"):
            messages |= importlib.import_module(f"{__name__}.{subject}").MESSAGES
    return messages


MESSAGES = _all()
