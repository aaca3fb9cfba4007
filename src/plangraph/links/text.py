"""Titles and texts as the methods read them: folded, cut into segments and n-grams."""

from __future__ import annotations

import csv
import functools
import os
import re
import unicodedata
from collections.abc import Mapping

from plangraph.links.words import Words
from plangraph.resources import folder

#: Words that say how a city acts and not on what: they speak for no counterpart.
_GENERIC = """
活性化 総合的 計画的 積極的 効果的 効率的 一体的 適切 適正 持続可能 推進 促進 充実 強化 整備 支援
振興 確保 向上 形成 実現 構築 確立 創出 創造 展開 活用 拡充 拡大 増進 維持 管理 運営 対策
対応 取組 取り組み 体制 仕組み 環境づくり 基盤づくり 基盤 機能 機会 事業 施策 政策 方針
方向性 基本 計画 戦略 目標 プラン プロジェクト 全体 地域全体 市民 区民 町民 村民 都市
まちづくり まち 街 地域 社会 暮らし 生活 環境 誰もが 全ての みんな 一人ひとり 安心して 豊か
快適 魅力 活力 未来 将来 新た 多様 様々 身近 ともに 共に つながる つなぐ 生かした 活かした
応じた します ます する した による における ための ための など 及び 並びに づくり
"""
_BREAK = re.compile(r"[^\w々ー]+|の|と|や|を|に|が|は|で|へ|も")
_GENERIC_PATTERN = re.compile("|".join(sorted(_GENERIC.split(), key=len, reverse=True)))


@functools.cache
def _variants() -> tuple[Words, Mapping[str, str]]:
    """The spellings to fold (``spelling-variants.csv``) and what each becomes."""
    path = os.path.join(folder("ontology"), "spelling-variants.csv")
    found: dict[str, str] = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[_plain(row["variant"])] = _plain(row["standard"])
    return Words(found), found


def _plain(text: str) -> str:
    """One width and case; white space stays only between Latin letters."""
    text = unicodedata.normalize("NFKC", text).lower()
    pieces = text.split()
    if len(pieces) < 2:  # nearly always
        return pieces[0] if pieces else ""
    return re.sub(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])", "", re.sub(r"\s+", " ", text))


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` in one width, case and spelling, without needless white space.

    >>> fold("障がい者 福祉")
    '障害者福祉'
    """
    words, into = _variants()
    plain, out, end = _plain(text), [], 0
    for start, word in words.find(plain):
        out += [plain[end:start], into[word]]
        end = start + len(word)
    return "".join(out) + plain[end:]


def sentences(text: str) -> list[str]:
    """Cut running text into folded sentences."""
    lines = text.replace("。", "。\n").splitlines()
    return [folded for line in lines if (folded := fold(line).strip("。"))]


_LATIN_TERM = re.compile(r"[a-z][a-z' -]*[a-z]{2}")
_PLURALS = ((r"([^aeiou])y$", r"\1ies"), (r"(s|x|z|ch|sh)$", r"\1es"), (r"$", "s"))
_SINGULARS = ((r"ies$", "y"), (r"(ss|x|z|ch|sh)es$", r"\1"), (r"(?<![us])s$", ""))


def other_number(term: str) -> str | None:
    """Return the plural of an English term, or the singular of a plural of several words.

    >>> other_number("library"), other_number("street trees"), other_number("sports")
    ('libraries', 'street tree', None)
    """
    if not _LATIN_TERM.fullmatch(term):
        return None
    plural = term.endswith("s") and not term.endswith(("ss", "us", "is"))
    if plural and " " not in term:
        return None  # sports, news
    for ending, other in _SINGULARS if plural else _PLURALS:
        form = re.sub(ending, other, term, count=1)
        if form != term:
            return form
    return None


def generic(text: str) -> bool:
    """Tell whether a folded text says nothing of a subject: の振興, 整備."""
    return not "".join(_BREAK.split(_GENERIC_PATTERN.sub(" ", text))).strip()


@functools.lru_cache(maxsize=65536)
def grams(title: str) -> dict[str, int]:
    """Return the n-grams of a folded title with their weights (whole numbers).

    Two and three characters long (of short words also one), not across particles and
    punctuation; words that say nothing of the subject, and hiragana alone, are left out.

    >>> grams("防災体制の整備")
    {'防': 1, '災': 1, '防災': 3}
    """
    found: dict[str, int] = {}
    for piece in _BREAK.split(_GENERIC_PATTERN.sub(" ", fold(title))):
        if piece.isascii():
            if len(piece) > 2:
                found[piece] = 3
            continue
        for size, weight in ((1, 1), (2, 3), (3, 4)):
            if len(piece) == 1 < size or (size == 1 and len(piece) > 2):
                continue
            for start in range(len(piece) - size + 1):
                gram = piece[start : start + size]
                if not all("\u3040" <= char <= "\u309f" for char in gram):
                    found[gram] = max(found.get(gram, 0), weight)
    return found
