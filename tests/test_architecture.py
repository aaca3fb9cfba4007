"""The shape of the house: imports point one way, and modules stay small."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from plangraph.pipeline.settings import _ROOMS

SOURCE = Path(__file__).parents[1] / "src" / "plangraph"

#: From the ground up; a module imports only from floors below, or from its own package.
FLOORS = [
    {"files", "messages_ja", "resources"},
    {"language", "vocabulary", "fiscal"},
    {"errors"},
    {"grounds", "municipalities", "statements", "tables", "values"},
    {"model", "syntax"},
    {"outline", "planfile"},
    {
        "reading",
        "triples",
        "store",
        "remote",
        "questions",
        "lookup",
        "checks",
        "links",
        "simulate",
        "statistics",
        "textindex",
        "endpoints",
    },
    {"pipeline"},
    {"graph"},
    {"compare", "draw", "show", "push"},
    {"serve", "assistant"},
    {"commands", "quick"},
    {"cli", "demo", "__init__"},
    {"__main__"},
]
FLOOR_OF = {name: number for number, floor in enumerate(FLOORS) for name in floor}
#: The stages of reading, in the order in which a document passes them; each knows those before.
STAGES = [
    {"terms", "limits"},
    {"rows"},
    {"formats", "recovery"},
    {"tables"},
    {"headings"},
    {"numbering"},
    {"outline", "english", "metadata"},
    {"assembly", "captions", "records", "registers", "running"},
    {"noise"},
    {"analysis"},
    {"reader"},
    {"flat", "evaluation", "places", "review"},
    {"batch"},
    {"__init__"},
]
STAGE_OF = {name: number for number, stage in enumerate(STAGES) for name in stage}
MODULES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    """The package or module directly below plangraph."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a module imports, wherever in the module it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "plangraph":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plangraph."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("plangraph.")}
    return found & FLOOR_OF.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    assert here in FLOOR_OF, f"say on which floor {here} stands"
    up = {name for name in imported(path) if name != here and FLOOR_OF[name] >= FLOOR_OF[here]}
    if here == "__init__":  # hands out names on first use
        up = set()
    assert not up, f"{here} must not know {up}"


def name_of(path: Path) -> str:
    """The name by which a module is imported."""
    parts = ("plangraph", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def needed(path: Path, every: set[str]) -> set[str]:
    """The modules of ours that a module imports as soon as it is imported itself."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & every - {"plangraph", name_of(path).rpartition(".")[0]}


@pytest.mark.parametrize("path", sorted(SOURCE.glob("reading/**/*.py")), ids=lambda path: path.stem)
def test_a_stage_of_reading_knows_those_before_it(path: Path) -> None:
    here = path.relative_to(SOURCE / "reading").parts[0].removesuffix(".py")
    needs = {
        name.split(".")[2]
        for name in needed(path, {*map(name_of, MODULES)})
        if name.startswith("plangraph.reading.")
    }
    late = {name for name in needs - {here} if STAGE_OF[name] >= STAGE_OF[here]}
    assert not late, f"{here} must not know {late}"


def test_no_modules_need_each_other() -> None:
    """Where they do, it depends on who is imported first whether they can be at all."""
    every = {name_of(path) for path in MODULES}
    order = TopologicalSorter({name_of(path): needed(path, every) for path in MODULES})
    assert len([*order.static_order()]) == len(every)  # CycleError names them


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_rooms_that_pieces_depend_on_are_there() -> None:
    assert {*_ROOMS} <= {room(path) for path in MODULES}


def test_only_its_command_knows_the_server() -> None:
    knows = {
        str(path.relative_to(SOURCE))
        for path in MODULES
        if "serve" in imported(path) and room(path) != "serve"
    }
    assert knows == {"commands/serve.py"}


def test_no_iri_is_spelled_outside_the_vocabulary() -> None:
    ours = (
        "https://w3id.org/plangraph",
        "http://www.w3.org/",
        "http://purl.org/",
        "metadata.un.org",
    )
    for path in MODULES:
        if path.name == "vocabulary.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = [iri for iri in ours if iri in node.value]
                allowed = "svg" in node.value or "xhtml" in node.value or path.suffix == ".html"
                assert not found or allowed, f"{path.name}:{node.lineno} spells {found}"
