"""The title of a plan: what a cover, a heading, a breadcrumb or a sentence calls it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plangraph.fiscal import fold
from plangraph.reading.numbering import ordinals
from plangraph.reading.rows import Unit
from plangraph.reading.tables.planrows import Plan
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import CONTENTS, role_of

_WORD = (
    r"(?:総合(?:振興)?計画|長期(?:総合)?計画|基本構想|基本計画|まちづくり計画|振興計画"
    r"|総合ビジョン|総合戦略|計画書?|ビジョン|プラン|(?:推進|経営|運営|整備|振興)方針|大綱"
    r"|健康[^\s、。]{1,8}21"
    r"|(?:Strategic|Comprehensive|Master|Council|Corporate|Community|General|Action|Business)"
    r" (?:\w+ )?Plan)"
)
#: A name in English, in a heading or a sentence: Alder Bay Climate Action Plan 2023-2028.
_NAME = re.compile(
    r"\b(?!(?:The|This|Our|Your|Page|A|An) )(?:[A-Z][\w'’&-]+ (?:(?:of|and|for|&) )?){1,7}"
    r"(?:Plan|Strategy|PLAN|STRATEGY)(?: 20\d\d(?:\s?[-–—]\s?\d{2,4})?)?(?![\w-])"
    r"|^(?:Our|The|A) Plan for (?:[A-Z][\w'’&-]+ ?){1,4}(?:20\d\d(?:\s?[-–—]\s?\d{2,4})?)?$"
)
#: A policy paper of a place, by its first line: 沢渡町公共施設再編方針.
_POLICY = r"^[一-龥ァ-ヶー]{1,7}[市町村区][^\s、。]{2,16}(?:方針|指針|プログラム)$"
_TITLE = re.compile(rf"(?i:{_WORD})|{_NAME.pattern}|{_POLICY}")
_NOT_TITLE = re.compile(
    r"。|とは|策定(?:の|に)|^(?:この|本)計画|^(?!\d{4}-\d{2,4} [A-Z])\d|目次|\.{3}"
    r"|ページ|計画名|計画等?一覧|^\W*見方|見方$|目標値|現状値|基準値|計画策定時|年次計画|計画最終|\|.*\|"
)
#: What a line says of the plan, and is not its name.
_ABOUT = re.compile(
    r"(?:の|と|における)(?:構成|期間|位置[付づ]け|趣旨|目的|役割|性格|対象|区域|範囲|関係|体系.?|推進|概要|策定|内容|(?:基本)?目標|考え方"
    r"|見直し|改定|評価|進捗.*)$|(?:では|は|が|を|に)[、「]|[」』]\S*は|目指すもの|^第\S{1,3}[章節編部]"
    r"|^\S{0,5}(?:体系|目標|分野|施策|年度|年次)別"
    r"|計画の\S{0,10}(?:率|数|量|額|割合)$|事業概要$|[→⇒]|[【\[].*[】\]]$|\d{2}次 第|の$"
    r"|^[―─—]{2}|\?$"
)
#: A name within a sentence: 第2次朝日町総合計画, 朝日町では、第2次総合計画.
_WITHIN = re.compile(
    rf"(?:{ordinals.PATTERN})?(?:[一-龥ァ-ヶー]{{1,7}}?[市町村区])?"
    rf"(?:{ordinals.PATTERN})?[一-龥ァ-ヶー・]{{0,14}}?"
    r"(?:総合(?:振興|発展)?計画|長期計画|総合戦略|(?<![本計この])計画|マスタープラン|プラン|ビジョン)"
)
_BARE = re.compile(rf"{_WORD}(?:\s*[（(]?(?:素案|案|原案)[)）]?)?", re.I)
#: What any plan is called, and no name: 第2期計画, 前計画, 計画期間, 関連する個別計画, 本計画.
_NAMELESS = re.compile(
    rf"\W*(?:{ordinals.PATTERN})?(?:[前旧新現本]|この|次期|個別|関連)?"
    r"(?:計画|プラン|ビジョン|戦略|大綱)(?:期間|書|年度)?(?=\W|$|に|は|で|の(?:期間|目標|体系))"
    r"|.*(?:、|^)(?:本|この|前)計画|.*(?:関連|関係)(?:する)?(?:個別)?(?:の)?計画|.*(?:審議会|議会だより|他の計画)"
    r"|.*計画.*[、／].*計画.*[、／].*計画"
)
_ENDS = re.compile(r"(?:計画|戦略|ビジョン|構想|プラン|大綱|plan)(?:\s*[\d\-–—~〜]+)?$", re.I)
_STRONG = re.compile(
    r"第\s?[\d０-９一二三四五六七八九十]+\s?[次期]|総合計画|総合振興計画|長期計画|Strategic"
    r"|Council Plan",
    re.I,
)
_NEWS = re.compile(
    r"(?<!\s)\s*+(?:(?:への|に対する|に関する)(?:ご?意見|パブリック)|(?:の(?:策定|改[定訂]|公表))?について|を(?:策定|改[定訂]|公表)し(?:ました|た|ます|ています)"
    r"|がスタート|スタート$|が(?:始|はじ)ま|が?でき(?:ま|あ|上)|が(?:決|議決)|を(?:新たに)?策定$|の(?:概要|あらまし|策定$)|をお知らせ|をご覧).*$"
)
_YEARS = re.compile(
    r"(?<!\s)(?:\s*+[（(]\s*+|\s++)(?:令和|平成|昭和|(?:19|20)\d\d\s*[（(年～~〜－]).*$"
)
#: Years before the name of a plan in English: 2026-2030 Strategic Plan.
_YEARS_FIRST = re.compile(r"^\d{4}[-–—]\d{2,4} (?=[A-Z])")
#: What ends the line above and begins the next: Borough Council / Council Plan.
_TWICE = re.compile(r"\b([A-Z][a-z]+) \1\b")
#: What a page's head prints behind the name of the plan: its part, its version, a page.
_TAIL = re.compile(
    r"(?:(?<!\s)\s++(?:目\s*次|(?:計画|施策|取組)?の?体系(?:図|表)?|取組体系一覧|施策一覧"
    r"|概\s*要(?:版)?|本\s*編|本文|資料編"
    r"|第\s?[\d０-９一二三四五六七八九十]+\s?[章部編節号].*|[\d０-９]{1,3}|[Vv]er\.?\s?[\d.]+"
    r"|(?<=[^\x00-\x7f][\s　])(?:19|20)\d\d\s?[-–—～〜~]\s?(?:19|20)?\d\d.*"
    r"|\S*公式(?:サイト|ホームページ).*"
    r"|[A-Z]{1,4}-\d{1,3}|\d{1,2}\. [A-Z][\w ,&-]*)"  # LU-17, 4. Strategies
    r"|(?<!\s)\s*+[（(](?:素案|案|原案|骨子案|概要版?|[^（(）)]*を含む|抜粋|第[\d０-９]+版)[)）]"
    r"|(?<=計画|ラン|ョン|戦略|大綱)\s*[「『][^「」『』]*[」』])$"
)
_BOXED = re.compile(r"(?<!\s)\s*+[【\[]((?:前期|後期)?基本(?:計画|構想)|実施計画)[】\]]$")
#: A plan that only a bracket names, behind what is no plan.
_BRACKETED = re.compile(
    r"(?:\W?\d{1,2}\)?)?[^（(＜<〈]*[（(＜<〈][^（(＜<〈）)]*(?:計画|プラン)[)）＞>〉]$"
)
_PAGED = re.compile(
    r"^\d{1,3}\s*[|｜]\s*|(?:(?<!\s)\s++)?[|｜]\s*\S{1,8}$|(?<!\s)\s++Page \d+$|^Page \d+(?:\s+|: )"
    r"|(?<=\S)\s[·•]\s.*$"
)
_LEAD = re.compile(r"^(?:特集[\s　:：]+|新たな|新しい|(?:SUBJECT|Subject|RE|Re):\s+)")
_APART = re.compile(r"(?<!\S)(?:\S[ 　]){3,}\S(?!\S)")
#: … whose letters stand apart: 第 5 次.
_NUMBERED = re.compile(rf"第\s*({ordinals.NUMBER})\s*([次期])")
_PLACE = r"[一-龥ァ-ヶー]{1,7}[市町村区]"
#: The part of a plan as a heading: 第3部 後期基本計画.
_PART = re.compile(
    r"(?P<number>第\s?[\d一二三四五六七八九十]+\s?[部編章]\s*)?(?:まちづくりの)?"
    r"(?P<part>(?:前期|中期|後期)?基本(?:計画|構想))"
)
_DIVISIONS = frozenset(("第N部", "第N編"))
#: … and as the second line of a cover, which has so many lines at most.
_HALF, _FIRST = re.compile("(?:前期|中期|後期)(?:基本|実施)計画"), 8
_WHOLE = re.compile(r"(?:総合計画|総合振興計画|振興計画|発展計画|長期計画)$")
_QUOTED = re.compile(r"[「『]([^「」『』]{4,40}?(?:計画|ビジョン|構想|戦略|プラン))[」』]")
#: What stands before the name of another plan.
_OTHER = re.compile(
    r"(?:前身|上位(?:計画)?|国|県|都|道|府|関連)(?:である|の|が定める|となる)[^。「]{0,8}[「『]?$"
    r"|(?:他の|関連|上位)(?:する)?計画(?:との(?:関係|整合))?[^。]{0,40}$"
)
#: What stands behind the name of a plan above this one.
_ABOVE = re.compile(
    r"[」』]?\s?(?:[（(][^（()）]*[)）])?[」』]?(?:など|等)?"
    r"(?:に(?:基づ|即|沿)|と(?:の)?(?:整合|調和|連携)|を(?:上位|最上位|踏まえ"
    r"|[^。、]{0,12}(?:具体化|補完|推進)(?:する|した)))"
)
#: A name with its number and place, in any text: 第3期沢渡町子ども・子育て支援事業計画.
_FULL = re.compile(
    rf"(?:{ordinals.PATTERN}|(?<!\w)){_PLACE}(?:{ordinals.PATTERN})?[^\s、。「」『』（）()を>＞]{{2,24}}?"
    r"(?<![本計この])(?:総合(?:振興|発展)?計画|総合戦略|計画(?![とをのに]?基)|マスタープラン|プラン|ビジョン|大綱)"
)
#: What is said of the plan itself: 「…計画」(以下「本計画」という。)を策定しました.
_MADE = re.compile(r"(?:[（(][^（()）]{2,30}[)）])?を(?:新たに)?(?:策定|作成|取りまとめ)")
#: What heads a list of other plans.
_RELATED = re.compile(
    r"\W*(?:主な)?(?:関連|関係|上位)(?:する)?(?:個別|分野別|部門別)?(?:の)?計画等?\W*"
)
#: What no name of a plan has: the words of a sentence around it.
_CLAUSE = re.compile(
    r"(?:から|となる|に向け)(?!.*」)[^。]*、|、[^。]*となる|している|^・|主な計画|による(?:まち|計画)"
)
#: So many logical lines may be the cover; so many are looked through for a quoted title.
COVER, REACH = 60, 200


def find(units: list[Unit], listed: Sequence[Plan] = ()) -> str | None:
    """Return the title of the plan: the best of all candidates, or None.

    What stands in a list of plans (``listed``) is the name of another.
    """
    found: dict[str, tuple[float, str]] = {}
    others = {line for plan in listed for line in range(plan.first, plan.last + 1)}
    units = [unit for unit in units if unit.first not in others]

    def add(text: str, value: float) -> None:
        text = _once(clean(text))
        if _CLAUSE.search(text):
            return
        if 4 <= len(text) <= 60 and _TITLE.search(text) and not _NAMELESS.match(text):
            value += _value(text)
            key = fold(text).casefold()
            if key not in found or value > found[key][0]:
                found[key] = (value, text)

    related = False
    for place, unit in enumerate(units[:COVER]):
        text = unit.text.strip()
        if related := bool(_RELATED.fullmatch(text) or (related and _TITLE.search(text))):
            continue
        apart = r"[>＞]" if len(re.findall("[>＞]", text)) > 1 else r"\s[>＞›»≫]\s"
        text = re.split(apart, text)[-1].strip()
        text = _PAGED.sub("", text)
        folded = narrow(clean(text))
        if _NOT_TITLE.search(folded) or (unit.prose and place > 2) or unit.contents:
            continue
        if _BRACKETED.match(folded) and not _TITLE.search(re.split("(?<=.)[(<〈＜]", folded)[0]):
            continue
        counted = unit.code is not None and unit.code.word and not _TITLE.search(unit.rest)
        numbered = unit.code is not None and not unit.code.word and not _ENDS.search(folded)
        if numbered or role_of(folded) == "plans":
            continue
        if counted or unit.mark == "・" or (unit.prose and _ABOVE.search(unit.text)):
            continue
        if _ABOUT.search(folded) or folded.count("「") != folded.count("」"):
            continue
        value = 3.0 - place * 0.05 - (2.0 if unit.code or unit.mark else 0.0)
        value += 1.0 if unit.level == 1 else 0.0
        add(text, value - (0.5 if text != unit.text.strip() else 0.0))
        if (
            _BARE.fullmatch(_undated(clean(text)))
            and place < 12
            and (above := _above(units, place))
        ):
            line = _YEARS_FIRST.sub("", text)
            named = above + (" " if narrow(line).isascii() else "") + line
            add(_TWICE.sub(r"\1", named), value + 1.5)
        elif place < 12 and (government := _of_government(units, place, text)):
            add(_TWICE.sub(r"\1", f"{government} {text}"), value + 1.5)
    for unit in units[:REACH]:
        for match in _QUOTED.finditer(unit.text):
            if _is_other(unit.text, match):
                continue
            made = _MADE.match(unit.text, match.end())
            add(match[1], 2.5 if made else 1.0)
        for match in _FULL.finditer(unit.text) if "計画" in unit.text or unit.prose else ():
            if _is_other(unit.text, match):
                continue
            dated = re.match(r"\s?[（(](?:令和|平成|20\d\d)", unit.text[match.end() :])
            made = re.match(r"を[^。]{0,4}(?:策定|作成|つくり)", unit.text[match.end() :])
            add(match[0], 3.2 if dated or made else 0.6)
        for match in _NAME.finditer(unit.text) if unit.prose and unit.text.isascii() else ():
            add(match[0], 0.5)
        for match in _WITHIN.finditer(unit.text) if unit.prose else ():
            told = re.search(r"[次期]|[市町村区].", match[0])
            if told and not _is_other(unit.text, match):
                add(match[0], 0.2)
    if not found:
        return None
    texts = [fold(unit.text).casefold() for unit in units[:400]]
    for key, (value, text) in found.items():
        seen = sum(key in other for other in texts)
        found[key] = value + 0.3 * min(seen, 4), text
    title = max(found.values(), key=lambda one: one[0])[1]
    return _with_part(units, _in_full(units, _on_cover(units, title)))


def _is_other(text: str, found: re.Match[str]) -> bool:
    """Tell the name of a plan above this one, before it or beside it."""
    before = text[max(0, found.start() - 60) : found.start()]
    return _OTHER.search(before) is not None or _ABOVE.match(text, found.end()) is not None


def _on_cover(units: list[Unit], title: str) -> str:
    """Return a title as the cover prints it with its number, of which heads of pages have less."""
    if re.match(ordinals.PATTERN, fold(title)):
        return title
    numbered = re.compile(rf"{ordinals.PATTERN}{re.escape(fold(title))}")
    lines = [clean(unit.text) for unit in units[:_FIRST] if not unit.prose and not unit.contents]
    found = {line for line in lines if numbered.match(fold(line)) and _ENDS.search(narrow(line))}
    return found.pop() if len(found) == 1 else title


def _in_full(units: list[Unit], title: str) -> str:
    """Return a title with its number and place, where the document always prints them alike."""
    before = re.compile(
        rf"({ordinals.PATTERN})?({_PLACE})?({ordinals.PATTERN})?{re.escape(fold(title))}(?!の?期間)"
    )
    if re.match(rf"{ordinals.PATTERN}|{_PLACE}", fold(title)) or not re.search("[一-龥]", title):
        return title
    heads: set[str] = set()
    for unit in units[:REACH]:
        text = fold(unit.text)
        heads |= {found[0] for found in before.finditer(text)} - {fold(title)}
    return heads.pop() if len(heads) == 1 else title


def _with_part(units: list[Unit], title: str) -> str:
    """Add the part of the plan that the document is, where its headings name one alone."""
    if not _WHOLE.search(title):
        return title
    for unit, below in pairwise(units[:_FIRST]):
        part = _HALF.fullmatch(narrow(clean(below.text)))
        if part and fold(unit.text) == fold(title) and not below.contents:
            return f"{title} {part[0]}"
    parts: set[str] = set()
    before: set[str] = set()
    for unit in units:
        if len(unit.text) >= 24 or not (unit.code or "基本" in unit.text):
            continue
        found = _PART.fullmatch(narrow(clean(unit.text)))
        if found and found["number"] and unit.code and unit.code.shape in before:
            return title  # a book that has other parts before this one
        parts |= {found["part"]} if found else set()
        before |= {unit.code.shape} if unit.code and unit.code.shape in _DIVISIONS else set()
    return f"{title} {parts.pop()}" if len(parts) == 1 else title


def clean(text: str) -> str:
    """Cut from a title what only stands beside it: period, news, a part of the page's head."""
    text = _APART.sub(lambda found: re.sub(r"\s", "", found[0]), text.strip())
    text = _NUMBERED.sub(r"第\1\2", text)
    text = _NEWS.sub("", re.sub(r"(?<!\s)\s*+[～~〜].*$", "", text) or text)
    text = _YEARS.sub("", text) or text
    text = _LEAD.sub("", text)
    text = _BOXED.sub(r" \1", text)
    while (shorter := _TAIL.sub("", text)) != text and _TITLE.search(shorter):
        text = shorter.rstrip()
    if text.count("（") + text.count("(") > text.count("）") + text.count(")"):
        text = re.sub(r"(?<!\s)\s*+[（(][^）)]*+$", "", text)
    return re.sub(r"[\s　]{2,}", " ", text).strip(" 「」『』-–|")


def _once(text: str) -> str:
    """Return once what a page prints twice: Strategic Plan Strategic Plan."""
    half = len(text) // 2
    return text[:half] if half and text == f"{text[:half]} {text[:half]}" else text


def _undated(text: str) -> str:
    return re.sub(r"[\s\d\-–—~～FY]+$", "", _YEARS_FIRST.sub("", text))


def _value(text: str) -> float:
    value = 2.0 if _STRONG.search(text) else 0.0
    value += (
        1.0 if re.search(r"[市町村区県]|\b(?:City|Town|County|Borough|Village) ", text) else 0.0
    )
    value += 0.5 if _ENDS.search(text) else 0.0
    return value - (2.5 if _BARE.fullmatch(_undated(text)) else 0.0)


#: A plan by its sort, and a government on a line of its own above it.
_SORT = re.compile(r"(?:[A-Z][\w&-]+ ){1,3}(?:Plan|Strategy|Program(?:me)?)(?: at a glance)?", re.I)
_GOVERNMENT = re.compile(
    r"(?:city|town|village|county|township|borough|shire|district|municipality) of [\w’' -]+"
    r"|[\w’', -]+ (?:council|county|shire|district|borough)",
    re.I,
)


def _of_government(units: list[Unit], place: int, text: str) -> str:
    """Return the government above the sort of a plan: TOWN OF ALDER / Strategic Plan 2026-2030."""
    line = units[place - 1].text.strip() if place else ""
    known = line.isascii() and _SORT.fullmatch(_undated(text)) and _GOVERNMENT.fullmatch(line)
    return line if known and _GOVERNMENT.match(text) is None else ""


def _above(units: list[Unit], place: int) -> str:
    """Return the lines of a cover that stand above a bare 総合計画 or Strategic Plan."""
    lines: list[str] = []
    latin = narrow(units[place].text).isascii()
    for unit in reversed(units[max(0, place - 2) : place]):
        text = unit.text.strip()
        if unit.prose or unit.use or len(text) > 30 or re.search(r"\d{4}\s*年", text):
            break
        if unit.contents or unit.code or CONTENTS.search(text):
            break
        if narrow(text).isascii() != latin or _BARE.fullmatch(text):
            break
        lines.insert(0, text)
    return (" " if latin else "").join(lines)
