"""Pages on which a government tells what it adopted: sites, resolutions, reports to a council.

A sentence announces the goals, whatever they look like; what the plan is good for, what is fixed to
it, how was voted and where one may read on are lists as well, and no elements.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.english_paper import Paper
from layouts.english_wild import ACTS, GOALS
from layouts.page import Page
from layouts.wild_en import Wild, in_wild
from layouts.words_en import Field

_SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight")
_WORDS = (
    "goals", "priorities", "strategic priorities", "themes", "goal areas", "focus areas",
    "strategic goals", "priority areas", "pillars", "strategic priority areas", "key priorities",
    "council priorities", "areas of focus", "strategic directions", "commitments",
)  # fmt: skip
_SENTENCES = (
    "The plan is built around {count} {word}:", "{Who} adopted the following {word}:",
    "The {word} are as follows:", "In {start}, {who} adopted {count} {word} to guide its work.",
    "The plan sets out {count} {word} that serve as the foundation for decisions at all levels.",
    "Our {count} {word} are:", "{Who} has {count} major {word} to guide its efforts:",
    "{Word} for {start}-{end} are as follows:", "Our plan contains {count} {word}:",
    "To achieve our vision, we have outlined {count} {word} against which progress can be seen:",
    "{Who} discussed and ranked its {word} below for the coming years:",
    "The plan identifies these {word}:", "{Who} has set {count} {word} for the years ahead.",
    "The plan concentrates on {count} {word}:",
    "Today's {word}, ratified by {who}, are listed here.",
    "{Who} will focus on the following {word} through {end}:",
    "We have agreed {count} {word} which are to:",
)  # fmt: skip
_HEADS = ("{Word}", "Our {Word}", "{Word} {start}-{end}", "Strategic Plan {Word}", "{place} {Word}",
          "{start}–{end} Council {Word}")  # fmt: skip
_INVOLVING = (
    "involving areas such as:", "where we will focus on:", "which involves priorities such as:",
    "including:", "We will:",
)  # fmt: skip
_GAINS = (
    "Develop appropriate operating budgets", "A better understanding of the vision of the council",
    "Identify and rank capital projects", "Staff is more focused on what matters most",
    "Create realistic schedules for projects", "More projects are completed on time",
)  # fmt: skip
_GOOD_FOR = (
    "Advantages of planning ahead", "By agreeing on these, the government will be able to:",
    "For each of them, we report on:", "Why set goals?",
    "The plan is based on what we learned from:",
    "When reading them, keep these questions in mind:", "How the plan is used",
)  # fmt: skip
_LINKS = (
    "Strategic Plan (PDF, 2.4 MB)", "Progress Report", "Read the full plan", "Council minutes",
    "Sign up for our newsletter", "Contact the Clerk", "Watch the meeting", "Budget documents",
)  # fmt: skip
_MENU = ("Residents", "Business", "Services", "Pay a Bill", "Search", "I Want To...", "Visitors")
_VOTE = (("AYES: {}", "NOES: 0", "ABSENT: 1"), ("AYES: Reyes, Kirk, Marsh", "NAYS: None"),
         ("Yeas: {}  Nays: 0",), ("Carried unanimously",), ("FOR: {}    AGAINST: 2",))  # fmt: skip
_WHEREAS = (
    "{who} held a workshop on the needs of the community", "residents answered a survey in spring",
    "staff studied the trends of population and revenue", "{who} wishes to give clear direction",
    "the plan before this one comes to its end",
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


def _dress(random: Random, *, below: bool = False) -> Callable[[int], str]:
    """Draw how the items of a list begin."""
    word = random.choice(("Goal", "Priority", "Theme", "Goal Area", "Pillar", "Focus Area"))
    between = random.choice((": ", " – ", ". ", " - "))
    forms: list[Callable[[int], str]] = [
        lambda _: "• ", lambda _: "- ", lambda _: "  • ", lambda n: f"{n}. ", lambda n: f"{n}) ",
        lambda n: f"({n}) ", lambda n: f"{chr(96 + n)}) ", lambda n: f"  {n}. ",
        lambda _: "", lambda _: "",
    ]  # fmt: skip
    over: list[Callable[[int], str]] = [
        lambda n: f"{word} {n}{between}", lambda n: f"{word} {chr(64 + n)}{between}",
        lambda n: f"{word.upper()} {n}{between}", lambda _: "", lambda n: f"• {word} {n}{between}",
    ]  # fmt: skip
    deeper: list[Callable[[int], str]] = [
        lambda n: f"   {_ROMAN[n - 1]}. ", lambda n: f"   {chr(96 + n)}. ", lambda _: "o ",
        lambda n: f"({chr(96 + n)}) ", lambda _: "   ○ ", lambda _: "  - ",
    ]  # fmt: skip
    return random.choice([*forms[:3], *deeper] if below else [*forms, *over])


class _List:
    """Goals in one manner: alone, with a sentence each, or with lists below them."""

    def __init__(self, random: Random, plan: Wild, paper: Paper) -> None:
        self.random, self.plan, self.paper = random, plan, paper
        self.used: set[str] = set()
        self.before, self.below = _dress(random), _dress(random, below=True)
        self.form = random.choice(("alone", "alone", "alone", "told", "named", "listed", "listed"))
        bare = self.before(1) == ""
        self.between = self.form != "alone" or (bare and random.random() < 0.5)
        self.end = random.choice(("", "", ";", "."))
        self.involving = random.choice((*_INVOLVING, "", "", "", ""))

    def write(self, count: int) -> None:
        """Write the goals with what is below them."""
        for place, field in enumerate(self.plan.fields(count), 1):
            if self.between or place == 1:
                self.paper.raw("")
            short = self.random.random() < 0.7 or self.form == "named"
            title = self._title(field, short=short)
            before = self.before(place)
            if self.form == "named":
                said = self.random.choice((": ", " – ")) + self.plan.aim(field)
                self.paper.raw(before + title + said)
                self.paper.page.element("goal", title, *GOALS[1:], alt=[title + said])
                continue
            lone = self.end if self.form == "alone" and before.strip() else ""
            leads = self.involving if self.form == "listed" and self.involving[:1].islower() else ""
            self.paper.raw(before + title + (f", {leads}" if leads else lone))
            self.paper.note(GOALS, title)
            if self.form == "told":
                self.paper.raw(self.plan.sentences(field, self.random.randint(1, 2)))
            elif self.form == "listed":
                self._list(field)

    def _title(self, field: Field, *, short: bool) -> str:
        """Draw a title that no goal before has."""
        title = ""
        while not title or title in self.used:
            title = self.plan.name_of(field) if short else self.plan.aim(field)
            short = short and self.random.random() < 0.9
        self.used.add(title)
        return title

    def _list(self, field: Field) -> None:
        if self.involving[:1].isupper():
            self.paper.raw(self.involving)
        for place in range(1, self.random.randint(3, 5)):
            act = self.plan.act(field)
            self.paper.raw(self.below(place) + act + (self.end if self.end == ";" else ""))
            self.paper.note((*ACTS, "viewpoint"), act)


def _announced(random: Random, plan: Wild, count: int) -> list[str]:
    """Draw what stands above the goals: a heading, a sentence, or both."""
    head = random.choice(_HEADS).format(**_names(random, plan, count))
    said = _sentence(random, plan, count)
    return random.choice(([said], [said], [said], [head], [head, "", said]))


def _sentence(random: Random, plan: Wild, count: int) -> str:
    return random.choice(_SENTENCES).format(**_names(random, plan, count))


def _names(random: Random, plan: Wild, count: int) -> dict[str, object]:
    word = random.choice(_WORDS)
    who = plan.who.replace("the ", random.choice(("the ", "the ", "")))
    told = random.choice((_SPELLED[count], str(count), f"{_SPELLED[count]} ({count})"))
    return {"count": told, "word": word, "Word": word.title(), "who": who, "start": plan.start,
             "Who": who[0].upper() + who[1:], "end": plan.end, "place": plan.place}  # fmt: skip


def _aside(random: Random, paper: Paper) -> None:
    paper.raw("", random.choice(_GOOD_FOR), "")
    mark = random.choice(("• ", "- ", "  • "))
    paper.raw(*(mark + one for one in random.sample(_GAINS, random.randint(2, 4))))


def site(random: Random, plan: Wild) -> Page:
    """Write a page of a site: menu, an introduction, the goals, what the plan is good for."""
    paper = Paper(random, plan, web=True)
    count = random.randint(3, 7)
    if random.random() < 0.5:
        paper.raw(plan.place, *random.sample(_MENU, random.randint(2, 5)), "")
    if random.random() < 0.3:
        paper.raw(random.choice(("Home > Council > Plans", "Home / Government / Council")))
    paper.raw(random.choice(("Strategic Plan", plan.short, "Council Goals", plan.title)), "")
    if random.random() < 0.8:
        paper.raw(plan.sentences(plan.fields(1)[0], random.randint(1, 3)), "")
    if random.random() < 0.35:
        _aside(random, paper)
        paper.raw("")
    if random.random() < 0.3:
        said = plan.vision()
        paper.raw(random.choice(("Vision", "Our Vision", "Vision Statement")), said, "")
        paper.note(("vision",), said)
    paper.raw(*_announced(random, plan, count))
    _List(random, plan, paper).write(count)
    if random.random() < 0.35:
        _aside(random, paper)
    if random.random() < 0.5:
        paper.raw("", plan.sentences(plan.fields(2)[1], random.randint(1, 2)))
    if random.random() < 0.6:
        paper.raw("", random.choice(("Related Documents", "More information", "Contact Us", "")))
        paper.raw(*random.sample(_LINKS, random.randint(1, 4)))
    if random.random() < 0.4:
        paper.raw(f"160 Main Street | (555) 010-0{random.randint(100, 999)}", "© " + plan.place)
    return paper.finish()


def resolution(random: Random, plan: Wild) -> Page:
    """Write a resolution or a report by which a council adopts its goals."""
    paper = Paper(random, plan, web=random.random() < 0.4)
    count, number = random.randint(3, 6), f"{random.randint(10, 24)}-{random.randint(10, 199)}"
    resolved = random.random() < 0.6
    if resolved:
        whose = f"A RESOLUTION OF {plan.place.upper()}"
        paper.raw(f"RESOLUTION NO. {number}", "", f"{whose} ADOPTING ITS STRATEGIC PRIORITIES", "")
        for one in random.sample(_WHEREAS, random.randint(2, 4)):
            paper.paragraph(f"WHEREAS, {one.format(who=plan.who)}; and")
        paper.paragraph(f"NOW, THEREFORE, BE IT RESOLVED by {plan.who} as follows:")
        paper.paragraph(f"Section 1. The {plan.short} is hereby adopted.")
        paper.paragraph(f"Section 2. {_sentence(random, plan, count)}")
    else:
        paper.raw("STAFF REPORT", f"TO: {plan.who}", "FROM: City Manager", f"REPORT NO.: {number}",
                  f"SUBJECT: {plan.short}", "")  # fmt: skip
        for one in ("RECOMMENDATION", "BACKGROUND"):
            paper.raw(one)
            paper.paragraph(plan.sentences(plan.fields(1)[0], random.randint(1, 2)))
            paper.raw("")
        paper.raw(*_announced(random, plan, count))
    _List(random, plan, paper).write(count)
    paper.raw("")
    if resolved:
        paper.paragraph("Section 3. Staff shall report progress at least once each year.")
        paper.paragraph("Section 4. This resolution takes effect upon adoption.")
        paper.paragraph(f"PASSED AND ADOPTED this 3rd day of June, {plan.start}, by this vote:")
        paper.raw(*(one.format(random.randint(4, 9)) for one in random.choice(_VOTE)), "")
        paper.raw("______________________", "Mayor", "ATTEST: __________________  City Clerk")
    else:
        paper.raw("FISCAL IMPACT", "None.", "", "ATTACHMENTS", "A. Draft plan", "B. Survey results")
    return paper.finish()


_ALL = {"site": site, "resolution": resolution}
LAYOUTS = {name: in_wild(write) for name, write in _ALL.items()}
