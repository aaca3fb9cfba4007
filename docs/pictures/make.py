"""Makes the pictures of this folder: ``python docs/pictures/make.py``.

Photographs pages of ``plangraph draw`` in Chromium without a GPU. Needs what the browser
tests need (see tests/browser).
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.drawing import made_up  # noqa: E402

import plangraph  # noqa: E402
from plangraph.draw import Picture, draw  # noqa: E402

#: File name: which page, its address, width and height.
SHOTS = {
    "three-cities": ("three", "#lang=ja", 1400, 860),
    "three-cities-en-dark": ("three", "#lang=en&theme=dark", 1400, 860),
    "one-plan": ("kodaira", "#lang=ja", 1400, 860),
    "radial": ("kiyose", "#lang=ja&layout=radial", 1400, 860),
    "comparison": ("two", "#lang=ja&id=koganei-5th@draft/measure-8", 1400, 860),
    "matrix": ("three", "#lang=ja&layout=matrix&rows=goal", 1400, 860),
    "disaster-prevention": ("three", "#lang=ja&q=防災&pane=table", 1400, 860),
    "phone": ("kiyose", "#lang=ja", 420, 860),
    "20000-elements": ("large", "#lang=ja", 1400, 860),
}
#: The same of pages of the site: path, width and height.
SITE = {
    "site": ("/id/municipality/13211?lang=ja", 1280, 1240),
    "site-element": ("/id/plan/kodaira-4th@submitted/policy-4?lang=ja", 1280, 1240),
}


def main() -> None:
    """Draw the pages and photograph them."""
    from playwright.sync_api import sync_playwright

    graph = plangraph.open()
    pages: dict[str, Picture] = {
        "three": draw(graph, ["kodaira", "koganei", "kiyose"]),
        "two": draw(graph, ["kodaira", "koganei"]),
        "kodaira": draw(graph, ["kodaira"]),
        "kiyose": draw(graph, ["kiyose"]),
        "large": made_up(20_000),
    }
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, picture in pages.items():
            picture.save(Path(folder) / f"{name}.html")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--disable-gpu", "--no-sandbox"]
        )
        for name, (page, address, width, height) in SHOTS.items():
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto((Path(folder) / f"{page}.html").as_uri() + address)
            tab.wait_for_selector("html[data-ready=true]")
            tab.wait_for_timeout(400)
            tab.screenshot(path=Path(__file__).parent / f"{name}.png")
            tab.close()
        with _site() as address:
            for name, (path, width, height) in SITE.items():
                tab = browser.new_page(viewport={"width": width, "height": height})
                tab.goto(address + path)
                tab.screenshot(path=Path(__file__).parent / f"{name}.png")
                tab.close()


@contextmanager
def _site() -> Iterator[str]:
    """Serve the default store; give the address."""
    import uvicorn

    from plangraph.serve.app import application
    from plangraph.serve.settings import Settings
    from plangraph.store import default_store

    listening = socket.create_server(("127.0.0.1", 0))
    app = application(Settings(store=default_store()))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    main()
