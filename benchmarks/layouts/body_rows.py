"""Pages of body text on one row each: what screens read aloud, books on the web, digests.

Each page has its own words around the titles, its own blanks between lines, codes of any family.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body_words import drawn, vision
from layouts.content import Content, Node
from layouts.page import Page

_ROMAN, _RINGED = "ⅠⅡⅢⅣⅤⅥⅦⅧ", "①②③④⑤⑥⑦⑧⑨⑩"
#: Numbers of goals, and of what stands below them, with what parts them from titles.
GOALS = (
    "基本目標{n} ", "基本目標{r} ", "基本目標{w}　", "目標{n}：", "政策{n} ", "{n} ", "（{n}）",
    "基本方針{o} ", "第{n}章 ", "柱{n} ", "【基本目標{n}】", "【目標{n}】", "基本目標その{n} ",
    "まちづくりの目標{n} ", "{r} ", "{n}. ", "基本目標{k}「", "基本目標{n}「",
)  # fmt: skip
_MEASURES = (
    "施策{n}-{m} ", "{n}-{m} ", "施策{m} ", "（{m}）", "({m}) ", "{o}", "{o} ", "施策{n}の{m} ",
    "・", "○", "ア", "施策{n}－{m}：", "{n}.{m} ", "第{m}節 ", "{m} ", "【施策{m}】",
    "基本施策{m} ", "■", "〇 ", "{n}{m:02} ",
)  # fmt: skip
_ALSO = {
    "goal": ("policy",),
    "measure": ("policy", "direction"),
    "direction": ("measure", "project"),
}
_KANA = "アイウエオカキクケコ"
_BLANKS = (" ", " ", "  ", "　", "   ")
_LISTED = ("主な施策", "施策", "主な取組", "取組", "主な取り組み", "重点施策", "具体的な施策")
DRESS = ("【{}】", "■{}", "{}", "＜{}＞", "◆{}", "《{}》", "〔{}〕", "▼{}", "{}：")


class Row:
    """A plan of two levels whose pages are written on one row each."""

    def __init__(self, random: Random, content: Content, tight: bool = False) -> None:
        self.random, self.content, self.page = random, content, Page()
        self.blank = "" if tight else random.choice(_BLANKS)
        self.goal = random.choice(
            [form for form in GOALS if not tight or form[0] in "基目政柱ま第【"]
        )
        self.measure = random.choice(
            [
                form
                for form in _MEASURES
                if form.strip(" ") != self.goal.strip(" ").replace("n", "m")
            ]
        )
        self.nodes = content.tree(("goal", "measure"), 2, 4)
        self.parts: list[str] = []

    def code(self, form: str, goal: int, measure: int = 0) -> str:
        """Return a number as the city prints it."""
        last = (measure or goal) - 1
        if form == "ア":
            return _KANA[last] + " "
        return form.format(n=goal, m=measure, r=_ROMAN[last], o=_RINGED[last],
                           w="０１２３４５"[goal], k="一二三四五"[goal - 1])  # fmt: skip

    def titled(self, node: Node, form: str, goal: int, measure: int = 0) -> None:
        """Write a title behind its number."""
        code = self.code(form, goal, measure)
        self.parts.append(code + node.title + ("」" if form.endswith("「") else ""))
        self.page.element(node.kind, node.title, *_ALSO[node.kind])

    def told(self, node: Node, least: int, most: int) -> None:
        """Write sentences on one line."""
        count = self.random.randint(least, most)
        texts = self.content.sentences(node.subject, (count + 1) // 2)
        self.parts.append("".join(texts + drawn(self.content, "aims", node.subject, count // 2)))

    def finish(self) -> Page:
        """Put what was written on a row, or on a row of the document."""
        parts = [part for part in self.parts if part]
        if parts:
            self.page.write(self.blank.join(parts))
        self.parts = []
        return self.page


def aloud(random: Random, content: Content) -> Page:
    """What a screen reads aloud: a chapter on one row, headings between sentences, figures told."""
    row = Row(random, content)
    number = random.randint(2, 4)
    row.parts += [
        f"第{number}章 {random.choice(('施策の展開', '基本計画', '基本目標と施策', '基本構想'))}"
    ]
    row.parts.append(
        f"この章では、{content.title}の{random.choice(('考え方', '取組', '目標'))}を示します。"
    )
    if random.random() < 0.5:
        text = "".join(vision(content)).replace(" ", "、")
        row.page.element("vision", text, "philosophy")
        row.parts += [
            f"第1節 {random.choice(('将来像', 'まちの将来像'))}",
            "将来像を次のとおり定めます。",
            text,
        ]
    sentences = random.random() < 0.7
    for n, goal in enumerate(row.nodes, 1):
        row.titled(goal, row.goal, n)
        row.told(goal, 1, 2)
        for m, measure in enumerate(goal.children, 1):
            row.titled(measure, row.measure, n, m)
            if sentences:
                row.told(measure, 1, 2)
        if random.random() < 0.3:
            row.parts += [random.choice(("（図の説明）", "図表の説明 ", "【図の説明】"))]
            row.parts += ["棒グラフは、年ごとの推移を表しています。"]
    return row.finish()


def booklet(random: Random, content: Content) -> Page:
    """A page of a book on the web: all closed up, with the words of the viewer around it."""
    row = Row(random, content, tight=True)
    total = random.randint(20, 90)
    number = random.randint(4, total)
    row.page.write(*random.choice((
        (content.title, f"{number}/{total}", ""), (f"{content.title} - {number}ページ",), (),
        (f"P{number}", ""), (f"{content.title}【概要版】", f"{number}/{total}"),
    )))  # fmt: skip
    talks = random.random() < 0.7
    label = random.choice(("", "", random.choice(DRESS[:1]).format(random.choice(_LISTED))))
    for n, goal in enumerate(row.nodes, 1):
        row.titled(goal, row.goal, n)
        if talks and random.random() < 0.9:
            row.parts.append(random.choice(("", " ")))
            row.told(goal, 1, 3)
        row.parts.append(label)
        for m, measure in enumerate(goal.children, 1):
            row.titled(measure, row.measure.strip() if random.random() < 0.1 else row.measure, n, m)
    if random.random() < 0.4:
        row.parts.append(str(number - 2))
    row.finish()
    row.page.write(*random.choice((
        (), ("", "このブックを見る"), ("", "次のページへ"),
        ("", "元のページ", "", "5秒後に元のページに移動します"), ("", "テキストを表示", "印刷"),
    )))  # fmt: skip
    return row.page


def leaflet(random: Random, content: Content) -> Page:
    """A digest: a row for the cover, and one for each page of goals with their lists."""
    row = Row(random, content)
    first, second = vision(content)
    words = f"{first}{second}".replace(" ", random.choice(("、", "、")))
    start, end = content.start - 2018, content.end - 2018
    years = (f"令和{start}年度～令和{end}年度", f"{content.start}年度から{content.end}年度まで")
    cover = [
        content.title,
        random.choice(("概要版", "【概要版】", "ダイジェスト版", "")),
        content.place,
    ]
    if content.start > 2018:
        cover += [random.choice(("計画期間", "計画の期間")), random.choice(years)]
        row.page.period(content.start, content.end)
    cover += [random.choice(("将来像", "まちの将来像", "めざす将来像", "将来都市像")),
              random.choice(("{}", "「{}」", "『{}』")).format(words)]  # fmt: skip
    row.page.element("vision", words, "philosophy")
    row.page.expected |= {"title": content.title, "municipality": content.place}
    row.parts = cover
    row.finish()
    label = random.choice(DRESS).format(random.choice(_LISTED)) if random.random() < 0.7 else ""
    together = random.random() < 0.5
    for n, goal in enumerate(row.nodes, 1):
        row.titled(goal, row.goal, n)
        row.told(goal, 0, 2)
        row.parts.append(label)
        for m, measure in enumerate(goal.children, 1):
            row.titled(measure, row.measure, n, m)
        if not together:
            row.finish()
    return row.finish()


def minutes(random: Random, content: Content) -> Page:
    """Several rows, one a goal, whose sentences stand right behind the titles."""
    row = Row(random, content)
    between = random.choice(("　", "：", " ── ", " "))
    row.page.write(random.choice((content.title, "基本目標と施策の方向", "")))
    for n, goal in enumerate(row.nodes, 1):
        row.titled(goal, row.goal, n)
        row.told(goal, 1, 2)
        row.parts[-2:] = [between.join(row.parts[-2:])]
        for m, measure in enumerate(goal.children, 1):
            row.titled(measure, row.measure, n, m)
            row.parts.append(drawn(content, "short", measure.subject, 1)[0])
        row.finish()
    return row.page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "aloud": aloud, "booklet": booklet, "leaflet": leaflet, "minutes_row": minutes,
}  # fmt: skip
