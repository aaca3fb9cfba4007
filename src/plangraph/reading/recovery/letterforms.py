"""Letters that some fonts extract to (部首・互換文字): ⽬ for 目, ⻘ for 青, ⑴ for (1).

They are folded before anything else is asked, so that no stage takes a radical at the beginning of
a line for the sign of a list.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from plangraph.reading.rows import Row

_FORM = re.compile("[\u2474-\u249b\u2e80-\u2fdf\uf900-\ufaff]")
#: Radicals that stand for the kanji itself and have no such form (EquivalentUnifiedIdeograph of the
#: Unicode Character Database, of those in Japanese): ⺠ for 民, ⻑ for 長, ⻘ for 青. The last
#: have one that Japanese writes otherwise: ⼾ for 戸.
_RADICALS = str.maketrans(
    "\u2e92\u2e93\u2e9d\u2e9f\u2ea0\u2ea7\u2ea9\u2eab\u2eac\u2eae\u2eb6\u2eb7\u2ebc\u2ec1\u2ec4\u2ec6"
    "\u2eca\u2ed1\u2ed7\u2ed8\u2edd\u2ee1\u2ee3\u2ee4\u2ee8\u2ee9\u2eeb\u2eed\u2eef\u2ef2"
    "\u2f3e\u2fad\u2fc6\u2fc8\u2fca\u2fd1\u2fd2\u2fd4",
    "巳幺月母民牛王目示竹羊羊肉虎西角足長雨青食首骨鬼麦黄斉歯竜亀戸青麦黄黒斉歯亀",
)


def fold(rows: list[Row]) -> list[Row]:
    """Return the rows with the letters that are meant, where a document has others."""
    if not _FORM.search("\n".join([row.text for row in rows])):
        return rows
    return [
        replace(row, text=_folded(row.text), cells=tuple(map(_folded, row.cells)))
        if _FORM.search(row.text) else row
        for row in rows
    ]  # fmt: skip


def _folded(text: str) -> str:
    return _FORM.sub(lambda found: _letter(found[0]), text)


@lru_cache(maxsize=1_000)
def _letter(form: str) -> str:
    return unicodedata.normalize("NFKC", form.translate(_RADICALS))
