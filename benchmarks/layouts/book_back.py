"""What stands behind a plan's own pages: how it is carried out, and the annex."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.book_lines import WholeBook
from layouts.book_words import PROGRESS, TERMS, group, person, told
from layouts.content import Content


def progress(random: Random, content: Content, book: WholeBook, place: int) -> None:
    """計画の推進: management of the plan, no part of what it does."""
    book.opening(place, random.choice(("計画の推進", "計画の推進に向けて", "計画の実現に向けて")))
    book.paragraph(told(content, "progress", 1))
    for number, name in enumerate(random.sample(PROGRESS, random.randint(2, 4)), 1):
        if random.random() < 0.5:
            book.section(name)
        else:
            book.item(number, name)
        book.paragraph(told(content, "progress", random.randint(1, 3)))
    if random.random() < 0.5:
        book.write(*random.choice((
            ("Plan（計画）", "Do（実行）", "Check（評価）", "Action（改善）"),
            ("PLAN", "計画の策定", "DO", "施策の実施", "CHECK", "達成度の評価", "ACTION", "見直し"),
        )))  # fmt: skip


class Annex:
    """資料編: councils, minutes of how the plan came, terms, ordinances."""

    def __init__(self, random: Random, content: Content, book: WholeBook) -> None:
        self.random, self.content, self.book = random, content, book

    def write(self, place: int) -> None:
        """Write some of its chapters."""
        random = self.random
        self.book.opening(
            place, random.choice(("資料編", "資料編", "参考資料", "附属資料", "資料"))
        )
        chapters: list[tuple[str, Callable[[], None]]] = [
            ("策定経過", self._course), ("総合計画審議会委員名簿", self._members),
            ("諮問", self._asked), ("答申", self._answer), ("総合計画審議会条例", self._ordinance),
            ("用語解説", self._terms), ("成果指標一覧", self._indicators),
            ("策定体制", self._bodies),
            ("パブリックコメントの実施結果", self._opinions),
        ]  # fmt: skip
        for name, writer in random.sample(chapters, random.randint(3, 7)):
            self.book.chapter(name)
            writer()
            self.book.blank()

    def _course(self) -> None:
        joint, year = self.random.choice((" ", "　", "\n", "\t")), self.content.start - 2019
        self.book.write(*joint.join(("年月日", "会議等", "内容")).split("\n"))
        rows = (
            "第{}回審議会",
            "第{}回策定委員会",
            "市民ワークショップ（第{}回）",
            "第{}回庁内検討会議",
        )
        for month in range(5, 13):
            what = self.random.choice(rows).format(month - 4)
            about = self.random.choice(
                ("基本構想（案）について", "基本計画の体系について", "素案の検討", "諮問")
            )
            row = (f"令和{max(year, 1)}年{month}月{month * 2}日", what, about)
            self.book.write(*joint.join(row).split("\n"))

    def _members(self) -> None:
        joint = self.random.choice((" ", "　", "\t"))
        self.book.write(joint.join(("区分", "氏名", "所属・役職")))
        for place in range(self.random.randint(8, 16)):
            role = "会長" if not place else self.random.choice(("委員", "委員", "副会長"))
            self.book.write(joint.join((role, person(self.random), group(self.random))))

    def _asked(self) -> None:
        self.book.write(
            f"{self.content.place}総合計画審議会会長　様",
            f"{self.content.place}長　{person(self.random)}",
        )
        self.book.write(f"{self.content.title}の策定について（諮問）")
        self.book.paragraph(["このことについて、貴審議会の意見を求めます。"])

    def _answer(self) -> None:
        self.book.write(f"{self.content.title}（案）について（答申）", "記")
        mark = self.random.choice(("１　", "(1) ", "1. ", "○"))
        for place, name in enumerate(("全体について", "基本構想について", "基本計画について"), 1):
            self.book.write(mark.replace("1", str(place)).replace("１", "１２３"[place - 1]) + name)
            for one in told(self.content, "progress", 2):
                self.book.paragraph([one], "・")

    def _ordinance(self) -> None:
        rows = (("趣旨", "この条例は、総合計画審議会の設置に関し必要な事項を定めるものとする。"),
                ("所掌事務", "審議会は、市長の諮問に応じ、総合計画に関する事項を調査審議する。"),
                ("組織", "審議会は、委員20人以内をもって組織する。"),
                ("任期", "委員の任期は、諮問に係る審議が終了するまでとする。"))  # fmt: skip
        for place, (name, text) in enumerate(rows, 1):
            self.book.write(f"（{name}）")
            self.book.paragraph([f"第{place}条　{text}"])
            if name == "組織":
                self.book.write("２　委員は、次に掲げる者のうちから市長が委嘱する。",
                                "(1) 学識経験を有する者",
                                "(2) 公共的団体の代表者", "(3) 公募による市民")  # fmt: skip

    def _terms(self) -> None:
        form = self.random.choice(
            ("{}　{}", "{}\n{}", "【{}】\n{}", "{}：{}", "■{}\n{}", "○{}　{}")
        )
        if self.random.random() < 0.5:
            self.book.write(self.random.choice(("あ行", "【ア行】", "＜あ行＞")))
        for term, meaning in self.random.sample(TERMS, 7):
            self.book.write(*form.format(term, meaning).split("\n"))

    def _indicators(self) -> None:
        self.book.write("施策 指標名 現状値 目標値")
        for one in self.book.noted.expected["indicators"]:
            self.book.write(f"{one['title']} {one['baseline']} {one['target']}")

    def _bodies(self) -> None:
        for place, name in enumerate(("総合計画審議会", "策定本部会議", "市民ワークショップ"), 1):
            self.book.item(place, name)
            self.book.paragraph([f"{name}において、計画の内容を検討しました。"])

    def _opinions(self) -> None:
        self.book.write(
            "実施期間　12月1日～12月28日",
            f"意見数　{self.random.randint(3, 40)}件",
            "意見の概要 市の考え方",
        )
        for place in range(1, 4):
            self.book.write(
                f"{place} バスの本数を増やしてほしい。 今後の検討の参考とさせていただきます。"
            )
