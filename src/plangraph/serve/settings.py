"""How a site is run: what ``plangraph serve`` is told, for each process that serves it."""

from __future__ import annotations

import json
import os
from typing import NamedTuple

#: The variable that carries the settings to worker processes.
_VARIABLE = "PLANGRAPH_SERVE"


class Settings(NamedTuple):
    """What a site is made of and how far it lets its users go."""

    #: The folder of the store.
    store: str
    host: str = "127.0.0.1"
    port: int = 8000
    #: The address of the site as its users see it, ending in ``/``; None: as they ask for it.
    base: str | None = None
    #: Behind a proxy and open to everybody: its headers count, every request is logged.
    public: bool = False
    workers: int = 1
    #: Addresses of proxies whose X-Forwarded headers are believed, with commas, or ``*``.
    proxies: str = "127.0.0.1"
    #: Seconds after which a user's query is stopped.
    timeout: float = 30.0
    #: Rows beyond which the result of a user's query is cut, and says so.
    max_rows: int = 1_000_000
    #: Rows that a page shows of an answer; files have all.
    page_rows: int = 200
    #: Megabytes of finished pages that a process keeps.
    cache: int = 64
    #: The language of who says nothing about it: ``ja`` or ``en``.
    language: str = "ja"

    def to_environment(self) -> None:
        """Leave the settings for the processes that this one starts."""
        os.environ[_VARIABLE] = json.dumps(self._asdict())

    @classmethod
    def from_environment(cls) -> Settings:
        """Return the settings that the process above left."""
        return cls(**json.loads(os.environ[_VARIABLE]))
