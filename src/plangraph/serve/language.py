"""Which language a reader wants: ``?lang=``, a cookie, or what the browser says."""

from __future__ import annotations

from starlette.requests import Request

LANGUAGES = ("ja", "en")
COOKIE = "lang"


def chosen(request: Request) -> str | None:
    """Return the language that the address asks for, if it asks for one of ours."""
    said = request.query_params.get("lang")
    return said if said in LANGUAGES else None


def language_of(request: Request, default: str) -> str:
    """Return ``ja`` or ``en`` for a request."""
    said = chosen(request)
    if said:
        return said
    kept = request.cookies.get(COOKIE)
    if kept in LANGUAGES:
        return str(kept)
    return preferred(request.headers.get("accept-language", "")) or default


def preferred(accept: str) -> str | None:
    """Return the one of our languages that an Accept-Language header likes best.

    >>> preferred("fr, en-GB;q=0.8, ja;q=0.9")
    'ja'
    """
    best, weight = None, 0.0
    for part in accept[:500].split(","):
        tag, _, more = part.strip().partition(";")
        language = tag.strip().lower().partition("-")[0]
        name, _, value = more.strip().partition("=")
        try:
            quality = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            continue
        if language in LANGUAGES and quality > weight:
            best, weight = language, quality
    return best
