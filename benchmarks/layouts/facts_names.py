"""Names of plans and places as documents print them, and other plans that they speak of."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from layouts.content import Content
from plangraph.municipalities import municipalities

WHOLE = ("総合計画", "総合計画", "総合振興計画", "総合発展計画", "まちづくり計画", "長期総合計画")
SECTORAL = (
    "環境基本計画",
    "地域福祉計画",
    "都市計画マスタープラン",
    "子ども・子育て支援事業計画",
    "観光振興計画",
    "男女共同参画プラン",
    "健康増進計画",
    "スポーツ推進計画",
    "地域公共交通計画",
    "農業・農村振興ビジョン",
    "高齢者福祉計画・介護保険事業計画",
    "障がい者計画",
    "緑の基本計画",
    "教育振興基本計画",
    "国土強靱化地域計画",
    "行財政改革大綱",
    "DX推進計画",
    "産業振興ビジョン",
    "地球温暖化対策実行計画（区域施策編）",
    "一般廃棄物処理基本計画",
    "住生活基本計画",
    "まち・ひと・しごと創生総合戦略",
    "デジタル田園都市構想総合戦略",
    "空家等対策計画",
    "公共施設等総合管理計画",
    "水道事業経営戦略",
    "多文化共生推進プラン",
    "食育推進計画",
    "こども計画",
    "文化芸術推進基本計画",
    "中心市街地活性化基本計画",
    "立地適正化計画",
)
HALVES = ("前期基本計画", "後期基本計画", "基本構想", "基本計画", "実施計画")
_NUMERALS = "〇一二三四五六七八九十"
_FIRST = (
    "花",
    "月",
    "雪",
    "桜",
    "松",
    "竹",
    "青",
    "白",
    "緑",
    "大",
    "東",
    "北",
    "村",
    "町",
    "中",
    "杉",
    "茜",
    "霧",
    "鷹",
    "鶴",
)
_LAST = (
    "森",
    "川",
    "原",
    "野",
    "浜",
    "里",
    "瀬",
    "峰",
    "沢",
    "丘",
    "島",
    "津",
    "谷",
    "泉",
    "田",
    "山",
    "岡",
    "雲",
)
_KANA = ("ひだまり", "うみかぜ", "つばき", "あおば", "こもれび", "さぎり", "みさご")
_BETWEEN = ("ヶ", "が", "の", "ケ")


class Named(NamedTuple):
    """A plan by its full name, and the parts that the name is made of."""

    title: str
    number: str
    place: str
    sort: str


def place_of(random: Random) -> str:
    """Draw a place that there is not: two letters, three, in kana, with ヶ."""
    known = {one.name for one in municipalities().values()}
    end = random.choice("市市市町町村区")
    while True:
        stem = random.choice(
            (
                random.choice(_FIRST) + random.choice(_LAST),
                random.choice(_FIRST) + random.choice(_LAST),
                random.choice(_FIRST) + random.choice(_BETWEEN) + random.choice(_LAST),
                random.choice(("東", "北", "上", "新"))
                + random.choice(_FIRST[:7])
                + random.choice(_LAST),
                random.choice(_KANA),
            )
        )
        if stem + end not in known and stem[0] not in "市区" and stem[-1:] != end:
            return stem + end


def number_of(random: Random, value: int) -> str:
    """Write the number of a plan."""
    wide = str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    told = random.choice((str(value), str(value), wide, _NUMERALS[value]))
    return f"第{told}{random.choice('次次期')}"


def named(random: Random, content: Content, *, whole: float = 0.45) -> Named:
    """Draw the name of a plan."""
    place = place_of(random)
    sort = random.choice(WHOLE if random.random() < whole else SECTORAL)
    number = number_of(random, content.number) if random.random() < 0.65 else ""
    order = random.choice(("{number}{place}{sort}", "{place}{number}{sort}"))
    return Named(order.format(number=number, place=place, sort=sort), number, place, sort)


def other(random: Random, own: Named) -> str:
    """Draw the name of another plan that a page mentions."""
    sort = random.choice([one for one in SECTORAL if one != own.sort])
    return random.choice(
        (
            f"{own.place}{sort}",
            f"県{sort}",
            f"国の第{random.randint(2, 6)}次{sort}",
            f"第{random.randint(2, 9)}次{own.place}{sort}",
            sort,
        )
    )
