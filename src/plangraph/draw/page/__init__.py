"""The explorer: one HTML page with the picture's data in it, for any browser, without a network.

The page's own script and style stand beside this module as small files without a build
step; ``page`` puts them together. A content security policy allows just these by hash.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from plangraph import __version__
from plangraph.draw.kinds import LOOKS, PLACE
from plangraph.draw.layout import force, has_force
from plangraph.draw.picture import Claim, Mark, Picture
from plangraph.draw.safe import page_json
from plangraph.language import language
from plangraph.vocabulary import segment

_HERE = Path(__file__).parent
#: In the order in which they need each other.
SCRIPTS = (
    "data",
    "words",
    "tree",
    "text",
    "canvas",
    "dots",
    "panel",
    "filters",
    "twin",
    "main",
    "print",
)
#: What the numbers in the rows of claims stand for; data.js has the same.
SORTS = ("field", "goal", "counterpart")
STATUSES = ("stated", "judged", "inferred")
RANKS = ("", "primary", "secondary")
_FACTS = ("revised", "period_printed", "baseline", "target", "unit")


def page(picture: Picture) -> str:
    """Return the page of a picture."""
    script = (
        '(() => {\n"use strict";\n' + "".join(_part(f"{name}.js") for name in SCRIPTS) + "})();\n"
    )
    style = _part("page.css")
    values = {
        "LANG": language(),
        "TITLE": escape(picture.title),
        "SCRIPT_HASH": _hash(script),
        "STYLE_HASH": _hash(style),
        "STYLE": style,
        "SCRIPT": script,
        "DATA": page_json(page_data(picture)),
    }
    pieces = _part("page.html").split("@")
    return "".join(values.get(piece, piece) if n % 2 else piece for n, piece in enumerate(pieces))


def page_data(picture: Picture) -> dict[str, Any]:
    """Return what the page's script reads; element by element in columns, which is smaller."""
    departments = sorted({name for mark in picture.marks for name in mark.node.departments})
    place = {name: number for number, name in enumerate(departments)}
    return {
        "title": picture.title,
        "title_en": picture.title_en,
        "lang": language(),
        "made": _today().isoformat(),
        "plangraph": __version__,
        "versions": [
            {
                "id": v.version, "iri": v.iri, "city": v.city, "city_en": v.city_en,
                "status": v.status, "title": v.title, "title_en": v.title_en or "",
                "date": v.date, "period": v.period_printed, "document": v.document,
                "sha256": v.sha256, "excerpt": v.excerpt,
            }
            for v in picture.versions
        ],
        "kinds": [
            {"key": one.kind, "ja": one.ja, "en": one.en, "sign_ja": one.sign_ja,
             "sign_en": one.sign_en, "colour": one.colour}
            for one in LOOKS
        ],
        "departments": departments,
        "concepts": [
            {"key": c.key, "sort": c.sort, "ja": c.ja, "en": c.en, "colour": c.colour}
            for c in picture.concepts
        ],
        "marks": _columns(picture, place),
        **_claims(picture.claims),
        "focus": sorted(picture.focus) if picture.focus is not None else None,
        "elsewhere": sorted(picture.elsewhere),
        "alone": sorted(picture.alone()),
        "force": _force(picture),
    }  # fmt: skip


def _columns(picture: Picture, departments: dict[str, int]) -> dict[str, list[Any]]:
    """Return one list for each thing that is known of the elements, "" where it is not."""
    marks = picture.marks
    return {
        "version": [mark.version for mark in marks],
        "parent": [mark.parent for mark in marks],
        "kind": [PLACE[mark.node.kind] for mark in marks],
        "id": [mark.node.id for mark in marks],
        "iri": [_own_iri(picture, mark) for mark in marks],
        "code": [mark.node.code or "" for mark in marks],
        "title": [mark.node.title or "" for mark in marks],
        "title_en": [mark.node.title_en or "" for mark in marks],
        "subtitle": [mark.node.subtitle or "" for mark in marks],
        "term": [mark.node.term or "" for mark in marks],
        "line": [_lines(mark) for mark in marks],
        "quotation": [mark.node.quotation or "" for mark in marks],
        "ja": [mark.node.summary_ja or "" for mark in marks],
        "en": [mark.node.summary_en or "" for mark in marks],
        "keywords": [mark.node.keywords or 0 for mark in marks],
        "departments": [[departments[d] for d in mark.node.departments] or 0 for mark in marks],
        "facts": [_facts(mark) or 0 for mark in marks],
    }


def _own_iri(picture: Picture, mark: Mark) -> str:
    """Return the element's IRI where it does not follow from its id."""
    usual = f"{picture.versions[mark.version].iri}/{segment(mark.node.id)}"
    return "" if mark.node.iri == usual == usual.replace("%", "") else mark.node.iri


def _lines(mark: Mark) -> str:
    first, last = mark.node.line, mark.node.end_line
    return "" if first is None else f"{first}–{last}" if last and last != first else str(first)


def _facts(mark: Mark) -> list[tuple[str, str]]:
    node = mark.node
    found = []
    for key in _FACTS:
        value = getattr(node, key)
        year = getattr(node, f"{key}_year", None)
        if value is not None:
            found.append(
                (key.removesuffix("_printed"), f"{value}（{year}）" if year else str(value))
            )
    return found


def _force(picture: Picture) -> dict[str, list[int]] | None:
    if not has_force(picture):
        return None
    placed = force(picture)
    return {
        "versions": [round(value) for point in placed.versions for value in point],
        "marks": [round(value) for point in placed.marks for value in point],
    }


def _claims(claims: Sequence[Claim]) -> dict[str, Any]:
    """Return claims in rows of numbers, and once each what many of them say."""
    said: dict[tuple[str, str], int] = {("", ""): 0}
    terms: dict[str, int] = {}

    def place(ja: str | None, en: str | None) -> int:
        return said.setdefault((ja or "", en or ja or ""), len(said))

    rows = [
        [
            claim.mark,
            SORTS.index(claim.sort),
            claim.target,
            STATUSES.index(claim.status) if claim.status in STATUSES else len(STATUSES) - 1,
            RANKS.index(claim.rank) if claim.rank in RANKS else 0,
            claim.score,
            place(claim.who, claim.who_en),
            place(claim.note, claim.note_en),
            *(terms.setdefault(term, len(terms)) for term in claim.terms),
        ]
        for claim in claims
    ]
    return {"claims": rows, "said": list(said), "terms": list(terms)}


def _today() -> date:
    """Return the date on the page: today, or SOURCE_DATE_EPOCH for builds that are repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return date.today()


def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
