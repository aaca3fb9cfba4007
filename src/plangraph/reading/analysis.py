"""The stages of reading in their order: from the rows of a document to what they say."""

from __future__ import annotations

from dataclasses import dataclass

from plangraph.language import tr
from plangraph.reading import captions, noise, records, registers
from plangraph.reading.english import labelled, menus, remaining
from plangraph.reading.english import sheets as pages
from plangraph.reading.headings import (
    among,
    announced,
    glued,
    heads,
    marks,
    parts,
    rejoined,
    repeated,
    sheets,
    unprinted,
    vouched,
    works,
)
from plangraph.reading.headings import candidates as headings
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering import (
    asides,
    depths,
    elsewhere,
    families,
    leftover,
    marked,
    overlists,
    overnumbers,
    repairs,
    restarts,
    sections,
    told,
    unnumbered,
)
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import kinds, leftovers, lookalikes, mottos
from plangraph.reading.outline.drafts import Outline
from plangraph.reading.recovery import (
    amid,
    apart,
    bullets,
    learned,
    letterforms,
    linked,
    lonenumbers,
    numbercolumns,
    officed,
    readings,
    stacked,
    steps,
    trailing_numbers,
    viewers,
)
from plangraph.reading.recovery import lines as recovery
from plangraph.reading.recovery.steps import Step
from plangraph.reading.rows import Source, Unit
from plangraph.reading.tables import (
    cards,
    evenly,
    forms,
    indicators,
    priced,
    sectoral,
    stated,
    worklists,
)
from plangraph.reading.tables import extraction as tables


@dataclass
class Reading:
    """Everything that the stages found in one document."""

    source: Source
    units: list[Unit]
    headings: list[Heading]
    drafts: list[Draft]
    sectoral: list[sectoral.Plan]
    indicators: list[stated.Found]
    #: Why the document holds no plan, where it holds none.
    refusal: str = ""
    #: What is known of a register: whose a row is, what it says of itself.
    register: registers.Register | None = None

    def release(self) -> None:
        """Part the headings from each other, when all is read.

        What holds each other waits for a collection, which looks through all that was kept.
        """
        for heading in self.headings:
            heading.parent, heading.children = None, []


def analyse(source: Source) -> Reading:
    """Run the stages over the rows of a document."""
    if source.register and (reading := _register(source)):
        return reading
    units = _recover(source)
    if refusal := _refusal(units):
        return Reading(source, units, [], [], [], [], refusal)
    tables.tabulate(units)
    evenly.tabulate(units)
    officed.trim(units)
    measured = indicators.collect(units)
    plans = sectoral.collect(units)
    units = _title_lines(units)
    found = headings.collect(units)
    mottos.settle(units, found)
    columns = _families(units, found)
    drafts = _outline(units, found, columns)
    if leftover.titles(found, drafts):
        drafts = _outline(units, found, columns)
    drafts = labelled.refine(units, drafts)
    drafts = remaining.refine(units, drafts) or lookalikes.drafts(units)
    drafts = leftovers.add(units, found, drafts)
    return Reading(source, units, found, drafts, plans, measured)


def _register(source: Source) -> Reading | None:
    """Read a document that is nothing but tables; None where it is read like any other."""
    if registers.are_answers(source.rows):
        refusal = tr("these are opinions about a plan and the answers to them, not a plan")
        return Reading(source, recovery.units(source.rows), [], [], [], [], refusal)
    if rows := registers.read(source):
        return Reading(
            source, rows.units, [], rows.drafts, rows.plans, rows.indicators, register=rows
        )
    if registers.are_foreign(source.rows):
        return Reading(source, recovery.units(source.rows), [], [], [], [])
    return None


#: What is done to the letters of rows before anything else is asked.
_LETTERS = (
    Step(viewers.without_heads, steps.holding("Page ")),
    Step(letterforms.fold, steps.foreign),
    Step(readings.take_off, steps.foreign),
    Step(apart.closed, steps.foreign),
)


def _recover(source: Source) -> list[Unit]:
    """Make logical lines of the rows, and put numbers and labels to what they belong to."""
    rows = steps.run(source.rows, _LETTERS)
    units = recovery.units(menus.leave_out(linked.unlink(rows)))
    noise.put_aside(units)
    captions.put_aside(units)
    units = pages.join(units)
    bullets.unify(units)
    units = worklists.name(rejoined.join(units), rows)
    priced.name(units)
    sheets.close_up(units)
    stacked.labels(units)
    numbercolumns.pair(units)
    stacked.nested(units)
    stacked.below(units)
    trailing_numbers.give(units)
    stacked.titles(units)
    lonenumbers.numbered(units)
    lonenumbers.chained(units)
    units = amid.lift(units)
    cards.number(units)
    announced.settle(units)
    repeated.settle(units)
    return units


def _refusal(units: list[Unit]) -> str:
    """Say why a document holds no plan; nothing where it may."""
    if records.is_minutes(units):
        return tr("these are the minutes of a meeting, not a plan")
    if records.is_opinions(units):
        return tr("these are opinions about a plan and the answers to them, not a plan")
    if records.is_legend(units):
        return tr("this only explains how the pages of a plan are to be read")
    return ""


def _title_lines(units: list[Unit]) -> list[Unit]:
    """Give every title a unit of its own, whatever form of print it stands in."""
    units = tables.expand(forms.unfold(units))
    marks.restore(units)
    marks.romans(units)
    unprinted.restore(units)
    learned.learn(units)
    return works.part(glued.part(units))


def _outline(units: list[Unit], found: list[Heading], columns: list[heads.Columns]) -> list[Draft]:
    """Choose nesting and kinds of the headings, for the whole document, and draft elements."""
    families.rank(found)
    restarts.deal(found)
    heads.name_levels(units, found, columns)
    kinds.decide(found)
    vouched.agree(found)
    vouched.settle_first(found)
    vouched.repeats(found)
    return Outline(units, found).build()


def _families(units: list[Unit], found: list[Heading]) -> list[heads.Columns]:
    """Choose the families of the headings; return what head rows call their levels."""
    among.settle(found)
    repairs.front(found)
    repairs.drop_mentions(found)
    repairs.drop_echoes(found)
    elsewhere.put_aside(found)
    columns = heads.put_aside(found)
    parts.beside_policies(found)
    parts.below_goals(found)
    parts.of_chapters(found)
    parts.settle(found)
    parts.labels(found)
    heads.announce(units, found)
    parts.of_measures(found)
    heads.inner_systems(found)
    sections.settle(units, found)
    repairs.yield_to_goals(found)
    repairs.capitals(found)
    _unnumbered(units, found)
    repairs.list_items(units, found)
    told.marks(units, found)
    marked.nested(found)
    asides.below_labels(found)
    repairs.adopt_lost(units, found)
    restarts.dressed(found)
    restarts.around(found)
    restarts.through(found)
    restarts.part_restarts(found)
    return columns


def _unnumbered(units: list[Unit], found: list[Heading]) -> None:
    """Make families of the headings that no number tells."""
    depths.settle(units, found)
    unnumbered.bracketed(units, found)
    repairs.fields(found)
    overnumbers.throne(found)
    overnumbers.parting(found)
    overnumbers.crown(found)
    overlists.bulleted(found)
    unnumbered.titled(units, found)
    unnumbered.over_lists(units, found)
    unnumbered.listed(units, found)
    unnumbered.places(found)
    unnumbered.told_apart(units, found)
