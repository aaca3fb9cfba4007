"""How long the index of texts takes to write and to search, at so many labels.

    python benchmarks/searching.py                        # 100,000 elements
    python benchmarks/searching.py --elements 1000000     # three million labels

Elements have a Japanese and an English title and a keyword, put together at random (seeded)
from the titles in ``benchmarks/cities``. Beside ours: SQLite's own trigram index, which
finds no word of two characters, and a look at every row.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from plangraph.textindex import FILE, Entries, Entry, Index, writing

HERE = Path(__file__).parent / "cities"
EACH = 170
ENGLISH = ("Disaster", "Welfare", "School", "Road", "Park", "Health", "Childcare", "Water")
WORDS = ("防災", "子育て", "公園", "計画", "多文化共生", "道", "disaster", "防災 計画", "宇宙開発")
RUNS = 9


def titles() -> list[str]:
    found: set[str] = set()
    for path in sorted(HERE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {
                row["title"] for row in csv.DictReader(file) if len(row.get("title") or "") > 2
            }
    return sorted(found)


def versions(elements: int) -> Iterator[Entries]:
    chance, known = random.Random(1), titles()
    for number in range(0, elements, EACH):
        entries = []
        for place in range(1, EACH + 1):
            first, second = chance.choice(known), chance.choice(known)
            title = first[: chance.randint(2, len(first))] + second
            names = (title, f"{chance.choice(ENGLISH)} {place} {chance.choice(ENGLISH)}")
            entries.append(
                Entry(place, f"p{number}@1/e{place}", "measure", None, title, place, names,
                      (chance.choice(known),), ())
            )  # fmt: skip
        yield Entries(f"p{number}@1", f"p{number}", "例市", tuple(entries))


def milliseconds(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--elements", type=int, default=100_000)
    elements = parser.parse_args().elements
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with writing(folder) as index:
            for entries in versions(elements):
                index.put(entries)
            index.optimize()
        took = time.perf_counter() - start
        size = os.path.getsize(os.path.join(folder, FILE)) / 1e6
        print(f"{elements:,} elements, {elements * 3:,} labels: {took:.1f} s, {size:.0f} MB")
        start = time.perf_counter()
        with writing(folder) as index:
            index.put(next(versions(elements)))
        print(f"one version replaced: {(time.perf_counter() - start) * 1000:.1f} ms")
        trigram = _trigram(folder)
        ours = Index(os.path.join(folder, FILE))
        print(
            f"{'word':<12} {'found':>8} {'first 50, ms':>13} {'trigram ms':>11} {'each row ms':>12}"
        )
        for word in WORDS:
            first = milliseconds(lambda word=word: ours.search(word, 50))  # type: ignore[misc]
            other = each = None
            if " " not in word:
                each = milliseconds(lambda word=word: _like(trigram, word))  # type: ignore[misc]
                if len(word) > 2:
                    other = milliseconds(lambda word=word: _match(trigram, word))  # type: ignore[misc]
            shown = [f"{one:.2f}" if one is not None else "–" for one in (other, each)]
            print(f"{word:<12} {ours.count(word):>8} {first:>13.2f} {shown[0]:>11} {shown[1]:>12}")


def _trigram(folder: str) -> sqlite3.Connection:
    database = sqlite3.connect(os.path.join(folder, "trigram.sqlite"))
    start = time.perf_counter()
    database.execute("CREATE VIRTUAL TABLE words USING fts5(names, tokenize='trigram')")
    rows = sqlite3.connect(os.path.join(folder, FILE)).execute("SELECT row, names FROM texts")
    database.executemany("INSERT INTO words(rowid, names) VALUES (?, ?)", rows)
    database.commit()
    print(f"trigram, names alone: {time.perf_counter() - start:.1f} s")
    return database


def _match(database: sqlite3.Connection, word: str) -> object:
    found = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50"
    return database.execute(found, (f'"{word}"',)).fetchall()


def _like(database: sqlite3.Connection, word: str) -> object:
    found = "SELECT c0 FROM words_content WHERE instr(lower(c0), ?) > 0"
    return database.execute(found, (word,)).fetchall()


if __name__ == "__main__":
    main()
