"""Leaflets, posters and digests (概要版) of a plan, as text extraction gives back their boxes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.digest_words import (
    CATCHWORDS,
    FIELDS,
    asides,
    contact,
    counter,
    digest,
    events,
    inline,
    marked,
    spread,
    vision,
)
from layouts.page import Page
from layouts.pieces import lead, note_below, note_goal, wrapped, year


def _cover(random: Random, content: Content) -> list[str]:
    span = f"{year(content.start)}～{year(content.end)}"
    return list(
        random.choice(
            (
                (content.title, "概要版"),
                (f"{content.title}【概要版】", span),
                (span, content.title, "ダイジェスト版"),
                (f"{content.place}のまちづくり", content.title, "リーフレット"),
                (content.title,),
                (f"わかりやすい{content.title}",),
            )
        )
    )


def _title(random: Random, count: str, goal: Node, form: str) -> list[str]:
    """Print a goal with its number: before it, above it, or below it."""
    if form == "above":
        return [count, goal.title]
    if form == "below":
        return [goal.title, count]
    return [f"{count}{random.choice(('　', ' '))}{goal.title}"]


def _numbered(random: Random, count: Callable[[int], str]) -> str:
    """Choose where the number stands; below its title only where it says what it counts."""
    if len(count(1)) > 3 and random.random() < 0.15:
        return "below"
    return random.choice(("above", "before", "before"))


def boxes(random: Random, content: Content) -> Page:
    """A box for each goal: number and name apart, a slogan, the field, what is done."""
    page, plan = Page(), digest(random, content)
    page.write(*_cover(random, content), *vision(random, content, page, plan))
    page.write(
        *random.choice(((plan.goal,), (f"{len(plan.goals)}つの{plan.goal}",), (f"■{plan.goal}",)))
    )
    count = counter(random, plan.goal)
    form = _numbered(random, count)
    abreast = random.choice((1, 1, 1, 2, 2, 3))
    slogan, field = random.random() < 0.3, random.random() < 0.3
    first = form == "before" or random.random() < 0.5
    label = random.choice(
        (plan.below, f"【{plan.below}】", f"◎{plan.below}", f"〈{plan.below}〉", "")
    )
    mark = marked(random) if label else marked(random) or "・"
    listed = random.random() < 0.8
    said = random.choice((0, 0, 1)) if abreast == 1 else 0
    fields, words = (random.sample(one, len(one)) for one in (FIELDS, CATCHWORDS))
    drawn: list[list[str]] = []
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        box = _title(random, count(number), goal, form)
        if slogan:
            box.insert(0 if first else len(box), words[number])
        if field:
            box.append(f"（{fields[number]}）")
        box += content.sentences(goal.subject, said)
        box += [label] * bool(label and listed)
        for node in goal.children if listed else ():
            note_below(page, plan, node, bool(label))
            box.append(mark + node.title)
        drawn.append(box)
        if abreast == 1 and random.random() < 0.15:
            drawn.append(asides(random, content))
    page.write(*spread(random, drawn, abreast), *contact(random, content))
    return page


def _lines(title: str, width: int) -> list[str]:
    """Break a title: where the box ends, or with no width where a designer would, if anywhere."""
    if width:
        return wrapped(title, width)
    places = [found.end() for found in re.finditer("、|　|[がをにで](?=.{4})|と(?=.{6})", title)]
    middle = min(places, key=lambda place: abs(place - len(title) / 2), default=0)
    if not 2 < middle < len(title) - 2:
        return [title]
    return [title[:middle].rstrip("　"), title[middle:]]


def poster(random: Random, content: Content) -> Page:
    """A poster: the vision in the middle, goals around it in narrow boxes, little below them."""
    page, plan = Page(), digest(random, content)
    count = counter(random, plan.goal)
    form = _numbered(random, count)
    broken = random.choice((8, 10, 12, 99, 0, 0))
    drawn: list[list[str]] = []
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        one = goal._replace(title="\n".join(_lines(goal.title, broken)))
        drawn.append("\n".join(_title(random, count(number), one, form)).split("\n"))
        if random.random() < 0.3:
            drawn[-1] += content.sentences(goal.subject, 1)
    boxed = drawn[0]
    drawn.insert(random.choice((0, 0, len(drawn))), vision(random, content, page, plan))
    page.write(*_cover(random, content))
    if len(count(1)) < 4 or random.random() < 0.4:
        boxed.insert(0, random.choice((plan.goal, f"{len(plan.goals)}つの{plan.goal}")))
    for box in drawn:
        page.write(*box, *random.choice(([], [""])))
    if random.random() < 0.5:
        page.write(*asides(random, content))
    if random.random() < 0.3:
        page.write(*events(random))
    page.write(*contact(random, content))
    return page


def sheet(random: Random, content: Content) -> Page:
    """Two pages in numbered sections: what the plan is, its vision, goals, measures, projects."""
    page, plan = Page(), digest(random, content, most=5)
    page.write(*_cover(random, content))
    section = random.choice(("{}　", "{}. ", "第{}章　", "■", "◆", "Chapter{} ", "【{}】"))
    sections = iter(range(1, 20))

    def head(text: str) -> None:
        page.write(section.format(next(sections)) + text)

    head(random.choice(("計画の概要", "計画策定の趣旨", "総合計画とは", "計画の位置付け")))
    page.write(*lead(random, content))
    if random.random() < 0.5:
        head(random.choice(("計画の構成と期間", "計画の期間")))
        page.write("計画は基本構想、基本計画、実施計画で構成されています。")
    head(random.choice(("まちの将来像", "基本構想", "まちづくりの方向")))
    page.write(*vision(random, content, page, plan))
    head(random.choice((plan.goal, f"{plan.goal}と{plan.below}", "施策の体系", "基本計画")))
    count, mark = counter(random, plan.goal), marked(random)
    behind = random.choice((True, False))
    label = random.choice((plan.below, f"［{plan.below}］", f"▽{plan.below}"))
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(f"{count(number)}　{goal.title}")
        for node in goal.children:
            note_below(page, plan, node, labelled=True)
        titles = [node.title for node in goal.children]
        if behind:
            page.write(*random.choice(([], content.sentences(goal.subject, 1))))
            page.write(label, inline(random, titles))
        else:
            page.write(label, *((mark or "・") + one for one in titles))
    if random.random() < 0.6:
        _projects(random, content, page, head)
    page.write(*contact(random, content))
    return page


def _projects(random: Random, content: Content, page: Page, head: Callable[[str], None]) -> None:
    """Print the projects that stand across all goals."""
    word = random.choice(("重点プロジェクト", "リーディングプロジェクト", "戦略プロジェクト"))
    head(word)
    page.write(f"分野を横断して重点的に取り組む{word}を定めます。")
    short = random.choice(("{w}{n}　", "プロジェクト{n}　", "PJ{n} ", "{n} ", "・", "★"))
    said = random.random() < 0.5
    for number in range(1, random.randint(3, 5)):
        node = content.node("goal")
        title = random.choice(
            (node.subject.nouns[0] + "プロジェクト", node.title, node.subject.nouns[0] + "の推進")
        )
        page.element("project", title)
        page.write(short.format(w=word, n=number) + title)
        page.write(*content.sentences(node.subject, int(said)))


def furigana(random: Random, content: Content) -> Page:
    """A digest for children: readings in brackets or above, questions, a mascot that speaks."""
    page, plan = Page(), digest(random, content, most=5)
    readings = {
        "安心": "あんしん", "地域": "ちいき", "文化": "ぶんか", "産業": "さんぎょう",
        "市民": "しみん", "歴史": "れきし", "健やか": "すこやか", "緑": "みどり", "絆": "きずな",
        "学び": "まなび", "未来": "みらい", "環境": "かんきょう", "将来": "しょうらい",
    }  # fmt: skip
    form = random.choice(("brackets", "above", "none"))

    def told(text: str) -> list[str]:
        used = [word for word in readings if word in text]
        if form == "above" and used:
            return ["　".join(readings[word] for word in used), text]
        if form == "brackets":
            for word in used:
                text = text.replace(word, f"{word}（{readings[word]}）", 1)
        return [text]

    def alt(text: str) -> dict[str, list[str]]:
        return {"alt": told(text)} if form == "brackets" else {}

    page.write(f"こども版　{content.title}", "みんなでつくる　これからのまち")
    page.write(*asides(random, content))
    page.write("総合計画ってなに？", "まちの10年後のすがたと、そのためにすることを決めたものです。")
    page.element("vision", plan.vision, **alt(plan.vision))
    page.write(random.choice(("めざすまちのすがた", "まちの将来像")), *told(plan.vision))
    page.write(random.choice((f"{len(plan.goals)}つの{plan.goal}", plan.goal)))
    count, mark = counter(random, plan.goal), marked(random) or "・"
    place = _numbered(random, count)
    label = random.choice((plan.below, "こんなことをします", "どんなことをするの？"))
    for number, goal in enumerate(plan.goals, 1):
        page.element("goal", goal.title, *plan.goal_also, **alt(goal.title))
        for line in _title(random, count(number), goal, place):
            page.write(*told(line))
        if random.random() < 0.2:
            page.write(*asides(random, content))
        if label == plan.below:
            for node in goal.children:
                note_below(page, plan, node, labelled=True)
            page.write(label, *(mark + node.title for node in goal.children))
        else:
            page.write(*content.sentences(goal.subject, 1))
    page.write(*contact(random, content))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "boxes": boxes, "poster": poster, "sheet": sheet, "furigana": furigana,
}  # fmt: skip
