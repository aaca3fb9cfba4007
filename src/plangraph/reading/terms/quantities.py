"""Values and years as tables print them (現状値, 目標値): what counts as one."""

from __future__ import annotations

import re

from plangraph.fiscal import FiscalYear
from plangraph.reading.terms import years
from plangraph.reading.terms.codes import narrow
from plangraph.values import MIXED, STEPS, TERM, Quantity

YEAR = re.compile(rf"(?:FY\s?)?{years.YEAR}")
UNIT = (
    r"(?:%|‰|[千万]?t-CO2|人|件|回|か所|カ所|ヶ所|箇所|団体|世帯|戸|校|園|館|品目|店|社|事業所?|組織|台|本"
    r"|冊|枚|点|位|歳|年|日|時間|分|円|千円|万円"
    r"|百万円|億円|千人|万人|kg|g|t|トン|千t|経営体|法人|店舗|人泊|橋|機関|教室|クラブ|系統|人回|km|m|㎡|㎞|ha|㎥|m3|kWh|MWh|ポイント|pt|項目|施設"
    r"|地区|種類|種|羽|頭|株|歩"
    r"|路線|便|箇所数|人/日|g/人日|g/人・日|件/年|人/年|回/年|人日|泊|名|組|隻|基|か国|講座"
    r"|自治会|区画|軒|棟|床|割|倍|L|ℓ|GJ|千件|万件"
    r"|社/年|points?|people|residents?|units?|miles?|acres?|days?|hours?|minutes?|per \S+)"
)
VALUE = re.compile(
    rf"(?:(?:累計|延べ|延|約|概ね|おおむね|計|\d{{1,2}}[かカヵヶ]?年間?で|年間|毎年|毎年度|[週月日年]|(?:1|一)[日人]当?たり"
    rf")\s?)*[△▲\-−+±]?(?:[$¥]\s?)?\d[\d,]*(?:\.\d+)?(?:(?:[兆億万千百]\d[\d,]*)+[千百]?)?\s?(?:million|billion"
    rf"|[KMB]\b)?\s?{UNIT}?(?:/\S{{1,4}})?\s?"
    r"(?:\((?:累計|延べ|年間)\)|累計|以上|以下|未満|程度|超|以内|を維持|維持"
    r"|台|削減|短縮|[増減](?:加|少)?)?(?:\s?or (?:more|less|higher|fewer))?|"
    rf"[\-―－–—−](?:\s?{UNIT}(?:/\S{{1,4}})?)?|"
    r"(?:現状維持|維持|増加|減少|向上|上昇|拡大|充実|改善)(?:する|させる|傾向)?|増|減"
    r"|未実施|実施|未策定|策定"
    r"|設定なし|なし|ゼロ|[↑↗→↓↘]|増やす|減らす|調査中"
    r"|集計中|N/?A|TBD",
    re.I,
)


#: A number with a unit that no list names: 24張, 3クラス以上.
_COUNTED = re.compile(
    r"[△▲\-−+±]?\d[\d,]*(?:\.\d+)?\s?[一-龥ァ-ヶーA-Za-z%/㎡・]{1,8}"
    r"(?:以上|以下|未満|程度|以内)?(?:\([^()]{1,8}\))?"
)
#: What stands between a value and the one that it is to become.
ARROWS = ("→", "⇒", "➡", "➔", "->", "▶")
ARROW = rf"(?:{'|'.join(ARROWS)})"
#: A unit, or so many of it for each: 人/年.
RATE = rf"{UNIT}(?:/[^\s\d()]{{1,4}})?"
NUMBER = r"(?:概ね|おおむね|[△▲\-−+±約])?\d[\d,]*(?:\.\d+)?(?:[兆億万千]\d[\d,]*)*[兆億万千]?"
#: A cell of a table that holds a value; what may stand in brackets after it.
CELL = re.compile(
    rf"{VALUE.pattern}|{NUMBER}\s?(?:{UNIT}|[一-龥ァ-ヶ]{{1,3}}(?<![数率]))?"
    r"(?:以上|以下|未満|程度|超|以内|を?維持)*(?:[、,~〜]\s?[\d.]+%?(?:以下|未満|程度))?|〃|アップ|ダウン|延伸|縮小|未整備|整備"
    r"|未(?:設置|導入|着手|作成|制定|公表|開設|運用|達成|把握|設定)|(?:検討|準備|作成|策定|整備)中",
    re.I,
)
#: What a value in words becomes, where it stands behind another: 未設置 設置.
DONE = re.compile(
    r"(?:毎年度?|全\S{1,4}で|引き続き|順次)?(?:実施|策定|導入|設置|整備|作成|制定|継続|開始|公表|開設|運用)"
    r"(?:済み?|完了|開始)?|完了|完成|あり|有|可決|達成"
)
#: A value in words that something is to be done about.
UNDONE = re.compile(r"未.{2}|.{2}中|なし|無し?|[\-－―–—ー]")
#: Brackets behind a value, with others in them.
BRACKETED = r"\((?:[^()]|\([^()]*\)){1,30}\)"
#: What a work costs: 当初予算額 約4億5,000万円.
COST = r"(?:当初)?(?:予算額?|事業費)?[ 　:：]*約?\d[\d,.]*(?:[ 　]?[億万千百]+[\d,.]*)*円"
ASIDE = (
    r"\s*\([^()]{0,3}(?:[HR]\d|(?:19|20)?\d\d|\d年|元|累計|平均|期間|年)"
    r"[^()]*(?:\([^()]*\)[^()]*)?\)"
)
QUALIFIED = re.compile(rf"^(?P<value>.*?\S)(?P<aside>{ASIDE})$")
ASIDE_ONLY = re.compile(rf"(?:{ASIDE})+")
UNIT_ONLY = re.compile(rf"[千万億]?(?:{UNIT})(?:/\S{{1,3}})?")
_ONE_GLUED = re.compile(rf"{NUMBER}{UNIT}(?:以上|以下|未満|程度|以内)?")
#: Values without a space between them: 69人100人66人.
GLUED = re.compile(rf"(?<=[^\s\d.,()])(?:{_ONE_GLUED.pattern}\s?){{2,}}(?!\d)")


_UNIT_GLUED = re.compile(rf"{NUMBER}|以上|以下|未満|程度|以内")


def year_in(text: str) -> FiscalYear | None:
    """Return the fiscal year that a text names, or None."""
    match = YEAR.search(narrow(text))
    if not match:
        return None
    printed = re.sub(r"\s+", "", match[0]).replace("FY", "")
    for tried in (printed, re.sub(r"\((?:平成|令和|[HR]).*?\)", "", printed)):
        try:
            year = FiscalYear.parse(tried)
        except ValueError:
            continue
        return year if 1990 <= int(year) <= 2070 else None
    return None


def is_value(text: str) -> bool:
    """Tell whether a cell holds a value, with or without its year."""
    folded = narrow(text).strip()
    folded = re.sub(rf"\s*\(?(?:{YEAR.pattern})\)?$", "", folded).strip()
    return bool(VALUE.fullmatch(folded) or _COUNTED.fullmatch(folded))


#: A unit, and not the first letter of a word: 5 minutes, 40 trees.
_UNIT_BEHIND = re.compile(rf"\d\s?([万千]?{UNIT}(?:/[年月日回人件]{{1,2}})?)(?![A-Za-z])")
_UNIT_IN_BRACKETS = re.compile(
    r"\s*[(（\[](?P<told>単位[:：]?\s*)?(?P<unit>[^()（）\[\]]{1,8})[)）\]]$"
)
#: What stands in brackets behind a name and is no unit.
_NO_UNIT = re.compile(
    r"累計|延べ|年間|平均|男|女|男性|女性|全国|市内|町内|村内|合計|単年|再掲|新規"
)


def unit_of(quantity: Quantity | None) -> str | None:
    """Return the unit that a value is printed with."""
    if quantity is None or quantity.number is None:
        return None
    match = _UNIT_BEHIND.search(_plain(quantity))
    return match[1] if match else None


def _plain(quantity: Quantity) -> str:
    """Return a value without its term, steps taken for a part of the number: 3万2千人."""
    text = TERM.sub("", narrow(quantity.printed))
    return MIXED.sub("0", text) if quantity.mixed else text


def part(name: str, *, known: bool = True) -> tuple[str, str | None]:
    """Part the name of an indicator from its unit in brackets; ``known``: a unit of the list."""
    match = _UNIT_IN_BRACKETS.search(name)
    if match is None or not match.start():
        return name, None
    unit = narrow(match["unit"])
    short = not known and len(unit) < 4 and not _NO_UNIT.fullmatch(unit)
    if match["told"] or short or UNIT_ONLY.fullmatch(unit):
        return name[: match.start()], match["unit"]
    return name, None


_OWN_UNIT = re.compile(
    r"\d\s?([一-龥ァ-ヶー]{1,8}(?<!以上)(?<!以下)(?:/[年月日回人件]{1,2})?)(?:以上|以下|未満)?$"
)


def common_unit(baseline: Quantity | None, target: Quantity | None) -> str | None:
    """Return the unit of two values: a known one, or what both are printed with.

    Of 5万人 and 3万2千人 it is 人.
    """
    known = unit_of(target) or unit_of(baseline)
    mixed = any(one and one.mixed for one in (baseline, target))
    if not known and baseline and target:
        own = [_OWN_UNIT.search(_plain(one)) for one in (baseline, target)]
        found = [_by_ones(one[1]) if mixed else one[1] for one in own if one]
        return found[0] if len(found) == 2 and found[0] == found[1] else None
    return _by_ones(known) if known and mixed else known


def _by_ones(unit: str) -> str:
    return re.sub(f"^{STEPS}+(?=.)", "", unit)


def is_aside(token: str) -> bool:
    """Tell a word that only says of which year or how a value is: (令和8年度)."""
    text = narrow(token)
    return bool(ASIDE_ONLY.fullmatch(text)) or text in "()"


def unbracketed(token: str) -> str:
    """Return a word without the brackets around it: (令和元年度(2019年度)) loses the outer ones."""
    text = narrow(token)
    if text[:1] == "(" and text[-1:] == ")":
        return text[1:-1]
    return text if text.count("(") == text.count(")") else text.strip("()")


def parted(text: str) -> str:
    """Set values that stand without a space apart: 認定者数69人100人 → 認定者数 69人 100人."""
    if not re.search(r"\d", text):
        return text

    def spaced(run: re.Match[str]) -> str:
        units = {_UNIT_GLUED.sub("", one[0]) for one in _ONE_GLUED.finditer(run[0])}
        if len(units) > 1:  # 1日2回以上, a part of a name
            return run[0]
        return _ONE_GLUED.sub(lambda one: f" {one[0]} ", run[0])

    return GLUED.sub(spaced, text)
