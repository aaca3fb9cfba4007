"""What stands before a plan's own pages: cover, greeting, contents, introduction."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.book_lines import WholeBook
from layouts.book_words import TASKS, TRAITS, TRENDS, person, told
from layouts.content import Content


def cover(random: Random, content: Content, book: WholeBook) -> None:
    """Title, period, motto or place and month of issue."""
    place, number = content.place, content.number
    if random.random() < 0.3:
        book.write(place)
        book.write(content.title.replace(place, ""))
    else:
        book.write(random.choice((content.title, f"{place}第{number}次総合計画")))
    if random.random() < 0.5:
        book.write(f"{_era(content.start)}年度～{_era(content.end)}年度")
    if random.random() < 0.5:
        book.write("", f"{_era(content.start)}年３月", place)
    book.write("", "")


def _era(year: int) -> str:
    if year < 2019:
        return f"平成{year - 1988}"
    return f"令和{year - 2018 if year > 2019 else '元'}"


def greeting(random: Random, content: Content, book: WholeBook) -> None:
    """ごあいさつ, with the mayor's name below."""
    book.write(random.choice(("ごあいさつ", "はじめに", "あいさつ", "策定にあたって")))
    if random.random() < 0.3:
        book.write(
            random.choice(("～新しい時代のまちづくりに向けて～", "未来へつなぐまちを目指して"))
        )
    for one in told(content, "greeting", 5):
        book.paragraph([one])
    mayor = f"{content.place}長　{person(random)}"
    book.write("", *random.choice(((f"{_era(content.start)}年3月", mayor), (mayor,))), "")


def charter(random: Random, content: Content, book: WholeBook) -> None:
    """市民憲章: promises in a list."""
    book.write(f"{content.place[-1:]}民憲章", "")
    book.paragraph(["わたくしたちは、ここに住む者として、次の約束を交わします。"])
    mark = random.choice(("一、", "１　", "一　", "○", "1. "))
    rows = ("川を汚さず、木を植えるまちをつくります。", "よく歩き、よく笑う家庭をつくります。",
            "困ったときに、声をかけ合うまちをつくります。",
            "本を読み、歌を楽しむまちをつくります。")  # fmt: skip
    for place, row in enumerate(rows, 1):
        book.write(mark.replace("１", "１２３４"[place - 1]).replace("1", str(place)) + row)
    book.write("")


def contents(random: Random, book: WholeBook, order: list[str]) -> None:
    """目次: all headings down to some level, with leaders and pages."""
    book.write(random.choice(("目次", "目　次", "もくじ", "CONTENTS", "目 次")), "")
    deepest = random.choice((1, 2, 2, 3))
    indent = random.choice(("", "　", "  "))
    leader = random.choice(("…" * 12, "・" * 16, "." * 20, " ", "…………　", "\t", ""))
    joint = random.choice((" ", "　"))
    page = 1
    for part in order:
        for entry in book.listed.get(part, []):
            page += random.randint(0, 2)
            if entry.depth > deepest:
                continue
            if entry.kind not in ("part", "chapter", "section"):
                book.repeat(entry.title)
            text = indent * entry.depth + joint.join(entry.lines)
            book.write(text if entry.depth == 0 and leader != " " else f"{text}{leader}{page}")
    book.write("")


class Introduction:
    """序論: why a plan, how it is built, what moves society, what citizens say."""

    def __init__(self, random: Random, content: Content, book: WholeBook) -> None:
        self.random, self.content, self.book = random, content, book
        self.stated = False

    def write(self, place: int) -> None:
        """Write the chapters in an order of the city's own."""
        random = self.random
        self.book.opening(place, random.choice(("序論", "総論", "計画の概要", "はじめに", "序論")))
        chapters: list[tuple[str, tuple[Callable[[], None], ...]]] = [
            (random.choice(("計画策定に当たって", "総合計画について", "計画の策定")),
             (self._purpose, self._structure, self._period)),
            (random.choice(("計画策定の背景", "社会経済の動向", "時代の潮流")), (self._trends,)),
            (random.choice((f"{self.content.place}の現状", "本市の現状と特性", "まちの概要")),
             (self._traits, self._people)),
            (random.choice(("市民の意識", "市民アンケートの結果", "市民ニーズ")), (self._survey,)),
            (random.choice(("前計画の総括", "これまでのまちづくりの評価")), (self._before,)),
            (random.choice(("まちづくりの課題", "まちづくりの主要課題", "本市の課題")),
             (self._tasks,)),
        ]  # fmt: skip
        for place, (name, writers) in enumerate(chapters):
            if place and random.random() < 0.35:
                continue
            self.book.chapter(name)
            for writer in writers:
                writer()
            self.book.blank()

    def _purpose(self) -> None:
        self.book.section(
            self.random.choice(("計画策定の趣旨", "計画策定の目的", "策定の背景と趣旨"))
        )
        self.book.paragraph(told(self.content, "purpose", 5))

    def _structure(self) -> None:
        book, random = self.book, self.random
        book.section(random.choice(("計画の構成と期間", "計画の構成", "計画の位置づけと構成")))
        book.paragraph(["本計画は、「基本構想」「基本計画」「実施計画」で構成します。"])
        rows = zip(
            ("基本構想", "基本計画", "実施計画"), told(self.content, "parts", 3), strict=True
        )
        beside = random.choice(("", "", "　", "："))
        for place, (name, text) in enumerate(rows, 1):
            if beside:
                book.write(f"{name}{beside}{text}")
            else:
                book.item(place, name)
                book.paragraph([text])

    def _period(self) -> None:
        book, start, end = self.book, self.content.start, self.content.end
        years = end - start + 1
        book.section(self.random.choice(("計画の期間", "計画期間")))
        book.paragraph([self.random.choice((
            f"計画の期間は、{_era(start)}年度を初年度とし、{_era(end)}年度を目標年度とする{years}年間とします。",
            f"本計画の期間は、{_era(start)}年度（{start}年度）から{_era(end)}年度（{end}年度）までの{years}年間です。",
            f"計画期間は{_era(start)}年度から{_era(end)}年度までの{years}か年とします。",
        ))])  # fmt: skip
        self.stated = True
        if self.random.random() < 0.4:
            book.write(" ".join(_era(year).replace("令和", "R") for year in range(start, end + 1)),
                       f"基本構想（{years}年間）", "前期基本計画", "後期基本計画")  # fmt: skip

    def _trends(self) -> None:
        self._items("trend", TRENDS, self.random.randint(4, 8))

    def _traits(self) -> None:
        if self.random.random() < 0.5:
            self.book.section(self.random.choice(("まちの特性", "概況")))
        self._items("trait", TRAITS, self.random.randint(3, 5))

    def _tasks(self) -> None:
        self.book.paragraph(
            ["社会の潮流や市民の意識を踏まえ、まちづくりの課題を次のとおり整理します。"]
        )
        self._items("task", TASKS, self.random.randint(4, 7))

    def _items(self, kind: str, titles: tuple[str, ...], count: int) -> None:
        chance = self.random
        as_sections = chance.random() < 0.4
        for place, title in enumerate(chance.sample(titles, count), 1):
            if as_sections:
                self.book.section(title)
            else:
                self.book.item(place, title)
            self.book.paragraph(told(self.content, kind, chance.randint(1, 4)))

    def _people(self) -> None:
        book, random = self.book, self.random
        book.section(random.choice(("人口の推移", "将来人口の推計", "人口・世帯数の推移")))
        book.paragraph(told(self.content, "trait", 2))
        head = random.choice(("図表1-1", "【図1】", "図表１", "■"))
        book.write(f"{head} 人口と高齢化率の推移", "（人）　　　　　　　　　　　　　　　　　（％）")
        for row in (
            "総人口",
            "年少人口（0～14歳）",
            "生産年齢人口（15～64歳）",
            "老年人口（65歳以上）",
        ):
            values = (f"{random.randint(4, 60)},{random.randint(100, 999)}" for _ in range(5))
            book.write(row + " " + " ".join(values))
        book.write("H12 H17 H22 H27 R2", random.choice(("資料：国勢調査", "出典：国勢調査")))

    def _survey(self) -> None:
        book, random = self.book, self.random
        asked, answered = random.randint(1, 4), random.randint(500, 990)
        book.paragraph(
            [f"市民{asked},000人を対象に意識調査を実施し、{answered}人から回答を得ました。"]
        )
        form = random.choice(("【{}】", "●{}", "問3　{}", "■ {}", "({})"))
        usual = ("住みやすい", "どちらともいえない", "住みにくい")
        for question in ("住みやすさ", "定住の意向", "力を入れてほしい施策"):
            book.write(form.format(question))
            for answer in random.sample(TASKS, 3) if "施策" in question else usual:
                book.write(f"{answer} {random.randint(100, 800) / 10}％")
        if random.random() < 0.5:
            book.write("満足度の高い施策（上位5項目）", "順位 施策 満足度")
            measures = [e for e in book.listed.get("plan", []) if e.kind == "measure"][:5]
            for place, entry in enumerate(measures, 1):
                book.write(f"{place}位 {entry.title} {4 - place / 7:.2f}")

    def _before(self) -> None:
        book = self.book
        book.paragraph(
            [f"第{self.content.number - 1}次総合計画における取組の成果は次のとおりです。"]
        )
        word = self.random.choice(("基本目標", "基本目標", "政策", "基本方針"))
        for place in range(1, self.random.randint(3, 5)):
            book.write(f"{word}{place}　{self.content.style.goal()}")
            book.paragraph(told(self.content, "task", 2))
