"""Sheets of one measure, basic concepts and pages of strategies, each on one row."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body_rows import DRESS, GOALS, Row
from layouts.body_words import drawn, ideas, views, vision
from layouts.content import Content, Node
from layouts.content_indicators import Measures
from layouts.page import Page


def sheet(random: Random, content: Content) -> Page:
    """One measure on one row: its place, labels with sentences, acts, indicators, offices."""
    row = Row(random, content)
    dress = random.choice(DRESS[:-1])
    goal = row.nodes[0]
    measure = goal.children[0]
    n, m = random.randint(1, 5), random.randint(1, 4)
    if random.random() < 0.4:
        row.parts.append(str(random.randint(20, 90)))
    row.titled(goal, random.choice(GOALS[:5]), n)
    row.titled(
        measure, random.choice(("施策{n}-{m} ", "基本施策{m} ", "施策{m}：", "{n}-{m} ")), n, m
    )
    if random.random() < 0.4:
        row.parts.append(random.choice(("担当課 ", "【担当】", "主担当課：")) + measure.department)
    if random.random() < 0.5:
        row.parts += [dress.format(random.choice(("目指す姿", "めざす姿", "10年後の姿"))),
                      drawn(content, "ideals", measure.subject, 1)[0]]  # fmt: skip
    row.parts.append(dress.format(random.choice(("現状と課題", "現状・課題", "現況と課題"))))
    marks = random.choice(("", "", "・", "○"))
    row.parts += [marks + one for one in content.sentences(measure.subject, random.randint(1, 3))]
    row.parts.append(
        dress.format(random.choice(("施策の方向", "取組方針", "施策の展開", "主な取組")))
    )
    form = random.choice(
        ("（{m}）", "({m}) ", "{o}", "{o} ", "{m} ", "{m}．", "ア", "取組{m} ", "・", "◎")
    )
    for place in range(1, random.randint(2, 4) + 1):
        act = content.node("direction")
        row.titled(act, form, n, place)
        if form != "・":
            row.told(act, 1, 2)
    _measured(row, measure, dress)
    if random.random() < 0.4:
        name = (
            f"{content.place}{random.choice(('環境基本計画', '地域福祉計画', '教育振興基本計画'))}"
        )
        row.parts += [
            dress.format(random.choice(("関連計画", "関連する個別計画", "関連する計画"))),
            name,
        ]
        row.page.sectoral_plan(name)
    return row.finish()


def _measured(row: Row, measure: Node, dress: str) -> None:
    """Write a table of indicators, or an indicator behind each mark."""
    random = row.random
    measures = Measures(random, [])
    measures.words = measures.bounds = 0
    first, last = random.randint(2019, 2024), random.randint(2026, 2034)
    era = random.choice(("R{}", "令和{}年度", "{}年度"))
    years = [era.format(one if era == "{}年度" else one - 2018) for one in (first, last)]
    row.parts.append(dress.format(random.choice(("成果指標", "数値目標", "目標指標", "指標"))))
    row.parts += [
        random.choice(("指標名", "指標", "項目")),
        f"現状値（{years[0]}）",
        f"目標値（{years[1]}）",
    ]
    for _ in range(random.randint(1, 3)):
        one = measures.draw(measure.department)
        row.parts += [one.title, one.baseline + one.unit, one.target + one.unit]
        row.page.indicator(one.title, one.baseline + one.unit, one.target + one.unit)


def concept(random: Random, content: Content) -> Page:
    """A council's basic concept on one row: philosophy, vision, views and goals, each told."""
    row = Row(random, content)
    number = random.choice(("第{}章　", "{} ", "（{}）", "第{} ", "■", "{}．", "第{}節 "))
    names = {"philosophy": ("基本理念", "まちづくりの理念", "まちづくりの基本理念"),
             "vision": ("将来像", "まちの将来像", "めざす将来像"),
             "viewpoint": ("まちづくりの視点", "計画推進の視点"),
             "goal": ("基本目標", "まちづくりの基本目標", "施策の大綱")}  # fmt: skip
    forms = ("（{n}）", "{n} ", "{o}", "{o} ", "ア", "・", "基本目標{n} ")
    sub = random.choice([one for one in forms if one[0] != number[0]])
    row.parts.append(random.choice((f"{content.title}　基本構想", "基本構想", content.title)))
    kinds = ("philosophy", "vision", "viewpoint", "goal")
    held = [kind for kind in kinds if kind == "goal" or random.random() < 0.7]
    for place, kind in enumerate(held, 1):
        row.parts.append(number.format(place) + random.choice(names[kind]))
        if kind == "vision":
            text = "".join(vision(content)).replace(" ", "、")
            row.page.element("vision", text, "philosophy")
            row.parts += ["本市のめざす姿を次のとおりとします。", f"「{text}」"]
            continue
        titles = [one.title for one in row.nodes] if kind == "goal" else (
            ideas if kind == "philosophy" else views)(random, random.randint(2, 3))  # fmt: skip
        form = sub if kind == "goal" or not sub.startswith("基") else "（{n}）"
        for n, title in enumerate(titles, 1):
            row.parts.append(row.code(form, n, n) + title)
            row.page.element(kind, title, *({"goal": ("policy", "direction")}.get(
                kind, ("philosophy", "viewpoint", "policy", "goal"))))  # fmt: skip
            row.told(row.nodes[0], 1, 2)
    return row.finish()


def strategy(random: Random, content: Content) -> Page:
    """A page of a strategy on one row: goal, figures, direction, measures with their KPI."""
    row = Row(random, content)
    dress = random.choice(DRESS[:-1])
    form = random.choice(("（{m}）", "{o}", "ア", "施策{m} ", "({m}) ", "具体的施策{m} "))
    start = random.randint(1, 3)
    measures = Measures(random, [])
    measures.words = measures.bounds = 0
    for n, goal in enumerate(row.nodes[:2], start):
        row.titled(goal, random.choice(("基本目標{n} ", "基本目標{n}　", "基本目標{n}：")), n)
        one = measures.draw("")
        row.parts.append(dress.format("数値目標"))
        row.parts.append(f"{one.title}：{one.baseline}{one.unit}→{one.target}{one.unit}")
        row.page.indicator(one.title, one.baseline + one.unit, one.target + one.unit)
        row.parts.append(dress.format(random.choice(("基本的方向", "講ずべき施策の基本的方向"))))
        row.told(goal, 1, 3)
        row.parts.append(
            dress.format(random.choice(("具体的な施策", "具体的施策", "具体的な取組")))
        )
        for m, measure in enumerate(goal.children, 1):
            row.titled(measure, form, n, m)
            row.told(measure, 1, 2)
    return row.finish()


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "sheet": sheet, "concept_row": concept, "strategy_row": strategy,
}  # fmt: skip
