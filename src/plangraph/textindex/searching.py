"""Elements are found by the words of what they say: in the index, or where there is only SPARQL."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.language import tr
from plangraph.tables import Table
from plangraph.textindex.tokens import LATIN, RUNS, normal, tokens
from plangraph.textindex.writing import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: The columns of an answer, as those of the question ``search``.
COLUMNS = ("city", "plan", "version", "kind", "code", "title", "line", "id")


class Index:
    """An index to search in; ``path`` is the file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def search(self, text: str, limit: int | None = None) -> Table:
        """Return the elements that hold every word of ``text``, best ones first.

        First those whose title is the text, then those whose title begins with it, has
        the words in it, whose keywords have them, and the rest; each in the order of
        versions and their elements.
        """
        expression = _expression(text)
        if not expression:
            return Table(COLUMNS, [])
        said, key = "SELECT row FROM texts WHERE", normal(text)
        found: dict[int, None] = {}
        with self._open() as database:
            for query, given in (
                (f"{said} {_KEY} = ?", (key,)),
                (f"{said} {_KEY} >= ? AND {_KEY} < ?", (key, key + "\U0010ffff")),
                *((_MATCH, (f"{{{part}}} : ({expression})",)) for part in _PARTS),
            ):
                if limit is not None and len(found) >= limit:
                    break
                if limit is None:
                    rows = database.execute(_EVERY.format(query), given * 2)
                    found.update((row, None) for (row,) in rows)
                else:
                    firsts = (row for (row,) in database.execute(f"{query} ORDER BY 1", given))
                    found.update(dict.fromkeys(_first(database, firsts, limit + len(found))))
            chosen = list(found)[:limit]
            return Table(COLUMNS, list(database.execute(_SHOWN, (str(chosen), ROOM))))

    def count(self, text: str) -> int:
        """Return how many elements hold every word of ``text``."""
        expression = _expression(text)
        if not expression:
            return 0
        with self._open() as database:
            return sum(int(database.execute(said, (expression,)).fetchone()[0]) for said in _COUNTS)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        from pathlib import Path

        database = sqlite3.connect(f"{Path(self.path).absolute().as_uri()}?mode=ro", uri=True)
        try:
            yield database
        finally:
            database.close()


#: Where words are looked for, from the best place to any.
_PARTS = ("names", "names keywords", "names keywords more")
_KEY = "COALESCE(key, title)"
_MATCH = "SELECT rowid FROM words WHERE words MATCH ?"
#: All rows of the texts that a query finds: each text's own, and those that say the same.
_EVERY = "{0} UNION ALL SELECT row FROM entries WHERE said IN ({0}) ORDER BY 1"
_AGAIN = "SELECT row FROM entries WHERE said = ? AND row < ? ORDER BY row LIMIT ?"
_COUNTS = (
    "SELECT COUNT(*) FROM words WHERE words MATCH ?",
    "SELECT COUNT(*) FROM words, entries WHERE words MATCH ? AND said = words.rowid",
)
#: Elements as they are shown, in the order in which they are named (a list in JSON).
_SHOWN = """
SELECT city, plan, version, kind, code, title, line, version || '/' || entries.id
FROM json_each(?) AS chosen
  CROSS JOIN entries ON entries.row = chosen.value
  CROSS JOIN texts ON texts.row = COALESCE(said, entries.row)
  CROSS JOIN versions ON number = entries.row / ?
"""
_LAST = (1 << 63) - 1


def _first(database: sqlite3.Connection, firsts: Iterator[int], most: int) -> list[int]:
    """Return the first ``most`` rows of texts in order; ``firsts`` are those texts' own, in order.

    Others with a text are only looked for as long as they may be among the first.
    """
    found: list[int] = []
    last = _LAST
    for row in firsts:
        if row > last:
            break
        again = database.execute(_AGAIN, (row, last, most))
        found += [row, *(other for (other,) in again)]
        if len(found) >= most:
            found = sorted(found)[:most]
            last = found[-1]
    return sorted(found)


def _expression(text: str) -> str:
    """Return what FTS5 is asked: a phrase a word, all of them; "" where there is no word."""
    phrases = []
    for word in normal(text).split():
        runs = RUNS.findall(word)
        if not runs:
            continue
        last, words = runs[-1], tokens(word)
        open_end = bool(LATIN.match(last)) or len(last) == 1
        if not open_end:
            words = words[:-1]  # the last character alone: the text may go on
        phrases.append('"' + " ".join(words) + '"' + "*" * open_end)
    return " AND ".join(phrases)


def words_of(text: str) -> list[str]:
    """Return the words to look for; raises ParameterError where there is none."""
    words = [word for word in normal(text).split() if RUNS.search(word)]
    if not words:
        raise ParameterError(
            tr("there is no word to look for"),
            advice=tr("name one or more, such as 防災"),
            value=text,
        )
    return words


def by_questions(ask: Callable[[str], Table], text: str, limit: int | None = None) -> Table:
    """Return what ``Index.search`` would, where there is only ``ask``: the question of a word.

    Words are found inside others too, and words in keywords are not told from those in
    summaries.
    """
    words, key = words_of(text), normal(text)
    tables = [ask(word) for word in words]
    ids = set.intersection(*({row["id"] for row in table} for table in tables))

    def rank(title: str) -> int:
        if title.startswith(key):
            return 0 if title == key else 1
        return 2 if all(word in title for word in words) else 3

    place, of = COLUMNS.index("title"), COLUMNS.index("version")
    rows = [row for row in tables[0].rows if row[COLUMNS.index("id")] in ids]
    rows.sort(key=lambda row: (rank(normal(str(row[place] or ""))), str(row[of])))
    return Table(COLUMNS, rows[:limit])
