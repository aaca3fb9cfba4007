"""Lines that bear the name of a plan: what is printed beside it there, and is none of it."""

from __future__ import annotations

import re

from plangraph.reading.numbering import ordinals

WORD = (
    r"(?:総合(?:振興|発展)?計画|長期(?:総合)?計画|基本構想|基本計画|まちづくり計画|振興計画"
    r"|総合ビジョン|総合戦略|計画書?|ビジョン|プラン|(?:推進|経営|運営|整備|振興)方針|(?:推進|経営|成長|振興)戦略|大綱"
    r"|健康[^\s、。]{1,8}21"
    r"|(?:Strategic|Comprehensive|Master|Council|Corporate|Community|General|Action|Business)"
    r" (?:\w+ )?Plan\b)"
)
#: Years behind the name of a plan in English: 2023-2028, 2022/23 to 2025/26, FY24–FY28.
SPAN = r"(?:FY ?)?(?:20)?\d\d(?:/\d\d)?\s?(?:[-–—]|to|through)\s?(?:FY ?)?\d{2,4}(?:/\d\d)?(?!\d)"
_DATED = rf"(?:{SPAN}|20\d\d)"
#: A name in English, in a heading or a sentence: Alder Bay Climate Action Plan 2023-2028.
NAME = re.compile(
    r"\b(?!(?:The|This|Our|Your|Page|A|An) )(?:\d{1,2}-(?=[A-Z]))?"
    r"(?:[A-Z][\w'’&-]+ (?:(?:of|and|for|&) )?){1,7}"
    rf"(?:Plan|Strategy|PLAN|STRATEGY)(?: {_DATED})?(?![\w-])"
    rf"|^(?:Our|The|A) Plan for (?:[A-Z][\w'’&-]+ ?){{1,4}}(?:{_DATED})?$"
)
#: A policy paper of a place, by its first line: 沢渡町公共施設再編方針.
_POLICY = (
    rf"^(?:{ordinals.PATTERN})?[一-龥ァ-ヶー]{{1,7}}[市町村区]"
    r"[^\s、。]{2,16}(?:方針|指針|プログラム|戦略)$"
)
TITLE = re.compile(rf"(?i:{WORD})|{NAME.pattern}|{_POLICY}")
BARE = re.compile(rf"(?:(?:The|Our|This|A) )?{WORD}(?:\s*[（(]?(?:素案|案|原案)[)）]?)?", re.I)
_ENDS = re.compile(
    r"(?:計画|戦略|ビジョン|構想|プラン|大綱|plan|strategy)(?:\s*[\d\-–—~〜]+)?$", re.I
)
#: A municipality by the form of its name: 花森市, 茜が丘市.
PLACE = (
    r"(?!都市|地区|市[町街区内民]|[各全本当][市町村区])"
    r"(?:[一-龥々]{1,3}[がのヶケ][一-龥々]{1,2}|[一-龥ァ-ヶー々]{1,7})[市町村区]"
)
#: … where nothing stands before it, so that kana are no words of a sentence.
_OPENING = rf"(?:{PLACE}|[ぁ-ん]{{2,6}}[市町村区])"
#: What the name of a plan in full begins with: its number, its place or both.
FULL = re.compile(rf"{ordinals.PATTERN}\s?(?:{_OPENING})?|{_OPENING}\s?(?:{ordinals.PATTERN})?")
_PLAN = r"(?:計画|プラン|ビジョン|戦略|構想|大綱|指針|方針)"
#: A government by the form of its name.
GOVERNMENT = re.compile(
    r"(?:city|town|village|county|township|borough|shire|district|municipality) of [\w’' -]+"
    r"|(?!(?:your|our|the) )[\w’', -]+ (?:council|county|shire|district|borough|township)",
    re.I,
)
_NEWS = re.compile(
    r"(?<!\s)\s*+(?:(?:への|に対する|に関する)(?:ご?意見|パブリック)|(?:の(?:策定|改[定訂]|公表))?について|を(?:策定|改[定訂]|公表)し(?:ました|た|ます|ています)"
    r"|がスタート|スタート$|が(?:始|はじ)ま|が?でき(?:ま|あ|上)|が(?:決|議決)|を(?:新たに)?策定$|の(?:概要|あらまし|策定|議決|ページ)$|をお知らせ|をご覧"
    r"|(?<=計画|ラン|ョン|戦略|構想|大綱|指針|方針)[がを][^、。計画]{1,10}ました).*$"
)
_YEARS = re.compile(
    r"(?<!\s)(?:\s*+[（(]\s*+|\s++)(?:令和|平成|昭和|(?:19|20)\d\d\s*[（(年～~〜－]).*$"
)
#: Years before the name of a plan in English: 2026-2030 Strategic Plan.
YEARS_FIRST = re.compile(rf"^{SPAN} (?=[A-Z])")
_STATE = (
    r"(?:素案|案|原案|骨子案|たたき台|中間案"
    r"|概要版?|ダイジェスト版|本\s*編|本文|資料編|抜粋|第\d+版)"
)
#: What a page's head prints behind the name of the plan: its part, its version, a page.
_TAIL = re.compile(
    r"(?:(?<!\s)\s++(?:目\s*次|(?:計画|施策|取組)?の?体系(?:図|表)?|取組体系一覧|施策一覧"
    rf"|概\s*要(?:版)?|{_STATE}"
    r"|第\s?[\d０-９一二三四五六七八九十]+\s?[章部編節号].*|[\d０-９]{1,3}|[Vv]er\.?\s?[\d.]+"
    r"|[PpＰ]\.?\s?\d{1,3}|[-－―–‐]\s*\d{1,3}\s*[-－―–‐]|[/／]"
    r"|(?<=[^\x00-\x7f][\s　])(?:19|20)\d\d\s?[-–—～〜~]\s?(?:19|20)?\d\d.*"
    r"|\S*公式(?:サイト|ホームページ).*"
    r"|[（(【]?(?:概要版|ダイジェスト版)[）)】]?[\s　].*"
    r"|[A-Z]{1,4}-\d{1,3}|\d{1,2}\. [A-Z][\w ,&-]*)"  # LU-17, 4. Strategies
    r"|(?<!\s)\s*+\d{0,6}\s?(?:…|\.{3})[.…]*"  # what a site cuts off
    rf"|(?<!\s)\s*+[（(【\[［〔＜<〈](?:{_STATE}|[^（(）)】\]］〕＞>〉]*を含む)[)）】\]］〕＞>〉]"
    r"|(?<=計画|ラン|ョン|戦略|大綱|構想|指針|方針)(?:素案|案|原案|骨子案|概要版|ダイジェスト版|本編|資料編)"
    r"|(?<=計画|ラン|ョン|戦略|大綱)\s*[「『][^「」『』]*[」』])$"
)
_BOXED = re.compile(
    r"(?<!\s)\s*+[【\[［〔＜〈]((?:前期|中期|後期)?基本(?:計画|構想)|実施計画)[】\]］〕＞〉]$"
)
_PAGED = re.compile(
    r"^\d{1,3}\s*[|｜]\s*|^[-－―–‐]\s*\d{1,3}\s*[-－―–‐][\s　]*|(?:(?<!\s)\s++)?[|｜]\s*\S{1,8}$"
    r"|(?<!\s)\s++(?:(?:[-–—] )?Page \d+|[-–—] \d{1,3}|www\.\S+)$|^Page \d+(?: of \d+)?(?:\s+|: )"
    r"|(?<=\S)\s[·•]\s.*$"
)
_LEAD = re.compile(
    r"^(?:特集[\s　:：]+|(?:本?[市町村区]の)?(?:新たな|新しい)|(?:SUBJECT|Subject|RE|Re):\s+)"
)
#: What calls upon readers before the name of a plan in full, set off or in words that lead to it:
#: 教えて！第5次花森市総合計画, 指針となる花森市総合計画. A name may begin in kana (あかね野市).
_SO_NAMED = rf"\S{{0,30}}{_PLAN}"
_CALL = re.compile(
    rf"^[^計]{{0,60}}[！!？?】』」》〉～~：:\s]"
    rf"(?=(?:{ordinals.PATTERN}|[ぁ-ん]{{0,6}}(?:{PLACE}|[市町村区])){_SO_NAMED})"
    rf"|^(?=[ぁ-ん]*[^ぁ-ん]\S*?[ぁ-ん]|[ぁ-ん]{{5}})"
    rf"(?:(?!{PLACE})[^計]){{0,60}}?[ぁ-ん](?={PLACE}{_SO_NAMED})"
    rf"|^(?:(?!{PLACE})[^計]){{0,60}}?[ぁ-ん](?={ordinals.PATTERN}{_SO_NAMED})"
)
_APART = re.compile(r"(?<!\S)(?:\S[ 　]){3,}\S(?![^\s（(【\[［〔＜<〈])")
#: … whose letters stand apart: 第 5 次.
_NUMBERED = re.compile(rf"第\s*({ordinals.NUMBER})\s*([次期])")
#: A page or a mark before the name: 12　花森市環境基本計画, ● 花森市環境基本計画.
_BEFORE = re.compile(rf"^(?:\d{{1,3}}[\s　]+|[●○■□◆◇▼▲★☆◎][\s　]*)(?={FULL.pattern})")
#: A chapter that a page's head prints before it: 第3章　施策の展開　花森市環境基本計画.
_CHAPTER = re.compile(
    rf"^第\s?{ordinals.NUMBER}\s?[章部編節](?:[\s　|｜/／]+\S+)?[\s　|｜/／]+"
    rf"(?={FULL.pattern}\S*{_PLAN})"
)
_NUMBER = re.compile(r"^\d{1,3} (?=[A-Z])")
#: What parts the head of a page, or the title of a page of a site.
_BAR = re.compile(
    r"[\s　]*[|｜][\s　]*|[\s　]+[/／·•][\s　]+"
    r"|(?<=[a-z\d]) [-–—] (?=[A-Z])(?!FY)|\t|(?<=[A-Za-z\d])\s{3,}"
)
#: A sentence, or what is to be done, in English: Prepare a Housing Strategy.
_CLAUSE = re.compile(
    r"^\W*(?:[a-z\d]{1,2}[.)]\s+)?"
    r"(?!\w+ing |(?:The|Our|Your|One|For|In|On|To|All|With|Across|From|Toward) )"
    r"[A-Z][a-z]+ (?:an?|the|our|its|this|all|your|their|new) "
    r"|\b(?:is|are|was|were|will|we|it|has|have|builds|sets|our plan to"
    r"|(?i:adopts|approves|launches|seeks))\b"
    r"|\w{2}[.!?]$|\(PDF|^Download\b"
    r"|^[•●▪*·-]|\b(?:Skip to|Menu|Search|WebLink)\b"
)
_JAPANESE = re.compile("[\u3040-\u9fff]")


def is_clause(text: str) -> bool:
    """Tell a line in English that speaks of a plan, and is not its name."""
    return is_latin(text) and _CLAUSE.search(text) is not None


def named(text: str) -> str:
    """Return the name of a plan on a line that holds more: a page, a chapter, a site."""
    text = _closed(text.strip())
    pieces = [
        one for one in _BAR.split(text) if one and not re.fullmatch(r"(?:Page )?\d{1,3}", one)
    ]
    if len(pieces) == 1:
        text = pieces[0]
    elif is_latin(text):
        text = _governed(pieces) or text
    elif pieces:
        bearing = [one for one in pieces if TITLE.search(one)]
        full = [one for one in bearing if FULL.match(one)]
        chosen = full if len(pieces) > 2 else full or bearing
        text = chosen[0] if len(chosen) == 1 else text
    if is_latin(text) and is_ended(text):
        text = _NUMBER.sub("", text)
    return _PAGED.sub("", _BEFORE.sub("", _CHAPTER.sub("", text)))


def _governed(pieces: list[str]) -> str:
    """Return the plan that one piece of a line is, with its government where that is another."""
    plans = [one for one in pieces if is_ended(one)]
    governments = [one for one in pieces if GOVERNMENT.fullmatch(one)]
    if len(plans) != 1:
        return ""
    return " ".join(dict.fromkeys((*governments[:1], plans[0])))


def clean(text: str) -> str:
    """Cut from a title what only stands beside it: period, news, a part of the page's head."""
    text = _closed(text.strip())
    text = _NUMBERED.sub(r"第\1\2", text)
    text = _NEWS.sub("", re.sub(r"(?<!\s)\s*+[～~〜].*$", "", text) or text)
    text = _YEARS.sub("", text) or text
    text = _LEAD.sub("", text)
    text = text if FULL.match(text) else _CALL.sub("", text)
    while (shorter := _TAIL.sub("", _BOXED.sub(r" \1", text))) != text and TITLE.search(shorter):
        text = shorter.rstrip()
    if text.count("（") + text.count("(") > text.count("）") + text.count(")"):
        text = re.sub(r"(?<!\s)\s*+[（(][^）)]*+$", "", text)
    return re.sub(r"[\s　]{2,}", " ", text).strip(" 「」『』-–|")


def _closed(text: str) -> str:
    """Write letters that stand apart as one word: 総 合 計 画（案）."""
    return _APART.sub(lambda found: re.sub(r"\s", "", found[0]), text)


def undated(text: str) -> str:
    """Return a title without its years."""
    return re.sub(r"(?:\bFY|\b(?:to|through)\b|[\s\d/\-–—~～,])+$", "", YEARS_FIRST.sub("", text))


def is_ended(text: str) -> bool:
    """Tell a line that ends with what plans are called, its years aside."""
    return _ENDS.search(undated(text)) is not None or _ENDS.search(text) is not None


def is_latin(text: str) -> bool:
    """Tell a line without a letter of Japanese."""
    return text.isascii() or _JAPANESE.search(text) is None
