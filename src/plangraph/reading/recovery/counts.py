"""Numbers that count up within rows (行の中で数え上がる番号): where their lines began.

In pages on one row a number whose turn has come begins a line, whatever stands before it: ア
… イ … ウ …, 1-1 … 1-2 … 2-1 …, 施策1 … 施策2 …. So do labels in brackets (【取組】), and
labels that come again and again (数値目標).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict

from plangraph.reading.recovery import inline_items
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.lexicon import CODE_WORDS, PLACE, role_of
from plangraph.reading.terms.numerals import value

#: Shorter rows hold a line or two, longer ones are no pages (characters).
SHORTEST, LONGEST = 120, 20_000
#: … but for rows with so many numbers.
_CHART, _COUNTED, _NUMBERS = 40, 4, re.compile(r"[\d①-⑳Ⅰ-Ⅻ]+")
#: Stands before what begins a line, until the row is cut.
SEAM = "\x02"
_CODE_WORDS, _LONGEST_WORD = frozenset(CODE_WORDS), max(map(len, CODE_WORDS))
#: Before a word of codes it belongs to the word: まちづくりの目標1.
_OURS = "まちづくりの"
#: What a number that begins a line is not followed by.
_MENTIONED = (
    r"(?!\s?(?:[、。)）・/／~〜～,]|及び|から|まで|より|など|のうち"
    r"|[はがを](?![んじ])|に(?![ぎこ])))"
)
#: What people and things are counted by, which titles begin with as well: 人と人, つなぐ.
_COUNT = "人(?![とに々権口材間工生])|つ(?![なくど])"
#: What a number of one letter stands behind, where it begins a line; in a chart, which has no
#: sentences, numbers in circles may stand behind anything.
_BOUNDS = frozenset(" 。」』)】\n")
_RINGED = re.compile(rf"(?P<n>[①-⑳]){_MENTIONED}")
_ITEM, _LONGEST_ITEM = re.compile("[①-⑲][^、。①-⑳]{2,}$"), 40
_BOUND = r"(?<=[\s。」』)）】].)"
#: A number behind a word of codes.
_WORDED = re.compile(
    r"(?:(?P<p>\d{1,2}(?:-\d{1,2}){1,2})(?![\d\-年月日件%])"
    rf"|(?P<n>\d{{1,3}}|[Ⅰ-Ⅻ]|[①-⑳])(?![\d\-年月日件%]|{_COUNT}))"
    rf"(?:[:.．]|\s|{_MENTIONED}(?=\D))"
)
#: A number alone within a chart, which counts through it: …のまち1 防災の推進2 防犯の推進.
_ALONE = re.compile(
    rf"(?<=[一-龥ぁ-んァ-ヶー」』)】\s])(?P<n>\d{{1,2}})(?![\d\-.,年月日時件%]|{_COUNT})"
    rf"{_MENTIONED}(?=\s?[^\d\s])"
)
_FORMS = (
    _WORDED,
    _RINGED,
    _ALONE,
    *map(
        re.compile,
        (
            rf"第(?P<n>\d{{1,2}})(?P<word>[編章節])(?=\s|[一-龥ァ-ヶ「]){_MENTIONED}",
            rf"(?P<p>\d{{1,2}}-\d{{1,2}}(?:-\d{{1,2}})?)(?![\d\-.,年月日時件%]|{_COUNT})"
            rf"{_MENTIONED}(?=\s?[^\d\s])",
            rf"(?P<n>\(\d{{1,2}}\)){_MENTIONED}(?=\s?\D)",
            rf"(?P<n>\([ア-コ]\)){_MENTIONED}(?=\s?\D)",
            rf"(?P<n>[ア-コ])(?=[\s.．]\s?\S{{2}})(?:{_BOUND}|(?<=[一-龥ぁ-ん].))",
            rf"(?P<n>[Ⅰ-Ⅻ])(?=[\s.．]\s?\S{{2}}){_BOUND}",
            r"(?<=[:：/／])(?P<n>\d{1,2})(?=[.．][^\d\s])",
        ),
    ),
)
#: The page of a chart before its name, and behind its last title.
_FIRST_PAGE = re.compile(r"\s?\d{1,3}(?=[^\d\s]{0,12}体系)")
_GLUED_PAGE = re.compile(r"(?<=[一-龥ぁ-んァ-ヶー])\d{1,3}\s*$")
_LAST_PAGE = re.compile(r"(?<=[一-龥ぁ-んァ-ヶー\s])\d{1,3}\s*$")
_DIGIT = re.compile(r"(?<!\d)\d")
#: A word that numbers in brackets belong to has a second one: 主要課題(2).
_SECOND = re.compile(r"\(2\)")
#: An enumeration within a sentence: 重点は、①…②….
_INSIDE = re.compile(r"(?:[、,・]|及び|または)\s?$|(?<!るさ)(?<!ひ)[のとは]$")
#: What stands before a number that is part of another code.
_CHAINED = tuple("0123456789-.,/") + tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: A bracket before a word and its number begins the line: 【基本方針1】海を知る.
_OPENED = frozenset("【〔[<《〈≪")
#: So many words that are no ends of others vouch for those that may be; so many runs of numbers
#: for one that stands alone.
_WHOLE, _RUNS = 2, 2
#: A number of so many digits counts two levels.
_TWO_LEVELS = 3
#: A word of so many letters is no end of another.
_KANJI, _OWN = re.compile("[一-龥]"), 4
_FRAMED = re.compile(r"([【〔\[<〈《≪(])([^【】〔〕\[\]<>〈〉《》≪≫()]{2,14})[】〕\]>〉》≫)]")
#: Labels that stand in a page of a strategy again and again, glued to what is around them.
_LABEL = re.compile(
    r"(?<![のはがをに「、・(])(?:[【〔\[<《■◆●▼▶◇◎○□]\s?)?"
    r"(?P<name>数値目標|基本的方向|具体的な?(?:施策|取り?組み?)|現[状況][と・]課題|背景と課題|(?:主な|主要)(?:取り?組み?|事業|施策)"
    r"|施策の(?:基本方針|方向性?|内容|方針|展開|目的)|取組(?:方針|内容)|(?:目標|成果)指標|KPI(?!\())[】〕\]>》]?"
    r"(?![のはがをにとでや、。」』・:：】〕)])"
)
#: A mark and what stands behind it: a label where it comes again.
_DRESSED = re.compile(r"[■◆●▼▶◇◎□]\s?(?P<name>[^\W\d_]{3,14})")
_CODE = re.compile(r"(?:\(\d{1,2}\)|[①-⑳Ⅰ-Ⅻ]|\d[.．]|[\s。]\d{1,2}\s|[ア-コ]\s)\s?$")
#: A mark before a number or a quotation, so many times in a row.
_MARK = re.compile(r"[●■◆○◇□](?=[\d「])")
_MARKS = 3


def seams(rows: list[str]) -> list[list[int]]:
    """Return where lines begin within the long rows of a document; no places in the others."""
    folded = [narrow(row) if _may(row) else "" for row in rows]
    long = [number for number, text in enumerate(folded) if text]
    places: dict[int, set[int]] = {number: set(_framed(folded[number])) for number in long}
    bracketed = {
        word for row in long for one in _SECOND.finditer(folded[row])
        if (word := _word(folded[row], one.start()))
    }  # fmt: skip
    for form in _FORMS:
        for number, place in _rising(folded, long, form, bracketed):
            places[number].add(place)
    labels = [
        (number, found.start(), found.end(), found["name"])
        for number in long for found in _LABEL.finditer(folded[number])
    ]  # fmt: skip
    often = Counter(name for _, _, _, name in labels)
    for number, start, end, name in [*labels, *_dressed(folded, long)]:
        if often[name] != 1 and not _CODE.search(folded[number], 0, start):
            items = inline_items.items(folded[number], end, len(folded[number]))
            places[number] |= {start, end, *items}
    for number in long:
        if len(places[number]) >= _COUNTED:
            places[number] |= _paged(folded[number])
        places[number] |= inline_items.lists(folded[number], places[number])
    return [sorted(places[number]) if number in places else [] for number in range(len(rows))]


def _paged(folded: str) -> set[int]:
    """Return where the page of a chart on one row ends or begins: 32施策体系…, …の充実24."""
    first = _FIRST_PAGE.match(folded)
    last = (_GLUED_PAGE if "。" in folded else _LAST_PAGE).search(folded)
    return {one.end() for one in (first,) if one} | {one.start() for one in (last,) if one}


def _may(row: str) -> bool:
    """Tell a row that may hold a page: a long one, or one with many numbers or a list."""
    if row.isascii() or not _CHART <= len(row) <= LONGEST:
        return False
    if len(row) >= SHORTEST or "。・" in row:
        return True
    if row.find("。") == len(row) - 1:  # a sentence
        return False
    return len(_NUMBERS.findall(row)) >= _COUNTED


def _dressed(folded: list[str], long: list[int]) -> list[tuple[int, int, int, str]]:
    """Return the labels behind marks, by row, start and end: what comes again behind its mark.

    The text behind a label differs, so that what all have in common is the label; where
    that holds the name of a section, no more than this is.
    """
    groups: dict[tuple[str, str], list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for row in long:
        for found in _DRESSED.finditer(folded[row]):
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


def marked(text: str, places: list[int]) -> str:
    """Return a row with a seam before all that begins a line."""
    edges = [0, *places, len(text)]
    return f" {SEAM}".join(text[a:b] for a, b in itertools.pairwise(edges))


def _rising(
    folded: list[str], long: list[int], form: re.Pattern[str], bracketed: set[str]
) -> set[tuple[int, int]]:
    """Return the rows and places of the numbers of a form that are each one more than the last.

    ``bracketed`` are the words that numbers in brackets belong to.
    """
    found: dict[tuple[str, int], list[tuple[int, int, tuple[int, ...], bool]]] = defaultdict(list)
    told = {row: "。" in folded[row] for row in long}
    usual = {row: _usual(folded[row]) if form is _ALONE else "" for row in long}
    paged = {row: form is _ALONE and _is_paged(folded[row]) for row in long}
    for row in long:
        for one in form.finditer(folded[row]):
            start = one.start()
            if form is _RINGED and told[row] and not _may_follow(folded[row], start):
                continue
            word = one.groupdict().get("word", "")
            if folded[row][start] == "(" and (before := _word(folded[row], start)) in bracketed:
                word = before
                start = start - len(word) - (folded[row][start - 1 : start] == " ")
            if form is _ALONE and (told[row] or paged[row]):
                break
            if form is _ALONE and usual[row] and folded[row].startswith(usual[row], start - 2):
                continue
            if form in (_WORDED, _ALONE) or one.groupdict().get("p"):
                word = _word(folded[row], start)
                if bool(word) != (form is _WORDED):
                    continue
                if not word and folded[row][start - 1 : start] in _CHAINED:
                    continue
                start = start - len(word) - (folded[row][start - 1 : start] == " " if word else 0)
            if word and folded[row][start - 1 : start] in _OPENED:
                start -= 1
            if one.groupdict().get("p"):
                numbers = tuple(map(int, one["p"].split("-")))
            elif one["n"].isdecimal() and len(one["n"]) == _TWO_LEVELS:  # 施策101, 施策102
                numbers = (int(one["n"][0]), int(one["n"][1:]))
            else:
                numbers = (value(one["n"].strip("()")),)
            of = found[word, len(numbers)]
            inner = form is _WORDED and told[row]
            inner = inner and _KANJI.match(folded[row][start - 1 : start]) is not None
            of.append((row, start, numbers, bool(inner and (len(word) < _OWN or not of))))
    places: set[tuple[int, int]] = set()
    fewest = _COUNTED if form is _ALONE else 2
    for members in found.values():
        whole = sum(not ends for *_, ends in members)
        lone: list[tuple[int, int]] = []
        runs = 0
        run: list[tuple[int, int]] = []
        last: tuple[int, ...] = ()
        for row, place, numbers, ends in [*members, (0, 0, (1,), False)]:
            if ends and (whole < _WHOLE or not (numbers[-1] == 1 or _is_due(last, numbers))):
                continue  # the end of a longer word
            if run and _is_due(last, numbers):
                run.append((row, place))
                last = numbers
            elif numbers[-1] == 1:
                inside = sum(told[row] and _is_inside(folded[row], at) for row, at in run)
                if len(run) >= fewest and 2 * inside < len(run):
                    places |= set(run)
                    runs += 1
                elif not inside:
                    lone += run
                run, last = [(row, place)], numbers
        if runs >= _RUNS and form is not _ALONE:  # one alone below its heading
            places |= set(lone)
    return places


def _word(folded: str, place: int) -> str:
    """Return the word of codes right before a place, the longest there is."""
    before = folded[max(0, place - _LONGEST_WORD - len(_OURS) - 1) : place].removesuffix(" ")
    lengths = range(min(len(before), _LONGEST_WORD), 0, -1)
    word = next((before[-size:] for size in lengths if before[-size:] in _CODE_WORDS), "")
    if word and before[: -len(word)].endswith(_OURS):
        return _OURS + word
    if word and before[: -len(word)].endswith("の"):  # 交通の方針 4-1, but まちづくりの目標1, 2, …
        return word if folded.count(before[-len(word) - _OWN :]) > 1 else ""
    return word


def _usual(folded: str) -> str:
    """Return the word before most numbers of a row, which no list knows: 行動1 … 行動2 …."""
    before = [folded[one.start() - 2 : one.start()] for one in _DIGIT.finditer(folded, 2)]
    word, count = Counter(before).most_common(1)[0] if before else ("", 0)
    return word if word.isalpha() and 2 * count > len(before) else ""


def _is_paged(folded: str) -> bool:
    """Tell a contents page, whose numbers stand behind the titles: 趣旨 1 位置づけ 2 期間 3."""
    if "……" in folded or "・・・" in folded:
        return True
    last = _LAST_PAGE.search(folded)
    return last is not None and any(
        int(last[0]) - int(one["n"]) in (0, 1) for one in _ALONE.finditer(folded)
    )


def _may_follow(folded: str, place: int) -> bool:
    """Tell that a number in a circle begins a line: behind a stop, a space, a goal, an item.

    None that a sentence enumerates does: …は①…、②….
    """
    before = folded[max(0, place - _LONGEST_ITEM) : place]
    if not before or before[-1] in _BOUNDS:
        return True
    return bool(PLACE.search(before) if folded[place] == "①" else _ITEM.search(before))


def _is_inside(folded: str, place: int) -> bool:
    """Tell a number within a sentence, which a particle or a comma stands before."""
    return _INSIDE.search(folded[max(0, place - 4) : place]) is not None


def _is_due(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    if not last:
        return False
    if numbers[:-1] == last[:-1]:
        return numbers[-1] == last[-1] + 1
    return numbers[-1] == 1 and numbers[0] in (last[0], last[0] + 1)


def _framed(folded: str) -> set[int]:
    """Return where labels in brackets, numbered titles in brackets and marks stand."""
    places: set[int] = set()
    for label in _FRAMED.finditer(folded):
        inner = label[2].strip()
        if label[1] == "(" and folded[label.start() - 1 : label.start()] not in ("。", " "):
            continue
        if role_of(inner) or (label[1] == "【" and parse(inner)[1]):
            places |= {label.start(), label.end()}
    marks = [found.start() for found in _MARK.finditer(folded)]
    often = Counter(folded)
    return places | {place for place in marks if often[folded[place]] >= _MARKS}
