"""What a document says about its plan: title, municipality, status, dates, period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from plangraph.fiscal import ERAS, Period, fold
from plangraph.model import Status
from plangraph.reading.metadata import latin_titles, periods, places, titles
from plangraph.reading.rows import Unit
from plangraph.reading.tables.planrows import Plan
from plangraph.reading.terms.codes import narrow

_DATE = re.compile(
    r"(?P<era>令和|平成|昭和)\s*(?P<y>元"
    r"|\d{1,2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?:(?P<d>\d{1,2})\s*日)?"
    r"|(?P<g>\d{4})\s*年\s*(?P<gm>\d{1,2})\s*月\s*(?:(?P<gd>\d{1,2})\s*日)?"
)


class Metadata(NamedTuple):
    """What was found about the plan as a whole."""

    title: str | None
    #: The code of the municipality, where its name is that of one alone.
    municipality: str | None
    #: The name of the municipality or council as the document prints it.
    place: str | None
    status: Status | None
    day: date | None
    day_printed: str | None
    period: Period | None


def collect(
    units: list[Unit],
    names: dict[str, str],
    given_title: str | None,
    listed: Sequence[Plan] = (),
    about: list[Unit] | None = None,
) -> Metadata:
    """Look for the facts about the plan; ``names`` maps municipality names to codes.

    ``listed`` are the plans that the document lists, whose years are not its own; ``about``
    are the units that speak of the plan as a whole, where not all do.
    """
    if about is None:
        about = named = units
    else:  # whose other words are names of goals and works: Green City
        rows = {one.first for one in listed}
        named = about + [unit for unit in units if unit.first in rows]
    votes = places.Votes(named, names)
    title = titles.find(about, listed, votes.name(), given_title) or given_title
    title = latin_titles.of_government(title, votes.name()) if title else title
    title = title or latin_titles.on_pages(units) or latin_titles.at_head(about)
    period = periods.find(about, title or "", listed)
    day, printed = _date(about)
    place = votes.name_with(title or "")
    code = names.get(place or "") or None
    return Metadata(title, code, place, _status(about), day, printed, period)


#: A plan that calls itself a draft without brackets: 振興計画案, 基本計画案について, 案.
_DRAFTED = re.compile(r"(?:(?:計画|構想|戦略|プラン|ビジョン)\s*|^)案(?=\s|$|の概要|について)")


def _status(units: list[Unit]) -> Status | None:
    top = [unit.text for unit in units[:40] if len(unit.text) < 120]
    head = fold(" ".join(top))
    if "可決" in head:
        return "adopted"
    if re.search(r"議決を求める|議案第|提出", head):
        return "submitted"
    if re.search(r"パブリックコメント(?:用|案|版|に|の(?:実施|募集))|意見募集", head):
        return "consultation"
    if re.search(
        r"素案|[(\[<〈【〔]案[)\]>〉】〕]|骨子案|たたき台|原案|draft|ドラフト", head, re.I
    ) or any(_DRAFTED.search(text) for text in top):
        return "draft"
    return None


def _date(units: list[Unit]) -> tuple[date | None, str | None]:
    for unit in units[:60]:
        text = narrow(unit.text)
        if len(text) > 60:
            continue
        found = _DATE.search(text)
        if not found:
            continue
        year = (
            int(found["g"])
            if found["g"]
            else ERAS[found["era"]] + (1 if found["y"] == "元" else int(found["y"]))
        )
        month, day = found["m"] or found["gm"], found["d"] or found["gd"]
        try:
            return (date(year, int(month), int(day)) if day else None), found[0].strip()
        except ValueError:
            continue
    return None, None
