"""How much a text looks like a title, and where a title ends on its line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow

if TYPE_CHECKING:
    from plangraph.reading.rows import Unit

_DECORATION = re.compile(r"^[\s～~〜<\[【〔■□◆◇●○▶▼★☆・*=_\-]+|[\s～~〜>\]】〕■□◆◇●○◀▼★☆*=_:：]+$")
#: How lines begin that head nothing: contacts, dates, labels of values, menus, captions.
_HEADS_NOTHING = re.compile(
    r"お?電話(?![がをで相応の])"
    r"|[\d\s.,%/年月日()\-~～]+$|\d{1,2}位(?=[\s:])|(?:平成|令和|昭和)\s?\S{1,3}\s?年度?\s?\S{0,2}$"
    r"|[MTSHR]\d{1,2}(?:\.\d{1,2}){0,2}(?:\s+[MTSHR]\d{1,2})*$"
    r"|(?:実績|目標|基準|現状|現況)値$|達成率$"
    r"|(?:Contact|Introduction|Home|Search|Menu|Skip to)\b.{0,20}$"
    r"|(?:平成|令和|昭和)\s?\S{1,3}\s?年\s?\d{1,2}\s?月"
    r"|出典|資料|注|※|図(?![書工る])|表(?![彰現])|写真"
    r"|SDGs?[\s:]*(?:目標|ゴール|goals?)?[\d\s,、・:]+$"
    r"|(?:Lead|Responsible|Time ?frame|Timing|Timeline|Owner|Partners?|Budget|Due)\b[^:]{0,20}:"
    r"|[\s●○◎◯■□★☆✓✔レー\-]+$|主?(?:担当|所管|主管|関係)(?:部?課|部署|部局)[\s:]"
    r"|[はがをにへでもとや][、 ]|(?:人|件|戸|台|回|[か箇]所|世帯|団体)\s*(?:\(|$)"
    r"|(?:トップ(?:ページ)?|ホーム|TOP|Home|現在の?位置)\s*:?\s*[>›»]"
    rf"|(?:{'|'.join(lexicon.SDGS)})(?:\s|$)",
    re.I,
)
#: What stands within or at the end of such lines, in lower case. Each begins with a letter that
#: it must have, so that the search passes over all others.
_NO_TITLE = re.compile(
    r"https?://|www\.|@|℡|☎|電話番号|電話\s*:?\s*[\d(〇○]|電話$(?<=[\s・/]電話)|内線|fax|メール"
    r"|問い?合わ?せ|⇒\s?目標値|→\s?目標値|クリック|ページ(?:へ|の先頭)|ダウンロード|\.\.\.$|一覧へ|トップへ"
    r"|pdf|kb\)|©|copyright|の割合$|満足度$|数$(?<=[者人件戸台回]数)|率$(?<![効能]率)"
)
_TELEPHONE = re.compile(r"\d{2,4}-\d{3,4}-\d{4}")
#: A letter that is a word, and nothing that numbers count.
_ONE = re.compile("(?![年月日時分秒人名件円銭回個項条号頁次期点校市町村区番第計男女無有])[一-龥]")
#: A sentence that is only a title: 移動の支援。バスの…
_NOUN_END = re.compile(rf"(?!.*(?:する|ます)$){lexicon.TITLE_END.pattern}")
#: A call without its verb is whole: 電線を地中へ, 使わない校舎を宿に, 街灯に笠を.
_CALLS = re.compile(
    r"[^、。]を[^、。を]{2,12}(?<!中心)(?<!基本)(?<!もと)(?<!対象)[にへ]$"
    r"|[^、。](?<!た)(?<!め)[にへ][^、。にへ]{1,8}を$"
)
#: A wide space before a sentence whose end is on another page.
WIDE = re.compile(r"(?:　|[ \xa0]{2})\s*(?=[^。]{16,}$)(?=.*[、，,])")


def is_no_title(text: str) -> bool:
    """Tell a text (narrowed) that heads nothing: a date, an address, a label of values."""
    if _HEADS_NOTHING.match(text) or _NO_TITLE.search(text.lower()):
        return True
    return text.count("-") > 1 and _TELEPHONE.search(text) is not None


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return the text that roles are looked up by: narrowed, no decoration, no spaces."""
    folded = _DECORATION.sub("", narrow(text))
    return re.sub(r"\s+", "", folded).strip("<>[]「」『』()")


def cut_title(rest: str) -> tuple[str, str]:
    """Cut a heading from the sentence that follows it on the same line.

    >>> cut_title("防災体制の整備 川べりの家を高台へ移します。")
    ('防災体制の整備', '川べりの家を高台へ移します。')
    """
    if "。" not in rest and len(rest) <= 60:
        parted = WIDE.search(rest)
        told = parted and lexicon.TITLE_END.search(rest[: parted.start()])
        return (rest[: parted.start()], rest[parted.end() :]) if parted and told else (rest, "")
    told = re.match(r"([^。、]{3,40})。(?=.{12,})", rest)
    if told and (lexicon.role_of(plain(told[1])) or _NOUN_END.search(told[1])):
        return told[1], rest[told.end() :].strip()
    tokens = re.split(r"([\s　:：]+)", rest)
    for place in range(2, len(tokens), 2):
        title = "".join(tokens[: place - 1])
        if len(title) < 3:
            continue
        if len(title) > 60 or "。" in title:
            break
        following = tokens[place]
        sentence = len(following) > 22 or re.search("[。、]", following)
        if sentence and not title.endswith(("、", "・")):
            return title, "".join(tokens[place:])
    closed = re.match(r"^([「『【].{2,40}?[」』】])(?=.{15,})", rest)
    return (closed[1], rest[closed.end() :]) if closed else (rest, "")


_EAST: Final = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")


def is_latin(text: str) -> bool:
    """Tell a text without letters or signs of East Asia."""
    return text.isascii() or not _EAST.search(text)


def shape(title: str, unit: Unit) -> float:
    """Tell how much a text looks like a heading (about -3 to 3)."""
    length = len(title)
    if (length < 2 and not _is_word(title, unit)) or is_no_title(narrow(title)):
        return -3.0
    if title.isascii():
        return _latin_shape(title, unit)
    value = 1.0 if length <= 32 else 0.5 if length <= 48 else -0.2 if length <= 64 else -2.0
    if "。" in title:
        value -= 2.5
    if title.endswith(("ます", "する")) and unit.text.endswith("。"):
        value -= 1.4
    if 2 * sum(letter.isalpha() for letter in title) < length:
        return -3.0
    if title.endswith(("、", "，", ",", "・")):
        value -= 2.0
    elif re.search(r"[のをにがはへで]$|(?<!こ)と$" if unit.mark else r"[のをにがはへとで]$", title):
        value -= 0.4 if (unit.mark or unit.code) and _CALLS.search(title) else 1.0
    if lexicon.TITLE_END.search(title.rstrip("」』)）")):
        value += 0.8
    if unit.level or unit.size > 1.12:
        value += 0.8
    if title.count("、") > 1:
        value -= 0.4
    if re.search(r"(?:です|ました|ません|でした|である|した|ください)$", title):
        value -= 1.2
    if lexicon.is_placeholder(narrow(title)):
        value -= 4.0
    return value


def _is_word(title: str, unit: Unit) -> bool:
    """Tell a title of one letter behind its number: 第2節 水."""
    code = unit.code
    return code is not None and code.parted and _ONE.fullmatch(title) is not None


def _latin_shape(title: str, unit: Unit) -> float:
    words = title.split()
    if lexicon.is_placeholder(title):
        return -3.0
    value = (
        1.4 if len(words) <= 12 else 0.4 if len(words) <= 25 else -0.5 if len(words) <= 40 else -2
    )
    if title.endswith((",", ";", " and", " the", " of")):
        value -= 1.0
    if title.endswith(".") and len(words) > 12:
        value -= 0.5
    if ". " in title and not re.search(r"\b[A-Z]\. ", title):
        value -= 1.0
    return value + (0.8 if unit.level or unit.size > 1.12 else 0)
