"""A nation of invented plan files, for tests and benchmarks at the scale of a country.

Every file says that it is simulated: at its head, in its title and in its note.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Literal, NamedTuple

from plangraph.errors import OutputError, PlangraphError, why
from plangraph.files import write_whole
from plangraph.language import tr
from plangraph.planfile import find
from plangraph.simulate.nation import NATION, chosen
from plangraph.simulate.plans import plans
from plangraph.simulate.writing import json_text, yaml_text


class Nation(NamedTuple):
    """What was written: so many municipalities, plan files and bytes."""

    municipalities: int
    files: int
    size: int


def simulate(
    out: str | os.PathLike[str],
    municipalities: int = NATION,
    seed: int = 1,
    form: Literal["yaml", "json"] = "yaml",
    progress: Callable[[str, int, int], None] | None = None,
) -> Nation:
    """Write the plan files of ``municipalities`` invented cities into the folder ``out``.

    A file depends on ``seed`` and its municipality alone: a smaller nation is part of a
    larger one, byte by byte. Raises PlangraphError, also where ``out`` holds plan files that
    would not be replaced.
    """
    if not 1 <= municipalities <= NATION:
        raise PlangraphError(
            tr("there are {count} municipalities", count=NATION),
            advice=tr("ask for 1 to {count}", count=NATION),
            value=municipalities,
        )
    text = json_text if form == "json" else yaml_text
    places = list(chosen(municipalities, seed))
    folders = {Path(out, place.municipality.code) for place in places}
    there = find([Path(out)]) if os.path.isdir(out) else []
    others = [one for one in there if one.parent not in folders or one.suffix != f".{form}"]
    if others:
        raise OutputError(
            tr("there are other plan files in this folder"),
            place=os.fspath(min(others)),
            advice=tr("name an empty folder: they would be built with it"),
        )
    files = size = 0
    try:
        for number, place in enumerate(places, 1):
            folder = Path(out) / place.municipality.code
            folder.mkdir(parents=True, exist_ok=True)
            for plan in plans(place, seed):
                body = text(plan.data).encode()
                write_whole(os.fspath(folder / f"{plan.data['version']}.{form}"), body)
                files, size = files + 1, size + len(body)
            if progress:
                progress(tr("simulate"), number, municipalities)
    except OSError as error:
        raise OutputError(
            tr("the file cannot be written: {problem}", problem=why(error)),
            place=os.fspath(out),
            advice=tr("check that the folder exists, is writable and has space"),
        ) from None
    return Nation(municipalities, files, size)


def share(text: str) -> int:
    """Return how many municipalities a scale means: ``full``, ``1/10``, ``1/100``.

    >>> share("1/10")
    174
    """
    try:
        part = Fraction(1) if text == "full" else Fraction(text)
    except (ValueError, ZeroDivisionError):
        part = Fraction(0)
    if not 0 < part <= 1:
        raise PlangraphError(
            tr("there is no scale {text}", text=text), advice=tr("write full, 1/10 or 1/100")
        )
    return max(1, int(NATION * part))
