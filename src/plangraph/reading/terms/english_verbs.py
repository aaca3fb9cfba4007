"""Verbs that begin what is to be done in English plans: Dredge the basin, Answer calls by noon.

Words that head a page or a list as nouns (Report, Share, Contact, Learn more) are left out.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = """
    abate abolish accelerate accommodate accomplish achieve acquire adapt add address adopt
    advance advertise advocate align allocate allow amend amplify analyse analyze anchor answer
    apply appoint apprehend approve arrange ask assemble assess assign assist attract audit
    automate avoid be become blade bolster boost bring broaden build building buy canvass
    capture celebrate centralise centralize certify champion clarify clean clear close coach
    collaborate collate collect combine commission commit communicate compare compensate compete
    compile complete comply conduct connect conserve consider consolidate construct consult
    continue contribute convene convert convey cooperate coordinate correct counsel craft create
    creating cultivate curb customise customize cut decarbonise decarbonize decommission
    decrease dedicate deepen defend define delegate deliver demolish demonstrate densify deploy
    design designate desilt deter determine develop developing dig digitalise digitalize
    digitise digitize discourage discuss dispatch disseminate distribute diversify divert double
    draft drain dredge drill drive earn educate electrify elevate eliminate embed embrace employ
    empower enable enact encourage end endorse energise energize enforce engage enhance enlarge
    enlist enrich enrol enroll ensure ensuring equip eradicate establish estimate evaluate
    examine exceed expand expedite explain explore extend facilitate feed fence fill finalise
    finalize find finish fit fix follow forge formalise formalize formulate foster free fulfil
    fulfill gather generate get give graduate grow halve handle harden harmonise harmonize
    harness hear heighten help highlight hire hold hone honor honour host identify illuminate
    implement impose improve improving incentivise incentivize incorporate increase incubate
    inform innovate inspect inspire install instigate institute insulate integrate intensify
    intercept introduce inventory invest investigate invite involve join justify keep launch lay
    lead lend lengthen let leverage liaise lift light limit listen lobby locate lower maintain
    make manage map market match maximise maximize measure meet mentor merge migrate minimise
    minimize mitigate modernise modernize modify monitor motivate move mow narrow negotiate
    normalise normalize notify nurture obtain offer offset onboard open operate optimise
    optimize organise organize orient outline overhaul oversee paint participate partner pave
    pay perform persuade pilot plan plant plough plow plug pool prepare preserve prevent
    prioritise prioritize procure produce prohibit promote promoting propose prosecute protect
    prove provide providing prune publish purchase pursue push put quantify raise rank reach
    realise realize reallocate reassess rebalance rebrand rebuild reclaim recognise recognize
    reconcile reconnect reconstruct recover recruit recycle redesign redevelop redirect reduce
    reevaluate refer refine refocus reform refresh refurbish regenerate register regravel
    regulate rehabilitate reimagine reinforce reinstate reinvest rejuvenate release relieve
    relocate remain remediate remind remodel remove renew renovate reopen reorganise reorganize
    repair repave replace replant repurpose require rescue reseal reset resist resolve respond
    restock restore restripe restructure resume resurface retain rethink retire retool retrofit
    reuse revamp review revise revitalise revitalize reward rewild rewrite rezone roll rotate
    run safeguard save scale schedule seal secure seek sell send separate serve set settle shape
    shelter shift shorten show showcase simplify slow solicit solve speak spend sponsor spread
    stabilise stabilize standardise standardize start steer stimulate stop strategically
    streamline strengthen strive study subdivide submit subsidise subsidize succeed suggest
    support supporting surpass sustain swap sweep switch synchronise synchronize tackle tailor
    take teach tell tie tighten track train transfer transform transition translate treat trial
    trim triple unblock uncover understand undertake unify unite unlock update upgrade uphold
    upskill urge use utilise utilize vaccinate validate verify vet visit visualise visualize
    waive weed welcome widen win withdraw work write
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
