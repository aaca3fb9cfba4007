"""Visions and philosophies (将来像・基本理念): sentences that stand alone, without a code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangraph.reading.numbering import ordinals
from plangraph.reading.outline import enumerated, mottos, verses
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

_QUOTED = re.compile(r"[「『]([^「」『』]{6,50})[」』]")
_SETS = re.compile(
    r"(?:将来(?:都市)?像|都市像|理念|まちの姿|テーマ|スローガン|キャッチフレーズ).{0,12}[「『]"
    r"|[」』]\s*(?:を"
    r"|と)(?:.{0,12})(?:将来|理念|掲げ|定め|目指|めざ|設定|します|し、)"
)
#: Where a page of a site stands: トップページ > 基本構想.
_CRUMBS = re.compile(r"^[^。]{2,30}\s[>＞›»]\s[^。]{2,40}$")
_QUOTES = re.compile("[“”‘’–—]")
#: How many logical lines after the heading are looked through.
REACH = 8


def find(units: list[Unit], start: int, stop: int) -> tuple[int, int, str] | None:
    """Find the slogan of a section: first and last unit, and the title; or None."""
    stop = min(stop, start + REACH, len(units))
    alone = _quoted_alone(units, start, stop)
    if alone is not None:
        return alone, alone, units[alone].text.strip()
    for place in range(start, stop):
        unit = units[place]
        if unit.use or unit.contents:
            continue
        if _CRUMBS.search(unit.text):
            break
        if unit.code or (unit.mark and unit.mark in "・-※*"):
            return None
        text = unit.rest or unit.text
        if unit.prose and (name := _said(text)):
            return place, place, name
        if place == start and (_is_vow(units, place) or mottos.is_sole(units, place, stop)):
            return place, place, text.rstrip("。")
        if _QUOTES.sub("", text).isascii() and len(text.split()) > 3:
            return (place, place, text) if len(text.split()) <= 60 else None
        if _is_slogan(text, unit):
            end, title = place, text
            while end + 1 < stop and verses.continues(units, end, title):
                end += 1
                title = f"{title} {units[end].text.strip()}"
            if place > start and verses.leads(units, place):
                return place - 1, end, units[place - 1].text.strip() + title
            if place > start and verses.is_second(units, place, start, stop):
                return place - 1, end, f"{units[place - 1].text.strip()} {title}"
            return place, end, title
    for place in range(start, stop):
        text = units[place].text
        told = quoted(text) or (named(text) if text[0] in "「『" and len(text) <= 80 else None)
        if units[place].prose and told:
            return place, place, told
    return None


def _said(text: str) -> str:
    """Return the only name that a sentence gives a vision or a philosophy; or nothing."""
    beside = _TOLD.search(text)
    if beside is None or _AMONG.match(text, beside.end()):
        return ""
    name = _title_in(beside)
    return name if lexicon.SLOGAN.search(name) and not _NO_SLOGAN.search(name) else ""


def _quoted_alone(units: list[Unit], start: int, stop: int) -> int | None:
    """Return the place of the only short line in quotes below lines without: … 『…のまち』."""
    for place in range(start, stop):
        unit = units[place]
        if unit.code or unit.mark or unit.use or unit.contents or unit.prose:
            return None
        if verses.ALONE.fullmatch(unit.text) and lexicon.SLOGAN.search(unit.text):
            return place if place > start else None
    return None


def quoted(text: str) -> str | None:
    """Return the slogan that a sentence sets in quotes: 将来像を「…」とします."""
    if beside := _TOLD.search(text):
        named = _title_in(beside)
        if lexicon.SLOGAN.search(named) or "～" in named or "~" in named:
            return named
    if not _SETS.search(text):
        return None
    names = (name for name in _QUOTED.findall(text) if not _NO_SLOGAN.search(name))
    name = next(names, "")
    return name if lexicon.SLOGAN.search(name) else None


def named(body: str) -> str | None:
    """Return the slogan in the text right after 基本理念 or 将来像: quoted, or the text itself."""
    if title := quoted(body):
        return title
    names = [name for name in _QUOTED.findall(body) if lexicon.SLOGAN.search(name)]
    if "。" not in body.rstrip("。"):
        return names[0] if len(names) == 1 and len(body) > 60 else body
    return names[0] if len(names) == 1 else None


#: What a plan says of what was done up to now.
_DONE = re.compile(r"[^。]*て(?:きました|まいりました|きた)")
_ROLE = (
    r"(?:将来(?:都市)?像|都市像|環境像|基本(?:的な)?理念|将来目標|将来の姿|まちの姿|将来ビジョン"
    r"|まちづくりのテーマ|キャッチフレーズ|スローガン"
    r"|(?:目指す|めざす)(?:べき)?\S{0,4}(?:像|姿))"
)
_ROLES = re.compile(_ROLE)
_GAP = r"(?:(?!目標|方針|施策|計画|戦略|プロジェクト|理念|像|[「」『』。]).)"
_NEAR = r"(?:(?!目標|方針|施策|計画|戦略|プロジェクト|理念|像|[「」『』。、，,]).)"


def _quote(name: str, least: int) -> str:
    """Return a pattern for what stands in quotes; others of another form may stand within."""
    most = f"{{{least},60}}"
    return rf"(?:「(?P<{name}1>[^「」]{most})」|『(?P<{name}2>[^『』]{most})』)"


_TOLD = re.compile(
    rf"(?P<role>{_ROLE}){_GAP}{{0,12}}{_quote('a', 5)}"
    rf"|{_quote('b', 5)}\s*(?:を|が|という|は)\s*{_NEAR}{{0,10}}(?:計画の)?"
    rf"(?P<role2>{_ROLE}|基本目標)(?:と|に|として|です|であ|の(?:実現|達成))"
    rf"|(?P<role3>基本構想)(?:で掲げ(?:た|る))?{_quote('c', 8)}(?:を掲げ|に向け|の実現)"
)


#: A sentence that names the vision in brackets: 町の将来像(…の郷)を基に.
_BRACKETED = re.compile(
    rf"(?P<role>{_ROLE})\s*[（(]\s*(?P<name>[^（）()「」。]{{8,60}}?)\s*[)）]\s*[をにの]"
)


def _named_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the names in quotes or brackets that stand beside a role word."""
    if "「" in text or "『" in text:
        yield from _TOLD.finditer(text)
    if "(" in text or "（" in text:
        yield from _BRACKETED.finditer(text)


_SAID = ("role", "role2", "role3")
_NAMED = ("a1", "a2", "b1", "b2", "c1", "c2")


def _title_in(match: re.Match[str]) -> str:
    """Return what a match of ``_TOLD`` has between quotes."""
    return next(match[name] for name in _NAMED if match[name])


#: One of several that a sentence names: 理念は「…」「…」の二つ.
_AMONG = re.compile(r"\s*+(?:[、，,・と]\s*+)?[「『]")
#: A line that names its role itself: 【まちの将来像】「…」, 10年後の将来像：….
_BESIDE = re.compile(
    rf"^\W*\S{{0,8}}?(?P<role>{_ROLE})[】>＞\])）]*\s*"
    rf"(?:[:：]?\s*{_quote('a', 5)}|(?:[:：]\s*|[　\s]{{1,3}})(?P<text>[^「『。]{{6,60}}))\s*$"
)
#: A quoted name that a sentence only aims at: 「…のまち」の実現を目指し.
_AIMED = re.compile(
    r"[「『](?P<name>[^「」『』]{9,40})[」』]\s*(?:の\s?実\s?現\s*)?(?:を|に|へ|に向け)?\s*"
    r"(?:目\s?指|めざ|向け)"
)
#: The name of the place after what it will be: 潤いのあるふるさと“みずほ”.
_NAME_LAST = re.compile(r"\s*[“\"][^”\"]{2,8}[”\"]$")
_TILDES = re.compile(r"[〜～~]\s*([^〜～~]{8,40}?)\s*[〜～~]\s*$")
#: What is quoted, but is the name of a document, a word or a part of the plan.
_NO_SLOGAN = re.compile(
    r"計画|(?:構想|戦略|ビジョン|プラン|宣言|条例|事業|制度|について|とは|こと|調査|目標|理念|像|方針"
    r"|会議|委員会)$|^[^ぁ-ん]{1,7}$"
)


def _decorated(units: list[Unit]) -> list[tuple[int, str, str]]:
    """A slogan between tildes near the beginning: 基本構想 〜…のまち〜."""
    for place, unit in enumerate(units[:60]):
        match = None if unit.prose or unit.code or unit.use else _TILDES.search(unit.text)
        if match and lexicon.PLACE.search(re.sub(r"\s+\S{2,6}$", "", match[1])):
            return [(place, "将来像", match[1])]
    return []


#: A sentence names with quotes or brackets, or counts (``enumerated``) what commas part.
_MAY_NAME = re.compile("[「『（(つ項本点]")


def told(units: list[Unit]) -> list[tuple[int, str, str]]:
    """Find visions and philosophies that sentences state: place, role word and title."""
    found: list[tuple[int, str, str]] = []
    past: list[tuple[int, str, str]] = []
    newest = ordinals.newest_in(units)
    for place, unit in enumerate(units):
        if not (unit.prose or unit.use or unit.cells):
            found += _beside(unit, place)
        if not unit.prose or unit.use:
            continue
        found += _below(units, place)
        if not _MAY_NAME.search(unit.text):
            continue
        listed = list(enumerated.in_sentence(unit.text))
        found += [(place, role, name) for role, name in listed]
        names = {name for _, name in listed}
        for match in _named_in(unit.text):
            title = match["name"] if match.re is _BRACKETED else _title_in(match)
            if title in names or _NO_SLOGAN.search(title):
                continue
            if not ordinals.of_before(unit.text, match, newest):
                done = _DONE.match(unit.text, match.end())
                role = next(match[name] for name in _SAID if match.groupdict().get(name))
                (past if done else found).append((place, role, title))
    told_now = {role.endswith("理念") for _, role, _ in found if _ROLES.fullmatch(role)}
    found += [one for one in past if one[1].endswith("理念") not in told_now]
    return found + _decorated(units)


#: What names the role of the line below it: 将来像を次のとおり定めます。
_NEXT = re.compile(
    rf"(?P<role>{_ROLE}|基本目標)(?:を|は|として)[^。「『]{{0,16}}(?:次|以下)の(?:とおり|よう)[^。]{{0,12}}。\s*$"
)


def _below(units: list[Unit], place: int) -> list[tuple[int, str, str]]:
    """Return the short line below a sentence that says what it is, sentences below it."""
    text = units[place].text
    may = "のとおり" in text or "のよう" in text
    told = _NEXT.search(text) if may and text.rstrip().endswith("。") else None
    below = units[place + 1 : place + 3] if told else []
    if told is None or len(below) < 2 or not below[1].prose:
        return []
    unit = below[0]
    plain_line = not (unit.code or unit.mark or unit.use or unit.contents or unit.prose)
    if not plain_line or not _is_slogan(unit.text, unit):
        return []
    return [(place + 1, told["role"], clean(unit.text))]


def _beside(unit: Unit, place: int) -> list[tuple[int, str, str]]:
    match = _BESIDE.match(unit.rest or unit.text)
    if match is None or (unit.contents and not (match["a1"] or match["a2"])):
        return []
    title = match["a1"] or match["a2"] or match["text"].strip("～〜~<>＜＞ 　")
    told = bool(match["text"]) and not lexicon.SLOGAN.search(title)
    return [] if told or _NO_SLOGAN.search(title) else [(place, match["role"], title)]


def hinted(units: list[Unit]) -> tuple[int, str] | None:
    """Find what is most likely the vision where neither heading nor sentence names it so."""
    newest = ordinals.newest_in(units)
    found: list[tuple[float, int, str]] = []
    titled = -9
    for place, unit in enumerate(units):
        if unit.use or unit.contents or (unit.prose and not holds_any(unit.text, "「『")):
            continue
        text = unit.text.strip()
        if not unit.prose and not unit.code and lexicon.PLAN_NAME.search(text):
            titled = place
        if (alone := verses.ALONE.fullmatch(text)) and place - titled <= 2:
            found.append((2.0, place, alone[1]))
        for match in _AIMED.finditer(text) if unit.prose and not text.isascii() else ():
            if not ordinals.of_before(text, match, newest):
                found.append((1.0 - place * 0.01, place, match["name"]))
    good = [one for one in found if lexicon.PLACE.search(_NAME_LAST.sub("", one[2]))
            and not _NO_SLOGAN.search(one[2])]  # fmt: skip
    best = max(good, default=None)
    return best and (best[1], best[2])


#: What begins a sentence, though its end is not there.
_RUNS_ON = re.compile(
    r"(?:一方|また|さらに|しかし|なお|そして|そこで|(?:その|この)ため|こうした|このような)[、，,]|として"
)
#: A word between dashes names what stands below it: ―都市イメージ―.
_LABEL = re.compile(r"[―—–ー─-]+\s*[^\sぁ-ん]{2,8}\s*[―—–ー─-]+")


def _is_slogan(text: str, unit: Unit) -> bool:
    name = plain(text)
    if re.fullmatch(r"\s*[「『][^「」『』]{5,60}[」』]\s*", text) and lexicon.SLOGAN.search(text):
        return not is_placeholder(narrow(text))
    if (
        (unit.prose and "。" in text.rstrip("。 」』"))
        or not 5 <= len(name) <= 60
        or "とは、" in name
    ):
        return False
    if name.endswith(
        ("より", "意見", "について", "とは", "予定", "など", "構想", "計画", "前文", "。")
    ):
        return False
    if is_placeholder(narrow(text)) or is_no_title(narrow(text)):
        return False
    if lexicon.META_TITLES.match(name) or lexicon.role_of(name):
        return False
    if text.startswith(("（", "(")) or _RUNS_ON.match(text) or _LABEL.fullmatch(text.strip()):
        return False
    if re.fullmatch(r"\s*(?:[「『].*[」』]|[～~〜<＜《].*[～~〜>＞》])\s*", text):
        return True
    if re.search(r"[をが、]$|^[^ 　]*[のはに]$", text.strip()):
        return False
    return bool(lexicon.SLOGAN.search(name))


#: A sentence that is a philosophy itself: …豊かな人間性を育む。
_VOW = re.compile(r"[^。「『]{12,60}(?<!ま)[うくぐすつむるぶ]。")


def _is_vow(units: list[Unit], place: int) -> bool:
    """Tell the only sentence of a section, in the plain form, a heading below it."""
    after = units[place + 1] if place + 1 < len(units) else None
    alone = (
        after is not None
        and not after.prose
        and bool(lexicon.role_of(plain(after.text)) or after.text.endswith("方針"))
    )
    return alone and bool(_VOW.fullmatch(units[place].text.strip()))


#: A slogan with another between tildes: 水の里 みずほ ～緑を育む～.
_SUBTITLED = re.compile(r"[^～~〜<＜【■◆●・*\-–—―「『]+([～~〜])[^～~〜]+\1")


def clean(title: str) -> str:
    """Take decoration and enclosing quotes off a slogan."""
    if _SUBTITLED.fullmatch(title.strip()):
        return title.strip()
    title = re.sub(r"^[\s～~〜<＜【■◆●・*\-–—―ー]+|[\s～~〜>＞】■◆*\-–—―]+$", "", title)
    for opening, closing in ("「」", "『』", "“”", '""'):
        if title.startswith(opening) and title.endswith(closing) and opening not in title[1:]:
            title = title[1:-1]
    return title.strip().rstrip("。")
