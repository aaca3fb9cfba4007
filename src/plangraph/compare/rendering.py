"""Writing a comparison out: for the screen, as a page, as sheets, as tables, as RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.tables import render as render_table

if TYPE_CHECKING:
    from plangraph.compare.comparison import Comparison


def render(
    found: Comparison, form: str = "table", name: str | None = None, width: int | None = None
) -> str | bytes:
    """Return a comparison in one of the forms table, csv, tsv, json, html, xlsx, ttl.

    ``name`` picks one table; without it csv and tsv are the table of subjects, json has
    all tables, and ``table`` is a summary for the screen, cut to ``width`` columns if given.
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
    from plangraph.compare.tables import table, tables

    if form == "table" and name is None:
        from plangraph.compare.screen import screen

        return screen(found, width)
    if form == "json" and name is None:
        import json

        every = {key: list(one) for key, one in tables(found).items()}
        return json.dumps(every, ensure_ascii=False, indent=1) + "\n"
    return render_table(table(found, name or "subjects"), form, width)
