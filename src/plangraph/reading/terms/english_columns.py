"""What the heads of columns in English tables of actions say: what is done, who does it, when.

A head is a noun with some words before it (*Lead Department*), or several of these (*Lead /
Partners*): the nouns are few, the heads are many.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BEFORE: Final = (
    r"(?:(?:key|priority|strategic|specific|proposed|major|main|supporting|implementing"
    r"|implementation|annual|recommended|primary|lead|responsible|accountable|council|corporate"
    r"|city|project|action|target|start|end|completion|estimated|est\.?|potential|possible"
    r"|delivery|success|performance|progress|funding|external|internal|partner|expected|planned"
    r"|due|business|service|work|current|total) )*"
)
_ACT: Final = (
    r"actions?|strateg(?:y|ies)|tasks?|projects?|initiatives?|activit(?:y|ies)|deliverables?"
    r"|tactics?|program(?:me)?s?|recommendations?|policy|policies"
)
#: What is done, or where it stands in a list of such.
_ACTS: Final = re.compile(
    rf"{_BEFORE}(?:{_ACT})(?: items?| steps?| names?| title| description)?"
    r"|what (?:we|council) (?:will|[’']ll|are going to) do|what we[’']ll do|how we will do it",
    re.I,
)
#: … of any name, where other heads stand beside it.
_OWN_ACTS: Final = re.compile(rf"[A-Z][\w-]+ (?:{_ACT})", re.I)
_NOUNS: Final = re.compile(
    rf"(?:{_BEFORE}(?:"
    r"#|no\.?|number|code|ref(?:erence)?\.?|id|rank|description|details?|outputs?|notes?|comments?"
    r"|items?|steps?|leads?|owners?|departments?|depts?\.?|directorates?|divisions?|teams?|units?"
    r"|agenc(?:y|ies)|milestones?"
    r"|services?|areas?|officers?|staff|champions?|sponsors?|(?:\w+['’]s |our )?roles?"
    r"|responsib(?:le|ility|ilities)"
    r"|accountab(?:le|ility)|part(?:y|ies)|persons?|partners?|support|stakeholders?|resources?"
    r"|resourcing|fund(?:ing|s)?|sources?|budget|costs?|amount|time ?(?:frame|line|scale|ing)s?"
    r"|timing|schedule|when|who|what|how|dates?|years?|terms?|period|start|end|delivery|deadline"
    r"|duration|completion|status|progress|rag|priority(?: level)?|level|phase|effort|impact"
    r"|measures?(?: of success)?|(?:indicator|metric)s?|k?pis?|targets?|outcomes?|results?|due)"
    r"|(?:by|task done by|done by|to be done by) ?(?:when|whom)?"
    r"|fy ?(?:20)?\d\d|(?:20)?\d\d[-/–]\d\d?|20\d\d|q[1-4]|year \d|[$£€]+)"
    r"(?:\s?\([^()]{1,24}\)|\?)?",
    re.I,
)
#: Names of columns that stand on one row with nothing but a space between.
_USUAL: Final = re.compile(
    r"(?:#|no\.?|code|ref\.?|id"
    r"|(?:key |priority |strategic )?(?:actions?|strateg(?:y|ies)|tasks?|projects?|initiatives?)"
    r"|(?:action )?(?:item|step)s?|description|deliverables?|milestones?|outputs?|notes?|comments?"
    r"|activit(?:y|ies)|recommendations?|project / program(?:me)?|what (?:we|council) will do"
    r"|(?:project |action )?(?:lead|owner)s?(?: (?:department|agency|partner|role))?"
    r"|lead ?[/&] ?partners?|business unit|department|directorate|service|agency"
    r"|(?:\w+['’]s |our )?role|(?:responsib(?:le|ility)|accountable)"
    r"(?: (?:party|parties|department|agency|officer|person))?s?"
    r"|(?:supporting |potential |key )?partners?|support|resources?|funding(?: source)?s?|budget"
    r"|(?:estimated )?costs?|time ?(?:frame|line|scale|ing)s?|timing|(?:by )?when|who|what"
    r"|due(?: date)?|start [-–/] end|delivery|deadline"
    r"|(?:target |start |end |completion )?(?:date|year)s?|term|status|progress|priority(?: level)?"
    r"|(?:success )?measures?(?: of success)?|(?:performance |success )(?:indicator|metric)s?"
    r"|(?:performance |annual )?targets?|by when|kpis?|outcomes?|objectives?|indicators?)",
    re.I,
)
#: Levels of a plan, by what the head of their column is called: Goal Area, Key Actions.
_LEVELS: Final = tuple(
    (kind, re.compile(rf"{_BEFORE}(?:{nouns})", re.I))
    for kind, nouns in (
        ("goal", r"goals?(?: areas?)?|priorit(?:y|ies)(?: areas?)?|focus areas?|themes?|pillars?"
                 r"|(?:result|outcome) areas?|ambitions?|aspirations?|domains?|missions?"),
        ("policy", r"objectives?|outcomes?|aims?|policy objectives?"),
        ("measure", r"strateg(?:y|ies)|initiatives?"),
        ("direction", r"directions?|actions?(?: items?| steps?)?|tasks?|activit(?:y|ies)"
                      r"|tactics?|deliverables?"
                      r"|what (?:we|council) (?:will|[’']ll|are going to) do"),
        ("number", r"(?:obj|ref|sl|no)\.?(?: no\.?)?|#|code|id"),
        ("department", r"leads?(?: agency)?|responsib(?:le|ility)(?: party)?|owner|directorate"),
    )
)  # fmt: skip
_PARTS: Final = re.compile(r"\s*[/&,–]\s*|\s+-\s+|\s+and\s+", re.I)
#: What those above a place aim at: National Outcome.
_OTHERS: Final = re.compile(r"(?:national|provincial|state|federal|regional|sdg)s?\b", re.I)
#: A head has so many letters at most.
_LONGEST: Final = 42


@lru_cache(maxsize=4_000)
def is_column(text: str) -> bool:
    """Tell the head of a column.

    >>> is_column("Lead / Partners"), is_column("Estimated Cost"), is_column("Clean Water")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    parts = [part for part in _PARTS.split(_OTHERS.sub("", text).strip()) if part]
    return bool(parts) and all(_NOUNS.fullmatch(one) or _ACTS.fullmatch(one) for one in parts)


@lru_cache(maxsize=4_000)
def is_usual(text: str) -> bool:
    """Tell the head of a column as most tables have it: one that others stand right beside."""
    return bool(_USUAL.fullmatch(text))


@lru_cache(maxsize=4_000)
def is_act_column(text: str) -> bool:
    """Tell the head of the column of what is to be done: Key Action, Project / Program."""
    if len(text) > _LONGEST:
        return False
    parts = [part for part in _PARTS.split(text.strip()) if part]
    return bool(parts) and all(map(_ACTS.fullmatch, parts))


@lru_cache(maxsize=4_000)
def heads_acts(text: str) -> bool:
    """Tell the same among the heads of a table, where any word says which: Improvement projects.

    >>> heads_acts("Improvement projects"), heads_acts("Clean Water")
    (True, False)
    """
    return is_act_column(text) or bool(_OWN_ACTS.fullmatch(text.strip()))


@lru_cache(maxsize=4_000)
def level(text: str) -> str | None:
    """Return the level of a plan that a column holds, or the number or office beside it.

    >>> level("Goal area"), level("Supporting Strategies"), level("Timing")
    ('goal', 'measure', None)
    """
    if len(text) > _LONGEST or _OTHERS.match(text):
        return None
    return next((kind for kind, pattern in _LEVELS if pattern.fullmatch(text.strip())), None)


def names(words: list[str]) -> tuple[str, ...]:
    """Cut the words of a head into names of columns, the longest that are known first.

    >>> names("Action Lead Agency By When".split())
    ('Action', 'Lead Agency', 'By When')
    """
    found: list[str] = []
    while words:
        for size in (4, 3, 2, 1):
            name = " ".join(words[:size])
            if len(words) >= size and is_usual(name):
                found.append(name)
                words = words[size:]
                break
        else:
            return ()
    return tuple(found)


@lru_cache(maxsize=4_000)
def is_head(text: str) -> bool:
    """Tell the head of a table of what is to be done, nothing but spaces between its columns.

    >>> is_head("Strategy Action Performance Target By When"), is_head("Action by the Council")
    (True, False)
    """
    if not text or len(text) > 3 * _LONGEST or not is_usual(text.split(" ", 1)[0]):
        return False
    columns = names(text.split())
    return len(columns) > 2 and any(map(is_act_column, columns))
