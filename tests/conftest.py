"""What all tests share: the store of the real plans, and how to run the command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import plangraph
from plangraph.graph import Graph
from plangraph.language import choose

CASES = Path(__file__).parent / "cases"
#: The source documents, where a developer has them beside the checkout.
DOCUMENTS = Path(__file__).parents[2] / "shared" / "plans"


def require(condition: object, reason: str) -> None:
    """Skip with a reason where something is missing; in CI that is a failure."""
    if condition:
        return
    if os.environ.get("CI"):
        pytest.fail(f"CI must have this: {reason}")
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak English in every test, whatever the locale and the test before."""
    monkeypatch.setenv("PLANGRAPH_LANG", "en")
    yield
    choose(None)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the plans that come with plangraph, built once."""
    place = tmp_path_factory.mktemp("store")
    plangraph.build(store=place)
    return place


@pytest.fixture(scope="session")
def graph(store: Path) -> Graph:
    """The graph of the real plans."""
    return plangraph.open(store)


@pytest.fixture(scope="session")
def nation_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of more simulated cities than are compared each with each, built once."""
    from plangraph.links.counterparts import PLANS
    from plangraph.simulate import simulate

    place = tmp_path_factory.mktemp("nation")
    simulate(place / "plans", municipalities=PLANS + 1)
    plangraph.build([place / "plans"], store=place / "store")
    return place / "store"


@pytest.fixture(scope="session")
def nation(nation_store: Path) -> Graph:
    """The graph of these simulated cities."""
    return plangraph.open(nation_store)


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command line against the store of the real plans."""
    monkeypatch.setenv("PLANGRAPH_STORE", str(store))

    def command(*arguments: object, **options: object) -> Result:
        from plangraph.commands import plangraph as group

        result = CliRunner().invoke(group, [str(a) for a in arguments], **options)  # type: ignore[arg-type]
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command
