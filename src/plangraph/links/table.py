"""The policy fields (政策分野) with the words that speak for each, from the ontology."""

from __future__ import annotations

import csv
import functools
import os
import re
from pathlib import Path
from typing import NamedTuple

from plangraph.errors import PlangraphError, at, why
from plangraph.language import tr
from plangraph.links.text import fold, generic, other_number
from plangraph.links.words import Words
from plangraph.resources import folder
from plangraph.vocabulary import PREFIXES, SKOS

#: What a term says about its field: a name of it, a word of it, a word that others use too.
STRONG, WEAK = 1.0, 0.4
#: A term names a field beside others from this weight.
COMPOUND = 0.5


class Field(NamedTuple):
    """A policy field: key, labels, its parent, the SDG goals it serves mainly and also."""

    key: str
    ja: str
    en: str
    parent: str | None
    primary: tuple[int, ...]
    secondary: tuple[int, ...]
    #: The SDG targets nearest to it: ``3.4``.
    targets: tuple[str, ...]


class FieldTable(NamedTuple):
    """All fields by key, and which field each folded term speaks for, how strongly."""

    fields: dict[str, Field]
    terms: dict[str, tuple[tuple[str, float], ...]]
    words: Words
    #: How near two fields are: how often one measure carries both. Both ways, 0 to 1.
    kin: dict[str, tuple[tuple[str, float], ...]]
    #: For each field what plans treat as part of it, how surely: 治水 of 防災.
    parts: dict[str, tuple[tuple[str, float], ...]]
    #: Terms that name several fields at once: 農林業. What stands in them adds nothing.
    compounds: frozenset[str]

    def top(self, key: str) -> str:
        """Return the field of the first level that ``key`` belongs to."""
        parent = self.fields[key].parent
        return self.top(parent) if parent in self.fields else key


@functools.cache
def field_table(path: str | None = None) -> FieldTable:
    """Read the table of fields from ``policy-fields.ttl``; raises PlangraphError."""
    from pyoxigraph import RdfFormat, parse

    path = path or os.path.join(folder("ontology"), "policy-fields.ttl")
    facts: dict[str, dict[str, list[tuple[str, str]]]] = {}
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            subject = str(getattr(quad.subject, "value", ""))
            if subject.startswith(PREFIXES["field"]):
                value = getattr(quad.object, "value", "")
                said = facts.setdefault(subject.removeprefix(PREFIXES["field"]), {})
                said.setdefault(quad.predicate.value, []).append(
                    (value, getattr(quad.object, "language", None) or "")
                )
    except SyntaxError as error:
        raise PlangraphError(
            tr("broken Turtle: {problem}", problem=error.msg),
            place=at(path, error.lineno),
            advice=tr("mend the file"),
        ) from None
    except OSError as error:
        raise PlangraphError(
            tr("the file cannot be read: {problem}", problem=why(error)), place=path
        ) from None
    fields: dict[str, Field] = {}
    terms: dict[str, dict[str, float]] = {}
    for key, said in sorted(facts.items()):
        labels = {language: value for value, language in said.get(SKOS.prefLabel.value, [])}
        above = [value for value, _ in said.get(SKOS.broader.value, [])]
        primary = _goals(said, SKOS.closeMatch.value)
        fields[key] = Field(
            key,
            labels.get("ja", key),
            labels.get("en", key),
            above[0].removeprefix(PREFIXES["field"]) if above else None,
            primary,
            tuple(goal for goal in _goals(said, SKOS.relatedMatch.value) if goal not in primary),
            tuple(sorted(_matched(said, SKOS.relatedMatch.value, r"\d+\.\w+"))),
        )
        for predicate, weight in (
            (SKOS.prefLabel, STRONG),
            (SKOS.altLabel, STRONG),
            (SKOS.hiddenLabel, WEAK),
        ):
            for value, _ in said.get(predicate.value, []):
                folded = fold(value)
                if folded:
                    ways = terms.setdefault(folded, {})
                    ways[key] = max(weight, ways.get(key, 0.0))
    broad = [row for row in _rows("broad-terms.csv") if row["field"] in fields]
    for row in broad:
        ways = terms.setdefault(fold(row["term"]), {})
        ways[row["field"]] = max(float(row["weight"]), ways.get(row["field"], 0.0))
    compounds = {
        term
        for term in (fold(row["term"]) for row in broad)
        if sum(way >= COMPOUND for way in terms[term].values()) > 1
    }
    _lengthened(terms, compounds)
    _numbered(terms, compounds)
    kin: dict[str, dict[str, float]] = {}
    for row in _rows("field-kin.csv"):
        for one, other in ((row["field"], row["other"]), (row["other"], row["field"])):
            kin.setdefault(one, {})[other] = float(row["weight"])
    parts: dict[str, dict[str, float]] = {}
    for row in _rows("field-parts.csv"):
        parts.setdefault(row["whole"], {})[row["part"]] = float(row["weight"])
    return FieldTable(
        fields,
        {term: tuple(sorted(ways.items())) for term, ways in terms.items()},
        Words(terms),
        {key: tuple(sorted(others.items())) for key, others in kin.items()},
        {key: tuple(sorted(others.items())) for key, others in parts.items()},
        frozenset(compounds),
    )


def _lengthened(terms: dict[str, dict[str, float]], compounds: set[str]) -> None:
    """Let terms that only add what says nothing to a compound name all of its fields.

    商工業の振興 is about no less than 商工業 is.
    """
    for term, ways in sorted(terms.items()):
        if term not in compounds:
            inner = (one for one in compounds if one in term and generic(term.replace(one, "・")))
            for one in sorted(inner, key=lambda one: (len(one), one))[-1:]:
                for field, way in terms[one].items():
                    ways[field] = max(way, ways.get(field, 0.0))
                compounds.add(term)


def _numbered(terms: dict[str, dict[str, float]], compounds: set[str]) -> None:
    """Let English terms speak in the plural too, and those of several words in the singular."""
    for term, ways in sorted(terms.items()):
        form = other_number(term)
        if form and form not in terms:
            terms[form] = ways
            if term in compounds:
                compounds.add(form)


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _goals(said: dict[str, list[tuple[str, str]]], predicate: str) -> tuple[int, ...]:
    """Return the SDG goals a field is matched with (targets count for their goal), sorted."""
    found = _matched(said, predicate, r"\d+(?:\.\w+)?")
    return tuple(sorted({int(name.partition(".")[0]) for name in found}))


def _matched(said: dict[str, list[tuple[str, str]]], predicate: str, form: str) -> list[str]:
    names = (value.removeprefix(PREFIXES["sdg"]) for value, _ in said.get(predicate, []))
    return [name for name in names if re.fullmatch(form, name)]
