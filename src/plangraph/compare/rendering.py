"""Writing a comparison out: for the screen, as a page, as sheets, as tables, as RDF."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from plangraph.tables import render as render_table

if TYPE_CHECKING:
    from plangraph.compare.comparison import Comparison


def render(found: Comparison, form: str = "table", name: str | None = None) -> str | bytes:
    """Return a comparison in one of the forms table, csv, tsv, json, html, xlsx, ttl.

    ``name`` picks one table; without it csv and tsv are the table of subjects, json has
    all tables, and ``table`` is a summary for the screen.
    """
    if form == "html":
        from plangraph.compare.page import page

        return page(found)
    if form == "xlsx":
        from plangraph.compare.sheets import workbook

        return workbook(found)
    if form == "ttl":
        from plangraph.compare.triples import turtle

        return turtle(found)
    from plangraph.compare.tables import tables

    width = shutil.get_terminal_size((120, 24)).columns
    if form == "table" and name is None:
        from plangraph.compare.screen import screen

        return screen(found, width)
    every = tables(found)
    if form == "json" and name is None:
        import json

        return (
            json.dumps({k: list(t) for k, t in every.items()}, ensure_ascii=False, indent=1) + "\n"
        )
    return render_table(every[name or "subjects"], form, width if form == "table" else None)
