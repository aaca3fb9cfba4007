"""Do the documents say what the plan files claim? Needs the documents themselves.

Lines are those that ``plangraph read`` tells of: of a PDF, a web page or a workbook the lines of
its text. For every entry the title must stand at its lines: as it is, or as ``printed`` says,
white space and width of characters aside. The title of an opinion is in the words of who made
the plan file; there must be text at its lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from plangraph.checks.finding import Finding
from plangraph.errors import PlangraphError
from plangraph.fiscal import fold
from plangraph.language import tr
from plangraph.model import Opinion
from plangraph.planfile import PlanFile
from plangraph.values import Lines


def check_document(
    file: PlanFile, folder: Path, lines_of: Callable[[Path], Sequence[str]]
) -> Iterator[Finding]:
    """Yield what does not agree with the document, looked up in ``folder`` by its name.

    ``lines_of`` gives the lines of a document; what it raises becomes a finding.
    """
    document = file.plan.document
    path = folder / document.file

    def found(pointer: str, element: str | None, problem: str, advice: str) -> Finding:
        about = f"{file.plan.version_id}/{element}" if element else None
        line = file.line_of(pointer)
        return Finding("error", "document", str(file.path), line, about, problem, advice)

    try:
        body = path.read_bytes()
    except OSError:
        yield found(
            "$.document.file",
            None,
            tr("the document {file} is not in {folder}", file=document.file, folder=folder),
            tr("name the folder that holds it with --documents"),
        )
        return
    if hashlib.sha256(body).hexdigest() != document.sha256:
        yield found(
            "$.document.sha256",
            None,
            tr("the document is not the one that was read: its sha256 differs"),
            tr("read the new document, or find the former one"),
        )
        return
    try:
        lines = lines_of(path)
    except PlangraphError as error:
        yield found("$.document.file", None, error.problem, error.advice)
        return

    def stands(text: str, at: Lines) -> bool:
        return fold(text) in fold("".join(lines[at.start - 1 : at.end]))

    for entry in file.plan.entries():
        item = entry.item
        if isinstance(item, Opinion) and not item.printed:
            at = item.line
            if at and not "".join(lines[at.start - 1 : at.end]).strip():
                yield found(
                    f"{entry.pointer}.line",
                    entry.id,
                    tr("there is no text at line {line}", line=at),
                    tr("correct the line"),
                )
            continue
        claims = [(item.line, item.printed or item.title)]
        claims += [(also.line, also.printed or item.printed or item.title) for also in item.also]
        for line, text in claims:
            if line and text and not (stands(text, line) or stands(item.title or text, line)):
                yield found(
                    f"{entry.pointer}.line",
                    entry.id,
                    tr("“{text}” does not stand at line {line}", text=text, line=line),
                    tr("correct the line, or give the heading as extracted in `printed`"),
                )
