"""``plangraph serve``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, store_option
from plangraph.errors import ParameterError, PlangraphError


@click.command("serve", cls=Command)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Listen at this address of this machine.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="Listen at this port; 0 picks a free one.")  # fmt: skip
@click.option("--public", is_flag=True,
              help="Behind a proxy: its headers count, an access log, no browser.")  # fmt: skip
@click.option("--base", metavar="URL",
              help="The address of the site as its users see it; --public needs it.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64),
              help="Processes that answer (default: 1; with --public up to 4).")  # fmt: skip
@click.option("--proxies", default="127.0.0.1", show_default=True, metavar="ADDRESSES",
              help="Proxies whose X-Forwarded headers are believed.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(0.1, 3600), default=30, show_default=True,
              metavar="SECONDS", help="Stop a user's query after so long.")  # fmt: skip
@click.option("--max-rows", type=click.IntRange(1), default=1_000_000, show_default=True,
              metavar="N", help="Cut the result of a user's query after so many rows.")  # fmt: skip
@click.option("--browser/--no-browser", default=None, help="Open a browser, or do not.")
@store_option
@language_option
def command(
    host: str,
    port: int,
    public: bool,
    base: str | None,
    workers: int | None,
    proxies: str,
    timeout: float,
    max_rows: int,
    browser: bool | None,
    store: str | None,
) -> None:
    """Serve the graph: web pages and a SPARQL endpoint.

    \b
    plangraph serve
    plangraph serve --port 8080 --no-browser
    plangraph serve --public --base https://plans.example.jp/ --workers 4
    """
    import os

    from plangraph.language import language, tr

    try:
        from plangraph.serve.run import has_display, serve
        from plangraph.serve.settings import Settings
    except ModuleNotFoundError as error:
        raise PlangraphError(
            tr("this needs what is not installed: {name}", name=error.name),
            advice=tr("install it with `pip install 'plangraph[serve]'`"),
        ) from None
    if store and "://" in store:
        raise ParameterError(
            tr("a remote endpoint cannot be served"),
            place=store,
            advice=tr("name the folder of a store; what is served is read there"),
            value=store,
        )
    if public and not base:
        raise ParameterError(
            tr("--public needs --base: the address of the site as its users see it"),
            advice="--base https://plans.example.jp/",
        )
    if workers is None:
        workers = min(os.cpu_count() or 1, 4) if public else 1
    settings = Settings(
        store=open_graph(store).place,
        host=host,
        port=port,
        base=_address(base),
        public=public,
        workers=workers,
        proxies=_proxies(proxies),
        timeout=timeout,
        max_rows=max_rows,
        language=language(),
    )

    def announce(address: str) -> None:
        click.echo(
            tr("serving {store} at {address} (Ctrl-C ends it)", store=settings.store,
               address=address)
        )  # fmt: skip

    serve(settings, announce, has_display() and not public if browser is None else browser)
    click.echo(tr("ended"))


def _proxies(addresses: str) -> str:
    """Return the addresses of proxies; raises ParameterError where one would never be met."""
    from ipaddress import ip_network

    from plangraph.language import tr

    if addresses == "*":
        return addresses
    for one in filter(None, (part.strip() for part in addresses.split(","))):
        try:
            ip_network(one)
        except ValueError:
            raise ParameterError(
                tr("this is no address of a proxy"),
                place=one,
                advice=tr("write IP addresses or networks with commas, such as {example}, or *",
                          example="127.0.0.1,10.0.0.0/8"),
                value=addresses,
            ) from None  # fmt: skip
    return addresses


def _address(base: str | None) -> str | None:
    """Return the base with a slash at its end; raises ParameterError where it is no address."""
    from urllib.parse import urlsplit

    from plangraph.language import tr

    if base is None:
        return None
    try:
        told = urlsplit(base)
        whole = told.scheme in ("http", "https") and bool(told.hostname) and told.port != 0
    except ValueError:
        whole = False
    if not whole or told.query or told.fragment or not base.isprintable() or " " in base:
        raise ParameterError(
            tr("this is no address"),
            place=base,
            advice=tr("write one such as {base}", base="https://plans.example.jp/"),
            value=base,
        )
    return base.rstrip("/") + "/"
