"""Many documents: at the same time, resumed, and what goes wrong with one of them."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from plangraph.errors import PlangraphError
from plangraph.planfile import load
from plangraph.reading import reader
from plangraph.reading.batch import Done, Options, read_documents, read_one
from plangraph.reading.limits import time_limit

Run = Callable[..., Result]
PLAN = "施策1 地域福祉の推進\n支えあいます。\n"


def write(path: Path, text: str = PLAN) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def by_name(done: list[Done]) -> dict[str, Done]:
    return {one.document.name: one for one in done}


def test_a_folder_is_read_and_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    for number in range(6):
        write(tmp_path / "in" / f"good-{number}.txt")
    write(tmp_path / "in" / "bad.txt", "")
    write(tmp_path / "in" / "~$open.docx", "a lock file of Word")
    write(tmp_path / "in" / "picture.png", "no document")
    told: list[tuple[str, int]] = []
    options = Options(output=tmp_path / "out", review=tmp_path / "pages", jobs=2)
    done = by_name(
        read_documents(
            (str(tmp_path / "in"),), options, lambda one, n: told.append((one.document.name, n))
        )
    )
    assert sorted(done) == ["bad.txt", *(f"good-{number}.txt" for number in range(6))]
    assert sorted(told) == [(name, 7) for name in sorted(done)]
    assert isinstance(done["bad.txt"].error, PlangraphError)
    assert done["good-3.txt"].counts == {"measure": 1}
    assert len(list((tmp_path / "out").iterdir())) == len(list((tmp_path / "pages").iterdir())) == 6
    again = by_name(read_documents((str(tmp_path / "in"),), options))
    assert again["good-3.txt"].skipped
    assert again["bad.txt"].error


def test_a_document_that_changed_is_not_taken_for_read(tmp_path: Path) -> None:
    documents = (str(write(tmp_path / "a.txt")), str(write(tmp_path / "b.txt")))
    read_documents(documents, Options(output=tmp_path / "out"))
    write(tmp_path / "a.txt", "施策1 防災の推進\n")
    done = by_name(read_documents(documents, Options(output=tmp_path / "out")))
    assert "exists already" in str(done["a.txt"].error)
    assert done["b.txt"].skipped


def test_two_documents_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    documents = (str(write(tmp_path / "a" / "plan.txt")), str(write(tmp_path / "b" / "plan.txt")))
    done = read_documents(documents, Options(output=tmp_path / "out"))
    assert len({one.target for one in done}) == 2
    assert all(one.target and one.target.exists() for one in done)


def test_a_plan_file_for_standard_output_is_no_file(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "plan.txt")
    done = run("read", document, "-o", "-", "-f", "json")
    assert json.loads(done.stdout)["elements"][0]["title"] == "地域福祉の推進"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.txt"]
    (tmp_path / "pages").mkdir()
    run("read", document, "-o", "-", "--review", tmp_path / "pages")
    assert (tmp_path / "pages" / "plan.html").exists()
    several = run("read", document, write(tmp_path / "other.txt"), "-o", "-")
    assert several.exit_code == 1
    assert "2 documents are to be written" in several.stderr


def test_a_place_without_an_ending_is_a_folder(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "plan.txt")
    said = run("read", document, "-o", tmp_path / "new", "--review", tmp_path / "pages")
    assert f"{tmp_path / 'new' / 'plan.yaml'}: " in said.stderr
    assert (tmp_path / "new" / "plan.yaml").is_file()
    assert (tmp_path / "pages" / "plan.html").is_file()
    kept = write(tmp_path / "kept", "mine")
    assert "exists already" in run("read", document, "-o", kept).stderr


def test_the_ending_says_what_is_written(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "plan.txt")
    assert run("read", document, "-o", tmp_path / "found.json").exit_code == 0
    assert json.loads((tmp_path / "found.json").read_text("utf-8"))["elements"]
    assert run("read", document, "-o", tmp_path / "short.yml").exit_code == 0
    assert load(tmp_path / "short.yml").plan.elements
    said = run("read", document, "-o", tmp_path / "plan.docx")
    assert said.exit_code == 1
    assert "there is no format called docx" in said.stderr
    assert not (tmp_path / "plan.docx").exists()
    (tmp_path / "plans.d").mkdir()
    assert run("read", document, "-o", tmp_path / "plans.d").exit_code == 0


def test_a_folder_of_one_document_may_go_to_a_file(tmp_path: Path) -> None:
    write(tmp_path / "in" / "plan.txt")
    (done,) = read_documents((str(tmp_path / "in"),), Options(output=tmp_path / "one.yaml"))
    assert done.target == tmp_path / "one.yaml"


@pytest.mark.parametrize("names", [["in"], ["in/a.txt", "in/b.txt"]])
def test_plan_files_are_not_scattered(
    names: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "b.txt")
    monkeypatch.chdir(tmp_path)
    said = run("read", *names)
    assert said.exit_code == 1
    assert "no folder is named" in said.stderr
    assert "-o" in said.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["in"]
    assert run("read", *names, "-o", ".").exit_code == 0
    assert {one.name for one in tmp_path.iterdir()} == {"in", "a.yaml", "b.yaml"}


def test_folders_without_documents_say_what_they_hold(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = run("read", tmp_path / "empty")
    assert said.exit_code == 1
    assert f"{tmp_path / 'empty'}: the folder is empty" in said.stderr
    write(tmp_path / "pictures" / "map.png", "no document")
    said = run("read", tmp_path / "pictures", "-o", tmp_path / "plans")
    assert "there is no document to read, only .png" in said.stderr
    assert ".pdf" in said.stderr


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    document, target = write(tmp_path / "plan.txt"), write(tmp_path / "plan.yaml", "mine")
    (done,) = read_documents((str(document),), Options(output=target))
    assert "exists already" in str(done.error)
    assert target.read_text("utf-8") == "mine"
    target.unlink()
    page = write(tmp_path / "page.html", "mine")
    (done,) = read_documents((str(document),), Options(output=target, review=page))
    assert "exists already" in str(done.error)
    assert page.read_text("utf-8") == "mine"
    assert not target.exists()
    (done,) = read_documents((str(document),), Options(output=target, review=page, force=True))
    assert done.error is None


@pytest.mark.parametrize("option", ["output", "review"])
@pytest.mark.parametrize("linked", [False, True])
def test_a_document_is_never_written_over(option: str, linked: bool, tmp_path: Path) -> None:
    document = write(tmp_path / "plan.txt")
    place = tmp_path / "link.txt" if linked else document
    if linked:
        place.hardlink_to(document)
    places = {"output": tmp_path / "plan.yaml", option: place}
    (done,) = read_documents((str(document),), Options(**places, force=True))  # type: ignore[arg-type]
    assert "replace the document" in str(done.error)
    assert document.read_text("utf-8") == PLAN
    assert [one.suffix for one in tmp_path.iterdir()] == [".txt"] * (1 + linked)


def test_many_documents_do_not_go_into_a_folder_named_like_a_plan_file(tmp_path: Path) -> None:
    documents = (str(write(tmp_path / "a.txt")), str(write(tmp_path / "b.txt")))
    with pytest.raises(PlangraphError, match="is a file, and 2 documents"):
        read_documents(documents, Options(output=tmp_path / "plans.yaml"))
    (tmp_path / "plans.yaml").mkdir()
    done = read_documents(documents, Options(output=tmp_path / "plans.yaml"))
    assert [one.error for one in done] == [None, None]


@pytest.mark.parametrize("option", ["output", "review"])
def test_many_documents_need_a_folder(option: str, tmp_path: Path) -> None:
    documents = (str(write(tmp_path / "a.txt")), str(write(tmp_path / "b.txt")))
    place = write(tmp_path / "one.html", "mine")
    with pytest.raises(PlangraphError, match="is a file, and 2 documents") as caught:
        read_documents(documents, Options(**{option: place}))  # type: ignore[arg-type]
    assert f"--{option}" in caught.value.advice or "-o" in caught.value.advice


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="processes do not inherit the mistake"
)
def test_a_process_that_dies_costs_its_document_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reader.read_document

    def deadly(path: Path, **names: str | None) -> reader.Result:
        if path.name == "deadly.txt":
            os._exit(9)  # as the system does where memory runs out
        return real(path, **names)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_document", deadly)
    names = ["a.txt", "deadly.txt", "b.txt", "c.txt"]
    documents = tuple(str(write(tmp_path / name)) for name in names)
    done = by_name(read_documents(documents, Options(output=tmp_path / "out", jobs=2)))
    assert {name for name in names if done[name].error} == {"deadly.txt"}
    assert "stopped with the process" in str(done["deadly.txt"].error)


def test_a_mistake_of_ours_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(path: Path, **_names: str | None) -> reader.Result:
        raise KeyError(path.name)

    monkeypatch.setattr(reader, "read_document", wrong)
    done = read_one(write(tmp_path / "plan.txt"), tmp_path / "plan.yaml", Options())
    assert "could not be read: KeyError, test_reading_many.py:" in str(done.error)
    assert "report it" in str(done.error)


@pytest.fixture
def no_gc() -> Iterator[None]:
    """Without the callbacks that other tests leave in the collector, where an alarm is lost."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_gc")
def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    text = "".join(f"施策{n} まちづくりの推進{n}\n本文です。\n" for n in range(20_000))
    slow, quick = write(tmp_path / "slow.txt", text), write(tmp_path / "quick.txt")
    options = Options(output=tmp_path / "out", limit=0.5)
    done = by_name(read_documents((str(slow), str(quick)), options))
    assert "longer than 0.5 seconds" in str(done["slow.txt"].error)
    assert not (tmp_path / "out" / "slow.yaml").exists()
    assert done["quick.txt"].error is None


@pytest.mark.usefixtures("no_gc")
def test_a_document_that_is_read_leaves_nothing_to_collect(tmp_path: Path) -> None:
    text = "".join(f"施策{n} 道の補修{n}\n(1) 側溝の清掃\n溝をさらいます。\n" for n in range(20))
    document = write(tmp_path / "plan.txt", text)
    reader.read_document(document)
    gc.collect()
    reader.read_document(document)
    assert gc.collect() < 20  # were headings left in cycles, it would be hundreds


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no alarm clock")
def test_a_regular_expression_is_ended_in_its_course() -> None:
    start = time.monotonic()
    with pytest.raises(TimeoutError), time_limit(0.3):
        re.match("(a+)+$", "a" * 60 + "b")
    assert time.monotonic() - start < 5


def hear_ctrl_c() -> None:
    """Undo what a shell does to the programs that it runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="processes get Ctrl-C otherwise there")
def test_ctrl_c_leaves_no_half_file_and_no_process(tmp_path: Path) -> None:
    text = "".join(f"施策{n} まちづくりの推進{n}\n本文です。\n" for n in range(20_000))
    for number in range(6):
        write(tmp_path / "in" / f"{number}.txt", text)
    command = [sys.executable, "-m", "plangraph", "read", str(tmp_path / "in"), "--jobs", "2"]
    process = subprocess.Popen(
        [*command, "-o", str(tmp_path / "out") + "/"], start_new_session=True,
        stderr=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c,
    )  # fmt: skip
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in told
    whole = [path.name for path in (tmp_path / "out").iterdir()]
    assert [name for name in whole if not re.fullmatch(r"\d\.yaml", name)] == []
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_what_a_person_is_told(run: Callable[..., Result], tmp_path: Path) -> None:
    write(tmp_path / "in" / "good.txt")
    write(tmp_path / "in" / "bad.txt", "")
    told = run("read", tmp_path / "in", "-o", tmp_path / "out", "--lang", "ja")
    assert told.exit_code == 1
    assert "施策 1（疑問 2 件）" in told.stderr.replace(" (", "（").replace(")", "）")
    assert "ファイルが空です" in told.stderr
    assert "2 件のうち 1 件を読めませんでした" in told.stderr
    assert "\r" not in told.stderr
    text = (tmp_path / "out" / "good.yaml").read_text("utf-8")
    assert "文書に題名がないため" in text
    one = run(
        "read",
        tmp_path / "in" / "good.txt",
        "-f",
        "json",
        "-o",
        tmp_path / "good.json",
        "--lang",
        "en",
    )
    assert "? the document does not state its title" in one.stderr
    assert (
        json.loads((tmp_path / "good.json").read_text("utf-8"))["elements"][0]["kind"] == "measure"
    )


def test_documents_named_in_japanese_become_plans_that_can_be_built_together(
    tmp_path: Path, run: Run
) -> None:
    for name in ("環境基本計画", "地域福祉計画", "R7 福祉計画", "R7 環境計画"):
        text = f"小平市{name}\n基本目標１　人と人とが支え合うまち\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("read", tmp_path, "-o", tmp_path / "plans").exit_code == 0
    ids = [load(file).plan.plan for file in sorted((tmp_path / "plans").glob("*.yaml"))]
    assert len(set(ids)) == 4
    assert [one.rpartition("-")[0] for one in ids] == ["r7", "r7", "kodaira", "kodaira"]
    assert run("check", tmp_path / "plans").exit_code == 0


def test_a_limit_that_is_no_number_is_told(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "plan.txt")
    wrong = run("read", document, "-o", tmp_path / "plan.yaml", "--limit", "nan")
    assert wrong.exit_code == 1
    assert "no number of seconds" in wrong.stderr
    assert run("read", document, "-o", tmp_path / "plan.yaml", "--limit", "inf").exit_code == 0
