"""What the columns of a table of works hold besides levels: amounts, years, what is new."""

from __future__ import annotations

import re
from functools import lru_cache

from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.years import YEAR

#: The head of a column of amounts: a year, what is spent, a sum.
_COST = re.compile(
    rf"{YEAR}|\d{{1,2}}年度|(?:年度別|概算|総|当初|計画)?(?:事業費|予算額?|計画額|決算額?|経費)(?:計|\(千?円\))?"
    r"|.{0,4}(?:合計|総計|小計|総額)|(?:.{0,2}年度?)?計"
)
#: In what money is counted: （単位：千円）.
_UNIT = re.compile(r"\(?(?:単位[:：]?)?(?:[千百]?[万]?円)\)?")
#: The head of a column that tells new works from others.
_FLAG = re.compile(r"区分|種別|新規?[・/]?継続?(?:の別)?|状況|重点")
#: A head has so many letters at most.
_HEAD = 40


@lru_cache(maxsize=20_000)
def work_column(word: str) -> str | None:
    """Return what a column holds: ``cost``, the ``unit`` of all, a ``flag``, what others do."""
    text = narrow(word)
    if len(text) > _HEAD:
        return None
    if _COST.fullmatch(text):
        return "cost"
    if _FLAG.fullmatch(text):
        return "flag"
    return "unit" if _UNIT.fullmatch(text) else column(word)
