"""What the rows of a register hold, as far as they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plangraph.fiscal import fold
from plangraph.language import tr
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.registers.columns import ORDER
from plangraph.reading.rows import Row, Unit
from plangraph.reading.tables.planrows import Plan
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.codewords import coded_kinds

#: The name of a table: 表1 体系.
_TABLE = re.compile(r"\W?(?:表|別表|別紙|table)\s?\d", re.I)
#: What a row above a table says of the table: 施策1 進捗状況一覧.
_NO_TITLE = re.compile(r"(?:。|一覧|表|シート|について)$")


@dataclass
class Register:
    """What the rows of a register hold."""

    units: list[Unit]
    #: What stands before the tables: the register's own title and date.
    about: list[Unit]
    drafts: list[Draft] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    indicators: list[Found] = field(default_factory=list)
    #: The element that a plan or an indicator stands beside, by the id() of these.
    owners: dict[int, Draft] = field(default_factory=dict)
    #: The heads of columns that nobody knows, each with its line.
    unknown: list[tuple[str, int]] = field(default_factory=list)
    #: Elements by what they stand below, their kind, code and title; and without their code.
    coded: dict[tuple[int, str, str, str], Draft] = field(default_factory=dict)
    titled: dict[tuple[int, str, str], list[Draft]] = field(default_factory=dict)
    #: The elements that rows above the table name, from the top down: 基本目標1 …
    over: list[Draft] = field(default_factory=list)
    named: set[int] = field(default_factory=set)

    @property
    def title(self) -> str | None:
        """What the register is called above its first table: 個別計画一覧(令和6年4月1日現在)."""
        first = next((unit.text for unit in self.about), "")
        named = re.sub(r"\s*[（(][^（()）]*(?:現在|時点|作成|更新)[)）]$", "", first.strip())
        table = _TABLE.match(narrow(named))
        return named if 4 <= len(named) <= 60 and "。" not in named and not table else None

    def element(self, above: Draft | None, kind: str, code: str | None, title: str) -> Draft | None:
        """Return the element that a row, or a table before, stated already.

        A table may leave out its code, and what it stands below; several such are none.
        """
        known = self.coded.get((id(above), kind, fold(code or ""), fold(title)))
        if known is not None:
            return known
        same = [
            one
            for one in self.titled.get((id(above), kind, fold(title)), ())
            if code is None or one.code is None or fold(one.code) == fold(code)
        ]
        return same[0] if len(same) == 1 else None

    def add(self, draft: Draft) -> None:
        """Take a new element."""
        title = fold(draft.title)
        self.coded[id(draft.parent), draft.kind, fold(draft.code or ""), title] = draft
        for above in {id(draft.parent), id(None)}:
            self.titled.setdefault((above, draft.kind, title), []).append(draft)
        self.drafts.append(draft)

    def put_over(self, draft: Draft) -> None:
        """Take an element that a row of its own names above a table, or within one."""
        while self.over and not stands_above(self.over[-1].kind, draft.kind):
            self.over.pop()
        draft.parent = self.over[-1] if self.over else None
        known = self.element(draft.parent, draft.kind, draft.code, draft.title)
        if known is None:
            self.add(draft)
            self.named.add(id(draft))
        self.over.append(known or draft)

    def drop_unused(self) -> None:
        """Drop the elements of rows of their own that nothing stands below."""
        used = {id(owner) for owner in self.owners.values()}
        kept: list[Draft] = []
        for draft in reversed(self.drafts):
            if id(draft) in used or id(draft) not in self.named:
                kept.append(draft)
                used.add(id(draft.parent))
        self.drafts = kept[::-1]

    @property
    def doubt(self) -> tuple[str, int] | None:
        """The doubt that names the columns that nobody understood."""
        if not self.unknown:
            return None
        told = tr("columns that were not recognised: {heads}; --columns says what they hold",
                  heads=", ".join(dict.fromkeys(head for head, _ in self.unknown)))  # fmt: skip
        return told, self.unknown[0][1]


def element_over(row: Row, place: int) -> Draft | None:
    """Return the element that a row of one cell names by the word of its code: 基本目標1 …"""
    filled = [cell for cell in row.cells or (row.text,) if cell]
    if len(filled) != 1:
        return None
    _, code, end = parse(narrow(filled[0]))
    title = filled[0][end:].strip(" 　:：.．】］]")
    if code is None or not code.word or not title or _NO_TITLE.search(title):
        return None
    kinds = coded_kinds(code.word)
    kind = max(kinds, key=kinds.__getitem__, default="")
    return (
        draft_of(kind, code.printed.strip("【】[] "), title, row, place) if kind in ORDER else None
    )


def draft_of(kind: str, code: str | None, title: str, row: Row, place: int) -> Draft:
    """Return the element that a row names."""
    draft = Draft(kind, title, place, place, row.number, row.number, row.page, code)
    draft.numbers = tuple(int(number) for number in re.findall(r"\d{1,6}", narrow(code or "")))
    return draft


def stands_above(kind: str, other: str) -> bool:
    """Tell whether one kind of element stands above another."""
    return ORDER.index(kind) < ORDER.index(other)
