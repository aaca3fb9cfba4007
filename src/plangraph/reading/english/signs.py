"""What speaks for and against a line of an English document as the title of an element.

Each sign has a name and three weights in ``title-weights.csv``, for goals, policies and measures;
what a line scores as each of them is their sum. The weights were fitted by
``benchmarks/fit_titles.py``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plangraph.reading.english.listing import Line, key
from plangraph.reading.english.standing import FOUND, SMALL, Page, case, field_of
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.english_verbs import doing, verb

KINDS = ("goal", "policy", "measure")
#: So many of the first lines name the document.
_HEAD = 4
_ADDRESSED = 0.1

#: Words of one line that speak for or against a title.
_WORDS = {
    "tells": re.compile(
        r"\b(?:is|are|was|were|has|have|had|been|can|may|might|should|must|shall|said|says|told"
        r"|they|he|she|it|you|your|I|this|that|these|there|which|who|because|when)\b",
        re.I,
    ),
    "day or hour": re.compile(
        r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|June?|July?|Aug(?:ust)?"
        r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? \d|\b\d{1,2}:\d\d"
        r"|\b[ap]\.?m\b|\d/\d{1,2}/\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    ),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "money or share": re.compile(r"[$€£]\s?\d|\d%|\d per ?cent"),
    "digit": re.compile(r"\d"),
    "office": re.compile(
        r"\b(?:Mayor|Councillor|Cllr|Chair|Director|Manager|Officer|Clerk|President|Commissioner"
        r"|Secretary|Treasurer|Mr|Ms|Mrs|Dr)\b"
    ),
    "of the site": re.compile(
        r"\b(?:plan|report|page|council|city|county|town|district|shire|board|committee|meeting"
        r"|department|office|agenda|minutes|draft|photo|figure|table|map)\b",
        re.I,
    ),
    "signs": re.compile(r'[“”"|/()]'),
    "commas": re.compile(r",.*,"),
    "colon": re.compile(r":."),
    "number behind": re.compile(r"[^\d$£€-][\s.…]\d{1,3}$"),
    "you": re.compile(r"\byou(?:r)?\b", re.I),
    "counted": re.compile(
        r"\b(?:number of|per cent|percent\w*|per (?:\d|(?:day|year|capita|person|month|week)\b)"
        r"|share of|rate|satisf\w+|average|total|residents who|targets?|baseline|FY\s?\d\d)\b|%",
        re.I,
    ),
}
_TO = re.compile("to [a-z]", re.I)
_WILL = re.compile(r"we(?: will|['’]ll)", re.I)
_DONE = re.compile(r"^\W*(?:[A-Z]\w*ed|Built|Began|Held|Won|Led|Made|Met)\b")
_LEVEL = re.compile(
    r"\b(?:goals?|objectives?|outcomes?|measures?|indicators?|strateg(?:y|ies)|actions?|targets?"
    r"|tasks?|polic(?:y|ies)|priorit(?:y|ies)|initiatives?|projects?|progress|status|results?)\b",
    re.I,
)
_SIZES = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (14, "9-14"), (20, "15-20"))
_RUNS = ((1, "1"), (2, "2"), (8, "3-8"))

#: A sign, and how much of it there is.
Sign = tuple[str, float]


def signs(page: Page, number: int) -> Iterator[Sign]:
    """Yield what is seen of a line, of its run, of what is around it, and of the document."""
    line, stance = page.lines[number], page.stances[number]
    yield "any line", 1.0
    yield f"looks like: {stance}", 1.0
    for name in _of_words(line):
        yield name, 1.0
    for name in _of_row(page, number):
        yield name, 1.0
    yield from _of_run(page, number)
    for name in _around(page, number):
        yield name, 1.0
    for kind in KINDS:
        if not page.kinds[kind]:
            yield f"document has no {kind}", 1.0
    if not page.kinds:
        yield "document has no element", 1.0


def _of_words(line: Line) -> Iterator[str]:
    text = line.text
    yield f"words: {_step(line.size, _SIZES, '21-')}"
    yield f"written: {case(text)}"
    yield f"ends with: {text[-1] if text[-1] in '.:;,?!)' else 'word'}"
    for name, words_of in _WORDS.items():
        if words_of.search(text):
            yield name
    starts = verb(text)
    if starts:
        yield "verb"
    elif _DONE.match(text):
        yield "done"
    if doing(text):
        yield "doing"
    if _TO.match(text):
        yield "to do"
    if _WILL.match(text):
        yield "we will"
    if words.names_plan(text):
        yield "names a plan"
    if line.size <= 4 and _LEVEL.search(text):
        yield "noun of a level"
    if not text[0].isupper():
        yield "begins small"
    if text[-1] in "-–&" or text.rpartition(" ")[2].lower() in SMALL:
        yield "breaks off"


def _of_row(page: Page, number: int) -> Iterator[str]:
    """Yield how a line is printed."""
    line = page.lines[number]
    unit = line.unit
    if line.mark:
        yield "numbered" if line.mark[0] in "N(A" else "bullet"
    for name, told in (("level", unit.level), ("contents", unit.contents),
                       ("cell", unit.celled), ("blank line above", unit.gap)):  # fmt: skip
        if told:
            yield name
    row = unit.text.strip()
    if "   " in row:
        yield "columns"
        if any(map(str.isdigit, row[len(line.text) :])):
            yield "columns of numbers"
    if number < _HEAD and not FOUND & {*page.stances[:number]}:
        yield "head of the document"
    if page.repeated[key(line.text)] > 1:
        yield "comes again"
    if ":" in line.text and page.repeated[field_of(line.text)] > 1:
        yield "begins like others"
    below = page.lines[number + 1] if number + 1 < len(page.lines) else None
    if below and not below.mark and below.text[:1].islower():
        yield "goes on below"


def _of_run(page: Page, number: int) -> Iterator[Sign]:
    run = page.runs[page.run_of[number]]
    stance = page.stances[number]
    size = len(run)
    yield f"run of {_step(size, _RUNS, '9-')}", 1.0
    if run[0] == number:
        yield "first of its run", 1.0
    acts = sum(page.stances[one] == "act" or _is_found_act(page, one) for one in run)
    yield "run: acts", acts / size
    yield "run: tells", sum(bool(_WORDS["tells"].search(page.lines[one].text))
                            for one in run) / size  # fmt: skip
    told = [page.stances[one] for one in run]
    if 2 * (told.count("sentence") + told.count("paragraph")) > size:
        yield "run: sentences", 1.0
    if size > 1:
        yield f"run of more: {stance}", 1.0
        for kind in sorted(FOUND & {*told}):
            yield f"run: found {kind}", told.count(kind) / size
    above = _announcing(page, run[0] - 1)
    yield f"above the run: {above}", 1.0
    if size > 1:
        yield f"above a run of more: {above}", 1.0
    yield from _of_runs_below(page, number)


def _of_runs_below(page: Page, number: int) -> Iterator[Sign]:
    """Yield what a line heads."""
    after = number + 1
    if after == len(page.lines) or page.run_of[after] == page.run_of[number]:
        return
    below = page.runs[page.run_of[after]]
    told = [page.stances[one] for one in below]
    acts = told.count("act")
    if acts:
        yield "heads acts" if acts >= max(2, len(below) / 2) else "heads an act", 1.0
    if FOUND & {*told}:
        yield f"heads found: {told[0]}", 1.0
    if len(below) > 1 and page.stances[number] == "head" and page.dresses[after][0] == "item":
        yield "heads items", 1.0


def _around(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    above = page.above(number, found=True)
    yield f"last found: {page.stance(above)}"
    label = page.above(number, found=False)
    yield f"last label: {page.stance(label)}"
    after = page.stance(number + 1)
    if after == "paragraph" and number + 2 == len(page.lines):
        after = "nothing"
    yield f"next: {after}"
    if page.stance(number + 1) == "figure":
        yield "figure below"
    if page.stance(number - 1) == "figure":
        yield "figure above"
    if line.unit.indent and number and not page.lines[number - 1].unit.indent:
        yield "further in"


def _announcing(page: Page, number: int) -> str:
    """Return how a line above a run stands; what ends with a colon announces it."""
    stance = page.stance(number)
    plain = stance in ("head", "sentence", "paragraph")
    return "announcement" if plain and page.lines[number].text.endswith(":") else stance


def _is_found_act(page: Page, number: int) -> bool:
    return page.stances[number] in FOUND and words.is_work(page.lines[number].text)


def _step(size: int, steps: tuple[tuple[int, str], ...], more: str) -> str:
    return next((name for most, name in steps if size <= most), more)


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """Return the weights of each sign, for goals, policies and measures."""
    path = Path(__file__).with_name("title-weights.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["sign"]: tuple(float(row[kind]) for kind in KINDS)
                for row in csv.DictReader(file)}  # fmt: skip


def scores(page: Page, number: int) -> tuple[float, ...]:
    """Return what a line scores as a goal, a policy and a measure; as none of these it has 0."""
    own = weights()
    told = [(own[name], much) for name, much in signs(page, number) if name in own]
    return tuple(sum(weight[kind] * much for weight, much in told) for kind in range(len(KINDS)))
