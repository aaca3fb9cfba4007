"""The index of texts beside the quads of a generation: written whole, or where it changed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from plangraph.pipeline.ledger import Ledger
from plangraph.pipeline.shelf import Ref, Shelf
from plangraph.statements import Said
from plangraph.textindex import Entries, available, entries_of, writing

_UNIT = "version "
#: The part of a version's piece that holds what is searched of it.
PART = "texts"


def texts(quads: Iterable[Said]) -> bytes:
    """Return what is searched of a version, as bytes."""
    return msgspec.msgpack.encode(entries_of(quads))


def fill_texts(folder: str, shelf: Shelf, ledger: Ledger) -> None:
    """Write the index of all versions into the folder of a new generation."""
    if not available():
        return
    with writing(folder) as index:
        for _, piece in sorted(_pieces(ledger).items()):
            index.put(_entries(shelf, piece))
        index.optimize()


def patch_texts(folder: str, shelf: Shelf, former: Ledger, ledger: Ledger) -> None:
    """Change the index of the former generation, which has been copied into ``folder``."""
    if not available():
        return
    before, now = _pieces(former), _pieces(ledger)
    with writing(folder) as index:
        for version in sorted(before.keys() - now.keys()):
            index.remove(version)
        for version, piece in sorted(now.items()):
            if before.get(version) != piece:
                index.put(_entries(shelf, piece))


def _pieces(ledger: Ledger) -> dict[str, str]:
    """Return the piece of each version."""
    found: dict[str, str] = {}
    for unit, refs in ledger.units.items():
        if unit.startswith(_UNIT):
            ref: Ref = next(iter(refs))
            found[unit.removeprefix(_UNIT)] = ref.partition("#")[0]
    return found


def _entries(shelf: Shelf, piece: str) -> Entries:
    return msgspec.msgpack.decode(shelf.part(f"{piece}#{PART}"), type=Entries)
