"""What an indicator is as a document states it; sentences that tell what a value shall become."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables.evidence import is_measured
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import ARROW, NUMBER, VALUE, YEAR, unit_of, year_in
from plangraph.values import Quantity

#: What follows the value aimed at; not what has come about.
_TO = r"(?:に|へ|まで)(?!\S{0,12}(?:した|しました|ました)(?![いく]))(?=\S)"
#: A sentence that tells what a value is to become: 加入率を61%から75%に高めます; from 12% to 20%.
_SENTENCE = re.compile(
    rf"(?:^|[。、]|[①-⑳・●○]\s*)(?P<title>[^。、①-⑳・●○]{{3,40}}?)を[、\s]?(?:現状の|現在の)?"
    rf"(?:(?P<y1>{YEAR.pattern})の)?(?P<v1>{VALUE.pattern})(?:\((?P<y2>{YEAR.pattern})\))?から[、\s]?"
    rf"(?:(?P<y4>{YEAR.pattern})(?:まで)?に[、\s]?)?(?P<v2>{VALUE.pattern})"
    rf"(?:\((?P<y5>{YEAR.pattern})\))?{_TO}"
)
#: … said in other orders: X を84件(令和3年度:117件)に; 現在7人の X を12人に; X について、1 を2と.
_OTHERS = (
    re.compile(
        rf"(?:^|[。、]|[①-⑳・●○]\s*)(?P<title>[^。、①-⑳・●○]{{3,40}}?)を[、\s]?"
        rf"(?:(?P<y4>{YEAR.pattern})(?:まで)?に[、\s]?)?(?P<v2>{VALUE.pattern})"
        rf"\((?:(?P<y1>{YEAR.pattern})|現状値?|現在|基準値)\s?[:、は]?\s?(?P<v1>{VALUE.pattern})\){_TO}"
    ),
    re.compile(
        rf"(?:(?P<y1>{YEAR.pattern})[にで]|現在)[、\s]?(?P<v1>{VALUE.pattern})(?:であった|だった|である|の)"
        rf"(?P<title>[^。、①-⑳・●○]{{3,40}}?)を[、\s]?(?:(?P<y4>{YEAR.pattern})(?:まで)?には[、\s]?"
        rf"|(?P<y5>{YEAR.pattern})(?:まで)?に[、\s]?)?(?P<v2>{VALUE.pattern}){_TO}"
    ),
    re.compile(
        rf"(?:^|[。、]|[①-⑳・●○]\s*)(?P<title>[^。、①-⑳・●○]{{3,40}}?)(?:について)?[はを]?[、\s]"
        rf"(?:(?P<y1>{YEAR.pattern})の|現状の|現在の)(?P<v1>{VALUE.pattern})(?:\((?P<y2>{YEAR.pattern})\))?"
        rf"を[、\s]?(?:(?P<y4>{YEAR.pattern})(?:まで)?に[、\s]?)?(?P<v2>{VALUE.pattern})"
        r"(?:と(?=する|します|し、)|(?:に|へ|まで)(?=\S))"
    ),
)
#: One of these words such a sentence has; full width, too, as it may be printed.
OTHER_WORDS = (
    ")に",
    "）に",
    ")へ",
    "）へ",
    "であった",
    "だった",
    "とすることを",
    "を現状の",
    "現在",
)
#: A line that is nothing else: 自転車事故の件数 94件(令和2年)から60件以下(令和13年)へ.
_AMOUNT = rf"{NUMBER}\s?[^\s\d()、。]{{0,8}}?"
#: What tells of hours and days, and counts nothing: 9時から17時.
_CLOCK = re.compile(r"時(?:\d*分)?$|[月日]$")
_LINE = re.compile(
    rf"[・●○◆◇■□▪*\-]?\s{{0,4}}(?P<title>[^。]{{3,40}}[^\s。])\s+(?P<v1>{_AMOUNT})(?:\((?P<y1>[^()]{{2,12}})\))?から"
    rf"(?P<v2>{_AMOUNT})(?:\((?P<y5>[^()]{{2,12}})\))?(?:[にへ]|まで)?"
)
_UNTIL = re.compile(rf"(?P<year>{YEAR.pattern})(?:まで)?に[、\s]?")
_UNTIL_BEFORE = re.compile(rf"{_UNTIL.pattern}$")
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


def told(unit: Unit, place: int) -> Found | None:
    """Return the indicator that a sentence tells of, if any; the sentence stays text."""
    text = narrow(unit.text)
    match = (_line(text) or _SENTENCE.search(text)) if "から" in text else None
    if match is None and any(word in text for word in OTHER_WORDS):
        match = next(filter(None, (pattern.search(text) for pattern in _OTHERS)), None)
    if match is None and " from " in text:
        match = _ENGLISH.search(text)
    if match is None or not re.search(r"\d", match["v1"]) or not re.search(r"\d", match["v2"]):
        return None
    groups = match.groupdict()
    start, end = match.span("title")
    until = _UNTIL.match(match["title"])
    before = _UNTIL_BEFORE.search(text[:start])
    title = unit.text[start + (until.end() if until else 0) : end].strip(" 　・")
    found = Found(title, unit.first, unit.last, place)
    found.baseline, found.target = (Quantity.parse(match[one].strip()) for one in ("v1", "v2"))
    found.baseline_year = year_in(groups.get("y1") or groups.get("y2") or "")
    aimed = groups.get("y4") or groups.get("y5") or (until or before or {"year": ""})["year"]
    found.target_year = year_in(aimed)
    found.unit = unit_of(found.target) or unit_of(found.baseline)
    return found


def _line(text: str) -> re.Match[str] | None:
    """Match a line that is a name and its values, dated or of what is counted; no opening hours."""
    match = _LINE.fullmatch(text.strip())
    dated = match and year_in(match["y1"] or "") and year_in(match["y5"] or "")
    told = match and (dated or (is_measured(match["title"]) and not _CLOCK.search(match["v2"])))
    return match if told else None


def span(text: str) -> tuple[FiscalYear | None, FiscalYear | None] | None:
    """Return the years that a line gives for the values below it: 数値目標 (R4 → R10)."""
    folded = narrow(text)
    years = list(YEAR.finditer(folded))
    rest = YEAR.sub("", folded)
    if len(years) != 2 or not re.search(r"目標|指標|KPI", rest) or re.search(r"\d", rest):
        return None
    between = folded[years[0].end() : years[1].start()]
    if not re.fullmatch(rf"[\s()年度]*{ARROW}[\s()]*", between):
        return None
    return year_in(years[0][0]), year_in(years[1][0])
