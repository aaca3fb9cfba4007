"""What the end of a line tells: the page of a contents page behind a title, the end of a row."""

from __future__ import annotations

import re

from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import UNIT

#: A title has so many letters at least.
_SHORTEST = 3
_PAGE_END = frozenset("0123456789０１２３４５６７８９ivxl頁ジ")
#: The page at the end of a line and the leader before it, both read backwards: what a leader is
#: made of stands in titles as well, but a line has one end.
_LEADER = re.compile(
    r"\s*+(?:頁|ジーペ)?\s*+(?:\d{1,3}|[ivxl]{1,5})(?:\s*+\.?[pP])?"
    r"(?:\s*+(?:[.…･・‥‧·•―─\-_](?:\s?[.…･・‥‧·•―─\-_]){2,}+|\.{2,}+|・{2,}+|…++|‥++)"
    r"|(?=\s*?(?:\t|  )))\s*+(?=\S)"
)
#: A leader whose page stands elsewhere.
_BARE_LEADER = re.compile(r"(?<!\s)(?<![.…･・‥](?=\s?[.…･・‥]))\s*+(?:[.…･・‥]\s?){5,}+$")
_DOTS = frozenset(".…･・‥")
#: What a number behind belongs to, so that it is no page: another value, the head of one.
_VALUED = re.compile(rf"[ \t]{{2,}}[\d.,]+\s?(?:{UNIT})?(?:以上|以下|未満|程度)?$")
_VALUE_HEAD = re.compile(
    r"(?:現[状況]|基準|実績|当初|初期|中間|将来|めざ[すそ]う?|\S{0,2}目標)(?:値(?:\(.*\))?|\(.*\))"
)


def without_page(text: str, cells: tuple[str, ...]) -> str:
    """Return the title of a line of contents, without leader and page; nothing of other lines."""
    if text.rstrip()[-1:] not in _PAGE_END:
        return ""
    leader = _LEADER.match(narrow(text)[::-1])
    if leader is None or (cells and not cells[1].isdigit()):
        return ""
    titled = text[: -leader.end()]
    plain = narrow(titled).strip()
    valued = _VALUED.search(plain) or _VALUE_HEAD.fullmatch(plain)
    return "" if len(titled) < _SHORTEST or valued else titled.strip()


def without_leader(text: str) -> str:
    """Return the title before a leader whose page stands elsewhere; nothing of other lines."""
    bare = _BARE_LEADER.search(text) if text[-1:] in _DOTS else None
    return text[: bare.start()] if bare and bare.start() >= _SHORTEST else ""


#: Two values, an office after a space, what is done year by year, or heads of columns of values
#: end a row, not a sentence.
_ROW_END = re.compile(
    r"(?:^|[\s　])[\d,.]+\S{0,5}[\s　]+[\d,.]+\S{0,5}(?:[\s　]\S{1,10})?$"
    r"|\d\S{0,8}[\s　]*[→⇒➡][\s　]*\S{0,3}\d\S{0,10}$"
    r"|(?:　|。 | {2})[^\s　、。]{1,14}(?:課|室|局|係)$|。(?:[\s　]+[→⇒➡○◎●◯])+$"
    r"|(?:現[状況]|基準|実績|当初|初期|策定時|目標|将来|年度)\S{0,20}[\s　]+\S{0,20}(?:目標|将来)"
    r"値?\S{0,20}$"
)
_TOLD = ("→", "⇒", "➡", "目標", "将来")
_VALUE, _LAST = frozenset("0123456789０１２３４５６７８９.,"), frozenset("課室局係→⇒➡○◎●◯")


def ends_row(tail: str) -> bool:
    """Tell the end of a row: values, an office, or marks and arrows of years behind a sentence."""
    values = sum(word[0] in _VALUE for word in tail.rsplit(maxsplit=3)[-3:])
    may = values > 1 or tail[-1] in _LAST or any(sign in tail for sign in _TOLD)
    return bool(may and _ROW_END.search(tail))
