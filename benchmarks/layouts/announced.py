"""Lists that a sentence, a label or their own repetition announces, whatever their lines look like.

News of a site that counts up the goals of a plan, lists of its files with what each link adds,
leaflets that print the field beside each goal, features with the works in line behind a label.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.page import Page
from layouts.pieces import CIRCLED, ROMAN, lead, wide, wrapped

_FIELDS = (
    "子育て・教育", "健康・福祉", "産業・観光", "環境・景観", "防災・防犯", "都市基盤",
    "文化・スポーツ", "行財政運営", "人権・協働", "農林業",
)  # fmt: skip
_BRACKETS = ("（{}）", "({})", "【{}】", "［{}］", "〔{}〕", "＜{}＞", "<{}>", "〈{}〉")
#: What a level is called in a sentence, its kind and what else is right.
_CALLED = (
    ("基本目標", "goal", ()),
    ("基本目標", "goal", ()),
    ("まちづくりの基本目標", "goal", ()),
    ("まちづくりの目標", "goal", ()),
    ("まちづくりの柱", "goal", ("policy",)),
    ("基本方針", "policy", ("goal",)),
)
_SENTENCES = (
    "この将来像を実現するため、次の{count}つの{word}を掲げ、計画的にまちづくりを進めます。",
    "計画では、以下の{count}つの{word}を定めています。",
    "将来像の実現に向けて、{count}つの{word}を設定し、各分野の施策に取り組みます。",
    "まちの将来像を実現するために、次の{count}つの{word}に沿って施策を展開していきます。",
    "また、{count}つの{word}を掲げ、市民の皆さんとともに取り組みます。",
    "{word}は次の{count}つです。",
    "その実現のため、次に掲げる{count}つの{word}のもと、取組を進めてまいります。",
)


def _digit(random: Random) -> Callable[[int], str]:
    kanji = random.choice((str, wide, str, lambda number: "〇一二三四五六七八九"[number]))
    return kanji


def _begun(random: Random) -> Callable[[int], str]:
    """How the lines of the list begin: by number, by mark, or with nothing."""
    mark = random.choice("・○●■◆◇")
    forms: list[Callable[[int], str]] = [
        lambda _: "",
        lambda _: "",
        lambda _: mark,
        lambda _: f"{mark} ",
        lambda n: f"{n}. ",
        lambda n: f"{wide(n)}　",
        lambda n: f"（{wide(n)}）",
        lambda n: CIRCLED[n - 1],
        lambda n: f"{ROMAN[n - 1]}　",
        lambda n: f"{n} ",
    ]
    return random.choice(forms)


def news(random: Random, content: Content) -> Page:
    """News of a site: what the plan is, its vision, and the goals below a sentence."""
    page = Page()
    word, kind, also = random.choice(_CALLED)
    goals = [content.node("goal") for _ in range(random.randint(3, 7))]
    page.write(random.choice((f"{content.title}を策定しました", f"「{content.title}」がスタート")))
    if random.random() < 0.5:
        page.write(f"更新日：{content.start}年4月1日")
    page.write(*lead(random, content))
    if random.random() < 0.6:
        _vision(random, content, page)
    page.write(random.choice(_SENTENCES).format(count=_digit(random)(len(goals)), word=word))
    if random.random() < 0.4:
        page.write("")
    _list(random, page, goals, kind, also)
    if random.random() < 0.4:
        page.write("")
    page.write(
        *random.sample(
            (
                "計画の内容は、次のファイルからご覧いただけます。",
                "計画書は市役所情報コーナー、図書館などで閲覧できます。",
                "皆さんのご理解とご協力をお願いします。",
                "今後は、この計画に基づき、各種の施策を進めてまいります。",
            ),
            random.randint(1, 2),
        )
    )
    if random.random() < 0.5:
        page.write("お問い合わせ先", "企画部企画政策課", "電話番号：0123-45-6789")
    return page


def _vision(random: Random, content: Content, page: Page) -> None:
    """Print the vision below or behind its label."""
    vision = content.style.vision(content.place).removesuffix(f" {content.place}")
    label = random.choice(("将来像", "まちの将来像", "めざすまちの姿", "将来都市像"))
    page.element("vision", vision)
    page.write(
        *random.choice(
            (
                (label, vision),
                (f"【{label}】", f"「{vision}」"),
                (f"＜{label}＞", vision),
                (f"{label}：", f"「{vision}」"),
                (f"■{label}：{vision}",),
                (f"{label}「{vision}」",),
                (f"計画では、{label}を「{vision}」としました。",),
            )
        )
    )


def _list(random: Random, page: Page, goals: list[Node], kind: str, also: tuple[str, ...]) -> None:
    """Write the titles of a list: with a field in brackets before or behind each, or without."""
    begun = _begun(random)
    bracket, quote = random.choice(_BRACKETS), random.choice(("{}", "{}", "{}", "「{}」", "『{}』"))
    where = random.choice(("none", "behind", "behind", "before"))
    gap = random.choice(("", "", " ", "　"))
    named = random.sample(_FIELDS, len(goals))
    apart = random.random() < 0.2
    for number, (goal, name) in enumerate(zip(goals, named, strict=True), 1):
        field, title = bracket.format(name), quote.format(goal.title)
        whole = {"none": title, "behind": title + gap + field, "before": field + gap + title}
        page.element(kind, goal.title, *also)
        page.write(begun(number) + whole[where])
        if apart:
            page.write("")


def files(random: Random, content: Content) -> Page:
    """A page of files: each part of the plan with what the link adds behind it."""
    page = Page()
    page.write(content.title, *lead(random, content))
    page.write(random.choice(("計画書（分割版）", "ダウンロード", "各章のファイル", "本編")))
    added = _added(random, content)
    parts = ["表紙・目次", "計画の策定に当たって", "まちの現状と課題"][: random.randint(0, 3)]
    word, kind, also = random.choice(
        (("基本目標", "goal", ()), ("政策", "policy", ("goal",)), ("基本方針", "policy", ("goal",)))
    )
    digit = random.choice((str, wide))
    between = random.choice(("　", " ", "：", "　"))
    mark = random.choice(("", "", "・", "■ "))
    page.write(*(mark + part + added() for part in parts))
    for number in range(1, random.randint(4, 7)):
        goal = content.node("goal")
        page.element(kind, goal.title, *also)
        page.write(f"{mark}{word}{digit(number)}{between}{goal.title}{added()}")
    if random.random() < 0.6:
        page.write(f"{mark}資料編{added()}")
    return page


def _added(random: Random, content: Content) -> Callable[[], str]:
    """What the page adds behind each of its links: size, kind of file, pages, date, remark."""

    def size() -> str:
        if whole:
            return f"{random.randint(100, 9999)}{small}"
        return f"{random.randint(1, 29)}.{random.randint(0, 99)}{large}"

    whole = random.random() < 0.5
    small, large = random.choice(
        (("KB", "MB"), ("キロバイト", "メガバイト"), ("kb", "mb"), ("Ｋバイト", "Ｍバイト"))
    )
    bracket = random.choice(_BRACKETS)
    form = random.choice(
        ("PDF：{}", "{}", "PDF {}", "PDF形式／{}", "ファイル：{}", "PDF形式、{}", "サイズ：{}")
    )
    remark = random.choice(
        ("", "", "", "（別ウィンドウで開きます）", "(外部リンク)", "　新しいウインドウで開きます")
    )
    gap = random.choice(("", "", " ", "　"))
    manner = random.randint(0, 6)
    if manner < 4:
        return lambda: gap + bracket.format(form.format(size())) + remark
    if manner == 4:  # without brackets
        return lambda: f" PDF {size()}" + remark
    if manner == 5:
        month = f"{content.start}年{random.randint(1, 12)}月"
        return lambda: gap + bracket.format(f"{month}{random.randint(1, 28)}日更新")
    return lambda: f"{gap}[PDF] {bracket.format(size())}"


def leaflet(random: Random, content: Content) -> Page:
    """A leaflet: the field in brackets beside each quoted goal, a few marked measures below."""
    page = Page()
    page.write(f"{content.title}　概要版", *lead(random, content)[:1])
    if random.random() < 0.5:
        _vision(random, content, page)
    word = random.choice(("基本目標", "目標", "政策目標", "基本目標"))
    digit, bracket = random.choice((str, wide)), random.choice(_BRACKETS)
    quote = random.choice(("「{}」", "『{}』", "{}", "{}"))
    gap, mark = random.choice(("", " ", "　")), random.choice("・○●◆✔")
    manner = random.choice(("between", "between", "behind", "above"))
    goals = [content.node("goal") for _ in range(random.randint(3, 6))]
    label = random.choice(("", "主な取組", "主な施策", "取組の方向"))
    for number, (goal, name) in enumerate(
        zip(goals, random.sample(_FIELDS, len(goals)), strict=True), 1
    ):
        field, title = bracket.format(name), quote.format(goal.title)
        code = f"{word}{digit(number)}{gap or '　'}"
        page.element("goal", goal.title, *(["policy"] if word == "政策目標" else []))
        page.write(
            *{
                "between": (code + field + gap + title,),
                "behind": (code + title + gap + field,),
                "above": (code + field, title),
            }[manner]
        )
        if label:
            page.write(label)
        for _ in range(random.randint(2, 4)):
            measure = content.node("measure")
            page.element("measure", measure.title, "direction", "project", "policy")
            page.write(mark + measure.title)
    return page


def feature(random: Random, content: Content) -> Page:
    """A feature of a magazine: goals with a sentence each, works in line behind a label."""
    page = Page()
    page.write(f"特集　{content.title}", *lead(random, content)[:2])
    word = random.choice(("基本目標", "目標", "まちづくりの柱", "基本目標"))
    digit = random.choice((str, wide))
    label, kind, also = random.choice(
        (
            ("主な取組", "project", ("direction", "measure")),
            ("主な取り組み", "project", ("direction", "measure")),
            ("主な事業", "project", ()),
            ("主要事業", "project", ()),
            ("具体的な取組", "project", ("direction", "measure")),
            ("主な施策", "measure", ("direction", "project")),
            ("取組", "project", ("direction", "measure")),
        )
    )
    dressed = random.choice(
        ("{}：", "【{}】", "■{}　", "〈{}〉", "◎{}／", "［{}］ ", "▶{}：", "{}　", "＜{}＞", "{}… ")
    ).format(label)
    between = random.choice(("、", "、", "・", "／", " / ", "，", "　", "；"))
    end = random.choice(("", "", "", "など", "　ほか", "　など"))
    width = random.choice((99, 99, 26, 34, 40))
    body = random.random() < 0.7
    for number in range(1, random.randint(4, 6)):
        goal = content.node("goal")
        also_goal = ["policy"] if "柱" in word else []
        page.element("goal", goal.title, *also_goal)
        page.write(f"{word}{digit(number)}　{goal.title}")
        if body:
            text = "".join(content.sentences(goal.subject, random.randint(1, 2)))
            page.write(*wrapped(text, width))
        names = _works(random, content, kind, between)
        for name in names:
            page.element(kind, name, *also)
        text = dressed + between.join(names) + end
        page.write(*wrapped(text, width))
    return page


def _works(random: Random, content: Content, kind: str, between: str) -> list[str]:
    """Draw names in which the sign that parts them does not stand."""
    found: list[str] = []
    while len(found) < random.randint(2, 4):
        name = content.node(kind).title
        if not set("、，・／/　；をー ").intersection({*between, " "} & set(name)):
            found.append(name)
    return found


LAYOUTS = {"news": news, "files": files, "leaflet": leaflet, "feature": feature}
