"""How fast documents are read, and how much memory it takes.

    python benchmarks/reading.py [DOCUMENT.pdf…]

Plain text: megabytes a second from bytes to Plan, on one core, over a text made of the
test cases. PDF: the time of reading a document against that of extracting its text alone
with the same library; without arguments a PDF of 400 pages is made.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from plangraph.planfile import dump
from plangraph.reading.reader import read_document

CASES = Path(__file__).parent.parent / "tests" / "cases" / "read"
PROSE = (
    "{}に向けて、市民一人ひとりが住み慣れた地域で安心して暮らし続けることができるよう、関係機関と連携しながら、"
    "切れ目のない支援の仕組みを整え、地域全体で支え合うまちづくりを進めます。\n"
)


def plan_text(megabytes: float) -> bytes:
    """Return a plan of about this size: measures with prose, as body text has."""
    parts: list[str] = []
    size = 0
    number = 0
    while size < megabytes * 1e6:
        number += 1
        goal, measure = divmod(number, 8)
        heads = f"基本目標{goal + 1} 支え合いのまち第{goal}\n" if measure == 0 else ""
        part = f"{heads}施策{goal + 1}-{measure + 1} 地域福祉の推進その{number}\n\n現状と課題\n"
        part += "".join(PROSE.format(f"課題{number}の{n}") for n in range(6))
        part += "施策の方向\n\n(1) 支援体制の充実\n"
        part += "".join(PROSE.format(f"方向{number}の{n}") for n in range(5))
        parts.append(part)
        size += len(part.encode())
    return "".join(parts).encode()


def pdf_pages(count: int) -> bytes:
    """Return a PDF of ``count`` pages of English plan text."""
    words = "The city will work with partners to improve services for all residents of the area. "
    objects: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in range(count):
        goal = page // 20 + 1
        lines = [f"Goal {goal}: Community number {goal}"] if page % 20 == 0 else []
        lines += [f"Objective {page // 20 + 1}.{page % 20 + 1}: Improve service {page}"]
        lines += [f"{words} ({page}/{n})" for n in range(38)]
        lines = [text.replace("(", "[").replace(")", "]") for text in lines]
        shown = "".join(f"({text}) Tj T*\n" for text in lines)
        stream = f"BT /F1 10 Tf 14 TL 40 780 Td\n{shown}ET".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        kids.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, listed)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def extract(path: Path) -> float:
    """Return the seconds that extracting the text alone takes."""
    import pypdfium2 as pdfium

    start = time.process_time()
    document = pdfium.PdfDocument(path.read_bytes())
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        text.get_text_bounded()
        text.close()
        page.close()
    return time.process_time() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_bytes(plan_text(6))
        size = path.stat().st_size / 1e6
        start = time.process_time()
        plan = read_document(path).plan
        seconds = time.process_time() - start
        print(f"text      {size:5.1f} MB  {seconds:6.2f} s  {size / seconds:5.2f} MB/s to Plan")
        start = time.process_time()
        written = dump(plan)
        seconds = time.process_time() - start
        print(f"plan file {len(written.encode()) / 1e6:5.1f} MB  {seconds:6.2f} s to write")
        documents = [Path(name) for name in sys.argv[1:]]
        if not documents:
            documents = [Path(folder) / "plan.pdf"]
            documents[0].write_bytes(pdf_pages(400))
        for document in documents:
            alone = extract(document)
            start = time.process_time()
            read_document(document)
            seconds = time.process_time() - start
            print(f"PDF       {document.name}: text alone {alone:.2f} s, read {seconds:.2f} s,"
                  f" ratio {seconds / alone:.2f}")  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory    {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
