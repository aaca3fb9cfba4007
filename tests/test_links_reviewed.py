"""Reviewed counterparts over several cities: each pair stands for itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result

from plangraph.errors import PlangraphError
from plangraph.graph import Graph, memory_graph
from plangraph.links import link_quads
from plangraph.links.dataset import versions
from plangraph.links.judgements import load_judgements
from plangraph.outline import Outline
from plangraph.resources import folder
from plangraph.vocabulary import PROLOGUE

#: 防災 in each of the three cities.
ENDS = {"koganei-5th": "measure-8", "kiyose-5th": "measure-3-331", "kodaira-4th": "policy-6"}
_LINKS = """
SELECT ?status ?one ?other { GRAPH ?g { ?link pg:element ?one ; pg:counterpart ?other ;
  pg:linkStatus ?status } }
"""


def written(path: Path, plans: tuple[str, str], *decisions: str) -> Path:
    lines = ["kind: counterparts", f"plans: [{', '.join(plans)}]", "by: test", "decisions:"]
    ends = ", ".join(f"{plan}: {ENDS[plan]}" for plan in plans)
    for decision in decisions:
        lines.append(f"  - {{{ends}, decision: {decision}, reason: {{ja: 例, en: an example}}}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def outlines(graph: Graph) -> list[Outline]:
    return versions(graph.select)


@pytest.mark.parametrize("last", ["reject", "accept"])
def test_a_ring_of_decisions_over_three_cities(
    last: str, outlines: list[Outline], tmp_path: Path
) -> None:
    cities = tuple(ENDS)
    files = [
        written(tmp_path / f"{one}.yaml", (one, other), "accept") for one, other in pairwise(cities)
    ]
    ring = (cities[2], cities[0])
    files.append(written(tmp_path / "ring.yaml", ring, last))
    graph = memory_graph(link_quads(outlines, None, load_judgements(files)))
    found: dict[frozenset[str], set[str]] = {}
    for status, *both in graph.select(PROLOGUE + _LINKS).rows:
        ends = {str(one).rpartition("plan/")[2].partition("@")[0]: str(one) for one in both}
        if all(iri.endswith("/" + ENDS[plan]) for plan, iri in ends.items()):
            found.setdefault(frozenset(ends), set()).add(str(status))
    accepted = [frozenset(pair) for pair in pairwise(cities)]
    assert all("judged" in found[pair] for pair in accepted)
    # What follows from two decisions is not decided: the third says so itself.
    assert ("judged" in found.get(frozenset(ring), set())) == (last == "accept")
    assert (frozenset(ring) in found) == (last == "accept")


def test_decisions_on_a_plan_that_is_not_there_are_named_once(
    store: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    other = "midorino-2nd"
    ends = f"koganei-5th: measure-8, {other}: measure-1"
    reason = "reason: {ja: 例, en: an example}"
    rows = [f"  - {{{ends}, decision: {said}, {reason}}}" for said in ("add", "accept")]
    pair = own / "pair.yaml"
    head = f"kind: counterparts\nplans: [koganei-5th, {other}]\nby: test\ndecisions:\n"
    pair.write_text(head + "\n".join(rows), encoding="utf-8")
    goals = own / "sdgs.yaml"
    goals.write_text(
        f"kind: sdgs\nplan: {other}\nby: test\njudgements:\n"
        f"  - {{element: measure-1, primary: [4], {reason}}}\n",
        encoding="utf-8",
    )
    written = pair.read_text(encoding="utf-8")
    for output in ([], ["-o", tmp_path / "links.trig"]):
        copy = shutil.copytree(store, tmp_path / "store", dirs_exist_ok=True)
        said = run("link", "--judgements", own, "--store", copy, *output)
        assert said.exit_code == 0
        for path in (pair, goals):
            assert said.stderr.count(f"{path}: no plan here is called {other}") == 1
        assert pair.read_text(encoding="utf-8") == written


def test_what_comes_with_plangraph_is_no_news_where_its_plans_are_not(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    kiyose = next((Path(folder("data")) / "plans").rglob("kiyose-5th-draft.yaml"))
    store = tmp_path / "store"
    assert run("build", kiyose, "--store", store).exit_code == 0
    said = run("link", "--store", store)
    assert said.exit_code == 0
    assert "no plan here" not in said.output


@pytest.mark.parametrize("decision", ["add", "accept"])
def test_a_pair_that_is_rejected_too_is_refused_in_one_file_and_in_two(
    decision: str, tmp_path: Path
) -> None:
    pair = ("koganei-5th", "kiyose-5th")
    both = written(tmp_path / "both.yaml", pair, decision, "reject")
    with pytest.raises(PlangraphError, match="both rejected and accepted") as raised:
        load_judgements([both])
    assert raised.value.place == f"{both}:6"
    one = written(tmp_path / "one.yaml", pair, decision)
    other = written(tmp_path / "other.yaml", pair[::-1], "reject")
    with pytest.raises(PlangraphError, match="both rejected and accepted") as raised:
        load_judgements([one, other])
    assert raised.value.place == f"{other}:5"
    assert f"{one}:5" in (raised.value.advice or "")


def test_a_pair_may_be_accepted_and_added(outlines: list[Outline], tmp_path: Path) -> None:
    path = written(tmp_path / "twice.yaml", ("koganei-5th", "kiyose-5th"), "accept", "add")
    graph = memory_graph(link_quads(outlines, None, load_judgements([path])))
    judged = [row for row in graph.select(PROLOGUE + _LINKS).rows if row[0] == "judged"]
    (pair,) = {frozenset(map(str, row[1:])) for row in judged}
    assert {iri.rpartition("/")[2] for iri in pair} == {ENDS["koganei-5th"], ENDS["kiyose-5th"]}
