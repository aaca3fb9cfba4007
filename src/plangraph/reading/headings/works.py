"""Names of works beside their label, or side by side below it: 主な事業 除雪事業、道路補修事業.

A label of what is done (主な取組：) has the names behind it in line, whatever sign parts them;
the lines of a narrow column go on below.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.lexicon import TITLE_END, role_of
from plangraph.reading.terms.looks import JOINING, plain

_LABELLED = re.compile(
    r"(?P<label>[【〔［\[<＜〈《■◆●○◎□▼]?\s?[^\s:：、。【】]{2,14}?[】〕］\]>＞〉》]?)"
    r"(?:\s*[:：]\s*|[\s　]+|(?<=[】〕］\]>＞〉》]))(?P<names>[^\s:：].{3,})"
)
_BETWEEN = re.compile(r"[、，]\s*|\s*[／/]\s*|[\s　]+")
#: A name has so many letters, and no word that only goes on.
_SHORTEST, _LONGEST = 4, 30
_GOES_ON = re.compile(r"[をがは]|[のとにで]$|^(?:など|及び|その他)")
_MARKS = "・●○◆■"
#: A label of what is done, in any dress, and the names in line behind it.
_ACTED = re.compile(
    r"\W?\s?(?P<label>[^\s:：、。]{2,14}?)[】〕］\]>＞〉》)）]?"
    r"(?:\s*[:：／/…→]\s*|[\s　]+|(?<=\W))(?P<names>\w.{8,})"
)
_DONE = ("取組", "取り組み", "取組み", "事業", "施策", "方向", "方向性")
#: A label of some of what is done: 主な施策の例, 施策（抜粋）.
_SAMPLE = re.compile(r"の?(?:一?例|一部)$|[（(](?:抜粋|一部|例)[)）]$")
_STROKE = re.compile(r"[／/｜|；;]")
#: What parts names on the rows that go on below a label.
_ROW = re.compile(r"\s*[／/｜|；;]\s*|[ 　]{1,}")
#: What parts names in line, the surest first; a dot stands within names as well.
_PARTING = tuple(
    map(
        re.compile,
        (r"\s*[／/｜|；;\t]\s*", r"\s*[、，]\s*", r"\s*・\s+|\s+・", r"\s+", r"\s*・\s*"),
    )
)
#: Signs that part nothing but names.
_SURE = (_PARTING[0], _PARTING[2])
#: No name ends so.
_OPEN = re.compile(rf"(?:[をがはのにでへも、]|{JOINING})$")
_SHORTEST_DOTTED = 5
_AND_MORE = re.compile(r"[\s　、，]*(?:など|ほか|等)。?$")
#: A name ends with a noun or tells what will be done, not with a word that only goes on.
_NOUN = re.compile(
    r"[一-龥々ァ-ヶーA-Za-z0-9)）」]$|(?:づくり|まつり|まち|くらし|みどり|ごみ|いじめ|ます)$"
)
#: A verb that is a noun: 高校生の受入れ, 災害への備え; with を before it a sentence goes on.
_STEM = re.compile(r"[一-龥々][いえきぎけげしせちびみめりれ]$")
#: What only sentences have, and few names.
_TOLD = re.compile(r"[をがは](?=[^をがは]{3})")
_WRAPPED, _LINES, _LABEL = 18, 5, 16
#: What goes on below holds a sign that parts names, or is the rest of one.
_SIGNS, _REST = re.compile(r"[／/｜|；;、，・　]"), 10
_MORE = ("など", "ほか", "等")


def part(units: list[Unit]) -> list[Unit]:
    """Return the units, each name of a work as a unit of its own that bears the mark of lists."""
    found: list[Unit] = []
    place = 0
    while place < len(units):
        unit, after = units[place], units[place + 1] if place + 1 < len(units) else None
        place += 1
        below = bool(found) and not found[-1].prose and _is_done(found[-1])
        if below and unit.mark and unit.first == found[-1].first:
            names, taken = _on_row(units[place - 1 : place + _LINES], len(found[-1].text))
            if taken:
                found += [_named(unit, name) for name in names]
                place += taken - 1
                continue
        tabled = bool(unit.cells) and not (below and not (after and after.cells))
        if tabled or not _is_plain(unit) or not (below or holds_any(unit.text, _DONE)):
            found.append(unit)
            continue
        parted, taken = _one_line(unit, after, found), 0
        if not parted:
            parted, taken = _in_line(unit, units[place : place + _LINES], found)
        found += parted or [unit]
        place += taken
    return found


def _is_plain(unit: Unit) -> bool:
    told = unit.prose and "。" in unit.text
    return not (unit.use or told or unit.contents or unit.code)


def _one_line(unit: Unit, after: Unit | None, found: list[Unit]) -> list[Unit]:
    """Return label and names of one line, or the names on the line below their label."""
    if "事業" not in unit.text or unit.mark == "・":
        return []
    labelled = _LABELLED.fullmatch(unit.text)
    if labelled and _is_label(labelled["label"]):
        if names := _names(labelled["names"], 1):
            label = _alone(unit, labelled["label"])
            return [label, *(_named(unit, name) for name in names)]
    elif found and _is_label(found[-1].text) and not unit.mark:
        listed = after is not None and len(_names(after.text, 1)) == 1  # one a line
        return [_named(unit, name) for name in _names(unit.text, 2 if listed else 1)]
    return []


def _in_line(unit: Unit, following: list[Unit], found: list[Unit]) -> tuple[list[Unit], int]:
    """Part the names in line behind or below a label of what is done, and how many lines go on."""
    labelled = _ACTED.fullmatch(unit.text)
    head: list[Unit] = []
    if labelled and _says_done(labelled["label"]):
        head, text = [_alone(unit, labelled["label"])], labelled["names"]
    elif found and _is_done(found[-1]):
        if unit.mark and following and following[0].mark == unit.mark:  # one a line
            return [], 0
        text = unit.rest or unit.text
    else:
        return [], 0
    names, taken, width = _parted(text), 0, len(unit.text)
    for line in following if width >= _WRAPPED else ():
        goes_on = _is_plain(line) and not (line.mark or line.gap or line.cells)
        goes_on = goes_on and len(line.text) <= width + 1
        goes_on = goes_on and (len(line.text) <= _REST or bool(_SIGNS.search(line.text)))
        more = _parted(text + line.text) if goes_on else []
        if not more or (taken and len(following[taken - 1].text) < width - 2):
            break
        text, names, taken = text + line.text, more, taken + 1
    return ([*head, *(_named(unit, one) for one in names)] if names else []), taken


def _on_row(units: list[Unit], width: int) -> tuple[list[str], int]:
    """Return the names that were parted on the row of their label and go on below it.

    How many units they are comes with them; none where nothing goes on.
    """
    names = [
        one.rest for one in itertools.takewhile(lambda one: one.first == units[0].first, units)
    ]
    own = taken = len(names)
    width += sum(len(name) + 1 for name in names)
    for line in units[taken:]:
        plain_line = _is_plain(line) and not (line.mark or line.gap or line.cells)
        parts = [part for part in _ROW.split(_AND_MORE.sub("", line.text)) if part]
        more = len(parts) > 1 or _AND_MORE.search(line.text) or len(line.text) <= _REST
        whole = TITLE_END.search(names[-1]) and not _STROKE.search(line.text, 1)
        if not (plain_line and more) or whole or len(line.text) > width + 4:
            break
        if _STROKE.match(line.text):
            break
        longer = [*names[:-1], names[-1] + parts[0] if parts else names[-1], *parts[1:]]
        if not all(map(_may_name, longer)):
            break
        names, taken = longer, taken + 1
    return (names, taken) if taken > own else ([], 0)


def _says_done(text: str) -> bool:
    name = _SAMPLE.sub("", plain(text))
    return name.endswith(_DONE) and role_of(name) in ("action", "measure", "direction")


def _is_done(unit: Unit) -> bool:
    """Tell a label of what is done that stands alone."""
    short = len(unit.text) <= _LABEL and not (unit.code or unit.prose or unit.use)
    return short and _says_done(unit.rest or unit.text)


def _parted(text: str) -> list[str]:
    """Return the names of a line that one sign parts; none where something else stands there."""
    text = _AND_MORE.sub("", text)
    for sign in _PARTING:
        names = [name for name in sign.split(text) if name]
        dotted = sign is _PARTING[-1]
        if sign in _SURE and len(names) > 1 and all(map(_may_name, names)):
            return names
        told = sum(_TOLD.search(name) is not None for name in names if not name.endswith("ます"))
        nouns = sum(map(_is_noun, names))
        mostly = len(names) > 2 and 3 * nouns >= 2 * len(names) and all(map(_may_name, names))
        if len(names) > 1 and 2 * told <= len(names) and (nouns == len(names) or mostly):
            short = dotted and any(len(name) < _SHORTEST_DOTTED for name in names)
            return [] if short else names
    return []


def _may_name(name: str, most: int = 40) -> bool:
    fits = _SHORTEST <= len(name) <= most and role_of(narrow(name)) is None
    closed = name.count("（") == name.count("）") and name.count("(") == name.count(")")
    return fits and closed and not _OPEN.search(name) and name not in _MORE


def _is_noun(name: str) -> bool:
    noun = _NOUN.search(name) or ("を" not in name and _STEM.search(name))
    return bool(noun) and _may_name(name, _LONGEST)


def _is_label(text: str) -> bool:
    name = plain(text)
    return name.endswith("事業") and len(name) <= 14 and role_of(name) == "action"


def _names(text: str, least: int) -> list[str]:
    """Return the names on a line, ``least`` or more of them, if nothing else stands there."""
    names = [name for name in _BETWEEN.split(text.strip(" 　" + _MARKS)) if name]
    works = sum(name.endswith("事業") for name in names)
    if len(names) < least or 2 * works < len(names) or "。" in text:
        return []
    return names if all(map(_is_name, names)) else []


def _is_name(name: str) -> bool:
    ends = TITLE_END.search(name) or name[-1] in ")）"
    fits = _SHORTEST <= len(name) <= _LONGEST
    return bool(ends) and fits and not _GOES_ON.search(name) and role_of(narrow(name)) is None


def _named(unit: Unit, name: str) -> Unit:
    work = _alone(unit, name)
    work.mark, work.rest = "・", name
    return work


def _alone(unit: Unit, text: str) -> Unit:
    alone = Unit(text, unit.first, unit.last, unit.page, None, unit.size)
    parse_unit(alone)
    alone.gap = unit.gap
    return alone
