"""What headings say by themselves of what they are: acts, aims, parts of a document, statements."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.depths import STATED
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codewords import coded_kinds
from plangraph.reading.terms.labels import is_act
from plangraph.reading.terms.looks import ends_usually, plain

#: The highest number that a heading alone of its family has.
_HIGHEST = 30
#: 実施方針 names a chapter, 道路の方針 a policy.
_BARE = 4
#: So many that all end with 方針 are policies by field, with parts of their own or without.
_FIELDS = 3
#: What stands behind a title: a page that ran into it, a count in brackets.
_ADDED = re.compile(r"(?<=\D\D)(?:\d{1,3}|\(\d{1,3}(?:項目|事業|件)\)?)$")
#: The field of a goal behind it.
_FIELD = re.compile(r"(?<=.{4})[(（][^()（）]{1,16}[)）]$")
#: The years of a part of the plan: 前期基本計画(令和3年度~7年度).
_DATED = re.compile(r"\([^()]*年[^()]*\)?$")
#: The name of a document, and whose it is: 若葉市障がい者計画, 子育て支援事業計画(案) 若葉市.
_DOCUMENT = re.compile(
    r"^(?:第\S{1,3}[次期])?\S{1,6}[市町村区]\S{2,16}(?:計画|プラン|ビジョン|戦略)$"
    r"|.{6}計画(?:\(.{1,8}\)\S{2,6}[市町村区]|\S{1,6}[市町村区]|\((?:案|素案|概要版)\))$"
)


def acts(node: Heading) -> bool:
    """Tell what is to be done for a goal right above: 1. Open a second station."""
    above = node.parent.code if node.parent else None
    kinds = coded_kinds(above.word) if above and above.word.isascii() and above.word else {}
    return max(kinds, key=lambda kind: kinds[kind], default="") == "goal" and is_act(node.title)


def is_listed(nodes: list[Heading], siblings: list[Heading]) -> bool:
    """Tell titles of a contents page that do not belong to the part about the plan above them.

    They have titles below them. What belongs to it speaks of the plan as well, so that there is
    more of it among them.
    """
    if len(nodes) < 2 or not all(node.unit.contents for node in nodes):
        return False
    if not any(node.children for node in nodes):
        return False
    usual = sum(ends_usually(node.title.rstrip("」』)）")) for node in nodes)
    about = len(siblings) + sum(is_meta(plain(node.title)) for node in nodes)
    return 2 * usual >= len(nodes) and 4 * about <= len(nodes)


def holds_measures(label: Heading) -> float:
    """Tell whether a label holds measures (1), or names a list of what is done (0.5): ○主な施策.

    Several goals below a label of their own (＜基本目標＞) are none of a measure, either.
    """
    if label.role == "goal":
        return float(sum(one.code is not None for one in label.children) > 1)
    if label.role != "measure":
        return 0.0
    return 0.5 if label.children and all(one.family[0] == "~" for one in label.children) else 1.0


def is_stray(nodes: list[Heading]) -> bool:
    """Tell a lone bare number as high as no count of headings: 105 Download."""
    code = nodes[0].code
    lone = len(nodes) == 1 and code is not None and len(code.numbers) == 1
    return lone and code is not None and code.shape in ("N", "(N)") and code.numbers[0] > _HIGHEST


def is_odd(node: Heading) -> bool:
    """Tell a long title that names no action, aim or place: 排出量の算定方法."""
    title = node.title.rstrip("」』)）")
    acts = title.endswith(("る", "す", "う", "く", "を", "へ", "に", "！", "!"))
    return len(title) >= 8 and not ends_usually(title) and not acts


def states(node: Heading) -> bool:
    """Tell a section that states, under a number of its own, the vision or the philosophy."""
    return any(child.code and child.role in ("vision", "philosophy") for child in node.children)


def places_told(nodes: list[Heading]) -> float:
    """Return how many titles say what the place will be: 安心して暮らせるまち（福祉）."""
    found = sum(
        bool(lexicon.PLACE.search(_FIELD.sub("", one.title).rstrip("」』"))) for one in nodes
    )
    return found / max(len(nodes), 1)


def refrain(nodes: list[Heading]) -> float:
    """Return how many titles end alike, but in no usual noun of measures: …するわかば."""
    ends = Counter(node.title[-2:] for node in nodes if not lexicon.TITLE_END.search(node.title))
    if not ends:
        return 0.0
    count = ends.most_common(1)[0][1]
    return count / len(nodes) if count >= 3 else 0.0


@lru_cache(maxsize=10_000)
def is_meta(name: str) -> bool:
    """Tell a title that names a part of the document or speaks of the plan itself."""
    name = _ADDED.sub("", _DATED.sub("", name))
    meta = lexicon.META_TITLES.match(name) or lexicon.ABOUT.search(name)
    return bool(meta or lexicon.BARE.search(name) or _DOCUMENT.search(name))


def are_policies(nodes: list[Heading], role: str | None) -> bool:
    """Tell titles that all end with 方針 and have parts of their own: what is planned, by field.

    A section on policies (``role``) may hold one alone; elsewhere 方針 names a chapter.
    """
    named = all(node.title.endswith("方針") and len(node.title) > _BARE for node in nodes)
    held = sum(any(child.code for child in node.children) for node in nodes)
    return named and (
        role == "policy" or len(nodes) >= _FIELDS or (len(nodes) > 1 and 2 * held >= len(nodes))
    )


def is_apart(name: str) -> bool:
    """Tell a title that names no element beside others that do: その他."""
    return name == "その他" or is_meta(name)


def holds_levels(heading: Heading) -> bool:
    """Tell a heading with two levels below it that words and numbers tell."""
    told = [one for one in heading.children if one.code and one.code.word]
    return any(below.code and below.code.word for one in told for below in one.children)


def hinted_below(nodes: list[Heading], kind: str) -> float:
    """Return the share of headings that stand above one that a column calls so."""
    told = sum(any(child.unit.hint == kind for child in node.children) for node in nodes)
    return told / len(nodes)


def is_held(heading: Heading) -> bool:
    """Tell a measure of a goal that is about the plan itself: 基本目標4, (1) 推進体制の充実."""
    above = heading.parent
    if heading.role or above is None or not coded_kinds(above.family[0]):
        return False
    return lexicon.TITLE_END.search(heading.title) is not None


#: So large a part of the titles of a level says what the place will be.
_PLACES = 0.6


def is_deep(sections: list[Heading], children: list[Heading]) -> bool:
    """Tell a part of the document (第4部 分野別の施策, 施策一覧) that holds more than one level.

    So does a section on measures that first says what the place will be: 1 安心して暮らせるまち.
    """
    parts = all(
        one.title.endswith("一覧") or (one.code and one.code.shape.startswith("第"))
        for one in sections
    )
    coded = [one for one in children if _tells(one) and one.family[0] not in ("~", "=")]
    # heads of pages tell them again
    told = {one.code.numbers if one.code else one.title for one in coded}
    below = {
        (one.family, child.title, one.title)
        for child in coded for one in child.children if _tells(one) and not one.role
    }  # fmt: skip
    deep = len(below) > len(told) > 1
    return deep and (parts or places_told([one for one in coded if not one.role]) > _PLACES)


def _tells(heading: Heading) -> bool:
    """Tell a heading whose number, or the format, says which level it is of."""
    return heading.code is not None or heading.family[0] == STATED
