"""The formats that a picture can be written in; each is one function."""

from __future__ import annotations

import os
from collections.abc import Callable

from plangraph.draw.picture import Picture
from plangraph.errors import OutputError, ParameterError, nearest, why
from plangraph.language import tr


def _html(picture: Picture, _layout: str) -> str:
    return picture.html()


def _vis(picture: Picture, _layout: str) -> str:
    from plangraph.draw.vis import page

    return page(picture)


def _svg(picture: Picture, layout: str) -> str:
    from plangraph.draw.svg import svg

    return svg(picture, layout)


def _png(picture: Picture, layout: str) -> bytes:
    from plangraph.draw.png import png

    return png(picture, layout)


def _graphml(picture: Picture, layout: str) -> bytes:
    from plangraph.draw.exchange import graphml

    return graphml(picture, layout)


def _gexf(picture: Picture, layout: str) -> bytes:
    from plangraph.draw.exchange import gexf

    return gexf(picture, layout)


def _cyjs(picture: Picture, layout: str) -> str:
    from plangraph.draw.exchange import cyjs

    return cyjs(picture, layout)


FORMATS: dict[str, Callable[[Picture, str], str | bytes]] = {
    "html": _html,
    "svg": _svg,
    "png": _png,
    "graphml": _graphml,
    "gexf": _gexf,
    "cyjs": _cyjs,
    "vis": _vis,
}
#: Formats whose files end otherwise than they are called.
ENDINGS = {"vis": "html"}


def form_of(path: str | os.PathLike[str] | None, form: str | None) -> str:
    """Return the format that is meant: as said, or by the ending of the file, else html.

    Raises ParameterError where there is no such format.
    """
    if form is None:
        ending = os.path.splitext(os.fspath(path or ""))[1].lstrip(".").lower()
        form = {"": "html", "htm": "html", "json": "cyjs"}.get(ending, ending)
    if form not in FORMATS:
        raise ParameterError(
            tr("there is no format called {name}", name=form),
            advice=nearest(form, list(FORMATS)),
            value=form,
        )
    return form


def rendered(picture: Picture, form: str, layout: str = "hierarchy") -> str | bytes:
    """Return ``picture`` as it stands in a file of the format ``form``."""
    return FORMATS[form](picture, layout)


def save(
    picture: Picture,
    path: str | os.PathLike[str],
    form: str | None = None,
    layout: str = "hierarchy",
) -> None:
    """Write ``picture`` to ``path``, whole or not at all; raises OutputError."""
    from plangraph.files import write_whole

    body = rendered(picture, form_of(path, form), layout)
    try:
        write_whole(path, body)
    except OSError as error:
        raise OutputError(
            tr("the file cannot be written: {problem}", problem=why(error)),
            place=os.fspath(path),
            advice=tr("check that the folder is writable and has space"),
        ) from None
