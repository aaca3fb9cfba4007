"""Every message can be said in Japanese, with the same values filled in."""

from __future__ import annotations

import ast
import importlib
import string
from pathlib import Path

import pytest

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


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


SPOKEN = spoken()


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


def test_the_language_that_is_chosen_is_spoken() -> None:
    try:
        choose("ja")
        assert tr("no question is called {name}", name="x") == "x という問いはありません"
        choose("en")
        assert tr("no question is called {name}", name="x") == "no question is called x"
    finally:
        choose(None)
