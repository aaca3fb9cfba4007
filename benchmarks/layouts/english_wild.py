"""English plans in which levels have any names, or none, and sections any parts.

What a section consists of, what its parts are called and in which order they stand is drawn
for the whole plan; what residents said, figures, partners and measures are parts as well, and
no elements.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.english_front import around
from layouts.english_marked import Html, Markdown
from layouts.english_paper import Paper
from layouts.page import Page
from layouts.wild_en import Wild, in_wild
from layouts.words_en import Field

GOALS = ("goal", "policy", "measure", "ideal-state")
AIMS = ("goal", "policy", "measure", "ideal-state", "direction")
ACTS = ("measure", "policy", "direction", "project", "goal")
_WHY = ("Why this matters", "Why it matters", "Context", "Where are we now?", "The challenge",
        "Background", "Overview", "Why is this important?", "Current state")  # fmt: skip
_HEARD = ("What we heard", "You said", "What you told us", "We heard", "What our community said",
          "What residents told us", "Community feedback")  # fmt: skip
_FACTS = ("Did you know?", "Key facts", "At a glance", "Fast facts", "Snapshot", "By the numbers")
_WANT = (
    "Where do we want to be?", "Outcomes", "What success looks like", "Our aims", "Objectives",
    "Desired outcomes", "What we want to achieve", "Our aspirations", "Our ambitions",
    "Goals", "Where we want to be", "We want:", "Community outcomes", "Key objectives",
)  # fmt: skip
#: Below these a person may read elements, or only what the section hopes for.
_SUCCESS = ("What success looks like", "What we want to achieve", "We want:")
_DO = (
    "How will we get there?", "What we will do", "We will:", "Strategies", "Our actions",
    "What are we going to do?", "Key actions", "Priority actions", "Initiatives", "Actions",
    "Our commitments", "To achieve this we will:", "How we will get there", "Deliverables",
    "What Council will do", "In the next four years we will:", "Major initiatives", "Next steps",
    "Over the life of this plan, we will:", "Tactics", "Key projects", "Focus for the next year",
)  # fmt: skip
_KNOW = (
    "How will we know?", "Measures of success", "Performance measures", "We will measure",
    "How we will measure progress", "Indicators", "Tracking our progress", "Success indicators",
    "How will we know we are on track?", "Key performance indicators", "We'll know we've succeeded"
    " when", "Metrics",
)  # fmt: skip
_WHO = ("Who can help", "Partners", "Our partners", "Who will help us", "Council's role",
        "Lead and partners", "Our role", "Supporting plans", "Related strategies")  # fmt: skip
_PARTNERS = (
    "State Government", "Local businesses", "Health Service", "Schools", "Community groups",
    "Land trust", "Police", "Chamber of Commerce", "Provider", "Advocate", "Partner", "Utilities",
)  # fmt: skip
_WORDS = (
    "Theme", "Pillar", "Focus Area", "Strategic Direction", "Outcome", "Community Aspiration",
    "Key Direction", "Ambition", "Priority", "Commitment", "Strategic Theme", "Big Move", "Domain",
    "Strategic Goal", "Key Result Area", "Priority Area", "Goal", "Goal Area", "Challenge",
    "Strategic Priority", "Promise", "Community Outcome", "Direction", "Strategic Objective",
)  # fmt: skip
_SPELLED = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def head(random: Random) -> Callable[[int], str]:
    """Draw how the plan dresses the titles of its sections: what stands before them."""
    word = random.choice(_WORDS)
    loud = random.choice((str, str, str.upper))
    between = random.choice((": ", " – ", " - ", "\n", ". ", " | ", "  ", " — "))
    form = random.choice(
        ("bare", "bare", "bare", "number", "number", "spelled", "roman", "letter", "own", "tight",
         "unnumbered", "zero")
    )  # fmt: skip

    def dressed(number: int) -> str:
        return {
            "bare": "", "number": f"{loud(word)} {number}{between}",
            "spelled": f"{loud(f'{word} {_SPELLED[number - 1]}')}{between}",
            "roman": f"{loud(word)} {_ROMAN[number - 1]}{between}",
            "letter": f"{loud(word)} {chr(64 + number)}{between}",
            "own": f"{number}. ", "tight": f"{number} ", "zero": f"{number:02d}\n",
            "unnumbered": f"{loud(word)}{between if between.strip(' .') else ': '}",
        }[form]  # fmt: skip

    return dressed


def number(random: Random) -> Callable[[Paper, int, int, str], str]:
    """Draw how the items of a list are numbered: by mark, by number, by letters, or not."""
    form = random.choice(
        ("mark", "mark", "mark", "dotted", "plain", "letter", "coded", "dashed", "bracket", "dots",
         "none", "initial")
    )  # fmt: skip

    def shown(paper: Paper, over: int, place: int, word: str) -> str:
        return {
            "mark": f"{paper.bullet} ", "dotted": f"{over}.{place} ", "plain": f"{place}. ",
            "letter": f"{chr(96 + place)}) ", "coded": f"{word[0].upper()}{over}.{place} ",
            "dashed": f"{over}-{place} ", "bracket": f"({place}) ", "dots": f"{over}.{place}. ",
            "none": "", "initial": f"{chr(64 + over)}{place} ",
        }[form]  # fmt: skip

    return shown


class Sections:
    """Writes the sections of one plan, all with the same parts, labels and dress."""

    def __init__(self, random: Random, plan: Wild, paper: Paper | None = None) -> None:
        self.random, self.plan = random, plan
        self.paper = paper or Paper(random, plan, web=random.random() < 0.4)
        self.paper.gap = max(1, self.paper.gap)
        self.head, self.aims, self.acts = head(random), number(random), number(random)
        self.colon = random.random() < 0.3
        self.wanted, self.done = random.choice(_WANT), random.choice(_DO)
        self.said = random.choice(("", "", "statement", "paragraph", "paragraphs"))
        self.second = random.random() < 0.2
        self.tail = random.choice(("", "", "", "year", "who"))
        before = [self.why, self.heard, self.facts, self.want]
        behind = [self.know, self.who]
        kept = [one for one in before if random.random() < 0.4]
        after = [one for one in behind if random.random() < 0.45]
        self.parts = [*kept, self.do, *after]
        if random.random() < 0.15:
            self.parts = [*after, *kept, self.do]
        self.labels = {names: random.choice(names) for names in (_WHY, _HEARD, _FACTS, _KNOW, _WHO)}

    def label(self, text: str) -> None:
        """Write the label of a part."""
        self.paper.label(text.rstrip(":"), self.colon or text.endswith(":"))

    def listed(self, some: list[str]) -> None:
        """Write items that are no elements."""
        for one in some:
            self.paper.told(one)

    def why(self, field: Field, over: int) -> None:
        """Write why a section matters."""
        self.label(self.labels[_WHY])
        for _ in range(self.random.randint(1, 2)):
            self.paper.paragraph(self.plan.sentences(field, self.random.randint(1, 3)))

    def heard(self, field: Field, over: int) -> None:
        """Write what residents said."""
        self.label(self.labels[_HEARD])
        said = [self.plan.heard(field) for _ in range(self.random.randint(2, 4))]
        if self.random.random() < 0.3:
            self.paper.raw(*(f"“{one}”" for one in said))
        else:
            self.listed(said)

    def facts(self, field: Field, over: int) -> None:
        """Write figures."""
        self.label(self.labels[_FACTS])
        self.listed([self.plan.fact(field) for _ in range(self.random.randint(2, 3))])

    def want(self, field: Field, over: int) -> None:
        """Write what is to be reached."""
        self.label(self.wanted)
        for place in range(1, self.random.randint(2, 4)):
            before = self.aims(self.paper, over, place, "Outcome")
            self.paper.entry(AIMS, before, self.plan.aim(field), indent=self.paper.indent,
                             stop=self.paper.stop, blank=not before,
                             optional=self.wanted in _SUCCESS)  # fmt: skip

    def do(self, field: Field, over: int) -> None:
        """Write what is to be done."""
        self.label(self.done)
        for place in range(1, self.random.randint(3, 6)):
            before = self.acts(self.paper, over, place, "Action")
            act, after = self.plan.act(field), ""
            if self.second and self.random.random() < 0.5:
                after = ". " + self.plan.sentences(field, 1)
            elif self.tail == "year":
                after = f" ({self.random.randint(self.plan.start, self.plan.end)})"
            elif self.tail == "who":
                after = f" [{self.plan.department(field)}]"
            self.paper.entry(ACTS, before, act, after, indent=self.paper.indent,
                             stop=self.paper.stop and not after, blank=not before)  # fmt: skip

    def know(self, field: Field, over: int) -> None:
        """Write what success is measured by."""
        self.label(self.labels[_KNOW])
        self.listed([self.plan.kpi(field) for _ in range(self.random.randint(2, 3))])

    def who(self, field: Field, over: int) -> None:
        """Write who helps."""
        self.label(self.labels[_WHO])
        some = self.random.sample(_PARTNERS, self.random.randint(2, 4))
        if self.random.random() < 0.5:
            self.paper.paragraph(", ".join(some))
        else:
            self.listed(some)

    def write(self, count: int) -> Page:
        """Write the plan."""
        paper, plan = self.paper, self.plan
        around(paper, before=True)
        for place, field in enumerate(plan.fields(count), 1):
            paper.gapped()
            title = paper.cased(plan.name_of(field))
            paper.entry(GOALS, self.head(place), title)
            if self.said == "statement":
                paper.paragraph(self.random.choice(field.statements))
            for _ in range({"paragraph": 1, "paragraphs": 2}.get(self.said, 0)):
                paper.paragraph(plan.sentences(field, self.random.randint(1, 3)))
            for part in self.parts:
                part(field, place)
        around(paper, before=False)
        return paper.finish()


def sections(random: Random, plan: Wild) -> Page:
    """Write sections of equal parts, as plain text."""
    return Sections(random, plan).write(random.randint(2, 6))


def marked(random: Random, plan: Wild) -> Page:
    """Write sections of equal parts in Markdown."""
    return Sections(random, plan, Markdown(random, plan)).write(random.randint(2, 6))


def site(random: Random, plan: Wild) -> Page:
    """Write sections of equal parts as a page of a site."""
    return Sections(random, plan, Html(random, plan)).write(random.randint(2, 6))


_ALL = {"sections": sections, "markdown": marked, "html": site}
LAYOUTS = {name: in_wild(write) for name, write in _ALL.items()}
