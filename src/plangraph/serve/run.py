"""Running a site: the socket, the processes, the browser, the end."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

from plangraph.errors import PlangraphError, why
from plangraph.language import tr
from plangraph.serve import guard, warming
from plangraph.serve.settings import Settings

#: Seconds that requests in progress have to end when the site is stopped.
GRACE = 5


class AddressError(PlangraphError):
    """An address at which the site cannot be served."""


def serve(settings: Settings, announce: Callable[[str], None], browser: bool = False) -> None:
    """Serve a site until it is interrupted; ``announce`` is told the address once it answers.

    Raises AddressError where the port is taken or not allowed, StoreError where there is
    no store to serve.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from plangraph.serve.app import application

    guard.open_files()
    listening = listen(settings.host, settings.port)
    settings = settings._replace(port=listening.getsockname()[1])
    try:
        app = application(settings)  # a store that cannot be served is told now
        many = settings.workers > 1
        if many:
            settings.to_environment()
        config = uvicorn.Config(
            "plangraph.serve.app:from_environment" if many else app,
            factory=many,
            workers=settings.workers,
            root_path=app.state.site.prefix,
            log_level="info" if settings.public else "warning",
            access_log=settings.public,
            proxy_headers=settings.public,
            forwarded_allow_ips=settings.proxies,
            server_header=False,
            lifespan="on",
            http="plangraph.serve.connection:Connection",
            ws="none",
            timeout_graceful_shutdown=GRACE,
        )
        address = address_of(settings)
        announce(address)
        store = app.state.site.view().folder
        threading.Thread(target=warming.warm, args=(store,), daemon=True).start()
        if browser:
            threading.Thread(target=_browse, args=(address,), daemon=True).start()
        if many:
            Multiprocess(config, sockets=[listening]).run()
        else:
            uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:  # uvicorn hands it on when everything is closed
        pass
    finally:
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raises AddressError."""
    try:
        family, kind, number, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        found = socket.socket(family, kind, number)
        try:
            if sys.platform != "win32":
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind(address)
            found.listen(2048)
            found.set_inheritable(True)
        except BaseException:
            found.close()
            raise
    except OSError as error:
        place = f"{host}:{port}"
        if error.errno == errno.EADDRINUSE:
            raise AddressError(
                tr("port {port} is in use: something else is served there", port=port),
                place=place,
                advice=tr("name another with --port, or 0 for any that is free"),
                value=port,
            ) from None
        raise AddressError(
            tr("nothing can be served at this address: {problem}", problem=why(error)),
            place=place,
            advice=tr("ports below 1024 need rights; an address must be one of this machine"),
            value=place,
        ) from None
    return found


def address_of(settings: Settings) -> str:
    """Return the address at which a browser on this machine finds the site."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/"


def has_display() -> bool:
    """Tell whether somebody sits before a screen where a browser can open."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    return sys.stdout.isatty()


def _browse(address: str) -> None:
    with suppress(webbrowser.Error):  # the address is printed
        webbrowser.open(address)
