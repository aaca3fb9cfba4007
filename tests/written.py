"""Documents that tests write: PDF, Word, with invented text."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(
    pages: Sequence[Sequence[str | tuple[str, float]]],
    password: str | None = None,
    image: bool = False,
    font: bytes = b"",
) -> bytes:
    """Return a PDF, a line of text a line; with ``image`` pages are black boxes.

    A line may come with the size of its letters, in points (10 otherwise).
    The font is named, not embedded, so letters are read by their character map; ``font`` is
    another one for letters of one byte. A
    ``password`` makes the file one that nobody can open without it (40 bit, ISO 32000-1, 7.6.3).
    """
    objects: list[bytes] = [b"", b""]
    objects.append(
        font
        or b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiKakuGo-W5/Encoding/UniJIS-UCS2-H"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiKakuGo-W5"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000"
        b"/FontDescriptor 4 0 R>>]>>"
    )
    objects.append(
        b"<</Type/FontDescriptor/FontName/HeiseiKakuGo-W5/Flags 4/FontBBox[0 -200 1000 900]"
        b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
    )
    kids = []
    for lines in pages:
        sized = [line if isinstance(line, tuple) else (line, 10.0) for line in lines]
        coding = "latin-1" if font else "utf-16-be"
        shown = b"".join(
            b"/F1 %g Tf %g TL <%s> Tj T*\n" % (size, 1.4 * size, line.encode(coding).hex().encode())
            for line, size in sized
        )
        text = b"BT 40 800 Td\n" + shown + b"ET"
        stream = b"0 0 400 600 re f" if image else text
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        kids.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), listed)
    trailer = b"/Root 1 0 R" + (_encryption(password) if password else b"")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _encryption(password: str) -> bytes:
    padded = (password.encode() + _PADDING)[:32]
    name = hashlib.md5(padded).digest()
    owner = _rc4(name[:5], padded)
    key = hashlib.md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + name).digest()[:5]
    return b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (
        name.hex().encode(), name.hex().encode(), owner.hex().encode(),
        _rc4(key, _PADDING).hex().encode(),
    )  # fmt: skip


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def word(body: str, numbering: str = "", styles: str = "", footnotes: str = "") -> bytes:
    """Return a Word document of these pieces of WordprocessingML."""
    whole = io.BytesIO()
    parts = {"document": f"<w:body>{body}</w:body>", "numbering": numbering, "styles": styles,
             "footnotes": footnotes}  # fmt: skip
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in parts.items():
            if inner:
                archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{_W}">{inner}</w:{name}>')
    return whole.getvalue()


def paragraph(text: str, style: str = "", number: tuple[str, int] | None = None) -> str:
    """Return a paragraph of WordprocessingML; ``number`` is its list and its depth there."""
    dress = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        dress += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{dress}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of WordprocessingML."""
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    ) + "</w:tbl>"  # fmt: skip
