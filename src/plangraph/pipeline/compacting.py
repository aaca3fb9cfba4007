"""The tables of a store that was filled are put together: smaller, and quicker to look up in.

The engine's loader writes a table of each index and a dictionary for each million quads. A name
that stands in several dictionaries is kept as often, and looked for in one after another. The
engine itself would put them together uncompressed, twice as large. RocksDB, whose tables they are,
compresses them where it is told to, and ``rocksdict`` (the extra ``compact``) can tell it.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatchcase
from functools import partial
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import Quad

from plangraph.store import link_or_copy

if TYPE_CHECKING:
    from rocksdict import CompactOptions, Rdict

#: What the engine calls names, and quads in the order of graph and subject: what most questions
#: look up. Of all indexes these become the smallest for the time that it takes.
FAMILIES = ("id2str", "gspo")
#: A store whose tables have fewer bytes is left as it is: there is one of each kind.
SMALL = 32 << 20
#: Bytes that are compressed as one: four times as many as the loader takes.
BLOCK = 16 << 10
#: Bytes of a table, as many as the engine would give it.
TABLE = 64 << 20
#: The layout of what the loader writes, by RocksDB's number.
LAYOUT = 5
#: The files that are a store to RocksDB. Beside them are its notes, and what others put there.
_FILES = ("*.sst", "*.log", "CURRENT", "IDENTITY", "MANIFEST-*", "OPTIONS-*")
#: So many quads, and so many about the subject of each, are compared with what was there before.
_FEW = 20


def compact(folder: str, threads: int = 1) -> bool:
    """Put the tables of the store in ``folder`` together, if it is large; tell whether.

    Nobody may have it open. It stays as it is where rocksdict is missing or cannot read what the
    engine wrote, and where the engine cannot read what rocksdict wrote: both bring a RocksDB of
    their own, which need not be of one version. Raises OSError.
    """
    if find_spec("rocksdict") is None or _size(folder) < SMALL:
        return False
    beside = os.path.join(folder, "compact")
    os.mkdir(beside)
    try:
        for name in _files(folder):
            link_or_copy(os.path.join(folder, name), os.path.join(beside, name))
        if not _put_together(beside, threads) or _sample(beside) != _sample(folder):
            return False
        for name in _files(folder):
            os.remove(os.path.join(folder, name))
        for name in _files(beside):
            os.rename(os.path.join(beside, name), os.path.join(folder, name))
        return True
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _files(folder: str) -> list[str]:
    return [name for name in os.listdir(folder) if any(fnmatchcase(name, one) for one in _FILES)]


def _size(folder: str) -> int:
    return sum(os.path.getsize(os.path.join(folder, name)) for name in _files(folder))


def _put_together(folder: str, threads: int) -> bool:
    """Let RocksDB write one run of tables for each family; tell whether it could."""
    from rocksdict import (
        BlockBasedOptions,
        BottommostLevelCompaction,
        CompactOptions,
        DBCompressionType,
        Options,
        Rdict,
    )

    tables = BlockBasedOptions()
    tables.set_format_version(LAYOUT)
    tables.set_block_size(BLOCK)
    tables.set_index_block_restart_interval(16)
    options = Options(raw_mode=True)
    options.create_if_missing(False)
    options.set_disable_auto_compactions(True)
    options.set_compression_type(DBCompressionType.lz4())
    options.set_block_based_table_factory(tables)
    options.set_target_file_size_base(TABLE)
    options.increase_parallelism(threads)
    options.set_max_subcompactions(threads)
    all_of_it = CompactOptions()
    all_of_it.set_bottommost_level_compaction(BottommostLevelCompaction.force_optimized())
    all_of_it.set_exclusive_manual_compaction(False)  # families need not wait for each other
    try:
        families = dict.fromkeys(Rdict.list_cf(folder, options), options)
        with Rdict(folder, options, families) as database, ThreadPoolExecutor(threads) as some:
            for _ in some.map(partial(_compact, database, all_of_it), FAMILIES):
                pass
    except Exception:  # what rocksdict raises has no type of its own
        return False
    return True


def _compact(database: Rdict, how: CompactOptions, name: str) -> None:
    with database.get_column_family(name) as family:
        family.compact_range(None, None, how)


def _sample(folder: str) -> list[list[Quad]] | None:
    """Return some of what the engine finds in a store; None where it finds no store."""
    try:
        store = pyoxigraph.Store.read_only(folder)
        few = list(islice(store.quads_for_pattern(None, None, None, None), _FEW))
        about = (store.quads_for_pattern(quad.subject, None, None, None) for quad in few)
        return [few, *(list(islice(quads, _FEW)) for quads in about)]
    except (OSError, RuntimeError):
        return None
