"""Who may read, and in which format: ``Accept`` with q-values (RFC 9110, 12.5.1), and CORS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Offer(NamedTuple):
    """A format that can be given: its media type in full, and further names that ask for it."""

    media: str
    also: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The media type without parameters, in lower case."""
        return self.media.partition(";")[0].lower()


#: Results of SELECT and ASK, by the names that the engine has for them.
RESULTS = {
    "json": Offer("application/sparql-results+json", ("application/json",)),
    "xml": Offer("application/sparql-results+xml", ("application/xml", "text/xml")),
    "csv": Offer("text/csv; charset=utf-8; header=present"),
    "tsv": Offer("text/tab-separated-values; charset=utf-8"),
}
#: Triples: results of CONSTRUCT and DESCRIBE, descriptions of things.
GRAPHS = {
    "turtle": Offer("text/turtle; charset=utf-8", ("application/x-turtle",)),
    "ntriples": Offer("application/n-triples; charset=utf-8"),
    "jsonld": Offer("application/ld+json", ("application/json",)),
    "rdfxml": Offer("application/rdf+xml", ("application/xml", "text/xml")),
}
#: Anybody's page may ask, and read how far an answer goes.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, Plangraph-Max-Rows, Plangraph-Max-Bytes,"
    " Plangraph-Limited",
}
#: What the ending of an address asks for.
ENDINGS = {"ttl": "turtle", "jsonld": "jsonld", "rdf": "rdfxml", "nt": "ntriples"}
#: A page, which is what somebody wants who says nothing.
HTML = Offer("text/html; charset=utf-8")
#: Text of an Accept header beyond which it is not read.
_LONGEST = 2000


def choose(accept: str | None, offers: Mapping[str, Offer]) -> str | None:
    """Return the name of the offer that is wanted most, None where none is acceptable.

    Without a header everything is; equal wishes are decided by the order of the offers.

    >>> choose("text/csv;q=0.5, application/*", RESULTS)
    'json'
    >>> choose("text/html", RESULTS) is None
    True
    """
    if accept is None or not accept.strip():
        return next(iter(offers))
    ranges = parse(accept)
    best, most = None, 0.0
    for name, offer in offers.items():
        quality = _quality(offer.type, ranges)
        quality = max([quality, *(ranges.get(also, 0.0) for also in offer.also)])
        if quality > most:
            best, most = name, quality
    return best


def parse(accept: str) -> dict[str, float]:
    """Return the media ranges of a header with their q-values; what is no range is left out.

    >>> parse("text/html, */*;q=0.1, nonsense")
    {'text/html': 1.0, '*/*': 0.1}
    """
    found: dict[str, float] = {}
    for part in accept[:_LONGEST].split(","):
        kind, *parameters = (text.strip().lower() for text in part.split(";"))
        main, slash, sub = kind.partition("/")
        if not slash or not main or not sub or (main == "*" and sub != "*"):
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                quality = _number(value.strip())
        found[kind] = max(quality, found.get(kind, 0.0))
    return found


def _number(text: str) -> float:
    """Return a q-value; one that is no number between 0 and 1 excludes nothing."""
    try:
        value = float(text)
    except ValueError:
        return 1.0
    return value if 0 <= value <= 1 else 1.0


def _quality(kind: str, ranges: Mapping[str, float]) -> float:
    """Return how much a media type is wanted: the most specific range decides."""
    for one in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        if one in ranges:
            return ranges[one]
    return 0.0
