"""The heads of a register: which columns it has, and what each of them holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear, fold
from plangraph.reading.rows import Row
from plangraph.reading.tables.valuecolumns import origin
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.codewords import CODED, coded_kinds
from plangraph.reading.terms.columns import ELEMENTS, LEVELS, column
from plangraph.reading.terms.quantities import YEAR, year_in

#: The head of a column is no longer than this.
_LONGEST = 40
#: What a table is about shows in so many rows.
_SOUGHT = 50
#: So many rows tell what a column holds.
_TRIED = 6
#: A head below another one: 番号 | 名称, 開始 | 終了, R5 | R6, 部 | 課.
_LOWER = re.compile(
    r"(?:No\.?|№|番号|コード|名称?|値|年度?|年月日?|単位|開始|終了|始期|終期|始|終|自|至|から|まで|部局?|課|室|係"
    r"|内線|現状|目標|実績|計画|基準|中間|最終|前期|後期|指標名?|項目|内容|\d{1,2})(?:年度?|値)?"
    rf"|(?:{YEAR.pattern})(?:現在|実績|目標|末)?値?"
)
#: Columns about a thing that plangraph has no place for. Words of them become passages.
_ASIDE = re.compile(
    r"^(?:通し?|整理|連|項|順|行|管理)(?:し)?(?:番号?|No\.?)$|^(?:項番|通番|ID)$|URL|リンク|電話|内線|メール|備考|注記"
    r"|概要|内容$|説明|目的|対象|根拠|法令|条例|予算|決算|事業費|財源|金額|円\)?$|評価|判定|ランク|進捗|達成[率度]|状況|状態"
    r"|課題|スケジュール|工程|新規|更新日|公表|公開|方向$|方向性$|算出|定義|出典|理由|考え方|^(?:区分|種別|分類|性質)$"
    r"|^(?:status|notes?|comments?|description|(?:estimated\s?)?costs?|budget|funding|partners?|url"
    r"|link|rank|support(?:ing\w*)?|measures?\s?of\s?success)$",
    re.I,
)
_NUMBER = re.compile(r"(?P<of>.*?)(?:の)?(?:番号|No\.?|№|コード|記号|#)", re.I)
_START = re.compile(
    r"(?:期間|年度|年月日?|年|時期)?[(_・:]?(?:開始|始期|当初|始まり|自|から)(?:年度?|年月日?|日|時期)?\)?"
)
_END = re.compile(
    r"(?:期間|年度|年月日?|年|時期)?[(_・:]?(?:終了|終期|満了|終わり|至|まで)(?:年度?|年月日?|日|時期)?\)?"
)
#: What people asked and were answered is no plan.
_ASKED, _ANSWERED = re.compile("意見|質問|質疑|要望"), re.compile("考え方|回答|答弁|対応|見解")
#: What a head says before the level that a row belongs to: 関連する施策, 総合計画上の政策.
_BELONGS = re.compile(r"(?:上位|関連|対応|該当|総合計画)(?:・(?:上位|関連))?(?:する|の|上の)?(?=.)")
_SPAN = re.compile(r"^(?:計画|事業|実施|取組)?の?")
_DIVISION = re.compile(r"(?:担当|所管|主管|所属|実施)?(?:部|部局|局|部名|部局名|局名|部門)")
_SECTION = re.compile(r"(?:担当|所管|主管|所属|実施)?(?:課|課名|室課|課室|課等|係|課係|室|班)")
_OFFICE = re.compile(
    r"(?:主な|主たる|主)?(?:担当|所管|主管|所属|関係|実施|問い?合わ?せ|策定)"
    r"(?:先|部署|部局|部課|部|課|課室|課局|局|課名|組織|機関|主体|者)?(?:等|名)?"
    r"|(?:部署|部局|部課|課所?室?)名?"
    r"|(?:lead|responsible|owning)(?: \w+)?|department|owner|assigned to",
    re.I,
)
_REVISED = re.compile(
    r"(?:直近の)?(?:策定|改定|改訂|作成|制定)(?:・(?:改定|改訂))?(?:年度|年月日?|時期|年|日)"
    r"|(?:(?:year|date|last) )?(?:adopted|approved|updated|revised)(?: (?:on|in))?",
    re.I,
)
_PLAN = re.compile(
    r"(?:行政|個別|分野別|関連|部門別)?計画(?:等|書)?の?(?:名|名称|タイトル)|計画・(?:方針|ビジョン)等?の?名?称?"
    r"|(?:related |supporting )?(?:plans?|documents?)(?: (?:name|title))?"
    r"|(?:name|title) of (?:the )?(?:plan|document)|strategy\s?[/&]\s?plan|plan\s?[/&]\s?strategy",
    re.I,
)
#: A head that says that the names below it are those of plans, whatever stands beside them.
_NAMED = re.compile(r"計画.*名|plan\s?(?:name|title)|(?:name|title)ofplan", re.I)
_PERIOD = re.compile(
    r"(?:plan(?:ning)? )?(?:(?:time )?period|years|term|horizon|time ?frame|timeline)", re.I
)
_YEAR_OF = {
    "baseline-year": re.compile(
        r".{0,4}(?:現状|基準|策定時|当初|現況|baseline).{0,6}(?:年度?|時点|時期|year)", re.I
    ),
    "target-year": re.compile(r"(?:目標|達成|最終|target).{0,6}(?:年度?|時点|時期|year)", re.I),
}
_TITLE = re.compile(r".{0,20}(?:指標|KPI|数値目標)(?:の?名称?|\(.*\))?")
#: A level that stands in brackets, behind what it is of: 総合計画の位置付け（施策）.
_BRACKETED = re.compile(r".+\((?P<level>[^()]+)\)")
#: Registers whose rows state their own level: 階層 | コード | 名称 | 親コード.
_SORT = re.compile(r"階層|レベル|(?:階層|計画)?(?:区分|種別|種類)|type|level|kind", re.I)
_STATED = {
    "name": re.compile(r"(?:項目|要素)?名称?|名前|タイトル|title|name|statement", re.I),
    "code": re.compile(r"(?:項目|要素)?(?:コード|番号)|id|no\.?|code|number|ref|#", re.I),
    "above": re.compile(r"(?:親|上位).{0,6}|parent.{0,6}", re.I),
}
_LEVELS = {"大": "goal", "中": "policy", "小": "measure"}
_STEP = re.compile(r"(?P<step>[大中小])(?:項目|分類|区分|施策|柱)")
#: Items, whose level the columns beside them tell: 重点項目 | 推進項目 | 取組名.
_ITEM = re.compile(r"(?:重点|推進|改革|改善|実施)項目(?:名|の?名称)?")
_GOAL = re.compile(r"(?:SDGs?)?(?:の?(?:目標|ゴール|goal))?(?P<number>\d{1,2})", re.I)
#: What stands above what: goals, policies, measures, directions, projects; ideal states last.
ORDER = (*LEVELS, "ideal-state")
#: Beside the name of a plan, these make a list of plans.
SPANS = frozenset(("period", "start", "revised"))


@dataclass(slots=True)
class Column:
    """A column of a register: its head, what it holds, and what or when that is of."""

    head: str
    #: A level, a role (``plan``, ``period``, ``start``, ``title`` …), ``aside``, or "" (unknown).
    holds: str = ""
    #: The level whose number it holds, if not the row's own: rows may be numbered through.
    level: str = ""
    serial: bool = False
    year: FiscalYear | None = None
    goal: int = 0


@dataclass(slots=True)
class Head:
    """The head of a table: its columns and how many rows it takes."""

    columns: list[Column]
    rows: int

    def places(self, *holds: str) -> list[int]:
        """The numbers of the columns that hold one of these."""
        return [place for place, one in enumerate(self.columns) if one.holds in holds]

    @property
    def levels(self) -> list[int]:
        """The numbers of the columns that hold elements."""
        return [place for place, one in enumerate(self.columns) if one.holds in ELEMENTS]

    @property
    def speaks(self) -> bool:
        """True where it is told what a row is about: plans, elements or indicators."""
        held = {one.holds for one in self.columns}
        if "title" in held and held & {"baseline", "target", "yearly"}:
            return True
        if "plan" in held and held & {"period", "start", "end", "department", "section", "revised"}:
            return True
        if any(one.holds == "plan" and _NAMED.search(fold(one.head)) for one in self.columns):
            return True
        return bool(held & ELEMENTS) and len(held - {"", "aside"}) > 1


def find(rows: Sequence[Row], place: int) -> Head | None:
    """Return the head of a table that begins at ``place``, on one row or on two."""
    cells = rows[place].cells
    if len([cell for cell in cells if cell]) < 2 or any(len(cell) > _LONGEST for cell in cells):
        return None
    lower = rows[place + 1] if place + 1 < len(rows) else None
    below = lower.cells if lower and lower.page == rows[place].page else ()
    tried = [(both, 2)] if (both := _joined(cells, below)) else []
    for heads, count in [*tried, (list(cells), 1)]:
        head = Head(_columns(heads), count)
        if _states_levels(head, rows[place + count : place + count + _TRIED]) or head.speaks:
            return head
    return None


def _states_levels(head: Head, below: Sequence[Row]) -> bool:
    """Tell a register whose rows state their own level, and say what else its columns hold."""
    folded = [fold(one.head) for one in head.columns]
    for sort in (place for place, name in enumerate(folded) if _SORT.fullmatch(name)):
        told = {row.cells[sort] for row in below if len(row.cells) > sort} - {""}
        if len(told) < 2 or any(column(cell) not in ELEMENTS for cell in told):
            continue
        held = [
            next((role for role, pattern in _STATED.items() if pattern.fullmatch(name)), "")
            for name in folded
        ]
        if "name" in held:
            for one, role in zip(head.columns, held, strict=True):
                one.holds, one.level = role or one.holds, ""
            head.columns[sort].holds = "level"
            return True
    return False


def are_answers(rows: Sequence[Row]) -> bool:
    """Tell a list of what people asked and were answered (意見 | 市の考え方): it is no plan."""
    return any(
        len(row.cells) > 1
        and max(map(len, row.cells)) < _LONGEST
        and any(_ASKED.search(cell) for cell in row.cells)
        and any(_ANSWERED.search(cell) for cell in row.cells)
        for row in rows[:20]
    )


def are_foreign(rows: Sequence[Row]) -> bool:
    """Tell tables of something else than a plan: no head and no code speaks of one (款, 項, 目)."""
    filled = [sum(map(bool, row.cells)) for row in rows if row.text]
    if sum(count > 2 for count in filled) <= len(filled) / 2:
        return False
    cells = {cell for row in rows[:_SOUGHT] for cell in row.cells if cell and len(cell) < _LONGEST}
    return not any(_speaks(cell) for cell in cells)


def _speaks(cell: str) -> bool:
    if column(cell) in (*ELEMENTS, "plan", "title"):
        return True
    code = parse(narrow(cell))[1]
    return bool(code and code.word and coded_kinds(code.word))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Join heads on two rows, the upper one over all that stands below it."""
    if not any(lower) or any(
        cell and column(cell) not in ELEMENTS and not _LOWER.fullmatch(fold(cell)) for cell in lower
    ):
        return []
    width = max(len(upper), len(lower))
    joined: list[str] = []
    above = ""
    for place in range(width):
        high = upper[place] if place < len(upper) else ""
        low = lower[place] if place < len(lower) else ""
        above = high or (above if low else "")
        level = column(low) in ELEMENTS  # below what they are of: 総合計画 | 政策, 施策
        joined.append(low if level else f"{above} {low}".strip())
    return joined


def _columns(heads: Sequence[str]) -> list[Column]:
    columns = [_column(head) for head in heads]
    held = {one.holds for one in columns}
    if "plan" in held and held & SPANS:
        for one in columns:  # what a list of plans is sorted by
            one.holds = "aside" if fold(one.head).endswith("分野") else one.holds
    _items(columns)
    _number(columns)
    _goals(columns)
    _step(columns)
    _values(columns)
    return columns


def _column(head: str) -> Column:
    text = fold(head).strip("*※:[]【】")
    return Column(head, _holds(text, head.strip()), year=year_in(head))


def _holds(text: str, printed: str) -> str:
    """Return what a column holds, by its head without white space, and as printed."""
    bare = _SPAN.sub("", text)
    for role, pattern in (("start", _START), ("end", _END)):
        if pattern.fullmatch(bare) and bare not in ("当初", "年"):
            return role
    for role, pattern in (
        ("plan", _PLAN), ("revised", _REVISED), ("division", _DIVISION), ("section", _SECTION),
        ("department", _OFFICE), ("period", _PERIOD),
    ):  # fmt: skip
        if pattern.fullmatch(text) or (printed.isascii() and pattern.fullmatch(printed)):
            return role
    for role, pattern in _YEAR_OF.items():
        if pattern.fullmatch(text) and not re.search(r"\d|元", text):
            return role
    if _ITEM.fullmatch(text):
        return "item"
    if step := _STEP.fullmatch(text):
        return _LEVELS[step["step"]]
    stem = re.sub(r"(?<=.)(?:の?名称?|体系|分野名)$", "", _BELONGS.sub("", text, count=1))
    if _TITLE.fullmatch(text):
        return "title"
    if re.search(r"(?:内容|概要)(?:\(.*\))?$", text):
        return "aside"
    if bracketed := _BRACKETED.fullmatch(text):
        inner = column(bracketed["level"]) or ""
        if inner in ELEMENTS:
            return inner
    if re.fullmatch(r"(?:事務|細|個別|小|予算|主要な?|実施計画)事業", stem):
        return "project"
    known = column(stem) or column(printed) or ""
    if not known and _coded(stem):
        return "item"
    if known == "other" or (not known and _ASIDE.search(text)):
        return "aside"
    if known in ("baseline", "target", "middle", "") and _ASIDE.search(text) and "値" not in text:
        return "aside"
    return known


def _coded(word: str) -> str:
    """Return the level that a word of codes stands for, where there is little doubt: 施策の柱."""
    kinds = CODED.get(word, {})
    kind = max(kinds, key=kinds.__getitem__, default="")
    return kind if kind in LEVELS and kinds[kind] > 5 else ""


def _number(columns: list[Column]) -> None:
    """Tell whose number a column holds: the level that it names, or the next column's."""
    for place, one in enumerate(columns):
        match = _NUMBER.fullmatch(fold(one.head))
        if match is None or one.holds == "aside":
            continue
        after = columns[place + 1].holds if place + 1 < len(columns) else ""
        of = _holds(match["of"], match["of"]) if match["of"] else after
        of = after if of == "item" else of
        known = of in ELEMENTS
        one.holds, one.level = ("number", of) if known else ("aside", "")
        deeper = {below.holds for below in columns[place + 2 :]} & set(_below(of))
        one.serial = bool(deeper) and not match["of"]


def _below(level: str) -> tuple[str, ...]:
    return ORDER[ORDER.index(level) + 1 :] if level in ORDER else ()


def _goals(columns: list[Column]) -> None:
    """Tell the columns of a matrix of SDGs: 1 | 2 | … | 17."""
    found = [(place, _GOAL.fullmatch(fold(one.head))) for place, one in enumerate(columns)]
    numbered = [(place, int(match["number"])) for place, match in found if match]
    if len(numbered) > 7 and [number for _, number in numbered] == sorted(
        {number for _, number in numbered if number <= 17}
    ):
        for place, number in numbered:
            columns[place].holds, columns[place].goal = "goal-mark", number


def _items(columns: list[Column]) -> None:
    """Give items the level above the next one, or below the one before."""
    order = LEVELS
    below = ""
    for place, one in reversed(list(enumerate(columns))):
        if one.holds == "item" and below:
            one.holds = order[max(order.index(below) - 1, 0)]
        elif one.holds == "item":
            above = [order.index(left.holds) for left in columns[:place] if left.holds in order]
            own = order.index(_coded(fold(one.head)) or "direction")
            one.holds = order[min(max([own, *(level + 1 for level in above)]), len(order) - 1)]
        below = one.holds if one.holds in order else below


def _step(columns: list[Column]) -> None:
    """Give each level once: 政策分野 | 政策 are a goal and a policy."""
    order = LEVELS
    levels = [one for one in columns if one.holds in order]
    for left, right in zip(levels[-2::-1], levels[:0:-1], strict=True):
        if left.holds == right.holds and left.holds != "goal" and left.head != right.head:
            raised = order[order.index(left.holds) - 1]
            _follow(columns, left, raised)
            left.holds = raised


def _follow(columns: list[Column], one: Column, level: str) -> None:
    place = columns.index(one)
    if place and columns[place - 1].holds == "number" and columns[place - 1].level == one.holds:
        columns[place - 1].level = level


def _values(columns: list[Column]) -> None:
    """Choose among the columns of values the one that a plan starts from and the one it aims at."""
    named = [one for one in columns if one.holds == "title"]
    for one in columns:
        if named and one.holds == "goal" and fold(one.head).startswith("目標"):
            one.holds = "target"  # 指標 | 現状 | 目標
    known = [one for one in columns if one.holds == "baseline"]
    aims = [one for one in columns if one.holds in ("target", "middle")]
    dated = [one for one in columns if not one.holds and YEAR.fullmatch(narrow(fold(one.head)))]
    if named and not known and aims:
        for one in dated:
            one.holds = "baseline"
        known = dated
    else:
        sort = next((one for one in columns if _SORT.fullmatch(fold(one.head))), None)
        yearly = bool(sort and named and not aims)
        for one in dated:  # aims and results of each year (区分: 目標, 実績), or what is done in it
            one.holds = "yearly" if yearly else "aside"
        if sort and yearly:
            sort.holds = "sort"
    if known:
        kept = max(enumerate(known), key=lambda pair: (origin(pair[1].head), pair[0]))[1]
        for one in known:
            one.holds = "baseline" if one is kept else "aside"
    if aims:
        last = [one for one in aims if one.holds == "target"] or aims
        for one in aims:
            one.holds = "target" if one is last[-1] else "aside"
    levels = [one for one in columns if one.holds in ELEMENTS]
    if aims and known and not named and len(levels) == 1:
        levels[0].holds = "title"
