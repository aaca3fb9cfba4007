"""Indicators on web pages: tables with heads over several columns, lists, definitions."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables_form import Form
from plangraph.simulate.grammar import Subject


def _page(
    random: Random, content: Content, table: Callable[[Page, Subject], list[str]], label: str
) -> Page:
    """A page of a plan: a heading for each measure, its sentences, its indicators, its works."""
    page = Page(".html")
    level = random.choice((2, 3))
    word = random.choice(("施策", "基本施策", "政策"))
    page.write("<!DOCTYPE html>", '<html lang="ja"><head><meta charset="utf-8">',
               f"<title>{content.title}｜{content.place}</title></head><body>",
               f"<h1>{content.title}</h1>")  # fmt: skip
    for number, node in enumerate(content.tree(("measure",), 2, 4), 1):
        page.write(f"<h{level}>{word}{number}　{node.title}</h{level}>")
        page.element("measure", node.title, *["policy"] * (word == "政策"))
        page.write(*[f"<p>{one}</p>" for one in content.sentences(node.subject, 1)])
        page.write(*[f"<h{level + 1}>{label}</h{level + 1}>"] * bool(label))
        page.write(*table(page, node.subject))
        if random.random() < 0.5:
            page.write(f"<h{level + 1}>主な取組</h{level + 1}>", "<ul>")
            for _ in range(2):
                title = content.named("project", node.subject)
                page.write(f"<li>{title}</li>")
                page.element("project", title, "direction")
            page.write("</ul>")
    page.write("</body></html>")
    return page


def _row(cells: list[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def tables(random: Random, content: Content) -> Page:
    """A table for each measure; its head on one row or two, with spans."""
    form = Form(random, content)
    heads = form.heads()
    tag = random.choice(("th", "td"))
    caption = random.choice(("", "", "成果指標", "指標の一覧"))
    spanned = len(heads) == 2 and random.random() < 0.5
    named = random.random() < 0.4

    def table(page: Page, subject: Subject) -> list[str]:
        found = form.draw(random.randint(1, 4), subject.department)
        lines = ["<table>", *[f"<caption>{caption}</caption>"] * bool(caption)]
        if spanned:
            lines.append("<tr>" + "".join(
                f'<{tag}{"" if below else " rowspan=2"}>{cell}</{tag}>'
                for cell, below in zip(*heads, strict=True)
            ) + "</tr>")  # fmt: skip
            lines.append(_row([cell for cell in heads[1] if cell], tag))
        else:
            lines += [_row(head, tag) for head in heads]
        for number, one in enumerate(found, 1):
            cells = form.row(one, number)
            line = _row(cells)
            if named:
                at = f"<td>{escape(cells[0])}</td>"
                line = line.replace(at, at.replace("td>", "th>"), 1)
            lines.append(line)
            form.expect(page, one)
        return [*lines, "</table>"]

    label = random.choice(("", "成果指標", "数値目標", "目標指標")) if not caption else ""
    return _page(random, content, table, label)


def fields(random: Random, content: Content) -> Page:
    """An indicator a table, a definition list or a paragraph: what it is, and its values."""
    form = Form(random, content, ("title", "baseline", "target"))
    form.dated = random.choice(("head", "value", "none"))
    form.unit = random.choice(("value", "value", "apart"))
    words = [form.words[one] for one in ("baseline", "target")]
    name = random.choice(("指標名", "指標", "成果指標", "KPI"))
    years = [f"（{form.year(year)}）" if form.dated == "head" else "" for year in form.years]
    way = random.choice(("table", "list", "dl", "p", "under", "strong"))

    def block(one: Measure) -> list[str]:
        pair = zip((one.baseline, one.target), form.years, strict=True)
        values = [form.value(one, *both) for both in pair]
        told = [(words[n] + years[n], values[n]) for n in (0, 1)]
        if way == "table":
            rows = [(name, one.title), *told]
            lines = [f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in rows]
            return ["<table>", *lines, "</table>"]
        if way == "dl":
            return ["<dl>", f"<dt>{name}</dt><dd>{one.title}</dd>",
                    *[f"<dt>{a}</dt><dd>{b}</dd>" for a, b in told], "</dl>"]  # fmt: skip
        if way == "list":
            return ["<ul>", f"<li>{one.title}<ul>",
                    *[f"<li>{a}：{b}</li>" for a, b in told], "</ul></li></ul>"]  # fmt: skip
        if way == "under":
            return [f"<h5>{one.title}</h5>", *[f"<p>{a}　{b}</p>" for a, b in told]]
        below = "<br>".join(f"{a}：{b}" for a, b in told)
        bold = f"<strong>{one.title}</strong>" if way == "strong" else f"{name}：{one.title}"
        return [f"<p>{bold}<br>{below}</p>"]

    def table(page: Page, subject: Subject) -> list[str]:
        lines = []
        for one in form.draw(random.randint(1, 3), subject.department):
            lines += block(one)
            form.expect(page, one)
        return lines

    return _page(random, content, table, random.choice(("成果指標", "数値目標", "目標")))


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (tables, fields)
}
