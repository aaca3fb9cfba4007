"""Plan files as text, fast: the same data always gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

#: Text that YAML reads back as the same text without quotes: it begins with a Japanese letter.
_PLAIN = re.compile(r"[ぁ-んァ-ヶ一-龠々〇【第][ぁ-んァ-ヶー一-龠々〇【】（）、。・ー\w-]*")
#: Stands at the head of every file, so that nobody takes it for a real plan.
WARNING = (
    "# SIMULATED. An invented plan for tests and benchmarks; no municipality wrote it. 模擬データ"
)


def yaml_text(data: Mapping[str, Any]) -> str:
    """Return a plan file in YAML, with the warning that it is simulated above it."""
    return "\n".join([WARNING, *_mapping(data, "")]) + "\n"


def json_text(data: Mapping[str, Any]) -> str:
    """Return a plan file in JSON, which is YAML too; ``note`` carries the warning."""
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"


def _mapping(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for item in value:
                lines = _mapping(item, indent + "  ")
                yield f"{indent}- {next(lines).lstrip()}"
                yield from lines
        else:
            yield f"{indent}{key}: {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        return msgspec.json.encode(value).decode()
    return str(value).lower() if isinstance(value, bool) else str(value)
