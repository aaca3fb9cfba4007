"""News of a place: the works of this year below the goals of the plan, with what they cost."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_press import number, wrapped

_AMOUNTS = (
    "………{}", " … {}", "　{}", "（{}）", " {}", "　予算額 {}", "（予算額：{}）", "【{}】", "\t{}",
    "……{}",
    "（事業費　{}）",
)  # fmt: skip
_FLAGS = ("【新規】", "★", "◎", "新規 ", "[新]", "（新規）", "☆", "NEW ", "拡充 ", "【拡充】")
_MARKS = ("・", "○", "●", "", "■", "◆", "・", "① ")
_NUMBERS = ("基本目標{n}", "目標{n}", "基本目標{w}", "柱{n}", "政策{n}", "【基本目標{n}】", "{n}．")
_TOLD = (
    "{n}地区をモデル地区に選び、その成果を広げます。", "市民の声を聴きながら、段階的に進めます。",
    "{n}か所の施設で実施し、利用しやすい仕組みを整えます。",
    "令和{n}年度からの本格実施に向け、協議を続けます。",
)  # fmt: skip
_LEADS = (
    "総合計画に掲げた目標に沿って、今年度の主な事業をお知らせします。",
    "今年度の予算のうち、主な事業を総合計画の目標ごとに紹介します。",
)
_ASIDES = (
    "歳入　123億4,567万円",
    "町税　45億円",
    "一般会計　98億7,000万円",
    "国民健康保険特別会計　12億円",
)


def _money(random: Random) -> str:
    whole = random.randint(1, 9_999)
    return random.choice(
        (f"{whole:,}万円", f"{whole:,}千円", f"{random.randint(1, 9)}億{whole:,}万円")
    )


def news(random: Random, content: Content) -> Page:
    """Goals of the plan, below each the works of the year with an amount, new ones flagged."""
    page = Page()
    year, month = random.randint(3, 9), random.randint(1, 12)
    name = "広報" + content.place[:-1]
    head = f"{name}　令和{year}年{month}月号"
    page.write(random.choice((head, f"{head}　No.{random.randint(100, 999)}", name)), "")
    page.write(
        f"特集　令和{year}年度 主な事業を紹介します", *wrapped(random.choice(_LEADS), 30), ""
    )
    if random.random() < 0.3:
        page.write(f"令和{year}年度予算の概要", *random.sample(_ASIDES, 3), "")
    form, flag, mark = random.choice(_NUMBERS), random.choice(_FLAGS), random.choice(_MARKS)
    amounts = random.sample(_AMOUNTS, random.randint(1, 2))
    told, flagged = random.random() * 0.7, random.random() * 0.5
    place = 0
    for goal in range(1, random.randint(3, 5) + 1):
        node = content.node("goal")
        page.element("goal", node.title, "policy", *(["measure"] if form == "{n}．" else []))
        page.write(f"{number(form, (goal,))}　{node.title}")
        for inner in range(1, random.randint(2, 4) + 1):
            work = content.named("project", node.subject)
            page.element("project", work, "direction", "measure")
            new = random.random() < flagged
            begin = "" if not mark else number("{c} ", (inner,)) if mark == "① " else mark
            begin = flag if new and len(flag) == 1 else begin + flag if new else begin
            title = (
                f"{begin}{work}"
                if flag != "（新規）" or not new
                else f"{mark.strip('① ')}{work}{flag}"
            )
            page.write(title + random.choice(amounts).format(_money(random)))
            if random.random() < told:
                page.write(*wrapped(random.choice(_TOLD).format(n=random.randint(2, 15)), 30))
            place += 1
        page.write("")
    page.write(f"発行　{content.place}", f"問　財政課　内線{random.randint(100, 999)}")
    page.write(
        random.choice((f"{random.randint(2, 30)}　{name}", f"{name}　{random.randint(2, 30)}"))
    )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"news": news}
