"""The documentation tells the truth: its examples run, its reference is whole, its links lead."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from docs import examples

from plangraph import questions
from plangraph.commands import plangraph as group

ROOT = Path(__file__).parents[1]
PAGES = examples.pages()
WRITTEN = [p for p in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if p.is_file()]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_examples_print_what_the_page_says(page: Path, store: Path, tmp_path: Path) -> None:
    copy, folder = tmp_path / "store", tmp_path / "folder"
    shutil.copytree(store, copy)
    folder.mkdir()
    for step in examples.steps(page.read_text(encoding="utf-8")):
        code, printed = examples.run(step, folder, copy, examples.language_of(page))
        if step.command is None:
            continue
        place = f"{named(page)}:{step.line}: {step.command}"
        assert "Traceback" not in printed, f"{place}\n{printed}"
        assert code == 0 or step.lines, f"{place} fails\n{printed}"
        assert examples.agrees(step.lines, printed), (
            f"{place} prints\n{printed}\ninstead of\n" + "\n".join(step.lines)
        )


@pytest.mark.parametrize("page", WRITTEN, ids=named)
def test_an_environment_has_a_folder_to_itself(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for folder in re.findall(r"-m venv (\S+)", text):
        others = text.replace(f"-m venv {folder}", "").replace(f"{folder}/bin/", "")
        assert not re.search(rf"(?<![\w./-]){re.escape(folder)}/", others), folder


def test_the_reference_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_command_and_option_is_in_the_reference() -> None:
    text = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        _, found, section = text.partition(f"## plangraph {name}\n")
        assert found, name
        for option in command.params:
            if isinstance(option, click.Option):
                assert any(opt in section.partition("\n## ")[0] for opt in option.opts), option.name


def test_every_question_is_in_the_reference() -> None:
    text = (ROOT / "docs" / "reference" / "questions.md").read_text(encoding="utf-8")
    for name in questions.names():
        assert f"## {name}\n" in text


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "docs").rglob("*.md")):
        place = path.relative_to(ROOT / "docs").as_posix()
        assert place == "index.md" or f"({place})" in index, place


def anchors(text: str) -> set[str]:
    """The anchors that headings get: lower case, spaces to hyphens, punctuation gone."""
    found = set()
    for heading in re.findall(r"^#+ (.+)$", text, re.M):
        plain = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
        found.add(plain.replace(" ", "-"))
    return found | set(re.findall(r'id="([^"]+)"', text))


@pytest.mark.parametrize("page", WRITTEN, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    for link in links:
        if re.match(r"https?:|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{named(page)} → {link}"
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), f"{named(page)} → {link}"


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        (["a", "…", "c"], "a\nb\nb\nc", True),
        (["a", "…", "c"], "a\nc", True),
        (["a → …"], "a → /tmp/x", True),
        (["a"], "a\nb", False),
        (["a.c"], "abc", False),
        ([], "anything", True),
    ],
)
def test_agreement(shown: list[str], printed: str, expected: bool) -> None:
    assert examples.agrees(shown, printed) is expected


def test_a_page_is_refreshed_as_short_as_it_was() -> None:
    assert examples.refreshed(["1", "…", "9"], "2\n3\n4\n8") == ["2", "…", "8"]
    assert examples.refreshed(["built 1 → …", "old"], "built 1 → x\nnew") == ["built 1 → …", "new"]
