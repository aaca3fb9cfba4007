"""Double pages of a magazine on a plan: boxes in any order, columns, goals within sentences."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.digest_words import CATCHWORDS, FIELDS, asides, digest, inline, marked, vision
from layouts.page import Page
from layouts.pieces import CIRCLED, FILLED, Told, lead, note_below, note_goal, wide, wrapped, year

_WHO = ("農業", "会社員", "高校生", "大学生", "商店主", "子育て中", "自治会長", "移住者")
_NAMES = ("浜野", "大沢", "小田", "森山", "沖", "谷口", "川端", "辻")
_SAYS = (
    "公園が増えるとうれしいです。", "夜も安心して歩けるまちになってほしい。",
    "いつか帰って来たいです！", "子どもたちの声が聞こえる商店街にしたいですね。",
    "バスがもっと便利になると助かります。",
)  # fmt: skip
#: How many goals there are, as a headline has it.
HEADLINES = (
    "{n}つの{word}", "{n}つのまちづくり", "まちづくりの{n}本柱", "{n}つの柱", "{n}つの約束",
    "{word}", "{n}つの目標で進めます", "目指すのは、{n}つのまち", "{n}つの分野で取り組みます",
)  # fmt: skip


def masthead(random: Random, content: Content, page: Page) -> list[str]:
    """Draw how a feature opens: magazine, catch phrase, name of the plan, which is noted."""
    stem = content.place[:-1]
    page.expected |= {"title": content.title, "municipality": content.place}
    head = random.choice(
        (
            [f"広報{stem}　{content.start}年{random.randint(1, 12)}月号", "6"],
            [f"{random.randint(2, 8)} 広報{stem} {content.start}.{random.randint(1, 12)}"],
            ["特集"], ["特集1"], ["保存版"], ["PICK UP"], ["巻頭特集"], [],
        )
    )  # fmt: skip
    call = random.choice(
        (
            ["わたしたちのまちは、どこへ向かう？"], ["未来の地図を広げよう"],
            ["このまちで、これからも。"],            ["「住み続けたい」をかたちに"], [],
        )
    )  # fmt: skip
    name = random.choice(
        (
            "{}",
            "{}が始まります",
            "{}がスタート！",
            "～{}～",
            "教えて！{}",
            "「{}」ができました",
            "{}のあらまし",
        )
    ).format(content.title)
    return [*head, *call, name]


def voice(random: Random, content: Content) -> list[str]:
    """Draw what an inhabitant says, and who it is."""
    people = f"{content.place[-1]}民の声"
    who = f"{random.choice(_WHO)}・{random.choice(_NAMES)}さん"
    aged = f"{random.choice(_NAMES)}さん（{random.choice((20, 30, 40, 70))}代）"
    said = random.choice(_SAYS)
    return list(
        random.choice(
            (
                (f"{people}　{who}", said), (said, who), (f"「{said.rstrip('。')}」", aged),
                ("VOICE", who, said), (f"{aged}「{said}」",), (f"＼{said.rstrip('。！')}！／",),
            )
        )
    )  # fmt: skip


def headline(random: Random, plan: Told) -> str:
    """Draw the line above all goals."""
    text = random.choice(HEADLINES).format(n=len(plan.goals), word=plan.goal)
    return random.choice(("{}", "{}", "■{}", "【{}】", "◆{}◆", "＼{}／")).format(text)


def listed(page: Page, plan: Told, place: int, label: str, mark: str) -> list[str]:
    """Print and note what stands below a goal."""
    children = plan.goals[place].children
    for node in children:
        note_below(page, plan, node, bool(label))
    return [*([label] if label else []), *((mark or "・") + node.title for node in children)]


def counts(random: Random, word: str) -> Callable[[int], str]:
    """Return how a box is numbered: in a circle, in large letters, with a word, in English."""
    short = word.removeprefix("まちづくりの").removeprefix("基本")
    forms: tuple[Callable[[int], str], ...] = (
        lambda n: CIRCLED[n - 1], lambda n: FILLED[n - 1], lambda n: f"{n}", lambda n: f"0{n}",
        lambda n: f"{word}{n}", lambda n: f"{word}{wide(n)}", lambda n: f"{word} {CIRCLED[n - 1]}",
        lambda n: f"{short}{wide(n)}", lambda n: f"GOAL {n}", lambda n: f"GOAL0{n}",
        lambda n: f"＃{n}", lambda n: f"POINT {n}", lambda n: f"その{n}", lambda n: f"PLAN.{n}",
    )  # fmt: skip
    return random.choice(forms)


def numbered(random: Random, count: str, title: str, form: str) -> list[str]:
    """Set a number before its title, above it, below it, behind it, or in two lines above it."""
    if form == "split" and len(count) > 2:
        cut = next((at for at, one in enumerate(count) if not one.isalpha()), len(count))
        return [count[:cut], count[cut:].strip(), title]
    if form in ("above", "split"):
        return [count, title]
    if form == "below":
        return [title, count]
    if form == "behind":
        return [f"{title}　{count}"]
    return [f"{count}{random.choice(('　', ' '))}{title}"]


def placed(random: Random, count: Callable[[int], str]) -> str:
    """Choose where numbers stand; behind or below only where they say what they count."""
    worded = len(count(1)) > 3
    return random.choice(("above", "before", "split", "before", *(("below", "behind") * worded)))


def scattered(random: Random, content: Content) -> Page:
    """Boxes over two pages, which extraction gives back in another order than they count."""
    page, plan = Page(), digest(random, content, least=4)
    page.write(*masthead(random, content, page), "", *vision(random, content, page, plan), "")
    page.write(headline(random, plan))
    count = counts(random, plan.goal)
    form, mark = placed(random, count), marked(random)
    label = random.choice((plan.below, f"【{plan.below}】", f"▼{plan.below}", "", ""))
    order = list(range(len(plan.goals)))
    if random.random() < 0.5:
        order = order[::2] + order[1::2]
    else:
        random.shuffle(order)
    gap, told = [""] * random.randint(0, 1), random.random() < 0.4
    for place in order:
        goal = plan.goals[place]
        note_goal(page, plan, goal)
        page.write(*numbered(random, count(place + 1), goal.title, form))
        page.write(*(content.sentences(goal.subject, 1) if told else []))
        page.write(*listed(page, plan, place, label, mark), *gap)
        page.write(*(asides(random, content) if random.random() < 0.2 else []))
    page.write(*voice(random, content))
    return page


def icons(random: Random, content: Content) -> Page:
    """Goals whose icons are lost: a headline, then names with a line or two of what they mean."""
    page, plan = Page(), digest(random, content)
    page.write(*masthead(random, content, page), "", *vision(random, content, page, plan), "")
    named = len(plan.goals)
    page.write(
        random.choice(
            (f"{named}つの{plan.goal}", f"{named}つのまちづくり", f"まちづくりの{named}本柱")
        )
    )
    drawn = random.choice(("", "", "\ue001", "\uf0a4", "□", "〓"))
    told, field = random.randint(0, 1), random.random() < 0.3
    fields = random.sample(FIELDS, len(FIELDS))
    gap = [""] if random.random() < 0.6 or not told else []
    for number, goal in enumerate(plan.goals):
        note_goal(page, plan, goal)
        page.write(*gap, drawn + (" " if drawn else "") + goal.title)
        page.write(*([f"［{fields[number]}］"] if field else []))
        page.write(*content.sentences(goal.subject, told))
    page.write("", *voice(random, content))
    return page


def columns(random: Random, content: Content) -> Page:
    """Two columns side by side on the same rows: goals with sentences that narrow columns break."""
    page, plan = Page(), digest(random, content, least=4)
    page.write(*masthead(random, content, page), *vision(random, content, page, plan))
    page.write(headline(random, plan), "")
    count, width, mark = counts(random, plan.goal), random.choice((17, 20, 23)), marked(random)
    label = random.choice((plan.below, f"【{plan.below}】", f"●{plan.below}"))
    form = random.choice(("above", "before"))
    boxes: list[list[str]] = []
    for place, goal in enumerate(plan.goals):
        note_goal(page, plan, goal)
        box = [part for one in numbered(random, count(place + 1), goal.title, form)
               for part in wrapped(one, width + 6)]  # fmt: skip
        box += wrapped("　" + content.sentences(goal.subject, 1)[0], width)
        box += [part for one in listed(page, plan, place, label, mark)
                for part in wrapped(one, width + 6)]  # fmt: skip
        boxes.append([*box, ""])
    half = (len(boxes) + 1) // 2
    left = [line for box in boxes[:half] for line in box]
    right = [line for box in boxes[half:] for line in box]
    edge = 2 * width + random.choice((14, 18))
    for at in range(max(len(left), len(right))):
        cells = [one[at] if at < len(one) else "" for one in (left, right)]
        drawn = sum(1 + (one > "\u2e80") for one in cells[0])
        page.write(f"{cells[0]}{' ' * (edge - drawn)}{cells[1]}".rstrip())
    return page


def message(random: Random, content: Content) -> Page:
    """The mayor writes of the plan: the goals stand within sentences, counted or behind another."""
    page, plan = Page(), digest(random, content, most=5)
    town = content.place[-1]
    page.write(
        random.choice(
            (
                f"{town}長メッセージ",
                f"{town}長あいさつ",
                "ごあいさつ",
                f"新しい{town}づくりに向けて",
            )
        )
    )
    page.write(*random.choice(([f"{content.place}長　山田 一郎"], [])))
    page.write(f"　このたび、「{content.title}」を策定しました。", *lead(random, content)[:1])
    page.element("vision", plan.vision)
    page.write(
        f"　計画では、{random.choice(('将来像', '将来都市像'))}を「{plan.vision}」と定めました。"
    )
    for goal in plan.goals:
        note_goal(page, plan, goal)
    named, many = [f"「{goal.title}」" for goal in plan.goals], len(plan.goals)
    ways = ("第{k}に", "{k}つ目は", "{w}{n}は")
    way = random.choice((*ways, "at once", "to be"))
    if way in ways:
        page.write(f"　将来像の実現に向けて、{many}つの{plan.goal}を掲げています。")
        for number, quoted in enumerate(named, 1):
            begun = way.format(k="一二三四五"[number - 1], n=wide(number), w=plan.goal)
            told = content.sentences(plan.goals[number - 1].subject, random.randint(0, 1))
            page.write(f"　{begun}{'、' if way[0] == '第' else ''}{quoted}です。" + "".join(told))
    elif way == "at once":
        page.write(f"　この実現のため、{'、'.join(named)}の{many}つを{plan.goal}としました。")
    else:
        page.write(f"　{plan.goal}は、{''.join(named)}の{many}つです。")
    page.write("　皆様と力を合わせて取り組んでまいりますので、ご理解とご協力をお願いいたします。")
    return page


def catch(random: Random, content: Content) -> Page:
    """Each goal under a catch phrase of its own, in quotes, with strokes or as a question."""
    page, plan = Page(), digest(random, content)
    page.write(
        *masthead(random, content, page),
        *vision(random, content, page, plan),
        headline(random, plan),
    )
    count = counts(random, plan.goal)
    dress = random.choice(("～{}～", "“{}”", "＼{}！／", "――{}", "# {}", "#{}", "{}。"))
    above, style = random.random() < 0.6, random.choice(("list", "inline", "none"))
    label, mark = random.choice((plan.below, f"［{plan.below}］")), marked(random)
    words = random.sample(CATCHWORDS, len(CATCHWORDS))
    for place, goal in enumerate(plan.goals):
        note_goal(page, plan, goal)
        slogan, title = dress.format(words[place]), f"{count(place + 1)}　{goal.title}"
        page.write(*((slogan, title) if above else (title, slogan)))
        page.write(*content.sentences(goal.subject, random.randint(0, 1)))
        if style == "list":
            page.write(*listed(page, plan, place, label, mark))
        elif style == "inline":
            for node in goal.children:
                note_below(page, plan, node, labelled=True)
            page.write(label, inline(random, [node.title for node in goal.children]))
    page.write(f"計画期間：{year(content.start)}～{year(content.end)}")
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "scattered": scattered, "icons": icons, "columns": columns, "message": message, "catch": catch,
}  # fmt: skip
