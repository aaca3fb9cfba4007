"""Checking the nation's shapes with a quick look first, with the engine alone, and with pySHACL.

Version by version and in one process each, as a build does it, with the same shapes; what
is timed is the check alone, from the quads of a version to its findings, in processor time. Of
more than SAMPLE plan files so many are checked, spread evenly, and the times are scaled up.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

#: A hundredth of the nation's plan files.
SAMPLE = 34
#: All of the nation's plan files.
NATION = 3482


def against_pyshacl(plans: Path, tell: Callable[[str, str], None]) -> None:
    from plangraph.checks.finding import Finding
    from plangraph.checks.shapes import Shapes, engine
    from plangraph.pipeline import load_all, names, plan_paths
    from plangraph.pipeline.version import _around
    from plangraph.resources import folder
    from plangraph.triples.plan import plan_quads

    paths = plan_paths([plans])
    some = paths[:: max(1, len(paths) // SAMPLE)][:SAMPLE]
    files = load_all(some)[0]
    given = [
        (file, list(plan_quads(file.plan, names())), _around(file, False, names()))
        for file in files
    ]
    shapes = Path(folder("ontology")) / "shapes.ttl"

    def checked(by: Shapes) -> tuple[float, list[Finding]]:
        start = time.process_time()
        found = [one for file, quads, around in given for one in by.check(quads, [file], around)]
        return time.process_time() - start, found

    assert engine() == "shifty", "install pyshifty"
    ours, mine = checked(Shapes(shapes, names(), "shifty"))
    looked, quickly = checked(Shapes(shapes, names()))
    theirs, others = checked(Shapes(shapes, names(), "pyshacl"))
    size = sum(len(quads) for _, quads, _ in given)
    tell(f"shapes of {len(files)} versions, {size:,} triples", f"{ours:.1f} s, Shifty")
    tell("the same with a quick look first", f"{looked:.1f} s")
    tell("the same with pySHACL", f"{theirs:.1f} s")
    tell("the same findings", f"{mine == others == quickly} ({len(mine)})")
    scale = NATION / len(files)
    told = ", ".join(f"{one * scale:.0f} s" for one in (ours, looked, theirs))
    tell("scaled to the nation, one process", told)
    tell("pySHACL / Shifty (at least 10)", f"{theirs / ours:.1f}")
