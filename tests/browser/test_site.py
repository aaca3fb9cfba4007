"""The pages of the site, in a real browser: on a screen, on a phone, without a script."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require

pytest.importorskip("uvicorn")

AXE = Path(
    os.environ.get("AXE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js")
)
EDITOR = Path(__file__).parents[2] / "src" / "plangraph" / "serve" / "static" / "editor.js"
#: A page of every kind.
PAGES = {
    "home": "/",
    "cities": "/cities",
    "prefecture": "/cities/13",
    "city": "/id/municipality/13211",
    "city-unread": "/id/municipality/01100",
    "department": "/id/municipality/13211/department/文化スポーツ課",
    "work": "/id/plan/kodaira-4th",
    "version": "/id/plan/kodaira-4th@submitted",
    "version-sectoral": "/id/plan/kodaira-4th@draft",
    "element": "/id/plan/kodaira-4th@submitted/policy-4",
    "indicator": "/id/plan/koganei-5th@draft/indicator-1",
    "fields": "/fields",
    "field": "/field/disaster-prevention",
    "goals": "/goals",
    "goal": "/sdg/11",
    "search": "/search?q=防災",
    "search-nothing": "/search?q=zzzz",
    "choose": "/compare",
    "comparison": "/compare?city=13211&city=13210&city=13221",
    "diff": "/diff?older=kodaira-4th@draft&newer=kodaira-4th@submitted",
    "questions": "/questions",
    "question": "/questions/expired?city=13211&on=2026-04-01",
    "question-rows": "/questions/sdg-elements?goal=11",
    "query": "/query",
    "about": "/about",
    "download": "/download",
    "thing": "/id/curator/plangraph",
    "not-found": "/id/plan/nothing",
    "wrong": "/diff",
}
LOOKS = {
    "screen": {"viewport": {"width": 1280, "height": 900}, "locale": "ja-JP"},
    "phone-dark": {
        "viewport": {"width": 360, "height": 780},
        "locale": "en-GB",
        "color_scheme": "dark",
    },
}
Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    """A site of the real plans on a free port of this machine."""
    import uvicorn

    from plangraph.serve.app import application
    from plangraph.serve.settings import Settings

    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        application(Settings(store=str(store))), log_level="error", lifespan="on", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Visit]:
    """Open a page; afterwards nothing may have gone wrong in it or left the machine."""
    wrong: list[str] = []
    contexts = []

    def opened(path: str, *, expect: int = 200, **options: Any) -> Any:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = chromium.new_context(accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()

        def hear(said: Any) -> None:
            if said.type == "error" and (expect == 200 or "status of" not in said.text):
                wrong.append(said.text)

        page.on("console", hear)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                wrong.append(request.url)
                if not request.url.startswith((address, "data:", "blob:"))
                else None
            ),
        )
        answer = page.goto(address + path)
        assert answer.status == expect
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def status(name: str) -> int:
    return {"not-found": 404, "wrong": 400}.get(name, 200)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_fits(visit: Visit, name: str, look: str) -> None:
    require(AXE.exists(), "axe-core is not installed (npm ci in tests/browser)")
    page = visit(PAGES[name], expect=status(name), **LOOKS[look])
    page.evaluate(AXE.read_text(encoding="utf-8"))  # not as a tag, which the policy forbids
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']})"
    )
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look]["viewport"]["width"]  # type: ignore[index]
