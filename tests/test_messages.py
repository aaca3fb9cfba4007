"""Every message can be said in Japanese, with the same values filled in."""

from __future__ import annotations

import ast
import importlib
import io
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from plangraph.commands import plangraph
from plangraph.commands._help import fold, paragraphs, width
from plangraph.language import choose, tr
from plangraph.messages_ja import MESSAGES

SOURCE = Path(__file__).parents[1] / "src" / "plangraph"


def spoken() -> dict[str, str]:
    """Every literal handed to ``tr``, with the place where it is."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "tr":
                place = f"{path.relative_to(SOURCE)}:{node.lineno}"
                literal = node.args[0]
                assert isinstance(literal, ast.Constant), f"{place}: tr() needs a literal"
                assert isinstance(literal.value, str)
                found.setdefault(literal.value, place)
    return found


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """The commands below ``command``, each with its name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from commands(found, f"{name} {below}")


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def helped() -> dict[str, str]:
    """Every paragraph and option of every ``--help``, with the command that it belongs to."""
    found: dict[str, str] = {}
    for name, command in commands(plangraph, "plangraph"):
        parts = [part for part in paragraphs(command.help or "") if not part.startswith("\b")]
        options = [p.help for p in command.params if isinstance(p, click.Option) and p.help]
        found |= dict.fromkeys([*parts, *options], name)
    return found


SPOKEN = spoken() | helped()


def test_every_message_has_a_japanese_text() -> None:
    assert {place: text for text, place in SPOKEN.items() if text not in MESSAGES} == {}


def test_no_text_is_left_over() -> None:
    assert MESSAGES.keys() - SPOKEN.keys() == set()


def test_no_message_stands_in_two_subjects() -> None:
    subjects = [path.stem for path in (SOURCE / "messages_ja").glob("[!_]*.py")]
    modules = [importlib.import_module(f"plangraph.messages_ja.{name}") for name in subjects]
    assert sum(len(module.MESSAGES) for module in modules) == len(MESSAGES)


@pytest.mark.parametrize("message", MESSAGES)
def test_the_japanese_text_fills_in_the_same_values(message: str) -> None:
    assert fields(MESSAGES[message]) == fields(message)
    assert MESSAGES[message].strip()


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "1 error, 2 warnings", "1,000 errors, 0 warnings"),
        ("ja", "エラー 1 件、警告 2 件", "エラー 1000 件、警告 0 件"),
    ],
)
def test_nouns_follow_their_number(language: str, one: str, several: str) -> None:
    message = "{errors:error(s)}, {warnings:warning(s)}"
    choose(language)
    try:
        assert tr(message, errors=1, warnings=2) == one
        assert tr(message, errors=1000, warnings=0) == several
    finally:
        choose(None)


def test_a_length_of_time_is_written_as_short_as_it_was_given() -> None:
    message = "reading it took longer than {seconds:second(s)}"
    assert tr(message, seconds=1.0) == "reading it took longer than 1 second"
    assert tr(message, seconds=0.5) == "reading it took longer than 0.5 seconds"


@pytest.mark.parametrize("name", [name for name, _ in commands(plangraph, "plangraph")])
def test_help_is_in_japanese_and_fits(name: str) -> None:
    try:
        arguments = [*name.split()[1:], "--lang", "ja", "--help"]
        if name == "plangraph evaluate":  # only commands that do something take --lang
            arguments = ["--lang", "ja", "evaluate", "--help"]
        shown = CliRunner().invoke(plangraph, arguments, terminal_width=80)
    finally:
        choose(None)
    assert shown.exit_code == 0, shown.output
    lines = shown.output.splitlines()
    assert lines[0].startswith("使い方: ")
    examples = [line for line in lines if "plangraph" in line or "[" in line]
    assert [line for line in lines if width(line) > 80 and line not in examples] == []


def test_lines_break_where_japanese_lines_may() -> None:
    assert fold("図にする（既定: 名前）。", 10) == ["図にする", "（既定: 名", "前）。"]
    assert fold("plangraph query", 5) == ["plangraph", "query"]
    assert fold("", 5) == []


def test_clicks_own_words_are_compiled_from_their_catalogue() -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    folder = SOURCE / "commands" / "_locale" / "ja" / "LC_MESSAGES"
    with (folder / "messages.po").open("rb") as file:
        catalogue = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    assert (folder / "messages.mo").read_bytes() == compiled.getvalue(), "run `make locale`"
    for message in catalogue:
        if message.id:
            assert fields(str(message.string)) <= fields(str(message.id))


def test_clicks_own_errors_are_in_japanese() -> None:
    try:
        shown = CliRunner().invoke(plangraph, ["--lang", "ja", "show"])
    finally:
        choose(None)
    assert shown.exit_code == 2
    assert "エラー: 引数がありません 'ID'" in shown.output


def test_the_language_that_is_chosen_is_spoken() -> None:
    try:
        choose("ja")
        assert tr("no question is called {name}", name="x") == "x という問いはありません"
        choose("en")
        assert tr("no question is called {name}", name="x") == "no question is called x"
    finally:
        choose(None)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_lists_of_commands_say_whole_sentences(language: str) -> None:
    said = CliRunner().invoke(plangraph, ["--help"], env={"PLANGRAPH_LANG": language}).output
    lines = said.splitlines()
    assert len(lines) > 25
    assert not [line for line in lines if line.endswith("...") and "ARGS" not in line]
    assert len(said) > 1000
