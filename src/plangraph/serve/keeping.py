"""What was sent before: the latest answers of a process, and what a client has already."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Generic, TypeVar

Value = TypeVar("Value")

#: Bytes that a kept answer takes beside its text.
_BESIDE = 1_000


class Kept(Generic[Value]):
    """The latest answers of a process, up to some bytes; those of former generations age out.

    >>> kept = Kept[str](most=4_000, largest=2_000)
    >>> kept.put("a", "A", 1_000); kept.put("b", "B", 1_000); kept.put("c", "C", 1_000)
    >>> kept.get("a"), kept.get("c")
    (None, 'C')
    """

    def __init__(self, most: int, largest: int) -> None:
        self._most, self._largest = most, largest
        self._answers: OrderedDict[object, tuple[Value, int]] = OrderedDict()
        self._size = 0

    def get(self, name: object) -> Value | None:
        """Return a kept answer."""
        found = self._answers.get(name)
        if found is None:
            return None
        self._answers.move_to_end(name)
        return found[0]

    def put(self, name: object, answer: Value, size: int) -> None:
        """Keep an answer of so many bytes, if it is not too large."""
        if size > self._largest or name in self._answers:
            return
        self._answers[name] = answer, size + _BESIDE
        self._size += size + _BESIDE
        while self._size > self._most:
            _name, (_answer, freed) = self._answers.popitem(last=False)
            self._size -= freed


def unchanged(asked: Mapping[str, str], answer: Mapping[str, str]) -> bool:
    """Tell whether a client has what an answer with these headers holds (RFC 9110, 13.2.2).

    >>> unchanged({"if-none-match": '"a", W/"b"'}, {"ETag": '"b"'})
    True
    """
    tags = asked.get("if-none-match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or answer["ETag"].removeprefix("W/") in known
    with suppress(ValueError, TypeError, KeyError):
        since = parsedate_to_datetime(asked["if-modified-since"])
        return parsedate_to_datetime(answer["Last-Modified"]) <= since
    return False
