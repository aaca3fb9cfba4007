"""What the end of a line tells: the page of a contents page behind a title, the end of a row."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.quantities import UNIT

#: A title has so many letters at least.
_SHORTEST = 3
#: What stands in brackets behind it has so many at most.
_LONGEST_FILE = 80
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


#: What a site says of the file or the pages behind a title, (4ページから15ページまで)[PDF:1.1MB],
#: and the head of the column of pages on the row of the first title.
_BEHIND = re.compile(
    r"(?:\s*+\[(?:PDF|Word)[^\[\]]{0,24}\]|\s*+\((?:PDF|Word)[^()]{0,24}\)"
    r"|\s*+\([^()]{0,16}\d\s?[KM]B\)|\s*+\(\d{1,3}\s?(?:ページ|頁)[^()]{0,30}\)"
    r"|(?<!\s)\s{2,}+(?:掲載)?(?:ページ|頁))+$",
    re.I,
)
_CLOSING = frozenset(")]）］ジ頁")


def _without_file(text: str) -> str:
    """Return a title with a code without the file or the pages behind it; nothing of others."""
    folded = narrow(text)
    behind = _BEHIND.search(folded, max(0, len(text) - _LONGEST_FILE))
    if behind is None:
        return ""
    code, place = parse(folded[: behind.start()])[1:]
    return text[: behind.start()] if code and behind.start() - place >= _SHORTEST else ""


def without_leader(text: str) -> str:
    """Return the title before a file, or a leader whose page stands elsewhere; or nothing."""
    if text[-1:] in _CLOSING and "。" not in text:
        return _without_file(text)
    dotted = text[-1:] in _DOTS and (text[-2:-1] in _DOTS or text[-2:-1].isspace())
    bare = _BARE_LEADER.search(text) if dotted else None
    return text[: bare.start()] if bare and bare.start() >= _SHORTEST else ""


#: Two values, an office after a space, what is done year by year, or heads of columns of values
#: end a row, not a sentence.
_UNITED = r"[\d,.]+(?:\s?[^\s\d(（]{1,5})?(?:\s?[(（]\S{2,24}[)）])?"
_BESIDE = (
    r"(?:[\s　]+(?:説明|備考|定義|\S{0,3}出典|資料|単位|(?:担当|所管|関係)\S{0,2}|\S{1,4}方法"
    r"|\S{1,3}の(?:説明|定義|考え方)))"
)
_ROW_END = re.compile(
    rf"(?:^|[\s　]){_UNITED}[\s　]+{_UNITED}(?:[\s　]\S{{1,10}})?$"
    r"|\d\S{0,8}[\s　]*[→⇒➡][\s　]*\S{0,3}\d\S{0,10}$"
    r"|(?:　|。 | {2})[^\s　、。]{1,14}(?:課|室|局|係)$|。(?:[\s　]+[→⇒➡○◎●◯])+$"
    r"|年度?[)）]?[\s　]+\S{2,9}年度?[)）]?$"
    r"|(?:現[状況]|基準|実績|当初|初期|策定時|目標|将来|年度)\S{0,20}[\s　]+\S{0,20}(?:目標|将来)"
    rf"値?\S{{0,20}}{_BESIDE}{{0,3}}$"
)
_TOLD = ("→", "⇒", "➡", "目標", "将来")
_VALUE, _LAST = frozenset("0123456789０１２３４５６７８９.,"), frozenset("課室局係→⇒➡○◎●◯年度")


def ends_row(tail: str) -> bool:
    """Tell the end of a row: values, an office, or marks and arrows of years behind a sentence."""
    values = len([word for word in tail.rsplit(maxsplit=5)[-5:] if word[0] in _VALUE])
    may = values > 1 or tail[-1] in _LAST or holds_any(tail, _TOLD)
    return bool(may and _ROW_END.search(tail))


#: A row of a table: two values set apart, words before them. Rows stand so close to each other.
_ROW = re.compile(
    r"[^\d\s].*?[\s　]\d[\d,.，．]*(?:[\s　]?[^\s\d(（]{1,5})?(?:\s?[(（]\S{1,24}[)）])?[\s　]+\d"
)
_NEAR = 4


def is_next_row(units: list[Unit], place: int) -> bool:
    """Tell a row of a table, another of which stands on the line above, or close above it."""
    return _is_row(units[place].text) and any(
        _is_row(unit.text) for unit in units[max(0, place - _NEAR) : place]
    )


def _is_row(text: str) -> bool:
    """Tell a line of words and two values, as rows of tables are."""
    return (" " in text or "　" in text) and _ROW.match(text) is not None
