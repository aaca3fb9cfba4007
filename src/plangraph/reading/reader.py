"""Reading a document: from bytes to Plan."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from plangraph.language import tr
from plangraph.model import Document, Doubt, Indicator, Plan, SectoralPlan
from plangraph.reading import assembly, registers
from plangraph.reading.analysis import Reading, analyse
from plangraph.reading.formats import load
from plangraph.reading.limits import uncollected
from plangraph.reading.metadata import facts as metadata
from plangraph.reading.metadata import latin_titles
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import links
from plangraph.reading.tables import sectoral, stated
from plangraph.reading.terms.looks import is_english
from plangraph.values import Lines


@dataclass
class Result:
    """A plan read from a document, with what the review page needs."""

    plan: Plan
    rows: list[str]
    #: The page that each row stands on, where the document has pages.
    pages: list[int | None]


@uncollected()
def read_document(
    path: str | Path,
    *,
    municipality: str | None = None,
    plan: str | None = None,
    version: str | None = None,
    columns: dict[str, str] | None = None,
) -> Result:
    """Read a plan document into a plan (``plangraph read``).

    ``municipality`` is a code or a name; ``plan`` and ``version`` become the ids of the
    plan file. ``columns`` says which column of a register holds what, by its head
    (``{"title": "計画名"}``; see ``registers.NAMES``). Raises DocumentError where the file
    cannot be read.
    """
    path = Path(path)
    data, source = load(path)
    mapped = registers.map_columns(source, columns, str(path)) if columns else source
    reading = analyse(mapped)
    if source.register and not (
        reading.drafts or reading.sectoral or reading.indicators or reading.refusal
    ):
        raise registers.unrecognised(source, str(path))
    reading.source = source
    if reading.register and not columns and (unknown := reading.register.doubt):
        source.doubts.append(unknown)
    found = _plan(path, data, reading, municipality, plan, version)
    reading.release()
    rows = source.rows
    return Result(found, [row.text for row in rows], [row.page for row in rows])


def _plan(
    path: Path, data: bytes, reading: Reading, municipality: str | None,
    plan: str | None, version: str | None,
) -> Plan:  # fmt: skip
    units, drafts = reading.units, reading.drafts
    links.find(units, drafts)
    for draft in drafts:
        if "\ufffd" in draft.title:
            draft.doubts.append(tr("letters of the title are lost (U+FFFD)"))
    ids = _ids(reading)
    if reading.register is None:  # whose rows took the words beside them
        assembly.give_passages(units, reading.headings, drafts)
    listed = [(one.first, one.last) for one in reading.sectoral]
    listed += [(one.first, one.last) for one in reading.indicators]
    about = reading.register.about if reading.register else units
    english = is_english(units)
    if english and about is units:
        about = units = latin_titles.with_heads(units, reading.source.rows)
    facts = metadata.collect(units, _names(), reading.source.title, reading.sectoral, about)
    if reading.register and reading.register.title:
        facts = facts._replace(title=reading.register.title)
    code = _code_of(municipality) if municipality else facts.municipality
    slug = _slug(path.stem, code)
    doubts = [Doubt(reason=text, line=Lines(line) if line else None)
              for text, line in reading.source.doubts]  # fmt: skip
    if reading.refusal:
        doubts.append(Doubt(reason=reading.refusal))
    elif not drafts and not reading.sectoral and not reading.indicators:
        doubts.append(Doubt(reason=tr("no element of a plan was recognised in the document")))
    if facts.title is None:
        told = tr("the document does not state its title; the file name stands in")
        doubts.append(Doubt(reason=told))
    if facts.status is None:
        told = tr("the document does not state its status; adopted is assumed")
        doubts.append(Doubt(reason=told))
    last = reading.source.rows[-1].number if reading.source.rows else 0
    return Plan(
        plan=plan or slug,
        version=version or (facts.status or "adopted"),
        status=facts.status or "adopted",
        title=facts.title or path.stem,
        document=Document(
            file=path.name,
            sha256=hashlib.sha256(data).hexdigest(),
            lines=last,
            pages=reading.source.pages,
            language="en" if english else "ja",
        ),
        municipality=code,
        organization=None if code else facts.place or facts.title or path.stem,
        date=facts.day,
        date_printed=facts.day_printed,
        period=facts.period,
        elements=assembly.elements(drafts),
        sectoral_plans=tuple(_sectoral(one, ids.get(id(one))) for one in reading.sectoral),
        indicators=tuple(_indicator(one, ids.get(id(one))) for one in reading.indicators),
        doubts=tuple(doubts),
        unplaced=assembly.unplaced(reading.source.rows, assembly.covered(drafts, listed)),
    )


def _sectoral(one: sectoral.Plan, parent: str | None) -> SectoralPlan:
    return SectoralPlan(
        title=one.title, line=Lines(one.first, one.last), revised=one.revised,
        parent=parent, period=one.period, departments=one.departments,
    )  # fmt: skip


def _indicator(one: stated.Found, parent: str | None) -> Indicator:
    return Indicator(
        title=one.title, parent=parent, line=Lines(one.first, one.last), baseline=one.baseline,
        baseline_year=one.baseline_year, target=one.target, target_year=one.target_year,
        unit=one.unit,
    )  # fmt: skip


def _ids(reading: Reading) -> dict[int, str]:
    """Name the elements that a sectoral plan or an indicator refers to."""
    found: dict[int, str] = {}
    used: set[str] = set()
    beside = reading.register.owners if reading.register else {}
    for one in reading.sectoral:
        if above := beside.get(id(one)) or links.of_list(one, reading.drafts):
            found[id(one)] = _name(above, used)
    for measured in reading.indicators:
        if above := beside.get(id(measured)) or links.of_indicator(measured, reading.drafts):
            found[id(measured)] = _name(above, used)
    return found


def _name(draft: Draft, used: set[str]) -> str:
    if not draft.id:
        numbers = "-".join(map(str, draft.numbers))
        stem = name = f"{draft.kind}-{numbers}" if numbers else f"{draft.kind}-line{draft.first}"
        count = 2
        while name in used:
            name, count = f"{stem}~{count}", count + 1
        used.add(name)
        draft.id = name
    return draft.id


def _names() -> dict[str, str]:
    """Return municipality codes by name; a name that several bear has an empty code."""
    from plangraph.municipalities import municipalities

    names: dict[str, str] = {}
    for one in municipalities().values():
        names[one.name] = "" if one.name in names else one.code
    return names


def _code_of(name: str) -> str:
    from plangraph.municipalities import find

    return find(name).code


def _roman_of(code: str) -> str:
    from plangraph.municipalities import find

    return find(code).roman


def _slug(stem: str, code: str | None) -> str:
    """Return an id from the name of a file, one for each name.

    A name in Japanese gives its Latin letters or else the municipality, and the beginning of
    a hash, since two documents in one folder are two plans.
    """
    stem = unicodedata.normalize("NFC", stem)  # as macOS does not write it
    known = re.sub(r"[^0-9A-Za-z]+", "-", stem).strip("-").lower()
    if stem.isascii():
        return known or "plan"
    place = _roman_of(code) if code and not known else "plan"
    return f"{known or place}-{hashlib.sha256(stem.encode()).hexdigest()[:6]}"
