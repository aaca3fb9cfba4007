"""Rows that hold a page (行の切れ目が失われた文書): where their logical lines begin.

Extraction often leaves a page on one row, with a space where each line ended. The words
between the spaces tell what they are by what they look like beside their neighbours: the
lines of a paragraph are as long as the page is wide and run on to a full stop; a code
begins a line where its number is due; a label or a finished title ends one.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.leaders import LED
from plangraph.reading.recovery.words import (
    LETTER,
    NUMBER,
    OPEN_TAIL,
    Word,
    is_through,
    label_lists,
    leads,
    split,
    upright,
)
from plangraph.reading.terms.codes import MARKS, Code, narrow, parse
from plangraph.reading.terms.lexicon import TITLE_END, role_of
from plangraph.reading.terms.looks import ends_usually

#: Shorter rows are not taken for pages (characters).
SHORTEST = 120
#: A row of so many letters a space is a paragraph with a space in it.
_SPARSE = 60
_LONGEST_TITLE = 20
#: The fewest letters of a line of a narrow column, and the most.
_COLUMN, _NARROW = 10, 20
_VALUE = re.compile(
    r"(?:累計|約|延べ|年間)?[(（~〜\-−―]?[\d,.]*\d\s?[^\s\d]{0,6}[)）]?"
    r"(?:\((?:平成|令和|[HR])?\d{1,4}(?:\((?:平成|令和|[HR])?\d{1,4}\))?年?度?\))?"
    r"|[\-−―%→⇒]+"
)
_CONTINUES = re.compile(
    r"[なのをにがはへとでもやすりるくれたてしめらいう、。」』）)](?!.*(?:まち|づくり)$)"
)
_SOFT = re.compile(r"(?:な|の|を|に|が|は|へ|と|で|も|や|する|します|る|り)(?=[^ぁ-ん]|まち|$)")
_LEADER = re.compile(
    r"(?<![.…･・‥‧·•])(?<![.…･・‥‧·•]\s)(?:[.…･・‥‧·•]\s?){3,}+\s*+[(（]?(?:[pP]\.?\s?)?\d{1,3}[)）]?(?=\s|$)"
    r"|(?<=\s)[.…・]\s\d{1,3}(?=\s)"
    r"|(?:[.…･・‥]\s?){6,}(?:$|(?=\s*[^\s\d]))|(?:[…･・‥]\s?){3,}$"
)
_DATE = re.compile(r"(?:平成|令和|昭和)\s?\S{1,3}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?(?:現在)?")
_DONE = re.compile(
    r"(?:計画|構想|戦略|プラン|ビジョン|概要|趣旨|期間|課題|方針|目標|施策|政策|体系|方向性?|現状|理念|姿"
    r"|すがた|像|背景|目的|役割|位置づけ|位置付け|構成|目次|視点|指標|事業|ます|です|向けて|あたって|ために)$"
)
#: A number at the end of a word, and what it counts: …を踏まえ、10 年後の….
_ALPHA, _COUNTER = re.compile(r"[^\W\d]"), re.compile(r"[年月日人件つ歳世割倍％%]|か所")
#: Heads of the columns of a table of indicators.
_TABLE_HEAD = re.compile(
    r"(?:(?:成果|目標|評価)?指標(?:名|項目)?|項目|単位|(?:現状|基準|実績|中間|目標|現況)値?|初期値|中間目標値?)(?:[（(]\S*[)）])?$"
)
#: The field that names an indicator.
_NAMED = re.compile("(?:成果|目標)?指標名?:")
#: What a value is called, beside it or at the head of its column.
_VALUE_HEAD = re.compile(
    r"(?:(?:R|H|令和|平成)?\d{1,4}(?:年度?)?の?)?(?:現[状況在]|基準|実績|当初|目標|中間)値?[:：]?"
)
#: Cells of a list of plans: heads, offices, and what a plan is called.
_HEADS = re.compile(
    r"計画名|(?:所管|担当|主管)(?:課|局|部|部局|部署)|計画期間|策定年度|計画等?の名称"
)
_OFFICE = re.compile(r"^[一-龥ァ-ヶーぁ-ん・]{1,12}(?:局|課|室|委員会|本部)$")
_QUOTES = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】"}
#: Spaces within quotes and brackets part the words of a motto, no lines.
_WITHIN = re.compile(r"「[^「」]{4,60}」|『[^『』]{4,60}』|[(（][^()（）。]{4,60}[)）]")
#: A space that may part lines: none between a number and its title.
_PARTED = re.compile(r"(?<=[^\sA-Za-z0-9章節項編：①-⑳Ⅰ-Ⅻ])[ \u3000]+(?=[^\sA-Za-z0-9])")


def is_run(text: str) -> bool:
    """Tell a row that holds a page: long, and with many spaces between Japanese words."""
    if len(text) < SHORTEST and text.count(" ") + text.count("\u3000") <= _LABELS:
        return False  # most lines
    if text.isascii() or 3 * len(LETTER.findall(text)) < len(text):
        return False
    if len(text) < SHORTEST:
        return _is_cover(text)
    spaces = len(_PARTED.findall(text)) + len(_LEADER.findall(text))
    if spaces and not _PARTED.search(_WITHIN.sub("", text)):
        return False
    return spaces >= 3 and len(text) < _SPARSE * spaces


#: What a cover says of a plan beside its period, and how many labels it has.
_SAID, _LABELS = frozenset(("vision", "philosophy")), 2


def _is_cover(text: str) -> bool:
    """Tell a shorter row with labels and what each says: 計画期間 令和3年度から 将来像 海のまち."""
    roles = [role_of(narrow(word)) if len(word) <= _COLUMN else None for word in text.split()]
    labels = [role for role, after in itertools.pairwise(roles) if role and not after]
    return len(labels) >= _LABELS and not _SAID.isdisjoint(labels)


def cut(text: str) -> list[str]:
    """Cut a row that holds a page into its logical lines."""
    return _cut(text)


def _cut(text: str, width: float = 0.0) -> list[str]:
    pieces: list[str] = []
    start = 0
    for leader in (LED if LED.search(text) else _LEADER).finditer(text):
        following = text[leader.end() :][:12]
        *whole, last = _lines(text[start : leader.start()], following, width) or [""]
        pieces += whole
        if page := re.search(r"\d+", leader[0]):
            last += f" ..... {page[0]}"
        pieces.append(last)
        start = leader.end()
    return [piece for piece in [*pieces, *_lines(text[start:], "", width)] if piece.strip()]


def _lines(text: str, after: str, width: float) -> list[str]:
    words, stray = upright(split(text))
    if not words:
        return []
    _sentences(words, width or _width(words))
    _codes(words, after)
    label_lists(words)
    lines: list[str] = []
    current: list[Word] = []
    for place, word in enumerate(words):
        if current and _breaks(words, place, current):
            lines.append(_join(current))
            current = []
        current.append(word)
    return [*lines, _join(current), *stray]


def _join(words: list[Word]) -> str:
    """Put the words of a line together; a sentence that its width cut is closed up."""
    text = words[0].text
    for before, word in itertools.pairwise(words):
        close = before.prose and word.prose and LETTER.match(word.text[:1])
        soft = _SOFT.match(word.text) and LETTER.match(before.text[-1:])
        text += ("" if close or soft else " ") + word.text
    return text


def _width(words: list[Word]) -> float:
    lengths = sorted(len(word.text) for word in words if len(word.text) >= 20)
    if len(lengths) >= 3:
        return lengths[int(len(lengths) * 0.7)]
    short = sorted(len(word.text) for word in words if _COLUMN <= len(word.text) < _NARROW)
    narrow_column = len(short) >= 8 and short[-2] - short[len(short) // 2] <= 2
    return short[-1] if narrow_column else 34.0


def _sentences(words: list[Word], width: float) -> None:
    """Mark the words of sentences: back from a full stop over lines as long as the page."""
    for end, word in enumerate(words):
        if "。" not in word.text:
            continue
        place = end
        word.prose = True
        while place and not words[place - 1].prose and _runs_on(words, place, width):
            place -= 1
            words[place].prose = True
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        size = len(word.text)
        follows = before is not None and before.prose and not before.text.endswith("。")
        follows = follows and not word.begins
        comma = "、" in word.text and size >= max(0.8 * width, 28)
        if comma or (follows and size >= max(0.75 * width, 18)):
            word.prose = True


def _runs_on(words: list[Word], place: int, width: float) -> bool:
    """Tell whether the sentence that ``place`` belongs to began on the line before."""
    before, here = words[place - 1], words[place]
    if here.begins or "。" in before.text[-2:] or before.label or _starts_code(words, place):
        return False
    if NUMBER.fullmatch(before.folded) or before.text[0] in MARKS:
        return False
    size = len(before.text)
    counting = before.folded[-1].isdecimal() and _ALPHA.search(before.folded)
    if counting and _COUNTER.match(here.text):
        return parse(before.folded)[1] is None
    if size >= 0.75 * width:
        done = ends_usually(before.text) and (width <= _NARROW or _is_titled(words, place - 1))
        return not done or bool(_CONTINUES.match(here.text))
    if OPEN_TAIL.search(before.text) and size > 5:
        return before.text[-1] in "、，," or not _is_titled(words, place - 1)
    return size >= 10 and bool(_CONTINUES.match(here.text)) and not TITLE_END.search(before.text)


def _is_titled(words: list[Word], place: int) -> bool:
    """Tell a word right behind one that is a code, and no number of anything else."""
    folded = words[place - 1].folded if place else ""
    code, end = parse(folded)[1:]
    return code is not None and end == len(folded) and not folded.isdecimal()


def _starts_code(words: list[Word], place: int) -> bool:
    tail = narrow(" ".join(word.text for word in words[place : place + 3]))
    mark, code, _ = parse(tail)
    return bool(mark) or code is not None


def _codes(words: list[Word], after: str) -> None:
    """Find codes, and accept those whose number is due after the last of their family.

    ``after`` is what follows the words, beyond a leader.
    """
    place = 0
    while place < len(words):
        word = words[place]
        found = (
            None
            if (
                word.prose
                and place
                and not word.begins
                and words[place - 1].prose
                and not words[place - 1].text.endswith("。")
            )
            else _code(words, place)
        )
        if found is None:
            place += 1
            continue
        word.code, word.takes = found
        place += max(1, word.takes)
    _labels_before_codes(words, after)
    last: dict[tuple[str, str], int] = {}
    for place, word in enumerate(words):
        code = word.code
        if code is None:
            continue
        before = words[place - 1] if place else None
        if "." in code.printed.strip(".") and before and _VALUE.fullmatch(before.folded):
            continue
        number = code.numbers[-1]
        apart = word.takes > 1 and code.shape == "N" and word.folded == code.word
        if apart and last.get(("", "N")) == number - 1 > 0 and code.family not in last:
            word.label = True  # 主な取組 4: the count goes on
            _unword(words, place, code)
            continue
        strong = code.word or code.shape.startswith("第") or len(code.numbers) > 1
        due = number == 1 or last.get(code.family) == number - 1
        sure = strong or code.shape not in ("N", "A", "K", "R")
        sure = sure or (number < 10 and _titled(words, place)) or word.begins
        first = place == 0 or (place == 1 and words[0].folded.isdigit())  # behind its page
        if sure or due or (first and code.parted):
            word.accepted = True
            last[code.family] = number


def _titled(words: list[Word], place: int) -> bool:
    """Tell a number after a full stop, with a title up to the next: …ます。 2 視点。本市では"""
    before, after = words[place - 1 : place], words[place + 1 : place + 2]
    stopped = bool(before) and before[0].text.endswith("。")
    return stopped and bool(after) and 2 < after[0].text.find("。") < _LONGEST_TITLE


def _labels_before_codes(words: list[Word], after: str) -> None:
    """方針 1 … 2 … 3 …: the word is a label above a list, no part of its first code.

    第2章 施策の展開 2-1 …: the word is a title, and the number after it the first below.
    """
    for place, word in enumerate(words[1:], 1):
        before, code = words[place - 1].code, word.code
        if before is None or code is None or word.folded != code.word or word.takes < 2:
            continue
        titled = before.shape.startswith(("第", "N")) and words[place - 1].takes == 1
        if titled and len(code.numbers) > 1 and code.numbers[0] == before.numbers[0]:
            _unword(words, place, code)
    found = [(place, word.code) for place, word in enumerate(words) if word.code]
    if (following := parse(narrow(after).strip())[1]) is not None:
        found.append((len(words), following))
    for place, code in found[: -1 if following else None]:
        if not code.word or code.shape not in ("N", "(N)") or code.numbers != (1,):
            continue
        if words[place].folded.lstrip(MARKS) != code.word or words[place].takes < 2:
            continue
        if any(one.word == code.word and one.numbers == (2,) for _, one in found):
            continue
        if any(other > place and not one.word and one.shape == code.shape and one.numbers == (2,)
               for other, one in found):  # fmt: skip
            words[place].label = True
            _unword(words, place, code)


def _unword(words: list[Word], place: int, code: Code) -> None:
    """Give a code to its number alone, not to the word before it."""
    words[place].code, words[place].takes = None, 0
    words[place + 1].code, words[place + 1].takes = code._replace(word=""), 1


def _code(words: list[Word], place: int) -> tuple[Code, int] | None:
    """Return the code that begins at a word, and how many words it takes."""
    texts = [word.folded for word in words[place : place + 5]]
    tail = " ".join(texts)
    _, code, end = parse(tail)
    if code is None:
        return None
    if " " in code.word:
        return None
    if place and texts[0] == code.word and words[place - 1].text.endswith("の"):
        return None  # 交通の 方針 4-1: the word ends a title
    lone = code.shape in ("N", "A") and not code.word
    if lone and (not code.parted or not re.match(r"\s*[^\W\d]|\s*[「『]", tail[end:])):
        return None
    taken = tail[:end].rstrip().count(" ") + 1
    return code, taken if tail[end - 1 : end] == " " or end == len(tail) else taken - 1


def _is_field(words: list[Word], place: int) -> bool | None:
    """Tell whether a word begins a field (現状値 43人) or goes on in one; None where neither."""
    around = [word.folded for word in words[max(0, place - 2) : place + 2]]
    named = [_VALUE_HEAD.fullmatch(word) is not None for word in around]
    here = min(place, 2)
    if named[here]:
        valued = here + 1 < len(around) and _VALUE.fullmatch(around[here + 1])
        return True if valued and not named[here - 1] else None
    first = here < 2 or not named[here - 2]
    return False if named[here - 1] and first and _VALUE.fullmatch(around[here]) else None


def _breaks(words: list[Word], place: int, current: list[Word]) -> bool:
    """Tell whether a new logical line begins at a word."""
    before, word = words[place - 1], words[place]
    if word.begins or _NAMED.match(word.folded):
        return True
    if is_through(words, place) or is_through(words, place - 1):
        return False
    told = not (current[0].accepted or current[0].folded[0] in "0123456789→⇒➡")
    if told and leads(words, place):
        return False
    text = "".join(one.text for one in current)
    if len(text) < 90 and any(
        text.count(opening) > text.count(closing)
        and closing in "".join(one.text for one in words[place : place + 4])
        for opening, closing in _QUOTES.items()
    ):
        return False
    if len(current) == 1 and len(before.text) == 1 and before.text in MARKS:
        return False
    if _OFFICE.search(before.text) or _HEADS.fullmatch(word.text) or _HEADS.fullmatch(before.text):
        return True
    head = current[0]
    if head.code and head.accepted and len(current) < max(1, head.takes):
        return False
    if word.accepted:
        return True
    alone = head.code is not None and head.accepted and len(current) == max(1, head.takes)
    if alone and head.takes:
        following = words[place + 1] if place + 1 < len(words) else None
        titled = 2 < word.text.find("。") < _LONGEST_TITLE
        goes_on = following is not None and following.prose and not word.text.endswith("。")
        return word.prose and goes_on and not titled
    if before.prose or word.prose:
        return not (before.prose and word.prose and not before.text.endswith(("。", "。」")))
    if (named := _is_field(words, place)) is not None:
        return named
    heads = _TABLE_HEAD.match(before.text), _TABLE_HEAD.match(word.text)
    if all(heads):
        return False
    if heads[1] and place + 1 < len(words) and _TABLE_HEAD.match(words[place + 1].text):
        return True
    if word.label or before.label or word.text[0] in MARKS or _DATE.fullmatch(before.text):
        return True
    if _DATE.match(word.text):
        return True
    values = _VALUE.fullmatch(word.folded), _VALUE.fullmatch(before.folded)
    if any(values):
        return not all(values)
    if word.text[0] in "~〜～-－" or OPEN_TAIL.search(before.text) or _SOFT.match(word.text):
        return False
    done = before.folded.rstrip("」』)）】~〜～")
    return bool(TITLE_END.search(done) or _DONE.search(done)) and len(text) >= 4
