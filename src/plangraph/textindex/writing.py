"""The index of texts is written: whole, or version by version."""

from __future__ import annotations

import functools
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plangraph.textindex.tokens import normal, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.textindex.entries import Entries, Entry

#: The name of the index in the folder of a generation of the store; another layout, another name.
FILE = "texts-2.sqlite"
#: Room for the elements of a version: a row's number is the version's times this, plus its order.
ROOM = 1 << 18
#: Most elements say what another says too: a draft's what the adopted version's say, one city's
#: what another's do. What they say stands once, at the first of them (``texts``), and it alone is
#: found by its words; the others name that row (``said``). Of each text there is one copy: ``id``
#: is what follows the version, ``key`` the normal form of a title that is not in it, ``names`` are
#: those beside title and code.
_SCHEMA = """
CREATE TABLE versions (number INTEGER PRIMARY KEY, version TEXT UNIQUE, plan TEXT, city TEXT);
CREATE TABLE entries (row INTEGER PRIMARY KEY, id TEXT, line INTEGER, said INTEGER);
CREATE INDEX again ON entries (said) WHERE said IS NOT NULL;
CREATE TABLE texts (row INTEGER PRIMARY KEY, kind TEXT, code TEXT, title TEXT, key TEXT,
  names TEXT, keywords TEXT, more TEXT);
CREATE INDEX titles ON texts (COALESCE(key, title));
CREATE VIRTUAL TABLE words USING fts5(names, keywords, more, content='', columnsize=0,
  tokenize="unicode61 remove_diacritics 0");
"""
_SAME = """
SELECT row FROM texts WHERE COALESCE(key, title) = ? AND kind IS ? AND code IS ? AND title IS ?
  AND key IS ? AND names IS ? AND keywords IS ? AND more IS ?
"""
#: kind, code, title, key, names, keywords, more
_Text = tuple[str | None, ...]


def available() -> bool:
    """Tell whether this Python's SQLite has FTS5, and reads JSON."""
    with sqlite3.connect(":memory:") as memory:
        try:
            memory.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
            memory.execute("SELECT value FROM json_each('[1]')")
        except sqlite3.OperationalError:
            return False
    return True


class Writer:
    """Changes an index: ``put`` and ``remove`` versions."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._do = database.execute

    def put(self, entries: Entries) -> None:
        """Add the elements of a version, in place of what was there of it."""
        number = self._cleared(entries.version)
        if number is None:
            (number,) = self._do("SELECT COALESCE(MAX(number), 0) + 1 FROM versions").fetchone()
        self._do(
            "INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?)",
            (number, entries.version, entries.plan, entries.city),
        )
        for row, one in enumerate(entries.entries, number * ROOM + 1):
            first = self._first(row, _text(one))
            self._do(
                "INSERT INTO entries VALUES (?, ?, ?, ?)",
                (row, one.id.removeprefix(f"{entries.version}/"), one.line, first),
            )

    def remove(self, version: str) -> None:
        """Take out the elements of a version (``plan@version``)."""
        if self._cleared(version) is not None:
            self._do("DELETE FROM versions WHERE version = ?", (version,))

    def optimize(self) -> None:
        """Bring the index into its smallest and quickest form, after a whole nation was put."""
        self._do("INSERT INTO words(words) VALUES('optimize')")

    def _first(self, row: int, text: _Text) -> int | None:
        """See that the first row of a text has it; return which, None where it is ``row``."""
        _, _, title, key, *_ = text
        found = self._do(_SAME, (title if key is None else key, *text)).fetchone()
        if found is None:
            self._say(row, text)
        elif row < found[0]:
            self._move(found[0], row)
        else:
            return int(found[0])
        return None

    def _cleared(self, version: str) -> int | None:
        known = self._do("SELECT number FROM versions WHERE version = ?", (version,)).fetchone()
        if known is None:
            return None
        span = (known[0] * ROOM, (known[0] + 1) * ROOM)
        firsts = self._do("SELECT row FROM texts WHERE row BETWEEN ? AND ?", span).fetchall()
        self._do("DELETE FROM entries WHERE row BETWEEN ? AND ?", span)
        for (row,) in firsts:
            (following,) = self._do(
                "SELECT MIN(row) FROM entries WHERE said = ?", (row,)
            ).fetchone()
            if following is None:
                self._forget(row)
            else:
                self._move(row, following)
        return int(known[0])

    def _move(self, row: int, to: int) -> None:
        """Make another row the first that has a text."""
        text = self._forget(row)
        self._say(to, text)
        self._do("UPDATE entries SET said = ? WHERE said = ?", (to, row))
        self._do("UPDATE entries SET said = ? WHERE row = ?", (to, row))
        self._do("UPDATE entries SET said = NULL WHERE row = ?", (to,))

    def _say(self, row: int, text: _Text) -> None:
        """Keep a text at its first row, and its tokens; of these no copy is kept."""
        self._do("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (row, *text))
        self._do(
            "INSERT INTO words(rowid, names, keywords, more) VALUES (?, ?, ?, ?)",
            (row, *_words(text)),
        )

    def _forget(self, row: int) -> _Text:
        """Take out the text of a row, and its tokens, which FTS5 is told again; return it."""
        (_, *text) = self._do("SELECT * FROM texts WHERE row = ?", (row,)).fetchone()
        self._do(
            "INSERT INTO words(words, rowid, names, keywords, more) VALUES ('delete', ?, ?, ?, ?)",
            (row, *_words(tuple(text))),
        )
        self._do("DELETE FROM texts WHERE row = ?", (row,))
        return tuple(text)


def _text(one: Entry) -> _Text:
    """Return what an element says, as a row of ``texts`` without its number."""
    key = normal(one.title or "")
    names = [name for name in one.names if name not in (one.title, one.code)]
    texts = ("\n".join(part) or None for part in (names, one.keywords, one.more))
    return (one.kind, one.code, one.title, None if key == one.title else key, *texts)


def _words(text: _Text) -> tuple[str, str, str]:
    """Return the tokens of names, keywords and more."""
    _, code, title, _, names, keywords, more = text
    return (
        _tokens("\n".join(filter(None, (title, code, names)))),
        _tokens(keywords or ""),
        _tokens(more or ""),
    )


@functools.lru_cache(maxsize=4096)
def _tokens(text: str) -> str:
    """Return the tokens of a text, parted."""
    return " ".join(tokens(text))


@contextmanager
def writing(folder: str) -> Iterator[Writer]:
    """Change the index in a folder that nobody reads yet, or begin one.

    What is written is there when the block ends well. The folder is thrown away when a
    build fails, so nothing is done for crashes here.
    """
    path = os.path.join(folder, FILE)
    fresh = not os.path.exists(path)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
            database.execute(f"PRAGMA {setting}")
        if fresh:
            database.executescript(_SCHEMA)
        database.execute("BEGIN")
        yield Writer(database)
        database.execute("COMMIT")
        if fresh:
            database.execute("VACUUM")
    finally:
        database.close()
