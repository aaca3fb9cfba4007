"""Names of the rows of a flattened table, put together from the words of their cells."""

from __future__ import annotations

import re

from plangraph.reading.tables.evidence import is_measured, joined
from plangraph.reading.tables.headwords import heads, kind_of
from plangraph.reading.terms.codes import MARKS, narrow, parse
from plangraph.reading.terms.lexicon import TITLE_END

#: Numbers that are no code of a name: 20~39歳.
_RANGE = re.compile(r"\d+\s?[~〜～\-－]\s?\d")
#: Where the values of a name were taken from, in brackets behind it.
_SOURCE = re.compile(r"[（(][^（）()]*(?:統計|アンケート|調査|出典|資料|調べ)[^（）()]*[)）]")
#: What a line says before the name of an indicator: 【評価指標】, 指標1：, KPI, 指標の名称.
_LABEL = re.compile(
    r"[^\w\s]{0,2}\s?(?:重要業績評価|まちづくり|成果|評価|活動|目標|達成|管理|効果|数値|環境|取組|施策|検証)?の?"
    r"(?:指標|KPI|数値目標)(?:名称?|の名称|項目)?(?:\s?\(KPI\))?"
    r"(?:\s?(?:No\.?)?(?P<number>\d{1,3}|[A-Z](?![A-Za-z])))?(?P<end>(?:(?:[】\])>》〕:・]|\s)\s*|(?<=\d)\.\s*)*)"
)
#: What a column before the names says of each: 成果, 活動指標, アウトカム, 指標1, KPI②.
_SORT = re.compile(
    r"(?:(?:成果|活動|評価|取組)(?:指標)?|アウト(?:カム|プット)(?:指標)?|指標|KPI)(?:[①-⑳]|\d{1,2})?"
)
#: What counts the rows of a table: Ａ, Ｂ.
_LETTER = re.compile("[A-H]")
#: The head of a column has fewer letters.
_HEAD = 14
_EDGES = f" 　:：・?？{''.join(MARKS)}"


#: A field of a record that stands behind the name on its line: 単位：人　担当課：総務課.
_BEHIND = re.compile(
    r"(?<![\s|])[\s|]++[^\w\s]?(?:単位[^\w\s]?[\s:]\s*(?P<unit>[^\s:]{1,8})"
    r"|(?:(?:指標の?)?(?:説明|定義|内容|考え方|出典|資料|備考|区分|種別)|(?:算出|算定|把握|測定)(?:方法|式)"
    r"|(?:設定)?(?:理由|根拠)|(?:担当|所管)(?:部?課|部署)?)[^\w\s]?[\s:]).*$"
)


def without_fields(name: str) -> tuple[str, str | None]:
    """Return a name without the fields behind it, and the unit that one of them tells."""
    found = _BEHIND.search(narrow(name))
    if found is None:
        return name, None
    unit = found["unit"] or without_fields(name[found.start() + 1 :])[1]
    return name[: found.start()].rstrip(), unit


def label(text: str) -> int:
    """Return how many letters of a line are a label before the name of an indicator."""
    found = _LABEL.match(narrow(text))
    if found is None or not (found["end"] or found["number"]):
        return 0
    rest = text[found.end() :].split(maxsplit=1)[:1]
    told = found["end"] and not heads(rest[0]) if rest else found["number"]
    return found.end() if told else 0


def name_of(words: list[str]) -> str:
    """Put a name together without heads of columns, marks and codes."""
    words = list(words)
    while len(words) > 1 and len(words[0]) < _HEAD and (
        kind_of(words[0]) or _SORT.fullmatch(narrow(words[0]))
    ):  # fmt: skip
        del words[0]
    while len(words) > 1 and _of_measure(words[0]) and is_measured("".join(words[1:])):
        del words[0]
    if len(words) > 1 and _LETTER.fullmatch(narrow(words[0])) and not words[1].isascii():
        del words[0]
    while len(words) > 1 and _SOURCE.fullmatch(words[-1]) and is_measured("".join(words[:-1])):
        del words[-1]
    text = joined(words)
    _, code_, end = parse(narrow(text))
    if code_ and not code_.word and text[end:].strip() and not _RANGE.match(text):
        text = text[end:]
    return text.strip(_EDGES)


def _of_measure(word: str) -> bool:
    """Tell the title of a measure in the column before the names: 1力強い産地づくり."""
    _, code, end = parse(narrow(word))
    rest = narrow(word)[end:].strip()
    return code is not None and len(rest) > 5 and bool(TITLE_END.search(rest)) and (
        not is_measured(rest)
    )  # fmt: skip
