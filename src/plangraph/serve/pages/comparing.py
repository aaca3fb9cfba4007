"""Side by side: choosing cities, their comparison, versions of a plan, pictures."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from plangraph.compare import compare, render
from plangraph.compare.comparison import Comparison
from plangraph.compare.diff import diff as difference
from plangraph.compare.diff import render as render_diff
from plangraph.compare.diff.page import values as diff_values
from plangraph.compare.page import values as comparison_values
from plangraph.compare.words import Both
from plangraph.draw import Picture, draw
from plangraph.draw.svg import svg
from plangraph.errors import ParameterError
from plangraph.language import pick, tr
from plangraph.municipalities import municipalities
from plangraph.serve.pages import facts
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit, no_more
from plangraph.serve.prefectures import PREFECTURES

#: Cities in one comparison, plans in one picture.
MOST, _DRAWN = 6, 12
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def comparison(visit: Visit) -> Shown:
    """Show cities side by side; where none is chosen, what there is to choose from."""
    if not visit.many("city"):
        return _choose(visit)
    found = _compared(visit)
    values = comparison_values(found)
    title: Both = values.pop("title")
    asked = [(key, value) for key, value in visit.asked.multi_items() if key != "lang"]
    shown = html(
        visit,
        "compare.html",
        title=title,
        about=pick(
            f"{title.ja}：構造・分野・対応・SDGs・個別計画を並べる。",
            f"{title.en}: structure, fields, counterparts, SDGs and sectoral plans.",
        ),
        steps=[_step(visit), Step(str(title), None)],
        notice="compared.html",
        script="compare.js",
        sheet=f"{visit.site.url('/compare.xlsx')}?{urlencode(asked)}",
        again=f"{visit.site.url('/compare')}?"
        + urlencode([("with", side.key.partition("@")[0]) for side in found.sides]),
        drawn=f"{visit.site.url('/picture')}?"
        + urlencode([("of", side.key) for side in found.sides if side.outline]),
        **values,
    )
    return shown._replace(body=_one_language(str(shown.body), visit.language))


def sheets(visit: Visit) -> Shown:
    """Give a comparison as an Excel workbook."""
    found = _compared(visit)
    body = render(found, "xlsx")
    return _workbook(body, [side.key.partition("@")[0] for side in found.sides])


def _workbook(body: str | bytes, parts: list[str]) -> Shown:
    """Return an Excel workbook under a name of ``parts``."""
    name = re.sub(r"[^A-Za-z0-9-]", "", "-".join(parts))[:60] or "cities"
    return Shown(
        body, _XLSX, {"Content-Disposition": f'attachment; filename="plangraph-{name}.xlsx"'}
    )


def diff(visit: Visit) -> Shown:
    """Show what changed between two versions of a plan."""
    older, newer = versions_asked(visit)
    values = diff_values(difference(visit.view.graph, older, newer))
    title: Both = values.pop("title")
    return html(
        visit,
        "diff.html",
        title=title,
        about=str(title),
        steps=[Step(str(title), None)],
        notice="changed.html",
        script="compare.js",
        sheet=f"{visit.site.url('/diff.xlsx')}?{urlencode({'older': older, 'newer': newer})}",
        **values,
    )


def changes_sheets(visit: Visit) -> Shown:
    """Give what changed between two versions as an Excel workbook."""
    found = difference(visit.view.graph, *versions_asked(visit))
    names = [one.version.replace("@", "-") for one in (found.old, found.new)]
    return _workbook(render_diff(found, "xlsx"), names)


def picture(visit: Visit) -> Shown:
    """Show a picture of plans: the page that the drawing makes, with the policy that it sets."""
    page = _drawn(visit).html()
    policy = _POLICY.search(page)
    assert policy, "the page of a picture has a policy"
    return Shown(
        page,
        headers={
            "Content-Security-Policy": f"{policy[1]}; frame-ancestors 'self'",
            "X-Frame-Options": "SAMEORIGIN",
        },
    )


def drawing(visit: Visit) -> Shown:
    """Give a picture as SVG."""
    return Shown(svg(_drawn(visit)), "image/svg+xml; charset=utf-8",
                 {"Content-Security-Policy": "default-src 'none'"})  # fmt: skip


def cities_asked(visit: Visit) -> list[str]:
    """Return the cities that are to be put side by side; raises ParameterError for too many."""
    names = visit.many("city")
    said = tr("these are too many cities to put side by side")
    no_more(names, MOST, said, tr("no more than {count} at once", count=MOST))
    return names


def versions_asked(visit: Visit) -> tuple[str, str]:
    """Return the versions whose changes are to be shown; raises ParameterError where one lacks."""
    older, newer = visit.one("older"), visit.one("newer")
    if not (older and newer):
        raise ParameterError(
            tr("two versions of a plan are needed"),
            advice=tr("choose them on the page of a plan"),
        )
    return older, newer


def _compared(visit: Visit) -> Comparison:
    return compare(
        visit.view.graph,
        *cities_asked(visit),
        on=visit.one("on") or visit.today,
        field=visit.one("field") or None,
        goal=visit.one("goal") or None,
        department=visit.one("department") or None,
        status=visit.one("status") or None,
        all_levels=visit.one("levels") == "all",
    )


def _choose(visit: Visit) -> Shown:
    view = visit.view
    read = facts.by_city(view)
    ticked = set(visit.many("with"))
    # ``with`` names a city by its code, or by a plan of it.
    owners = {one.plan: one.code for one in facts.versions(view)}
    ticked = {owners.get(name, name) for name in ticked}
    places: dict[str, list[tuple[str, Both]]] = {}
    known = municipalities()
    for code in read:
        places.setdefault(code[:2], []).append((code, facts.city_name(known[code])))
    return html(
        visit,
        "choose.html",
        title=Both("市を選んで比べる", "Choose cities and compare them"),
        about=pick(
            "市を選んで計画を並べ、Excel でも受け取れる。",
            "Choose cities, see their plans side by side, take them away as Excel.",
        ),
        steps=[_step(visit)],
        places=[(PREFECTURES[number], number, ones) for number, ones in sorted(places.items())],
        ticked=ticked,
        fields=facts.groups(view),
        goals=facts.goals(view),
        field=visit.one("field"),
        most=MOST,
    )


def _drawn(visit: Visit) -> Picture:
    names = visit.many("of")
    around = visit.one("around") or None
    drawn = names or [one.id for one in facts.versions(visit.view) if one.current and not around]
    said = tr("these are too many plans for one picture")
    no_more(drawn, _DRAWN, said, tr("no more than {count}; name some with of=…", count=_DRAWN))
    depth: Any = visit.number("depth", 6) if visit.one("depth") else 2
    if around and not names:
        names = [around.partition("/")[0]]
    return draw(
        visit.view.graph,
        names,
        goal=visit.one("goal") or None,
        field=visit.one("field") or None,
        around=around,
        depth=depth,
    )


def _one_language(page: str, language: str) -> str:
    """Leave out the texts of pictures in the other language; the style would hide them."""
    other = "en" if language == "ja" else "ja"
    return re.sub(f'<text[^>]* lang="{other}">[^<]*</text>', "", page)


def _step(visit: Visit) -> Step:
    return Step(pick("比べる", "Compare"), visit.site.url("/compare"))
