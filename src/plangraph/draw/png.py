"""The picture as PNG: its SVG, photographed by a Chromium that is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from plangraph.draw.picture import Picture
from plangraph.draw.svg import svg
from plangraph.errors import OutputError
from plangraph.language import tr

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
#: Chromium refuses windows beyond some size; larger pictures are scaled down to it.
_LARGEST = 8000


def browser() -> str | None:
    """Return the path of a Chromium, or None."""
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)


def png(picture: Picture, layout: str = "hierarchy") -> bytes:
    """Return the picture as PNG; raises OutputError where no Chromium is installed."""
    program = browser()
    if program is None:
        raise OutputError(
            tr("a PNG needs Chromium or Chrome, and none is installed"),
            advice=tr("install it, or write --as svg and convert that"),
        )
    text = svg(picture, layout)
    width, height = (int(n) for n in re.findall(r'(?:width|height)="(\d+)"', text)[:2])
    scale = min(1.0, _LARGEST / max(width, height))
    wide, high = max(1, int(width * scale)), max(1, int(height * scale))
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder) / "picture.html", Path(folder) / "picture.png"
        page.write_text(
            '<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block;'
            f"width:{wide}px;height:{high}px}}</style>{text}",
            encoding="utf-8",
        )
        command = [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   f"--user-data-dir={folder}/profile", f"--window-size={wide},{high}",
                   f"--screenshot={shot}", page.as_uri()]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=120, check=False)
            return shot.read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            raise OutputError(
                tr("Chromium took no picture"), place=program, advice=tr("write --as svg instead")
            ) from None
