"""Texts that are no plan: records of meetings (会議録), opinions, how a plan is to be read."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms import legends
from plangraph.reading.terms.looks import is_english, plain

_GLOSSARY = frozenset(("用語集", "用語解説", "用語の解説", "用語説明", "用語の説明"))

_SPEAKER = re.compile(
    r"^[○◯〇●◎◆◇【(]?\s*[一-龥]{0,6}(?:会長|副会長|委員長|委員|議員|議長|事務局|課長|部長"
    r"|市長|町長|村長|座長)"
    r"[一-龥]{0,4}(?:[：:】）)　 ]|$)"
    r"|^[○◯〇●◎◆◇]?\s*(?:[一-龥]{1,12}+|[\d０-９]{1,2}\s?番)\s?[（(]"
    r"[一-龥々ぁ-んァ-ヶ　 ]{2,12}(?:君|氏|さん"
    r"|議員|委員|委員長)[）)]"
)
_MAYORS = ("市長", "町長", "村長", "区長")
#: Who asks in an interview, or the stroke that begins a question.
_ASKS = ("―", "─", "—", "–", "司会", "聞き手", "記者", "編集部", "インタビュアー", "進行")
#: A member who steps to the desk: (12番 山川一郎君 登壇); then a few speakers are enough.
_ROSE, _FEW = re.compile(r"[（(〔][^（）()〔〕]{2,24}登\s?壇[）)〕]"), 2
#: A record of a council, and those who were there or spoke.
_RECORD = re.compile(
    r"(?:会\s?議\s?録|議事(?:録|要[旨録]|の?概要)|会議の?(?:概要|結果|要旨)|委員会記録|委員会.{0,3}\d{1,2}月\d{1,2}日.{0,3}\d{1,2}号"
    r"|第\s?\d{1,3}\s?回[^。\s]{0,14}\s?次\s?第)"
)
_PRESENT = re.compile(
    r"[一-龥ァ-ヶぁ-ん]\s*君(?=\s|$|委員|議長|\S{1,3}長)|[○◎〇◯]\s?\S{1,4}\s?(?:委員|議員|議長|副?市長|町長|部長|課長)"
    r"|(?:副?委員長|議長|副?市長|町長|部長|課長)(?:[。、]|\s{2,})"
)
_HELD = re.compile(
    r"開催日時|開催場所|出席者|欠席者|傍聴[人者]|会議の名称|会議次第|配布資料|開\s?会|閉\s?会"
    r"|議\s?事|日\s?時|委員名簿"
)


#: What the minutes of a meeting in English have, each once at least.
_MEETING = (
    r"\bminutes of (?:the|a)\b|^\W*minutes\b", r"\bcall(?:ed)? to order\b", r"\badjourn",
    r"\bsecond(?:ed|er)\b", r"\bmoved by\b|\bmotion (?:carried|passed|by)\b", r"\broll call\b",
    r"\bapproval of (?:the |previous )?(?:minutes|agenda)\b",
    r"^\W*(?:present|in attendance|apologies)\b",
)  # fmt: skip
_MINUTED = tuple(re.compile(pattern, re.I) for pattern in _MEETING)
_SIGNS, _HEAD = 4, 400


def _is_english_meeting(units: list[Unit]) -> bool:
    if len(units) > _HEAD or not is_english(units):
        return False
    if sum(bool(unit.code and unit.code.word) for unit in units) > 1:
        return False
    return sum(any(map(sign.search, (unit.text for unit in units))) for sign in _MINUTED) >= _SIGNS


def is_minutes(units: list[Unit]) -> bool:
    """Tell the minutes of a meeting, where speakers only mention a plan."""
    if _is_english_meeting(units):
        return True
    head = " ".join(unit.text for unit in units[:40])
    held = len(set(_HELD.findall(head)))
    if _RECORD.search(head) and (len(_PRESENT.findall(head)) >= 3 or held >= 3):
        return True
    lines = [unit for unit in units if len(unit.text) < 400 and _SPEAKER.match(unit.text)]
    if len(lines) < _FEW:
        return False
    spoken = len(lines) if not _is_interview(units, lines) else 0
    rose = spoken >= _FEW and any(_ROSE.search(unit.text) for unit in units)
    return rose or (spoken >= 4 and spoken * 8 >= len(units))


def _is_interview(units: list[Unit], spoken: list[Unit]) -> bool:
    """Tell an interview of the mayor: nobody else answers, and questions begin as such."""
    asked = sum(unit.text.startswith(_ASKS) or unit.text.endswith(("？", "?")) for unit in units)
    return asked > 1 and all(unit.text.startswith(_MAYORS) for unit in spoken)


#: What a page on opinions about a draft is called, and the heads of its two columns.
_COMMENTS = re.compile(
    r"(?:パブリック・?コメント|意見の?(?:募集|公募|提出)|市民意見|町民意見|住民意見).{0,24}結果"
)
_OPINIONS = re.compile(
    r"(?:意見|ご提言)(?:等|など)?の?(?:概要|内容|要旨|趣旨)?(?=[\s　|・と及に]|$)"
)
_REPLIES = re.compile(
    r"(?:[市町村区県]|本[市町村]|事務局|[市町村区]役所)の(?:基本的な)?(?:考え方|対応|回答|見解)"
)
#: So many lines may hold the title of such a page and the heads of its table.
_TITLED, _REPLIED = 12, 40


def is_opinions(units: list[Unit]) -> bool:
    """Tell a page of opinions about a draft and the answers to them."""
    titled = any(len(one.text) < 90 and _COMMENTS.search(one.text) for one in units[:_TITLED])
    return titled and any(
        len(one.text) < 90 and _OPINIONS.search(one.text) and _REPLIES.search(one.text)
        for one in units[:_REPLIED]
    )


#: So many sentences explain at least; twice as many where the page is not called a legend.
_EXPLAINED = 2


def is_legend(units: list[Unit]) -> bool:
    """Tell a page that only explains how the pages of a plan are to be read."""
    units = [unit for unit in units if not unit.text.isascii() or len(unit.text) < 50]
    glossary = (
        place for place, unit in enumerate(units)
        if "用" in unit.text and "語" in unit.text and plain(unit.text) in _GLOSSARY
    )  # fmt: skip
    units = units[: next(glossary, len(units))]
    explained = sum(legends.explains(unit.text) for unit in units)
    if explained < _EXPLAINED:
        return False
    sentences = sum("。" in unit.text or unit.text.endswith("ます") for unit in units)
    if any(len(unit.text) < 50 and legends.LEGEND.search(unit.text) for unit in units):
        return explained >= 0.35 * sentences
    return explained >= 2 * _EXPLAINED and explained >= 0.7 * sentences
