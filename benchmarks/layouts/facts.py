"""Covers, pages from the middle with their heads, and pages that only a sentence names."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.facts_names import HALVES, WHOLE, Named, named, other
from layouts.page import Page
from layouts.tables_covers import Years

_DRAFTS = ("（素案）", "(案)", "（原案）", "【素案】", "＜案＞", "　素案", "（骨子案）")
_PIECES = (
    "概要版",
    "【概要版】",
    "（概要版）",
    "＜概要版＞",
    "本編",
    "［本編］",
    "ダイジェスト版",
    "資料編",
)


def _apart(random: Random, text: str) -> str:
    return random.choice((" ", "　")).join(text)


def body(page: Page, random: Random, content: Content) -> None:
    """Write a measure with sentences, as it stands anywhere in a plan."""
    node = content.node("measure")
    code = random.choice(("施策１", "施策1-2", "基本施策３", "施策（２）"))
    page.write(f"{code}　{node.title}", *content.sentences(node.subject, random.randint(2, 4)))
    page.element("measure", node.title, "policy")


def _lines(random: Random, own: Named, half: str) -> tuple[list[str], str]:
    """Return the lines of a cover that bear the name, and the title in full."""
    before = own.title[: own.title.find(own.sort)]
    lines = random.choice(
        (
            [own.title],
            [own.title],
            [own.title],
            [before, own.sort],
            [_apart(random, own.title)],
            [
                f"{own.number}　{own.place}"
                if own.title.startswith(own.number)
                else f"{own.place}　{own.number}",
                own.sort,
            ],
        )
    )
    if "・" in own.sort and random.random() < 0.3:
        first, rest = own.sort.split("・", 1)
        lines = [f"{before}{first}・", rest]
    if not half:
        return lines, own.title
    if random.random() < 0.4:
        return [
            *lines[:-1],
            f"{lines[-1]}{random.choice((' ', '　', '【'))}{half}".replace(
                f"【{half}", f"【{half}】"
            ),
        ], f"{own.title} {half}"
    framed = random.choice((half, half, f"【{half}】", f"〔{half}〕", _apart(random, half)))
    return [*lines, framed], f"{own.title} {half}"


def covers(random: Random, content: Content) -> Page:
    """A cover: the name on one line or several, in a state, with years, slogan and nickname."""
    page, own, years = Page(), named(random, content), Years(random)
    half = random.choice(HALVES[:4]) if own.sort in WHOLE and random.random() < 0.5 else ""
    lines, title = _lines(random, own, half)
    state = random.choice((*_DRAFTS, *[""] * 8))
    piece = random.choice((*_PIECES, *[""] * 8))
    page.expected |= {"title": title, "municipality": own.place}
    if state:
        page.expected["status"] = "draft"
    if state and random.random() < 0.5:
        lines[-1] += state
        state = ""
    elif piece and random.random() < 0.4:
        lines[-1] += random.choice(("　", " ", "")) + piece
        piece = ""
    slogan = f"{random.choice(('～', '―', '「', ''))}{content.style.vision(own.place)}"
    slogan += {"～": "～", "―": "―", "「": "」"}.get(slogan[0], "")
    over = random.choice(
        ([own.place], [slogan], [], [], [], [f"{own.place} {years.one(content.start)}"])
    )
    page.write(*over, *lines)
    span = years.span(content.start, content.end)
    if random.random() < 0.5:
        page.write(
            random.choice(("{}", "（{}）", "【{}】", "計画期間：{}", "計画期間　{}")).format(span)
        )
        page.period(content.start, content.end)
    if not over and random.random() < 0.5:
        page.write(slogan)
    page.element("vision", slogan.strip("～―「」"), "philosophy", optional=True)
    made = content.start - 2018
    if made > 0:
        page.write(
            *random.choice(([f"令和{made}年３月"], [f"令和{made}（{made + 2018}）年３月"], []))
        )
    page.write(*[one for one in (state.strip("　"), piece, own.place) if one], "")
    if random.random() < 0.4:
        page.write(
            "目　次",
            "第１章　はじめに ・・・・ 1",
            f"第２章　{own.place}の現状 ・・・・ 5",
            f"第３章　{own.sort}の施策 ・・・・ 21",
            "",
        )
    page.write("第１章　はじめに", f"{other(random, own)}などを踏まえ、取組を進めます。")
    page.write("第３章　施策の展開")
    body(page, random, content)
    return page


def inside(random: Random, content: Content) -> Page:
    """Pages from the middle of a plan, whose name only heads or feet of pages print."""
    page, own = Page(), named(random, content)
    half = random.choice(HALVES[:2]) if own.sort in WHOLE and random.random() < 0.4 else ""
    title = f"{own.title} {half}".strip()
    printed = f"{own.title}{random.choice((' ', '　'))}{half}".strip()
    page.expected |= {"title": title, "municipality": own.place}
    first = random.randint(5, 90)
    chapter = (
        f"第{random.randint(2, 5)}章　{random.choice(('施策の展開', '基本計画', '分野別の取組'))}"
    )
    form = random.choice(
        (
            "{t} ｜ {n}",
            "{n} ｜ {t}",
            "{t}　{n}",
            "{n}　{t}",
            "{t} － {n} －",
            "－{n}－　{t}",
            "{t}",
            "{t}　{c}",
            "{c}　{t}",
            "{c} ｜ {t} ｜ {n}",
            "{t} / {c} / {n}",
            "● {t}",
            "〈{t}〉",
            "{t}　P.{n}",
            "{t}\n{n}",
            "{n}\n{t}",
            "{t}{s}",
            "{t}{s}　{n}",
        )
    )
    state = random.choice(("（案）", "【素案】", "(概要版)"))
    at_foot = random.random() < 0.4
    turn = random.random() < 0.3
    for number in range(random.randint(1, 4)):
        head = form.format(t=printed, n=first + number, c=chapter, s=state).split("\n")
        if turn and number % 2:
            head = [
                random.choice(("{c}", "{n}　{c}", "{c}　{n}")).format(c=chapter, n=first + number)
            ]
        if not at_foot:
            page.write(*head)
        if number == 0 and random.random() < 0.5:
            page.write(chapter)
        body(page, random, content)
        if random.random() < 0.4:
            page.write(f"関連する取組は、{other(random, own)}に位置付けています。")
        page.write(*(head if at_foot else []), "\f" if random.random() < 0.7 else "")
    return page


def told(random: Random, content: Content) -> Page:
    """A page whose plan only a sentence names, beside others that it names too."""
    page, own, years = Page(), named(random, content), Years(random)
    page.expected |= {"title": own.title, "municipality": own.place}
    short = random.choice(("（以下「本計画」という。）", "（以下「計画」といいます。）", "", ""))
    quoted = random.choice(("「{}」", "「{}」", "『{}』", "{}")).format(own.title) + short
    town = random.choice(("本市", own.place, "市", own.place))
    began = random.choice(
        (
            f"{town}では、{quoted}を策定しました。",
            f"このたび、{quoted}を策定し、取組を進めることとしました。",
            f"{quoted}は、{town}のまちづくりの指針となる計画です。",
            f"{town}は、{years.one(content.start - 1)}に{quoted}を策定し、施策を推進しています。",
            f"こうした状況を踏まえ、{quoted}を策定するものです。",
        )
    )
    another = random.choice(
        (
            f"{other(random, own)}との整合を図ります。",
            f"上位計画である{other(random, own)}に即します。",
            f"国は「{other(random, own).removeprefix('国の')}」を改定し、県も計画を見直しました。",
        )
    )
    head = random.choice(
        ("第１章　計画の策定にあたって", "１　計画策定の趣旨", "はじめに", "Ⅰ　計画の概要")
    )
    page.write(head, *content.sentences(content.node("measure").subject, random.randint(0, 2)))
    page.write(*random.choice(([began, another], [another, began], [began])))
    page.write("２　施策の体系")
    body(page, random, content)
    return page


def unnamed(random: Random, content: Content) -> Page:
    """A page from the middle that does not say whose it is, though it speaks of other plans."""
    page, own = Page(), named(random, content)
    page.expected |= {"title": "document"}  # the file's name stands in
    page.write(
        random.choice(
            (
                "第３章　施策の展開",
                "Ⅱ　分野別の取組",
                "4　計画の推進体制",
                "第２部　基本計画",
                "基本目標１　安心して暮らせるまち",
            )
        )
    )
    for _ in range(random.randint(1, 3)):
        body(page, random, content)
        sort = random.choice(HALVES[:2])
        page.write(
            random.choice(
                (
                    f"・{other(random, own)}に基づき、計画的に進めます。",
                    f"○{random.choice(content.node('measure').subject.nouns)}計画の策定",
                    f"関連計画：{other(random, own)}",
                    "個別施設計画の見直しを行います。",
                    f"◆{other(random, own)}の推進",
                    f"{sort}では、引き続き取り組みます。",
                    f"前計画では、{other(random, own)}と連携しました。",
                )
            )
        )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "fronts": covers,
    "insides": inside,
    "told_names": told,
    "unnamed_pages": unnamed,
}
