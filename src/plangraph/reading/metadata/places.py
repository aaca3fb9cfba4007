"""Whose plan a document is: the municipality or council that it names most."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.english_words import by_letter
from plangraph.reading.terms.holding import holds_any

#: A run of letters up to 市, 町, 村 or 区 that is no part of another word.
_LONGEST_RUN = 9
_RUN = re.compile(
    rf"(?P<run>[一-龥ぁ-んァ-ヶー々]{{1,{_LONGEST_RUN}}}?[市町村区])"
    r"(?!長(?!期)|[民政内外章道場街制域分画間営並有会家単別勢史区村町市]|役(?!場|所)|議(?!会)|産(?!業))"
)
#: What stands before a name and is none of it: a number, an era, a prefecture.
_BEFORE = re.compile(
    r"^(?:.*(?:[一-龥]{2,3}県|東京都|北海道|大阪府|京都府|[一-龥]郡)|第[一二三四五六七八九十]+[次期回]"
    r"|.*(?:次期|令和|平成))"
)
#: The number of a plan, right behind which a name begins: 第二次 かえで台市.
_NUMBERED = re.compile(r"第\s?[\d一二三四五六七八九十]{1,3}\s?[次期]\s?\Z")
_COUNTER = re.compile("^(?:年度|[次期回号版編章年月日])")
_PARTICLE = re.compile(
    r"[はがをにのへともやで](?=[^ぁ-ん]|[ぁ-ん]{2})|から|より|まで|など|また|する|した|きる|える|まる|しい"
)
#: Particles that names hold as well: 茜が丘, 桜の宮.
_WITHIN = re.compile(r"[一-龥][がのつ][一-龥]{1,2}[市町村区]")
#: A name in kana where no other word stands before it: つばき市, but not やさしい町.
_KANA = re.compile(r"[ぁ-ん](?:(?![はがをへ])[ぁ-ん]){1,4}(?<![いなるのたくうつすてで])[市町村区]")
#: No name: 本市, 各市町村, 都市, 地区, 中心市.
_COMMON = re.compile(
    r"^(?:[本当同各両他全旧新大小中隣都地校学街農山漁離寒朝夕港下]|近隣|県内|関係|周辺|中核|中心|政令|指定|隣接|わが|我が"
    r"|構成|特別|行政|圏域|対象|城下|門前|宿場|温泉|見本)*[市町村区]+$|都市$|地区$|校区$|学区$|街区$|市街|選挙区$"
    r"|^[ぁ-ん]?[市町村区]$|[本当各同隣全][市町村区]$|^[はがをにへとで]|を|という|[なるの][市町村区]$|[一-龥][うくすつぬむぐい][市町村区]$|朝市$"
)
#: So much must speak for a name: its place in the title or the head, or that it comes again.
_LEAST = 1.9
#: So many logical lines are looked through; the first of them are the head of the document.
_REACH, _HEAD, _TITLE = 3000, 12, 8.0
#: What begins no name of a place: words of titles and menus, and what places are said to be.
_NO_NAME = r"""
    About Across Action Active Adopted Advisory All And Annual Arts As At Borough Budget
    Building Business By City Climate Community Comprehensive Connected Conservation Contact
    Copyright Corporate Council County Dear Delivering Development Digital District Draft
    Each Economic Eighth Electrify Every Executive FY Fifth Fire First Fiscal For Former
    Fourth Full General Government Green\S* Health Healthy Heritage Historic Home Housing
    How If Improvement Improving In Inclusive It Its Joint Library Livable Liveable Local
    Long Market Master Mayor Menu Metropolitan Mission Municipal Municipality National Ninth
    Official On Our Page Parish Parks Plan Previous Regional Resilient Royal Safe Safety
    School Search Second Services Seventh Shire Sister Sixth Skip Smart Special Sports?
    State Strategic Strategy Supporting Sustainable Tenth That The Third This To Town
    Township Transport Values Village Vision Water We Welcome What When Where Which Who Why
    With Within Working Your Youth
"""
_PROPER = rf"(?!(?:{by_letter(_NO_NAME.split())}|\w+-\w+ed)(?:\b|\d))[A-Z][\w'’-]+"
_BEFORE_NAME = (
    "City", "Town", "Village", "Township", "Borough", "County", "Shire", "Municipality", "District",
    "Region",
)  # fmt: skip
_BEHIND_NAME = (
    "City and County", "County Borough", "Local Municipality", "District Municipality",
    "Metropolitan Municipality", "Municipal Corporation", "Municipal District", *_BEFORE_NAME[:-3],
    "District", "Parish", "Regional", "Rural",
)  # fmt: skip
#: What may stand before the sort of a place: London Borough of, Regional District of.
_WHICH = "London|Royal|Metropolitan|Regional|Rural|Municipal|Local"
_SORTS = frozenset((*_BEFORE_NAME, *_BEHIND_NAME, "Council", "Municipality"))
_ENGLISH = re.compile(
    rf"\b(?:(?:{_WHICH}) )?(?:City and County|{'|'.join(_BEFORE_NAME)}) of(?: {_PROPER}){{1,4}}"
    rf"|\b(?:{_PROPER}(?: and| upon)? ){{1,4}}"
    rf"(?:(?:{'|'.join(_BEHIND_NAME)})(?: Council)?|Council)\b"
)
#: Whose plan it may be where a page names no government.
_BODIES = (
    "Public Library", "Library District", "Library", "Community College", "State College",
    "College", "State University", "University",
    "School District", "Public Schools", "Unified School District", "Police Department",
    "Fire Department", "Fire District", "Health District", "Health Department", "Water District",
    "Transit", "Transit Authority", "Port Authority", "Housing Authority",
)  # fmt: skip
_BODY = re.compile(
    rf"\b(?:{_PROPER} ){{1,4}}(?:{'|'.join(sorted(_BODIES, key=len, reverse=True))})\b"
    rf"|\b(?:(?:{_PROPER} ){{1,3}}State |State of {_PROPER} )"
    rf"Department of(?: {_PROPER}| Transport\w*)\b"
)
_KINDS = frozenset(one.split()[-1] for one in _BODIES) | {"Department"}
_SORT = re.compile("[市町村区]")


class Votes:
    """How often a document names each place, and how surely."""

    def __init__(self, units: list[Unit], known: Container[str] = ()) -> None:
        """Count the names in the units; ``known`` are those of municipalities that there are."""
        self._known = known
        self._japanese: dict[str, float] = {}
        self._english: dict[str, float] = {}
        self._bodies: dict[str, float] = {}
        for weight, text in _texts(units):
            self._count(text, weight)

    def _count(self, text: str, weight: float) -> None:
        votes = self._japanese
        if not text.isascii() and _SORT.search(text):
            for one, sure in _names(text, self._known):
                votes[one] = votes.get(one, 0) + weight * sure
        if text.isascii() or not votes:
            plain = text.title().replace(" Of ", " of ") if text.isupper() else text
            if holds_any(plain, _SORTS):
                for match in _ENGLISH.finditer(plain):
                    self._english[match[0]] = self._english.get(match[0], 0) + weight
            if weight > 1 and holds_any(plain, _KINDS):
                for match in _BODY.finditer(plain):
                    self._bodies[match[0]] = self._bodies.get(match[0], 0) + weight

    def name(self) -> str | None:
        """Return the name that speaks most for itself."""
        sure = {one: value for one, value in self._japanese.items() if value >= _LEAST}
        likely = sure or self._english or self._bodies
        return max(likely, key=lambda one: (likely[one], len(one), one)) if likely else None

    def name_with(self, title: str) -> str | None:
        """Return the name that the title bears, or else the one that the document prints most."""
        self._count(title, _TITLE)
        return self.name()


def _texts(units: list[Unit]) -> Iterator[tuple[float, str]]:
    for place, unit in enumerate(units[:_REACH]):
        head = place < _HEAD or unit.text.startswith("発行")
        text = unit.printed or unit.text if unit.celled else unit.text
        yield (3.0 if head else 1.0), text[:400]


def _names(text: str, known: Container[str]) -> Iterator[tuple[str, float]]:
    """Yield what may be names in a text, and how surely each begins where it does."""
    text = narrow(text)
    place = 0
    while (sort := _SORT.search(text, place)) and (
        match := _RUN.search(text, max(place, sort.start() - _LONGEST_RUN))
    ):
        run, begin = match["run"], match.start()
        if begin and text[begin - 1].isdigit():
            run = _COUNTER.sub("", run)
        run = _BEFORE.sub("", run)
        begin = match.end() - len(run)
        if len(run) == 1 and begin > match.start():  # 第2次町山区: the name begins here
            place = begin
            continue
        run = _known(text, begin, known) or run
        place = max(match.end(), begin + len(run))
        named = _NUMBERED.search(text[max(0, begin - 8) : begin]) and not _PARTICLE.match(run)
        inside = [] if named else [found.end() for found in _PARTICLE.finditer(run)]
        inside += [start for start in range(1, len(run)) if _is_after(run, start, known)]
        for start in dict.fromkeys((0, *inside)):
            one = run[start:]
            if 2 <= len(one) <= 7 and (one in known or not _COMMON.search(one)):
                apart = _KANA.fullmatch(one) and not "ぁ" <= text[begin - 1 : begin] <= "ん"
                known_whole = apart or _WITHIN.search(one) or one in known
                whole = start == 0 and (not inside or known_whole)
                yield one, 1.0 if whole else 0.7 if start and start == inside[-1] else 0.2


def _known(text: str, start: int, known: Container[str]) -> str:
    """Return the longest known name that begins here, not the 村 or 町 within it."""
    ends = range(min(len(text), start + 8), start + 1, -1)
    return next((text[start:end] for end in ends if text[start:end] in known), "")


def _is_after(run: str, start: int, known: Container[str]) -> bool:
    """Tell a known name behind other words: 支える…市."""
    return "ぁ" <= run[start - 1] <= "ん" < run[start] and run[start:] in known
