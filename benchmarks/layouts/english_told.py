"""English plans in other voices: policies told in full, slides, Japanese plans in English.

And pages full of lists and numbers that state no plan at all.
"""

from __future__ import annotations

from random import Random

from layouts.english_front import around
from layouts.english_paper import Paper
from layouts.english_wild import ACTS, AIMS, GOALS, head
from layouts.page import Page
from layouts.wild_en import Wild, in_wild


def policies(random: Random, plan: Wild) -> Page:
    """Write chapters of goals, policies of whole sentences, and programs with who and when."""
    paper = Paper(random, plan)
    between = random.choice((" ", "  ", ": ", ". ", "\n", " – "))
    style = random.choice(("initials", "initials", "dotted", "letter"))
    titled, program = random.random() < 0.35, random.choice(("Program", "Action", "Measure", ""))
    loud = random.choice((str, str.upper))
    told = random.random() < 0.4
    worded = random.random() < 0.7
    around(paper, before=True)
    for chapter, field in enumerate(plan.fields(random.randint(1, 3)), 1):
        initials = "".join(word[0] for word in field.topic.split() if word[0].isupper())
        initials = initials if len(initials) > 1 else field.topic[:2].upper()
        name = paper.heading(
            random.choice(("{}", "{} Element", "Chapter 3: {}")).format(field.topic)
        )
        for one in (name, field.topic):
            paper.note(GOALS, one, optional=True)
        paper.paragraph(plan.sentences(field, random.randint(1, 3)))
        for over in range(1, random.randint(2, 4)):
            lead = {"initials": f"{initials}-{over}", "dotted": f"{chapter}.{over}",
                    "letter": f"{chr(64 + over)}"}[style]  # fmt: skip
            goal = plan.statement(field) if random.random() < 0.5 else plan.aim(field)
            paper.gapped()
            paper.entry(GOALS, f"{loud('Goal')} {lead}{between}", goal)
            if told:
                paper.paragraph(plan.sentences(field, random.randint(1, 2)))
            for place in range(1, random.randint(3, 5)):
                code = f"{lead}.{place}" if style != "letter" else f"{lead}-{place}"
                code = f"{loud('Policy')} {code}" if worded else code
                before = code + (between if worded or between in (" ", "  ") else " ")
                title = plan.title_case(plan.aim(field)) if titled else plan.policy(field)
                after = f". {plan.policy(field)}." if titled else ""
                paper.entry(AIMS, before, title, after, stop=not titled)
            for place in range(1, random.randint(2, 3) if program else 1):
                before = f"{program} {lead}-{chr(64 + place)}: "
                paper.entry(ACTS, before, plan.act(field), stop=True)
                who, when = plan.department(field), random.choice(("2 years", "Ongoing", "2027"))
                paper.raw(*random.choice((
                    (f"    Responsibility: {who}     Timeframe: {when}",),
                    (f"Responsible Department: {who}", f"Timing: {when}", "Funding: General Fund"),
                )))  # fmt: skip
    around(paper, before=False)
    return paper.finish()


def slides(random: Random, plan: Wild) -> Page:
    """Write the slides of a workshop: titles again and again, bullets, numbers of slides."""
    paper = Paper(random, plan, web=True)
    dressed = head(random)
    foot, page = random.choice(("", plan.place, plan.short)), 1
    done = random.choice(("", "", "Strategies", "Actions", "Key initiatives", "Objectives"))
    paper.raw(*((plan.short, plan.place) if random.random() < 0.5 else (plan.title,)), "")

    def turn() -> None:
        nonlocal page
        page += 1
        paper.raw("", *filter(None, (foot, str(page))), "")

    if random.random() < 0.6:
        paper.raw("Agenda")
        for one in ("Welcome", "Where we have been", "The plan", "Questions"):
            paper.told(one)
        turn()
    if random.random() < 0.6:
        paper.raw("Process")
        for one in ("Council retreat in May", "Survey: 812 answers", "Draft in June"):
            paper.told(one)
        turn()
    for over, field in enumerate(plan.fields(random.randint(3, 5)), 1):
        title = paper.cased(plan.name_of(field))
        paper.raw(*f"{dressed(over)}{title}".split("\n"))
        paper.note(GOALS, title)
        if random.random() < 0.4:
            paper.raw(random.choice(field.statements))
        if done:
            paper.raw(done)
        for _ in range(random.randint(2, 5)):
            paper.item(ACTS, plan.act(field))
        turn()
    paper.raw("Next steps", f"{paper.bullet} Public hearing on 4 June", f"{paper.bullet} Adoption")
    paper.raw("Questions?")
    return paper.finish()


def eastern(random: Random, plan: Wild) -> Page:
    """Write a Japanese plan in English: basic goals, policies and measures, chapters around."""
    paper = Paper(random, plan)
    town = f"{plan.name} {random.choice(('City', 'Town', 'City'))}"
    words = random.choice(
        (("Basic Goal", "Basic Policy", "Measure"), ("Basic Goal", "Policy", ""),
         ("Policy Goal", "Basic Measure", "Main Initiatives"), ("Pillar", "Policy", "Measure"),
         ("Basic Target", "Measure", "Major Efforts"), ("Field", "Policy", "Measure"),
         ("Chapter", "Section", ""), ("Goal", "Direction of Measures", "Main Projects"))
    )  # fmt: skip
    between = random.choice((" ", ": ", "  ", "\n", " - "))
    paper.raw(random.choice((
        f"The 6th {town} Comprehensive Plan", f"{town} Third Comprehensive Plan (Summary)",
        f"{town} Basic Concept and Master Plan",
    )), "")  # fmt: skip
    if random.random() < 0.7:
        paper.raw(random.choice(("Future Vision of the City", "Future Image", "The City We Aim For",
                                 "Vision for the Future")))  # fmt: skip
        paper.raw(said := random.choice((
            f"A City of Water and Green Where People Shine: {plan.name}",
            f"{plan.name}, a Town Where Everyone Wants to Keep Living",
            "Linking People, Nature and Culture to the Next Generation",
        )))  # fmt: skip
        paper.note(("vision",), said)
        paper.gapped()
    lower = random.choice(("dash", "dash", "circle", "bracket", "dot"))
    for over, field in enumerate(plan.fields(random.randint(3, 6)), 1):
        title = random.choice((plan.name_of(field), f"A City Where {plan.aim(field)}"))
        paper.gapped()
        paper.entry(GOALS, f"{words[0]} {over}{between}", title)
        if random.random() < 0.5:
            paper.paragraph(plan.sentences(field, random.randint(1, 2)))
        for inner in range(1, random.randint(2, 4)):
            before = {"dash": f"{words[1]} {over}-{inner}{between}", "dot": f"{words[1]} {inner}. ",
                      "circle": f"{chr(9311 + inner)} ",
                      "bracket": f"({inner}) "}[lower]  # fmt: skip
            paper.entry(AIMS, before, plan.aim(field))
            if random.random() < 0.4:
                paper.paragraph(plan.sentences(field, random.randint(1, 2)))
            if words[2]:
                label = words[2] if words[2][-1] == "s" else ""
                if label:
                    paper.label(label)
                for place in range(1, random.randint(3, 4)):
                    code = f"{paper.bullet} " if label else f"{words[2]} {over}-{inner}-{place} "
                    paper.entry(ACTS, code, plan.act(field), indent=paper.indent)
    return paper.finish()


def told(random: Random, plan: Wild) -> Page:
    """Write what surrounds a plan, and no plan: reports, profiles, engagement, glossaries."""
    paper = Paper(random, plan, web=random.random() < 0.5)
    if random.random() < 0.5:
        paper.raw(plan.title, "")
    some = [_voices, _history, _figures, _steps, _people, _letter, _swot, _rules]
    for part in random.sample(some, random.randint(2, 4)):
        part(random, paper, plan)
    return paper.finish()


def _voices(random: Random, paper: Paper, plan: Wild) -> None:
    heads = ("What We Heard", "Community Engagement", "Survey Results", "Themes from the Survey")
    paper.heading(random.choice(heads))
    for field in plan.fields(random.randint(2, 4)):
        paper.label(field.topic)
        for _ in range(random.randint(2, 3)):
            paper.told(plan.heard(field))


def _history(random: Random, paper: Paper, plan: Wild) -> None:
    paper.heading(random.choice(("Our Story", "Past Plans", "Achievements", "Our History")))
    for year in range(plan.start - 5, plan.start - 1):
        paper.told(f"{year}: {plan.act(plan.fields(3)[year % 3]).rstrip('.')} was completed")


def _figures(random: Random, paper: Paper, plan: Wild) -> None:
    paper.heading(random.choice(("Community Profile", "Our Community at a Glance", "Key Facts")))
    for field in plan.fields(random.randint(2, 4)):
        paper.raw(field.topic)
        paper.told(plan.fact(field))


def _steps(random: Random, paper: Paper, _: Wild) -> None:
    paper.heading(random.choice(("Planning Process", "How We Got Here", "Timeline")))
    form = random.choice(("Step {}. {}", "Phase {} – {}", "{}. {}"))
    for number, text in enumerate(
        ("Listen: two months of workshops", "Draft: council and staff write together",
         "Share: the draft on display for 28 days", "Adopt: council decides in June"), 1,
    ):  # fmt: skip
        paper.raw(form.format(number, text))


def _people(random: Random, paper: Paper, _: Wild) -> None:
    paper.heading(random.choice(("Acknowledgements", "City Council", "Steering Committee")))
    for name in random.sample(
        ("Anna Reyes, Mayor", "Tom Iversen, Deputy Mayor", "Lucy Adeyemi, Ward 2",
         "Paul Kirk, Ward 3", "Rosa Lindqvist, Chief Executive", "Bea Marsh, Planning Director"), 4,
    ):  # fmt: skip
        paper.raw(name)


def _letter(random: Random, paper: Paper, plan: Wild) -> None:
    paper.heading(random.choice(("From the Chief Executive", "Welcome", "A Word from the Mayor")))
    for field in plan.fields(3):
        paper.paragraph(plan.sentences(field, random.randint(2, 4)))
    paper.raw("Rosa Lindqvist", "Chief Executive")


def _swot(_: Random, paper: Paper, plan: Wild) -> None:
    paper.heading("SWOT Analysis")
    for name in ("Strengths", "Weaknesses", "Opportunities", "Threats"):
        paper.label(name)
        for field in plan.fields(2):
            paper.told(plan.heard(field))


def _rules(random: Random, paper: Paper, plan: Wild) -> None:
    paper.heading(
        random.choice(("Legislative Context", "How to Read This Plan", "About This Plan"))
    )
    text = f"The Act requires {plan.who} to adopt a plan within twelve months of an election."
    paper.paragraph(f"{text} It is reviewed each year and reported on each quarter.")
    for one in ("10 years: Financial Plan", "4 years: Council Plan", "1 year: Budget"):
        paper.told(one)


_ALL = {"policies": policies, "slides": slides, "eastern": eastern, "told": told}
LAYOUTS = {name: in_wild(write) for name, write in _ALL.items()}
