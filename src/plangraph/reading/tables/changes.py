"""Indicators that stand on one line of text, without a table: value now → value aimed at.

What tells of one is an arrow between two values, words that name both (現状 12人 目標 20人),
or a label before a name and its values (KPI 宿泊者数 120人 200人).
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.tables import rownames
from plangraph.reading.tables.evidence import is_measured
from plangraph.reading.tables.headwords import kind_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import (
    ARROW,
    ARROWS,
    BRACKETED,
    RATE,
    YEAR,
    common_unit,
    unit_of,
    year_in,
)
from plangraph.reading.terms.years import YEARS
from plangraph.values import Quantity

#: A name of an indicator has so many letters at most; the line above that holds it.
_LONGEST, _LONGEST_ABOVE = 50, 60
#: No value has more digits or parts: bounded, as every one of them may begin a value.
_OFTEN = (
    r"(?:(?:累計|延べ|延|約|概ね|おおむね|計|年間|毎年|平均|[週月日年]|(?:1|一)[日人]当?たり)"
    r"\s?){0,4}"
)
_DIGITS = r"\d[\d,]{0,20}"
_NUMBER = (
    rf"{_OFTEN}[△▲\-−+±]?(?:[$¥]\s?)?{_DIGITS}(?:\.\d+)?(?:[兆億万千]{_DIGITS}){{0,4}}[兆億万千]?"
)
_BOUND = r"(?:\((?:累計|延べ|年間)\)|累計|以上|以下|未満|程度|超(?![一-龥])|以内|を?維持|台)?"
_WORD = (
    r"(?:[\-―－–—−]+|現状維持|維持|未実施|未策定|未整備|未設置|実施|策定|整備|設置|なし|ゼロ|不明"
    r"|(?:[増減]加?|向上|上昇|減少|拡大|縮小|改善|充実)(?:させる|する)?|増やす|減らす|[集調][計査]中"
    r"|同(?:額|数|程度)(?:程度)?|N/?A|TBD|[↗↑↘↓])"
)
#: What stands in brackets behind a value; a year or its brackets before it.
_ASIDE = rf"(?:\s*{BRACKETED})?"
_DATE = rf"(?:\s*\(?(?:{YEAR.pattern})末?\)?)?"
_SINCE = rf"(?:\s*{BRACKETED}|\s*(?:{YEAR.pattern}))?[\s:]*"
_NOW_HEAD = (
    r"[【\[〔(]?(?:(?:現状|現況|基準|現在|実績|当初|初期|(?:計画)?策定時|従前)(?:年度|の?数?値)?"
    r"|Baseline|Current)[】\]〕)]?"
)
_AIM_HEAD = (
    r"[【\[〔(]?(?:(?:最終|数値)?目標(?:年度|の?数?値)?|将来値|(?:目指|めざ)[すそ]う?値"
    r"|Target)[】\]〕)]?"
)


def _behind(head: str) -> str:
    """Return the pattern of a word that stands behind its value: 149人基準・R1."""
    return rf"\s?{head}[\s・:(]{{0,2}}(?:{YEAR.pattern}|現況|現在)?\)?"


def _now(name: str) -> str:
    """Return the pattern of a value of which the unit is free: what follows bounds it."""
    return rf"(?P<{name}>{_NUMBER}\s?(?P<of_{name}>[^\s\d()→、。:;/]{{0,10}}?)|{_WORD})"


def _aim(name: str, like: str) -> str:
    """Return the pattern of a value that ends with a known unit, or that of the first one."""
    return (
        rf"(?P<{name}>{_NUMBER}\s?(?:{RATE}{_BOUND}(?=[\s()、。/・]|$|{_AIM_HEAD})"
        rf"|[^\s\d()→、。]{{0,10}}(?=[\s()、。]|$)|(?P=of_{like}){_BOUND}|{RATE}{_BOUND})|{_WORD})"
    )


_FREE_NOW = rf"(?P<v1>{_NUMBER}\s?(?P<of_v1>{RATE}{_BOUND}|[^\s\d()→、。:;]{{0,10}})|{_WORD})"
#: No match begins within the spaces that one may begin with.
_NO_REST = r"(?!(?<=[\s:])[\s:])"
_ARROWED = re.compile(
    rf"{_NO_REST}(?:{_NOW_HEAD}[\s:]*)?(?P<y1>{_DATE})[\s:]*{_FREE_NOW}(?P<a1>{_ASIDE}|{_behind(_NOW_HEAD)})\s*{ARROW}\s*(?:{_AIM_HEAD}\s*)?"
    rf"(?P<y2>{_DATE})[\s:]*{_aim('v2', 'v1')}(?P<a2>{_behind(_AIM_HEAD)}|{_ASIDE})",
    re.I,
)
_HEADED = re.compile(
    rf"{_NOW_HEAD}(?P<y1>{_SINCE}){_now('v1')}(?P<a1>{_ASIDE})[\s,、;→⇒➡/|・]*+"
    rf"(?:(?:中間|前期)\S{{0,5}}?{_SINCE}{_NUMBER}\s?\S{{0,8}}?{_ASIDE}[\s,、;→⇒➡/|・]*+)?"
    rf"{_DATE}の?{_AIM_HEAD}(?P<y2>{_SINCE}){_aim('v2', 'v1')}(?P<a2>{_ASIDE})",
    re.I,
)
_AIM_FIRST = re.compile(
    rf"{_AIM_HEAD}(?P<y2>{_SINCE}){_now('v2')}(?P<a2>{_ASIDE})[\s,、;←/|・]*+"
    rf"{_DATE}の?{_NOW_HEAD}(?P<y1>{_SINCE}){_aim('v1', 'v2')}(?P<a1>{_ASIDE})",
    re.I,
)
#: A label before a name: KPI, 数値目標, [成果指標], 目標(指標). One in brackets names itself.
_LABEL = re.compile(
    r"(?:[\[(【<《〔]\s*[^\s\[\](【】<>。、]{0,10}(?:指標|KPI|数値目標|目標値)\S{0,5}?[\])】>》〕]"
    r"|(?:(?<![^\s。、・■□◆◇●○※)\]】:])|^)[^\s\w]?"
    r"(?:[^\s()。、]{0,8}?(?:(?:成果|評価|目標|活動|環境|管理|進捗|検証|取組|効果)?指標|KPI|数値目標|目標値)"
    r"(?:\([^()\s]{1,10}\))?\s*\d{0,2}\s*[\s:]))\s*[:]?\s*",
    re.I,
)
#: A label that nothing parts from the name.
_GLUED = re.compile(r"(?:KPI|数値目標|(?:成果|評価|目標)指標)(?=[^\s:をのはがにとで達])", re.I)
_LABELLED = re.compile(
    rf"^(?P<title>[^。]{{2,{_LONGEST}}}?\D)(?<![\s:])[\s:]++(?P<v1>{_NUMBER}\s?(?P<of_v1>{RATE}{_BOUND}"
    rf"|[^\s\d()→、。:;]{{0,10}})|{_WORD})(?P<a1>{_ASIDE})"
    rf"\s+{_aim('v2', 'v1')}(?P<a2>{_ASIDE})\s*$",
    re.I,
)
_ONE_AIM = re.compile(
    rf"^(?P<title>[^。、\d]{{3,40}}?)[\s:]*(?P<v2>{_NUMBER}\s?{RATE}{_BOUND})(?P<a2>{_ASIDE})(?=[\s()]|$)",
    re.I,
)
#: The year before a name: 令和8年度の一般就労への移行者数.
_OF_YEAR = re.compile(rf"{YEAR.pattern}末?(?:時点)?(?:における|の)")
#: What a line says of the value now, whose aim stands on one of the next lines.
_BEFORE_AIM = re.compile(
    rf"[^\w\s]{{0,2}}(?:直近の|最新の)?{_NOW_HEAD}[^\w\s]{{0,2}}\s*(?P<year>{YEAR.pattern}末?(?:時点)?(?:における|の))?"
    rf"(?P<title>[^。、\d]{{3,40}}?)[\s:]+(?P<v1>{_NUMBER}\s?{RATE}{_BOUND})"
    rf"\s*(?P<a1>\(.{{1,24}}\))?(?=\s|$)"
)
_PAIRED = 2
_IN_YEARS = rf"\d{{1,2}}{YEARS}間?(?:で|に)\s*(?P<v2>{_NUMBER}\s?{RATE}{_BOUND})\s*$"
_WITHIN = re.compile(rf"^(?P<title>.{{3,40}}?)[\s:]+{_IN_YEARS}")
#: … below the name of what it is.
_WITHIN_ALONE = re.compile(rf"\W*{_IN_YEARS}")
#: What a name begins behind: a sentence, a mark, a bracket with its number.
_BEFORE = re.compile(
    r"。|^(?:達成|成果|効果|取組)?目標(?=[\s:])"
    r"|(?:^|[\s　])[・●○◆◇■□▪▶※\-*]+|[①-⑳]|(?:^|\s)[(（]\d{1,2}[)）]|^\d{1,2}[.．](?=\D)"
)
_ENDS_LABEL = re.compile("(?:指標|目標値?|KPI)$")
_DRESS = " 　■◆●○□◇▼▶★◎【】〔〕[]［］《》<>〈〉・"
_EDGES = " 　:：・●■◆○◎□◇▪-（(|\t「、"
#: What tells that a sentence goes on behind a value: にあります, も減りました.
_GOES_ON = re.compile(r"\)?[にへもとがをはでかしの]|\)?、")
#: A name that is the beginning of a sentence: 負傷者は.
_SENTENCE = re.compile(r"[はがもを、]$|、.*[はがも]|→|⇒")
_YEARS_FIRST = re.compile(rf"(?:{YEAR.pattern})\s")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d(?:年度?)?")
_HINT = re.compile(rf"{ARROW}|目標|将来値|(?:目指|めざ)[すそ]う?値|[Tt]arget|KPI|指標|年間?[でに]")


def read(units: list[Unit], place: int) -> list[Found]:
    """Return the indicators that the line at ``place`` states; what they stand on is marked."""
    unit = units[place]
    text = narrow(unit.text)
    if not _HINT.search(text):
        return []
    found: list[Found] = []
    start = 0
    first_label = None
    for match in _matches(text):
        before = text[start : match.start()]
        begin, labelled = _begin(before)
        if labelled and first_label is None:
            first_label = start + labelled[0]
        told = unit.prose or _GOES_ON.match(text, match.end())
        one = None
        if labelled or not told:
            one = _found(units, place, start + begin, match, bool(labelled))
        start = match.end()
        if one:
            found.append(one)
    if not found and (label := list(_LABEL.finditer(text))):
        until = _OF_YEAR.match(text, label[-1].end())
        begin = until.end() if until else label[-1].end()
        row = _LABELLED.match(text[begin:])
        if row is None or "の" in row["v2"]:  # … 84人 4人の減: only what is said of the aim
            row = _ONE_AIM.match(text[begin:])
        if row and (one := _named(units, place, begin, row)):
            one.target_year = one.target_year or year_in(until[0] if until else "")
            _paired(units, place, one)
            found.append(one)
            first_label = label[-1].start()
    within = _WITHIN.match(text) if not found else None
    if within and is_measured(within["title"]) and (one := _named(units, place, 0, within)):
        found.append(one)
    if place and not found and (below := _below_name(units, place, text)):
        found.append(below)
    if found and not unit.prose:
        _mark(unit, first_label)
    return found


def _below_name(units: list[Unit], place: int, text: str) -> Found | None:
    """Return the aim that a line states alone, below the name of what it is: 5年間で60人."""
    alone = _WITHIN_ALONE.match(text)
    beside = _beside(units, place, len(text)) if alone else None
    if alone is None or beside is None or not is_measured(beside.text):
        return None
    beside.use = "table"
    return _made(
        (beside.rest or beside.text).strip(_EDGES), beside.first, units[place], place, alone
    )


def _paired(units: list[Unit], place: int, one: Found) -> None:
    """Give an aim the value now of the same name that a line above it states."""
    for unit in units[max(0, place - _PAIRED) : place]:
        now = None if unit.use or unit.prose else _BEFORE_AIM.match(narrow(unit.text))
        if now and one.baseline is None and now["title"].strip() == narrow(one.title):
            one.baseline = Quantity.parse(now["v1"].strip())
            one.baseline_year = year_in(now["year"] or now["a1"] or "")
            unit.use = "table"


def _matches(text: str) -> list[re.Match[str]]:
    """Return the pairs of values that a line states, in order; none within another."""
    found: list[re.Match[str]] = []
    for pattern in (_HEADED, _AIM_FIRST, _ARROWED):
        if pattern is _ARROWED and not any(arrow in text for arrow in ARROWS):
            continue
        for match in pattern.finditer(text):
            if all(match.end() <= one.start() or one.end() <= match.start() for one in found):
                found.append(match)
    return sorted(found, key=lambda match: match.start())


def clean(title: str) -> str:
    """Cut a label before a name, and what stands before that: KPI 宿泊者数 → 宿泊者数."""
    return title[_begin(narrow(title))[0] :].strip(_EDGES)


def _begin(text: str) -> tuple[int, tuple[int, int] | None]:
    """Return where the name at the end of a text begins, and the label before it, if any."""
    label = None
    for pattern in (_LABEL, _GLUED):
        for one in pattern.finditer(text):
            if label is None or one.end() > label[1]:
                label = one.span()
    if (named := rownames.label(text)) and (label is None or label[1] < named):
        label = 0, named
    begin = label[1] if label else 0
    for one in _BEFORE.finditer(text, begin):
        begin = one.end()
    return begin, label


def _found(
    units: list[Unit], place: int, start: int, match: re.Match[str], labelled: bool
) -> Found | None:
    """Make an indicator of a pair of values, its name from ``start`` on or above."""
    unit = units[place]
    title, measure = rownames.without_fields(unit.text[start : match.start()].strip(_EDGES))
    first, beside = unit.first, None
    if len(title) < 3:
        beside = None if start else _beside(units, place, match.end())
        if beside is None:
            return None
        whole = beside.rest or beside.text
        begin, label = _begin(narrow(whole))
        labelled = labelled or bool(label)
        title, first = whole[begin:].strip(_EDGES), min(beside.first, unit.first)
        if len(title) < 2:
            return None
    if len(title) > _LONGEST or _SENTENCE.search(title) or not _told(title, match, labelled):
        return None
    one = _made(title, first, unit, place, match)
    one.unit = measure or one.unit
    if beside:
        beside.use = "table"
        one.last = max(one.last, beside.last)
    return one


def _beside(units: list[Unit], place: int, end: int) -> Unit | None:
    """Return the line that names values which are all of a line: that above, or that below.

    It is that below where a label or heading stands above, or the name of the values above.
    """
    above = units[place - 1] if place else None
    if above is None or above.prose or len(above.text) > _LONGEST_ABOVE:
        return None
    text = (above.rest or above.text).strip(_DRESS)
    heading = above.code is not None and above.code.word
    if not (above.use or heading or kind_of(text) or _ENDS_LABEL.search(narrow(text))):
        return above
    below = units[place + 1] if place + 1 < len(units) else None
    if below is None or below.use or below.prose or below.gap or units[place].text[end:].strip():
        return None
    return below if is_measured(below.text) and not any(map(below.text.count, ARROWS)) else None


def _named(units: list[Unit], place: int, start: int, match: re.Match[str]) -> Found | None:
    """Make an indicator of a name behind a label and its values."""
    unit = units[place]
    title = clean(unit.text[start : start + match.end("title")])
    if len(title) < 3 or YEAR.fullmatch(narrow(title)) or not re.search(r"\d", match["v2"]):
        return None
    if YEAR.fullmatch(match["v2"].strip()) or _YEARS_FIRST.match(narrow(title)):
        return None
    return _made(title, unit.first, unit, place, match)


def _told(title: str, match: re.Match[str], labelled: bool) -> bool:
    """Tell whether two values are those of something counted, not years, codes or pages."""
    values = match["v1"], match["v2"]
    if all(_YEAR_ONLY.fullmatch(one.strip()) for one in values):
        return False
    if not any(re.search(r"\d", one) for one in values) or (
        not labelled and values[0] == values[1]
    ):
        return False
    united = any(unit_of(Quantity.parse(one)) for one in values)
    own = match["of_v1"] if "of_v1" in match.re.groupindex else None
    alike = bool(own) and own in match["v2"]
    dated = any(match[one] and year_in(match[one]) for one in ("y1", "y2", "a1", "a2"))
    return labelled or united or alike or dated or is_measured(title)


def _made(title: str, first: int, unit: Unit, place: int, match: re.Match[str]) -> Found:
    groups = match.groupdict()
    found = Found(title, first, unit.last, place)
    if groups.get("v1"):
        found.baseline = Quantity.parse(groups["v1"].strip())
    found.target = Quantity.parse(groups["v2"].strip())
    found.baseline_year = year_in(f"{groups.get('y1') or ''} {groups.get('a1') or ''}")
    found.target_year = year_in(f"{groups.get('y2') or ''} {groups.get('a2') or ''}")
    found.unit = common_unit(found.baseline, found.target)
    return found


def _mark(unit: Unit, label: int | None) -> None:
    """Leave the heading before a label in its unit; the unit is a row of a table else."""
    kept = unit.text[:label].rstrip() if label else ""
    if unit.code and len(kept) > len(unit.text) - len(unit.rest):
        unit.rest = unit.rest[: len(kept) - (len(unit.text) - len(unit.rest))].rstrip()
        unit.text = kept
    else:
        unit.use = "table"
