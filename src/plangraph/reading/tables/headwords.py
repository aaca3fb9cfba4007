"""The words of the heads of indicator tables: what each says, and where a line cut one.

A narrow column cuts its head: 現状値（令和3 / 年度）, in rows of several heads each below its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import MARKS, narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.quantities import YEAR, is_aside, unbracketed

_TITLE_HEAD = re.compile(
    r"(?:指標|項目|KPI)(?:\(.*\))?(?:名|内容)?$|(?:指標|項目|目標).{0,4}名称?$|^(?:成果|数値|達成)目標$"
    r"|^(?i:measure|metric|indicator)s?$"
)
BASE = (
    r"(?:(?:現状|現況|基準|当初|初期|(?:計画)?策定(?:時|当初)|現在|実績|従前)(?:の?(?:数)?値|年度?)?"
    r"|(?i:baseline|current|actual|result|outturn|present|now)s?)"
)
#: Values to compare with: of others, or of a time before that now.
BESIDE = re.compile(
    r"参考値?|前回(?:の?値|調査)?|前(?:期)?計画(?:策定)?(?:時|値)?"
    r"|(?:全国|[国都道府県郡]|[都道府県]内|(?:県内)?市町村|類似団体|近隣市)の?(?:平均(?:値)?|値|実績)"
)
#: What an arrow in the column below says: whether more or less is better.
TREND = re.compile(r"(?:目指す|めざす|目標の?|数値の)?方向性?")
_AIM = (
    r"(?:(?:(?:年度?別|年次|各年度?の?)?目標|将来|目指[すそ]う?|めざ[すそ]う?|計画|成果目標|数値目標|最終目標|最終)(?:の?(?:数)?値|年度?)?"
    r"|(?i:target|goal)s?)"
)
_HEADS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("baseline", BESIDE.pattern),
        ("middle", r"(?:中間|中期|前期|直近|最新).{0,6}"),
        ("baseline", rf"(?:.{{1,8}}の|第\d期)?{BASE}|(?:今|いま)(?:の?(?:数字|値|すがた))?"),
        ("target", rf"(?:.{{1,8}}の|第\d期)?{_AIM}|後期目標値?"
                   r"|(?:目指す|めざす|目標の|数値の)方向性?|\d{1,2}年後の?(?:目標)?値?"
                   r"|(?:目指[すそ]う?|めざ[すそ]う?|目標の|\d{1,2}年後の)(?:数字|すがた)"),
        ("other", r"(?:達成|進捗)(?:状況|率|度)?|方向性?|評価|備考|\S{0,4}出典|\S{0,6}資料"
                  r"|説明|定義|(?:算出|算定|把握|測定)(?:方法|式)"
                  r"|(?:指標|目標)(?:値?の|値?設定).{2,12}|領域|分野|区分|内容"
                  r"|\S{0,8}(?:根拠|理由|定義|考え方|(?:算出|算定)方法|の説明)(?:・理由)?(?:等|ほか)?"),
    )
)  # fmt: skip
VALUE_HEADS = ("baseline", "middle", "target")
_OTHER_HEADS = frozenset(
    ("unit", "department", "number", "measure", "policy", "period", "direction")
)
#: A word set with a space between its letters: 指 標 名. A year before its head: 令和4年度(現状).
_SPACED = re.compile(r"(?<![^\s　])(?:[一-龥][ 　])+[一-龥](?=[ 　]{2}|$|[ 　][^\s　]{2}|[(（])")
_DATED = re.compile(rf"(?:{YEAR.pattern})\((?P<head>[^()\d]+)\)")
#: The head of names whose second letter is lost: 指 　基準（平成30年度）.
_LOST = re.compile(r"指[ 　](?=[ 　]*(?:基準|現[状況]|当初|策定))")
WORD = re.compile(r"[^\s　|]+")
#: Two heads may stand without a space between them: 指標名現状.
_MAYBE_TWO = re.compile(r"[一-龥]{4,6}")
#: A head of several lines has so many at most; a line of it so many letters.
_MOST_LINES, _LONGEST_LINE = 6, 150
#: What only ends a word that the line above began.
_REST = re.compile(r"[\d平成令和元年度月末頃HR()・~]{1,16}|[^()]{0,6}\)+")
#: … where that says something as it is: 目標 / 値, 令和8年 / 度.
_TAIL = re.compile(r"値|名|度|年度|末|年度末|等")


def words(units: list[Unit], place: int, most: int) -> Iterator[tuple[int, str, int]]:
    """Yield the words of the lines from ``place`` on: the line of each, itself, where it ends.

    A word that is cut is put together, with the line and the end of its last part.
    """
    merged, number = _merged(units, place) if _may_head(units[place]) else ([], 0)
    yield from _once(merged)
    for offset, unit in enumerate(units[place + number : place + most], number):
        if unit.use == "rule":
            continue
        if unit.use and unit.use != "page-number" and not are_years(unit):
            return
        yield from ((offset, word, after) for word, after in _words(unit.text))


def times(heads: Sequence[str]) -> int:
    """Return how often the same heads come one after the other: those of tables side by side."""
    for count in (2, 3):
        width, rest = divmod(len(heads), count)
        again = width > 1 and not rest and all(
            heads[n] == heads[n % width] for n in range(width, len(heads))
        )  # fmt: skip
        if again:
            return count
    return 1


def are_years(unit: Unit) -> bool:
    """Tell a line of years below a head."""
    found = [unbracketed(word) for word in WORD.findall(unit.text)]
    return len(found) > 1 and all(map(YEAR.fullmatch, found))


def _once(words: list[tuple[int, str, int]]) -> Iterator[tuple[int, str, int]]:
    """Yield the words of a head, once where they stand above each of several tables."""
    for _, line in itertools.groupby(words, key=lambda word: word[0]):
        told = list(line)
        width = len(told) // times([word for _, word, _ in told])
        yield from told[: width - 1]
        yield told[width - 1][0], told[width - 1][1], told[-1][2]


def _may_head(unit: Unit) -> bool:
    """Tell a line that may begin a head, of which a line below may go on with a word."""
    return len(unit.text) < _LONGEST_LINE and not (unit.use or unit.prose) and any(
        _open(word) or is_head(word) for word in WORD.findall(unit.text)
    )  # fmt: skip


def _merged(units: list[Unit], place: int) -> tuple[list[tuple[int, str, int]], int]:
    """Put the words of the lines of a head together; return them and how many lines they are."""
    found: list[tuple[int, str, int]] = []
    pending: list[int] = []
    lines = 0
    for number, unit in enumerate(units[place : place + _MOST_LINES]):
        free = not unit.use or are_years(unit)
        if not free or unit.prose or len(unit.text) > _LONGEST_LINE:
            break
        fresh: list[int] = []
        heads, at = False, 0
        for word, after in _words(unit.text):
            if fresh and _open(found[fresh[-1]][1]) and _goes_on(found[fresh[-1]][1], word):
                found[fresh[-1]] = number, found[fresh[-1]][1] + word, after
                continue
            own = (n for n in range(at, len(pending)) if _goes_on(found[pending[n]][1], word))
            if (above := next(own, None)) is None:
                heads = heads or is_head(word)
                fresh.append(len(found))
                found.append((number, word, after))
                continue
            one = pending[above]
            found[one] = number, found[one][1] + word, after
            fresh.append(one)
            at, heads = above + 1, True
        if not heads:
            return [one for one in found if one[0] < number], number
        pending = sorted({*fresh, *(one for one in pending if _open(found[one][1]))})
        lines = number + 1
    return found, lines


def _open(word: str) -> bool:
    return word.count("(") + word.count("（") > word.count(")") + word.count("）")


def heads(word: str) -> bool:
    """Tell the head of a column, or its beginning: 現状値（平 / 成26年度）."""
    return is_head(word) or (_open(word) and is_head(re.split("[(（]", word)[0]))


@lru_cache(maxsize=20_000)
def is_head(word: str) -> bool:
    """Tell a word that says something as a head: what its column holds, or a year."""
    return bool(kind_of(word) or YEAR.fullmatch(unbracketed(word))) or is_aside(word)


def _goes_on(above: str, word: str) -> bool:
    """Tell whether a word is the rest of one above it."""
    if _open(above):
        stem = re.split("[(（]", above)[0]
        known = not stem or kind_of(stem) or YEAR.match(narrow(stem))
        return bool(known) and _REST.fullmatch(narrow(word)) is not None
    if word[0].isdigit() or is_head(word) or not is_head(above + word):
        return False
    return not is_head(above) or _TAIL.fullmatch(word) is not None


def _whole(text: str) -> str:
    """Close up words whose letters stand apart, or are lost; every letter keeps its place."""
    text = _LOST.sub("指標", text)
    return _SPACED.sub(lambda word: re.sub(r"[\s　]", "", word[0]).ljust(len(word[0])), text)


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a head and where each ends; 指標名現状 is two of them."""
    marked = text.lstrip()[:1] in MARKS and _are_heads(text.split())
    for found in WORD.finditer(_whole(text)):
        word = found[0]
        if marked and not found.start():
            word = word[1:] or word  # ●指標 現状値 目標値
        if _MAYBE_TWO.fullmatch(word) and kind_of(word) is None:
            cut = next((n for n in (2, 3) if kind_of(word[:n]) and kind_of(word[n:])), 0)
            if cut:
                yield word[:cut], found.start() + cut
                word = word[cut:]
        yield word, found.end()


def _are_heads(words: Sequence[str]) -> bool:
    """Tell words of which the first, behind a mark, and two more head columns."""
    return len(words) > 2 and bool(kind_of(words[0][1:])) and all(map(heads, words[1:]))


@lru_cache(maxsize=20_000)
def kind_of(token: str) -> str | None:
    """Return what the column that a word heads holds; None for other words."""
    text = "".join(narrow(token).split())
    if len(text) > 24 or text[:1] in MARKS or "。" in text:
        return None
    if dated := _DATED.fullmatch(text):
        text = dated["head"]
    if text.startswith("名称(") and "指標" in text:
        return "title"
    text = re.sub(r"\([^()]*(?:\([^()]*\))?[^()]*\)$", "", text) or text
    text = (
        re.sub(rf"^(?:{YEAR.pattern}|\d{{1,2}}年度)の?(?=\D)|(?<=\D)(?:{YEAR.pattern})$", "", text)
        or text
    )
    if _TITLE_HEAD.search(text) and len(text) <= 14:
        return "title"
    if len(text) > 14:
        return None
    for kind, pattern in _HEADS:
        if pattern.fullmatch(text):
            return kind
    known = column(text)
    return known if known in _OTHER_HEADS else None
