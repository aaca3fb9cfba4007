"""A browser for the tests of the picture: Debian's Chromium, from file://, network cut."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from plangraph.draw import draw
from plangraph.graph import Graph
from tests.conftest import require

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium without a GPU, as on an office PC."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    require(program, "Chromium is not installed (apt install chromium)")
    require(find_spec("playwright"), "playwright is not installed (make test installs it)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--disable-gpu", "--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def three_cities(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the three cities."""
    path = tmp_path_factory.mktemp("page") / "three.html"
    draw(graph, ["kodaira", "koganei", "kiyose"]).save(path)
    return path


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Open]:
    """Open a page; afterwards nothing may have gone wrong in it or left the machine."""
    wrong: list[str] = []
    contexts = []

    def opened(path: Path, address: str = "", **options: Any) -> Any:
        context = chromium.new_context(
            offline=True, accept_downloads=True, viewport={"width": 1400, "height": 900}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                wrong.append(request.url)
                if not request.url.startswith(("file:", "data:", "blob:"))
                else None
            ),
        )
        page.goto(path.as_uri() + address)
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
