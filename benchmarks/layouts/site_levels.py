"""Pages of sites whose titles have no number: tags, signs of Markdown and lists tell the levels.

Goals stand below a section that announces them or right below the title of the page; what is below
them has headings of its own or is a list within a list.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.digest_words import FIELDS, digest
from layouts.page import Page
from layouts.pieces import lead, year
from layouts.pieces_site import site

#: A block of a page: its level as heading, or 0 for a paragraph, 8 and 9 for items; its text.
Block = tuple[int, str]
#: A word before each number, and whether there is one.
_SECTIONS = (
    "基本目標", "まちづくりの基本目標", "施策の体系", "計画の内容", "基本目標と施策", "分野と政策",
    "政策の体系", "まちづくりの目標", "基本目標と主な施策", "施策の大綱", "分野別の取組",
)  # fmt: skip
_EMOJI = "🏠👶💼🤝🌳🚌🏥📚"
_ITEM = 8


def _vision(random: Random, content: Content, page: Page, level: int) -> list[Block]:
    if random.random() < 0.3:
        return []
    vision = content.style.vision(content.place)
    page.element("vision", vision)
    shown = random.choice(("{}", "{}", "「{}」")).format(vision)
    word = random.choice(("将来像", "めざす姿", "まちの将来像", "将来都市像"))
    return [(level, word), (0, shown)]


def _below(
    random: Random, content: Content, page: Page, node: Node, level: int, deep: bool
) -> list[Block]:
    """Write a title below a goal: a heading with text, or an item; what stands below it."""
    kinds = (
        ("policy", "measure", "project") if deep else ("measure", "policy", "direction", "project")
    )
    page.element(kinds[0], node.title, *kinds[1:])
    found: list[Block] = [(level, node.title)]
    if level < _ITEM and random.random() < 0.5:
        found.append((0, "".join(content.sentences(node.subject, random.randint(1, 2)))))
    for one in node.children if deep else ():
        page.element("measure", one.title, "direction", "project")
        found.append((min(level + 1, 9) if level >= _ITEM else _ITEM, one.title))
    return found


def _tree(random: Random, content: Content, page: Page, item: bool) -> list[Block]:
    """Draw the whole page as blocks; all titles below the goals are items where ``item``."""
    plan = digest(random, content, 3, 5)
    headed = random.random() < 0.6
    found: list[Block] = (
        [] if random.random() < 0.4 else [(0, one) for one in lead(random, content)]
    )
    found += _vision(random, content, page, 2)
    if headed or item:
        found.append((2, random.choice(_SECTIONS)))
    goals, deep = (3 if headed else 2), random.random() < 0.5
    goals = _ITEM if item else goals
    marks = random.random()
    fields = random.sample(FIELDS, len(FIELDS))
    text = random.random() < 0.5
    below = _ITEM if random.random() < 0.5 and not item else goals + 1
    for number, goal in enumerate(plan.goals):
        title = goal.title if marks < 0.75 else f"{fields[number]}分野"
        page.element("goal", title, "policy", alt=[title.removesuffix("分野")])
        before = f"{_EMOJI[number]} " if marks > 0.9 and not item else ""
        found.append((goals, before + title))
        if text and not item:
            found.append((0, "".join(content.sentences(goal.subject, random.randint(1, 2)))))
        for node in goal.children[: random.randint(1, 4)]:
            inner = [content.node("measure") for _ in range(random.randint(2, 3))]
            one = node._replace(children=inner)
            found += _below(random, content, page, one, below, deep and not item)
    return found


def _html(random: Random, blocks: list[Block]) -> list[str]:
    """Write blocks in tags; items in lists, ordered or not, an inner list in its item."""
    outer = random.choice(("ul", "ol"))
    lines: list[str] = []
    depth = 0
    for level, text in blocks:
        due = max(level - _ITEM + 1, 0)
        while depth > due:
            lines.append("</li></ul>" if depth == 2 else f"</li></{outer}>")
            depth -= 1
        if due and due <= depth:
            lines.append("</li>")
        while depth < due:
            depth += 1
            lines.append("<ul>" if depth == 2 else f"<{outer}>")
        if due:
            lines.append(f"<li>{text}")
        else:
            lines.append(f"<h{level}>{text}</h{level}>" if level else f"<p>{text}</p>")
    while depth:
        lines.append("</li></ul>" if depth == 2 else f"</li></{outer}>")
        depth -= 1
    return lines


def _markdown(random: Random, blocks: list[Block]) -> list[str]:
    mark = random.choice(("-", "*", "+"))
    step = random.choice(("  ", "    "))
    lines: list[str] = []
    for level, text in blocks:
        if level >= _ITEM:
            lines.append(f"{step * (level - _ITEM)}{mark} {text}")
        else:
            lines += ["", f"{'#' * level} {text}" if level else text, ""]
    return lines


def _page(random: Random, content: Content, suffix: str, item: bool) -> Page:
    page, around = Page(suffix), site(random, content)
    found = _tree(random, content, page, item)
    if random.random() < 0.5:
        page.period(content.start, content.end)
        found = [(2, "計画期間"), (0, f"{year(content.start)}から{year(content.end)}まで"), *found]
    crumbs = ["ホーム", "市政情報", "企画課", content.title]
    if suffix == ".html":
        page.write("<!DOCTYPE html>", f"<html><head><title>{content.title}</title></head><body>")
        page.write(f"<p>{' &gt; '.join(crumbs)}</p>", f"<h1>{content.title}</h1>")
        page.write(*_html(random, found))
        page.write("<h2>ダウンロード</h2>", f'<p><a href="a.pdf">{content.title}（PDF）</a></p>')
        page.write("<h2>お問い合わせ</h2>", *(f"<p>{one}</p>" for one in around.contact[1:]))
        page.write("</body></html>")
        return page
    if random.random() < 0.4:
        linked = random.choice(("{}. [{}](https://example.jp/{})", "{}. {}"))
        page.write(*(linked.format(at, one, at) for at, one in enumerate(crumbs, 1)), "")
    page.write(f"# {content.title}", "", *_markdown(random, found), "")
    if random.random() < 0.5:
        page.write("---", "", f"{content.place} 企画課　[計画書（PDF）](./plan.pdf)")
    return page


def _layout(suffix: str, item: bool) -> Callable[[Random, Content], Page]:
    return functools.partial(_page, suffix=suffix, item=item)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "headed_html": _layout(".html", False), "headed_markdown": _layout(".md", False),
    "listed_html": _layout(".html", True), "listed_markdown": _layout(".md", True),
}  # fmt: skip
