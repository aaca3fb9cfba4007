"""Labels with what they say on one line: 将来像　…, 〔基本理念〕…, めざす姿「…」."""

from __future__ import annotations

import re
from typing import NamedTuple

from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.no_titles import is_placeholder

_INLINE = re.compile(
    r"^(?:[■◆●○◎▼]\s*)?(?P<label>(?:まちの|町の|市の|村の|めざす|目指す|本市の"
    r"|本町の)?(?:将来都市像|将来像|都市像|基本理念)"
    r"|Vision(?: Statement)?)\s*(?:[\s:：]|(?=[「『])|は(?=[「『][^「」『』]+[」』]$))"
    r"\s*(?P<text>.{5,80})$"
)
#: Any label, parted from what it says by a space, a colon, brackets or a quote.
_PARTED = re.compile(
    r"^[■◆●○◎▼□]?\s*(?:[〔【［\[<＜〈《](?P<framed>[^〔【［\[<＜〈《〕】］\]>＞〉》]{2,14})[〕】］\]>＞〉》]\s*"
    r"|(?P<label>[^\s:：「『。、,〔【［\[<＜]{2,14}?)(?:\s*[:：]\s*|[ 　]+|(?=[「『])))"
    r"(?P<text>\S.{4,80})$"
)
#: The longest statement that is no sentence.
_LONGEST = 61
#: So far into a line its label reaches.
_LABEL = 18
_ROLES = ("philosophy", "vision", "ideal")
#: What only goes on after the label: 基本理念 に基づき, 将来像 とは.
_GOES_ON = re.compile(r"^(?:[はをのがとにや、，]|(?:and|for|of|is|to)\b)")
#: A sentence, which states how a place will be, and else explains.
_SENTENCE = re.compile(r"(?:ます|です|ました|である|ください)。?$")
#: What is no statement: several sentences, parts of a document, pages, figures.
_EXPLAINED = re.compile(
    r"。.|(?:計画|戦略|大綱|構想|方針|基本目標|体系|視点|施策|考え方|について|設定|実現)$|^[\d\W]+$"
)


class Beside(NamedTuple):
    """A label, the role that it announces, and what stands beside it."""

    label: str
    role: str
    text: str


def part(text: str) -> Beside | None:
    """Part a line into a label of a statement and the statement itself; None if it is none."""
    if found := _INLINE.match(text):
        told = found["text"]
        starts = not _GOES_ON.search(told) and not told[0].isdigit()
        if starts and "。" not in told and not is_placeholder(told):
            kind = "philosophy" if "理念" in found["label"] else "vision"
            return Beside(found["label"], kind, told)
    parted = _PARTED.match(text)
    if parted is None:
        return None
    label = parted["framed"] or parted["label"]
    role = lexicon.role_of(re.sub(r"\s+", "", narrow(label)))
    told = parted["text"].strip()
    if role not in _ROLES or _GOES_ON.search(told) or _EXPLAINED.search(told):
        return None
    if role != "ideal" and (_SENTENCE.search(told) or len(told) > _LONGEST):
        return None
    return Beside(label, role, told)


def state(text: str) -> Beside | None:
    """Part a sentence from the label of the ideal state that it tells: めざす姿　…ています。"""
    labelled = "姿" in text[:_LABEL] or "すがた" in text[:_LABEL] or "状態" in text[:_LABEL]
    found = part(text) if labelled else None
    return found if found and found.role == "ideal" else None
