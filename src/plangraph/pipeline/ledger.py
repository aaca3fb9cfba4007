"""What a store in force was made from: so that a build does only what has changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from plangraph.files import write_whole
from plangraph.pipeline.shelf import Ref
from plangraph.pipeline.version import Summary

_FILE = "ledger"
#: A file that changed less than this long before it was read is read again (nanoseconds).
_FRESH = 2_000_000_000

#: Size, times of change (ns) and number of a file on its disk: the same, the same content.
State = tuple[int, int, int, int]


class Seen(msgspec.Struct, frozen=True):
    """A plan file as it was: its state, its key, and the time when it was read (ns)."""

    state: State
    key: str
    at: int


class Nearest(msgspec.Struct, frozen=True):
    """Where the nation's links stand: a corpus, how far it counts, and what was found."""

    corpus: str
    sizes: dict[str, int]
    #: First row and number of rows of each version, and the key of its work.
    spans: dict[str, tuple[int, int, str]]
    piece: str
    barred: str


class Ledger(msgspec.Struct):
    """What the store holds, and what it was made from."""

    fingerprint: str
    base: str
    files: dict[str, Seen] = {}
    summaries: dict[str, Summary] = {}
    #: Refs of what stands in the store, with the number of quads, by unit: no two units
    #: and no two refs hold the same quad.
    units: dict[str, dict[Ref, int]] = {}
    nearest: Nearest | None = None

    @property
    def quads(self) -> int:
        """How many quads the store holds."""
        return sum(sum(refs.values()) for refs in self.units.values())

    def refs(self) -> set[Ref]:
        """Return all refs."""
        return {ref for refs in self.units.values() for ref in refs}

    def pieces(self) -> set[str]:
        """Return the names of the pieces that the next build needs."""
        found = {ref.partition("#")[0] for ref in self.refs()} | self.summaries.keys()
        return found | ({self.nearest.piece, self.nearest.corpus} if self.nearest else set())

    def write(self, folder: str) -> None:
        """Write it into the folder of a generation."""
        write_whole(os.path.join(folder, _FILE), msgspec.msgpack.encode(self))


def read_ledger(folder: str | None) -> Ledger | None:
    """Return the ledger of a generation; None if there is none that can be read."""
    if folder is None:
        return None
    try:
        content = Path(folder, _FILE).read_bytes()
        return msgspec.msgpack.decode(content, type=Ledger)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return None


def state_of(path: str | os.PathLike[str]) -> State:
    """Return the state of a file; raises OSError."""
    found: Any = os.stat(path)
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def unchanged(seen: Seen | None, state: State) -> bool:
    """Tell whether a file is surely what it was when it was seen."""
    return seen is not None and seen.state == state and seen.at - max(state[1], state[2]) > _FRESH
