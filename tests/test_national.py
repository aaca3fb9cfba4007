"""Building many plans: what has changed, by whom, and when somebody pulls the plug."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pyoxigraph
import pytest

from plangraph import store as stores
from plangraph.errors import PlangraphError
from plangraph.links.corpus import Corpus, add_rows, open_corpus
from plangraph.links.counterparts import scores
from plangraph.links.matrices import compare
from plangraph.links.nearest import NEAREST, nearest
from plangraph.links.profile import profiles
from plangraph.links.rows import place_of, rows_of
from plangraph.pipeline import build, building, dataset_quads, load_all, plan_paths
from plangraph.pipeline.settings import names
from plangraph.pipeline.version import outline_of
from plangraph.pipeline.workers import Cluster, Processes, WorkerError
from plangraph.simulate import simulate
from plangraph.statements import lines
from plangraph.triples.plan import plan_quads

from .conftest import require

#: With so few plans the nearest of a nation are sought here, so that tests are quick.
PLANS, CITIES = 3, 6
#: The shapes have tests of their own, and take most of the time of a build.
AS_HERE = (
    "import plangraph.checks.shapes as s; s.Shapes.check = lambda *a, **k: [];"
    f"import plangraph.pipeline.linking as l; l.PLANS = {PLANS};"
)


@pytest.fixture(scope="session")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    simulate(folder, CITIES)
    return folder


@pytest.fixture(scope="session")
def built(nation: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the nation: tests copy it."""
    place = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patched:
        as_here(patched)
        build([nation], place)
    return place


def as_here(patched: pytest.MonkeyPatch) -> None:
    patched.setattr("plangraph.checks.shapes.Shapes.check", lambda *_, **__: [])
    patched.setattr("plangraph.pipeline.linking.PLANS", PLANS)
    patched.setattr("plangraph.links.quads.PLANS", PLANS)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    as_here(monkeypatch)


def copies(nation: Path, built: Path, folder: Path) -> tuple[Path, Path]:
    """Return a copy of the plan files, and of their store."""
    plans = Path(shutil.copytree(nation, folder / "plans"))
    return plans, Path(shutil.copytree(built, folder / "store"))


def work_of(store: Path, other: Path, count: int | None = None) -> None:
    """Give ``other`` the work on plan versions (or on ``count`` of them) that ``store`` keeps."""
    (other / "work").mkdir(parents=True)
    for piece in sorted((store / "work").glob("v-*"))[:count]:
        shutil.copy(piece, other / "work")


def dump(store: Path | pyoxigraph.Store) -> list[bytes]:
    found = stores.open_store(str(store)) if isinstance(store, Path) else store
    return sorted((found.dump(format=pyoxigraph.RdfFormat.N_QUADS) or b"").splitlines())


def graphs(store: Path) -> set[str]:
    return {str(graph) for graph in stores.open_store(str(store)).named_graphs()}


def reword(plan: Path, title: str, kind: str = "measure") -> None:
    """Give the first element of a kind another title."""
    found = plan.read_text(encoding="utf-8").splitlines()
    measure = next(n for n, line in enumerate(found) if f'kind: "{kind}"' in line)
    place = next(n for n in range(measure, len(found)) if " title: " in found[n])
    found[place] = f"{found[place].partition('title: ')[0]}title: {title}"
    plan.write_text("\n".join(found) + "\n", encoding="utf-8")


def test_a_store_holds_what_its_plans_say_however_it_is_built(nation: Path, built: Path) -> None:
    memory = pyoxigraph.Store()
    memory.extend(dataset_quads(load_all(plan_paths([nation]))[0]))
    assert dump(built) == dump(memory)


def test_only_what_changed_is_worked_on_and_the_result_is_the_same(
    nation: Path, built: Path, tmp_path: Path
) -> None:
    """As if all were linked and loaded anew; of plan versions a piece is the work on one file."""
    plans, store = copies(nation, built, tmp_path)
    cities = sorted(plans.iterdir())
    build([plans], store)  # the copies are other files

    def first() -> None:
        reword(cities[2] / "adopted.yaml", "防災訓練と避難所の充実")

    def second() -> None:
        reword(cities[3] / "draft.yaml", "図書館の充実", "goal")
        reword(cities[4] / "adopted.yaml", "図書館の充実")

    def third() -> None:
        (cities[5] / "adopted.yaml").unlink()
        shutil.rmtree(cities[1])

    def fourth() -> None:
        shutil.copytree(nation / cities[1].name, cities[1])

    def fifth() -> None:
        (cities[0] / "adopted.yaml").touch()

    # A draft that becomes the current version needs the rest of the work on it. What the build
    # before last was made of is still there when the city comes back.
    for change, fresh in ((first, 1), (second, 2), (third, 1), (fourth, 0), (fifth, 0)):
        before = (store / "CURRENT").read_text()
        change()
        now = build([plans], store)
        assert now.fresh == fresh, change.__name__
        if change is fifth:
            assert (store / "CURRENT").read_text() == before
        elif change is not first:  # what went wrong there would be seen after the second
            anew = tmp_path / change.__name__
            work_of(store, anew)
            assert build([plans], anew).quads == now.quads
            assert dump(store) == dump(anew), change.__name__
            assert graphs(store) == graphs(anew), change.__name__


def test_killed_before_the_new_store_is_in_force_nothing_of_the_former_is_lost(
    nation: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans, store = copies(nation, built, tmp_path)
    reword(sorted(plans.iterdir())[2] / "adopted.yaml", "防災訓練と避難所の充実")
    with monkeypatch.context() as patched:
        patched.setattr(stores, "_point", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build([plans], store)
    assert dump(store) == dump(built)
    build([plans], store)
    again = tmp_path / "again"
    shutil.copytree(store, again)
    next((again / "work").glob("q-*")).unlink()  # work that is lost is done again
    reword(sorted(plans.iterdir())[3] / "adopted.yaml", "図書館の充実")
    build([plans], store)
    build([plans], again)
    assert dump(again) == dump(store) != dump(built)


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_change_of_one_title_leaves_most_links_alone(
    nation: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plangraph.pipeline import nation as linking

    plans, store = copies(nation, built, tmp_path)
    looked_at = []

    def watched(rows: Any, *rest: Any) -> Any:
        looked_at.append(len(rows))
        return real(rows, *rest)

    real = linking.link_rows
    monkeypatch.setattr(linking, "link_rows", watched)
    reword(sorted(plans.iterdir())[2] / "adopted.yaml", "防災訓練と避難所の充実")
    build([plans], store)
    assert 0 < sum(looked_at) < 400


def test_the_former_generation_shares_its_tables(nation: Path, built: Path, tmp_path: Path) -> None:
    plans, store = copies(nation, built, tmp_path)
    former = {p.stat().st_ino for p in store.glob("generation-*/*.sst")}
    city = sorted(plans.iterdir())[2]
    text = (city / "draft.yaml").read_text(encoding="utf-8")
    (city / "draft.yaml").write_text(text.replace("素案", "案"), encoding="utf-8")
    build([plans], store)
    now = stores.exists(str(store)) and (store / "CURRENT").read_text().split()[1]
    assert {p.stat().st_ino for p in (store / str(now)).glob("*.sst")} & former


def test_killed_at_any_moment_a_build_goes_on_where_it_was(
    nation: Path, built: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    build([sorted(nation.iterdir())[0]], store)
    before, expected = dump(store), dump(built)
    start = time.monotonic()
    script = AS_HERE + f"from plangraph import build; build([{str(nation)!r}], %r)"
    subprocess.run([sys.executable, "-c", script % str(tmp_path / "whole")], check=True)
    seconds = time.monotonic() - start
    for part in (0.3, 0.5, 0.7, 0.85, 0.95):
        process = subprocess.Popen([sys.executable, "-c", script % str(store)])
        try:
            process.wait(part * seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert dump(store) in (before, expected)
    build([nation], store)
    assert dump(store) == expected


def test_work_that_was_done_before_a_kill_is_not_done_again(nation: Path, tmp_path: Path) -> None:
    def stop(step: str, *_: int) -> None:
        if step == "link":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([nation], tmp_path, stop)
    assert not stores.exists(str(tmp_path))
    assert build([nation], tmp_path).fresh == 0


def test_a_damaged_piece_is_made_again(nation: Path, tmp_path: Path) -> None:
    few = sorted(nation.iterdir())[0]
    build([few], tmp_path)
    expected = dump(tmp_path)
    for piece in (tmp_path / "work").glob("v-*"):
        piece.write_bytes(b"\x93\xc4")
    shutil.rmtree(tmp_path / (tmp_path / "CURRENT").read_text().split()[1])
    build([few], tmp_path)
    assert dump(tmp_path) == expected


def test_several_processes_give_the_same(
    nation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "FEW", 1)
    monkeypatch.setattr(building, "BATCH", 1)
    some = sorted(nation.glob("*/draft.yaml"))[:4]
    build(some, tmp_path / "one")
    build(some, tmp_path / "two", jobs=2)
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def die_once(task: int, place: str) -> tuple[int, int]:
    """Kill the process that works on task 3, the first time."""
    if task == 3 and not os.path.exists(place):
        Path(place).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return task * task, os.getpid()


def die(_: int) -> None:
    """Kill the process."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_costs_what_was_in_hand(tmp_path: Path) -> None:
    some = Processes(2)
    found = dict(some.map(die_once, range(1, 12), str(tmp_path / "died")))
    some.close()
    assert {task: result[0] for task, result in found.items()} == {n: n * n for n in range(1, 12)}


def test_work_that_kills_is_given_up() -> None:
    some = Processes(1)
    with pytest.raises(WorkerError, match="died 3 times"):
        list(some.map(die, [1]))
    some.close()


def test_no_jobs_and_no_scheduler(nation: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="0 jobs"):
        build([nation], tmp_path, jobs=0)


@pytest.fixture
def cluster() -> Iterator[Any]:
    require(find_spec("distributed"), "the package distributed")
    import distributed

    local: Any = distributed.LocalCluster
    with local(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as found:
        yield found


@pytest.mark.filterwarnings("ignore")
def test_a_dask_worker_that_dies_costs_its_own_work(cluster: Any, tmp_path: Path) -> None:
    some = Cluster(cluster.scheduler_address)
    assert some.count == 2
    found = dict(some.map(die_once, range(1, 12), str(tmp_path / "died")))
    some.close()
    assert {task: result[0] for task, result in found.items()} == {n: n * n for n in range(1, 12)}


@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_gives_the_same(
    cluster: Any, nation: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "FEW", 1)
    monkeypatch.setattr(building, "BATCH", 2)
    work_of(built, tmp_path, 2 * CITIES - 4)  # the workers check shapes, which takes long
    now = build([nation], tmp_path, scheduler=cluster.scheduler_address)
    assert now.fresh == 4
    assert dump(built) == dump(tmp_path)


@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_that_does_not_answer(nation: Path, tmp_path: Path) -> None:
    require(find_spec("distributed"), "the package distributed")
    with pytest.raises(PlangraphError, match="does not answer") as caught:
        build([nation], tmp_path, scheduler="127.0.0.1")
    assert "dask scheduler" in caught.value.advice


def test_the_nearest_are_those_that_comparing_all_with_all_finds(
    nation: Path, tmp_path: Path
) -> None:
    naming = names()
    rows = []
    for file in load_all(sorted(nation.glob("*/adopted.yaml")))[0]:
        outline = outline_of(lines(plan_quads(file.plan, naming)), naming, file.plan.version_id)
        rows.append(rows_of(profiles(outline), place_of(outline.city_code)))
    corpus = Corpus(open_corpus(tmp_path, add_rows(tmp_path, rows, {})))
    everyone = np.arange(corpus.size)
    found = nearest(corpus, everyone)
    told = np.rint(scores(compare(corpus.matrices(everyone), corpus.matrices(everyone))) * 10000)
    apart = (corpus.plan[:, None] == corpus.plan) | (corpus.grain[:, None] != corpus.grain)
    told[apart] = -1
    best = -np.sort(-told, axis=1)[:, :NEAREST]
    listed = found.others >= 0
    assert np.mean(listed[:, 0]) > 0.9
    # The same scores, wherever anything is listed: which of equals they are may differ.
    # The rough comparison does not see that one field is part of another.
    assert np.mean(best[listed] == found.points[listed]) > 0.975
    del corpus
