"""The words of English-language strategic plans: goal, objective, strategy, action …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

#: The same for English-language strategic plans.
ENGLISH: Final[dict[str, dict[str, float]]] = {
    **{
        key: {"goal": 9.0, "measure": 5.0, "policy": 4.0}
        for key in ("goal", "strategic goal", "goal area")
    },
    **{
        key: {"goal": 8.0, "policy": 2.0}
        for key in (
            "priority", "strategic priority", "council priority", "pillar", "strategic pillar",
            "focus area", "strategic focus area", "theme", "strategic theme", "priority area",
            "key result area", "result area", "strategic area", "strategic direction",
            "key priority", "strategic issue", "outcome area", "direction", "ambition",
            "cornerstone", "domain", "aspiration", "strand", "mission", "imperative", "pledge",
            "promise", "enabler", "kra", "kfa", "kpa", "key performance area", "key focus area",
            "development priority", "national outcome", "big move",
        )
    },
    **{
        key: {"policy": 8.0, "goal": 2.0, "measure": 3.0}
        for key in (
            "objective", "strategic objective", "policy", "outcome", "strategic outcome", "aim",
            "strategic aim", "commitment", "community outcome", "well-being objective",
            "wellbeing objective", "local outcome", "long-term outcome", "development objective",
        )
    },
    **{
        key: {"measure": 8.0, "policy": 2.0, "direction": 2.0}
        for key in (
            "strategy", "initiative", "strategic initiative", "program", "programme",
            "recommendation",
        )
    },
    **{
        key: {"direction": 7.0, "measure": 5.0}
        for key in (
            "action", "action item", "action step", "tactic", "task", "key action", "step",
            "activity", "deliverable", "milestone", "sub-action",
        )
    },
    "measure": {"measure": 6.0, "text": 3.0},
    "project": {"project": 8.0},
    "vision": {"vision": 6.0},
    "guiding principle": {"viewpoint": 8.0},
    "principle": {"viewpoint": 7.0},
    "core value": {"viewpoint": 7.0},
    "value": {"viewpoint": 5.0},
}  # fmt: skip


_EAST: Final = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")


def is_latin(text: str) -> bool:
    """Tell a text without letters or signs of East Asia, accents and macrons in it or not."""
    return text.isascii() or not _EAST.search(text)


#: What a word counts that no other plan counts by: Big Move 1.
OWN: Final[dict[str, float]] = {"goal": 3.0, "policy": 2.4, "measure": 1.8}


def by_letter(words: Iterable[str]) -> str:
    """Return words as alternatives, the longer first, those of one first letter together.

    An expression that takes no heed of case tries each alternative in full.
    """
    longest = sorted(words, key=lambda word: (word[0], -len(word)))
    groups = groupby(longest, key=lambda word: word[0])
    return "|".join(
        f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in groups
    )


#: Any of these words, as part of an expression.
ANY_WORD: Final = by_letter(ENGLISH)
#: English headings of sections, white space removed.
ENGLISH_ROLES: Final = tuple(
    (role, re.compile(pattern, re.I))
    for role, pattern in (
        (
            "vision",
            r"(?:.{0,24}'s|our|city|community|the)?vision(?:statement)?(?:is)?:?"
            r"|(?:the)?(?:ideal|desired)?futureimage(?:ofthe(?:city|town|village))?:?"
            r"|.{0,24}visionfor.{3,24}(?:is)?:|(?:our)?vision(?:and(?:mission|priorities|values))(?:\d.*)?:?",
        ),
        (
            "viewpoint",
            r"(?:(?:our|the|city|council|community|town|county|shire|core|key|operational|enabling"
            r"|overarching)(?:'s)?)*(?:guiding)?principles(?:\d{4}.{0,8})?(?:are)?:?",
        ),
        (
            "goal",
            r"(?:(?:our|the|city|council|community|strategic|key|core|major|five|four|six|three|seven"
            r"|\d)(?:'s)?)*(?:goals|goalareas|priorities|priorityareas"
            r"|focusareas|pillars|themes)(?:(?:,|and|&)+(?:objectives|strategies|actions|policies"
            r"|programs|initiatives|outcomes|projects|recommendations))*(?:\(.{1,16}\))?"
            r"(?:for.{4,12})?(?:areasfollows|are|include)?:?",
        ),
        (
            "policy",
            r"(?:key|strategic|advocacy|supporting|related|.{0,12}and)?(?:objectives|policies):?",
        ),
        ("direction", r"(?:key)?(?:actions|actionitems|actionsteps|nextactions|tactics):?"),
        (
            "measure",
            r"(?:key|major|priority|strategic|our)*(?:strategies|initiatives|projects):?"
            r"|(?:what|how)we(?:will|'ll|aregoingto|planto)(?:do|getthere|achieveit|deliver)(?:it|this)?:?"
            r"|(?:our|key)commitments:?|wewill:?",
        ),
        (
            "indicator",
            r"kpis?:?|(?:keyperformance|performance|success)?(?:indicators|measures"
            r"|metrics)(?:ofsuccess)?:?"
            r"|how(?:(?:we|you|thecouncil|thecity)(?:will|'ll|’ll)|willwe)"
            r"(?:measure|know|monitor|report|track)[a-z'’]{0,30}[:?]?"
            r"|whatsuccess(?:will)?looks?like[:?]?",
        ),
        (
            "issues",
            r"why(?:this|it)(?:matters|isimportant)[a-z]{0,16}[:?]?|whatwewantto(?:achieve|see)[:?]?"
            r"|(?:the|our|key)*(?:challenges|risks)(?:andopportunities)?:?",
        ),
        (
            "notes",
            r"(?:glossary|notes|footnotes|endnotes|appendix.{0,20}|acknowledge?ments|howto(?:read|use).{0,20}"
            r"|tableofcontents|contents)",
        ),
        (
            "zone",
            r"(?:introduction|background|executivesummary|.{0,14}process|messagefrom.{0,16}"
            r"|mission|(?:our)?mission(?:statement)?|"
            r"(?:our|core)?values|implementation|nextsteps|overview|aboutthisplan"
            r"|methodology|.{0,12}profile)",
        ),
    )
)
