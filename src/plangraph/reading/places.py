"""Which documents are read, and where what is read goes."""

from __future__ import annotations

from pathlib import Path

from plangraph.errors import OutputError
from plangraph.language import tr
from plangraph.reading.rows import DocumentError

#: As the place of a plan file: standard output, for the one document that is read.
STDOUT = Path("-")
#: What a plan file may be called.
_PLAN_FILES = (".yaml", ".yml", ".json")
#: So many endings of files that cannot be read are named.
_MOST_ENDINGS = 5


def documents(paths: tuple[str, ...]) -> list[Path]:
    """Return the documents that are meant, each once: files as they are, folders searched.

    Raises DocumentError where the folders hold none.
    """
    from plangraph.reading.formats import suffixes

    known = suffixes()
    found: list[Path] = []
    others: set[str] = set()
    for path in map(Path, paths):
        if not path.is_dir():
            found.append(path)
            continue
        inside = [p for p in path.rglob("*") if not p.name.startswith((".", "~$")) and p.is_file()]
        found += sorted(p for p in inside if p.suffix.lower() in known)
        others |= {p.suffix.lower() or p.name for p in inside if p.suffix.lower() not in known}
    if not found:
        raise _none_in(paths, sorted(others), known)
    return list(dict.fromkeys(found))


def _none_in(paths: tuple[str, ...], others: list[str], known: tuple[str, ...]) -> DocumentError:
    """Return the error of folders without documents: empty, or with files of other kinds."""
    place = ", ".join(paths)
    if not others:
        return DocumentError(
            tr("the folder is empty"), place=place, advice=tr("name a folder that holds documents")
        )
    more = ["…"] if len(others) > _MOST_ENDINGS else []
    return DocumentError(
        tr("there is no document to read, only {endings}",
           endings=", ".join([*others[:_MOST_ENDINGS], *more])),
        place=place,
        advice=tr("what can be read is: {endings}", endings=", ".join(known)),
    )  # fmt: skip


def is_folder(place: Path) -> bool:
    """Tell whether a place is a folder, or is named like one: without an ending."""
    return place.is_dir() or not (place.suffix or place == STDOUT or place.exists())


def targets(found: list[Path], output: Path | None, ending: str, *, many: bool) -> dict[Path, Path]:
    """Return where the plan file of each document goes.

    ``many`` need a folder, since nobody expects them among other files: raises OutputError.
    Two documents of one name do not overwrite each other.
    """
    if many and output is None:
        raise OutputError(
            tr(
                "{count:document is|documents are} to be written, and no folder is named",
                count=len(found),
            ),
            advice=tr("name a folder with -o (-o . is the one where you are)"),
        )
    if output is not None and len(found) > 1 and _is_file(output):
        raise _is_no_folder(output, len(found), tr("name a folder with -o"))
    if output is not None and len(found) == 1 and not is_folder(output):
        return dict.fromkeys(found, output)
    used: dict[Path, Path] = {}
    for document in found:
        used[document] = _free(document, (output or Path()) / (document.stem + ending), used)
    return used


def check_review(review: Path | None, count: int) -> None:
    """Raise OutputError where the pages to review many documents would be one file."""
    if review is not None and count > 1 and review.suffix.lower() in (".html", ".htm"):
        raise _is_no_folder(review, count, tr("name a folder with --review"))


def _is_file(place: Path) -> bool:
    """Tell a place for one plan file: standard output, a file, or what is named like one."""
    named = place.suffix.lower() in _PLAN_FILES and not place.is_dir()
    return named or place == STDOUT or (place.exists() and not place.is_dir())


def _free(document: Path, target: Path, used: dict[Path, Path]) -> Path:
    number = 2
    while target in used.values():
        stem = f"{document.stem}-{document.suffix.lstrip('.') or number}"
        target = target.with_name(stem + target.suffix)
        if target in used.values():
            target = target.with_name(f"{document.stem}-{number}{target.suffix}")
        number += 1
    return target


def _is_no_folder(place: Path, count: int, advice: str) -> OutputError:
    return OutputError(
        tr("{target} is a file, and {count} documents are to be written",
           target=place, count=count),
        advice=advice,
    )  # fmt: skip
