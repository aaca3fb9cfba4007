"""Covers, and what a plan says of itself: its title, its place, its years, its state."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page

#: Plans as covers name them, with the sentence form of their name.
_SORTS = (
    "総合計画", "総合計画", "総合振興計画", "長期総合計画", "総合戦略",
    "まち・ひと・しごと創生総合戦略",
    "環境基本計画", "地域福祉計画", "都市計画マスタープラン", "子ども・子育て支援事業計画",
    "観光振興計画",
    "男女共同参画プラン", "健康増進計画", "スポーツ推進計画", "地球温暖化対策実行計画",
    "農業振興計画",
)  # fmt: skip
_WHOLE = ("総合計画", "総合振興計画", "長期総合計画")
_NUMERALS = "〇一二三四五六七八九"


class Years:
    """How one document writes years and spans of them."""

    def __init__(self, random: Random, *, full: bool | None = None) -> None:
        self.random = random
        self.form = random.choice(("令和", "令和", "西暦", "併記", "併記2", "R"))
        self.full = random.random() < 0.15 if full is None else full
        self.joint = random.choice(("～", "〜", "~", "から", "－", " ～ "))
        self.ends = random.choice(("年度", "年度", "年"))

    def one(self, year: int, *, ended: bool = True) -> str:
        """Write a year."""
        era, number = ("令和", year - 2018) if year > 2018 else ("平成", year - 1988)
        told = "元" if number == 1 else str(number)
        unit = self.ends if ended else ""
        found = {
            "令和": f"{era}{told}{unit}", "西暦": f"{year}{unit}",
            "併記": f"{era}{told}{self.ends}（{year}{self.ends}）",
            "併記2": f"{year}（{era}{told}）{unit}",
            "R": f"{'R' if era == '令和' else 'H'}{number}",
        }[self.form]  # fmt: skip
        wide = str.maketrans("0123456789", "０１２３４５６７８９")
        return found.translate(wide) if self.full else found

    def span(self, start: int, end: int) -> str:
        """Write first and last year."""
        short = self.form in ("令和", "西暦") and self.random.random() < 0.5
        first, last = self.one(start, ended=not short or self.joint == "から"), self.one(end)
        if self.form == "令和" and short and start > 2018:
            last = last.replace("令和", "", 1)
        return f"{first}{self.joint}{last}" + ("まで" if self.joint == "から" else "")


def _named(random: Random, content: Content) -> tuple[str, str]:
    """Draw the name of a plan, and its sort."""
    sort = random.choice(_SORTS)
    number = random.choice((f"第{content.number}次", f"第{content.number}次",
                            f"第{content.number}期", "",
                            f"第{_NUMERALS[content.number]}次"))  # fmt: skip
    order = random.choice(("{number}{place}{sort}", "{place}{number}{sort}"))
    return order.format(number=number, place=content.place, sort=sort), sort


def covers(random: Random, content: Content) -> Page:
    """A cover and a first chapter: what the plan is, its years, plans beside it."""
    page = Page()
    title, sort = _named(random, content)
    years = Years(random)
    start, end = content.start, content.end
    page.expected["title"], page.expected["municipality"] = title, content.place
    length = end - start + 1
    way = random.choice(("one", "split", "split2", "years"))
    cut = title.find(sort)
    if way == "split":
        page.write(title[:cut], title[cut:])
    elif way == "split2":
        page.write(" ".join(title[:cut]), " ".join(title[cut:]))
    else:
        page.write(title)
    if way == "years" or random.random() < 0.3:
        page.write(random.choice(("（{}）", "{}", "【{}】", "計画期間：{}", "計画期間　{}")).format(
            years.span(start, end)))  # fmt: skip
    if random.random() < 0.5:
        slogan = content.style.vision(content.place)
        page.write(random.choice(("～{}～", "「{}」", "{}")).format(slogan))
        page.element("vision", slogan, "philosophy", optional=True)
    made = start - 1
    page.write(random.choice((
        f"令和{max(1, made - 2018)}年３月", f"{made + 1}年3月",
        f"令和{max(1, made - 2018)}年3月策定",
        f"令和 {max(1, made - 2018)} 年 ３ 月", "",
    )))  # fmt: skip
    page.write(content.place, "")
    if random.random() < 0.3:
        page.write("目次", "第１章　計画の概要 ……… 1", "第２章　現状と課題 ……… 9", "")
    page.write(
        random.choice(("第１章　計画の概要", "Ⅰ　計画策定にあたって", "第1章 計画の基本的事項"))
    )
    page.write(random.choice(("１　計画策定の趣旨", "(1) 策定の趣旨", "1. 計画策定の背景と目的")))
    own = random.choice(("本計画", "この計画", f"「{title}」", "本市"))
    page.write(
        random.choice((
            f"本市では、平成{random.randint(20, 27)}年度に「{title}」の前計画を策定し、"
            f"計画的に取組を進めてきました。",
            f"{content.place}は、"
            f"{random.choice(('平成17', '昭和31', '平成18'))}年に合併して以来、様々な取組を"
            f"行ってきました。",
            f"国は令和{random.randint(2, 6)}年に法律を改正し、"
            f"県も{years.one(start - 2)}から{years.one(start + 4)}までの計画を策定しました。",
            "",
        )),
        f"{own}は、今後の取組の方向を明らかにするものです。",
    )  # fmt: skip
    if random.random() < 0.6:
        page.write(random.choice(("２　計画の位置付け", "(2) 計画の位置づけ", "2. 計画の位置付け")))
        page.write(random.choice((
            "関係する法律に基づく市の計画として策定します。",
            f"{years.one(start - 4)}に策定した{content.place}都市づくりビジョン（"
            f"{years.span(start - 4, start + 9)}）と整合を図ります。",
            f"上位計画である第９次{content.place}総合計画（"
            f"{years.span(start - 2, start + 9)}）を踏まえて策定します。"
            if sort not in _WHOLE and content.number != 9 else "市の最上位の計画です。",
        )))  # fmt: skip
    page.write(
        random.choice(
            ("３　計画期間", "(3) 計画の期間", "3. 計画の期間", "■計画期間", "【計画期間】")
        )
    )
    page.write(*_period(random, years, title, sort, start, end, length))
    page.period(start, end)
    page.write("", "第２章　現状", *content.sentences(content.node("measure").subject, 2))
    return page


def _period(
    random: Random, years: Years, title: str, sort: str, start: int, end: int, length: int
) -> list[str]:  # fmt: skip
    """Return the lines that state the period."""
    half = start + (length + 1) // 2 - 1
    span, name = (
        years.span(start, end),
        random.choice(("本計画", "この計画", f"「{title}」", title)),
    )
    said = [
        [f"{name}の計画期間は、{span}の{length}年間とします。"],
        [f"{name}の期間は、{years.one(start)}を初年度とし、{years.one(end)}を"
         f"目標年度とする{length}か年とします。"],
        [f"{name}は、{years.one(start)}から{length}年間を計画期間とします。"],
        [f"計画期間は{years.one(start)}から{years.one(end)}までの{length}年間です。なお、"
         f"社会情勢の変化に応じて見直しを行います。"],
        [f"{span}（{length}年間）"], [span], [f"{length}年間", f"（{span}）"],
        [f"計画の期間は、令和{max(1, start - 2018)}（"
         f"{start}）年4月から令和{max(2, end + 1 - 2018)}（"
         f"{end + 1}）年3月までの{length}年間とします。"],
        [f"{name}の計画期間は、{length}年間（{span}）とし、{years.one(half)}に中間見直しを"
         f"行います。"],
        [" ".join(years.one(year) for year in range(start, end + 1)),
         f"{name}　計画期間（{span}）"],
    ]  # fmt: skip
    if start < 2019:
        del said[7]
    if sort in _WHOLE and length >= 8:
        first, second = years.span(start, half), years.span(half + 1, end)
        said += [
            [f"基本構想：{span}", f"前期基本計画：{first}", f"後期基本計画：{second}"],
            [f"基本構想の期間は、{span}の{length}年間とします。",
             f"基本計画は、前期（{first}）と後期（{second}）に分けます。",
             "実施計画は3年間とし、毎年度見直します。"],
            ["区分 計画期間", f"基本構想 {span}", f"前期基本計画 {first}", f"後期基本計画 {second}",
             f"実施計画 {years.span(start, start + 2)}"],
        ]  # fmt: skip
    if random.random() < 0.25:
        before = years.span(start - length, start - 1)
        return [*random.choice(said), f"前計画の期間は{before}でした。"]
    return random.choice(said)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"covers": covers}
