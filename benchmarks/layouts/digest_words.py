"""What digests of a plan share: titles in many manners, how goals are counted, what is no plan.

Whoever cuts a plan down to a sheet, a feature or a page words the goals anew, counts them in ways
that the plan does not know, and puts around them what draws the eye.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.page import Page
from layouts.pieces import CIRCLED, FILLED, ROMAN, Told, told, wide

FIELDS = (
    "子育て・教育", "健康・福祉", "産業・観光", "環境・景観", "防災・防犯", "都市基盤",
    "文化・スポーツ", "行財政", "人権・協働", "農林業", "保健・医療", "移住・定住",
)  # fmt: skip
CATCHWORDS = (
    "育つ", "守る", "つながる", "にぎわう", "潤う", "支える", "備える", "ひらく", "暮らす", "創る",
)  # fmt: skip
_WHO = (
    "みんな", "子ども", "若者", "一人ひとり", "誰も", "まち", "人", "地域", "市民", "ふるさと",
)  # fmt: skip
_DONE = (
    "健やか", "のびのび", "いきいき", "安心して", "心豊かに", "元気に", "ともに", "笑顔で",
    "穏やかに", "いつまでも",
)  # fmt: skip
_DOES = (
    "暮らせる", "学べる", "働ける", "輝ける", "育つ", "支え合える", "過ごせる", "活躍できる",
)  # fmt: skip
_THINGS = (
    "緑", "水辺", "歴史", "産業", "文化", "命", "暮らし", "絆", "夢", "安全", "農", "学び",
)  # fmt: skip
_MANNERS = (
    "{who}が{done}{does}まち",
    "{thing}を守り、{who}が{does}まちづくり",
    "{thing}と{who}を育みます",
    "{thing}あふれる{place}",
    "{thing}を生かした{work}づくり",
    "{done}{does}{where}をつくる",
    "{thing}　{who}　{done}{does}まち",
    "{who}に選ばれる{thing}のまち",
    "{thing}の{act}",
)
_PLACES, _WORKS = ("都市", "まち", "里", "郷"), ("しごと", "ひと", "くらし")
_WHERE, _ACTS = ("環境", "地域", "社会"), ("創造", "継承", "再生", "共創", "充実")


def digest(random: Random, content: Content, least: int = 3, most: int = 6) -> Told:
    """Draw a plan whose goals are worded in one manner, or two."""
    plan = told(random, content, least, most)
    if random.random() < 0.3:
        return plan
    manners = random.sample(_MANNERS, random.choice((1, 2)))
    goals: list[Node] = []
    while len(goals) < len(plan.goals):
        title = random.choice(manners).format(
            who=random.choice(_WHO), done=random.choice(_DONE), does=random.choice(_DOES),
            thing=random.choice(_THINGS), place=random.choice(_PLACES), work=random.choice(_WORKS),
            where=random.choice(_WHERE), act=random.choice(_ACTS),
        )  # fmt: skip
        if title not in {goal.title for goal in goals}:
            goals.append(plan.goals[len(goals)]._replace(title=title))
    return plan._replace(goals=goals)


def counter(random: Random, word: str) -> Callable[[int], str]:
    """Return how goals are counted on this page; where a title follows, it has to be set off."""
    english = random.choice(("Goal", "GOAL", "MISSION", "Vision", "Target", "Action", "Step"))
    short = word.removeprefix("まちづくりの").removeprefix("基本")
    forms: tuple[Callable[[int], str], ...] = (
        lambda n: f"{n}",
        lambda n: f"0{n}",
        lambda n: wide(n),
        lambda n: ROMAN[n - 1],
        lambda n: CIRCLED[n - 1],
        lambda n: FILLED[n - 1],
        lambda n: f"{word}{wide(n)}",
        lambda n: f"{word} {n}",
        lambda n: f"{word}0{n}",
        lambda n: f"{word}{CIRCLED[n - 1]}",
        lambda n: f"{word}{ROMAN[n - 1]}",
        lambda n: f"{short}{wide(n)}",
        lambda n: f"{english} {n}",
        lambda n: f"{english}{n}",
        lambda n: f"{english} 0{n}",
        lambda n: f"その{wide(n)}",
        lambda n: f"【{word}{n}】",
    )
    return random.choice(forms)


def marked(random: Random) -> str:
    """Draw the mark that stands before each title of a list; nothing, now and then."""
    return random.choice(
        ("・", "・", "・ ", "● ", "○", "▶", "▶ ", "◆", "■ ", "✓ ", "➤", "◎", "＊", "")
    )


def inline(random: Random, titles: list[str]) -> str:
    """Write titles behind one another."""
    return random.choice(("　", "、", "／", " / ", "　／　", "・　", " | ", "　・")).join(titles)


def asides(random: Random, content: Content) -> list[str]:
    """Draw something beside the text that tells nothing of the plan."""
    town = content.place[:-1]
    return list(
        random.choice(
            (
                ("詳しくは", "こちらから"),
                ("▲計画の全文はこちら",),
                ("市ホームページ", "二次元コード"),
                (f"→P.{random.randint(2, 24)}",),
                (f"▶{random.randint(2, 24)}ページへ",),
                (f"{random.randint(2, 24)}ページで詳しく紹介しています",),
                (f"ぼく、{town}のマスコットだよ！", "いっしょに見ていこう！"),
                ("どんなまちになるのかな？",),
                ("楽しみだね！",),
                ("みんなの声", "「公園で遊べる日が増えるとうれしいな」（小学生）"),
                ("わたしたちにもできることがあるよ！",),
                ("〈写真〉ワークショップの様子",),
                ("▲市民会議で意見を交わす参加者",),
                ("※イラストはイメージです",),
                ("Check!",),
                ("POINT",),
                ("用語解説", "※1 協働：市民と行政が対等な立場で協力すること。"),
            )
        )
    )


def contact(random: Random, content: Content) -> list[str]:
    """Draw who answers questions, as the foot of a sheet has it."""
    office = random.choice(("企画課", "企画政策課", "総合政策課", "まちづくり推進課", "政策秘書課"))
    call = f"{random.randint(20, 99)}-{random.randint(1000, 9999)}"
    return list(
        random.choice(
            (
                (f"問　{office}　☎{call}",),
                (f"問い合わせ　{office}（電話{call}）",),
                (f"■問合せ：{content.place}役所 {office}", f"電話 0123-{call}"),
                (f"【問合せ】{office} 【電話】{call}",),
                (f"発行／{content.place}　編集／{office}", "〒123-4567　中央一丁目1番1号"),
                (f"{office}　内線{random.randint(200, 499)}",),
                (),
            )
        )
    )


def events(random: Random) -> list[str]:
    """Draw a box that invites to a meeting about the plan."""
    return list(
        random.choice(
            (
                (
                    "計画の説明会を開催します",
                    "とき　５月20日（土）午後２時～",
                    "ところ　市民会館大ホール",
                    "申込　不要",
                ),
                (
                    "パブリックコメントを募集します",
                    "募集期間　12月１日～12月28日",
                    "閲覧場所　市役所、各支所、図書館",
                    "提出方法　郵送、ファックス、メール",
                ),
                (
                    "出前講座をご利用ください",
                    "職員が地域に伺い、計画について説明します。",
                    "対象：市内在住の10人以上の団体",
                ),
                ("シンポジウム「これからのまちを語ろう」", "日時：６月３日（土）13時30分～"),
            )
        )
    )


def vision(random: Random, content: Content, page: Page, plan: Told) -> list[str]:
    """Print the vision with its label, a catchphrase and what is meant by it, as chance has it."""
    page.element("vision", plan.vision)
    word = random.choice(
        (
            "将来像",
            "まちの将来像",
            "将来都市像",
            "めざすまちの姿",
            "目指す将来像",
            "10年後のまちの姿",
            f"{content.place}の将来像",
            "まちづくりの将来像",
        )
    )
    quote = random.choice(("{}", "「{}」", "『{}』", "～{}～", "“{}”", "{}"))
    shown = quote.format(plan.vision)
    lines = random.choice(
        ([word, shown], [f"【{word}】", shown], [f"◆{word}", shown], [f"{word}　「{plan.vision}」"])
    )
    if random.random() < 0.4:
        lines = [*lines, *content.sentences(plan.goals[0].subject, 1)]
    if random.random() < 0.3:
        lines = [*lines, "この将来像には、次のような思いを込めています。"]
        lines += content.sentences(plan.goals[-1].subject, 1)
    return lines


def spread(random: Random, boxes: list[list[str]], abreast: int) -> list[str]:
    """Print boxes one after another, or that many beside each other with their lines in common."""
    if abreast == 1:
        return [line for box in boxes for line in box]
    gap = random.choice(("    ", "　　", "          "))
    found: list[str] = []
    for start in range(0, len(boxes), abreast):
        row = boxes[start : start + abreast]
        height = max(map(len, row))
        width = max(len(line) for box in row for line in box) + 1
        for place in range(height):
            cells = [box[place] if place < len(box) else "" for box in row]
            found.append(gap.join(f"{one:　<{width}}" for one in cells).rstrip("　 "))
        found.append("")
    return found
