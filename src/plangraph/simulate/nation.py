"""Which municipalities a simulated nation has, how large each is, and its plans in order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from plangraph.municipalities import Municipality, municipalities

#: All municipalities (市町村 and the 23 special wards).
NATION = 1741
#: The prefecture whose 区 are municipalities of their own.
_TOKYO = "東京都"


class Size(NamedTuple):
    """How much a plan of a kind of municipality holds: least and most of each."""

    measures: tuple[int, int]
    directions: tuple[int, int]
    sectoral_plans: tuple[int, int]
    indicators: tuple[int, int]
    departments: tuple[int, int]
    projects: tuple[int, int]


SIZES = {
    "designated": Size((100, 130), (1, 3), (88, 98), (60, 80), (40, 55), (4, 8)),
    "city": Size((56, 84), (0, 2), (68, 88), (38, 58), (24, 36), (1, 4)),
    "town": Size((42, 62), (0, 1), (50, 64), (26, 42), (16, 24), (1, 3)),
    "village": Size((28, 44), (0, 1), (36, 50), (16, 32), (8, 14), (0, 2)),
}


class Place(NamedTuple):
    """A municipality with its kind: ``designated``, ``city``, ``town`` or ``village``."""

    municipality: Municipality
    kind: str

    @property
    def size(self) -> Size:
        """What its plans hold."""
        return SIZES[self.kind]

    def chance(self, seed: int) -> Random:
        """Return the random numbers of this municipality, whatever others there are."""
        return Random(f"plangraph/{seed}/{self.municipality.code}")  # noqa: S311 - no secret


def nation() -> list[Place]:
    """Return all municipalities of Japan, by code; wards of designated cities are none."""
    wards = [one for one in municipalities().values() if _is_ward(one)]
    designated = {one.code for one in municipalities().values() if _has_wards(one, wards)}
    found = []
    for one in municipalities().values():
        if not _is_ward(one):
            kind = {"町": "town", "村": "village"}.get(one.name[-1], "city")
            found.append(Place(one, "designated" if one.code in designated else kind))
    return sorted(found)


def _is_ward(one: Municipality) -> bool:
    return one.name.endswith("区") and one.prefecture != _TOKYO


def _has_wards(one: Municipality, wards: list[Municipality]) -> bool:
    return one.name.endswith("市") and any(ward.name.startswith(one.name) for ward in wards)


def chosen(count: int, seed: int) -> Iterator[Place]:
    """Yield ``count`` municipalities, by code; a smaller choice is part of a larger one."""
    places = sorted(nation(), key=lambda place: _draw(place, seed))[:count]
    yield from sorted(places)


def _draw(place: Place, seed: int) -> bytes:
    text = f"plangraph/{seed}/{place.municipality.code}"
    return hashlib.sha256(text.encode()).digest()
