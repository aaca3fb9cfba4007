"""Indicators that stand on one line of text, without a table: value now → value aimed at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import VALUE, YEAR, unit_of, year_in
from plangraph.values import Quantity

#: The number of an indicator in a list.
_NUMBER = re.compile(r"^(?:[①-⑳]|[(（]\d{1,2}[)）]|\d{1,2}[.．](?=\s?\D))\s*")
_INLINE = re.compile(
    rf"(?:現状値?|基準値?|現在値?|実績値?|当初値?|Baseline"
    rf"|Current)\s*[:：]?\s*(?:\(?(?P<y1>{YEAR.pattern})\)?)?\s*[:：]?\s*(?P<v1>{VALUE.pattern})\s*(?:\((?P<y2>{YEAR.pattern})\))?"
    rf"\s*[,、;→⇒➡/|\s]*\s*(?:\d{{0,4}}\s?)?(?:目標値?"
    rf"|Target)\s*[:：]?\s*(?:\(?(?P<y3>{YEAR.pattern})\)?)?\s*[:：]?\s*(?P<v2>{VALUE.pattern})\s*(?:\((?P<y4>{YEAR.pattern})\))?",
    re.I,
)
_ARROW = re.compile(
    rf"^(?P<title>.{{4,50}}?)[\s:：]+(?P<v1>{VALUE.pattern})\s*(?:\((?P<y2>{YEAR.pattern})\))?\s*(?:→|⇒|➡|➔|->)\s*(?P<v2>{VALUE.pattern})\s*(?:\((?P<y4>{YEAR.pattern})\))?\s*$",
    re.I,
)
_DATED = re.compile(
    rf"^(?P<title>.{{3,50}}?)[\s:：]+\(?(?P<y2>{YEAR.pattern})\)?[\s:：]*(?P<v1>{VALUE.pattern})\s*(?:→|⇒|➡|➔|->|▶)"
    rf"\s*\(?(?P<y4>{YEAR.pattern})\)?[\s:：]*(?P<v2>{VALUE.pattern})\s*$",
    re.I,
)
_WITHIN = re.compile(
    rf"^(?P<title>.{{3,40}}?)[\s:：]+\d{{1,2}}(?:か|カ|ヵ|ヶ)?年間?(?:で|に)\s*(?P<v2>{VALUE.pattern})\s*$"
)
_PREFIX = re.compile(
    r"^[\[(【<]?\s*(?:重要業績評価指標|(?:成果|評価|目標)?指標|KPI|数値目標)\s*\d*\s*(?:[\])】>]|[:：])\s*",
    re.I,
)
#: A sentence that tells what a value is to become: 加入率を61%から75%に高めます; from 12% to 20%.
_SENTENCE = re.compile(
    rf"(?:^|[。、]|[①-⑳・●○]\s*)(?P<title>[^。、①-⑳・●○]{{3,40}}?)を[、\s]?(?:現状の|現在の)?"
    rf"(?:(?P<y1>{YEAR.pattern})の)?(?P<v1>{VALUE.pattern})(?:\((?P<y2>{YEAR.pattern})\))?から[、\s]?"
    rf"(?:(?P<y4>{YEAR.pattern})(?:まで)?に[、\s]?)?(?P<v2>{VALUE.pattern})"
    r"(?:に|へ|まで)(?!\S{0,12}(?:した|しました|ました)(?![いく]))(?=\S)"
)
_UNTIL = re.compile(rf"(?P<year>{YEAR.pattern})(?:まで)?に[、\s]?")
_ENGLISH = re.compile(
    r"\b(?:increase|raise|grow|expand|improve|boost|reduce|cut|lower|decrease|double)s?\s+(?:the\s+)?"
    rf"(?P<title>[^.;:]{{4,70}}?)\s+from\s+(?P<v1>{VALUE.pattern})\s+(?:in\s+20\d\d\s+)?"
    rf"to\s+(?P<v2>{VALUE.pattern})(?=[\s.,;]|$)(?:\s+by\s+(?:FY\s?)?(?P<y4>20\d\d))?",
    re.I,
)


@dataclass(slots=True)
class Found:
    """An indicator as a table states it."""

    title: str
    first: int
    last: int
    place: int
    baseline: Quantity | None = None
    baseline_year: FiscalYear | None = None
    target: Quantity | None = None
    target_year: FiscalYear | None = None
    unit: str | None = None


def inline(units: list[Unit], place: int) -> Found | None:
    """Return the indicator that the line at ``place`` states, if any."""
    unit = units[place]
    text = narrow(unit.text)
    match = _INLINE.search(text)
    title = text[: match.start()] if match else ""
    if match is None:
        prefix = _PREFIX.match(text)
        match = _DATED.match(text) or _ARROW.match(text) or _WITHIN.match(text)
        if match is None or not re.search(r"[年度]|%|→|⇒", text):
            return None
        title = match["title"]
        if (
            not prefix
            and not match.groupdict().get("y4")
            and not re.search(r"率|数|割合|額|量|度|人口|件|rate|number|percent", title, re.I)
            and not (match.groupdict().get("v1") and unit_of(Quantity.parse(match["v2"])))
        ):
            return None
    title = _NUMBER.sub("", unit.text[: len(title)]).strip(" 　:：・●■◆○-（(|\t")
    if prefix := _PREFIX.match(narrow(title)):
        title = title[prefix.end() :]
    title = re.sub(r"^(?:成果|評価|目標)?指標\s*\d*\s*[:：]?\s*", "", title)
    first = unit.first
    if len(title) < 3:
        before = units[place - 1] if place else None
        if before is None or before.prose or before.use or len(before.text) > 60:
            return None
        title, first = before.rest or before.text, before.first
        title = re.sub(r"^(?:成果|評価|目標)?指標\s*\d*\s*[:：]\s*", "", title)
        before.use = "table"
    title = re.sub(r"^[①-⑳\s]+|^\(\d{1,2}\)\s*", "", title)
    groups = match.groupdict()
    if all(
        re.fullmatch(r"(?:19|20)\d\d", (groups.get(name) or "").strip()) for name in ("v1", "v2")
    ):
        return None
    found = Found(title.strip(), first, unit.last, place)
    if groups.get("v1"):
        found.baseline = Quantity.parse(groups["v1"].strip())
    found.target = Quantity.parse(groups["v2"].strip())
    found.baseline_year = year_in(groups.get("y1") or groups.get("y2") or "")
    found.target_year = year_in(groups.get("y3") or groups.get("y4") or "")
    found.unit = unit_of(found.target) or unit_of(found.baseline)
    unit.use = "table"
    return found


def told(unit: Unit, place: int) -> Found | None:
    """Return the indicator that a sentence tells of, if any; the sentence stays text."""
    text = narrow(unit.text)
    match = _SENTENCE.search(text) if "から" in text else None
    if match is None and " from " in text:
        match = _ENGLISH.search(text)
    if match is None or not re.search(r"\d", match["v1"]) or not re.search(r"\d", match["v2"]):
        return None
    groups = match.groupdict()
    until = _UNTIL.match(match["title"])
    start, end = match.span("title")
    title = unit.text[start + (until.end() if until else 0) : end].strip(" 　・")
    found = Found(title, unit.first, unit.last, place)
    found.baseline, found.target = (Quantity.parse(match[one].strip()) for one in ("v1", "v2"))
    found.baseline_year = year_in(groups.get("y1") or groups.get("y2") or "")
    found.target_year = year_in(groups["y4"] or (until["year"] if until else ""))
    found.unit = unit_of(found.target) or unit_of(found.baseline)
    return found


def span(text: str) -> tuple[FiscalYear | None, FiscalYear | None] | None:
    """Return the years that a line gives for the values below it: 数値目標 (R4 → R10)."""
    folded = narrow(text)
    years = list(YEAR.finditer(folded))
    rest = YEAR.sub("", folded)
    if len(years) != 2 or not re.search(r"目標|指標|KPI", rest) or re.search(r"\d", rest):
        return None
    between = folded[years[0].end() : years[1].start()]
    if not re.fullmatch(r"[\s()年度]*(?:→|⇒|➡|➔|->|▶)[\s()]*", between):
        return None
    return year_in(years[0][0]), year_in(years[1][0])
