"""Writing to stores of others over HTTP: Graph Store Protocol and SPARQL Update."""

from __future__ import annotations

import base64
import time
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from plangraph.errors import StoreError, why
from plangraph.language import tr

#: Seconds after which a request is given up.
TIMEOUT = 120
#: How often a request is tried where the server is busy or out of reach, and the first pause.
TRIES, PAUSE = 3, 0.5
#: Triples of an INSERT DATA: some servers limit the size of an update.
MOST = 2_000

_BUSY = (429, 502, 503, 504)


class Client:
    """Sends requests to one address, with a name and password where they are asked."""

    def __init__(self, address: str, user: str | None = None, password: str | None = None) -> None:
        self.address = address
        self.headers = {}
        if user is not None:
            pair = base64.b64encode(f"{user}:{password or ''}".encode()).decode("ascii")
            self.headers["Authorization"] = f"Basic {pair}"

    def send(
        self, method: str, query: str = "", body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes]:
        """Return the status (below 300, or 404) and the body of an answer; raises StoreError."""
        joined = "&" if "?" in self.address else "?"
        address = f"{self.address}{joined}{query}" if query else self.address
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        pause = PAUSE
        for attempt in range(1, TRIES + 1):
            try:
                request = Request(  # noqa: S310 - the user names the address, http or https
                    address, data=body, headers=self.headers | named, method=method
                )
                with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
                    return answer.status, answer.read()
            except HTTPError as error:
                if error.code == 404:
                    return 404, b""
                if error.code not in _BUSY or attempt == TRIES:
                    raise self._refused(error) from None
                pause = _wanted(error.headers, pause)
            except (URLError, HTTPException, OSError) as error:
                if attempt == TRIES:
                    raise StoreError(
                        tr(
                            "the endpoint does not answer: {problem}",
                            problem=why(error),
                        ),
                        place=self.address,
                        advice=tr("check the address; what was pushed so far stays, push again"),
                    ) from None
            except ValueError:
                raise StoreError(tr("this is no address"), place=self.address) from None
            time.sleep(pause)
            pause *= 2
        raise AssertionError("every attempt returns, raises or is followed by another")

    def _refused(self, error: HTTPError) -> StoreError:
        advice = {
            401: tr(
                "name a user with --user; the password is asked, or read from {variable}",
                variable="PLANGRAPH_PASSWORD",
            ),
            403: tr("this user may not write there"),
            405: tr(
                "this address takes no such request: a Graph Store address is wanted,"
                " or with --update one for SPARQL Update"
            ),
            413: tr("a graph is larger than the server takes; raise its limit, or use --update"),
        }
        otherwise = tr("see the log of the server; what was pushed so far stays")
        return StoreError(
            tr(
                "the endpoint refused: {status} {reason}",
                status=error.code,
                reason=str(error.reason)[:200],
            ),
            place=self.address,
            advice=advice.get(error.code, otherwise),
        )


def _wanted(headers: Message, pause: float) -> float:
    """Return the seconds to wait that the server asks for, within reason."""
    said = headers.get("Retry-After", "")
    return min(float(said), 30.0) if said.isdigit() else pause


class GraphStore:
    """A store that speaks the SPARQL 1.1 Graph Store HTTP Protocol, graphs named indirectly."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def read(self, graph: NamedNode) -> list[Triple]:
        """Return the triples of a graph; none where there is no such graph."""
        status, body = self.client.send("GET", _graph(graph), Accept="application/n-triples")
        return _triples(body, self.client.address) if status != 404 else []

    def replace(self, graph: NamedNode, triples: bytes) -> None:
        """Put N-Triples in the place of a graph."""
        self._write("PUT", graph, triples)

    def add(self, graph: NamedNode, triples: bytes) -> None:
        """Add N-Triples to a graph."""
        self._write("POST", graph, triples)

    def drop(self, graph: NamedNode) -> None:
        """Remove a graph; that it is gone already is no error."""
        self.client.send("DELETE", _graph(graph))

    def _write(self, method: str, graph: NamedNode, triples: bytes) -> None:
        status, _ = self.client.send(
            method, _graph(graph), triples, Content_Type="application/n-triples"
        )
        if status == 404:
            raise StoreError(
                tr("there is no Graph Store at this address"),
                place=self.client.address,
                advice=tr("it often ends in /store, /data or /sparql-graph-crud-auth"),
            )


class UpdateStore:
    """A store that is written with SPARQL 1.1 Update and read at another address."""

    def __init__(self, update: Client, query: Client) -> None:
        self.update = update
        self.query = query

    def read(self, graph: NamedNode) -> list[Triple]:
        """Return the triples of a graph; none where there is no such graph."""
        asked = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        status, body = self.query.send(
            "GET", urlencode({"query": asked}), Accept="application/n-triples"
        )
        if status == 404:
            raise _no_service(self.query)
        return _triples(body, self.query.address)

    def replace(self, graph: NamedNode, triples: bytes) -> None:
        """Put N-Triples in the place of a graph."""
        self._run(f"DROP SILENT GRAPH {graph}")
        self.add(graph, triples)

    def add(self, graph: NamedNode, triples: bytes) -> None:
        """Add N-Triples to a graph, in as many updates as it takes."""
        lines = triples.decode("utf-8").splitlines()
        for start in range(0, len(lines), MOST):
            some = "\n".join(lines[start : start + MOST])
            self._run(f"INSERT DATA {{ GRAPH {graph} {{\n{some}\n}} }}")

    def drop(self, graph: NamedNode) -> None:
        """Remove a graph."""
        self._run(f"DROP SILENT GRAPH {graph}")

    def _run(self, update: str) -> None:
        status, _ = self.update.send(
            "POST", body=update.encode(), Content_Type="application/sparql-update"
        )
        if status == 404:
            raise _no_service(self.update)


def _graph(graph: NamedNode) -> str:
    return urlencode({"graph": graph.value})


def _triples(body: bytes, place: str) -> list[Triple]:
    try:
        return [quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)]
    except (SyntaxError, ValueError) as error:
        raise StoreError(
            tr("the endpoint's answer cannot be read: {problem}", problem=error),
            place=place,
            advice=tr("check the address; it must be that of the SPARQL service itself"),
        ) from None


def _no_service(client: Client) -> StoreError:
    return StoreError(
        tr("there is no SPARQL service at this address"),
        place=client.address,
        advice=tr("check the address; it must be that of the SPARQL service itself"),
    )
