"""Tables of indicators whose heads say more: years above words, groups, references, reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from layouts import tables_grid as grid
from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_form import Form
from plangraph.simulate.grammar import Subject

Row = list[str]
#: Writes the row of an indicator, which is the so manieth of its table.
Cells = Callable[[Measure, int], Row]
_HOW = ("rows", "rows", "rows", "wide", "cells", "seen", "columns")
#: Names of indicators of sectoral plans: people, places, shares, sums over a year.
SECTORAL = (
    ("放課後児童クラブの待機児童数", "人"), ("一時預かり事業の延べ利用者数", "人"),
    ("子育て世代包括支援センターの設置か所数", "か所"), ("むし歯のない３歳児の割合", "％"),
    ("特定健康診査受診率", "％"), ("自殺死亡率（人口10万対）", "人"), ("通いの場の数", "か所"),
    ("グループホームの定員数", "人"), ("福祉施設から一般就労への移行者数", "人"),
    ("認知症サポーター養成講座の延べ受講者数", "人"), ("生活道路の改良率", "％"),
    ("コミュニティバスの１日当たり乗車人員", "人"), ("再生可能エネルギーの導入容量", "kW"),
    ("リサイクル率", "％"), ("最終処分量", "t"), ("個別避難計画の作成率", "％"),
    ("住宅の耐震化率", "％"), ("耐震性貯水槽の整備基数", "基"), ("立入検査の実施率", "％"),
    ("AI・RPAを活用した業務数", "業務"), ("マイナンバーカードの保有率", "％"),
    ("行政手続のオンライン化率", "％"), ("LINE公式アカウントの友だち登録者数", "人"),
    ("家庭児童相談の延べ件数", "件"), ("ファミリー・サポート・センターの提供会員数", "人"),
    ("地域に愛着を感じている人の割合", "％"), ("進んで読書をする児童の割合", "％"),
    ("英検３級程度以上の英語力を有する中学３年生の割合", "％"), ("文化財の公開日数", "日"),
    ("消防団員数", "人"), ("野良猫の不妊手術助成頭数", "頭"), ("農業産出額", "億円"),
    ("認定こども園の数", "園"), ("水洗化率", "％"), ("雨水幹線の整備延長", "m"),
)  # fmt: skip


def drawn(form: Form, subject: Subject, count: int) -> list[Measure]:
    """Draw indicators, some with names of sectoral plans."""
    chance = form.random
    found = []
    for one in form.draw(count, subject.department):
        own = [pair for pair in SECTORAL if pair[0] not in form.content._used]
        if own and chance.random() < 0.4:
            title, unit = chance.choice(own)
            form.content._used.add(title)
            one = form.measures.draw(subject.department)._replace(title=title, unit=unit)
            if unit in ("％", "%"):
                low = chance.randint(12, 60)
                one = one._replace(baseline=f"{low}.{low % 7}", target=f"{low + 9}.0",
                                   middle=f"{low + 4}.5")  # fmt: skip
        found.append(one)
    return found


def printed(random: Random, how: str, heads: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    """Return the lines that text extraction makes of a table."""
    wide = random.choice((9, 12, 16))
    named = max(range(len(heads[0])), key=lambda n: max(len(row[n]) for row in rows))
    widths = [wide if n == named and how == "seen" else 0 for n in range(len(heads[0]))]
    cells = grid.narrowed([*heads, *rows], widths)
    return {
        "rows": lambda: grid.by_row(cells, " "), "wide": lambda: grid.by_row(cells, "　"),
        "cells": lambda: grid.by_cell(cells), "columns": lambda: grid.by_column(cells),
        "seen": lambda: grid.as_seen(cells, " ", "middle"),
    }[how]()  # fmt: skip


def _tabled(random: Random, body: Body, form: Form, heads: Sequence[Row], row: Cells) -> Page:
    how = random.choice(_HOW)
    least = 2 if how == "columns" else 1

    def table(subject: Subject) -> None:
        found = drawn(form, subject, random.randint(least, 4))
        rows = [row(one, number) for number, one in enumerate(found, 1)]
        body.page.write(*printed(random, how, heads, rows))
        for one in found:
            form.expect(body.page, one)

    return body.write(table)


def _plain(random: Random, content: Content) -> tuple[Body, Form]:
    """A city whose tables have a label, and years in the head."""
    body, form = Body(random, content), Form(random, content, ("title", "baseline", "target"))
    body.label = body.label or "成果指標"
    form.dated = "head"
    form.unit = random.choice(("value", "value", "column", "name", "name2"))
    return body, form


def _named(form: Form) -> Row:
    return [form.words["title"], *["単位"] * (form.unit == "column")]


def _values(form: Form, one: Measure, *kinds: str) -> Row:
    unit = [form.dress(one.unit)] if form.unit == "column" else []
    return [form.title(one), *unit, *(form.value(one, getattr(one, kind)) for kind in kinds)]


def years_above(random: Random, content: Content) -> Page:
    """Years head the columns; what they are stands below or behind: 令和5年度 / 実績値."""
    body, form = _plain(random, content)
    middle = random.random() < 0.4
    kinds = ("baseline", "middle", "target") if middle else ("baseline", "target")
    words = random.choice((("現状値", "中間値", "目標値"), ("実績値", "中間目標", "最終目標"),
                           ("現状", "目標", "目標"), ("実績", "目標値", "目標値"),
                           ("（現状）", "（中間）", "（目標）")))  # fmt: skip
    chosen = words if middle else (words[0], words[2])
    years = [form.year(one) for one in
             ((form.years[0], form.middle, form.years[1]) if middle else form.years)]  # fmt: skip
    way = random.choice(("below", "behind", "bracket", "both"))
    first = _named(form)
    heads = {
        "below": [[*first, *years], [*[""] * len(first), *chosen]],
        "behind": [[*first, *(a + b for a, b in zip(years, chosen, strict=True))]],
        "bracket": [[*first, *(f"{a}（{b.strip('（）')}）"
                               for a, b in zip(years, chosen, strict=True))]],
        "both": [[*first, *(f"{b} {a}" for a, b in zip(years, chosen, strict=True))]],
    }[way]  # fmt: skip
    return _tabled(random, body, form, heads, lambda one, _: _values(form, one, *kinds))


def grouped(random: Random, content: Content) -> Page:
    """What each is stands before its name: 成果, 活動, 指標１, KPI①."""
    body, form = _plain(random, content)
    words = random.choice((("成果指標", "活動指標"), ("成果", "活動"),
                           ("アウトカム", "アウトプット"),
                           ("成果指標{}", "成果指標{}"), ("指標{}", "指標{}"),
                           ("KPI{}", "KPI{}"), ("主", "副")))  # fmt: skip
    head = random.choice(("区分", "種別", "種類", "分類"))
    years = [form.year(one) for one in form.years]
    heads = [[head, *_named(form), *(f"{form.words[kind]}（{year}）" for kind, year in
                                     zip(("baseline", "target"), years, strict=True))]]  # fmt: skip

    def row(one: Measure, number: int) -> Row:
        return [words[number > 2].format(number), *_values(form, one, "baseline", "target")]

    return _tabled(random, body, form, heads, row)


def referenced(random: Random, content: Content) -> Page:
    """A value that is neither now nor aimed at: of the prefecture, of the plan before."""
    body, form = _plain(random, content)
    years = [form.year(one) for one in form.years]
    word = random.choice(("参考値（県平均）", "県平均", "全国平均", "前期計画策定時", "前回値",
                          "参考値"))  # fmt: skip
    before = word in ("前期計画策定時", "前回値")
    now, aim = (f"{form.words[kind]}（{year}）" for kind, year in
                zip(("baseline", "target"), years, strict=True))  # fmt: skip
    order = [word, now, aim] if before else random.choice(([now, aim, word], [now, word, aim]))

    def row(one: Measure, _: int) -> Row:
        other = one.middle if one.middle[0].isdigit() else "－"
        told = {word: other, now: one.baseline, aim: one.target}
        return [*_values(form, one), *(form.value(one, told[kind]) for kind in order)]

    return _tabled(random, body, form, [[*_named(form), *order]], row)


_REASONS = (
    "過去５年間の伸びを踏まえて設定", "国の目標値に準じる", "毎年度１ポイントの増加を見込む",
    "県平均を上回ることを目指す", "現状の水準を維持する", "前計画の目標を引き継ぐ",
    "関連計画との整合を図り設定",
)  # fmt: skip


def reasoned(random: Random, content: Content) -> Page:
    """Why a value is aimed at, or where it is from, in a column behind."""
    body, form = _plain(random, content)
    word = random.choice(("目標設定の考え方", "目標値の根拠", "設定根拠", "設定理由", "備考"))
    years = [form.year(one) for one in form.years]
    heads = [[*_named(form), *(f"{form.words[kind]}（{year}）" for kind, year in
                               zip(("baseline", "target"), years, strict=True)), word]]  # fmt: skip

    def row(one: Measure, _: int) -> Row:
        return [*_values(form, one, "baseline", "target"), random.choice(_REASONS)]

    return _tabled(random, body, form, heads, row)


def arrowed(random: Random, content: Content) -> Page:
    """An arrow between the values, in the head too, or a direction behind them."""
    body, form = _plain(random, content)
    arrow = random.choice(("→", "⇒", "➡", "▶", "➤"))
    years = [form.year(one) for one in form.years]
    now, aim = (f"{form.words[kind]}({year})" for kind, year in
                zip(("baseline", "target"), years, strict=True))  # fmt: skip
    way = random.choice(("between", "headed", "direction", "first"))
    first = _named(form)
    head = {"between": [*first, now, "", aim], "headed": [*first, now, arrow, aim],
            "direction": [*first, now, aim, random.choice(("方向", "方向性", "目指す方向"))],
            "first": [*first, "目指す方向性", now, aim]}[way]  # fmt: skip

    def row(one: Measure, _: int) -> Row:
        name = _values(form, one)
        base, target = (form.value(one, value) for value in (one.baseline, one.target))
        sign = random.choice("↗↘→") if way in ("direction", "first") else arrow
        cells = {"direction": [base, target, sign], "first": [sign, base, target]}
        return [*name, *cells.get(way, [base, sign, target])]

    return _tabled(random, body, form, [head], row)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (years_above, grouped, referenced, reasoned, arrowed)
}
