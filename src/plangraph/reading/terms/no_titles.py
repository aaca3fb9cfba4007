"""What no title is, whatever stands around it: contacts, dates, labels of values, placeholders.

Every line is asked. So each alternative of what is searched for begins with a letter that it must
have: the search then passes over all others. What begins a line is tried once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from plangraph.reading.terms import sdgs

#: How lines begin that head nothing: contacts, dates, labels of values, menus, captions.
_HEADS_NOTHING: Final = re.compile(
    r"お?電話(?![がをで相応の])"
    r"|[\d\s.,%/年月日()\-~～]+$|\d{1,2}位(?=[\s:])|(?:平成|令和|昭和)\s?\S{1,3}\s?年度?\s?\S{0,2}$"
    r"|[MTSHR]\d{1,2}(?:\.\d{1,2}){0,2}(?:\s+[MTSHR]\d{1,2})*$"
    r"|(?:実績|目標|基準|現状|現況)値$|達成率$"
    r"|(?:Contact|Introduction|Home|Search|Menu|Skip to)\b.{0,20}$"
    r"|(?:平成|令和|昭和)\s?\S{1,3}\s?年\s?\d{1,2}\s?月"
    r"|出典|資料|注|※|図(?![書工る])|表(?![彰現])|[(\[【]?写真"
    r"|(?:関連する|主な)?SDGs?(?:との関連|の)?[\s:]*(?:目標|ゴール|goals?)?[\d\s,、・:]*$"
    r"|(?:Lead|Responsible|Time ?frame|Timing|Timeline|Owner|Partners?|Budget|Due)\b[^:]{0,20}:"
    r"|(?:広報|[市町村区]報)\S{0,12}\s?(?:\S{2,9}年\s?)?\d{1,2}月(?:\d{1,2}日)?号$"
    r"|[\s●○◎◯■□★☆✓✔レー\-]+$|主?(?:担当|所管|主管|関係)(?:部?課|部署|部局)[\s:]"
    r"|[はがをにへでもとや][、 ]|(?:人|件|戸|台|回|[か箇]所|世帯|団体|本|園|校|枚|店|社|棟|名|組|冊"
    r"|軒|基|区画|路線|講座)\s*(?:\(|$)"
    r"|(?:トップ(?:ページ)?|ホーム|TOP|Home|現在の?位置)\s*:?\s*[>›»]"
    rf"|(?:{'|'.join(sdgs.NAMES)})(?:\s|$)",
    re.I,
)
#: What stands within or at the end of such lines, in lower case.
_NO_TITLE: Final = re.compile(
    r"https?://|www\.|@|℡|☎|電話番号|電話\s*:?\s*[\d(〇○]|電話$(?<=[\s・/]電話)|内線|fax|メール"
    r"|問い?合わ?せ|⇒\s?目標値|→\s?目標値|クリック|ページ(?:へ|の先頭)|ダウンロード|\.\.\.$|一覧へ|トップへ"
    r"|…[^\s…]{0,16}\d[\d,.]*\s?(?:[%人件回戸円台校社]|以[上下])"
    r"|pdf|kb\)|©|copyright|の割合$|満足度$|の様子$|が(?:必要|課題)$|数$(?<=[者人件戸台回]数)|率$(?<![効能]率)"
)
#: What somebody says: 総合計画って知ってる？, 楽しみだね！
_SPOKEN: Final = re.compile(
    r"[一-龥ァ-ヶ]って.*[?!]$|[るた]の[?]$|のかな[?]?$|(?:[だるたい]|です|ます)(?:よ|ね|よね|んだ)[!。]?$"
)
_SPOKEN_ENDS: Final = frozenset("?!よねだな。")
_TELEPHONE: Final = re.compile(r"\d{2,4}-\d{3,4}-\d{4}")
#: What stands where a picture or something else will be put later.
_NAMES_PICTURE: Final = re.compile(r"(?:表紙|裏表紙|白紙|余白|写真|イメージ図?|図表?|グラフ)\d*$")
#: … in lower case.
_PLACEHOLDER: Final = re.compile(
    "|".join(
        rf"{word}(?:します|する)?(?:予定|中)"
        for word in ("記述", "記載", "挿入", "表示", "追記", "掲載", "検討", "調整")
    )
    + r"|を(?:記述|記載|挿入|掲載)(?:します|する)?[。]?[)）]?$|後日(?:挿入|追加|記載)"
    r"|写真(?:など|等)?(?:を)?(?:挿入)?$|イラスト(?:や|等|など)|"
    + "|".join(f"{circle}[○〇◯×△]" for circle in "○〇◯×△")
    + r"|lorem ipsum|tbd\b(?<=\btbd)|insert (?:photo|image|text|here)|placeholder|\[.{0,20}here\]"
)


@lru_cache(maxsize=1_000)
def is_no_title(text: str) -> bool:
    """Tell a text (narrowed) that heads nothing: a date, an address, a label of values."""
    if _HEADS_NOTHING.match(text) or _NO_TITLE.search(text.lower()):
        return True
    if text[-1:] in _SPOKEN_ENDS and _SPOKEN.search(text):
        return True
    if text[-1:] == "%" and text[-2:-1].isdecimal() and not text.isascii():  # a share of answers
        return True
    return text.count("-") > 1 and _TELEPHONE.search(text) is not None


@lru_cache(maxsize=1_000)
def is_placeholder(text: str) -> bool:
    """Tell text that stands where something will be written later."""
    return bool(_NAMES_PICTURE.match(text) or _PLACEHOLDER.search(text.lower()))
