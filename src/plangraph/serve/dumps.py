"""The data as files: the whole dataset, and each plan version, with checksums.

Files of the whole are written once a generation, into the user's cache folder, by
whichever process is asked first; the others wait for it. What the files of a former
generation took is freed.
"""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import IO, NamedTuple, cast

import pyoxigraph
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from plangraph.serve.keeping import unchanged
from plangraph.serve.negotiation import CORS
from plangraph.serve.site import Site, View
from plangraph.vocabulary import PREFIXES

#: Files of the whole dataset: media type of what is packed in them, and how it is written.
FILES = {
    "plangraph.nq.gz": ("application/n-quads", pyoxigraph.RdfFormat.N_QUADS),
    "plangraph.trig.gz": ("application/trig", pyoxigraph.RdfFormat.TRIG),
}
CHECKSUMS = "SHA256SUMS"
_LIST = "files.json"
#: Seconds that a request waits for the files, and after which it is told to come back.
_WAIT, _RETRY = 20, 30


class Dump(NamedTuple):
    """A file that can be taken: where it is, how long, its SHA-256, what is in it."""

    name: str
    path: str
    media: str
    size: int
    sha256: str


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the files."""

    async def file(request: Request) -> Response:
        view = site.view()
        found = (await ready(view)).get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        headers = CORS | {
            "ETag": f'"{found.sha256}"',
            "Last-Modified": modified(view),
            "Cache-Control": "no-cache",
            "Repr-Digest": f"sha-256=:{_base64(found.sha256)}:",
        }
        if unchanged(request.headers, headers):
            return Response(status_code=304, headers=headers)
        return FileResponse(found.path, headers=headers, media_type="application/gzip")

    async def checksums(_request: Request) -> Response:
        view = site.view()
        lines = [f"{one.sha256}  {one.name}\n" for one in (await ready(view)).values()]
        return PlainTextResponse("".join(lines), headers=CORS | {"Last-Modified": modified(view)})

    return [
        Route(f"/dumps/{CHECKSUMS}", checksums),
        Route("/dumps/{name}", file),
    ]


def modified(view: View) -> str:
    """Return when the data changed, as HTTP writes it."""
    return format_datetime(datetime.fromtimestamp(int(view.built), tz=UTC), usegmt=True)


async def ready(view: View) -> dict[str, Dump]:
    """Return the files of a generation, written if need be; 503 while that takes long."""
    task: asyncio.Future[dict[str, Dump]] | None = view.memory.get("dumps")
    if task is None or (task.done() and not _there(task)):
        task = asyncio.get_running_loop().run_in_executor(None, files, view)
        view.memory["dumps"] = task
    try:
        return await asyncio.wait_for(asyncio.shield(task), _WAIT)
    except (TimeoutError, OSError):  # being written, or the disk is full
        raise HTTPException(503, headers={"Retry-After": str(_RETRY)}) from None


def _there(task: asyncio.Future[dict[str, Dump]]) -> bool:
    """Tell whether files were written and stand where they were: caches are cleared at times."""
    if task.exception() is not None:
        return False
    return all(os.path.exists(one.path) for one in task.result().values())


def files(view: View) -> dict[str, Dump]:
    """Return the files of a generation, written if they are not there; raises OSError."""
    from filelock import FileLock
    from platformdirs import user_cache_dir

    store_folder = os.path.dirname(os.path.abspath(view.folder))
    place = hashlib.sha256(store_folder.encode()).hexdigest()[:16]
    above = os.path.join(user_cache_dir("plangraph", appauthor=False), "dumps", place)
    folder = os.path.join(above, view.generation)
    os.makedirs(folder, exist_ok=True)
    with FileLock(os.path.join(folder, ".lock")):
        listed = os.path.join(folder, _LIST)
        try:
            with open(listed, encoding="utf-8") as file:
                found = [Dump(*one) for one in json.load(file)]
            if all(os.path.exists(one.path) for one in found):
                return {one.name: one for one in found}
        except (OSError, ValueError, TypeError):
            pass
        store = pyoxigraph.Store.read_only(view.folder)
        found = [_write(store, folder, name) for name in FILES]
        with open(listed + ".new", "w", encoding="utf-8") as file:
            json.dump(found, file)
        os.replace(listed + ".new", listed)
    for former in os.listdir(above):
        if former != view.generation:
            shutil.rmtree(os.path.join(above, former), ignore_errors=True)
    return {one.name: one for one in found}


def _write(store: pyoxigraph.Store, folder: str, name: str) -> Dump:
    media, form = FILES[name]
    path = os.path.join(folder, name)
    prefixes = PREFIXES if form == pyoxigraph.RdfFormat.TRIG else None
    digest = hashlib.sha256()
    try:
        with open(path + ".new", "wb") as file:
            out = cast(IO[bytes], _Digesting(file.write, digest.update))
            with gzip.GzipFile("", "wb", 6, out, mtime=0) as packed:
                store.dump(cast(IO[bytes], packed), format=form, prefixes=prefixes)
            file.flush()
            os.fsync(file.fileno())
        os.replace(path + ".new", path)
    except BaseException:
        with suppress(OSError):
            os.remove(path + ".new")
        raise
    return Dump(name, path, media, os.path.getsize(path), digest.hexdigest())


class _Digesting:
    """Writes what comes, and takes its digest."""

    def __init__(self, write: Callable[[bytes], int], update: Callable[[bytes], None]) -> None:
        self._write, self._update = write, update

    def write(self, piece: bytes) -> int:
        self._update(piece)
        return self._write(piece)

    def flush(self) -> None:
        """Nothing is held back."""


def _base64(digest: str) -> str:
    return base64.b64encode(bytes.fromhex(digest)).decode()
