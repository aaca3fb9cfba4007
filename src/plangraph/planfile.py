"""Plan files (YAML): read, with the place of everything in them, and written.

A message names file and line. Plan files are UTF-8, at most 10 MB, without YAML
anchors; plain words such as ``yes`` or ``2020-11-24`` stay text.
"""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import yaml

from plangraph.errors import PlanFileError, at, nearest, why
from plangraph.fiscal import FiscalYear, Period
from plangraph.language import tr
from plangraph.model import Listed, Plan
from plangraph.values import Lines, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

#: Larger plan files are refused (bytes).
LARGEST = 10 * 1024 * 1024
#: What the names of plan files end with; JSON is YAML too, and quicker to read.
ENDINGS = (".yaml", ".yml", ".json")
#: The folder of what curators judge, beside that of plan files.
JUDGEMENTS = "judgements"
#: Keys that a file of judgements has, and no plan file.
JUDGED = frozenset(("kind", "by"))
#: Deeper nesting is refused.
DEEPEST = 60

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

try:  # libyaml is ten times faster; a platform without it still works
    from yaml._yaml import CParser

    class _Loader(CParser):
        """Makes nodes, and does not guess what plain words mean: ``_plain`` says that."""

        def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
            return ""

        def descend_resolver(self, _parent: object, _index: object) -> None:
            pass

        def ascend_resolver(self) -> None:
            pass

except ImportError:  # pragma: no cover
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


class PlanFile(NamedTuple):
    """A plan and where in the file its parts stand (``$.elements[0].title`` → line)."""

    path: Path
    plan: Plan
    places: dict[str, int]

    def line_of(self, pointer: str) -> int | None:
        """Return the line of the value at ``pointer``, or of the nearest thing around it."""
        while pointer:
            if pointer in self.places:
                return self.places[pointer]
            pointer = re.sub(r"(\.[^.\[]*|\[[^\]]*\]|\$)$", "", pointer)
        return None


def load(path: str | Path, content: bytes | None = None) -> PlanFile:
    """Read one plan file; raises PlanFileError with the place and what to do.

    ``content`` is what it holds, where that was read before.
    """
    path = Path(path)
    if content is None:
        content = read_bytes(path)
    if path.suffix == ".json":
        try:
            plan = msgspec.json.decode(content, type=Plan, dec_hook=_decode)
            return PlanFile(path, plan, _Places(path, content))
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass  # read as YAML, for the line of what is wrong
    data, places = _parse(path, content)
    if not isinstance(data, dict):
        raise PlanFileError(
            tr("this is no plan file: it holds no keys"),
            place=at(path, 1),
            advice=tr("start from a plan file in data/plans or make one with `plangraph read`"),
        )
    if JUDGED.issubset(data):
        raise PlanFileError(
            tr("these are judgements, and no plan file"),
            place=at(path, 1),
            advice=tr("name their folder to `plangraph link --judgements`"),
        )
    try:
        plan = msgspec.convert(data, Plan, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise _explain(path, places, str(error)) from None
    return PlanFile(path, plan, places)


def find(paths: list[Path]) -> list[Path]:
    """Return the plan files among ``paths``, each once: files as they are, folders searched.

    What lies in a folder of judgements inside is none: `plangraph build data` finds the plans.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (
                p for p in path.rglob("*")
                if p.suffix in ENDINGS and (p.parent.name != JUDGEMENTS or p.parent == path)
            )  # fmt: skip
            found += sorted(inside, key=lambda p: p.parts)
        elif path.exists():
            found.append(path)
        else:
            raise PlanFileError(
                tr("there is no such file or folder"), place=at(path), advice=tr("check the path")
            )
    real = functools.cache(_real)
    return list({real(os.fspath(path), real): path for path in reversed(found)}.values())[::-1]


def _real(path: str, real: Callable[..., str]) -> str:
    """Return a path without links; ``real`` is this function and remembers folders."""
    above, name = os.path.split(path)
    if not above or name in ("", ".", "..") or os.path.islink(path):
        return os.path.realpath(path)
    return os.path.join(real(above, real), name)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of plan files, for editors."""
    patterns = {
        Lines: (r"^[0-9]+(-[0-9]+)?$", "line numbers of the document: 75 or 289-291"),
        FiscalYear: (None, "fiscal year: 令和3年度, R3 or 2021"),
        Period: (None, "period: 令和3年度～令和12年度, 12年間, or ― where none is given"),
        Quantity: (None, "a value as printed: 84.9%, 1,200人以上, 現状維持"),
    }

    def hook(kind: type) -> dict[str, Any]:
        pattern, text = patterns[kind]
        found: dict[str, Any] = {"type": ["string", "number"], "description": text}
        return found | ({"pattern": pattern} if pattern else {})

    return msgspec.json.schema(Plan, schema_hook=hook) | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "plangraph plan file",
    }


def dump(plan: Plan) -> str:
    """Write a plan as a plan file (YAML text); the same plan gives the same text."""
    data = msgspec.to_builtins(plan, enc_hook=_encode)
    plain = not _AWKWARD.search(msgspec.json.encode(data).decode())
    dumper = _FastDumper if plain else _Dumper
    return yaml.dump(data, allow_unicode=True, sort_keys=False, width=100, Dumper=dumper)


class _NoAliases:
    def ignore_aliases(self, data: object) -> bool:
        return True


class _Dumper(_NoAliases, yaml.SafeDumper):
    """Quotes what our loader would not read back as text, and writes no anchors."""


#: The same bytes from libyaml, four times as fast; PyYAML may have been built without it.
_FastDumper: type = (
    type("_FastDumper", (_NoAliases, yaml.CSafeDumper), {})
    if hasattr(yaml, "CSafeDumper")
    else _Dumper
)
#: What libyaml writes otherwise than PyYAML: control characters, letters beyond U+FFFF.
_AWKWARD = re.compile("\\\\[bfnrtu]|[\x7f-\x9f\u2028\u2029\ufeff\U00010000-\U0010ffff]")


def _encode(value: Any) -> Any:
    if isinstance(value, Lines):
        return value.start if value.start == value.end else str(value)
    if isinstance(value, FiscalYear):
        return value.printed or int(value)
    if isinstance(value, (Period, Quantity)):
        return str(value)
    raise TypeError(type(value).__name__)


def _decode(kind: type, value: Any) -> Any:
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        raise ValueError(f"expected text, got {type(value).__name__}")
    if kind is Quantity:
        return Quantity.parse(value)
    if kind is Lines:
        return Lines.parse(str(value))
    return FiscalYear.parse(str(value)) if kind is FiscalYear else Period.parse(str(value))


class _Places(dict[str, int]):
    """The lines of a file in JSON, found when they are first asked for."""

    def __init__(self, path: Path, content: bytes) -> None:
        super().__init__()
        self._unread: tuple[Path, bytes] | None = (path, content)

    def __contains__(self, pointer: object) -> bool:
        if self._unread:
            unread, self._unread = self._unread, None
            self.update(_parse(*unread)[1])
        return super().__contains__(pointer)


def read_bytes(path: Path) -> bytes:
    """Return what a plan file holds; raises PlanFileError where that cannot be read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise PlanFileError(
                tr(
                    "the file has {size} bytes, more than the {largest} that a plan file may have",
                    size=f"{size:,}",
                    largest=f"{LARGEST:,}",
                ),
                place=at(path),
                advice=tr("is this a plan document? read it with `plangraph read`"),
            )
        return path.read_bytes()
    except OSError as error:
        raise PlanFileError(
            tr("the file cannot be read: {problem}", problem=why(error)),
            place=at(path),
            advice=tr("check the path"),
        ) from None


def _parse(path: Path, content: bytes) -> tuple[Any, dict[str, int]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanFileError(
            tr("the file is not UTF-8 text (byte {byte})", byte=error.start),
            place=at(path),
            advice=tr("save it as UTF-8, or read a document with `plangraph read`"),
        ) from None
    places: dict[str, int] = {}
    try:
        node = yaml.compose(text, Loader=_Loader)  # type: ignore[arg-type]
    except yaml.YAMLError as error:
        if path.suffix.lower() not in ("", *ENDINGS):
            raise PlanFileError(
                tr("this is no plan file: it is no YAML"),
                place=at(path),
                advice=tr("is this a plan document? read it with `plangraph read`"),
            ) from None
        from plangraph.syntax.yaml import mistake_in

        mistake = mistake_in(text, error)
        raise PlanFileError(
            mistake.shown, place=at(path, mistake.line), advice=mistake.advice
        ) from None
    except RecursionError as error:
        raise PlanFileError(
            tr("broken YAML: {problem}", problem=error),
            place=at(path),
            advice=tr("is this a text file?"),
        ) from None
    return _build(path, node, "$", places, 0, set()), places


def _build(
    path: Path, node: Any, pointer: str, places: dict[str, int], depth: int, seen: set[int]
) -> Any:
    """Turn YAML nodes into plain values and note the line of each."""
    line = node.start_mark.line + 1 if node else 1
    places[pointer] = line
    if node is None:
        return None
    if id(node) in seen:
        raise PlanFileError(
            tr("YAML anchors and aliases are not used in plan files"),
            place=at(path, line),
            advice=tr("write the value out"),
        )
    seen.add(id(node))
    if depth > DEEPEST:
        raise PlanFileError(
            tr("nested more than {deepest} levels deep", deepest=DEEPEST),
            place=at(path, line),
            advice=tr("flatten it"),
        )
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style else _plain(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(path, item, f"{pointer}[{place}]", places, depth + 1, seen)
            for place, item in enumerate(node.value)
        ]
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            raise PlanFileError(
                tr("the key `{name}` stands twice", name=name),
                place=at(path, key.start_mark.line + 1),
                advice=tr("remove one of them"),
                value=name,
            )
        values[name] = _build(path, value, f"{pointer}.{name}", places, depth + 1, seen)
        places[f"{pointer}.{name}"] = key.start_mark.line + 1
    return values


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _explain(path: Path, places: dict[str, int], message: str) -> PlanFileError:
    """Turn a message of the validator into ours."""
    problem, _, pointer = message.partition(" - at `")
    pointer = pointer.rstrip("`") or "$"
    line = PlanFile(path, None, places).line_of(pointer)  # type: ignore[arg-type]
    name = pointer.rpartition(".")[2]
    advice = tr("see `plangraph schema` or the reference of plan files")
    if unknown := re.search(r"unknown field `(.*)`", problem):
        key = unknown[1]
        line = places.get(f"{pointer}.{key}", line)
        problem, advice = tr("unknown key `{key}`", key=key), nearest(key, _keys(pointer))
    elif missing := re.search(r"missing required field `(.*)`", problem):
        problem, advice = tr("the key `{key}` is missing", key=missing[1]), tr("add it")
    elif "Invalid enum value" in problem:
        value = re.search(r"'(.*)'", problem)
        problem = tr("`{name}` cannot be {value}", name=name, value=value[0] if value else "–")
        advice = nearest(value[1] if value else "", _choices(name))
    elif "Expected `str" in problem and "got `int`" in problem:
        problem = tr("`{name}` must be text, and this is a number", name=name)
        advice = tr("put it in quotes")
    elif "RFC3339" in problem:
        problem, advice = tr("`{name}` is no date", name=name), tr("write it as 2020-11-24")
    else:
        problem = f"`{name}`: {problem[0].lower()}{problem[1:]}"
    return PlanFileError(problem, place=at(path, line), advice=advice, value=pointer)


def _keys(pointer: str) -> list[str]:
    """Return the keys that may stand in the record at ``pointer``."""
    import plangraph.model as model

    last = re.sub(r"\[\d+\]", "", pointer).rpartition(".")[2]
    record: Any = {
        "$": model.Plan, "elements": model.Element, "children": model.Element,
        "sectoral_plans": model.SectoralPlan, "indicators": model.Indicator,
        "opinions": model.Opinion, "document": model.Document, "parts": model.PlanPart,
        "submission": model.Submission, "mentions": model.Mention, "passages": model.Passage,
        "inferred": model.Inference,
    }.get(last, Listed)  # fmt: skip
    return [field.encode_name for field in msgspec.structs.fields(record)]


def _choices(name: str) -> list[str]:
    import typing

    import plangraph.model as model

    kinds = {
        "kind": model.Kind, "status": model.Status, "layer": model.Layer, "topic": model.Topic
    }  # fmt: skip
    return list(typing.get_args(kinds.get(name, typing.Literal["stated", "announced", "none"])))
