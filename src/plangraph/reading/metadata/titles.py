"""The title of a plan: what a cover, a heading, a breadcrumb or a sentence calls it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from plangraph.fiscal import fold
from plangraph.reading.metadata import covers
from plangraph.reading.metadata.headlines import (
    BARE,
    FULL,
    GOVERNMENT,
    NAME,
    PLACE,
    TITLE,
    clean,
    is_clause,
    is_ended,
    is_latin,
    named,
    undated,
)
from plangraph.reading.numbering import ordinals
from plangraph.reading.rows import Unit
from plangraph.reading.tables.planrows import Plan
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of

_NOT_TITLE = re.compile(
    r"。|とは|策定(?:の|に)|^(?:この|本)計画|目次|\.{3}"
    r"|^(?!20\d\d[^A-Z]{1,16} [A-Z]|\d{1,2}-Year )\d"
    r"|ページ|計画名|計画等?一覧|^\W*見方|見方$|目標値|現状値|基準値|計画策定時|年次計画|計画最終|(?i:pdf)|ファイル|\|.*\|"
)
#: What a line says of the plan, and is not its name.
_ABOUT = re.compile(
    r"(?:の|と|における)(?:構成|期間|位置[付づ]け|趣旨|目的|役割|性格|対象|区域|範囲|関係|体系.?|推進|概要|策定|内容|(?:基本)?目標|考え方"
    r"|見直し|改定|評価|進捗.*)$|(?:では|は|が|を|に)[、「]|[」』]\S*は|目指すもの|^第\S{1,3}[章節編部]"
    r"|^\S{0,5}(?:体系|目標|分野|施策|年度|年次)別"
    r"|計画の\S{0,10}(?:率|数|量|額|割合)$|事業概要$|[→⇒]|[【\[].*[】\]]$|\d{2}次 第|の$"
    r"|^[―─—]{2}|\?$"
)
#: The sort of a plan in a sentence, behind its number or its place.
_ANY_SORT = (
    r"[一-龥ァ-ヶー・]{0,14}?"
    r"(?:総合(?:振興|発展)?計画|長期計画|総合戦略|(?<![本計この])計画|マスタープラン|プラン|ビジョン)"
)
#: … and behind both.
_SORT = (
    r"[^\s、。「」『』（）()を>＞]{2,24}?"
    r"(?<![本計この])(?:総合(?:振興|発展)?計画|総合戦略|経営戦略|計画(?![とをのに]?基)|マスタープラン|プラン|ビジョン|大綱)"
    r"(?:・[^\s、。「」『』（）()]{2,16}(?:計画|プラン))?(?:[（(][^\s（()）]{1,8}編[)）])?(?!審議会|\S{0,4}委員会|懇談会)"
)
#: What any plan is called, and no name: 第2期計画, 前計画, 計画期間, 関連する個別計画, 本計画.
_NAMELESS = re.compile(
    rf"\W*(?:{ordinals.PATTERN})?(?:[前旧新現本]|この|次期|個別|関連)?"
    r"(?:計画|プラン|ビジョン|戦略|大綱)(?:期間|書|年度)?(?=\W|$|に|は|で|の(?:期間|目標|体系))"
    r"|.*(?:、|^)(?:本|この|前)計画|.*(?:関連|関係)(?:する)?(?:個別)?(?:の)?計画|.*(?:審議会|議会だより|他の計画)"
    r"|.*計画.*[、／].*計画.*[、／].*計画"
)
_STRONG = re.compile(
    r"第\s?[\d０-９一二三四五六七八九十]+\s?[次期]|総合計画|総合振興計画|長期計画|Strategic"
    r"|Council Plan",
    re.I,
)
#: The path to a page of a site.
_HOME = re.compile(
    r"(?:You are here:? |現在[の位置地]+[:：]?\s?)?(?:Home|ホーム|トップ(?:ページ)?)\s/\s"
)
#: An item of a list.
_MARKED = re.compile(r"[○●◎◇◆□■▼▲★☆•※]")
#: A plan that only a bracket names, behind what is no plan.
_BRACKETED = re.compile(
    r"(?:\W?\d{1,2}\)?)?[^（(＜<〈]*[（(＜<〈][^（(＜<〈）)]*(?:計画|プラン)[)）＞>〉]$"
)
_PLACED = re.compile(rf"{PLACE}|県|\b(?:City|Town|County|Borough|Village) ")
_QUOTED = re.compile(
    r"[「『]([^「」『』]{4,40}?(?:計画|ビジョン|構想|戦略|プラン)(?:[（(][^（()）]{1,8}編[)）])?)[」』]"
)
#: What stands before the name of another plan.
_OTHER = re.compile(
    r"(?:前身|上位(?:計画)?|国|県|都|道|府|関連)(?:である|の|が定める|となる)[^。「]{0,8}[「『]?$"
    r"|(?:^|[。、])(?:国|[都道府県])(?:は|も|が)[^。「]{0,12}[「『]?$"
    r"|(?:他の|関連|上位)(?:する)?計画(?:との(?:関係|整合))?[^。]{0,40}$"
)
#: What stands behind the name of a plan above this one.
_ABOVE = re.compile(
    r"[」』]?\s?(?:[（(](?:[^（()）]{0,30}[（(][^（()）]{0,20}[)）]){0,3}[^（()）]{0,60}[)）])?[」』]?"
    r"(?:など|等)?"
    r"(?:に(?:基づ|即|沿)|と(?:の)?(?:整合|調和|連携)|を(?:上位|最上位|踏まえ"
    r"|[^。、]{0,12}(?:具体化|補完|推進)(?:する|した)))"
)
#: When a plan was made, behind its name.
_DATED = re.compile(r"\s?[（(](?:令和|平成|20\d\d)")
#: What is said of the plan itself: 「…計画」(以下「本計画」という。)を策定しました.
_MADE = re.compile(
    r"(?:[（(][^（()）]{2,30}[)）])?(?:を[^。]{0,4}(?:策定|作成|つくり|取りまとめ|定め[まて])|が[^。]{0,4}まとま[りっ])"
)
#: What heads a list of other plans.
_RELATED = re.compile(
    r"\W*(?:主な)?(?:関連|関係|上位)(?:する)?(?:個別|分野別|部門別)?(?:の)?計画等?\W*"
)
#: What no name of a plan has: the words of a sentence around it.
_CLAUSE = re.compile(
    r"(?:から|となる|に向け)(?!.*」)[^。]*、|、[^。]*となる|している|^・|主な計画|による(?:まち|計画)"
)
#: What a page prints twice: Strategic Plan Strategic Plan.
_AGAIN = re.compile(r"(?<!\S)(\S.{3,50}) \1$")
#: So many logical lines may be the cover; so many are looked through for a quoted title.
COVER, REACH = 60, 200


def find(
    units: list[Unit],
    listed: Sequence[Plan] = (),
    place: str | None = None,
    given: str | None = None,
) -> str | None:
    """Return the title of the plan: the best of all candidates, or None.

    What stands in a list of plans (``listed``) is the name of another. ``place`` is the name
    of the municipality, as far as it is known; ``given`` is what the format calls the document.
    """
    others = {line for plan in listed for line in range(plan.first, plan.last + 1)}
    units = [unit for unit in units if unit.first not in others]
    found = _Candidates()
    if given:
        found.add(named(given), 2.0)
    _head(units, found)
    _sentences(units[:REACH], found, place or "")
    best = found.best(units[:400])
    return best and covers.in_full(units, best, REACH)


class _Candidates:
    """What may be the title, by how much speaks for it."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[float, str]] = {}

    def add(self, text: str, value: float) -> None:
        """Weigh what may be a title; what is no name of a plan is left out."""
        text = _AGAIN.sub(r"\1", clean(text))
        if _CLAUSE.search(text) or is_clause(text):
            return
        most = 110 if is_latin(text) and is_ended(text) else 60
        if 4 <= len(text) <= most and TITLE.search(text) and not _NAMELESS.match(text):
            value += _value(text)
            key = fold(text).casefold()
            if key not in self._found or value > self._found[key][0]:
                self._found[key] = (value, text)

    def best(self, units: list[Unit]) -> str | None:
        """Return the likeliest title: what a document prints again and again is its own."""
        texts = [fold(unit.text).casefold() for unit in units]
        weighed = [
            (value + 0.3 * min(sum(key in text for text in texts), 4), title)
            for key, (value, title) in self._found.items()
        ]
        return max(weighed, key=lambda one: one[0])[1] if weighed else None


#: A sentence is the title of the plan on one of so many lines at most.
_SENTENCES = 3


def _head(units: list[Unit], found: _Candidates) -> None:
    """Look for names on lines of their own at the head of the document."""
    related = False
    for place, unit in enumerate(units[:COVER]):
        text = unit.text.strip()
        if related := bool(_RELATED.fullmatch(text) or (related and TITLE.search(text))):
            continue
        if unit.prose and place >= _SENTENCES:
            continue
        text = named(_last_of_path(text))
        if _is_no_name(unit, text):
            continue
        heads_list = (unit.code or unit.mark) and not FULL.match(text)
        value = 3.0 - place * 0.05 - (2.0 if heads_list else 0.0)
        value += 1.0 if unit.level == 1 else 0.0
        found.add(text, value - (0.5 if text != unit.text.strip() else 0.0))
        if whole := covers.composed(units, place, text):
            found.add(whole, value + 1.5)


def _last_of_path(text: str) -> str:
    """Return the last step of the path to a page of a site."""
    if _HOME.match(text):
        return re.split(r"\s/\s", text)[-1].strip()
    steps = r"[>＞]" if len(re.findall("[>＞]", text)) > 1 else r"\s[>＞›»≫]\s"
    return re.split(steps, text)[-1].strip()


def _is_no_name(unit: Unit, text: str) -> bool:
    """Tell a line that only speaks of a plan, or heads what is said of it."""
    folded = narrow(clean(text))
    if _NOT_TITLE.search(folded) or unit.contents:
        return True
    if _BRACKETED.match(folded) and not TITLE.search(re.split("(?<=.)[(<〈＜]", folded)[0]):
        return True
    if unit.code is not None and not is_ended(folded):
        return True
    if unit.mark == "・" or (_MARKED.match(folded) and not FULL.match(text)):
        return True
    if is_clause(text) or role_of(folded) == "plans":
        return True
    above = unit.prose and _ABOVE.search(unit.text) is not None
    return above or _ABOUT.search(folded) is not None or folded.count("「") != folded.count("」")


def _sentences(units: list[Unit], found: _Candidates, place: str) -> None:
    """Look for names in sentences: quoted ones, those with number and place, those in English."""
    full, within = _patterns(place)
    for unit in units:
        text = unit.text
        for match in _QUOTED.finditer(text) if "」" in text or "』" in text else ():
            if not _is_other(text, match):
                found.add(match[1], 2.5 if _MADE.match(text, match.end()) else 1.0)
        if is_latin(text):
            for match in NAME.finditer(text):
                if (ours := GOVERNMENT.match(match[0])) or unit.prose:
                    found.add(match[0], 1.5 if ours else 0.5)
            continue
        for match in full.finditer(text) if "計画" in text or unit.prose else ():
            if not _is_other(text, match):
                told = _DATED.match(text, match.end()) or _MADE.match(text, match.end())
                found.add(match[0], 3.2 if told else 0.6)
        for match in within.finditer(text) if unit.prose else ():
            if FULL.match(match[0]) and not _is_other(text, match):
                found.add(match[0], 0.2)


@functools.cache
def _patterns(place: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of names in sentences, of this place or of any by its form."""
    ours = rf"(?:{re.escape(place)}|{PLACE})" if place else PLACE
    full = (
        rf"(?:{ordinals.PATTERN}|(?<!\w){f'|(?={re.escape(place)})' if place else ''}){ours}"
        rf"(?:{ordinals.PATTERN})?{_SORT}"
    )
    within = rf"(?:{ordinals.PATTERN})?(?:{ours})?(?:{ordinals.PATTERN})?{_ANY_SORT}"
    return re.compile(full), re.compile(within)


def _is_other(text: str, found: re.Match[str]) -> bool:
    """Tell the name of a plan above this one, before it or beside it."""
    before = text[max(0, found.start() - 60) : found.start()]
    return _OTHER.search(before) is not None or _ABOVE.match(text, found.end()) is not None


def _value(text: str) -> float:
    value = 2.0 if _STRONG.search(text) else 0.0
    value += 1.0 if _PLACED.search(text) else 0.0
    value += 0.5 if is_ended(text) else 0.0
    if not BARE.fullmatch(bare := undated(text)):
        return value
    return value - (2.5 if bare == text else 1.0)
