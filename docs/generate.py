"""Write what the documentation repeats from the code: the reference, and printed examples.

python docs/generate.py            write docs/reference/ and refresh the examples
python docs/generate.py --check    exit 1 where docs/reference/ is out of date
"""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import sys
import tempfile
import textwrap
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import examples
import msgspec
import yaml
from click.testing import CliRunner
from rdflib import RDF, RDFS, SH, Graph

import plangraph
from plangraph import model, questions
from plangraph.checks.rules import RULES
from plangraph.commands import plangraph as command_line
from plangraph.fiscal import FiscalYear, Period
from plangraph.serve import ontology_page
from plangraph.values import Lines, Quantity

ROOT = Path(__file__).resolve().parents[1]
MADE = "<!-- Made by docs/generate.py; do not edit. -->\n\n"
_TYPES: dict[object, str] = {
    str: "text", int: "whole number", bool: "true or false", Lines: "lines",
    FiscalYear: "fiscal year", Period: "period", Quantity: "value", "date": "date",
}  # fmt: skip


def cli() -> str:
    """Every command with its help."""
    text = "# Command line\n\n" + MADE
    for path, command in _commands(command_line, ("plangraph",)):
        context = [path[0]] if len(path) == 1 else list(path[1:])
        arguments = ["--help"] if len(path) == 1 else [*context, "--help"]
        said = CliRunner().invoke(command_line, arguments, prog_name="plangraph").output
        text += f"## {' '.join(path)}\n\n```text\n{said.rstrip()}\n```\n\n"
        assert command.help, f"{path} says nothing of itself"
    return text


def _commands(
    command: click.Command, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below
            yield from _commands(below, (*path, name))


def named_questions() -> str:
    """Every named question with parameters, columns and SPARQL."""
    text = "# Named questions\n\n" + MADE
    text += (
        "Ask one with `plangraph query NAME -p parameter=value`, or"
        " `graph.query(name, parameter=value)` in Python. A parameter is optional unless it says"
        " required. How a new one is added: [Add a question](../how-to/add-a-question.md).\n\n"
    )
    for name in questions.names():
        question = questions.find(name)
        text += f"## {name}\n\n{question.title['en']} · {question.title['ja']}\n\n"
        text += f"{question.text['en']}\n\n{question.text['ja']}\n\n"
        if question.parameters:
            text += "| parameter | type | | meaning |\n|---|---|---|---|\n"
            for one in question.parameters.values():
                need = "required" if one.required else ""
                need = f"default {one.default}" if one.default else need
                text += f"| `{one.name}` | {one.type} | {need} | {one.en} · {one.ja} |\n"
            text += "\n"
        text += f"Columns: {', '.join(f'`{column}`' for column in question.columns)}\n\n"
        body = "".join(line for line in _without_header(question.sparql)).strip()
        text += f"<details><summary>SPARQL</summary>\n\n```sparql\n{body}\n```\n\n</details>\n\n"
    return text


def _without_header(sparql: str) -> Iterator[str]:
    header = True
    for line in sparql.splitlines(keepends=True):
        header = header and line.startswith("#")
        if not header:
            yield line


def plan_file() -> str:
    """Every key of a plan file with its type and meaning."""
    keys = yaml.safe_load((ROOT / "docs" / "plan-file-keys.yaml").read_text(encoding="utf-8"))
    text = "# Plan file\n\n" + MADE
    text += (
        "YAML in UTF-8. `plangraph schema` prints the same as a JSON Schema, and"
        " [Write a plan file](../how-to/write-a-plan-file.md) shows one. A key in **bold** must"
        " be there. What the document does not say is left out.\n\n"
        "| type | write |\n|---|---|\n"
        '| text | quoted where it is a number: `"13211"` |\n'
        "| lines | `75` or `183-184`: lines of the document, from 1 |\n"
        "| fiscal year | `令和3年度`, `R3`, `平成31(2019)年度` or `2021`: 1 April to 31 March |\n"
        "| period | `令和3年度～令和12年度`, `令和3～12年度`, `12年間`, or `―` for none |\n"
        "| value | as printed: `84.9%`, `1,200人以上`, `現状維持` |\n"
        "| date | `2020-11-24` |\n\n"
    )
    shared = {field.name for field in msgspec.structs.fields(model.Listed)}
    for name, meanings in keys.items():
        record = getattr(model, name)
        hints = typing.get_type_hints(record)
        fields = [f for f in msgspec.structs.fields(record) if name == "Listed" or not (
            issubclass(record, model.Listed) and f.name in shared)]  # fmt: skip
        assert {f.name for f in fields} | {"record"} == meanings.keys(), f"{name} in plan-file-keys"
        text += f"## {_heading(record)}\n\n{meanings['record']}\n\n"
        text += "| key | type | meaning |\n|---|---|---|\n"
        for field in fields:
            key = f"**`{field.name}`**" if field.required else f"`{field.name}`"
            text += f"| {key} | {_type(hints[field.name])} | {meanings[field.name]} |\n"
        text += "\n"
    return text


def _heading(record: type) -> str:
    return {"Listed": "Entry", "Words": "Words"}.get(record.__name__, re.sub(
        r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).capitalize())  # fmt: skip


def _type(hint: Any) -> str:
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_type(one) for one in inside if one is not type(None))
    if origin is typing.Literal:
        return "one of " + ", ".join(f"`{one}`" for one in inside)
    if origin is tuple:
        return f"list of {_type(inside[0])}"
    if isinstance(hint, type) and issubclass(hint, model.Record):
        heading = _heading(hint)
        return f"[{heading.lower()}](#{heading.lower().replace(' ', '-')})"
    return _TYPES.get(hint) or hint.__name__


def python() -> str:
    """The public Python API, from its docstrings."""
    text = "# Python\n\n" + MADE
    text += (
        "`import plangraph` gives what follows; it is typed. How to use it:"
        " [Use plangraph from Python](../how-to/use-from-python.md).\n\n"
    )
    for name in plangraph.__all__:
        thing = getattr(plangraph, name)
        text += f"## plangraph.{name}\n\n"
        if not inspect.isclass(thing):
            text += f"```python\n{_signature(thing, f'plangraph.{name}')}\n```\n\n{_doc(thing)}\n\n"
            continue
        text += f"{_doc(thing)}\n\n"
        if name == "Plan":
            text += "Its fields are the keys of a [plan file](plan-file.md).\n\n"
        for member, value in vars(thing).items():
            function = value.fget if isinstance(value, property) else value
            if member.startswith("_") or not inspect.isfunction(function):
                continue
            signature = member if isinstance(value, property) else _signature(function, member)
            text += f"### {name}.{member}\n\n```python\n{signature}\n```\n\n{_doc(function)}\n\n"
    return text


def _doc(thing: object) -> str:
    text = inspect.getdoc(thing) or ""
    assert text, thing
    text = re.sub(r":class:`(\w+)`", r"`\1`", text.replace("``", "`"))
    if ">>>" in text:
        said, mark, example = text.partition(">>>")
        text = f"{said}```pycon\n{mark}{example}\n```"
    return re.sub(r" +# doctest:.*", "", text)


def _signature(function: Callable[..., Any], name: str) -> str:
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef)
    node.args.args = [one for one in node.args.args if one.arg != "self"]
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    line = f"{name}({ast.unparse(node.args)}){returned}"
    if len(line) <= 100:
        return line
    inside = re.sub(r", (?=[a-z*_]+:)", ",\n    ", ast.unparse(node.args))
    return f"{name}(\n    {inside},\n){returned}"


def rules() -> str:
    """Every rule and shape that `check` runs."""
    text = "# Rules and shapes\n\n" + MADE
    text += (
        "What `plangraph check` and `plangraph build` look for. An error stops a build, a warning"
        " does not. How to run and read them:"
        " [Check plan files](../how-to/check-plan-files.md).\n\n## Rules\n\n"
        "Rules look at plan files.\n\n| rule | | what must hold |\n|---|---|---|\n"
    )
    for name, (level, function) in sorted(RULES.items()):
        text += f"| `{name}` | {level} | {_doc(function).splitlines()[0]} |\n"
    text += (
        "\nWith `--documents`, the rule `document` holds every title against the lines of its"
        " document.\n\n## Shapes\n\nShapes (SHACL, `ontology/shapes.ttl`) look at the triples made"
        " of plan files that the rules let pass.\n\n| shape | | what is wrong, and what to do |\n"
        "|---|---|---|\n"
    )
    graph = Graph().parse(ROOT / "ontology" / "shapes.ttl")
    for shape in sorted(set(graph.subjects(SH.message)), key=str):
        messages = {o.language: str(o) for o in graph.objects(shape, SH.message)}  # type: ignore[attr-defined]
        level = "error" if graph.value(shape, SH.severity) == SH.Violation else "warning"
        name = str(shape).rpartition("#")[2]
        text += f"| `{name}` | {level} | {messages['en']}<br>{messages['ja']} |\n"
        assert graph.value(shape, RDFS.label), graph.value(shape, RDF.type)
    return text


def ontology() -> str:
    """The page of the ontology."""
    names = ("plangraph.ttl", "shapes.ttl", "alignments.ttl", "CHANGELOG.md")
    return ontology_page.page(ROOT / "ontology", {name: f"../../ontology/{name}" for name in names})


def index() -> str:
    """The index, its list of decisions made anew."""
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = [page.read_text(encoding="utf-8").partition("\n")[0] for page in pages]
    listed = "".join(
        f"- [{title.lstrip('# ')}](decisions/{page.name})\n"
        for title, page in zip(titles, pages, strict=True)
    )
    return re.sub(
        r"(<!-- decisions:.*?-->\n).*?(<!-- end -->)",
        lambda match: match[1] + listed + match[2],
        text,
        flags=re.S,
    )


REFERENCE = {
    "../index.md": index,
    "cli.md": cli,
    "questions.md": named_questions,
    "plan-file.md": plan_file,
    "python.md": python,
    "rules.md": rules,
    "ontology.html": ontology,
}


def refresh_examples() -> Iterator[Path]:
    """Run the examples of all pages and write what they print; yield the pages that changed."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "store"
        plangraph.build(store=whole)
        for number, page in enumerate(examples.pages()):
            folder, store = Path(scratch) / f"page-{number}", Path(scratch) / f"store-{number}"
            folder.mkdir()
            shutil.copytree(whole, store)
            new = examples.refresh(page, folder, store)
            if new != page.read_text(encoding="utf-8"):
                page.write_text(new, encoding="utf-8")
                yield page


def main(arguments: list[str]) -> int:
    """Write or check; return the exit code."""
    changed = []
    for name, make in REFERENCE.items():
        path = (ROOT / "docs" / "reference" / name).resolve()
        text = make().rstrip() + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed.append(path)
            if "--check" not in arguments:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
    if "--check" not in arguments:
        changed += refresh_examples()
    word = "out of date, run `make docs`" if "--check" in arguments else "written"
    for path in changed:
        click.echo(f"{path.relative_to(ROOT)}: {word}")
    return int("--check" in arguments and bool(changed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
