"""Pictures made up for tests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from plangraph.draw.picture import Picture
from plangraph.draw.select import gather
from plangraph.outline import Node, Outline
from tests.conftest import CASES


def made_up(
    titles: Sequence[str | None], parents: Sequence[int | None], name: str = "p"
) -> Picture:
    """A plan of measures with these titles; ``parents`` are places in the list."""
    nodes = []
    for place, (title, parent) in enumerate(zip(titles, parents, strict=True)):
        values: dict[str, Any] = dict.fromkeys(Node._fields)
        values |= {
            "id": f"e{place}", "iri": f"https://example.org/plan/{name}@draft/e{place}",
            "kind": "measure" if parent is not None else "goal", "title": title, "order": place + 1,
            "parent": None if parent is None else f"e{parent}", "line": place + 1, "depth": 0,
            "keywords": (), "departments": (), "text": "",
        }  # fmt: skip
        nodes.append(Node(**values))
    values = dict.fromkeys(Outline._fields)
    values |= {
        "version": f"{name}@draft", "iri": f"https://example.org/plan/{name}@draft", "plan": name,
        "city": "試験市", "city_en": "Test City", "city_code": "", "status": "draft",
        "title": "試験市総合計画", "title_en": "Plan of Test City", "document": "test.txt",
        "sha256": "0" * 64, "excerpt": False, "nodes": tuple(nodes),
    }  # fmt: skip
    return gather([Outline(**values)])


def awkward() -> Picture:
    """Titles that try to break out, are empty, missing, or 2,000 characters long."""
    text = (CASES / "draw" / "awkward-titles.json").read_text(encoding="utf-8")
    titles = [*json.loads(text), "長" * 2000]
    return made_up(["最上位", *titles], [None, *[0] * len(titles)])
