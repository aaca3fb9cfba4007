"""English plans whose lists lost their bullets: items in small letters below a colon."""

from __future__ import annotations

import textwrap
from random import Random

from layouts.content import Content
from layouts.content_en import English
from layouts.page import Page

_WORDS = ("Priority", "Mission", "Goal", "Theme", "Outcome", "Commitment", "")
_LEADS = (
    "We will:", "What we will do:", "We’ll do this by:", "By 2030 we will:",
    "To achieve this we will:",
    "We are going to:", "Our commitments:", "This means we will:", "How we will get there:",
    "Over the next four years, we will:", "The council will:", "Key actions:",
)  # fmt: skip
_GERUND = {
    "be": "being", "begin": "beginning", "cut": "cutting", "get": "getting", "plan": "planning",
    "put": "putting", "run": "running", "set": "setting", "submit": "submitting",
    "map": "mapping", "stop": "stopping", "commit": "committing", "tie": "tying",
}  # fmt: skip


def _going(verb: str) -> str:
    """Return the form of a verb that ends in -ing."""
    if verb in _GERUND:
        return _GERUND[verb]
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def unmarked(random: Random, content: Content) -> Page:
    """Write goals in which a line with a colon stands above what will be done."""
    del content
    plan = English(random)
    page = Page()
    word, lead = random.choice(_WORDS), random.choice(_LEADS)
    going = lead.endswith("by:")
    width = random.choice((60, 72, 88, 110))
    indent = random.choice(("", "", "    ", "  "))
    between, above = random.random() < 0.15, random.random() < 0.6
    end = random.choice(("", "", "", ";", ","))
    why, who = random.random() < 0.4, random.choice(("", "", "Lead: ", "Lead member: "))
    page.write(f"{plan.place}", plan.short, "")
    if random.random() < 0.4:
        said = plan.vision()
        page.write("Our vision", "", said, "")
        page.element("vision", said)
    for number, goal in enumerate(plan.tree(("name_of", "act"), 2, 4), 1):
        page.write(f"{word} {number}: {goal.title}" if word else f"{number}. {goal.title}", "")
        page.element("goal", goal.title, "policy")
        if who:
            page.write(who + plan.department(goal.field))
        if why:
            page.write("Why this matters", "")
        page.write(*textwrap.wrap(plan.sentences(goal.field, random.randint(1, 2)), width), "")
        page.write(lead, *([""] if above else []))
        for place, one in enumerate(goal.children):
            first, _, rest = one.title.partition(" ")
            begun = _going(first.lower()) if going else first[0].lower() + first[1:]
            said = f"{begun} {rest}"
            page.element("measure", said, "project", "direction", "policy")
            last = place == len(goal.children) - 1
            lines = textwrap.wrap(said + ("." if last and end else end), width)
            page.write(*(indent + line for line in lines), *([""] if between else []))
        page.write("")
        if random.random() < 0.3:
            page.write("How we will know", *(plan.measure(goal.field) for _ in range(2)), "")
    return page


LAYOUTS = {"unmarked": unmarked}
