"""Tables of works by facility, as plans of depopulated areas (過疎地域) print them.

    持続的発展施策区分    事業名（施設名）    事業内容                事業主体    備考
    ２ 産業の振興         (1) 基盤整備        農道下村線改良          町
                          農業                Ｌ＝820ｍ

事業名 is the class of a facility here, the works stand below 事業内容. Cells may keep their places,
stand one below the other, between tabs, or a row on a line: who acts ends each row.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery import corridors
from plangraph.reading.recovery.cells import cells_of
from plangraph.reading.rows import Row
from plangraph.reading.terms import facilities

#: A head: its words, over so many rows at most.
_HEAD = re.compile(
    r"(?:持続的発展|自立促進|活性化|施策|区分|事業名|施設名|事業の?内容|(?:事業|実施)主体|備考|[()（）/／・|｜\s])+"
)
_ROWS = 8
#: What ends a table.
_ENDS = re.compile(
    "公共施設等総合管理計画|産業振興促進|現[況状]と(?:問題点|課題)|その対策|[(（][３3][)）]\\s*(?:事業)?計\\s*画"
)
#: The heading above a table: (3) 計画.
_LABEL, _SHORT = re.compile(r"(\s*[(（][0-9０-９][)）]\s*|[⑴-⒇]\s*)計\s*画\s*"), 12
#: What stands above a table on each of its pages.
_ABOVE = re.compile(r"\s*(?:[(（]?単位.*|.{0,4}事業計画.*年度.*|[-－–—~〜\s]*\d{1,3}[-－–—~〜\s]*)")
_ONE = (
    r"(?:(?!市町村)(?:本?[町村市]|[都道府県国]|ＪＡ\S{0,6}|JA\S{0,6}|民間(?:事業者|企業|等)?|[^\s。、・]{1,10}"
    r"(?:[町村市県]|組合|協議会|協会|農協|漁協|ＪＡ|JA|公社|法人|連合|団体|会社|商工会|保存会|委員会|企業団)))"
)
#: Who acts, and what stands beside it.
_WHO = re.compile(rf"{_ONE}(?:[・、,/／]{_ONE})*")
_BESIDE = re.compile(
    r"\S{0,12}(?:負担金|補助金|委託|効果|県営事業|過疎債|将来にわたる|継続|新規|再掲|実施中|一部)"
)
#: How what is told of a work begins.
_TOLD = re.compile(
    r"[・○●◇◆■【（(〔［]?\s*(?:具体的な)?(?:見込まれる)?(?:事業の?)?(?:目的|内容|概要|必要性|効果)(?:[】）)〕］:：\s]|$)"
)
_TOLD_WITHIN = re.compile(rf"(?<=[\s　]){_TOLD.pattern}")
#: How much of it there is, behind its name or below.
_UNITS = (
    "式|台|橋|棟|基|戸|件|人|名|[か箇カヶ]所|路線|区画|地区|ha|㎡|m2|km|㎞|m|ｍ|ｋｍ|ｈａ"
    "|団体|校|艘|隻"
)
_SIZE = re.compile(
    r"[\s　](?:[（(]?(?:延長|[LWANＬＷＡＮ]\s*[=＝:：]|[A-Z]{1,3}造|木造|鉄骨)"
    rf"|[（(]?[一二三\d,.０-９，．]+\s?(?:{_UNITS})).*$"
)
_SIZED = re.compile(_SIZE.pattern.removeprefix(r"[\s　]"))
#: How the name of a work ends.
_WORK = re.compile(
    "(?:事業|整備|改修|改良|補修|更新|購入|建設|建替え?|新築|増築|改築|開設|舗装|修繕|助成|補助|支援|設置|造成|導入|運営|運行|開催|派遣"
    "|推進|促進|配布|作成|策定|工事|修理|解体|撤去|対策|管理|移転|調査|点検|交付金?|負担金|補助金|助成金|積立金?|業務|委託)$"
)
#: The name of a work has so many letters at most, that of who acts where its column breaks it.
_NAME, _BROKEN = 60, 12


class _Cell(NamedTuple):
    """A line of the column of works, or a word of a line, with the row that it stands on."""

    at: int
    text: str


class _Work(NamedTuple):
    first: int
    last: int
    name: str
    told: str
    who: str


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of such tables with cells: the work, what is told, who acts."""
    found: list[Row] = []
    done = 0
    for place in [at for at, row in enumerate(rows) if "施設名" in row.text]:
        if place < done or (head := _head(rows, place)) is None:
            continue
        begin, start = head
        works = [*_table(rows, begin, start)]
        if not works:
            continue
        words = ("事業名", "概要", "事業主体")
        found += [
            *map(_labelled, rows[done:begin]),
            replace(rows[begin], text="\t".join(words), cells=words),
        ]
        for work in works:
            cells = (work.name, work.told, work.who)
            last = rows[work.last].number
            found.append(replace(rows[work.first], text="\t".join(cells), cells=cells, last=last))
        done = works[-1].last + 1
    return found + rows[done:] if done else rows


def _labelled(row: Row) -> Row:
    """Return the heading 計画 as a label of works; other rows as they are."""
    label = _LABEL.fullmatch(row.text) if len(row.text) < _SHORT else None
    return replace(row, text=f"{label[1]}事業一覧") if label else row


def _head(rows: list[Row], place: int) -> tuple[int, int] | None:
    """Return where a head begins, of which a row is part, and where it has ended."""
    begin = stop = place
    while begin > max(0, place - _ROWS) and _HEAD.fullmatch(rows[begin - 1].text):
        begin -= 1
    while stop < min(len(rows), place + _ROWS) and _HEAD.fullmatch(rows[stop].text):
        stop += 1
    while begin < stop and not rows[begin].text.strip():
        begin += 1
    text = "".join(row.text for row in rows[begin:stop])
    return (begin, stop) if "内容" in text and "主体" in text else None


def _table(rows: list[Row], begin: int, start: int) -> Iterator[_Work]:
    """Yield the works below a head, by the form in which its cells stand."""
    head = rows[begin:start]
    stop = next(
        (at for at in range(start, len(rows)) if rows[at].level or _ENDS.search(rows[at].text)),
        len(rows),
    )
    while stop < len(rows) and stop > start and _heads(rows[stop - 1].text):
        stop -= 1
    body = [
        at for at in range(start, stop)
        if (text := rows[at].text).strip() and not (_HEAD.fullmatch(text) or _ABOVE.fullmatch(text))
    ]  # fmt: skip
    if cells := _celled(head[0]):
        return _by_cells(rows, body, cells)
    if any(len(corridors.lines_of(0, row.text)) > 2 for row in head):
        return _by_place(rows, body, head)
    return _by_words(rows, body)


def _heads(text: str) -> bool:
    """Tell the heading of the next field above what ends a table, or a blank row before that."""
    return not text.strip() or facilities.is_field(text)


def _celled(row: Row) -> tuple[str, ...]:
    return row.cells or cells_of(row.text, 0)


def _by_cells(rows: list[Row], body: list[int], head: Sequence[str]) -> Iterator[_Work]:
    """Yield the works of a table whose cells bars or tabs part."""
    told = next((n for n, word in enumerate(head) if "内容" in word), 0)
    who = next((n for n, word in enumerate(head) if "主体" in word), 0)
    for at in body:
        cells = rows[at].cells or (
            tuple(rows[at].text.split("\t"))
            if "\t" in rows[at].text
            else cells_of(rows[at].text, len(head))
        )
        if len(cells) <= told:
            return
        name = cells[told].strip()
        if name:
            owner = cells[who].strip() if who < len(cells) else ""
            yield from _works([_Cell(at, part) for part in _parted(name)], at, owner)


def _parted(text: str) -> list[str]:
    """Return the name of a work, and what the same cell tells of it."""
    told = _TOLD_WITHIN.search(text) or ("。" in text and re.search(r"[\s　]", text))
    return [text[: told.start()].rstrip(), text[told.start() :].lstrip()] if told else [text]


def _by_place(rows: list[Row], body: list[int], head: list[Row]) -> Iterator[_Work]:
    """Yield the works of a table whose cells keep their places."""
    heads = [line for row in head for line in corridors.lines_of(0, row.text)]
    drawn = [corridors.lines_of(at, rows[at].text) for at in body]
    begin = next(one.start for one in heads if "内容" in one.text)
    acts = {
        line.start
        for row in drawn
        for line in row
        if line.start > begin and _WHO.fullmatch(line.text)
    }
    owners = _whole([line for row in drawn for line in row if line.start in acts])
    names: list[corridors.Line] = []
    others = [[line for line in row if line.start not in acts] for row in drawn]
    for column in corridors.columns([row for row in others if row]):
        start, stop = min(line.start for line in column), max(line.stop for line in column)
        near = min(
            heads,
            key=lambda one: (max(one.start - stop, start - one.stop, 0), abs(one.start - start)),
        )
        if "内容" in near.text:
            names += column
    names.sort(key=lambda line: line.row)
    if not names or not owners:
        return
    ends = [*_ends(names, owners), _foot(rows, max(names[-1].row, owners[-1].row), body[-1]) + 1]
    for who, (first, last) in zip(owners, itertools.pairwise(ends), strict=True):
        cells = [_Cell(line.row, line.text) for line in names if first <= line.row < last]
        yield from _works(cells, max(last - 1, first), who.text)


def _foot(rows: list[Row], place: int, last: int) -> int:
    """Return where the row of a table ends that a blank row follows."""
    while place < last and rows[place + 1].text.strip():
        place += 1
    return place


def _whole(lines: Sequence[corridors.Line]) -> list[corridors.Line]:
    """Return who acts, names that their column broke put together."""
    found: list[corridors.Line] = []
    for line in lines:
        above = found[-1] if found else None
        if (
            above
            and line.row == above.row + 1
            and not (_WHO.fullmatch(above.text) and _WHO.fullmatch(line.text))
        ):
            found[-1] = above._replace(text=above.text + line.text)
        else:
            found.append(line)
    return found


def _ends(names: Sequence[corridors.Line], owners: Sequence[corridors.Line]) -> list[int]:
    """Return the rows that works begin with: where who acts stands, or halfway to the one above."""
    amid = names[0].row < owners[0].row
    found = [names[0].row]
    for above, here in itertools.pairwise(line.row for line in owners):
        closed = [
            after.row for line, after in itertools.pairwise(names)
            if above <= line.row < after.row <= here and _closes(line.text)
        ]  # fmt: skip
        found.append(
            (closed[len(closed) // 2] if closed else (above + here + 1) // 2) if amid else here
        )
    return found


def _closes(text: str) -> bool:
    return text.endswith("。") or _WORK.search(text) is not None or _SIZED.search(text) is not None


def _by_words(rows: list[Row], body: list[int]) -> Iterator[_Work]:
    """Yield the works of a table that is a stream of words, in which who acts ends each row."""
    cells: list[_Cell] = []
    width = max((len(rows[at].text.strip()) for at in body), default=0)
    telling = False
    for at in body:
        words = rows[at].text.split()
        acts = _acts(words, cells)
        if acts is None:
            telling = telling or (not cells and _TOLD.match(rows[at].text.strip()) is not None)
            if not cells and not telling and "。" in rows[at].text:
                return
            cells = [] if telling and "。" in rows[at].text else cells
            cells += (
                [] if telling and _sentence(rows[at].text) else [_Cell(at, word) for word in words]
            )
            continue
        place, who = acts
        cells = [*cells, *(_Cell(at, word) for word in words[:place])] if place >= 0 else cells[:-1]
        if named := _named(cells):
            yield from _works(_lines(named), at, who, width)
            cells, telling = [], False


def _sentence(text: str) -> bool:
    return "。" in text or _TOLD.match(text.strip()) is not None


def _acts(words: list[str], cells: Sequence[_Cell]) -> tuple[int, str] | None:
    """Return where a line says who acts, and who; -1 where the line above begins to say it."""
    for place in range(len(words) - 1, -1, -1):
        if _WHO.fullmatch(words[place]):
            beside = all(_BESIDE.fullmatch(word) for word in words[place + 1 :])
            return (place, words[place]) if beside else None
    if cells and len(words) == 1:
        whole = cells[-1].text + words[0]
        if _WHO.fullmatch(whole) and len(whole) <= _BROKEN:
            return -1, whole
    return None


def _named(cells: Sequence[_Cell]) -> Sequence[_Cell]:
    """Return the cells behind the names of field, group and facility that a row begins with."""
    place = 0
    while place < len(cells):
        text, taken = "", 0
        for n in range(place, len(cells)):
            text += cells[n].text
            if len(text) > facilities.LONGEST:
                break
            if facilities.is_class(text):
                taken = n + 1
        if not taken and _BESIDE.fullmatch(cells[place].text) and place + 1 < len(cells):
            taken = place + 1
        if not taken:
            return cells[place:]
        place = taken
    return []


def _lines(cells: Sequence[_Cell]) -> list[_Cell]:
    """Return the words of a line put together again, what a work consists of left out."""
    lines = itertools.groupby(cells, key=lambda one: one.at)
    return [_Cell(at, _called([one.text for one in words])) for at, words in lines]


def _called(words: list[str]) -> str:
    """Return the words up to a work that is called so: 遊歩道改修事業 木橋、手すり."""
    whole = next((n for n, word in enumerate(words) if word.endswith("事業")), len(words))
    rest = words[whole + 1 :]
    return "　".join(words if any(map(_WORK.search, rest)) else words[: whole + 1])


def _works(cells: Sequence[_Cell], last: int, who: str, width: int = 0) -> Iterator[_Work]:
    """Yield the works that a cell names, each with what is told of it."""
    lines = [_Cell(cell.at, cell.text.strip()) for cell in cells]
    width = width or max((len(cell.text) for cell in lines), default=0)
    names: list[list[_Cell]] = []
    told = ""
    begins = _told(lines, width)
    for place, line in enumerate(lines):
        above = names[-1][-1].text if names else ""
        if place >= begins:
            told += _TOLD.sub("", line.text)
        elif _SIZED.match(line.text):
            continue
        elif names and len(above) >= width - 1 and not _closes(above):
            names[-1].append(line)
        else:
            names.append([line])
    called = [_SIZE.sub("", "".join(part.text for part in parts)).rstrip() for parts in names]
    alike = [n for n, name in enumerate(called) if name[-2:] == called[0][-2:]]
    for place, after in itertools.pairwise([*alike, len(names)]):
        name, final = called[place], after == len(names)
        if 1 < len(name) <= _NAME:
            end = last if final else names[after - 1][-1].at
            yield _Work(names[place][0].at, end, name, told if final else "", who)


def _told(lines: Sequence[_Cell], width: int) -> int:
    """Return where sentences begin below a name: behind the last line that is not full."""
    place = next(
        (n for n, line in enumerate(lines) if "。" in line.text or _TOLD.match(line.text)),
        len(lines),
    )
    if place < len(lines) and not _TOLD.match(lines[place].text):
        while (
            place > 1
            and len(lines[place - 1].text) >= width - 1
            and not _closes(lines[place - 1].text)
        ):
            place -= 1
    return place
