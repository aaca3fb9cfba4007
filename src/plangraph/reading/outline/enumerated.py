"""Parts of a plan that a sentence counts up: 4つの基本目標を「…」「…」…, 「…」「…」を柱として."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow

_ROLE = (
    r"(?:基本目標|政策目標|目標|基本理念|理念|基本方針|視点|施策体系が柱|柱|将来像|基本姿勢|重点項目"
    r"|基本戦略|重点施策|重点政策|基本施策|基本政策|主要施策|主要政策|基本方向|基本的な方向"
    r"|施策の方向)"
)
_ROLES = re.compile(_ROLE)
_NUMBER = r"[\d一二三四五六七八九]"
_COUNT = rf"(?P<count>{_NUMBER})(?:つ|項目|本|点)"
_TOLD = rf"(?P<told{{}}>{_NUMBER})(?:つ|項目|本|点)"
_QUOTED = (
    r"(?:(?:[①-⑳]|[(（]\d[)）])?[「『][^「」『』]{2,50}[」』]"
    r"(?:[、，,や・]|と|及び|または)*){2,}"
)
_PLAIN = r"(?:[^、。「」『』]{4,40}、){2,}[^、。「」『』]{4,40}?"
_NAMES = re.compile("[「『]([^「」『』]{2,50})[」』]")
_CODE = re.compile(r"^(?:[①-⑳]|[(（]\d[)）]|\d[.．])\s*")
#: The role after the names, or before them with a number on either side.
_AFTER = re.compile(
    rf"(?P<names>{_QUOTED})(?:など|という|の|を)*[、，]?(?:{_COUNT})?の?を?(?:まちづくりの)?(?P<role>{_ROLE})"
)
_BEFORE = re.compile(
    rf"(?:{_COUNT}の[^。、「『]{{0,8}}?)?(?P<role>{_ROLE})(?:として|は|を|に)?[、:：(（]?\s*"
    rf"(?:(?P<names>{_QUOTED})(?:(?:の|という|、){_TOLD.format(1)}|[をとで。に)）])"
    rf"|(?P<plain>{_PLAIN})(?:の|という|、){_TOLD.format(2)})"
)
#: Names with marks in brackets after the role: 3つの基本方針(・… ・…).
_MARKED = re.compile(
    rf"{_COUNT}の(?P<role>{_ROLE})[(（](?P<names>(?:\s*[・●○①-⑳][^・●○①-⑳()（）]{{2,30}}){{2,}})[)）]"
)
_MARKS = re.compile(r"\s*[・●○①-⑳]\s*")
#: Two names have so many letters each; three may be single words: 「共生」「学び」「安心」.
_NAME = 4
#: So many names need not be counted: 基本目標として「…」「…」「…」を掲げ.
_STATED = 3


def _number(text: str | None) -> int | None:
    text = narrow(text or "")
    return int(text) if text.isdigit() else "一二三四五六七八九".find(text) + 1 if text else None


def in_sentence(text: str) -> Iterator[tuple[str, str]]:
    """Yield role word and title of all that a sentence counts up."""
    if not _ROLES.search(text):
        return
    seen: set[str] = set()
    for pattern in (_AFTER, _BEFORE, _MARKED):
        for match in pattern.finditer(text):
            found = match.groupdict()
            quoted = found["names"] or ""
            names = _NAMES.findall(quoted) or (found.get("plain") or "").split("、")
            if pattern is _MARKED:
                names = _MARKS.split(quoted)[1:]
            names = [_CODE.sub("", name).strip() for name in names]
            counts = {_number(found.get(one)) for one in ("count", "told1", "told2")} - {None}
            agree = counts == {len(names)}
            stated = pattern is _BEFORE and quoted and not counts and len(names) >= _STATED
            if pattern is not _AFTER and not (agree or stated):
                continue
            if not quoted and not all(lexicon.SLOGAN.search(name) for name in names):
                continue
            if len(names) == 2 and min(map(len, names)) < _NAME:
                continue
            for name in names:
                if name not in seen:
                    seen.add(name)
                    yield found["role"], name
