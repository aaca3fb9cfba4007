"""Heading candidates: which logical lines may be headings, and how heading-like each is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from plangraph.language import tr
from plangraph.reading.headings import beside, charts, counted, ladders, levels, offices, sheets
from plangraph.reading.headings.trimming import LINKED, cut_latin, fields, trim
from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels, lexicon
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.codewords import CODE_WORDS, coded_kinds
from plangraph.reading.terms.english_verbs import verb
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.looks import WIDE, cut_title, plain, shape
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

_LABELLED = re.compile(
    r"^(?:(?:[A-Z][\w’'&-]* ){1,6}(?:\d{4}\s?[-–—]\s?\d{2,4} )(?=\w{1,20} ?\w{0,20} ?:))?"
    r"(?:(?:Key|Strategic|Desired|Community|Council|Corporate|Priority|Focus|Result|Local|Core"
    r"|Performance|Development|Well-?being) ){0,2}(?P<word>Action|Strategy|Objective|Initiative"
    r"|Project|Tactic|Task|Area|Goal|Priority|Pillar|Theme|Outcome|Aim|Ambition|Recommendation"
    r"|Direction|Aspiration|Commitment|Promise|Domain|KPA|KRA)(?: \([A-Z]{2,4}\))?"
    r"(?:\s?:\s+(?P<text>\S.{3,})|\s[|–—-]\s(?P<title>(?-i:[A-Z]).{3,}))$",
    re.I,
)
#: A level that a form names, with the title beside it: 基本目標:人にやさしい交通づくり.
_NAMED = re.compile(
    r"^(?:[■◆●○]\s*)?(?P<word>(?:基本|重点|政策)(?:目標|方針|施策|政策)|政策|施策)名?\s?(?::|(?=「))\s*"
    rf"(?P<text>「[^「」]{{6,50}}」$|[^:。\d]{{3,48}}{lexicon.TITLE_END.pattern})"
)
#: A title has so many letters at most: on one line in Latin letters, and elsewhere.
_LATIN_MOST, _MOST = 160, 60
#: Words that head the columns of a table of works.
_COLUMNS = re.compile(
    r"(?:^|\s)(?:名称|区分|具体的内容|実施時期|実施年度|担当課|事業名|備考|単位)(?=\s|$)"
)
#: What the title above it means: (…の推進/…の再評価).
_EXPLAINS = re.compile(r"[(（][^()（）]{16,}[)）]")
#: A role word whose number has no glyph: 施策� 防災対策の充実.
_LOST = re.compile(
    r"^\ufffd*(?P<word>[一-龥ァ-ヶー]{2,8})\s?[\ufffd\ue000-\uf8ff〓]+\s*(?P<text>\S.+)$"
)
#: An item whose name a dash parts from what it means: People – to have a safe …
_DASHED = re.compile(r"^([A-Z][\w'&]*(?:\s[\w'&]+){0,3})\s+[-–—]\s+[a-z]\S*\s\S+\s\S.*$")
#: The end of a sentence with another behind it.
_STOP = re.compile(r"[.!?]\s+[A-Z]")
#: Words of codes that number indicators.
_MEASURED = ("数値目標", "成果目標", "達成目標")
#: Kinds that the column of a table may say.
HINTS = frozenset(("goal", "policy", "measure", "direction", "project"))
#: Divisions of a document: 第4章 施策の展開 holds the whole outline, no list of directions.
_PARTS = frozenset(("第N編", "第N部", "第N章"))
#: … and so does a division that is called so: 第3章 施策の展開方針.
_POLICIES = re.compile("の(?:推進|展開|取組)方針$")
_PERSPECTIVE = re.compile(r".{2,14}(?:の|から見た)視点$")
#: A marked item whose name a colon parts from its sentence; so many of them are a family.
_EXPLAINED = re.compile(r"\W\s?(?P<name>[^\s　。、：]{3,28})：(?P<text>[^：]{10,}。)")
_COLON, _ITEMS = ("*", "："), 3
#: A word in kana above a title that says what a place will be.
_CATCHWORD = re.compile("[ぁ-んァ-ヶー]{4,6}")
#: A field between a code and its title: 1-1 【産業】 ….
_FIELD = re.compile(r"[【\[〔][^【】\[\]〔〕]{1,10}[】\]〕]")
#: A field and what stands in it, parted by a wide gap; so many of one name are a form.
_MARKED_FIELD = re.compile(r"(?P<field>[^\s。、]{2,14})(?:[ 　]{2,}|　)\S")
_FORMS = 3


@dataclass(slots=True, eq=False)
class Heading:
    """A heading candidate with its place in the tree of headings."""

    place: int
    unit: Unit
    title: str
    code: Code | None
    family: tuple[str, str]
    role: str | None = None
    score: float = 0.0
    #: The last unit that belongs to the heading itself (a code alone takes the next).
    end: int = 0
    body: str = ""
    subtitle: str | None = None
    keywords: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    rank: float = 99.0
    kind: str | None = None
    parent: Heading | None = None
    children: list[Heading] = field(default_factory=list)
    repair: str = ""
    doubts: list[str] = field(default_factory=list)
    sdgs: str = ""
    #: The label of a statement that stands alone: what is counted below it is none.
    stated: bool = False
    #: The mark of the titles that it stands below, where marks alone nest: ◆ for ○.
    under: str = ""
    #: The family of the coded heading before this one.
    after: tuple[str, str] | None = None

    @property
    def line(self) -> int:
        """The first line of the heading."""
        return self.unit.first

    def ancestors(self) -> list[Heading]:
        """Return the headings above, nearest first."""
        found: list[Heading] = []
        one = self.parent
        while one is not None:
            found.append(one)
            one = one.parent
        return found


def collect(units: list[Unit]) -> list[Heading]:
    """Return the heading candidates among the units, in order."""
    counted.uncode(units)
    sheets.name(units)
    offices.put_aside(units)
    ladders.name(units)
    levels.name(units)
    charts.settle(units)
    repeats = Counter(plain(unit.rest or unit.text) for unit in units if len(unit.text) < 60)
    _aside(units)
    found: list[Heading] = []
    place = 0
    while place < len(units):
        unit = units[place]
        heading = None
        if unit.prose and not unit.use and not unit.code:
            heading = _announced(units, place, found) or _explained(units, place)
            if heading is None and (told := beside.state(unit.rest or unit.text)):
                heading = _told(unit, place, told)
            if heading is None and is_latin(unit.text[:40]):
                heading = _uncoded(units, place, repeats)
        elif not unit.use:
            heading = _coded(units, place) if unit.code else _uncoded(units, place, repeats)
        if heading:
            found.append(heading)
            place = heading.end
        place += 1
    if sum(one.family == _COLON for one in found) < _ITEMS:
        found = [one for one in found if one.family != _COLON]
    if sum(unit.text.isascii() for unit in units) < 0.5 * len(units):
        found = [one for one in found if not (one.title.isascii() and one.title.islower())]
        for one in found:
            if one.role == "notes" and lexicon.CONTENTS.fullmatch(plain(one.title)):
                one.role, one.family = "system", ("=", "system")
    return found


def _explained(units: list[Unit], place: int) -> Heading | None:
    """An item whose name a colon parts from its sentence: ○路面の改修：車道の穴を…。"""
    unit = units[place]
    found = _EXPLAINED.match(unit.text) if unit.mark and "：" in unit.text[:30] else None
    name = found["name"] if found else ""
    if found is None or lexicon.role_of(plain(name)):
        return None
    if work := _is_work(units, place):
        unit.hint = "direction"
    elif not lexicon.TITLE_END.search(name, 2):
        return None
    if work:
        return Heading(place, unit, name, None, ("|", unit.hint), None, 1.6, place, found["text"])
    return Heading(place, unit, name, None, _COLON, None, 1.6, place, found["text"])


def _is_work(units: list[Unit], place: int) -> bool:
    """Tell an item of a list right below a label of what is done: 主な取組, 市の取組."""
    mark = units[place].mark
    while place and (units[place].prose or units[place].use) and units[place].mark in (mark, ""):
        place -= 1
    label = units[place]
    return not (label.prose or label.use) and lexicon.role_of(plain(label.rest)) == "action"


def _aside(units: list[Unit]) -> None:
    """Put marked fields aside that stand in a form again and again: ●対象　市民, ●対象　企業."""
    fields = [
        (unit, match["field"])
        for unit in units
        if unit.mark and not (unit.use or unit.code or unit.prose)
        and (match := _MARKED_FIELD.match(unit.rest))
    ]  # fmt: skip
    often = Counter(word for _, word in fields)
    for unit, word in fields:
        if often[word] >= _FORMS and lexicon.role_of(plain(word)) is None:
            unit.use = "field"


def _announced(units: list[Unit], place: int, before: list[Heading]) -> Heading | None:
    """A sentence that says what follows it: 次の3つの基本目標を定めます。"""
    unit = units[place]
    after = units[place + 1] if place + 1 < len(units) else None
    if after is None or after.prose or after.use or not (after.code or after.mark):
        return None
    if after.code and after.code.numbers[-1] != 1:
        return None
    told = lexicon.announces(unit.text)
    above = before[-1] if before else None
    if told is None or (above and (above.role in lexicon.BARREN or above.role == told)):
        return None
    return Heading(place, unit, unit.text, None, ("=", told), told, 1.0, place)


def _coded(units: list[Unit], place: int) -> Heading | None:
    unit = units[place]
    code = unit.code
    assert code is not None
    if code.word.endswith(_MEASURED):
        return None
    rest, words = fields(unit.rest) if code.word else (unit.rest, ())
    body, end = "", place
    if unit.prose or len(rest) > 60 or WIDE.search(rest) or (is_latin(rest) and " - " in rest):
        if is_latin(rest):
            rest, body = cut_latin(rest)
        else:
            rest, body = cut_title(rest)
    alone = code.word or len(code.numbers) > 1 or code.shape[0] in "R①ア第"
    if not rest and alone:
        following = place + 1
        while following < len(units) and units[following].use:
            following += 1
        if following < len(units):
            after = units[following]
            title = after.rest if not after.code else ""
            latin = bool(title) and is_latin(title)
            latin = latin and (after.first == after.last or not _STOP.search(title))
            most = _LATIN_MOST if latin else 100 if code.word else 70
            short = title and (latin or not after.prose) and len(title) <= most and after.gap <= 4
            short = short and not (_ends(units, place) and lexicon.BARE.search(plain(title)))
            if short and not is_placeholder(narrow(title)):
                rest, end = title, following
                if lexicon.role_of(plain(title)) in ("indicator", "issues"):
                    return None
                if _is_catchword(units, following, title) or _FIELD.fullmatch(title):
                    rest, end = _longer(units, following, title)
    if not rest and code.word and place:
        rest = _value_before(units, place)
    if not rest:
        return None
    heading = Heading(place, unit, rest, code, code.family, end=end, body=body, keywords=words)
    if unit.hint in HINTS and not code.word:
        heading.family = ("|", unit.hint)
    if not rest.isascii() and len(rest) <= 46 and rest.find("。") == len(rest) - 1:
        heading.title = rest[:-1]
    heading.title = LINKED.sub("", heading.title)
    trim(heading)
    name = plain(heading.title)
    acts = is_latin(heading.title) and verb(heading.title)
    heading.role = None if code.word in ("施策", "方針") or acts else lexicon.role_of(name)
    told = None if heading.role or code.word or body else beside.part(heading.title)
    if told:
        heading.title, heading.role, heading.body = told.label, told.role, told.text
    if heading.role is None and not code.word and lexicon.ABOUT.search(name):
        heading.role = "zone"
    if heading.role == "zone" and heading.family[0] == "|":
        heading.role = None  # a sheet or a column says what it is
    if heading.role == "plans" and code.shape.startswith("第"):
        heading.role = None
    elif heading.role == "indicator" and code.shape in _PARTS and name.endswith("成果目標"):
        heading.role = "goal"  # what a welfare plan is to achieve, one number each
    elif code.shape in _PARTS and (heading.role == "direction" or _POLICIES.search(name)):
        heading.role = "system"
    elif heading.role == "issues" and code.shape in _PARTS and "課題" not in name:
        heading.role = "zone"
    heading.score = shape(heading.title, unit)
    if not code.parted and not code.word:
        heading.score -= 0.3
    if code.word and code.word.isascii():
        heading.score += 0.6
    if code.word and end > place and not is_no_title(narrow(heading.title)):
        heading.score = max(heading.score, 0.0)
    return heading if heading.score > -0.6 else None


def _ends(units: list[Unit], place: int) -> bool:
    """Tell the last unit of a row, as the path at the head of a page is: 第2章 … 施策 2-1."""
    rows = [unit.first for unit in units[place - 1 : place + 2]] if place else []
    return len(rows) > 2 and rows[0] == rows[1] < rows[2]


def _value_before(units: list[Unit], place: int) -> str:
    """Return the title that a form printed before its label: …をめざします 政策 1 施策 1-4."""
    before, after = units[place - 1], units[place + 1 : place + 2]
    first = place == 1 or before.gap > 0 or units[place - 2].first < before.first
    plain_line = not (before.code or before.mark or before.prose or before.use or before.contents)
    coded = bool(after) and after[0].code is not None and after[0].first == units[place].first
    beside = before.first == units[place].first and first and coded and plain_line
    return before.text if beside and lexicon.TITLE_END.search(before.text) else ""


def _is_catchword(units: list[Unit], place: int, word: str) -> bool:
    """Tell a short word above the title proper: 安心; つながり / みんなで動かすまち."""
    if len(word) <= 3:
        return not word.isascii()
    if not _CATCHWORD.fullmatch(word) or place + 1 == len(units):
        return False
    after = units[place + 1]
    bare = not (after.code or after.mark or after.prose or after.gap)
    return bare and lexicon.PLACE.search(after.text) is not None


def _longer(units: list[Unit], place: int, word: str) -> tuple[str, int]:
    """A catchword (安心) stands between a code and its title of one or two lines."""
    lines: list[str] = []
    most = 48 if _FIELD.fullmatch(word) else 26
    for unit in units[place + 1 : place + (2 if most == 48 else 3)]:
        if unit.code or unit.mark or unit.prose or unit.use or unit.gap or len(unit.text) > most:
            break
        lines.append(unit.text.strip())
    return (" ".join(lines), place + len(lines)) if lines else (word, place)


def _is_listed(units: list[Unit], place: int) -> bool:
    """Tell an item that stands beside another of its mark, no sentence, however long."""
    unit = units[place]
    beside = [*units[max(0, place - 1) : place], *units[place + 1 : place + 2]]
    told = "。" in unit.text or unit.text.endswith(("ます", "です", "った", "いる"))
    return bool(unit.mark) and not told and any(one.mark == unit.mark for one in beside)


def _told(unit: Unit, place: int, told: beside.Beside) -> Heading:
    """Return the heading that a label is which has what it says beside it."""
    family = ("=", told.role)
    return Heading(place, unit, told.label, None, family, told.role, 1.0, place, told.text)


def _uncoded(units: list[Unit], place: int, repeats: Counter[str]) -> Heading | None:
    unit = units[place]
    text = unit.rest or unit.text
    latin = is_latin(text) and (unit.mark or unit.gap)
    worded = len(text) <= _LATIN_MOST and is_latin(text) and _LABELLED.match(text)
    if unit.prose and not worded:
        return None
    long = worded or latin or _is_listed(units, place)
    if len(text) > (_LATIN_MOST if long else _MOST) or (unit.contents and len(text) > 40):
        return None
    if len(_COLUMNS.findall(text)) > 1 or _EXPLAINS.fullmatch(text):
        return None
    name = plain(text)
    if unit.hint in HINTS:
        heading = Heading(place, unit, text, None, ("|", unit.hint), end=place)
        trim(heading)
        heading.score = shape(heading.title, unit)
        return heading if heading.score > -0.6 else None
    role = lexicon.role_of(name)
    if (lost := _LOST.match(text)) and lost["word"].endswith(CODE_WORDS):
        word = lost["word"]
        heading = Heading(place, unit, lost["text"], None, (word, "?"), None, 1.0, place)
        heading.doubts.append(tr("the number of the code was not extracted"))
        trim(heading)
        heading.score = shape(heading.title, unit)
        return heading
    if lexicon.PARTS.match(name) and (unit.contents or len(text) < 14):
        heading = Heading(place, unit, text, None, ("=", "part"), None, 1.0, place)
        return heading
    if not role and (told := beside.part(text)):
        return _told(unit, place, told)
    if unit.mark and is_latin(text):
        text = _DASHED.sub(r"\1", text)
    labelled = _LABELLED.match(text) or _NAMED.match(narrow(text))
    if labelled and not role:
        kinds = coded_kinds(labelled["word"].lower()) or {"goal": 1.0}
        unit.hint = max(kinds, key=lambda kind: kinds[kind])
        text = text[slice(*labelled.span(labelled.lastgroup or 0))]
    if not role and name.endswith(("とは", "について", "とは?", "とは？")):
        role = "zone" if lexicon.role_of(re.sub("(?:とは[?？]?|について)$", "", name)) else None
    family = ("=", role) if role else ("|", unit.hint) if labelled and not role else ("~", "")
    heading = Heading(place, unit, text, None, family, role, end=place)
    heading.stated = role == "zone" and bool(labels.MISSION.match(text))
    trim(heading)
    heading.score = shape(heading.title, unit)
    if _PERSPECTIVE.match(name) and not role:
        heading.family = ("=", "perspective")
    if len(text) > _MOST and not text.isascii():
        heading.score = max(heading.score, 0.6)
    if long and labelled:  # Strategic Objective: To let nobody …
        heading.score = max(heading.score, 0.4)
    if heading.score <= 0 and not role:
        return None
    if not role and repeats[name] > 2:
        heading.score -= 1.0
    following = units[place + 1] if place + 1 < len(units) else None
    if following and following.prose and not following.code:
        heading.score += 0.6
    return heading
