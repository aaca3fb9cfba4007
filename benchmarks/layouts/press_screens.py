"""Pages of sites and slides on a plan: accordions, tabs, menus, questions, an agenda."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.digest_words import digest, marked, vision
from layouts.page import Page
from layouts.pieces import CIRCLED, lead, note_below, note_goal, year
from layouts.press import counts, headline, listed

_MENU = (
    "くらし・手続き",
    "子育て・教育",
    "健康・福祉",
    "観光・文化",
    "産業・仕事",
    "市政情報",
    "防災・安全",
)
_SHUT = ("開く", "閉じる", "＋", "－", "▼", "開閉", "もっと見る", "")


def accordion(random: Random, content: Content) -> Page:
    """HTML of parts that open and close, each a goal; menus before and behind."""
    page, plan = Page(".html"), digest(random, content)
    page.write(
        f"<html><head><title>{content.title}｜{content.place}公式ホームページ</title></head><body>"
    )
    menu = "".join(f"<li><a href='#'>{one}</a></li>" for one in random.sample(_MENU, 5))
    page.write(f"<nav><ul>{menu}</ul></nav><main><h1>{content.title}</h1>")
    page.write(*(f"<p>{one}</p>" for one in lead(random, content)))
    page.write(*(f"<p>{one}</p>" for one in vision(random, content, page, plan)))
    page.write(f"<h2>{headline(random, plan)}</h2>")
    count, shut = counts(random, plan.goal), random.choice(_SHUT)
    head = random.choice(
        (
            "<details><summary>{}</summary>",
            "<button aria-expanded='false'>{}</button><div>",
            "<dt>{}<span>{s}</span></dt><dd>",
            "<h3><a>{}</a><i>{s}</i></h3><div>",
            "<label for='a'>{}</label><input type='checkbox'><div>",
        )
    )
    tail = {"d": "</details>", "b": "</div>", "h": "</div>", "l": "</div>"}.get(head[1], "")
    tail = "</dd>" if head.startswith("<dt>") else tail
    item = random.choice(
        ("<ul>{}</ul>|<li>{}</li>", "{}|<p>・{}</p>", "<table>{}</table>|<tr><td>{}</td></tr>")
    )
    label = random.choice((f"<h4>{plan.below}</h4>", f"<p>【{plan.below}】</p>", ""))
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(head.format(f"{count(number)}　{goal.title}", s=shut))
        page.write(
            *(f"<p>{one}</p>" for one in content.sentences(goal.subject, random.randint(0, 1)))
        )
        for node in goal.children:
            note_below(page, plan, node, bool(label))
        whole, one = item.split("|")
        page.write(
            label + whole.format("".join(one.format(node.title) for node in goal.children)), tail
        )
    page.write(
        "</main><footer><p>企画課　電話：0123-45-6789</p>",
        "<p>このページの先頭へ</p></footer></body></html>",
    )
    return page


def tabs(random: Random, content: Content) -> Page:
    """The text of a page with tabs: their names in a row, then each name again with its text."""
    page, plan = Page(), digest(random, content)
    page.write(
        *random.sample(_MENU, 4), "現在位置", f"ホーム > 市政情報 > {content.title}", content.title
    )
    page.write(*lead(random, content), *vision(random, content, page, plan), headline(random, plan))
    count, mark = counts(random, plan.goal), marked(random)
    page.write(
        *random.choice(
            (
                [count(n + 1) for n in range(len(plan.goals))],
                [goal.title for goal in plan.goals],
                [],
            )
        )
    )
    label = random.choice((plan.below, f"■{plan.below}", ""))
    for place, goal in enumerate(plan.goals):
        note_goal(page, plan, goal)
        page.write(
            "",
            f"{count(place + 1)}　{goal.title}",
            *content.sentences(goal.subject, random.randint(0, 1)),
        )
        page.write(*listed(page, plan, place, label, mark))
    page.write(
        "",
        "関連ファイル",
        f"{content.title}（PDF：2.1MB）",
        "概要版（PDF：830KB）",
        "お問い合わせ",
        "企画課",
    )
    page.write(
        *random.choice(
            (
                [],
                [
                    "このページは役に立ちましたか？",
                    "役に立った",
                    "どちらともいえない",
                    "役に立たなかった",
                ],
            )
        )
    )
    return page


def asked(random: Random, content: Content) -> Page:
    """Frequent questions of a site, one of which is answered with the goals."""
    page, plan = Page(), digest(random, content, most=5)
    page.write(f"{content.title}に関するよくある質問", "")
    ask, answer = random.choice(
        (
            ("Q{n}．", "A{n}．"),
            ("Q. ", "A. "),
            ("質問{n}　", "回答{n}　"),
            ("Q{n} ", "A "),
            ("問{n}　", "答　"),
        )
    )
    page.write(
        ask.format(n=1) + "なぜ計画が必要なのですか。",
        answer.format(n=1) + "限られた財源を有効に使うためです。",
        "",
    )
    page.element("vision", plan.vision)
    page.write(
        ask.format(n=2) + "どのようなまちを目指すのですか。",
        answer.format(n=2) + f"将来像は「{plan.vision}」です。",
        "",
    )
    told = f"次の{len(plan.goals)}つの{plan.goal}を定めています。"
    page.write(ask.format(n=3) + f"計画の{plan.goal}を教えてください。", answer.format(n=3) + told)
    count = random.choice((counts(random, plan.goal), lambda n: CIRCLED[n - 1], lambda _: "・"))
    under, mark = random.random() < 0.4, "－"
    for number, goal in enumerate(plan.goals, 1):
        note_goal(page, plan, goal)
        page.write(
            f"{count(number)}{'' if len(count(number)) < 2 else '　'}{goal.title}",
        )
        for node in goal.children if under else ():
            note_below(page, plan, node, labelled=False)
            page.write(f"　{mark}{node.title}")
    page.write(
        "",
        ask.format(n=4) + "計画はどこで見られますか。",
        answer.format(n=4) + "市役所と図書館でご覧になれます。",
    )
    page.write(
        ask.format(n=5) + "計画期間は何年ですか。",
        answer.format(n=5) + f"{year(content.start)}から{year(content.end)}までです。",
    )
    return page


def slides(random: Random, content: Content) -> Page:
    """Slides with an agenda, goals one a slide, the name of the plan and a number on each."""
    page, plan = Page(), digest(random, content)
    foot = random.choice((content.title, f"© {content.place}", f"{content.place} 企画課", ""))
    turned = random.choice(("\f", "", "---"))
    number = 0

    def slide(*lines: str) -> None:
        nonlocal number
        number += 1
        page.write(*([turned] if turned else [""]), *lines, *([foot] if foot else []), str(number))

    page.write(content.title, "住民説明会資料", f"{year(content.start - 1)}　{content.place}")
    agenda = random.sample(("計画の概要", "将来像", plan.goal, "今後の予定", "質疑応答"), 4)
    form = random.choice(("{}．{}", "{} {}", "{}) {}", "■{1}", "・{1}"))
    slide(
        random.choice(("本日の内容", "アジェンダ", "目次", "AGENDA")),
        *(form.format(n, one) for n, one in enumerate(agenda, 1)),
    )
    slide(
        "計画の概要",
        "・市の最上位計画",
        f"・計画期間：{year(content.start)}～{year(content.end)}",
        "・3層構造（基本構想・基本計画・実施計画）",
    )
    slide(*vision(random, content, page, plan))
    count, mark = counts(random, plan.goal), random.choice(("・", "●", "✓ ", "➢ ", "■ ", "○", "▶"))
    if random.random() < 0.5:
        slide(
            f"{len(plan.goals)}つの{plan.goal}",
            *(f"{count(n)}　{one.title}" for n, one in enumerate(plan.goals, 1)),
        )
    label = random.choice((plan.below, f"【{plan.below}】", ""))
    for place, goal in enumerate(plan.goals):
        note_goal(page, plan, goal)
        below = listed(page, plan, place, label, mark)
        title = f"{count(place + 1)}　{goal.title}"
        if random.random() < 0.3 and len(below) > 3:
            again = random.choice(
                ("（1/2）|（2/2）", "①|②", "|（つづき）", "（その1）|（その2）")
            ).split("|")
            slide(title + again[0], *below[:3])
            slide(title + again[1], *below[3:])
        else:
            slide(title, *below)
    slide("今後の予定", "12月　パブリックコメント", "3月　議会に上程", "4月　計画スタート")
    slide(
        random.choice(
            ("ご清聴ありがとうございました", "まとめ", "Thank you", "ご質問・ご意見をお願いします")
        )
    )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "accordion": accordion, "tabs": tabs, "asked": asked, "slides": slides,
}  # fmt: skip
