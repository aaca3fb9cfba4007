"""Rows that hold several headings: where they are cut."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.reading.recovery import latin, runs, seams
from plangraph.reading.terms.codes import MARKS, narrow, parse
from plangraph.reading.terms.lexicon import PLACE, TITLE_END

_ROLE = (
    r"(?:目標|政策|施策|方針|プロジェクト|方向性?|将来像|都市像|取組|戦略|柱|分野|大綱|理念"
    r"|視点|姿勢|テーマ)"
)
#: Where a heading may begin within a row: right behind each match. Whether a number stands
#: behind a word at all is asked first.
_INNER_WORD = re.compile(
    r"[\s。」』)）】|、](?=[「【\[<]?[\s一-龥ァ-ヶー]{0,16}+[\dⅠ-Ⅻ①-⑳])"
    rf"(?=[「【\[<]?(?:[一-龥ァ-ヶー]{{0,6}}{_ROLE}\s?(?:\d|[Ⅰ-Ⅻ①-⑳])"
    rf"|第?\s?\d{{1,2}}\s?[章節編部]\s|第\s?\d{{1,2}}\s?項\s))"
)
_INNER_ANY = re.compile(
    rf"[\s。」』)）】|](?=[「【\[<]?(?:[一-龥ァ-ヶー]{{0,6}}{_ROLE}\s?(?:\d|[Ⅰ-Ⅻ①-⑳])"
    r"|第\s?\d{1,2}\s?[章節編部]|第\d{1,2}\s(?=[^\d\s次期回])"
    r"|[①-⑳●■◆◎▶]|\(\d{1,2}\)\s?\D|\d{1,2}-\d{1,2}(?:-\d{1,2}|-?\(\d{1,2}\))?[\s(]"
    r"|\d{1,2}[.\s]\s?(?![年月日時分人件つ%万億千歳回])[^\d\s.,()\-~〜/]))"
)
#: Longer units are cut (characters).
LONGEST = 4_000
#: Longer rows are cut at every code in them (characters).
LONG = 160
#: A sentence of letters and numbers alone; behind no comma may a heading begin.
_SENTENCE = re.compile(
    r"[ぁ-んァ-ヶ一-龥々ー・0-9]+"
    r"(?:、(?![一-龥ァ-ヶー]{0,16}+[0-9])[ぁ-んァ-ヶ一-龥々ー・0-9]+)*+。"
)
#: A marked item within a row.
_ITEM = re.compile(rf"[{re.escape(MARKS)}](?<=\s.)(?=\s?[^\s\d{re.escape(MARKS)}])")
_STRONG = frozenset("●○◆◇■□◎▶➢✓〇")
#: Marks with nothing before them but a title, so many in a row, and boxes and points beside them.
_STUCK = re.compile(
    r"(?<=[^\s●○◆◇■□◎▶]{3})(?:[●○◆◇■□◎▶]|(?<![一二三四五六七八九])〇)"
    r"(?=\s?[^\s\d●○◆◇■□◎▶〇、。)]{3})"
)
_BOX, _POINT = re.compile(r"【[^【】]{4,40}】"), re.compile(r"・(?=(?P<sure>\s)?\s?[^\s・]{3})")
_GLUED, _SHORTEST_CHART = 3, 30
#: What leads on from a title to those below it or beside it: 目標 → 施策 ／ 施策.
_LEADS = "/／|｜→⇒＞>▶►├┬─―；;、：・ 　"
#: A label between signs of which one could lead on as well: <現状と課題>.
_CLOSED = re.compile(r"[<＜][^<＜>＞]{2,16}[>＞]\s*$")
#: The head of a table of indicators behind a title.
_HEAD = re.compile(
    r"(?<=\S)\s+(?=(?:成果|目標|評価)?(?:指標(?:名|項目)?|項目)\s+(?:単位\s+)?(?:現[状況在]|基準|実績|当初)|指標名?:)"
)
#: A value, or the name of one: 42.5％ → 50％, 現状値：.
_VALUE = re.compile(r"(?:\d[\d,.]*\s?[^\d\s]{0,4}|[値績]|[(（][^()（）]*年度?[)）])$")
_ENGLISH_INNER = re.compile(
    r"(?<=[\s.;])(?=(?:GOAL|Goal|OBJECTIVE|Objective|STRATEGY|Strategy|ACTION|Action"
    r"|PRIORITY|Priority|Pillar|PILLAR|Initiative|Focus Area"
    r"|Strategic (?:Priority|Goal|Objective|Pillar|Theme))\s(?:\d|[A-Z]\b|[IVX]+\b)"
    r"|(?:Our |OUR )?(?:VISION|Vision|MISSION|Mission|Core Values|CORE VALUES)"
    r"(?: Statement| STATEMENT)?:?\s(?=[A-Z]))"
)


def is_sentence(text: str) -> bool:
    """Tell a sentence in Japanese with nothing to cut, no cells and no signs: most lines."""
    ends = text[-1:] == "。" and len(text) < seams.SHORTEST
    return ends and _SENTENCE.fullmatch(text) is not None


def is_plain(text: str) -> bool:
    """Tell a line of English text: nothing in it parts cells, columns, names or items."""
    if not text.isascii() or len(text) > LONG or latin.begun(text):
        return False
    return not ("  " in text or "|" in text or "\t" in text or "/" in text or "*" in text)


def pieces(text: str, begun: list[int] | None = None) -> list[str]:
    """Cut a row that holds several headings; where some of its lines begin is known."""
    if len(text) < 12:
        return [text]
    folded = narrow(text)
    if "  " in folded.strip() and len(text) < 160 and "。" not in text:
        columns = [part for part in re.split(r"[ 　\xa0]{2,}", text.strip()) if part]
        if len(columns) >= 2 and all(_is_heading(part) for part in columns):
            return columns
    if "。" not in text and (places := _glued(folded)):
        return _cut(text, sorted({*places, *(begun or ())}))
    if runs.is_run(text):
        return [_without_lead(line) for line in runs.cut(seams.marked(text, begun or []))]
    if "目標" in text and (head := _HEAD.search(folded)) and parse(folded)[1]:
        return [*pieces(text[: head.start()]), *pieces(text[head.end() :])]
    if places := latin.begun(text):
        return [piece for part in _cut(text, places) for piece in pieces(part)]
    if begun and len(parts := _cut(text, begun)) > 1:
        return [piece for part in parts for piece in pieces(part.rstrip("/／"))]
    if len(text) > LONG:
        return _inner(text, folded)
    if "。" not in text and (places := _items(folded)):
        return _cut(text, places)
    if "②" in folded and "①" in folded.lstrip()[:4] and "。" not in text:
        places = [m.start() for m in re.finditer(r"(?<=\s)(?=[①-⑳])", folded)]
        return _cut(text, places)
    places = [] if text.isascii() else [m.end() for m in _INNER_WORD.finditer(folded)]
    if not places or ("。" in text and (len(places) < 2 and not parse(folded)[1])):
        return [text]
    parts = _cut(text, places)
    codes = [parse(narrow(part))[1] for part in parts]
    words = [code.word or code.shape for code in codes if code]
    parted = all(code.parted or code.shape[0] == "第" for code in codes if code)
    if len(words) >= 2 and len(words) == len(parts) and parted:
        return [part.rstrip("、 　") for part in parts]
    return [text]


def _inner(text: str, folded: str) -> list[str]:
    """Cut a long row at the codes and labels in it."""
    if len(text) <= LONG:
        return [text]
    if latin.is_mostly_latin(text) and (len(text) >= latin.SHORTEST or latin.is_listed(text)):
        return latin.pieces(text)
    places = [m.end() for m in _INNER_ANY.finditer(folded)]
    if latin.is_mostly_latin(text):
        places = [m.start() for m in _ENGLISH_INNER.finditer(text)]
        places += [m.start() for m in re.finditer(r"(?<=\s)(?=[•▪●◦]\s)", text)]
    if len(places) + (parse(folded)[1] is not None) < 2:
        return [text]
    return _cut(text, sorted(set(places)))


def _items(folded: str) -> list[int]:
    """Return where the marked items of a row begin: 1 地域福祉の推進 ○啓発 ○相談.

    Marks of other levels begin items as well where they come again: ■子育て ○保育 ○相談 ■福祉.
    """
    if folded.isascii() and "*" not in folded:  # of all marks the only one
        return []
    places = [found.start() for found in _ITEM.finditer(folded)]
    if not places:
        return []
    marks = Counter(folded[place] for place in places)
    marks[folded.lstrip()[0]] += 1
    mark, count = marks.most_common(1)[0]
    titled = mark in _STRONG and parse(folded)[1] is not None
    if mark not in MARKS or (count < 2 and not titled):
        return []
    return [place for place in places if marks[folded[place]] > 1 or folded[place] == mark]


def _glued(folded: str) -> list[int]:
    """Return where marked titles begin that nothing parts: 体系図■子育て○保育の充実○相談."""
    if len(folded) < _SHORTEST_CHART or sum(map(folded.count, _STRONG)) < _GLUED:
        return []
    strong = [found.start() for found in _STUCK.finditer(folded)]
    if len(strong) < _GLUED:
        return []
    boxes = [place for found in _BOX.finditer(folded) for place in found.span()]
    edges = sorted({0, *strong, *boxes, len(folded)})
    points: list[int] = []
    for begun, end in itertools.pairwise(edges):
        for point in _POINT.finditer(folded, begun, end):
            before = folded[max([begun, *points[-1:]]) : point.start()].rstrip()
            if point["sure"] or TITLE_END.search(before) or PLACE.search(before):
                points.append(point.start())
    return sorted({*strong, *boxes, *points} - {0, len(folded)})


def _is_heading(text: str) -> bool:
    folded = narrow(text)
    code, place = parse(folded)[1:]
    return bool(code and (code.parted or code.word or code.shape != "N") and folded[place:].strip())


def _cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *[p for p in places if p > 0], len(text)]
    parts = [text[a:b].strip() for a, b in itertools.pairwise(edges)]
    last = parts.pop()
    return [part for part in (*map(_without_lead, parts), last) if part]


def _without_lead(piece: str) -> str:
    """Leave out the sign that leads on to the next title; one behind a value belongs to it."""
    bare = piece.rstrip(_LEADS)
    if _CLOSED.search(piece):
        return piece
    return piece if _VALUE.search(bare) and bare != piece.rstrip() else bare


def bounded(text: str) -> list[str]:
    """Cut what is longer than a page, after a full stop or a space where there is one."""
    parts: list[str] = []
    while len(text) > LONGEST:
        place = max(text.rfind("。", 0, LONGEST), text.rfind(" ", 0, LONGEST))
        place = place + 1 if place > LONGEST // 2 else LONGEST
        parts.append(text[:place])
        text = text[place:]
    return [*parts, text]
