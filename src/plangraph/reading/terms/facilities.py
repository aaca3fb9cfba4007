"""How plans of depopulated areas (過疎地域) call fields and facilities: as the law does.

Some 880 municipalities print their works behind these names.
"""

from __future__ import annotations

import re

from plangraph.reading.terms.codes import narrow

#: Fields of the plan, of the law of 2021 and of the one before.
_FIELDS = (
    "移住・定住・地域間交流の促進、人材育成 産業の振興 地域における情報化 "
    "交通施設の整備、交通手段の確保 交通施設の整備、交通手段の確保の促進 "
    "交通通信体系の整備、情報化及び地域間交流の促進 生活環境の整備 "
    "子育て環境の確保、高齢者等の保健及び福祉の向上及び増進 "
    "高齢者等の保健及び福祉の向上及び増進 医療の確保 教育の振興 集落の整備 地域文化の振興等 "
    "再生可能エネルギーの利用の推進 再生可能エネルギーの利用の促進 "
    "その他地域の持続的発展に関し必要な事項 その他地域の自立促進に関し必要な事項"
)
#: Groups of facilities, each with a number in brackets.
_GROUPS = (
    "移住・定住 地域間交流 人材育成 基盤整備 漁港施設 経営近代化施設 地場産業の振興 企業誘致 "
    "起業の促進 商業 情報通信産業 観光又はレクリエーション 港湾施設 "
    "電気通信施設等情報化のための施設 市町村道 農道 林道 漁港関連道 鉄道施設等 自動車等 "
    "渡船施設 道路整備機械等 水道施設 下水処理施設 廃棄物処理施設 火葬場 消防施設 公営住宅 "
    "児童福祉施設 認定こども園 高齢者福祉施設 介護老人保健施設 障害者福祉施設 母子福祉施設 "
    "市町村保健センター及びこども家庭センター 市町村保健センター及び母子健康包括支援センター "
    "診療施設 無医地区対策施設 特定診療科に係る診療施設 学校教育関連施設 幼稚園 "
    "集会施設、体育施設等 集落整備 地域文化振興施設等 再生可能エネルギー利用施設 "
    "過疎地域持続的発展特別事業 過疎地域自立促進特別事業 国県道 その他"
)
#: Facilities within them, and what works without a building are for.
_FACILITIES = (
    "農業 林業 水産業 農林業 加工施設 流通販売施設 生産施設 技能修得施設 試験研究施設 "
    "共同利用施設 貸工場 第1次産業 商工業・6次産業化 商業・6次産業化 情報通信産業 観光 "
    "企業誘致 移住体験住宅 移住・定住 地域間交流 人材育成 通信用鉄塔施設 "
    "テレビ放送等難視聴解消のための施設 有線テレビジョン放送施設 告知放送施設 "
    "防災行政用無線施設 ブロードバンド施設 情報化 デジタル技術活用 道路 橋りょう 橋梁 自動車 "
    "雪上車 公共交通 交通施設維持 上水道 簡易水道 公共下水道 農村集落排水施設 "
    "農業集落排水施設 地域し尿処理施設 浄化槽 ごみ処理施設 し尿処理施設 環境 生活 "
    "危険施設撤去 防災・防犯 保育所 児童館 障害児入所施設 高齢者生活福祉センター 老人ホーム "
    "老人福祉センター 児童福祉 高齢者・障害者福祉 健康づくり 病院 診療所 患者輸送車(艇) "
    "患者輸送車 自治体病院 民間病院 校舎 屋内運動場 屋外運動場 水泳プール 寄宿舎 教職員住宅 "
    "スクールバス・ボート 給食施設 公民館 集会施設 体育施設 図書館 幼児教育 義務教育 高等学校 "
    "生涯学習・スポーツ 地域文化振興施設 地域文化振興 集落整備 再生可能エネルギー利用 "
    "基金積立 国道 県道 道道 その他"
)
_PLANNED = frozenset(_FIELDS.split())
_NAMES = _PLANNED.union(_GROUPS.split(), _FACILITIES.split())
#: What stands before such a name, and behind it.
_NUMBER = re.compile(r"\(\d{1,2}\)|\d{1,2}[.)]?(?!\d?次)|[①-⑳⑴-⒇]")
_BEHIND = re.compile(r"\([^()]*\)$")
#: The longest of them, with its number.
LONGEST = max(map(len, _NAMES)) + 8


def is_class(text: str) -> bool:
    """Tell the name of a field, a group or a facility, with its number or without: (3) 林道."""
    words = _named(text)
    return words in _NAMES or _BEHIND.sub("", words) in _NAMES


def is_field(text: str) -> bool:
    """Tell the name of a field of the plan with its number or without: ３　産業の振興."""
    return _named(text) in _PLANNED


def _named(text: str) -> str:
    words = "".join(narrow(text).split())
    number = _NUMBER.match(words)
    return words[number.end() :] if number else words
