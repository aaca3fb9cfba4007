"""Titles glued to the text after them (改行の失われた見出し): where a title ends.

Electronic books give a page as one string: 目標1地域で支えあう安全な都市地域で安心して…。
Every place where a usual noun of titles ends is a candidate; a title that the document
says again, and titles that end as those of their neighbours do, are the likelier ones.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from copy import copy

from plangraph.reading.headings import beneath
from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow, parse
from plangraph.reading.terms.lexicon import PLACE, TITLE_END, role_of
from plangraph.reading.terms.looks import cut_title, plain

#: Titles have so many letters.
_SHORTEST, _LONGEST = 4, 42
#: What a place is to be made: まちをつくる, くらしを守る.
_ACTS = re.compile(
    r"(?:まち|くらし|暮らし|社会|地域|人|環境|未来|文化|産業)を(?:つくる|創る|守る|育てる|支える|めざす|育む)$"
)
#: How sentences of a document begin.
_OPEN = 3
_OPENING = re.compile(rf"。\s?([^\s\d]{{{_OPEN}}})")
#: What cannot begin the text after a title, words that lead on a thought apart.
_LEADS_ON = re.compile(
    r"(?:また|さらに|しかし|なお|まず|そこで|これまで|このため|そのため|こうした|とりわけ|あわせて)[、，]?(?=[一-龥ぁ-んァ-ヶ])"
)
_RUNS_ON = re.compile(r"[ぁ-んー々、。・)）」』】〕”]|(?:[づ作]|への|との)")
#: What a title is that is a whole sentence without its stop: 道路の整備を進めます|道路は、….
_STATES = re.compile(r"(?:[いきしちにびみりえけせてねべめれげで]|[一-龥])ます$")
_BEGINS = re.compile(r"(?:本[市町村区]|誰も|だれも|すべて|【|■|○|●|◆|◇|現状|現況|めざす|目指す)")
#: What only a title ends with, and a clause that begins behind it.
_USUAL_END = re.compile(
    r"の(?:推進|充実|整備|振興|形成|支援|創出|確保|強化|育成|保全|活用|向上|促進|構築|展開|普及|啓発"
    r"|更新|改修|設置|拡大|改善|見直し|開催|解消|削減|養成|防止|予防|継承|発信|連携|誘致|参加|活性化|適正化|最適化)$"
)
_CLAUSE = re.compile(
    r"(?:[一-龥]{1,2}[いな](?=[一-龥]))?[一-龥ァ-ヶー・A-Za-z0-9]{2,12}[をのにがはでとや、]"
)
#: Numbers that sentences have as well; the shortest sentence behind a title, and the share of
#: them that must have one.
_BARE, _SENTENCE, _MOSTLY = frozenset(("(N)", "①", "N)")), 20, 0.75
#: A title is parted where the evidence for its end is as strong as this.
_ENOUGH = 2.0


#: A title of capitals before its text: Second Units by Right. Allow a small home on any lot.
_WORD = r"(?:[A-Z][\w’'&-]*|[a-z]{1,4})"
_CAPITALS = re.compile(rf"{_WORD}(?:,? {_WORD}){{1,7}}\. (?=[A-Z])")


def _below_codes(units: list[Unit]) -> list[Unit]:
    """Part what stands below an English code alone (Policy 3.1) into its title and its text."""
    found: list[Unit] = []
    for unit in units:
        above = found[-1] if found else None
        code = above.code if above and not above.rest else None
        title = None
        if code and code.word and code.word.isascii() and unit.prose:
            title = _CAPITALS.match(unit.text) if not (unit.mark or unit.code) else None
        found += _halves(unit, title.end() - 1) if title else [unit]
    return found


#: A label in brackets, behind which the first item of its list stands: 【基本目標】 1 ….
_LABELLED = re.compile(
    r"[【〔［\[<＜〈《](?P<label>[^【】〔〕［］\[\]<>＜＞〈〉《》]{2,14})[】〕］\]>＞〉》]\s*"
)
_OPENS = tuple("【〔［[<＜〈《")


def _from_labels(units: list[Unit]) -> list[Unit]:
    """Part a label from the first item of its list, where the second has a line of its own."""
    found: list[Unit] = []
    for unit, below in itertools.zip_longest(units, units[1:]):
        place = 0
        if unit.text[:1] in _OPENS and unit.code is None and below is not None and below.code:
            place = _first_item(unit.text, below.code)
        found += _halves(unit, place) if place else [unit]
    return found


def _first_item(text: str, second: Code) -> int:
    """Return where the first item of a list begins behind its label; 0 where none does."""
    label = _LABELLED.match(text)
    code = parse(narrow(text[label.end() :]))[1] if label else None
    if label is None or code is None or code.family != second.family:
        return 0
    listed = code.numbers[-1] == 1 and code.following == second.numbers
    return label.end() if listed and role_of(plain(label["label"])) else 0


def part(units: list[Unit]) -> list[Unit]:
    """Return the units, glued titles and their text as two each."""
    units = _below_codes(beneath.part(_from_labels(units)))
    glued = [unit for unit in units if unit.code and _is_glued(unit)]
    if not glued:
        return units
    text = "".join(unit.text for unit in units)
    openings = Counter(found[1] for found in _OPENING.finditer(text))
    families: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in glued:
        assert unit.code is not None
        families[unit.code.family].append(unit)
    ends: dict[int, int] = {}
    for members in families.values():
        found = {id(unit): _candidates(unit.rest, text, openings) for unit in members}
        alike = Counter(
            tail
            for unit in members
            for tail in {unit.rest[end - 2 : end] for end in found[id(unit)]}
        )
        for unit in members:
            values = {
                end: value + min(2, alike[unit.rest[end - 2 : end]] - 1)
                for end, value in found[id(unit)].items()
            }
            best = max(values, key=lambda end: (values[end], -end), default=0)
            if best and values[best] >= _ENOUGH:
                ends[id(unit)] = best
        cut = sum(id(unit) in ends for unit in members)
        if not _tells(members[0]) and (cut < 2 or cut < _MOSTLY * len(members)):
            for unit in members:
                ends.pop(id(unit), None)
    return [piece for unit in units for piece in _parted(unit, ends.get(id(unit), 0))]


def _is_glued(unit: Unit) -> bool:
    code = unit.code
    if unit.use or code is None or unit.contents or unit.cells or unit.rest.isascii():
        return False
    tells = _tells(unit)
    if not tells and not (code.shape in _BARE and unit.prose and " " not in unit.text):
        return False
    least = _LONGEST if tells and not unit.prose else _SENTENCE
    return len(unit.rest) > least and cut_title(unit.rest)[1] == ""


def _tells(unit: Unit) -> bool:
    """Tell a code that only headings have; other numbers are glued where all of them are."""
    code = unit.code
    return code is not None and bool(
        code.word or code.shape.startswith("第") or len(code.numbers) > 1
    )


def _candidates(rest: str, text: str, openings: Counter[str]) -> dict[int, float]:
    """Return the places where the title may end, and what speaks for each."""
    found: dict[int, float] = {}
    stop = min(len(rest) - 1, _LONGEST, rest.find("。") if "。" in rest else _LONGEST)
    for end in range(_SHORTEST, stop):
        title, after = rest[:end], rest[end:]
        acts = bool(_ACTS.search(title))
        usual = bool(_USUAL_END.search(title) and _CLAUSE.match(after))
        states = title.endswith("ます") and bool(_STATES.search(title))
        leads = bool(_LEADS_ON.match(after))
        opens = leads or openings[after[:_OPEN]] > 1
        ends = acts or usual or TITLE_END.search(title)
        if (_RUNS_ON.match(after) and not leads) or not ends or "、" in title[-4:]:
            continue
        place = 1.6 if _CLAUSE.match(after) else 1.0
        value = 0.5 + (place if PLACE.search(title) else 0.0) + (1.6 if acts or states else 0.0)
        value += 3.0 if len(title) > 7 and text.count(title) > 1 else 0.0
        value += 1.5 if _BEGINS.match(after) else 0.0
        value += 1.5 if usual else 0.0
        value += 1.5 if opens else 0.0
        found[end] = value
    return found


def _parted(unit: Unit, end: int) -> list[Unit]:
    if not end:
        return [unit]
    title, body = _halves(unit, unit.text.rfind(unit.rest) + end)
    title.repair = "the title was parted from the text that it ran into"
    title.printed = unit.printed or unit.text
    return [title, body]


def _halves(unit: Unit, place: int) -> list[Unit]:
    title, body = copy(unit), copy(unit)
    title.text, body.text = unit.text[:place], unit.text[place:].lstrip()
    body.gap, body.mark, body.code = 0, "", None
    parse_unit(title)
    parse_unit(body)
    return [title, body]
