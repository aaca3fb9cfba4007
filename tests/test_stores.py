"""The contract of every store: the same questions, the same rows, whichever engine answers."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import RdfFormat, serialize

import plangraph
from plangraph import questions
from plangraph.graph import Graph, memory_graph
from plangraph.pipeline import compacting
from plangraph.pipeline.compacting import compact
from plangraph.store import current
from tests.asked import BARE, WHOLE, Asked, usual
from tests.conftest import CASES, require
from tests.engines import oxigraph, oxigraph_command, virtuoso, virtuoso_command

ENGINES = ("memory", "compact", "oxigraph server", "Virtuoso")
NAMES = questions.names()


def asked_of_three_cities() -> Asked:
    found = {}
    for name in NAMES:
        text = (CASES / "questions" / f"{name}.yaml").read_text(encoding="utf-8")
        found[name] = [case.get("parameters", {}) for case in yaml.safe_load(text)]
    return found


def asked_of_a_nation(graph: Graph) -> Asked:
    some = usual(graph)
    for name in BARE:
        some[name].append({"city": some[name][0]["city"]})
    every = (some, WHOLE, BARE)
    return {name: [given for asked in every for given in asked.get(name, [])] for name in NAMES}


class Data:
    """A dataset on disk, what is asked of it, and its peers, each started when first needed."""

    def __init__(self, store: Path, asked: Asked, folder: Path, stack: ExitStack) -> None:
        self.store, self.asked = store, asked
        self.folder, self.stack = folder, stack
        self.graph = plangraph.open(store)
        self.peers: dict[str, Graph] = {}

    def peer(self, engine: str) -> Graph:
        if engine not in self.peers:
            self.peers[engine] = self.started(engine)
        return self.peers[engine]

    def started(self, engine: str) -> Graph:
        if engine == "memory":
            return memory_graph(list(self.graph.quads()))
        if engine == "compact":
            require(find_spec("rocksdict"), "rocksdict, of the extra `compact`")
            place = Path(shutil.copytree(self.store, self.folder / "compact"))
            assert compact(str(place / current(str(place))))
            return plangraph.open(place)
        if engine == "oxigraph server":
            require(oxigraph_command(), "the program of the package oxigraph")
            generation = self.store / current(str(self.store))
            return plangraph.open(self.stack.enter_context(oxigraph(generation)))
        require(virtuoso_command(), "virtuoso-t and isql-vt of virtuoso-opensource-7-bin")
        dump = self.folder / "dump.nq"
        with dump.open("wb") as file:
            serialize(self.graph.quads(), file, format=RdfFormat.N_QUADS)
        return plangraph.open(self.stack.enter_context(virtuoso(dump, self.folder / "virtuoso")))


@pytest.fixture(scope="module", params=["three cities", "nation"])
def data(
    request: pytest.FixtureRequest,
    store: Path,
    nation_store: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Data]:
    place = store if request.param == "three cities" else nation_store
    of = asked_of_three_cities() if place is store else asked_of_a_nation(plangraph.open(place))
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patched:
        patched.setattr(compacting, "SMALL", 0)
        yield Data(place, of, tmp_path_factory.mktemp("peers"), stack)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", NAMES)
def test_every_engine_answers_the_same(name: str, engine: str, data: Data) -> None:
    peer = data.peer(engine)
    for given in data.asked[name]:
        # by SPARQL on both sides: where there is an index of texts, the store itself uses it
        ours = data.graph.select(data.graph.sparql(name, **given))
        assert rows(peer.select(peer.sparql(name, **given)).rows) == rows(ours.rows), given


def rows(found: list[tuple[Any, ...]]) -> Counter[tuple[Any, ...]]:
    """Rows as a multiset; Virtuoso writes true as 1, which Python takes for the same."""
    return Counter(found)


def test_a_nation_has_answers(nation: Graph) -> None:
    """So that the engines do not agree on nothing."""
    some = asked_of_a_nation(nation)
    empty = {n for n in NAMES if not any(len(nation.query(n, **given)) for given in some[n])}
    assert empty <= {"gaps", "no-period", "submissions"}
