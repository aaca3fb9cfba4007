"""Pages of town magazines: the year's works by goal, a draft to comment on, pages for children."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.digest_words import CATCHWORDS, contact, digest
from layouts.page import Page
from layouts.pieces import CIRCLED, Told, note_goal, wide, wrapped, year

#: How goals are counted: by a word, a number, a sign, or a mark alone.
_COUNTS = (
    "基本目標{}　", "{} ", "{}　", "【{}】", "（{}）", "{}. ", "①", "①　", "●", "◆", "■", "★ ",
    "・", "柱{}　", "目標{} ", "ゴール{} ", "もくひょう{}　", "第{}の柱　",
)  # fmt: skip
_WORKS = ("・", "○", "◎", "[新] ", "▶", "★", "【新規】", "□", "◇")


def _count(form: str, number: int) -> str:
    return form.replace("①", CIRCLED[number - 1]).format(number)


def _head(random: Random, content: Content) -> str:
    """Print the running head of a magazine."""
    town, start = content.place[:-1], content.start
    return random.choice(
        (
            f"広報{town}　{year(start).removesuffix('度')}{random.randint(1, 12)}月号",
            f"広報 {town} {start}.{random.randint(1, 12)}　No.{random.randint(300, 1400)}",
            f"{content.place[-1]}報{town}　第{random.randint(200, 999)}号",
            f"{random.randint(2, 12)} 広報{town} {start}年{random.randint(1, 12)}月1日号",
            f"広報{town} {start}.{random.randint(1, 12)}.15",
        )
    )


def _others(random: Random, content: Content) -> list[str]:
    """Print notices that stand on the same page and tell nothing of the plan."""
    return random.sample(
        (
            f"■粗大ごみの申込みは受付センターへ　電話89-{random.randint(1000, 9999)}",
            "固定資産税の納期限は月末です。",
            f"人口と世帯　{random.randint(8000, 300000):,}人（前月比＋{random.randint(1, 90)}）",
            "図書館は月末の整理日のため休館します",
            "【広告】塗装のことならお気軽に　見積無料",
            f"{random.randint(2, 12)}　広報{content.place[:-1]}",
        ),
        random.randint(1, 3),
    )


def _amount(random: Random) -> str:
    return random.choice(
        (
            f"{random.randint(1, 9)}億{random.randint(100, 9900):,}万円",
            f"{random.randint(100, 9900):,}万円",
            f"{random.randint(10, 990)}万{random.randint(1, 9)}千円",
            f"{random.randint(100, 99000):,}千円",
        )
    )


def _vision(random: Random, page: Page, plan: Told) -> list[str]:
    page.element("vision", plan.vision)
    word = random.choice(("将来像", "めざすまちのすがた", "目指す将来像", "まちの合言葉"))
    return [word, random.choice(("{}", "「{}」", "{}")).format(plan.vision)]


def works(random: Random, content: Content) -> Page:
    """What the year's budget is spent on, by the goals of the plan."""
    page, plan = Page(), digest(random, content)
    now = year(content.start + random.randint(0, 3))
    page.write(_head(random, content))
    page.write(f"{now}の主な{random.choice(('事業', '取組', '取り組み', '施策'))}")
    page.write(random.choice((f"～{content.title}の実現に向けて～", f"{content.title}の目標別に")))
    budget = f"{random.randint(30, 980)}億{random.randint(1, 9)},000万円"
    lead = f"{now}の一般会計予算は{budget}で、前年度と比べ2.4％の増となりました。"
    page.write(*wrapped(random.choice(("", "　")) + lead, random.randint(16, 30)))
    form, mark, style = random.choice(_COUNTS), random.choice(_WORKS), random.randint(0, 3)
    if form[0] == mark[0]:
        form = "■"
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(*random.choice(([""], [])), _count(form, number) + goal.title)
        for _ in range(random.randint(2, 4)):
            title = content.named("project", goal.subject)
            page.element("project", title, "direction", "measure")
            if style == 0:
                page.write(f"{mark}{title}　{_amount(random)}")
            elif style == 1:
                page.write(f"{mark}{title}（{_amount(random)}）")
            elif style == 2:
                page.write(f"{mark}{title}", _amount(random))
                page.write(*wrapped(content.sentences(goal.subject, 1)[0], 22))
            else:
                page.write(f"{mark}{title}…{_amount(random)}")
        if random.random() < 0.3:
            page.write(f"写真：{content.named('project', goal.subject)}")
    page.write("", *_others(random, content), *contact(random, content))
    return page


def draft(random: Random, content: Content) -> Page:
    """A draft of the plan of which the magazine asks what its readers think."""
    page, plan = Page(), digest(random, content, most=6)
    page.write(_head(random, content))
    page.write(
        random.choice(
            (
                f"{content.title}（素案）への意見を募集します",
                f"ご意見をお寄せください　{content.title}（案）",
                f"パブリックコメント　{content.title}（素案）",
            )
        )
    )
    told = f"{content.place}では、{year(content.start)}からの新しい計画の策定を進めています。"
    told += "このたび素案がまとまりましたので、皆さんの意見を募集します。"
    page.write(*wrapped("　" + told, random.randint(16, 26)))
    dress = random.choice(("{}", "◆{}", "■{}", "【{}】"))
    vision = _vision(random, page, plan)
    page.write(dress.format(vision[0]), vision[1])
    label = random.choice(
        ("基本目標", "まちづくりの目標", "施策の柱", "まちづくりの柱", "政策の柱")
    )
    page.write(dress.format(label))
    form = random.choice(_COUNTS)
    if form in ("■", "◆"):
        form = "①"
    for number, goal in enumerate(plan.goals, 1):
        page.element("goal", goal.title, "policy")
        page.write(_count(form, number) + goal.title)
    month = random.randint(1, 12)
    page.write("", f"募集期間　{month}月1日から{month}月28日まで（必着）")
    page.write("閲覧場所　企画政策課、図書館、ホームページ", "対象　在住・在勤・在学の人")
    page.write("提出方法　郵送、ファクス、電子メール又は直接持参", "※電話での受付は行いません。")
    page.write(*contact(random, content), *_others(random, content))
    return page


def children(random: Random, content: Content) -> Page:
    """A page for children: questions, goals with what is done, a quiz between them."""
    page, plan = Page(), digest(random, content)
    page.write(random.choice(("こども版", "やさしい版", "ジュニア版")), content.title)
    page.write("", "みなさんは、おとなになったとき")
    page.write(f"{content.place}がどんなまちだったらいいと思いますか？")
    page.write(*_vision(random, page, plan))
    page.write("この言葉には、だれもが安心してくらせるように、という願いがこめられています。")
    form = random.choice(_COUNTS)
    form, mark = ("①　" if form in ("・", "●") else form), random.choice(("・", "●"))
    label = random.choice(("", "たとえば…", "こんなことをします"))
    quiz = random.choice(
        ("①{}　②{}　③{}", "①{} ②{} ③{}", "A {}　B {}　C {}", "１．{}　２．{}　３．{}")
    )
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write("", _count(form, number) + goal.title, *([label] if label else []))
        for _ in range(random.randint(1, 3)):
            title = content.named("project", goal.subject)
            page.element("direction", title, "project", "measure", "policy", optional=True)
            page.write(mark + title)
        if random.random() < 0.35:
            page.write(random.choice(("クイズ！", "しってる？", "もんだい")))
            page.write(f"{content.place}には公園がいくつあるでしょう？")
            unit, first = random.choice(("か所", "本", "人")), random.randint(5, 20)
            page.write(quiz.format(*(f"{first * times}{unit}" for times in (1, 3, 7))))
            page.write(*random.choice(([], ["こたえは、うらの表紙を見てね"])))
    page.write("", "あなたのアイデアを書いてみよう！")
    return page


def talked(random: Random, content: Content) -> Page:
    """A mascot asks; below the answer each goal has a number, a short word and its title."""
    page, plan = Page(), digest(random, content)
    page.write(_head(random, content), "", "特集", "", f"{content.title}がスタート", "")
    page.write("マスコット", "「そもそも総合計画ってなに？」", "", "職員")
    page.write("「これからの10年間、どんなまちを目指すかを決めたものです。」", "")
    vision = _vision(random, page, plan)
    page.write(*random.choice(([vision[0]], ["めざす", "まちの姿"])), "", vision[1], "")
    headline = random.choice(("{}つのまちづくり", "{}つの\nまちづくり", "{}つの目標", "{}つの柱"))
    page.write(*headline.format(random.choice((str, wide))(len(plan.goals))).split("\n"), "")
    words = random.sample(CATCHWORDS, len(CATCHWORDS))
    order = random.choice(("number word title", "word number title", "number title", "word title"))
    mark = random.choice(("▶", "・", "○", "☆", "▷"))
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        named = {"number": f"{number}", "word": words[number], "title": goal.title}
        page.write(*(named[one] for one in order.split()))
        for _ in range(random.randint(1, 2)):
            title = content.named("project", goal.subject)
            page.element("project", title, "direction", "measure", optional=True)
            page.write(mark + title)
        page.write("")
    page.write("市民に聞きました！", "Q. 10年後のまちに期待することは？")
    page.write(
        "「大きな公園がほしい」（30代・女性）", "「若い漁師が増えてほしい」（60代・男性）", ""
    )
    page.write(*contact(random, content), "", _others(random, content)[0], _head(random, content))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "works": works, "draft": draft, "children": children, "talked": talked,
}  # fmt: skip
