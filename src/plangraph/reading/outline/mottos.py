"""Mottos: a line alone below 基本理念 or 合言葉 is what the label says, in any words.

So is the call that a cover prints beside the name of the plan, where nothing else is a vision.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

_SHORTEST, _LONGEST, _SAYING = 5, 48, 34
#: What a sentence that explains, and does not call, ends with.
_EXPLAINS = re.compile(
    r"(?:ます|です|ました|でした|である|ません|とする|した|ください|こと|もの|[よと]り|とおり)。?$"
)
#: What a line that goes on, or tells of the plan, looks like.
_GOES_ON = re.compile(r"(?:[をがのは、，,]|とは|として|および|及び)$")
_OF_PLAN = re.compile(
    r"計画|(?:戦略|ビジョン|プラン|大綱|構想|方針|について|令和\d.*|年度?|ページ|頁)$"
    r"|(?<![\d０-９])[\d０-９][\d０-９.,，．]*+\s*+(?:人|件|戸|㎡|ha|％|%)|[HRS]?\d{1,4}\.\d{1,2}\.\d{1,2}"
)


def is_sole(units: list[Unit], place: int, stop: int) -> bool:
    """Tell the short line right below a label that stands alone up to the next of another form.

    What follows is a paragraph, a gap, a label, a code or a list: never a line like itself,
    so that a list without marks is none.
    """
    if place >= min(stop, len(units)):
        return False
    unit = units[place]
    text = unit.text.strip()
    if unit.code or unit.mark or unit.use or unit.contents or unit.cells:
        return False
    if unit.prose and ("。" in text.rstrip("。") or len(text) > _SAYING):
        return False
    name = plain(text)
    if not _SHORTEST <= len(name) <= _LONGEST:
        return False
    after = units[place + 1] if place + 1 < min(stop, len(units)) else None
    if _EXPLAINS.search(text) and (unit.prose or (after is not None and after.prose)):
        return False
    if _GOES_ON.search(text) or _OF_PLAN.search(narrow(text)) or is_no_title(narrow(text)):
        return False
    if lexicon.role_of(name) or lexicon.META_TITLES.match(name) or lexicon.ABOUT.search(name):
        return False
    if is_placeholder(narrow(text)) or text[0] in "(（※―—–-":
        return False
    if after is None:
        return True
    other = after.prose or after.gap or after.code or after.mark or after.use
    return bool(other or lexicon.role_of(plain(after.text)) or after.text[0] in "～~〜【〔[■")


def settle(units: list[Unit], headings: list[Heading]) -> None:
    """Note of which labels of a vision the statement alone is what they announce."""
    for heading in headings:
        if heading.role in ("vision", "philosophy"):
            below = heading.end + 1
            heading.stated = bool(heading.body) or is_sole(units, below, len(units))


#: The name of a plan, its part and its version behind it; so many lines may be those of a cover.
_PLAN = re.compile(
    r"(?:計画|戦略|ビジョン|プラン|構想|大綱)書?(?:[\s　【〔(（].{0,12}|(?:概要版|素案|案))?$"
)
_LINES = 12
#: What a cover prints beside the name of the plan: dates, the place, the next page.
_COVER = re.compile(
    r"(?:平成|令和|昭和|20\d\d|[RH])\s?\S{1,3}\s?年?.{0,16}|(?:[一-龥]{2,3}[都道府県]\s?)?\S(?:\s?\S){0,6}\s?[市町村区]"
    r"|[【≪《〈<(].{2,16}[】≫》〉>)]"
)
#: The name of the place behind the call, in kana or in full: …希望の港まち・しおみ.
_NAMED = re.compile(r"[\s　・“\"「～~]+(?:[ぁ-んァ-ヶー]{2,8}|\S{1,6}[市町村区])[”\"」～~]?$")

#: The first of two lines of a slogan: 誰もが潮の満ち引きを聞いて / 眠りにつけるまち.
LEADS = re.compile(r"(?:[てのにをとがはで、]|ながら|ともに|いきいき)$")
#: A call has so many letters, and so many kana among them.
_CALL, _FEWEST, _KANA = 6, 3, re.compile("[ぁ-ん]")


def on_cover(units: list[Unit]) -> tuple[int, str] | None:
    """Find the call on the cover: it stands beside the plan's name, or below the part of the plan.

    It ends with the name of the place, or stands above a date, the place or the contents: the
    title of a chapter below the head of a page does neither.
    """
    opening = list(itertools.takewhile(_may_open, units[:_LINES]))
    names = [place for place, unit in enumerate(opening) if _is_name(unit)]
    for name in names:
        for place in (name + 1, name + 2, name + 3, name - 1):
            if place in names or not (0 <= place < len(opening) and _calls(opening[place])):
                continue
            after = units[max(name, place) + 1 :][:1]
            text = opening[place].text.strip()
            if _NAMED.search(text) or (after and _is_cover(after[0])):
                above = opening[place - 1].text.strip() if place and place - 1 not in names else ""
                led = f"{above} " if LEADS.search(above) else ""
                return place, (led + text).strip("～〜~「」『』 　")
    return None


def _may_open(unit: Unit) -> bool:
    contents = unit.contents or lexicon.CONTENTS.fullmatch(plain(unit.text))
    return not (unit.prose or unit.code or contents)


def _is_name(unit: Unit) -> bool:
    return _PLAN.search(unit.text) is not None


def _calls(unit: Unit) -> bool:
    """Tell a line in the words of a call: of what the place will be, of people, in phrases."""
    text = unit.text.strip()
    name = plain(text)
    if unit.mark or unit.use or unit.cells or not _CALL <= len(name) <= _LONGEST:
        return False
    if _GOES_ON.search(text) or _OF_PLAN.search(narrow(text)) or is_no_title(narrow(text)):
        return False
    if lexicon.role_of(name) or lexicon.META_TITLES.match(name) or lexicon.ABOUT.search(name):
        return False
    said = _NAMED.sub("", text)
    phrases = len(said.split()) > 1 and lexicon.SLOGAN.search(said) is not None
    called = said != text or phrases or lexicon.PLACE.search(said) is not None
    return called and len(_KANA.findall(said)) >= _FEWEST


def _is_cover(unit: Unit) -> bool:
    text = unit.text.strip()
    return bool(_COVER.fullmatch(narrow(text)) or lexicon.CONTENTS.fullmatch(plain(text)))
