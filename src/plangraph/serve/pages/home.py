"""The first page: what is in here, and where to begin."""

from __future__ import annotations

from plangraph import questions
from plangraph.compare.words import Both
from plangraph.language import pick
from plangraph.serve.pages import facts
from plangraph.serve.pages.html import html
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.vocabulary import LICENCE

#: Up to so many cities the first page shows each; beyond, prefectures.
_FEW = 12
#: Questions that the first page offers, those of them that there are.
_OFFERED = ("expired", "in-force", "sdg-elements", "field-coverage", "renamed", "indicators")


def home(visit: Visit) -> Shown:
    """首頁."""
    view = visit.view
    every = facts.versions(view)
    cities = facts.by_city(view)
    groups = facts.groups(view)
    narrow = [field for _top, below in groups for field in below]
    known = set(questions.names())
    about = pick(
        "市区町村の総合計画・個別計画を、横断して調べ、比べ、原文の行までたどれるサイト。",
        "Search, compare and trace the plans of Japanese municipalities, down to the line.",
    )
    return html(
        visit,
        "home.html",
        data="/catalog",
        title=Both("plangraph", "plangraph"),
        about=about,
        cities=dict(list(cities.items())[:_FEW]),
        many=len(cities) > _FEW,
        counts={
            "cities": len(cities),
            "plans": len({one.plan for one in every}),
            "versions": len(every),
            "elements": sum(one.elements for one in every),
        },
        words=sorted(narrow, key=lambda field: -field.elements)[:8],
        groups=groups,
        weight={
            top.iri: max((one.plans for one in (top, *below)), default=0) for top, below in groups
        },
        goals=facts.goals(view),
        offered=[questions.find(name) for name in _OFFERED if name in known],
        schema={
            "@type": "Dataset",
            "name": "plangraph",
            "description": about,
            "license": LICENCE,
            "url": visit.site.absolute(visit.site.url("/")),
            "inLanguage": ["ja", "en"],
        },
    )
