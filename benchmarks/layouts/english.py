"""English-language plans whose elements have words and numbers, or numbers alone.

The other manners (lists below labels, tables of actions, web pages, plans on a page) stand in
the modules ``english_*``; their layouts are listed here.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts import english_lists, english_pages, english_tables
from layouts.content import Content
from layouts.content_en import English, Part
from layouts.english_front import around
from layouts.english_paper import Paper, kinds
from layouts.page import Page

#: Words of the levels that plans use together.
_WORDS = (
    ("Goal", "Objective", "Action"), ("Goal", "Objective", "Policy"), ("Goal", "Policy", "Action"),
    ("Goal", "Objective", "Strategy"), ("Goal", "Strategy", "Action"), ("Goal", "Policy"),
    ("Priority", "Goal", "Action"), ("Pillar", "Objective", "Action"), ("Goal", "Objective"),
    ("Focus Area", "Goal", "Strategy"), ("Theme", "Outcome", "Action"), ("Goal", "Strategy"),
    ("Strategic Priority", "Objective", "Initiative"), ("Goal", "Action"), ("Priority", "Action"),
    ("Strategic Goal", "Strategic Objective", "Action"), ("Outcome", "Objective", "Action"),
    ("Strategic Objective", "Action"), ("Strategic Direction", "Objective", "Action"),
    ("Key Result Area", "Strategy", "Action"), ("Goal", "Objective", "Recommendation"),
    ("Goal", "Objective", "Task"), ("Commitment", "Action"), ("Ambition", "Priority", "Action"),
)  # fmt: skip
_SPELLED = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_HEADS = (
    "Goals and Policies", "Goals, Objectives and Actions", "Goals and Objectives",
    "Implementation Plan", "Action Plan", "Strategic Priorities",
)  # fmt: skip


def _number(style: str, places: tuple[int, ...], field: str) -> str:
    """Return the printed number of an element by the numbers of those above it and its own."""
    last = places[-1]
    initials = "".join(word[0] for word in field.split() if word[0].isupper())
    initials = initials if len(initials) > 1 else field[:2].upper()
    whole = ".".join(map(str, places))
    top = len(places) == 1
    return {
        "dotted": whole,
        "zero": f"{last}.0" if top else whole,
        "restart": str(last),
        "spelled": _SPELLED[last - 1] if top else ".".join(map(str, places)),
        "SPELLED": _SPELLED[last - 1].upper() if top else ".".join(map(str, places)),
        "roman": _ROMAN[last - 1] if top else ".".join(map(str, places)),
        "letters": (chr(64 + places[0]), str(places[-1]), chr(96 + last))[len(places) - 1],
        "letter-first": chr(64 + places[0]) + "".join(f".{one}" for one in places[1:]),
        "lettered": whole if len(places) < 3 else f"{places[0]}.{places[1]}{chr(96 + last)}",
        "dashed": "-".join(map(str, places)),
        "initials": f"{initials}-{whole}",
        "initials-tight": f"{initials}{whole}",
        "initials-space": f"{initials} {whole}",
        "initials-restart": f"{initials}-1.{whole}"[: len(initials) + 20],
    }[style]


_STYLES = (
    "dotted", "dotted", "dotted", "zero", "restart", "spelled", "SPELLED", "roman", "letters",
    "letter-first", "lettered", "dashed", "initials", "initials-tight", "initials-space",
)  # fmt: skip


def worded(random: Random, plan: English) -> Page:
    """Write elements that each have a word and a number: Goal LU-1: …, Objective 1.1 …."""
    paper = Paper(random, plan)
    words = random.choice(_WORDS)
    style = random.choice(_STYLES)
    between = random.choice((": ", ": ", ". ", " – ", " - ", " ", "\n", ":\n", "  "))
    loud = random.choice((str, str, str.upper))
    only_top = random.random() < 0.4
    names = random.choice(("name_of", "statement", "name_of"))
    below = ["policy" if word == "Policy" else "aim" for word in words[1:]]
    below[-1:] = ["policy" if words[-1] == "Policy" else "act"] if below else []
    if words[-1] == "Objective":
        below[-1] = "aim"
    chapters = style.startswith("initials") or random.random() < 0.2
    said = random.random() < 0.5 and names == "name_of"
    often = random.random() < 0.3

    def write(part: Part, depth: int, places: tuple[int, ...]) -> None:
        word = loud(words[depth]) if depth == 0 or not only_top else words[depth]
        code = f"{word} {_number(style, places, part.field.topic)}"
        if style == "letters" and depth == 2:
            code = f"{word} {chr(96 + places[-1])}"
        title = paper.cased(part.title) if depth == 0 and names == "name_of" else part.title
        parted = between if depth == 0 or between.strip() != "" or between == " " else ". "
        paper.entry(
            kinds(depth, len(words)), code + parted, title, indent=paper.indent * depth,
            blank=depth < len(words) - 1, stop=paper.stop and depth > 0,
        )  # fmt: skip
        if depth == 0 and said:
            paper.paragraph(random.choice(part.field.statements))
        if part.children and (often or (depth == 0 and random.random() < 0.4)):
            paper.paragraph(plan.sentences(part.field, random.randint(1, 3)))
        for number, child in enumerate(part.children, 1):
            write(child, depth + 1, (*places, number))

    around(paper, before=True)
    if not chapters and random.random() < 0.5:
        paper.heading(random.choice(_HEADS))
    for number, part in enumerate(plan.tree((names, *below), 2, 3), 1):
        if chapters:
            head = paper.heading(part.field.topic + random.choice(("", " Element")))
            paper.note(("goal", "policy"), head, optional=True)
            paper.note(("goal", "policy"), part.field.topic, optional=True)
            paper.paragraph(plan.sentences(part.field, random.randint(1, 3)))
        write(part, 0, (number,))
    around(paper, before=False)
    return paper.finish()


def _bare(style: str, places: tuple[int, ...]) -> str:
    depth, last = len(places) - 1, places[-1]
    whole = ".".join(map(str, places))
    return {
        "dotted": f"{whole}." if depth == 0 else whole,
        "tight": whole,
        "points": f"{whole}.",
        "outline": (f"{_ROMAN[last - 1]}.", f"{chr(64 + last)}.", f"{last}.")[depth],
        "letters": (f"{chr(64 + last)}.", f"{last}.", f"{chr(96 + last)}.")[depth],
        "numbers": (f"{last}.", f"{chr(97 + last - 1)}.", f"({_ROMAN[last - 1].lower()})")[depth],
        "brackets": (f"{last}.", f"({chr(96 + last)})", f"({_ROMAN[last - 1].lower()})")[depth],
        "initial": "".join(
            (chr(64 + places[0]), str(places[1]) if depth else "", f".{last}" if depth > 1 else "")
        ),
        "zero": f"{last}.0" if depth == 0 else whole,
    }[style]


def outline(random: Random, plan: English) -> Page:
    """Write an outline of numbers and letters, without words of levels: 1. 1.1, I. A. 1."""
    paper = Paper(random, plan)
    style = random.choice(
        ("dotted", "dotted", "tight", "points", "outline", "letters", "numbers", "brackets",
         "initial", "zero")
    )  # fmt: skip
    space = random.choice((" ", " ", "  ", "\t"))
    levels: tuple[str, ...] = random.choice((("aim",), ("act",), ("aim", "act")))
    names = random.choice(("name_of", "name_of", "statement"))
    said = random.random() < 0.4

    def write(part: Part, depth: int, places: tuple[int, ...]) -> None:
        title = paper.cased(part.title) if depth == 0 and names == "name_of" else part.title
        paper.entry(
            kinds(depth, len(levels) + 1), _bare(style, places) + space, title,
            indent=paper.indent * depth, blank=depth == 0, stop=paper.stop and depth > 0,
        )  # fmt: skip
        if depth == 0 and said:
            paper.paragraph(plan.sentences(part.field, random.randint(1, 2)))
        for number, child in enumerate(part.children, 1):
            write(child, depth + 1, (*places, number))

    around(paper, before=True)
    paper.heading(random.choice((*_HEADS, "Strategic Goals", "Our Priorities")))
    if random.random() < 0.4:
        paper.paragraph("The following goals and actions guide the work of " + plan.who + ".")
    for number, part in enumerate(plan.tree((names, *levels), 2, 4), 1):
        write(part, 0, (number,))
    around(paper, before=False)
    return paper.finish()


def _in_english(write: Callable[[Random, English], Page]) -> Callable[[Random, Content], Page]:
    """Return a layout that draws its own words in English."""
    return lambda random, _: write(random, English(random))


_ALL: dict[str, Callable[[Random, English], Page]] = {
    "worded": worded,
    "outline": outline,
    **english_lists.ENGLISH,
    **english_tables.ENGLISH,
    **english_pages.ENGLISH,
}
LAYOUTS = {name: _in_english(write) for name, write in _ALL.items()}
