"""The messages of plangraph in Japanese, by their English text."""

from __future__ import annotations

MESSAGES: dict[str, str] = {}
