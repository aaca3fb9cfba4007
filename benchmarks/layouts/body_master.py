"""Master plans of towns (都市計画マスタープラン): policies by field, and no word that counts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.sectoral_press import Press, number

_PLANS = ("都市計画マスタープラン", "都市マスタープラン", "緑の基本計画", "立地適正化計画",
          "都市計画に関する基本的な方針")  # fmt: skip
_VISION = ("将来都市像", "都市の将来像", "めざすべき都市像", "まちの将来像", "将来像")
_GOALS = ("都市づくりの目標", "まちづくりの目標", "都市づくりの基本目標", "都市づくりの理念と目標")
_COUNTED = ("目標{w}", "目標{n}", "基本目標{n}", "目標{c}", "【目標{n}】")
_SPEAKING = ("{place}の将来都市像を次のように定めます。", "将来像を次のとおり設定します。",
             "上位計画を踏まえ、本計画の将来都市像を定めます。", "")  # fmt: skip
_CHAPTERS = ("分野別方針", "分野別の方針", "部門別方針", "分野別構想", "全体構想", "都市整備の方針",
             "都市づくりの方針", "分野別まちづくり方針", "都市整備の基本方針")  # fmt: skip
_ENDS = ("の方針", "の整備方針", "の基本方針", "に関する方針", "")
_OPENING = ("基本的な考え方", "基本方針", "現況と課題", "")
#: What a field holds, and the parts of each.
_FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "土地利用": {
        "住宅系土地利用": ("低層住宅地", "中高層住宅地", "既存集落地"),
        "商業系土地利用": ("中心商業地", "沿道商業地", "近隣商業地"),
        "工業系土地利用": ("工業団地", "流通業務地"),
        "市街化調整区域": ("農地", "山林", "集落地"),
        "拠点の形成": ("都市拠点", "地域拠点"),
    },
    "道路・交通": {
        "幹線道路の整備": ("広域幹線道路", "都市内幹線道路"),
        "生活道路の改善": ("通学路", "狭あい道路"),
        "公共交通の維持": ("鉄道", "路線バス", "デマンド交通"),
        "歩行空間の形成": ("歩道", "自転車通行帯"),
    },
    "公園・緑地": {
        "都市公園の配置": ("住区基幹公園", "都市基幹公園"),
        "緑地の保全": ("里山", "社寺林", "河畔林"),
        "緑化の推進": ("公共施設の緑化", "民有地の緑化"),
    },
    "河川・下水道": {
        "河川の改修": ("一級河川", "準用河川"),
        "下水道の整備": ("汚水処理施設", "雨水幹線"),
        "水辺の保全": ("親水空間", "ため池"),
    },
    "景観形成": {
        "自然景観": ("山並み", "田園"),
        "歴史景観": ("旧街道", "城下の町割り"),
        "まちなみの誘導": ("駅前通り", "沿道の広告物"),
    },
    "都市防災": {
        "地震に強い市街地": ("建築物の耐震化", "ブロック塀対策"),
        "水害への備え": ("浸水想定区域", "土砂災害警戒区域"),
        "避難体制の整備": ("避難場所", "避難路"),
    },
    "市街地整備": {
        "中心市街地の再生": ("低未利用地の活用", "共同建替え"),
        "良好な住環境の保全": ("地区計画の導入", "空き家の活用"),
    },
}
_AIMS = ("歩いて暮らせる都市づくり", "災害に強い都市づくり", "産業を支える都市づくり",
         "水と緑を守る都市づくり", "多様な世代が住み続けられる都市づくり",
         "人とものが行き交う都市づくり")  # fmt: skip
_DOES = ("{one}については、地区の特性に応じた整備を進めます。", "{one}の適正な維持管理に努めます。",
         "{one}では、関係機関と調整し、良好な環境の形成を図ります。",
         "{one}のあり方について、地域とともに検討します。")  # fmt: skip
_CHAINS = (("{w}．", "（{w}）", "{c}　"), ("{n}. ", "({n}) ", "{c} "), ("{d} ", "({n}) ", "{c} "),
           ("{c} ", "（{n}）", "・"), ("第{n}節　", "{n}　", "（{n}）"), ("（{w}）", "{c}　", "■"),
           ("{h}－{n}　", "（{n}）", "{k}　"), ("{n} ", "({n})", "◇"))  # fmt: skip


class Form:
    """How a town prints its plan: chapters, numbers, what stands in frames."""

    def __init__(self, random: Random, content: Content, press: Press) -> None:
        self.random, self.content, self.press = random, content, press
        self.chain = random.choice(_CHAINS)
        self.end = random.choice(_ENDS)
        self.opening = random.choice(_OPENING)
        self.deep = random.random() < 0.7
        self.listed = random.random() < 0.7
        self.step = random.choice((0, 0, 2))
        self.boxed = random.choice(("{}", "「{}」", "│　{}　│", "～ {} ～", "　　　{}"))
        self.chapter = random.choice(("第{w}章　", "第{n}章 ", "{r}　", "第{n}章　"))

    def head(self, depth: int, path: tuple[int, ...], title: str) -> None:
        """Print a heading at its depth, with its number or mark."""
        form = self.chain[depth]
        told = number(form, path[: depth + 2]) if "{" in form else form
        self.press.line(" " * self.step * (depth + 1) + told + title)

    def concept(self, chapter: int) -> None:
        """Print the vision and the goals, in a chapter of their own."""
        chance, press = self.random, self.press
        press.line(number(self.chapter, (chapter,)) + "都市づくりの基本理念と目標")
        self.head(0, (chapter, 1), chance.choice(_VISION))
        press.line(chance.choice(_SPEAKING).format(place=self.content.place))
        vision = self.content.named("vision", self.content.node("goal").subject)
        if "│" in self.boxed:
            press.line("┌" + "─" * 30 + "┐")
        press.line(self.boxed.format(vision))
        if "│" in self.boxed:
            press.line("└" + "─" * 30 + "┘")
        press.page.element("vision", vision)
        self.head(0, (chapter, 2), chance.choice(_GOALS))
        form, between = chance.choice(_COUNTED), chance.choice(("　", "　　", "：", " "))
        for place, aim in enumerate(chance.sample(_AIMS, chance.randint(3, 4)), 1):
            press.line(number(form, (place,)) + between + aim)
            press.page.element("goal", aim)
            press.paragraph([f"{aim.removesuffix('都市づくり')}よう、都市機能の集約を図ります。"])

    def fields(self, chapter: int, count: int) -> None:
        """Print the policies by field, with their parts."""
        chance, page = self.random, self.press.page
        self.press.line(number(self.chapter, (chapter,)) + chance.choice(_CHAPTERS))
        for one, field in enumerate(chance.sample(list(_FIELDS), count), 1):
            self.head(0, (chapter, one), field + self.end)
            page.element("policy", field + self.end, "measure", "goal")
            begin = 1
            if self.opening and "・" not in self.chain[1]:
                self.head(1, (chapter, one, 1), self.opening)
                self.press.paragraph([f"{field}については、既存の資源を生かすことを基本とします。"])
                begin = 2
            for part, (name, inner) in enumerate(_FIELDS[field].items(), begin):
                self.head(1, (chapter, one, part), name)
                page.element("measure", name, "policy", "direction")
                for last, item in enumerate(inner if self.deep else (), 1):
                    self.head(2, (chapter, one, part, last), item)
                    page.element("direction", item, "measure")
                    self._told(item)
                if not self.deep:
                    self._told(name)

    def _told(self, name: str) -> None:
        told = [one.format(one=name) for one in self.random.sample(_DOES, 2)]
        if self.listed:
            for one in told:
                self.press.item(one, "－" if self.chain[2] == "・" else "・")
        else:
            self.press.paragraph(told[:1])


def master(random: Random, content: Content) -> Page:
    """Vision and goals of a town, then what is planned field by field."""
    page = Page()
    name = content.place + random.choice(_PLANS)
    press = Press(random, page, name, name)
    press.line(name)
    form = Form(random, content, press)
    begun = random.randint(2, 4)
    if random.random() < 0.6:
        form.concept(begun)
    form.fields(begun + 1, random.randint(2, 5))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"master": master}
