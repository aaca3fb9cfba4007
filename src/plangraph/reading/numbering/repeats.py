"""Repeats: contents pages, summaries and running headers print a heading again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from plangraph.fiscal import fold
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.rows import Unit

LEVEL = {
    "philosophy": 0, "vision": 0, "viewpoint": 1, "goal": 1, "strategy-goal": 1, "policy": 2,
    "project": 2, "measure": 3, "ideal-state": 4, "direction": 4, "perspective": 4,
}  # fmt: skip


#: So many like headings are compared with a new one.
MOST_REPEATS = 8
#: The outline of a section has no more items than these, of these kinds.
MOST_LISTED = 40
_OUTLINED = frozenset(("policy", "measure", "direction", "project"))


@dataclass(slots=True, eq=False)
class Draft:
    """An element in the making."""

    kind: str
    title: str
    place: int
    end: int
    first: int
    last: int
    page: int | None = None
    code: str | None = None
    term: str | None = None
    subtitle: str | None = None
    keywords: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    sdgs: list[tuple[int, int, str]] = field(default_factory=list)
    printed: str | None = None
    repair: str | None = None
    contents: bool = False
    bodied: bool = False
    parent: Draft | None = None
    also: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    passages: list[tuple[str | None, Unit]] = field(default_factory=list)
    heading: Heading | None = None
    numbers: tuple[int, ...] = ()
    #: Given where something refers to the element.
    id: str = ""


#: What a heading shares with its repeats: the kind, its title or code, whose part it is.
_Key = tuple[str, str, int]


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with every repeat merged into the one that is kept."""
    kept: list[Draft] = []
    replaced: dict[Draft, Draft] = {}
    known: dict[_Key, list[Draft]] = {}
    for draft in drafts:
        while draft.parent in replaced:
            draft.parent = replaced[draft.parent]
        keys = _keys(draft)
        same = _same(draft, keys, known) or _listed(draft, kept)
        if same is None:
            for key in keys:
                known.setdefault(key, []).append(draft)
            kept.append(draft)
            continue
        replaced[draft] = same
        _absorb(same, draft)
    for draft in kept:
        while draft.parent in replaced:
            draft.parent = replaced[draft.parent]
        if draft.parent is draft:
            draft.parent = None
    return kept


def follow_codes(drafts: list[Draft]) -> None:
    """Put elements below the one whose number their codes begin with: 施策3-311 below 3.

    Where the body does not print the heading of 3 again, its elements stand below that of
    2. Codes must begin with the number above them elsewhere, below two elements or more.
    """
    pairs: dict[tuple[tuple[str, str], tuple[str, str]], list[tuple[Draft, Draft]]] = {}
    for draft in drafts:
        above = draft.parent
        if above is None or draft.heading is None or above.heading is None:
            continue
        if 0 < len(above.numbers) < len(draft.numbers):
            families = draft.heading.family, above.heading.family
            pairs.setdefault(families, []).append((draft, above))
    for (_, family), found in pairs.items():
        agree = [above for draft, above in found if _begins(draft, above)]
        if len({above.numbers for above in agree}) < 2:
            continue
        known = [one for one in drafts if one.heading and one.heading.family == family]
        for draft, above in found:
            if _begins(draft, above):
                continue
            others = [one for one in known if one.place < draft.place and _begins(draft, one)]
            if len(others) == 1:
                draft.parent = others[0]


def _begins(draft: Draft, above: Draft) -> bool:
    """Tell whether the code of a draft begins with the number of the one above."""
    return above.numbers == draft.numbers[: len(above.numbers)] != ()


def _same(draft: Draft, keys: list[_Key], known: dict[_Key, list[Draft]]) -> Draft | None:
    for key in keys:
        for other in known.get(key, [])[-MOST_REPEATS:]:
            if other is draft or other.kind != draft.kind:
                continue
            if draft.kind in ("ideal-state", "perspective") and other.parent is not draft.parent:
                continue
            if alike(other, draft):
                return other
    return None


def _listed(draft: Draft, kept: list[Draft]) -> Draft | None:
    """Return the item of the outline at the head of a section (施策の体系) that a heading repeats.

    Both bear one number and title below one heading; the item holds nothing, the heading does.
    """
    held = draft.bodied or _holds(draft)
    if not (held and draft.numbers and draft.parent and draft.kind in _OUTLINED):
        return None
    for other in reversed(kept[-MOST_LISTED:]):
        if other.parent is draft.parent and other.numbers == draft.numbers and (
            _bare(other.title) == _bare(draft.title) and other.kind in _OUTLINED
            and not (other.bodied or _holds(other))
        ):  # fmt: skip
            return other
    return None


def _keys(draft: Draft) -> list[_Key]:
    """Return what a repeat of the draft shares with it."""
    keys = [(draft.kind, "t" + _core(draft.title), 0)]
    if draft.code and draft.heading and draft.heading.code:
        code = draft.heading.code
        if code.word or len(code.numbers) > 1:
            keys.append((draft.kind, f"c{code.family}{code.numbers}", 0))
        else:
            keys.append((draft.kind, f"c{code.family}{code.numbers}", id(draft.parent)))
    return keys


def alike(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts print the same heading."""
    a, b = _bare(one.title), _bare(other.title)
    if one.numbers and other.numbers and one.numbers != other.numbers:
        shorter = len(one.numbers) != len(other.numbers)  # 1-2 of a chart, 第2節 of the body
        last = shorter and one.numbers[-1] == other.numbers[-1]
        return last and a == b and one.parent is other.parent
    if a != b and (_core(one.title) == b or _core(other.title) == a):
        a = b
    same_code = bool(one.numbers) and one.numbers == other.numbers
    code = one.heading.code if one.heading else None
    telling = code is not None and (bool(code.word) or len(code.numbers) > 1)
    if a == b:
        if same_code and not telling and _apart(one, other):
            return False
        if one.numbers or other.numbers:
            return same_code or one.parent is other.parent or not (one.numbers and other.numbers)
        return one.parent is other.parent or one.parent is None or other.parent is None
    if not same_code or _apart(one, other):
        return False
    full_a, full_b = (
        _bare(one.title + (one.subtitle or "")),
        _bare(other.title + (other.subtitle or "")),
    )
    if a.startswith(b) or b.startswith(a) or full_a.endswith(b) or full_b.endswith(a):
        return True
    least = 0.62 if telling else 0.85
    matcher = SequenceMatcher(None, full_a, full_b)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least


def _apart(one: Draft, other: Draft) -> bool:
    """Tell two headings of the body below different ones of one kind: ① 情報発信 below each."""
    above, beside = one.parent, other.parent
    if above is None or beside is None or above is beside or above.kind != beside.kind:
        return False
    return not (one.contents or other.contents or alike(above, beside))


_DRESS = re.compile(r"[\s「」『』【】()（）、。・,\-~～/／]+")
_LAST_FIELD = re.compile(r"(?<=.{4})[（(][^（）()]{2,40}[)）]$")


@lru_cache(maxsize=20_000)
def _bare(title: str) -> str:
    return _DRESS.sub("", fold(title)).casefold()


def _core(title: str) -> str:
    """Return a title without the fields named in brackets at its end."""
    title = title.strip()
    return _bare(_LAST_FIELD.sub("", title) if title.endswith((")", "）")) else title)


def _holds(draft: Draft) -> bool:
    """Tell a heading that has others below it."""
    return draft.heading is not None and bool(draft.heading.children)


def _absorb(kept: Draft, repeat: Draft) -> None:
    """Merge a repeat into the draft kept, which takes the better place of the two."""
    better = (kept.contents and not repeat.contents) or (
        repeat.bodied and not kept.bodied and kept.contents == repeat.contents
        and len(_core(repeat.title)) >= 0.8 * len(_core(kept.title))
    ) or (_holds(repeat) and not _holds(kept) and not repeat.contents
          and _core(repeat.title) == _core(kept.title))  # fmt: skip
    if better:
        kept.also.append((kept.first, kept.last))
        for name in ("title", "place", "end", "first", "last", "page", "printed", "repair",
                     "bodied", "contents", "heading"):  # fmt: skip
            setattr(kept, name, getattr(repeat, name))
        kept.code = repeat.code or kept.code
        if repeat.parent is not None and repeat.parent is not kept:
            kept.parent = kept.parent or repeat.parent
    else:
        kept.also.append((repeat.first, repeat.last))
    kept.subtitle = kept.subtitle or repeat.subtitle
    kept.keywords = kept.keywords or repeat.keywords
    kept.departments = kept.departments or repeat.departments
    above = repeat.parent
    if kept.parent is None and above is not None and above is not kept:
        kept.parent = above if LEVEL[above.kind] < LEVEL[kept.kind] else None
