"""Plans in plain words: editions for children with readings in brackets, plans of small places."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_press import Press, number

_READINGS = {
    "基本目標": "きほんもくひょう", "目標": "もくひょう", "未来": "みらい", "地域": "ちいき",
    "将来像": "しょうらいぞう", "取組": "とりくみ", "市民": "しみん", "文化": "ぶんか",
    "産業": "さんぎょう",
    "健やか": "すこやか", "育": "はぐく", "安心": "あんしん", "支援": "しえん", "推進": "すいしん",
    "環境": "かんきょう", "暮": "く", "学": "まな", "組": "く", "考": "かんが", "話": "はなし",
    "町": "まち", "市": "し", "村": "むら", "守": "まも", "交通": "こうつう", "取": "と",
    "充実": "じゅうじつ",
    "整備": "せいび", "活用": "かつよう", "防災": "ぼうさい", "子育": "こそだ", "促進": "そくしん",
}  # fmt: skip
_LABELS = (
    "取り組むこと", "こんなことをします", "こんなことに取り組みます", "これからすること",
    "{place}がすること", "おもな取組", "{kind}が取り組むこと",
)  # fmt: skip
_VISION = (
    "わたしたちの{kind}は、こんなまちをめざします", "わたしたちがめざす{kind}の姿", "まちの将来像",
    "こんなまちをめざします", "みんながめざす{kind}の姿", "{kind}の将来像", "めざす{kind}の姿",
)  # fmt: skip
_VOICES = ("遊べる公園がほしいな。", "バスがふえるとうれしいです。", "お祭りをのこしたいです。")
_QUIZ = ("クイズ！ 人口は何人でしょう？ ①約1万人 ②約2万人 ③約3万人", "もっと知りたい人はこちら")
_IDEAL = ("10年後のすがた", "10年後の姿", "こんな姿をめざします", "めざす姿", "目指す姿")
_STATES = ("{noun}が広がり、笑顔で暮らしています。", "だれもが{noun}に親しんでいます。")
_EVERYBODY = ("みんなでできること", "地域で取り組むこと", "一人ひとりができること", "住民の役割")
_HABITS = ("声をかけ合いましょう。", "家族で話し合いましょう。", "できることから始めましょう。")
_NUMBERS = ("基本目標{n}", "目標{n}", "目標{w}", "柱{n}", "めざすまち{n}", "まちづくりの目標{n}")
_BELOW = ("（{n}）", "（{w}）", "{p} ", "（{n}）　", "{c} ", "施策{n} ")
_DRESS = ("{}", "＜{}＞", "【{}】", "■{}", "◆{}", "○{}")
_WORDS = re.compile("|".join(sorted(_READINGS, key=len, reverse=True)))


def _read(text: str) -> str:
    return _WORDS.sub(lambda found: f"{found[0]}（{_READINGS[found[0]]}）", text)


def children(random: Random, content: Content) -> Page:
    """An edition for children: goals with readings behind their words, voices, a quiz."""
    page = Page()
    told = _read if random.random() < 0.8 else str
    dense = random.random() < 0.5  # titles with readings, too, and not only labels

    def title(text: str) -> str:
        return told(text) if dense else text

    kind = content.place[-1]
    names = {"place": content.place, "kind": kind}
    page.write(content.title, told("こども版"), "", told("みんなで未来を考えよう！"))
    vision = content.named("vision", content.node("goal").subject)
    page.element("vision", vision)
    page.write(told(random.choice(_VISION).format(**names)))
    page.write(random.choice(("「{}」", "{}", "『{}』")).format(title(vision)), "")
    page.write(told(random.choice(("めざすまちの目標", "まちづくりの目標", "基本目標"))))
    form, between = random.choice(_NUMBERS), random.choice(("　", "\n", " ", "\n"))
    labels = random.sample(_LABELS, random.randint(1, 2))
    dress = random.choice(_DRESS)
    for place in range(1, random.randint(3, 6) + 1):
        goal = content.node("goal")
        page.element("goal", goal.title, "policy")
        page.write(*f"{told(number(form, (place,)))}{between}{title(goal.title)}".split("\n"))
        if random.random() < 0.7:
            page.write(dress.format(told(random.choice(labels).format(**names))))
            for _ in range(random.randint(2, 3)):
                work = content.named("direction", goal.subject)
                page.element("direction", work, "measure", "project", "policy")
                page.write("・" + title(work))
        if random.random() < 0.6:
            page.write(f"「{random.choice(_VOICES)}」")
        if random.random() < 0.3:
            page.write(told(random.choice(_QUIZ)))
    page.write("", told("おうちの人と話してみよう。"))
    return page


def spoken(random: Random, content: Content) -> Page:
    """A plan of a small place: what it will be like, what the place does, what everybody can."""
    page = Page()
    press = Press(random, page, content.title, "第2部　基本計画")
    kind = content.place[-1]
    names = {"place": content.place, "kind": kind}
    press.line(content.title, "")
    vision = content.named("vision", content.node("goal").subject)
    page.element("vision", vision)
    press.line(random.choice(_VISION).format(**names), vision, "")
    form, below = random.choice(_NUMBERS), random.choice(_BELOW)
    label, everybody = random.choice(_LABELS).format(**names), random.choice(_EVERYBODY)
    ideals, dress = random.sample(_IDEAL, random.randint(1, 2)), random.choice(_DRESS[1:])
    for place, goal in enumerate(content.tree(("goal", "measure"), 2, 4), 1):
        page.element("goal", goal.title, "policy")
        press.line(f"{number(form, (place,))}　{goal.title}")
        if random.random() < 0.7:
            press.paragraph(content.sentences(goal.subject, random.randint(1, 2)))
        for inner, measure in enumerate(goal.children, 1):
            page.element("measure", measure.title, "policy")
            press.line(number(below, (place, inner)) + measure.title)
            ideal = random.choice(ideals)
            press.line(ideal if random.random() < 0.3 else dress.format(ideal))
            state = random.choice(_STATES).format(noun=random.choice(measure.subject.nouns))
            page.element("ideal-state", state, "vision", "goal")
            press.paragraph([state])
            press.line(dress.format(label))
            for _ in range(random.randint(2, 3)):
                work = content.named("direction", measure.subject)
                page.element("direction", work, "project", "measure")
                press.item(work, "・")
            press.line(dress.format(everybody))
            press.line(*("・" + one for one in random.sample(_HABITS, 2)))
        press.gap()
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"children": children, "spoken": spoken}
