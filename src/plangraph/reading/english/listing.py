"""The lines of an English-language document, and what each may be in an outline."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise, zip_longest

from plangraph.reading.headings import tails
from plangraph.reading.rows import Unit
from plangraph.reading.terms import english_columns
from plangraph.reading.terms import labels as words

_TO = re.compile(r"(?:To|We will|We[’']ll) [a-z][a-z-]+ ")
_OURS = re.compile(
    r"our (?!(?:vision|mission|values?|purpose|plan|council|role|process|approach|story)$)[\w-]+$",
    re.I,
)
_WIDE = re.compile(r"\s{3,}")
#: What is said of the title above: Lead: Parks and Recreation.
_FIELD = re.compile(
    r"(?:Lead|Responsib\w+|Owner|Sponsor|Portfolio|Time ?frame|Timing|Timeline|Partners?|Budget|Due"
    r"|Cost|Status)\b[^:]{0,24}:\s*\S",
    re.I,
)
#: The number of a paragraph, before what it says: Section 2. The priorities are as follows:
_SECTION = re.compile(r"(?:Section|SECTION|Sec\.) \d{1,2}\s?[.:–-]\s+(?=\S)")
#: A name, and words that lead on to the list below it: Our Places, where we will focus on:
_LEADING = re.compile(
    r"(?P<name>[A-Z][^,:.]{2,90}), (?:(?:in )?wh(?:ere|ich)|involving|including|such as|with"
    r"|through|by)\b[^.:]{0,60}:$"
)
#: A name, and what it does: Council Priorities, which outline the goals of the Council.
_TOLD = re.compile(r"(?P<name>[A-Z][^,:.]{2,60}), (?:which|where|that|in which) [a-z][^:]+\.?$")
#: No list counts so far.
_COUNTED = 40
#: What is to be done, and a word that leads on to how: Clean the river by:
_BY = re.compile(r"(?P<name>[A-Z]\S* \S+ .{3,100}?),? (?:by|through|in order to)\s?:$", re.I)
#: What says how many goals there are has fewer words.
_ANNOUNCES = 60
#: So many of its form (Our People, Our Places) are names, what stands below them or not.
_SEVERAL = 3


#: Behind the mark of an item that stands further in than the first of its list.
_DEEPER = ">"


@dataclass(eq=False)
class Line:
    """A unit as the outline sees it."""

    place: int
    unit: Unit
    text: str
    #: item, head, prose, coded
    form: str
    mark: str = ""
    code: str | None = None
    #: What it announces (of :func:`labels.label`).
    label: str | None = None
    #: What follows a heading: list, prose, head or nothing.
    follows: str = ""
    #: Among headings of its form (Our Borough, Our Services) that stand above lists.
    among: bool = False

    @property
    def size(self) -> int:
        """The number of words, which one space parts."""
        return self.text.count(" ") + 1

    @property
    def meta(self) -> bool:
        """Tell a heading of what surrounds the plan, or of the plan as a whole."""
        return not self.among and self._speaks_of_more

    @cached_property
    def _speaks_of_more(self) -> bool:
        return words.is_meta(self.text)


def key(text: str) -> str:
    """Return what names are compared by: letters and digits, in one case."""
    return re.sub(r"\W+", "", text).casefold()


def lines_of(units: list[Unit], read: Container[int] = ()) -> list[Line]:
    """Return the lines of a document with what each announces and what follows it.

    ``read`` are the places of units that other stages read as elements: codes with initials
    that only this document has (CH1) are items where they are none of these.
    """
    found: list[Line] = []
    noted = False
    for place, unit in enumerate(units):
        text = " ".join(unit.text.split())
        if unit.use or not text:
            continue
        code = unit.code
        if code and code.shape == "N" and code.numbers[0] > _COUNTED and words.is_meta(unit.rest):
            continue  # 311, Accessibility
        if unit.cells and not (len(unit.cells) == 2 and (code or words.CODED.match(text))):
            continue
        own = bool(code and code.shape.startswith("字") and place not in read)
        if code and not own and (code.word or (len(code.numbers) > 1 and code.shape != "A-N")):
            found.append(Line(place, unit, text, "coded"))
            continue
        sentence = code is not None and code.shape in ("R", "A") and unit.rest[:1].islower()
        mark = unit.mark or (code.shape if code and not sentence else "")
        rest = " ".join(tails.cut(unit.rest).split()) if mark else _first_column(unit, text)
        printed = code.printed if code else None
        if own:
            mark = "A-N"
        elif not code and (found_code := words.CODED.match(rest)):
            mark, printed, rest = "A-N", found_code["code"], rest[found_code.end() :]
        if not mark and (section := _SECTION.match(rest)):
            rest = rest[section.end() :]
        line = Line(place, unit, rest, "item" if mark else "head", mark, printed)
        line.among = unit.hint == "goal"
        told = text.endswith((".", "!")) and line.size > 2
        told = told or (text.endswith((":", ",", ";")) and line.size > 3)
        told = told or (text[0] in '“"' and text[-1] in '”"' and line.size > 2)
        told = told or _FIELD.match(text) is not None
        told = told or (unit.celled and unit.hint not in ("", "goal"))  # no heading, but a cell
        if not mark and (told or line.size > 16):
            line.form = "prose"
        if mark == "*" and noted and unit.text[1:2].isalpha():  # a note: *see the budget
            line.form, line.mark = "prose", ""
        noted = noted or text.endswith("*")
        found.append(line)
    found = _without_columns(found)
    _aims(found)
    _leading(found)
    _indented(found)
    for line, after in zip_longest(found, found[1:]):
        if line.form in ("head", "prose") and after is not None:
            announced = after.form in ("head", "coded") and (
                line.text.endswith(":") or words.points(line.text)
            )
            line.label = words.label(line.text, before_list=after.form == "item" or announced)
        elif line.form in ("head", "prose"):
            line.label = words.label(line.text, before_list=False)
    _count_lists(found)
    again = subtitles(found)
    for line in found if again else ():
        line.form = "prose" if line.place in again else line.form
    named = any(line.form == "coded" and line.unit.code.word for line in found if line.unit.code)
    for number, line in enumerate(found):
        if named and line.unit.contents:  # a page of contents names its goals with their word
            line.label = None
        if line.form == "head":
            line.follows = _follows(found, number)
            if line.follows == "list" and _heads_acts(line):
                line.label = words.LOW  # the first of the columns of a table
    _counted(found)
    ours = [line for line in found if line.form == "head" and not line.label
            and _OURS.match(line.text)]  # fmt: skip
    several = len({key(line.text) for line in ours}) >= _SEVERAL
    listed = [line for line in ours if line.follows == "list"]
    for line in ours if several else listed:
        line.among = several or len(listed) > 1
    return found


def _first_column(unit: Unit, text: str) -> str:
    """Return what stands in the first column of a row: Actions, of Actions, Lead and Timing."""
    row = unit.text.strip()
    if "   " not in row:
        return text
    coded = words.CODED.match(row)
    end = row.find("   ", coded.end() if coded else 0)
    return " ".join(row[:end].split()) if end > 0 else text


def _count_lists(lines: list[Line]) -> None:
    """Make paragraphs labels of which a sentence says how many goals the list below has.

    The Plan outlines 10 objectives. The links below lead to each.
    """
    for number, (line, below) in enumerate(pairwise(lines)):
        if line.form != "prose" or line.label or below.form != "item":
            continue
        size = len(run_of(lines[number + 1 :]))
        told = words.STOP.split(line.text) if size >= _SEVERAL else ()
        if any(words.count(sentence) == size for sentence in told):
            line.label = words.TOP


def _counted(lines: list[Line]) -> None:
    """Make lines names of goals where the line above says that there are as many.

    All have a sentence below them, or none has.
    """
    for number, line in enumerate(lines):
        if line.form not in ("head", "prose") or line.unit.contents:
            continue
        count = words.count(line.text) if line.size < _ANNOUNCES else 0
        titles, told = _titles(lines[number + 1 :], count + 1)
        found = titles[:count]
        if not _SEVERAL <= count == len(found) or len(set(told[: count - 1])) > 1:
            continue
        if len(titles) > count and told[count] == told[0] and not titles[count].meta:
            ends = titles[count].unit.gap > found[-1].unit.gap
            if not ends:
                continue
        line.label = words.TOP
        for one in found:
            one.form, one.among, one.label = "head", True, None


def _titles(lines: list[Line], most: int) -> tuple[list[Line], list[bool]]:
    """Return the lines that may be titles, and of each whether a sentence stands below it."""
    titles: list[Line] = []
    told: list[bool] = []
    for one in lines:
        sentence = one.form == "prose" and one.text.endswith((".", "!", ":"))
        if sentence and titles and not told[-1]:
            told[-1] = True
        elif sentence or one.form not in ("head", "prose") or len(titles) == most or (
            words.VISION.match(one.text) or words.MISSION.match(one.text)
        ):  # fmt: skip
            break
        else:
            titles.append(one)
            told.append(False)
    return titles, told


def subtitles(lines: list[Line]) -> set[int]:
    """Return the places of lines that say titles again, in another language or other words.

    One right below each of several coded titles (``Group 1: Water`` / ``He wai``), none an act.
    """
    places = {
        line.place
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if above.form == "coded" and above.unit.rest and line.form in ("head", "prose")
        and line.unit.first > above.unit.last and not line.unit.level
        and not (line.unit.gap or line.label or line.text.endswith((".", ":", "!")))
        and not words.is_act(line.text)
        and (below.unit.gap or below.label or below.form == "prose")
    }  # fmt: skip
    return places if len(places) > 1 else set()


def _heads_acts(line: Line) -> bool:
    """Tell the head of a table of what is to be done, by its first column or one behind it."""
    if english_columns.is_act_column(line.text):
        return True
    row = line.unit.text
    return "   " in row and any(map(english_columns.is_act_column, _WIDE.split(row.strip())))


def _without_columns(lines: list[Line]) -> list[Line]:
    """Leave out the heads of a table, which stand one a line (Action, Lead, Timing) or on a row.

    Of those on a row the first is kept: it is the label of what stands below it.
    """
    found: list[Line] = []
    for named, run in groupby(lines, key=lambda one: english_columns.is_column(one.text)):
        some = list(run)
        if not named or len(some) < 2:
            found += some
        elif some[0].unit.first == some[1].unit.first:
            found.append(some[0])
    return found


def _aims(lines: list[Line]) -> None:
    """Make lines that all say what is to be done (To light …), one below the other, a list.

    A promise with a sentence right below it is one item: the sentence says what it means.
    """
    promised = [(one, below) for one, below in pairwise(lines)
                if one.form == "head" and _TO.match(one.text) and not below.unit.gap
                and below.form == "prose" and below.text.endswith(".")]  # fmt: skip
    told = {id(below) for _, below in promised} if len(promised) > 1 else set()
    for one, _ in promised if told else ():
        one.form, one.mark = "item", "to"
    for same, run in groupby(lines, key=lambda one: bool(not one.mark and _TO.match(one.text))):
        items = [one for one in run if one.form in ("head", "prose")] if same else []
        items = [one for one in items if id(one) not in told]
        for one in items if len(items) > 1 else ():
            one.form, one.mark = "item", "to"


def _leading(lines: list[Line]) -> None:
    """Make names that lead on to lists below them headings, where several do so."""
    ends = [line for line, below in pairwise(lines)
            if line.text.endswith(":") and below.form == "item"]  # fmt: skip
    named = [(line, told["name"]) for line in ends if (told := _LEADING.match(line.text))]
    acted = [(line, by["name"]) for line in ends if (by := _BY.match(line.text))
             and (words.is_act(line.text) or is_capital(by["name"]))]  # fmt: skip
    for found in (named, acted):
        for line, name in found if len({one for _, one in found}) > 1 else ():
            line.text, line.among = name, True
            line.form = "item" if line.mark else "head"
    for item, some in groupby(lines, key=lambda one: one.form == "item"):
        run = list(some) if item else []
        meant = [_TOLD.match(one.text) for one in run]
        for one, match in zip(run, meant, strict=True) if len(run) > 1 and all(meant) else ():
            one.text = match["name"] if match else one.text


def _indented(lines: list[Line]) -> None:
    """Give the items of a list that stand further in than its first a mark of their own."""
    edge = -1
    for line in lines:
        if line.form != "item":
            edge = -1 if line.form in ("head", "coded") else edge
            continue
        edge = line.unit.indent if edge < 0 else min(edge, line.unit.indent)
        if line.unit.indent > edge + 1:
            line.mark += _DEEPER


def is_capital(text: str) -> bool:
    """Tell a title that has a capital on nearly every word: Show Leadership In What We Do."""
    some = text.split()
    return sum(word[0].isupper() for word in some) > 0.7 * len(some)


def _follows(lines: list[Line], number: int) -> str:
    """Return what stands below a heading, sentences and labels passed over."""
    told = ""
    for count, line in enumerate(lines[number + 1 : number + 6]):
        if line.form == "item":
            return "list"
        if line.label == words.TOP and told and line.unit.gap and line.size > 3:
            return told  # a section of its own: Our priorities for 2031
        if line.label in (words.LOW, words.TOP) and count + number + 2 < len(lines):
            if lines[number + count + 2].form == "item":
                return "list"
            return told or "head"
        if line.form != "prose":
            return told or ("head" if line.form == "head" else "")
        told = "prose"
    return told


def run_of(body: list[Line]) -> list[Line]:
    """Return the items of one mark that the lines start with."""
    run: list[Line] = []
    for one in body:
        if one.form == "prose" and run and not one.unit.gap and not one.label:
            continue
        if one.form != "item" or (run and outer(one) != outer(run[0])):
            break
        run.append(one)
    return run


def outer(item: Line) -> str:
    """Return the mark of an item, as if it stood no further in than others."""
    return item.mark.rstrip(_DEEPER)


def are_aims(run: list[Line]) -> bool:
    """Tell a list whose items are names with what is meant: People – to have …"""
    return sum(bool(words.NAMED_AIM.match(one.text)) for one in run) >= 0.6 * len(run) > 0


def nests(run: list[Line]) -> bool:
    """Tell a list of which some items hold those that follow: Shape place to:."""
    inner = sum(one.mark != after.mark for one, after in pairwise(run))
    return sum(one.text.endswith(":") for one in run) >= 2 or inner >= 2
