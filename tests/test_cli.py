"""The command line: what it prints, how it fails, and that nothing is undocumented."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from http.client import BadStatusLine
from pathlib import Path

import click
import pytest
from click.testing import Result

from plangraph.commands import plangraph as group

COMMANDS = group.list_commands(click.Context(group))
Run = Callable[..., Result]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_it_does_and_shows_examples(name: str, run: Run) -> None:
    said = run(name, "--help")
    assert said.exit_code == 0
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert isinstance(command, click.Group) or f"plangraph {name}" in said.stdout
    assert all(p.help for p in command.params if isinstance(p, click.Option))


def test_help_of_the_whole(run: Run) -> None:
    said = run("--help").stdout
    assert all(name in said for name in COMMANDS)
    for name in ["build", "check", "list", "query", "search", "show", "export", "draw", "compare"]:
        assert name in COMMANDS


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "table"])
def test_tables_in_every_format(form: str, run: Run) -> None:
    said = run("list", "--format", form)
    assert said.exit_code == 0
    assert "kodaira-4th@draft" in said.stdout


def test_results_in_the_formats_of_sparql(run: Run) -> None:
    results = json.loads(run("query", "plans", "-f", "sparql-json").stdout)
    assert results["head"]["vars"][0] == "city"
    assert "<sparql" in run("query", "plans", "-f", "sparql-xml").stdout
    construct = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 2"
    assert run("query", "-", "-f", "turtle", input=construct).stdout.startswith("@prefix")
    assert run("query", "-", "-f", "sparql-json", input=construct).exit_code == 1


def test_output_goes_to_a_file_by_its_ending(tmp_path: Path, run: Run) -> None:
    said = run("list", "-o", tmp_path / "new" / "plans.json")
    assert said.exit_code == 0
    assert said.stdout == ""
    assert re.fullmatch(rf"→ {tmp_path}/new/plans\.json \(\d\.\d kB\)\n", said.stderr)
    assert len(json.loads((tmp_path / "new" / "plans.json").read_text(encoding="utf-8"))) >= 5


def test_a_hyphen_is_standard_output(run: Run) -> None:
    said = run("list", "-f", "csv", "-o", "-")
    assert said.stdout == run("list", "-f", "csv").stdout
    assert said.stderr == ""


def test_what_makes_triples_is_printed_as_turtle(tmp_path: Path, run: Run) -> None:
    iri = "<https://w3id.org/plangraph/id/plan/kodaira-4th@submitted/policy-1>"
    described = f"CONSTRUCT {{ {iri} ?p ?o }} {{ GRAPH ?g {{ {iri} ?p ?o }} }}"
    plain = run("query", "-", input=described).stdout
    assert plain == run("query", "-", "-f", "turtle", input=described).stdout
    assert plain.startswith("@prefix")
    assert run("query", "-", "-o", tmp_path / "one.ttl", input=described).exit_code == 0
    assert (tmp_path / "one.ttl").read_text("utf-8") == plain
    assert "triples, not rows" in run("query", "-", "-f", "csv", input=described).stderr
    assert run("query", "plans", "-o", tmp_path / "plans.srj").exit_code == 0
    assert json.loads((tmp_path / "plans.srj").read_text("utf-8"))["results"]["bindings"]


def test_a_query_outside_of_graphs_is_told_where_everything_stands(run: Run) -> None:
    said = run("query", "SELECT * { ?s ?p ?o }")
    assert "inside GRAPH ?g { … }" in said.stderr
    described = run("query", "DESCRIBE <http://a.example/> { }")
    assert "CONSTRUCT { <…> ?p ?o } { GRAPH ?g { <…> ?p ?o } }" in described.stderr
    nothing = "SELECT * { GRAPH ?g { ?s <http://nothing.example/> ?o } }"
    assert "inside GRAPH" not in run("query", nothing).stderr


@pytest.mark.parametrize("option", [["--city", "kodaira"], ["--city=kodaira"]])
def test_a_parameter_written_as_an_option_is_told_how_to_be_written(
    option: list[str], run: Run
) -> None:
    said = run("query", "expired", *option)
    assert said.exit_code == 2
    assert "No such option '--city'" in said.stderr
    assert "written -p city=…" in said.stderr
    assert "-p formt" not in run("query", "expired", "--formt", "csv").stderr


def test_every_table_goes_into_a_workbook(tmp_path: Path, run: Run) -> None:
    import openpyxl

    for arguments in (["list"], ["query", "plans"], ["search", "防災"]):
        path = tmp_path / f"{arguments[0]}.xlsx"
        assert run(*arguments, "-o", path).exit_code == 0
        rows = [*openpyxl.load_workbook(path).worksheets[0].iter_rows()]
        plain = run(*arguments, "-f", "csv").stdout.splitlines()
        assert ",".join(str(cell.value) for cell in rows[0]) == plain[0]
        assert len(rows) == len(plain)
        assert not [cell for row in rows for cell in row if cell.hyperlink]  # ids are no addresses


def test_an_element_is_shown_by_its_code(run: Run) -> None:
    by_id = run("show", "koganei-5th@draft/measure-8").stdout
    assert run("show", "koganei/施策8").stdout == by_id
    assert run("show", "小金井市/施策８").stdout == by_id  # a digit of full width
    said = run("show", "kiyose/①")
    assert said.exit_code == 1
    assert "elements have the code ①" in said.stderr
    assert "name one of them: kiyose-5th@draft/" in said.stderr
    assert "`plangraph search 施策8` finds it" in run("show", "施策8").stderr


def test_a_search_is_kept_within_places(run: Run) -> None:
    def found(*places: str) -> list[dict[str, str]]:
        options = [part for place in places for part in ("--in", place)]
        rows: list[dict[str, str]] = json.loads(
            run("search", "防災", "-f", "json", *options).stdout
        )
        return rows

    every = found()
    assert found("kodaira") == [row for row in every if row["city"] == "小平市"]
    assert len({row["version"] for row in found("小平市")}) > 1  # drafts too, as without --in
    assert {row["version"] for row in found("kodaira-4th@submitted")} == {"kodaira-4th@submitted"}
    assert {row["city"] for row in found("kiyose", "koganei")} == {"清瀬市", "小金井市"}
    assert run("search", "防災", "--in", "nowhere").exit_code == 1
    assert "there are more" in run("search", "防災", "--in", "kodaira", "--limit", 1).stderr


def test_show_prints_the_sparql(run: Run) -> None:
    assert "UNDEF" in run("query", "outline", "--show").stdout
    bound = run("query", "outline", "-p", "plan=kodaira-4th@draft", "--show").stdout
    assert "plan/kodaira-4th@draft>" in bound


def test_an_opinion_shows_the_title_that_a_curator_gave_it(run: Run) -> None:
    found = run("search", "漠然", "-f", "json").stdout
    shown = run("show", json.loads(found)[0]["id"]).stdout.splitlines()
    assert "漠然" in shown[0]
    evidence = next(line for line in shown if "evidence" in line)
    assert evidence.split()[1:] == ["kodaira-4th-draft.txt:204"]


def test_questions_are_listed_and_completed(run: Run) -> None:
    from plangraph.questions import names

    listed = json.loads(run("query", "-f", "json").stdout)
    assert [row["name"] for row in listed] == names()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["query", "outlin"], "did you mean outline"),
        (["query", "nothing.rq"], "there is no file"),
        (["query", "SELECT * {"], "not valid SPARQL"),
        (["query", "plans", "-p", "x"], "write -p name=value"),
        (["query", "plans", "--store", "/nowhere"], "there is no store here"),
        (["show", "kodaira-4th@draft/policy-99"], "did you mean policy-"),
        (["show", "nowhere"], "no city, plan or version"),
        (["show", "kodaira-4th@draft"], "no element"),
        (["show", "\udcff"], "no city, plan or version"),
        (["query", "outline", "-p", "plan=\udcff"], "no city, plan or version"),
        (["query", "SELECT * {" + "{" * 9999], "nested too deeply"),
        (
            ["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
            "cannot be answered",
        ),
        (["show", "zzzzzzzzzz"], "write its name"),
        (["list", "--store", "http://[bad"], "this is no address"),
        (["list", "--store", "http://a b/"], "this is no address"),
        (["build", "--store", "http://127.0.0.1:9/"], "an endpoint cannot be built into"),
        (["search", "無い言葉"], "nothing found"),
        (["export", "tokio"], "no city, plan or version"),
        (["build", "/nowhere"], "no such file"),
        (["list", "-o", "plans.docx"], "there is no format called docx"),
        (["list", "-o", "/proc/x/y.csv"], "cannot be written"),
        (["biuld"], "did you mean build"),
        (["query", "-p"], "requires an argument"),
        (["query", "expired", "-p", "city=kodaira", "-p", "city=kiyose"], "given twice"),
    ],
)
def test_wrong_input_gets_one_clear_message(arguments: list[str], says: str, run: Run) -> None:
    said = run(*arguments)
    assert said.exit_code in (1, 2)
    assert says in said.stderr
    assert "Traceback" not in said.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["plans"],
        ["sectoral-plans", "-p", "city=小平市", "--format", "csv"],
        ["outline", "-p", "plan=koganei", "-f", "json"],
        ["search", "-p", "text=防災", "--format", "tsv"],
    ],
)
def test_the_short_way_answers_as_the_command_does(
    arguments: list[str], store: Path, run: Run
) -> None:
    environment = os.environ | {"PLANGRAPH_STORE": str(store), "PLANGRAPH_LANG": "en"}
    command = [sys.executable, "-m", "plangraph", "query", *arguments]
    quick = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert quick.stdout.decode("utf-8") == run("query", *arguments).stdout
    assert quick.stderr == b""


def test_the_short_way_loads_no_heavy_modules(store: Path) -> None:
    script = (
        "import sys; from plangraph.quick import answer; assert answer(['plans']) == 0\n"
        "heavy = {'click', 'rdflib', 'yaml', 'msgspec', 'pathlib', 'typing'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()"
    )
    environment = os.environ | {"PLANGRAPH_STORE": str(store)}
    command = [sys.executable, "-S", "-c", script]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    subprocess.run(command, env=environment, check=True, capture_output=True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
@pytest.mark.parametrize("arguments", [["list"], ["export"], ["query", "plans"]])
def test_a_full_disk_behind_a_pipe_is_told(arguments: list[str], store: Path) -> None:
    environment = os.environ | {"PLANGRAPH_STORE": str(store), "PLANGRAPH_LANG": "en"}
    command = [sys.executable, "-m", "plangraph", *arguments]
    with open("/dev/full", "wb") as full:
        said = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE)
    assert said.returncode == 1
    assert said.stderr.startswith(b"error: the output cannot be written")


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
def test_a_long_query_can_be_interrupted(store: Path) -> None:
    environment = os.environ | {"PLANGRAPH_STORE": str(store), "PLANGRAPH_LANG": "en"}
    long = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }"
    command = [sys.executable, "-m", "plangraph", "query", long]
    running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    with pytest.raises(subprocess.TimeoutExpired):
        running.wait(1.5)
    running.send_signal(signal.SIGINT)
    assert running.wait(5) != 0
    assert running.stderr is not None
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()


@pytest.mark.parametrize(
    "problem", [SyntaxError("Unexpected char"), BadStatusLine("junk"), ValueError("no")]
)
def test_an_endpoint_that_says_nonsense(
    problem: Exception, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_sparql: str) -> None:
        raise problem

    monkeypatch.setattr("plangraph.remote.endpoint", lambda _address: ask)
    said = run("list", "--store", "http://127.0.0.1:9/")
    assert said.exit_code == 1
    assert "the endpoint's answer cannot be read" in said.stderr


def test_standard_input_that_is_no_text(run: Run) -> None:
    assert "not UTF-8" in run("query", "-", input=b"\xff\xfe").stderr


def test_colours_are_off_where_output_is_piped(run: Run) -> None:
    assert "\x1b[" not in run("query", "outlin").output


def test_it_speaks_japanese(run: Run) -> None:
    assert "という問いはありません" in run("query", "outlin", "--lang", "ja").stderr
