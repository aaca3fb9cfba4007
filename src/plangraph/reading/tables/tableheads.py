"""The heads of indicator tables that text extraction flattened: which columns of values follow.

A head may stand on one line, on several, within a line, without spaces, or each word of it
above its column in a table that was printed column by column.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables.evidence import is_measured
from plangraph.reading.tables.headwords import (
    BASE,
    BESIDE,
    TREND,
    VALUE_HEADS,
    WORD,
    heads,
    kind_of,
    words,
)
from plangraph.reading.tables.rownames import label
from plangraph.reading.tables.valuecolumns import (
    KNOWN,
    Value,
    columns_between,
    dated,
    origin,
    settled,
)
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.quantities import (
    ARROW,
    GLUED,
    YEAR,
    is_aside,
    parted,
    unbracketed,
    year_in,
)

#: A head has at most so many words.
_MOST_WORDS = 26
#: So many words before a head may be the numbers of rows below it.
_NUMBERS = 4
#: The heads of columns printed one after the other stand within so many units.
_FARTHEST = 60
_NAMED = re.compile("指標|KPI|目標|indicator|measure|metric", re.I)
_AIMED = re.compile("指標|目標|KPI")
_FIGURES = re.compile("推移|統計|財政指標|見通し|動向")
#: A label has so many letters at most.
_LABEL_LONG = 40
#: The end of a row: two values; a letter may say whose: 小 85% 中 75%.
_VALUES_END = re.compile(
    r"[\s　][^\s\d]?[\d,.]+\S{0,5}[\s　]+(?:[^\s\d][\s　])?[^\s\d]?[\d,.]+\S{0,5}$"
)
#: A value: what follows it is no head.
_FIGURE = re.compile(r"[△▲約]?\d[\d,.]*(?!\d*年)")
_DIGIT = re.compile(r"\d")
#: What the headings speak of that end a table.
_ENDING = frozenset(
    ("plans", "issues", "roles", "direction", "action", "mention", "measure", "policy", "goal")
)
#: What heads names, wherever it stands.
_TITLES = re.compile(r"(?:成果|評価|環境|管理)?(?:指標|項目)(?:名|の名称)?")
_ARROW = re.compile(ARROW)
#: A value that is to become another: 0人から15人へ.
CHANGE = re.compile(
    r"(?<!\S)(?P<now>[\d,.]+[^\s\d、。から]{0,4})から(?:毎年)?(?P<aim>[\d,.]+[^\s\d、。にへ]{0,6})[にへ](?!\S)"
)
#: A colon between a name and the head of its value: 利用者数：現状 12人.
_HEADED = re.compile(rf"[:：](?={BASE}[\s　(（\d])")
#: A year from spring to spring: 2031/32.
_SPANNED = re.compile(r"^((?:19|20)\d\d)[/–-]\d\d$")
#: The heads of a table without spaces: 区分策定時数値目標令和3年度実績.
_GLUED_BASE, _GLUED_AIM = re.compile(BASE), re.compile(r"(?:数値|達成|成果)?目標値?|将来値")
_GLUED_OTHER = re.compile(rf"(?:進捗|達成)(?:状況|率)|最新値|実績値?|{YEAR.pattern}")
_GLUED_HEAD = re.compile(
    rf"(?:(?:{BASE}|{_GLUED_AIM.pattern}|{_GLUED_OTHER.pattern}|区分|単位|(?:成果|評価)?指標名?"
    rf"|項目|[(（]{YEAR.pattern}[)）])\s*)+"
)


@dataclass(slots=True)
class Head:
    """The columns of values of a table, in order, and where its rows begin."""

    columns: list[Value]
    place: int
    #: How many letters of the unit at ``place`` belong to the head.
    letters: int
    titled: bool
    #: One column holds the units.
    united: bool = False
    #: What all columns hold, those of words among them; empty where a word is not known.
    kinds: tuple[str, ...] = ()
    #: Other columns that the head may name: years may be those of aims only, or of all values.
    others: list[Value] = field(default_factory=list)
    #: A column besides that of aims holds arrows, which are no values.
    trended: bool = False


def find(units: list[Unit], place: int) -> Head | None:
    """Return the head of a flattened table that begins at ``place``, or None."""
    return head_at(units, place) or _glued(units[place], place) or _scattered(units, place)


def again(units: list[Unit], place: int) -> Head | None:
    """Return the head of another table, or of the same again, that begins at ``place``."""
    return head_at(units, place) or _glued(units[place], place)


def ends_row(unit: Unit) -> bool:
    """Tell that two values stand at the end of a line."""
    return bool(_VALUES_END.search(unit.text[-30:]))


def begins(unit: Unit) -> bool:
    """Tell a heading of the plan, which ends a table."""
    code = unit.code
    if code is not None and (code.word or code.shape.startswith("第")):
        return not ends_row(unit)
    if unit.prose or all(kind_of(token) or is_aside(token) for token in tokens_of(unit.text)):
        return False
    return ends_table(unit)


def ends_table(unit: Unit) -> bool:
    """Tell a label of what follows the indicators of a section: 主な取組."""
    label = narrow(unit.rest or unit.text).strip("【】[]<>《》〔〕［］()〈〉■◆●○□◇▼▶ ")
    return role_of(label) in _ENDING


def head_at(units: list[Unit], place: int) -> Head | None:
    """Read words that head columns, over several units; None where they head no table."""
    if _names(units[place].text):
        return None
    named = place > 0 and speaks_of_aims(units[place - 1].text)
    past = place > 0 and bool(_FIGURES.search(units[place - 1].text[:_LABEL_LONG]))
    found = _Words(years=_years_above(units, place), named=named, past=past)
    unknown = count = 0
    end = (place, 0)
    told = itertools.chain(words(units, place, _MOST_WORDS), [(0, "", 0)])
    for (number, token, after), (_, following, _) in itertools.pairwise(told):
        kind = kind_of(token)
        if unknown and found.columns and _leads(token, following):
            break
        printed = _SPANNED.sub(r"\1", unbracketed(token))
        year = year_in(printed) if YEAR.fullmatch(printed) or kind else None
        count += 1
        if kind is None and year is None and not is_aside(token):
            plain = token.isdigit() or (token.isascii() and not _DIGIT.search(token))
            if count < _NUMBERS and not found.columns and plain:
                continue  # numbers of rows that stand before their head; Performance measure
            unknown += 1
            far = unknown > 2 or len(token) > 9 or count > _MOST_WORDS
            named = not found.columns and is_measured(token) and token == units[place + number].text
            if far or named or _FIGURE.match(narrow(token)) or not found.any:
                break
            found.kinds.append("")
            continue
        unknown = 0
        line = units[place + number].text.strip()
        found.add(token, kind, year, begun=number > 0 and line.startswith(token), line=line)
        end = max(end, (place + number, after))
    return found.head(end)


def _leads(word: str, after: str) -> bool:
    """Tell the year of a value, before it: R3 12."""
    valued = _FIGURE.match(narrow(after)) is not None and not YEAR.fullmatch(after)
    return valued and YEAR.fullmatch(unbracketed(word)) is not None


#: What is known and what is aimed at have a column each.
_ENDS = 2


@dataclass(slots=True)
class _Words:
    """What the words of a head say so far."""

    years: list[FiscalYear]
    #: The head, or the line above it, speaks of indicators.
    named: bool
    #: The line above says that figures of the past follow.
    past: bool
    columns: list[Value] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    titled: bool = False
    united: bool = False
    #: Years stand before the words; a word above says that they are those of aims.
    leading: bool = False
    aimed: bool = False
    #: What the last word is, if it heads values.
    last: tuple[str | None, str] = (None, "")
    #: Years behind the head of the first values, and before that of the last: 現状 R7 R8 R9 目標.
    between: list[FiscalYear] = field(default_factory=list)
    #: Where a word stands that heads arrows: in ``columns``, in ``kinds``.
    trends: list[tuple[int, int]] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether a word was known."""
        return bool(self.columns or self.years or self.titled)

    def add(
        self, token: str, kind: str | None, year: FiscalYear | None, *, begun: bool, line: str
    ) -> None:
        """Take a word that heads a column, or is a year; ``begun``: it begins a further line."""
        kind = self._turned(token, kind, begun=begun, line=line)
        if self.columns and kind == self.last[0] and self.last[1].endswith("年度"):
            self.columns.pop()  # 基準年度 基準値
            self.kinds[-1] = "period"
        self.last = (kind, token if kind in VALUE_HEADS and not _DIGIT.search(token) else "")
        self.titled = self.titled or kind in ("title", "unit")
        self.united = self.united or kind == "unit"
        self.named = self.named or bool(kind == "title" and _NAMED.search(narrow(token)))
        if TREND.fullmatch(narrow(token)):
            self.trends.append((len(self.columns), len(self.kinds)))
        if kind:
            self.kinds.append(kind)
        if kind in VALUE_HEADS:
            self.columns.append((KNOWN[origin(token)] if kind == "baseline" else kind, year))
            self.leading = self.leading or bool(self.years and len(self.columns) == 1)
        elif year is not None:
            self.years.append(year)
            if len(self.columns) == 1 and token[0] not in "(（":
                self.between.append(year)
            if self.columns and self.columns[-1][1] is None and not self.leading:
                self.columns[-1] = self.columns[-1][0], year

    def _turned(self, token: str, kind: str | None, *, begun: bool, line: str) -> str | None:
        """Return what a word holds that may head names, or aims: 指標 … 数値目標."""
        if kind != "title":
            return kind
        told = [one for one, _ in self.columns]
        known = bool(set(told) & {*KNOWN})
        if told == ["target"] and (begun or not self.titled):
            self.columns.clear()  # the column of goals before the names, or what years are aims of
            self.kinds.clear()
            self.titled = self.aimed = True
            return kind
        if begun and not told and ("指標" in token or line != token):
            self.kinds.clear()  # what stands above is a label
            return kind
        aimed = "目標" in token if self.titled else not _TITLES.fullmatch(token)
        if aimed and (self.titled or known):  # … 数値目標; 基準値 KPI 実績値
            return "target"
        return "target" if self.titled and known and "KPI" in narrow(token) else kind

    def head(self, end: tuple[int, int]) -> Head | None:
        """Return the head that these words make, if they do; where its rows begin is known."""
        trended = self._untrend()
        told = self.titled, self.named or self.aimed, self.leading
        if self.past and not self.columns:
            return None
        columns, others = dated(self.columns, self.years, told, aimed=self.aimed)
        if len(self.columns) == _ENDS and len(self.between) > 1:
            others = columns_between(self.columns, self.between)
        kinds = [kind for kind, _ in columns]
        if "target" not in kinds:
            return None
        if not any(kind in KNOWN for kind in kinds):
            aims = [year for kind, year in columns if kind == "target"]
            alone = self.titled and self.named and len(columns) == 1
            return Head([("target", aims[0])], *end, self.titled, self.united) if alone else None
        every = _every(self.kinds, len(columns))
        columns, others = settled(columns), settled(others)
        return Head(columns, *end, self.titled, self.united, every, others, trended)

    def _untrend(self) -> bool:
        """Take the column of arrows for none where another one holds what is aimed at."""
        column, place = self.trends[0] if len(self.trends) == 1 else (0, 0)
        others = [*self.columns]
        if own := bool(self.trends) and others[column : column + 1] == [("target", None)]:
            del others[column]
        if not self.trends or not any(kind == "target" for kind, _ in others):
            return False
        if own:
            self.columns = others
        if self.kinds[place : place + 1] in (["target"], ["other"], ["direction"]):
            del self.kinds[place]
        return True


def _every(kinds: list[str], width: int) -> tuple[str, ...]:
    """Return what each column holds, where every word of the head is known."""
    last = max((n for n, kind in enumerate(kinds) if kind), default=-1)
    told = kinds[: last + 1]
    values = sum(kind in VALUE_HEADS for kind in told)
    return tuple(told) if all(told) and values == width and told.count("title") == 1 else ()


def speaks_of_aims(text: str) -> bool:
    """Tell a line about indicators or aims, not about figures of the past: 財政指標の推移."""
    return bool(_AIMED.search(text)) and not _FIGURES.search(text)


def _names(text: str) -> bool:
    """Tell a label with the name of an indicator behind it, whose head stands below."""
    named = label(text)
    return bool(named) and not any(map(heads, WORD.findall(text[named:])))


def _years_above(units: list[Unit], place: int) -> list[FiscalYear]:
    """Return the years on the line above a head, where it holds nothing else: R5 R7 R11."""
    above = units[place - 1] if place else None
    words = WORD.findall(narrow(above.text)) if above and len(above.text) < 80 else []
    years = [year_in(word) for word in words if YEAR.fullmatch(unbracketed(word))]
    return [year for year in years if year] if 1 < len(years) == len(words) else []


def _glued(unit: Unit, place: int) -> Head | None:
    """Find a head without spaces before rows without spaces, in the middle of a line."""
    first = GLUED.search(unit.text)
    if first is None or ("指標" not in unit.text and len(GLUED.findall(unit.text)) < 2):
        return None
    for head in _GLUED_HEAD.finditer(unit.text, max(0, first.start() - 90), first.start()):
        columns = [("baseline", one) for one in _GLUED_BASE.finditer(head[0])]
        columns += [("target", one) for one in _GLUED_AIM.finditer(head[0])]
        columns += [
            ("middle", one) for one in _GLUED_OTHER.finditer(head[0]) if not YEAR.fullmatch(one[0])
        ]
        columns.sort(key=lambda column: column[1].start())
        if {"baseline", "target"} <= {kind for kind, _ in columns}:
            return Head([(kind, None) for kind, _ in columns], place, head.end(), True)
    return None


def _scattered(units: list[Unit], place: int) -> Head | None:
    """Find the heads of a table that was printed column by column: 指標 … 現状値 … 目標値 …"""
    first = WORD.match(units[place].text.strip())
    if first is None or kind_of(first[0]) != "title":
        return None
    found: list[Value] = []
    for unit, after in itertools.pairwise(units[place : place + _FARTHEST]):
        if unit.prose:
            break
        kinds = [kind_of(token) for token in tokens_of(unit.text)]
        if found and kinds == ["title"] and "目標" in unit.text:
            kinds[0] = "target"
        if len(kinds) > 3 or not kinds or kinds[0] not in VALUE_HEADS:
            continue
        year = year_in(unit.text) or (year_in(after.text) if is_aside(after.text) else None)
        compared = BESIDE.match(unit.text.strip())
        found.append(("middle" if compared else kinds[0] or "", year))
    kinds = [kind for kind, _ in found]
    width = 3 if kinds[:3].count("middle") == 1 else 2
    if not {"baseline", "target"} <= set(kinds[:width]):
        return None
    return Head(found[:width], place, first.end(), True)


def tokens_of(text: str) -> list[str]:
    """Return the words of a line, values that stand without a space apart, years whole."""
    if _ARROW.search(text):
        text = _ARROW.sub(r" \g<0> ", text)
    if "：" in text or ":" in text:
        text = _HEADED.sub(" ", text)
    if "から" in text:
        text = CHANGE.sub(r" \g<now> → \g<aim> ", text)
    return WORD.findall(parted(text))
