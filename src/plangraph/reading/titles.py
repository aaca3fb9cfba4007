"""The title of a plan: what a cover, a heading, a breadcrumb or a sentence calls it."""

from __future__ import annotations

import re

from plangraph.fiscal import fold
from plangraph.reading.codes import narrow
from plangraph.reading.rows import Unit

_WORD = (
    r"(?:総合(?:振興)?計画|長期(?:総合)?計画|基本構想|基本計画|まちづくり計画|振興計画"
    r"|総合ビジョン|総合戦略|計画書?|ビジョン|プラン"
    r"|(?:Strategic|Comprehensive|Master|Council|Corporate|Community|General|Action|Business)"
    r" (?:\w+ )?Plan)"
)
_TITLE = re.compile(_WORD, re.I)
_NOT_TITLE = re.compile(
    r"。|とは|策定(?:の|に)|^(?:この|本)計画|^\d|目次|\.{3}|ページ|^\W*見方|見方$|目標値|現状値|基準値|\|.*\|"
)
#: What a line says of the plan, and is not its name.
_ABOUT = re.compile(
    r"(?:の|と|における)(?:構成|期間|位置[付づ]け|趣旨|目的|役割|性格|対象|区域|範囲|関係|体系.?|推進|概要|策定|内容|(?:基本)?目標|考え方"
    r"|見直し|改定|評価|進捗.*)$|(?:では|は|が|を|に)[、「]|[」』]\S*は|目指すもの|^第\S{1,3}[章節編部]"
    r"|^\S{0,5}(?:体系|目標|分野|施策)別|[【\[].*[】\]]$|\d{2}次 第|の$"
)
#: A name within a sentence: 第2次朝日町総合計画, 朝日町では、第2次総合計画.
_WITHIN = re.compile(
    r"(?:第\s?[\d一二三四五六七八九十]{1,2}\s?[次期])?(?:[一-龥ァ-ヶー]{1,7}?[市町村区])?"
    r"(?:第\s?[\d一二三四五六七八九十]{1,2}\s?[次期])?[一-龥ァ-ヶー・]{0,14}?"
    r"(?:総合(?:振興|発展)?計画|長期計画|総合戦略|(?<![本計この])計画|マスタープラン|プラン|ビジョン)"
)
_BARE = re.compile(rf"{_WORD}(?:\s*[（(]?(?:素案|案|原案)[)）]?)?", re.I)
_ENDS = re.compile(r"(?:計画|戦略|ビジョン|構想|プラン|plan)(?:\s*[\d\-–—~〜]+)?$", re.I)
_STRONG = re.compile(
    r"第\s?[\d０-９一二三四五六七八九十]+\s?[次期]|総合計画|総合振興計画|長期計画|Strategic"
    r"|Council Plan",
    re.I,
)
_NEWS = re.compile(
    r"\s*(?:(?:の(?:策定|改定|公表))?について|を策定し(?:ました|た)|を改定しました|がスタート|が始ま|ができ|の概要|のあらまし"
    r"|をお知らせ|をご覧).*$"
)
_YEARS = re.compile(
    r"(?:[\s　]*[（(]\s*|[\s　]+)(?:令和|平成|昭和|(?:19|20)\d\d\s*[（(年～~〜]).*$"
)
_QUOTED = re.compile(r"[「『]([^「」『』]{4,40}?(?:計画|ビジョン|構想|戦略|プラン))[」』]")
#: What is said of the plan itself: 「…計画」(以下「本計画」という。)を策定しました.
_MADE = re.compile(r"(?:[（(][^（()）]{2,30}[)）])?を(?:新たに)?(?:策定|作成|取りまとめ)")
#: So many logical lines may be the cover; so many are looked through for a quoted title.
COVER, REACH = 60, 200


def find(units: list[Unit]) -> str | None:
    """Return the title of the plan: the best of all candidates, or None."""
    found: dict[str, tuple[float, str]] = {}

    def add(text: str, value: float) -> None:
        text = clean(text)
        if 4 <= len(text) <= 60 and _TITLE.search(text):
            value += _value(text)
            key = fold(text).casefold()
            if key not in found or value > found[key][0]:
                found[key] = (value, text)

    for place, unit in enumerate(units[:COVER]):
        text = re.split(r"\s[>＞›»]\s", unit.text.strip())[-1]
        text = re.sub(r"^\d{1,3}\s*[|｜]\s*|\s*[|｜]\s*\S{1,8}$|\s+Page \d+$", "", text)
        folded = narrow(clean(text))
        if _NOT_TITLE.search(folded) or (unit.prose and place > 2) or unit.contents:
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
            add(above + (" " if text.isascii() else "") + text, value + 1.5)
    for unit in units[:REACH]:
        for match in _QUOTED.finditer(unit.text):
            made = _MADE.match(unit.text, match.end())
            add(match[1], 2.5 if made else 1.0)
        for match in _WITHIN.finditer(unit.text) if unit.prose else ():
            if re.search(r"[次期]|[市町村区].", match[0]):
                add(match[0], 0.2)
    if not found:
        return None
    texts = [fold(unit.text).casefold() for unit in units[:400]]
    for key, (value, text) in found.items():
        seen = sum(key in other for other in texts)
        found[key] = value + 0.3 * min(seen, 4), text
    return max(found.values(), key=lambda one: one[0])[1]


def clean(text: str) -> str:
    """Cut from a title what only stands beside it: period, news, a bracket left open."""
    text = _NEWS.sub("", re.sub(r"\s*[～~〜].*$", "", text.strip()) or text.strip())
    text = _YEARS.sub("", text) or text
    if text.count("（") + text.count("(") > text.count("）") + text.count(")"):
        text = re.sub(r"\s*[（(][^）)]*$", "", text)
    return text.strip(" 　「」『』-–|")


def _undated(text: str) -> str:
    return re.sub(r"[\s\d\-–—~～FY]+$", "", text)


def _value(text: str) -> float:
    value = 2.0 if _STRONG.search(text) else 0.0
    value += (
        1.0 if re.search(r"[市町村区県]|\b(?:City|Town|County|Borough|Village) ", text) else 0.0
    )
    value += 0.5 if _ENDS.search(text) else 0.0
    return value - (2.5 if _BARE.fullmatch(_undated(text)) else 0.0)


def _above(units: list[Unit], place: int) -> str:
    """Return the lines of a cover that stand above a bare 総合計画 or Strategic Plan."""
    lines: list[str] = []
    for unit in reversed(units[max(0, place - 2) : place]):
        text = unit.text.strip()
        if unit.prose or unit.use or len(text) > 30 or re.search(r"\d{4}\s*年", text):
            break
        if text.isascii() != units[place].text.isascii() or _BARE.fullmatch(text):
            break
        lines.insert(0, text)
    return (" " if units[place].text.isascii() else "").join(lines)
