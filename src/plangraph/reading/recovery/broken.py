"""Lines that the width of a page, a cell or a page break cut: what goes on with what."""

from __future__ import annotations

import re

from plangraph.reading.recovery import (
    boxed,
    filled,
    places,
    tails,
    unclosed,
    wrapped,
)
from plangraph.reading.recovery.parsed import is_prose, parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import MARKS, narrow
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.legends import LEGEND
from plangraph.reading.terms.lexicon import PLACE, PLAN_NAME, TITLE_END, role_of
from plangraph.reading.terms.looks import ATTRIBUTE, MEANT, OPEN
from plangraph.reading.terms.quantities import COST

_SENTENCE_END = tuple("。！？!?」』）)]】:：")
_LATIN_END = tuple(".!?:;)")
#: Between parts of a sentence, in the width that the writer chose.
_COMMA = re.compile(r"、|，|,(?<=[ぁ-ん],)")
_DANGLING = tuple("、，,・のとやをにがへでいなてしりきくっえ「（(～~-")
#: Nouns that end as verbs do when a sentence goes on.
_KANA_NOUN = re.compile(
    "(?:みどり|づくり|つながり|まつり|みのり|ゆとり|ぬくもり|まとまり|見守り|[住す]まい|ふれあい|ふれ合い|支え[合あ]い"
    "|助け[合あ]い|うるおい|にぎわい|賑わい|いこい|憩い|生きがい|やりがい|おもてなし|[暮く]らし|いしずえ|ふるさと|みなと|[^ぁ-ん]ひと)$"
)
_QUOTED = re.compile("[「『][^「」『』]+[」』]")
_KATAKANA = re.compile("[ァ-ヶー]")
_CONTINUES = re.compile(
    r"^(?:の(?!び)|を|が(?!ん)|は(?![ぐつば])|へ|に(?![ぎっお])|で(?![かき])|と(?![もき]|なり[のにで])"
    r"|や(?![さすま])"
    r"|づくり$|する|します|[すく]$|るまち|あるまち|なまち|[)）」』、。・])"
)


def join(found: list[Unit]) -> list[Unit]:
    """Join what the width of a page, a cell or a page break cut."""
    joined: list[Unit] = []
    lengths = [len(unit.text) for unit in found]
    wide = sorted([length for length in lengths if length > 8])
    width = wide[int(len(wide) * 0.93)] if wide else 0
    for place, unit in enumerate(found):
        last = joined[-1] if joined else None
        if (
            last is None
            or _is_whole(last, unit)
            or not _goes_on(last, found, place, lengths, width)
        ):
            joined.append(unit)
        else:
            _append(last, unit)
    return joined


def _goes_on(last: Unit, found: list[Unit], place: int, lengths: list[int], width: int) -> bool:
    """Tell that a line goes on what was joined so far, and is no row of a table."""
    unit = found[place]
    if last.prose and wrapped.runs_on(last, unit, found[place - 1]):
        return True
    joins = _belongs(last, unit, found, place, lengths, width)
    return joins and not (tails.ends_row(last.text[-60:]) or tails.is_next_row(found, place))


def _is_whole(last: Unit, unit: Unit) -> bool:
    """Tell a whole sentence, which no line goes on with."""
    if last.text[-1] != "。" or last.cells or unit.cells:
        return False
    return not ("（" in last.text or "(" in last.text)


#: Mark and code of a line are within so many letters of its beginning.
_BEGINS = 64
#: A field of a table or a sheet, which no title goes on with.
_FIELD = re.compile(r"N[oO]\.?$|№$|(?:担当|所管|主管|実施)(?:部?課|部署)[\s:：]|..番号[\s:：]?\d")
_NUMBER_HEAD = 3
#: The noun below an attribute has so many letters at most.
_NOUN = 12
#: In what money the table below counts.
_MONEY = re.compile(r"[（(](?:単位[:：]?)?[千百万]{0,2}円[)）]")
#: What a work costs, behind its name: ……2,488万円, （80,194千円）.
_PRICED = re.compile(rf"[…‥.　 （(：:【]\s?{COST}[)）】]?$")
_ENDS_AMOUNT = frozenset("円)）】")
#: What a label is dressed with.
_DRESS = "■◆●○◎□▽▼【】〔〕[]《》<> "


def _append(last: Unit, unit: Unit) -> None:
    latin = last.text[-1:].isascii() and unit.text[:1].isascii()
    between = " " if latin and not last.text.endswith("-") else ""
    printed = last.printed or last.text
    spliced = wrapped.spliced(last, unit) if latin and "   " in last.text else None
    begun = len(last.text) >= _BEGINS and not (last.cells or unit.cells or spliced)
    last.text = spliced or last.text + between + unit.text
    last.last = unit.last
    last.printed = printed + unit.text
    last.contents = last.contents or unit.contents
    cells = last.cells
    if cells and not unit.cells:
        last.cells = (*cells[:-1], (cells[-1] + unit.text.rstrip("| ")).strip())
        last.text = "\t".join(last.cells)
    if begun:  # what follows changes neither mark nor code
        last.rest += between + unit.text.strip().replace("\t", " ")
        if not last.prose or "    " in unit.text:
            last.prose = is_prose(last)
        return
    own = last.code
    parse_unit(last)
    if own and last.code is None:  # a word that this document alone counts by
        last.code = own
        last.rest = last.text[last.text.find(own.printed) + len(own.printed) :].lstrip(" 　:：")


#: What parts the columns of a row that keeps its layout.
_COLUMNS = " " * 4


def _belongs(
    last: Unit, unit: Unit, found: list[Unit], place: int, lengths: list[int], width: int
) -> bool:
    if unit.mark or unit.level or last.level or unit.gap > 2 or last.contents:
        return False
    if last.first == unit.first or (unit.code and not wrapped.is_amount(last, unit)):
        return False
    if not (last.cells or unit.cells) and last.text.isascii() and unit.text.isascii():
        return _belongs_in_ascii(last, unit, found, place, lengths, width)
    if last.text[-1] in "のす" and ATTRIBUTE.fullmatch(narrow(last.text)):
        return len(unit.text) <= _NOUN
    if _FIELD.match(unit.text) or (unit.text[0] in "（(" and _MONEY.fullmatch(unit.text)):
        return False
    if last.cells or unit.cells:
        return bool(
            last.cells and not unit.cells and unit.gap == 0 and unit.text.endswith("|")
            and last.text.count("\t") >= 1 and unit.text.strip("-|: ")
        )  # fmt: skip
    text, here = last.text, unit.text
    goes_on = last.prose or text[-1] not in _ENDS_AMOUNT or _CONTINUES.match(here)
    if not goes_on and _PRICED.search(text[-30:]):
        return False
    if text[0] in "「『～〜" and (text[-1] == text[0] or _QUOTED.fullmatch(text)):
        return False
    if not last.prose and here.startswith("この") and MEANT.match(here) and not OPEN.search(text):
        return False
    if last.mark and not last.prose and here[0] in "「『" and _QUOTED.fullmatch(here):
        return False
    if here[0] == "“" and here[-1] == "”" and not last.prose:  # a catchword
        return False
    if unit.gap and not last.prose and TITLE_END.search(text) and TITLE_END.search(here):
        return False
    if last.mark and not last.prose and unit.gap > last.gap:  # an item, and what is no part of it
        return False
    above = found[place - 2] if place > 1 else None
    if above is not None and last.first == last.last and not last.prose and unit.first > last.last:
        named = role_of(narrow(above.rest or above.text).strip(_DRESS))
        small = here[0].isascii() and here[0].islower()
        if named in ("philosophy", "vision") and len(text) < 0.9 * width and not small:
            return unclosed.ends_quotation(text, here)
    if text.endswith(_SENTENCE_END) and not (
        last.prose and text[-1] in "」』）)" and here[0] not in MARKS
    ):
        return len(text) < 200 and unclosed.is_open(text)
    if unit.gap <= 1 and unclosed.is_open(text):
        return len(text) < 400 and ("）" in here or ")" in here or last.prose)
    if last.size != unit.size or role_of(narrow(here).strip(_DRESS)) or LEGEND.search(here):
        return False
    if unclosed.ends_quotation(text, here):
        return unit.gap <= 1
    tail = len(text) if last.first == last.last else lengths[place - 1]
    around = max(lengths[max(0, place - 4) : place + 3], default=0)
    if last.code and "。" in here and len(text) >= 0.85 * width and unit.gap == 0:
        titled = last.code.word and PLACE.search(last.rest)
        if _COMMA.search(text) and not text.isascii() and not titled:
            return True
    if last.code and not last.prose and boxed.is_broken(last, found, place):
        return True
    if last.code and not last.prose and unit.gap == 0 and _cuts_word(text, here):
        return True
    if is_latin(text) and is_latin(here):
        return _goes_on_latin(last, found, place, lengths)
    if last.code and not last.prose and len(text) < 60:
        if not last.rest or unit.gap > 1 or len(here) > 30 or "。" in here or unit.contents:
            return False
        if TITLE_END.search(last.rest) and not _CONTINUES.match(here):
            return False
        follows = found[place + 1] if place + 1 < len(found) else None
        dangles = last.rest.endswith(_DANGLING) and not _KANA_NOUN.search(last.rest)
        if unit.gap == 0 and (
            places.go_on(last.rest, here) or places.in_large_letters(last, unit, follows)
        ):
            return True
        if filled.goes_on(last.rest, found, place):
            return True
        if _CONTINUES.match(here) or (dangles and TITLE_END.search(here)):
            return not (
                follows and follows.prose and follows.gap == 0 and follows.first == unit.last
            )
        return False
    if text.isascii() or here.isascii():
        return _fills(last, found, place, lengths)
    steady = lengths[max(0, place - 7) : place]
    if unit.gap and not last.mark and len(steady) > 3 and (last.prose or _COMMA.search(text)):
        width = min(width, max(steady))
    if unit.gap and tail < 0.78 * width:
        return bool(last.prose and tail >= 30 and unit.gap <= 1 and "。" in here)
    if last.mark and last.mark in "●◆■○◇□" and tail < 20 and TITLE_END.search(text):
        return unit.gap == 0 and here in _TAILS
    if last.mark and not last.prose and unit.gap == 0 and len(here) < 30 and _wrapped(text, here):
        return True
    if not last.prose and PLAN_NAME.search(here):
        return False
    if tail < 12 or tail < 0.72 * around:
        return bool(last.prose and unit.gap <= 1 and tail >= 0.5 * around and "。" in here
                    and tail >= 30)  # fmt: skip
    if last.prose or _COMMA.search(text) or text.endswith(_DANGLING) or _CONTINUES.match(here):
        return unit.prose or _sentence_follows(found, place)
    if last.mark and tail < around - 3:  # an item that ends before the edge of the page
        return False
    return (_sentence_follows(found, place) and tail >= 16 and last.mark and not unit.gap) or (
        _sentence_follows(found, place) and tail >= 24
    )


def _belongs_in_ascii(
    last: Unit, unit: Unit, found: list[Unit], place: int, lengths: list[int], width: int
) -> bool:
    """Tell the same of two lines that hold nothing that only Japanese is printed with."""
    text, here = last.text, unit.text
    if len(here) <= _NUMBER_HEAD and _FIELD.match(here):
        return False
    if last.mark and not last.prose and unit.gap > last.gap:
        return False
    small = here[0].islower()
    above = found[place - 2] if place > 1 and not small and len(text) < 0.9 * width else None
    first = last.first == last.last and not last.prose and unit.first > last.last
    named = role_of((above.rest or above.text).strip(_DRESS)) if above and first else None
    if named in ("philosophy", "vision"):
        return False
    if text.endswith(_SENTENCE_END) and not (
        last.prose and text[-1] == ")" and here[0] not in MARKS
    ):
        return len(text) < 200 and unclosed.is_open(text)
    if unit.gap <= 1 and unclosed.is_open(text):
        return len(text) < 400 and (")" in here or last.prose)
    if last.size != unit.size or role_of(here.strip(_DRESS)) or LEGEND.search(here):
        return False
    if last.code and not last.prose and boxed.is_broken(last, found, place):
        return True
    return _goes_on_latin(last, found, place, lengths)


def _goes_on_latin(last: Unit, found: list[Unit], place: int, lengths: list[int]) -> bool:
    """Tell a Latin line that goes on with the one above, by its beginning and the width of both."""
    unit = found[place]
    text, here = last.text, unit.text
    if _COLUMNS in text and _COLUMNS in here:
        return False
    on = wrapped.goes_on(last, found, place, lengths) if not unit.gap else None
    if on is not None:
        return on
    if last.code and not last.prose and len(text) < 60:
        return unit.gap == 0 and here[:1].islower()
    return _fills(last, found, place, lengths)


def _fills(last: Unit, found: list[Unit], place: int, lengths: list[int]) -> bool:
    """Tell a line that goes on with one that had no room for its first word."""
    unit = found[place]
    text, here = last.text, unit.text
    tail = len(text) if last.first == last.last else lengths[place - 1]
    around = max(lengths[max(0, place - 4) : place + 3], default=0)
    if unit.gap == 0 and here[:1].islower() and tail >= 25:
        return True
    wide = unit.gap <= 1 and tail >= 0.7 * around and tail >= 30
    if not wide or text.endswith(_LATIN_END):
        return False
    joins = last.prose and not unit.gap and not (last.mark and _ends_item(text, here))
    return joins or here[:1].islower()


def _ends_item(text: str, here: str) -> bool:
    """Tell that an item of a list is whole, and what follows it a sentence of its own."""
    return here[:1].isupper() and not wrapped.OPEN_WORD.search(text) and here.rstrip()[-1:] in ".:"


#: What a narrow column leaves of a line for the next.
_TAILS = frozenset(("を図る", "を図ります", "を進める", "を進めます", "を推進する", "に努める"))


def _wrapped(text: str, here: str) -> bool:
    """Tell an item that a narrow column broke: before its last words, or within a word."""
    ends = TITLE_END.search(here) or here.endswith(("る", "す"))
    return bool(text.endswith(_DANGLING) and ends) or _cuts_word(text, here)


def _cuts_word(text: str, here: str) -> bool:
    """Tell that a line ends within a word of katakana: ボ / ランティア."""
    return bool(_KATAKANA.match(text[-1:]) and _KATAKANA.match(here)) and len(text) >= 8


def _sentence_follows(found: list[Unit], place: int) -> bool:
    for number, unit in enumerate(found[place : place + 10]):
        if unit.code or unit.mark or unit.level or unit.cells or (number and unit.gap > 1):
            return False
        if "。" in unit.text:
            return True
        if number and len(unit.text) < 12:
            return False
    return False
