"""How much a text looks like a title, and where a title ends on its line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

if TYPE_CHECKING:
    from plangraph.reading.rows import Unit

_DECORATION = re.compile(r"^[\s～~〜<\[【〔■□◆◇●○▶▼★☆・*=_\-]+|[\s～~〜>\]】〕■□◆◇●○◀▼★☆*=_:：]+$")
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
WIDE = re.compile(r"(?:　|[ \xa0]{2})(?=[^。]{16,}$)(?=.*[、，,])\s*(?=.{16})")


#: と that joins a word to the next one, and ends none: ふるさと, ひと, みなと.
JOINING = r"(?<!ふるさ)(?<!ひ)(?<!みな)と"
#: No title ends so: a word has to follow.
OPEN = re.compile(rf"(?:[をにがはのへ、・]|{JOINING})$")
#: What is no title without the noun on the line below: 6つの / まちづくり.
ATTRIBUTE = re.compile(r"(?:\d{1,2}|[一二三四五六七八九])つの|(?:私たちが)?(?:めざす|目指す)")
#: A sentence that says what the motto above it means.
MEANT = re.compile("この(?:言葉|ことば|将来都?市?像|都市像|合言葉|テーマ)[にはの]")


def ends_usually(title: str) -> bool:
    """Tell a title that ends as most do, with what is done or with what a place is to be."""
    return bool(lexicon.TITLE_END.search(title) or lexicon.PLACE.search(title))


#: A title that tells what is done ends with its verb: 灯台を守ります, 子どもが学ぶ, 手をつなぐ.
_VERB_END: Final = re.compile(r"(?:ます|[うくぐすつぬぶむる])$")


def ends_with_verb(text: str) -> bool:
    """Tell a text that ends with a verb, as a title does that tells what is done."""
    return _VERB_END.search(text) is not None


def is_whole(title: str) -> bool:
    """Tell a title that needs no further word: it ends as most do, or with its verb."""
    return ends_usually(title) or ends_with_verb(title)


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


#: Letters alone, not the mark of items that a list of a page in HTML is given (・).
EAST_LETTER: Final = re.compile("[\u3041-\u30fa\u30fc-\u9fff]")
_SAMPLE: Final = 200
_EAST_LETTERS: Final = re.compile(f"(?:{EAST_LETTER.pattern})+")


def is_english(units: list[Unit]) -> bool:
    """Tell a document in Latin letters, by its first lines."""
    sample = "".join([unit.text for unit in units[:_SAMPLE]])
    if sample.isascii():
        return bool(sample)
    return 0.02 * len(sample) > sum(map(len, _EAST_LETTERS.findall(sample)))


def shape(title: str, unit: Unit) -> float:
    """Tell how much a text looks like a heading (about -3 to 3)."""
    length = len(title)
    if (length < 2 and not _is_word(title, unit)) or is_no_title(narrow(title)):
        return -3.0
    if is_latin(title):
        return _latin_shape(title, unit)
    value = 1.0 if length <= 32 else 0.5 if length <= 48 else -0.2 if length <= 64 else -2.0
    if "。" in title:
        value -= 2.5
    if title.endswith(("ます", "する")) and unit.text.endswith("。"):
        value -= 1.4
    if 2 * sum(map(str.isalpha, title)) < length:
        return -3.0
    if title.endswith(("、", "，", ",", "・")):
        value -= 2.0
    elif title[-1] in "のをにがはへとで" and not (unit.mark and title.endswith("こと")):
        value -= 0.4 if (unit.mark or unit.code) and _CALLS.search(title) else 1.0
    if lexicon.TITLE_END.search(title.rstrip("」』)）")):
        value += 0.8
    if unit.level or unit.size > 1.12:
        value += 0.8
    if title.count("、") > 1:
        value -= 0.4
    if title.endswith(("です", "ました", "ません", "でした", "である", "した", "ください")):
        value -= 1.2
    if is_placeholder(narrow(title)):
        value -= 4.0
    return value


def _is_word(title: str, unit: Unit) -> bool:
    """Tell a title of one letter behind its number: 第2節 水."""
    code = unit.code
    return code is not None and code.parted and _ONE.fullmatch(title) is not None


def _latin_shape(title: str, unit: Unit) -> float:
    words = title.split()
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
