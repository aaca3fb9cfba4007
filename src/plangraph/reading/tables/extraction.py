"""Tables of plans: lists of sectoral plans, indicators, and hierarchies in columns.

A table may come with bars, with tabs, with its cells flattened to a line a row, or one
cell a line. What a table says is taken out of the stream of lines here, before headings
are looked for.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.tables import listed
from plangraph.reading.terms.codes import Code, narrow, parse
from plangraph.reading.terms.columns import ELEMENTS, LEVELS, column, columns, of_works
from plangraph.reading.terms.offices import OFFICE, departments_of
from plangraph.reading.terms.quantities import YEAR

_FIGURE = re.compile(r"[△▲\-+]?[\d,.]+\s?%?")
#: An amount of a budget, or its share, or nothing.
_AMOUNT = re.compile(r"\**[△▲\-+]?[\d,.億万千百]*(?:円|%)?\**|-")
#: One of a row of offices; atomic, as the row has too many ways to be cut.
_WHO = rf"(?>\S{{1,16}}(?:{OFFICE})(?=[、・\s　]|$))"
#: A name, the sentences that say what it is, and who does it.
_EXPLAINED = re.compile(
    r"(?P<name>[^\s　、。]{3,30}(?<![をがはにで]))[\s　]+"
    r"(?P<text>[^\s　][^。]{5,}。(?:[^。]{5,}。)*)"
    rf"(?:[\s　]+(?P<who>{_WHO}(?:[、・\s　]{_WHO})*))?"
    r"(?:[\s　]+[→⇒➡○◎●◯△☆★\-－―ー])*"
)
_BESIDE = {"other", "department", "period"}
#: Two letters of a head that stand apart: 内 容. What a row of years begins with.
_SET_APART = re.compile(r"(?<=[ 　])([一-龥])[ 　]([一-龥])(?=[ 　]|$)")
_YEARLY = frozenset("HRＨＲ令平12１２")
#: What holds a title beside its number: no value, no sentence.
_TITLED = re.compile(r"^(?=[^。]{3,40}$)[^\d(（]*[一-龥ぁ-んァ-ヶ]")
#: A row of a matrix has so many cells, some of them marked.
_MATRIX, _CROSSED = 8, frozenset("●○◎◯〇■□★☆△▲✓✔レ")


def heads(unit: Unit) -> list[str | None]:
    """Return what the columns of a head row hold; empty where it is no head row."""
    if len(unit.cells) < 2:
        return []
    found = columns(unit.cells)
    if {"title", "baseline"} <= set(found):  # 指標 | 現状 | 目標: what is aimed at, no goal
        found = ["target" if kind == "goal" else kind for kind in found]
    elif found[0] == "target" and unit.cells[0].endswith("目標"):  # what the rows aim at
        found[0] = "goal"
    known = [kind for kind in found if kind]
    return found if len(known) >= 2 or (len(known) == 1 and len(unit.cells) == 2) else []


def tabulate(units: list[Unit]) -> None:
    """Give cells to tables whose columns only white space parts: 番号 事業名 所管課."""
    width, head = 0, [""]
    for unit in units:
        if unit.use == "rule" or unit.cells or (unit.prose and not width):
            continue
        if width and not unit.use and (told := _explained(unit, head)):
            unit.cells = told
            continue
        if width and unit.text[:1] in _YEARLY and all(map(_is_year, unit.text.split())):
            unit.use = "table"
            continue
        row = width > 2 and unit.text.count("　") == width - 1
        if unit.use or (not row and (unit.prose or len(unit.text) > 80)):
            width = 0
            continue
        if not width and " " not in unit.text and "　" not in unit.text:
            continue
        text = unit.text.strip() if width else _SET_APART.sub(r"\1\2", unit.text.strip())
        words = re.split(r"[ 　]{2,}|　", text)
        if len(words) == 1 and not text.isascii():
            words = text.split()
        if width and ELEMENTS.issuperset(head):
            words = _numbered(words)
        kinds = [column(word) if len(word) < 16 else None for word in words]
        of_plans = "plan" in kinds and "period" in kinds and len(words) > 2
        if of_plans or (
            len(words) > 1 and None not in kinds and ELEMENTS & set(kinds) and len(set(kinds)) > 1
        ):
            width, head = len(words), [kind or "" for kind in of_works(kinds, words)]
            unit.cells = tuple(words)
            continue
        if width == 2 and head[0] in ELEMENTS and unit.code and words[0] == unit.code.printed:
            words[:2] = [" ".join(words[:2])]  # a title's number is no column of its own
        if width and len(words) > width and "department" in head[-1:]:
            words = [*words[: width - 2], " ".join(words[width - 2 : -1]), words[-1]]
        if not width or len(words) != width:
            width = 0
            continue
        unit.cells = tuple(words)


def _numbered(words: list[str]) -> list[str]:
    """Put numbers to the titles behind them: 1-1　安心のまち is one box of a chart."""
    found: list[str] = []
    for word in words:
        folded = narrow(found[-1]) if found else ""
        code, place = parse(folded)[1:] if folded else (None, 0)
        if code is not None and not folded[place:].strip():
            found[-1] = f"{found[-1]}　{word}"
        else:
            found.append(word)
    return found


def _explained(unit: Unit, head: list[str]) -> tuple[str, ...]:
    """Cut a row of name, sentence and department: 除雪事業 市道の雪を除きます。 建設課."""
    if head[0] not in LEVELS[2:] or "other" not in head or set(head[1:]) - _BESIDE or unit.code:
        return ()
    row = _EXPLAINED.fullmatch(unit.text.strip()) if "。" in unit.text else None
    if row is None or ("department" in head) != bool(row["who"]):
        return ()
    cells = {head[0]: row["name"], "department": row["who"]}
    told = head.index("other")
    return tuple(row["text"] if n == told else cells.get(kind, "") for n, kind in enumerate(head))


def _is_year(word: str) -> bool:
    return YEAR.fullmatch(narrow(word)) is not None


def expand(units: list[Unit]) -> list[Unit]:
    """Turn rows of tables that hold headings into one unit a heading.

    Rows of a table of goals, policies and measures give a unit for every cell; the
    department and the SDGs of a row stay with the last heading in it.
    """
    if not any(unit.cells for unit in units):
        return units
    _figures(units)
    found: list[Unit] = []
    head: list[str | None] = []
    above: list[str] = []
    width = 0
    for unit in units:
        if len(unit.cells) < 2 or unit.use == "table":
            if not (unit.use or (unit.code and unit.code.word + unit.code.shape[1:])):
                head = []
            above = [""] * len(head)
            found.append(unit)
            continue
        if unit.use:
            found.append(unit)
            continue
        new = heads(unit)
        if new and ELEMENTS & set(new):
            head, width, above = new, len(unit.cells), [""] * len(unit.cells)
            unit.use = "table"
            found.append(unit)
            continue
        if head and len(unit.cells) == width:
            found += _row(unit, head, above)
            continue
        found += _coded_cells(unit)
    return found


def _figures(units: list[Unit]) -> None:
    """Put tables aside whose rows are a word and figures: On hold | 3.3."""
    for width, rows in itertools.groupby(units, key=lambda unit: len(unit.cells)):
        table = list(rows)
        below = [row for row in table[1:] if not row.use]
        if width < 2 or len(below) < 2:
            continue
        if _is_budget(table[0], below) or all(
            row.code is None and all(_FIGURE.fullmatch(narrow(cell)) for cell in row.cells[1:])
            for row in below
        ):
            for row in table:
                row.use = row.use or "table"


def _is_budget(head: Unit, rows: list[Unit]) -> bool:
    """Tell rows of a budget: (1)村税 | 7,946万円 | 3.0%, below heads that name no element."""
    if ELEMENTS & set(heads(head)) or not any("円" in cell for row in rows for cell in row.cells):
        return False
    return all(_AMOUNT.fullmatch(narrow(cell)) for row in rows for cell in row.cells[1:])


def _row(unit: Unit, head: list[str | None], above: list[str]) -> list[Unit]:
    pieces: list[Unit] = []
    department: tuple[str, ...] = ()
    sdgs: tuple[int, ...] = ()
    named = [kind for kind, _ in itertools.groupby(head) if kind in ELEMENTS]
    distinct = len(named) == len(set(named))
    alone = len(set(named)) == 1
    number = ""
    place = 0
    while place < len(head):
        cell, kind = unit.cells[place], head[place]
        if kind == "department" and cell:
            department = departments_of(cell)
        elif kind == "sdgs" and cell:
            sdgs = tuple(int(n) for n in re.findall(r"\d+", narrow(cell)) if 1 <= int(n) <= 17)
        elif kind == "number":
            number = cell if parse(narrow(cell))[1] or cell.isdecimal() else ""
        elif kind in LEVELS and (items := listed.items(cell) or listed.named(cell, kind)):
            for item in items:
                pieces.append(_piece(unit, item))
                pieces[-1].hint, pieces[-1].celled = kind, True
        elif (
            (kind in ELEMENTS or _leads(unit.cells, kind, place)) and cell and cell != above[place]
        ):
            piece = _piece(unit, cell)
            if number and not piece.code:
                piece = _numbered_piece(unit, number, cell)
            number = ""
            if piece.code and not piece.rest and place + 1 < len(head):
                following = unit.cells[place + 1]
                if following and (head[place + 1] in (None, kind) or is_led(unit.cells[place:])):
                    piece = _piece(unit, f"{cell} {following}")
                    place += 1
            if kind and (alone or not piece.code or (distinct and not piece.code.word)):
                piece.hint = kind
            above[min(place, len(above) - 1)] = cell
            above[place + 1 :] = [""] * (len(above) - place - 1)
            piece.celled = True
            pieces.append(piece)
        place += 1
    if not pieces:
        unit.use = "table"
        return [unit]
    pieces[0].printed = unit.text
    pieces[-1].departments, pieces[-1].sdgs = department, sdgs
    if len(unit.cells) >= _MATRIX and any(cell and set(cell) <= _CROSSED for cell in unit.cells):
        pieces[-1].cells = unit.cells
    return pieces


def _leads(cells: tuple[str, ...], kind: str | None, place: int) -> bool:
    """Tell a numbered title in the first columns of a table, whose head is of its own words."""
    if place or kind is not None:
        return False
    code, end = parse(narrow(cells[0]))[1:]
    return (code is not None and bool(narrow(cells[0])[end:].strip())) or is_led(cells)


def is_led(cells: tuple[str, ...]) -> bool:
    """Tell a row whose first cell is a number with its word alone, beside a title: 第2項 | 福祉."""
    code, end = parse(narrow(cells[0]))[1:] if cells[0] and cells[1:] else (None, 0)
    told = code is not None and (code.word or code.shape.startswith("第"))
    return (
        bool(told) and not narrow(cells[0])[end:].strip() and _TITLED.search(cells[1]) is not None
    )


def _numbered_piece(unit: Unit, number: str, cell: str) -> Unit:
    """Return the title that has its number in another column, be it as long as 1101."""
    piece = _piece(unit, f"{number} {cell}")
    if piece.code is None and number.isdecimal():
        piece.code, piece.rest = Code("", "N", (int(number),), number), cell
    return piece


def _coded_cells(unit: Unit) -> list[Unit]:
    """A row without a known head: cells that carry codes are headings of their own."""
    filled = [cell for cell in unit.cells if cell]
    coded = [cell for cell in filled if parse(narrow(cell))[1]]
    full = [cell for cell in coded if narrow(cell)[parse(narrow(cell))[2] :].strip()]
    if len(coded) >= 2 and len(full) == len(coded):
        return [_piece(unit, item) for cell in filled for item in listed.items(cell) or [cell]]
    if len(full) == 1 and full[0] == filled[0] and len(filled) > 1:
        piece = _piece(unit, filled[0])
        rest = [
            cell
            for cell in filled[1:]
            if re.fullmatch(r"\S{1,14}(?:課|室|局|部|係|センター)", cell)
        ]
        piece.departments, piece.cells = tuple(rest), unit.cells
        below = [item for cell in filled[1:] for item in listed.below(cell)]
        return [piece, *(_piece(unit, item) for item in below)]
    if len(filled) == 1:
        return [_piece(unit, filled[0])]
    if len(coded) == 1 and coded[0] == filled[0] and not full and len(filled) > 2:
        return [_piece(unit, f"{filled[0]} {filled[1]}")]
    return [unit]


def _piece(unit: Unit, text: str) -> Unit:
    piece = Unit(text, unit.first, unit.last, unit.page, None, unit.size, (), unit.gap)
    parse_unit(piece)
    return piece
