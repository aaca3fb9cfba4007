"""Features of municipal magazines on a plan: as printed, as portals copy them, as talk, as news."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.digest_words import (
    CATCHWORDS,
    FIELDS,
    asides,
    contact,
    counter,
    digest,
    events,
    inline,
    marked,
    vision,
)
from layouts.page import Page
from layouts.pieces import lead, note_below, note_goal, wrapped, year


def _opening(random: Random, content: Content) -> list[str]:
    return list(
        random.choice(
            (
                ("特集", f"{content.title}が始まります！"),
                (f"特集　{content.title}", "～未来に向かって～"),
                ("みんなでつくる、これからのまち", f"{content.title}スタート"),
                (f"広報{content.place[:-1]}　{content.start}.4", f"{content.title}を策定しました"),
                ("SPECIAL FEATURE", "未来への設計図", content.title),
            )
        )
    )


def _mayor(random: Random, content: Content) -> list[str]:
    """What the mayor says, between the parts of a feature."""
    town = {"市": "市長", "町": "町長", "村": "村長"}[content.place[-1]]
    return list(
        random.choice(
            (
                (f"{town}メッセージ", "皆さんと共に歩むまちづくりを進めてまいります。"),
                (f"{content.place}長　山田 太郎", "「誰もが誇れるまちを、一緒につくります」"),
                (f"{town}の思い", "　この計画は、多くの皆さんの声から生まれました。"),
            )
        )
    )


def feature(random: Random, content: Content) -> Page:
    """Pages of a feature: goals with catchwords and sentences in narrow columns, boxes between."""
    page, plan = Page(), digest(random, content)
    page.write(*_opening(random, content), *random.choice(([], lead(random, content))))
    page.write(*vision(random, content, page, plan))
    if random.random() < 0.4:
        page.write(*_mayor(random, content))
    page.write(
        random.choice((plan.goal, f"{len(plan.goals)}つの{plan.goal}", "どんなことをするの？"))
    )
    count, mark, width = counter(random, plan.goal), marked(random), random.choice((15, 19, 99))
    above = random.random() < 0.5
    catch = random.choice(("", "", "above", "quoted", "field"))
    style = random.choice(("list", "list", "inline", "none"))
    label = random.choice(
        (
            plan.below,
            f"【{plan.below}】",
            f"◇{plan.below}",
            f"{plan.below}の例",
            f"{plan.below}（抜粋）",
        )
    )
    fields, words = (random.sample(one, len(one)) for one in (FIELDS, CATCHWORDS))
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        if catch == "above":
            page.write(f"{words[number]}")
        begun = f"{count(number)}\n" if above else f"{count(number)}　"
        tail = f"【{fields[number]}】" if catch == "field" else ""
        page.write(*f"{begun}{goal.title}{tail}".split("\n"))
        if catch == "quoted":
            page.write(f"“{words[number]}”")
        page.write(*wrapped("　" + "".join(content.sentences(goal.subject, 2)), width))
        for node in goal.children if style != "none" else ():
            note_below(page, plan, node, labelled=True)
        titles = [node.title for node in goal.children]
        if style == "list":
            page.write(label, *((mark or "・") + one for one in titles))
        elif style == "inline":
            named = inline(random, titles)
            page.write(*random.choice(([f"{label}　{named}"], [label, named])))
        if random.random() < 0.25:
            page.write(*asides(random, content))
    for extra in (events(random), _mayor(random, content), contact(random, content)):
        page.write(*(extra if random.random() < 0.5 else []))
    return page


def portal(random: Random, content: Content) -> Page:
    """An article as a portal for magazines has it: no boxes, one mark a level."""
    page, plan = Page(), digest(random, content)
    site, total = random.random() < 0.6, random.randint(20, 70)
    if site:
        page.write("文字サイズ", "自治体の皆さまへ", "")
    page.write(f"{content.title}を策定しました", "")
    if site:
        page.write(f"{random.randint(2, total)}/{total}", "", content.place, "")
    page.write(*lead(random, content), "")
    first, second, third = random.choice(("■◆・", "◆◇・", "■●▽", "〇・－", "◎○・", "■・－"))
    page.element("vision", plan.vision)
    word = random.choice(("めざす将来像", "まちの将来像", "将来都市像"))
    page.write(f"{first}{word}", f"「{plan.vision}」", "")
    page.write(f"{first}{len(plan.goals)}つの{plan.goal}")
    numbers = random.choice(("{}.", "({})", second, "{} "))
    style = random.choice(("list", "inline", "sentence", "goals"))
    gap = [""] if random.random() < 0.5 else []
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(numbers.format(number) + goal.title)
        for node in goal.children if style in ("list", "inline") else ():
            note_below(page, plan, node, labelled=style == "inline")
        titles = [node.title for node in goal.children]
        if style == "list":
            page.write(*(third + one for one in titles))
        elif style == "inline":
            page.write(f"【{plan.below}】", "、".join(titles))
        elif style == "sentence":
            page.write(*content.sentences(goal.subject, 1))
        page.write(*gap)
    if random.random() < 0.4:
        page.write("", *events(random))
    office = random.choice(("企画課", "総合政策課"))
    page.write("", f"問合せ：{office}", f"【電話】0123-45-{random.randint(1000, 9999)}")
    if site:
        page.write("", "＜この記事についてアンケートにご協力ください。＞", "MENU")
    return page


def talk(random: Random, content: Content) -> Page:
    """Two persons talk about the plan; its goals stand in a box between what they say."""
    page, plan = Page(), digest(random, content, most=5)
    first, second = random.choice(
        (("ミライちゃん", "はかせ"), ("まちお", "職員"), ("娘", "父"), ("A", "B"))
    )
    form = random.choice(("{}「{}」", "{}：{}", "{}　{}", "【{}】{}", "{}\n「{}」"))

    def say(who: str, text: str) -> None:
        page.write(*form.format(who, text).split("\n"))

    page.write(f"教えて！{content.title}")
    say(first, "総合計画って、どんな計画なの？")
    say(second, "10年後にどんなまちにしたいかを決めて、みんなで進めていくための計画だよ。")
    say(first, "どんなまちになるの？")
    page.element("vision", plan.vision)
    if random.random() < 0.5:
        say(second, f"将来像は「{plan.vision}」だよ。")
    else:
        say(second, "みんなの意見から、こんな将来像を決めたんだ。")
        page.write(random.choice(("将来像", "【将来像】", "まちの将来像")), f"「{plan.vision}」")
    say(first, "そのために何をするの？")
    say(second, f"{len(plan.goals)}つの{plan.goal}を立てて、いろいろな取り組みを進めるんだ。")
    count, mark, above = counter(random, plan.goal), marked(random) or "・", random.random() < 0.3
    comments = random.random() < 0.4
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(*(count(number) + ("\n" if above else "　") + goal.title).split("\n"))
        page.write(plan.below)
        for node in goal.children:
            note_below(page, plan, node, labelled=True)
            page.write(mark + node.title)
        if comments:
            say(first, random.choice(("わあ、すごい！", "わたしも参加できるかな。", "安心だね。")))
    say(first, "わたしもまちづくりに参加してみたいな！")
    page.write(*contact(random, content))
    return page


def news(random: Random, content: Content) -> Page:
    """An article that tells the plan in sentences: its vision, the names of its goals between."""
    page, plan = Page(), digest(random, content, most=5)
    named = [f"「{goal.title}」" for goal in plan.goals]
    count = len(plan.goals)
    page.write(f"{content.title}を策定　{content.place}")
    page.write(
        f"{content.place}は、{year(content.start)}からのまちづくりの指針となる「{content.title}」を策定した。"
    )
    page.element("vision", plan.vision)
    page.write(
        random.choice(
            (
                f"将来像に「{plan.vision}」を掲げ、人口減少などの課題に取り組む。",
                f"目指す将来像は「{plan.vision}」。市民の意見を基に決めた。",
                f"「{plan.vision}」を将来都市像とし、10年間で実現を目指す。",
            )
        )
    )
    for goal in plan.goals:
        note_goal(page, plan, goal)
    page.write(
        random.choice(
            (
                f"将来像の実現に向けて、{''.join(named)}の{count}つの{plan.goal}を定めた。",
                f"{plan.goal}は、{'、'.join(named)}の{count}つ。",
                f"{plan.goal}として、{'、'.join(named)}を掲げている。",
                f"計画では{'、'.join(named[:-1])}と{named[-1]}の{count}つを{plan.goal}に掲げる。",
            )
        )
    )
    page.write("計画は市内の図書館や市ホームページで閲覧できる。", *contact(random, content))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "feature": feature, "portal": portal, "talk": talk, "news": news,
}  # fmt: skip
