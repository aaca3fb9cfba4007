"""Kinds (役割) of headings: one best labelling of the whole tree of headings.

Headings of one family under one heading form a group, and groups under parents of one
group are decided together. Each group gets a state (part of the document, goal, policy,
measure, direction …, or text) such that the sum of what speaks for each state and of
how well parent and child go together is highest (Viterbi over the tree of groups).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.asides import is_works
from plangraph.reading.numbering.marked import levels_below
from plangraph.reading.outline.speaking import (
    acts,
    are_policies,
    hinted_below,
    holds_levels,
    holds_measures,
    is_apart,
    is_deep,
    is_held,
    is_listed,
    is_meta,
    is_odd,
    is_stray,
    places_told,
    refrain,
    states,
)
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codewords import coded_kinds
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.lexicon import BARREN
from plangraph.reading.terms.looks import plain

LEVELS = {"structure": 0, "goal": 1, "policy": 2, "measure": 3, "direction": 4}
SPECIAL = (
    "vision", "philosophy", "viewpoint", "project", "strategy-goal", "perspective",
)  # fmt: skip
STATES = (*LEVELS, *SPECIAL, "text")
#: Role of the section → kind of the headings in it.
CONTEXT = {
    "philosophy": "philosophy", "vision": "vision", "viewpoint": "viewpoint", "goal": "goal",
    "policy": "policy", "measure": "measure", "direction": "direction", "project": "project",
    "strategy": "strategy-goal",
}  # fmt: skip
GOAL_SHAPES = frozenset((
    "第N章", "第N節", "第N部", "第Nの柱", "第N編", "第N篇", "第N", "N", "N'", "(N)", "N)", "R", "K",
    "A", "①", "第N章-N", "字N", "#1",
))  # fmt: skip
#: Marks of lists whose items are a family.
_MARKS = "・●○◆◇■□•-*"
#: What speaks for a kind by the dress of the number alone.
_PRIOR: dict[str, dict[str, float]] = {
    "第N章": {"goal": 1.2, "policy": 0.6, "structure": 1.0},
    "第N編": {"structure": 3.0}, "第N部": {"structure": 2.6},
    "第N節": {"policy": 0.8, "measure": 0.9, "structure": 0.6},
    "第N項": {"measure": 1.0}, "第Nの柱": {"goal": 2.0},
    "第N章-N": {"goal": 0.9, "policy": 0.7, "measure": 0.3},
    "第N": {"goal": 0.6, "policy": 0.6, "structure": 0.8},
    "R": {"goal": 0.8, "structure": 1.0}, "K": {"goal": 0.4, "structure": 1.0},
    "N": {"goal": 0.3, "policy": 0.5, "measure": 0.6, "structure": 0.6},
    "A": {"policy": 0.4, "measure": 0.4, "text": 0.4},
    "N-N": {"measure": 0.9, "policy": 0.8}, "N-①": {"policy": 0.8, "measure": 0.6},
    "R-N": {"policy": 0.7, "measure": 0.8}, "A-N": {"measure": 0.8, "policy": 0.4},
    "題": {"measure": 1.4, "policy": 0.5},
    "字N": {"measure": 0.6, "policy": 0.6, "goal": 0.3}, "字N-N": {"measure": 0.9, "policy": 0.5},
    "N-N-N": {"measure": 0.9, "direction": 0.7}, "N-(N)": {"measure": 0.9, "direction": 0.3},
    "N-N-(N)": {"direction": 0.9, "measure": 0.6},
    "(N)": {"direction": 0.9, "measure": 0.6, "text": 0.6}, "(K)": {"measure": 0.4, "text": 0.4},
    "A-N-A": {"direction": 0.9, "project": 0.4, "measure": 0.2},
    "(N-N)": {"direction": 0.9, "measure": 0.6}, "A-N-N": {"direction": 0.9, "measure": 0.7},
    "N)": {"direction": 0.5, "text": 0.8}, "①": {"direction": 0.6, "text": 1.0},
    **{mark: {"policy": 0.4, "measure": 0.6, "direction": 0.7, "text": 0.3} for mark in _MARKS},
    "#1": {"goal": 0.6, "policy": 0.5, "measure": 0.4},
    "#2": {"policy": 0.6, "measure": 0.9}, "#3": {"measure": 0.9, "direction": 0.8},
    "B": {"measure": 0.9, "policy": 0.6, "goal": 0.3},
    "i": {"direction": 0.9, "measure": 0.4, "text": 0.3},
    "a": {"measure": 0.5, "direction": 0.8, "text": 0.2},
    "(a)": {"measure": 0.5, "direction": 0.8, "text": 0.4},
    "ア": {"direction": 0.1, "text": 1.6}, "(ア)": {"text": 2.0},
}  # fmt: skip
_FOLLOWS = {
    ("structure", "goal"): 0.6, ("structure", "policy"): 0.2, ("structure", "measure"): -0.2,
    ("structure", "direction"): -2.0, ("goal", "policy"): 0.7, ("goal", "measure"): 0.6,
    ("goal", "direction"): -0.4, ("policy", "measure"): 0.8, ("policy", "direction"): -0.2,
    ("measure", "direction"): 0.8, ("vision", "goal"): 0.5, ("vision", "measure"): 0.2,
    ("vision", "policy"): 0.3, ("project", "perspective"): 0.6, ("project", "direction"): 0.0,
    ("project", "measure"): 0.0, ("strategy-goal", "direction"): 0.0,
}  # fmt: skip


#: A kind that stands below itself: 施策 in 施策, 取組 in 取組.
_NESTED = {"measure": -1.2, "direction": -1.0, "policy": -2.5, "goal": -9.0}
#: Sections that a word of levels with its number ends: 序論 holds no 基本目標1.
_ENDED = frozenset(("zone", "issues", "plans", "roles"))
#: What a chapter is called that holds all that is done, level below level: 具体的な取組.
_DONE = frozenset(("measure", "action", "direction"))
#: Sections that mostly name actions are what they hold, though some speak of the plan.
_MOSTLY = 0.6
#: What marks stand below (■ over ◆ over ○) is so much less likely of the lowest kinds.
_OVER_MARKS = 2.0
#: … and so is what words of levels stand below, level below level: 方向性1, 施策1-1, 取組1-1-1.
_OVER_LEVELS = 6.0
#: What a headline or a column says of a word that names several levels (戦略).
_HINTED = 2.0
#: What speaks for a policy below a goal: 1 学びを支えるまちづくり.
_STATED = 0.9
#: Below a measure there may be nothing; goals and policies have something below them.
_LEAF = {"measure": 0.6, "policy": -0.6, "goal": -0.9}


@dataclass(eq=False)
class Group:
    """Headings that are decided together."""

    headings: list[Heading] = field(default_factory=list)
    siblings: list[Heading] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    context: str | None = None
    emission: dict[str, float] = field(default_factory=dict)
    #: How many headings were taken apart, where this is one of them: together they count once.
    parts: int = 1


#: The value of the best labelling of a group and what is below it, and the labelling.
Best = tuple[float, tuple[tuple[Group, str], ...]]


def decide(headings: list[Heading]) -> None:
    """Set ``kind`` of every heading: an element's kind, ``structure``, or None for text."""
    roots = [heading for heading in headings if heading.parent is None]
    known: dict[tuple[Group, str], Best] = {}
    for group in _groups(roots, None):
        for child, state in _best(group, "structure", known)[1]:
            apart = {one for one in child.headings if is_apart(plain(one.title))}
            named = len(apart) == len(child.headings) or are_policies(child.headings, child.context)
            apart = set() if named else apart
            for heading in child.headings:
                told = heading.family[0] == "|" or coded_kinds(heading.family[0])
                bare = heading in apart and not (told or is_held(heading))
                heading.kind = None if state == "text" or bare else state


def _groups(nodes: list[Heading], context: str | None) -> list[Group]:
    """Group sibling headings by family and, below, the children of each group together."""
    groups: dict[tuple[str, str], Group] = {}
    for node in nodes:
        if node.family[0] == "~":
            continue
        group = groups.setdefault(node.family, Group(context=context))
        if (node.role and not coded_kinds(node.family[0])) or node.family[0] == "=":
            group.siblings.append(node)
        else:
            group.headings.append(node)
    found: list[Group] = []
    for family, group in groups.items():
        if group.headings:
            if group.context in _ENDED and is_listed(group.headings, group.siblings):
                group.context = None
            group.emission = _emission(family, group)
            structural = _looks_structural(group)
            if structural:
                found += _apart(group)
            else:
                below = [child for node in group.headings for child in node.children]
                ended = group.context in _ENDED and coded_kinds(family[0])
                group.groups = _groups(below, None if ended else _inherited(group.context))
                found.append(group)
        inside: dict[str | None, list[Heading]] = {}
        for node in group.siblings:
            told = None if node.stated else node.role or group.context
            told = "project" if told == "action" and is_works(node) else told
            inside.setdefault(told, []).extend(node.children)
        for role, children in inside.items():
            taken = role in CONTEXT and any(child.role == role for child in children)
            taken = taken or (role in _DONE and is_deep(group.siblings, children))
            taken = taken or _named_below(children, CONTEXT.get(role or "", ""))
            found += _groups(children, None if taken else role)
    return found


def _named_below(headings: list[Heading], kind: str) -> bool:
    """Tell headings of which those below each bear the name: 施策一覧, 第1章 …, 施策1-1 …."""
    plainly = [one for one in headings if one.code and not coded_kinds(one.family[0])]
    named = [kinds for one in plainly for below in one.children[:1]
             if (kinds := coded_kinds(below.family[0]))]  # fmt: skip
    if 2 * len(named) <= len(plainly):
        return False
    return all(max(kinds, key=lambda one: kinds[one]) == kind for kinds in named)


def _apart(group: Group) -> list[Group]:
    """Chapters of the document differ in what they hold: decide each alone."""
    found = []
    for node in group.headings:
        one = Group([node], group.siblings, context=group.context, parts=len(group.headings))
        one.emission = dict(group.emission)
        if lexicon.META_TITLES.match(plain(node.title)) or lexicon.ZONES.search(plain(node.title)):
            one.emission["structure"] += 4
        one.groups = _groups(node.children, _inherited(group.context))
        found.append(one)
    return found


def _looks_structural(group: Group) -> bool:
    emission = group.emission
    best = max(emission, key=lambda state: emission[state])
    return best == "structure"


def _inherited(context: str | None) -> str | None:
    """What a section says holds for the headings in it, not for those below them."""
    return context if context in BARREN else None


def _emission(family: tuple[str, str], group: Group) -> dict[str, float]:
    """Return what speaks for each state of a group."""
    word, shape = family
    nodes = group.headings
    values = dict.fromkeys(STATES, -3.0)
    count = len(nodes)
    score = sum(node.score for node in nodes) / count
    sentences = sum(node.title.endswith(("ます", "る", "す", "う")) for node in nodes) / count
    nouns = (
        sum(bool(lexicon.TITLE_END.search(node.title.rstrip("」』)）"))) for node in nodes) / count
    )
    kinds = coded_kinds(word) if word else {}
    context = group.context
    values["text"] = 0.2 - 1.2 * score
    if kinds:
        values["structure"] = -2.0
        values["text"] -= 1.0
        for kind, weight in kinds.items():
            values[kind] = weight + _HINTED * (nodes[0].unit.hint == kind)
        if word == "goal" and "-" in shape and any(one.code for n in nodes for one in n.children):
            values["policy"] += 2.0  # Goal 1.1 stands between a goal and acts with numbers
        if context == "strategy" and "strategy-goal" in kinds:
            values["strategy-goal"] = 14.0
        if context in ("project", "action"):
            values["project"] += 2.0
        if context == "project":
            least = max(kinds.values()) + 3.0 if "project" in kinds else 4.0
            values["project"] = max(values["project"], least)
        holders = sum(any(child.role == "project" for child in node.children) for node in nodes)
        values["project"] -= 4.0 * holders / count
        values["direction"] -= _OVER_LEVELS * sum(map(holds_levels, nodes)) / count
        values["viewpoint"] -= 2.0 * sum(bool(node.children) for node in nodes) / count
        return values
    policies = are_policies(nodes, context)
    meta = 0.0 if policies else sum(is_meta(plain(node.title)) for node in nodes) / count
    roles = len(group.siblings) / (count + len(group.siblings))
    bullets = sum(bool(node.unit.mark in "・-*" and node.unit.mark) for node in nodes) / count
    element = 0.7 * nouns + 0.5 * min(score, 2.0) + (0.4 if count >= 3 else 0.0)
    told = sum(node.unit.text.rstrip().endswith("。") for node in nodes if not node.body) / count
    element -= 2.2 * told
    element -= 1.2 * sum(map(is_odd, nodes)) / count
    element -= 4.5 * roles + 4.0 * meta + 0.8 * bullets
    element -= 2.5 * is_stray(nodes)
    answered = sum(bool(node.departments or node.unit.departments) for node in nodes) / count
    element += 1.2 * answered
    values["text"] -= 1.2 * answered
    places = max(places_told(nodes), refrain(nodes))
    stated = places * (1 - meta) * (1 - roles)
    values["structure"] = -2.4 * stated + 5.0 * roles + 5.0 * meta - 1.2
    values["text"] += 4.0 * meta + 4.0 * roles
    if nouns > _MOSTLY:
        values["structure"] -= 1.5 * nouns
    for kind in LEVELS:
        if kind != "structure":
            values[kind] = element
    for kind, prior in _PRIOR.get(shape.rstrip("'"), {"measure": 0.5, "direction": 0.5}).items():
        values[kind] += prior
    values["direction"] += 0.5 * sentences
    works = sum(node.title.endswith("事業") for node in nodes) / count
    if works > 0.6:
        values["project"] = element + 3.0 * works
    if shape == "N" and context is None and sum(map(acts, nodes)) > 0.6 * count:
        values["measure"] += 1.0
    elif shape == "N" and context is None and all(is_latin(node.title) for node in nodes):
        values["goal"] += 0.5
    below = sum(map(levels_below, nodes)) / count
    values["direction"] -= _OVER_MARKS * min(below, 1.0)
    values["measure"] -= _OVER_MARKS * max(below - 1.0, 0.0)
    held = sum(max(map(holds_measures, node.children), default=0.0) for node in nodes) / count
    values["policy"] += 1.6 * held + 2.0 * policies
    values["structure"] += 4.0 * sum(states(node) for node in nodes) / count
    if shape in GOAL_SHAPES:
        values["goal"] += 1.4 * places
    elif word == "*" and places > _MOSTLY:  # ■安心のまち, above what is done for it
        values["goal"] += 3.0 * places * sum(bool(node.children) for node in nodes) / count
    hints = Counter(node.unit.hint for node in nodes if node.unit.hint in values)
    if context in BARREN:
        # what is the matter has titles like what is done for it, but nothing below them
        told = context == "issues" and not any(one.code for node in nodes for one in node.children)
        values["text"] = (max(values["text"], -1.0) if told else values["text"]) + 5.0
        values["structure"] += 3.0
    elif context == "action":
        values["text"] += 1.0
        values["direction"] += 0.8
        values["goal"] = values["policy"] = -3.0
    elif context in CONTEXT and not hints:
        kind = CONTEXT[context]
        values[kind] = max(values[kind], element) + 4.5
        if kind == "goal":  # of a policy: what it comes to is done below it
            values["measure"] += 2.0
    for hint, number in hints.items():
        values[hint] = max(values[hint], element) + 5.0 * number / count
        if hint == "direction":  # works of a direction, where one stands above them
            values["project"] = max(values["project"], element + 4.0 * number / count)
            values["policy"] += 5.0 * hinted_below(nodes, "measure")  # 施策の方向, above 施策
        if hint == "goal":  # one below another goal is a policy
            values["policy"] += 2.5 * number / count
    return values


def _best(group: Group, above: str, known: dict[tuple[Group, str], Best]) -> Best:
    """Return the best states of a group and of all groups below it; ``known`` are those found."""
    if (group, above) in known:
        return known[group, above]
    top: Best | None = None
    for state in STATES:
        step = _transition(above, state)
        if step is None:
            continue
        if state == above == "goal" and _says_goal(group):
            step = 0.0
        count = max(len(group.headings), group.parts)
        if above == "goal" and state == "policy":
            step += _STATED * _weight(count) * _stated(group)
        value = (group.emission[state] * _weight(count) + step) / group.parts
        chosen: tuple[tuple[Group, str], ...] = ((group, state),)
        leaf = True
        for child in group.groups:
            gain, states = _best(child, state, known)
            value += gain
            chosen += states
            leaf = leaf and states[0][1] not in LEVELS
        if leaf:
            value += _LEAF.get(state, 0.0) / group.parts
        if top is None or value > top[0]:
            top = (value, chosen)
    assert top is not None
    known[group, above] = top
    return top


def _stated(group: Group) -> float:
    """Return how many titles that no word tells say what the place will be, as policies do."""
    word, shape = group.headings[0].family
    return places_told(group.headings) if shape in GOAL_SHAPES and not coded_kinds(word) else 0.0


def _says_goal(group: Group) -> bool:
    """Tell headings that are called goals and count on their own, below a pillar or a theme."""
    word, shape = group.headings[0].family
    return word in ("goal", "strategic goal") and shape in ("N", "R")


def _weight(count: int) -> float:
    return 1.0 + min(count, 12) / 12


def _transition(above: str, state: str) -> float | None:
    """Return how well ``state`` goes under ``above``; None where it cannot."""
    if state == "text":
        return 0.0
    if above == "text":
        return -6.0 if state != "structure" else -2.0
    if state == "structure":
        return 0.3 if above == "structure" else -3.0
    if state in SPECIAL:
        return _FOLLOWS.get((above, state), 0.0 if above == "structure" else -0.8)
    if above == state:
        return _NESTED.get(state, -3.0)
    if above in LEVELS and LEVELS[state] <= LEVELS[above]:
        return -7.0
    return _FOLLOWS.get((above, state), -0.3)
