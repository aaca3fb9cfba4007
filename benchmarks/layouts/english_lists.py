"""English-language plans of headings and lists below labels: We will:, Objectives, Actions."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content_en import English
from layouts.english_front import around
from layouts.english_paper import Paper
from layouts.page import Page
from layouts.words_en import Field

_DONE = (
    "What we will do", "We will", "Key actions", "Our commitments", "Actions", "What we'll do",
    "How we will do it", "Strategies", "Initiatives", "Priority actions", "What we will deliver",
    "How we will get there", "Key initiatives", "Deliverables", "Our actions",
)  # fmt: skip
_SUCCESS = (
    "How we will measure success", "How we will know we have succeeded", "Measures of success",
    "Performance measures", "Success indicators", "Key performance indicators", "What success"
    " looks like", "How will we know?", "Indicators", "Progress measures",
)  # fmt: skip
_WHY = ("Why this matters", "Where we are now", "What you told us", "Challenges", "Context")
_WANTED = ("Objectives", "Key objectives", "Outcomes", "Our objectives", "Strategic objectives",
           "Priorities", "Our priorities")  # fmt: skip
_ACTS = ("measure", "direction", "project", "policy")
_AIMS = ("policy", "goal", "measure")
_GOALS = ("goal", "policy")
_WORDS = ("Goal", "Priority", "Pillar", "Theme", "Focus Area", "Strategic Goal", "Outcome",
          "Strategic Priority", "Strategic Theme", "Key Priority")  # fmt: skip


def _after(random: Random, plan: English, field: Field, manner: str) -> str:
    """Return what stands behind an act: who is responsible and when."""
    when = random.choice((str(plan.end), "Ongoing", "Short-term", "Year 2", "Q3 2027", "Annually"))
    return {
        "": "",
        "brackets": f" ({plan.department(field)}, {when})",
        "when": f" ({when})",
        "square": f" [{plan.department(field)}]",
    }[manner]


def template(random: Random, plan: English) -> Page:
    """Write sections of one form: a heading, a paragraph, We will: and how success is measured.

    The manner of councils in the United Kingdom, Australia and New Zealand.
    """
    paper = Paper(random, plan, web=random.random() < 0.2)
    word = random.choice((*("",) * 3, *_WORDS))
    between = random.choice((": ", " – ", "\n", ". "))
    done, success = random.choice(_DONE), random.choice(_SUCCESS)
    wanted = random.choice(("", "", *_WANTED))
    why = random.choice(("", "", *_WHY))
    colon = random.random() < 0.4 or done == "We will"
    goals = plan.tree(("name_of", "act"), 3, 5)
    told = random.choice(("", "", "list", "sentence"))
    names = [paper.cased(one.title) for one in goals]
    around(paper, before=True)
    if told == "list":
        paper.paragraph(f"Our {len(goals)} priorities are:")
        for name in names:
            paper.told(name)
    elif told == "sentence":
        paper.paragraph(f"Our priorities are {', '.join(names[:-1])} and {names[-1]}.")
    for number, part in enumerate(goals, 1):
        paper.gapped()
        title = paper.cased(part.title)
        paper.entry(_GOALS, f"{word} {number}{between}" if word else "", title)
        for _ in range(random.randint(0 if word else 1, 2)):
            paper.paragraph(plan.sentences(part.field, random.randint(1, 3)))
        if why:
            paper.label(why)
            paper.paragraph(plan.sentences(part.field, 2))
        if wanted:
            paper.label(wanted, colon)
            for _ in range(random.randint(2, 4)):
                paper.item(_AIMS, plan.aim(part.field))
        paper.label(done, colon)
        for act in part.children:
            paper.item(_ACTS, act.title)
        if random.random() < 0.9:
            paper.label(success, colon)
            for _ in range(random.randint(2, 4)):
                paper.told(plan.measure(part.field))
    around(paper, before=False)
    return paper.finish()


def town(random: Random, plan: English) -> Page:
    """Write chapters with a goal in a sentence, numbered objectives, and acts with who and when.

    The manner of master plans of towns in New England and the Midwest.
    """
    paper = Paper(random, plan)
    goal = random.choice(("Goal", "Goal", "Goals", "Goal Statement", "Our Goal"))
    several = goal == "Goals" or random.random() < 0.2
    objectives = random.choice(("Objectives", "Objectives", "Policies", "Strategies"))
    actions = random.choice(("Actions", "Action Items", "Action Steps", "Recommendations", ""))
    manner = random.choice(("", "", "brackets", "when", "square"))
    colon = random.random() < 0.4
    same_line = not several and random.random() < 0.3
    marks: Callable[[int], str] = random.choice(
        (lambda n: f"{n}. ", lambda n: f"{n}) ", lambda n: f"{chr(64 + n)}. ",
         lambda _: f"{paper.bullet} ", lambda n: f"({n}) ")
    )  # fmt: skip
    lower: Callable[[int], str] = random.choice(
        (lambda _: f"{paper.bullet} ", lambda n: f"{chr(96 + n)}. ", lambda n: f"{n}. ")
    )
    around(paper, before=True)
    for field in plan.fields(random.randint(2, 5)):
        head = paper.heading(random.choice((field.topic, random.choice(field.names))))
        paper.note(_GOALS, head)
        if random.random() < 0.6:
            paper.paragraph(plan.sentences(field, random.randint(1, 3)))
        count = random.randint(2, 3) if several else 1
        if same_line:
            paper.gapped()
            paper.entry(_GOALS, f"{goal}: ", plan.statement(field))
        else:
            paper.label(goal, colon)
            for number in range(1, count + 1):
                before = f"{number}. " if several else ""
                paper.entry(_GOALS, before, plan.statement(field))
        paper.label(objectives, colon)
        for number in range(1, random.randint(3, 5)):
            paper.entry(_AIMS, marks(number), plan.aim(field), indent=paper.indent, stop=paper.stop)
        if actions:
            paper.label(actions, colon)
            for number in range(1, random.randint(3, 6)):
                after = _after(random, plan, field, manner)
                dot = "." if paper.stop and random.random() < 0.5 else ""
                paper.entry(_ACTS, lower(number), plan.act(field), dot + after, indent=paper.indent)
    around(paper, before=False)
    return paper.finish()


def goals_and_lists(random: Random, plan: English) -> Page:
    """Write goals with a word and number, each above one or two lists below labels.

    ``Goal 2: Safe Community``, a statement, ``Objectives`` and a list; the manner of short
    strategic plans of cities and of corporate plans in Ireland.
    """
    paper = Paper(random, plan)
    word, two = random.choice(_WORDS), random.random() < 0.5
    between = random.choice((": ", " – ", "\n", ". ", " "))
    loud = random.choice((str, str.upper))
    label = random.choice(("Objectives", "Strategies", "Actions", "Key Objectives", "Supporting"
                           " Strategies", "Initiatives", "Outcomes", "Actions", ""))  # fmt: skip
    second = random.choice(("Actions", "Key Actions", "Initiatives", "Projects", "Next Steps"))
    numbered = random.choice(("", "", "dotted", "plain", "letters", "coded"))
    manner = random.choice(("", "", "", "when", "brackets"))
    measured = random.choice(("", "", random.choice(_SUCCESS)))
    said = random.choice(("", "statement", "paragraph"))
    around(paper, before=True)
    if random.random() < 0.4:
        paper.heading(random.choice(("Strategic Goals", "Our Goals", "Priorities and Actions")))
    for number, field in enumerate(plan.fields(random.randint(3, 6)), 1):
        title = paper.cased(plan.name_of(field))
        paper.gapped()
        paper.entry(_GOALS, f"{loud(word)} {number}{between}", title)
        if said == "statement":
            paper.paragraph(random.choice(field.statements))
        elif said == "paragraph" or not label:
            paper.paragraph(plan.sentences(field, random.randint(1, 3)))
        if label:
            paper.label(label, colon=random.random() < 0.5)
        for place in range(1, random.randint(3, 6)):
            before = {
                "": f"{paper.bullet} ", "dotted": f"{number}.{place} ", "plain": f"{place}. ",
                "letters": f"{chr(96 + place)}) ", "coded": f"{word[0]}{number}.{place} ",
            }[numbered]  # fmt: skip
            outcome = label in ("Objectives", "Key Objectives", "Outcomes")
            text = plan.aim(field) if outcome else plan.act(field)
            after = "" if outcome else _after(random, plan, field, manner)
            paper.entry(
                (*_AIMS, "direction", "project"), before, text, after,
                indent=paper.indent, stop=paper.stop and not after,
            )  # fmt: skip
        if two and label in ("Objectives", "Key Objectives", "Outcomes", "Strategies"):
            paper.label(second)
            for _ in range(random.randint(2, 4)):
                paper.item(_ACTS, plan.act(field), _after(random, plan, field, manner))
        if measured:
            paper.label(measured)
            for _ in range(random.randint(2, 3)):
                paper.told(plan.measure(field))
    around(paper, before=False)
    return paper.finish()


def headed(random: Random, plan: English) -> Page:
    """Write priorities below one label, each a heading above acts, and nothing else said.

    Short plans and pages of sites: *Our priorities*, then names in bold and bullets.
    """
    paper = Paper(random, plan, web=random.random() < 0.5)
    paper.gap = max(paper.gap, 1)
    aim = random.random() < 0.3
    around(paper, before=True)
    paper.heading(
        random.choice(
            ("Our Priorities", "Strategic Priorities", "Council Priorities", "Key Focus Areas",
             f"Strategic Goals {plan.start}-{plan.end}", "Pillars", "Our Strategic Pillars")
        )
    )  # fmt: skip
    if random.random() < 0.5:
        paper.paragraph(f"{plan.who[0].upper()}{plan.who[1:]} has set the following priorities:")
    for field in plan.fields(random.randint(3, 6)):
        paper.gapped()
        paper.entry(_GOALS, "", paper.cased(plan.name_of(field)))
        if random.random() < 0.4:
            paper.paragraph(random.choice(field.statements))
        for _ in range(random.randint(2, 5)):
            paper.item((*_ACTS, "goal"), plan.aim(field) if aim else plan.act(field))
    around(paper, before=False)
    return paper.finish()


ENGLISH: dict[str, Callable[[Random, English], Page]] = {
    "template": template,
    "town": town,
    "goals-and-lists": goals_and_lists,
    "headed": headed,
}
