"""Letters set apart (字間の空いた文書): 基 本 目 標 1 子 どもが 安 心 して 成 長 できる 地 域.

Some sites print the text of a page with a space after every kanji. Their spaces tell nothing
of words or lines, so that only the codes show where titles begin.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.rows import Row
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.lexicon import role_of

_LETTER = r"[一-龥々ぁ-んァ-ヶー、。・「」『』（）]"
_APART = re.compile(r"[一-龥] (?=[一-龥ぁ-んァ-ヶ])")
_TOGETHER = re.compile(r"[一-龥](?=[一-龥])")
_GAP = re.compile(rf"(?<={_LETTER}) (?={_LETTER})")
#: Each row is a page, and begins with its number.
_PAGE = re.compile(r"^\s*\d{1,3} (?=\D)")
#: So many kanji set apart, and so many for each two that are not, make a row of that form.
_LEAST, _TIMES = 12, 2
#: So many rows of that form make a document of it, so many kanji set apart in each.
_FEWEST, _FAR = 12, 2
_KANA_APART, _KANA_TOGETHER = re.compile("[ぁ-ん] (?=[ぁ-ん])"), re.compile("[ぁ-ん](?=[ぁ-ん])")
_CLOSED = re.compile(rf"(?<={_LETTER}) (?=(?:{_LETTER}|[】》〉]))|(?<=[【《〈]) (?={_LETTER})")
_DIGITS = re.compile(r"(?<=[一-龥] )\d(?: \d)+(?= [一-龥])")
_LEADER = re.compile(r"[･・…‥.．] ?[･・…‥.．] ?[･・…‥.．]")
_WORDS = "|".join(sorted((word for word in CODE_WORDS if len(word) > 1), key=len, reverse=True))
#: Where a code begins: after a letter, a word of a level and its number.
_CODE = re.compile(
    rf"(?<=[一-龥ぁ-んァ-ヶー])((?:{_WORDS})\s?\d{{1,2}}(?![\d年月日つ件人%か]|\s[年月日つ件人%か])"
    r"|第\s?\d{1,2}\s?[編章節項])"
)

#: A line of a contents page of the same sort: 第 ４ 章 　 施 策 の 展 開 　 ････ ３ １.
_LED = re.compile(
    r"(?P<text>(?:[^･・…‥.．]|(?:[･・…‥.．] ?)++)*?)(?:[･・…‥.．] ?){3,}+ *+"
    r"(?P<page>\d(?: \d){0,2})\s*"
)
#: A whole line whose letters, numbers and signs stand apart: 第 １ 章 　 町 の （ 将 来 ） 像.
_SPREAD = re.compile(r" ?[^ ](?: {1,2}[^ ]){5,} ?")
_KANA = re.compile(r"[一-龥々ぁ-んァ-ヶ]")
#: A cell whose letters stand apart, be they one or many; a row of them has so many with its gaps.
_SHORTEST = 8
_APART_LETTERS = re.compile(r"[^ ]?(?: {1,2}[^ ])*")


def _is_spread(text: str) -> bool:
    if not _SPREAD.fullmatch(text):
        return False
    return 2 * len(_KANA.findall(text)) >= len(text.split())


def _cells_closed(text: str) -> str:
    """Close up the cells of a row, if all their letters are set apart: 指 標 | 8 8 . 2 %."""
    parts = [part.strip() for part in text.split("\t")]
    spread = all(_APART_LETTERS.fullmatch(part) for part in parts)
    told = spread and len(text) >= _SHORTEST and _KANA.search(text)
    return "\t".join(part.replace(" ", "") for part in parts) if told else text


#: A title, its number before it (which may be lost: 第 節), a leader and its page behind it.
_TITLED = re.compile(
    r"(?P<code>\s*(?:第?\s?[\d０-９一二三四五六七八九十]{1,2}\s?[章節編部]?|第\s[章節編部]"
    r"|[（(][\d０-９]{1,2}[）)]|[①-⑳])"
    r"[.．、]?\s+)?(?P<title>[一-龥々ぁ-んァ-ヶー、，・ 　]{6,}?)"
    r"(?P<page>\s*[.…･・‥．]{3,}[\s\d０-９]*)?"
)
#: What no word begins with, and how short the pieces are that justified letters leave.
_WITHIN = frozenset("のとがをにはでへるれりらろわんーっゃゅょ・、")
_KANA_ALONE = frozenset("きくけこさしすせたちつなみむめよげごぎぐじずぜぞだびぶべぼ")
_PIECES, _PIECE = 4, 2.6


def _close_pieces(text: str) -> str:
    """Close up a title that its width broke into pieces: 1. 計 画策 定 の趣 旨 ..... 3."""
    found = _TITLED.fullmatch(text)
    pieces = found["title"].split() if found else []
    if found is None or len(pieces) < _PIECES or min(map(len, pieces)) > 1:
        return text
    broken = any(one[0] in _WITHIN or one in _KANA_ALONE for one in pieces[1:])
    if not broken or sum(map(len, pieces)) > _PIECE * len(pieces):
        return text
    return f"{found['code'] or ''}{''.join(pieces)}{found['page'] or ''}"


def closed(rows: list[Row]) -> list[Row]:
    """Return the rows of a document whose kanji are set apart throughout, all of them closed up.

    A title is too short to tell by itself; most rows of the document, and their sentences, do.
    """
    loose = [place for place, row in enumerate(rows) if _is_loose(row)]
    if len(loose) < _FEWEST or 3 * len(loose) < sum(bool(row.text.strip()) for row in rows):
        return rows
    text = "\n".join(rows[place].text for place in loose)
    apart = len(_APART.findall(text))
    if apart < _FAR * len(loose) or apart <= _TIMES * len(_TOGETHER.findall(text)):
        return rows
    if len(_KANA_APART.findall(text)) > len(_KANA_TOGETHER.findall(text)):
        return rows  # all signs stand apart, which a row tells by itself
    return [_closed(row) if _APART.search(row.text) else row for row in rows]


def _closed(row: Row) -> Row:
    text = row.text
    if (
        row.cells
        or _LEADER.search(text)
        or len(_APART.findall(text)) < len(_TOGETHER.findall(text))
    ):
        return row
    text = _DIGITS.sub(lambda found: found[0].replace(" ", ""), text)
    return replace(row, text=_CLOSED.sub("", text))


def _is_loose(row: Row) -> bool:
    """Tell a row of which a quarter are spaces; those before pages are closed up by themselves."""
    text = row.text
    loose = " " in text and 4 * text.count(" ") >= len(text) and not row.cells
    return loose and "\t" not in text and "  " not in text and not _LEADER.search(text)


def close_up(text: str) -> str:
    """Close up a row whose kanji are set apart; a space stands before its codes."""
    if text[1:2] == " " and not text[0].isdecimal() and _is_spread(text):
        return text.replace(" ", "")  # 一 人 ひ と り: no number
    if text.count(" ") >= _PIECES - 1 and "。" not in text:
        text = _close_pieces(text)
    if "\t" in text and (closed := _cells_closed(text)) != text:
        return closed
    if text[1:2] == " " and _is_spread(text):
        return text.replace(" ", "")
    if text[-2:-1] == " " and (led := _LED.fullmatch(text)) and _is_spread(led["text"].strip()):
        return f"{led['text'].replace(' ', '')} …… {led['page'].replace(' ', '')}"
    apart = len(_APART.findall(text))
    if apart < _LEAST or apart <= _TIMES * len(_TOGETHER.findall(text)):
        return text
    return _CODE.sub(r" \1", _GAP.sub("", _PAGE.sub("", text)))


#: Letters of a word of levels or a label that are spread to the width of a column: 施　策　１.
_DRESSED = r"(?P<dress>[【〔《<\[■●◆○◇□▶▼◎・]?[ 　]{0,2})"
_SPREAD_WORD = re.compile(
    _DRESSED
    + r"(?P<word>[一-龥ぁ-んァ-ヶー](?P<gap>[ 　]{1,3})(?:[一-龥ぁ-んァ-ヶー](?P=gap)){0,8}"
    r"[一-龥ぁ-んァ-ヶー])(?=$|[^一-龥ぁ-んァ-ヶー])(?P<rest>.*)",
    re.S,
)
_SPREAD_LINE = re.compile(
    r"[ 　]?[^ 　](?P<gap>　|[ 　]{2,3})[^ 　](?:(?P=gap)(?:[ 　]{0,6})[^ 　]){4,}[ 　]?"
)
_GAPS = frozenset(" 　")
_NUMBERED_WORD = re.compile(
    rf"(?P<code>[【〔《<\[]?(?:{_WORDS}|施策)[（(]?[\d０-９Ⅰ-Ⅻ]{{1,2}}(?:[－-][\d０-９]{{1,2}})?[）)】〕》>\]]?)(?=[一-龥ぁ-んァ-ヶ])"
)


def spread(text: str) -> str:
    """Close up a line, or the word that begins it, whose letters fill a width: 主　な　取　組."""
    if not (text[1:2] in _GAPS or text[2:3] in _GAPS):
        return text
    if text[:3].isspace() and (bare := text.lstrip(" 　")):
        return text[: -len(bare)] + spread(bare)
    if _SPREAD_LINE.fullmatch(text) and 2 * len(_KANA.findall(text)) >= len(text.split()):
        return _NUMBERED_WORD.sub(r"\g<code>　", re.sub("[ 　]", "", text), count=1)
    found = _SPREAD_WORD.match(text)
    if found is None:
        return text
    word, rest = re.sub("[ 　]", "", found["word"]), found["rest"]
    closed = rest.strip("】〕》>] 　:：")
    if not (word.endswith(CODE_WORDS) or _heads(word, rest) if closed else role_of(word)):
        return text
    return f"{found['dress'].strip(' 　')}{word}{rest.removeprefix(found['gap'])}"


def _heads(word: str, rest: str) -> bool:
    """Tell the head of a column before others: 指　標　名      現状値      目標値."""
    others = re.split("[ 　]{2,}", rest.strip())
    return column(word) is not None and len(others) > 1 and any(map(column, others))


_SPACED_LATIN = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z0-9.] ){2,}[A-Za-z0-9](?![A-Za-z0-9])")
_SPACED_KANJI = re.compile(r"^(?:[一-龥ぁ-んァ-ヶー] ){2,}[一-龥ぁ-んァ-ヶー](?= |\d|$)")


def together(text: str) -> str:
    """Put letters of a line together that stand apart: S o c i e t y, 目 標 値."""
    latin = len(text) > 60 and text.isascii()
    if " " in text and not latin and _SPACED_LATIN.search(text):
        text = _SPACED_LATIN.sub(_close_up, text)
    if text[1:2] == " " and _SPACED_KANJI.match(text):
        text = _SPACED_KANJI.sub(lambda found: found[0].replace(" ", ""), text)
    return text


def _close_up(found: re.Match[str]) -> str:
    letters = found[0].replace(" ", "")
    return found[0] if letters.isdigit() else letters
