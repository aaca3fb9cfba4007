"""Pages of figures that hold no indicator: people, money, answers, dates, places."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.tables_form import Form

_GROUPS = (
    "総人口",
    "年少人口",
    "生産年齢人口",
    "老年人口",
    "世帯数",
    "高齢化率",
    "出生数",
    "転入者数",
    "転出者数",
    "外国人人口",
)
_COUNTED = (
    "来館者数",
    "貸出冊数",
    "観光入込客数",
    "宿泊者数",
    "製造品出荷額",
    "農家数",
    "事業所数",
    "従業者数",
    "ごみの排出量",
    "刑法犯認知件数",
    "火災件数",
    "交通事故件数",
    "要介護認定者数",
)
_MONEY = (
    "市税",
    "地方交付税",
    "国庫支出金",
    "市債",
    "民生費",
    "土木費",
    "教育費",
    "公債費",
    "扶助費",
    "人件費",
)
_ANSWERS = ("満足", "やや満足", "どちらともいえない", "やや不満", "不満", "無回答")
_PLACES = ("中央公民館", "北部体育館", "市民プール", "南小学校", "東保育園", "郷土資料館")
_RATIOS = ("財政力指数", "経常収支比率", "実質公債費比率", "将来負担比率", "自主財源比率")


def figures(random: Random, content: Content) -> Page:
    """Chapters on the present state, each with a table or chart of figures."""
    page, form = Page(), Form(random, content)
    between = random.choice((" ", "　", "  ", "\t"))
    page.write(content.title, "", random.choice(("第2章　市の現状", "Ⅱ　現状と見通し", "資料編")))
    makes: list[Callable[[], list[list[str]]]] = [
        lambda: _years(random, form),
        lambda: _answers(random),
        lambda: _budget(random),
        lambda: _places(random),
        lambda: _schedule(form),
        lambda: _change(random, form),
    ]
    for make in random.sample(makes, random.randint(2, 4)):
        page.write(*content.sentences(content.node("measure").subject, random.randint(0, 2)))
        rows = make()
        page.write(*[between.join(filter(None, row)) for row in rows], "")
    return page


def _steps(random: Random, count: int, unit: str) -> list[str]:
    if unit in ("%", ""):
        low = random.uniform(0.2, 90)
        return [f"{low * (1 - 0.02 * step):.1f}{unit}" for step in range(count)]
    low = random.randint(50, 90000)
    return [f"{round(low * (1 - 0.03 * step)):,}{unit}" for step in range(count)]


def _years(random: Random, form: Form) -> list[list[str]]:
    """Something counted year by year: in the past, or as it is foreseen."""
    names, unit, label = random.choice(
        (
            (_GROUPS, "人", "人口の推移"),
            (_GROUPS, "", "人口の見通し"),
            (_COUNTED, "件", "主な統計指標"),
            (_COUNTED, "", "市の統計"),
            (_RATIOS, "%", "財政指標の推移"),
            (_RATIOS, "", "主な財政指標"),
        )
    )
    count, step = random.choice((2, 3, 4, 5)), random.choice((1, 1, 5))
    years = [form.year(2010 + number * step) for number in range(count)]
    first = random.choice(("区分", "項目", "", "指標", "年度"))
    rows = [
        [name, *_steps(random, count, unit)] for name in random.sample(names, min(4, len(names)))
    ]
    return [[f"図表{random.randint(1, 9)}　{label}"], [first, *years], *rows]


def _answers(random: Random) -> list[list[str]]:
    head = random.choice(
        (
            ["項目", "前回", "今回"],
            ["選択肢", "令和元年調査", "令和6年調査", "増減"],
            ["", "現在", "5年前"],
        )
    )
    rows = [[name, *_steps(random, len(head) - 1, "%")] for name in _ANSWERS]
    return [[f"問{random.randint(1, 30)}　市の取組について"], head, *rows]


def _budget(random: Random) -> list[list[str]]:
    head = random.choice(
        (
            ["区分", "令和5年度決算", "令和6年度予算", "増減率"],
            ["款", "予算額", "構成比"],
            ["科目", "当初予算額", "決算額", "執行率"],
            ["年度", "計画額", "実績額", "差引"],
        )
    )
    rows = [[name, *_steps(random, len(head) - 1, "千円")] for name in random.sample(_MONEY, 5)]
    return [["（単位：千円）"], head, *rows]


def _places(random: Random) -> list[list[str]]:
    head = random.choice((["施設名", "建築年度", "延床面積"], ["名称", "面積", "定員", "所管課"]))
    rows = [
        [name, str(random.randint(1965, 2015)), f"{random.randint(90, 9000):,}㎡", "総務課"][
            : len(head)
        ]
        for name in random.sample(_PLACES, 4)
    ]
    return [["公共施設の一覧"], head, *rows]


def _schedule(form: Form) -> list[list[str]]:
    head = ["内容", *[form.year(form.years[0] + number) for number in range(4)]]
    rows = [
        [name, "検討", "実施", "→", "評価"] for name in ("計画の策定", "中間見直し", "条例の制定")
    ]
    return [["計画の期間と進め方"], head, *rows]


def _change(random: Random, form: Form) -> list[list[str]]:
    """What has become of something, in a sentence or with an arrow."""
    name = random.choice((*_COUNTED, *_GROUPS))
    low, high = _steps(random, 2, "人")
    year, later = form.year(2012), form.year(2020)
    return [
        [
            random.choice(
                (
                    f"{name}は、{year}の{low}から{later}には{high}に減少しました。",
                    f"{name}：{low}（{year}）→ {high}（{later}）に減少",
                    f"{name}は{low}から{high}へと減っており、今後も減少が見込まれます。",
                )
            )
        ]
    ]


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"figures": figures}
