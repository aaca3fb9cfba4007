"""The examples in the documentation: found, run, and held against what is printed.

In a ```` ```console ```` block a line ``$ command`` is run by a shell, and the lines below it
are what it prints; without such lines only success is asked for. ``…`` stands for any text,
alone on a line for any number of lines. A block whose fence says ``title="name"`` is a file,
written before what follows it is run. The examples of a page run in order, in a folder of
their own and against a store of their own.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
#: What only a person does: set up, look, stop.
BY_HAND = {"cd", "git", "make", "pip", "python3", "source", "sudo", "tesseract", "xdg-open"}
_FENCE = re.compile(r'^```(?P<language>\w*)(?: title="(?P<title>[^"]+)")?\s*$')
_SHELL = re.compile(r"[|<>&;$*`~]")


class Step(NamedTuple):
    """A command to run, or a file to write, where it stands in a page."""

    line: int
    command: str | None
    title: str | None
    #: What a command prints, or what is in a file, a line each.
    lines: list[str]


def pages() -> list[Path]:
    """Return the pages whose examples are run."""
    top = sorted(ROOT.glob("README*.md"))
    return top + sorted(p for p in (ROOT / "docs").rglob("*.md") if "reference" not in p.parts)


def steps(text: str) -> Iterator[Step]:
    """Yield the commands and files of a page in order."""
    fence, block, start = None, list[str](), 0
    for number, line in enumerate(text.splitlines(), 1):
        if fence is None:
            fence, block, start = _FENCE.match(line), [], number + 1
        elif line.startswith("```"):
            if fence["title"]:
                yield Step(start, None, fence["title"], block)
            elif fence["language"] == "console":
                yield from _commands(block, start)
            fence = None
        else:
            block.append(line)


def _commands(block: list[str], start: int) -> Iterator[Step]:
    found: Step | None = None
    for number, line in enumerate(block, start):
        if line.startswith("$ "):
            if found:
                yield found
            found = Step(number, line[2:], None, [])
        elif found and found.command and found.command.endswith("\\") and not found.lines:
            found = found._replace(command=f"{found.command}\n{line}")
        elif found:
            found.lines.append(line)
    if found:
        yield found


def run(step: Step, folder: Path, store: Path, language: str = "en") -> tuple[int, str]:
    """Run a step in ``folder``; return the exit code and what it printed."""
    if step.command is None:
        target = folder / str(step.title)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(step.lines) + "\n", encoding="utf-8")
        return 0, ""
    if step.command.split()[0] in BY_HAND:
        return 0, "\n".join(step.lines)
    environment = os.environ | {
        "PLANGRAPH_STORE": str(store),
        "PLANGRAPH_LANG": language,
        "COLUMNS": "120",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    if step.command.startswith("plangraph ") and not _SHELL.search(step.command):
        code, printed = _in_process(shlex.split(step.command)[1:], folder, environment)
    else:
        done = subprocess.run(
            ["/bin/bash", "-c", step.command], cwd=folder, env=environment, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        code, printed = done.returncode, done.stdout
    printed = printed.replace(str(store), "…").replace(f"{folder}{os.sep}", "")
    return code, "\n".join(line.rstrip() for line in printed.splitlines())


def _in_process(arguments: list[str], folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Run the command line without starting another Python, which takes longer than the answer."""
    from click.testing import CliRunner

    from plangraph.commands import plangraph
    from plangraph.language import choose

    here = Path.cwd()
    try:
        os.chdir(folder)
        result = CliRunner().invoke(
            plangraph, arguments, prog_name="plangraph", env=dict(environment)
        )
    finally:
        os.chdir(here)
        choose(None)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def agrees(lines: list[str], printed: str) -> bool:
    """Tell whether ``printed`` is what a page shows, ``…`` standing for anything."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else _pattern(line) + r"\n" for line in lines
    )
    return not lines or re.fullmatch(pattern, f"{printed}\n" if printed else "") is not None


def _pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.rstrip().split("…"))


def refreshed(lines: list[str], printed: str) -> list[str]:
    """Return what a page should show now, as short as it showed it before."""
    if agrees(lines, printed):
        return lines
    new = printed.splitlines()
    cuts = [number for number, line in enumerate(lines) if line.strip() == "…"]
    if len(cuts) == 1:
        head, tail = cuts[0], len(lines) - cuts[0] - 1
        if head + tail < len(new):
            new = [*new[:head], lines[cuts[0]], *new[len(new) - tail :]]
    known = {number: line for number, line in enumerate(lines) if "…" in line}
    return [
        known[n] if n in known and re.fullmatch(_pattern(known[n]), line.rstrip()) else line
        for n, line in enumerate(new)
    ]


def refresh(page: Path, folder: Path, store: Path) -> str:
    """Run the examples of a page and return its text with what they print now."""
    text = page.read_text(encoding="utf-8")
    lines, shift = text.splitlines(), 0
    for step in list(steps(text)):
        _code, printed = run(step, folder, store, language_of(page))
        if step.command is None or not step.lines:
            continue
        new = refreshed(step.lines, printed)
        first = step.line + step.command.count("\n") + shift
        lines[first : first + len(step.lines)] = new
        shift += len(new) - len(step.lines)
    return "\n".join(lines) + "\n"


def language_of(page: Path) -> str:
    """Return the language in which the examples of a page speak."""
    return "ja" if page.name.endswith(".ja.md") else "en"
