"""Sheets of one form (個票): a field that names what each sheet is about, again and again.

``取組項目 はんこの見直し`` above ``担当課 …`` and ``取組内容 …``: the field of the name stands once
on each sheet, and says something else on each. What it says may stand on the next line, and the
number of the sheet (整理番号) above it.
"""

from __future__ import annotations

import re
from collections import Counter

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow, parse

_NAME = (
    r"(?:(?:(?:個別|実施|改革|推進)?(?:取組|施策|事業)|(?:取組|実施|改革|推進|個別))"
    r"(?:項目(?:名|の?名称)?|の?名称|名)|項目名|件名)"
)
#: The number of a sheet, before its name on the same line or on a line of its own.
_COUNTED = r"(?:(?:取組|整理|事業|施策|項目)(?:番号|No\.?)|番号|No\.?)"
_FIELD = re.compile(
    rf"(?:(?P<head>(?:{_COUNTED})?\s*[:：]?\s*\d{{1,3}}(?:[-－.]\d{{1,2}})*)(?:\s*[:：]\s*|\s+))?"
    rf"(?P<field>{_NAME})(?:\s*[:：]\s*|\s+)(?P<title>[^\s。].{{2,38}}[^。])"
)
#: Fields that say which sheet it is, and whose.
_OWN = (
    r"(?:(?:取組|整理|事業|施策|項目|体系)(?:番号|No)|番号|(?:担当|所管)(?:部?課|部署|部局|\([^()]{1,12}\))?"
    r"|実施(?:主体|部署)|主管課)"
)
#: What another field of the same sheet begins with.
_OTHER = re.compile(
    rf"(?:{_OWN}|(?:取組|事業|施策|実施|具体的な?)?(?:項目)?(?:の?概要|の?内容|の?目的)|現状(?:と課題)?"
    r"|対象(?:者)?|(?:期待される)?効果|目標(?:・効果)?|実施(?:時期|年度)|年[次度]計画)(?:\s|[:：]|$)"
)
#: A field alone on its line; what it says stands on the next.
_ALONE = re.compile(rf"{_NAME}|{_OWN}")
_HEAD = re.compile(rf"{_NAME}|{_OTHER.pattern}")
#: The field that holds the number of the sheet.
_NUMBER = re.compile(rf"{_COUNTED}\s*:?\s*(?P<number>\S{{1,8}})")
#: The most letters of a field, and of what it says on the next line.
_LONGEST_FIELD, _LONGEST = 15, 60
#: Sheets and fields enough for a form, and the fields that stand right around the name.
_SHEETS, _FIELDS, _NEAR = 2, 2, 3
#: So many of the sheets have another field right beside the name: a page may end between them.
_MOSTLY = 0.7
_KINDS = {"施策": "measure", "事業": "project", "取組": "measure"}


def name(units: list[Unit]) -> None:
    """Give the names of sheets the kind that their field tells, and put the field aside."""
    found: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for place, unit in enumerate(units):
        if unit.use in ("", "table") and not (unit.cells or unit.prose):
            match = _FIELD.fullmatch(narrow(unit.text.strip()))
            if match and (match["head"] or unit.code is None):
                found.setdefault(match["field"], []).append((place, match))
    for members in found.values():
        titles = {match["title"] for _, match in members}
        formed = sum(_in_form(units, place) for place, _ in members)
        if len(titles) < max(_SHEETS, len(members)) or formed < _MOSTLY * len(members):
            continue
        for place, match in members:
            unit = units[place]
            kinds = [kind for word, kind in _KINDS.items() if word in match["field"]]
            text = unit.text.strip()
            unit.printed = unit.printed or unit.text
            text = text[match.start("title") :]
            _, unit.code, start = parse(narrow(text))
            unit.text, unit.rest = text, text[start:]
            unit.hint, unit.use = (kinds or ["measure"])[0], ""
            unit.code = unit.code or _code(match["head"], text) or _number(units, place)


def close_up(units: list[Unit]) -> None:
    """Put fields and what they say on one line, where the fields stand alone again and again."""
    lone = {
        place: field
        for place, unit in enumerate(units[:-1])
        if len(unit.text) <= _LONGEST_FIELD
        and _HEAD.fullmatch(field := narrow(unit.text.strip("【】■◆●○ 　")))
    }
    again = {field for field, count in Counter(lone.values()).items() if count >= _SHEETS}
    if len(again) < _FIELDS or not any(re.fullmatch(_NAME, field) for field in again):
        return
    fields = {place: field for place, field in lone.items() if _ALONE.fullmatch(field)}
    for place, field in fields.items():
        unit, said = units[place], units[place + 1]
        above = narrow(units[place - 1].text.strip()) if place else ""
        if _HEAD.fullmatch(above) or place + 1 in fields:  # heads of columns
            continue
        taken = said.use not in ("", "page-number") or said.cells or said.prose or said.mark
        if field not in again or taken or said.celled or len(said.text) > _LONGEST:
            continue
        unit.printed = unit.printed or f"{unit.text} {said.text}"
        unit.text = unit.rest = f"{unit.text.strip()}　{said.text.strip()}"
        unit.last, unit.use, said.use = said.last, "", "joined"


def _code(head: str | None, title: str) -> Code | None:
    """Return the number of a sheet that stands before its name on the line."""
    told = re.search(r"\d\S*$", head) if head else None
    return parse(f"{told[0]} {title}")[1] if told else None


def _number(units: list[Unit], place: int) -> Code | None:
    """Return the number of a sheet that stands above its name: 整理番号 12, № 3."""
    above = [unit for unit in units[max(0, place - 2 * _NEAR) : place] if unit.use != "joined"]
    for unit in reversed(above):
        if unit.code and unit.code.word == "No" and not unit.rest:
            unit.use = "joined"
            return unit.code
    told = _NUMBER.fullmatch(narrow(above[-1].text.strip())) if above else None
    if told is None:
        return None
    code = parse(f"{told['number']} {units[place].text}")[1]
    printed = above[-1].text.strip()[told.start("number") :]
    above[-1].use = "joined"
    return code._replace(printed=printed) if code else None


def _in_form(units: list[Unit], place: int) -> bool:
    near = [unit for unit in units[place + 1 : place + 1 + 2 * _NEAR] if unit.use != "joined"]
    near = [*units[max(0, place - 1) : place], *near[:_NEAR]]
    return any(_OTHER.match(narrow(unit.text.strip())) for unit in near)
