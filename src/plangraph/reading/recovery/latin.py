"""Rows of English text that hold a page: where the lines began that extraction lost.

Codes with a word, bullets and usual labels begin a line wherever they stand. What ends a title
is its sentence: a capital after a word in small letters, or an opening word (The, Our, To) after
words with capitals.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable

from plangraph.reading.recovery import latin_pages
from plangraph.reading.recovery.leaders import LEADER
from plangraph.reading.terms.english_verbs import verb

#: Shorter rows hold no page (characters).
SHORTEST = 240
_ONES = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT"
_WORDS = (
    "Goal|Objective|Strategy|Priority|Pillar|Theme|Outcome|Action|Policy|Initiative|Direction"
    "|Focus Area|Key Result Area|Result Area|Commitment"
)
_BEFORE = r"(?:(?:Strategic|Local|Key|Community|Council|Improvement|STRATEGIC|LOCAL|KEY) )?"
_CODE = re.compile(
    rf"(?<=\s)(?<!\b[a-z]{{2}} )(?<!\bthe )(?<!\band )"
    rf"(?={_BEFORE}(?:{_WORDS}|{_WORDS.upper()}|KPA|KRA)\s"
    rf"#?(?:[A-Z]{{1,4}}-)?(?:\d[\d.]*[a-z]?|[A-H]\d*|[IVX]{{1,4}}|{_ONES})\s?(?:[:.–—-]\s?)?[A-Z“\"‘])"
)
#: What a code may have before it that begins its line instead.
_PREFIX = re.compile(
    rf"\b(?:Strategic|Local|Key|Community|Council|Improvement|STRATEGIC|LOCAL|KEY|{_WORDS}"
    rf"|{_WORDS.upper()}) $"
)
#: Codes of several parts: 2.1.3, H-1.2, A-4, EP2.
_PARTS = re.compile(
    r"(?<=\s)(?=(?:(?:[A-Z]{1,4}[- ]?)?\d{1,2}(?:\.\d{1,2}){1,3}\.?|[A-Z]{1,4}-\d{1,2})"
    r"[:.]? {1,3}[A-Z“\"])"
)
_LEAST_PARTS = 3
_BULLETS = "•▪●◦■►▶➢✓→*"
_BULLET = re.compile(rf"(?<=\s)(?=[{_BULLETS}](?:\s\S|(?<!\*)\S))")
#: What sections of a plan are called, and parts beside the plan.
_SECTIONS = (
    "Vision", "Mission", "Values", "Goals", "Objectives", "Priorities", "Strategies", "Actions",
    "Initiatives", "Outcomes", "Principles", "Measures", "Indicators", "Commitments", "Themes",
    "Pillars", "Action Steps", "Action Items", "VISION", "MISSION", "VALUES", "GOALS", "OBJECTIVES",
    "PRIORITIES", "STRATEGIES", "ACTIONS", "PRINCIPLES",
)  # fmt: skip
_OTHERS = (
    "Next Steps", "Introduction", "Background", "Foreword", "Contact Us", "Table of Contents",
    "Executive Summary", "About This Plan", "Acknowledgements", "Acknowledgments",
    "Monitoring and Review", "Implementation and Monitoring",
)  # fmt: skip
_NAMES = (
    r"(?:(?:Our|Key|Strategic|Council|Community|City|Supporting|Guiding|Core|Major|Desired|Corporate"
    r"|OUR|KEY|STRATEGIC|GUIDING|CORE) ){0,2}"
    rf"(?:{'|'.join(_SECTIONS)})"
    r"(?: (?:Statement|STATEMENT|and (?:Objectives|Policies|Strategies|Actions)))?"
    r"|(?:What|How|WHAT|HOW) [Ww][Ee](?: will|['’]ll| WILL)(?: [a-z]+){1,4}"
    rf"|{'|'.join(_OTHERS)}|Message [Ff]rom the Mayor"
)
#: A label: behind a sentence, an item or a title, and before what begins anew.
_LABEL = re.compile(
    r"(?:^|(?<=[^\s,]) )(?<!\bthe )(?<!\bour )(?<!\bof )(?<!\band )(?<!\bto )(?<!\bthese )"
    r"(?<!\bits )"
    rf"(?P<name>(?:{_NAMES}):?)(?=\s(?:[A-Z“\"{_BULLETS}]|\d{{1,2}}(?:\.\d{{1,2}})*[.)]?\s|- ))"
)
#: What announces a list stands between the end of a sentence and a colon.
_TOLD = re.compile(rf"(?<=[.!?]) (?=[^.!?:{_BULLETS}]{{3,80}}:\s(?:[{_BULLETS}]|- |\d[.)]\s))")
#: So far before a list the words above it are looked for (characters), six of them at most.
_TAIL = 60
_NAME = re.compile(r"(?<=\s)[A-Z](?=\S*(?: \S+){0,5}$)")
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
     "with", "&", "–", "-", "over", "per", "its", "our")
)  # fmt: skip
_OPENING = frozenset(
    ("The", "A", "An", "Our", "We", "It", "This", "These", "In", "To", "Every", "All", "By", "For",
     "From", "At", "When", "While", "With", "As", "Too", "Many", "Much", "Most", "Over", "More",
     "Each", "They", "There", "Without", "Since", "One", "Two", "Three", "Four", "Five")
)  # fmt: skip


#: What a row must hold before each of the above is looked for in it: most hold none of them.
_CODE_HINTS = (*f"{_WORDS}|{_WORDS.upper()}".split("|"), "KPA", "KRA")
_NAME_HINTS = (*_SECTIONS, *_OTHERS, "Message", "What ", "How ", "WHAT ", "HOW ")


def is_mostly_latin(text: str) -> bool:
    """Tell a row of which nearly every letter is Latin."""
    return len(text.encode()) < 1.1 * len(text)


def pieces(text: str, least: int = 2) -> list[str]:
    """Cut a long row at its codes, bullets and labels, and titles off their sentences.

    A list of contents is cut at its pages first, and what every page ends with is left out.
    """
    text = _PAGE_OF.sub("", text, count=1)
    if len(pages := latin_pages.parts(text)) > 1:
        return [piece for part in pages
                for piece in ([part] if LEADER in part else pieces(part, 1))]  # fmt: skip
    places = _starts_of(_CODE, text) if _holds(text, _CODE_HINTS) else set()
    bullets = _starts_of(_BULLET, text) if _holds(text, _BULLETS) else set()
    parts = _starts_of(_PARTS, text)
    places |= parts if len(parts) >= _LEAST_PARTS else set()
    places |= _listed(text) if _holds(text, _LIST_HINTS) else set()
    places = {place for place in places if not _PREFIX.search(text[max(0, place - 16) : place])}
    labels = []
    if _holds(text, _NAME_HINTS):
        labels = [found for found in _LABEL.finditer(text) if _is_label(text, found)]
    told = {found.start() for found in _TOLD.finditer(text)} if bullets else set()
    if len(places) + len(bullets) + len(labels) + len(told) < least:
        return [text]
    edges = places | bullets | told | _refrains(text, bullets)
    edges |= {edge for found in labels for edge in (found.start("name"), found.end("name"))}
    found: list[str] = []
    for start, end in itertools.pairwise(sorted({0, len(text), *edges})):
        piece = text[start:end].strip()
        if not piece:
            continue
        found += _title(piece) if start in places else [piece]
    return found


#: The number that a row begins with, behind a word or not: 1.1 Title, Goal 2: Title.
_FIRST = re.compile(r"\s*(?:[A-Z]\w+ ){0,2}(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?[:)]?\s")
_NEXT = re.compile(
    rf"(?<=\s)(?:(?:{_WORDS}) )?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})+)\.?:? (?=[A-Z“])"
)
#: What a number stands behind that is told of: as set out in 1.1.2 Roads.
_TOLD_OF = re.compile(r"(?:\b(?:[Ss]ection|[Tt]able|[Ff]igure|[Cc]lause|see|in|of|under)|[,(&]) $")


#: A title in capitals, and the sentence that it ran into.
_LOUD = re.compile(
    r"\s*[A-Z]{2}[A-Z\d&,:.’' –-]{2,60}[A-Z] "
    r"(?=(?:We|Our|The|To|This|In|An?|Council) [a-z][^.]{8,}\.)"
)


def begun(text: str) -> list[int]:
    """Return where lines begin in a row that starts with a number, or with a title in capitals."""
    if text[:1].islower():
        return []
    if places := counted(text):
        return places
    if text[1:2].islower():  # as most lines begin
        return []
    loud = _LOUD.match(text) if text[:40].lstrip()[:2].isupper() else None
    return [loud.end()] if loud else []


def counted(text: str) -> list[int]:
    """Return where numbers begin that go on from the one that a row begins with.

    >>> counted("1.1 Safe streets 1.1.1 Light the paths 1.1.2 Mend 40 kerbs 1.2 Clean air")
    [17, 39, 59]
    """
    first = _FIRST.match(text)
    if first is None:
        return []
    due = _due(first["number"])
    found: list[int] = []
    for one in _NEXT.finditer(text, first.end()):
        before = text[max(0, one.start() - 12) : one.start()]
        if one["number"] in due and not _TOLD_OF.search(before):
            found.append(one.start())
            due = _due(one["number"])
    return found


def _due(number: str) -> set[str]:
    """Return what may follow a number: its first part, and the next of its level or above."""
    parts = [int(part) for part in number.split(".")]
    above = [(*parts[: level - 1], parts[level - 1] + 1) for level in range(2, len(parts) + 1)]
    return {".".join(map(str, one)) for one in ((*parts, 1), *above)}


#: The items of a list in line: 1. Attract firms 2. Keep them 3. Teach their workers.
_ITEM = re.compile(r"(?<=[\s.:])(?P<number>\d{1,2}|[a-h])(?P<dress>[.)]) (?=[A-Z“\"])")
_LIST_HINTS = ("2. ", "2) ", "b. ", "b) ")
_LEAST_ITEMS = 3
#: What a page of a transcript begins with: 3 Page 3 of 14.
_PAGE_OF = re.compile(r"^\d{1,3} Page \d{1,3} of \d{1,3}\s+(?=\S)")


def is_listed(text: str) -> bool:
    """Tell a row with a list in it."""
    return _holds(text, _LIST_HINTS) and bool(_listed(text))


def _listed(text: str) -> set[int]:
    """Return where items begin that count on from the first, three of them or more."""
    runs: dict[tuple[str, bool], list[list[int]]] = {}
    for one in _ITEM.finditer(text):
        number = one["number"]
        count = int(number) if number.isdecimal() else ord(number) - ord("a") + 1
        found = runs.setdefault((one["dress"], number.isdecimal()), [])
        if count == 1:
            found.append([one.start()])
        elif found and count == len(found[-1]) + 1:
            found[-1].append(one.start())
    return {place for found in runs.values() for run in found if len(run) >= _LEAST_ITEMS
            for place in run}  # fmt: skip


#: What a label of one word does not stand behind: down Mission Street.
_WITHIN = re.compile(r"(?:^|\s)[a-z][\w’'-]*$")
#: The number of a section that a label is the title of: 4.1 Background.
_NUMBERED = re.compile(r"(?:^|\s)\(?[A-Z]?-?\d{1,2}(?:\.\d{1,2})*[.)]?$")


def _starts_of(pattern: re.Pattern[str], text: str) -> set[int]:
    return {found.start() for found in pattern.finditer(text)}


def _holds(text: str, hints: Iterable[str]) -> bool:
    return any(hint in text for hint in hints)


def _is_label(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 30) : found.start()]
    alone = " " not in found["name"] and not found["name"].endswith(":")
    return not _NUMBERED.search(before) and not (alone and _WITHIN.search(before))


def _refrains(text: str, bullets: set[int]) -> set[int]:
    """Return where the words begin that stand right above several lists: Supporting strategies."""
    tails: list[list[tuple[str, int]]] = []
    for bullet in bullets:
        first = max(0, bullet - _TAIL)
        before = text[first:bullet].rstrip()
        tails.append([(before[found.start() :], first + found.start())
                      for found in _NAME.finditer(before)])  # fmt: skip
    counts = Counter(name for found in tails for name, _ in found)
    longest = (next((place for name, place in found if counts[name] > 1), None) for found in tails)
    return {place for place in longest if place is not None}


def _title(text: str) -> list[str]:
    """Cut a title off the sentence that it ran into."""
    words = text.split(" ")
    first = next((n for n, word in enumerate(words) if word[-1:] in ":–—" or n > 3), 0)
    first = first if first <= 3 else 1
    low, act = False, verb(" ".join(words[first + 1 :])) > 0
    for place in range(first + 1, len(words)):
        before, word = words[place - 1], words[place]
        if before.endswith((".", "!", "?", ";")) and place > first + 2:
            break
        after = words[place + 1] if place + 1 < len(words) else ""
        if place > first + 1 and _starts(word) and not before.endswith((",", ":")):
            runs_on = low and _is_low(before) and before not in _SMALL
            opens = word in _OPENING or verb(word) > 0
            opens = opens and before not in _SMALL and _is_low(after[:1])
            told = not (low or act) and before not in _SMALL
            if runs_on or opens or (told and _tells(word, words[place + 1 :])):
                return [" ".join(words[:place]), " ".join(words[place:])]
        low = low or (_is_low(word) and word not in _SMALL)
    return [text]


#: A sentence without its stop has more words.
_LONG = 8
#: What goes on with a title, however long: A Town where everyone ….
_RELATIVE = frozenset(
    ("where", "that", "which", "who", "whose", "with", "for", "to", "and", "in", "from")
)


def _tells(first: str, words: list[str]) -> bool:
    """Tell the words behind the first of a sentence: (Half) of our renters spend ….

    Names in capitals have no such run of words in small letters.
    """
    run = words[:5]
    doing = first.endswith("ing")
    low = sum(_is_low(word) and word not in _SMALL for word in run)
    whole = len(run) == 5 and (len(words) > _LONG or words[-1].endswith((".", "!", "?")))
    most = low > (1 if doing else 2) and (doing or run[0] not in _RELATIVE)
    return whole and most and all(map(_is_low, run))


def _starts(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or word[1:2].islower() or word[1:2] in "’'")


def _is_low(word: str) -> bool:
    return word[:1].islower() or (word[:1].isdigit() and not word.endswith("."))
