"""Two versions of a plan: what stayed, what changed, what came and went.

>>> import plangraph
>>> from plangraph.compare.diff import diff
>>> found = diff(plangraph.open(), "kodaira-4th@draft", "kodaira-4th@submitted") # doctest: +SKIP
"""

from __future__ import annotations

from plangraph.compare.diff.changes import Change, Diff, diff
from plangraph.compare.diff.writing import render

__all__ = ["Change", "Diff", "diff", "render"]
