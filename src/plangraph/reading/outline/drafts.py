"""The outline of a document: its headings as drafts of elements, each told once.

What the headings, their tree and their kinds say comes together here; contents pages,
summaries and running headers are recognised as repeats of what the body says.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from plangraph.reading.headings import trimming
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering import repeats
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import items, mottos, slogans, states, stating
from plangraph.reading.outline.kinds import CONTEXT
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.looks import plain

ELEMENTS = frozenset(
    ("philosophy", "vision", "viewpoint", "goal", "policy", "measure", "direction", "project",
     "perspective", "ideal-state", "strategy-goal")
)  # fmt: skip
#: The longest of the words that a philosophy consists of, each explained or in a row: 創造　安定.
_WORD, _WIDE = 6, re.compile("　{2,}| {3,}")
_STRONG = frozenset("●◆■○◇□◎•▶")
#: So often a label heads lines without marks.
_AGAIN, _GOALS = 2, 3
_ITEMS = frozenset("・●○◆◇■□•-")
#: Fields of a sheet, which are no directions whatever mark they bear.
_FIELD = re.compile(r"(?:目標|課題|内容|概要|状況|事項|根拠|理由)$")
_SELF = re.compile(r"(?:経営|運営|行革|行財政改革|行政改革)(?:の)?(?:基本)?方針$")


class Outline:
    """Builds the drafts of a document from its headings, in order."""

    def __init__(self, units: list[Unit], headings: list[Heading]) -> None:
        self.units, self.headings = units, headings
        self.labels = Counter(plain(one.title) for one in headings if one.family[0] == "=")
        self.drafts: list[Draft] = []
        self.of: dict[Heading, Draft] = {}

    def build(self) -> list[Draft]:
        """Return the drafts, repeats merged."""
        for place, heading in enumerate(self.headings):
            if heading.kind in ELEMENTS and heading.kind:
                self._add(heading, heading.kind)
            elif not heading.code and heading.unit.hint in ELEMENTS:
                self._add(heading, heading.unit.hint)
            elif heading.role == "viewpoint" and self._perspective(heading):
                continue
            elif heading.family[0] == "~" and self._is_marked(heading):
                self._add(heading, "direction")
            elif heading.family == ("=", "perspective"):
                self._perspective(heading)
            elif heading.role == "ideal":
                self._ideal(place, heading)
            elif heading.role in ("philosophy", "vision"):
                self._statement(place, heading)
            elif heading.role == "action" and heading.kind is None:
                self._actions(place, heading)
            elif heading.role in CONTEXT and heading.kind is None:
                self._uncoded(place, heading)
        self._named_sections()
        states.settle(self.units, self.drafts)
        stating.told(self.units, self.drafts)
        self.drafts.sort(key=lambda draft: (draft.place, draft.end, draft.first))
        drafts = repeats.merge(self.drafts)
        repeats.follow_codes(drafts)
        return drafts

    # -- the kinds of headings ---------------------------------------------------------

    def _add(self, heading: Heading, kind: str, parent: Draft | None = None) -> Draft:
        unit = heading.unit
        last = max(unit.last, self.units[heading.end].last)
        title = heading.title
        draft = Draft(kind, title, heading.place, heading.end, unit.first, last, unit.page)
        draft.heading = heading
        code = heading.code
        if code:
            space = " " if code.printed.isascii() else ""
            draft.code, draft.numbers = space.join(code.printed.split()) or None, code.numbers
        if code and code.word:
            draft.term = code.word if not code.word.isascii() else code.word.title()
        draft.subtitle, draft.keywords = heading.subtitle, heading.keywords or unit.keywords
        draft.departments = heading.departments or unit.departments
        draft.contents = unit.contents
        after = self.units[heading.end + 1] if heading.end + 1 < len(self.units) else None
        draft.bodied = bool(heading.body) or bool(after and after.prose and not after.code)
        draft.repair = heading.repair or unit.repair or None
        if unit.repair or heading.end != heading.place:
            draft.printed = unit.printed or None
        draft.doubts += heading.doubts
        draft.parent = parent or self._above(heading, kind)
        self.of[heading] = draft
        self.drafts.append(draft)
        return draft

    def _above(self, heading: Heading, kind: str) -> Draft | None:
        for ancestor in heading.ancestors():
            if ancestor in self.of:
                above = self.of[ancestor]
                if above.kind in ("vision", "philosophy") and above.code is None:
                    continue
                if kind in ("vision", "philosophy", "goal", "strategy-goal") and above.kind not in (
                    "vision", "goal", "philosophy",
                ):  # fmt: skip
                    continue
                if above.kind == "ideal-state" and kind == "project" and not above.code:
                    continue  # works are of the measure, whose state the lines before tell
                if above.kind == "viewpoint" and above.code is None:
                    continue  # a view of its own section holds nothing
                if above.kind == "philosophy" or (above.kind == "vision" and kind in (
                    "philosophy", "viewpoint",
                )):  # fmt: skip
                    continue
                return above
        return None

    def _perspective(self, heading: Heading) -> bool:
        """…の視点 below a project: how the project serves each goal."""
        recent = next((d for d in reversed(self.drafts) if d.kind != "perspective"), None)
        if not recent or recent.kind != "project" or not recent.heading or heading.unit.contents:
            return False
        if not heading.title.endswith("視点"):
            return False
        self._add(heading, "perspective", recent).term = "視点"
        return True

    def _section(self, place: int) -> list[Heading]:
        """Return the uncoded headings that follow a heading, up to the next other one."""
        return list(itertools.takewhile(lambda one: one.family[0] == "~", self._after(place)))

    def _stop(self, place: int) -> int:
        """Return the unit at which the section of a heading ends."""
        others = (one.place for one in self._after(place) if one.family[0] != "~")
        return next(others, len(self.units))

    def _after(self, place: int) -> Iterator[Heading]:
        """Return the headings after one; most callers want few of many."""
        return (self.headings[at] for at in range(place + 1, len(self.headings)))

    def _ideal(self, place: int, heading: Heading) -> None:
        above = self._above(heading, "ideal-state")
        if above is None:
            recent = [one for one in self.drafts if one.kind in ("goal", "policy", "measure")]
            above = recent[-1] if recent and heading.unit.first - recent[-1].last < 60 else None
        following = self.units[heading.end + 1 :][:1]
        once = "まち" in heading.title and sum(one.role == "ideal" for one in self.headings) == 1
        goals = sum(one.kind in ("goal", "policy") for one in self.drafts)
        holding = heading.parent
        of_place = heading.code and holding and holding.code and holding.role == "vision"
        if above is None or of_place or (once and goals >= _GOALS):  # behind all its goals
            self._statement(place, heading)
            return
        listed = heading.unit.contents or not following or following[0].contents
        if heading.body or not listed:
            draft = self._add(heading, "ideal-state", above)
            draft.code, draft.term = None, stating.term(draft.title)

    def _statement(self, place: int, heading: Heading) -> None:
        """A vision or philosophy: its slogan, or the section itself, or its parts."""
        kind = "philosophy" if heading.role == "philosophy" else "vision"
        if not heading.body and (
            heading.unit.contents
            or any(one.role in lexicon.BARREN - {"zone"} for one in heading.ancestors())
        ):
            return
        if heading.kind in ELEMENTS:
            return
        coded = [one for one in heading.children if one.kind == kind]
        following_heading = self.headings[place + 1 : place + 2]
        coded += [one for one in following_heading if one.kind == kind]
        if kind == "philosophy" and (parts := self._parts(place, heading)):
            for part in parts:
                self._add(part, kind).term = stating.role(heading.title)
            return
        told = self._with_body(place)
        alike = len({one.title[-2:] for one in told}) == 1
        words = list(itertools.takewhile(lambda one: len(one.title) <= _WORD, told))
        if kind == "philosophy" and len(words) >= 3 and words[0].place == heading.end + 1:
            told, alike = words, True
        if kind == "philosophy" and len(told) >= 2 and alike:
            for part in told:
                self._add(part, kind).term = stating.role(heading.title)
            return
        found = slogans.find(self.units, heading.end + 1, self._stop(place))
        if heading.body:
            title = slogans.named(heading.body)
            found = (heading.place, heading.place, title) if title else found
        if found and coded and self.units[found[0]].prose:
            found = None
        if found:
            first, end, title = found
            row: list[str] = _WIDE.split(title) if kind == "philosophy" else []
            whole = len(row) < 3 or max(map(len, row)) > _WORD
            for name in [title] if whole else row:
                draft = Draft(
                    kind, slogans.clean(name), first, end, self.units[first].first,
                    self.units[end].last, self.units[first].page,
                )  # fmt: skip
                draft.heading, draft.bodied = heading, True
                draft.contents, draft.term = heading.unit.contents, stating.role(heading.title)
                self.of.setdefault(heading, draft)
                self.drafts.append(draft)
            return
        if coded:
            return
        if kind == "philosophy":
            parts = self._with_body(place)
            if len(parts) < 2:
                parts = [
                    one for one in self._listed(heading, self._section(place)) if one.unit.mark
                ]
            if len(parts) >= 2:
                for part in parts:
                    self._add(part, kind).term = stating.role(heading.title)
                return
            following = self.units[heading.end + 1 : heading.end + 2]
            if (
                heading.code
                and following
                and following[0].prose
                and not following[0].code
                and not any(one.code for one in heading.children)
            ):
                self._add(heading, kind).code = None

    def _parts(self, place: int, heading: Heading) -> list[Heading]:
        """A philosophy in several lines of like form is several philosophies."""
        found = self._listed(heading, self._section(place))
        ends = {one.title[-2:] for one in found}
        alike = all(lexicon.TITLE_END.search(one.title) for one in found)
        return found if alike and (len(found) >= 3 or (len(found) == 2 and len(ends) == 1)) else []

    def _with_body(self, place: int) -> list[Heading]:
        found = []
        for one in self._section(place):
            following = self.units[one.end + 1] if one.end + 1 < len(self.units) else None
            followed = following is not None and following.prose and not following.code
            if one.role is None and one.score > 0.8 and followed:
                found.append(one)
        return found

    def _uncoded(self, place: int, heading: Heading) -> None:
        """Headings without codes below a heading that says what they are."""
        if heading.unit.contents:
            return
        kind = CONTEXT[heading.role or ""]
        if any(one.kind == kind for one in heading.children):
            return
        section = self._section(place)
        bodied = self._with_body(place)
        listed = [one for one in self._listed(heading, section) if one.unit.mark]
        if kind in ("viewpoint", "goal", "policy", "project") and len(listed) >= 2:
            chosen = listed
        elif kind in ("viewpoint", "goal", "policy", "project") and len(bodied) >= 2:
            chosen = bodied
        elif kind in ("viewpoint", "direction", "project", "goal", "policy", "measure"):
            chosen = self._listed(heading, section)
            if kind in ("direction", "measure", "project"):
                chosen = max(chosen, self._items(place, heading), key=len)
        else:
            chosen = []
        if kind == "project" and not chosen:
            for at in stating.alone(self.units, heading.end + 1, self._stop(place)):
                unit, term = self.units[at], stating.role(heading.title)
                self.drafts.append(stating.draft(unit, kind, unit.text, at, term))
        if kind == "goal" and not any(one.unit.mark for one in chosen):
            usual = sum(bool(lexicon.TITLE_END.search(one.title)) for one in chosen)
            foreign = all(is_latin(one.title) for one in chosen)
            chosen = chosen if foreign or 2 * usual >= len(chosen) else []
        if kind == "goal" and not chosen and section and section[0].place == heading.end + 1:
            title = section[0].title.rstrip("」』")
            once = lexicon.SLOGAN.search(title) and self.labels[plain(heading.title)] == 1
            sole = once and mottos.is_sole(self.units, section[0].place, self._stop(place))
            if len(title) >= 8 and (sole or lexicon.PLACE.search(title)):
                self._add(section[0], kind).term = stating.role(heading.title)
                return
        above = self._above(heading, kind)
        if above is not None and kind == "measure" and above.kind in ("measure", "direction"):
            kind = "direction"
        again = self.labels[plain(heading.title)] > 1
        alone = len(chosen) == 1 and bool(chosen[0].unit.mark) and again
        if kind in ("goal", "policy", "measure") and len(chosen) < 2 and not alone:
            return
        for one in chosen:
            draft = self._add(one, kind)
            draft.term = stating.role(heading.title)

    def _is_marked(self, heading: Heading) -> bool:
        """A marked heading with text of its own right below a measure is a direction of it."""
        above = heading.parent
        if above is None or above.kind != "measure" or heading.unit.mark not in _STRONG:
            return False
        following = self.units[heading.end + 1 : heading.end + 2]
        followed = bool(following) and following[0].prose and not following[0].code
        field = _FIELD.search(plain(heading.title))
        return heading.score > 0.8 and followed and not following[0].mark and not field

    def _actions(self, place: int, heading: Heading) -> None:
        """The items of a list below 主な取組 or 主な事業."""
        name = plain(heading.title)
        kind = "project" if name.endswith("事業") else "direction"
        marked = [one for one in self._with_body(place) if one.unit.mark in _STRONG]
        groups = items.grouped(self._section(place), heading)
        if groups and self._above(heading, "measure") is None:
            kind = "measure"
        listed = [] if groups else self._items(place, heading)
        found = groups or max(marked, listed, key=len)  # some of a list with text, some without
        if not found and self.labels[name] >= _AGAIN:
            found = items.lines(self.units, self._section(place), heading, self._stop(place))
        if kind == "direction" and all(one.title.endswith("事業") for one in found):
            kind = "project"  # works, whatever the label calls them
        for one in found:
            self._add(one, kind).term = stating.role(heading.title)

    def _items(self, place: int, heading: Heading) -> list[Heading]:
        return items.marked(self.units, self._section(place), heading, self._stop(place))

    def _listed(self, heading: Heading, section: list[Heading]) -> list[Heading]:
        """Take the items of a list that stands right below a heading."""
        found: list[Heading] = []
        place = heading.end + 1
        marks = set()
        while place < min(heading.end + 4, len(self.units)) and self._is_intro(place):
            place += 1
        for one in section:
            if one.place != place or one.score < 0.4 or items.names_section(one.title):
                break
            marks.add(one.unit.mark)
            if halves := trimming.halves(one, alone=len(section) == 1 and not one.unit.mark):
                found += halves
                place = one.end + 1
                continue
            if len(marks) > 2 or (found and not one.unit.mark and found[-1].unit.mark):
                break
            found.append(one)
            place = one.end + 1
            while one.unit.mark and self._explains(place):
                place += 1
        if not found or (len(found) == 1 and not found[0].unit.mark):
            return []
        return found

    def _explains(self, place: int) -> bool:
        """Tell a line in brackets, which explains the item above it."""
        return place < len(self.units) and self.units[place].text[0] in "(（"

    def _is_intro(self, place: int) -> bool:
        """Sentences may introduce a list of marked items."""
        unit = self.units[place]
        following = self.units[place + 1] if place + 1 < len(self.units) else None
        listed = following is not None and (
            following.prose or following.mark in _ITEMS or following.text[0] in "「『"
        )
        told = unit.prose or unit.text.endswith(("、", "，", ","))
        return told and not unit.mark and not unit.code and unit.text[0] not in "「『" and listed

    def _named_sections(self) -> None:
        """A section on how the town is run (…経営方針) with directions is a policy itself."""
        for heading in self.headings:
            if heading in self.of or heading.unit.contents:
                continue
            if not heading.code and not heading.unit.level:
                continue
            if not _SELF.search(plain(heading.title)) or heading.kind in ELEMENTS:
                continue
            stop = self._end_of(heading)
            below = [
                one for one in self.drafts
                if heading.place < one.place < stop and one.kind in ("direction", "viewpoint")
            ]  # fmt: skip
            if len(below) < 2:
                continue
            draft = self._add(heading, "policy")
            draft.code, draft.term = None, draft.title
            for one in below:
                if one.parent is None or one.parent.place < heading.place:
                    one.parent = draft

    def _end_of(self, heading: Heading) -> int:
        for other in self.headings:
            below = other.place <= heading.place or other.rank > heading.rank
            if not below and other.family[0] not in ("~", "="):
                return other.place
        return len(self.units)
