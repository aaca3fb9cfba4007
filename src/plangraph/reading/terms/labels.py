"""What the lines of an English-language plan say: its vocabulary."""

from __future__ import annotations

import re
from typing import Final

from plangraph.reading.terms import english_parts
from plangraph.reading.terms.english_verbs import doing, verb
from plangraph.reading.terms.numerals import SPELLED

_TOP = (
    r"goals?|priorit(?:y|ies)(?: areas?)?|themes?|pillars?|outcomes?|objectives?|ambitions?|aims?"
    r"|(?:strategic |key )?directions?|(?:focus|goal|key|priority|result|strategic) areas?"
    r"|areas of focus"
    r"|(?:strategic|core|key) elements?|strategic issues|critical success factors"
    r"|commitments?|missions|cornerstones?|aspirations?|imperatives?"
)
_LOW = (
    r"actions?(?: items| steps)?|strategies|initiatives|tactics|tasks|projects|deliverables"
    r"|key results|activities|next steps|programs|programmes|action plans"
)
#: Roles that a label of a list may have, and what stands below it.
TOP, MID, LOW, ASIDE = "top", "mid", "low", "aside"
#: What is said before policies: Policy Objectives, It is the policy of the Council to:
_POLICIES: Final = re.compile(
    r"^(?:(?:related|supporting|general|key|strategic|specific)\s)?polic(?:y objectives|ies)"
    r"(?: (?:and|&) objectives)?\s?:?$"
    r"|^it (?:is|shall be)(?: also)? (?:an? |the )?(?:\w+ )?(?:polic(?:y|ies)|objective|aim)s?"
    r"(?: objective)? (?:of|that)\b.{3,60}$",
    re.I,
)
#: A label of one statement: Goal, Strategic Aim:
_SINGLE: Final = re.compile(
    r"^(?:(?:our|the|strategic|overall|overarching|key|main) ){0,2}"
    r"(?:(?-i:[A-Z][a-z]+ ){1,3}(?=\w+\s?:$))?(?P<word>goal|aim|objective"
    r"|outcome|ambition|aspiration)(?: statement)?\s?:?$",
    re.I,
)

_AFTER = (
    r"(?:\s*[(,–—-]?\s?(?:for|of|in)?\s*(?:the\s)?(?:FYs?|(?:fiscal )?years?)?\s?"
    r"\d{4}\s?[-–—/to ]{0,4}\s?(?:\d{2,4})?\)?)?"
    r"(?:\s(?:for|of|to|in|that|we|which|at)\b.{0,50})?"
)
#: A short line that says what stands below it: Strategic priorities, Our goals 2024-2028.
_NAMED: Final = re.compile(
    r"^(?!(?:climate|community|collective|local) action$)"  # what a goal may be called
    rf"(?:[\w’'&–-]+:?\s){{0,5}}?(?P<word>{_TOP}|{_LOW}){_AFTER}\s?(?:\(\d\)|are|include)?\s?:?$",
    re.I,
)
_BARE: Final = re.compile(
    rf"^(?:(?:our|key|strategic|supporting|council|community)\s){{0,2}}(?:{_TOP}|{_LOW})\s?:?$",
    re.I,
)
#: How urgent what stands below it is: Top Priority, MEDIUM PRIORITY (next year).
_RANK: Final = re.compile(
    r"(?:top|high(?:est|er)?|medium|moderate|low(?:er|est)?|first|second|third|short[- ]term"
    r"|mid[- ]term|long[- ]term) priority\b",
    re.I,
)
#: What a sentence before a list ends with.
_NOUN: Final = re.compile(rf"\b(?P<word>{_TOP}|{_LOW})\b", re.I)
_TOLD: Final = re.compile(
    r"(?:are|is|include|including|following|namely|below|as follows|which are to|are to|identif\w+"
    r"|outlin\w+|established|set(?:s)? out|based|achieve|framework|focus\w*|organi[sz]ed|needs?"
    r"|for|around|on|has|have|new)\b",
    re.I,
)
#: Where a sentence with a full stop says that a list follows.
_POINTS: Final = re.compile(
    r"\bas follows\b|\b(?:listed|set out|outlined|shown|described|given|found)? ?(?:here|below)\W*$"
    r"|\bthe following \w+",
    re.I,
)
_NUMBER: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b", re.I
)
_WILL: Final = re.compile(
    r"\b(?:(?:we|council|city|town|shire|(?:board|council)(?: of \w+)?|county) "
    r"(?:will|plan to|aim to|commit to|are going to)"
    r"|how we(?:’|'| wi)ll|what we(?:’|'| wi)ll do|this means|(?:by|through)(?! (?:\w+ )?\d{4}))"
    r"(?: \w+){0,4}[:;]?$",
    re.I,
)
#: What a government says of itself before a list: Over the next two years we will:
PROMISE: Final = re.compile(r"\b(?:we|council|city|town|county|shire)(?: will|[’']ll):?$", re.I)
_ASIDE: Final = re.compile(
    r"\b(?:values?|principles?|measures?|indicators?|success|challenges?|risks?|documents?|links?"
    r"|contacts?|resources?|reports?|minutes|highlighting|describes?|must|members|councillors"
    r"|partners|questions|consult\w*|survey|feedback|achievements|accomplish\w*|completed"
    r"|requirements|legislation|steps in|budget|available|contents|downloads?|votes?)\b",
    re.I,
)
#: Headings of what surrounds a plan: the site, the process, the council.
_META: Final = re.compile(
    r"^(?:contact|about|introduc|report"
    r"|implement(?!\w+ (?:actions|steps|strateg|measure|program|polic))"
    r"|monitor|how|what|why|who|when|where|performance|(?:figure|fig\.|table|map|exhibit|chart) \d"
    r"|project status|background|download|related|documents?|resources?|learn|more|for more|staff"
    r"|message|mayor|foreword|welcome|acknowledg|appendi|timeline|get involved|faq|follow|share"
    r"|read (?:more|the|our)|view (?:more|the|our|all)|last updated|quick"
    r"|annual (?:report|review|update|plan|budget|result)"
    r"|communit(?:y|ies) (?:profile|consult)|consult"
    r"|our (?:region|people$|city$|council$|mission|values|communit(?!y (?:outcome|goal|priorit)))"
    r"|mission|values|core values"
    r"|skip"
    r"|easy read|click|page|search|menu|home$|news|budget|upload|table of|contents|beta|close|print"
    r"|(?:to|from|date|subject|re|(?:meeting|submitted|prepared|presented) \w+)\s?:"
    r"|(?:adopted|approved|amended|endorsed|prepared|published|updated|effective)"
    r" (?:by|on|in|at|from|as|under|\w+ \d)\b"
    r"|(?:fiscal|financial) (?:impacts?|implications?|considerations?|notes?)"
    r"|recommend(?:ations?|ed action)\s?:?$|attachments?|alternatives\s?:?$|discussion\s?:?$"
    r"|main content|image|purpose|next steps|plan(?:ning)? process|overview|definitions|glossary"
    r"|(?:city|town|village|county|shire) (?:council|commission|board|hall)$"
    r"|(?:city|town|village|county|shire|township|borough) of [\w’'-]+(?: [\w’'-]+)?$"
    r"|additional|useful|vision\b|our vision|council(?:lors| members| resolutions)|accessib)"
    r"|\b(?:pdf|kb|mb)\b|https?:|@|\|$|\s\|\s.*\s\|\s|^[\d.%\W]+$|\?$",
    re.I,
)
#: What a site asks its reader to do.
_SITE: Final = re.compile(
    r"(?:download|read (?:the|our|more)|view|click|contact|follow us|share this|learn more"
    r"|print (?:this|page|$)|search|skip|sign up|find out|see more)\b"
    r"|(?:cookies?|privacy|disclaimer|site ?map|copyright|terms of use|feedback)\b.{0,20}$",
    re.I,
)
#: What a site lets its reader choose from.
_SWITCH: Final = re.compile(r"(?:filter|sort|group)(?:ed)? by\b", re.I)
#: A heading that names a whole document: Council Plan 2022-2027.
_WHOLE: Final = re.compile(
    r"\b(?:plan|strategy|report|program|dashboard|portal|update)s?(?:\W+\d{4}.*|\W+refresh)?$", re.I
)
#: Words that begin no act, and ends of words that are no verbs as they stand in one.
_NO_VERB = (
    r"about|above|across|after|all|among|and|as|at|before|below|between|both|by|during|each|for|from"
    r"|how|if|in|into|is|more|most|near|no|not|of|on|one|only|or|over|per|since|some|than|that|there"
    r"|these|this|those|through|under|until|up|when|where|whether|while|with|within|without"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|page|part|phase|stage|section|chapter|year|quarter|level|table|figure|ward|district|route"
)
_VERBAL = r"(?<!ed)(?<!s)(?<!ly)(?<!ion)(?<!ment)"
_SOME = (
    r"the|a|an|our|its|their|all|every|each|more|new|at least|no|any|both|two|three|four|five|six"
    r"|seven|eight|nine|ten|twenty|fifty|half"
)
#: What is done, by any verb, begins so: Dredge the basin, Open two halls.
_ACT: Final = re.compile(
    rf"^(?:to |we will |we[’']ll )?(?!(?:{_NO_VERB})\b)[a-z][a-z-]*{_VERBAL} "
    rf"(?:(?:up|down|out|on|off|in|to|for|with|back|together) )?(?:(?:{_SOME})\b|\d)",
    re.I,
)
#: What stands behind the verb of an act.
_OF: Final = re.compile(rf"\s(?:{_SOME})\b", re.I)
#: A code of a list without role word: EP-01:, A1., S3 –.
CODED: Final = re.compile(
    r"^(?!(?:PHASE|STAGE|STEP|TABLE|FIGURE|LEVEL|ROUTE|COVID|ANNEX|WARD|ZONE|BLOCK|UNIT|GRADE|PART"
    r"|YEAR|PAGE|FORM|NOTE|MAP|TRACK)\b)(?P<code>[A-Z]{1,6}(?:-[A-Z])?\s?[-.]?\s?\d{1,2}(?:\.\d{1,2})*)"
    r"\s?(?:[:.)–—-]\s*|\s{1,8})(?=[A-Z])"
)
#: A name and its aim: People – to have …; Housing: we will …
NAMED_AIM: Final = re.compile(
    r"^(?P<name>[^\s:–—]+(?:\s[^\s:–—]+){0,6}?)(?:\s[–—-]\s|\s?:\s)(?![^a-z]+$)\S.{11,}$"
)
#: What every sentence that counts up names has, at least.
COUNTED_WORDS: Final = (
    "goal", "priorit", "theme", "pillar", "outcome", "objective", "ambition", "aim", "direction",
    " area", "commitment", "mission", "cornerstone", "aspiration", "imperative",
)  # fmt: skip
#: Names that a sentence counts up: Our themes are Safe Streets, Clean Water and …
COUNTED_UP: Final = re.compile(
    rf"(?:\b(?<!\bevery )(?<!\beach )(?:{_TOP})\b[^.:;]{{0,60}}"
    r"(?::|\s[-–—]|\bare|\bnamely|\binclud\w+)"
    rf"|{_NUMBER.pattern} (?:\w+ )?(?:{_TOP}) of)\s(?P<names>[^.:;]{{20,300}})\.",
    re.I,
)
#: What every line that speaks of a vision has.
VISION_WORDS: Final = ("vision", "ambition", "future image")
_WHOSE: Final = (
    r"(?:(?:the|our|a|community|city|council|town|district|shared|strategic|long[- ]term"
    r"|\w+[’']s)\s)*"
)
VISION: Final = re.compile(
    rf"^(?:{_WHOSE}|(?-i:[A-Z][\w’'&-]+\s){{1,3}})vision"
    r"(?: statement| for .{2,40}| \d{4})?(?:\s[/|].{2,40})?\s?(?:is|:|is:)?$"
    r"|^(?:the )?(?:ideal |desired )?future (?:image|vision)"
    r"(?: of (?:the|our) (?:city|town|village))?\s?:?$",
    re.I,
)
MISSION: Final = re.compile(
    rf"^(?:{_WHOSE}mission(?: statement)?|why we exist)\s?(?:is|:|is:)?$", re.I
)
#: What every such label has, and what is told beside it.
MISSION_WORDS: Final = ("mission", "exist")
#: Labels of statements on a line: Our vision: …, MISSION STATEMENT We …, Vision … Mission ….
STATEMENTS: Final = re.compile(
    rf"(?:^(?i:{_WHOSE}(?P<first>vision|ambition|mission))"
    r"|(?<=\s)(?P<later>Vision|VISION|Mission|MISSION|(?:Core )?Values|(?:CORE )?VALUES))"
    r"(?i: statement| (?:for )?20\d\d)?(?P<gap>\s?(?::|\bis:|[–—])\s+|\s+|$)"
)
VISION_TOLD: Final = re.compile(
    r"\b[Vv]ision(?: [Ss]tatement)?,?\s?[“\"](?P<beside>[^”\"]{8,200})[”\"]|"
    r"\b(?:[Vv]ision|[Aa]mbition)\b[^.“\"‘]{0,80}(?:\bis\b|:|\bof\b|\bto\b)[^.“\"‘]{0,20}"
    r"(?:[“\"](?P<text>[^”\"]{10,200})[”\"]|‘(?P<single>[^‘]{10,200}?)['’](?=[\s.,]|$))"
)
#: A sentence that states it: Our vision is to be the county that …, Our vision: a town where ….
VISION_STATED: Final = re.compile(
    rf"(?:^|[.;]\s){_WHOSE}(?:vision|ambition)(?: for [^.,:;]{{3,40}})?(?: is(?: that| for| of)?|:)"
    r"\s(?P<text>(?!(?:based|set|outlined|described|supported|available|in|part|not)\b)[^.]{15,300})",
    re.I,
)
VISION_SAID: Final = re.compile(r"\bvision\b[^.]{0,60}:$", re.I)


#: The end of a sentence with another behind it.
STOP: Final = re.compile(r"[.!?]\s+")


#: A list of what the sentence before speaks of: There are three priorities. They are:
_THEY: Final = re.compile(
    r"[.!?]\s+(?:they|these|those)(?: \w+)? (?:are|include|will be)(?: as follows| to)?\W*$", re.I
)


def label(text: str, *, before_list: bool) -> str | None:
    """Return what a line announces: top, middle or low elements, or none (aside)."""
    words = len(text.split())
    if words <= 9 and (part := _part(text)):
        return part
    if _SWITCH.match(text):
        return ASIDE
    if words <= 14 and _POLICIES.match(text):
        return MID
    if words <= 11 and not text.endswith(".") and (named := _NAMED.match(text)):
        if _ASIDE.search(text[: named.start("word")]) or _META.match(text):
            return ASIDE
        over = re.search(rf"\b(?:{_TOP}) (?:and|&) ", text[: named.start("word")], re.I)
        if _RANK.match(text):
            return LOW
        return LOW if re.fullmatch(_LOW, named["word"], re.I) and not over else TOP
    if not before_list:
        return None
    told = text.strip()
    last = told if _THEY.search(told) else STOP.split(told)[-1]
    closed = told.endswith((":", ";"))
    nouns = list(_NOUN.finditer(last))
    counted = nouns and _NUMBER.search(last[: nouns[-1].start()])
    if closed and _ASIDE.search(last[nouns[-1].end() :] if nouns else last):
        return ASIDE
    if _WILL.search(last) and (closed or words <= 6):
        return LOW
    pointed = closed or counted or (nouns and points(last))
    if nouns and pointed and (counted or _TOLD.search(last)):
        low = re.fullmatch(_LOW, nouns[-1]["word"], re.I)
        if any(re.fullmatch(_TOP, one["word"], re.I) and counted for one in nouns):
            low = None
        return LOW if low else TOP
    return ASIDE if closed else None


def points(text: str) -> bool:
    """Tell a sentence that says that a list follows: Our goals are as follows."""
    return bool(_POINTS.search(STOP.split(text.rstrip())[-1]))


def count(text: str) -> int:
    """Return how many goals a line says that there are (four priorities: 4), or 0.

    >>> count("Council has set five (5) key priorities for the years ahead.")
    5
    """
    last = STOP.split(text.rstrip())[-1]
    told = [one for noun in _NOUN.finditer(last) if re.fullmatch(_TOP, noun["word"], re.I)
            for one in _NUMBER.finditer(last, max(0, noun.start() - 40), noun.start())]  # fmt: skip
    word = told[-1][0].lower() if told else ""
    return int(word) if word.isdigit() else SPELLED.get(word, 0)


def _part(text: str) -> str | None:
    """Return what the name of a part of a section announces (What you told us: nothing)."""
    if english_parts.done(text):
        return LOW
    if english_parts.wanted(text):
        return TOP
    return ASIDE if english_parts.aside(text) else None


def single(text: str) -> str:
    """Return the word of a label of one statement (Strategic Aim: aim), or nothing."""
    found = _SINGLE.match(text)
    return found["word"].lower() if found else ""


#: Headings of what is fixed to a report.
_FIXED: Final = re.compile(
    r"(?:attachments?|exhibits?|enclosures?|references|appendi(?:x|ces))\s?:?", re.I
)


def is_fixed(text: str) -> bool:
    """Tell a heading above what is fixed to a report: Attachments."""
    return bool(_FIXED.fullmatch(text))


def is_act(text: str) -> bool:
    """Tell a line that says what is to be done: Dredge the inner basin."""
    return bool(verb(text) or _ACT.match(text))


def is_work(text: str) -> bool:
    """Tell the same of an item of a list, which may say what is being done: Buying back homes."""
    return is_act(text) or doing(text)


def is_label(text: str) -> bool:
    """Tell a title that only names what stands below it: Action Steps, How we will know."""
    bare = len(text.split()) <= 3 and _BARE.match(text)
    return bool(bare or _RANK.match(text) or _part(text))


def is_meta(text: str) -> bool:
    """Tell a heading of what surrounds the plan, or of the plan as a whole."""
    end = verb(text)
    acts = _ACT.match(text) or (end and _OF.match(text, end))
    if acts and not _SITE.match(text):  # Implement a new system
        return False
    whole = not end and _WHOLE.search(text)
    return bool(whole or _META.search(text) or _SITE.match(text))


def names_plan(text: str) -> bool:
    """Tell the name of a plan, as its cover prints it: Strategic Plan 2024-2029."""
    return bool(_WHOLE.search(text)) and not _META.search(text)


#: What a cover ends with: May 24, 2011.
_DATED: Final = re.compile(r"\b[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d$")


#: … or that is stamped on it: Updated 9.14.26.
_STAMP: Final = re.compile(r"(?:updated|revised|adopted|approved|amended|printed)\W+\d", re.I)


#: … or that it is the edition of a year: FY 2026-27 Work Plan, Q2 FY 2026-27 Update.
_EDITION: Final = re.compile(
    r"(?:(?:Q[1-4]|FY\s?\d{2,4}|20\d\d)[-–/\d]*\s)+[^.,:;]{0,40}\b(?:Plan|Update|Report|Budget)s?\b"
)


def is_edition(text: str) -> bool:
    """Tell the name of a document of one year.

    >>> is_edition("FY 2026-27 Work Plan"), is_edition("Adopt the 2027 Budget")
    (True, False)
    """
    return bool(_EDITION.match(text))


def is_whole(text: str) -> bool:
    """Tell the name of a document, or of how it came to be: 5 Year Corporate Plan."""
    named = re.search(r"\b(?:plan(?:\W+\d{4}.*)?|process|overview)$", text, re.I)
    if _STAMP.match(text):
        return True
    if _DATED.search(text) and len(text.split()) <= 14:
        return True
    return bool(named) and not verb(text) and len(text.split()) <= 9


def is_aside(text: str) -> bool:
    """Tell a heading whose list is no part of the outline: values, measures of success."""
    return len(text.split()) <= 6 and bool(_ASIDE.search(text))
