"""The explorer page."""

from __future__ import annotations

from plangraph.draw.vis import page

__all__ = ["page"]
