"""Seams of rows that hold a page (行の継ぎ目): where their lines began.

Numbers that count up begin lines (``counts``), and so do labels, boxed ones and such as come again
and again, marks, points behind stops, what stands at the edge of a page, and rows of a table.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from plangraph.reading.recovery import counts, inline_items, runs
from plangraph.reading.recovery.words import SEAM
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.codewords import CODED
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.lexicon import TITLE_END, role_of

#: Shorter rows hold a line or two, longer ones are no pages (characters).
SHORTEST, LONGEST = 120, 20_000
#: … but for rows with so many numbers.
_CHART, _COUNTED, _NUMBERS = 40, 4, re.compile(r"[\d①-⑳Ⅰ-Ⅻ]+")
#: The page of a chart before its name, and behind its last title.
_FIRST_PAGE = re.compile(r"\s?\d{1,3}(?=[^\d\s]{0,12}体系)")
_GLUED_PAGE = re.compile(r"(?<=[一-龥ぁ-んァ-ヶー])\d{1,3}\s*$")
_LAST_PAGE = re.compile(r"(?<=[一-龥ぁ-んァ-ヶー\s])\d{1,3}\s*$")
_FRAMED = re.compile(r"([【〔\[<〈《≪(])([^【】〔〕\[\]<>〈〉《》≪≫()]{2,14})[】〕\]>〉》≫)]")
#: Labels that stand in a page of a strategy again and again, glued to what is around them.
_LABEL = re.compile(
    r"(?<![のはがをに「、・(])(?:[【〔\[<《■◆●▼▶◇◎○□]\s?)?"
    r"(?P<name>数値目標|基本的方向|具体的な?(?:施策|取り?組み?)|現[状況][と・]課題|背景と課題|(?:主な|主要)(?:取り?組み?|事業|施策)"
    r"|施策の(?:基本方針|方向性?|内容|方針|展開|目的)|取組(?:方針|内容)|(?:目標|成果)指標|KPI(?!\())[】〕\]>》]?"
    r"(?![のはがをにとでや、。」』・:：】〕)])"
)
#: A mark and what stands behind it: a label where it comes again.
_DRESSED = re.compile(r"[■◆●▼▶◇◎□]\s?(?P<name>[^\W\d_]{3,14}?(?=指標名)|[^\W\d_]{3,14})")
_CODE = re.compile(r"(?:\(\d{1,2}\)|[①-⑳Ⅰ-Ⅻ]|\d[.．]|[\s。]\d{1,2}\s|[ア-コ]\s)\s?$")
#: A mark before a number or a quotation, so many times in a row.
_MARK = re.compile(r"[●■◆○◇□](?=[\d「])")
_MARKS = 3
#: What begins a line in text without any space, and what a boxed label ends.
_MARKED = re.compile(
    r"(?<=[。」）)】])(?=[【■◆○●◇□〇](?!〇))|(?<=[^\d\s「『（(、,])(?=[○●■◆〇▶◇□◎▼]\s?[一-龥ぁ-んァ-ヶー])"
    r"|(?<=】)(?=[^【\s])|(?<=[^【\s])(?=【[^【】]{1,8}】)|(?<=\S)(?=№\d)"
)
#: Ends of labels, the shortest of which has so many letters; where they go on they are none.
_SECTION = re.compile(
    r"課題|現[状況]|取り?組み?|施策|事業|方針|目標|姿|すがた|指標|方向性?|展開|内容|役割|理念|像"
)
_NAME, _SHORTEST, _LONGEST = re.compile(r"(?:\d{1,2}年後の)?[^\W\d_]{4,14}"), 4, 12
_PARTICLES = frozenset("のはをがにとでやへも")
_GOES_ON = re.compile(r"[のはがをにとでやへも等、。」』・:)]|ます|状況|一覧|体系|及び")
_NUMBERED = re.compile(r"\s?(?:その)?[\d①-⑳Ⅰ-Ⅻ]")
#: A label between a stop and the first number below it.
_BEFORE_ONE = re.compile(r"(?<=。)[^。、,\d\s(]{2,16}(?=1[^\d\s.,\-年月日人件%度割名回か])")
#: The page of a book, and the name of the plan or of its part that stands there.
_EDGE = re.compile(
    r"(?<=[^\d\s.,、])(?:-\s?)?\d{1,3}\s?(?:-|ページ|頁)?\s?(?=(?:第\s?\d{1,2}\s?[次期部]|前期|後期))"
    r"(?P<head>(?:第\s?\d{1,2}\s?[次期部]\s?)?[一-龥ぁ-んァ-ヶー]{0,12}?(?:計画|構想|プラン|ビジョン|戦略)"
    r"(?:\s?(?:前期|後期)?基本(?:計画|構想))?)"
)
#: The head of a table of indicators, and a row of it: 67組織 85組織.
_TABLE = re.compile(
    r"(?:(?:成果|(?<!数値)目標|評価)?指標名?|項目)\s?(?:単位\s?)?"
    r"(?:(?:現[状況]|基準|実績|当初|中間|目標)値?(?:\([^()]{1,12}\))?\s?){2,3}"
)
_VALUES = re.compile(
    r"(?<=[\s\D])\d[\d,.]*(?P<unit>[^\s\d,.]{0,4}?)\s\d[\d,.]*(?P=unit)(?:(?<=[^\d\s])|(?=\D))(?=[^\s,.%])"
)


def places(rows: list[str], asked: list[bool]) -> list[list[int]]:
    """Return where lines begin within the long rows of a document, of those that are ``asked``."""
    folded = {number: narrow(row) for number, row in enumerate(rows) if asked[number] and _may(row)}
    spaced = {number for number in folded if runs.is_run(rows[number])}
    found: dict[int, set[int]] = {row: set(_framed(text)) for row, text in folded.items()}
    for row, place in counts.rising(folded, spaced=spaced):
        found[row].add(place)
    for row, start, end in _labels(folded):
        found[row] |= {start, end, *inline_items.items(folded[row], end, len(folded[row]))}
    told = {row: text for row, text in folded.items() if row not in spaced and "。" in text}
    for row, place in (*_sections(told), *_edges(told)):
        found[row].add(place)
    for row, text in folded.items():
        if len(found[row]) >= _COUNTED:
            found[row] |= _paged(text)
        found[row] |= inline_items.lists(text, found[row])
    return [sorted(found[number]) if number in found else [] for number in range(len(rows))]


def _may(row: str) -> bool:
    """Tell a row that may hold a page: a long one, or one with many numbers or a list."""
    if row.isascii() or not _CHART <= len(row) <= LONGEST or is_latin(row):
        return False
    if len(row) >= SHORTEST or "。・" in row:
        return True
    if row.find("。") == len(row) - 1:  # a sentence
        return False
    return len(_NUMBERS.findall(row)) >= _COUNTED


def _paged(folded: str) -> set[int]:
    """Return where the page of a chart on one row ends or begins: 32施策体系…, …の充実24."""
    first = _FIRST_PAGE.match(folded)
    last = (_GLUED_PAGE if "。" in folded else _LAST_PAGE).search(folded)
    return {one.end() for one in (first,) if one} | {one.start() for one in (last,) if one}


def _edges(folded: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield where marks, edges of pages and rows of tables begin and end, in closed rows."""
    for row, text in folded.items():
        for mark in _MARKED.finditer(text):
            yield row, mark.start()
        for label in _BEFORE_ONE.finditer(text):
            if "。2" in text[label.end() :] and _SECTION.search(label[0]):
                yield from ((row, label.start()), (row, label.end()))
        for edge in _EDGE.finditer(text):
            yield from ((row, edge.start()), (row, edge.start("head")), (row, edge.end()))
        for head in _TABLE.finditer(text):
            yield from ((row, head.start()), (row, head.end()))
            for one in _VALUES.finditer(text, head.end()):
                yield row, one.end()


def _sections(folded: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield where labels of sections begin and end that stand behind stops, or come again.

    What stands behind a stop and is called as sections are is a label: …ます。主な取組窓口の….
    """
    stopped = Counter(name for text in folded.values() for name in _behind_stops(text))
    titled = Counter(name for text in folded.values() for name in _behind_titles(text))
    names = {name for name, count in stopped.items() if count > 1 or role_of(name)}
    names |= {name for name, count in titled.items() if count > 1}
    for row, text in folded.items():
        for name in names:
            for one in re.finditer(re.escape(name), text):
                start, end = one.span()
                ends = start == 0 or text[start - 1] in "。 」』)】"
                ends = ends or TITLE_END.search(text, max(0, start - 12), start) is not None
                if ends and not _GOES_ON.match(text, end):
                    yield from ((row, start), (row, end))


def _behind_titles(text: str) -> Iterator[str]:
    """Yield what may be the name of a section right behind a title: …の強化施策の目標開かれた…."""
    for one in _SECTION.finditer(text):
        if _GOES_ON.match(text, one.end()):
            continue
        for start in range(one.end() - _SHORTEST, max(0, one.end() - _LONGEST), -1):
            name = text[start : one.end()]
            if not _NAME.fullmatch(name):
                continue
            if name in CODED and _NUMBERED.match(text, one.end()):
                break
            titled = name[0] not in _PARTICLES and TITLE_END.search(text, max(0, start - 12), start)
            if titled and role_of(name):
                yield name
                break


def _behind_stops(text: str) -> Iterator[str]:
    """Yield the longest names of sections right behind stops."""
    for stop in re.finditer("。", text):
        place = stop.end()
        ends = [one.end() for one in _SECTION.finditer(text, place, place + _LONGEST)]
        for end in reversed(ends):
            name = text[place:end]
            coded = name in CODED and _NUMBERED.match(text, end)
            if _NAME.fullmatch(name) and not (coded or _GOES_ON.match(text, end)):
                yield name
                break


def _labels(folded: dict[int, str]) -> Iterator[tuple[int, int, int]]:
    """Yield the row, start and end of labels that come again."""
    found = [
        (row, one.start(), one.end(), one["name"])
        for row, text in folded.items() for one in _LABEL.finditer(text)
    ]  # fmt: skip
    often = Counter(name for *_, name in found)
    for row, start, end, name in [*found, *_dressed(folded)]:
        if often[name] != 1 and not _CODE.search(folded[row], 0, start):
            yield row, start, end


def _dressed(folded: dict[int, str]) -> list[tuple[int, int, int, str]]:
    """Return the labels behind marks, by row, start and end: what comes again behind its mark.

    The text behind a label differs, so that what all have in common is the label; where
    that holds the name of a section, no more than this is.
    """
    groups: dict[tuple[str, str], list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for row, text in folded.items():
        for found in _DRESSED.finditer(text):
            groups[found[0][0], found["name"][:3]].append((row, found))
    labels: list[tuple[int, int, int, str]] = []
    for members in groups.values():
        names = [found["name"] for _, found in members]
        common = min(names, key=len)
        while len(common) > 2 and not (
            role_of(common) and all(name.startswith(common) for name in names)
        ):
            common = common[:-1]
        size = len(common)
        if len(members) > 1 and size > 2:
            labels += [
                (row, found.start(), found.start("name") + size, f"{found[0][0]}{common}")
                for row, found in members
            ]
    return labels


def marked(text: str, begun: list[int]) -> str:
    """Return a row with a seam before all that begins a line."""
    edges = [0, *begun, len(text)]
    return f" {SEAM}".join(text[a:b] for a, b in itertools.pairwise(edges))


def _framed(folded: str) -> set[int]:
    """Return where labels in brackets, numbered titles in brackets and marks stand."""
    found: set[int] = set()
    for label in _FRAMED.finditer(folded):
        inner = label[2].strip()
        if label[1] == "(" and folded[label.start() - 1 : label.start()] not in ("。", " "):
            continue
        if role_of(inner) or (label[1] == "【" and parse(inner)[1]):
            found |= {label.start(), label.end()}
    marks = [one.start() for one in _MARK.finditer(folded)]
    often = Counter(folded)
    return found | {place for place in marks if often[folded[place]] >= _MARKS}
