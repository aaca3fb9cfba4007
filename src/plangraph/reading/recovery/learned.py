"""Codes that only one document uses (創1-1, まな2): learnt from their repetition."""

from __future__ import annotations

import re
from collections import defaultdict

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow

_CODE = re.compile(
    r"^(?P<word>[一-龥]{1,3}|[ぁ-んァ-ヶー]{2,6}|[一-龥][ぁ-ん]{1,3})"
    r"(?P<number>\d{1,2}(?:-\d{1,2}){0,2})[\s:.．](?=\s*\S{2})"
)
_NOT = re.compile(
    r"^(?:第|令和|平成|昭和|約|図|表|写真|資料|注|問|計|全|各|計画|年|月|人口|電話|延べ|累計"
    r"|午前|午後|平均)$"
)
#: So many headings of one dress make it a family.
ENOUGH = 4


def learn(units: list[Unit]) -> None:
    """Give units the code that their dress and its repetition show."""
    found: dict[int, list[tuple[Unit, re.Match[str]]]] = defaultdict(list)
    for unit in units:
        if unit.code or unit.use or len(unit.text) > 60 or unit.prose:
            continue
        match = _CODE.match(narrow(unit.text))
        if match and not _NOT.match(match["word"]):
            found[match["number"].count("-")].append((unit, match))
    for dashes, members in found.items():
        names = {match["word"] + match["number"] for _, match in members}
        words = {match["word"] for _, match in members}
        if len(names) < ENOUGH or len(words) > max(1, len(names) // 2):
            continue
        shape = "-".join(["字N", *["N"] * dashes])
        for unit, match in members:
            numbers = tuple(int(number) for number in match["number"].split("-"))
            printed = unit.text[: match.end("number")]
            unit.code = Code("", shape, numbers, printed)
            unit.rest = unit.text[match.end() :].strip()
