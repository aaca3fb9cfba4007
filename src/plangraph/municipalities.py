"""Municipalities (市区町村): their codes, and who is meant by a code or a name."""

from __future__ import annotations

import csv
import functools
import os
import re
from typing import NamedTuple

from plangraph.errors import UnknownNameError, nearest
from plangraph.language import tr
from plangraph.resources import folder


class Municipality(NamedTuple):
    """One row of ``data/municipalities.csv``."""

    code: str
    code6: str
    prefecture: str
    name: str
    kana: str
    roman: str


def check_digit(code: str) -> int:
    """Return the check digit (JIS X 0402) of a five-digit municipality code.

    >>> check_digit("13211")
    2
    """
    total = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return (11 - total % 11) % 10 if total >= 11 else 11 - total


@functools.cache
def municipalities() -> dict[str, Municipality]:
    """Return all municipalities by five-digit code."""
    path = os.path.join(folder("data"), "municipalities.csv")
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["code"]: Municipality(**row) for row in rows}


def fold_roman(name: str) -> str:
    """Fold the ways to write long vowels: ``Ōme``, ``Oume`` and ``ome`` are one."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if c.isalnum())
    return re.sub(r"(?<=o)[ou]|(?<=u)u", "", plain)


def bearing(name: str) -> list[Municipality]:
    """Return the municipalities that bear a name: 小平 is a city in Tokyo, a town in Hokkaido.

    The name as it is written, if any bears that; else in kana, in Roman letters, or without
    its last character (市, 区, 町, 村).
    """
    roman = fold_roman(name)
    found = [
        one
        for one in municipalities().values()
        if name in (one.name, one.prefecture + one.name, one.kana)
        or name == re.sub(r"[市区町村]$", "", one.name)
        or (roman and roman == fold_roman(one.roman))
    ]
    exact = [one for one in found if name in (one.name, one.prefecture + one.name)]
    return exact or found


def find(name: str) -> Municipality:
    """Return the municipality of a code (13211, 132110+digit), name or roman name.

    Raises UnknownNameError for a name that nobody or more than one bears, and for a
    six-digit code whose check digit is wrong.
    """
    known = municipalities()
    name = name.strip()
    if name in known:
        return known[name]
    if re.fullmatch(r"\d{6}", name):
        five = name[:5]
        if five in known and known[five].code6 != name:
            raise UnknownNameError(
                tr("the check digit of {name} is wrong", name=name),
                advice=tr(
                    "the code of {city} is {code}", city=known[five].name, code=known[five].code6
                ),
                value=name,
            )
        if five in known:
            return known[five]
    found = bearing(name)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{one.code} {one.prefecture}{one.name}" for one in found[:8])
        raise UnknownNameError(
            tr("more than one municipality is called {name}", name=name),
            advice=tr("name its code: {listed}", listed=listed),
            value=name,
        )
    from difflib import get_close_matches

    names = [word for one in known.values() for word in (one.name, one.roman)]
    if name.isdigit():
        names = [code for code in known if code[:2] == name[:2]] or list(known)
    close = name.isdigit() or get_close_matches(name, names, n=1, cutoff=0.5)
    raise UnknownNameError(
        tr("no municipality is called {name}", name=name),
        advice=nearest(name, names)
        if close
        else tr("write its name, its roman name or its code, such as 小平市, kodaira or 13211"),
        value=name,
    )
