"""Full-text search over titles, keywords and summaries, in SQLite (FTS5) beside the store.

Japanese is not parted into words: an index of pairs of characters (bigrams) finds every
string of two characters or more, 防災 too, and by their beginnings single ones. Latin
letters and digits are words, found by their beginning. Width, case and compatibility
characters do not matter (NFKC).

The file holds what a search answers with, so that it needs no query to the store. It is
replaced version by version.
"""

from __future__ import annotations

import functools
import os
import re
import sqlite3
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.errors import ParameterError
from plangraph.language import tr
from plangraph.tables import Table
from plangraph.vocabulary import DCTERMS, PG, SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pyoxigraph import Quad

#: The name of the index in the folder of a generation of the store.
FILE = "texts.sqlite"
#: The columns of an answer, as those of the question ``search``.
COLUMNS = ("city", "plan", "version", "kind", "code", "title", "line", "id")
#: Room for the entries of a version: a row's number is the version's times this, plus its order.
_ROOM = 1 << 20
#: Of each text one copy: ``id`` is what follows the version, ``key`` the normal form of a title
#: that is not in it, ``names`` are those beside title and code.
_SCHEMA = """
CREATE TABLE versions (number INTEGER PRIMARY KEY, version TEXT UNIQUE, plan TEXT, city TEXT);
CREATE TABLE entries (row INTEGER PRIMARY KEY, id TEXT, kind TEXT, code TEXT, title TEXT,
  line INTEGER, key TEXT, names TEXT, keywords TEXT, more TEXT);
CREATE INDEX titles ON entries (COALESCE(key, title));
CREATE VIRTUAL TABLE words USING fts5(names, keywords, more, content='', columnsize=0,
  tokenize="unicode61 remove_diacritics 0");
"""
_RUNS = re.compile(r"[0-9a-z]+|[^\W_0-9a-z]+")
_LATIN = re.compile(r"[0-9a-z]")


class Entry(NamedTuple):
    """An element as it is searched and shown; ``names`` and the rest are texts to find it by."""

    order: int
    id: str
    kind: str
    code: str | None
    title: str | None
    line: int | None
    names: tuple[str, ...]
    keywords: tuple[str, ...]
    more: tuple[str, ...]


class Entries(NamedTuple):
    """The elements of one plan version."""

    version: str
    plan: str
    city: str
    entries: tuple[Entry, ...]


def available() -> bool:
    """Tell whether this Python's SQLite has FTS5."""
    with sqlite3.connect(":memory:") as memory:
        try:
            memory.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.OperationalError:
            return False
    return True


# -- what is indexed -------------------------------------------------------------------


def _title(terms: list[Any]) -> str | None:
    """Return the title to show: the Japanese one, or that of a document in English."""
    terms.sort(key=lambda term: term.language == "en")
    return terms[0].value if terms else None


def entries_of(quads: Iterable[Quad]) -> Entries | None:
    """Return what is searched of the plan version that ``quads`` are about.

    ``quads`` are those of its graph and its curation; others may be among them.
    """
    wanted = {
        term.value: name
        for name, term in {
            "id": DCTERMS.identifier, "title": DCTERMS.title, "abstract": DCTERMS.abstract,
            "work": DCTERMS.isVersionOf, "owner": PG.municipality, "label": SKOS.prefLabel,
            "kind": PG.kind, "code": PG.code, "order": PG.order, "line": PG.line,
            "subtitle": PG.subtitle, "keyword": PG.keyword, "passage": PG.passage,
            "heading": PG.heading, "text": PG.text,
        }.items()
    }  # fmt: skip
    facts: dict[str, dict[str, list[Any]]] = {}
    for quad in quads:
        name = wanted.get(quad.predicate.value)
        if name:
            said = facts.setdefault(quad.subject.value, {})  # type: ignore[union-attr]
            said.setdefault(name, []).append((quad.graph_name == quad.subject, quad.object))
    versions = [iri for iri, said in facts.items() if any(own for own, _ in said.get("work", ()))]
    if len(versions) != 1:
        return None

    def texts(iri: str, *names: str) -> tuple[str, ...]:
        said = facts.get(iri, {})
        return tuple(sorted({term.value for name in names for _, term in said.get(name, ())}))

    def text(iri: str, name: str) -> str | None:
        return next((term.value for _, term in facts.get(iri, {}).get(name, ())), None)

    version = versions[0]
    entries = []
    for iri, said in facts.items():
        if "kind" not in said:
            continue
        passages = texts(iri, "passage")
        below = [part for one in passages for part in texts(one, "heading", "text", "abstract")]
        line = text(iri, "line")
        entries.append(
            Entry(
                order=int(text(iri, "order") or 0),
                id=text(iri, "id") or "",
                kind=text(iri, "kind") or "",
                code=text(iri, "code"),
                title=_title([term for _, term in said.get("title", ())]),
                line=int(line) if line else None,
                names=texts(iri, "title", "code"),
                keywords=texts(iri, "keyword", "subtitle"),
                more=(*texts(iri, "abstract"), *below),
            )
        )
    return Entries(
        version=text(version, "id") or "",
        plan=text(text(version, "work") or "", "id") or "",
        city=text(text(version, "owner") or "", "label") or "",
        entries=tuple(sorted(entries)),
    )


def tokens(text: str) -> list[str]:
    """Return what a text is found by: pairs of characters, Latin words, numbers.

    >>> tokens("防災計画 Plan 21")
    ['防災', '災計', '計画', '画', 'plan', '21']
    """
    found: list[str] = []
    for run in _RUNS.findall(normal(text)):
        if _LATIN.match(run):
            found.append(run)
        else:
            found += [run[place : place + 2] for place in range(len(run))]
    return found


def normal(text: str) -> str:
    """Return a text without differences of width, case and white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


# -- writing ---------------------------------------------------------------------------


class Writer:
    """Changes an index: ``put`` and ``remove`` versions."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def put(self, entries: Entries) -> None:
        """Add the elements of a version, in place of what was there of it."""
        number = self._cleared(entries.version)
        if number is None:
            said = self._database.execute("SELECT COALESCE(MAX(number), 0) + 1 FROM versions")
            number = said.fetchone()[0]
        self._database.execute(
            "INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?)",
            (number, entries.version, entries.plan, entries.city),
        )
        rows = [
            _stored(number * _ROOM + place, entries.version, one)
            for place, one in enumerate(entries.entries, 1)
        ]
        self._database.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )
        self._words("", rows)

    def remove(self, version: str) -> None:
        """Take out the elements of a version (``plan@version``)."""
        if self._cleared(version) is not None:
            self._database.execute("DELETE FROM versions WHERE version = ?", (version,))

    def optimize(self) -> None:
        """Bring the index into its smallest and quickest form, after a whole nation was put."""
        self._database.execute("INSERT INTO words(words) VALUES('optimize')")

    def _cleared(self, version: str) -> int | None:
        said = self._database.execute("SELECT number FROM versions WHERE version = ?", (version,))
        known = said.fetchone()
        if known is None:
            return None
        span = (known[0] * _ROOM, (known[0] + 1) * _ROOM)
        rows = self._database.execute(
            "SELECT * FROM entries WHERE row BETWEEN ? AND ?", span
        ).fetchall()
        self._words("delete", rows)
        self._database.execute("DELETE FROM entries WHERE row BETWEEN ? AND ?", span)
        return int(known[0])

    def _words(self, action: str, rows: Sequence[Any]) -> None:
        """Add (or ``delete``) the tokens of rows; only they are kept, not the texts again."""
        extra = ("words, ", "'delete', ") if action else ("", "")
        self._database.executemany(
            f"INSERT INTO words({extra[0]}rowid, names, keywords, more)"  # noqa: S608
            f" VALUES ({extra[1]}?, ?, ?, ?)",
            ((row[0], *map(_tokens, _texts(row))) for row in rows),
        )


@functools.lru_cache(maxsize=32768)
def _tokens(text: str) -> str:
    """Return the tokens of a text, parted: a draft says mostly what the adopted version says."""
    return " ".join(tokens(text))


def _stored(row: int, version: str, one: Entry) -> tuple[Any, ...]:
    """Return an element as a row of ``entries``."""
    key = normal(one.title or "")
    names = [name for name in one.names if name not in (one.title, one.code)]
    texts = ("\n".join(part) or None for part in (names, one.keywords, one.more))
    return (row, one.id.removeprefix(f"{version}/"), one.kind, one.code, one.title, one.line,
            None if key == one.title else key, *texts)  # fmt: skip


def _texts(row: Sequence[Any]) -> tuple[str, str, str]:
    """Return what a row of ``entries`` is found by: names, keywords and more."""
    _, _, _, code, title, _, _, names, keywords, more = row
    return "\n".join(filter(None, (title, code, names))), keywords or "", more or ""


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


# -- searching -------------------------------------------------------------------------


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
        said, key = "SELECT row FROM entries WHERE", normal(text)
        found: dict[int, None] = {}
        with self._open() as database:
            for query, given in (
                (f"{said} {_KEY} = ?", (key,)),
                (f"{said} {_KEY} >= ? AND {_KEY} < ?", (key, key + "\U0010ffff")),
                *((_MATCH, (f"{{{part}}} : ({expression})",)) for part in _PARTS),
            ):
                if limit is not None and len(found) >= limit:
                    break
                most = -1 if limit is None else limit + len(found)
                rows = database.execute(f"{query} ORDER BY 1 LIMIT {most}", given)
                found.update(dict.fromkeys(row for (row,) in rows))
            chosen = list(found)[:limit]
            return Table(COLUMNS, [self._row(database, row) for row in chosen])

    def count(self, text: str) -> int:
        """Return how many elements hold every word of ``text``."""
        expression = _expression(text)
        if not expression:
            return 0
        with self._open() as database:
            said = database.execute("SELECT COUNT(*) FROM words WHERE words MATCH ?", (expression,))
            return int(said.fetchone()[0])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        from pathlib import Path

        database = sqlite3.connect(f"{Path(self.path).absolute().as_uri()}?mode=ro", uri=True)
        try:
            yield database
        finally:
            database.close()

    def _row(self, database: sqlite3.Connection, row: int) -> tuple[Any, ...]:
        found: tuple[Any, ...] = database.execute(_SHOWN, (row // _ROOM, row)).fetchone()
        return found


#: Where words are looked for, from the best place to any.
_PARTS = ("names", "names keywords", "names keywords more")
_KEY = "COALESCE(key, title)"
_MATCH = "SELECT rowid FROM words WHERE words MATCH ?"
_SHOWN = """
SELECT city, plan, version, kind, code, title, line, version || '/' || id FROM entries, versions
WHERE number = ? AND row = ?
"""


def _expression(text: str) -> str:
    """Return what FTS5 is asked: a phrase a word, all of them; "" where there is no word."""
    phrases = []
    for word in normal(text).split():
        runs = _RUNS.findall(word)
        if not runs:
            continue
        last, words = runs[-1], tokens(word)
        open_end = bool(_LATIN.match(last)) or len(last) == 1
        if not open_end:
            words = words[:-1]  # the last character alone: the text may go on
        phrases.append('"' + " ".join(words) + '"' + "*" * open_end)
    return " AND ".join(phrases)


def words_of(text: str) -> list[str]:
    """Return the words to look for; raises ParameterError where there is none."""
    words = [word for word in normal(text).split() if _RUNS.search(word)]
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
