"""What is wrong in a SPARQL query that an engine refuses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import NamedTuple

from plangraph.language import tr
from plangraph.syntax.mistake import Mistake, place_of
from plangraph.vocabulary import COMMON_PREFIXES

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n\r]*)
    |(?P<text>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<open>["'])
    |(?P<iri><[^<>"{}|^`\\\s]*>)
    |(?P<variable>[?$]\w+)
    |(?P<tag>@[A-Za-z][\w-]*)
    |(?P<word>[^\W\d][\w.-]*(?P<colon>:[\w.%:-]*)?|:[\w.%:-]*)
    |(?P<number>\d[\d.]*(?:[eE][+-]?\d+)?)
    |(?P<bracket>[{}()\[\]])
    |(?P<other>[^ \t\r\n])""",
    re.VERBOSE | re.DOTALL,
)
#: Characters that a grammar would take, as an engine lists them.
_CLASSES = re.compile(r"(?:, )?\['[^\]]*\]")
#: What an engine says of its place. Of a keyword that it looked for it names the end.
_SAID = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_ONE_SIGN = re.compile(r'expected (?:one of )?(?:"([^"\\])"(?:, [A-Z]+)*|(BY))\Z')
_KEYWORDS_ALONE = re.compile(r"(?:one of )?(?:\w+, |\[_\], )*(?:\w+|\[_\])", re.ASCII)
#: What an engine says where a prefix is missing: not which, and a place behind it.
_NO_PREFIX = "Prefix not found"
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_CHANGES = "INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH"
#: The words of SPARQL 1.1, and those of 1.2 that engines know already.
_KNOWN = """
SELECT ASK CONSTRUCT DESCRIBE PREFIX BASE DISTINCT REDUCED WHERE FROM NAMED GRAPH OPTIONAL UNION
FILTER BIND AS VALUES UNDEF MINUS SERVICE SILENT EXISTS NOT IN GROUP BY HAVING ORDER ASC DESC LIMIT
OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI
URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS
STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5
SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL
ISNUMERIC REGEX SUBSTR REPLACE TRUE FALSE A TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE ADJUST LATERAL
"""
_WORDS = frozenset(_KNOWN.split())
_QUOTES = dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚", "'")
_CLOSING = {"}": "{", ")": "(", "]": "["}
_LONGEST = 100_000


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


class _Found(NamedTuple):
    """A mistake at an offset."""

    start: int
    problem: str
    advice: str


def mistake_in(query: str, said: str) -> Mistake:
    """Return what is wrong in a query that an engine refuses with the words ``said``."""
    tokens = list(_tokens(query)) if len(query) <= _LONGEST else []
    found = sorted(_causes(query, tokens, said), key=lambda one: one.start)
    where = _place(query, tokens, said)
    one = found[0] if found else _unknown(query, tokens, where, said)
    if one is None:
        return Mistake(tr("the query is not valid SPARQL"), "", said=said)
    line, column, text = place_of(query, one.start)
    problem = tr("the query is not valid SPARQL: {problem}", problem=one.problem)
    said = "" if _NO_PREFIX in said else _CLASSES.sub("", said)
    return Mistake(problem, one.advice, line, column, text, said)


def cause_of(query: str) -> Mistake | None:
    """Return what is plainly wrong in a query, without the words of an engine; None if nothing."""
    found = mistake_in(query, "")
    return found if found.line else None


def _tokens(query: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or ""
        kind = "name" if match["word"] and ":" in match["word"] else kind
        if kind != "comment":
            yield _Token("word" if kind == "colon" else kind, match[0], match.start())
        if kind == "open":
            return  # what follows may be part of the text


def _causes(query: str, tokens: list[_Token], said: str) -> Iterator[_Found]:
    if not tokens:
        yield _Found(0, tr("there is no query"), "")
        return
    yield from _wide(tokens)
    yield from _form(tokens)
    yield from _prefixes(tokens)
    yield from _words(tokens)
    if tokens[-1].kind == "open":
        yield _Found(
            tokens[-1].start,
            tr("the text that begins with {quote} does not end", quote=tokens[-1].text),
            tr("write {quote} behind it, on the same line", quote=tokens[-1].text),
        )
    else:
        yield from _brackets(query, tokens)
    if "IRI parsing failed" in said:
        for token in tokens:
            if token.kind == "iri" and not re.match(r"<[A-Za-z][A-Za-z0-9+.-]*:", token.text):
                yield _Found(
                    token.start,
                    tr("{iri} is no whole address", iri=token.text),
                    tr("begin it with http:// or https://, or use a prefix"),
                )
    if "variable that is unbound" in said:
        yield _Found(
            tokens[0].start,
            tr("SELECT names a variable that is neither counted nor grouped by"),
            tr("write it behind GROUP BY, or put it into COUNT( ), SAMPLE( ) and the like"),
        )


def _wide(tokens: list[_Token]) -> Iterator[_Found]:
    """Find characters of full width, and quotation marks of word processors."""
    for token in tokens:
        if token.kind in ("text", "iri"):
            continue
        for place, char in enumerate(token.text):
            plain = _QUOTES.get(char) or unicodedata.normalize("NFKC", char)
            if not char.isascii() and plain.isascii():
                yield _Found(
                    token.start + place,
                    tr("“{char}” is a character of full width", char=char)
                    if char not in _QUOTES
                    else tr("{char} is no quotation mark of SPARQL", char=char),
                    tr(
                        "write {plain} in half width",
                        plain=plain if plain.strip() else tr("a space"),
                    ),
                )
                return


def _form(tokens: list[_Token]) -> Iterator[_Found]:
    """Find what stands where SELECT should."""
    place = 0
    while place < len(tokens) and tokens[place].text.upper() in ("PREFIX", "BASE"):
        steps = 2 if tokens[place].text.upper() == "PREFIX" else 1
        address = tokens[min(place + steps, len(tokens) - 1)]
        if address.kind != "iri":
            yield _Found(
                address.start,
                tr("a prefix has no address"),
                tr("write PREFIX {name}: <…>", name=tokens[place + 1].text.partition(":")[0])
                if len(tokens) > place + 1
                else "",
            )
            return
        place += steps + 1
    if place >= len(tokens):
        end = tokens[-1].start + len(tokens[-1].text)
        yield _Found(end, tr("there is no query behind the prefixes"), "")
        return
    token = tokens[place]
    word = token.text.upper()
    if word in _CHANGES.split():
        yield _Found(
            token.start,
            tr("{word} would change data, and this only asks", word=word),
            tr("write SELECT, ASK, CONSTRUCT or DESCRIBE; data is changed in plan files"),
        )
    elif word not in _FORMS:
        close = get_close_matches(word, _FORMS, 1, 0.6)
        forms = "SELECT, ASK, CONSTRUCT, DESCRIBE"
        yield _Found(
            token.start,
            tr("a query begins with {forms}, not with {word}", forms=forms, word=token.text),
            tr("did you mean {names}?", names=close[0]) if close else "",
        )
    elif word == "SELECT":
        yield from _commas(tokens[place:])


def _commas(clause: list[_Token]) -> Iterator[_Found]:
    """Find commas between the variables of a SELECT, where SQL has them."""
    for before, token in pairwise(clause):
        if token.text in ("{", "(") or token.text.upper() in ("WHERE", "FROM"):
            return
        if token.text == "," and before.kind == "variable":
            yield _Found(
                token.start,
                tr("a comma stands between variables"),
                tr("part them with spaces: SELECT ?a ?b"),
            )
            return


def _prefixes(tokens: list[_Token]) -> Iterator[_Found]:
    declared: set[str] = set()
    missing: dict[str, int] = {}
    for place, token in enumerate(tokens):
        before = tokens[place - 1].text.upper() if place else ""
        if before == "PREFIX":
            declared.add(token.text.partition(":")[0])
            if token.kind != "name" or not token.text.endswith(":"):
                yield _Found(
                    token.start,
                    tr("behind the prefix {name} a : is missing", name=token.text),
                    tr("write PREFIX {name}: <…>", name=token.text.partition(":")[0]),
                )
        elif token.kind == "name":
            prefix = token.text.partition(":")[0]
            if prefix not in declared and prefix != "_":
                missing.setdefault(prefix, token.start)
    if missing:
        yield _undeclared([*missing], min(missing.values()))


def _undeclared(prefixes: list[str], start: int) -> _Found:
    first = prefixes[0]
    problem = tr("the prefix {name}: is not declared", name=first)
    if len(prefixes) > 1:
        named = ", ".join(f"{one}:" for one in prefixes)
        problem = tr("the prefixes {names} are not declared", names=named)
    close = get_close_matches(first, COMMON_PREFIXES, 1, 0.5)
    if first not in COMMON_PREFIXES and close:
        meant = f"{close[0]}: <{COMMON_PREFIXES[close[0]]}>"
        return _Found(start, problem, tr("did you mean {names}?", names=meant))
    lines = (f"PREFIX {one}: <{COMMON_PREFIXES.get(one, '…')}>" for one in prefixes)
    return _Found(start, problem, tr("write before the query: {line}", line=" ".join(lines)))


def _words(tokens: list[_Token]) -> Iterator[_Found]:
    """Find words that SPARQL has not; the first word of all ``_form`` looks at."""
    variables = {token.text[1:] for token in tokens if token.kind == "variable"}
    for before, token in pairwise(tokens):
        word = token.text.rstrip(".").upper()
        if token.kind != "word" or word in _WORDS or before.text.upper() == "PREFIX":
            continue
        close = get_close_matches(word, sorted(_WORDS), 1, 0.75)
        if token.text in variables or not close:
            advice = tr("a variable begins with ?: ?{name}", name=token.text)
        else:
            advice = tr("did you mean {names}?", names=close[0])
        yield _Found(token.start, tr("{word} is no word of SPARQL", word=token.text), advice)
        return


def _brackets(query: str, tokens: list[_Token]) -> Iterator[_Found]:
    open_ones: list[_Token] = []
    for token in tokens:
        if token.kind != "bracket":
            continue
        if token.text not in _CLOSING:
            open_ones.append(token)
        elif not open_ones:
            yield _Found(
                token.start,
                tr("there is a {bracket} too many", bracket=token.text),
                tr("take it out, or open it before"),
            )
            return
        elif open_ones[-1].text != _CLOSING[token.text]:
            yield _unclosed(query, open_ones[-1], token.start)
            return
        else:
            open_ones.pop()
    if open_ones:
        yield _unclosed(query, open_ones[-1], len(query.rstrip()))


def _unclosed(query: str, opened: _Token, at: int) -> _Found:
    line, column, _ = place_of(query, opened.start)
    closing = next(one for one, opening in _CLOSING.items() if opening == opened.text)
    return _Found(
        at,
        tr("the {bracket} of line {line}, column {column} is not closed", bracket=opened.text,
           line=line, column=column),
        tr("write {bracket} here, or before", bracket=closing),
    )  # fmt: skip


def _place(query: str, tokens: list[_Token], said: str) -> int | None:
    """Return the offset that an engine means, at the token there."""
    match = _SAID.search(said)
    if not match:
        return None
    lines = query.splitlines(keepends=True)
    offset = sum(map(len, lines[: int(match[1]) - 1])) + int(match[2]) - 1
    if _KEYWORDS_ALONE.fullmatch(match[3].strip()):
        offset -= max((len(word) for word in re.findall(r"[A-Za-z]+", match[3])), default=0)
    after = (token.start for token in tokens if token.start + len(token.text) > offset)
    return next(after, len(query.rstrip()))


def _unknown(query: str, tokens: list[_Token], where: int | None, said: str) -> _Found | None:
    """Return what can be said where no cause is known."""
    if where is None:
        return None
    if where >= len(query.rstrip()):
        return _Found(where, tr("it ends too early"), "")
    terms = ("variable", "iri", "name", "text", "number")
    before = next((token for token in reversed(tokens) if token.start < where), None)
    here = next(token for token in tokens if token.start >= where)
    problem = tr("from {token} on it cannot be read", token=here.text)
    missing = _ONE_SIGN.search(said.strip())
    if missing:
        sign = missing[1] or missing[2]
        return _Found(where, problem, tr("is a {sign} missing before it?", sign=sign))
    if before and before.kind in terms and here.kind in terms:
        return _Found(where, problem, tr("is a {sign} missing before it?", sign=". / ;"))
    return _Found(where, problem, "")
