"""Pages of city sites built of parts: cards, accordions, pages of a measure, lists of files."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.digest_words import CATCHWORDS, counter, digest, inline, marked, vision
from layouts.page import Page
from layouts.pieces import lead, note_below, note_goal
from layouts.pieces_site import site

_TEXT = (("p", "p"), ("div", "div"), ("span", "span"), ("h3", "h3"), ("strong", "strong"))
_MORE = ("詳しく見る", "もっと見る", "READ MORE", "詳細はこちら", "続きを読む", "開く", "")


def _tag(name: str, text: str, kind: str = "") -> str:
    return f'<{name} class="{kind}">{text}</{name}>' if kind else f"<{name}>{text}</{name}>"


def cards(random: Random, content: Content) -> Page:
    """HTML of cards: number, name, slogan, text and a button, each in an element of its own."""
    page, plan, around = Page(".html"), digest(random, content), site(random, content)
    page.write(f"<!DOCTYPE html><html><head><title>{around.title}</title></head><body>")
    if around.menu:
        page.write(_tag("header", _tag("ul", "".join(_tag("li", one) for one in around.menu))))
    if around.crumbs:
        page.write(_tag("div", "　＞　".join(around.crumbs), "breadcrumb"))
    page.write(
        "<main>", _tag("h1", content.title), *(_tag("p", one) for one in lead(random, content))
    )
    page.write(
        *(_tag(random.choice(("p", "div")), one) for one in vision(random, content, page, plan))
    )
    count, more = counter(random, plan.goal), random.choice(_MORE)
    page.write(_tag("h2", random.choice((plan.goal, f"{len(plan.goals)}つの{plan.goal}"))))
    numbered, title = random.choice(_TEXT)[0], random.choice(("h3", "p", "div", "dt", "summary"))
    slogan, listed = random.random() < 0.3, random.choice(("ul", "ul", "p", "div", ""))
    label = random.choice((plan.below, "")) if listed == "ul" else plan.below
    words = random.sample(CATCHWORDS, len(CATCHWORDS))
    joined = random.random() < 0.4
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write('<section class="card">')
        if joined:
            page.write(_tag(title, _tag("span", count(number)) + f" {goal.title}"))
        else:
            page.write(_tag(numbered, count(number), "num"), _tag(title, goal.title, "ttl"))
        page.write(*([_tag("p", words[number], "en")] if slogan else []))
        page.write(
            *(_tag("p", one) for one in content.sentences(goal.subject, random.randint(0, 1)))
        )
        for node in goal.children if listed else ():
            note_below(page, plan, node, bool(label))
        titles = [node.title for node in goal.children]
        if listed:
            page.write(*([_tag("h4", label)] if label else []))
        if listed == "ul":
            page.write(_tag("ul", "".join(_tag("li", one) for one in titles)))
        elif listed == "div":
            page.write(*(_tag("div", one) for one in titles))
        elif listed == "p":
            page.write(_tag("p", inline(random, titles)))
        page.write(*([_tag("a", more)] if more else []), "</section>")
    page.write(
        "</main>", _tag("footer", "<br>".join((*around.contact, *around.after))), "</body></html>"
    )
    return page


def record(random: Random, content: Content) -> Page:
    """The page of one measure: where it stands in the plan above, what is done below."""
    page, plan = Page(), digest(random, content)
    goal = random.choice(plan.goals)
    measure = random.choice(goal.children)
    page.write(
        *random.choice((("戻る", "一覧へ"), ("トップページ　>　計画・施策　>　総合計画",), ()))
    )
    number, under = plan.goals.index(goal) + 1, goal.children.index(measure) + 1
    page.element("goal", goal.title, *plan.goal_also)
    page.element("measure", measure.title)
    form = random.choice(("[{}] {}", "【{}】{}", "{}\t{}", "{}：{}", "{}\n{}", "{}　{}"))
    code = random.choice(
        (("", ""), (f"{number} ", f"{number}-{under} "), (f"{number}．", f"{number}-{under}．"))
    )
    page.write(*form.format(plan.goal, code[0] + goal.title).split("\n"))
    page.write(*form.format("施策", code[1] + measure.title).split("\n"))
    dress = random.choice(("{}", "■{}", "[{}]", "【{}】", "◆ {}"))
    if random.random() < 0.6:
        page.write(dress.format("現状と課題"), *content.sentences(measure.subject, 2))
    word = random.choice(("主な取組", "取組の方向", "施策の方向", "基本方針"))
    page.write(dress.format(word))
    begun = random.choice(("{} ", "・", "({}) ", "{}．"))
    said = random.random() < 0.3
    for place in range(1, random.randint(3, 5)):
        node = content.node("direction")
        page.element("direction", node.title, "project", "measure")
        page.write(begun.format(place) + node.title, *content.sentences(node.subject, int(said)))
    if random.random() < 0.5:
        page.write(dress.format("担当課"), measure.department)
    page.write(*random.choice((("ページの先頭へ",), (f"Copyright © {content.place}",), ())))
    return page


def files(random: Random, content: Content) -> Page:
    """A list of files by chapter, of which the names of the goals' files tell the goals."""
    page, plan, around = Page(), digest(random, content), site(random, content)
    page.write(*around.menu, content.title, *around.before, *lead(random, content))
    page.write(random.choice(("ダウンロード", "計画書（分割版）", "各章のファイル", "本編")))
    mark = random.choice(("", "・", "• ", "● "))
    size = random.choice(
        (
            "（PDF：{}MB）",
            " [PDFファイル／{}MB]",
            " (PDF {}MB)",
            "（ファイル名：a{}.pdf サイズ：1.2MB）",
        )
    )
    count = random.choice(
        (
            f"{plan.goal}{{}}　",
            "第{}章　",
            f"{plan.goal}{{}} ",
            f"{plan.goal}{{}}「",
            "第3章-{} ",
            "第３章－{}　",
            "第4章 - {} ",
        )
    )
    chapters = "章" in count and not count.startswith("第{")
    close = "」" if count.endswith("「") else ""

    def file(text: str) -> None:
        page.write(mark + text + size.format(round(random.uniform(0.1, 9), 1)))

    file(random.choice(("表紙・目次", "表紙", "はじめに")))
    if chapters:
        page.expected["title"] = content.title
    file("第1章 計画の策定に当たって" if chapters else "序論")
    file("第2章 基本構想" if chapters else "基本構想")
    for number, goal in enumerate(plan.goals, 1):
        page.element("goal", goal.title, *plan.goal_also, "policy")
        file(count.format(number) + goal.title + close)
    file(random.choice(("資料編", "用語解説", "策定の経過")))
    page.write(*around.contact, *around.after)
    return page


def table(random: Random, content: Content) -> Page:
    """HTML whose table has cells over many rows: goals at the left, what is below at the right."""
    page, plan = Page(".html"), digest(random, content)
    page.write(f"<html><body><h1>{content.title}</h1>")
    page.write(*(_tag("p", one) for one in vision(random, content, page, plan)))
    count, mark = counter(random, plan.goal), marked(random)
    br = random.random() < 0.5
    page.write("<table>")
    if random.random() < 0.8:
        page.write(_tag("tr", _tag("th", plan.goal) + _tag("th", plan.below)))
    elif not mark:
        mark = "・"
    codes = random.random() < 0.5
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        own = random.choice(("　", "<br>")) if br else "　"
        cell = count(number) + own + goal.title
        span = len(goal.children)
        for place, node in enumerate(goal.children, 1):
            note_below(page, plan, node, labelled=True)
            begin = f"{number}-{place}　" if codes else mark
            left = f'<th rowspan="{span}">{cell}</th>' if place == 1 else ""
            page.write(_tag("tr", left + _tag("td", begin + node.title)))
    page.write("</table></body></html>")
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "cards": cards, "record": record, "files": files, "table": table,
}  # fmt: skip
