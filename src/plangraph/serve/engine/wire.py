"""What a pool and its workers say to each other: frames of a kind, a length and a body."""

from __future__ import annotations

import json
import struct
from typing import Any, NamedTuple

#: Kind of a frame (one byte) and length of its body.
HEAD = struct.Struct(">cI")
#: The worker is ready; what the answer is; a piece of it; its end; a problem; and a short
#: answer as a whole, behind one byte of LIMITED.
READY, ANSWER, DATA, END, PROBLEM, WHOLE = b"R", b"A", b"D", b"E", b"P", b"W"
#: Which limit cut an answer, as WHOLE says it.
LIMITED = {b"-": None, b"r": "rows", b"b": "bytes"}


class Ask(NamedTuple):
    """A query and how it is to be answered.

    ``forms`` names for each kind of answer (``solutions``, ``boolean``, ``triples``) the
    format that is acceptable, or None where none is.
    """

    sparql: str
    forms: dict[str, str | None]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    #: The default graph is all graphs merged, not the empty one.
    union: bool = False
    rows: int = 1_000_000
    size: int = 256 << 20
    #: In which a problem is told (``ja``, ``en``); the pool says who asks.
    language: str | None = None

    def to_bytes(self) -> bytes:
        """Return the body of the frame that asks."""
        return json.dumps(self._asdict()).encode()

    @classmethod
    def from_bytes(cls, body: bytes) -> Ask:
        """Return what a frame asks."""
        return cls(**json.loads(body))


def frame(kind: bytes, body: bytes = b"") -> bytes:
    """Return a frame."""
    return HEAD.pack(kind, len(body)) + body


def said(kind: bytes, /, **what: Any) -> bytes:
    """Return a frame whose body is JSON."""
    return frame(kind, json.dumps(what).encode())
