"""One plan version as quads.

What the document states goes into the graph that bears the version's name; what
curators add to it (translations, summaries, conclusions) into its curation graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from plangraph.fiscal import FiscalYear, Period
from plangraph.model import (
    Element,
    Entry,
    Indicator,
    Inference,
    Listed,
    Mention,
    Opinion,
    Passage,
    Plan,
    PlanPart,
    SectoralPlan,
    StatedGoal,
    Submission,
    Words,
)
from plangraph.municipalities import municipalities
from plangraph.statements import Statement, quads
from plangraph.triples.terms import date_term, decimal_term, integer_term, text_term, year_term
from plangraph.values import Lines, Quantity
from plangraph.vocabulary import (
    DCTERMS,
    KINDS,
    OA,
    ORG,
    PG,
    PROV,
    RDF,
    RDFS,
    SKOS,
    SPDX,
    XSD,
    Names,
    sdg,
)

_PROPERTY_OF = {
    "start": PG.start,
    "end": PG.end,
    "parent": PG.parent,
    "code": PG.code,
    "department": PG.department,
    "kind": RDF.type,
    "title": DCTERMS.title,
}


def plan_quads(plan: Plan, names: Names | None = None) -> Iterator[Quad]:
    """Yield the quads of a plan version: its own graph, its curation, its stated links."""
    return quads(plan_statements(plan, names or Names()))


def plan_statements(plan: Plan, names: Names) -> list[Statement]:
    """Return what ``plan_quads`` yields as statements."""
    return _Writer(plan, names).statements()


class _Writer:
    """Collects the quads of one plan; a thing is written by the method of its name."""

    def __init__(self, plan: Plan, names: Names) -> None:
        self.plan = plan
        self.names = names
        self.language = plan.document.language
        self.version = names.version(plan.version_id)
        self.document = names.document(plan.document.sha256)
        self.curation = names.curation(plan.version_id)
        self.stated_links = names.graph(f"links/sdgs/stated/{plan.version_id}")
        self.entries = list(plan.entries())
        if plan.municipality:
            self.owner = names.municipality(plan.municipality)
        else:
            self.owner = names.organization(plan.organization or "unknown")
        self.out: list[Statement] = []

    def statements(self) -> list[Statement]:
        self._version()
        for entry in self.entries:
            self._entry(entry)
        self._stated_by_all()
        return self.out

    # -- writing one statement ------------------------------------------------------

    def say(self, subject: NamedNode, predicate: NamedNode, value: Any) -> None:
        """State in the version's own graph; None states nothing."""
        if value is not None:
            self.out.append((subject, predicate, value, self.version))

    def add(self, subject: NamedNode, predicate: NamedNode, value: Any) -> None:
        """Add in the curation graph; None adds nothing."""
        if value is not None:
            self.out.append((subject, predicate, value, self.curation))

    def printed_text(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """State a text in the language of the document."""
        if value is not None:
            self.say(subject, predicate, text_term(value, self.language))

    def plain(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """State a code, a name of a thing or a word of our own lists."""
        if value is not None:
            self.say(subject, predicate, Literal(value))

    def english(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """Add our English rendering."""
        if value is not None:
            self.add(subject, predicate, text_term(value, "en"))

    def words(self, subject: NamedNode, predicate: NamedNode, words: Words | None) -> None:
        """Add our own words in both languages."""
        if words:
            self.add(subject, predicate, text_term(words.ja))
            self.add(subject, predicate, text_term(words.en, "en"))

    def lines(self, subject: NamedNode, lines: Lines | None) -> None:
        """State where in the document something stands."""
        if lines:
            self.say(subject, PG.line, integer_term(lines.start))
            if lines.end != lines.start:
                self.say(subject, PG.endLine, integer_term(lines.end))

    # -- the version and what hangs on it -------------------------------------------

    def _version(self) -> None:
        plan, version = self.plan, self.version
        work = self.names.plan(plan.plan)
        self.say(version, RDF.type, PG.PlanVersion)
        self.plain(version, DCTERMS.identifier, plan.version_id)
        self.say(version, DCTERMS.isVersionOf, work)
        self.say(version, PG.municipality, self.owner)
        self.plain(version, PG.status, plan.status)
        self.printed_text(version, DCTERMS.title, plan.title)
        self.english(version, DCTERMS.title, plan.title_en)
        self.words(version, DCTERMS.abstract, plan.summary)
        self.words(version, SKOS.note, plan.note)
        if plan.date:
            self.say(version, DCTERMS.date, date_term(plan.date))
        if plan.revises:
            self.say(version, PROV.wasRevisionOf, self.names.version(plan.revises))
        self._document()
        self.period(version, plan.period)
        self.say(work, RDF.type, PG.Plan)
        self.plain(work, DCTERMS.identifier, plan.plan)
        self.printed_text(work, DCTERMS.title, plan.work or plan.title)
        self.english(work, DCTERMS.title, plan.work_en)
        self.say(work, PG.municipality, self.owner)
        known = municipalities().get(plan.municipality or "")
        if known:
            self.say(self.owner, SKOS.prefLabel, text_term(known.name))
        else:
            self.say(self.owner, RDF.type, ORG.Organization)
            self.printed_text(self.owner, SKOS.prefLabel, plan.organization)
        for part in plan.parts:
            self._part(part)
        for number, mention in enumerate(plan.mentions, 1):
            self._mention(number, mention)
        if plan.submission:
            self._submission(plan.submission)
        self._inferences(version, plan.inferred)

    def _document(self) -> None:
        document, version = self.plan.document, self.version
        self.say(version, DCTERMS.source, self.document)
        self.say(version, PROV.wasDerivedFrom, self.document)
        excerpt = "true" if document.excerpt else "false"
        self.say(version, PG.excerpt, Literal(excerpt, datatype=XSD.boolean))
        self.say(self.document, RDF.type, PG.Document)
        self.plain(self.document, DCTERMS.identifier, document.file)
        self.plain(self.document, SPDX.checksumValue, document.sha256)
        self.plain(self.document, DCTERMS.language, document.language)
        if document.url:
            self.say(self.document, RDFS.seeAlso, NamedNode(document.url))

    def period(self, of: NamedNode, period: Period | None) -> None:
        """State 計画期間 as days, with the text as printed."""
        if period is None:
            return
        node = self.names.part(of, "period")
        self.say(of, PG.period, node)
        self.say(node, RDF.type, PG.FiscalPeriod)
        if period.start is not None:
            self.say(node, PG.start, date_term(period.start.start))
        if period.end is not None:
            self.say(node, PG.end, date_term(period.end.end))
        if period.years is not None:
            self.say(node, PG.years, integer_term(period.years))
        self.printed_text(node, PG.printed, period.printed or None)

    def _part(self, part: PlanPart) -> None:
        node = self.names.part(self.version, f"part-{part.id}")
        self.say(node, RDF.type, PG.PlanPart)
        self.say(node, DCTERMS.isPartOf, self.version)
        self.plain(node, PG.layer, part.layer)
        self.printed_text(node, DCTERMS.title, part.title)
        self.english(node, DCTERMS.title, part.title_en)
        self.lines(node, part.line)
        self.period(node, part.period)

    def _mention(self, number: int, mention: Mention) -> None:
        node = self.names.part(self.version, f"mention-{number}")
        self.say(self.version, PG.mention, node)
        self.say(node, RDF.type, PG.Mention)
        self.plain(node, PG.topic, mention.topic)
        self.plain(node, PG.statesLinks, mention.links)
        self.lines(node, mention.line)
        self.words(node, DCTERMS.abstract, mention.summary)

    def _submission(self, submission: Submission) -> None:
        node = self.names.part(self.version, "submission")
        self.say(self.version, PG.submission, node)
        self.say(node, RDF.type, PG.Submission)
        self.say(node, DCTERMS.date, date_term(submission.date))
        self.printed_text(node, PG.submittedBy, submission.by)
        self.printed_text(node, PG.role, submission.role)
        self.english(node, PG.submittedBy, submission.by_en)
        self.english(node, PG.role, submission.role_en)
        self.printed_text(node, PG.submittedTo, submission.body)
        basis = " ".join(filter(None, (submission.legal_basis, submission.legal_basis_number)))
        self.printed_text(node, PG.legalBasis, basis or None)
        self.printed_text(node, PG.requests, submission.requests)
        self.lines(node, submission.line)
        self.english(node, PG.repair, submission.repair)

    def _inferences(self, of: NamedNode, inferences: tuple[Inference, ...]) -> None:
        for inference in inferences:
            node = self.names.part(of, f"inferred-{inference.about}")
            self.add(of, PG.inference, node)
            self.add(node, RDF.type, PG.Inference)
            self.add(node, PG.aboutProperty, _PROPERTY_OF[inference.about])
            self.add(node, PG.inferredValue, _inferred(inference))
            self.words(node, DCTERMS.description, inference.reason)
            if inference.line:
                self.add(node, PG.line, integer_term(inference.line.start))

    # -- what a version lists ---------------------------------------------------------

    def _entry(self, entry: Entry) -> None:
        item = entry.item
        node = self.names.element(self.plan.version_id, entry.id)
        self.say(node, RDF.type, PG.PlanElement)
        self.say(node, RDF.type, KINDS[entry.kind])
        self.say(node, PG.inVersion, self.version)
        self.plain(node, PG.kind, entry.kind)
        self.say(node, PG.order, integer_term(entry.order))
        self.say(node, PG.depth, integer_term(entry.depth))
        self.plain(node, DCTERMS.identifier, f"{self.plan.version_id}/{entry.id}")
        self.plain(node, PG.code, item.code)
        told = self.add if isinstance(item, Opinion) else self.say  # what people said, in our words
        told(node, DCTERMS.title, item.title and text_term(item.title, self.language))
        if item.undecided:
            self.say(node, PG.undecided, Literal("true", datatype=XSD.boolean))
        self.english(node, DCTERMS.title, item.title_en)
        if entry.parent:
            self.say(node, PG.parent, self.names.element(self.plan.version_id, entry.parent))
        if entry.part:
            self.say(node, PG.inPart, self.names.part(self.version, f"part-{entry.part}"))
        for name in item.departments:
            self._department(node, name)
        self._evidence(node, item)
        self.words(node, SKOS.note, item.note)
        self._inferences(node, item.inferred)
        for goal in item.sdgs:
            self._stated_goal(node, goal)
        if isinstance(item, Element):
            self._element(node, item)
        elif isinstance(item, SectoralPlan):
            self.period(node, item.period)
            if item.revised is not None:
                self.say(node, PG.revised, year_term(item.revised))
        elif isinstance(item, Indicator):
            self.printed_text(node, PG.unit, item.unit)
            now, aim = (item.baseline, item.baseline_year), (item.target, item.target_year)
            self._observation(node, PG.baseline, "baseline", *now, item.counted_in)
            self._observation(node, PG.target, "target", *aim, item.counted_in)
        elif isinstance(item, Opinion):
            self._opinion(node, item)

    def _element(self, node: NamedNode, element: Element) -> None:
        self.printed_text(node, PG.localTerm, element.term)
        self.printed_text(node, PG.subtitle, element.subtitle)
        for keyword in element.keywords:
            self.printed_text(node, PG.keyword, keyword)
        self.words(node, DCTERMS.abstract, element.summary)
        for number, passage in enumerate(element.passages, 1):
            self._passage(node, number, passage)

    def _passage(self, of: NamedNode, number: int, passage: Passage) -> None:
        node = self.names.part(of, f"passage-{number}")
        self.say(of, PG.passage, node)
        self.say(node, RDF.type, PG.Passage)
        self.say(node, PG.order, integer_term(number))
        self.lines(node, passage.lines)
        self.printed_text(node, PG.heading, passage.heading)
        self.plain(node, PG.mark, passage.mark)
        self.printed_text(node, PG.text, passage.text)
        self.words(node, DCTERMS.abstract, passage.summary)

    def _evidence(self, of: NamedNode, item: Listed) -> None:
        """Where the heading stands, with it as extracted; again for every repetition.

        In which document follows from the version, and that it is evidence from the property.
        """
        if item.line is None:
            return
        self.lines(of, item.line)
        if item.page:
            self.say(of, PG.page, integer_term(item.page))
        quotation = item.printed or " ".join(filter(None, (item.code, item.title)))
        if isinstance(item, Opinion):
            quotation = item.printed or ""  # its title is not the document's
        places = [(item.line, quotation)]
        places += [(also.line, also.printed or quotation) for also in item.also]
        for number, (lines, printed) in enumerate(places, 1):
            node = self.names.part(of, "evidence" if number == 1 else f"evidence-{number}")
            self.say(of, PG.evidence, node)
            self.lines(node, lines)
            if printed:
                self.printed_text(node, OA.exact, printed)
        self.english(of, PG.repair, item.repair)

    def _department(self, of: NamedNode, name: str) -> None:
        node = self.names.department(self.owner, name)
        self.say(of, PG.department, node)
        self.say(node, RDF.type, PG.Department)
        self.say(node, ORG.unitOf, self.owner)
        self.printed_text(node, SKOS.prefLabel, name)

    def _observation(
        self, of: NamedNode, predicate: NamedNode, name: str,
        value: Quantity | None, year: FiscalYear | None, unit: str | None,
    ) -> None:  # fmt: skip
        if value is None and year is None:
            return
        node = self.names.part(of, name)
        self.say(of, predicate, node)
        self.say(node, RDF.type, PG.Observation)
        if value is not None:
            self.printed_text(node, PG.printed, value.printed)
            if (number := value.counted_in(unit)) is not None:
                self.say(node, PG.value, decimal_term(number))
        if year is not None:
            self.say(node, PG.year, year_term(year))

    def _opinion(self, node: NamedNode, opinion: Opinion) -> None:
        self.printed_text(node, PG.opinionBy, opinion.by)
        self.printed_text(node, PG.theme, opinion.theme)
        self.english(node, PG.opinionBy, opinion.by_en)
        self.english(node, PG.theme, opinion.theme_en)
        if opinion.on:
            self.say(node, PG.about, self.names.element(self.plan.version_id, opinion.on))

    def _stated_goal(self, of: NamedNode, stated: StatedGoal) -> None:
        """A link to an SDG goal that the document states; these have a graph of their own."""
        graph = self.stated_links
        node = self.names.part(of, f"stated-goal-{stated.target or stated.goal}")
        facts: list[tuple[NamedNode, Any]] = [
            (PG.element, of),
            (PG.goal, sdg(stated.goal)),
            (PG.linkStatus, Literal("stated")),
            (PG.rank, Literal("primary")),
        ]
        if stated.target:
            facts.append((PG.goal, sdg(stated.target)))
        if stated.line:
            facts.append((PG.line, integer_term(stated.line.start)))
        if stated.printed:
            facts.append((OA.exact, text_term(stated.printed, self.language)))
        self.out += [(node, predicate, value, graph) for predicate, value in facts]

    def _stated_by_all(self) -> None:
        """Say of the graph of stated links that the document makes all of them, and which it is."""
        if any(entry.item.sdgs for entry in self.entries):
            graph = self.stated_links
            self.out.append((graph, PG.linkStatus, Literal("stated"), graph))
            self.out.append((graph, PROV.wasDerivedFrom, self.document, graph))
            self.out.append((graph, DCTERMS.subject, self.version, graph))


def _inferred(inference: Inference) -> Literal | None:
    if inference.value is None:
        return None
    if inference.about in ("start", "end"):
        year = FiscalYear.parse(inference.value)
        return date_term(year.start if inference.about == "start" else year.end)
    return Literal(str(inference.value))
