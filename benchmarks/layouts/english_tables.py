"""Tables of actions in English-language plans, as text extraction flattens them."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.content_en import English
from layouts.english_front import around
from layouts.english_paper import Paper
from layouts.page import Page
from layouts.words_en import Field

_FIRST = ("Action", "Strategy", "Action Item", "Key Action", "Initiative", "Actions", "Project")
_WHO = ("Lead", "Responsible Party", "Lead Department", "Responsibility", "Owner", "Lead Agency")
_WHEN = ("Timeframe", "Timing", "Timeline", "Target Date", "Due", "Completion Date")
_LAST = ("Status", "Resources", "Measure", "Priority", "Cost", "Partners", "")
_VALUES = {
    "Status": ("Complete", "In progress", "Not started", "Underway"),
    "Resources": ("General Fund", "Staff time", "Grants", "Within existing budget"),
    "Measure": ("Report published", "Plan adopted", "Number served", "Miles built"),
    "Priority": ("High", "Medium", "Low"), "Cost": ("$", "$$", "$$$", "$50,000"),
    "Partners": ("School District", "Chamber", "County Health", "State DOT"),
}  # fmt: skip
_ACTS = ("measure", "direction", "project", "policy")
_MIDDLE = ("policy", "goal", "measure")
_GOALS = ("goal", "policy")


class Table(NamedTuple):
    """The heads of a table, and how its values are drawn."""

    heads: tuple[str, ...]
    when: tuple[str, ...]


def _table(random: Random, plan: English) -> Table:
    heads = (random.choice(_FIRST), random.choice(_WHO), random.choice(_WHEN))
    last = random.choice(_LAST)
    when = random.choice(
        (("Short-term", "Medium-term", "Long-term", "Ongoing"),
         (*map(str, range(plan.start + 1, plan.start + 5)), "Ongoing"),
         ("Q1 2026", "Q2 2026", "Q4 2027"), ("0-2 years", "3-5 years", "5+ years"),
         ("June 2026", "December 2027", "Annual"))
    )  # fmt: skip
    return Table((*heads, last) if last else heads, when)


def _values(random: Random, plan: English, table: Table, field: Field) -> list[str]:
    last = [random.choice(_VALUES[table.heads[3]])] if len(table.heads) > 3 else []
    return [plan.department(field), random.choice(table.when), *last]


class Manner(NamedTuple):
    """How a plan heads its tables and counts their rows."""

    word: str
    between: str
    middle: str
    number: str


def _manner(random: Random) -> Manner:
    return Manner(
        random.choice(("Goal", "Priority", "Focus Area", "Strategic Priority", "Theme", "Pillar")),
        random.choice((": ", " – ", ". ", "\n")),
        random.choice(("Objective", "Strategy", "Goal", "", "")),
        random.choice(("dotted", "dotted", "", "letters", "coded")),
    )


def _coded(manner: Manner, numbers: tuple[int, ...]) -> str:
    whole = ".".join(map(str, numbers))
    return {
        "dotted": whole, "": "", "letters": f"{chr(96 + numbers[-1])}.",
        "coded": f"{manner.word[0]}{numbers[0]}.{numbers[-1]}",
    }[manner.number]  # fmt: skip


def _plan(
    random: Random,
    put: Callable[[Paper, Table, list[list[str]]], None],
    paper: Paper,
    plan: English,
) -> Page:
    """Write goals above tables that ``put`` flattens; their first cells are elements."""
    table, manner = _table(random, plan), _manner(random)
    if manner.middle == manner.word:
        manner = manner._replace(middle="Strategy")
    around(paper, before=True)
    for number, field in enumerate(plan.fields(random.randint(2, 5)), 1):
        paper.gapped()
        title = paper.cased(plan.name_of(field))
        paper.entry(_GOALS, f"{manner.word} {number}{manner.between}", title)
        if random.random() < 0.4:
            paper.paragraph(plan.sentences(field, random.randint(1, 2)))
        for inner in range(1, random.randint(2, 3) if manner.middle else 2):
            numbers: tuple[int, ...] = (number,)
            if manner.middle:
                paper.gapped()
                numbers = (number, inner)
                before = f"{manner.middle} {number}.{inner}" + manner.between.replace("\n", " ")
                paper.entry(_MIDDLE, before, plan.aim(field), stop=paper.stop)
            rows = []
            for place in range(1, random.randint(3, 6)):
                act = plan.act(field)
                code = _coded(manner, (*numbers, place))
                rows.append([code, act, *_values(random, plan, table, field)])
                paper.note(_ACTS, act)
            paper.gapped()
            put(paper, table, rows)
    around(paper, before=False)
    return paper.finish()


def by_cell(random: Random, plan: English) -> Page:
    """Write tables cell by cell, one or more lines each: pages copied or printed to text."""
    paper = Paper(random, plan)
    wrapped, heads = random.random() < 0.6, random.random() < 0.8
    apart, blank = random.random() < 0.3, random.random() < 0.2
    stop = "." if random.random() < 0.4 else ""
    width = random.choice((30, 38, 46))

    def put(paper: Paper, table: Table, rows: list[list[str]]) -> None:
        if heads:
            paper.raw(*(["No."] if rows[0][0] and apart else []), *table.heads)
        for code, act, *values in rows:
            if blank:
                paper.raw("")
            if code and apart:
                paper.raw(code)
            text = act + stop if apart or not code else f"{code} {act}{stop}"
            paper.raw(*(textwrap.wrap(text, width) if wrapped else [text]), *values)

    return _plan(random, put, paper, plan)


def by_row(random: Random, plan: English) -> Page:
    """Write tables row by row, cells side by side in columns of spaces, long ones wrapped."""
    paper = Paper(random, plan)
    wide = random.choice((34, 40, 48, 56))
    others = random.choice((14, 18, 22))
    stop = "." if random.random() < 0.4 else ""
    heads = random.random() < 0.85
    blank = random.random() < 0.3

    def put(paper: Paper, table: Table, rows: list[list[str]]) -> None:
        if heads:
            first = " " * 6 * bool(rows[0][0]) + table.heads[0].ljust(wide)
            paper.raw((first + "".join(one.ljust(others) for one in table.heads[1:])).rstrip())
        for code, act, *values in rows:
            if blank:
                paper.raw("")
            cells = [textwrap.wrap(act + stop, wide - 2)]
            cells += [textwrap.wrap(one, others - 2) for one in values]
            for number, line in enumerate(itertools.zip_longest(*cells, fillvalue="")):
                start = (code if number == 0 else "").ljust(6) if code else ""
                rest = "".join(one.ljust(others) for one in line[1:])
                paper.raw((start + line[0].ljust(wide) + rest).rstrip())

    return _plan(random, put, paper, plan)


def in_line(random: Random, plan: English) -> Page:
    """Write tables row by row, the cells of a row on one line with single spaces between them.

    What most libraries make of a PDF: who and when run on behind the act, wrapped or not.
    """
    paper = Paper(random, plan)
    stop = random.random() < 0.5
    width = random.choice((0, 0, 70, 90))

    def put(paper: Paper, table: Table, rows: list[list[str]]) -> None:
        paper.raw(" ".join(table.heads))
        for code, act, *values in rows:
            text = " ".join([*([code] if code else []), act + "." * stop, *values])
            paper.raw(*(textwrap.wrap(text, width) if width else [text]))

    return _plan(random, put, paper, plan)


def barred(random: Random, plan: English) -> Page:
    """Write tables with bars or tabs between cells: Markdown, pages of sites, spreadsheets."""
    paper = Paper(random, plan, web=True)
    tab = random.random() < 0.4
    apart = random.random() < 0.5

    def row(cells: list[str]) -> str:
        return "\t".join(cells) if tab else f"| {' | '.join(cells)} |"

    def put(paper: Paper, table: Table, rows: list[list[str]]) -> None:
        coded = bool(rows[0][0])
        heads = [*(["#"] if coded and apart else []), *table.heads]
        paper.raw(row(heads))
        if not tab:
            paper.raw("|" + "---|" * len(heads))
        for code, act, *values in rows:
            first = [code, act] if coded and apart else [f"{code} {act}".strip()]
            paper.raw(row([*first, *values]))

    return _plan(random, put, paper, plan)


ENGLISH: dict[str, Callable[[Random, English], Page]] = {
    "cells": by_cell,
    "rows": by_row,
    "in-line": in_line,
    "barred": barred,
}
