"""Pages of a municipality's magazine (広報): a plan told to everybody, between other news.

Short paragraphs, catchwords above titles, questions and answers, boxes, an interview of the mayor;
around it announcements with numbers and marks of their own, none of which is of the plan.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.pieces import (
    CIRCLED,
    FILLED,
    Told,
    note_below,
    note_goal,
    numbered,
    quoted,
    told,
    under,
    wide,
    wrapped,
    year,
)

_CATCH = (
    "安心",
    "つながり",
    "学び",
    "活力",
    "支え合い",
    "快適",
    "にぎわい",
    "未来",
    "自然",
    "協働",
)
_NEWS = (
    (
        "水道管の凍結にご注意ください",
        (
            "気温が氷点下になると、水道管が凍結しやすくなります。",
            "①露出した管を毛布などで包む",
            "②蛇口を少し開けておく",
            "▼問い合わせ　上下水道課（電話0123-45-1111）",
        ),
    ),
    (
        "確定申告の相談を受け付けます",
        (
            "▷日時　２月16日（木）～３月15日（水）午前９時～午後４時",
            "▷場所　市役所３階大会議室",
            "▷持ち物　１ 源泉徴収票　２ 印鑑　３ 通帳",
            "▷問　税務課",
        ),
    ),
    (
        "春の健康まつりを開催します",
        (
            "【日時】４月22日（土）午前10時～",
            "【場所】保健センター",
            "【内容】(1)血管年齢測定　(2)骨密度測定　(3)健康相談",
            "【申込】健康推進課☎45-2222",
        ),
    ),
    (
        "図書館からのお知らせ",
        (
            "■おはなし会　毎週土曜日　午後２時～",
            "■今月の新着図書　『星のみえる丘』ほか",
            "■休館日　毎週月曜日",
        ),
    ),
    (
        "休日当番医",
        (
            "３日（祝）　山川内科医院　☎45-3333",
            "４日（祝）　大森クリニック　☎45-4444",
            "５日（祝）　中央病院　☎45-5555",
        ),
    ),
    (
        "職員を募集します",
        (
            "◇職種　一般事務職　若干名",
            "◇受験資格　平成８年４月２日以降に生まれた人",
            "◇試験日　９月17日（日）",
            "◇申し込み　８月１日（火）までに総務課へ",
        ),
    ),
    (
        "粗大ごみの出し方が変わります",
        (
            "１．電話で申し込む",
            "２．処理券を購入する",
            "３．指定の場所に出す",
            "詳しくは環境課（内線123）へお問い合わせください。",
        ),
    ),
    (
        "交通安全運動が始まります",
        (
            "●運動期間　９月21日（木）～30日（土）",
            "●スローガン　ゆずりあう　心で走る　この道路",
            "●問　危機管理課",
        ),
    ),
)
_ASKED = (
    (
        "総合計画って何？",
        "まちの将来の姿と、それを実現するための取り組みをまとめた、市の最も基本となる計画です。",
    ),
    (
        "なぜ計画が必要なの？",
        "人口減少など大きな変化の中でも、限られた財源を有効に使い、計画的にまちづくりを進めるためです。",
    ),
    (
        "どうやって作ったの？",
        "市民アンケートやワークショップでいただいた声を基に、審議会で話し合いを重ねて作りました。",
    ),
    ("私たちにできることは？", "まずは計画を知っていただき、地域の活動に参加してみてください。"),
)


def _news(random: Random, page: Page, most: int = 2) -> None:
    """Write announcements that have nothing to do with the plan."""
    for title, lines in random.sample(_NEWS, random.randint(0, most)):
        dress = random.choice(("{}", "■{}", "●{}", "【{}】", "◆{}"))
        page.write("", dress.format(title), *lines)


def _head(random: Random, content: Content, page: Page) -> None:
    """Write what the page of a magazine has at its top."""
    month = random.randint(1, 12)
    name = f"広報{content.place[:-1]}"
    page.write(
        *random.choice(
            (
                (f"{name}　{content.start}年{month}月号　No.{random.randint(300, 990)}　6",),
                (f"{random.randint(2, 9)}", f"{name} {year(content.start)[:-2]}.{month}"),
                (f"{name}{content.start}.{month}.1",),
                (),
            )
        )
    )


def _flow(random: Random, page: Page, text: list[str]) -> None:
    """Write sentences: a line each, or in a narrow column."""
    if random.random() < 0.5:
        page.write(*text)
    else:
        page.write(*wrapped("　" + "".join(text), random.choice((16, 20, 24))))


def _intro(random: Random, content: Content, page: Page) -> None:
    catch = random.choice(
        (
            "特集　みんなで描く これからのまち",
            "これからの10年のまちづくり",
            "〈特集〉",
            "未来へつなぐまちづくり",
            "新しい計画がスタート！",
        )
    )
    page.write(
        catch,
        random.choice(
            (
                f"{content.title}がスタートします",
                f"「{content.title}」を策定しました",
                content.title,
                f"～{content.title}が始まりました～",
            )
        ),
    )
    years = content.end - content.start + 1
    _flow(
        random,
        page,
        random.choice(
            (
                [
                    f"市では、{year(content.start)}から{years}年間のまちづくりの指針となる「{content.title}」を策定しました。",
                    "その概要をお知らせします。",
                ],
                [
                    "市の目指す姿と取り組みをまとめた計画ができました。",
                    f"期間は{year(content.start)}から{year(content.end)}までです。",
                ],
                ["３月の市議会で基本構想が議決され、新しい計画が決まりました。"],
            )
        ),
    )


def _vision(random: Random, page: Page, plan: Told) -> None:
    word = random.choice(("将来像", "まちの将来像", "目指すまちの姿", "将来都市像", "めざす将来像"))
    page.element("vision", plan.vision)
    shown = quoted(random, plan.vision)
    page.write(
        *random.choice(
            (
                (word, shown),
                (f"【{word}】", shown),
                (f"◆{word}◆", shown),
                (f"{word}　{shown}",),
                (f"■{word}", shown),
                (
                    f"計画では、{word}を「{plan.vision}」とし、次の{len(plan.goals)}つの{plan.goal}に沿ってまちづくりを進めます。",
                ),
            )
        )
    )


def _goals(random: Random, content: Content, page: Page, plan: Told) -> None:
    """Write goals, each with a catchword, a short paragraph and a few titles, as chance has it."""
    heads = random.choice(
        (
            numbered(random, plan.goal),
            numbered(random, plan.goal, bare=False),
            lambda n: FILLED[n - 1],
            lambda n: FILLED[n - 1] + " ",
            lambda n: f"{plan.goal}{CIRCLED[n - 1]}　",
            lambda n: f"その{wide(n)}　",
            lambda n: f"{plan.goal}{wide(n)}\n",
        )
    )
    catch = random.random() < 0.25
    words = random.sample(_CATCH, len(_CATCH))
    below = under(random) if random.random() < 0.7 else None
    label = (
        random.choice((plan.below, f"【{plan.below}】", f"〈{plan.below}〉", f"▶{plan.below}", ""))
        if below
        else ""
    )
    count = random.randint(1, 2)
    page.write(
        random.choice(
            (plan.goal, f"{len(plan.goals)}つの{plan.goal}", f"◆{plan.goal}", f"【{plan.goal}】")
        )
    )
    inline = label == plan.below and random.random() < 0.3
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        if catch:
            page.write(words[number - 1])
        page.write(*(heads(number) + goal.title).split("\n"))
        _flow(random, page, content.sentences(goal.subject, count))
        if not below:
            continue
        for node in goal.children:
            note_below(page, plan, node, bool(label))
        if inline:
            page.write(f"{label}　" + "、".join(one.title for one in goal.children))
            continue
        page.write(*([label] if label else []))
        page.write(
            *(below(number, place) + one.title for place, one in enumerate(goal.children, 1))
        )


def article(random: Random, content: Content) -> Page:
    """A feature on the new plan, with announcements before and behind it."""
    page, plan = Page(), told(random, content)
    _head(random, content, page)
    if random.random() < 0.3:
        _news(random, page, 1)
    _intro(random, content, page)
    _vision(random, page, plan)
    _goals(random, content, page, plan)
    page.write(
        random.choice(
            (
                "問　企画課（☎45-1234）",
                "■問い合わせ　企画政策課　電話45-1234",
                "詳しくは市ホームページをご覧ください。",
            )
        )
    )
    _news(random, page)
    return page


def questions(random: Random, content: Content) -> Page:
    """Questions and answers about the plan; one answer says what it holds."""
    page, plan = Page(), told(random, content, most=5)
    _head(random, content, page)
    _intro(random, content, page)
    ask, answer = random.choice(
        (
            ("Q ", "A "),
            ("Ｑ　", "Ａ　"),
            ("Ｑ．", "Ａ．"),
            ("問　", "答　"),
            ("Q{n}. ", "A{n}. "),
            ("Ｑ{n}　", "Ａ　"),
            ("――", "市長　"),
        )
    )
    asked = list(random.sample(_ASKED, random.randint(1, 3)))
    for number, (question, said) in enumerate(asked, 1):
        page.write(ask.format(n=number) + question, answer.format(n=number) + said)
    number = len(asked) + 1
    page.write(
        ask.format(n=number)
        + random.choice(("どんなまちを目指すの？", "計画の内容は？", "具体的には何をするの？"))
    )
    page.element("vision", plan.vision)
    page.write(
        answer.format(n=number)
        + f"将来像を「{plan.vision}」と定め、{len(plan.goals)}つの{plan.goal}を掲げています。"
    )
    _goals(random, content, page, plan)
    _news(random, page, 1)
    return page


def interview(random: Random, content: Content) -> Page:
    """The mayor is asked about the plan; a box beside the interview tells its goals."""
    page, plan = Page(), told(random, content, most=5)
    _head(random, content, page)
    mayor = random.choice(("市長", "町長"))
    page.write(
        f"{mayor}インタビュー",
        random.choice(("新しい計画に込めた思い", "これからのまちづくりを聞く")),
    )
    subject = plan.goals[0].subject
    page.write("―新しい総合計画の特徴は。", f"{mayor}　" + "".join(content.sentences(subject, 2)))
    page.write(
        "―目指すまちの姿は。",
        f"{mayor}　将来像を「{plan.vision}」としました。市民の皆さんの思いが込められています。",
    )
    page.element("vision", plan.vision)
    if random.random() < 0.5:
        page.write(
            "―最後に一言お願いします。",
            f"{mayor}　皆さんと一緒にまちづくりを進めていきたいと思います。",
        )
    page.write("", f"{content.title}の概要")
    _goals(random, content, page, plan)
    _news(random, page, 1)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "article": article,
    "questions": questions,
    "interview": interview,
}
