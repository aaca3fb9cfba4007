"""Brackets and quotes that a line leaves open, so that the next one belongs to it."""

from __future__ import annotations

import re

#: A quotation that was left open ends within so many letters of the next line.
_CLOSED, _LONGEST = 30, 200


def is_open(text: str) -> bool:
    """Tell a text with a bracket that it does not close; several are those of columns."""
    if "(" not in text and "（" not in text:
        return False
    more = text.count("（") + text.count("(") - text.count("）") - text.count(")")
    return more == 1 or (more > 1 and not re.search(r"\s", text))


def ends_quotation(text: str, here: str) -> bool:
    """Tell a line that ends what 『 began on the line before it."""
    left = len(text) < _LONGEST and text.rfind("『") > text.rfind("』")
    return left and -1 < here.find("』") <= _CLOSED
