"""The period of a plan (計画期間): every span of years is weighed by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plangraph.fiscal import FiscalYear, Period, fold
from plangraph.reading.codes import narrow
from plangraph.reading.planrows import Plan
from plangraph.reading.rows import Unit
from plangraph.reading.years import YEAR

_SPAN = re.compile(
    rf"(?P<start>{YEAR})\s*(?:\(\d{{1,2}}年間\)\s*)?(?:[~〜～\-▶►→⇒➡]|から|より"
    rf"|を(?:初年度|始期)と(?:し|する)[、,]?)\s*(?P<end>{YEAR}"
    rf"|\d{{1,2}}\s*年度?(?:\(\d{{4}}年?度?\))?)(?!\s*間)(?:\s*までの?)?(?:\s*\(?(?P<years>\d{{1,2}})\s*(?:か年|カ年"
    rf"|ヵ年|ヶ年"
    rf"|箇年|年)間?)?"
)
_ENGLISH = re.compile(
    r"\b(?:FY ?)?(20\d\d)\s*(?:to|through|thru|until|[-–—])\s*(?:FY ?)?(20\d\d)\b", re.I
)
#: The end of a plan in two digits: Strategic Plan 2024-27. 2024-25 is a fiscal year.
_SHORT_END = re.compile(
    r"\b(?:plan|strategy|priorities)\b[^.\d]{0,20}\b(20\d\d)\s?[-–—]\s?(\d\d)(?![-–\d/.])", re.I
)
_YEARLY = re.compile(r"期間|年度|令和|平成|目標年|1[09１２０９]|2[09１２０９]|R\d|H\d")
#: What stands between a first year and what tells the last.
_JOINED = re.compile("~|〜|～|-|▶|►|→|⇒|➡|から|より|を(?:初年度|始期)と")
_BOTH = re.compile(r"\s*\(\s*(?:(?:平成|令和)\s*(?:元|\d{1,2})|\d{4})\s*(?:年度?)?\s*\)")
_YEARS_ONLY = re.compile(r"(?P<years>\d{1,2})\s*(?:か年|カ年|ヵ年|ヶ年|箇年|年)間")
_LASTING = re.compile(
    rf"(?P<start>{YEAR})\s*(?:からの?|より|を初年度とする"
    rf"|を初年度とし)[、,]?\s*(?:向こう|今後)?(?P<years>\d{{1,2}})\s*(?:(?:か|カ|ヵ|ヶ|箇)?年間|[かカヵヶ箇]年|年(?!度))"
)
#: What follows years that are said to be those of the plan.
_STATES = re.compile(
    r"(?:間)?(?:と(?:します|して|なって|し、)|です|を(?:計画|対象)?(?:期間|計画)と|の計画|期間に)"
)
#: … and that they are those of this plan: この計画は、2021年度から….
_THIS = re.compile(r"(?:(?<!基)本|この)(?:計画|プラン|ビジョン|戦略|構想)の?(?:期間)?は[、,]?\s*$")
#: What stands before them: 今後5か年(.
_NEXT = re.compile(r"(?:今後|向こう)の?\s?\d{1,2}\s?[かカヵヶ箇]?\s?年間?\s?\($")
#: … and by name, whatever else the sentence speaks of: 平成30年度から5年間の「…計画」.
_NAMES = re.compile(
    r"間?(?:の|を(?:計画)?期間と(?:した|する))[、,]?(?P<quoted>[「『])?"
    r"(?P<name>[^「」『』、。\s]{2,40}?(?:計画|プラン|戦略|構想|ビジョン))(?(quoted)|(?![のをと期]))"
    r"(?:[」』]\s?\((?P<ordinal>第.{1,3}[次期])計画\))?"
)
#: … and that they are those for which it was made.
_MADE = re.compile(r"(?:間?の)?[^。、「『]{0,12}計画を(?:策定|作成)(?:し|いた)")
#: … and those of the plan before it.
_WAS = re.compile(
    r"間?[をの]?(?:計画期間|期間|計画)?(?:であった|でした|と(?:した|していた))"
    r"|間?の?[^。、「」]{0,12}(?:計画|期間)[がを](?:終え|終わ|満了|引き継|たたみ)"
)
_NAMED = re.compile(
    r"(?P<name>[^\s「」『』、。()]{2,30}(?:計画|戦略|構想|ビジョン|プラン))(?:[」』]?\s*\((?:計画)?(?:期間)?[:：]?|[」』]は、[^。]*)$"
)
_FROM = re.compile(rf"(?P<start>{YEAR})\s*を(?:初年度|始期)と(?:し|する)")
_TO = re.compile(
    rf"(?P<end>{YEAR})\s*を(?:目標年度|目標年次|終期|最終年度)と(?:し|する|した)|目標年(?:度"
    rf"|次)[はを:：]?\s*(?P<end2>{YEAR})"
)
#: What says that years are those of the plan.
_ANNOUNCES = re.compile(
    r"^.{2,14}(?:と|・|及び)(?:計画)?期間(?:\W|$)|(?:計画|対象|戦略|構想|ビジョン|プラン)の?(?:対象)?期間|目標年|期間は|^\W*期間"
)
_ALONE = re.compile(r"\W*(?:本)?(?:計画|対象|戦略|構想)?の?期間\W*")
#: Before the years: a part of the plan, or a plan below it.
_PART = re.compile("前期|後期|実施計画|実行計画|総合戦略|第[1一]期")
_HALF = re.compile("(前|後)期")
_PLAN = re.compile("基本構想|総合計画|長期計画|(?<!基)本計画|この計画|構想")
#: Around the years: what was counted or asked in them.
_COUNTED = re.compile("人口|推計|アンケート|調査|実績|これまで|出生|低下|減少|増加|推移")
_LEAST = 0.9
_CUT = re.compile(r"(?:昭和|平成|令和|から|より|[~〜～])\s*$")
_LONGEST = 30
#: So many short lines below 計画期間 may hold its years.
_BELOW = 5


class _Span(NamedTuple):
    """Years in a text: where they stand, and the period that they are."""

    begin: int
    end: int
    period: Period
    #: How plainly they are said to be first and last year.
    told: float = 0.0


def find(units: list[Unit], title: str, listed: Sequence[Plan] = ()) -> Period | None:
    """Return the period of the plan with this title; None where none is told.

    The years of the plans that the document lists (``listed``) are theirs.
    """
    best: tuple[float, Period] | None = None
    seen: dict[Period, float] = {}
    title = fold(title)
    others = [one for one in listed if not _same(fold(one.title), title)]
    halves: dict[str, Period] = {}
    near = 0.0
    for place, unit in enumerate(units):
        text = _arabic(narrow(_uncut(units, place)))
        named = "期間" in text or "目標年" in text
        announced = named and _ANNOUNCES.search(text) is not None
        if not announced and not _YEARLY.search(text):
            near = max(0.0, near - 0.5)
            continue
        near = 2.5 if announced else near
        if unit.use != "table" or announced:
            if _ALONE.fullmatch(text):
                text = _below(units, place)
            spans = list(_spans(_fiscal(text)))
            for span in spans:
                value = near - place * 0.002 + (2.0 if announced else 0.0)
                value += _value(_fiscal(text), span, len(spans), title)
                value += 2.0 if place < 8 and len(text) < 40 else 0
                value -= 9.0 if any(_is_of(one, unit, text, span) for one in others) else 0
                other = 0.0
                if _of_other(_fiscal(text)[: span.begin], title):
                    other = 2.5 + (near + 2.0 if announced else 0.0)
                half = _HALF.search(_fiscal(text)[max(0, span.begin - 24) : span.begin])
                if half:
                    halves.setdefault(half[1], span.period)
                seen[span.period] = max(seen.get(span.period, -9.0), value - other)
                if value > _LEAST and (best is None or value - other > best[0] + 1e-9):
                    best = (value - other, span.period)
        near = near if announced else max(0.0, near - 0.5)
    if best is None and len(seen) == 1 and max(seen.values()) > -0.5:
        return next(iter(seen))  # no other years are told
    return _whole(best[1], halves, title) if best else _length(units)


def _whole(period: Period, halves: dict[str, Period], title: str) -> Period:
    """Return the period of both halves where only these are told, and the plan is neither."""
    former, latter = halves.get("前"), halves.get("後")
    if former is None or latter is None or period not in (former, latter) or _HALF.search(title):
        return period
    if not (former.start and former.end and latter.start and latter.end):
        return period
    joined = int(latter.start) == int(former.end) + 1
    return Period.parse(f"{former.start}～{latter.end}") if joined else period


def _same(name: str, title: str) -> bool:
    """Tell a plan of a list that is the plan itself."""
    return bool(title) and (name in title or title in name)


def _is_of(plan: Plan, unit: Unit, text: str, span: _Span) -> bool:
    """Tell years that are those of a plan in a list: right behind its name, or on its lines."""
    its, years = plan.period, span.period
    if its is None or (its.start, its.end) != (years.start, years.end):
        return False
    if plan.last < unit.first or unit.last < plan.first:
        return False
    return plan.title in text[max(0, span.begin - 60) : span.begin] or plan.title not in text


def _uncut(units: list[Unit], place: int) -> str:
    """Return the text of a unit with the next, where a line was cut before a year: 平成 / 29年."""
    text = units[place].text
    after = units[place + 1].text if place + 1 < len(units) else ""
    return text + after if after[:1].isdigit() and _CUT.search(text) else text


def _below(units: list[Unit], place: int) -> str:
    """Put the heading 計画期間 and the years on the lines below it on one line."""
    lines = [units[place].text]
    for unit in units[place + 1 : place + 1 + _BELOW]:
        if len(unit.text) > 24 or not re.search(r"[\d元~〜～]", unit.text):
            break
        lines.append(unit.text)
    return _arabic(narrow(" ".join(lines)))


def _spans(text: str) -> Iterator[_Span]:
    """Yield every start and end of 2 to 30 years in a text."""
    joined = _JOINED.search(text) is not None
    found = [(match.span(), _parse(match)) for match in _SPAN.finditer(text)] if joined else []
    if text.count("20") >= 2:
        for match in _ENGLISH.finditer(text):
            found.append((match.span(), Period.parse(f"{match[1]}-{match[2]}")))
    for match in _SHORT_END.finditer(text) if "20" in text else ():
        if int(match[2]) > int(match[1][2:]) + 1:
            short = Period.parse(f"{match[1]}-{match[1][:2]}{match[2]}")
            found.append(((match.start(1), match.end()), short))
    if joined:
        found += [(match.span(), _lasting(match)) for match in _LASTING.finditer(text)]
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
            yield _Span(begin, stop, period, told)


def _value(text: str, span: _Span, count: int, title: str = "") -> float:
    """Weigh a span of years by the words before, behind and around it."""
    assert span.period.start
    assert span.period.end
    length = int(span.period.end) - int(span.period.start) + 1
    around = text[max(0, span.begin - 40) : span.end + 48]
    value = span.told + (1.5 if _PLAN.search(around) else 0.0)
    value -= 1.5 if count > 2 else 0
    value += 2.5 if re.match(r"[【■●○◆・\s(（]*(?:計画の?)?期間", text) else 0
    value -= 1.5 if _PART.search(text[max(0, span.begin - 24) : span.begin]) else 0
    value += 0.8 if length >= 8 else 0
    value += 0.3 if re.search(rf"(?<!\d){length}\s?(?:か|カ|ヵ|ヶ|箇)?年", around) else 0
    value += 1.0 if "期間は" in around or "plan" in around.lower() else 0
    value += 1.0 if _STATES.match(text, span.end) else 0
    named = _NAMES.match(text, span.end)
    if named:
        name = fold((named["ordinal"] or "") + named["name"])
        other = _differ(name, title) or (not named["quoted"] and name[-4:] not in title)
        return value + (-4.0 if other else 1.0)
    if _NEXT.search(text[: span.begin]):
        return value + 1.0
    if _THIS.search(text[: span.begin]) or _MADE.match(text, span.end):
        return value + 2.5
    value -= 5.0 if _WAS.match(text, span.end) else 0
    return value - (3.5 if _COUNTED.search(around) else 0)


def _of_other(before: str, title: str) -> bool:
    """Tell years that stand right behind the name of another plan: 総合計画(2016~2025年度)."""
    named = _NAMED.search(before)
    if not named or not title:
        return False
    name = fold(named["name"])
    if _differ(name, title):
        return True
    return not re.search("基本構想|基本計画", name) and name[-4:] not in title


def _differ(name: str, title: str) -> bool:
    """Tell two plans by their ordinals: 第4次総合計画, 第5次総合計画."""
    ordinals = [set(re.findall(r"第.{1,3}[次期]", text)) for text in (name, title)]
    return all(ordinals) and not ordinals[0] & ordinals[1]


def _lasting(found: re.Match[str]) -> Period | None:
    """A start and a length: 令和6年度からの3年間."""
    year, years = _year(found["start"]), int(found["years"])
    if not year or not 2 <= years <= 30:
        return None
    return Period.parse(f"{year}～{int(year) + years - 1}年度")


def _length(units: list[Unit]) -> Period | None:
    """Only a length: 計画期間は5年間."""
    for unit in units:
        text = narrow(unit.text)
        if "期間" in text and _ANNOUNCES.search(text) and (found := _YEARS_ONLY.search(text)):
            return Period.parse(f"{found['years']}年間")
    return None


_APRIL = re.compile(r"(?<=年)\s?4\s?月(?:\s?1\s?日)?(?=\s*(?:から|より|[~〜～\-]))")
_MARCH = re.compile(
    r"(?P<head>(?:から|より|[~〜～\-])\s*)(?P<era>令和|平成|R|H|)\s?(?P<year>\d{1,4})\s?年\s?3\s?月(?:\s?31\s?日|末)?"
)


def _fiscal(text: str) -> str:
    """Write 令和7年4月～令和10年3月 as 令和7年度～令和9年度."""
    if "3月" not in text.replace(" ", ""):
        return text
    text = _MARCH.sub(
        lambda found: f"{found['head']}{found['era']}{int(found['year']) - 1}年度", text
    )
    return _APRIL.sub("度", text)


#: 令和5度, where 年 was left out.
_NO_YEAR = re.compile(r"((?:令和|平成)\s?\d{1,2})度")
_KANJI_YEAR = re.compile(r"(令和|平成|昭和)([一二三四五六七八九十]{1,3})(?=年)")


def _arabic(text: str) -> str:
    """Write 令和八年度 as 令和8年度."""
    if "年" not in text:
        return text
    text = _NO_YEAR.sub(r"\1年度", text)

    def digits(found: re.Match[str]) -> str:
        tens, ten, ones = found[2].rpartition("十")
        kanji = "一二三四五六七八九"
        value = (kanji.find(tens) + 1 if tens else 1) * 10 if ten else 0
        return f"{found[1]}{value + (kanji.find(ones) + 1 if ones else 0)}"

    return _KANJI_YEAR.sub(digits, text)


def _year(text: str) -> FiscalYear | None:
    try:
        return FiscalYear.parse(_BOTH.sub("", text))
    except ValueError:
        return None


def _parse(found: re.Match[str]) -> Period | None:
    printed = re.sub(r"[▶►→⇒➡]", "～", re.sub(r"\s+", "", found[0]))
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
    if re.fullmatch(r"\d{2}", sides[1]) and re.fullmatch(r"(?:19|20)\d\d", sides[0]):
        sides[1] = sides[0][:2] + sides[1]
    try:
        return Period.parse("～".join(sides) + "年度")
    except ValueError:
        return None
