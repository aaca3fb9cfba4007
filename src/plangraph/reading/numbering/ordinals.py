"""Which plan a sentence speaks of (第6次): this one, or one before it."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms import numerals
from plangraph.reading.terms.codes import narrow

#: Patterns of the number of a plan and of its ordinal: 第3次, 第 十一 期.
NUMBER = r"[\d一二三四五六七八九十]{1,3}"
PATTERN = rf"第\s?{NUMBER}\s?[次期]"
#: What a plan says of the plan before it.
_BEFORE = re.compile(r"前計画|旧計画|これまでの計画|過去の")
_ORDINAL = re.compile(r"第\s?(\d+|[一二三四五六七八九十]+)\s?([次期])")


def of(text: str) -> dict[str, int]:
    """Return the highest ordinals of plans in a text: 第6次 → {次: 6}, 第十一期 → {期: 11}."""
    found: dict[str, int] = {}
    for printed, counter in _ORDINAL.findall(text):
        found[counter] = max(found.get(counter, 0), numerals.value(narrow(printed)))
    return found


def _older(sentence: str, newest: dict[str, int]) -> bool:
    """Tell a sentence that speaks of an earlier plan than the document does."""
    told = of(sentence)
    return bool(told) and all(value < newest.get(of, 0) for of, value in told.items())


def newest_in(units: list[Unit]) -> dict[str, int]:
    """Return the highest ordinals of plans that a document names."""
    newest: dict[str, int] = {}
    for unit in units:
        if "第" in unit.text:
            for counter, value in of(unit.text).items():
                newest[counter] = max(newest.get(counter, 0), value)
    return newest


def of_before(text: str, match: re.Match[str], newest: dict[str, int]) -> bool:
    """Tell a match in a sentence of the plan before this one."""
    stop = text.find("。", match.end())
    start = text.rfind("。", 0, match.start()) + 1
    sentence = text[start : stop if stop >= 0 else len(text)]
    if _BEFORE.search(sentence):
        return True
    after = re.match(rf"[すしたる]{{0,2}}{_ORDINAL.pattern}", text[match.end() :])
    nearest = [after] if after else list(_ORDINAL.finditer(text[start : match.start()]))[-1:]
    return _older(nearest[0][0] if nearest else sentence, newest)
