"""Finished work, kept in files by what it was made from; and quads as sorted lines.

A piece is written whole or not at all, so that a build that is killed loses the work
in hand and no more.
"""

from __future__ import annotations

import io
import os
import shutil
import zlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
from pyoxigraph import Quad, RdfFormat, parse

from plangraph.files import write_whole

#: Names what a piece holds: the name of its file, and of the part in it.
Ref = str


class Shelf:
    """A folder of pieces: each a mapping of names to bytes, compressed."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def has(self, name: str) -> bool:
        """Tell whether there is a piece of this name."""
        return os.path.exists(os.path.join(self.folder, name))

    def put(self, name: str, parts: dict[str, bytes], level: int = 1) -> None:
        """Keep a piece, compressed so hard (as zlib has it; 0 takes no time)."""
        self.put_packed(name, pack(parts, level))

    def put_packed(self, name: str, packed: bytes) -> None:
        """Keep a piece that is packed already."""
        write_whole(os.path.join(self.folder, name), packed)

    def get(self, name: str) -> dict[str, bytes] | None:
        """Return the parts of a piece, still compressed; None if it is missing or damaged."""
        try:
            with open(os.path.join(self.folder, name), "rb") as file:
                return msgspec.msgpack.decode(file.read(), type=dict[str, bytes])
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def part(self, ref: Ref) -> bytes:
        """Return what ``ref`` names; raises KeyError where it is missing."""
        name, _, part = ref.partition("#")
        return zlib.decompress((self.get(name) or {})[part])

    def beginning(self, ref: Ref, size: int) -> bytes:
        """Return the first bytes of what ``ref`` names; raises KeyError where it is missing."""
        name, _, part = ref.partition("#")
        return zlib.decompressobj().decompress((self.get(name) or {})[part], size)

    def keep_only(self, names: Collection[str]) -> None:
        """Remove all other pieces."""
        for entry in os.scandir(self.folder):
            if entry.name not in names and not entry.is_dir():
                os.unlink(entry.path)
            elif entry.name not in names:
                shutil.rmtree(entry.path, ignore_errors=True)


def pack(parts: dict[str, bytes], level: int = 1) -> bytes:
    """Return a piece as bytes."""
    return msgspec.msgpack.encode({name: zlib.compress(one, level) for name, one in parts.items()})


def quads_in(text: bytes) -> Iterator[Quad]:
    """Yield the quads of lines."""
    yield from parse(text, format=RdfFormat.N_QUADS)


def count(text: bytes) -> int:
    """Return how many quads lines hold."""
    return text.count(b"\n")


class Stream(io.RawIOBase):
    """Many pieces as one file of N-Quads that is read once, piece by piece."""

    def __init__(self, texts: Iterable[bytes]) -> None:
        self._texts = iter(texts)
        self._text = memoryview(b"")

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Put the next bytes into ``buffer``; return how many, 0 at the end."""
        while not self._text:
            following = next(self._texts, None)
            if following is None:
                return 0
            self._text = memoryview(following)
        size = min(len(buffer), len(self._text))
        buffer[:size] = self._text[:size]
        self._text = self._text[size:]
        return size
