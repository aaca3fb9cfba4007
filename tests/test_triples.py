"""What a plan file says is in the graph, whatever its titles hold, and survives every format."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangraph.graph import memory_graph
from plangraph.model import Document, Element, Plan
from plangraph.outline import outline_of, read_outline
from plangraph.pipeline import plan_paths
from plangraph.pipeline.checking import surroundings
from plangraph.planfile import dump, load
from plangraph.simulate import simulate
from plangraph.tables import FORMATS as TABLES
from plangraph.tables import Table, render, rows_of
from plangraph.triples.plan import plan_quads
from plangraph.triples.write import FORMATS, merged, write_quads
from plangraph.values import Lines
from plangraph.vocabulary import DCTERMS, PG, RDF, Names

HOSTILE = [
    'say "no"', "it's", "<script>alert(1)</script>", "two\nlines", "tab\there", "back\\slash",
    "👩‍👩‍👧 emoji", "外字\ue000", "𠮷野家", "%00%0a", "}} ?x {",
    "@prefix", "=1+1", "\u2028 line", "ｶﾅ",
]  # fmt: skip
titles = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(str.strip),
)


def plan_of(title: str) -> Plan:
    return Plan(
        plan="p", version="v", status="draft", title=title, municipality="13211",
        document=Document(file="f.txt", sha256="0" * 64),
        elements=(Element(kind="goal", title=title, code=title, line=Lines(1), keywords=(title,)),),
    )  # fmt: skip


@given(titles)
def test_titles_come_back_as_they_were(title: str) -> None:
    quads = list(plan_quads(plan_of(title)))
    outline = read_outline(memory_graph(quads).select, Names().version("p@v").value)
    node = outline.nodes[0]
    assert (outline.title, node.title, node.code, node.keywords) == (title, title, title, (title,))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("title", HOSTILE)
def test_every_rdf_format_keeps_them(form: str, title: str) -> None:
    quads = list(plan_quads(plan_of(title)))
    read = pyoxigraph.parse(write_quads(quads, form), format=FORMATS[form])
    said = {str(one) for one in merged(quads)} if form in ("turtle", "ntriples") else set()
    assert {str(q.triple) for q in read} == said | {str(q.triple) for q in quads}


def test_without_graphs_evidence_says_what_its_version_said_for_it() -> None:
    quads = list(plan_quads(plan_of("防災")))
    before, after = {q.triple for q in quads}, set(merged(quads))
    evidence = next(q.object for q in quads if q.predicate == PG.evidence)
    document = next(q.object for q in quads if q.predicate == DCTERMS.source)
    assert isinstance(evidence, pyoxigraph.NamedNode)
    assert after - before == {
        pyoxigraph.Triple(evidence, RDF.type, PG.Evidence),
        pyoxigraph.Triple(evidence, DCTERMS.source, document),
    }


@pytest.mark.parametrize("title", HOSTILE)
def test_every_table_format_keeps_them(title: str) -> None:
    import csv
    import io
    import json

    table = Table(["title", "n"], [(title, None)])
    written = {form: render(table, form) for form in TABLES}
    assert json.loads(written["json"]) == [{"title": title, "n": None}]
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.reader(io.StringIO(written[form], newline=""), delimiter=delimiter))
        assert rows == [["title", "n"], [title, ""]]
    assert len(written["table"].splitlines()) == 3


@given(titles)
def test_a_plan_file_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "plan.yaml"
    path.write_text(dump(plan_of(title)), encoding="utf-8")
    assert load(path).plan == plan_of(title)


def test_an_outline_from_quads_is_that_of_the_dataset(tmp_path: Path) -> None:
    simulate(tmp_path, municipalities=1)
    paths = [*plan_paths(), *sorted(tmp_path.rglob("*.yaml"))]
    files = [load(path) for path in paths]
    quads = [*surroundings(files, Names())]
    quads += [quad for file in files for quad in plan_quads(file.plan)]
    store = pyoxigraph.Store()
    store.bulk_extend(quads)
    for file in files:
        iri = Names().version(file.plan.version_id).value
        stored = read_outline(lambda sparql: rows_of(store.query(sparql)), iri)
        assert outline_of(quads + quads[::2], iri) == stored
        assert stored.nodes
