"""What stands after a title on its line: departments, goals, subtitles, files, site names."""

from __future__ import annotations

import re
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plangraph.language import tr
from plangraph.reading.headings import tails
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.lexicon import TITLE_END
from plangraph.reading.terms.offices import OFFICE, departments_of

if TYPE_CHECKING:
    from plangraph.reading.headings.candidates import Heading

_TAIL_DEPARTMENT = re.compile(
    r"(?<!\s)\s*+[【〔\[［（(<＜]\s*+(?:担当|所管|主管)?(?:課|部署)?[:：]?\s*"
    rf"([^【】〔〕（）()\[\]［］]*(?:{OFFICE}|社会福祉協議会))\s*[】〕\]］）)>＞]\s*$"
)
#: Atomic (``(?>``), and so are _OFFICE and _CELL: a row of offices has too many ways to be cut.
_ANSWERS = rf"(?>\S*(?:{OFFICE}))"
_TAIL_NAMED = re.compile(
    r"(?:(?<![\s　])[\s　]++|^)(?:主な|[県市町村区])?(?:所管|担当|主管|関係|担当部署)"
    r"(?:部?課|部署|部局|局)?(?:[(（]室[)）])?\s*[:：]?[\s　]*"
    rf"(?P<names>{_ANSWERS}(?:[、・，,／/\s　]++{_ANSWERS})*)\s*$"
)
_TAIL_SDGS = re.compile(
    r"(?<!\s)\s*+[【\[（(]?\s*+SDGs?(?:\s*+(?:(?:目標|ゴール|goals?)[:：]?|[:：]))?+"
    r"[\d,、・\s]++[】\]）)]?\s*$",
    re.I,
)
_SUBTITLE = re.compile(
    r"^(?P<title>[^\-~～〜－―—–]{2,40}?)\s*[\-~～〜－―—–ー]\s*(?P<sub>[^～〜]{4,80}?)\s*[\-~～〜－―—–ー]\s*$"
)
_KEYWORDS = re.compile(
    r"^(?P<title>.{4,}?)\s*[（(](?P<words>[^（）()]+[、，,・][^（）()]+)[）)]\s*$"
)
#: What a web page adds to its title.
_SITE = re.compile(
    r"(?<=\S)\s+[\-–—]\s+\S{1,8}[市町村区](?:(?:公式|の)?.{0,14})$"
    r"|(?<=\S)\s*[|｜]\s*\S{1,10}[市町村区]\S*(?:公式|サイト|ページ|ホーム|HP)?\S*$"
)
_SITE_PLAN = re.compile(
    r"(?<=\S)\s+\S{1,8}[市町村区]\S{0,10}(?:計画|構想|戦略|プラン|ビジョン)\s*$"
)
#: The page that a title of a list of contents has: …の推進 22, …を進めます 32ページ.
_PAGED = re.compile(r"(?<!\s)\s++(?:[pP]\.?\s?)?\d{1,3}\s?(?P<word>ページ|頁)?$")
#: What a link to a file adds: ［PDFファイル／1.2MB］.
LINKED = re.compile(
    r"\s*[［\[(（【][^［\[(（【］\])）】]{0,40}(?:PDF|Word|Excel|pdf|ファイル|[KkMm][Bb]|[キメ][ロガ]バイト)[^］\])）】]{0,40}[］\])）】]?\s*$"
)


_OFFICE = r"(?>\S{0,14}(?:課|室|係|局|館|[^内外全]部|センター|協議会|委員会))"
_OFFICES = re.compile(rf"{_OFFICE}(?:[ 　、・]++{_OFFICE})*")
#: What stands in the columns behind a title: departments, who acts, when, whether it is new; signs.
_CELL = (
    rf"(?>[（(][^（）()]{{1,16}}[)）]|{_OFFICE}|\S{{1,6}}[◎○〇●△]"
    r"|[短中長]期(?:[~～・][短中長]期)?|新規|継続|拡充|再掲)"
)
_COLUMNS = re.compile(
    rf"(?<=\S)(?:[ 　]{{2,}}(?P<cells>{_CELL}(?:[ 　、・]++{_CELL})*)"
    r"|　(?:新規|継続|拡充|再掲)|(?:[ 　]+[○◎●◯△▲■□→⇒➡✓]){1,12})\s*$"
)
#: What an English title says of the list below it: Our Place, which involves areas such as:.
_ANNOUNCED = re.compile(
    r",\s(?:\w+ ){0,3}(?:involv|includ|focus|such as|consist)[^,.]{0,60}:$", re.I
)
#: One of several that a sentence names, each on a line of its own: 「しくみをつくる」,.
_QUOTED = re.compile(r"^([「『][^「」『』]+[」』])[、，,]$")
#: Names of the fields of a form that stand before what was printed elsewhere in it.
_FORM = re.compile(
    r"^(?:(?:所管|関連|担当|主管|部署|課名|区分|番号|名称|施策名|政策名|事業名)+[ 　]+)+(?=\S{4,})"
)


#: What a list of projects adds to their names: 〔新規展開事業〕, 【継続】.
_STATE = re.compile(
    r"\s*[〔【［\[(（](?:(?:新規|既存|継続|拡充|再掲|見直し)(?:・|、)?)+(?:展開)?(?:事業|取組)?[〕】］\])）]$"
)


#: Which of the slides or pages that bear one title this is: （1/2）, (その2), （つづき）.
_TURN = re.compile(
    r"(?<!\s)\s*+[(（【\[［](?:\s*+[\d１-９]\s*[/／]\s*[\d１-９]\s*|(?:その|No\.?)\s?[\d１-９①-⑨]|[続つ][づ]?き)[)）】\]］]$"
)


#: What it costs: 学校給食費無償化事業 1億8,200万円.
_COSTS = re.compile(
    r"(?:(?<![\s　…:：])[\s　…:：]++|[（(])(?:予算額?|事業費)?\s?約?"
    r"[\d０-９][\d０-９,，.億万千百]*円[）)]?$"
)


class _Trimmed(NamedTuple):
    """A title, and what stood behind it; None where nothing of the sort did."""

    title: str
    departments: tuple[str, ...] | None = None
    sdgs: str | None = None
    subtitle: str | None = None
    keywords: tuple[str, ...] | None = None


def trim(heading: Heading) -> None:
    """Take department, subtitle and field keywords off the end of a title."""
    if is_latin(heading.title):
        heading.title = _undecorate(_ANNOUNCED.sub("", tails.cut(heading.title.rstrip("| "))))
        return
    headed = heading.code is not None or bool(heading.unit.level)
    worded = heading.code is not None and bool(heading.code.word)
    told = _trimmed(heading.title, headed, worded)
    heading.title = told.title
    if told.departments is not None:
        heading.departments = told.departments
    if told.sdgs is not None:
        heading.sdgs = told.sdgs
    if told.subtitle is not None:
        heading.subtitle = told.subtitle
    if told.keywords is not None:
        heading.keywords = told.keywords


@lru_cache(maxsize=1_000)
def _trimmed(title: str, headed: bool, worded: bool) -> _Trimmed:
    """Trim a title; labels of sections come again with every measure."""
    departments = sdgs = subtitle = keywords = None
    title = _QUOTED.sub(r"\1", _FORM.sub("", title.strip()))
    title = re.sub(r"\s[♥♡❤★☆✓✔♪◆]+$|[※*＊](?:\d{1,2})?(?=\D|$)", "", title.rstrip("| ")).strip()
    if (columns := _COLUMNS.search(title)) and columns.start() >= 2:
        names = columns["cells"] or ""
        if not (_TAIL_DEPARTMENT.fullmatch(names) or _TAIL_NAMED.fullmatch(names)):
            title = title[: columns.start()]
            if _OFFICES.fullmatch(names):
                departments = departments_of(names)
    if (turned := _TURN.search(title)) and turned.start() >= 2:
        title = title[: turned.start()]
    if (state := _STATE.search(title)) and state.start() >= 2:
        title = title[: state.start()]
    if title[-2:].rstrip("）)")[-1:] == "円" and (costs := _COSTS.search(title)):
        title = title[: costs.start()] if costs.start() >= 4 else title
    if (found := _TAIL_SDGS.search(title)) and found.start() >= 2:
        sdgs, title = found[0], title[: found.start()]
    if (department := _TAIL_DEPARTMENT.search(title)) and department.start() >= 2:
        departments = departments_of(department[1])
        title = title[: department.start()]
    elif (department := _TAIL_NAMED.search(title)) and department.start() >= 2:
        departments = departments_of(department["names"])
        title = title[: department.start()]
    if headed:
        if parted := _SUBTITLE.match(title):
            title, subtitle = parted["title"], parted["sub"]
        elif worded and (words := _KEYWORDS.match(title)):
            split = tuple(word.strip() for word in re.split(r"[、，,]", words["words"]))
            if len(split) > 1 and all(0 < len(word) <= 14 for word in split):
                title, keywords = words["title"], split
    if site := _SITE.search(title):
        title = _SITE_PLAN.sub("", title[: site.start()])
    if headed and title[-1:] in _CLOSING and (":" in title or "：" in title):
        title = _NOTED.sub("", title)
    title = _undecorate(_AIMED.sub("", title))
    if (paged := _PAGED.search(title)) and not title.isascii():
        name = title[: paged.start()]
        title = name if paged["word"] or TITLE_END.search(name) else title
    return _Trimmed(title.strip(), departments, sdgs, subtitle, keywords)


#: What a label says of a title, in brackets behind it: 環境分野（目標：「緑のまち」の実現）.
_NOTED = re.compile(
    r"(?<=.{4})(?<!\s)\s*+[（(【][一-龥ぁ-んァ-ヶー]{2,12}[:：][^（）()【】]{2,}[)）】]\s*$"
)
_CLOSING = frozenset("）)】")
#: The fields of a goal before its title: 目標1 ［結婚、子育て、教育］みんなで….
_FIELDS = re.compile(
    r"[［\[【〔](?P<words>[^［\[【〔］\]】〕]+[、，,・][^［\[【〔］\]】〕]+)[］\]】〕]\s*(?=\S{6})"
)
_LONGEST_FIELD = 14


def fields(rest: str) -> tuple[str, tuple[str, ...]]:
    """Take the fields that stand in brackets before a title off it; return both."""
    found = _FIELDS.match(rest)
    words = tuple(word.strip() for word in re.split(r"[、，,・]", found["words"])) if found else ()
    if found is None or not all(0 < len(word) <= _LONGEST_FIELD for word in words):
        return rest, ()
    return rest[found.end() :], words


#: Names of measures with commas between: 総合政策、地域デザイン、広聴広報.
_NAMES = re.compile(r"(?:[^、のをにがはへとで。]{2,20}、){2,}[^、のをにがはへとで。]{2,20}")
#: … or two of them: 電子申請、情報基盤.
_PAIR = re.compile(r"[^、のをにがはへとで。]{2,10}、[^、のをにがはへとで。]{2,10}")
#: What is to be reached, in brackets after a title: …が生まれる【新規雇用 20人】.
_AIMED = re.compile(r"(?<=.{6})\s*【[^【】]*[\d○〇][^【】]*】$")


def halves(heading: Heading, alone: bool = False) -> list[Heading]:
    """Take apart the headings that stand on one line: two, or names with commas between.

    Two names are taken apart only where the line stands ``alone`` below a label.
    """
    parts = re.split(r"[ 　]+", heading.title)
    named = _NAMES.fullmatch(heading.title) or (alone and _PAIR.fullmatch(heading.title))
    if not heading.code and named:
        return [_half(heading, part) for part in heading.title.split("、")]
    if len(parts) == 3 and parts[0].isascii():
        parts = [parts[0] + " " + parts[1], parts[2]]
    if len(parts) != 2 or not all(len(part) >= 6 and TITLE_END.search(part) for part in parts):
        return []
    return [_half(heading, part) for part in parts]


def _half(heading: Heading, part: str) -> Heading:
    half = copy(heading)
    half.title, half.repair = part, tr("headings on one line taken apart")
    return half


#: What may be taken off a title begins with one of these.
_OPENING = frozenset("【〔<＜《≪～=＝~〜[（「『")


def _undecorate(title: str) -> str:
    title = title.strip()
    if title[:1] not in _OPENING:
        return title
    for opening, closing in (
        "【】",
        "〔〕",
        "<>",
        "＜＞",
        "《》",
        "≪≫",
        "～～",
        "==",
        "＝＝",
        "~~",
        "〜〜",
        "[]",
    ):
        if title.startswith(opening) and title.endswith(closing) and len(title) > 2:
            inner = title[1:-1]
            if opening not in inner and closing not in inner:
                title = inner.strip()
    if title.startswith("（") and title.endswith("）") and "（" not in title[1:]:
        title = title[1:-1]
    for opening, closing in ("「」", "『』"):
        if title.startswith(opening) and title.endswith(closing) and opening not in title[1:]:
            title = title[1:-1].strip()
    return title


#: The first of several sentences: what a policy says before why, however long.
_SENTENCE = re.compile(r"(.{100,340}?[^\W\d_A-Z]{2}[)”’]?(?<!\bSt)(?<!\bNo))\.\s+(?=[A-Z].{20})")


def cut_latin(rest: str) -> tuple[str, str]:
    """Part an English title from the sentences behind it."""
    cut = re.match(r"^(.{3,110}?[^A-Z\s])[.:]\s+(?=[A-Z].{20,})", rest)
    named = re.match(r"^((?:[A-Z&][\w'&,]*\s){1,5}?[A-Z]\w+)\s[-–—]\s(?=[A-Z](?:\S*\s){4,})", rest)
    cut = named or cut or _SENTENCE.match(rest)
    return (cut[1], rest[cut.end() :]) if cut else (rest, "")
