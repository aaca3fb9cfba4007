"""The sections of an English-language plan: what a label or a coded heading has below it."""

from __future__ import annotations

import itertools
import re

from plangraph.reading.english import layouts, others, sentences, unlabelled
from plangraph.reading.english.listing import Line, are_aims, key, nests, outer, run_of
from plangraph.reading.english.refrains import Block
from plangraph.reading.headings import tails
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.english_columns import is_head

KINDS = ("goal", "policy", "measure")
#: Sentences between a label and what it announces.
_INTRO = 4
_MOST_WORDS = 45
#: A sentence that says what a numbered goal means, before the list below it, is as short.
_SAID = 16
#: What is below a goal however it is listed: Objective: Widen the tax base.
_OBJECTIVE = re.compile(r"(?:\w+ )?objective\b", re.I)
_PLACED = {"text": -1, "goal": 0, "policy": 1, "measure": 2}


class Sections:
    """The sections of a document that labels, codes and templates head, read one by one."""

    def __init__(self, lines: list[Line], drafts: list[Draft], blocks: list[Block]) -> None:
        repeated = {place for block in blocks for place in block.places}
        repeated |= {block.title.place for block in blocks}
        self.blocks = blocks
        self.lines = [line for line in lines if line.place not in repeated]
        self.told = {one.place: one for one in drafts}
        coded = {line.place for line in lines if line.form == "coded"}
        pairs = itertools.pairwise(lines)
        acting = {
            line.place
            for line, after in pairs
            if after.form == "head" and not after.label and words.is_act(after.text)
        }
        self.coded = {one.place: one for one in drafts
                      if (one.place in coded and one.code)
                      or (one.place in acting and _is_named(one))}  # fmt: skip
        self.visions = any(one.kind == "vision" for one in drafts)
        self.found: list[Draft] = []
        self.levels: list[Draft | None] = [None, None, None]
        self.goals: dict[str, Draft] = {}
        #: How many items the last list of a label had.
        self.count = 0
        #: Marks of the lists of two or more items right below coded headings.
        self.marks = {
            after.mark
            for line, after, second in zip(lines, lines[1:], lines[2:], strict=False)
            if line.place in self.coded and after.mark and after.mark == second.mark
        }
        #: Where the first table begins whose cells are lines of their own.
        self.tabled = next((one.place for one in lines if is_head(one.text)), None)
        #: Titles stand below some coded heading, each above acts without marks.
        self.grouped = False
        #: The label before (Strategic Priorities) had nothing but sentences below it.
        self.waits = False
        #: The dress of the numbers of goals, which go on after the lists below them.
        self.outer = ""

    def read(self) -> list[Draft]:
        """Return the drafts of all sections."""
        if not self.visions:
            self.found += [one for one in [sentences.vision(self.lines)] if one]
        for line in sentences.counted_up(self.lines):
            self.told.pop(line.place, None)
            self._add(line, 0)
        self.levels = [None, None, None]
        starts = [
            number
            for number, line in enumerate(self.lines)
            if (line.label and not self._inner(number)) or self._is_coded(line)
        ]
        self.grouped = any(
            self.lines[start].form == "coded"
            and len(unlabelled.titled(self.lines[start + 1 : stop])) > 1
            for start, stop in itertools.pairwise(starts)
        )
        self._unlabelled(self.lines[: starts[0]] if starts else self.lines)
        for start, stop in itertools.pairwise([*starts, len(self.lines)]):
            label, body = self.lines[start], self.lines[start + 1 : stop]
            self._section(label, body)
            self.waits = label.label == words.TOP and all(one.form == "prose" for one in body)
        for block in self.blocks:
            self._block(block)
        return self.found

    def _is_coded(self, line: Line) -> bool:
        return line.form == "coded" or line.place in self.coded

    def _inner(self, number: int) -> bool:
        """Tell a label right below a heading (Goals, We will:): it starts no section."""
        if self.lines[number].label != words.LOW:
            return False
        above = number - 1
        while above >= 0 and self.lines[above].form == "prose" and number - above <= _INTRO:
            above -= 1
        one = self.lines[above] if above >= 0 else None
        if one is None or one.form != "head" or one.label or one.meta:
            return False
        if any(coded.place < one.place <= coded.end for coded in self.coded.values()):
            return False
        listed = [line.form == "head" and line.follows == "head" and not line.label
                  for line in self.lines[max(0, above - 2) : above]]  # fmt: skip
        if len(listed) == 2 and all(listed):  # the last of a list without marks
            return False
        items = number + 1 < len(self.lines) and self.lines[number + 1].form == "item"
        return items and self.lines[number].size <= 6 and one.follows == "list"

    def _block(self, block: Block) -> None:
        """A section of a template: its heading, and the lists of its parts."""
        title = block.title
        own = (one for one in self.coded.values() if one.place <= title.place <= one.end)
        above = next(own, None) or self.goals.get(key(title.text))
        self.levels = [above, None, None]
        if above is None:
            last = max((place for place in self.coded if place < title.place), default=-1)
            goal = self.coded[last] if last >= 0 and self.coded[last].kind == "goal" else None
            self.levels = [goal, None, None]
            self._add(title, 1 if goal else 0)
        over = list(self.levels)
        both = len({part for part, _ in block.parts}) > 1
        for part, items in block.parts:
            self.levels = list(over)
            for one in items:
                self._add(one, 1 if part == words.TOP and both else 2, aim=are_aims(items))
                told = self.told.get(one.place)
                if told and told.kind == "direction" and self.found[-1].place == one.place:
                    self.found[-1].kind = "direction"
                    if told.parent and told.parent.place > title.place:
                        self.found[-1].parent = told.parent

    # -- sections ----------------------------------------------------------------------

    def _section(self, label: Line, body: list[Line]) -> None:
        if self._is_coded(label):
            self._below_code(label, body)
            return
        if label.label == words.ASIDE:
            if not others.groups(label, body):
                self._after(body)
            return
        lead = next((n for n, one in enumerate(body) if one.form != "prose"), None)
        if lead is None or lead > _INTRO or key(label.text) in key(body[lead].text):
            return
        under = self._open(label)
        if under is None:
            self.levels = [None, None, None]
        if body[lead].form == "item":
            level = 2 if under or (label.label == words.LOW and not self.waits) else 0
            if label.label == words.MID:  # what holds policies is no measure
                level = 2 if under else 1
                if under and under.kind == "measure":
                    under.kind = "policy"
            if level == 2 and nests(run_of(body[lead:])):
                level = 1 if under else 0
            taken = lead + self._list(body[lead:], level)
            self._after(body[taken:], keep=taken == len(body))
            return
        self._headed(body[lead:], low=bool(under) or label.label == words.LOW)

    def _list(self, body: list[Line], level: int) -> int:
        """Take a list, with the lists of another mark below its items; return its length."""
        mark, taken, own = body[0].mark, 0, 0
        run = run_of(body)
        nested = nests(run)
        counted = level == 0 and body[0].code is not None
        told = any(one.text.endswith(":") for one in run)
        for one, after in itertools.zip_longest(body, body[1:]):
            said = counted and after is not None and after.form == "item" and one.size <= _SAID
            if one.form == "prose" and not one.label and (said or not one.unit.gap):
                taken += 1
                continue
            other = outer(one) != mark and (level > 0 or one.mark == self.outer)
            if one.form != "item" or other:
                break
            below = one.mark != mark or (nested and told and not one.text.endswith(":"))
            own += one.mark == mark
            self._add(one, 2 if below else level, aim=are_aims(run))
            taken += 1
        self.count = own
        if level == 0:
            self.outer = mark if body[0].code else ""
        return taken

    def _open(self, label: Line) -> Draft | None:
        """A label right below an element belongs to it."""
        last = next((one for one in reversed(self.levels) if one), None)
        last_coded = max((place for place in self.coded if place < label.place), default=-1)
        if last_coded >= 0 and (last is None or last_coded > last.place):
            last = self.coded[last_coded]
            self.levels = [last, None, None]
        if last is None:
            return None
        between = [one for one in self.lines if last.end < one.place < label.place]
        near = len(between) <= 3 and all(one.form == "prose" or one.label for one in between)
        alone = self.count == 1 and label.label == words.LOW
        short = label.size <= 6 or label.label == words.MID
        return last if near and short and (alone or last.term != "item") else None

    def _below_code(self, code: Line, body: list[Line]) -> None:
        """A list right below a coded heading, sentences between them or not."""
        above = self.coded.get(code.place)
        body = [one for one in body if above is None or one.place > above.end]
        if above and body and (word := words.single(above.title)) and body[0].form == "prose":
            above.title, above.last = body[0].text, body[0].unit.last
            above.kind = "policy" if word in ("objective", "outcome") else "goal"
            body = body[1:]
        if above is not None and above.kind == "goal" and (groups := self._titled(body)):
            for title, run in groups:
                self.levels = [above, None, None]
                self._add(title, 1)
                for one in run:
                    self._add(one, 2)
            return
        tabled = self.tabled is not None and self.tabled < code.place
        run = unlabelled.told(body) if tabled else unlabelled.acts(body)
        if above is not None and above.kind in KINDS[: 3 if tabled else 2] and run:
            self.levels = [above, None, None]
            for one in run:
                self._add(one, 2)
            return
        lead = next((n for n, one in enumerate(body) if one.form != "prose"), None)
        if above is None or lead is None or lead > 2 or body[lead].form != "item":
            return
        if above.code and body[lead].code and body[lead].mark != "A-N":
            return
        self.levels = [above, None, None]
        run = run_of(body[lead:])
        if (len(run) >= 2 or run[0].mark in self.marks) and not words.is_aside(
            body[lead - 1].text if lead else ""
        ):
            for one in run:
                self._add(one, 2, aim=are_aims(run))

    def _titled(self, body: list[Line]) -> list[tuple[Line, list[Line]]]:
        """Titles below a coded heading with the acts below each, as below others of its sort."""
        own = unlabelled.titled(body)
        return own if len(own) > 1 or (own and self.grouped) else []

    def _headed(self, body: list[Line], *, low: bool) -> None:
        """Headings below a label: the levels of their forms that score best."""
        for one in layouts.spaced(body):
            self._add(one, 2 if low else 0)
            body = []
        stop = next((n for n, one in enumerate(body) if one.form == "head"
                     and one.meta), len(body))  # fmt: skip
        body, rest = body[:stop], body[stop:]
        if body and low and words.is_aside(body[0].text):  # Completed Items
            return
        plain = 0
        while plain < len(body) and body[plain].form == "head" and not body[plain].label:
            plain += 1
        listed = any(one.form == "item" for one in body)
        known = self.goals.get(key(body[0].text)) if body else None
        whole = plain >= 3 and body[plain - 1].follows != "list"
        if not known and (grouped := layouts.groups(body)):
            top = 1 if any(self.levels) else 0
            for head, run in grouped:
                self._add(head, top)
                for one in run:
                    self._add(one, 2)
            self._after(rest)
            return
        if plain >= 2 and not known and (whole or not listed):
            for one in body[:plain]:
                self._add(one, 2 if low else 0)
            self._after(body[plain:] if whole else [])
            return
        best = max(layouts.ways(), key=lambda levels: layouts.weight(body, levels, low=low))
        if known is not None:
            self._known(body)
        elif layouts.weight(body, best, low=low) > 0:
            self._take(body, best)
        elif low and sum(one.follows == "list" and not one.label for one in body) > 1:
            self._take(body, layouts.GROUPS)
        self._after(rest)

    def _take(self, body: list[Line], levels: dict[str, str]) -> None:
        run: list[Line] = []
        for number, one in enumerate(body):
            if one.form == "item":
                run = run or run_of(body[number:])
                level = _PLACED[levels["item"]]
                if level >= 0 and any(self.levels):
                    self._add(one, level, aim=are_aims(run))
                continue
            run = []
            if one.form == "head" and not one.label:
                level = _PLACED[levels[one.follows or "none"]]
                if level >= 0 and layouts.titled(one):
                    self._add(one, level)

    def _after(self, body: list[Line], *, keep: bool = False) -> None:
        if not keep:
            self.levels = [None, None, None]
        self._unlabelled(body)

    def _unlabelled(self, body: list[Line]) -> None:
        """Headings without a label: known from a list above, or each above a list."""
        if self._known(body):
            return
        found = unlabelled.coded(body) or unlabelled.headed(body) or unlabelled.grouped(body)
        for head, run in found:
            self._add(head, 0)
            for one in run:
                self._add(one, 2, aim=are_aims(run))
        self.levels = [None, None, None]

    def _known(self, body: list[Line]) -> bool:
        """Headings that a list told before, and what stands below each."""
        under = False
        for line in body:
            told = self.told.get(line.place)
            title = key(told.title if told else line.text)
            if line.form == "head" and title in self.goals:
                self.levels = [self.goals[title], None, None]
                under = True
            elif under and line.form in ("item", "head"):
                if line.label:
                    continue
                if line.form == "head" and line.meta:
                    break
                if not _is_nested(told) and all(one.place != line.place for one in self.found):
                    self._add(line, 2)
        return under

    # -- drafts ------------------------------------------------------------------------

    def _add(self, line: Line, level: int, *, aim: bool = False) -> None:
        title = sentences.unpunctuated(line.text)
        if line.place in self.told and not aim:
            title = self.told[line.place].title
        if aim and (named := words.NAMED_AIM.match(title)):
            title = named["name"].strip()
        title = tails.cut(title)
        announces = line.form == "head" and line.label and line.text.endswith(":")
        announces = announces or ((line.unit.contents or line.code) and words.is_label(line.text))
        announces = announces or words.is_edition(title)
        if len(title) <= 2 or line.size > _MOST_WORDS or announces:
            return
        unit = line.unit
        level = KINDS.index(unit.hint) if unit.hint in ("goal", "measure") else level
        told = self.told.get(line.place)
        over = told.parent if told and _OBJECTIVE.match(unit.text) else None
        if over is not None and over.kind == "goal" and unit.hint == "policy":
            self.levels, level = [over, None, None], 1
        draft = Draft(KINDS[level], title, line.place, line.place, unit.first, unit.last, unit.page)
        draft.code, draft.departments = line.code, unit.departments
        draft.term = "item" if line.mark else None
        draft.parent = next((one for one in reversed(self.levels[:level]) if one), None)
        if level == 2 and draft.parent and draft.parent.kind == "measure":
            draft.kind = "direction"
        self.levels[level:] = [draft, *([None] * (2 - level))]
        if level == 0:
            self.goals.setdefault(key(title), draft)
        self.found.append(draft)


def _is_named(draft: Draft) -> bool:
    """Tell an element whose level a word names that counts nothing: Objective: Dry cellars."""
    return draft.heading is not None and draft.heading.family[0] == "|"


def _is_nested(draft: Draft | None) -> bool:
    return bool(draft and draft.parent and draft.parent.kind != draft.kind)
