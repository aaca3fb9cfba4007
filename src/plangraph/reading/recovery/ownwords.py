"""Words that only one document counts its parts by (変革1, めあて②, その三): learnt by counting.

Each counts up by itself; codes whose words differ and whose dress is one are ``learned``. English
words above titles in Japanese (Vision 1, Step 2) only count as well: they are no role words there.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.codewords import CODE_WORDS, coded_kinds
from plangraph.reading.terms.looks import ends_usually, shape
from plangraph.reading.terms.numerals import KANJI, SPELLED, from_roman, value

_OPEN, _CLOSE = "[<【\\[(]?", "[>】\\])]?"
_COUNTED = re.compile(
    rf"^(?P<code>{_OPEN}(?P<word>[一-龥ァ-ヶーぁ-ん]{{2,8}}|[A-Z]{{2,3}}|[A-Za-z]{{3,10}}(?=[\s\-.]?\d[^A-Za-z]*$)|#)[\s\-.]?"
    rf"(?:(?P<P>\d{{1,2}}-\d{{1,2}})|(?P<N>\d{{1,2}})(?!\.\d)|(?P<R>[Ⅰ-Ⅻ])|(?P<O>[①-⑳])|(?P<A>[A-H])|(?P<K>[{KANJI}])){_CLOSE})"
    r"(?:(?:\s*[:.]\s*|\s+|(?=「))(?=\S)|$)"
)
#: 一の柱, 第２の橋: the number before the word.
_BEFORE = re.compile(
    rf"^(?P<code>(?:(?P<K>[{KANJI}])|第\s?(?P<D>[{KANJI}]|\d{{1,2}}))の(?P<word>[一-龥ァ-ヶー]{{1,6}}))"
    r"\s+(?=\S{2})"
)
#: What is counted, but heads nothing that is planned.
_NOT = re.compile(
    r"(?:図|表|写真|資料|注|問|計|年|月|日|人口|電話|参考|別紙|様式|付録|附属|指標|目標値|番号|会場|地区|地域"
    r"|班|回|号|ページ|頁|段階|期|級|区|案|例|コラム|用語|事例|意見|質問|回答|背景|理由|ステップ|年度|令和"
    r"|平成|昭和|約|午前|午後|延べ|累計|平均|火災|震度|レベル|フェーズ|シナリオ|から|まで|など|とは)$"
    r"|^(?:第|全|各|約|計|毎|同)"
)
#: A word that names what is wrong, unless it is the main thing to be done.
_ISSUE = re.compile(r"(?<!重点)(?<!主要)(?<!政策)課題$")
_FEWEST, _LONGEST, _PLAIN = 2, 60, -0.6
#: What an English word says only among English titles.
_ROLES = frozenset(("vision", "measure", "direction"))
#: English words for the parts of a document.
_PARTS = {"part": "第N部", "chapter": "第N章", "section": "第N節"}
#: What is counted in so solemn a way stands at the top: 第２の橋, 結の一.
_PILLAR = "第Nの柱"
#: So many words that count up on lines of their own stand above titles.
_ALONE, _TITLE, _TITLED = 3, 40, 160
#: So large a part of titles ends as those of what is done, whatever word counts them.
_USUAL = 0.75


def learn(units: list[Unit], *, english: bool) -> None:
    """Give units the code of a word of their own that counts up: 変革1, 変革2, 変革3."""
    if english:
        _learn_english(units)
        return
    found: dict[tuple[str, str], list[tuple[Unit, re.Match[str]]]] = defaultdict(list)
    _only_count(units)
    for unit, after in itertools.zip_longest(units, units[1:]):
        if unit.code or unit.use or unit.prose or len(unit.text) > _LONGEST:
            continue
        text = narrow(unit.rest or unit.text)
        match = _COUNTED.match(text) or _BEFORE.match(text)
        if match is None or _NOT.search(match["word"]):
            continue
        dress = next(name for name in "KPNROAD" if match.groupdict().get(name))
        title = text[match.end() :].strip()
        if not title and (after is None or not _may_title(after)):
            continue
        if not title and after and _COUNTED.match(narrow(after.text)):  # names of tabs
            continue
        if shape(re.sub(r"\s", "", title) or after.text, unit) > _PLAIN:
            found[match["word"], dress].append((unit, match))
    for (word, dress), members in found.items():
        titles = [(unit.rest or unit.text)[match.end() :].strip() for unit, match in members]
        alone = sum(not title for title in titles)
        if alone and alone < _ALONE:
            continue
        if _ISSUE.search(word) and (word == "課題" or not _tell_acts(titles)):
            continue
        numbers = [tuple(map(value, match[dress].split("-"))) for _, match in members]
        if not _counts_up(list(dict.fromkeys(numbers))):
            continue
        for (unit, match), number in zip(members, numbers, strict=True):
            text = unit.rest or unit.text
            own, look = _dress(word, dress, number, before=match.re is _BEFORE)
            unit.code = Code(own, look, number, text[: match.end("code")])
            unit.rest = text[match.end() :].strip()


def _tell_acts(titles: list[str]) -> bool:
    """Tell titles that end as those of what is done: 基本課題1 女性の参画の推進."""
    usual = sum(ends_usually(title) for title in titles)
    return len(titles) >= _ALONE and usual >= _USUAL * len(titles)


def _dress(word: str, dress: str, number: tuple[int, ...], *, before: bool) -> tuple[str, str]:
    """Return the word and the shape of a code; ``before``: its number stands before its word."""
    if part := _PARTS.get(word.casefold()):
        return "", part
    if word.endswith(CODE_WORDS):
        return word, {"O": "①", "P": "N-N", "D": "K"}.get(dress, dress)
    if before or (word.endswith("の") and word != "その"):
        return "", _PILLAR
    return word, "-".join(["字N", *["N"] * (len(number) - 1)])


#: A word of up to three, its number, and what parts these from the title: Big Move 2 – Homes.
_ENGLISH = re.compile(
    r"(?![A-Z]{2,4}\s\d)(?P<code>(?P<word>[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,2})\s"
    rf"(?:(?P<N>\d{{1,2}})|(?P<R>[IVX]{{1,4}})|(?P<A>[A-H])|(?P<S>(?i:{'|'.join(SPELLED)}))))"
    r"(?:\s?[:–—|.-]\s|\s{2,}|\s(?=[A-Z])|$)",
)
#: What is counted in English, but heads nothing that is planned.
_ASIDE = re.compile(
    r"(?:step|phase|stage|figure|fig|table|chart|map|photo|image|exhibit|appendix|annex|attachment|part"
    r"|section|chapter|volume|page|slide|note|question|option|scenario|level|tier|zone|ward|district"
    r"|area|year|day|week|month|quarter|term|no|number|phone|item|box|room|floor|suite|route|line"
    r"|session|workshop|meeting|round|draft|version|case study|station|lot|unit|grade|class|type"
    r"|schedule|agenda|article|bylaw|ordinance|resolution|policy|form|title|act|rule|road|highway"
    r"|(?:janu|febru)ary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)s?$",
    re.I,
)


def _learn_english(units: list[Unit]) -> None:
    """Give units the code of an English word that this document alone counts by: Big Move 1."""
    found: dict[tuple[str, str], list[tuple[Unit, re.Match[str], int]]] = defaultdict(list)
    for unit in units:
        if unit.code or unit.mark or unit.use or unit.cells or len(unit.text) > _TITLED:
            continue
        match = _ENGLISH.match(unit.text)
        if match is None or _ASIDE.search(match["word"]):
            continue
        dress = next(name for name in "NRAS" if match[name])
        number = _number(match, dress)
        found[match["word"].casefold(), dress].append((unit, match, number))
    for (word, dress), members in found.items():
        numbers: list[tuple[int, ...]] = [(number,) for _, _, number in members]
        numbers = list(dict.fromkeys(numbers))
        titles = {unit.text[match.end() :] for unit, match, _ in members}
        if len(numbers) < _ALONE or numbers[0] != (1,) or not _counts_up(numbers):
            continue
        if len(titles) == 1 and len(members) > 1 and titles != {""}:
            continue
        for unit, match, number in members:
            unit.code = Code(word, "N" if dress == "S" else dress, (number,), match["code"])
            unit.rest, unit.prose = unit.text[match.end() :].strip(), False


def counts_nothing(word: str) -> bool:
    """Tell a word that is counted, but heads nothing that is planned: 表1, 令和5."""
    return _NOT.search(word) is not None or _ISSUE.search(word) is not None


def _number(match: re.Match[str], dress: str) -> int:
    if dress == "S":
        return SPELLED[match["S"].lower()]
    return from_roman(match["R"]) if dress == "R" else value(match[dress])


def _only_count(units: list[Unit]) -> None:
    """Take the role off English words that count titles in Japanese."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit, after in itertools.zip_longest(units, units[1:]):
        code = unit.code
        if code is None or not code.word or not code.word.isascii() or code.shape != "N":
            continue
        title = unit.rest or (after.text if after is not None and _may_title(after) else "")
        kinds = coded_kinds(code.word)
        if not title.isascii() and max(kinds, key=lambda kind: kinds[kind], default="") in _ROLES:
            found[code.word].append(unit)
    for members in found.values():
        codes = [unit.code for unit in members if unit.code]
        if _counts_up(list(dict.fromkeys(code.numbers for code in codes))):
            for unit, code in zip(members, codes, strict=True):
                unit.code = code._replace(word=code.word.title(), shape="字N")


def _may_title(unit: Unit) -> bool:
    plain = not (unit.code or unit.mark or unit.use or unit.prose or unit.contents or unit.cells)
    return plain and not unit.text.isascii() and len(unit.text) <= _TITLE


def _counts_up(numbers: list[tuple[int, ...]]) -> bool:
    """Tell numbers each one more than the last, or the first below the next: 1-1, 1-2, 2-1."""
    if len(numbers) < _FEWEST:
        return False
    return all(
        (after[-1] == before[-1] + 1 and after[:-1] == before[:-1])
        or (len(after) > 1 and after[-1] == 1 and after[0] == before[0] + 1)
        for before, after in itertools.pairwise(numbers)
    )
