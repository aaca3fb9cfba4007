"""Files of judgements to measure against: read, and refused where they contradict themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import NoneType
from typing import Any

from plangraph.errors import PlangraphError, at, nearest, why
from plangraph.language import tr
from plangraph.links.text import fold


def check_pairs(gold: Path, pairs: Sequence[dict[str, Any]], cities: Sequence[str]) -> None:
    """Refuse grades that there are not, and pairs that are judged twice and differently."""
    seen: dict[tuple[Any, ...], tuple[int, Any]] = {}
    for place, pair in enumerate(pairs):
        if not all(isinstance(pair.get(c), dict) and _named(pair[c]) for c in cities):
            raise malformed(gold, "pairs", line_of(gold, "pairs", place))
        said = (pair.get("grade"), pair.get("alt_grade"))
        for grade in (said[0], *([] if said[1] is None else [said[1]])):
            if type(grade) is not int or not 0 <= grade <= 3:
                raise PlangraphError(
                    tr("there is no grade {grade}", grade=str(grade)),
                    place=at(gold, line_of(gold, "pairs", place)),
                    advice=tr("grades are 0 to 3"),
                )
        key = tuple((pair[c].get("code"), fold(str(pair[c]["title"]))) for c in cities)
        first, before = seen.setdefault(key, (place, said))
        if before != said:
            raise twice(gold, "pairs", str(pair[cities[0]]["title"]), first, place)


def twice(gold: Path, key: str, title: str, first: int, place: int) -> PlangraphError:
    """Say that something is judged twice, and where."""
    return PlangraphError(
        tr("{element} is judged twice", element=title),
        place=at(gold, line_of(gold, key, place)),
        advice=tr(
            "it is judged at {place} too; keep one of them",
            place=at(gold, line_of(gold, key, first)),
        ),
    )


def line_of(gold: Path, key: str, place: int) -> int:
    """Return the line where the item ``place`` of the list ``key`` begins."""
    text = gold.read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    start = text.index("[", text.index(json.dumps(key, ensure_ascii=False)))
    for _ in range(place + 1):
        start = next(n for n in range(start + 1, len(text)) if text[n] == "{")
        begin, (_, start) = start, decoder.raw_decode(text, start)
    return text.count("\n", 0, begin) + 1


def check_goals(gold: Path, elements: Sequence[dict[str, Any]]) -> None:
    """Refuse goals that there are not, and elements that are judged twice and differently."""
    seen: dict[tuple[Any, str], tuple[int, set[Any]]] = {}
    for place, one in enumerate(elements):
        if not _named(one) or not isinstance(one.get("primary"), list):
            raise malformed(gold, "elements", line_of(gold, "elements", place))
        for goal in one["primary"]:
            if type(goal) is not int or not 1 <= goal <= 17:
                raise PlangraphError(
                    tr("no SDG goal is called {name}", name=str(goal)),
                    place=at(gold, line_of(gold, "elements", place)),
                    advice=tr("goals are 1 to 17"),
                )
        first, before = seen.setdefault(
            (one.get("code"), fold(one["title"])), (place, set(one["primary"]))
        )
        if before != set(one["primary"]):
            raise twice(gold, "elements", one["title"], first, place)


def fields_of(
    gold: Path, elements: Sequence[dict[str, Any]], keys: Mapping[str, str]
) -> list[set[str]]:
    """Return the fields that each element is judged to have; refuse those that there are not.

    ``keys`` are the keys of fields by key and by folded label.
    """
    found = []
    for place, one in enumerate(elements):
        named = one.get("primary", one.get("fields"))
        if not _named(one) or not isinstance(named, list):
            raise malformed(gold, "elements", line_of(gold, "elements", place))
        for name in named:
            if fold(str(name)) not in keys:
                raise PlangraphError(
                    tr("no policy field is called {name}", name=str(name)),
                    place=at(gold, line_of(gold, "elements", place)),
                    advice=nearest(str(name), [*keys.values(), *keys]),
                )
        found.append({keys[fold(str(name))] for name in named})
    return found


def listed(gold: Path, key: str) -> list[dict[str, Any]]:
    """Return the judgements listed under ``key``; raises PlangraphError."""
    try:
        found = json.loads(gold.read_text(encoding="utf-8"))[key]
    except OSError as error:
        raise PlangraphError(
            tr("the file cannot be read: {problem}", problem=why(error)), place=at(gold)
        ) from None
    except UnicodeDecodeError:
        raise PlangraphError(tr("the file is not UTF-8"), place=at(gold)) from None
    except json.JSONDecodeError as error:
        raise PlangraphError(
            tr("this is no JSON"), place=at(gold, error.lineno), advice=tr("mend the file")
        ) from None
    except (KeyError, TypeError):
        raise malformed(gold, key) from None
    if not isinstance(found, list) or not found or not all(isinstance(x, dict) for x in found):
        raise malformed(gold, key)
    for one in found:  # a code may be written as a number
        for item in (one, *(value for value in one.values() if isinstance(value, dict))):
            if type(item.get("code")) in (int, float):
                item["code"] = str(item["code"])
    return found


def _named(element: dict[str, Any]) -> bool:
    """Tell whether an element has a title, and its code is a text where it has one."""
    return isinstance(element.get("title"), str) and isinstance(element.get("code"), str | NoneType)


def malformed(gold: Path, key: str, line: int | None = None) -> PlangraphError:
    """Say that the judgements are not in the form that is expected."""
    return PlangraphError(
        tr("the judgements have no list “{key}” in the form that is expected", key=key),
        place=at(gold, line),
        advice=tr("see docs/how-to/link.md for the form"),
    )
