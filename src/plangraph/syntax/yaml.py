"""What is wrong in a YAML file that a parser refuses."""

from __future__ import annotations

import re

import yaml

from plangraph.language import tr
from plangraph.syntax.mistake import Mistake

_WIDE_COLON = re.compile(r"\s*(?:- +)?[\w-]+\s*：")
_NO_SPACE = re.compile(r"\s*(?:- +)?[\w-]+:[^\s/]")
_OTHERWISE = re.compile("did not find expected|expected <block end>|mapping values")
_KEY = re.compile(r"\s*(?:- +)?[\w-]+:(?:\s|$)")


def mistake_in(text: str, error: yaml.YAMLError) -> Mistake:
    """Return what is wrong in a file that a YAML parser refuses."""
    problem = getattr(error, "problem", None) or getattr(error, "context", None) or str(error)
    begun = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or begun
    if mark is None:
        what, advice = tr("the parser cannot read it"), tr("is this a text file?")
        return Mistake(tr("broken YAML: {problem}", problem=what), advice, said=problem)
    lines = text.splitlines() or [""]
    line = min(mark.line, len(lines) - 1)
    if mark.line > line or not lines[line].strip():
        line, column = _last(lines, line)
    else:
        column = mark.column
    said = " ".join(part for part in (getattr(error, "context", None), problem) if part)
    what, advice, line, column = _cause(lines, line, column, said, begun)
    what = tr("broken YAML: {problem}", problem=what)
    return Mistake(what, advice, line + 1, column + 1, lines[line], said)


def _last(lines: list[str], line: int) -> tuple[int, int]:
    """Return the end of the last line before that says something."""
    while line and not lines[line].strip():
        line -= 1
    return line, len(lines[line].rstrip())


def _cause(
    lines: list[str], line: int, column: int, said: str, begun: yaml.Mark | None
) -> tuple[str, str, int, int]:
    """Return problem, advice, line and column (from 0) of what is likely wrong."""
    for at in (line, line - 1):
        found = _by_eye(lines[at]) if at >= 0 else None
        if found:
            return (*found[:2], at, found[2])
    opened = (begun.line, begun.column) if begun and begun.line < len(lines) else None
    if opened is not None and ("end of stream" in said or "document separator" in said):
        return (tr("the text that begins here with a quotation mark does not end"),
                tr("close it with the same quotation mark"), *opened)  # fmt: skip
    if opened is not None and "',' or" in said:
        return (tr("the bracket that opens here is not closed, or a comma is missing"),
                tr("close the bracket, and part its items with commas"),
                *opened)  # fmt: skip
    if "alias" in said or "anchor" in said:
        return (tr("a text that begins with * or & means something else in YAML"),
                tr("put the text in quotation marks"), line, _value(lines[line]))  # fmt: skip
    first = _KEY.match(lines[line])
    if "mapping values are not allowed" in said and not (first and first.end() > column):
        return (tr("a text with a colon stands without quotation marks"),
                tr("put the text in quotation marks"), line, column)  # fmt: skip
    if "cannot start any token" in said:
        return (tr("a text may not begin with {char}", char=lines[line][column : column + 1]),
                tr("put the text in quotation marks"), line, column)  # fmt: skip
    if "could not find expected ':'" in said:
        return (tr("a colon is missing behind a key"), tr("write key: value"),
                *_keyless(lines, line, column))  # fmt: skip
    indent = len(lines[line]) - len(lines[line].lstrip())
    behind = bool(_OTHERWISE.search(said)) and "mapping values" not in said and column > indent
    if behind:
        return (tr("behind a text in quotation marks stands something else"),
                tr("put the whole text in one pair of quotation marks"), line, column)  # fmt: skip
    if _OTHERWISE.search(said):
        column = indent
        return (tr("this line is indented otherwise than those beside it"),
                tr("keys of one element begin in the same column, and so do the - of one list"),
                line, column)  # fmt: skip
    return (tr("the parser cannot read this line"),
            tr("look for a missing quote, colon or indentation on or above this line"),
            line, column)  # fmt: skip


def _value(line: str) -> int:
    """Return where the value behind a key begins."""
    key = _KEY.match(line)
    return key.end() if key else len(line) - len(line.lstrip())


def _keyless(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """Return the last line up to ``line`` that is no key with a colon."""
    for at in range(line, max(line - 3, -1), -1):
        text = lines[at]
        if text.strip() and not _KEY.match(text) and not text.lstrip().startswith("#"):
            return at, len(text) - len(text.lstrip())
    return line, column


def _by_eye(line: str) -> tuple[str, str, int] | None:
    """Return what a person sees at once in a line, with its column (from 0)."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return (tr("a tab stands in the indentation"),
                tr("indent with spaces; YAML allows no tabs"), indent.index("\t"))  # fmt: skip
    if "\u3000" in indent:
        return (tr("a space of full width stands in the indentation"),
                tr("indent with spaces of half width"), indent.index("\u3000"))  # fmt: skip
    wide = _WIDE_COLON.match(line)
    if wide:
        return (tr("the colon behind a key is of full width"),
                tr("write : in half width, and a space behind it"), wide.end() - 1)  # fmt: skip
    if no_space := _NO_SPACE.match(line):
        return (tr("behind the colon of a key a space is missing"),
                tr("write key: value"), no_space.end() - 1)  # fmt: skip
    return None
