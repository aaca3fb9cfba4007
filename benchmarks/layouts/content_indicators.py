"""Indicators of invented plans: names of every form that real ones have, and their values."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

#: Names by unit: short and long ones, with quotation, brackets, numbers and classes within.
_NAMES = {
    "%": (
        "道の駅に立ち寄ったことがある市民の割合", "朝食を毎日食べる児童の割合",
        "「災害に備えて家庭で話し合っている」と答えた世帯の割合", "下水道接続率",
        "子育てについて相談できる人がいる保護者の割合", "市税徴収率（現年課税分）",
        "生活習慣の改善に取り組んでいる人の割合（20～64歳）", "将来負担比率",
        "この地域に住み続けたいと思う市民の割合", "住宅用太陽光発電設備の普及率",
        "保育所と小学校の連携に満足している保護者の割合", "ＬＥＤ照明への更新率",
        "男性職員の育児休業取得率", "審議会等における女性委員の登用率", "公共施設予約の電子申請率",
        "地域の行事に参加している児童生徒の割合（小学６年生）", "健診後の保健指導実施率",
        "自分にはよいところがあると思う生徒の割合（中学３年生）", "バス路線の収支率",
        "食品ロスの削減を意識している市民の割合", "空き店舗の活用率", "橋りょう点検の完了率",
    ),
    "人": (
        "観光案内所の利用者数", "地域おこし協力隊の任用者数（累計）", "関係人口の登録者数",
        "図書館の年間来館者数", "認知症カフェの延べ参加者数", "新規就農者数（５年間の累計）",
        "防災士の資格を取得した人の数", "市内企業への就職者数", "総合型クラブの会員数",
        "障がい者就労支援により一般就労した人数", "町民プールの年間利用者数", "年間出生数",
    ),
    "件": (
        "起業相談から創業に至った件数", "交通事故（人身）発生件数", "ふるさと応援寄附の件数",
        "空き家の利活用に関する相談件数", "住宅リフォーム助成件数", "特殊詐欺の被害件数",
        "不法投棄の通報件数", "農商工連携による商品開発数（累計）",
    ),
    "回": ("出前講座の開催回数", "SNSによる情報発信回数", "防災訓練の実施回数",
           "公開授業の実施回数"),
    "団体": ("市民活動センターの登録団体数", "アダプト制度に参加する団体数"),
    "か所": ("子どもの居場所の設置数", "避難所の井戸の設置箇所数", "自転車駐車場の整備箇所数"),
    "社": ("健康経営に取り組む事業所数", "サテライトオフィスの進出企業数"),
    "組織": ("自主防災組織数", "農地を共同で守る活動組織数"),
    "世帯": ("移住支援金を利用した世帯数", "生ごみ処理機の購入を助成した世帯数"),
    "千円": ("直売所の売上高", "鳥獣による農作物被害額", "有価物の売却収入"),
    "万円": ("納税者１人当たりの所得", "ふるさと応援寄附金額"),
    "億円": ("観光消費額", "製造品の年間出荷額", "市債残高"),
    "t-CO2": ("市域の温室効果ガス排出量", "市役所の事務事業による二酸化炭素排出量"),
    "ha": ("間伐を行った森林の面積", "遊休農地の面積", "多面的機能支払の対象農用地面積"),
    "㎡": ("市民１人当たりの都市公園面積", "芝生化した校庭の面積"),
    "km": ("歩道の整備延長", "老朽管の更新延長"),
    "g": ("１人１日当たりの家庭ごみ排出量", "市民１人１日当たりのごみの量"),
    "点": ("市ホームページの使いやすさの評価点", "市民意識調査における満足度の平均点"),
    "位": ("住みよさランキングの順位", "県内における健康寿命の順位"),
    "歳": ("健康寿命（男性）", "健康寿命（女性）", "65歳からの平均自立期間"),
    "日": ("年間の有給休暇取得日数", "光化学スモッグ注意報の発令日数"),
    "冊": ("市民１人当たりの貸出冊数", "学校図書館の児童１人当たり貸出冊数"),
    "分": ("救急車の現場到着までの平均時間", "消防隊の平均到着時間"),
}  # fmt: skip
_DECIMAL = {"億円": 1, "ha": 1, "㎡": 2, "km": 2, "点": 2, "歳": 2, "分": 1, "冊": 1}
_SIZE = {"%": (15, 85), "億円": (20, 400), "点": (2, 4), "位": (12, 40), "歳": (76, 84),
         "日": (6, 14), "分": (6, 9), "g": (420, 980), "㎡": (5, 30), "km": (3, 80), "冊": (3, 9),
         "か所": (2, 30), "社": (3, 60), "回": (4, 120), "団体": (8, 90),
         "組織": (10, 90)}  # fmt: skip
#: Values that are words.
_UNKNOWN = ("－", "―", "-", "未実施", "集計中")
_WORDS = ("増加", "維持", "現状維持", "向上", "↗", "増加させる", "減少")


class Measure(NamedTuple):
    """An indicator as a plan states it: values as printed, each with its unit beside it."""

    title: str
    unit: str
    baseline: str
    middle: str
    target: str
    department: str
    #: What a column says of the indicator: how it is measured, and where the values are from.
    told: str
    source: str


_SOURCES = ("市民意識調査", "庁内資料", "学校基本調査", "事業実績", "健康づくりに関する調査",
            "業務統計",
            "市民アンケート", "県統計年鑑")  # fmt: skip
_TOLD = (
    "{}を示す指標です。", "毎年度末の{}を集計します。", "アンケートで把握した{}です。", "{}の推移",
    "市が実施する調査で把握します。", "年度末時点の数値", "事業の参加者に占める割合",
)  # fmt: skip


class Measures:
    """Draws indicators; no name comes twice."""

    def __init__(self, random: Random, subjects: list[tuple[str, str]]) -> None:
        """``subjects``: names and units of others to draw from."""
        self.random = random
        self.known = [(name, unit) for unit, names in _NAMES.items() for name in names]
        self.known += subjects
        random.shuffle(self.known)
        #: How often a value is a word: a choice of the city.
        self.words = random.choice((0, 0, 0.1, 0.25))
        self.bounds = random.choice((0, 0, 0.3))

    def draw(self, department: str) -> Measure:
        """Draw an indicator."""
        chance = self.random
        title, unit = self.known.pop()
        low, high = _SIZE.get(unit, (10, 10 ** chance.uniform(1.5, 4.5)))
        digits = _DECIMAL.get(unit, chance.choice((0, 1, 1)) if unit == "%" else 0)
        base = chance.uniform(low, high)
        grown = chance.uniform(1.02, 1.4) if chance.random() < 0.75 else chance.uniform(0.6, 0.97)
        values = [_printed(base * (1 + (grown - 1) * step), unit, digits) for step in (0, 0.5, 1)]
        if unit == "%" and chance.random() < 0.1:
            values[2] = "100"
        if chance.random() < self.words / 2:
            values[0] = chance.choice(_UNKNOWN)
        if chance.random() < self.words:
            values[1] = values[2] = chance.choice(_WORDS)
        elif chance.random() < self.bounds:
            values[2] += "以下" if grown < 1 else chance.choice(("以上", "以上", "程度"))
        told = chance.choice(_TOLD).format(title[:10].split("（")[0])
        return Measure(
            title, unit, values[0], values[1], values[2], department, told, chance.choice(_SOURCES)
        )


def _printed(value: float, unit: str, digits: int) -> str:
    if unit == "%":
        value = min(value, 99)
    return f"{value:,.{digits}f}"
