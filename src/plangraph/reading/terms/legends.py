"""Words of a legend (計画書の見方): what it is called, and sentences that say what stands where."""

from __future__ import annotations

import re
from typing import Final

LEGEND: Final = re.compile(
    r"見方|読み方|ページの構成|ページの説明|構成と見方|H(?i:ow to (?:read|use) this)"
    r"|h(?i:ow to (?:read|use) this)"
)
_EXPLAINED: Final = re.compile(
    r"(?:示して|記載して|掲載して|表して|記述して|まとめて|設定して|掲げて|紹介して|明記して"
    r"|整理して|並べて|記して|付けて)(?:い|あり)ます"
)
_STATED: Final = re.compile(r"[をが](?:記載|掲載|記述|表示)(?:します|されます)?[。.]?$")
#: So many letters at the end of a sentence say so.
_LONG: Final = 8
_STATED_ENDS: Final = ("ます", "ます。", "ます.", *(
    word + end for word in ("記載", "掲載", "記述", "表示") for end in ("", "。", ".")
))  # fmt: skip


def explains(text: str) -> bool:
    """Tell a sentence that says what stands where on a page: …を記載しています."""
    told = ("ています" in text or "てあります" in text) and _EXPLAINED.search(text)
    return bool(told or (text.endswith(_STATED_ENDS) and _STATED.search(text, len(text) - _LONG)))
