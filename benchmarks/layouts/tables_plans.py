"""Sectoral plans (個別計画) in lists, in tables, and below measures."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts import tables_grid as grid
from layouts.content import Content
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_covers import Years
from plangraph.simulate.grammar import Subject, subjects

_FORMS = (
    "{place}{name}", "{place}{name}", "第{n}次{place}{name}", "第{n}期{place}{name}",
    "{place}第{n}次{name}",
    "{name}", "第{n}期{name}",
)  # fmt: skip
_NAMES = (
    "環境基本計画", "地域公共交通計画", "空家等対策計画", "地域防災計画", "国土強靱化地域計画",
    "教育振興基本計画",
    "子ども読書活動推進計画", "スポーツ推進計画", "文化振興ビジョン", "障がい者計画",
    "障がい福祉計画・障がい児福祉計画",
    "高齢者福祉計画・介護保険事業計画", "データヘルス計画", "健康増進計画", "自殺対策計画",
    "食育推進計画",
    "男女共同参画プラン", "多文化共生推進指針", "観光振興計画", "農業振興地域整備計画",
    "森林整備計画",
    "鳥獣被害防止計画", "都市計画マスタープラン", "立地適正化計画", "緑の基本計画", "景観計画",
    "住生活基本計画",
    "公営住宅等長寿命化計画", "橋梁長寿命化修繕計画", "水道事業ビジョン", "下水道事業経営戦略",
    "一般廃棄物処理基本計画", "地球温暖化対策実行計画（区域施策編）", "公共施設等総合管理計画",
    "行政改革大綱",
    "ＤＸ推進計画", "定員適正化計画", "人材育成基本方針", "過疎地域持続的発展計画", "消防計画",
    "人権教育・啓発推進計画",
    "地域福祉計画", "子ども・子育て支援事業計画", "学校施設長寿命化計画", "犯罪被害者等支援計画",
    "耐震改修促進計画",
)  # fmt: skip


class Listed(NamedTuple):
    """A sectoral plan with what lists say of it."""

    title: str
    start: int
    end: int
    made: int
    department: str


class Lists:
    """Draws plans; no name comes twice."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.content = random, content
        self.forms = random.sample(_FORMS, 3) if random.random() < 0.7 else ["{place}{name}"]
        self.names = list(_NAMES)
        random.shuffle(self.names)

    def draw(self) -> Listed:
        """Draw a plan."""
        chance = self.random
        title = chance.choice(self.forms).format(
            place=self.content.place, n=chance.randint(2, 9), name=self.names.pop()
        )
        start = self.content.start - chance.randint(0, 6)
        department = chance.choice(subjects()).department
        return Listed(title, start, start + chance.choice((3, 5, 6, 10)) - 1, start - 1, department)


def tables(random: Random, content: Content) -> Page:
    """A table of all plans at the end: name, years, year of making, department."""
    page, lists, years = Page(), Lists(random, content), Years(random, full=False)
    years.joint = random.choice(("～", "〜", "~", "－", " ～ "))
    page.write(
        content.title,
        "",
        random.choice(("個別計画一覧", "関連計画一覧", "資料　分野別計画一覧", "主な個別計画")),
    )
    words = {
        "plan": random.choice(("計画名", "計画の名称", "個別計画名", "計画等の名称", "名称")),
        "period": random.choice(("計画期間", "期間", "計画の期間")),
        "made": random.choice(("策定年月", "策定年度", "策定（改定）年度", "策定年")),
        "department": random.choice(("所管課", "担当課", "担当部署", "主管課")),
        "number": "No.",
    }
    kinds = random.choice((
        ["plan", "period"], ["plan", "period", "department"], ["plan", "department", "period"],
        ["number", "plan", "period", "department"], ["plan", "made", "period", "department"],
        ["plan", "made", "department"], ["department", "plan", "period"], ["plan", "made",
                                                                           "period"],
    ))  # fmt: skip
    how = random.choice(("rows", "rows", "cells", "columns", "seen"))
    between = random.choice((" ", "　", "  ", "\t"))
    month = random.random() < 0.6 and words["made"] != "策定年度"
    sections = random.random() < 0.3 and how == "rows" and kinds[0] == "plan"
    rows = [[words[kind] for kind in kinds]]
    for number in range(1, random.randint(5, 14)):
        one = lists.draw()
        made = years.one(one.made).removesuffix("度") + ("3月" if month else "度")
        if years.form in ("R",):
            made = years.one(one.made) + (".3" if month else "")
        told = {"plan": one.title, "period": years.span(one.start, one.end), "made": made,
                "department": one.department, "number": str(number)}  # fmt: skip
        if sections and number % 4 == 1:
            rows.append([random.choice(("福祉・健康", "都市基盤", "産業・観光", "教育・文化",
                                        "環境")) + "分野"]
                        + [""] * (len(kinds) - 1))  # fmt: skip
        rows.append([told[kind] for kind in kinds])
        more: dict[str, object] = {"departments": [one.department]} if "department" in kinds else {}
        if "period" in kinds:
            more |= {"start": one.start, "end": one.end}
        page.sectoral_plan(one.title, **more)
    width = random.randint(12, 20) if how == "seen" else 0
    cells = grid.narrowed(rows, [width if kind == "plan" else 0 for kind in kinds])
    lines = {"rows": lambda: grid.by_row(cells, between), "cells": lambda: grid.by_cell(cells),
             "columns": lambda: grid.by_column(cells),
             "seen": lambda: grid.as_seen(cells, between, "middle")}[how]()  # fmt: skip
    page.write(*lines)
    return page


def below(random: Random, content: Content) -> Page:
    """Plans below each measure: 関連計画 in bullets, on one line, or with their years."""
    body, lists, years = Body(random, content), Lists(random, content), Years(random, full=False)
    body.label = ""
    label = random.choice(("関連計画", "関連する個別計画", "【関連計画】", "■ 関連する計画",
                           "◆関連個別計画",
                           "関連する主な計画", "（４）関連計画", "個別計画",
                           "［関連計画］"))  # fmt: skip
    way = random.choice(
        ("bullets", "bullets", "dated", "dated2", "line", "beside", "made", "office")
    )
    mark = random.choice(("・", "○", "", "・", "●"))

    def table(_: Subject) -> None:
        found = [lists.draw() for _ in range(random.randint(1, 3))]
        page = body.page
        if way in ("line", "beside"):
            joint = random.choice(("、", "　", "、"))
            text = joint.join(one.title for one in found)
            page.write(*([label, text] if way == "line" else [f"{label}　{text}"]))
        else:
            page.write(label)
            for one in found:
                span = years.span(one.start, one.end)
                page.write(mark + {
                    "bullets": one.title, "dated": f"{one.title}（{span}）",
                    "dated2": f"{one.title}　{span}",
                    "made": f"{one.title}（{years.one(one.made)}策定）",
                    "office": f"{one.title}（{span}）　{one.department}",
                }[way])  # fmt: skip
        for one in found:
            more = {"start": one.start, "end": one.end}
            page.sectoral_plan(one.title, **(more if way in ("dated", "dated2", "office") else {}))

    return body.write(table)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "plan_tables": tables,
    "plans_below": below,
}
