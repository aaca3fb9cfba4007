"""How much a line looks like a title (見出しらしさ): signs of words and of what is around.

One sign proves nothing. Their weights are those of a logistic regression, fitted by
``benchmarks/likeness.py`` to documents of which one sort of titles after the other was hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from plangraph.reading.outline.weights import WEIGHTS
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.looks import OPEN, plain
from plangraph.reading.terms.no_titles import is_no_title, is_placeholder

Signs = dict[str, float]

#: What things are called that are counted, drawn, dated or told of a plan itself.
_THINGS = re.compile(
    r"(?:人|数|率|額|年|月|日|円|件|者|等|図|表|編|章|節|事項|一覧|概要|状況|背景|趣旨|位置|性格"
    r"|課題|現状|内容|資料|調査|結果|体系|構成)$"
)
_OFFICE = re.compile(r"[課部室係局所会]$")
_PARTICLE = re.compile(r"(?:とは|について|こと|もの|ため|から|まで|より|など)$")
_PAST = re.compile(r"(?:た|ない|ません|ください|よう)$")
_VERB = re.compile(r"[うくぐすつぬぶむる]$")
_PARTED = re.compile(r"\S[ 　]+\S")
#: What plans say of themselves and of their parts.
_OF_PLAN = re.compile(
    r"施策|戦略|方針|目標|指標|評価|ビジョン|都市像|将来像|キャッチ|視点|理念|プログラム|変更|想い"
)
_KANJI = re.compile(r"[一-龥々・ーァ-ヶ]+")

#: Signs of the words of a line: of its name without blanks and marks, and of the text as printed.
WORDS: Final[dict[str, Callable[[str, str], object]]] = {
    "usual end": lambda name, _: lexicon.TITLE_END.search(name),
    "place": lambda name, _: lexicon.PLACE.search(name),
    "works": lambda name, _: name.endswith("事業"),
    "verb": lambda name, _: _VERB.search(name),
    "past": lambda name, _: _PAST.search(name),
    "thing": lambda name, _: _THINGS.search(name),
    "office": lambda name, _: _OFFICE.search(name),
    "particle": lambda name, _: _PARTICLE.search(name),
    "open": lambda name, _: OPEN.search(name),
    "question": lambda name, _: name.endswith(("か", "?", "!")),
    "under 5": lambda name, _: len(name) < 5,
    "under 9": lambda name, _: 5 <= len(name) < 9,
    "over 22": lambda name, _: 22 < len(name) <= 32,
    "over 45": lambda name, _: len(name) > 45,
    "comma": lambda name, _: "、" in name,
    "stop": lambda _, text: "。" in text,
    "colon": lambda _, text: "：" in text or ":" in text,
    "bracket": lambda _, text: "（" in text or "(" in text,
    "gap": lambda _, text: _PARTED.search(text),
    "digit": lambda name, _: any(map(str.isdigit, name)),
    "plan": lambda name, _: "計画" in name or lexicon.PLAN_NAME.search(name),
    "role": lambda name, _: lexicon.role_of(name),
    "about": lambda name, _: lexicon.ABOUT.search(name) or lexicon.ZONES.search(name),
    "meta": lambda name, _: lexicon.META_TITLES.match(name),
    "nothing": lambda name, _: is_no_title(name) or is_placeholder(name),
    "of a plan": lambda name, _: _OF_PLAN.search(name),
    "note": lambda _, text: text[:1] in "※＊*注",
    "kanji": lambda name, _: _KANJI.fullmatch(name),
}
#: Words that no title has.
_AGAINST = ("nothing", "role", "stop", "office")


def of_words(text: str) -> Signs:
    """Return the signs that the words of a line are, each 1."""
    name = narrow(plain(text)) or text
    return {sign: 1.0 for sign, test in WORDS.items() if test(name, text)}


def is_usual(signs: Mapping[str, float]) -> bool:
    """Tell words that end as titles do."""
    return "usual end" in signs or "place" in signs


def is_other(signs: Mapping[str, float]) -> bool:
    """Tell words that are something else than a title."""
    return any(sign in signs for sign in _AGAINST)


def score(signs: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that a line with these signs is a title."""
    return WEIGHTS["always"] + sum(WEIGHTS.get(sign, 0.0) * value for sign, value in signs.items())
