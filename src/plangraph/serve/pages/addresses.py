"""Which page stands at which address."""

from __future__ import annotations

from functools import partial

from starlette.routing import BaseRoute, Route

from plangraph.serve import assets
from plangraph.serve.pages import (
    about,
    cities,
    comparing,
    data,
    home,
    questions,
    search,
    subjects,
    writing,
)
from plangraph.serve.pages.visit import press_of
from plangraph.serve.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of all pages."""
    press = press_of(site)
    page = press.page
    both = partial(data.routes, site, press)
    found: list[BaseRoute] = [
        Route("/", page(home.home)),
        *both("/search", search.search, data.search),
        *both("/cities", cities.cities, data.cities),
        *both("/cities/{prefecture:int}", cities.prefecture, data.cities),
        *both("/fields", subjects.fields, data.fields),
        *both("/goals", subjects.goals, data.goals),
        *both("/compare", comparing.comparison, data.comparison, long=True),
        Route("/compare.xlsx", page(comparing.sheets, long=True)),
        *both("/diff", comparing.diff, data.diff, long=True),
        Route("/diff.xlsx", page(comparing.changes_sheets, long=True)),
        Route("/picture", page(comparing.picture, long=True)),
        Route("/picture.svg", page(comparing.drawing, long=True)),
        *both("/questions", questions.questions, data.question_list),
        *both("/questions/{name}", questions.question, data.question),
        Route("/about", page(about.about)),
        Route("/download", page(about.download)),
        Route("/query", writing.endpoint(site, press)),
    ]
    return [*found, *assets.routes(site)]
