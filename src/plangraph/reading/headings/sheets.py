"""Sheets of one form (個票): a field that names what each sheet is about, again and again.

``取組項目 はんこの見直し`` above ``担当課 …`` and ``取組内容 …``: the field of the name stands once
on each sheet, and says something else on each.
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow, parse

_FIELD = re.compile(
    r"(?P<field>(?:(?:個別|実施|改革|推進)?(?:取組|施策|事業)|(?:取組|実施|改革|推進|個別))(?:項目|の?名称|名))"
    r"(?:\s*[:：]\s*|\s+)(?P<title>[^\s。].{2,38}[^。])"
)
#: What another field of the same sheet begins with.
_OTHER = re.compile(
    r"(?:番号|(?:取組|整理|事業|施策)(?:番号|No)|担当(?:部?課|部署|部局)?|所管(?:部?課|部署)?|実施主体|主管課"
    r"|(?:取組|事業|施策|実施)?(?:の?概要|の?内容|の?目的)|現状(?:と課題)?|対象(?:者)?|実施(?:時期|年度)|年次計画)"
    r"(?:\s|[:：]|$)"
)
#: Sheets enough for a form, and the fields that stand right around the name.
_SHEETS, _NEAR = 2, 3
_KINDS = {"施策": "measure", "事業": "project", "取組": "measure"}


def name(units: list[Unit]) -> None:
    """Give the names of sheets the kind that their field tells, and put the field aside."""
    found: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for place, unit in enumerate(units):
        if unit.use in ("", "table") and not (unit.code or unit.cells or unit.prose):
            match = _FIELD.fullmatch(narrow(unit.text.strip()))
            if match:
                found.setdefault(match["field"], []).append((place, match))
    for members in found.values():
        titles = {match["title"] for _, match in members}
        formed = sum(_in_form(units, place) for place, _ in members)
        if len(titles) < max(_SHEETS, len(members)) or formed < len(members):
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


def _in_form(units: list[Unit], place: int) -> bool:
    near = units[max(0, place - 1) : place] + units[place + 1 : place + 1 + _NEAR]
    return any(_OTHER.match(narrow(unit.text.strip())) for unit in near)
