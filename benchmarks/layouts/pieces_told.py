"""What a web page says of a plan, as blocks: the ways in which sites tell goals and measures."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from layouts.content import Content, Node
from layouts.page import Page
from layouts.pieces import Told, lead, note_below, note_goal, numbered, quoted, told, under, year


class Block(NamedTuple):
    """A block of a page: ``h`` (with level), ``p``, ``ul``, ``ol``, ``dl``, ``table``, ``fold``.

    Items of lists are texts, or texts with a list of their own; rows of tables are lists of cells.
    A cell or paragraph breaks at ``\\n``.
    """

    kind: str
    text: str = ""
    level: int = 0
    items: tuple[Any, ...] = ()


def blocks(random: Random, content: Content, page: Page) -> list[Block]:
    """Draw what the page says: the plan in short, told in one of the ways that sites know."""
    plan = told(random, content)
    found = [Block("p", one) for one in lead(random, content)]
    if any("から" in block.text and "年間" in block.text for block in found):
        page.period(content.start, content.end)
    level = random.choice((2, 2, 3))
    parts: list[list[Block]] = []
    if random.random() < 0.5:
        texts = ("基本構想", "基本計画", "実施計画")
        what = (
            "将来像と基本目標を示すものです。",
            "施策の方向を体系的に示すものです。",
            "事業の内容を示すものです。",
        )
        kind = random.choice(("dl", "ul", "table"))
        pairs = tuple(zip(texts, what, strict=True))
        items = pairs if kind != "ul" else tuple(f"{one}：{two}" for one, two in pairs)
        parts.append([Block("h", "計画の構成", level), Block(kind, items=items)])
    if random.random() < 0.8:
        parts.append(_vision(random, page, plan, level))
    if random.random() < 0.35:
        parts.append(_ideas(random, content, page, level))
    parts.append(_goals(random, content, page, plan, level))
    if random.random() < 0.3:
        parts.append(_projects(random, content, page, level))
    if random.random() < 0.3:
        years = f"{year(content.start)}から{year(content.end)}まで"
        parts.append([Block("h", "計画の期間", level), Block("p", f"{years}とします。")])
    for part in parts:
        found += part
    return found


def _vision(random: Random, page: Page, plan: Told, level: int) -> list[Block]:
    word = random.choice(("将来像", "将来都市像", "まちの将来像", "目指す将来像", "めざすまちの姿"))
    page.element("vision", plan.vision)
    printed = quoted(random, plan.vision)
    form = random.randrange(4)
    if form == 0:
        return [Block("p", f"{word}　{printed}")]
    if form == 1:
        return [Block("p", f"■{word}\n{printed}")]
    return [Block("h", word, level), Block("p", printed)]


def _ideas(random: Random, content: Content, page: Page, level: int) -> list[Block]:
    """Draw what the plan rests on: names with sentences, as headings, terms or items."""
    names = random.sample(
        ("共に生きるまちづくり", "安心のまちづくり", "協働のまちづくり", "誇りの持てるまちづくり"),
        3,
    )
    for name in names:
        page.element("philosophy", name, "viewpoint")
    said = [content.sentences(content.node("goal").subject, 1)[0] for _ in names]
    head = Block("h", random.choice(("基本理念", "まちづくりの基本理念", "3つの基本理念")), level)
    form = random.choice(("h", "dl", "ul", "colon"))
    mark: Callable[[int], str] = random.choice(
        (lambda n: f"（{n}）", lambda _: "■", lambda n: f"{n}．", lambda _: "")
    )
    titles = [mark(number) + name for number, name in enumerate(names, 1)]
    if form == "dl":
        return [head, Block("dl", items=tuple(zip(titles, said, strict=True)))]
    if form == "ul":
        return [head, Block("ul", items=tuple(names))]
    found = [head]
    for title, text in zip(titles, said, strict=True):
        found += [Block("h", title, level + 1) if form == "h" else Block("b", title)]
        found += [Block("p", text)]
    return found


def _projects(random: Random, content: Content, page: Page, level: int) -> list[Block]:
    """Draw projects across the goals, as a list or as headings above sentences."""
    word = random.choice(("重点プロジェクト", "リーディングプロジェクト", "重点プロジェクト"))
    number = numbered(random, random.choice((word, "プロジェクト")))
    nodes = [content.node("measure") for _ in range(random.randint(2, 4))]
    for node in nodes:
        page.element("project", node.title)
    titles = [number(place) + node.title for place, node in enumerate(nodes, 1)]
    if random.random() < 0.5:
        return [Block("h", word, level), Block("ul", items=tuple(titles))]
    found = [Block("h", word, level)]
    for title, node in zip(titles, nodes, strict=True):
        found += [Block("h", title, level + 1)]
        found += [Block("p", one) for one in content.sentences(node.subject, 1)]
    return found


def _goals(random: Random, content: Content, page: Page, plan: Told, level: int) -> list[Block]:
    """Draw goals in one of the ways of telling them; some sites tell no more than the goals."""
    head = Block(
        "h",
        random.choice(
            (plan.goal, f"{len(plan.goals)}つの{plan.goal}", f"{plan.goal}と施策", f"{plan.goal}")
        ),
        level,
    )
    only = random.random() < 0.15
    count, below = numbered(random, plan.goal), under(random)
    label = random.choice((True, False)) and not only
    for goal in plan.goals:
        note_goal(page, plan, goal)
        for node in goal.children if not only else ():
            note_below(page, plan, node, label)
    forms = (_headed, _headed, _listed, _defined, _tabled, _folded, _broken)
    form = random.choice((_listed, _defined, _headed) if only else forms)
    return [head, *form(Form(random, content, plan, level + 1, count, below, label, only))]


class Form(NamedTuple):
    """What a way of telling goals needs: the plan, how its titles begin, what is told."""

    random: Random
    content: Content
    plan: Told
    level: int
    number: Callable[[int], str]
    below: Callable[[int, int], str]
    #: A label stands above what is below a goal; nothing is told but the goals.
    label: bool
    only: bool

    def titles(self, goal: Node, number: int) -> tuple[str, ...]:
        """Return what stands below a goal, as it is printed."""
        children = enumerate(goal.children if not self.only else (), 1)
        return tuple(self.below(number, place) + one.title for place, one in children)

    def goals(self) -> list[tuple[str, Node, tuple[str, ...]]]:
        """Return the goals as they are printed, and what stands below each."""
        return [
            (self.number(number) + goal.title, goal, self.titles(goal, number))
            for number, goal in enumerate(self.plan.goals, 1)
        ]


def _headed(form: Form) -> list[Block]:
    """Goals are headings; below stand sentences and a list, or a heading each."""
    sentences = form.random.randint(0, 2)
    each = form.random.random() < 0.4
    bold = form.random.random() < 0.25
    link = form.random.choice(("", "", "", "詳しくはこちら", "{}（PDF：1.2MB）", "施策の詳細へ"))
    apart = form.random.random() < 0.2
    found: list[Block] = []
    for title, goal, titles in form.goals():
        if apart:  # the number stands above its title
            begun = title.removesuffix(goal.title).strip("　 ：")
            title = f"{begun}\n{goal.title}"
        found.append(Block("b", title) if bold else Block("h", title, form.level))
        found += [Block("p", one) for one in form.content.sentences(goal.subject, sentences)]
        if form.label:
            found.append(Block("b", form.plan.below))
        if each:
            for own, node in zip(titles, goal.children, strict=False):
                found.append(Block("h", own, form.level + 1))
                found += [Block("p", one) for one in form.content.sentences(node.subject, 1)]
        elif titles:
            found.append(Block("ul", items=titles))
        if link:
            found.append(Block("p", link.format(title.replace("\n", "　"))))
    return found


def _listed(form: Form) -> list[Block]:
    """One nested list holds everything."""
    items = tuple((title, titles) for title, goal, titles in form.goals())
    return [Block(form.random.choice(("ul", "ol")), items=items)]


def _defined(form: Form) -> list[Block]:
    """Goals are terms; what is said of them are descriptions."""
    sentence = form.random.random() < 0.6 or form.only
    return [
        Block(
            "dl",
            items=tuple(
                (
                    title,
                    *(form.content.sentences(goal.subject, 1) if sentence else ()),
                    *([form.plan.below] if form.label else []),
                    *titles,
                )
                for title, goal, titles in form.goals()
            ),
        )
    ]


def _tabled(form: Form) -> list[Block]:
    """A table of goals beside what stands below them: all in a cell, or a row each."""
    rows: list[tuple[str, ...]] = [(form.plan.goal, form.plan.below)]
    whole = form.random.random() < 0.5
    for title, _, titles in form.goals():
        if whole:
            rows.append((title, "\n".join(titles)))
        else:
            rows += [(title if place == 0 else "", one) for place, one in enumerate(titles)]
    return [Block("table", items=tuple(rows))]


def _folded(form: Form) -> list[Block]:
    """Accordions: each opens with a button that holds the goal."""
    return [
        Block(
            "fold",
            title,
            form.level,
            (
                Block("p", form.content.sentences(goal.subject, 1)[0]),
                *([Block("b", form.plan.below)] if form.label else []),
                Block("ul", items=titles),
            ),
        )
        for title, goal, titles in form.goals()
    ]


def _broken(form: Form) -> list[Block]:
    """Paragraphs with line breaks, as text that was pasted from elsewhere has them."""
    indent = form.random.choice(("", "　", "　　"))
    return [
        Block(
            "p",
            "\n".join(
                [
                    title,
                    *([f"{indent}{form.plan.below}"] if form.label else []),
                    *(indent + one for one in titles),
                ]
            ),
        )
        for title, goal, titles in form.goals()
    ]
