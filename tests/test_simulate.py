"""The simulated nation: real municipalities, invented plans, the same bytes for a seed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from plangraph.checks.rules import check_file
from plangraph.errors import PlangraphError
from plangraph.planfile import find, load
from plangraph.simulate import share, simulate
from plangraph.simulate.nation import chosen, nation
from plangraph.simulate.plans import plans


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_nation_has_all_municipalities_and_no_wards() -> None:
    places = nation()
    assert len(places) == 1741
    names = {place.municipality.name: place.kind for place in places}
    assert (names["小平市"], names["札幌市"], names["千代田区"]) == ("city", "designated", "city")
    assert "札幌市中央区" not in names


def test_a_smaller_nation_is_part_of_a_larger_one(tmp_path: Path) -> None:
    simulate(tmp_path / "small", 3)
    simulate(tmp_path / "large", 9)
    small, large = contents(tmp_path / "small"), contents(tmp_path / "large")
    assert len(small) == 6
    assert small.items() <= large.items()
    simulate(tmp_path / "other", 3, seed=2)
    assert not contents(tmp_path / "other").items() & small.items()


def test_every_file_is_valid_and_says_that_it_is_simulated(tmp_path: Path) -> None:
    simulate(tmp_path, 12)
    for path in find([tmp_path]):
        file = load(path)
        assert not [one for one in check_file(file, {}) if one.level == "error"]
        assert "SIMULATED" in path.read_text(encoding="utf-8").splitlines()[0]
        assert file.plan.title.startswith("【模擬】")
        assert file.plan.note is not None
        assert "Simulated" in file.plan.note.en


def test_json_says_the_same_as_yaml(tmp_path: Path) -> None:
    simulate(tmp_path / "yaml", 2)
    simulate(tmp_path / "json", 2, form="json")
    for one, other in zip(find([tmp_path / "yaml"]), find([tmp_path / "json"]), strict=True):
        assert load(one).plan == load(other).plan


def test_a_mistake_in_json_is_told_with_its_line(tmp_path: Path) -> None:
    simulate(tmp_path, 1, form="json")
    path = find([tmp_path])[0]
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace('"period"', '"perio"', 1), encoding="utf-8")
    line = 1 + good[: good.index('"period"')].count("\n")
    with pytest.raises(PlangraphError, match="unknown key `perio`") as caught:
        load(path)
    assert caught.value.place == f"{path}:{line}"
    path.write_text(good[:-3], encoding="utf-8")
    with pytest.raises(PlangraphError, match="broken YAML"):
        load(path)
    wrong = good.replace('"goal-1"', '"goal 1"', 1)
    path.write_text(wrong, encoding="utf-8")
    found = [one for one in check_file(load(path), {}) if one.rule == "bad-name"]
    assert [one.line for one in found] == [1 + wrong[: wrong.index('"goal 1"')].count("\n")]


def test_what_every_measure_is_about_is_known() -> None:
    place = next(chosen(1, 1))
    for made in plans(place, 1):
        ids = [e["id"] for e in walk(made.data["elements"]) if e["kind"] == "measure"]
        assert set(ids) <= set(made.subjects)


def walk(elements: list[dict[str, object]]) -> list[dict[str, object]]:
    found = []
    for one in elements:
        found += [one, *walk(one.get("children", []))]  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(("text", "count"), [("full", 1741), ("1/10", 174), ("1/100", 17)])
def test_scales(text: str, count: int) -> None:
    assert share(text) == count


@pytest.mark.parametrize("text", ["2", "0", "half", "1/0", "-1/2"])
def test_no_scale(text: str) -> None:
    with pytest.raises(PlangraphError, match="no scale"):
        share(text)


def test_the_command(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("simulate", "--municipalities", "2", tmp_path / "n")
    assert "simulated 2 municipalities: 4 plan files" in result.output
    assert run("simulate", "--municipalities", "2000", tmp_path / "n").exit_code == 1
    wrong = run("simulate", "--municipalities", "2", "--scale", "1/10", tmp_path)
    assert "not both" in wrong.output


def test_a_nation_is_not_written_among_other_plan_files(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    """Files that are written anew are no others: a nation can grow in its folder."""
    simulate(tmp_path, 2)
    simulate(tmp_path, 3)
    smaller = run("simulate", "--municipalities", "1", tmp_path)
    assert smaller.exit_code == 1
    assert "there are other plan files in this folder" in smaller.stderr
    assert "name an empty folder" in smaller.stderr
    assert run("simulate", "--municipalities", "3", "-f", "json", tmp_path).exit_code == 1
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.yml").write_text("plan: mine\n", "utf-8")
    assert run("simulate", "--municipalities", "1", tmp_path / "new").exit_code == 1
    (tmp_path / "new" / "mine.yml").unlink()
    assert " kB → " in run("simulate", "--municipalities", "1", tmp_path / "new").stdout
