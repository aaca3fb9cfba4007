"""The order in which quads reach the loader."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode

from plangraph.pipeline.ordering import FEW, graph_by_graph, whole_graphs
from plangraph.pipeline.shelf import Shelf


def _shelf(folder: Path, parts: int) -> tuple[Shelf, list[str], list[bytes]]:
    """Return parts of seven lines in a graph of their own, with one in a second graph among them.

    The last part holds nothing, the one before it a line that is longer than a beginning.
    """
    shelf, everything = Shelf(str(folder)), []
    for number in range(parts):
        lines = [f'<urn:s> <urn:p> "{n} <urn:g> ." <urn:g:{number}> .\n' for n in range(7)]
        lines.insert(3, f'<urn:s> <urn:p> "x" <urn:rest:{number % 5}> .\n')
        if number == parts - 2:
            lines = [f'<urn:s> <urn:p> "{"long" * 5000}" <urn:long> .\n']
        text = "".join(lines if number < parts - 1 else []).encode()
        shelf.put(f"p{number}", {"quads": text})
        everything += text.splitlines(keepends=True)
    return shelf, [f"p{number}#quads" for number in range(parts)], everything


def test_graphs_come_whole_and_as_the_engine_keeps_them(tmp_path: Path) -> None:
    shelf, refs, everything = _shelf(tmp_path / "work", FEW + 50)
    lines = b"".join(graph_by_graph(shelf, refs)).splitlines(keepends=True)
    assert sorted(lines) == sorted(everything)
    store = pyoxigraph.Store(str(tmp_path / "store"))
    store.bulk_load(b"".join(everything), pyoxigraph.RdfFormat.N_QUADS)
    kept = [node.value for node in store.named_graphs() if isinstance(node, NamedNode)]
    given = list(dict.fromkeys(line.split()[-2].decode()[1:-1] for line in lines))
    assert len(given) == len(kept)  # none comes in two places
    for kind in ("urn:g:", "urn:rest:"):
        assert [graph for graph in given if graph.startswith(kind)] == [
            graph for graph in kept if graph.startswith(kind)
        ]
    assert sorted(kept[:20]) != kept[:20]  # the order is not one of names


def test_a_few_parts_come_as_they_are_given(tmp_path: Path) -> None:
    shelf, refs, everything = _shelf(tmp_path / "work", 9)
    assert b"".join(graph_by_graph(shelf, refs)) == b"".join(everything)


def test_no_graph_lies_in_two_tables(tmp_path: Path) -> None:
    shelf, refs, _everything = _shelf(tmp_path / "work", FEW + 50)
    texts = list(graph_by_graph(shelf, refs))
    table = 60  # the graphs that are left for the end have 50 lines
    given = b"".join(texts).splitlines(keepends=True)
    lines = b"".join(whole_graphs(texts, table)).splitlines(keepends=True)
    assert list(dict.fromkeys(lines)) == list(dict.fromkeys(given))
    assert len(lines) > len(given)
    graphs = [
        {line.split()[-2] for line in lines[start : start + table]}
        for start in range(0, len(lines), table)
    ]
    assert sum(map(len, graphs)) == len(set.union(*graphs))


def test_what_is_larger_than_a_table_is_loaded_as_it_is() -> None:
    large = b"".join(b'<urn:s> <urn:p> "%d" <urn:g> .\n' % n for n in range(25))
    after = b'<urn:s> <urn:p> "0" <urn:h> .\n'
    assert b"".join(whole_graphs([large, b"", after], table=10)) == large + after
