"""Comparing plans: cities side by side, and versions of one plan.

>>> import plangraph
>>> from plangraph.compare import compare, render
>>> found = compare(plangraph.open(), "koganei", "kiyose")   # doctest: +SKIP
>>> page = render(found, "html")                             # doctest: +SKIP
"""

from __future__ import annotations

from plangraph.compare.comparison import Comparison, compare
from plangraph.compare.rendering import render

__all__ = ["Comparison", "compare", "render"]
