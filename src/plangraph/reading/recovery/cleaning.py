"""What is mended in a row before it is cut: invisible letters, lines drawn, emphasis, bullets."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from plangraph.reading.recovery import apart, latin
from plangraph.reading.recovery.branches import BRANCH
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import MARKS, narrow, parse
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.numerals import positional

_INVISIBLE = {
    **dict.fromkeys([*range(0x09), *range(0x0B, 0x20), 0x7F, 0xAD, 0xFEFF], None),
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)], None),
    0x85: " ", 0x2028: " ", 0x2029: " ", 0x0C: " ",
}  # fmt: skip
#: What few lines have: letters not seen, lines of boxes.
_ODD_LETTERS = (
    "\x00-\x08\x0b-\x1f\x7f\x85\xad\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2500-\u257f"
)
_ODD = re.compile(f"[{_ODD_LETTERS}]")
#: A code as text for screen readers spells it: かっこ1.
_SPOKEN = re.compile(r"かっこ(\d{1,2})\s?(?!\d)")
#: Letters set apart, often to fill the width of a column: 文 化 を 育 て ま す.
_APART = re.compile(
    r"(?<!\w)(?:(?:[一-龥ぁ-んァ-ヶー、・]|[「」『』]{1,2}) ){5,}[一-龥ぁ-んァ-ヶー]"
    r"(?=[\s\d（(【\[［〔＜<〈]|$)"
)
#: So many spaces are in a line of which letters stand apart or are printed twice.
_GAPS = 5
#: Letters printed twice, as some fonts are made bold: 都市計 計画マス スタープラ ラン.
_ECHO = re.compile(r"([一-龥ぁ-んァ-ヶー]{1,3}) \1")
_ECHOES = 8
#: A comma of the Latin sort within Japanese, with the space that it has in Latin: 県民, 事業者.
_COMMA = re.compile(r"(?<=[一-龥ぁ-んァ-ヶー」』）)])([,，]) +(?=[一-龥ぁ-んァ-ヶ「『（(])")
#: A year of an era whose letters stand apart: 平成 26 年度, 平 成30年度.
_YEAR = re.compile(r"(?:平 ?成|令 ?和|昭 ?和) ?(?:[\d０-９]{1,2}|元) ?(?=年|[(（]|[~〜～])")
#: Lines that draw a tree between its words.
_EDGES = "┌┐└┘├┤┬┴┼│┃┏┓┗┛┣┫┳┻╋║╔╗╚╝"
_BOXES = re.compile(
    rf"(?:(?<![ 　])[ 　]++)?+[{_EDGES}][─━ 　{_EDGES}]*+|(?<![─━])[─━]++(?=[┌┬├])[─━┌┬├]*+"
)
_RUNS = re.compile(r"([^\w、。])\1{8,}")
#: A page of contents on one row, whose pages only a tab or a wide gap parts from the titles.
_TABBED = re.compile(r"(?:\t|(?<![ 　])[ 　]{2,}+)(\d{1,3})(?=[\s　]|$)")
#: … behind a title each; values of a table stand behind each other.
_TITLED = re.compile(r"[^\s　\d%](?:\t|[ 　]{2,}+)\d{1,3}(?=[\s　]|$)")
_LONG_ROW, _TABBED_PAGES = 120, 5
#: A number or mark of which nothing is left but bytes that are no letter: ��� 相談の箱.
_LOST_MARK = re.compile(r"^\s*\ufffd{1,6}[ 　]+(?=[^\s\ufffd]{2})")
#: An arrow lost in the same way between two values: 31％ ��　60％.
_LOST_ARROW = re.compile(
    r"(?<=[\d％%人件円戸社店校日所]) ?\ufffd{1,3}[ 　]+(?=[年約延べ]{0,3} ?[\d０-９])"
)
#: A hollow bullet of Word that was extracted as the letter o.
_LETTER_BULLET = re.compile(r"^(\s*)o\s{1,4}(?=[A-Z])")
#: What a row in ASCII holds that is mended, and what it begins with: quotations, headings, bullets.
_MARKUP, _QUOTING, _DRESSED = ("&", "<", "*", "_", "\\", "]("), frozenset(">#"), frozenset(">#o ")
#: A bullet of a font of symbols, or the dot of Word, before a title in Latin letters.
_SYMBOL_BULLET = re.compile('^([ \t]*)[\uf000-\uf0ff·∙][ \t]{0,4}(?=[A-Za-z(“"])')
#: A picture before a title, and the third of the bullets that Markdown knows: + 保育の充実.
_PICTOGRAPH = re.compile("[\U0001f300-\U0001faff]\ufe0f?\\s?(?=\\S)")
_PLUS = re.compile(r"^(\s*)\+ (?=[^\s\d])")
#: The point of an item in half width, beside others in full: ･朝市, ・桟橋.
_HALF_POINT = re.compile(r"^(\s*)･(?!\s?[･・…])")
_FOREIGN = re.compile("[\u3040-\u9fff]")
#: All that \s finds, which an expression is twice as slow with.
_SPACES = " \t\n\xa0\u1680\u2000-\u200a\u202f\u205f　"
#: What a Japanese line has that is mended, but for its ends, links and spelt brackets.
_MENDED = re.compile(rf"[{_ODD_LETTERS}{_SPACES}&<\\*_⃝’\ufffd]")
_MENDED_HEADS = re.compile(r"[:#·∙･+\uf000-\uf0ff\U0001f300-\U0001faff]")
#: Links and pictures of HTML within Markdown.
_TAG = re.compile(r"</?(?:a|img|span|font|b|i|em|strong|u|sup|sub)(?:\s[^<>]*)?/?>", re.I)
#: A bullet, or the number of an item, with a tab behind it and no other in the row: no cells.
_BULLET_TAB = re.compile(r"^([ ]*(?:[-*+•●▪■◦‣–]|\(?(?:\d{1,2}|[a-z])[.)]))\t+(?=[^\t]+$)")
#: Pictures and links of Markdown: ![map](map.png), [Plan](/plan.html "Plan").
_PICTURE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()]{0,400}\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,400}(?:\s\"[^\"]{0,200}\")?\)")
#: ## Goals, and ##Goals.
_HEADING = re.compile(r"(#{1,6})(?:\s+|(?<=##)(?=[^\s#]))(.*?)\s*#*$")
#: Emphasis of Markdown: *Lead: Parks*.
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")


def undress(rows: list[Row]) -> list[Row]:
    """Return the rows, each without what only dresses its text; the same where none has any."""
    whole = "\n".join([row.text for row in rows])
    if not (whole.isascii() and whole.replace("\n", "").isprintable()) or holds_any(whole, _MARKUP):
        return [clean(row) for row in rows]
    may = [
        place for place, row in enumerate(rows)
        if row.text[:1] in _DRESSED or len(row.text) > _LONG_ROW
    ]  # fmt: skip
    if not may:
        return rows
    found = list(rows)
    for place in may:
        found[place] = clean(found[place])
    return found


def clean(row: Row) -> Row:
    """Return a row without what only dresses its text; a Markdown heading keeps its level."""
    text = row.text
    if len(text) <= _LONG_ROW and _is_bare(text) if text.isascii() else _is_undressed(text):
        return row
    if len(text) > 300:
        text = _RUNS.sub(lambda run: run[1] * 8, text)
    odd = _ODD.search(text) is not None
    if odd:
        text = text.translate(_INVISIBLE)
    if text[:1] == text[1:2] and _is_doubled(text.strip()):
        text = text.strip()[::2]
    if (" " in text or "　" in text[1:3]) and not text.isascii():
        text = apart.spread(apart.close_up(text))
        if text.count(" ") >= _GAPS:
            text = _APART.sub(lambda found: found[0].replace(" ", ""), text)
            if (echoes := len(_ECHO.findall(text))) >= _ECHOES and 3 * echoes > text.count(" "):
                text = _ECHO.sub(r"\1", text)
        if ", " in text or "， " in text:
            text = _COMMA.sub(r"\1", text)
        if "成" in text or "和" in text:
            text = _YEAR.sub(lambda found: found[0].replace(" ", ""), text)
    if "\ufffd" in text:
        text = _LOST_ARROW.sub(" → ", _LOST_MARK.sub("○ ", text))
    if "かっこ" in text:
        text = _SPOKEN.sub(r"(\1)", text)
    if "’" in text and latin.is_mostly_latin(text):
        text = text.replace("’", "'")
    if "&" in text and ";" in text:
        text = html.unescape(text)
    if odd and _BOXES.search(text):
        text = _BOXES.sub(f"  {BRANCH}  ", text)
    if "<" in text and "<br" in text.lower():
        text = re.sub(r"\s*<br\s*/?>\s*", " ", text, flags=re.I)
    if "](" in text and (text.count("](") == 1 or "|" in text):  # several are a menu of the site
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    if "\\" in text:
        text = re.sub(r"\\([*_#<>\[\]()\-])", r"\1", text)
    if "**" in text or "__" in text:
        text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
        text = re.sub(r"^(\s*(?:[-*+]\s+)?)\*\*\s*(.+?)\s*\*\*$", r"\1\2", text)
    if text.count("*") > 1:
        text = _SLANTED.sub(r"\1", text)
    if text.startswith("> "):
        text = text.lstrip("> ")
    if len(text) > _LONG_ROW and len(_TITLED.findall(text)) >= _TABBED_PAGES:
        text = _TABBED.sub(r" …… \1", text)
    head = text.lstrip()[:1]
    letter = _LETTER_BULLET.match(text) if head == "o" else None
    if letter and not _FOREIGN.search(text):
        text = f"{letter[1]}• {text[letter.end() :]}"
    drawn = head in "·∙" or "\uf000" <= head <= "\uf0ff"
    symbol = _SYMBOL_BULLET.match(text) if drawn else None
    if symbol and not _FOREIGN.search(text):
        text = f"{symbol[1]}• {text[symbol.end() :]}"
    if head == "+":
        text = _PLUS.sub(r"\1- ", text)
    if head == "･":
        text = _HALF_POINT.sub(r"\1・", text)
    if "<" in text and _TAG.search(text):
        text = _TAG.sub("", text)
    if "\t" in text:
        text = _BULLET_TAB.sub(r"\1 ", text)
    if text[:1] == ":" and (defined := _DEFINED.match(text)):
        text = text[defined.end() :]
    if ". " in text[:6] and _FOREIGN.search(text):
        text = _without_count(text)
    if text[-1:] in _KANJI_DIGITS:
        text = _paged(text)
    if text.startswith("#") and (heading := _HEADING.match(text)):
        row.level, text = len(heading[1]), heading[2]
    if text[:1] >= "\U0001f300":
        text = _PICTOGRAPH.sub("", text, count=1)
    if text is not row.text:
        row = Row(row.number, text, row.page, row.level, row.size, row.cells)
    return row


def _is_bare(text: str) -> bool:
    """Tell an English line in which nothing is to be mended: no markup, quotation or bullet."""
    return (
        text.isprintable()
        and not holds_any(text, _MARKUP)
        and text[:1] not in _QUOTING
        and text.lstrip()[:2].rstrip() != "o"
    )


def _is_undressed(text: str) -> bool:
    """Tell a short line in which nothing is to be mended: most lines of Japanese text."""
    return (
        len(text) <= _LONG_ROW
        and text[:1] != text[1:2]
        and text[-1:] not in _KANJI_DIGITS
        and not _MENDED.search(text)
        and not _MENDED_HEADS.match(text)
        and not ("](" in text or "かっこ" in text)
    )


#: The shortest line whose letters are all printed twice, as fonts are made bold: 基基本本目目標標.
_DOUBLED = 6


def _is_doubled(text: str) -> bool:
    return len(text) >= _DOUBLED and text[::2] == text[1::2] and len(set(text)) > 1


#: What a definition begins with in Markdown; the number of an item in a list.
_DEFINED, _COUNT = re.compile(r":[ \t]{1,4}(?=\S)"), re.compile(r"\s*(?P<count>\d{1,2})\. +")


def _without_count(text: str) -> str:
    """Return an item without the number of its list where one of its own says the same."""
    counted = _COUNT.match(text)
    if counted is None:
        return text
    rest = text[counted.end() :]
    code = parse(narrow(rest))[1]
    return rest if code and code.numbers[-1] == int(counted["count"]) else text


#: A page in kanji behind its leader: 森林の保全 ・・・・ 十一.
_KANJI_PAGE = re.compile(
    r"(?<![・…‥.･．])(?<![・…‥.･．]\s)((?:[・…‥.･．]\s?){3,}+)\s*+([〇一二三四五六七八九十]{1,4})\s*$"
)
_KANJI_DIGITS = frozenset("〇一二三四五六七八九十")


def _paged(text: str) -> str:
    """Return a line of a contents page with its page in digits."""
    found = _KANJI_PAGE.search(text)
    return f"{text[: found.end(1)]} {positional(found[2])}" if found else text


#: A numbered title in brackets that hold nothing else: 【１ 水をまもる】.
_OPENED = frozenset("【〔《＜")
_FRAMED = re.compile(r"[【〔《＜](?P<title>[^【】〔〕《》＜＞]{3,60})[】〕》＞]")


#: Marks that a title stands between, and the shortest such line: ★目標その1 …★.
_STARS, _STARRED = frozenset("★☆◆◇●○◎■□♪"), 6


def unframed(text: str) -> str:
    """Return a line without the brackets around its number and title, or the mark behind it."""
    if text[-1:] in _STARS and len(text) > _STARRED and text[0] == text[-1]:
        text = text[:-1].rstrip()
    framed = _FRAMED.fullmatch(text) if text[:1] in _OPENED else None
    if framed is None:
        return text
    code, place = parse(narrow(framed["title"]))[1:]
    return framed["title"] if code and framed["title"][place:].strip() else text


#: Kana on a line of their own; the line above is so long at least, and ends otherwise.
_KANA, _LONGEST_KANA = re.compile(r"[ぁ-ん]{1,3}"), 3
_LINE, _ENDS = 16, tuple("。：:」』）)")


def without_ruby(rows: list[Row]) -> list[Row]:
    """Leave out how a word is read, printed on a line between two of one sentence: い, 活かし."""
    texts = [row.text.strip() for row in rows]
    if not any(map(_KANA.fullmatch, (text for text in texts if len(text) <= _LONGEST_KANA))):
        return rows
    found: list[Row] = []
    place = 0
    while place < len(rows):
        row, text = rows[place], texts[place]
        after = rows[place + 1] if place + 1 < len(rows) else None
        if found and after and _is_kana(text) and _goes_on(found[-1], after):
            found[-1] = replace(found[-1], text=found[-1].text.rstrip() + after.text.strip())
            place += 2
            continue
        found.append(row)
        place += 1
    return found


def _is_kana(text: str) -> bool:
    return len(text) <= _LONGEST_KANA and _KANA.fullmatch(text) is not None


def _goes_on(row: Row, after: Row) -> bool:
    """Tell a line within a sentence, by its commas, and the line that goes on with it."""
    text, following = row.text.strip(), after.text.strip()
    if len(text) < _LINE or text.endswith(_ENDS) or not ("、" in text or "。" in text):
        return False
    coded = any(parse(narrow(line))[1] for line in (text, following))
    return not coded and "。" in following and following[0] not in MARKS
