"""The pages of a site, as tests look at them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from starlette.testclient import TestClient

from plangraph.serve.app import application
from plangraph.serve.settings import Settings

HOST = "http://localhost"


class Page(HTMLParser):
    """What of a page a test looks at."""

    VOID = frozenset(
        ["meta", "link", "br", "hr", "img", "input", "circle", "rect", "path", "line", "col", "wbr"]
    )

    def __init__(self, body: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self.unclosed: list[str] = []
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))
        if tag == "script":
            self.scripts.append((self.tags[-1][1], ""))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        while self.open and self.open[-1] != tag and self.open[-1] in ("p", "li", "option"):
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            found
            for name, found in self.tags
            if name == tag and all(found.get(key) == value for key, value in wanted.items())
        ]


def text_of(body: str) -> str:
    """The words of a page, without its tags."""
    without = re.sub(r"<(script|style)\b.*?</\1>", " ", body, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", without)).split())


@contextmanager
def visitor(store: Path | str, language: str = "en") -> Iterator[TestClient]:
    """Visit the site of a store with a browser that prefers a language and keeps no cookie."""
    with TestClient(application(Settings(store=str(store))), base_url=HOST) as client:
        client.event_hooks["response"] = [lambda _answer: client.cookies.clear()]
        client.headers["accept"] = "text/html,*/*;q=0.8"
        client.headers["accept-language"] = language
        yield client
