"""The period of a plan (計画期間): every span of years is weighed by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangraph.fiscal import Period, fold
from plangraph.reading.metadata import spans
from plangraph.reading.metadata.spans import Span
from plangraph.reading.numbering import ordinals
from plangraph.reading.rows import Unit
from plangraph.reading.tables.planrows import Plan
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.years import YEARS

_YEARLY = re.compile(r"期間|年度|令和|平成|目標年|1[09１２０９]|2[09１２０９]|R\d|H\d|FY")
#: What each of them begins with, letters and numbers only with what follows.
_BEGINNINGS = re.compile(
    r"[期年度令平㋿㍻FＦRＲHＨ1１2２]"
    r"(?:(?<=[期年度令平㋿㍻FＦ])|(?<=[RＲHＨ])\d|(?<=[1１2２])[09０９])"
)
_YEARS_ONLY = re.compile(rf"(?P<years>\d{{1,2}})\s*{YEARS}間")
#: What follows years that are said to be those of the plan.
_STATES = re.compile(
    r"(?:間)?(?:と(?:します|して|なって|し、)|です|を(?:計画|対象)?(?:期間|計画)と|の計画|期間に)"
)
#: … and that they are those of this plan: この計画は、2021年度から….
_THIS = re.compile(
    r"(?:(?<!基)本|この)(?:計画|プラン|ビジョン|戦略|構想)(?:の?(?:期間)?は[、,]?\s*|\()$"
)
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
    r"|間?(?:を(?:計画)?期間)?と(?:する|した)(?:前|旧|前回の?|これまでの)計画"
    r"|間?の?[^。、「」]{0,12}(?:計画|期間)[がを](?:終え|終わ|満了|引き継|たたみ)"
)
#: What is counted over years, not a plan: H22~H26計, 平成27~32年度累計.
_SUM = re.compile(r"の?\s?(?:累計|合計|平均|実績|計(?!画))")
#: What the nation or the prefecture has planned: 県も平成27年度から….
_STATE = re.compile(
    r"(?:^|[。、])(?:国|[都道府県])(?:(?:も|は|が|で[はも])[^。]{0,24}|の?(?:計画|戦略|構想|期間)[^。]{0,12})$"
)
#: A value before its years: 累計15件(令和7~11年度).
_VALUE = re.compile(
    r"(?<!\d)\d[\d,.]*+\s?(?:[件人名社戸台回棟校組円枚冊本頭店%]|団体|世帯|[かカヶ箇]所|t|ha|km)\s?\($"
)
#: A term of plans that came one after the other: 第1期 期間 H17~H20.
_TERM = re.compile(r"(?P<term>第.{1,3}期)\s?の?(?:計画)?期間[はを:：]?\s*$")
_NAMED = re.compile(
    r"(?P<name>[^\s「」『』、。()]{2,30}(?:計画|戦略|構想|ビジョン|プラン))(?:[」』]?\s*\((?:計画)?(?:期間)?[:：]?|[」』]は、[^。]*)$"
)
#: Another plan as what the sentence speaks of: 障がい福祉計画等の期間は3年(, 第7期障がい福祉計画は.
_SUBJECT = re.compile(
    r"(?P<name>[^\s「」『』、。()]{3,30}(?:計画|戦略|構想|ビジョン|プラン))等?(?:の(?:計画)?期間)?は[、,]?\s*"
    rf"(?:\d{{1,2}}\s?{YEARS}間?\s?\(?)?$"
)
#: No name, but what any plan is called: この計画, 改訂後の計画.
_GENERIC = re.compile("(?:^|この|(?<!基)本|[のにはを])(?:計画|戦略|構想|ビジョン|プラン)$")
#: A part of the plan itself, but no 環境基本計画.
_OWN_PART = re.compile("(?:^|総合計画|[前後中]期|振興計画|の)基本(?:構想|計画)$")
#: A bare number of a plan before its years: 第3期(.
_EDITION = re.compile(rf"{ordinals.PATTERN}[^\s。、()]{{0,12}}\($")
#: What may stand between the title of a plan and its years.
_OPENED = re.compile(
    r"(?<![\s(【\[〔:：、,｜|])[\s(【\[〔:：、,｜|]*+(?:FY\s*+)?(?:の?(?:計画)?期間)?[\s(【\[〔:：、,]*+$"
)
#: What says that years are those of the plan.
_ANNOUNCES = re.compile(
    r"^.{2,14}(?:と|・|及び)(?:計画)?期間(?:\W|$)|(?:計画|対象|戦略|構想|ビジョン|プラン)の?(?:対象)?期間|目標年|期間は|^\W*期間"
)
_ALONE = re.compile(r"\W*(?:本)?(?:計画|対象|戦略|構想)?の?期間\W*")
#: Before the years: a part of the plan, or a plan below it.
_PART = re.compile("前期|後期|実施計画|実行計画|総合戦略|第[1一]期")
_HALF = re.compile("(前|後)期")
_PART_NAME = re.compile(r"\W*(?:前期|中期|後期)?(?:基本構想|基本計画|実施計画)\W*")
#: … and how long it lasts: 前期基本計画(5年間).
_HALF_LENGTH = re.compile(rf"(前|後)期(?:基本)?計画\s?\(?\s?(\d{{1,2}})\s?{YEARS}")
_PLAN = re.compile("基本構想|総合計画|長期計画|(?<!基)本計画|この計画|構想")
#: Around the years: what was counted or asked in them.
_COUNTED = re.compile(
    "人口|推計|アンケート|調査|実績|これまで|出生|低下|減少|増加|推移|倍に|債務|限度額|指標"
)
_LEAST = 0.9
#: What may stand around years that a line holds by themselves.
_AROUND = " ()[]【】〔〕"
_CUT = re.compile(r"(?:昭和|平成|令和|から|より|[~〜～]|20\d\d (?:[-–—]|to))\s*$")
#: So many short lines below 計画期間 may hold its years.
_BELOW = 5


def find(units: list[Unit], title: str, listed: Sequence[Plan] = ()) -> Period | None:
    """Return the period of the plan with this title; None where none is told.

    The years of the plans that the document lists (``listed``) are theirs.
    """
    best: tuple[float, Period] | None = None
    seen: dict[Period, float] = {}
    title = fold(title)
    others = [one for one in listed if not _same(fold(one.title), title)]
    halves: dict[str, Period] = {}
    lengths: dict[str, int] = {}
    near = 0.0
    for place, unit in enumerate(units):
        if not _BEGINNINGS.search(unit.text):
            near = near - 0.5 if near > 0.5 else 0.0
            continue
        text = spans.arabic(narrow(_uncut(units, place)))
        named = "期間" in text or "目標年" in text
        announced = named and _ANNOUNCES.search(text) is not None
        if "期" in text and "年" in text:
            lengths |= {half: int(count) for half, count in _HALF_LENGTH.findall(text)}
        if not announced and not _YEARLY.search(text):
            near = max(0.0, near - 0.5)
            continue
        near = 2.5 if announced else near
        if unit.use != "table" or announced:
            if _ALONE.fullmatch(text):
                text = _below(units, place)
            elif place and _is_led(narrow(units[place - 1].text), text):
                text = f"{narrow(units[place - 1].text)} {text}"  # whose name is the line above
            text = spans.fiscal(text)
            found = list(spans.find(text))
            above = units[place - 1] if place else None
            below = above and _ALONE.fullmatch(narrow(above.rest or above.text))
            for span in found:
                value = near - place * 0.002 + (2.0 if announced or below else 0.0)
                value -= span.told if near > 1 and span.told < 0 else 0.0  # 計画期間 2026→2030
                value += _value(text, span, len(found), title)
                value -= 9.0 if any(_is_of(one, unit, text, span) for one in others) else 0
                by_itself = len(text.strip(_AROUND)) <= span.end - span.begin
                other = 0.0
                if _of_other(text[: span.begin], title):
                    other = 2.5 + (near + 2.0 if announced else 0.0)
                elif place < 8 and len(text) < 40 and "。" not in text:
                    value += 3.0 if by_itself else 2.0  # years by themselves are those of a cover
                if half := _half(text[max(0, span.begin - 24) : span.begin]):
                    halves.setdefault(half, span.period)
                single = value - other - (1.0 if other else 0.0)
                seen[span.period] = max(seen.get(span.period, -9.0), single)
                if value > _LEAST and (best is None or value - other > best[0] + 1e-9):
                    best = (value - other, span.period)
        near = near if announced else max(0.0, near - 0.5)
    if best is None and len(seen) == 1 and max(seen.values()) > -0.5:
        return next(iter(seen))  # no other years are told
    told = best is not None and best[0] > 0
    return _whole(best[1], halves, lengths, title) if best and told else _length(units)


def _whole(
    period: Period, halves: dict[str, Period], lengths: dict[str, int], title: str
) -> Period:
    """Return the period of both halves where only these are told, and the plan is neither.

    A plan that is one of them has its years, or so many of those of the whole.
    """
    former, latter = halves.get("前"), halves.get("後")
    half = _half(title) if "構想" not in title else ""
    own = halves.get(half) or _share(period, half, lengths)
    if own and own.start and own.end and period.start and period.end:
        inside = int(period.start) <= int(own.start) and int(own.end) <= int(period.end)
        return own if inside else period
    if former is None or latter is None or period not in (former, latter) or _HALF.search(title):
        return period
    if not (former.start and former.end and latter.start and latter.end):
        return period
    joined = int(latter.start) == int(former.end) + 1
    return Period.parse(f"{former.start}～{latter.end}") if joined else period


def _share(period: Period, half: str, lengths: dict[str, int]) -> Period | None:
    """Return the first or the last years of a period, by the lengths of its two halves."""
    if not (half and period.start and period.end and len(lengths) == 2):
        return None
    first, last = int(period.start), int(period.end)
    if sum(lengths.values()) != last - first + 1:
        return None
    middle = first + lengths["前"]
    return Period.parse(f"{first}～{middle - 1}" if half == "前" else f"{middle}～{last}")


def _is_led(above: str, text: str) -> bool:
    """Tell years of the line above: of the part named there, or in brackets of a value."""
    return bool(_PART_NAME.fullmatch(above) or (text[:1] == "(" and _VALUE.search(f"{above} (")))


def _same(name: str, title: str) -> bool:
    """Tell a plan of a list that is the plan itself."""
    return bool(title) and (name in title or title in name)


def _is_of(plan: Plan, unit: Unit, text: str, span: Span) -> bool:
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
    cut = after[:1].isdigit() and _CUT.search(text)
    return f"{text}{' ' * text.isascii()}{after}" if cut else text


def _below(units: list[Unit], place: int) -> str:
    """Put the heading 計画期間 and the years on the lines below it on one line."""
    lines = [units[place].text]
    for unit in units[place + 1 : place + 1 + _BELOW]:
        if len(unit.text) > 24 or not re.search(r"[\d元~〜～]", unit.text):
            break
        lines.append(unit.text)
    return spans.arabic(narrow(" ".join(lines)))


def _value(text: str, span: Span, count: int, title: str = "") -> float:
    """Weigh a span of years by the words before, behind and around it."""
    assert span.period.start
    assert span.period.end
    length = int(span.period.end) - int(span.period.start) + 1
    before = text[: span.begin]
    around = before[-40:] + text[span.begin : span.end + 48]
    value = span.told + (1.5 if _PLAN.search(around) else 0.0)
    value -= 1.5 if count > 2 else 0
    value += 2.5 if re.match(r"[【■●○◆・\s(（]*(?:計画の?)?期間", text) else 0
    value -= 5.0 if _SUM.match(text, span.end) else 0
    value -= 5.0 if _VALUE.search(before) else 0
    value -= 9.0 if _STATE.search(before) else 0
    term = _TERM.search(before)
    value -= 9.0 if term and _differ(term["term"], title) else 0
    value += 0.8 if length >= 8 else 0
    value += 0.3 if re.search(rf"(?<!\d){length}\s?{YEARS}", around) else 0
    value += 1.0 if "期間は" in around or "plan" in around.lower() else 0
    value += 1.0 if _STATES.match(text, span.end) else 0
    value += _part(before[-24:], title)
    if _titled(before, title):
        return value + 5.0
    value += _edition(before, title)
    named = _NAMES.match(text, span.end)
    if named:
        name = fold((named["ordinal"] or "") + named["name"])
        other = _differ(name, title) or (not named["quoted"] and name[-4:] not in title)
        return value + (-4.0 if other else 1.0)
    if _THIS.search(before) or _MADE.match(text, span.end):
        return value + 2.5
    value -= 5.0 if _WAS.match(text, span.end) else 0
    clause = before[-40:].rpartition("。")[2] + text[span.begin : span.end + 48].partition("。")[0]
    return value - (3.5 if _COUNTED.search(clause) else 0)


def _half(text: str) -> str:
    """Return the half of the plan that a text names last: 前 or 後."""
    named = _HALF.findall(text)
    return named[-1] if named else ""


def _part(before: str, title: str) -> float:
    """Weigh what is said of a part: 前期基本計画 is the plan itself where its title says so."""
    half, own = _half(before), _half(title)
    if half and own and "構想" not in title:
        return 3.0 if half == own else -3.0
    if own and "構想" not in title and re.search("構想[^。前後]{0,9}$", before):
        return -3.0  # those of the whole, of which the plan is a half
    return -1.5 if _PART.search(before) else 0.0


def _titled(before: str, title: str) -> bool:
    """Tell years that stand right behind the title of the plan."""
    return len(title) > 5 and fold(_OPENED.sub("", before[-80:])).endswith(title)


def _edition(before: str, title: str) -> float:
    """Weigh years behind a bare number of a plan: 第3期(令和7~11年度)."""
    found = _EDITION.search(before)
    told = ordinals.of(found[0]) if found else {}
    own = ordinals.of(title)
    if not any(counter in own for counter in told):
        return 0.0
    return 2.5 if all(own.get(counter) == value for counter, value in told.items()) else -3.0


def _of_other(before: str, title: str) -> bool:
    """Tell years that stand right behind the name of another plan: 総合計画(2016~2025年度)."""
    if not title or _titled(before, title):
        return False
    named = _NAMED.search(before) or _SUBJECT.search(before)
    if not named:
        return False
    name = fold(named["name"])
    if _GENERIC.search(name):
        return False
    if _differ(name, title):
        return True
    return not _OWN_PART.search(name) and name[-4:] not in title


def _differ(name: str, title: str) -> bool:
    """Tell two plans by their ordinals: 第4次総合計画, 第5次総合計画."""
    one, other = ordinals.of(name), ordinals.of(title)
    return bool(one and other) and not one.items() & other.items()


def _length(units: list[Unit]) -> Period | None:
    """Only a length: 計画期間は5年間."""
    for unit in units:
        if "期間" not in unit.text:
            continue
        text = narrow(unit.text)
        if _ANNOUNCES.search(text) and (found := _YEARS_ONLY.search(text)):
            return Period.parse(f"{found['years']}年間")
    return None
