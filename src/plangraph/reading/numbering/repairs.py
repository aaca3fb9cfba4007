"""Repairs of headings: numbers that start again, and headings that lost their code."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.language import tr
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.depths import STATED
from plangraph.reading.numbering.nesting import HOLDERS
from plangraph.reading.numbering.overlists import ITEM_MARKS
from plangraph.reading.numbering.overnumbers import begins
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.looks import plain

#: Items of a family look so much like headings, and have no more letters.
_PLAIN, _LONGEST = 0.5, 40
#: So many paragraphs may stand between a heading and its list.
_INTRO = 3
#: Marks whose items may have text of their own, and how many items make a list.
_STRONG, _LISTED = frozenset("●○◆◇■□◎★☆"), 2
#: So many lists, some of one item only, below so many of the headings of a family.
_LISTS, _SHARE = 3, 0.4


def capitals(headings: list[Heading]) -> None:
    """English headings in capitals below a heading of a section are a family of their own."""
    inside = False
    found: list[Heading] = []
    for heading in headings:
        if heading.family[0] == "=":
            inside = heading.role in HOLDERS
        elif heading.family[0] == "~" and inside and not heading.unit.mark:
            words = heading.title.split()
            if heading.title.isupper() and is_latin(heading.title) and len(words) <= 8:
                found.append(heading)
    if len(found) >= _LISTED:
        for heading in found:
            heading.family = ("^", "A")


def front(headings: list[Heading]) -> None:
    """What a list of contents in English names before its first number holds no titles."""
    for heading in itertools.takewhile(lambda one: one.code is None, headings):
        if heading.unit.contents and heading.role == "notes" and is_latin(heading.title):
            heading.family, heading.role = ("~", ""), None


def yield_to_goals(headings: list[Heading]) -> None:
    """Where goals have numbers, a heading such as Theme: People only parts the document.

    Not where each stands above goals of its own, the first of them before any goal.
    """
    goals = [
        heading.family == ("|", "goal")
        for heading in headings
        if _is_labelled(heading) or (heading.code and heading.code.word.endswith("goal"))
    ]
    if all(goals) or (goals[0] and not any(map(all, itertools.pairwise([*goals, True])))):
        return
    for heading in headings:
        if _is_labelled(heading):
            heading.family, heading.unit.hint = ("~", ""), ""


def _is_labelled(heading: Heading) -> bool:
    """Tell a goal that a word names and no number: Focus Area: Healthy Communities."""
    return heading.family == ("|", "goal") and heading.code is None and not heading.unit.cells


#: The field of a title in brackets on a line of its own.
_FIELD = re.compile(r"[【（(〔\[][^【（(〔\[]{2,14}[】）)〕\]]")


def fields(headings: list[Heading]) -> None:
    """Leave out the fields that stand in brackets on the line below a title."""
    found = [
        heading for before, heading in itertools.pairwise(headings)
        if heading.family[0] == before.family[0] == "~" and heading.place == before.end + 1
        and _FIELD.fullmatch(heading.unit.text.strip())
    ]  # fmt: skip
    after = dict(itertools.pairwise(headings))
    first = [one for one in found if one in after and begins(after[one])]
    if len(found) > 1 or first:
        headings[:] = [heading for heading in headings if heading not in found]


def list_items(units: list[Unit], headings: list[Heading]) -> None:
    """Items right below headings of one family, again and again, are a family of their own."""
    every: dict[tuple[tuple[str, str], str], list[list[Heading]]] = {}
    owners: Counter[tuple[str, str]] = Counter()
    mottos: list[tuple[tuple[str, str], Heading]] = []
    for place, heading in enumerate(headings):
        owns = heading.code is not None or heading.family in (("^", "A"), ("^", "B"))
        owns = owns or heading.family[0] == STATED
        owns = owns or heading.family[1] == "?" or heading.family[0] == "|"
        if not owns or heading.role:
            continue
        items = _items(units, headings, place)
        if not items and (motto := _motto(headings, place)):
            items = _items(units, headings, place + 1)
            mottos.extend((heading.family, motto) for _ in items[:1])
        if any(one.unit.contents != heading.unit.contents for one in items):
            continue
        owners[heading.family] += 1
        if items:
            every.setdefault((heading.family, items[0].unit.mark), []).append(items)
    for (family, mark), lists in every.items():
        found = [items for items in lists if len(items) >= _LISTED]
        often = len(found) >= 2 and len(found) >= 0.5 * owners[family]
        whole = found and len(lists) >= _LISTS and len(lists) >= _SHARE * owners[family]
        if often or whole:
            found = lists if whole else found
            for item in (one for items in found for one in items):
                item.family = ("*", mark)
            _adopt(headings, family, mark, found[0][0].place)
            for motto in (one for above, one in mottos if above == family):
                units[motto.place].use = "catchword"


def _motto(headings: list[Heading], place: int) -> Heading | None:
    """Return the line of other words right below a title, which names nothing to be done."""
    above, motto = headings[place], headings[place + 1] if place + 1 < len(headings) else None
    if motto is None or motto.place != above.end + 1 or motto.end != motto.place:
        return None
    bare = motto.family[0] == "~" and not motto.unit.mark and not motto.role
    named = lexicon.TITLE_END.search(motto.title) or is_latin(motto.title)
    return motto if bare and not named and len(motto.title) <= _LONGEST else None


def _adopt(headings: list[Heading], family: tuple[str, str], mark: str, first: int) -> None:
    """Take the other items of the mark below headings of the family, what stands between or not.

    An item right between two of them is one, too, whatever mark says that it is new (□ ★ □), and
    so is the same title further down. Before the first list, those below a title of another mark
    are its own: ●想定する災害, ○地震.
    """
    above: Heading | None = None
    other = False
    known: set[str] = set()
    around = zip([None, *headings[:-1]], headings, [*headings[1:], None], strict=True)
    for before, heading, after in around:
        if heading.family[0] not in ("~", "*"):
            above, other = heading, False
            continue
        level = heading.unit.level
        if above is not None and level and level <= (above.unit.level or level):
            above = None  # another section
            continue
        same = heading.unit.mark == mark
        other = heading.place < first and (other or bool(heading.unit.mark and not same))
        plain_item = heading.score >= _PLAIN and len(heading.title) <= _LONGEST
        if other or not (plain_item and above and above.family == family):
            continue
        joined = (
            before is not None and after is not None and after.unit.mark == mark
            and before.family == ("*", mark)
            and (before.end + 1, heading.end + 1) == (heading.place, after.place)
        )  # fmt: skip
        joined = joined or heading.title in known
        if same or (joined and heading.unit.mark in _STRONG):
            heading.family = ("*", mark)
            known.add(heading.title)


#: What stands beside a title, and parts it from no list below it.
_BESIDE = frozenset(("joined", "field", "catchword", "link", "sdgs", "caption"))


def _items(units: list[Unit], headings: list[Heading], place: int) -> list[Heading]:
    """Take the short items of one mark below a heading.

    Those of a strong mark (○, ●) may have text of their own, those of others where all have.
    """
    due = headings[place].end + 1
    while (
        due < len(units)
        and due <= headings[place].end + _INTRO
        and (units[due].use in _BESIDE or _introduces(units[due]))
    ):
        due += 1
    items: list[Heading] = []
    mark, texts = "", 0
    for item in (headings[at] for at in range(place + 1, len(headings))):
        intro = not items and not item.unit.mark and item.title.endswith(".")
        if intro and item.place == due and due == headings[place].end + 1:
            due = item.end + 1
            continue
        mark = mark or item.unit.mark
        if item.family[0] != "~" or not mark:
            break
        between = [unit for unit in units[due : item.place] if unit.use not in _BESIDE]
        steady = mark in _STRONG or (texts == len(items) - 1 and not any(map(_is_item, between)))
        told = steady and all(unit.prose or unit.use or unit.text[0] in "(（" for unit in between)
        texts += bool(between)
        if item.unit.mark != mark or (between and not told) or mark not in ITEM_MARKS:
            break
        if item.score < _PLAIN or len(item.title) > _LONGEST:
            break
        items.append(item)
        due = item.end + 1
    following = units[due] if due < len(units) else None
    told = following is not None and following.mark == mark and following.prose
    return [] if told else items


def _is_item(unit: Unit) -> bool:
    return bool(unit.mark or unit.code)


def _introduces(unit: Unit) -> bool:
    """Tell a paragraph between a heading and the list below it."""
    return unit.prose and not unit.mark and not unit.code and not unit.use


def _before_labels(headings: list[Heading]) -> list[tuple[Heading, Heading, Heading]]:
    """Pair headings with the next, and with what stands before that.

    A sentence between a heading and a label is passed over.
    """
    found = []
    for place, label in enumerate(headings[1:], 1):
        before = headings[place - 1]
        above = headings[place - 2] if place > 1 else None
        told = before.family[0] == "~" and before.title.endswith(".") and not before.unit.mark
        passed = told and above is not None and above.end + 1 == before.place
        found.append((above if passed and above else before, label, before))
    return found


def _is_right_below(units: list[Unit], before: Heading, label: Heading) -> bool:
    """Tell that nothing stands between two headings but what is put aside."""
    between = units[before.end + 1 : label.place]
    return sum(not unit.use for unit in between) < (2 if is_latin(before.title) else 1)


#: A field of a sheet and what it says: 関係課　税務課.
_SAID = re.compile(r"(\S{1,6})(?:　+|[ 　]{2,}|\s?[:：]\s?)\S")


def adopt_lost(units: list[Unit], headings: list[Heading]) -> None:
    """Headings that lost their code: the label that follows them tells their family.

    Where one and the same label (10年後の姿, 現状と課題) comes right after the headings
    of one family again and again, an uncoded heading before that label is one of them.
    """
    before: dict[str, Counter[tuple[str, str]]] = {}
    labelled = _before_labels(headings)
    for heading, label, _ in labelled:
        apart = label.family[1] in ("part", "zone", "system")
        if label.family[0] == "=" and not label.unit.contents and not apart:
            before.setdefault(plain(label.title), Counter())[heading.family] += 1
    values = {
        after for label, after in itertools.pairwise(headings)
        if label.role in ("indicator", "ideal") and label.end + 1 == after.place
    } | _answers(headings)  # fmt: skip
    fields = Counter(found[1] for one in headings if (found := _SAID.match(one.title)))
    for heading, label, above in labelled:
        field = _SAID.match(heading.title)
        if heading in values or (field and fields[field[1]] > 1):
            continue
        counts = before.get(plain(label.title)) if label.family[0] == "=" else None
        if heading.family[0] != "~" or not (counts and _is_right_below(units, above, label)):
            continue
        (family, count), *_ = counts.most_common(1)
        if family[0] == "~" and count >= 2 and count >= 0.6 * counts.total():
            if heading.score > 0.6 and len(heading.title) <= 30 and not heading.title.endswith("."):
                if not heading.unit.mark:
                    heading.family = ("", "題")
                elif heading.unit.mark in _STRONG:
                    heading.family = ("*", heading.unit.mark)
            continue
        steady = count >= 3 and count >= 0.6 * counts.total()
        if family[0] in ("~", "=") or not steady:
            continue
        item = heading.unit.mark and heading.unit.mark not in _STRONG
        if heading.score > 0.3 and len(heading.title) <= 40 and not item:
            heading.family = family
            heading.doubts.append(
                tr("the heading stands without the code that its neighbours have")
            )


def _field_of(heading: Heading) -> str:
    """Return the first word of a line without code or mark, where it may name a field: 意図 …."""
    word, gap, _ = heading.unit.text.partition(" ")
    uncoded = heading.family[0] == "~" and not heading.unit.mark
    return word if uncoded and gap and 2 <= len(word) <= 4 else ""


def _answers(headings: list[Heading]) -> set[Heading]:
    """Return what stands below the same line again and again, and these lines: no titles.

    直接目標, 交通事故を減らす … 直接目標, ごみを減らす: the first is a label that no list knows.
    """
    below: dict[str, list[Heading]] = {}
    for above, heading in itertools.pairwise(headings):
        labelled = heading.family[0] in ("~", "=") and above.end + 1 == heading.place
        if above.family[0] == "~" and labelled:
            below.setdefault(plain(above.title), []).append(heading)
    again = {name for name, found in below.items() if len(found) > 1}
    answers = {heading for name in again for heading in below[name]}
    fields = [(name, heading) for heading in headings if (name := _field_of(heading))]
    often = Counter(name for name, _ in fields)
    answers |= {heading for name, heading in fields if often[name] > 1}
    return answers | {one for one in headings if one.family[0] == "~" and plain(one.title) in again}


def drop_mentions(headings: list[Heading]) -> None:
    """Items of a list of related measures only name elements that stand elsewhere."""
    inside: Heading | None = None
    for heading in headings:
        if heading.family[0] == "=":
            inside = heading if heading.role == "mention" else None
        elif inside is not None and heading.unit.mark and heading.unit.mark in "・-*●○":
            heading.family, heading.code, heading.role, heading.score = ("~", ""), None, None, 0.0
        elif heading.code:
            inside = None


def drop_echoes(headings: list[Heading]) -> None:
    """A title that the next number says again, and a lower one, heads a table of its section."""
    last: dict[tuple[str, str], tuple[str, tuple[int, ...]]] = {}
    for heading in headings:
        code = heading.code
        if code is None or code.word or code.shape != "N":
            continue
        title, numbers = last.get(heading.family, ("", ()))
        if title == heading.title and code.numbers < numbers:
            heading.family, heading.code, heading.score = ("~", ""), None, 0.0
        else:
            last[heading.family] = heading.title, code.numbers
