"""A row of a list of sectoral plans (個別計画): its parts, and how each is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear, Period
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.years import YEAR

PERIOD = re.compile(
    rf"(?:{YEAR})\s?(?:[~〜～\-]|から)\s?(?:{YEAR}(?!\.\d)|\d{{1,2}}\s?年度?)(?:まで)?"
    rf"|(?:{YEAR})\s?[~〜～](?=\s|$)"
)
ONE_YEAR = re.compile(rf"(?:{YEAR})(?:\d{{1,2}}月|\.\d{{1,2}})?(?=[\s\t)]|$)")
DASH = re.compile(r"(?:(?<=\s)|^)[-―－ー–—−](?=\s|$)")
TITLE = re.compile(
    r"計画|プラン|方針|指針|ビジョン|戦略|構想|マスタープラン|プログラム|大綱|計画等"
    r"|ガイドライン|Plan\b|Strategy\b"
)
#: What a list says of the state of a plan, which is no part of its title: （策定中）.
_STATE = re.compile(
    r"(?<!\s)\s*+(?:[（(【\[〔]\s*+)?(?:新規)?(?:策定|改定|改訂|作成|見直し|検討|更新)"
    r"(?:中|予定|作業中|検討中)\s*[）)】\]〕]?$"
)

#: … and when it was made: （平成23年（2011年）策定）.
_MADE = re.compile(
    r"(?<!\s)\s*+[（(]\s*+(?P<year>(?:[平令昭][成和]|[HRS]|(?=[12１２]))[^策改作]{1,16})"
    r"(?:策定|改[定訂]|作成)\s*[)）]$"
)

#: What a link says of the file behind it: （PDF：2.1MB） [PDFファイル／340KB].
_FILE = re.compile(
    r"(?<!\s)\s*+[（(\[【](?:PDF|Word|Excel|ワード|エクセル)[^（()）\]】]{0,30}[）)\]】]$", re.I
)


@dataclass(slots=True)
class Plan:
    """A sectoral plan as a list states it."""

    title: str
    first: int
    last: int
    revised: FiscalYear | None = None
    period: Period | None = None
    departments: tuple[str, ...] = ()
    #: The heading of the group in the list that it stands under.
    under: Unit | None = None


#: The whole name of a plan.
NAMED = re.compile(
    r"(?:計画|プラン|方針|指針|ビジョン|戦略|構想|プログラム|大綱|ガイドライン)(?:\d{2,4})?(?:[（(][^（()）]{1,16}[)）])?[」』]?$"
)
#: The end of a line within a name: ○○計画・ / △△計画.
_CUT = re.compile(r"[・、及びと(（]$")
#: The rest of a name on the line below has at most so many letters.
_REST = 24


def is_cut(title: str, rest: str) -> bool:
    """Tell a name that ends on the line below: 持続的発 / 展計画, 実行計画(区域 / 施策編)."""
    opened = title.count("(") + title.count("（") > title.count(")") + title.count("）")
    joined = opened or _CUT.search(title) is not None
    if len(rest) > _REST or (NAMED.search(title) and not joined):
        return False
    other = r"[\s:：。]|年|(?:19|20)\d\d" if joined else r"[\s\d:：。]"
    return NAMED.search(title + rest) is not None and not re.search(other, rest)


def is_state(text: str) -> bool:
    """Tell a word that only says of a plan that it is being made."""
    return bool(_STATE.fullmatch(text))


def title_of(text: str) -> str:
    """Return the title of a plan without marks, without what is said of its state or its file."""
    text = _STATE.sub("", _FILE.sub("", text.strip()).lstrip("・ 　"))
    return _MADE.sub("", text).strip("「」『』")


def made_in(text: str) -> FiscalYear | None:
    """Return when a plan was made, as a bracket behind its name tells."""
    made = _MADE.search(text)
    return year_of(made["year"]) if made else None


def year_of(text: str) -> FiscalYear | None:
    """Return the year that a cell names, or None."""
    text = re.sub(r"\s+|\d{1,2}月.*$|(?<=\d)\.\d{1,2}$", "", narrow(text))
    text = re.sub(r"\((?:平成|令和|H|R)(?:元|\d+)(?:年度?)?\)", "", text)
    try:
        return FiscalYear.parse(text) if text else None
    except ValueError:
        return None


def period_of(text: str) -> Period | None:
    """Return the period that a cell names, or None."""
    text = re.sub(r"\s+", "", text)
    if not text:
        return None
    for tried in (
        text,
        re.sub(r"\((?:\d{4}|平成\d+|令和(?:元|\d+)|[HR]\d+)(?:年度?)?\)", "", narrow(text)),
    ):
        try:
            return Period.parse(tried)
        except ValueError:
            continue
    return None
