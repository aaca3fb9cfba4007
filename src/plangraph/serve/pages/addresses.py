"""Which page stands at which address."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from plangraph.serve import assets
from plangraph.serve.pages import (
    about,
    cities,
    comparing,
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
    found: list[BaseRoute] = [
        Route("/", page(home.home)),
        Route("/search", page(search.search)),
        Route("/cities", page(cities.cities)),
        Route("/cities/{prefecture:int}", page(cities.prefecture)),
        Route("/fields", page(subjects.fields)),
        Route("/goals", page(subjects.goals)),
        Route("/compare", page(comparing.comparison, long=True)),
        Route("/compare.xlsx", page(comparing.sheets, long=True)),
        Route("/diff", page(comparing.diff, long=True)),
        Route("/picture", page(comparing.picture, long=True)),
        Route("/picture.svg", page(comparing.drawing, long=True)),
        Route("/questions", page(questions.questions)),
        Route("/questions/{name}", page(questions.question)),
        Route("/about", page(about.about)),
        Route("/download", page(about.download)),
        Route("/query", writing.endpoint(site, press)),
    ]
    return [*found, *assets.routes(site)]
