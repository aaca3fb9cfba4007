"""Plain text in UTF-8, Shift_JIS (CP932), EUC-JP, ISO-2022-JP or UTF-16."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.rows import DocumentError, Row, Source

SUFFIXES = (".txt", ".text")
ORDER = 90

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_KANA = re.compile(r"[ぁ-ん]")
#: A rule of one sign; the longest title between two of them; so many signs, and titles of each.
_RULE = re.compile(r"\s*([*=\-~_+━─＊＝])\1{9,}\s*$")
_LONGEST, _SIGNS = 60, 2
_BREAK = re.compile(r" ?<br ?/?>(?:\n\n?)?")


def recognises(_head: bytes) -> bool:
    """Plain text is what no other reader wants."""
    return False


def read(data: bytes, name: str) -> Source:
    """Decode and split into rows."""
    text, doubts = decode(data, name)
    return Source(rows(text), doubts=doubts)


def rows(text: str) -> list[Row]:
    """Split text into rows; a form feed starts a page."""
    found: list[Row] = []
    page = 1 if "\f" in text else None
    lines = _unbroken(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    for number, line in enumerate(lines, 1):
        if "\f" in line:
            page = (page or 1) + line.count("\f")
            line = line.replace("\f", "")
        found.append(Row(number, line, page))
    if found and not found[-1].text:
        found.pop()
    _frame(found)
    return found


def _unbroken(text: str) -> str:
    """Break lines where an archive left the tags of its page: … adopted in <br />2019 ….

    A blank line behind such a tag parts nothing. In a table (``| one<br>two |``) it breaks no row.
    """
    return _BREAK.sub("\n", text) if "<br" in text and "|" not in text else text


def _frame(rows: list[Row]) -> None:
    """Give titles between two rules their level: rules of the sign that comes first are above.

    One sign alone tells nothing.
    """
    rules = {place: rule[1] for place, row in enumerate(rows) if (rule := _RULE.match(row.text))}
    titles = {
        place + 1: sign for place, sign in rules.items()
        if rules.get(place + 2) == sign and 0 < len(rows[place + 1].text.strip()) <= _LONGEST
    }  # fmt: skip
    signs = Counter(titles.values())
    if len(signs) < _SIGNS or min(signs.values()) < _SIGNS:
        return
    levels = {sign: level for level, sign in enumerate(signs, 1)}
    for place, sign in titles.items():
        row = rows[place]
        rows[place] = replace(row, text=row.text.strip().lstrip("# "), level=levels[sign])


def decode(data: bytes, name: str) -> tuple[str, list[tuple[str, int | None]]]:
    """Return the text and what could not be decoded.

    Raises DocumentError where the bytes are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), []
    failed = None
    binary = len(_BINARY.findall(data[:4096])) > len(data[:4096]) // 50
    try:
        text = data.decode("utf-8-sig")
        if not binary:
            return text, []
    except UnicodeDecodeError as error:
        failed = error
    zeros = data[:4000].count(0)
    if zeros > len(data[:4000]) // 5:
        even = data[:4000:2].count(0)
        return data.decode("utf-16-be" if even > zeros - even else "utf-16-le", "replace"), []
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[: min(4096, len(data) // 2 * 2)].decode(encoding, "replace")
        if len(_KANA.findall(sample)) > len(sample) // 5:
            return data.decode(encoding, "replace"), []
    if binary or failed is None:
        raise DocumentError(
            tr("this is no text, and no format that can be read"),
            place=at(name),
            advice=tr("readable are PDF, DOCX, HTML, Markdown, text, CSV, XLSX and StratML"),
        )
    if b"\x1b$" in data[:100_000]:
        return data.decode("iso2022_jp", "replace"), []
    best, text = -1e9, ""
    for encoding in ("cp932", "euc_jp", "utf-8"):
        tried = data.decode(encoding, "replace")
        sample = tried[:200_000]
        half = sum("｡" <= c <= "ﾟ" for c in sample[:20_000])
        score = len(_KANA.findall(sample)) - 20 * sample.count("\ufffd") - 2 * half
        if encoding == "utf-8":
            score -= 5
        if score > best:
            best, text = score, tried
    if "\ufffd" not in text:
        return text, []
    line = data[: failed.start].count(b"\n") + 1
    return _line_by_line(data), [(tr("the document mixes encodings"), line)]


def _line_by_line(data: bytes) -> str:
    """Decode a document whose parts are in different encodings: no line end is part of a letter."""
    return "\n".join(_decoded(line) for line in data.split(b"\n"))


def _decoded(line: bytes) -> str:
    for encoding in ("utf-8", "cp932", "euc_jp"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    tried = [line.decode(encoding, "replace") for encoding in ("utf-8", "cp932", "euc_jp")]
    return min(tried, key=lambda text: text.count("\ufffd"))
