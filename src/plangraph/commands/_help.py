"""Help in the language in force, as wide as Japanese characters are."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from gettext import ngettext
from itertools import pairwise

import click

from plangraph.language import language

#: Characters that no line begins with (行頭禁則).
_NO_START = "、。，．・：；）］」』〉》】ー:;,.)]"
#: Characters that no line ends with (行末禁則).
_NO_END = "（［「『〈《【"


def speak() -> None:
    """Let click's own words follow the language in force (by gettext, as click does)."""
    import gettext

    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("messages", os.path.join(os.path.dirname(__file__), "_locale"))


def width(text: str) -> int:
    """Return the columns that ``text`` takes in a terminal."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def fold(text: str, columns: int) -> list[str]:
    """Break Japanese text into lines of at most ``columns``; words in Latin letters stay whole."""
    lines, line, word = [], "", ""

    def flush() -> None:
        nonlocal line, word
        if line.strip() and width(line + word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += word if line else word.lstrip()
        word = ""

    for char in text:
        joined = word[-1:] in _NO_END or (char.isascii() and word[-1:].isascii())
        if not joined and char not in _NO_START:
            flush()
        word += char
        if char == " ":
            flush()
    flush()
    return [*lines, line.rstrip()] if line.strip() else lines


class _Formatter(click.HelpFormatter):
    """Writes definition lists and paragraphs in Japanese without gaps or overflow."""

    def write_text(self, text: str) -> None:
        if language() != "ja":
            super().write_text(text)
            return
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            kept = paragraph.lstrip().startswith("\b")
            lines = (
                [line.strip() for line in paragraph.strip().removeprefix("\b").strip().splitlines()]
                if kept
                else fold(" ".join(paragraph.split()), self.width - self.current_indent)
            )
            self.write("\n" if number else "")
            for line in lines:
                self.write(f"{indent}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        rows = list(rows)
        if language() != "ja":
            super().write_dl(rows, col_max, col_spacing)
            return
        first = min(max((width(term) for term, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, meaning in rows:
            lines = fold(meaning, max(self.width - first - self.current_indent, 20))
            gap = first - width(term)
            self.write(f"{indent}{term}")
            if lines and gap < col_spacing:
                self.write(f"\n{indent}{' ' * first}")
            elif lines:
                self.write(" " * gap)
            self.write(f"\n{indent}{' ' * first}".join(lines) + "\n")


class _Context(click.Context):
    formatter_class = _Formatter


class _Spoken(click.Command):
    """A command whose help is in the language in force."""

    context_class = _Context

    def get_help(self, ctx: click.Context) -> str:
        speak()
        self._translate()
        return super().get_help(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first paragraph, whole: what is cut at 45 letters says nothing."""
        self._translate()
        return paragraphs(self.help)[0] if self.help else ""

    def _translate(self) -> None:
        if language() != "ja":
            return
        from plangraph.messages_ja import MESSAGES

        if self.help:
            self.help = "\n\n".join(MESSAGES.get(one, one) for one in paragraphs(self.help))
        for parameter in self.params:
            if isinstance(parameter, click.Option) and parameter.help:
                parameter.help = MESSAGES.get(parameter.help, parameter.help)


class Command(_Spoken):
    """A command of plangraph; give it as ``cls`` to ``click.command``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse an option that takes the next one for its value: ``--review -o plans/``."""
        options = {name: one for one in self.get_params(ctx) for name in one.opts if name[0] == "-"}
        given = args[: args.index("--")] if "--" in args else args
        for name, value in pairwise(given):
            option = options.get(name)
            if isinstance(option, click.Option) and _takes_value(option) and value in options:
                told = ngettext(
                    "Option {name!r} requires an argument.",
                    "Option {name!r} requires {nargs} arguments.",
                    1,
                )
                raise click.BadOptionUsage(name, told.format(name=name, nargs=1), ctx)
        return super().parse_args(ctx, args)


def _takes_value(option: click.Option) -> bool:
    return not (option.is_flag or option.count)


class Group(_Spoken, click.Group):
    """A command that holds others."""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a help text, on one line each; those of examples as they are."""
    import inspect

    parts = inspect.cleandoc(text).split("\n\n")
    return [part if part.startswith("\b") else " ".join(part.split()) for part in parts]
