"""Numbers that count something, and are no codes: 3法人, 4法人."""

from __future__ import annotations

from plangraph.reading.rows import Unit

_LONGEST = 6


def uncode(units: list[Unit]) -> None:
    """Take the codes off lines that count one and the same short word, each otherwise."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        code = unit.code
        bare = code is not None and not code.word and not code.parted and code.shape == "N"
        if bare and not unit.use and not unit.mark and len(unit.rest) <= _LONGEST:
            found.setdefault(unit.rest, []).append(unit)
    for counted in found.values():
        if len({unit.text for unit in counted}) > 1:
            for unit in counted:
                unit.code, unit.use = None, "quantity"
