"""What a store consists of, unit by unit: which pieces hold the quads of each.

A unit is a plan version, or something about all of them: the reference schemes, the
catalogue, judgements, counterparts, totals. No two units say the same quad.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from plangraph.language import tr
from plangraph.links import reviewed
from plangraph.links.counterparts import PLANS
from plangraph.links.judgements import Judgements, Unused
from plangraph.links.quads import counterpart_method, counterpart_quads
from plangraph.model import Document, Plan
from plangraph.outline import Outline
from plangraph.pipeline.ledger import Ledger, Nearest
from plangraph.pipeline.settings import Progress
from plangraph.pipeline.shelf import Ref, Shelf, count, quads_in
from plangraph.pipeline.version import STATED, Summary, counts_of, outline_of
from plangraph.pipeline.workers import Workers
from plangraph.resources import folder
from plangraph.statements import Said, lines
from plangraph.statistics import Totals, version_statistics
from plangraph.triples.reference import (
    by_plan,
    catalogue_quads,
    current,
    municipality_quads,
    ontology_quads,
)
from plangraph.vocabulary import Names

_COUNTERPARTS = "counterparts"
#: What the catalogue says of a document: whether it is an excerpt.
_DOCUMENTS = {excerpt: Document(file="", sha256="", excerpt=excerpt) for excerpt in (False, True)}


class Units:
    """Finds the units of a store."""

    def __init__(
        self,
        shelf: Shelf,
        workers: Workers,
        names: Names,
        former: Ledger,
        progress: Progress | None,
    ) -> None:
        self.shelf, self.workers, self.names = shelf, workers, names
        self.former, self.progress = former, progress
        self.units: dict[str, dict[Ref, int]] = {}
        #: The current version of each plan.
        self.newest: dict[str, Summary] = {}
        #: Judgements on what is not there.
        self.unused: list[Unused] = []

    def settle(self, versions: Mapping[str, Summary], judgements: Judgements) -> None:
        """Find the units of a store of ``versions``, those that take long excepted."""
        plans = [_plan(one) for one in versions.values()]
        newest = sorted(_newest(plans))
        self.newest = {version: versions[version] for version in newest}
        self._reference(plans)
        self.judged = self._judged(judgements, versions, newest)
        self._versions(versions, set(newest))

    def link(self) -> Nearest | None:
        """Find the totals and the counterparts; return where the nation's links stand."""
        self._totals(set(self.newest))
        link = self._few if len(self.newest) <= PLANS else self._many
        return link(self.newest, self.judged)

    def _put(self, unit: str, quads: Iterable[Said]) -> None:
        text = lines(quads)
        name = f"q-{sha256(text).hexdigest()[:32]}"
        if not self.shelf.has(name):
            self.shelf.put(name, {"quads": text})
        self.units[unit] = {f"{name}#quads": count(text)}

    def _reference(self, plans: Iterable[Plan]) -> None:
        for unit in ("ontology", "municipalities"):
            if unit in self.former.units:
                self.units[unit] = self.former.units[unit]
        if "ontology" not in self.units:
            self._put("ontology", ontology_quads(folder("ontology"), self.names))
        if "municipalities" not in self.units:
            table = Path(folder("data")) / "municipalities.csv"
            self._put("municipalities", municipality_quads(table, self.names))
        self._put("catalogue", catalogue_quads(plans, self.names))

    # -- links ------------------------------------------------------------------------

    def _outline(self, summary: Summary) -> Outline:
        said = b"".join(self.shelf.part(f"{summary.key}#{part}") for part in STATED)
        return outline_of(said, self.names, summary.version)

    def _judged(
        self, judgements: Judgements, versions: Mapping[str, Summary], newest: Iterable[str]
    ) -> reviewed.Standing:
        """Add what people judged; only the plans that they judged are read."""
        named = _named(judgements)
        outlines = [self._outline(versions[v]) for v in newest if versions[v].plan in named]
        judged = reviewed.standing(judgements, outlines)
        self.unused = list(judged.unused)
        self._put("judged", [*reviewed.judged_goal_quads(judged), *reviewed.reviewed_quads(judged)])
        return judged

    def _few(self, newest: Mapping[str, Summary], judged: reviewed.Standing) -> None:
        """Add the counterparts between a few plans: each with each."""
        rejected = sorted(sorted(pair) for pair in judged.rejected)
        made = repr((sorted(one.key for one in newest.values()), self.units["judged"], rejected))
        name = f"k-{sha256(made.encode()).hexdigest()[:32]}"
        kept = self.shelf.get(name)
        if kept is None:
            if self.progress:
                self.progress(tr("link"), 0, len(newest))
            outlines = [self._outline(one) for one in newest.values()]
            text = lines(counterpart_quads(outlines, judged))
            self.shelf.put(name, {"quads": text})
            if self.progress:
                self.progress(tr("link"), len(newest), len(newest))
        else:
            text = self.shelf.part(f"{name}#quads")
        self.units[_COUNTERPARTS] = {f"{name}#quads": count(text)}

    def _many(self, newest: Mapping[str, Summary], judged: reviewed.Standing) -> Nearest:
        """Add the nearest counterparts in a nation, a unit a version."""
        from plangraph.pipeline.nation import Linking

        self._put(_COUNTERPARTS, counterpart_method(self.names))
        mark = f"{_COUNTERPARTS} "
        refs = {
            unit.removeprefix(mark): next(iter(refs.items()))
            for unit, refs in self.former.units.items()
            if unit.startswith(mark)
        }
        keys = {version: one.key for version, one in newest.items() if one.counts["rows"]}
        linking = Linking(
            self.shelf, self.workers, self.names, keys, judged.rejected, self.progress
        )
        found = linking.run(self.former.nearest, refs)
        for version, (ref, size) in sorted(found.refs.items()):
            self.units[mark + version] = {ref: size}
        return found.nearest

    # -- versions and what is counted over them ---------------------------------------

    def _versions(self, versions: Mapping[str, Summary], newest: set[str]) -> None:
        judged = self._judged_by_version()
        for version, summary in sorted(versions.items()):
            parts = [*STATED, "fields", *(["goals"] if version in newest else [])]
            counted = {f"{summary.key}#{part}": summary.counts[part] for part in parts}
            refs = {ref: size for ref, size in counted.items() if size}
            if version in judged:
                quads = [quad for ref in refs for quad in quads_in(self.shelf.part(ref))]
                unit = f"statistics {version}"
                self._put(unit, version_statistics([*quads, *judged[version]], self.names))
                refs |= self.units.pop(unit)
            else:
                part = "statistics-current" if version in newest else "statistics"
                refs[f"{summary.key}#{part}"] = summary.counts[part]
            self.units[f"version {version}"] = refs

    def _judged_by_version(self) -> dict[str, list[Quad]]:
        """Return the SDG goals that people judged, by version."""
        mark = self.names.graph("links/sdgs/judged/").value
        found: dict[str, list[Quad]] = {}
        for ref in self.units["judged"]:
            for quad in quads_in(self.shelf.part(ref)):
                graph = quad.graph_name
                if isinstance(graph, NamedNode) and graph.value.startswith(mark):
                    found.setdefault(graph.value.removeprefix(mark), []).append(quad)
        return found

    def _totals(self, newest: set[str]) -> None:
        """Add the totals: those of before, less what counted then, and with what counts now."""
        now = {_statistics(self.units[f"version {version}"]) for version in newest}
        before = {
            _statistics(refs)
            for unit, refs in self.former.units.items()
            if unit.startswith("version ") and any(ref.endswith("#goals") for ref in refs)
        }
        former = [quad for ref in self.former.units.get("totals", ()) for quad in self._quads(ref)]
        if any(not self.shelf.has(ref.partition("#")[0]) for ref in before - now):
            before, former = set(), []
        totals = Totals(former)
        for ref in sorted(before - now):
            totals.subtract(counts_of(self.shelf, ref))
        for ref in sorted(now - before):
            totals.add(counts_of(self.shelf, ref))
        self._put("totals", totals.quads(self.names))

    def _quads(self, ref: Ref) -> Iterator[Quad]:
        return quads_in(self.shelf.part(ref))


def newest_of(versions: Iterable[Summary]) -> set[str]:
    """Return the current version of each plan."""
    return _newest(map(_plan, versions))


def _newest(plans: Iterable[Plan]) -> set[str]:
    return {current(some).version_id for some in by_plan(plans).values()}


def _statistics(refs: Mapping[Ref, int]) -> Ref:
    """Return which ref of a version holds its statistics: the last."""
    return list(refs)[-1]


def _named(judgements: Judgements) -> set[str]:
    """Return the plans that judgements are about."""
    sides = [side for one in judgements.decisions for side in (one.one, one.other)]
    return {one.plan for one in judgements.goals} | {plan for plan, _ in sides}


def _plan(summary: Summary) -> Plan:
    """Return what the catalogue says of a version, as a plan."""
    return Plan(
        plan=summary.plan,
        version=summary.version.partition("@")[2],
        status="draft",
        title="",
        document=_DOCUMENTS[summary.excerpt],
        date=datetime.date.fromisoformat(summary.date) if summary.date else None,
        revises=summary.revises,
    )
