"""Pages of a magazine where more is counted than the plan: a past, surveys, budgets, comics."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.digest_words import contact, digest, marked, vision
from layouts.page import Page
from layouts.pieces import CIRCLED, Told, note_goal, wide, year
from layouts.press import counts, headline, listed, masthead, numbered, placed, voice

_ANSWERS = (
    "子育て支援",
    "道路の整備",
    "医療の充実",
    "防災対策",
    "高齢者福祉",
    "雇用の確保",
    "公共交通",
    "自然環境の保全",
)
_STEPS = (
    "市民アンケートの実施",
    "ワークショップの開催",
    "審議会からの答申",
    "計画案の公表",
    "パブリックコメント",
    "議会での議決",
    "中学生議会の開催",
    "団体ヒアリング",
)
_DAYS = (
    "ラジオ体操（中央公園）",
    "健康相談（保健センター）",
    "粗大ごみの収集",
    "図書館休館日",
    "防災訓練",
    "朝市",
    "子育てひろば",
)


def _goals(random: Random, content: Content, page: Page, plan: Told, under: bool = True) -> None:
    """Print the goals, with lists below them or without."""
    count = counts(random, plan.goal)
    form, mark = placed(random, count), marked(random)
    label = random.choice((plan.below, f"◇{plan.below}", ""))
    page.write(headline(random, plan))
    for place, goal in enumerate(plan.goals):
        note_goal(page, plan, goal)
        page.write(*numbered(random, count(place + 1), goal.title, form))
        page.write(*content.sentences(goal.subject, random.randint(0, 1)))
        page.write(*(listed(page, plan, place, label, mark) if under else []))


def timeline(random: Random, content: Content) -> Page:
    """How the plan came about, year by year, before or behind what it holds."""
    page, plan = Page(), digest(random, content)
    page.write(*masthead(random, content, page))
    steps = random.sample(_STEPS, random.randint(4, 7))
    dated = random.choice(
        ("{y}年{m}月　{s}", "{m}月\n{s}", "{y}.{m} {s}", "▼{y}年{m}月\n{s}", "STEP{n} {s}")
    )
    past = [
        random.choice(("計画ができるまで", "これまでの歩み", "策定の流れ", "みんなでつくりました"))
    ]
    for number, step in enumerate(steps, 1):
        text = dated.format(
            y=content.start - 2 + number // 4, m=1 + number * 2 % 12, s=step, n=number
        )
        past += text.split("\n")
    first = random.random() < 0.5
    page.write(*(past if first else []), "", *vision(random, content, page, plan), "")
    _goals(random, content, page, plan, under=random.random() < 0.7)
    page.write("", *([] if first else past), *contact(random, content))
    return page


def ranking(random: Random, content: Content) -> Page:
    """What inhabitants find important, by rank, beside the goals."""
    page, plan = Page(), digest(random, content)
    page.write(*masthead(random, content, page), "")
    form = random.choice(
        (
            "第{n}位　{a}　{p}%",
            "{n}位 {a}（{p}％）",
            "{c} {a} {p}%",
            "No.{n}　{a}",
            "{n} {a}　{p}%",
            "{n}位\n{a}\n{p}%",
        )
    )
    told = [
        random.choice(
            (
                "市民アンケート 今後重要なことは？",
                "まちの満足度ランキング",
                "アンケート結果から",
                "重要度ベスト5",
            )
        )
    ]
    for number, answer in enumerate(random.sample(_ANSWERS, 5), 1):
        line = form.format(n=number, c=CIRCLED[number - 1], a=answer, p=70 - 9 * number)
        told += line.split("\n")
    told.append(f"（回答者{random.randint(500, 2000)}人）")
    first = random.random() < 0.5
    page.write(*([*told, ""] if first else []), *vision(random, content, page, plan), "")
    _goals(random, content, page, plan)
    page.write("", *([] if first else told), *voice(random, content))
    return page


def budget(random: Random, content: Content) -> Page:
    """The budget of a year by goal: works with their amounts below each."""
    page, plan = Page(), digest(random, content)
    page.write(
        f"{year(content.start)}予算の概要",
        f"{content.title}の{plan.goal}に沿って、主な事業を紹介します。",
    )
    page.write(f"一般会計　{random.randint(98, 420)}億{random.randint(1000, 9999)}万円", "")
    count, mark = counts(random, plan.goal), random.choice(("○", "●", "・", "◆", "■"))
    sums = random.choice(("　{}万円", "……{}万円", "（{}万円）", "\n{}万円", "　{}千円"))
    total = random.random() < 0.5
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        title = f"{count(number)}　{goal.title}"
        page.write(
            title
            + (f"　{random.randint(2, 90)}億{random.randint(1000, 9999)}万円" if total else "")
        )
        for node in goal.children:
            page.element("project", node.title, "direction", "measure", optional=True)
            amount = f"{random.randint(90, 9999):,}"
            page.write(*(mark + node.title + sums.format(amount)).split("\n"))
        page.write(*content.sentences(goal.subject, 1), "")
    page.write(*contact(random, content))
    return page


def comic(random: Random, content: Content) -> Page:
    """Four pictures with what is spoken in them, then what the plan holds."""
    page, plan = Page(), digest(random, content)
    page.write(f"まんがでわかる！{content.title}")
    said = (
        "ねえねえ、総合計画って知ってる？",
        "10年後のまちの姿を決める計画だよ",
        "へえ〜、そんな計画があるんだ！",
        "わたしたちの声も入っているんだよ",
        "どんなまちになるのかな",
        "次のページを見てみよう！",
    )
    frame = random.choice(("①②③④", "1234", "", "❶❷❸❹"))
    for number in range(4):
        page.write(
            *([frame[number]] if frame else []), *said[number : number + random.randint(1, 2)]
        )
    page.write("", *vision(random, content, page, plan))
    _goals(random, content, page, plan, under=random.random() < 0.7)
    page.write(random.choice(("みんなで一緒につくっていこう！", "おしまい", "つづく")))
    return page


def calendar(random: Random, content: Content) -> Page:
    """A page of which a box holds the plan, days and events of a month around it."""
    page, plan = Page(), digest(random, content, most=5)
    month = random.randint(1, 12)
    form = random.choice(
        ("{d}日（{w}） {e}", "{d}（{w}） {e}", "{m}/{d} {e}", "{d} {w} {e}", "{d}\n{e}")
    )
    days = [
        random.choice((f"{month}月のカレンダー", f"{wide(month)}月の行事", "くらしのカレンダー"))
    ]
    for number, event in enumerate(random.sample(_DAYS, random.randint(4, 6)), 1):
        line = form.format(d=number * 4, w="日月火水木金土"[number % 7], m=month, e=event)
        days += line.split("\n")
    first = random.random() < 0.5
    page.write(*([*days, ""] if first else []), *masthead(random, content, page))
    page.write(*vision(random, content, page, plan))
    _goals(random, content, page, plan, under=random.random() < 0.6)
    page.write("", *([] if first else days), *contact(random, content))
    return page


def reply(random: Random, content: Content) -> Page:
    """A quiz and a survey of readers behind the goals, with numbers and marks of their own."""
    page, plan = Page(), digest(random, content)
    page.write(*masthead(random, content, page), "", *vision(random, content, page, plan), "")
    _goals(random, content, page, plan)
    asked = (
        [
            "読者アンケート",
            "Q1　今月号でよかった記事は？",
            "①特集　②お知らせ　③まちの話題　④健康",
            "Q2　計画を知っていましたか",
            "１．知っていた　２．知らなかった",
        ],
        [
            "クイズに答えて特産品を当てよう！",
            "問題　将来像に入っている言葉は？",
            "A 海　B 山　C 笑顔",
            "応募方法　はがきに答え、住所、氏名を記入",
            "しめきり　20日（消印有効）",
        ],
        [
            "アンケートにご協力ください",
            "1 年齢",
            "□10代　□20代　□30代以上",
            "2 計画への関心",
            "□ある　□ない",
            "3 ご意見",
        ],
        [
            "あなたの声をお聞かせください",
            "(1) お住まいの地区",
            "(2) 年代",
            "(3) 計画で力を入れてほしいこと",
        ],
    )
    page.write("", *random.choice(asked), *contact(random, content))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "timeline": timeline, "ranking": ranking, "budget": budget, "comic": comic,
    "calendar": calendar, "reply": reply,
}  # fmt: skip
