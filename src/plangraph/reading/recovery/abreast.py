"""Names side by side on one line (横並び): 【主な施策】A　B　C, Ⅰ …　Ⅱ …　Ⅲ …."""

from __future__ import annotations

import itertools
import re

from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.numerals import value

_LONGEST = 200
_FRAMED = re.compile(
    r"^\s*([【〔《〈≪＜<\[](?P<label>[^【】〔〕《》〈〉≪≫＜＞<>\[\]]{2,14})[】〕》〉≫＞>\]])\s*(?=\S)"
)
_LABELLED = re.compile(
    r"^\s*(?:[■◆●○◎□▼]\s*)?(?P<label>[^\s　:：。、]{3,10})(?:\s*[:：]\s*|[ 　]+)(?=\S)"
)
#: What parts names: strokes, or wide spaces, never a comma.
_STROKES, _SPACES = re.compile(r"\s*[／/；;]\s*"), re.compile(r"　+| {2,}")
#: What stands between two names or numbers, or behind what announces names.
_MAY_PART = re.compile(r"[\s:：【〔《〈≪＜<\[]")
_AND_MORE = re.compile(r"[ 　]+(?:など|ほか|等)$")
#: … and the columns of a chart of levels.
_COLUMNS = re.compile(r"　+|\s*\|\s*")
_MARKS = re.compile(r"\s*[〇○◯●◆◇◎▶▷★☆□■]\s*")
_ANNOUNCES = ("action", "measure", "direction", "project")
_NAME = re.compile(r"(?=.*[^\d\W])[^。]{2,32}")
_FIGURES = re.compile(
    r"[→⇒]|\d[\d,.]*\s*(?:[％%人件円戸台回か箇]|億|万|年度)|：|:|現状|目標値"
    r"|(?<![A-Z])[RH]\d{1,2}(?!\d)"
)
_BEGIN = r"(?:^|(?<=[\s　]))"
_NUMBER = r"(?P<number>[(（]\d{1,2}[)）]|[①-⑳]|[Ⅰ-Ⅻ]|\d{1,2}(?=[\s　.．]))[\s　.．]*(?=\S{2})"
#: A number that may begin a title, at the beginning or behind a space.
_COUNT = re.compile(rf"{_BEGIN}(?P<word>[一-龥ぁ-んァ-ヶー]{{0,6}})\s?{_NUMBER}")
#: A number that no word belongs to: Ⅰ つくる　Ⅱ つなぐ.
_BARE = re.compile(rf"{_BEGIN}(?P<word>){_NUMBER}")


def parts(text: str) -> list[str]:
    """Cut a line at the names or numbered titles that stand side by side on it; or nothing."""
    if len(text) > _LONGEST or "。" in text or "\t" in text or "|" in text:
        return []
    if text.isascii() and "  " not in text and "/" not in text:  # an English sentence
        return []
    if not _MAY_PART.search(text):
        return []
    return _labelled(text) or _counted(text, _COUNT) or _counted(text, _BARE)


def levels(text: str) -> list[str]:
    """Cut a row at the titles of each level in it: 1 まちの安全　1-1 消防　1-1-1 消防団の支援."""
    if ("　" not in text and " | " not in text) or len(text) > _LONGEST:
        return []
    parts = [part for part in _COLUMNS.split(text.strip(" 　|")) if part]
    codes = [parse(narrow(part))[1] for part in parts]
    chain = [code.numbers for code in codes if code and code.parted]
    deeper = all(
        len(below) == len(above) + 1 and below[: len(above)] == above
        for above, below in itertools.pairwise(chain)
    )
    return parts if len(chain) == len(parts) > 1 and deeper else []


def _labelled(text: str) -> list[str]:
    found = _FRAMED.match(text)
    framed = found is not None
    found = found or _LABELLED.match(text)
    if found is None or role_of("".join(narrow(found["label"]).split())) not in _ANNOUNCES:
        return []
    told = _AND_MORE.sub("", text[found.end() :].strip())
    marked = _MARKS.match(told)
    if marked:
        names = _MARKS.split(told)[1:]
    else:
        names = (_STROKES if _STROKES.search(told) else _SPACES).split(told)
    fewest = 1 if framed or marked else 2
    if len(names) < fewest or _FIGURES.search(told) or not all(map(_NAME.fullmatch, names)):
        return []
    if any(
        role_of(narrow(name)) or name.endswith("課") or column(name) == "department"
        for name in names
    ):
        return []
    mark = told[0] if marked else "・"
    label = text[: found.end()].strip(" 　:：")
    return [label, *(name if name[0] == "・" else mark + name for name in names)]


def _counted(text: str, count: re.Pattern[str]) -> list[str]:
    folded = narrow(text)
    first = len(text) - len(text.lstrip())
    if not count.match(folded, first):
        return []
    found = list(count.finditer(folded))
    if len(found) < 2 or found[0].start() != first:
        return []
    numbers = [value(one["number"].strip("()（）")) for one in found]
    dress = {
        re.sub(r"\d+", "N", one["number"])
        if one["number"][0] in "(0123456789"
        else one["number"] >= "①"
        for one in found
    }
    words = {one["word"] for one in found}
    rising = all(after == before + 1 for before, after in itertools.pairwise(numbers))
    if len(dress) > 1 or not rising or len(words - {""}) > 1:
        return []
    edges = [*(one.start() for one in found), len(text)]
    names = [text[one.end() : stop].strip() for one, stop in zip(found, edges[1:], strict=True)]
    if not all(map(_NAME.fullmatch, names)) or any(map(_FIGURES.search, names)):
        return []
    return [text[start:stop].strip(" 　/／") for start, stop in itertools.pairwise(edges)]
