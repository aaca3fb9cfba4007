"""Indicators and lists of sectoral plans on pages of sites: HTML, Markdown, text of a crawler."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.tables_covers import Years
from layouts.tables_dated import drawn
from layouts.tables_form import Form
from layouts.tables_plans import Lists
from plangraph.simulate.grammar import Subject

Rows = list[list[str]]
_LABELS = ("成果指標", "数値目標", "まちづくりの指標", "目標値", "KPI（重要業績評価指標）",
           "目標指標",
           "めざす姿の達成度を測る指標")  # fmt: skip
_MENU = ("ホーム", "くらし・手続き", "子育て・教育", "市政情報", "観光・文化")


def _site(
    random: Random, content: Content, suffix: str, table: Callable[[Page, Subject], list[str]]
) -> Page:
    """A page of a site: where it is, measures with sentences and indicators, whom to ask."""
    page = Page(suffix)
    marks = {".md": ("# ", "## ", "### ", ""), ".txt": ("", "", "", "")}.get(suffix)
    word = random.choice(("施策", "基本施策", "施策"))
    label = random.choice(_LABELS)

    def put(level: int, text: str) -> None:
        if marks is None:
            tag = f"h{level + 1}" if level < 3 else "p"
            page.write(f"<{tag}>{escape(text)}</{tag}>")
        else:
            page.write(marks[level] + text, *[""] * (suffix == ".md"))

    if marks is None:
        page.write(f'<html lang="ja"><head><meta charset="utf-8"><title>{content.title}</title>'
                   "</head><body>")  # fmt: skip
    else:
        joint = random.choice((" > ", " › ", " ＞ "))
        page.write(joint.join(("ホーム", "市政情報", "計画", content.title)), "")
    put(0, content.title)
    for number, node in enumerate(content.tree(("measure",), 2, 3), 1):
        put(1, f"{word}{number}　{node.title}")
        page.element("measure", node.title)
        put(3, content.sentences(node.subject, 1)[0])
        put(2, label)
        page.write(*table(page, node.subject), "")
    put(3, f"お問い合わせ　{content.place}役場　企画課　電話0599-12-3456")
    if marks is None:
        page.write("</body></html>")
    return page


def _form(random: Random, content: Content) -> Form:
    form = Form(random, content)
    form.columns = tuple(one for one in form.columns if one != "trend")
    return form


def _span(tag: str, text: str, *, down: int = 1, across: int = 1) -> str:
    spans = (f' rowspan="{down}"' if down > 1 else "") + (
        f' colspan="{across}"' if across > 1 else "")  # fmt: skip
    return f"<{tag}{spans}>{text}</{tag}>"


def grouped_html(random: Random, content: Content) -> Page:
    """A head of two rows: values below one cell that spans them, years below; names span rows."""
    form = Form(random, content, ("title", "baseline", "target"))
    form.unit = random.choice(("value", "column", "name"))
    form.dated = "head"
    tag = random.choice(("th", "th", "td"))
    thead = random.random() < 0.5
    way = random.choice(("years", "steps", "theme", "break"))
    united = form.unit == "column"
    years = [form.year(one) for one in form.years]
    words = form.words

    def heads() -> list[str]:
        first = _span(tag, words["title"], down=2) + (_span(tag, "単位", down=2) if united else "")
        values = [_span(tag, words["baseline"]), _span(tag, words["target"])]
        below = "".join(_span(tag, year) for year in years)
        if way == "years":
            return [first + "".join(values), below]
        if way == "steps":
            return [first + _span(tag, random.choice(("数値", "実績と目標")), across=2),
                    "".join(_span(tag, f"{words[kind]}（{year}）") for kind, year in
                            zip(("baseline", "target"), years, strict=True))]  # fmt: skip
        whole = [words["title"], *["単位"] * united,
                 *(f"{words[kind]}<br>（{year}）" for kind, year in
                   zip(("baseline", "target"), years, strict=True))]  # fmt: skip
        return [
            "".join(
                _span(tag, one)
                for one in ([random.choice(("分野", "取組", "区分"))] * (way == "theme") + whole)
            )
        ]

    head = heads()

    def table(page: Page, subject: Subject) -> list[str]:
        found = drawn(form, subject, random.randint(1, 4))
        lines = ["<table>", *["<thead>"] * thead, *(f"<tr>{one}</tr>" for one in head),
                 *["</thead><tbody>"] * thead]  # fmt: skip
        for number, one in enumerate(found):
            cells = [form.title(one), *[form.dress(one.unit)] * united,
                     form.value(one, one.baseline), form.value(one, one.target)]  # fmt: skip
            row = "".join(_span("td", escape(cell)) for cell in cells)
            if way == "theme" and not number:
                row = _span("td", random.choice(subject.nouns), down=len(found)) + row
            lines.append(f"<tr>{row}</tr>")
            form.expect(page, one)
        return [*lines, *["</tbody>"] * thead, "</table>"]

    return _site(random, content, ".html", table)


def markdown(random: Random, content: Content) -> Page:
    """A table of bars, with or without a rule below its head, a value and its year in one cell."""
    form = _form(random, content)
    form.dated = random.choice(("head", "head", "value", "none"))
    rule = random.choice(("|---|", "| :--- |", "| --- |", ""))
    edges = random.random() < 0.8
    broken = random.choice(("<br>", "<br/>", " ", ""))

    def bars(row: list[str]) -> str:
        text = " | ".join(row)
        return f"| {text} |" if edges else text

    def table(page: Page, subject: Subject) -> list[str]:
        found = drawn(form, subject, random.randint(1, 4))
        head = [cell.replace("（", broken + "（") for cell in form.heads()[0]]
        lines = [bars(head)]
        if rule:
            lines.append(rule[0] + rule[1:] * len(head))
        for number, one in enumerate(found, 1):
            name = form.title(one)
            row = [
                c if c == name else c.replace("（", broken + "（") for c in form.row(one, number)
            ]
            lines.append(bars(row))
            form.expect(page, one)
        return lines

    return _site(random, content, ".md", table)


def bulleted(random: Random, content: Content) -> Page:
    """Markdown lists: the name in bold, its values behind or as a list of its own below."""
    form = Form(random, content, ("title", "baseline", "target"))
    form.unit = random.choice(("value", "apart"))
    form.dated = random.choice(("head", "value", "none"))
    words = [form.words["baseline"], form.words["target"]]
    years = [f"（{form.year(year)}）" if form.dated == "head" else "" for year in form.years]
    colon = random.choice(("：", ": ", "　"))
    bold = random.choice(("**", ""))
    way = random.choice(("below", "behind", "arrow", "named"))

    def table(page: Page, subject: Subject) -> list[str]:
        lines = []
        for one in drawn(form, subject, random.randint(1, 3)):
            values = [form.value(one, value, year) for value, year in
                      zip((one.baseline, one.target), form.years, strict=True)]  # fmt: skip
            told = [word + year + colon + value
                    for word, year, value in zip(words, years, values, strict=True)]  # fmt: skip
            name = bold + one.title + bold
            lines += {
                "below": [f"- {name}", *(f"  - {one}" for one in told)],
                "behind": [f"- {name}{colon}{told[0]}、{told[1]}"],
                "arrow": [f"- {name}{colon}{values[0]}{years[0]} → {values[1]}{years[1]}"],
                "named": [f"- {bold}指標{bold}{colon}{one.title}", *(f"- {one}" for one in told)],
            }[way]
            form.expect(page, one)
        return lines

    return _site(random, content, ".md", table)


def crawled(random: Random, content: Content) -> Page:
    """The text of a page: cells by tabs, each on a line, or all of a table on one row."""
    form = _form(random, content)
    how = random.choice(("tabs", "lines", "row", "free"))
    menu = random.random() < 0.5

    def table(page: Page, subject: Subject) -> list[str]:
        found = drawn(form, subject, random.randint(1, 4))
        rows = [*form.heads(), *(form.row(one, number) for number, one in enumerate(found, 1))]
        for one in found:
            form.expect(page, one)
        cells = [[cell for cell in row if cell] for row in rows]
        if how == "tabs":
            return ["\t".join(row) for row in cells]
        if how == "row":
            return [" ".join(cell for row in cells for cell in row)]
        return [line for row in cells for line in [*row, *[""] * (how == "free")]]

    page = _site(random, content, ".txt", table)
    if menu:
        page.lines[:0] = ["本文へ移動", *_MENU]
    return page


def plan_lists(random: Random, content: Content) -> Page:
    """Sectoral plans of a site: name, years, office, what it is; as a table or a list."""
    years, lists = Years(random, full=False), Lists(random, content)
    years.joint = random.choice(("～", "〜", "から", "－"))
    how = random.choice(("html", "html", "md", "md list", "tabs", "lines"))
    suffix = {"html": ".html", "md": ".md", "md list": ".md"}.get(how, ".txt")
    page = Page(suffix)
    title = random.choice(("個別計画一覧", "市の計画・方針", "各種計画", "分野別計画の一覧"))
    heads = {
        "plan": random.choice(("計画名", "計画の名称", "名称", "計画等名称")),
        "period": random.choice(("計画期間", "期間", "対象期間")),
        "department": random.choice(("担当課", "所管課", "担当部署", "所管部署")),
        "told": random.choice(("概要", "計画の概要", "内容", "目的")),
        "field": random.choice(("分野", "部門")),
    }
    kinds = ["plan", *random.sample(("period", "department", "told"), random.randint(1, 3))]
    if random.random() < 0.3:
        kinds.insert(0, "field")
    rows: Rows = [[heads[kind] for kind in kinds]]
    for _ in range(random.randint(3, 9)):
        one = lists.draw()
        told = {"plan": one.title, "period": years.span(one.start, one.end),
                "department": one.department, "field": random.choice(("福祉", "環境", "教育")),
                "told": random.choice(("分野の基本的な方向を示します。", "施策を体系的に定めたもの",
                                       "法律に基づき策定する計画です。"))}  # fmt: skip
        rows.append([told[kind] for kind in kinds])
        more: dict[str, object] = {}
        if "department" in kinds:
            more["departments"] = [one.department]
        if "period" in kinds:
            more |= {"start": one.start, "end": one.end}
        page.sectoral_plan(one.title, **more)
    at = kinds.index("plan")
    if how == "html":
        page.write(f"<html><body><h1>{title}</h1><p>ホーム ＞ 市政情報</p><table>")
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            page.write("<tr>" + "".join(f"<{tag}>{one}</{tag}>" for one in row) + "</tr>")
        page.write("</table></body></html>")
    elif how == "md":
        page.write(f"# {title}", "", *(f"| {' | '.join(row)} |" for row in rows))
        page.lines.insert(3, "|" + "---|" * len(kinds))
    elif how == "md list":
        page.write(f"# {title}", "")
        for row in rows[1:]:
            rest = [cell for number, cell in enumerate(row) if number > at]
            page.write(f"- [{row[at]}](/plan/{len(page.lines)}.html)（{'、'.join(rest)}）")
    elif how == "tabs":
        page.write(title, *("\t".join(row) for row in rows))
    else:
        page.write(title, *(cell for row in rows for cell in row))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (grouped_html, markdown, bulleted, crawled, plan_lists)
}
