"""How fast documents are read, and how much memory it takes.

    python benchmarks/reading.py [DOCUMENT.pdf…]

Text: megabytes a second from bytes to Plan, on one core. PDF: the time of reading a document
against that of extracting its text alone with the same library. Without arguments two PDFs of
400 pages are made, one in Japanese whose font is not embedded and one in English with the
built-in Helvetica: the text of the latter is extracted quicker than that of any document
that a city publishes, so its ratio is the highest there is. All times are of the processor.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.written import pdf

from plangraph.planfile import dump
from plangraph.reading.reader import read_document
from plangraph.reading.review import page as review

PAGES = 400
#: Lines of a page, and letters of a line, as on A4.
LINES, WIDTH = 40, {"ja": 40, "en": 90}
JAPANESE = (
    "{}に向けて、雨の日にも風の日にも市役所の窓口へ寄らずに話が済むよう、出張所の職員が週ごとに回りながら、"
    "切れ目のない支援の仕組みを整え、地域全体で支え合うまちづくりを進めます。"
)
ENGLISH = (
    "For {} the city works with its partners, so that residents of all ages find what they need"
    " close to home. Progress is reported once a year, and what does not work is changed. "
)


def japanese() -> Iterator[str]:
    """Yield the paragraphs of an endless plan: measures with prose, as body text has."""
    for number in count(1):
        goal, measure = divmod(number, 8)
        if measure == 0:
            yield f"基本目標{goal + 1} 支え合いのまち第{goal}"
        yield f"施策{goal + 1}-{measure + 1} 地域福祉の推進その{number}"
        yield from ("", "現状と課題")
        yield from (JAPANESE.format(f"課題{number}の{n}") for n in range(6))
        yield from ("施策の方向", "", "(1) 支援体制の充実")
        yield from (JAPANESE.format(f"方向{number}の{n}") for n in range(5))


def english() -> Iterator[str]:
    """Yield the paragraphs of an endless plan in English."""
    for number in count():
        goal, place = divmod(number, 20)
        if place == 0:
            yield f"Goal {goal + 1}: Community number {goal + 1}"
        yield f"Objective {goal + 1}.{place + 1}: Improve service {number}"
        yield from ((ENGLISH * 3).format(*[f"service {number} part {n}"] * 3) for n in range(6))
        yield ""


def text_of(megabytes: float) -> bytes:
    """Return a Japanese plan of about this size, a paragraph a line."""
    size = 0
    lines = []
    for line in japanese():
        lines.append(line)
        size += len(line.encode()) + 1
        if size >= megabytes * 1e6:
            break
    return "\n".join(lines).encode()


def pages_of(language: str) -> list[tuple[str, ...]]:
    """Return the pages of a plan, its paragraphs broken into lines."""
    paragraphs = japanese() if language == "ja" else english()
    lines = (
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(paragraph, WIDTH[language]) or [""]
    )
    return [tuple(islice(lines, LINES)) for _ in range(PAGES)]


def helvetica(pages: list[tuple[str, ...]]) -> bytes:
    """Return a PDF of these pages in the built-in Helvetica."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf(pages, font=font)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def extract(path: Path) -> None:
    """Extract the text of a PDF and nothing else."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path.read_bytes())
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        text.get_text_bounded()
        text.close()
        page.close()


def main() -> None:
    print(f"{'what':<28} {'size':>10} {'seconds':>8}   result")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_bytes(text_of(6))
        size = path.stat().st_size / 1e6
        result = read_document(path)  # the first time is that of imports and caches
        seconds = min(timed(partial(read_document, path)) for _ in range(3))
        print(f"{'text to Plan':<28} {size:>7.1f} MB {seconds:>8.2f}   {size / seconds:.2f} MB/s")
        seconds = timed(lambda: dump(result.plan))
        print(f"{'plan file written':<28} {len(result.plan.entries()):>6} el. {seconds:>8.2f}")
        seconds = timed(lambda: review(result.plan, result.rows, result.pages))
        print(f"{'review page written':<28} {len(result.rows):>4} lines {seconds:>8.2f}")
        documents = [Path(name) for name in sys.argv[1:]]
        if not documents:
            documents = [Path(folder) / "Japanese.pdf", Path(folder) / "English.pdf"]
            documents[0].write_bytes(pdf(pages_of("ja")))
            documents[1].write_bytes(helvetica(pages_of("en")))
        for document in documents:
            pages = read_document(document).plan.document.pages
            alone = min(timed(partial(extract, document)) for _ in range(3))
            seconds = min(timed(partial(read_document, document)) for _ in range(3))
            print(f"{document.name:<28} {pages:>4} pages {seconds:>8.2f}"
                  f"   {seconds / alone:.2f} × its text alone ({alone:.2f} s)")  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory at most':<28} {peak:>7.0f} MB")


if __name__ == "__main__":
    main()
