"""Numbers of one dress on two levels: the lower ones start again below each upper one."""

from __future__ import annotations

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.families import HOLDERS, base_rank

#: Fewer upper numbers than these may be chance.
_UPPER = 3


def two_levels(headings: list[Heading]) -> None:
    """Where numbers 1, 1 2 3, 2, 1 2, 3 … can be read in just one way, part their levels."""
    runs: dict[tuple[str, str], list[Heading]] = {}
    for heading in headings:
        if heading.code is not None and not heading.code.word and len(heading.code.numbers) == 1:
            runs.setdefault(heading.family, []).append(heading)
    for family, found in runs.items():
        upper = _upper([one.code.numbers[0] for one in found if one.code])
        if len(upper) >= _UPPER:
            for place, heading in enumerate(found):
                if place not in upper:
                    heading.family = (family[0], family[1] + "'")


def _upper(numbers: list[int]) -> set[int]:
    """Return the places of the upper numbers; none where the numbers are no two levels."""
    upper: set[int] = set()
    above = below = 0
    for place, number in enumerate(numbers):
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        if number == above + 1 and (after == 1 or (after is None and number != below + 1)):
            upper.add(place)
            above, below = number, 0
        elif number == below + 1 and upper:
            below = number
        else:
            return set()
    return upper


def part_restarts(headings: list[Heading]) -> None:
    """Numbers that start again below a heading of their own family are a family below it.

    ``3 施策の大綱`` followed by ``1 …, 2 …``: the second run ends where the first goes on.
    """
    runs: dict[tuple[str, str], tuple[int, bool]] = {}
    last: Heading | None = None
    for heading in headings:
        code = heading.code
        if code is None or code.word or len(code.numbers) != 1:
            if code is not None:
                runs.clear()
                last = None
            continue
        family = heading.family
        depth = base_rank(family)
        for other in [one for one in runs if base_rank(one) > depth]:
            del runs[other]
        number, (outer, nested) = code.numbers[0], runs.get(family, (0, False))
        if nested and number == outer + 1 and number > 1 and heading.role:
            runs[family] = (number, False)
        elif nested:
            heading.family = (family[0], family[1] + "'")
        elif (
            number == 1
            and outer >= 1
            and last is not None
            and last.role in HOLDERS
            and (last.family == family)
        ):
            runs[family] = (outer, True)
            heading.family = (family[0], family[1] + "'")
        else:
            runs[family] = (number, False)
        last = heading
