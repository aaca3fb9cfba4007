"""Measures of success in English: rows below heads of columns, and lines that state both values.

``Measure   2023 result   Where we want to be`` says what its columns hold in words that every
plan chooses anew; wide spaces part them, and the rows below have a value in each. Where no head
tells, a line does: ``Trips by bus (baseline 12%; target 20% by 2031)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables import measurelines
from plangraph.reading.tables.measurelines import CELLS
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.quantities import common_unit, unit_of
from plangraph.values import Quantity

_AMOUNT = (
    r"(?:\d{1,3} (?:(?:out )?of|in) \d{1,3}|\d(?:\.\d\d?)? ?/ ?(?:4|5|7|10|100)\b"
    r"|(?:(?:about|around|under|over|at least|at most|up to"
    r"|(?:no |not )?(?:less|more|fewer) than|[<>≤≥~+-]|AUD|NZD|CAD|EUR|USD)\s?)?"
    r"[R$£€]?(?:\d{1,3}(?: \d{3})+\b|\d(?:[\d,]*\d)?)(?:\.\d+)?"
    r"(?:\s?(?:%|percent|per cent|[kKMB]\b|mn?\b|bn\b|million|billion"
    r"|(?:minute|hour|day|week|month|year|home|mile|acre|(?:metric )?ton|tonne|visit|trip|job)s?\b"
    r"|km\b|ha\b|mins?\b|kg\b))?(?: or (?:more|less|fewer|higher|lower|above|below))?)"
)
_WORD = r"[A-D][A-D+-]{0,2}|N/A|TBD|TBC|(?:increase|decrease|maintain|improve|reduce)d?|[-–—]"
_VALUE = re.compile(rf"(?:{_AMOUNT}|{_WORD})", re.I)
#: A number and what it counts, in a word that no list names: 912 g, 1,200 MWh, 40 trees.
_COUNTED = re.compile(r"[<>≤≥~+-]?\d[\d,]*(?:\.\d+)? ?(?![A-Z][a-z])[A-Za-z][\w²³/-]{0,11}")
_ANY_YEAR = (
    r"(?:(?:[FC]Y\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|(?:FY\s?)?\d\d/\d\d|[FC]Y\s?\d\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d|(?<=[FC]Y)\d\d\b|(?<=[FC]Y )\d\d\b")
_TITLE = re.compile(
    r"(?:(?:key|performance|success|outcome|progress|strategic|headline|community) )*"
    r"(?:measures?|indicators?|metrics?|k?pis?|results?)(?: of success)?(?: name)?"
    r"|what (?:we|will we|we will|we[’']ll|council will) (?:be )?(?:measur|track|count)\w*",
    re.I,
)
_BASELINE = re.compile(
    rf"(?:{_ANY_YEAR} )?(?:baseline|current(?:ly)?|actual|present|today|now|latest|result|outturn"
    r"|start(?:ing)?(?: point)?|before|where we (?:are|were|started)(?: now| today)?|most recent)"
    rf"(?: (?:value|level|result|performance|data|year|status))?s?(?: ?\(?{_ANY_YEAR}\)?)?",
    re.I,
)
_TARGET = re.compile(
    rf"(?:(?:by )?{_ANY_YEAR} |\d{{1,2}}[- ]year |final |our )?(?:targets?|goals?|aims?|benchmarks?"
    r"|where we (?:want|aim|hope|will|need|expect|plan) ?(?:to be|to go|be)?)"
    rf"(?: value| level)?(?: ?(?:\(?(?:by |for |in )?{_ANY_YEAR}\)?|years? \d(?:\s?[-–]\s?\d)?))?"
    rf"|by {_ANY_YEAR}",
    re.I,
)
_OTHER = re.compile(
    r"(?:data )?sources?|owners?|leads?|trends?|frequency|status|notes?|rag|progress"
    r"|responsib\w+|desired (?:trend|direction)|direction(?: of travel)?|polarity|good is"
    r"|better if|(?:data )?provider|ref\.?|no\.?|#",
    re.I,
)
_UNIT = re.compile(r"units?(?: of measure(?:ment)?)?", re.I)
_DATED = re.compile(rf"\(?{_ANY_YEAR}\)?")
_DATED_ASIDE = re.compile(
    rf"\s?\((?:in |by )?{_ANY_YEAR}\)$|,? (?:by|in|as of) (?:the )?(?:end of )?{_ANY_YEAR}$", re.I
)
#: What is called so is the last that is known: later years are those of aims.
_LATEST = re.compile(r"\b(?:results?|actual|current|latest|outturn|most recent)\b", re.I)
#: What a head says besides: Target (annual).
_NOTED = re.compile(r"\s?\([^()]{2,30}\)$")
#: The number of a row, before its name.
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=[A-Z])")
#: What the line above a head of nothing but years says.
_MEASURED = re.compile(
    r"\b(?:measur|indicator|metric|kpi|how we|how will|know|what (?:will )?change|success|progress"
    r"|outcome)",
    re.I,
)
_ABOVE = 50
#: A unit behind a name.
_SHARE = re.compile(r"\s?\((?:%|per ?cent)\)$")
#: So many lines after its last row a table may go on below the heading of another section.
_ON = 25
#: Names have so many letters.
_SHORTEST, _LONGEST = 4, 160
#: So many letters of a line are searched for what it states.
_SEARCHED = 600

_V1, _V2 = rf"(?P<v1>{_AMOUNT})", rf"(?P<v2>{_AMOUNT})"
_Y1 = rf"(?:\s?[(,]?\s?(?:in |from )?(?P<y1>{_ANY_YEAR})\)?)?"
_Y2 = rf"(?:\s?[(,]?\s?(?:in |by |from )?(?:the end of |June |December )?(?P<y2>{_ANY_YEAR})\)?)?"
_NAME = r"(?P<title>[^\W_][^.;:\t]{3,110}?)"
_LEAD = (
    r"(?:^|[:;•.|]\s|\s-\s|\t)"
    r"(?P<act>(?:to )?(?:increase|raise|grow|expand|improve|boost|reduce|cut"
    r"|lower|decrease|double|halve|lift|bring|move|change|shift|drop|keep)s?(?: the)? )?"
)
_STATED = (
    re.compile(
        rf"(?:^|[:;•|]\s){_NAME}\s?[\s(\[.,:;–—-]+(?:from )?(?:a )?"
        rf"(?:baseline|currently|current|where we are now|now|today)"
        rf"\s?(?:\((?P<y0>{_ANY_YEAR})\))?:?\s"
        rf"(?:of |is )?(?!(?:19|20)\d\d\b){_V1}{_Y1}[\s;,.|–—-]+"
        rf"(?:with a |our )?(?:(?:by )?(?P<y3>{_ANY_YEAR}),?\s)?"
        rf"(?:target|goal|where we want to be)?"
        rf"\s?(?:\((?P<y4>{_ANY_YEAR})\))?:?\s?(?:of )?{_V2}{_Y2}",
        re.I,
    ),
    re.compile(
        rf"(?:^|[•|]\s){_NAME}:?\s{_V1}(?: [a-z]{{2,12}}){{0,2}}\s?"
        rf"\((?:{_BASELINE.pattern})\)[,;]?\s"
        rf"{_V2}(?: [a-z]{{2,12}}){{0,2}}\s?\((?:{_TARGET.pattern})\)",
        re.I,
    ),
    re.compile(
        rf"{_LEAD}{_NAME}[,:]?\s(?P<change>(?:to )?(?:rises?|falls?|grows?|drops?|goes (?:up|down)"
        rf"|increases?|decreases?|improves?|declines?)\s)?from {_V1}{_Y1} to {_V2}{_Y2}(?=\W|$)",
        re.I,
    ),
    re.compile(
        rf"{_LEAD}{_NAME}[,:]?\s{_V1}(?:\sin\s|\s?\()(?:baseline )?(?P<y1>{_ANY_YEAR})\)?\s?"
        rf"(?:[;,]|to|and|→|->|⇒)\s?{_V2}(?:\s(?:in|by)\s|\s?\()(?P<y2>{_ANY_YEAR})",
        re.I,
    ),
    re.compile(rf"{_LEAD}{_NAME}[,:]?\s{_V1}{_Y1}\s?(?:→|->|⇒|➔)\s?{_V2}{_Y2}", re.I),
    re.compile(
        rf"(?:indicator|measure|metric|kpi)s?(?: of success)?\s?[:–-]\s(?P<title>\S+(?: \S+)+)"
        rf"\s{{2,}}{_V1}\s{{2,}}{_V2}$",
        re.I,
    ),
)  # fmt: skip
#: Lines of both values, the name on the line above: Baseline 86   Current 71   Target 43.
_VALUES = (
    re.compile(
        rf"(?:baseline|start|current|now|today)\b(?: ?\(?(?P<y1>{_ANY_YEAR})\)?)?:?\s{_V1}"
        rf"(?:[\s;,|/]+(?:current|latest|actual|now)(?: ?\(?{_ANY_YEAR}\)?)?:?\s{_AMOUNT})?"
        rf"[\s;,|/]+(?:target|goal|aim)(?: ?\(?(?:by )?(?P<y2>{_ANY_YEAR})\)?)?:?\s{_V2}(?=\s|$)",
        re.I,
    ),
    re.compile(
        rf"{_V1}\s?\((?P<y1>{_ANY_YEAR})\)(?:[\s;,→]|->|to)+{_V2}\s?\((?P<y2>{_ANY_YEAR})\)$", re.I
    ),
)  # fmt: skip
_FIRST_LETTERS = frozenset("BbSsCcNnTt$£€<>~0123456789")
#: What has come about is no aim.
_PAST = re.compile(
    r"\b(?:grew|rose|fell|(?:in|de)creased|dropped|declined|went|improved|climbed|was|were)$", re.I
)
#: One of these words such a line has.
_WORDS = (
    "aseline",
    "ASELINE",
    " from ",
    " in 20",
    "oday",
    "urrent",
    " now ",
    "(20",
    "ndicator",
    "→",
    "->",
    "⇒",
    "➔",
)


def collect(units: list[Unit]) -> list[Found]:
    """Return the measures of an English document; the lines of tables are marked as such."""
    found: list[Found] = []
    heads: list[str] = []
    years: list[FiscalYear | None] = []
    place = since = 0
    while place < len(units):
        unit = units[place]
        if unit.use:
            place += 1
            continue
        cells = _parted(unit)
        kinds = _kinds(cells, units, place)
        if kinds and heads and place == since + 1 and "title" not in map(kind_of, cells):
            aim = last(heads, "target") - len(heads)
            years[aim] = years[aim] or year_in(cells[-1])
            unit.use = "table"
        elif kinds:
            heads, years, since = kinds, [year_in(cell) for cell in cells], place
            unit.use = "table"
        elif heads and place - since <= _ON and (row := _row(unit, cells, heads, years, place)):
            found.append(row)
            unit.use = "table"
            place = since = measurelines.finish(units, place, row, cells)
        elif place and (below := _values(units, place)):
            found.append(below)
            unit.use = units[place - 1].use = "table"
        elif stated := _stated(unit, place):
            found += stated
            if len(stated) == 1 and _is_whole(unit) and not (place and _waits(units[place - 1])):
                unit.use = "table"
        place += 1
    return found


def _is_whole(unit: Unit) -> bool:
    """Tell an item, or a line of its own, that states a measure and nothing besides."""
    return (bool(unit.mark) or not unit.prose) and not (unit.code and unit.code.word)


def _waits(unit: Unit) -> bool:
    """Tell a code alone, whose title stands on the next line: Stretch aim 1.1."""
    return unit.code is not None and bool(unit.code.word) and not unit.rest.strip()


def _parted(unit: Unit) -> list[str]:
    text = unit.text
    parted = unit.cells or "  " in text or "\t" in text or "　" in text or "\xa0" in text
    cells = unit.cells or (CELLS.split(text.strip()) if parted else [text.strip()])
    return [cell.strip(" |") for cell in cells]


def year_in(text: str) -> FiscalYear | None:
    """Return the last year that a text names."""
    found = _YEAR.findall(text)
    return FiscalYear(int(f"20{found[-1]}"[-4:])) if found else None


def _kinds(cells: list[str], units: list[Unit], place: int) -> list[str]:
    """Return what the columns of a head hold, the name first; nothing where it is no head."""
    if not 2 <= len(cells) <= 8 or any(len(cell) > 50 for cell in cells):
        return []
    kinds = [kind_of(cell) for cell in cells]
    if kinds[1] == "title" and not kinds[0]:  # what is measured stands before: Level of service
        kinds[0] = "other"
    named = "title" in kinds[:2]
    if kinds.count("year") == len(cells):
        above = units[place - 1].text.strip() if place else ""
        if len(cells) > 3 or len(above) > _ABOVE or not _MEASURED.search(above):
            return []
    elif "" in kinds[1:] or not (named or kinds[0]):
        return []
    if "target" not in kinds and _LATEST.search(" ".join(cells)) and kinds[-1] == "year":
        kinds[-1] = "target"  # … and what comes after the last result is aimed at
    if {"baseline", "target"} & {*kinds} == {"baseline"} and _leap(cells, kinds):
        kinds[-1] = "target"
    kinds = [*([] if named else ["title"]), *aimed(kinds)]
    told = {"baseline", "target"} <= set(kinds)
    return kinds if told and kinds.index("baseline") < last(kinds, "target") else []


def _leap(cells: list[str], kinds: list[str]) -> bool:
    """Tell years that are not those of one report after the other: Now (2030), 2033, 2035."""
    years = [year for cell, kind in zip(cells, kinds, strict=True)
             if kind in ("baseline", "year") and (year := year_in(cell))]  # fmt: skip
    steps = [int(after) - int(before) for before, after in pairwise(years)]
    return kinds[-1] == "year" and len(steps) > 1 and min(steps) > 1


def last(kinds: list[str], kind: str) -> int:
    """Return the place of the last column of a kind."""
    return len(kinds) - 1 - kinds[::-1].index(kind)


def kind_of(cell: str) -> str:
    """Return what the word of a head or label says of what it stands by; "" for other words."""
    for kind, pattern in (
        ("year", _DATED), ("baseline", _BASELINE), ("target", _TARGET), ("title", _TITLE),
        ("unit", _UNIT), ("other", _OTHER),
    ):  # fmt: skip
        if pattern.fullmatch(cell):
            return kind
    return kind_of(plain) if (plain := _NOTED.sub("", cell)) not in ("", cell) else ""


def aimed(kinds: list[str]) -> list[str]:
    """Say what years hold: the first what is known, the last what is aimed at."""
    years = [number for number, kind in enumerate(kinds) if kind == "year"]
    found = ["other" if kind == "year" else kind for kind in kinds]
    if years and "target" not in found and not ("baseline" in found and len(years) > 1):
        found[years.pop()] = "target"
    if years and "baseline" not in found:
        found[years[0]] = "baseline"
    return found


def _row(
    unit: Unit, cells: list[str], heads: list[str], years: list[FiscalYear | None], place: int
) -> Found | None:
    """Return the measure of a row that has a value in each column."""
    name = heads.index("title")
    if name and len(cells) == len(heads) - 1:  # of the same as the row above
        cells = ["", *cells]
    if len(cells) < 3 or len(cells) > len(heads) or not _SHORTEST <= len(cells[name]) <= _LONGEST:
        return None
    base, aim = heads.index("baseline"), last(heads, "target")
    now, due = (
        value_in(cells[one], celled=True) if one < len(cells) else "" for one in (base, aim)
    )
    if not (now and due):
        return None
    counted = any(map(str.isdigit, now + due))
    if _VALUE.fullmatch(cells[name]) or not (counted or len(cells) == len(heads)):
        return None
    offset = len(heads) - len(years)  # a head without a word for names
    dated = [years[one - offset] if 0 <= one - offset < len(years) else None for one in (base, aim)]
    dated = [
        _own_year(cells[column]) or year for column, year in zip((base, aim), dated, strict=True)
    ]
    found = measure(cells[name], now, due, dated, unit, place)
    counted_in = dict(zip(heads, cells, strict=False)).get("unit")
    found.unit = counted_in or found.unit
    return found


def is_measured(text: str) -> bool:
    """Tell a label of what is measured: How we will know, Key indicators."""
    return len(text) <= _ABOVE and bool(_MEASURED.search(text))


def _own_year(cell: str) -> FiscalYear | None:
    """Return the year in brackets behind a value."""
    aside = _DATED_ASIDE.search(cell)
    return year_in(aside[0]) if aside else None


def value_in(text: str, *, celled: bool = False) -> str:
    """Return the value that is all of a text, without the year in brackets behind it.

    In a cell any word may say what a number counts.
    """
    plain = _DATED_ASIDE.sub("", text.strip())
    return plain if _VALUE.fullmatch(plain) or (celled and _COUNTED.fullmatch(plain)) else ""


def measure(
    title: str, now: str, due: str, years: list[FiscalYear | None], unit: Unit, place: int
) -> Found:
    """Make a measure of its name and values as printed."""
    name = _NUMBERED.sub("", title.strip(" •-–"))
    one = Found(_SHARE.sub("", name), unit.first, unit.last, place)
    one.baseline, one.target = Quantity.parse(now), Quantity.parse(due)
    one.baseline_year, one.target_year = years
    share = "%" if _SHARE.search(name) else None
    one.unit = share or common_unit(one.baseline, one.target) or unit_of(one.target)
    return one


def _values(units: list[Unit], place: int) -> Found | None:
    """Return the measure whose name stands on the line above its values."""
    unit, above = units[place], units[place - 1]
    text = unit.text.strip()
    if text[:1] not in _FIRST_LETTERS or not any(map(str.isdigit, text)):
        return None
    match = next(filter(None, (pattern.match(text) for pattern in _VALUES)), None)
    plain = not (above.use or above.cells or unit.gap or (above.code and above.code.word))
    name = (above.rest if above.mark or above.code else above.text).strip(" :")
    if match is None or not plain or not _SHORTEST <= len(name) <= _LONGEST or name.endswith("."):
        return None
    years = [year_in(match["y1"] or ""), year_in(match["y2"] or "")]
    found = measure(name, match["v1"], match["v2"], years, unit, place)
    found.first = above.first
    return found


def _stated(unit: Unit, place: int) -> list[Found]:
    """Return the measures that a line states with both values."""
    text = unit.text
    if not holds_any(text, _WORDS) or sum(map(str.isdigit, text)) < 2:
        return []
    return list(_matches(unit, place))


def _matches(unit: Unit, place: int) -> Iterator[Found]:
    text = (unit.rest if unit.mark else unit.text)[:_SEARCHED]
    for pattern in _STATED:
        for match in pattern.finditer(text):
            told = match.groupdict()
            title = told["title"].strip(" •-–,")
            if not re.search("[A-Za-z]{3}", title) or _PAST.search(title):
                continue
            hours = "change" in told and not (told["act"] or told["change"] or told["y2"])
            if hours and "%" not in told["v1"]:
                continue
            first = year_in(told.get("y0") or told.get("y1") or "")
            last = year_in(told.get("y3") or told.get("y4") or told.get("y2") or "")
            if len(title) >= _SHORTEST:
                yield measure(title, told["v1"], told["v2"], [first, last], unit, place)
        if pattern.search(text):
            return
