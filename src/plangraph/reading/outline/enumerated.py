"""Parts of a plan that a sentence counts up: 4つの基本目標を「…」「…」…, 「…」「…」を柱として."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.numerals import CIRCLED

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
    if text in CIRCLED:
        return CIRCLED[text]
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
            if len(names) == 2 and min(map(len, names)) < _NAME:
                continue
            for name in names:
                if name not in seen:
                    seen.add(name)
                    yield found["role"], name


#: One of several that sentences name in turn: 第一に、「…」です。, 2つ目は「…」, 基本目標３は「…」.
_IN_TURN = re.compile(
    rf"(?:第?(?P<count>{_NUMBER})(?:に|[つ番点]目[はがにの])|(?P<role>{_ROLE})(?P<of>{_NUMBER}|[①-⑨])[はがの])"
    r"[はが]?[、,]?\s?[「『](?P<name>[^「」『』]{4,50})[」』]"
)
#: What says before them how many there are, and what they are called.
_MANY = re.compile(rf"{_COUNT}の[^。、「『]{{0,8}}?(?P<role>{_ROLE})")
#: So many units may stand between two of them.
_NEAR = 6


def in_turn(units: list[Unit]) -> list[tuple[int, str, str]]:
    """Return place, role word and title of what sentences name one by one, counting up.

    A sentence before them tells how many they are and what they are called, or each does.
    """
    found: list[tuple[int, str, str]] = []
    run: list[tuple[int, str, str]] = []
    role, many = "", 0
    for place, unit in enumerate(units):
        if not unit.prose or unit.use or ("「" not in unit.text and "つ" not in unit.text):
            continue
        text = narrow(unit.text)
        for match in _IN_TURN.finditer(text):
            near = not run or place - run[-1][0] <= _NEAR
            count = _number(match["count"] or match["of"])
            if count == 1 or not near or count != len(run) + 1:
                found += _whole(run, role, many)
                run = []
            if count == len(run) + 1:
                run.append((place, match["role"] or "", unit.text[slice(*match.span("name"))]))
        if told := _MANY.search(text):
            role, many = told["role"], _number(told["count"]) or 0
    return found + _whole(run, role, many)


def _whole(run: list[tuple[int, str, str]], role: str, many: int) -> list[tuple[int, str, str]]:
    """Return all that are named in turn, where each says what it is or their number agrees."""
    if len(run) > 1 and (all(own for _, own, _ in run) or len(run) == many):
        return [(place, own or role, title) for place, own, title in run]
    return []
