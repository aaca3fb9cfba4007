"""Mottos: a line alone below 基本理念 or 合言葉 is what the label says, in any words."""

from __future__ import annotations

import re

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

_SHORTEST, _LONGEST, _SAYING = 5, 48, 34
#: What a sentence that explains, and does not call, ends with.
_EXPLAINS = re.compile(
    r"(?:ます|です|ました|でした|である|ません|とする|した|ください|こと|もの|[よと]り|とおり)。?$"
)
#: What a line that goes on, or tells of the plan, looks like.
_GOES_ON = re.compile(r"(?:[をがのは、，,]|とは|として|および|及び)$")
_OF_PLAN = re.compile(
    r"計画|(?:戦略|ビジョン|プラン|大綱|構想|方針|について|令和\d.*|年度?|ページ|頁)$"
    r"|(?<![\d０-９])[\d０-９][\d０-９.,，．]*+\s*+(?:人|件|戸|㎡|ha|％|%)|[HRS]?\d{1,4}\.\d{1,2}\.\d{1,2}"
)


def is_sole(units: list[Unit], place: int, stop: int) -> bool:
    """Tell the short line right below a label that stands alone up to the next of another form.

    What follows is a paragraph, a gap, a label, a code or a list: never a line like itself,
    so that a list without marks is none.
    """
    if place >= min(stop, len(units)):
        return False
    unit = units[place]
    text = unit.text.strip()
    if unit.code or unit.mark or unit.use or unit.contents or unit.cells:
        return False
    if unit.prose and ("。" in text.rstrip("。") or len(text) > _SAYING):
        return False
    name = plain(text)
    if not _SHORTEST <= len(name) <= _LONGEST:
        return False
    after = units[place + 1] if place + 1 < min(stop, len(units)) else None
    if _EXPLAINS.search(text) and (unit.prose or (after is not None and after.prose)):
        return False
    if _GOES_ON.search(text) or _OF_PLAN.search(narrow(text)) or is_no_title(narrow(text)):
        return False
    if lexicon.role_of(name) or lexicon.META_TITLES.match(name) or lexicon.ABOUT.search(name):
        return False
    if is_placeholder(narrow(text)) or text[0] in "(（※―—–-":
        return False
    if after is None:
        return True
    other = after.prose or after.gap or after.code or after.mark or after.use
    return bool(other or lexicon.role_of(plain(after.text)) or after.text[0] in "～~〜【〔[■")


def settle(units: list[Unit], headings: list[Heading]) -> None:
    """Note of which labels of a vision the statement alone is what they announce."""
    for heading in headings:
        if heading.role in ("vision", "philosophy"):
            below = heading.end + 1
            heading.stated = bool(heading.body) or is_sole(units, below, len(units))
