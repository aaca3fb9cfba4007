"""Tables of actions in English documents that text extraction put into lines without columns.

``Action`` ``Lead`` ``Timeframe``, one a line or all on one, head a table. Below, the cells stand
one a line as well, or one behind the other with nothing but a space between. When something is
to be done has a form that is known (2027, Short-term, Ongoing): it tells where a row of the table
ends, and with the order of the columns what else is a cell. Each row is put on one line again:
its title, with who is to act as its department.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from plangraph.reading.recovery import aligned, wrapped
from plangraph.reading.recovery.aligned import Record
from plangraph.reading.rows import Row
from plangraph.reading.terms import labels
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.english_columns import is_act_column, is_column, names

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"|spring|summer|fall|autumn|winter"
)
_WHEN = (
    rf"(?:(?:by |end of |early |mid |late |fy ?|q[1-4],? |(?:{_MONTH}),? )*(?:20)\d\d"
    r"(?:\s?[-–/]\s?(?:20)?\d\d|\+)?|fy ?\d\d(?:[-–/]\d\d)?|q[1-4]"
    r"|(?:short|medium|mid|long|near)(?:er)?[- ]?(?:/(?:medium|mid|long))?[- ]term"
    r"|ongoing|in progress|continuous(?:ly)?|immediate(?:ly)?|annual(?:ly)?|yearly|quarterly"
    r"|monthly|biannual"
    r"|(?:years?|yrs?) \d{1,2}(?:\s?[-–]\s?\d{1,2})?|tbd|as needed"
    r"|(?:within )?\d{1,2}(?:\s?[-–]\s?\d{1,2}|\+)? (?:years?|months?|yrs?))"
)
#: When, as a cell of its own, or within a row that ends with it or nearly so.
_WHENS = rf"{_WHEN}(?:\s?(?:[,/&;–-]|to|and)\s?{_WHEN})?"
_WHEN_CELL = re.compile(rf"{_WHENS}|short|medium|long|near|x|•|✓", re.I)
_WHEN_IN = re.compile(rf"(?<=\S\s)(?:{_WHENS}|(?-i:Short|Medium|Long)(?=$|\s[^a-z]))(?=\s|$)", re.I)
#: The number of a page, alone.
_PAGE = re.compile(r"(?:page )?\d{1,3}", re.I)
_WHEN_COLUMN = re.compile(
    r"(?:estimated )?time ?(?:frame|line|scale|ing)s?|timing|(?:by )?when|due(?: date)?|term"
    r"|delivery|deadline|schedule|completion|period|start\s?[-–/]\s?end"
    r"|(?:target |start |end |completion )?(?:date|year)s?",
    re.I,
)
_SPAN = re.compile(r"\d{4}\s?[-–/]\s?\d{2}")
#: How urgent it is, where no column says when: High, •••.
_RATED_COLUMN = re.compile(r"priority(?: level)?|rank", re.I)
_RATED_IN = re.compile(
    r"(?<=\S\s)(?:[•●○★▲✓$]{1,6}|High(?:est)?|Medium|Moderate|Low(?:est)?|H|M|L)(?=\s|$)"
)
_WHO_COLUMN = re.compile(
    r"lead|owner|responsib|accountab|dep(?:artmen)?t|agency|(?:by )?who|directorate|business unit"
    r"|division|team|officer|champion",
    re.I,
)
#: The first word of a head, so that no other line is looked at.
_FIRST = frozenset((
    "action", "actions", "strategy", "strategies", "task", "tasks", "project", "projects",
    "initiative", "initiatives", "key", "priority", "deliverable", "deliverables",
    "recommendation", "recommendations", "activity", "activities", "strategic", "what",
    "supporting", "policy", "policies", "#", "no.", "no", "code", "ref",
    "ref.", "id", "number", "rank",
))  # fmt: skip
_INITIALS = frozenset(letter for word in _FIRST for letter in (word[0], word[0].upper()))
_MOST_HEAD, _MOST_WIDE, _MOST_LINES = 100, 240, 7
#: So many titles of groups, one below the other, stand between rows.
_GROUPS = 2
#: A cell behind the one that tells when has so many words at most.
_MOST_BEHIND = 6
_SMALL = frozenset(("and", "of", "the", "&", "for", "/"))

#: Marks of lists within a cell, which begin no rows.
_SIGNS = re.compile(r"(?:^|(?<=\s))[•●▪■◦○▶➢✓] ?")
#: A mark behind the number of a row, or alone.
_MARKED = re.compile(r"^(\S{1,8}\s+)?[•●▪■◦○▶➢✓·*-]\s+")
#: The end of a sentence, and a name behind it.
_SENTENCE = re.compile(r"(?<=[a-z]{2}[\w)])[.!?]\s+(?=[A-Z][^.]{2,60}$)")

#: The last word of the name of a place, which belongs to the title.
_WHERE = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Boulevard|Drive|Way|Highway|Trail|Bridge|Brook|Creek|River|Lake"
    r"|Plaza|Square|Corridor|Downtown)\s?(?![&/]|and\b|of\b)"
)


class _Head(NamedTuple):
    """The columns of a table, whether they stand on one row, and the place behind its head."""

    columns: tuple[str, ...]
    one_row: bool
    end: int

    @property
    def act(self) -> int:
        """The column of what is done, or of its description behind its number."""
        act = next(n for n, one in enumerate(self.columns) if is_act_column(one))
        told = self.columns[act + 1 : act + 2]
        return act + 1 if told and told[0].lower() == "description" else act

    @property
    def rated(self) -> bool:
        """Whether it tells how urgent it is what is done, and not when."""
        return not any(map(_WHEN_COLUMN.fullmatch, self.columns))

    @property
    def when(self) -> int:
        """The column of when it is done, or else of how urgent it is."""
        column = _RATED_COLUMN if self.rated else _WHEN_COLUMN
        return next(n for n, one in enumerate(self.columns) if column.fullmatch(one))


def _begins(text: str) -> bool:
    first = text.split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in _FIRST


def in_columns(rows: list[Row]) -> list[Row]:
    """Return the rows of a document with the rows of its tables of actions on one line each."""
    may = [place for place, row in enumerate(rows) if row.text.lstrip()[:1] in _INITIALS]
    heads = [(place, head) for place in may
             if _begins(rows[place].text) and (head := _head(rows, place))]  # fmt: skip
    if not heads:
        return _aligned(rows)
    tables = []
    for (place, head), (stop, _) in pairwise([*heads, (len(rows), heads[-1][1])]):
        found = _behind(rows, head, stop) if head.one_row else _below(rows, head, stop)
        parted = head.one_row and _are_parted(rows, found)
        tables.append((place, head, [] if parted else found))
    ends = Counter(name for _, head, found in tables if head.one_row
                   for one in found for name in _ends(one.title)[:1])  # fmt: skip
    lines: dict[int, _Line] = {}
    for place, head, found in tables:
        if not found:
            continue
        lines[place] = _Line(head.end - 1, head.columns[head.act])
        for one in found:
            if not head.one_row:
                lines[one.first] = _line(one, head.columns[head.act + 1 :])
            elif head.when > head.act + 1:
                title, who = _parted(one.title, ends)
                lines[one.first] = _line(one._replace(title=title, cells=(who,)), ("Lead",))
            else:
                lines[one.first] = _line(one, ())
    return _laid(rows, lines)


def _are_parted(rows: list[Row], found: list[Record]) -> bool:
    """Tell rows of which blank lines part the cells: each is a line of its own."""
    several = [one for one in found if one.last > one.first]
    parted = [any(not row.text.strip() for row in rows[one.first : one.last]) for one in several]
    return 2 * sum(parted) > len(several)


def _aligned(rows: list[Row]) -> list[Row]:
    """Return the rows with those of tables whose columns stand below their heads on a line each."""
    heads = [(place, head) for place, row in enumerate(rows)
             if "   " in row.text and len(row.text) <= _MOST_WIDE and row.text.strip()
             and not row.cells and _may_head(row.text)
             and (head := aligned.head_of(row.text))]  # fmt: skip
    lines: dict[int, _Line] = {}
    for number, (place, head) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(rows)
        found = aligned.records(rows, head, place + 1, stop)
        if found:
            name = head.names[head.act]
            label = name if is_act_column(name) else name.split()[-1].capitalize()
            lines[place] = _Line(place, label)
        for one in found:
            lines[one.first] = _line(one, head.names[head.act + 1 :])
    return _laid(rows, lines) if lines else rows


def _may_head(text: str) -> bool:
    """Tell a line whose first cell begins or ends with a word that heads tables of actions."""
    words = text.split("   ", 1)[0].split() or text.strip().split("   ", 1)[0].split()
    return words[0].lower() in _FIRST or words[-1].lower() in _FIRST


class _Line(NamedTuple):
    """What lines of a document become: the last of them, and their text."""

    last: int
    text: str
    who: tuple[str, ...] = ()


def _line(record: Record, columns: tuple[str, ...]) -> _Line:
    """Return the line of a row, with a mark where it has no code; its cells say who acts."""
    title = _MARKED.sub(r"\1", record.title)
    coded = parse(narrow(title))[1] or labels.CODED.match(title)
    text = title if coded else f"• {title}"
    # what goes on a cell is then no part of the title; spans of years are no period of the plan
    told = (_SIGNS.sub("", one) for one in record.cells if one and not _SPAN.search(one))
    text = "   ".join((text, *told))
    acting = [cell for name, cell in zip(columns, record.cells, strict=False)
            if cell and _WHO_COLUMN.match(name)]  # fmt: skip
    who = tuple(name for cell in acting[:1] for name in re.split(r"\s*[,;/]\s*", cell) if name)
    return _Line(record.last, text, who)


def _laid(rows: list[Row], lines: dict[int, _Line]) -> list[Row]:
    found: list[Row] = []
    last = -1
    for place, row in enumerate(rows):
        if line := lines.get(place):
            last = line.last
            more = replace(row, text=line.text, last=rows[last].number, departments=line.who)
            found.append(more)
        elif place > last:
            found.append(row)
    return found


# -- heads -----------------------------------------------------------------------------


def _head(rows: list[Row], place: int) -> _Head | None:
    text = rows[place].text.strip()
    if not text or len(text) > _MOST_HEAD or text.split(None, 1)[0].lower() not in _FIRST:
        return None
    if rows[place].cells or "   " in text or "\t" in text or "|" in text:
        return None
    end = place + 1
    words = text.split()
    if 2 * sum(word[0].islower() for word in words) > len(words):  # a sentence
        return None
    columns = _columns(words)
    one_row = len(columns) > 1
    if not one_row and is_column(text):
        told = []
        for number, row in enumerate(rows[place : place + 16], place):
            name = row.text.strip()
            if not name:
                continue
            if len(name) > 30 or not (is_column(name) or is_act_column(name)):
                break
            told.append(name)
            end = number + 1
        columns = tuple(told)
    acts = sum(is_act_column(one) for one in columns)
    timed = sum(bool(_WHEN_COLUMN.fullmatch(one)) for one in columns)
    ranks = sum(bool(_RATED_COLUMN.fullmatch(one)) for one in columns)
    rated = ranks if one_row and not timed else 0
    known = acts and 1 in (timed, rated) and len(columns) > 1
    return _Head(columns, one_row, end) if known else None


def _columns(words: list[str]) -> tuple[str, ...]:
    """Cut the words of a head into names of columns, the longest that are known first.

    Of *Project Lead Due* the first is *Project*: no table of actions is without these.
    """
    found = names(words)
    if found and not any(map(is_act_column, found)) and is_act_column(words[0]):
        found = (words[0], *names(words[1:]))
    return found


# -- cells one a line ------------------------------------------------------------------


def _below(rows: list[Row], head: _Head, stop: int) -> list[Record]:
    """Read a table whose cells stand one below the other; a long title has several lines."""
    before, after = head.when - head.act - 1, len(head.columns) - head.when - 1
    found: list[Record] = []
    lines: list[int] = []
    place = head.end
    while place < stop:
        text = rows[place].text.strip()
        if text and _WHEN_CELL.fullmatch(text) and len(lines) > before:
            more = [n for n in range(place + 1, min(stop, place + 2 * after + 2))
                    if rows[n].text.strip()][:after]  # fmt: skip
            if len(more) < after:
                break
            own = lines[: len(lines) - before]
            title = " ".join(rows[n].text.strip() for n in own)
            cells = [rows[n].text.strip() for n in (*lines[len(own) :], place, *more)]
            found.append(Record(lines[0], more[-1] if more else place, title, tuple(cells)))
            lines, place = [], (more[-1] if more else place)
        elif text:
            code = parse(narrow(text))[1]
            if (code and code.word) or len(lines) >= _MOST_LINES + before:
                break
            lines.append(place)
        place += 1
    return found


# -- cells one behind the other --------------------------------------------------------


def _behind(rows: list[Row], head: _Head, stop: int) -> list[Record]:
    """Read a table whose cells stand one behind the other on a line or several."""
    found: list[Record] = []
    lines: list[int] = []
    coded, passed = False, 0
    for place in range(head.end, stop):
        text = rows[place].text.strip()
        if _PAGE.fullmatch(text):
            continue
        code = parse(narrow(text))[1] if text else None
        begins = code is not None or bool(labels.CODED.match(text))
        if begins and (code is None or not code.word):
            coded = coded or not found
        worded = code is not None and code.word
        done = lines and (begins or (not coded and text and _timed(rows, lines, head)))
        if done:
            record = _record(rows, lines, head)
            found += [record] if record else []
            passed = 0 if record else passed + 1
            lines = []
        if passed > _GROUPS or len(lines) > _MOST_LINES:
            return found
        if text and not worded:  # the title of a group of rows stands between them
            lines.append(place)
    record = _record(rows, lines, head) if lines else None
    return [*found, record] if record else found


def _text(rows: list[Row], lines: list[int]) -> str:
    return " ".join(rows[place].text.strip() for place in lines)


def _timed(rows: list[Row], lines: list[int], head: _Head) -> bool:
    """Tell lines that end with when, and with what stands behind it in other columns."""
    return _cut(_text(rows, lines), head) is not None


def _cut(text: str, head: _Head) -> tuple[str, tuple[str, ...]] | None:
    behind = head.when + 1 < len(head.columns)
    for when in reversed([*(_RATED_IN if head.rated else _WHEN_IN).finditer(text)]):
        rest = text[when.end() :].strip()
        if bool(rest) == behind and len(rest.split()) <= _MOST_BEHIND:
            return text[: when.start()].strip(), (when[0], rest) if rest else (when[0],)
    return None


def _record(rows: list[Row], lines: list[int], head: _Head) -> Record | None:
    cut = _cut(_text(rows, lines), head)
    if cut is None:  # what follows the table stands behind its last row
        for size in range(len(lines) - 1, 0, -1):
            if cut := _cut(_text(rows, lines[:size]), head):
                return Record(lines[0], lines[size - 1], *cut)
        return None
    return Record(lines[0], lines[-1], *cut)


def _ends(title: str) -> list[str]:
    """Return the names in capitals that a title may end with, the longest first."""
    words = title.split()
    found = []
    for size in range(1, min(6, len(words) - 1) + 1):
        first = words[-size]
        if not (first[0].isupper() or first.lower() in _SMALL):
            break
        if first[0].isupper():
            found.append(" ".join(words[-size:]))
    return found[::-1]


def _parted(title: str, counts: Counter[str]) -> tuple[str, str]:
    """Part a title and the name of who is to do it, which stands behind it.

    ``counts`` says how often titles end with some words in capitals: of *Main Street Public Works*
    only that is a name of its own which elsewhere stands behind small letters.
    """
    if sentence := _SENTENCE.search(title):
        return title[: sentence.start() + 1], title[sentence.end() :]
    ends = _ends(title)
    if not ends:
        return title, ""
    if counts[ends[0]] < 2 and (where := [*_WHERE.finditer(ends[0])]):
        name = ends[0][where[-1].end() :]
        return (title[: -len(name)].strip(), name) if name else (title, "")
    known = [name for name in ends[1:] if counts[name]]
    name = ends[0] if counts[ends[0]] > 1 or not known else known[0]
    if " " in name and wrapped.OPEN_WORD.search(title[: -len(name)].strip()):
        name = name.split(" ", 1)[1]  # … to the Council Public Works
    return title[: -len(name)].strip(), name
