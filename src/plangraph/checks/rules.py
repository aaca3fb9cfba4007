"""Rules over plan files: what shapes cannot see, with the line where it stands.

A rule is a function that yields findings for one plan file; it is registered under its
name, and the folder ``tests/cases/rules/<name>/`` holds a plan file that breaks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from plangraph.checks.finding import Finding, Level
from plangraph.errors import UnknownNameError, nearest
from plangraph.fiscal import Period, fold
from plangraph.language import tr
from plangraph.model import Indicator, Opinion, SectoralPlan
from plangraph.municipalities import find, municipalities
from plangraph.planfile import PlanFile
from plangraph.values import NAME

#: What a rule yields: pointer in the file, element or None, problem, advice.
Found = Iterator[tuple[str, str | None, str, str]]
Rule = Callable[["Checked"], Found]
RULES: dict[str, tuple[Level, Rule]] = {}


class Checked:
    """A plan file under check, with its entries and the other files around it."""

    def __init__(self, file: PlanFile, others: Mapping[str, PlanFile]) -> None:
        self.file = file
        self.plan = file.plan
        self.entries = file.plan.entries()
        self.ids = {entry.id for entry in self.entries}
        self.others = others


def rule(level: Level) -> Callable[[Rule], Rule]:
    """Register a rule under its name."""

    def register(function: Rule) -> Rule:
        RULES[function.__name__.replace("_", "-")] = level, function
        return function

    return register


def check_file(file: PlanFile, others: Mapping[str, PlanFile]) -> Iterator[Finding]:
    """Yield what the rules find in one plan file; ``others`` are by version id."""
    checked = Checked(file, others)
    for name, (level, function) in RULES.items():
        for pointer, element, problem, advice in function(checked):
            about = f"{file.plan.version_id}/{element}" if element else None
            line = file.line_of(pointer)
            yield Finding(level, name, str(file.path), line, about, problem, advice)


@rule("error")
def unknown_municipality(checked: Checked) -> Found:
    """The municipality must be one of Japan's, or an organization must be named."""
    plan = checked.plan
    if plan.municipality is None:
        if not plan.organization:
            yield "$", None, tr("no municipality is named"), tr("add `municipality:` with its code")
    elif plan.municipality not in municipalities():
        try:
            known = find(plan.municipality)
            advice = tr('write "{code}" ({name})', code=known.code, name=known.name)
            problem = tr("`municipality` must be the five-digit code")
        except UnknownNameError as error:
            problem, advice = error.problem, error.advice
        yield "$.municipality", None, problem, advice


@rule("error")
def duplicate_id(checked: Checked) -> Found:
    """No two entries of a version bear the same id."""
    seen: set[str] = set()
    for entry in checked.entries:
        if entry.id in seen:
            yield (
                f"{entry.pointer}.id",
                entry.id,
                tr("the id `{id}` is used twice", id=entry.id),
                tr("give one of them another id"),
            )
        seen.add(entry.id)


@rule("error")
def duplicate_code(checked: Checked) -> Found:
    """A code belongs to one element of its kind below the same element."""
    yield from _codes_again(checked, beside=True)


@rule("warning")
def repeated_code(checked: Checked) -> Found:
    """A code with a word in it (施策1) seldom stands twice in a plan, even below others."""
    yield from _codes_again(checked, beside=False)


def _codes_again(checked: Checked, beside: bool) -> Found:
    """Yield the codes that stand again ``beside`` their first element, or elsewhere."""
    seen: dict[tuple[str, str], dict[str | None, str]] = {}
    for entry in checked.entries:
        if not entry.item.code:
            continue
        code = fold(entry.item.code)
        before = seen.setdefault((entry.kind, code), {})
        same = before.get(entry.parent)
        worded = bool(re.search(r"[^\W\d_]{2,}|\d+\W\d+", code))
        other = same if beside else next(iter(before.values()), None) if worded else None
        if other and bool(same) is beside:
            yield (
                f"{entry.pointer}.code",
                entry.id,
                tr("the code {code} is already that of {other}", code=entry.item.code, other=other),
                tr("correct one of the two, or leave out a code that the document does not print"),
            )
        before.setdefault(entry.parent, entry.id)


@rule("error")
def missing_parent(checked: Checked) -> Found:
    """A parent must be an entry of the same version."""
    for entry in checked.entries:
        if entry.parent and entry.parent not in checked.ids:
            yield (
                f"{entry.pointer}.parent",
                entry.id,
                tr("there is no element `{id}` to be the parent", id=entry.parent),
                nearest(entry.parent, sorted(checked.ids)),
            )


@rule("error")
def parent_cycle(checked: Checked) -> Found:
    """No element is its own ancestor."""
    parents = {entry.id: entry.parent for entry in checked.entries}
    for entry in checked.entries:
        seen, above = [entry.id], entry.parent
        while above in parents and above not in seen:
            seen.append(above)
            above = parents[above]
        if above == entry.id:
            yield (
                f"{entry.pointer}.parent",
                entry.id,
                tr("the element is its own ancestor: {chain}", chain=" → ".join([*seen, entry.id])),
                tr("correct `parent` of one of them"),
            )


@rule("error")
def unknown_opinion_target(checked: Checked) -> Found:
    """An opinion is about an element of the same version."""
    for entry in checked.entries:
        on = entry.item.on if isinstance(entry.item, Opinion) else None
        if on and on not in checked.ids:
            yield (
                f"{entry.pointer}.on",
                entry.id,
                tr("there is no element `{id}` that the opinion could be on", id=on),
                nearest(on, sorted(checked.ids)),
            )


@rule("error")
def unknown_part(checked: Checked) -> Found:
    """A part that an entry names must be listed under ``parts``."""
    parts = [part.id for part in checked.plan.parts]
    for entry in checked.entries:
        if entry.item.part and entry.item.part not in parts:
            yield (
                f"{entry.pointer}.part",
                entry.id,
                tr("there is no part `{id}`", id=entry.item.part),
                nearest(entry.item.part, parts) or tr("list it under `parts:`"),
            )


@rule("error")
def period_order(checked: Checked) -> Found:
    """A period ends in the year in which it starts, or later."""
    places: list[tuple[str, str | None, Period | None]] = [("$.period", None, checked.plan.period)]
    places += [(f"$.parts[{n}].period", None, p.period) for n, p in enumerate(checked.plan.parts)]
    places += [
        (f"{entry.pointer}.period", entry.id, entry.item.period)
        for entry in checked.entries
        if isinstance(entry.item, SectoralPlan)
    ]
    for pointer, element, period in places:
        if period is None or period.start is None or period.end is None:
            continue
        if period.end < period.start:
            yield (
                pointer,
                element,
                tr("the period ends before it starts: {period}", period=period),
                tr("compare it with the document"),
            )


@rule("error")
def duplicate_version(checked: Checked) -> Found:
    """One file a version."""
    other = checked.others.get(checked.plan.version_id)
    if other and other.path != checked.file.path:
        yield (
            "$.version",
            None,
            tr("{version} is already in {file}", version=checked.plan.version_id, file=other.path),
            tr("give one of them another `version`, or leave one file out"),
        )


@rule("warning")
def unknown_former_version(checked: Checked) -> Found:
    """The version that is revised should be among the plan files."""
    revises = checked.plan.revises
    if revises == checked.plan.version_id or (revises and revises not in checked.others):
        yield (
            "$.revises",
            None,
            tr("the version {version} is not among the plan files", version=revises),
            nearest(revises, sorted(checked.others)),
        )


@rule("error")
def line_outside_document(checked: Checked) -> Found:
    """A line number lies within the document."""
    length = checked.plan.document.lines
    for entry in checked.entries:
        line = entry.item.line
        if length and line and line.end > length:
            yield (
                f"{entry.pointer}.line",
                entry.id,
                tr(
                    "line {line} is beyond the document's {length:line(s)}",
                    line=line,
                    length=length,
                ),
                tr("correct the line, or `lines` of the document"),
            )


@rule("error")
def missing_title(checked: Checked) -> Found:
    """An entry has a title, or the document itself leaves it undecided."""
    for entry in checked.entries:
        if not (entry.item.title or "").strip() and not entry.item.undecided:
            yield (
                entry.pointer,
                entry.id,
                tr("there is no title"),
                tr(
                    "add the official title, or `undecided: true` where the document leaves it open"
                ),
            )


@rule("error")
def bad_checksum(checked: Checked) -> Found:
    """The document's sha256 has 64 hexadecimal digits."""
    if not re.fullmatch(r"[0-9a-f]{64}", checked.plan.document.sha256):
        yield (
            "$.document.sha256",
            None,
            tr("this is no sha256: {value}", value=checked.plan.document.sha256[:80]),
            tr("copy the first word that `sha256sum FILE` prints"),
        )


@rule("error")
def bad_name(checked: Checked) -> Found:
    """Names of plans, versions and entries can stand in an address."""
    names = [("$.plan", None, checked.plan.plan), ("$.version", None, checked.plan.version)]
    found: list[tuple[str, str | None, str]] = [*names]
    found += [(f"{e.pointer}.id", e.id, e.item.id) for e in checked.entries if e.item.id]
    for pointer, element, name in found:
        if not NAME.fullmatch(name):
            yield (
                pointer,
                element,
                tr("the name `{name}` holds more than letters, digits and . _ ~ -", name=name),
                tr("use a short name such as kodaira-4th"),
            )


@rule("warning")
def target_before_baseline(checked: Checked) -> Found:
    """A target lies after its baseline."""
    for entry in checked.entries:
        item = entry.item
        if not isinstance(item, Indicator) or not (item.baseline_year and item.target_year):
            continue
        if item.target_year < item.baseline_year:
            yield (
                f"{entry.pointer}.target_year",
                entry.id,
                tr("the target's year lies before the baseline's"),
                tr("compare them with the document"),
            )


@rule("warning")
def open_doubt(checked: Checked) -> Found:
    """A doubt that a reader marked waits for a person."""
    for number, doubt in enumerate(checked.plan.doubts):
        yield f"$.doubts[{number}]", None, doubt.reason, _settle()
    for entry in checked.entries:
        for doubt in entry.item.doubts:
            yield f"{entry.pointer}.doubts", entry.id, doubt.reason, _settle()


def _settle() -> str:
    return tr("look at the document, correct the entry, and remove the doubt")
