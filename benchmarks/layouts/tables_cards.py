"""Indicators as cards and small tables between the text of a measure; goals of a strategy."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_form import Form, plain
from plangraph.simulate.grammar import Subject


def cards(random: Random, content: Content) -> Page:
    """Name and values as lines of a card, in an order of the city; years beside or below values."""
    body, form = Body(random, content), plain(random, content, ("value", "none", "head"))
    body.label = random.choice(("成果指標", "数値目標", "めざす目標値", "まちづくり指標", "KPI"))
    arrow = random.choice(("→", "▶", "⇒", "➡", "➔"))
    now, aim = form.words["baseline"], form.words["target"]
    way = random.choice((
        "{title}\n{now} {arrow} {aim}", "{title}\n{b}\n{now}\n{arrow}\n{t}\n{aim}",
        "{title}\n{b} {t}\n{now} {aim}", "{title}\n{b}\n{now}\n{t}\n{aim}",
        "{b} {now} {arrow} {t} {aim}\n{title}", "{now} {arrow} {aim}\n{title}",
        "{title}\n{b}　{now}　{t}　{aim}", "{title}\n{b}：{now}／{t}：{aim}",
        "{title}\n{b}{now}{arrow}{t}{aim}", "{title}（{b}：{now}、{t}：{aim}）",
        "{title}\n{t}　{aim}\n（{b}　{now}）",
    ))  # fmt: skip
    mark = random.choice(("", "", "・", "◆", "●", "指標{}　", "{} "))
    date = random.choice(("（{}）", "({})")) if form.dated == "head" else ""

    def table(subject: Subject) -> None:
        for number, one in enumerate(form.draw(random.randint(1, 3), subject.department), 1):
            told = way.format(
                title=mark.format(number) + one.title, arrow=arrow,
                now=form.value(one, one.baseline, form.years[0]),
                aim=form.value(one, one.target, form.years[1]),
                b=now + date.format(form.year(form.years[0])),
                t=aim + date.format(form.year(form.years[1])),
            )  # fmt: skip
            body.page.write(*told.split("\n"))
            form.expect(body.page, one, dated="{b}" in way or form.dated == "value")

    return body.write(table)


def small(random: Random, content: Content) -> Page:
    """One small table for each measure, its head between name and values, without a label."""
    body, form = Body(random, content), plain(random, content, ("head", "none", "below"))
    body.label = ""
    body.works = body.works or "■ 主な取組"
    between = random.choice((" ", "　", "  ", "\t"))
    word = random.choice(("指標", "成果指標", "評価指標", "目標指標"))
    heads = form.heads()
    way = random.choice(("named", "headed", "numbered", "unit"))

    def table(subject: Subject) -> None:
        for number, one in enumerate(form.draw(random.randint(1, 2), subject.department), 1):
            values = form.row(one, 0)[1:]
            below = [between.join(filter(None, row[1:])) for row in heads]
            if way == "named":
                lines = [f"{word}{between}{one.title}", *below, between.join(values)]
            elif way == "numbered":
                lines = [f"{word}{number}", one.title, *below, between.join(values)]
            elif way == "unit":
                lines = [f"{word}：{one.title}（単位：{one.unit}）", *below, between.join(values)]
            else:
                lines = [f"【{word}】{one.title}", *below, between.join(values)]
            body.page.write(*lines)
            form.expect(body.page, one)

    return body.write(table)


def _aimed(form: Form, one: Measure, way: str, arrow: str) -> str:
    years = [form.year(year) for year in form.years]
    return way.format(
        title=one.title, now=form.value(one, one.baseline), aim=form.value(one, one.target),
        y1=years[0], y2=years[1], arrow=arrow,
    )  # fmt: skip


#: How strategies state what they aim at, with the value now.
_BOTH = (
    "{title}　{aim}（{y2}）　〔基準値：{now}（{y1}）〕",
    "{title}：{y1} {now} {arrow} {y2} {aim}",
    "{title}　{y1}：{now}　{arrow}　{y2}：{aim}",
    "{title}　{aim}（{y1}：{now}）",
    "{title}：{aim}（{y2}）※現状値 {now}（{y1}）",
    "{title}　基準値 {now}（{y1}）　目標値 {aim}（{y2}）",
    "{title}　{now}（{y1}）{arrow}{aim}（{y2}）",
    "{title}\n　（{y1}）{now}　{arrow}　（{y2}）{aim}",
    "{title}\n　基準値：{now}（{y1}）\n　目標値：{aim}（{y2}）",
    "{title}：{aim}　（現状{y1}：{now}）",
)
#: … and without.
_AIM = (
    "{title}：{aim}（５年間累計）", "{title}　{aim}（{y2}）", "{title}　５年間で{aim}",
    "{title}：計画期間中に{aim}", "{title}　{y2}　{aim}", "{title}：{aim}",
)  # fmt: skip


def strategy(random: Random, content: Content) -> Page:
    """A strategy (総合戦略): numbers aimed at below each goal, KPI below each measure."""
    page, form = Page(), plain(random, content, ("value",))
    form.measures.words = form.measures.bounds = 0
    arrow = random.choice(("→", "⇒", "▶"))
    both = random.random() < 0.7
    ways = _BOTH if both else _AIM
    goal_way, way = random.choice(ways), random.choice(ways)
    mark = random.choice(("・", "○", "●", "■", "◇", ""))
    aims = random.choice(("数値目標", "■数値目標", "【数値目標】", "◎成果目標", "●数値目標"))
    kpi = random.choice((
        "重要業績評価指標（KPI）", "■重要業績評価指標（ＫＰＩ）", "【KPI】", "◆KPI",
        "○重要業績評価指標(KPI)", "●ＫＰＩ",
    ))  # fmt: skip
    works = random.choice(("主な取組", "【具体的な事業】", "■主な事業", "◆具体的な取組", ""))
    numbered = random.choice(("基本目標{}　{}", "基本目標{}：{}", "基本目標{} {}"))
    measured = random.choice(("（{}）{}", "施策{}　{}", "具体的な施策{}　{}"))
    page.write(f"第2期{content.place}まち・ひと・しごと創生総合戦略", "")

    def write(heading: str, own: str, count: int) -> None:
        page.write(heading)
        for one in form.draw(count, ""):
            text = _aimed(form, one, own, arrow)
            page.write(*(mark + text).split("\n"))
            now = one.baseline if "{now}" in own else None
            dated = {"baseline_year": form.years[0]} if "{y1}" in own else {}
            dated |= {"target_year": form.years[1]} if "{y2}" in own else {}
            page.indicator(one.title, now, one.target, unit=one.unit, **dated)

    for first, goal in enumerate(content.tree(("goal", "measure"), 1, 3), 1):
        page.write(numbered.format(first, goal.title))
        page.element("goal", goal.title)
        write(aims, goal_way, random.randint(1, 2))
        for second, node in enumerate(goal.children, 1):
            page.write(measured.format(second, node.title))
            page.element("measure", node.title, "policy", "direction")
            page.write(*content.sentences(node.subject, random.randint(1, 2)))
            write(kpi, way, random.randint(1, 3))
            if works:
                page.write(works)
                for _ in range(random.randint(2, 3)):
                    title = content.named("project", node.subject)
                    page.write(f"・{title}")
                    page.element("project", title, "direction")
        page.write("")
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (cards, small, strategy)
}
