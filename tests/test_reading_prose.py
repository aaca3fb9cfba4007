"""What a sentence of running text costs: calls are counted, so that no clock is needed.

Most lines of a document are sentences, and nearly every stage has nothing to do with them. One that
asks each of them something anew adds to this count: see "Speed" in docs/decisions/0010-reading.md.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

from plangraph.reading.reader import read_document

#: Calls for a sentence, those of functions written in C among them.
MOST = 220
#: … for a line of English text.
MOST_IN_ENGLISH = 120
SENTENCE = (
    "の市が立つ日には橋のたもとに荷車を並べ、"
    "雨の日には屋根のある広場へ移して、店を続けられるようにします。"
)
MEASURES = 20
WORDS = [a + b for a in "bdfgk" for b in ("am", "en", "il", "or")]


def write(path: Path, sentences: int) -> Path:
    lines: list[str] = []
    for measure in range(MEASURES):
        lines.append(f"施策{measure + 1} 朝市のにぎわいづくり{measure + 1}")
        lines += [chr(0x5200 + measure * 40 + one) + SENTENCE for one in range(sentences)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


LINE = (
    "{} hedges along the tow path are cut by hand in the winter, so that wrens",
    "nest in them again, and the boats {} moored below the lock have light until",
    "the last ferry. Nobody who keeps a stall there has to {} pack up before dusk",
)


def write_english(path: Path, paragraphs: int) -> Path:
    lines: list[str] = []
    for measure in range(MEASURES):
        lines.append(f"Objective 1.{measure + 1}: Open the quay {measure + 1}")
        for one in range(paragraphs):
            lines += [line.format(f"{WORDS[one]}{WORDS[measure]}") for line in LINE]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def calls(document: Path) -> int:
    """Count the calls of the second reading: the first is that of imports and caches."""
    read_document(document)
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        read_document(document)
    finally:
        sys.setprofile(None)
    return count


def test_a_sentence_is_asked_little(tmp_path: Path) -> None:
    few, many = write(tmp_path / "few.txt", 5), write(tmp_path / "many.txt", 15)
    assert (calls(many) - calls(few)) / (MEASURES * 10) < MOST


def test_a_line_in_english_is_asked_little(tmp_path: Path) -> None:
    few, many = (write_english(tmp_path / f"{size}.txt", size) for size in (5, 15))
    assert (calls(many) - calls(few)) / (MEASURES * 10 * len(LINE)) < MOST_IN_ENGLISH
