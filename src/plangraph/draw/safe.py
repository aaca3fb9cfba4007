"""Writing data into a page so that no title can end a script or start another."""

from __future__ import annotations

import json

_ESCAPES = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def page_json(data: object) -> str:
    r"""Return ``data`` as JSON that may stand inside a ``<script>``.

    >>> page_json("</script><!-- \u2028")
    '"\\u003c/script\\u003e\\u003c!-- \\u2028"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():  # many times faster than str.translate
        text = text.replace(char, escape)
    return text.encode("utf-8", "replace").decode("utf-8")
