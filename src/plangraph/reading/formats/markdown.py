"""Markdown: headings, tables and lists are already lines; emphasis is taken off later."""

from __future__ import annotations

from plangraph.reading.formats.text import decode, rows
from plangraph.reading.rows import Source

SUFFIXES = (".md", ".markdown")
ORDER = 80


def recognises(_head: bytes) -> bool:
    """Markdown is known by its file name only."""
    return False


def read(data: bytes, name: str) -> Source:
    """Read as text; ``recovery`` understands the marks of Markdown."""
    text, doubts = decode(data, name)
    return Source(rows(text), doubts=doubts)
