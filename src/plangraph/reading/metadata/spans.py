"""Spans of years as documents print them: first and last year, a start or an end with a length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangraph.fiscal import FiscalYear, Period
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.numerals import SPELLED, value
from plangraph.reading.terms.years import YEAR, YEARS

#: A length in years behind a number: 10年間, 5か年.
_LENGTH = rf"(?:{YEARS}間|[かカヵヶ箇]年|年(?![度後目前次以ごの]))"
_ABOUT = r"(?:おおむね|概ね|約)?"
_SPAN = re.compile(
    rf"(?P<start>{YEAR})\s*(?:\(\d{{1,2}}年間\)\s*)?(?:[~〜～\-▶►→⇒➡]|から|より"
    rf"|を(?:初年度|始期)と(?:し|する)[、,]?)\s*(?P<end>{YEAR}"
    rf"|\d{{1,2}}\s*年度?(?:\(\d{{4}}年?度?\))?)(?!\s*間)(?:\s*までの?)?(?:\s*\(?(?P<years>\d{{1,2}})"
    rf"\s*{YEARS}間?)?"
)
_LASTING = re.compile(
    rf"(?P<start>{YEAR})\s*(?:からの?|より|を初年度とする"
    rf"|を初年度とし)[、,]?\s*(?:向こう|今後)?{_ABOUT}(?P<years>\d{{1,2}})\s*{_LENGTH}"
)
#: The last year and a length: 令和16年度までの10年間; 目標年次 令和23年度(計画期間20年).
_ENDING = re.compile(
    rf"(?P<end>{YEAR})\s*まで(?:の|、)?\s*{_ABOUT}(?P<years>\d{{1,2}})\s*{_LENGTH}"
    rf"|目標年[度次][はを:：]?\s*(?P<end2>{YEAR})\s*\((?:計画の?)?期間[はを:：]?\s*{_ABOUT}"
    rf"(?P<years2>\d{{1,2}})\s*{_LENGTH}"
)
_FROM = re.compile(rf"(?P<start>{YEAR})\s*を(?:初年度|始期)と(?:し|する)")
_TO = re.compile(
    rf"(?P<end>{YEAR})\s*を(?:目標年度|目標年次|終期|最終年度)と(?:し|する|した)|目標年(?:度"
    rf"|次)[はを:：]?[、,]?\s*(?P<end2>{YEAR})"
)
_ENGLISH = re.compile(
    r"\b(?:FY ?)?(20\d\d)\s*(?:to|through|thru|until|[-–—])\s*(?:FY ?)?(20\d\d)(?!\d)"
    r"|\b(?:work|plan|priorities|actions|achieve|deliver) between (20\d\d) and (20\d\d)\b",
    re.I,
)
#: From one month of a year to another: 1 April 2024 to 31 March 2029.
_MONTHS = re.compile(
    r"\b(?P<first>January|April|July|October) (?:1(?:st)?, )?(?P<start>20\d\d)\s*"
    r"(?:to|through|until|[-–—])\s*(?:\d{1,2}(?:st|th)? )?"
    r"(?:March|June|September|December) (?:\d{1,2}(?:st|th)?, )?(?P<end>20\d\d)\b",
    re.I,
)
#: Fiscal years of two numbers each: FY 2023/24 to FY 2026/27; their first year names them.
_FISCAL = re.compile(
    r"\b(20\d\d)/\d\d\s*(?:to|through|thru|until|[-–—])\s*(?:FY ?)?(20\d\d)/\d\d(?!\d)", re.I
)
#: FY24-28. FY24-25 is one fiscal year, FY24-FY25 are two.
_SHORT_FISCAL = re.compile(r"\bFY ?['’]?(\d\d)\s?[-–—]\s?(FY ?)?['’]?(\d\d)(?![-–\d/.])")
#: The end of a plan in two digits: Strategic Plan 2024-27. 2024-25 is a fiscal year.
#: … on a line of its own, or where a period is spoken of: 2024-28.
_SHORTEST = 12
_SHORT = re.compile(r"(?<![\d/.\-])(20\d\d)\s?[-–—~〜～]\s?(\d\d)(?![-–\d/.年月])")
_SHORT_END = re.compile(
    r"\b(?:plan|strategy|priorities)\b[^.\d]{0,20}\b(20\d\d)\s?[-–—]\s?(\d\d)(?![-–\d/.])", re.I
)
#: An era with two numbers, in brackets or at the end of a line: R6~10, (令和6~10).
_ERA = re.compile(r"(?<!\w)((?:平成|令和|[HR])\s?\d{1,2})\s?[-~〜～]\s?(\d{1,2})(?=\s?\)|\s?$)")
#: A length, and when it begins: a five-year plan that begins in fiscal year 2024.
_BEGINS = re.compile(
    rf"\b(?P<count>{'|'.join(SPELLED)}|\d{{1,2}})[- ]year (?:\w+ ){{0,3}}(?:plan|strategy)\b"
    r"[^.\d]{0,30}"
    r"\b(?:begins|beginning|starts|starting|commences|commencing)\b[^.\d]{0,25}(?P<start>20\d\d)\b",
    re.I,
)
_BEGINNING = ("begin", "start", "commenc")
#: What stands between a first year and what tells the last.
_JOINED = re.compile("~|〜|～|-|▶|►|→|⇒|➡|から|より|を(?:初年度|始期)と")
_ARROW = re.compile("[▶►→⇒➡]")
_BOTH = re.compile(r"\s*\(\s*(?:(?:平成|令和|[HR])\s*(?:元|\d{1,2})|\d{4})\s*(?:年度?)?\s*\)")
#: A plan lasts at most so many years.
_LONGEST = 30


class Span(NamedTuple):
    """Years in a text: where they stand, and the period that they are."""

    begin: int
    end: int
    period: Period
    #: How plainly they are said to be first and last year.
    told: float = 0.0


def find(text: str) -> Iterator[Span]:
    """Yield every start and end of 2 to 30 years in a text (narrowed, see ``arabic``)."""
    joined = _JOINED.search(text) is not None
    found = [(match.span(), _parse(match)) for match in _SPAN.finditer(text)] if joined else []
    if "20" in text or "FY" in text:
        found += _english(text)
    if joined:
        found += [(match.span(), _between(*match.groups())) for match in _ERA.finditer(text)]
        found += [(match.span(), _lasting(match)) for match in _LASTING.finditer(text)]
    if "期間" in text or "まで" in text:
        taken = [span for span, period in found if period]
        for match in _ENDING.finditer(text):
            if all(match.end() <= begin or match.start() >= stop for begin, stop in taken):
                found.append((match.span(), _ending(match)))
    start = _FROM.search(text) if "初年度" in text or "始期" in text else None
    end = _TO.search(text) if start else None
    if start and end:
        apart = _between(start["start"], end["end"] or end["end2"])
        found.append(((min(start.start(), end.start()), max(start.end(), end.end())), apart))
    for number, ((begin, stop), period) in enumerate(found, 1):
        if period is None or period.start is None or period.end is None:
            continue
        if 2 <= int(period.end) - int(period.start) + 1 <= _LONGEST:
            told = 2.0 if start and end and number == len(found) else 0.0
            yield Span(begin, stop, period, told - (3.0 if _ARROW.search(text[begin:stop]) else 0))


def _english(text: str) -> Iterator[tuple[tuple[int, int], Period]]:
    for pattern in (_ENGLISH, _FISCAL):
        for match in pattern.finditer(text) if text.count("20") > 1 else ():
            first, last = (one for one in match.groups() if one)
            yield match.span(), Period.parse(f"{first}-{last}")
    for match in _MONTHS.finditer(text) if text.count("20") > 1 else ():
        last = int(match["end"]) - (match["first"].lower() != "january")
        yield match.span(), Period.parse(f"{match['start']}-{last}")
    alone = "期間" in text or len(text) < _SHORTEST
    for match in _SHORT.finditer(text) if alone else ():  # no month of a year: 2021-12
        if 12 < int(match[1][2:]) < int(match[2]) - 1:
            yield match.span(), Period.parse(f"{match[1]}-20{match[2]}")
    for match in _SHORT_FISCAL.finditer(text) if "FY" in text else ():
        if int(match[3]) > int(match[1]) + (0 if match[2] else 1):
            yield match.span(), Period.parse(f"20{match[1]}-20{match[3]}")
    for match in _SHORT_END.finditer(text) if holds_any(text, "-–—") else ():
        if int(match[2]) > int(match[1][2:]) + 1:
            short = Period.parse(f"{match[1]}-{match[1][:2]}{match[2]}")
            yield (match.start(1), match.end()), short
    begins = holds_any(text.lower(), _BEGINNING)
    for match in _BEGINS.finditer(text) if begins else ():
        count = match["count"].lower()
        years = int(count) if count.isdigit() else SPELLED[count]
        last = int(match["start"]) + years - 1
        yield match.span(), Period.parse(f"{match['start']}-{last}")


def _lasting(found: re.Match[str]) -> Period | None:
    """A start and a length: 令和6年度からの3年間."""
    year, years = _year(found["start"]), int(found["years"])
    if not year or not 2 <= years <= _LONGEST:
        return None
    return Period.parse(f"{year}～{int(year) + years - 1}年度")


def _ending(found: re.Match[str]) -> Period | None:
    """An end and a length: 令和16年度までの10年間."""
    year, years = _year(found["end"] or found["end2"]), int(found["years"] or found["years2"])
    if not year or not 2 <= years <= _LONGEST:
        return None
    return Period.parse(f"{int(year) - years + 1}～{int(year)}年度")


_APRIL = re.compile(
    r"(?<=年)\s?4\s?月(?:\s?1\s?日)?(?=\s*(?:から|より|[~〜～\-]))"
    r"|(?<=[\d元])[./]0?4(?:[./]0?1)?(?=\s*[~〜～\-]\s*[RH]?\d{1,4}[./])"
)
_MARCH = re.compile(
    r"(?P<head>(?:から|より|[~〜～\-])\s*)(?P<era>令和|平成|R|H|)\s?(?P<year>\d{1,4})\s?"
    r"(?:(?:\((?:\d{4}|(?:令和|平成|[RH])\d{1,2})\))?\s?年?\s?(?:\(\d{4}年?\))?\s?3\s?月(?:\s?31\s?日|末)?|[./]0?3(?:[./]31)?(?!\d))"
)
#: Two digits of a year: '24-'33.
_CUT_YEAR = re.compile(r"(?<!\w)['’](\d\d)(?!\d)")
_MONTH_SIGNS = ("月", ".3", "/3", ".03", "/03")
_FY = re.compile(r"FY ?(?=20\d\d)")


def fiscal(text: str) -> str:
    """Write 令和7年4月～令和10年3月 as 令和7年度～令和9年度, FY2024 and '24 as 2024."""
    if "FY" in text:
        text = _FY.sub("", text)
    if "'" in text or "’" in text:
        text = _CUT_YEAR.sub(r"20\1", text)
    if not holds_any(text, _MONTH_SIGNS) or not re.search(r"[34]\s?月|[./]0?3", text):
        return text
    text = _APRIL.sub(lambda found: "度" if "月" in found[0] else "年度", text)
    return _MARCH.sub(
        lambda found: f"{found['head']}{found['era']}{int(found['year']) - 1}年度", text
    )


#: 令和5度, where 年 was left out.
_NO_YEAR = re.compile(r"((?:令和|平成)\s?\d{1,2})度")
_KANJI_YEAR = re.compile(
    r"((?:令和|平成|昭和)|[年度](?:から|[~〜～\-]))([一二三四五六七八九十]{1,3})(?=年度?)"
)
#: So many letters, each a word of its own, are a line whose letters stand apart.
_APART = 8


def arabic(text: str) -> str:
    """Write 令和八年度 as 令和8年度, and a line of letters that stand apart as one word."""
    if "年" not in text:
        return text
    words = text.split()
    if sum(len(word) == 1 for word in words) >= max(_APART, 0.7 * len(words)):
        text = "".join(words)
    text = _NO_YEAR.sub(r"\1年度", text)
    return _KANJI_YEAR.sub(lambda found: f"{found[1]}{value(found[2])}", text)


def _year(text: str) -> FiscalYear | None:
    try:
        return FiscalYear.parse(_BOTH.sub("", text))
    except ValueError:
        return None


def _parse(found: re.Match[str]) -> Period | None:
    printed = _ARROW.sub("～", re.sub(r"\s+", "", found[0]))
    printed = printed.removesuffix("の")
    printed += ")" * (printed.count("(") - printed.count(")"))
    for text in (printed, _BOTH.sub("", printed)):
        try:
            return Period.parse(text)
        except ValueError:
            continue
    return _between(found["start"], found["end"])


def _between(start: str, end: str) -> Period | None:
    """Return the period from one printed year to another: 2020 and 29年."""
    sides = [re.sub(r"\s|年度?$|度$", "", _BOTH.sub("", side.strip())) for side in (start, end)]
    if len(sides[0]) == 4 and sides[0].isdigit() and len(sides[1]) == 2:
        sides[1] = sides[0][:2] + sides[1]
    try:
        return Period.parse("～".join(sides) + "年度")
    except ValueError:
        return None
