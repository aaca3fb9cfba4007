"""The few SVG shapes that our pictures are made of. Everything is escaped here.

Shapes have classes, no colours: the page's style sheet colours them for light, dark
and print. A text that differs by language is there twice; the sheet shows one.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from plangraph.compare.words import Both
from plangraph.tables import shorten, text_width

#: How many columns (half-width characters) fit into 100 units at size 1.
_COLUMNS = 190


def number(value: float) -> str:
    """Return a coordinate, short and the same on every machine."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def tag(name: str, content: Markup | str = "", /, **attributes: object) -> Markup:
    """Return an element; ``class_`` is class, other underscores are hyphens."""
    parts = []
    for key, value in attributes.items():
        if value is None:
            continue
        shown = number(value) if isinstance(value, float) else value
        parts.append(Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), shown))
    body = Markup("").join(parts)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), body, content)  # noqa: S704


def joined(shapes: Iterable[Markup]) -> Markup:
    """Return shapes one after the other, a line each."""
    return Markup("\n").join(shapes)


def text(
    x: float,
    y: float,
    words: Both,
    *,
    room: float | None = None,
    size: float = 11,
    class_: str = "",
    anchor: str | None = None,
) -> Markup:
    """Return a line of text in both languages, cut to ``room`` units."""
    columns = int(room * _COLUMNS / 100 / size) if room is not None else 10_000
    shown = Both(*(shorten(" ".join(one.split()), columns) if columns > 1 else "" for one in words))
    base = {"x": float(x), "y": float(y), "font_size": float(size), "text_anchor": anchor}
    if shown.ja == shown.en:
        return tag("text", shown.ja, class_=class_ or None, **base)
    return tag("text", shown.ja, class_=f"ja {class_}".strip(), lang="ja", **base) + tag(
        "text", shown.en, class_=f"en {class_}".strip(), lang="en", **base
    )


def lines(
    x: float, top: float, room: float, height: float, words: Both, *, size: float, class_: str
) -> Markup:
    """Return a text in as many lines as fit into ``height``, in the middle of it."""
    columns, most = max(2, int(room * _COLUMNS / 100 / size)), max(1, int(height / (size * 1.25)))
    shown = Markup("")
    alike = words.ja == words.en
    for language, said in (("ja", words.ja), ("en", words.en))[: 1 if alike else 2]:
        rows = _wrapped(" ".join(said.split()), columns, most)
        first = top + height / 2 - (len(rows) - 1) * size * 0.625 + size * 0.36
        for place, row in enumerate(rows):
            shown += tag(
                "text",
                row,
                x=float(x),
                y=first + place * size * 1.25,
                font_size=float(size),
                class_=class_ if alike else f"{language} {class_}",
                lang=None if alike else language,
            )
    return shown


def _wrapped(said: str, columns: int, most: int) -> list[str]:
    """Break a text after ``columns`` columns, English between words, into ``most`` lines."""
    rows: list[str] = []
    while said and len(rows) < most - 1 and text_width(said) > columns:
        cut = shorten(said, columns + 1)[:-1]
        inside = (cut[-1:] + said[len(cut) : len(cut) + 1]).strip()
        broken = len(inside) == 2 and inside.isascii() and inside.isprintable()
        space = max(cut.rfind(" "), cut.rfind("-")) + 1 if broken else 0
        rows.append(cut[: space or None].rstrip())
        said = said[space or len(cut) :].lstrip()
    return [*rows, shorten(said, columns)] if said else rows


def box(
    x: float, y: float, width: float, height: float, class_: str, hint: Both | None = None
) -> Markup:
    """Return a rectangle; ``hint`` shows when a reader points at it."""
    return tag(
        "rect",
        _hint(hint),
        x=float(x),
        y=float(y),
        width=float(max(width, 0)),
        height=float(max(height, 0)),
        class_=class_,
    )


def path(d: str, class_: str, hint: Both | None = None, width: float | None = None) -> Markup:
    """Return a path."""
    return tag("path", _hint(hint), d=d, class_=class_, stroke_width=width)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Return a straight line."""
    return tag("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), class_=class_)


def _hint(hint: Both | None) -> Markup | str:
    if hint is None:
        return ""
    words = hint.ja if hint.ja == hint.en else f"{hint.ja}\n{hint.en}"
    return Markup("<title>{}</title>").format(words)


def drawing(
    width: float, height: float, title: Both, shapes: Iterable[Markup], class_: str = ""
) -> Markup:
    """Return a whole picture, named for those who cannot see it."""
    words = f"{title.ja} / {title.en}"
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg"{} role="img" aria-label="{}" viewBox="0 0 {} {}"'
        ' width="{}" height="{}">\n{}\n</svg>'
    ).format(
        Markup(' class="{}"').format(class_) if class_ else "",
        escape(words),
        number(width),
        number(height),
        number(width),
        number(height),
        joined(shapes),
    )
