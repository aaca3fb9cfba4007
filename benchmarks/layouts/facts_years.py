"""Periods in every print, beside years of other plans, of parts, of what was counted."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.facts import body
from layouts.facts_names import named, other
from layouts.page import Page

_JOINTS = ("～", "〜", "~", "－", "-", "–", " ～ ", "→", "‐", "―")


def _era(year: int, *, old: bool = False) -> tuple[str, str, int]:
    if year > 2018 and not old:
        return "令和", "R", year - 2018
    return "平成", "H", year - 1988


def span_of(random: Random, start: int, end: int) -> str:
    """Write first and last year in any of the ways that documents do."""
    (era, letter, first), (last_era, last_letter, last) = _era(start), _era(end)
    joint = random.choice(_JOINTS)
    unit = random.choice(("年度", "年度", "年"))
    same = era == last_era
    one, two = ("元" if first == 1 else str(first)), ("元" if last == 1 else str(last))
    ways = [
        f"{era}{one}{unit}{joint}{last_era}{two}{unit}",
        f"{era}{one}{unit}から{last_era}{two}{unit}まで",
        f"{start}{unit}{joint}{end}{unit}",
        f"{start}{joint}{end}{unit}",
        f"{start}{joint}{end}",
        f"{era}{one}（{start}）{unit}{joint}{last_era}{two}（{end}）{unit}",
        f"{start}（{era}{one}）{unit}{joint}{end}（{last_era}{two}）{unit}",
        f"{era}{one}{unit}（{start}{unit}）から{last_era}{two}{unit}（{end}{unit}）まで",
        f"{letter}{first}{joint}{last_letter}{last}",
        f"{letter}{first}{unit}{joint}{last_letter}{last}{unit}",
        f"{letter}{first}（{start}）{joint}{last_letter}{last}（{end}）",
        f"{era} {one} {unit}{joint}{last_era} {two} {unit}",
        f"FY{start}{joint}FY{end}",
        f"{start}年4月1日から{end + 1}年3月31日まで",
        f"{start}年4月～{end + 1}年3月",
    ]
    if same:
        ways += [
            f"{era}{one}{joint}{two}{unit}",
            f"{era}{one}{unit}{joint}{two}{unit}",
            f"{era}{one}{unit}から{two}{unit}まで",
        ]
    if start < 2019 < end:
        ways += [
            f"平成{start - 1988}{unit}{joint}平成{end - 1988}{unit}",
            f"平成{start - 1988}{joint}{end - 1988}{unit}",
            f"平成{start - 1988}{unit}（{start}）{joint}平成{end - 1988}{unit}（{end}）",
        ]
    if first < 10 and era == "令和":
        ways.append(f"令和{'〇一二三四五六七八九'[first]}{unit}から令和{_kanji(last)}{unit}まで")
    text = random.choice(ways)
    if random.random() < 0.2:
        text = text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return text


def _kanji(number: int) -> str:
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else f"{digits[tens]}十" if tens else "") + (
        digits[ones] if ones else ""
    )


def _stated(random: Random, content: Content, name: str) -> list[str]:
    start, end = content.start, content.end
    span, length = span_of(random, start, end), end - start + 1
    head = random.choice(
        (
            "３　計画期間",
            "(3) 計画の期間",
            "■計画期間",
            "【計画期間】",
            "計画期間",
            "４．計画の期間と見直し",
            "第３節　計画の構成と期間",
            "◇期間",
        )
    )
    told = random.choice(
        (
            [f"{name}の計画期間は、{span}の{length}年間とします。"],
            [span],
            [f"{span}（{length}年間）"],
            [f"計画期間は{span}までの{length}か年です。".replace("までまで", "まで")],
            [f"{name}は{span}を計画期間とする{length}カ年計画です。"],
            [f"期間は、{span}とします。ただし、社会情勢に応じて見直します。"],
            [f"{length}年間", f"（{span}）"],
            [f"{length}年間（{span}）とします。"],
        )
    )
    if random.random() < 0.2:
        return [f"{head.strip('【】')}：{span}"]
    if random.random() < 0.12:
        return [f"{head}　{told[0]}", *told[1:]]
    return [head, *told]


def stated(random: Random, content: Content) -> Page:
    """A period, and years around it that are those of something else."""
    page, own = Page(), named(random, content)
    page.expected |= {"title": own.title, "municipality": own.place}
    page.period(content.start, content.end)
    start, end = content.start, content.end
    before = span_of(random, start - random.choice((4, 5, 10)), start - 1)
    its = span_of(random, start - random.randint(1, 4), end + random.randint(1, 6))
    around = [
        f"前計画（{before}）では、{random.randint(10, 90)}の事業に取り組みました。",
        f"{other(random, own)}（{its}）との整合を図ります。",
        f"「{other(random, own)}」は、{its}を期間としています。",
        f"人口は、{span_of(random, start - 15, start - 1)}にかけて減少しました。",
        f"国の計画期間は{its}です。",
        f"市民アンケート調査（{start - 1}年7月～9月実施）",
        f"出生数の推移（{span_of(random, start - 6, start - 1)}）",
        f"累計{random.randint(10, 90)}件（{span_of(random, start, end)[:40]}）",
    ]
    random.shuffle(around)
    name = random.choice(("本計画", "この計画", f"「{own.title}」", own.title))
    if random.random() < 0.75:
        page.write(own.title)
    else:
        page.write(f"「{own.title}」は、市の取組を定める計画です。")
    count = random.randint(0, 3)
    page.write(*around[:count], *_stated(random, content, name), *around[count : count + 2])
    body(page, random, content)
    return page


def structured(random: Random, content: Content) -> Page:
    """A whole plan and its parts, each with years: 基本構想, 基本計画, 実施計画."""
    page, own = Page(), named(random, content, whole=1.0)
    start, length = content.start, random.choice((8, 10, 12))
    end, half = start + length - 1, start + length // 2
    first, second = span_of(random, start, half - 1), span_of(random, half, end)
    whole = span_of(random, start, end)
    title = f"{own.title} 前期基本計画" if (part := random.random() < 0.3) else own.title
    page.expected |= {"title": title, "municipality": own.place}
    page.period(start, half - 1 if part else end)
    page.write(title.replace(" ", random.choice((" ", "　", "\n"))))
    rows = random.choice(
        (
            [
                f"基本構想　{whole}",
                f"前期基本計画　{first}",
                f"後期基本計画　{second}",
                f"実施計画　{span_of(random, start, start + 2)}",
            ],
            [
                f"基本構想の期間は、{whole}の{length}年間です。",
                f"基本計画は、前期（{first}）と後期（{second}）に分けます。",
                f"実施計画は３年間とし、毎年見直します（{span_of(random, start, start + 2)}）。",
            ],
            [
                f"（１）基本構想　{length}年間（{whole}）",
                f"（２）基本計画　{length // 2}年間（前期：{first}）",
                "（３）実施計画　３年間",
            ],
            ["基本構想", whole, "前期基本計画", first, "後期基本計画", second],
            [
                " ".join(f"{_era(year)[1]}{_era(year)[2]}" for year in range(start, end + 1)),
                f"基本構想（{length}年間）{whole}",
                f"前期基本計画（{length // 2}年間） 後期基本計画（{length // 2}年間）",
            ],
        )
    )
    page.write(
        random.choice(("２　計画の構成と期間", "計画の構成", "■計画の期間", "第２章　計画の期間")),
        *rows,
    )
    body(page, random, content)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "periods_stated": stated,
    "periods_structured": structured,
}
