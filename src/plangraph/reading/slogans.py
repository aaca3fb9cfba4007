"""Visions and philosophies (将来像・基本理念): sentences that stand alone, without a code."""

from __future__ import annotations

import re

from plangraph.reading import lexicon
from plangraph.reading.codes import narrow
from plangraph.reading.headings import _NO_TITLE, plain
from plangraph.reading.rows import Unit

_QUOTED = re.compile(r"[「『]([^「」『』]{6,50})[」』]")
_SETS = re.compile(
    r"(?:将来(?:都市)?像|都市像|理念|まちの姿|テーマ|スローガン|キャッチフレーズ).{0,12}[「『]"
    r"|[」』]\s*(?:を"
    r"|と)(?:.{0,12})(?:将来|理念|掲げ|定め|目指|めざ|設定|します|し、)"
)
#: How many logical lines after the heading are looked through.
REACH = 8


def find(units: list[Unit], start: int, stop: int) -> tuple[int, int, str] | None:
    """Find the slogan of a section: first and last unit, and the title; or None."""
    stop = min(stop, start + REACH, len(units))
    for place in range(start, stop):
        unit = units[place]
        if unit.use or unit.contents:
            continue
        if unit.code or (unit.mark and unit.mark in "・-※*"):
            return None
        text = unit.rest or unit.text
        if text.isascii() and len(text.split()) > 3:
            return (place, place, text) if len(text.split()) <= 60 else None
        if _is_slogan(text, unit):
            end, title = place, text
            while end + 1 < stop and _continues(units, end, title):
                end += 1
                title = f"{title} {units[end].text.strip()}"
            return place, end, title
        if not unit.prose and lexicon.role_of(plain(text)):
            return None
    for place in range(start, stop):
        if units[place].prose and (told := quoted(units[place].text)):
            return place, place, told
    return None


def quoted(text: str) -> str | None:
    """Return the slogan that a sentence sets in quotes: 将来像を「…」とします."""
    if beside := _TOLD.search(text):
        named = beside["a"] or beside["b"]
        if lexicon.SLOGAN.search(named) or "～" in named or "~" in named:
            return named
    if not _SETS.search(text):
        return None
    found = _QUOTED.search(text)
    if found and lexicon.SLOGAN.search(found[1]) and "計画" not in found[1]:
        return found[1]
    return None


def named(body: str) -> str | None:
    """Return the slogan in the text right after 基本理念 or 将来像: quoted, or the text itself."""
    if title := quoted(body):
        return title
    names = [name for name in _QUOTED.findall(body) if lexicon.SLOGAN.search(name)]
    if "。" not in body.rstrip("。"):
        return names[0] if len(names) == 1 and len(body) > 60 else body
    return names[0] if len(names) == 1 else None


#: What a plan says of the plan before it.
_BEFORE = re.compile(r"前計画|旧計画|これまでの計画")
_ORDINAL = re.compile(r"第\s?([\d一二三四五六七八九十]+)\s?次")
_ROLE = (
    r"(?:将来(?:都市)?像|都市像|環境像|基本(?:的な)?理念|将来目標|将来の姿|まちの姿"
    r"|(?:目指す|めざす)(?:べき)?\S{0,4}(?:像|姿))"
)
_TOLD = re.compile(
    rf"(?P<role>{_ROLE})\s?(?:は|である|として(?:きた)?|を|とする)?[、，,]?\s?"
    r"[「『](?P<a>[^「」『』]{8,60})[」』]"
    r"|[「『](?P<b>[^「」『』]{8,60})[」』]\s?を\s?(?:\S{0,10}の|\S{0,4}べき)?"
    rf"(?P<role2>{_ROLE})(?:と|に|として)"
)
#: Several quoted names that a sentence calls the goals, views … of the plan.
_LISTED = re.compile(
    r"(?P<names>(?:[「『][^「」『』]{4,50}[」』](?:[、，,や・]|と|及び|または)*){2,})"
    r"(?:など|という|の)*(?:\d|[一二三四五六七八九])?つ?の?を?(?P<role>基本目標|目標|基本理念|理念|視点|柱)"
)
_TILDES = re.compile(r"[〜～~]\s*([^〜～~]{8,40}?)\s*[〜～~]\s*$")
_QUOTE = re.compile("[「『]")
_NAMES = re.compile(r"[「『]([^「」『』]{4,50})[」』]")


def _ordinals(text: str) -> int:
    """Return the highest ordinal of a plan in a text (第6次 → 6), 0 where there is none."""
    digits = "一二三四五六七八九十"
    found = [
        int(narrow(number)) if narrow(number).isdigit() else digits.find(number[-1]) + 1
        for number in _ORDINAL.findall(text)
    ]
    return max(found, default=0)


def _older(sentence: str, newest: int) -> bool:
    """Tell a sentence that speaks of an earlier plan than the document does."""
    return 0 < _ordinals(sentence) < newest


def _decorated(units: list[Unit]) -> list[tuple[int, str, str]]:
    """A slogan between tildes near the beginning: 基本構想 〜…のまち〜."""
    for place, unit in enumerate(units[:60]):
        match = None if unit.prose or unit.code or unit.use else _TILDES.search(unit.text)
        if match and lexicon.PLACE.search(re.sub(r"\s+\S{2,6}$", "", match[1])):
            return [(place, "将来像", match[1])]
    return []


def told(units: list[Unit]) -> list[tuple[int, str, str]]:
    """Find visions and philosophies that sentences state: place, role word and title."""
    found = _decorated(units)
    newest = max((_ordinals(unit.text) for unit in units if "次" in unit.text), default=0)
    for place, unit in enumerate(units):
        if not unit.prose or unit.use or not _QUOTE.search(unit.text):
            continue
        for named in _LISTED.finditer(unit.text):
            found += [(place, named["role"], name) for name in _NAMES.findall(named["names"])]
        for match in _TOLD.finditer(unit.text):
            stop = unit.text.find("。", match.end())
            start = unit.text.rfind("。", 0, match.start()) + 1
            if _BEFORE.search(unit.text[start : stop if stop >= 0 else len(unit.text)]):
                continue
            nearest = _ORDINAL.findall(unit.text[start : match.start()])[-1:]
            whole = f"第{nearest[0]}次" if nearest else unit.text[start : max(stop, match.end())]
            if _older(whole, newest):
                continue
            title = match["a"] or match["b"]
            if lexicon.SLOGAN.search(title) and not re.search("計画|構想$", title):
                found.append((place, match["role"] or match["role2"], title))
    return found


def _is_slogan(text: str, unit: Unit) -> bool:
    name = plain(text)
    if re.fullmatch(r"\s*[「『][^「」『』]{5,60}[」』]\s*", text) and lexicon.SLOGAN.search(text):
        return not lexicon.PLACEHOLDER.search(narrow(text))
    if (unit.prose and "。" in text.rstrip("。 」』")) or not 5 <= len(name) <= 60:
        return False
    if name.endswith(
        ("より", "意見", "について", "とは", "予定", "など", "構想", "計画", "前文", "。")
    ):
        return False
    if lexicon.PLACEHOLDER.search(narrow(text)) or _NO_TITLE.search(narrow(text)):
        return False
    if lexicon.META_TITLES.match(name) or lexicon.role_of(name):
        return False
    if text.startswith(("（", "(")):
        return False
    if re.fullmatch(r"\s*[「『].*[」』]\s*", text):
        return True
    if re.search(r"[をが、]$|^[^ 　]*[のはに]$", text.strip()):
        return False
    return bool(lexicon.SLOGAN.search(name))


def _continues(units: list[Unit], end: int, title: str) -> bool:
    following = units[end + 1]
    after = units[end + 2] if end + 2 < len(units) else None
    if following.use or following.code or following.mark or following.prose:
        return False
    name = plain(following.text)
    if following.gap > 0 or lexicon.role_of(name) or len(name) > 26:
        return False
    if re.search(r"[」』]$", title):
        return False
    return bool(after is None or after.prose or after.gap > 0 or after.code) and not re.search(
        r"[（(]", following.text
    )


#: What introduces a section, and names nothing in it.
_INTRODUCES = re.compile(r"プロジェクト|計画|次の|以下|ここでは")


def alone(units: list[Unit], start: int, stop: int) -> list[int]:
    """Return the places of short sentences, each a paragraph, one below the other."""
    found: list[int] = []
    for place in range(start, min(stop, len(units))):
        unit = units[place]
        text = unit.text.strip()
        short = unit.first == unit.last and len(text) <= 40 and text.find("。") == len(text) - 1
        short = short and not _INTRODUCES.search(text)
        if short and unit.gap and not (unit.code or unit.mark or unit.use or unit.contents):
            found.append(place)
        elif len(found) > 1:
            break
        else:
            found = []
    return found if len(found) > 1 else []


def clean(title: str) -> str:
    """Take decoration and enclosing quotes off a slogan."""
    title = re.sub(r"^[\s～~〜<＜【■◆●・*\-–—―ー]+|[\s～~〜>＞】■◆*\-–—―]+$", "", title)
    for opening, closing in ("「」", "『』", "“”", '""'):
        if title.startswith(opening) and title.endswith(closing) and opening not in title[1:]:
            title = title[1:-1]
    return title.strip().rstrip("。")
