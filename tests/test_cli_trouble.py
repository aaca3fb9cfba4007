"""What a stranger runs into: wrong places, narrow terminals, Ctrl-C, the other language."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from plangraph.errors import why
from plangraph.language import choose
from plangraph.tables import Table, render, text_width

Run = Callable[..., Result]
PLAIN = os.environ | {"PLANGRAPH_LANG": "en"}
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak Japanese, as the setting of a user says."""
    monkeypatch.setenv("PLANGRAPH_LANG", "ja")
    choose(None)


def in_terminal(*arguments: str, store: Path, columns: int = 80, **settings: str) -> str:
    """Return what a command prints to a terminal; Windows has none that a test could open."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    environment = PLAIN | {"PLANGRAPH_STORE": str(store), "COLUMNS": str(columns)} | settings
    with subprocess.Popen(
        [sys.executable, "-m", "plangraph", *arguments],
        env=environment, stdin=follower, stdout=follower, stderr=follower,
    ):  # fmt: skip
        os.close(follower)
        shown = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the terminal was closed
                break
            if not piece:
                break
            shown += piece
    os.close(leader)
    return shown.decode("utf-8")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, run: Run) -> None:
    document = tmp_path / "plan.txt"
    document.write_text("施策1 防災体制の強化\n", encoding="utf-8")
    said = run("read", document, "-o", f"{document}/")
    assert said.exit_code == 1
    assert "the folder cannot be made" in said.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--plan", "a b"], "the name `a b` holds more than letters"),
        (["--version", "x/y"], "the name `x/y` holds more than letters"),
        (["-o", "{there}", "--review", "{there}", "--force"], "would be one file"),
    ],
)
def test_reading_is_refused_that_a_check_would_not_pass(
    options: list[str], says: str, tmp_path: Path, run: Run
) -> None:
    document, there = tmp_path / "plan.txt", tmp_path / "plan.yaml"
    document.write_text("施策1 防災体制の強化\n", encoding="utf-8")
    said = run("read", document, *(one.format(there=there) for one in options))
    assert said.exit_code == 1
    assert says in said.stderr
    assert not there.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("pause", [0.02, 0.05, 0.1])
def test_ctrl_c_is_no_traceback_even_while_it_starts(pause: float) -> None:
    script = (  # where tests run in the background, the shell has had SIGINT ignored
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "import plangraph.cli; print('up', flush=True); plangraph.cli.main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, "check"], env=PLAIN, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == "up\n"
        time.sleep(pause)
        done = process.poll() is not None  # the pause may be longer on a busy machine
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    assert process.returncode or done


def test_colours_are_left_out_where_nobody_wants_them(store: Path) -> None:
    assert "\x1b[31m" in in_terminal("query", "outlin", store=store, TERM="xterm", NO_COLOR="")
    assert "\x1b" not in in_terminal("query", "outlin", store=store, TERM="xterm", NO_COLOR="1")


def test_a_workbook_is_not_poured_into_a_terminal(store: Path) -> None:
    said = in_terminal("compare", "koganei", "kiyose", "-f", "xlsx", store=store)
    assert "write it to a file with -o" in said
    assert len(said) < 500


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_ids_are_whole_in_a_narrow_terminal(columns: int, store: Path) -> None:
    said = in_terminal("search", "防災体制の整備", store=store, columns=columns)
    assert "koganei-5th@draft/measure-8" in said
    assert "施策8" in said


def test_columns_narrow_before_ids_and_numbers() -> None:
    row = (
        "小平市",
        "kodaira-4th",
        "kodaira-4th@draft",
        "題名" * 20,
        1149,
        "kodaira-4th@draft/policy-1",
    )
    table = Table(("city", "plan", "version", "title", "line", "id"), [row])
    wide = render(table, width=150).splitlines()
    assert wide[0].split() == ["city", "plan", "version", "title", "line", "id"]
    for width in (50, 60, 80):
        narrow = render(table, width=width).splitlines()
        assert narrow[0].split() == ["city", "title", "line", "id"]
        assert narrow[2].endswith("1149  kodaira-4th@draft/policy-1")
        assert text_width(narrow[2]) <= width


def test_no_row_is_said(store: Path, run: Run) -> None:
    said = run("query", "expired", "-p", "city=01482", "-p", "on=2021")
    assert said.exit_code == 0
    assert said.stderr == "no plan of 01482 is in the store\n"
    assert "no row" in run("query", "expired", "-p", "city=kodaira", "-p", "on=1990").stderr
    command = [sys.executable, "-m", "plangraph", "query", "gaps", "-p", "city=kiyose"]
    environment = PLAIN | {"PLANGRAPH_STORE": str(store)}
    piped = subprocess.run(
        [*command, "-p", "other=01482", "-f", "csv"],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert b"no plan of 01482" in piped.stderr


def test_a_folder_without_plan_files_is_not_in_order(tmp_path: Path, run: Run) -> None:
    for arguments in (["check"], ["evaluate", "read"]):
        said = run(*arguments, tmp_path)
        assert said.exit_code == 1
        assert "there are no plan files here" in said.stderr


def test_an_export_says_which_endings_it_knows(tmp_path: Path, run: Run) -> None:
    said = run("export", "-o", tmp_path / "plans.docx")
    assert said.exit_code == 1
    assert "known: jsonld, nq, nt, trig, ttl" in said.stderr
    assert not (tmp_path / "plans.docx").exists()


def test_counterparts_are_named_so_that_they_can_be_shown(run: Run) -> None:
    shown = run("show", "kodaira-4th@submitted/policy-1").stdout.splitlines()
    links = [line.split() for line in shown if line.strip().startswith("counterpart:")]
    assert run("show", links[0][1]).exit_code == 0
    ranks = [line[line.index("←") - 1] for line in links]
    assert ranks == sorted(ranks)
    assert ranks[0] == "primary)"


def test_an_option_does_not_take_the_next_for_its_value(tmp_path: Path, run: Run) -> None:
    said = run("read", tmp_path, "--review", "-o", tmp_path / "plans")
    assert said.exit_code == 2
    assert "'--review' requires an argument" in said.stderr
    assert not Path("-o").exists()


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["query", "expired"], "the municipality"),
        (["draw", "--field", "宇宙旅行"], "Agriculture"),
        (["evaluate", "sdgs", "{file}"], "broken"),
        (["check", "{file}"], "error"),
        (["query", "plans", "--store", "http://127.0.0.1:9/"], "refused"),
        (["query", "plans", "-o", "{file}/x.csv"], "exists"),
        (["show", "kodaira-4th@submitted/policy-1"], "inferred"),
        (["show", "kodaira-4th@submitted/policy-1"], "(submitted)"),
        (["--help"], "checked store"),
    ],
)
def test_japanese_is_not_mixed_with_english(
    arguments: list[str], never: str, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "file.txt").write_text("kein JSON", encoding="utf-8")
    places = {"file": tmp_path / "file.txt"}
    said = run(*[one.format(**places) for one in arguments])
    assert never not in said.output
    assert JAPANESE.search(said.output)


def test_the_system_is_quoted_in_the_language_in_force() -> None:
    assert (
        why(FileNotFoundError(2, "No such file or directory")) == "there is no such file or folder"
    )
    choose("ja")
    assert why(PermissionError(13, "Permission denied")) == "権限がありません"
    assert why(OSError(9999, "Something new")) == "Something new"
