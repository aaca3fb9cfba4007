"""Indicators that no table holds: label lines, bullets, sentences; and tables that hold none."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_form import Form, plain
from plangraph.simulate.grammar import Subject


def records(random: Random, content: Content) -> Page:
    """Labels for each indicator: 指標名：… 現状値：… 目標値：…, one a line or all on one."""
    body, form = Body(random, content), plain(random, content, ("head", "value", "none"))
    name = random.choice(
        ("指標名", "指標", "成果指標", "指標{}", "KPI", "■指標", "【指標】", "指標の名称")
    )
    colon = random.choice(("：", "：", " ", "　", ":"))
    one_line = random.random() < 0.3
    others = random.choice(((), (), ("単位",), ("説明",), ("出典", "担当課"), ("単位", "担当課")))
    if "単位" in others:
        form.unit = "column"
    at_end = random.random() < 0.5
    blank = random.random() < 0.5 and not one_line
    date = random.choice(("（{}）", "({})"))

    def block(one: Measure, number: int) -> list[str]:
        dates = [
            date.format(form.year(year)) if form.dated == "head" else "" for year in form.years
        ]
        now, aim = (
            form.value(one, *pair)
            for pair in zip((one.baseline, one.target), form.years, strict=True)
        )
        words = form.words["baseline"], form.words["target"]
        told = [f"{words[0]}{dates[0]}{colon}{now}", f"{words[1]}{dates[1]}{colon}{aim}"]
        more = {"単位": form.dress(one.unit), "説明": one.told, "出典": one.source,
                "担当課": one.department}  # fmt: skip
        rest = [f"{label}{colon}{more[label]}" for label in others]
        parts = [name.format(number) + colon + one.title, *(told + rest if at_end else rest + told)]
        return ["　".join(parts)] if one_line else parts + [""] * blank

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(1, 3), subject.department)
        for number, one in enumerate(found, 1):
            body.page.write(*block(one, number))
            form.expect(body.page, one)

    return body.write(table)


def bullets(random: Random, content: Content) -> Page:
    """A name and its values on a line, or on two: ・来館者数　1,200人（R4）→ 1,500人（R8）."""
    body, form = Body(random, content), plain(random, content, ("value", "none", "value"))
    body.label = body.label or "■数値目標"
    mark = random.choice(("・", "○", "●", "◆", "①", "", "▪"))
    arrow = random.choice(("→", " → ", "　→　", " ⇒ ", "⇒"))
    way = random.choice((
        "{mark}{title}{space}{now}{arrow}{aim}", "{mark}{title}：{now}{arrow}{aim}",
        "{mark}{title}\n　{now}{arrow}{aim}", "{mark}{title}（現状）{now}{arrow}（目標）{aim}",
        "{mark}{title}：現状 {now}{arrow}目標 {aim}", "{mark}{title}：{aim}（現状：{now}）",
         "{mark}{title}【現状】{now}{arrow}【目標】{aim}",
        "{mark}{title}\n現状値 {now}\n目標値 {aim}", "{mark}{title}\n{now}\n{arrow}\n{aim}",
        "{mark}{title}　現状値：{now}　目標値：{aim}",
    ))  # fmt: skip
    space = random.choice((" ", "　", "　　", "…"))

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(1, 4), subject.department)
        for number, one in enumerate(found):
            values = {
                "now": form.value(one, one.baseline, form.years[0]),
                "aim": form.value(one, one.target, form.years[1]),
            }
            own = "①②③④⑤"[number] if mark == "①" else mark
            told = way.format(mark=own, title=one.title, space=space, arrow=arrow, **values)
            body.page.write(*told.split("\n"))
            form.expect(body.page, one)

    return body.write(table)


_PLAIN_VERB = {"し": "す", "げ": "げる", "め": "める"}
_SENTENCES = (
    "{title}を現状の{now}から{aim}に{verb}ます。",
    "{title}を{now}（{y1}）から{aim}（{y2}）に{verb}ます。",
    "{title}を{y2}までに{aim}（{y1}：{now}）に{verb}ます。",
    "{y2}までに、{title}を{now}から{aim}へ{verb}ます。",
    "{title}を、{y1}の{now}から{y2}までに{aim}まで{verb}ることを目指します。",
    "{y1}に{now}であった{title}を、{y2}には{aim}に{verb}ます。",
    "{title}について、{y1}の{now}を{y2}までに{aim}とすることを目標とします。",
)  # fmt: skip


def sentences(random: Random, content: Content) -> Page:
    """Sentences that tell what a value shall become, as bullets or within the text."""
    body, form = Body(random, content), plain(random, content, ("value",))
    mark = random.choice(("・", "", "○", "①"))
    way = random.choice(_SENTENCES)
    form.measures.words = form.measures.bounds = 0

    def table(subject: Subject) -> None:
        for number, one in enumerate(form.draw(random.randint(1, 3), subject.department)):
            up = float(one.target.replace(",", "")) >= float(one.baseline.replace(",", ""))
            form.dated = "none"
            text = way.format(
                title=one.title,
                now=form.value(one, one.baseline),
                aim=form.value(one, one.target),
                y1=form.year(form.years[0]),
                y2=form.year(form.years[1]),
                verb=random.choice(
                    ("増やし", "引き上げ", "高め") if up else ("減らし", "引き下げ")
                ),
            )
            text = re.sub("([しげめ])ることを", lambda verb: _PLAIN_VERB[verb[1]] + "ことを", text)
            own = "①②③④⑤"[number] if mark == "①" else mark
            body.page.write(own + text)
            if "{y1}" in way:
                form.dated = "value"
            form.expect(body.page, one)

    return body.write(table)


def _works(random: Random, body: Body, form: Form, subject: Subject) -> list[str]:
    """A table of works: no indicators, whatever numbers it holds."""
    head = random.choice((
        ("事業名", "事業内容", "担当課", "事業費（千円）"), ("主な事業", "内容", "担当課", "R6",
                                                             "R7", "R8"),
        ("No.", "事業名", "概要", "所管課"), ("事業名", "事業期間", "総事業費", "財源"),
        ("事業名", "令和6年度", "令和7年度", "令和8年度", "合計"),
    ))  # fmt: skip
    lines = [" ".join(head)]
    for number in range(1, random.randint(3, 5)):
        title = body.content.named("project", subject)
        body.page.element("project", title, "measure", "direction", optional=True)
        sums = [form.dress(f"{random.randint(100, 90000):,}") for _ in range(6)]
        told = {"事業名": title, "主な事業": title, "No.": str(number), "事業期間": "R6～R10",
                "事業内容": "講習と相談を行う", "内容": "講習と相談を行う", "概要": "施設の改修",
                "担当課": subject.department, "所管課": subject.department, "財源": "国・県・一般",
                "R6": "実施", "R7": "→", "R8": "→"}  # fmt: skip
        lines.append(" ".join(told.get(cell, sums.pop()) for cell in head))
    return lines


def _people(random: Random, form: Form) -> list[str]:
    """People by year and age."""
    years = [form.year(form.years[0] - 10 + 5 * step) for step in range(3)]
    lines = [" ".join(["区分", *years])]
    for name in ("総人口", "年少人口（0～14歳）", "生産年齢人口", "老年人口", "高齢化率", "世帯数"):
        low, mark = (20, "%") if name.endswith("率") else (random.randint(900, 90000), "人")
        lines.append(" ".join([name, *[form.dress(f"{low + step:,}{mark}") for step in range(3)]]))
    return lines


def _budget(random: Random) -> list[str]:
    lines = [random.choice(("款 予算額 決算額 構成比", "区分 令和4年度決算 令和5年度予算 増減率"))]
    for name in ("民生費", "総務費", "土木費", "公債費", "市税", "地方交付税"):
        sums = [f"{random.randint(100, 9000):,}百万円" for _ in range(2)]
        lines.append(" ".join([name, *sums, f"{random.uniform(1, 50):.1f}%"]))
    return lines


def _survey(random: Random) -> list[str]:
    lines = [f"問３　住みやすさについてお答えください。（回答数 {random.randint(400, 2000)}件）"]
    lines.append(random.choice(("選択肢 前回 今回", "項目 前回調査 今回調査 増減")))
    for name in ("とても住みやすい", "住みやすい", "どちらともいえない", "住みにくい", "無回答"):
        lines.append(" ".join([name, *[f"{random.uniform(1, 60):.1f}%" for _ in range(2)]]))
    return lines


def besides(random: Random, content: Content) -> Page:
    """Tables of works, people, money and answers, with a table of indicators below or without."""
    body, form = Body(random, content), Form(random, content)
    body.label = body.works = ""
    form.columns = tuple(one for one in form.columns if one not in ("number", "trend"))
    label = random.choice(("成果指標", "■ 数値目標", "【指標】"))
    some = random.random() < 0.6
    choices = (lambda _: _people(random, form), lambda _: _budget(random),
               lambda _: _survey(random), lambda one: _works(random, body, form, one),
               lambda one: _works(random, body, form, one))  # fmt: skip

    def table(subject: Subject) -> None:
        other = random.choice(choices)(subject)
        first = random.random() < 0.5
        if first:
            body.page.write(*other)
        if some:
            found = form.draw(random.randint(1, 3), subject.department)
            rows = [form.row(one, number) for number, one in enumerate(found, 1)]
            lines = [" ".join(filter(None, row)) for row in (*form.heads(), *rows)]
            body.page.write(label, *lines)
            for one in found:
                form.expect(body.page, one)
        if not first:
            body.page.write(*other)

    return body.write(table)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (records, bullets, sentences, besides)
}
