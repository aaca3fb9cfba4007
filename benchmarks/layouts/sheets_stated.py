"""Statements cut into lines, acts that problems count as well, codes alone on their rows."""

from __future__ import annotations

from random import Random

from layouts.content import Content, Node
from layouts.page import Page
from layouts.pieces import wide, wrapped

_VISIONS = (
    "将来像",
    "まちの将来像",
    "目指す将来像",
    "めざすまちの姿",
    "将来都市像",
    "目指すべき将来像",
    "都市像",
)
_PHILOSOPHIES = ("基本理念", "まちづくりの基本理念", "計画の基本理念", "理念")
_STATES = ("目指す姿", "めざす姿", "10年後の姿", "目指すべき姿", "ありたい姿")
_ISSUES = ("現状と課題", "現況と課題", "現状・課題", "これまでの取組と課題", "主な課題", "現状")
_ACTS = (
    "施策の方向",
    "主な取組",
    "施策の内容",
    "具体的な取組",
    "施策の展開",
    "取組の方向",
    "主要施策",
)
_DRESSED = ("{}", "■{}", "【{}】", "● {}", "◆{}", "〔{}〕", "＜{}＞", "《{}》", "▼{}", "○{}")
_COUNTED = ("({})", "（{}）", "{}", "{}．", "{})")
_FEELS = (
    "ふれあう",
    "かがやく",
    "つながる",
    "支えあう",
    "笑顔あふれる",
    "夢をはぐくむ",
    "挑戦する",
)
_WHAT = (
    "水と緑が",
    "海風が",
    "人と人が",
    "歴史と文化が",
    "子どもの声が",
    "里山の恵みが",
    "ものづくりが",
)
_FACTS = (
    "人口は{count}人で、{share}年前と比べて減少しています", "{noun}の担い手が不足しています",
    "{noun}の施設が古くなり、建替えの時期を迎えています", "{noun}への関心が高まっています",
    "{noun}に関する相談が年間{count}件寄せられています",
)  # fmt: skip


def visions(random: Random, content: Content) -> Page:
    """The pages of a concept: philosophy and vision over lines, columns and spaces, then goals."""
    page = Page()
    page.write(content.title, random.choice(("基本構想", "", "第２章　計画の基本的な考え方")), "")
    dress = random.choice((*_DRESSED, "numbered", "numbered"))
    heads = [("philosophy", random.choice(_PHILOSOPHIES)), ("vision", random.choice(_VISIONS))]
    random.shuffle(heads)
    for at, (kind, name) in enumerate(heads[: random.choice((1, 2, 2))], 1):
        page.write(_head(random, dress, name, at), *([""] if random.random() < 0.4 else []))
        if random.random() < 0.4:
            page.write(*wrapped("".join(content.sentences(content.node("goal").subject, 1)), 38))
        _statement(random, content, page, kind)
        if random.random() < 0.6:
            page.write(
                "", *wrapped("".join(content.sentences(content.node("goal").subject, 2)), 38)
            )
        page.write("")
    if random.random() < 0.5:
        page.write(str(random.randint(4, 40)), "")
    page.write(_head(random, dress, random.choice(("基本目標", "まちづくりの目標")), 3))
    for at, goal in enumerate(content.tree(("goal",), 3, 5), 1):
        page.write(f"基本目標{wide(at)}　{goal.title}")
        page.element("goal", goal.title, "policy")
        if random.random() < 0.5:
            page.write(*wrapped("".join(content.sentences(goal.subject, 1)), 38))
    return page


def _head(random: Random, dress: str, name: str, at: int) -> str:
    if dress == "numbered":
        return f"{at}{random.choice(' 　.')}{name}"
    return dress.format(name)


def _statement(random: Random, content: Content, page: Page, kind: str) -> None:
    """Print a statement in two lines or more, in a column, or letter by letter."""
    first = random.choice(_WHAT) + random.choice(_FEELS)
    second = random.choice(("安らぎと", "活力と", "誇りと", "未来を拓く", "いつまでも住み続けたい"))
    place = random.choice(
        (content.place, f"まち {content.place}", "まち", f"ふるさと　{content.place}")
    )
    second += {"と": "希望の"}.get(second[-1], "") + place
    form = random.choice(
        ("lines", "lines", "column", "spaced", "tilde", "quoted", "indented", "one")
    )
    more = {}
    if form == "lines":
        page.write(first, second)
    elif form == "column":
        page.write(*wrapped(first + second, random.randint(7, 11)))
    elif form == "spaced":
        page.write(" ".join(first), " ".join(second.replace("　", "").replace(" ", "")))
    elif form == "tilde":
        page.write(
            first + second,
            f"～{random.choice(_WHAT)}{random.choice(_FEELS)}{random.choice('町里')}をめざして～",
        )
        more = {"alt": [first + second + page.lines[-1]]}
    elif form == "quoted":
        page.write(f"『{first}", f"　{second}』")
    elif form == "indented":
        page.write(f"　　　　{first}", f"　　　　　　　{second}")
    else:
        page.write(f"{first}　{second}")
    page.element(kind, first + second, "vision" if kind == "philosophy" else "philosophy", **more)


def acts(random: Random, content: Content) -> Page:
    """Sheets of measures: what problems count is no element, what is to be done is."""
    page = Page()
    head = f"{content.title}　{random.choice(('基本計画', '後期基本計画'))}"
    form = _Form(random)
    for at, measure in enumerate(content.tree(("measure", "direction"), 2, 3), 1):
        page.write(form.measure(at, measure.title), "")
        page.element("measure", measure.title, "policy")
        if form.state:
            _state(random, page, form.state, measure)
        form.issues(content, page, measure)
        form.acts(content, page, measure)
        if random.random() < 0.5:
            page.write("", str(random.randint(10, 90)), "", head, "")
    return page


def _state(random: Random, page: Page, label: str, node: Node) -> None:
    noun = random.choice(node.subject.nouns)
    told = random.choice((
        f"{noun}を身近に感じ、誰もが安心して暮らし続けることができるまちになっています",
        f"{noun}が広がり、子どもから高齢者まで、いきいきと活動しています",
        f"地域で{noun}に取り組む人が増え、次の世代に引き継がれています",
    )) + random.choice(("。", "。", ""))  # fmt: skip
    page.write(label, *wrapped(told, random.choice((16, 22, 30))), "")
    page.element("ideal-state", told, alt=[told.rstrip("。")])


class _Form:
    """How the sheets of one plan are printed."""

    def __init__(self, random: Random) -> None:
        self.random = random
        dress = random.choice(_DRESSED)
        self.state = dress.format(random.choice(_STATES)) if random.random() < 0.6 else ""
        self.problem = dress.format(random.choice(_ISSUES))
        self.act = dress.format(random.choice(_ACTS))
        self.counted = random.choice(("circled", "paren", "paren", "point", "circled"))
        self.same = random.choice(("titled", "titled", "sentence", "same"))
        self.word = random.choice(("施策", "基本施策", "第{}節", "N-N", "施策"))

    def measure(self, at: int, title: str) -> str:
        """Return the title of a sheet with its code."""
        if self.word == "N-N":
            return f"{self.random.choice('12')}-{at}　{title}"
        if "{" in self.word:
            return f"{self.word.format(at)}　{title}"
        return f"{self.word}{wide(at)}　{title}"

    def _code(self, at: int) -> str:
        return {"circled": chr(0x2460 + at - 1), "paren": f"({at})", "point": "・"}[self.counted]

    def issues(self, content: Content, page: Page, node: Node) -> None:
        """Print what is the matter, in the numbers of the acts where they are the same."""
        page.write(self.problem)
        for at in range(1, self.random.randint(2, 4)):
            noun = self.random.choice(node.subject.nouns)
            code = self._code(at)
            if self.same == "sentence":
                fact = self.random.choice(_FACTS).format(
                    noun=noun, count=self.random.randint(100, 9000), share=self.random.randint(2, 9)
                )
                page.write(*wrapped(f"{code}{fact}。", 36))
                continue
            title = noun + self.random.choice(
                ("の現状", "の推進", "の充実", "の確保", "について", "の整備", "の減少")
            )
            page.write(f"{code}{title}")
            page.write(*wrapped("".join(content.sentences(node.subject, 1)), 36))
        page.write("")

    def acts(self, content: Content, page: Page, node: Node) -> None:
        """Print what is to be done."""
        page.write(self.act)
        for at, one in enumerate(node.children, 1):
            page.write(f"{self._code(at)}{one.title}")
            page.element("direction", one.title, "measure", "project")
            if self.same != "same" and self.counted != "point":
                page.write(
                    *wrapped(f"{one.subject.nouns[0]}に取り組み、暮らしやすい環境を整えます。", 36)
                )
        page.write("")


def sparse(random: Random, content: Content) -> Page:
    """Goals, measures and acts whose decimal codes stand on rows of their own, or apart."""
    page = Page()
    page.write(content.title, "施策の体系" if random.random() < 0.4 else "基本計画", "")
    joint, apart = random.choice("--.－‐"), random.random() < 0.6
    gap = [""] * random.choice((0, 1, 1, 2))
    tree = content.tree(("goal", "measure", "direction")[: random.choice((2, 3))], 2, 4)
    for at, goal in enumerate(tree, 1):
        page.write(
            f"基本目標{at}" if random.random() < 0.5 or apart else f"基本目標{at}　{goal.title}"
        )
        if page.lines[-1].endswith(str(at)):
            page.write(goal.title)
        page.element("goal", goal.title, "policy")
        page.write(*gap)
        for place, one in enumerate(goal.children, 1):
            _coded(page, f"{at}{joint}{place}", one, apart, gap)
            for last, act in enumerate(one.children, 1):
                _coded(page, f"{at}{joint}{place}{joint}{last}", act, apart, gap)
        if random.random() < 0.5:
            page.write(str(random.randint(8, 60)), content.title, "")
    return page


def _coded(page: Page, code: str, node: Node, apart: bool, gap: list[str]) -> None:
    page.write(*((code, node.title) if apart else (f"{code}　{node.title}",)), *gap)
    page.element(node.kind, node.title, *("policy", "measure", "direction", "project"))


LAYOUTS = {"visions": visions, "acts": acts, "sparse": sparse}
