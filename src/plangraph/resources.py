"""Where the ontology, the data and the queries that come with plangraph are.

In a checkout they stand beside ``src/``; in an installed wheel inside the package.
"""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


def folder(name: str) -> str:
    """Return the path of ``ontology``, ``data`` or ``queries``."""
    installed = os.path.join(_HERE, "_shared", name)
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(_HERE)), name)
