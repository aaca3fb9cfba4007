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
