"""What surrounds an English-language plan: covers, messages, profiles, glossaries.

A careful person finds no elements there, but for the statements of vision and mission and the
values, which may be read.
"""

from __future__ import annotations

from layouts.english_paper import Paper

_VALUES = (
    "Integrity", "Respect", "Accountability", "Teamwork", "Innovation", "Equity", "Openness",
    "Service", "Courage", "Collaboration", "Excellence", "Transparency",
)  # fmt: skip
_NAMES = ("Anne Ferris", "Tom Okafor", "Priya Nair", "Lewis Grant", "Maria Soto", "Ewan Kerr")
_TERMS = (
    ("Goal", "A broad statement of what the plan is to achieve."),
    ("Objective", "A specific result that can be reached within the life of the plan."),
    ("Affordable housing", "Housing that costs no more than a third of what a household earns."),
    ("Action", "A step that is taken to reach an objective."),
    ("Mixed use", "Homes, shops and offices in one building or on one site."),
    ("Infill", "Building on vacant lots between existing buildings."),
)


def around(paper: Paper, *, before: bool) -> None:
    """Write some of what stands before a plan, or behind it."""
    chance = paper.random
    parts = (cover, message, statements, profile, engagement) if before else (glossary, closing)
    for part in parts:
        if chance.random() < (0.35 if before else 0.2):
            part(paper)


def cover(paper: Paper) -> None:
    """Write a cover."""
    plan = paper.plan
    paper.raw(*paper.random.choice(((plan.title,), (plan.place, plan.short))))
    if paper.random.random() < 0.3:
        paper.raw(f"Adopted by {plan.who} on {paper.random.randint(1, 28)} March {plan.start}")


def message(paper: Paper) -> None:
    """Write a message of the mayor."""
    chance, plan = paper.random, paper.plan
    role = "Mayor" if plan.region in ("us", "ca", "au", "nz") else "Leader of the Council"
    paper.heading(chance.choice((f"Message from the {role}", f"{role}'s Message", "Foreword")))
    for field in plan.fields(2):
        paper.paragraph(plan.sentences(field, chance.randint(2, 3)))
    paper.raw(chance.choice(_NAMES), role)


def statements(paper: Paper) -> None:
    """Write the vision, and perhaps the mission and the values."""
    chance, plan = paper.random, paper.plan
    said = plan.vision() + chance.choice((".", ""))
    beside = chance.random() < 0.25
    for name, text, kinds in (
        ("Vision", said, ("vision",)),
        ("Mission", plan.mission(), ("philosophy", "vision")),
    ):
        if name == "Mission" and chance.random() < 0.4:
            continue
        label = chance.choice(("{}", "Our {}", "{} Statement")).format(name)
        if beside:
            paper.gapped()
            paper.entry(kinds, f"{label}: ", text, optional=name == "Mission")
        else:
            paper.heading(label)
            paper.entry(kinds, "", text, optional=name == "Mission")
    if chance.random() < 0.5:
        paper.heading(chance.choice(("Values", "Our Values", "Core Values")))
        for value in chance.sample(_VALUES, chance.randint(3, 5)):
            paper.told(value)
            paper.note(("viewpoint", "philosophy"), value, optional=True)


def profile(paper: Paper) -> None:
    """Write a profile of the community."""
    chance, plan = paper.random, paper.plan
    paper.heading(chance.choice(("Community Profile", f"About {plan.name}", "Our District")))
    paper.paragraph(
        f"{plan.name} is home to {chance.randint(3, 300)},{chance.randint(100, 999)} people and "
        f"lies {chance.randint(10, 90)} miles from the coast."
    )
    for text in chance.sample(
        ("Population: 41,200", "Median age 43.1", "Households 17,880", "Area 212 square miles",
         "18 schools and 2 colleges", "Unemployment 4.1%"), 3,
    ):  # fmt: skip
        paper.told(text)


def engagement(paper: Paper) -> None:
    """Write how the plan came to be."""
    chance, plan = paper.random, paper.plan
    paper.heading(chance.choice(("How We Developed This Plan", "Engagement Summary", "Process")))
    paper.paragraph(plan.sentences(plan.fields(1)[0], 2))
    paper.paragraph("We heard from people in many ways:")
    for text in chance.sample(
        ("Two open houses in the town hall", "An online survey with 1,204 responses",
         "Interviews with business owners", "A stall at the farmers' market",
         "Workshops with councillors and staff"), 3,
    ):  # fmt: skip
        paper.told(text)


def glossary(paper: Paper) -> None:
    """Write what the words of the plan mean."""
    paper.heading(paper.random.choice(("Glossary", "Definitions", "Glossary of Terms")))
    for term, meaning in paper.random.sample(_TERMS, paper.random.randint(3, len(_TERMS))):
        paper.paragraph(f"{term}: {meaning}")


def closing(paper: Paper) -> None:
    """Write how the plan is followed up."""
    chance, plan = paper.random, paper.plan
    head = chance.choice(("Monitoring and Reporting", "Next Steps", "Implementation"))
    paper.heading(head)
    paper.paragraph(
        "Progress is reported to residents once a year, and the plan is reviewed every two years."
    )
    if chance.random() < 0.5:
        paper.paragraph(plan.sentences(plan.fields(1)[0], 1))
