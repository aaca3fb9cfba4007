"""Counting the rows of a result while it is written, and ending it where a limit is reached.

What is cut off is a whole number of rows, and what remains is well formed. XML says in a
comment that it was cut; JSON, CSV and TSV have no place for it that every parser leaves
alone, there the number of rows tells.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Cut(Exception):
    """The limit is reached: nothing more is wanted."""


class _Syntax(NamedTuple):
    #: The longest beginning in which it is known what is quoted and what is not.
    known: re.Pattern[bytes]
    #: Something quoted, or the end of a row (group 1).
    token: re.Pattern[bytes]
    #: Quoted parts, which are left out to count quickly; None where rows cannot be mistaken.
    quoted: re.Pattern[bytes] | None
    end_of_row: bytes
    #: Ends of rows that are none (the heading).
    before: int
    #: What closes the result behind a row and says which limit cut it, and at how much.
    notice: bytes


# A row of JSON ends where "}" is followed by ",{": inside a row a key stands between them.
_JSON = _Syntax(
    re.compile(rb'(?:[^"]++|"(?:[^"\\]++|\\.)*+")*+', re.S),
    re.compile(rb'"(?:[^"\\]++|\\.)*+"|(\})(?=,\{)', re.S),
    re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.S),
    b"},{",
    0,
    b"]}}",
)
_XML = _Syntax(
    re.compile(rb".*(?=<)|[^<]*", re.S),
    re.compile(rb"(</result>)"),
    None,
    b"</result>",
    0,
    b"</results><!-- limited: %s %d --></sparql>",
)
_CSV = _Syntax(
    re.compile(rb'(?:[^"]++|"[^"]*+")*+', re.S),
    re.compile(rb'"[^"]*+"|(\r\n)'),
    re.compile(rb'"[^"]*+"'),
    b"\r\n",
    1,
    b"",
)
_TSV = _Syntax(re.compile(rb".*", re.S), re.compile(rb"(\n)"), None, b"\n", 1, b"")
_SYNTAX = {"json": _JSON, "xml": _XML, "csv": _CSV, "tsv": _TSV}


class Cutter:
    """Takes a result piece by piece and returns what of it is within the limits.

    >>> cutter = Cutter("tsv", rows=1, size=100)
    >>> cutter.feed(b"?x\\n1\\n2\\n")
    b'?x\\n1\\n'
    >>> cutter.limited
    'rows'
    """

    def __init__(self, form: str, rows: int, size: int) -> None:
        self._syntax = _SYNTAX[form]
        self._rows, self._size = rows, size
        self._left = rows + self._syntax.before
        self._written = 0
        self._rest = b""
        #: Which limit cut the result: ``rows``, ``bytes``, or None.
        self.limited: str | None = None

    def feed(self, piece: bytes) -> bytes:
        """Return what may be passed on; nothing more once a limit is reached."""
        if self.limited:
            return b""
        syntax = self._syntax
        whole = self._rest + piece
        match = syntax.known.match(whole)
        end = match.end() if match else 0
        # The end of a row must not lie across two pieces.
        hold = len(syntax.end_of_row)
        while hold > 1 and not whole[:end].endswith(syntax.end_of_row[: hold - 1]):
            hold -= 1
        end -= hold - 1
        known, self._rest = whole[:end], whole[end:]
        bare = syntax.quoted.sub(b"", known) if syntax.quoted else known
        count = bare.count(syntax.end_of_row)
        over = count > self._left or (count == self._left and self._more(known))
        if over or self._written + len(known) > self._size:
            return self._cut(known, count)
        self._left -= count
        self._written += len(known)
        return known

    def finish(self) -> bytes:
        """Return what was held back when the result is complete."""
        rest, self._rest = self._rest, b""
        return b"" if self.limited else rest

    def _more(self, known: bytes) -> bool:
        """Tell whether a row follows the last one that is allowed."""
        if self._syntax is _JSON:
            return True  # what ends a row there begins the next
        last = known.rfind(self._syntax.end_of_row)
        behind = known[last + len(self._syntax.end_of_row) :] if last >= 0 else known
        return bool(behind) and not behind.startswith(b"</results>")

    def _cut(self, known: bytes, count: int) -> bytes:
        """Return ``known`` up to the last end of a row within the limits, and the notice.

        A row that is larger than all that is allowed is passed on whole.
        """
        syntax, left = self._syntax, self._left
        end, reason = (0, "rows") if left == 0 else (None, "bytes")
        for match in () if left == 0 else syntax.token.finditer(known):
            if match[1] is None:
                continue
            if end is not None and self._written + match.end() > self._size:
                break
            end, left = match.end(), left - 1
            if left == 0:
                reason = "rows"
                break
        if end is None:
            self._left -= count
            self._written += len(known)
            return known
        self.limited = reason
        limit = self._rows if reason == "rows" else self._size
        notice = syntax.notice
        if b"%" in notice:
            notice %= (reason.encode(), limit)
        return known[:end] + notice
