"""Reading the tables of a store before they are asked.

A large store that nobody has read since it was written lies on the disk alone. There a look-up
takes a hundred times as long as in memory, and an answer makes thousands of them, one after the
other; the same tables from their beginning to their end are read in seconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

#: Bytes that are read at a time; smaller stores are in memory before anybody asks.
_PORTION, _SMALL = 1 << 22, 1 << 26
#: This part of the machine's memory may hold a store.
_SHARE = 0.5


def warm(folder: str, most: int | None = None) -> int:
    """Read the tables of a store, ``most`` bytes of them at most; return how many.

    Half of the machine's memory, if nothing is said. A store that goes away meanwhile, as a build
    has replaced it, ends the reading.
    """
    most = _memory() if most is None else most
    read = 0
    try:
        for path, size in _tables(folder):
            if read + size > most:
                break
            with path.open("rb", buffering=0) as file:
                while portion := len(file.read(_PORTION)):
                    read += portion
    except OSError:
        return read
    return read


def _tables(folder: str) -> Iterator[tuple[Path, int]]:
    found = [(path, path.stat().st_size) for path in sorted(Path(folder).glob("*.sst"))]
    if sum(size for _, size in found) > _SMALL:
        yield from found


def _memory() -> int:
    try:
        return int(_SHARE * os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    except (AttributeError, ValueError, OSError):  # Windows
        return 1 << 31
