"""What stands beside the text of a leaflet or a magazine: captions, credits, voices, names of SDGs.

They stand between a title and its list, or between two items, so that what goes on behind them
would be lost; none of them is said by the plan.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon, sdgs
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.looks import plain

#: The name of one or several SDGs, with their numbers or without: 3 すべての人に健康と福祉を.
_SDGS = re.compile(rf"(?:(?:[^ぁ-龥]|目標|ゴール)*+(?:{'|'.join(sdgs.NAMES)}))+[^ぁ-龥]*+")
_SDG_ENDS = frozenset(name[-1] for name in sdgs.NAMES)
#: Who drew or took a picture: 写真提供：観光協会, イラスト／町民.
_CREDIT = re.compile(
    r"(?:イラスト|写真|撮影|画像|題字|デザイン|モデル|取材|文責|[絵文])(?:の?(?:提供|協力|撮影))?\s?[:/]\s?\S.*"
)
_CREDITED = frozenset("イ写撮画題デモ取文絵")
#: Who speaks: 町民の声　農業・大野さん, 商店主・小村さん（40代）.
_VOICE = re.compile(
    r"(?=.*(?:の声|[\s:・/]\S{1,6}さん|\)$))[^はがをに。「」]{0,30}[一-龥ぁ-んァ-ヶ]さん(?:\([^()]{1,16}\))?"
)
_NAMED = "さん"
#: What a figure says in a balloon: ＼楽しみだね！／.
_BALLOON = re.compile(r"\\[^\\/]+/")
#: What points to the picture above or below a caption, and what a caption tells.
_POINTERS = frozenset("▲△▼▽◀↑↓")
_SHOWS = re.compile("[うくぐすたつぬぶむる](?=[一-龥ァ-ヶ])|(?:様子|風景|写真|イメージ)")
_LONGEST = 30
#: What may be the answer to a question of a quiz, behind its number: 12か所, 8千本, 80万人.
_CHOICE = re.compile(r"約?\d[\d,.]*[十百千万億]*[^\d\s、。]{0,4}")
_ASKED, _CHOICES = ("?", "？"), 2
#: What a number within a question counts: Q. 10年後の潮見に期待することは？
_COUNTED = frozenset("年月日人歳つ個か")
#: Where the answer stands: こたえは、うらの表紙を見てね.
_ANSWER = re.compile(r"(?:こたえ|答え|正解)\s?(?:は|:|：)")


def put_aside(units: list[Unit]) -> None:
    """Mark what stands beside the text with its use, so that no later stage takes it."""
    pointers = _pointers(units)
    for unit in units:
        text = unit.text
        if unit.use or unit.prose or unit.cells or unit.level:
            continue
        bare = not (unit.code or unit.mark) and len(text) <= _LONGEST
        if text[-1] in _SDG_ENDS and _SDGS.fullmatch(text):
            unit.use = "sdgs"
        elif text[0] in pointers or (bare and _is_aside(narrow(text))):
            unit.use = "caption"
    for place, unit in enumerate(units):
        if unit.text.endswith(_ASKED) and not unit.use:
            if unit.code and unit.rest[:1] in _COUNTED:
                unit.use = "caption"
            _put_quiz_aside(units, place)


def _put_quiz_aside(units: list[Unit], place: int) -> None:
    """Put a question aside with the numbers that it lets choose from, and where the answer is."""
    choices = [
        *itertools.takewhile(
            lambda unit: unit.code and _CHOICE.fullmatch(narrow(unit.rest)), units[place + 1 :]
        )
    ]
    counted = [one.code.numbers[-1] for one in choices if one.code]
    if len(counted) < _CHOICES or counted != [*range(1, len(counted) + 1)]:
        return
    answer = units[place + 1 + len(choices) : place + 2 + len(choices)]
    told = [one for one in answer if _ANSWER.match(one.text)]
    for unit in (units[place], *choices, *told):
        unit.use = "caption"


def _is_aside(text: str) -> bool:
    """Tell who drew a picture, who speaks, or what a figure says."""
    if text[0] in _CREDITED and _CREDIT.fullmatch(text):
        return True
    if text[0] == "\\" and _BALLOON.fullmatch(text):
        return True
    return _NAMED in text and _VOICE.fullmatch(text) is not None


def _pointers(units: list[Unit]) -> set[str]:
    """Return the marks that only point to pictures: none of them marks a list or a title."""
    found: dict[str, list[str]] = {}
    others = set()
    for before, unit in itertools.pairwise(units):
        mark = unit.text[0]
        if mark not in _POINTERS or unit.use or unit.cells:
            continue
        named = lexicon.TITLE_END.search(unit.rest) or lexicon.role_of(plain(unit.rest))
        if named or unit.prose or unit.code or before.text[0] == mark:
            others.add(mark)
        found.setdefault(mark, []).append(unit.rest)
    return {
        mark
        for mark, told in found.items()
        if mark not in others and 2 * sum(map(bool, map(_SHOWS.search, told))) >= len(told)
    }
