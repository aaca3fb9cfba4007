"""How soon a picture can be used, and how smoothly it moves: ours against pyvis out of the box.

    python benchmarks/drawing.py [--sizes 200,1000,5000,20000,100000] [--pyvis-limit 1000] [--patience 60]

Both draw the same made-up plans in headless Chromium without a GPU, from file://. Ours is
ready when its first full picture is painted; pyvis when it reports that its layout is
stable, as it comes out of the box. Needs selenium, Chromium and its driver.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plangraph.draw.picture import Claim, Picture
from plangraph.draw.select import gather
from plangraph.outline import Node, Outline

WORDS = "地域 防災 子育て 支援 環境 整備 推進 教育 福祉 健康 文化 産業 交通 緑地 協働 行政".split()
#: For pyvis the wait starts when the page starts loading; it is over when this is true.
PYVIS_READY = "return typeof network !== 'undefined' && !!network && window.__stable === true"
FRAMES = """
const done = arguments[0], { view, zoomAt, redraw, keep } = window.plangraph;
const times = [], gaps = []; let n = 0, last = 0, before = -1;
const kind = %s;
function step(now) {
  if (view.frames !== before) { times.push(view.took); before = view.frames; if (last) gaps.push(now - last); last = now; }
  if (n++ >= 60) return done([times.sort((a, b) => a - b), gaps.sort((a, b) => a - b)]);
  if (n === 1 && kind === "pan") while (view.items.filter((i) => i.h >= 3).length < 150 && view.ky < 1) zoomAt(view.W / 2, view.H / 2, 1.1);
  if (kind === "zoom") zoomAt(view.W / 2, view.H / 2, n < 30 ? 1.25 : 0.8);
  else { view.x += (n %% 20 < 10 ? 15 : -15) / view.kx; view.y += (n %% 40 < 20 ? 25 : -25) / view.ky; keep(); }
  redraw(true); requestAnimationFrame(step);
}
requestAnimationFrame(step);
"""


def made_up(size: int) -> Picture:
    """Return plans with ``size`` elements in all: goals, policies, measures, directions."""
    dice = random.Random(size)
    outlines, left, number = [], size, 0
    while left > 0:
        nodes: list[Node] = []
        here = min(left, max(60, min(400, size // 3)))
        above: list[tuple[str, int]] = []
        kinds = ("goal", "policy", "measure", "direction")
        while len(nodes) < here:
            while above and dice.random() < (0.0, 0.02, 0.15, 0.75, 1.0)[len(above)]:
                above.pop()
            if len(above) == 4:
                above.pop()
            depth, order = len(above), len(nodes) + 1
            title = "".join(dice.choices(WORDS, k=dice.randint(2, 6))) + "の推進"
            nodes.append(
                _node(number, order, kinds[depth], title, above[-1][0] if above else None, depth)
            )
            above.append((f"e{order}", order))
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
        "id": f"e{order}", "iri": f"https://example.org/plan/p{version}@draft/e{order}", "kind": kind,
        "code": f"施策{order}", "title": title, "title_en": f"Measure no. {order}", "parent": parent,
        "order": order, "depth": depth, "line": order * 3, "end_line": order * 3,
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


@contextmanager
def browser(patience: float) -> Iterator[Any]:
    """Start Chromium without a GPU; its pages may take ``patience`` seconds."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    options.page_load_strategy = "none"
    for switch in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,900"):
        options.add_argument(switch)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(patience)
    try:
        yield driver
    finally:
        driver.quit()


def first_picture(
    page: Path, ready: str, patience: float, before: str = ""
) -> tuple[float | None, Any]:
    """Return seconds from opening ``page`` until ``ready`` holds, and what FRAMES measured."""
    with browser(patience) as driver:
        if before:
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": before})
        start = time.perf_counter()
        driver.get(page.as_uri())
        while time.perf_counter() - start < patience:
            try:
                if driver.execute_script(ready):
                    taken = time.perf_counter() - start
                    break
            except Exception:  # the page is busy or not there yet
                if time.perf_counter() - start > patience:
                    return None, None
            time.sleep(0.01)
        else:
            return None, None
        if before:
            return taken, None
        time.sleep(0.5)
        found = {}
        for kind in ("pan", "zoom"):
            took, gaps = driver.execute_async_script(FRAMES % f'"{kind}"')
            found[kind] = (took[len(took) // 2], took[-1], gaps[len(gaps) // 2] if gaps else 0)
        return taken, found


def with_pyvis(picture: Picture, path: Path) -> None:
    """Write the same graph as pyvis does out of the box (its edges in one go, or it would not end)."""
    from pyvis.network import Network

    net = Network(height="750px", cdn_resources="in_line")
    net.add_nodes([m.id for m in picture.marks], label=[m.node.label for m in picture.marks])
    edges = [(picture.marks[m.parent].id, m.id) for m in picture.marks if m.parent >= 0]
    edges += [(picture.marks[c.mark].id, picture.marks[c.target].id) for c in picture.claims]
    net.edges = [{"from": one, "to": other} for one, other in edges]
    path.write_text(net.generate_html(notebook=False), encoding="utf-8")


#: Notices when pyvis's network has come to rest: vis-network says so itself.
WATCH = """
let held; Object.defineProperty(window, "network", { configurable: true, get: () => held, set: (made) => {
  held = made; if (made && made.once) { made.once("stabilized", () => { window.__stable = true; });
  made.once("stabilizationIterationsDone", () => { window.__stable = true; }); } } });
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="200,1000,5000,20000,100000")
    parser.add_argument("--pyvis-limit", type=int, default=1000)
    parser.add_argument("--patience", type=float, default=60.0)
    given = parser.parse_args()
    print(
        "| elements | write s | file MB | first picture s | pan ms | zoom ms | pyvis s | times faster |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for size in map(int, given.sizes.split(",")):
        picture = made_up(size)
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = Path(folder) / "ours.html", Path(folder) / "pyvis.html"
            start = time.perf_counter()
            ours.write_text(picture.html(), encoding="utf-8")
            write = time.perf_counter() - start
            taken, frames = first_picture(
                ours, "return document.documentElement.dataset.ready === 'true'", 60
            )
            pyvis: float | None = None
            tried = size <= given.pyvis_limit
            if tried:
                with_pyvis(picture, theirs)
                pyvis, _ = first_picture(theirs, PYVIS_READY, given.patience, before=WATCH)
            ratio = (pyvis or given.patience) / (taken or 1)
            times = f"{'' if pyvis else '> '}{ratio:.0f}" if tried else "–"
            shown = (
                (f"{pyvis:.1f}" if pyvis else f"> {given.patience:.0f}") if tried else "not tried"
            )
            moves = (
                [f"{frames[kind][2]:.0f} ({frames[kind][1]:.0f})" for kind in ("pan", "zoom")]
                if frames
                else ["–", "–"]
            )
            print(
                f"| {size:,} | {write:.2f} | {os.path.getsize(ours) / 1e6:.2f} | {taken or 0:.2f} | {moves[0]} | {moves[1]} | {shown} | {times} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
