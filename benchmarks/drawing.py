"""How soon a picture can be used, and how smoothly it moves: ours against pyvis out of the box.

    python benchmarks/drawing.py [--sizes 200,1000] [--patience 60] [--stores 1000,5000]

Both draw the same made-up plans in headless Chromium without a GPU, from file://. Ours is
ready when its first full picture is painted; pyvis when vis-network says that its layout
has come to rest. Pan and zoom: median time from frame to frame (16.7 is the screen's own
pace) / the longest that painting took. Needs Chromium and playwright. pyvis is given up
after ``--patience`` seconds. Before that, a table of the command, from a built store to the file.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from plangraph.draw.picture import Claim, Picture
from plangraph.draw.select import gather
from plangraph.outline import Node, Outline

WORDS = ("地域", "防災", "子育て", "支援", "環境", "教育", "福祉", "文化", "産業", "交通", "行政")
OURS_READY = "document.documentElement.dataset.ready === 'true'"
#: Notices when pyvis's network has come to rest: vis-network says so itself.
WATCH = """
let held;
Object.defineProperty(window, "network", { configurable: true, get: () => held, set: (made) => {
  held = made;
  if (made && made.once) made.once("stabilizationIterationsDone", () => { window.atRest = true; });
} });
"""
#: Moves for 60 frames; to pan it first zooms in until the screen is full of cards.
FRAMES = """
(kind) => new Promise((done) => {
  const { view, zoomAt, redraw, keep } = window.plangraph, took = [], gaps = [];
  const middle = [view.W / 2, view.H / 2];
  let n = 0, last = 0;
  function step(now) {
    took.push(view.took);
    if (last) gaps.push(now - last);
    last = now;
    if (n++ >= 60) {
      gaps.sort((a, b) => a - b);
      return done([gaps[gaps.length >> 1], Math.max(...took)]);
    }
    if (kind === "zoom") zoomAt(...middle, n < 30 ? 1.25 : 0.8);
    else {
      if (n === 1) for (let k = 0; k < 60 && view.items.length > 150 && view.ky < 1; k++) {
        zoomAt(...middle, 1.15); window.plangraph.paint();
      }
      view.y += (n % 40 < 20 ? 25 : -25) / view.ky;
      keep();
    }
    redraw(true);
    requestAnimationFrame(step);
  }
  requestAnimationFrame(step);
})
"""


def made_up(size: int) -> Picture:
    """Return plans with ``size`` elements in all: goals, policies, measures, directions."""
    dice = random.Random(size)
    outlines, left, number = [], size, 0
    while left > 0:
        nodes: list[Node] = []
        here = min(left, max(60, min(400, size // 3)))
        above: list[str] = []
        kinds = ("goal", "policy", "measure", "direction")
        while len(nodes) < here:
            while above and dice.random() < (0.0, 0.02, 0.15, 0.75, 1.0)[len(above)]:
                above.pop()
            if len(above) == 4:
                above.pop()
            depth, order = len(above), len(nodes) + 1
            title = "".join(dice.choices(WORDS, k=dice.randint(2, 6))) + "の推進"
            parent = above[-1] if above else None
            nodes.append(_node(number, order, kinds[depth], title, parent, depth))
            above.append(f"e{order}")
        outlines.append(_outline(number, tuple(nodes)))
        left -= here
        number += 1
    picture = gather(outlines)
    count = len(picture.marks)
    pairs = {(dice.randrange(count), dice.randrange(count)) for _ in range(count // 10)}
    claims = (
        Claim(one, "counterpart", other, "inferred", "primary", round(dice.random(), 2))
        for one, other in sorted(pairs)
        if picture.marks[one].version != picture.marks[other].version
    )
    return picture._replace(claims=tuple(claims))


def _node(version: int, order: int, kind: str, title: str, parent: str | None, depth: int) -> Node:
    values: dict[str, Any] = dict.fromkeys(Node._fields)
    values |= {
        "id": f"e{order}", "iri": f"https://example.org/plan/p{version}@draft/e{order}",
        "kind": kind, "code": f"施策{order}", "title": title, "title_en": f"Measure no. {order}",
        "parent": parent, "order": order, "depth": depth, "line": order * 3, "end_line": order * 3,
        "quotation": f"施策{order} {title}", "keywords": (), "departments": (), "text": "",
    }  # fmt: skip
    return Node(**values)


def _outline(number: int, nodes: tuple[Node, ...]) -> Outline:
    values: dict[str, Any] = dict.fromkeys(Outline._fields)
    values |= {
        "version": f"p{number}@draft", "iri": f"https://example.org/plan/p{number}@draft",
        "plan": f"p{number}", "city": f"第{number}市", "city_en": f"City {number}",
        "city_code": f"{number:05}", "status": "draft", "title": f"第{number}市総合計画",
        "title_en": f"Plan of city {number}", "document": f"p{number}.txt", "sha256": "0" * 64,
        "excerpt": False, "nodes": nodes,
    }  # fmt: skip
    return Outline(**values)


def first_picture(
    page: Path, ready: str, patience: float, before: str = ""
) -> tuple[float | None, dict[str, list[float]]]:
    """Return seconds from opening ``page`` until ``ready`` holds, and how it then moves.

    That is, for ``pan`` and ``zoom``, the median time from frame to frame, and the longest
    that painting took, in milliseconds.
    """
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--disable-gpu", "--no-sandbox"]
        )
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        tab.add_init_script(before)
        start = time.perf_counter()
        tab.goto(page.as_uri(), wait_until="commit", timeout=patience * 1000)
        while True:
            left = patience - (time.perf_counter() - start)
            if left <= 0:
                return None, {}
            try:
                tab.wait_for_function(ready, timeout=left * 1000, polling=10)
                break
            except Error:  # late, or asked before the page was there
                continue
        taken = time.perf_counter() - start
        if before:
            return taken, {}
        tab.wait_for_timeout(500)
        return taken, {kind: tab.evaluate(FRAMES, kind) for kind in ("pan", "zoom")}


def with_pyvis(picture: Picture, path: Path) -> None:
    """Write the same graph as pyvis does, handed over in one go: adding would not end."""
    from pyvis.network import Network

    net = Network(height="750px", cdn_resources="in_line")
    net.nodes = [
        {"id": m.id, "label": m.node.label, "color": "#97c2fc", "shape": "dot"}
        for m in picture.marks
    ]
    edges = [(picture.marks[m.parent].id, m.id) for m in picture.marks if m.parent >= 0]
    edges += [(picture.marks[c.mark].id, picture.marks[c.target].id) for c in picture.claims]
    net.edges = [{"from": one, "to": other} for one, other in edges]
    path.write_text(net.generate_html(notebook=False), encoding="utf-8")


def until_at_rest(page: Path, patience: float) -> float | None:
    """Return seconds until pyvis's layout rests, None where it does not within ``patience``.

    In a process of its own, which can be ended: with 100,000 nodes the page no longer answers
    the browser either.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_tell_rest, args=(page, patience, there))
    process.start()
    try:
        found: float | None = here.recv() if here.poll(patience + 30) else None
    finally:
        process.kill()
        process.join()
    return found


def _tell_rest(page: Path, patience: float, to: Connection) -> None:
    to.send(first_picture(page, "window.atRest === true", patience, before=WATCH)[0])


def row(size: int, patience: float) -> list[str]:
    """Measure one size."""
    picture = made_up(size)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.html", Path(folder) / "pyvis.html"
        start = time.perf_counter()
        picture.save(ours)
        write = time.perf_counter() - start
        taken, moves = first_picture(ours, OURS_READY, 60)
        megabytes = ours.stat().st_size / 1e6
        with_pyvis(picture, theirs)
        pyvis = until_at_rest(theirs, patience)
    cells = [f"{size:,}", f"{write:.2f}", f"{megabytes:.2f}", f"{taken:.2f}" if taken else "–"]
    cells += ["{:.0f} / {:.0f}".format(*moves[k]) if moves else "–" for k in ("pan", "zoom")]
    more, seconds = ("", pyvis) if pyvis else ("> ", patience)
    return [*cells, f"{more}{seconds:.1f}", f"{more}{seconds / (taken or 1):.0f}"]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="200,1000,5000,20000,100000")
    parser.add_argument("--patience", type=float, default=60.0)
    parser.add_argument("--stores", default="1000,5000")
    given = parser.parse_args()
    from drawing_store import print_table

    print_table(numbers(given.stores))
    print()
    if not shutil.which("chromium"):
        print("no Chromium here (apt install chromium): nothing measured")
        return
    head = "elements|write s|file MB|first picture s|pan ms|zoom ms|pyvis s|times faster"
    print("| " + " | ".join(head.split("|")) + " |\n" + "|---" * 8 + "|")
    for size in numbers(given.sizes):
        print("| " + " | ".join(row(size, given.patience)) + " |", flush=True)


def numbers(text: str) -> list[int]:
    """Return the sizes in ``200,1000``."""
    return [int(part) for part in text.split(",") if part]


if __name__ == "__main__":
    main()
