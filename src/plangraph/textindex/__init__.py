"""Full-text search over titles, keywords and summaries, in SQLite (FTS5) beside the store.

Japanese is not parted into words: an index of pairs of characters (bigrams) finds every
string of two characters or more, 防災 too, and by their beginnings single ones. Latin
letters and digits are words, found by their beginning. Width, case and compatibility
characters do not matter (NFKC).

The file holds what a search answers with, so that it needs no query to the store. It is
replaced version by version.
"""

from plangraph.textindex.entries import Entries, Entry, entries_of
from plangraph.textindex.searching import COLUMNS, Index, by_questions, words_of
from plangraph.textindex.tokens import tokens
from plangraph.textindex.writing import FILE, available, writing

__all__ = [
    "COLUMNS",
    "FILE",
    "Entries",
    "Entry",
    "Index",
    "available",
    "by_questions",
    "entries_of",
    "tokens",
    "words_of",
    "writing",
]
