"""Named questions (``queries/*.rq``): what they ask, their parameters, how they are bound.

A question is a SPARQL file that runs anywhere as it stands. Its comment header names
it in Japanese and English, says what it answers, lists its parameters and holds what a
test expects. A parameter is a line ``VALUES ?name { UNDEF }``: given, its term takes
the place of UNDEF; not given, the line falls away, and with it lines that end in
``# with name``.
"""

from __future__ import annotations

import os
import re

from plangraph.errors import ParameterError, QueryError, UnknownNameError, nearest, why
from plangraph.language import pick, tr
from plangraph.resources import folder

TYPE_CHECKING = False  # as typing has it, without importing typing
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

_VALUES = r"^[ \t]*VALUES \?{name} \{{ UNDEF \}}.*$"
_ONLY = r"^.*# with {name}$\n"
_PARAMETER = re.compile(
    r"(?P<type>[a-z]+)(?: (?P<need>required)| = (?P<default>\S+))? (?:—|-) (?P<ja>.+?) / (?P<en>.+)"
)


class Parameter:
    """A parameter of a question: its type, whether it must be given, what it means."""

    def __init__(self, name: str, text: str, place: str) -> None:
        match = _PARAMETER.fullmatch(text)
        if not match:
            raise QueryError(
                tr("the header line of the parameter {name} cannot be read", name=name),
                place=place,
                advice=tr("write `# parameter NAME: TYPE [required|= DEFAULT] — 日本語 / English`"),
            )
        self.name = name
        self.type = match["type"]
        self.required = bool(match["need"])
        self.default = match["default"]
        self.ja, self.en = match["ja"], match["en"]


class Question:
    """A named question: ``name``, ``title``, ``text`` (ja, en), ``parameters``, ``sparql``."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf-8") as file:
            self.sparql = file.read()
        self.title: dict[str, str] = {}
        self.text: dict[str, str] = {}
        #: What it may mean that there is no row, where that is not plain.
        self.empty: dict[str, str] = {}
        self.parameters: dict[str, Parameter] = {}
        self.expectations: list[str] = []
        for line in self.sparql.splitlines():
            if not line.startswith("#"):
                break
            key, _, value = line[1:].strip().partition(": ")
            word, _, rest = key.partition(" ")
            said, _, language = word.partition(".")
            if language and said in ("title", "question", "empty"):
                where = {"title": self.title, "question": self.text, "empty": self.empty}[said]
                where[language] = value
            elif word == "parameter":
                self.parameters[rest] = Parameter(rest, value, path)
            elif word == "expect":
                self.expectations.append(f"{rest}: {value}" if rest else value)

    @property
    def columns(self) -> list[str]:
        """The names of the columns, from the SELECT clause."""
        body = re.sub(r"#[^\n]*", "", self.sparql)
        match = re.search(r"SELECT\s+(?:DISTINCT\s+)?(.*?)\s+(?:WHERE\b|\{|FROM\b)", body, re.S)
        clause = (
            re.sub(r"\(.*?\bAS\s+(\?\w+)\s*\)(?=\s|$)", r"\1", match[1], flags=re.S)
            if match
            else ""
        )
        return re.findall(r"\?(\w+)", clause)

    def bind(self, given: Mapping[str, object], resolve: Callable[[str, str], Any]) -> str:
        """Return the SPARQL with the parameters bound.

        ``resolve(type, text)`` turns a text into an RDF term. Raises ParameterError.
        """
        for name in given:
            if name not in self.parameters:
                raise ParameterError(
                    tr(
                        "the question {question} has no parameter {name}",
                        question=self.name,
                        name=name,
                    ),
                    advice=nearest(name, list(self.parameters)) or tr("it takes none"),
                    value=name,
                )
        sparql = self.sparql
        for name, parameter in self.parameters.items():
            value = given.get(name)
            if value is None:
                value = parameter.default
            if value is None and parameter.required:
                raise ParameterError(
                    tr(
                        "the question {question} needs the parameter {name}",
                        question=self.name,
                        name=name,
                    ),
                    advice=tr(
                        "add -p {name}=…  ({type}: {text})",
                        name=name,
                        type=parameter.type,
                        text=pick(parameter.ja, parameter.en),
                    ),
                    value=name,
                )
            line = ""
            if value is not None:
                try:
                    term = resolve(parameter.type, str(value))
                except UnknownNameError as error:
                    raise ParameterError(
                        tr("parameter {name}: {problem}", name=name, problem=error.problem),
                        advice=error.advice,
                        value=value,
                    ) from None
                line = f"  VALUES ?{name} {{ {term} }}"
            pattern = re.compile(_VALUES.format(name=name), re.M)
            found = pattern.search(sparql)
            sparql = line.join(pattern.split(sparql))
            if not line:
                sparql = re.sub(_ONLY.format(name=name), "", sparql, flags=re.M)
            if not found:
                raise QueryError(
                    tr("the parameter {name} has no line `VALUES ?{name} {{ UNDEF }}`", name=name),
                    place=self.path,
                    advice=tr("add the line where the variable is used"),
                )
        return sparql


def names(where: str | None = None) -> list[str]:
    """Return the names of all questions."""
    listing = os.listdir(where or folder("queries"))
    return sorted(name[:-3] for name in listing if name.endswith(".rq"))


def find(name: str, where: str | None = None) -> Question:
    """Return the question of a name, or in a file ``….rq``; raises UnknownNameError."""
    where = where or folder("queries")
    path = name if name.endswith(".rq") else os.path.join(where, f"{name}.rq")
    if name.endswith(".rq") or (os.path.basename(name) == name and os.path.isfile(path)):
        try:
            return Question(path)
        except FileNotFoundError:
            raise UnknownNameError(
                tr("there is no file {name}", name=name),
                advice=tr("check the path"),
                value=name,
            ) from None
        except OSError as error:
            raise QueryError(
                tr("the file cannot be read: {problem}", problem=why(error)),
                place=path,
                advice=tr("check the path"),
            ) from None
        except UnicodeDecodeError:
            raise QueryError(
                tr("the file is not UTF-8"), place=path, advice=tr("save it as UTF-8")
            ) from None
    raise UnknownNameError(
        tr("no question is called {name}", name=name),
        advice=nearest(name, names(where)),
        value=name,
    )
