"""Body text of sectoral plans: goals, measures and what is done, in prose and lists."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_levels import Levels
from layouts.sectoral_press import Press
from layouts.sectoral_words import Sector
from plangraph.simulate.grammar import Subject

_CHAPTERS = (
    "第４章　施策の展開",
    "第4章 計画の内容",
    "第３章　具体的な取組",
    "第５章　施策の推進",
    "Ⅳ　施策の展開",
    "第4章 基本目標ごとの取組",
    "第三章　計画の内容",
    "第４章　基本施策の展開",
    "第2部 各論",
    "第４章　分野別施策",
)
_ISSUES = ("現状と課題", "現状・課題", "現状", "課題", "これまでの取組と課題", "現況と課題")
_AHEAD = (
    "施策の方向",
    "施策の方向性",
    "今後の方向性",
    "取組の方向性",
    "今後の取組",
    "基本的な考え方",
    "方針",
)
_WORKS = (
    "主な取組",
    "主な事業",
    "具体的な取組",
    "主な取り組み",
    "取組内容",
    "具体的な取り組み",
    "実施事業",
    "市の取組",
)
_OTHERS = (
    ("市民の取組", "事業者の取組"),
    ("市民の役割", "事業者の役割"),
    ("自分や家族でできること", "地域でできること"),
    ("個人・家庭の取組", "地域・団体の取組"),
    ("市民が取り組むこと", "事業者が取り組むこと"),
)


def _start(random: Random, content: Content, *only: str) -> tuple[Page, Sector, Press]:
    """Begin a document: its name and the head of the chapter that is printed."""
    page, sector = Page(), Sector(random, content, *only)
    chapter = random.choice(_CHAPTERS)
    press = Press(random, page, sector.name, chapter)
    if random.random() < 0.5:
        press.line(sector.name)
        press.gap()
    if random.random() < 0.8:
        press.line(chapter)
        press.gap()
    return page, sector, press


class Works:
    """How a document lists what is done below a measure: one form for the whole of it."""

    def __init__(self, random: Random, sector: Sector, press: Press) -> None:
        self.random, self.sector, self.press = random, sector, press
        self.label = random.choice(_WORKS)
        self.form = random.choice(("bare", "bare", "department", "colon", "below", "mixed"))
        self.office = random.choice(("（{}）", "【{}】", "　{}", "［{}］"))
        self.numbered = random.random() < 0.2

    def write(self, subject: Subject, count: int) -> None:
        """Print the label and so many works; each is a project or a direction."""
        if self.label:
            self.press.label(self.label)
        for place in range(1, count + 1):
            title = self.sector.title("project", subject)
            mark = "①②③④⑤⑥⑦⑧"[place - 1] + " " if self.numbered else ""
            self._item(title, subject, mark)
            self.press.page.element("project", title, "direction", "measure")
        self.press.gap()

    def _item(self, title: str, subject: Subject, mark: str) -> None:
        press, done = self.press, self.sector.done(subject)
        if self.form == "department":
            press.item(title + self.office.format(subject.department), mark)
        elif self.form == "colon":
            press.item(f"{title}：{done[0]}", mark)
        elif self.form == "below" or (self.form == "mixed" and self.random.random() < 0.4):
            press.item(title, mark)
            press.paragraph(done)
        else:
            press.item(title, mark)


def body(random: Random, content: Content) -> Page:
    """Goals over measures over labels and lists: welfare, education and environment alike."""
    page, sector, press = _start(random, content)
    levels = Levels(random, 2)
    works = Works(random, sector, press)
    issues, ahead = random.choice(_ISSUES), random.choice(_AHEAD)
    intro, told = random.random() < 0.5, random.random() < 0.6
    others = random.choice(_OTHERS) if random.random() < 0.25 else ()
    for goal in range(1, random.randint(3, 4)):
        subject = sector.subject()
        levels.write(press, 0, (goal,), sector.title("goal"))
        if intro:
            press.paragraph(sector.sentences(subject, random.randint(1, 3)))
        press.gap()
        for place in range(1, random.randint(3, 5)):
            subject = sector.subject()
            path = levels.path(1, (goal,), place)
            levels.write(press, 1, path, sector.title("measure", subject))
            if told:
                press.label(issues)
                press.paragraph(sector.sentences(subject, random.randint(1, 4)))
                press.label(ahead)
            press.paragraph(sector.sentences(subject, random.randint(1, 3)))
            works.write(subject, random.randint(2, 5))
            if others:
                _roles(sector, press, others)
    return page


def _roles(sector: Sector, press: Press, labels: tuple[str, ...]) -> None:
    """Print what others than the city do; none of it is an element."""
    for label in labels:
        press.label(label)
        for habit in sector.habits(sector.random.randint(2, 3)):
            press.item(habit)
    press.gap()


def deep(random: Random, content: Content) -> Page:
    """Three numbered levels, the last with a paragraph each: plans for education or children."""
    page, sector, press = _start(random, content)
    levels = Levels(random, 3)
    office = random.choice(("", "", "【{}】", "（{}）", "担当課：{}", "［担当］{}"))
    intro = random.random() < 0.6
    for goal in range(1, random.randint(2, 3) + 1):
        levels.write(press, 0, (goal,), sector.title("goal"))
        if intro:
            press.paragraph(sector.sentences(sector.subject(), random.randint(1, 2)))
        for middle in range(1, random.randint(2, 3) + 1):
            subject = sector.subject()
            path = levels.path(1, (goal,), middle)
            press.gap()
            levels.write(press, 1, path, sector.title("measure", subject))
            if intro:
                press.paragraph(sector.sentences(subject, 1))
            for place in range(1, random.randint(2, 4) + 1):
                levels.write(press, 2, (*path, place), sector.title("direction", subject))
                press.paragraph(sector.done(subject, random.randint(1, 2)))
                if office:
                    press.line(office.format(subject.department))
    return page


def framed(random: Random, content: Content) -> Page:
    """The philosophy, the goals at a glance, the system, and then the body that repeats both."""
    page, sector = Page(), Sector(random, content)
    press = Press(random, page, sector.name, "第３章　計画の基本的な考え方")
    heads = random.choice(
        (
            ("１　", "２　", "３　"),
            ("1 ", "2 ", "3 "),
            ("（１）", "（２）", "（３）"),
            ("１．", "２．", "３．"),
        )
    )
    press.line(
        sector.name,
        "",
        random.choice(("第３章　計画の基本的な考え方", "第3章 計画の基本理念と目標")),
    )
    _philosophy(sector, press, heads[0])
    levels = Levels(random, 2, _FRAMED)
    tree = [
        (
            sector.title("goal"),
            [
                (levels.path(1, (goal,), place), sector.title("measure"))
                for place in range(1, random.randint(3, 4))
            ],
        )
        for goal in range(1, random.randint(3, 5))
    ]
    press.line(
        heads[1]
        + random.choice(
            (
                "基本目標",
                "計画の基本目標",
                "基本方針" if "方針" in levels.levels[0].form else "基本目標",
            )
        )
    )
    press.paragraph(["基本理念の実現に向けて、次の目標を掲げ、施策を推進します。"])
    for goal, (title, _) in enumerate(tree, 1):
        levels.write(press, 0, (goal,), title)
        press.paragraph(sector.sentences(sector.subject(), random.randint(1, 2)))
    press.gap()
    if random.random() < 0.6:
        _system(sector, press, heads[2], levels, tree)
    press.line(random.choice(_CHAPTERS))
    works = Works(random, sector, press)
    for goal, (title, measures) in enumerate(tree, 1):
        levels.write(press, 0, (goal,), title, note=False)
        for place, (path, name) in enumerate(measures, 1):
            subject = sector.subject()
            levels.write(press, 1, path, name)
            press.paragraph(sector.sentences(subject, random.randint(1, 3)))
            if place == 1 or random.random() < 0.7:
                works.write(subject, random.randint(2, 4))
    return page


#: A goal with the numbers and titles of its measures.
_Branch = tuple[str, list[tuple[tuple[int, ...], str]]]
#: Chains whose first level has a word, as goals at a glance need.
_FRAMED = (
    ("goal 基本目標{w}", "measure|policy|direction （{w}）"),
    ("goal 基本目標{n}", "measure|policy 基本施策{p}"),
    ("goal 基本目標{r}", "measure|policy|direction 施策の方向{n}"),
    ("policy|goal 基本方針{n}", "measure 施策{p}"),
    ("goal 基本目標{n}", "measure|policy|direction {p}"),
    ("goal 目標{w}", "measure|policy|direction {w}"),
)


def _philosophy(sector: Sector, press: Press, head: str) -> None:
    random, aim = sector.random, sector.statement()
    press.line(head + random.choice(("基本理念", "計画の基本理念", "基本理念", "計画の理念")))
    before = random.random() < 0.5
    if before:
        press.paragraph(
            [
                f"本計画では、第{sector.content.number}次{sector.content.place}総合計画を踏まえ、次のとおり基本理念を定めます。"
            ]
        )
    press.gap()
    press.line(
        random.choice(("{}", "「{}」", "『{}』", "～ {} ～", "　　　{}", "【基本理念】{}")).format(
            aim
        )
    )
    press.page.element("philosophy", aim, "vision")
    press.gap()
    if not before:
        press.paragraph(sector.sentences(sector.subject(), 2))


def _system(sector: Sector, press: Press, head: str, levels: Levels, tree: list[_Branch]) -> None:
    """Print the chart of goals and measures as it comes out: by rows, or goals first."""
    press.line(head + sector.random.choice(("施策の体系", "計画の体系", "体系図")))
    if sector.random.random() < 0.5:
        press.line("基本目標", "施策")
    goals_first = sector.random.random() < 0.4
    if goals_first:
        for goal, (title, _) in enumerate(tree, 1):
            press.line(levels.levels[0].printed((goal,)).rstrip("\n") + title)
    for goal, (title, measures) in enumerate(tree, 1):
        if not goals_first:
            press.line(levels.levels[0].printed((goal,)).rstrip("\n") + title)
        for path, name in measures:
            press.line(levels.levels[1].printed(path).rstrip("\n") + name)
    press.gap()


def roles(random: Random, content: Content) -> Page:
    """What the city does as titles over sentences, and what people and companies do."""
    page, sector, press = _start(random, content, "環境", "地域福祉", "健康", "男女")
    levels = Levels(random, 2)
    own = random.choice(
        ("市の取組", "行政の取組", "市が取り組むこと", "市の施策", "行政の役割と取組")
    )
    others = random.choice(_OTHERS)
    form = random.choice(("titled", "titled", "sentence", "colon"))
    first = random.random() < 0.4
    for goal in range(1, random.randint(2, 3) + 1):
        levels.write(press, 0, (goal,), sector.title("goal"))
        press.paragraph(sector.sentences(sector.subject(), random.randint(1, 2)))
        for place in range(1, random.randint(2, 3) + 1):
            subject = sector.subject()
            levels.write(press, 1, levels.path(1, (goal,), place), sector.title("measure", subject))
            press.paragraph(sector.sentences(subject, random.randint(1, 2)))
            if first:
                _roles(sector, press, others)
            press.label(own)
            for _ in range(random.randint(2, 4)):
                _own(sector, press, form, subject)
            if not first:
                _roles(sector, press, others)
    return page


def _own(sector: Sector, press: Press, form: str, subject: Subject) -> None:
    """Print what the city does: a title over or before a sentence, or the sentence alone."""
    if form == "sentence":
        told = sector.done(subject)[0]
        press.item(told)
        press.page.element("project", told.rstrip("。"), "direction", "measure", optional=True)
        return
    title = sector.title("project", subject)
    press.page.element("project", title, "direction", "measure")
    if form == "colon":
        press.item(f"{title}：{sector.done(subject)[0]}")
    else:
        press.item(title)
        press.paragraph(sector.done(subject, 1))


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "body": body,
    "deep": deep,
    "framed": framed,
    "roles": roles,
}
