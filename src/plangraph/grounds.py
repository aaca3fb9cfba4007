"""The grounds of a link as one text, such as ``題名: 下水道事業、雨水; 上位の題名: 汚水``.

They name the words that speak for it, by the place where each stands; words that two
elements share stand in none. One text a link keeps a nation's links small, and says to a
person all that there is; these functions take it apart again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: What places in an element are called, Japanese and English.
_PLACES = {
    "title": ("題名", "title"),
    "keyword": ("キーワード", "keywords"),
    "subtitle": ("副題", "subtitle"),
    "below": ("下位の題名", "titles below"),
    "passage": ("箇所の要約", "summaries of passages"),
    "summary": ("要約", "summary"),
    "text": ("本文", "text"),
    "above": ("上位の題名", "title above"),
}
_ENGLISH = dict(_PLACES.values())
_PLACE, _NEXT, _COMMA = ": ", "; ", "、"


def told(words: Mapping[str, Iterable[str]]) -> str:
    """Return words by place as a text; a place ``""`` is not named.

    >>> told({"title": ["下水道", "雨水"], "above": ["汚水"]})
    '題名: 下水道、雨水; 上位の題名: 汚水'
    """
    parts = []
    for place, found in words.items():
        name = _PLACES[place][0] + _PLACE if place else ""
        parts.append(name + _COMMA.join(found))
    return _NEXT.join(parts)


def words(text: str) -> list[str]:
    """Return the words that a text of grounds names, each once.

    >>> words("題名: 下水道、雨水; 上位の題名: 雨水")
    ['下水道', '雨水']
    """
    found = [word for _, those in _parts(text) for word in those]
    return list(dict.fromkeys(found))


def in_english(text: str) -> str:
    """Return grounds with the places named in English; the words stay as they stand.

    >>> in_english("題名: 下水道、雨水; 上位の題名: 雨水")
    'title: 下水道, 雨水; title above: 雨水'
    """
    return _NEXT.join(
        (_ENGLISH[place] + _PLACE if place else "") + ", ".join(those)
        for place, those in _parts(text)
    )


def _parts(text: str) -> list[tuple[str, list[str]]]:
    found = []
    for part in text.split(_NEXT):
        place, colon, rest = part.partition(_PLACE)
        named = bool(colon) and place in _ENGLISH
        found.append((place if named else "", (rest if named else part).split(_COMMA)))
    return found
