"""What the parts of a section are called in English plans: what was heard, wanted, done, measured.

Headings such as *What you told us* or *Did you know?* have lists below them as *What we will do*
has, which are no elements: only what the part is called tells them apart.
"""

from __future__ import annotations

import re
from typing import Final

_WE: Final = r"(?:we|council|(?:the|our) (?:council|city|town|county|shire|borough|district))"
_PEOPLE: Final = (
    r"(?:you|we|they|people|residents|(?:the|our) (?:community|residents|people|stakeholders))"
)
_WILL: Final = r"(?: will|[’']ll| are going to| plan to| intend to)"
_TIME: Final = r"(?:,? (?:in|by|over|during|next|until|before|this) .{2,24})?"

#: What a government says that it will do; a time or an end may stand before it.
_DO: Final = (
    r"(?:do|get there|respond|deliver|focus(?: on)?"
    r"|(?:achieve|deliver|do) (?:it|this|these|them|(?:our|the|these) \w+)|make (?:it|this) happen)"
)
#: What is done.
DONE: Final = re.compile(
    rf"(?:what|how|where)(?: else)? {_WE}{_WILL} {_DO}(?: this| next| differently)?{_TIME}"
    rf"|(?:what|how) (?:will|are|do|is) {_WE}(?: going to)? {_DO}(?: about (?:it|this))?{_TIME}"
    rf"|what (?:{_WE}(?: are|[’']re| is)|(?:are|is) {_WE})(?: now)? doing"
    r"(?: (?:about|to) .{2,30})?"
    rf"|(?:to|in|by|over|during|this|between|as part of) .{{2,60}} {_WE}{_WILL}"
    r"|what(?:[’']s| is) (?:planned|coming up|next|happening|changing|new)\b.{0,40}"
    r"|what needs to (?:happen|be done|change)"
    r"|(?:our )?focus (?:for|over|in) (?:the )?(?:next|coming|first) .{3,24}"
    r"|(?:delivering|achieving) th(?:is|ese) \w+"
    r"|(?:(?:our|key|major|priority|strategic|planned|proposed) )*(?:deliverables|tactics|actions"
    r"|responses|interventions|(?:projects?|actions?|initiatives?) ?(?:/|&|and)"
    r" ?(?:projects?|actions?|initiatives?|programs?))|major initiatives",
    re.I,
)
#: What is wanted: a list of statements.
WANTED: Final = re.compile(
    rf"where (?:do )?{_WE} want to (?:be|go)|where {_WE} are (?:going|heading)"
    rf"|what (?:do )?{_WE} want|{_WE} want|our aspirations?|desired (?:outcomes?|results?)",
    re.I,
)
_FACTS: Final = (
    r"did you know|(?:key |fast |quick |local )?(?:facts|stats|statistics|figures)"
    r"(?: (?:and|&) figures)?|(?:.{2,24} )?at a glance|snapshot|by the numbers|in numbers"
)
_HEARD: Final = (
    rf"what (?:have )?{_PEOPLE}(?:[’']ve| have)? (?:heard|said|told us|asked for)(?: us)?.{{0,24}}"
    r"|what matters (?:most )?to you|(?:we|you) (?:heard|said|told us)(?: that)?|you said,? we did"
    r"|(?:community|public|resident|stakeholder) (?:feedback|comments|voices?|input)"
    r"|(?:community )?(?:engagement|consultation|survey) (?:summary|results|findings)"
    r"|(?:key )?(?:findings|themes) (?:from|of) (?:the|our) .{3,24}|swot(?: analysis)?"
    r"|our (?:story|history)|past plans|(?:community|city|town|county|district) profile"
    r"|what (?:does )?(?:the|our) (?:data|evidence|figures|numbers|research)"
    r" (?:tells?|says?|shows?)(?: us)?|case stud(?:y|ies)\b.{0,30}"
)
_STANDS: Final = (
    r"why (?:(?:this|it|these) )?(?:(?:is|are|does|do) )?(?:(?:this|it|these) )?(?:a priority"
    r"|matters?|important)\b.{0,20}"
    rf"|what (?:do )?{_WE}(?: already)? (?:do|know)|what {_WE} (?:are|is) already doing"
    rf"|what (?:have )?{_WE}(?: have|[’']ve)? (?:already )?(?:done|achieved|delivered)\b.{{0,20}}"
    r"|what are the (?:issues|challenges|problems)|(?:our |key )?strengths"
    r"|where (?:are we|we are)(?: now| today)?|how are we doing"
    r"|(?:the )?current (?:state|situation)"
    r"|(?:the )?(?:context|background|challenges?|issues?|rationale)(?: (?:and|&) opportunit\w+)?"
    r"|(?:strengths|weaknesses|opportunities|threats|constraints)(?: (?:and|&) \w+)?"
)
_SUCCESS: Final = (
    rf"how (?:will {_WE}|{_WE}{_WILL}) (?:measure|know|monitor|report|track)\b.{{0,40}}"
    rf"|{_WE}{_WILL} (?:measure|know|monitor|track|report)\b.{{0,40}}"
    rf"|(?:what|how) {_WE} (?:measure|monitor|track)(?: (?:success|progress))?"
    rf"|what {_WE} (?:want|hope|aim) to (?:achieve|see)|what {_WE}{_WILL} (?:see|measure)"
    r"|what (?:(?:does|will) )?(?:success|good) (?:will )?looks? like|tracking (?:our )?progress"
    r"|(?:our )?progress (?:so far|to date)"
    r"|what will (?:be different|change|you see)\b.{0,24}|what difference (?:will|does) .{3,30}"
    rf"|(?:\w+ )?outcomes (?:(?:that )?{_WE} (?:want|hope|expect|seek)\b.{{0,30}}|sought)"
    r"|levels? of service(?: (?:and|&) (?:our )?(?:performance )?(?:targets|measures))?"
    r"|(?:(?:our|the|key|core|strategic|performance|success|outcome|progress|\w+[’']s) ){0,3}"
    r"(?:values|indicators|measures|metrics|kpis|targets|risks|challenges|achievements|partners)"
    r"(?: of success)?"
)
_WHO: Final = (
    r"who (?:can|will|is going to)(?: help| be involved| lead| do it)(?: us)?"
    r"|who(?:[’']s| is) involved|(?:the )?(?:our|council[’']s|city[’']s) roles?"
    rf"|who {_WE}(?:{_WILL})? work with"
    rf"|(?:how {_WE}(?:{_WILL})? work|ways of working)(?: together)?"
    r"|(?:leads?|lead agency) (?:and|&) partners"
    r"|(?:underpinned|supported|informed) by"
    r"|(?:supporting|guiding) (?:plans|documents|plans and (?:strategies|policies))"
    r"|(?:related|relevant|associated|linked|informing) (?:plans|strategies|documents"
    r"|policies and plans|plans and (?:strategies|policies))"
)
#: What surrounds both, and holds no element whatever stands below.
ASIDE: Final = re.compile("|".join((_FACTS, _HEARD, _STANDS, _SUCCESS, _WHO)), re.I)
_END: Final = " \t:?!…"


def done(text: str) -> bool:
    """Tell the heading of what is to be done: How will we get there?"""
    return bool(DONE.fullmatch(text.rstrip(_END)))


def wanted(text: str) -> bool:
    """Tell the heading of what is to be reached: Where do we want to be?"""
    return bool(WANTED.fullmatch(text.rstrip(_END)))


def aside(text: str) -> bool:
    """Tell the heading of what holds no element: What you told us, Did you know?"""
    return bool(ASIDE.fullmatch(text.rstrip(_END)))
