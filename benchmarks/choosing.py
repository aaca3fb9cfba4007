"""Elements that choose among those of another city, and how often a method chooses right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from plangraph.links import counterparts

#: A partial overlap (grade 1).
PARTIAL = -2


class Choice(NamedTuple):
    """An element and the elements to choose among: features, and 1 right, 0 wrong, -1 unclear.

    PARTIAL is wrong beside a right one; where that is taken away, a reader might take it.
    """

    where: str
    features: Any
    right: Any
    weight: float


def odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def figures(name: str, found: Sequence[Choice], weights: Any) -> None:
    some = first = three = missed = kept_out = 0
    true = told = said = links = hold = 0
    further = odds(counterparts.FURTHER)
    for one in found:
        cut = odds(counterparts.cut(len(one.right)))
        total = one.features[:, :-1] @ weights[:-1]
        total = total + weights[-1] + one.features[:, -1] * counterparts.WEIGHTS[-1]
        order = np.argsort(-total, kind="stable")
        none = total[order[0]] < cut
        said += none
        for place, at in enumerate(order[:3]):
            if total[at] >= (further if place else cut):
                links += 1
                hold += one.right[at] not in (0, PARTIAL)
        if (one.right == 1).any():
            some += 1
            fits = (one.right == 1) | (one.right == -1)
            first += fits[order[0]]
            three += fits[order[:3]].any()
            missed += none
            wrong = total[one.right == 0]
            kept_out += not len(wrong) or wrong.max() < cut
        elif not (one.right == -1).any() or one.where.startswith("gold"):
            true += 1
            told += none
    print(
        f"{name:30} {some:4} with a counterpart: first {first / some:.3f}, "
        f"of three {three / some:.3f}, held for none {missed / some:.3f}; "
        f"none told {told} of {true}, of {said} told {said - missed} hold; "
        f"links that hold {hold / max(links, 1):.3f}; "
        f"with the right ones away {kept_out / some:.3f}"
    )


def limits(name: str, found: Sequence[Choice], weights: Any) -> None:
    """Print precision and recall of none with the limit moved: odds times a factor."""
    best = []
    for one in found:
        some = (one.right == 1).any()
        if some or not (one.right == -1).any():
            total = one.features @ np.append(weights[:-1], counterparts.WEIGHTS[-1]) + weights[-1]
            best.append((total.max() - odds(counterparts.cut(len(one.right))), some))
    over, right = np.array(best).T
    for factor in (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0):
        none = over < np.log(factor)
        hold = (none & (right == 0)).sum()
        print(
            f"{name}, odds x {factor:4}: none told {none.sum():3}, precision "
            f"{hold / max(none.sum(), 1):.3f}, recall {hold / max((right == 0).sum(), 1):.3f}"
        )
