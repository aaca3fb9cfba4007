"""Pictures of plans: ``draw`` gives a ``Picture``, which writes itself in many formats."""

from __future__ import annotations

from plangraph.draw.picture import Picture
from plangraph.draw.select import draw

__all__ = ["Picture", "draw"]
