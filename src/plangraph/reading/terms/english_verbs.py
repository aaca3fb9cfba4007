"""Verbs that begin what is to be done in English plans: Dredge the basin, Answer calls by noon.

Words that head a page or a list as nouns (Report, Share, Contact, Learn more) are left out.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = """
    abolish accelerate achieve acquire adapt add address adopt advance advocate align allocate
    allow amend amplify analyse analyze anchor answer apply appoint approve arrange ask assess
    assign assist attract audit automate be become bolster boost bring broaden build building
    buy capture celebrate centralise centralize certify champion clarify clean clear close coach
    collaborate collate collect combine commission communicate compile complete conduct connect
    conserve consider consolidate construct consult continue contribute convene convert
    cooperate coordinate create creating cultivate customise customize cut decarbonise
    decarbonize decommission decrease dedicate deepen define deliver demolish deploy design
    designate determine develop developing dig digitise digitize discourage discuss disseminate
    distribute diversify divert double draft dredge drill drive earn educate electrify elevate
    eliminate embed embrace empower enable encourage end endorse energise energize enforce
    engage enhance enlarge enrich ensure ensuring equip eradicate establish evaluate examine
    exceed expand expedite explain explore extend facilitate feed fill finalise finalize find
    finish fit fix forge formalise formalize formulate foster free fulfil fulfill gather
    generate get give grow halve harden harmonise harmonize harness help hire hold honor honour
    host identify illuminate implement improve improving incentivise incentivize incorporate
    increase inform inspect inspire install instigate institute insulate integrate intensify
    intercept introduce inventory invest investigate invite keep launch lay lead lend let
    leverage liaise lift light limit lobby locate lower maintain make manage market maximise
    maximize measure meet merge migrate minimise minimize mitigate modernise modernize modify
    monitor move mow narrow negotiate notify nurture obtain offer offset onboard open operate
    optimise optimize organise organize outline oversee paint participate partner pave pay
    persuade pilot plan plant plough plow prepare preserve prevent prioritise prioritize procure
    produce prohibit promote promoting propose prosecute protect prove provide providing prune
    publish purchase pursue push put quantify raise reach realise realize reallocate rebrand
    rebuild reclaim recognise recognize reconnect reconstruct recover recruit recycle redesign
    redevelop reduce refine reform refresh refurbish regenerate regulate rehabilitate reimagine
    reinforce reinstate reinvest rejuvenate release relocate remediate remodel remove renew
    renovate reopen reorganise reorganize repair repave replace repurpose require resist resolve
    respond restore restructure resume resurface retain rethink retire retrofit reuse revamp
    review revise revitalise revitalize rezone roll run safeguard save scale secure seek sell
    send separate serve set settle shape shift shorten showcase simplify slow solicit solve
    speak spend sponsor spread stabilise stabilize standardise standardize start steer stimulate
    stop strategically streamline strengthen study submit subsidise subsidize suggest support
    supporting sustain swap sweep switch tackle tailor take teach tell tie track train transfer
    transform transition translate triple uncover undertake unify unlock update upgrade uphold
    upskill urge use utilise utilize validate verify waive widen win withdraw work write
"""
_VERBS: Final = frozenset(_WORDS.split())
_FIRST: Final = re.compile(r"(?:to )?([a-z]+)\b", re.I)


def verb(text: str) -> int:
    """Return where the verb ends that a text begins with, ``to`` before it or not; 0 where none.

    >>> verb("To dredge the basin"), verb("Harbour basin")
    (9, 0)
    """
    first = _FIRST.match(text)
    return first.end() if first and first[1].lower() in _VERBS else 0


def doing(text: str) -> bool:
    """Tell a text that begins with what is being done: Buying back homes, Running a festival.

    >>> doing("Running a festival"), doing("Spring clean"), doing("Housing")
    (True, False, False)
    """
    word = text.partition(" ")[0].lower()
    stem = word.removesuffix("ing")
    if stem == word or len(stem) < 2:
        return False
    return bool({stem, f"{stem}e"} & _VERBS) or (stem[-1] == stem[-2] and stem[:-1] in _VERBS)
