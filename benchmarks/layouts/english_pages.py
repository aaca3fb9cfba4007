"""English-language plans as pages of sites, on one page, as contents; pages without a plan."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from random import Random

from layouts import english_front
from layouts.content_en import English
from layouts.english_paper import Paper
from layouts.page import Page

_ACTS = ("measure", "direction", "project", "policy", "goal")
_GOALS = ("goal", "policy")
_MENU = (
    "Skip to main content", "Search", "Menu", "Home", "Residents", "Business", "Visitors",
    "Council", "Pay a bill", "Report a problem", "News", "Contact us", "Careers", "Sign in",
)  # fmt: skip
_FOOT = (
    "Contact Us", "Phone: 555-0147", "Office hours: Monday to Friday, 8:30 am to 4:30 pm",
    "Accessibility", "Last updated: 14 March 2026", "Was this page helpful?", "Yes", "No",
    "Share this page", "Facebook", "© All rights reserved", "Download the plan (PDF, 2.1 MB)",
)  # fmt: skip


def _site(random: Random, plan: English) -> tuple[list[str], list[str]]:
    top = random.sample(_MENU, random.randint(0, 8))
    if random.random() < 0.5:
        top.append(random.choice((" > ", " › ", " / ")).join(("Home", "Your Council", plan.short)))
    return top, random.sample(_FOOT, random.randint(0, 7))


def web(random: Random, plan: English) -> Page:
    """Write a page of a site as text: a menu, goals as headings, acts as lists, links below."""
    paper = Paper(random, plan, web=True)
    top, foot = _site(random, plan)
    word = random.choice(("", "", "Goal", "Priority", "Pillar", "Focus area"))
    label = random.choice(("", "", "Objectives", "Actions", "We will:", "Key initiatives"))
    paper.raw(*top, "")
    paper.raw(plan.short)
    paper.paragraph(
        f"{plan.who[0].upper()}{plan.who[1:]} adopted this plan after talking with residents. It "
        "sets out what matters most over the next years."
    )
    if random.random() < 0.6:
        english_front.statements(paper)
    paper.heading(random.choice(("Our priorities", "Strategic goals", "Focus areas", "Pillars")))
    for number, field in enumerate(plan.fields(random.randint(3, 6)), 1):
        paper.gapped()
        paper.entry(_GOALS, f"{word} {number}: " if word else "", paper.cased(plan.name_of(field)))
        if random.random() < 0.6:
            paper.paragraph(plan.sentences(field, random.randint(1, 2)))
        if label:
            paper.label(label)
        for _ in range(random.randint(2, 5)):
            paper.item(_ACTS, plan.act(field))
    paper.raw("", *foot)
    return paper.finish()


def html(random: Random, plan: English) -> Page:
    """Write a page of a site as HTML: headings, paragraphs, lists, perhaps folded parts."""
    page = Page(".html")
    top, foot = _site(random, plan)
    level = random.choice((2, 3))
    word = random.choice(("", "", "Goal", "Priority", "Theme"))
    folded = random.random() < 0.25
    label = random.choice(("", "", "Objectives", "What we will do", "Actions"))
    page.write(f"<html><head><title>{plan.short} | {plan.place}</title></head><body>")
    page.write("<nav><ul>", *(f"<li><a href='#'>{one}</a></li>" for one in top), "</ul></nav>")
    page.write(f"<main><h1>{plan.short}</h1>")
    page.write(f"<p>{plan.sentences(plan.fields(1)[0], 2)}</p>")
    if random.random() < 0.5:
        said = plan.vision() + "."
        page.write(f"<h2>{random.choice(('Vision', 'Our vision'))}</h2><p>{said}</p>")
        page.element("vision", said)
    page.write("<h2>Our priorities</h2>")
    for number, field in enumerate(plan.fields(random.randint(3, 6)), 1):
        title = plan.name_of(field)
        page.element(*(_GOALS[0], title, _GOALS[1]))
        shown = f"{word} {number}: {title}" if word else title
        page.write(
            f"<details><summary>{shown}</summary>" if folded else f"<h{level}>{shown}</h{level}>"
        )
        if random.random() < 0.6:
            page.write(f"<p>{plan.sentences(field, random.randint(1, 2))}</p>")
        if label:
            page.write(f"<h{level + 1}>{label}</h{level + 1}>")
        page.write("<ul>")
        for _ in range(random.randint(2, 5)):
            act = plan.act(field)
            page.write(f"<li>{act}</li>")
            page.element(_ACTS[0], act, *_ACTS[1:])
        page.write("</ul>" + "</details>" * folded)
    page.write("</main><footer>", *(f"<p>{one}</p>" for one in foot), "</footer></body></html>")
    return page


def one_page(random: Random, plan: English) -> Page:
    """Write a plan on a page, column by column: vision, mission, values, pillars with acts."""
    paper = Paper(random, plan)
    paper.width = 0
    paper.gap = random.choice((0, 1, 1))
    width = random.choice((26, 32, 40))
    paper.raw(*random.choice(((plan.title,), (plan.place, plan.short), (plan.short.upper(),))))
    english_front.statements(paper)
    if random.random() < 0.5:
        paper.heading(random.choice(("Our Priorities", "Strategic Pillars", "Goals")))
    marked = paper.gap == 0 or random.random() < 0.7
    word = random.choice(("", "", "", "Goal", "Pillar"))
    for number, field in enumerate(plan.fields(random.randint(3, 5)), 1):
        paper.gapped()
        paper.entry(_GOALS, f"{word} {number}\n" if word else "", paper.cased(plan.name_of(field)))
        if random.random() < 0.3 and marked:
            paper.raw(*textwrap.wrap(random.choice(field.statements), width))
        for _ in range(random.randint(2, 5)):
            act = plan.act(field)
            paper.note(_ACTS, act)
            before = f"{paper.bullet} " if marked else ""
            paper.raw(*(textwrap.wrap(before + act, width) if marked else [act]))
    return paper.finish()


def contents(random: Random, plan: English) -> Page:
    """Write a page of contents: what surrounds the plan, and goals with the pages they are on."""
    page = Page()
    dots = random.choice((" .......... ", " " + "." * 24 + " ", "  ", "\t", " . . . . . . "))
    word = random.choice(("Goal", "Goal", "Priority", "Pillar", "Theme", "Focus Area"))
    between = random.choice((": ", " – ", ". ", " "))
    below = random.choice(("", "Objective", "number"))
    number = random.randint(2, 6)
    page.write(random.choice(("Contents", "Table of Contents", "CONTENTS")), "")

    def line(text: str, indent: int = 0) -> None:
        nonlocal number
        page.write(" " * indent + text + dots + str(number))
        number += random.randint(1, 5)

    for head in random.sample(
        ("Message from the Mayor", "Acknowledgements", "Executive Summary", "Introduction",
         "Community Profile", "How to Use This Plan", "Vision and Mission", "Engagement Summary"),
        random.randint(2, 5),
    ):  # fmt: skip
        line(head)
    for place, field in enumerate(plan.fields(random.randint(3, 6)), 1):
        title = plan.name_of(field)
        page.element("goal", title, "policy")
        line(f"{word} {place}{between}{title}")
        for inner in range(1, random.randint(2, 4) if below else 1):
            aim = plan.aim(field)
            page.element("policy", aim, "measure", "goal")
            line(f"{'Objective ' if below == 'Objective' else ''}{place}.{inner} {aim}", 2)
    for head in random.sample(
        ("Implementation", "Monitoring and Review", "Glossary", "Appendix A: Survey Results",
         "Appendix B: Maps", "References"), random.randint(1, 4),
    ):  # fmt: skip
        line(head)
    return page


def nothing(random: Random, plan: English) -> Page:
    """Write what surrounds a plan, and nothing of the plan but perhaps its vision."""
    paper = Paper(random, plan, web=random.random() < 0.3)
    parts = random.sample(
        (english_front.message, english_front.profile, english_front.engagement,
         english_front.glossary, english_front.closing, english_front.statements), 4,
    )  # fmt: skip
    english_front.cover(paper)
    for part in parts:
        part(paper)
    return paper.finish()


ENGLISH: dict[str, Callable[[Random, English], Page]] = {
    "web": web,
    "html": html,
    "one-page": one_page,
    "contents": contents,
    "nothing": nothing,
}
