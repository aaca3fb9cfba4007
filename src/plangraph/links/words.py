"""Finding many words in a text at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Words:
    """A set of words, found by their first two characters; the longest wins."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            self._by_start.setdefault(word[:2], []).append(word)

    def at(self, text: str, start: int) -> str | None:
        """Return the longest word that begins at ``start``, where it stands alone if it must."""
        if start and _letter(text[start]) and _letter(text[start - 1]):
            return None  # within a Latin word
        for word in self._by_start.get(text[start : start + 2], ()):
            if text.startswith(word, start) and whole(text, start, start + len(word), word):
                return word
        single = self._by_start.get(text[start : start + 1])
        return single[0] if single and whole(text, start, start + 1, single[0]) else None

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the words from left to right with their places; they do not overlap."""
        start, size, known = 0, len(text), self._by_start
        while start < size:
            word = None
            if text[start : start + 2] in known or text[start] in known:  # else at() need not look
                word = self.at(text, start)
            if word:
                yield start, word
            start += len(word) if word else 1


def whole(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether a word stands alone that must: ``ict``, not in ``district``; 橋, not in 橋本.

    That is one in Latin letters, and a single kanji.
    """
    if len(word) == 1 and _kanji(word):
        around = text[max(start - 1, 0) : start] + text[end : end + 1]
        return not any(map(_kanji, around))
    if word[0].isascii() and word[0].isalpha() and start and _letter(text[start - 1]):
        return False
    if word[-1].isascii() and word[-1].isalpha() and end < len(text):
        return not _letter(text[end])
    return True


def _letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _kanji(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char == "々"
