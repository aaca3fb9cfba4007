"""Web pages of municipalities about their plan: as HTML, as copied text, and as Markdown.

One page is drawn as blocks (headings, paragraphs, lists, tables, what a site adds around), then
written in one of three ways: as content systems do, as a browser copies it, as converters leave it.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.pieces_site import site
from layouts.pieces_told import Block, blocks


def as_html(random: Random, content: Content) -> Page:
    """A page as content systems make it: headings well or badly used, menus in divs or nav."""
    page = Page(".html")
    around, found = site(random, content), blocks(random, content, page)
    nav = random.choice(("nav", "div", "div"))
    page.write(
        "<!DOCTYPE html>",
        '<html lang="ja"><head><meta charset="utf-8">',
        f"<title>{around.title} | {content.place}公式ホームページ</title></head><body>",
    )
    if around.menu:
        items = "".join(f'<li><a href="/{one}/">{one}</a></li>' for one in around.menu)
        page.write(f'<{nav} id="gnavi"><ul>{items}</ul></{nav}>')
    if around.crumbs:
        sign = random.choice((" &gt; ", " > ", "</li><li>"))
        crumbs = sign.join(f'<a href="#">{one}</a>' for one in around.crumbs)
        opened, closed = random.choice((("ol><li", "li></ol"), ("p", "p")))
        here = random.choice(("現在位置：", "", "現在地 "))
        page.write(f'<div class="topicpath"><{opened}>{here}{crumbs}</{closed}></div>')
    page.write('<div id="main">', f"<h1>{around.title}</h1>")
    page.write(*(f"<p>{one}</p>" for one in around.before))
    flat = random.random() < 0.2
    for block in found:
        page.write(_tagged(random, block, flat))
    if around.files:
        page.write(
            f"<h2>{random.choice(('ダウンロード', '関連ファイル', '添付ファイル', '計画書'))}</h2>"
        )
        page.write(
            "<ul>"
            + "".join(f'<li><a href="a.pdf">{one}</a></li>' for one in around.files)
            + "</ul>"
        )
    if around.related:
        page.write("<h2>関連情報</h2>")
        page.write(
            "<ul>"
            + "".join(f'<li><a href="b.html">{one}</a></li>' for one in around.related)
            + "</ul>"
        )
    if around.contact:
        page.write(
            f"<div><h2>{around.contact[0]}</h2>",
            *(f"<p>{one}</p>" for one in around.contact[1:]),
            "</div>",
        )
    page.write(*(f"<p>{one}</p>" for one in around.after), "</div>")
    named = random.choice(("総合計画", "計画・施策", "このカテゴリ"))
    if around.siblings:
        page.write(f'<{nav} id="side"><h2>{named}</h2><ul>')
        page.write(
            *(f'<li><a href="c.html">{one}</a></li>' for one in around.siblings), f"</ul></{nav}>"
        )
    page.write("</body></html>")
    return page


def _inner(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _tagged(random: Random, block: Block, flat: bool) -> str:
    """Write a block in tags; ``flat`` systems have paragraphs in bold for headings."""
    text = _inner(block.text)
    if block.kind == "h":
        return (
            f"<p><strong>{text}</strong></p>"
            if flat
            else f"<h{block.level}>{text}</h{block.level}>"
        )
    if block.kind in ("p", "b"):
        return f"<p><strong>{text}</strong></p>" if block.kind == "b" else f"<p>{text}</p>"
    if block.kind == "dl":
        return (
            "<dl>"
            + "".join(
                f"<dt>{_inner(one[0])}</dt>"
                + "".join(f"<dd>{_inner(part)}</dd>" for part in one[1:])
                for one in block.items
            )
            + "</dl>"
        )
    if block.kind == "table":
        return (
            "<table>"
            + "".join(
                "<tr>" + "".join(f"<td>{_inner(cell)}</td>" for cell in row) + "</tr>"
                for row in block.items
            )
            + "</table>"
        )
    if block.kind == "fold":
        inner = "".join(_tagged(random, one, flat) for one in block.items)
        return f"<details><summary>{text}</summary>{inner}</details>"
    items = "".join(
        f"<li>{_inner(one)}</li>"
        if isinstance(one, str)
        else f"<li>{_inner(one[0])}"
        + (f"<ul>{''.join(f'<li>{_inner(two)}</li>' for two in one[1])}</ul>" if one[1] else "")
        + "</li>"
        for one in block.items
    )
    return f"<{block.kind}>{items}</{block.kind}>"


def as_text(random: Random, content: Content) -> Page:
    """A page as it is copied from a browser: no tags, lists with or without their marks."""
    page = Page()
    around, found = site(random, content), blocks(random, content, page)
    mark = random.choice(("・", "• ", "", "  * ", "・"))
    gap = [""] if random.random() < 0.6 else []
    tabs = random.random() < 0.6
    if random.random() < 0.5:
        page.write(
            random.choice(("本文へスキップ", "このページの本文へ移動", "メニューを飛ばして本文へ"))
        )
    page.write(*around.menu)
    if around.crumbs:
        page.write(random.choice(("現在位置：", "", "現在地 ")) + " > ".join(around.crumbs), *gap)
    page.write(around.title, *gap, *around.before, *gap)
    for block in found:
        page.write(*_plain(block, mark, tabs), *gap)
    if around.files:
        page.write(
            random.choice(("ダウンロード", "関連ファイル", "添付ファイル")),
            *(mark + one for one in around.files),
            *gap,
        )
    if around.related:
        page.write("関連情報", *(mark + one for one in around.related), *gap)
    page.write(*around.contact, *gap, *around.after, *around.siblings)
    return page


def _plain(block: Block, mark: str, tabs: bool) -> list[str]:
    if block.kind == "fold":
        return [block.text, *(line for one in block.items for line in _plain(one, mark, tabs))]
    if block.kind == "table":
        if tabs:
            return ["\t".join(cell.replace("\n", " ") for cell in row) for row in block.items]
        return [line for row in block.items for cell in row if cell for line in cell.split("\n")]
    if block.kind == "dl":
        return [line for one in block.items for line in one]
    if block.kind in ("ul", "ol"):
        found: list[str] = []
        for one in block.items:
            found.append(mark + (one if isinstance(one, str) else one[0]))
            found += [] if isinstance(one, str) else ["　" + mark + two for two in one[1]]
        return found
    return block.text.split("\n")


def as_markdown(random: Random, content: Content) -> Page:
    """A page as converters leave it: signs for headings, links in brackets, bars of tables."""
    page = Page(".md")
    around, found = site(random, content), blocks(random, content, page)
    mark = random.choice(("* ", "- ", "*   ", "-   "))
    link = random.random() < 0.7
    set_off = random.random() < 0.2

    def heading(text: str, level: int) -> list[str]:
        if set_off and level < 3:
            return [text, "=" * 12 if level == 1 else "-" * 12, ""]
        return ["#" * level + " " + text, ""]

    def linked(text: str) -> str:
        return f"[{text}](https://www.example.jp/{len(text)}.html)" if link else text

    page.write(*(mark + linked(one) for one in around.menu), "")
    page.write(" > ".join(map(linked, around.crumbs)), "", *heading(around.title, 1))
    for one in around.before:
        page.write(one, "")
    for block in found:
        page.write(*_marked(block, mark, heading), "")
    for name, items in (("ダウンロード", around.files), ("関連情報", around.related)):
        if items:
            page.write(*heading(name, 2), *(mark + linked(one) for one in items), "")
    if around.contact:
        page.write(*heading(around.contact[0], 2), *("\n".join(around.contact[1:])).split("\n"), "")
    page.write(*around.after, "", *(mark + linked(one) for one in around.siblings))
    return page


def _marked(block: Block, mark: str, heading: Callable[[str, int], list[str]]) -> list[str]:
    if block.kind == "h":
        return heading(block.text.replace("\n", " "), block.level)
    if block.kind == "b":
        return [f"**{line}**" for line in block.text.split("\n")]
    if block.kind == "fold":
        return [
            *heading(block.text, block.level),
            *(line for one in block.items for line in [*_marked(one, mark, heading), ""]),
        ]
    if block.kind == "table":
        rows = [
            "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |"
            for row in block.items
        ]
        return [rows[0], "|" + " --- |" * len(block.items[0]), *rows[1:]]
    if block.kind == "dl":
        return [
            line
            for one in block.items
            for line in (one[0], "", *(f":   {two}" for two in one[1:]), "")
        ]
    if block.kind in ("ul", "ol"):
        found: list[str] = []
        for number, one in enumerate(block.items, 1):
            begin = f"{number}. " if block.kind == "ol" else mark
            found.append(begin + (one if isinstance(one, str) else one[0]))
            found += [] if isinstance(one, str) else ["    " + mark + two for two in one[1]]
        return found
    return block.text.replace("\n", "  \n").split("\n")


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "as_html": as_html,
    "as_text": as_text,
    "as_markdown": as_markdown,
}
