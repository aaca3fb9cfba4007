"""Names of kinds, layers and states in Japanese and English, as pages show them.

A page speaks both languages at once and lets the reader switch: a text is a pair.
"""

from __future__ import annotations

from typing import NamedTuple

from plangraph.language import language


class Both(NamedTuple):
    """A text in Japanese and in English."""

    ja: str
    en: str

    def __str__(self) -> str:
        return self.ja if language() == "ja" else self.en


def same(text: str | None) -> Both:
    """Return a text that is the same in both languages: a code, an official title."""
    return Both(text or "", text or "")


def titled(ja: str | None, en: str | None) -> Both:
    """Return an official title with our translation; the title stands in where there is none."""
    return Both(ja or en or "", en or ja or "")


#: Where not every element was compared.
NEAREST = Both(
    "十二を超える計画のうち、最も近い三つの要素だけを記録しています。ここにないことは、対応がないことを意味しません。"
    "十二までの市を選ぶと、すべてを比べます。",
    "Of more than twelve plans only the three nearest elements of all are kept: what is not here"
    " may have a counterpart all the same. Up to twelve that are named are compared in full.",
)
SOUGHT = Both(
    "ストアにすべてがない組の対応は、この比較のために同じ方法で求めました。",
    "Counterparts of which the store does not keep all were sought for this comparison, by the"
    " same method.",
)


#: The ontology has these as class labels; a dataset read over SPARQL may lack it.
KINDS = {
    "philosophy": Both("基本理念", "philosophy"),
    "vision": Both("将来像", "vision"),
    "viewpoint": Both("基本姿勢・視点", "viewpoint"),
    "goal": Both("基本目標", "goal"),
    "policy": Both("政策・方針", "policy"),
    "measure": Both("施策", "measure"),
    "direction": Both("取組の方向性", "direction"),
    "project": Both("横断プロジェクト", "cross-cutting project"),
    "perspective": Both("横断的な視点", "perspective"),
    "ideal-state": Both("ありたい姿", "ideal state"),
    "strategy-goal": Both("総合戦略の目標", "strategy goal"),
    "sectoral-plan": Both("個別計画", "sectoral plan"),
    "indicator": Both("指標", "indicator"),
    "opinion": Both("意見", "opinion"),
}
LAYERS: dict[str | None, Both] = {
    "basic-concept": Both("基本構想", "basic concept"),
    "basic-plan": Both("基本計画", "basic plan"),
    "implementation-plan": Both("実施計画", "implementation plan"),
    "strategy": Both("総合戦略", "strategy"),
    "promotion": Both("推進の考え方", "promotion"),
    None: Both("編の別なし", "no part named"),
}
STATUSES = {
    "draft": Both("素案・案", "draft"),
    "consultation": Both("意見募集", "consultation"),
    "submitted": Both("議会へ提出", "submitted to the council"),
    "adopted": Both("議決・策定", "adopted"),
    "printed": Both("刊行", "printed"),
}
LINK_STATUSES = {
    "stated": Both("文書が明記", "stated by the document"),
    "judged": Both("編者の判断", "judged by a curator"),
    "inferred": Both("手法による推定", "inferred by a method"),
}
#: What an empty cell means.
CELLS = {
    "found": Both("あり", "found"),
    "none": Both("該当なし", "nothing found"),
    "elsewhere": Both("主に扱うものなし", "none mainly on this"),
    "unread": Both("未読", "not read yet"),
    "excerpt": Both("抜粋のため不明", "not in this excerpt"),
    "no-level": Both("同じ階層なし", "no such level"),
    "unlinked": Both("分野付け未了", "not linked yet"),
}
