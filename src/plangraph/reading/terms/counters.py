"""Numbers that count something (数量): 5 日, 240件, 650袋/年 are no codes of headings."""

from __future__ import annotations

import re

#: After a bare number these make it a quantity, at once or after a space, unless they begin a
#: word: 5 日 is a quantity, 5 日常生活 and 2市民参画 are headings.
_COUNTER = re.compile(
    r"年(?![齢金少長]|代(?:に応|別|ごと|を[問超])|中行事)|月(?!例)|日(?![本常])|時(?!代)|分(?![野権別])|人(?![権材口とがの々工]|づくり)"
    r"|名(?![所勝産])|つ(?![なくど])|件|%|億|万(?!全)|千(?!年)|百|歳(?![入出])|才|回(?![復線遊])"
    r"|か所|カ所|ヶ所|箇所|世帯|戸|km|㎞|m|ha|円(?!滑)|か年|カ年|ヵ年|ヶ年|倍|本の|校(?![区舎庭])"
    r"|団体|社(?![会協])|個(?![性人別々])|点(?![検字])|位(?!置)|割(?!合)|期(?!待)|次(?!世代|代)|号"
    r"|世紀|地区(?=[でにのをが])|代(?![表替])|都(?!市)|市(?![民街場内役町域政立])|町(?![民内並政立域]|づくり)"
    r"|村(?![民内政立]|づくり)|区(?![画域民分政内])|種(?!別)|台(?!風)|層構|床|棟|頁|ページ|/|,\d|-\d{4}|大(?:構想|目標|方針|戦略|プロジェクト|重点)"
)
_SPACED_COUNTER = re.compile(
    r"\s(?:年(?![齢金少長]|代(?:に応|別|ごと|を[問超])|中行事)|月(?!例)|日(?![本常])|件|%|億|万(?!全)|千円|歳(?![入出])|か所|カ所|箇所"
    r"|世帯|km|㎞|ha|円(?!滑)|か年|カ年|ヵ年|ヶ年|倍|ページ|人\s|回\s|つの)"
)
#: Units that no title begins with: 51.89k ㎡, 650袋/年.
_UNIT = re.compile(r"\s?[㎡㎢㎞㏊‰℃]|[^\s\d/]{0,5}/(?:年|月|日|週|回|人|年度)(?!\S)")
#: The year of an era with that of the calendar: 29(2017)年度.
_YEAR = re.compile(r"\s?\(\d{4}\s?(?:年度?)?\)\s?年?")
#: The day of a week: 4（月）, 12 水 朝市.
_DAY = re.compile(r"\s?[(]?[月火水木金土日](?:[)]|\s)")
_WORD_COUNTER = re.compile(
    r"年|つ|件|か所|割|倍|億|%|項目|期(?!待|間)|次|[~〜、,・]\s?\d|\s?[~〜]\s?\S{0,6}\d"
)
#: What a number counts in English, or the day of a date: 31 parks, 10+ years, 4 March 2031.
_COUNTS = re.compile(
    r"\s(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\s\d|"
    r"\+?\s{1,4}[a-z]+(?:\s+[a-z]+){0,2}(?=$|:|\s{2,}|\s[\d|])|\+\s"
)
#: A sentence goes on behind an amount: 57 locations and report, but not 1 to improve.
_AMOUNT = re.compile(r"\s{1,4}(?!to\s)[a-z]+\s[a-z]")


def is_english_amount(text: str, end: int, shape: str) -> bool:
    """Tell by the English word behind a number (at ``end``) that it counts something."""
    if shape not in ("N", "N-N"):
        return False
    return bool(_COUNTS.match(text, end) or (shape == "N" and _AMOUNT.match(text, end)))


def is_quantity(text: str, end: int, *, word: str, shape: str) -> bool:
    """Tell by what follows a number (at ``end``) that it counts something."""
    if _UNIT.match(text, end) or _YEAR.match(text, end):
        return True
    if word:
        return bool(_WORD_COUNTER.match(text, end))
    if shape not in ("N", "N-N"):
        return False
    return any(one.match(text, end) for one in (_COUNTER, _SPACED_COUNTER, _DAY))
