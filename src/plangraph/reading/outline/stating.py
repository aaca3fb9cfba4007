"""Elements that sentences state (文で述べられた将来像・理念): drafts without a heading."""

from __future__ import annotations

import itertools
import re

from plangraph.fiscal import fold
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import enumerated, mottos, slogans
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import plain

#: Role words of sentences and what they call a name.
_KINDS = {
    "理念": "philosophy", "目標": "goal", "柱": "goal", "視点": "viewpoint", "姿勢": "viewpoint",
    "方針": "policy", "方向": "policy", "項目": "policy", "戦略": "policy",
    "政策": "policy", "施策": "measure",
}  # fmt: skip
#: Kinds that may be goals by another name, those that hold what is done, and how many count.
_BELOW = frozenset(("policy", "measure", "direction"))
_HOLDING = frozenset(("goal", "policy", "measure"))
_FEWEST = 2


def draft(unit: Unit, kind: str, title: str, place: int, term: str) -> Draft:
    """Return the draft of an element that the unit at ``place`` states."""
    found = Draft(kind, title, place, place, unit.first, unit.last, unit.page)
    found.term, found.bodied = term, True
    return found


#: A heading that names what is to come true: 「…のまち」の実現に向けて.
_TOWARDS = re.compile(
    r"\s*(?:「(?P<a>[^「」]{9,50})」|『(?P<b>[^『』]{9,50})』)\s*"
    r"(?:の実現に向け(?:て)?(?:[「、].{0,60})?|(?:の実現)?を(?:めざ|目指)(?:して|す))\s*"
)


def _towards(units: list[Unit], drafts: list[Draft]) -> None:
    known = {fold(one.title) for one in drafts}
    for place, unit in enumerate(units):
        found = None if unit.prose or unit.code or unit.use else _TOWARDS.fullmatch(unit.text)
        title = (found["a"] or found["b"]) if found else ""
        if title and lexicon.SLOGAN.search(title) and "計画" not in title:
            if fold(title) not in known:
                drafts.append(draft(unit, "vision", title, place, "将来像"))
            return


def told(units: list[Unit], drafts: list[Draft]) -> None:
    """Add the visions and philosophies that no heading, but a sentence states."""
    known = {fold(one.title) for one in drafts}
    headed = list(drafts)
    named = slogans.told(units) + enumerated.in_turn(units)
    _called(named, headed)
    for place, role, title in named:
        kind = next((kind for end, kind in _KINDS.items() if role.endswith(end)), "vision")
        before = drafts if kind in ("vision", "philosophy") else headed
        beside = {fold(name) for at, of, name in named if (at, of) == (place, role)}
        among = next((one.kind for one in headed if fold(one.title) in beside), None)
        above = any(one.kind == kind and one.place != place for one in before)
        if (among or not above) and fold(title) not in known:
            drafts.append(draft(units[place], among or kind, title, place, role))
    _towards(units, drafts)
    _acts(units, drafts)
    stated = any(one.kind in ("vision", "philosophy") for one in drafts)
    if not stated and (hint := slogans.hinted(units) or mottos.on_cover(units)):
        drafts.append(draft(units[hint[0]], "vision", hint[1], hint[0], "将来像"))


def _called(named: list[tuple[int, str, str]], drafts: list[Draft]) -> None:
    """Make goals of the headings that one sentence counts up as such, where there are no others.

    What a word or a table calls something else keeps its kind.
    """
    if any(one.kind == "goal" for one in drafts):
        return
    bare = {fold(one.title): one for one in drafts if one.kind in _BELOW and not one.term}
    for (_, role), group in itertools.groupby(named, key=lambda one: one[:2]):
        titles = [fold(title) for _, _, title in group]
        found = [bare[title] for title in titles if title in bare]
        goals = role.endswith(("柱", "目標")) and len(found) == len(titles) >= _FEWEST
        if goals and len({one.kind for one in found}) == 1:
            for one in found:
                one.kind = "goal"


#: What a sentence of a magazine says below a heading: 「…」「…」などに取り組みます.
_ACTS = re.compile(
    r"(?:[「『][^「」『』]{3,40}[」』](?:[、，・や]|及び|並びに)*){2,}(?:など|等)?(?:の(?:取組|取り組み|事業|施策))?"
    r"(?:に(?:力を入れ|取り?組|努め)|を(?:柱|進め|推進し|実施し|行い|図り|展開し))"
)
_QUOTED = re.compile("[「『]([^「」『』]{3,40})[」』]")


def _acts(units: list[Unit], drafts: list[Draft]) -> None:
    """Add what a sentence right below a heading names as what is done there."""
    known = {fold(one.title) for one in drafts}
    for above in [one for one in drafts if one.kind in _HOLDING and one.end + 1 < len(units)]:
        place = above.end + 1
        unit = units[place]
        told = _ACTS.match(unit.text) if unit.text[:1] in ("「", "『") else None
        for title in _QUOTED.findall(told[0]) if told else ():
            if fold(title) not in known:
                kind = "direction" if above.kind == "measure" else "measure"
                drafts.append(draft(unit, kind, title, place, ""))
                drafts[-1].parent = above


#: What introduces a section, and names nothing in it.
_INTRODUCES = re.compile(r"プロジェクト|計画|次の|以下|ここでは")


def alone(units: list[Unit], start: int, stop: int) -> list[int]:
    """Return the places of short sentences, each a paragraph, one below the other."""
    found: list[int] = []
    for place in range(start, min(stop, len(units))):
        unit = units[place]
        text = unit.text.strip()
        short = unit.first == unit.last and len(text) <= 40 and text.find("。") == len(text) - 1
        short = short and not _INTRODUCES.search(text)
        if short and unit.gap and not (unit.code or unit.mark or unit.use or unit.contents):
            found.append(place)
        elif len(found) > 1:
            break
        else:
            found = []
    return found if len(found) > 1 else []


def role(title: str) -> str:
    """Return the role word that the title of a heading is, in English with its spaces.

    >>> role("Our  vision"), role("私たちがめざす 将来像")
    ('Our vision', '将来像')
    """
    if title.isascii():
        return " ".join(filter(None, map(plain, title.split())))
    return term(plain(title))


def term(name: str) -> str:
    """Return the role word of a heading as the document prints it."""
    found = re.search(
        r"(?:基本的な理念|基本理念|理念|将来都市像|将来像|都市像|ありたい姿|あるべき姿"
        r"|めざす姿|目指す姿|\d+年後の姿|"
        r"重視する視点|基本姿勢|視点|取組方針|方向性|施策の方向|基本目標|プロジェクト|姿)$",
        name,
    )
    return found[0] if found else name.rpartition("】")[2] or name
