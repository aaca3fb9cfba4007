"""Named questions as forms, with their answers."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from plangraph import questions as named
from plangraph.compare.words import KINDS, LINK_STATUSES, Both
from plangraph.errors import ParameterError, UnknownNameError, nearest
from plangraph.language import pick, tr
from plangraph.serve.pages import facts
from plangraph.serve.pages.asking import rows
from plangraph.serve.pages.heads import head
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.serve.site import is_iri
from plangraph.tables import Table, render

#: Files that an answer comes as, and rows of one at most.
_FILES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
_FILE_ROWS = 200_000
#: Up to so many choices a form lists; beyond, a field with suggestions.
_LISTED = 60


def questions(visit: Visit) -> Shown:
    """Show all named questions."""
    return html(
        visit,
        "questions.html",
        title=Both("質問", "Questions"),
        about=pick(
            "計画について尋ねられる質問の一覧。答えは表・CSV・JSON で。",
            "The questions that can be asked of the plans; answers as table, CSV or JSON.",
        ),
        steps=[_step(visit)],
        questions=[named.find(name) for name in named.names()],
    )


def question(visit: Visit) -> Shown:
    """Show the form of a question, and its answer where nothing that it needs is missing."""
    name, dot, form = visit.path.rpartition("/")[2].partition(".")
    if name not in named.names() or (dot and form not in _FILES):
        raise UnknownNameError(
            tr("no question is called {name}", name=name),
            advice=nearest(name, named.names()),
            value=name,
        )
    found = named.find(name)
    given = {key: visit.one(key) for key in found.parameters if visit.one(key)}
    missing = [one for one in found.parameters.values() if one.required and not given.get(one.name)]
    if dot:
        return _file(visit, found, form)
    page, most = visit.number("page"), visit.site.settings.page_rows
    sparql, table, problem = "", None, None
    if not missing:
        try:
            sparql = visit.view.graph.sparql(name, **given)
            table = _part(visit, sparql, most + 1, (page - 1) * most)
        except ParameterError as error:  # said beside the form, which keeps what was filled in
            problem = error
    asked = urlencode(given)
    link = visit.site.url(f"/questions/{name}") + (f"?{asked}" if asked else "")
    return html(
        visit,
        "question.html",
        data="/questions" if missing or problem else None,
        title=Both(found.title["ja"], found.title["en"]),
        about=found.text[visit.language],
        steps=[_step(visit), Step(found.title[visit.language], None)],
        question=found,
        chosen=_chosen(visit, found, given),
        head=head,
        choices={one.name: _choices(visit, one.type) for one in found.parameters.values()},
        listed=_LISTED,
        problem=problem,
        sparql=body_of(sparql),
        table=table and Table(table.columns, table.rows[:most]),
        more=bool(table and len(table) > most),
        page=page,
        first=(page - 1) * most + 1,
        link=visit.site.absolute(link),
        files={kind: f"{visit.site.url(f'/questions/{name}')}.{kind}?{asked}" for kind in _FILES},
        editor=f"{visit.site.url('/query')}?{urlencode({'query': body_of(sparql)})}",
        cell=lambda column, value: visit.site.path(thing(visit, column, value) or ""),
    )


def _chosen(visit: Visit, found: named.Question, given: dict[str, str]) -> dict[str, str]:
    """Return what a form shows as chosen: a city by its code, however it was named."""
    shown = dict(given)
    for name, text in given.items():
        if found.parameters[name].type == "city":
            with suppress(UnknownNameError):  # said beside the form
                city = visit.view.graph.lookup.term("city", text).value
                shown[name] = city.rpartition("/")[2]
    return shown


def _part(visit: Visit, sparql: str, limit: int, offset: int = 0) -> Table:
    return rows(visit, f"{sparql}\nLIMIT {limit} OFFSET {offset}")


def every_row(visit: Visit, name: str) -> Table:
    """Return the answer to a question with what the address gives, up to the rows of a file."""
    found = named.find(name)
    given = {key: visit.one(key) for key in found.parameters if visit.one(key)}
    return _part(visit, visit.view.graph.sparql(found.name, **given), _FILE_ROWS)


def _file(visit: Visit, found: named.Question, form: str) -> Shown:
    table = every_row(visit, found.name)
    headers = {"Content-Disposition": f'attachment; filename="{found.name}.{form}"'}
    if len(table) == _FILE_ROWS:
        headers["X-Cut-After"] = str(_FILE_ROWS)
    body = render(table, form)
    if form == "csv":  # so that Excel takes it for UTF-8
        body = "\ufeff" + _harmless(table)
    return Shown(body, _FILES[form], headers)


def _harmless(table: Table) -> str:
    """Return CSV in which no text can be taken for a formula."""
    harmless = [
        tuple(f"'{value}" if isinstance(value, str) and value[:1] in "=+@\t\r" else value
              for value in row)
        for row in table.rows
    ]  # fmt: skip
    return render(Table(table.columns, harmless), "csv")


def _choices(visit: Visit, kind: str) -> list[tuple[str, str]]:
    """Return what can be chosen for a parameter: (value, label)."""
    view = visit.view
    if kind == "city":
        read = facts.by_city(view).values()
        return [(ones[0].code, str(ones[0].city)) for ones in read]
    if kind == "plan":
        return [(one.id, f"{one.id} {one.title}") for one in facts.versions(view)]
    if kind == "field":
        return [(one.label.ja, str(one.label)) for one in facts.fields(view).values()]
    if kind == "goal":
        return [(one.number, f"{one.number} {one.label}")
                for one in facts.goals(view).values()]  # fmt: skip
    if kind == "status":
        return [(key, str(label)) for key, label in LINK_STATUSES.items()]
    if kind == "kind":
        return [(key, str(label)) for key, label in KINDS.items()]
    return []


def thing(visit: Visit, column: str, value: Any) -> str | None:
    """Return the IRI of what a value of an answer names; None where it names nothing."""
    text = str(value)
    if column.endswith("id") and re.fullmatch(r"[^/\s]+@[^/\s]+/.+", text):
        return facts.element(visit.view, text)
    if column.endswith("version") and "@" in text:
        return visit.view.names.version(text).value
    return text if is_iri(text) and text.startswith(("http://", "https://")) else None


def body_of(sparql: str) -> str:
    """Return a query without the comments at its head."""
    lines = sparql.splitlines()
    first = next((n for n, line in enumerate(lines) if not line.startswith("#")), 0)
    return "\n".join(lines[first:]).strip()


def _step(visit: Visit) -> Step:
    return Step(pick("質問", "Questions"), visit.site.url("/questions"))
