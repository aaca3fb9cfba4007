"""The store: an RDF dataset on disk that is replaced whole or not at all.

A store is a folder with one folder a generation and the file ``CURRENT`` that names
the one in force. A build writes a new generation beside it and then replaces
``CURRENT`` in one step; readers hold the generation they opened. The one before is
kept until the next build, for readers that are still in it.

Only light modules are imported here: a question is answered while others would
still be importing.
"""

from __future__ import annotations

import os
from contextlib import contextmanager

import pyoxigraph

from plangraph.errors import StoreError, why
from plangraph.language import tr

TYPE_CHECKING = False  # as typing has it, without importing typing
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Stores of another format are refused; raise it when the layout or the triples change.
FORMAT = "plangraph-store-2"
#: The file that names the generation in force.
POINTER = "CURRENT"
#: The file that lists what was in the store and is no more: one IRI a line, by builds or by hand.
WITHDRAWN = "withdrawn.txt"


def default_store() -> str:
    """Return the folder of the store that is used where none is named.

    The setting PLANGRAPH_STORE wins; else it is in the user's data folder.
    """
    named = os.environ.get("PLANGRAPH_STORE")
    if named:
        return named
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("plangraph", appauthor=False), "store")


def exists(path: str) -> bool:
    """Tell whether there is a store (of whatever format) at ``path``."""
    return os.path.isfile(os.path.join(path, POINTER))


def open_store(path: str) -> pyoxigraph.Store:
    """Open the generation in force for reading; raises StoreError."""
    return open_current(path)[1]


def open_current(path: str) -> tuple[str, pyoxigraph.Store]:
    """Open the generation in force for reading; return its name too; raises StoreError."""
    for _attempt in range(3):
        generation = current(path)
        try:
            return generation, pyoxigraph.Store.read_only(os.path.join(path, generation))
        except (OSError, RuntimeError) as error:
            problem = str(error)
    raise StoreError(
        tr("the store cannot be opened: {problem}", problem=problem),
        place=path,
        advice=tr("build it again with `plangraph build`"),
    )


def current(path: str) -> str:
    """Return the name of the generation in force, a folder in ``path``; raises StoreError."""
    try:
        with open(os.path.join(path, POINTER), encoding="utf-8") as file:
            form, _, generation = file.read().strip().partition(" ")
    except FileNotFoundError:
        raise StoreError(
            tr("there is no store here"),
            place=path,
            advice=tr("make one with `plangraph build`, or name another with --store"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            tr("the store cannot be read: {problem}", problem=error),
            place=path,
            advice=tr("build it again with `plangraph build`"),
        ) from None
    if form != FORMAT or not generation or os.path.basename(generation) != generation:
        raise StoreError(
            tr(
                "the store was made by another version of plangraph"
                " ({form}; this one reads {ours})",
                form=form or "–",
                ours=FORMAT,
            ),
            place=path,
            advice=tr("build it again with `plangraph build`"),
        )
    return generation


def replace(path: str, quads: Iterable[pyoxigraph.Quad]) -> int:
    """Write ``quads`` as the new generation of the store at ``path``; return their number.

    Until the last step the former generation stays in force. Raises StoreError where
    another build is at work on the same store, or where it cannot be written.
    """
    with renewed(path) as renewal:
        store = pyoxigraph.Store(renewal.folder)
        store.bulk_extend(quads)
        store.flush()
        store.optimize()
        return len(store)


def withdrawn(path: str) -> set[str]:
    """Return the IRIs that the store at ``path`` lists as withdrawn."""
    try:
        with open(os.path.join(path, WITHDRAWN), encoding="utf-8") as file:
            return {line.strip() for line in file} - {""}
    except (OSError, UnicodeDecodeError):
        return set()


def withdraw(path: str, iris: Iterable[str]) -> None:
    """List IRIs as withdrawn from the store at ``path``; raises OSError."""
    fresh = sorted(set(iris) - withdrawn(path))
    if fresh:
        with open(os.path.join(path, WITHDRAWN), "a", encoding="utf-8") as file:
            file.writelines(f"{iri}\n" for iri in fresh)


class Renewal:
    """A store that is being renewed: the folder of its new generation, not there yet.

    ``former`` is the folder of the generation in force, or None.
    """

    def __init__(self, path: str, folder: str, former: str | None) -> None:
        self.path, self.folder, self.former = path, folder, former
        self.done = True

    def keep(self) -> None:
        """Leave the generation in force as it is."""
        self.done = False

    def start_from_former(self) -> None:
        """Begin with what the former generation holds, without copying it.

        The files of its tables never change, so both generations share them (hard links);
        where the file system has no such links they are copied. Nobody may be writing.
        """
        import shutil

        assert self.former is not None
        os.mkdir(self.folder)
        for entry in os.scandir(self.former):
            if entry.name == "LOCK" or not entry.is_file():
                continue
            target = os.path.join(self.folder, entry.name)
            if entry.name.endswith(".sst"):
                link_or_copy(entry.path, target)
            else:
                shutil.copyfile(entry.path, target)


def link_or_copy(path: str, target: str) -> None:
    """Give a second name to a file that never changes; copy it where it can have but one."""
    import shutil

    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


@contextmanager
def renewed(path: str) -> Iterator[Renewal]:
    """Renew the store at ``path``: when the block ends well, its new generation is in force.

    Until then the former one stays so, whatever happens. Raises StoreError where another
    build is at work on the same store, or where it cannot be written.
    """
    import shutil
    import uuid

    from filelock import FileLock, Timeout

    refuse_address(path)
    try:
        os.makedirs(path, exist_ok=True)
        lock = FileLock(os.path.join(path, ".lock"))
        with lock.acquire(timeout=0):
            former = _former(path)
            _remove_all_but(path, {former})
            generation = f"generation-{uuid.uuid4().hex[:12]}"
            folder = os.path.join(path, generation)
            renewal = Renewal(path, folder, former and os.path.join(path, former))
            try:
                yield renewal
                if renewal.done:
                    _settle(folder)
                    _point(path, generation)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
    except Timeout:
        raise StoreError(
            tr("the store is in use: another build is writing it"),
            place=path,
            advice=tr("wait until it has ended, or name another store with --store"),
        ) from None
    except OSError as error:
        raise StoreError(
            tr("the store cannot be written: {problem}", problem=why(error)),
            place=path,
            advice=tr("check the space and the rights on this disk; the former store is untouched"),
        ) from None


def refuse_address(path: str) -> None:
    """Raise StoreError where ``path`` is the address of an endpoint: those are only read."""
    if path.startswith(("http://", "https://")):
        raise StoreError(
            tr("an endpoint cannot be built into"),
            place=path,
            advice=tr("name a folder with --store; to fill an endpoint, load what is exported"),
        )


def _former(path: str) -> str | None:
    try:
        return current(path)
    except StoreError:
        return None


def _settle(folder: str) -> None:
    """See that the files of a generation are on the disk; its tables are, since they were made."""
    for entry in os.scandir(folder):
        if entry.is_file() and not entry.name.endswith(".sst"):
            with open(entry.path, "rb+") as file:
                os.fsync(file.fileno())


def _point(path: str, generation: str) -> None:
    """Put ``generation`` in force, in one step that survives a crash."""
    temporary = os.path.join(path, POINTER + ".new")
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(f"{FORMAT} {generation}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, os.path.join(path, POINTER))


def _remove_all_but(path: str, kept: set[str | None]) -> None:
    """Remove generations that neither the pointer nor a build in progress needs."""
    import shutil

    for name in os.listdir(path):
        if name.startswith("generation-") and name not in kept:
            shutil.rmtree(os.path.join(path, name), ignore_errors=True)
