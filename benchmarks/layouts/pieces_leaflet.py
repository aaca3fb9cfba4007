"""Leaflets (概要版) that tell a plan on one sheet, and slides for meetings with residents."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.page import Page
from layouts.pieces import (
    Told,
    lead,
    note_below,
    note_goal,
    numbered,
    quoted,
    told,
    under,
    wrapped,
    year,
)

_SDGS = (
    "1 貧困をなくそう",
    "3 すべての人に健康と福祉を",
    "4 質の高い教育をみんなに",
    "5 ジェンダー平等を実現しよう",
    "8 働きがいも経済成長も",
    "9 産業と技術革新の基盤をつくろう",
    "11 住み続けられるまちづくりを",
    "13 気候変動に具体的な対策を",
    "15 陸の豊かさも守ろう",
    "17 パートナーシップで目標を達成しよう",
)


def _sdgs(random: Random, form: int) -> list[str]:
    """Write the goals of SDG as a leaflet has them beside a goal: numbers, names, or lost icons."""
    numbers = sorted(random.sample(range(1, 18), random.randint(1, 5)))
    if form == 1:
        return ["SDGs " + "・".join(map(str, numbers))]
    if form == 2:
        return random.sample(_SDGS, 2)
    if form == 3:
        return [" ".join(map(str, numbers))]
    if form == 4:
        return ["関連するSDGs", *map(str, numbers)]
    return []


def _vision(random: Random, page: Page, plan: Told) -> list[str]:
    page.element("vision", plan.vision)
    word = random.choice(
        ("将来像", "まちの将来像", "将来都市像", "目指すまちの姿", "将来のまちの姿")
    )
    shown = quoted(random, plan.vision)
    return list(
        random.choice(
            ((word, shown), (f"◆{word}◆", shown), (f"{word}　{shown}",), (f"〔{word}〕", shown))
        )
    )


def leaflet(random: Random, content: Content) -> Page:
    """One sheet for the whole plan: goals in boxes around the vision, icons lost."""
    page, plan = Page(), told(random, content)
    page.write(
        content.title,
        random.choice(
            ("概要版", "【概要版】", "～概要版～", f"{year(content.start)}～{year(content.end)}")
        ),
    )
    if random.random() < 0.6:
        page.write(*lead(random, content)[:2])
    if random.random() < 0.3:
        page.write("基本理念")
        page.element(
            "philosophy",
            title := random.choice(
                (
                    "共に生き、共に支え合うまちづくり",
                    "人を大切にするまちづくり",
                    "協働による自立したまちづくり",
                )
            ),
        )
        page.write(title)
    heads = numbered(random, plan.goal, bare=False)
    on_line = random.random() < 0.3
    below = under(random)
    label = random.choice((plan.below, f"【{plan.below}】", f"■{plan.below}", "", ""))
    said, sdgs = random.randint(0, 1), random.choice((0, 0, 1, 2, 3, 4))
    narrow = random.choice((0, 0, 14, 18))
    boxes = []
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        for node in goal.children:
            note_below(page, plan, node, bool(label))
        head = heads(number)
        lines = [head.strip("　 ："), goal.title] if on_line else [head + goal.title]
        for text in content.sentences(goal.subject, said):
            lines += wrapped(text, 22) if narrow else [text]
        lines += [label] * bool(label)
        for place, node in enumerate(goal.children, 1):
            lines += _item(below(number, place), node.title, narrow)
        shown = _sdgs(random, sdgs)
        boxes.append([*lines, *shown] if sdgs != 3 else [lines[0], *shown, *lines[1:]])
    vision = _vision(random, page, plan)
    boxes.insert(random.choice((0, 0, len(boxes) // 2)), vision)
    between = random.choice(([], [""]))
    for box in boxes:
        page.write(*box, *between)
    page.write(
        *random.choice(
            (
                (),
                ("発行　" + content.place, "編集　企画政策課　電話 0123-45-6789"),
                ("計画の推進に向けて", "計画の進捗状況を毎年度評価し、見直しを行います。"),
            )
        )
    )
    return page


def _item(begin: str, title: str, narrow: int) -> list[str]:
    """Write an item; one that is too long for a narrow box goes on below itself."""
    if not narrow or len(title) <= narrow:
        return [begin + title]
    first, *rest = wrapped(title, narrow)
    return [begin + first, *("　" + one for one in rest)]


def overview(random: Random, content: Content) -> Page:
    """A sheet that lists the goals first, then each again with what stands below it."""
    page, plan = Page(), told(random, content, most=5)
    page.write(content.title + random.choice(("", "（概要版）", "　概要版")), "")
    page.write(*_vision(random, page, plan))
    heads = numbered(random, plan.goal, bare=random.random() < 0.4)
    page.write(
        plan.goal, *(heads(number) + goal.title for number, goal in enumerate(plan.goals, 1)), ""
    )
    page.write(
        random.choice(
            (
                f"{plan.goal}別の{plan.below}",
                f"{plan.below}",
                "施策の体系",
                f"{plan.goal}と{plan.below}",
            )
        )
    )
    below = under(random)
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(heads(number) + goal.title)
        for place, node in enumerate(goal.children, 1):
            note_below(page, plan, node, labelled=False)
            page.write(below(number, place) + node.title)
            if random.random() < 0.2:
                page.write(*content.sentences(node.subject, 1))
    return page


def slides(random: Random, content: Content) -> Page:
    """Slides: titles repeated on each, bullets whose glyphs were lost, arrows, page numbers."""
    page, plan = Page(), told(random, content, most=5)
    bullet = random.choice(("• ", "・", "➢ ", "Ø ", "✓ ", "\uf0d8 ", "\uf06c ", "◼ ", "– ", "n "))
    turn = "\f" if random.random() < 0.4 else ""
    running = random.choice(("", "", content.title, f"{content.place}　住民説明会資料"))
    number = 0

    def slide(*lines: str) -> None:
        nonlocal number
        number += 1
        body = [running] * bool(running) + list(lines)
        body[0] = (turn if number > 1 else "") + body[0]
        page.write(*body, *random.choice(([str(number)], [str(number)])), *([] if turn else [""]))

    slide(
        f"{content.title}（案）",
        "住民説明会",
        f"{content.start - 1}年11月",
        f"{content.place}　企画政策課",
    )
    slide(
        "本日の説明内容", "1. 計画の概要", "2. 将来像", f"3. {plan.goal}", "4. 今後のスケジュール"
    )
    page_titles = random.random() < 0.5
    slide("1. 計画の概要", *(bullet + one for one in lead(random, content)))
    slide(
        "2. 将来像",
        *([random.choice(("将来像", "目指すまちの将来像"))] if random.random() < 0.4 else []),
        quoted(random, plan.vision),
    )
    page.element("vision", plan.vision)
    heads = numbered(random, plan.goal, bare=False)
    slide(f"3. {plan.goal}", *(heads(n) + goal.title for n, goal in enumerate(plan.goals, 1)))
    label = random.choice((plan.below, f"【{plan.below}】", f"■{plan.below}"))
    arrows = random.random() < 0.4
    for n, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        for node in goal.children:
            note_below(page, plan, node, labelled=True)
        title = [f"3. {plan.goal}"] if page_titles else []
        issue = _issues(random, goal, bullet) if arrows else []
        items = [bullet + one.title for one in goal.children]
        slide(*title, heads(n) + goal.title, *issue, label, *items)
    slide(
        "4. 今後のスケジュール",
        f"{bullet}12月　パブリックコメント",
        f"{bullet}２月　審議会答申",
        f"{bullet}３月　議会議決",
        f"{bullet}{year(content.start)[:-2]}年４月　計画開始",
    )
    slide("ご清聴ありがとうございました")
    return page


def _issues(random: Random, goal: Node, bullet: str) -> list[str]:
    """Write what a slide says of the present state, with arrows to what follows from it."""
    noun = random.choice(goal.subject.nouns)
    return [
        random.choice(("現状と課題", "【現状・課題】", "■現状と課題")),
        f"{bullet}{noun}の担い手が減少",
        f"　　→ {noun}への支援が必要",
        f"{bullet}施設の老朽化　⇒　計画的な更新が課題",
    ]


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "leaflet": leaflet,
    "overview": overview,
    "slides": slides,
}
