"""What a document says about its plan: title, municipality, status, dates, period."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from plangraph.fiscal import ERAS, FiscalYear, Period, fold
from plangraph.model import Status
from plangraph.reading import titles
from plangraph.reading.codes import narrow
from plangraph.reading.rows import Unit

_Y = (
    r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\s*(?:元|\d{1,2})|\d{4})\s*(?:\(\s*(?:\d{4}|(?:平成"
    r"|令和)\s*(?:元|\d{1,2}))\s*(?:年度?)?\s*\))?\s*(?:年度?)?\s*(?:\(\s*(?:\d{4}|(?:平成"
    r"|令和)\s*(?:元|\d{1,2}))\s*(?:年度?)?\s*\))?度?"
)
_SPAN = re.compile(
    rf"(?P<start>{_Y})\s*(?:[~〜～\-▶►→⇒➡]|から|より)\s*(?P<end>{_Y}"
    rf"|\d{{1,2}}\s*年度?)(?!\s*間)(?:\s*までの?)?(?:\s*\(?(?P<years>\d{{1,2}})\s*(?:か年|カ年"
    rf"|ヵ年|ヶ年"
    rf"|箇年|年)間?)?"
)
_ENGLISH = re.compile(
    r"\b(?:FY ?)?(20\d\d)\s*(?:to|through|thru|until|[-–—])\s*(?:FY ?)?(20\d\d)\b", re.I
)
_YEARLY = re.compile(r"期間|年度|令和|平成|目標年|[12][09１２０９]")
_BOTH = re.compile(r"\s*\(\s*(?:(?:平成|令和)\s*(?:元|\d{1,2})|\d{4})\s*(?:年度?)?\s*\)")
_YEARS_ONLY = re.compile(r"(?P<years>\d{1,2})\s*(?:か年|カ年|ヵ年|ヶ年|箇年|年)間")
_LASTING = re.compile(
    rf"(?P<start>{_Y})\s*(?:からの?|より|を初年度とする"
    rf"|を初年度とし)[、,]?\s*(?:向こう|今後)?(?P<years>\d{{1,2}})\s*(?:(?:か|カ|ヵ|ヶ|箇)?年間|[かカヵヶ箇]年|年(?!度))"
)
#: What follows years that are said to be those of the plan.
_STATES = re.compile(r"(?:間)?(?:と(?:します|して|なって|し、)|です|を(?:計画|対象)?期間と|の計画)")
_NAMED = re.compile(
    r"(?P<name>[^\s「」『』、。()]{2,30}(?:計画|戦略|構想|ビジョン|プラン))[」』]?\s*\($"
)
_FROM = re.compile(rf"(?P<start>{_Y})\s*を(?:初年度|始期)と(?:し|する)")
_TO = re.compile(
    rf"(?P<end>{_Y})\s*を(?:目標年度|目標年次|終期|最終年度)と(?:し|する)|目標年(?:度"
    rf"|次)[はを:：]?\s*(?P<end2>{_Y})"
)
_DATE = re.compile(
    r"(?P<era>令和|平成|昭和)\s*(?P<y>元"
    r"|\d{1,2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?:(?P<d>\d{1,2})\s*日)?"
    r"|(?P<g>\d{4})\s*年\s*(?P<gm>\d{1,2})\s*月\s*(?:(?P<gd>\d{1,2})\s*日)?"
)


class Metadata(NamedTuple):
    """What was found about the plan as a whole."""

    title: str | None
    municipality: str | None
    status: Status | None
    day: date | None
    day_printed: str | None
    period: Period | None
    period_line: int | None


def collect(units: list[Unit], names: dict[str, str], given_title: str | None) -> Metadata:
    """Look for the facts about the plan; ``names`` maps municipality names to codes."""
    title = titles.find(units) or given_title
    period, line = _period(units, title or "")
    day, printed = _date(units)
    return Metadata(title, _municipality(units, names), _status(units), day, printed, period, line)


def _municipality(units: list[Unit], names: dict[str, str]) -> str | None:
    counts: dict[str, float] = {}
    for place, unit in enumerate(units[:3000]):
        for name in re.findall(
            r"[一-龥ぁ-んァ-ヶー]{1,7}?[市町村区](?![民政役議内外章長立道場街制])", unit.text[:400]
        ):
            for start in range(len(name) - 1):
                if name[start:] in names:
                    counts[name[start:]] = counts.get(name[start:], 0) + (3 if place < 12 else 1)
                    break
    if not counts:
        return None
    best = max(counts, key=lambda name: (counts[name], name))
    return names[best] or None


def _status(units: list[Unit]) -> Status | None:
    head = fold(" ".join(unit.text for unit in units[:40] if len(unit.text) < 120))
    if re.search(r"議決を求める|議案第|提出", head):
        return "submitted"
    if re.search(r"パブリックコメント(?:用|案|版|にあたって)|意見募集", head):
        return "consultation"
    if re.search(r"素案|[(（]案[)）]|骨子案|たたき台|原案|draft|ドラフト", head, re.I):
        return "draft"
    return None


def _date(units: list[Unit]) -> tuple[date | None, str | None]:
    for unit in units[:60]:
        text = narrow(unit.text)
        if len(text) > 60:
            continue
        found = _DATE.search(text)
        if not found:
            continue
        year = (
            int(found["g"])
            if found["g"]
            else ERAS[found["era"]] + (1 if found["y"] == "元" else int(found["y"]))
        )
        month, day = found["m"] or found["gm"], found["d"] or found["gd"]
        try:
            return (date(year, int(month), int(day)) if day else None), found[0].strip()
        except ValueError:
            continue
    return None, None


def _period(units: list[Unit], title: str) -> tuple[Period | None, int | None]:
    """Weigh every span of years by what stands around it; the best names the plan."""
    title = fold(title)
    best: tuple[float, Period, int] | None = None
    near = 0.0
    for place, unit in enumerate(units):
        if not _YEARLY.search(unit.text):
            near = max(0.0, near - 0.5)
            continue
        text = _arabic(narrow(unit.text))
        announced = "計画期間" in text or "計画の期間" in text or "目標年" in text
        if announced:
            near = 2.5
        if unit.use == "table" and not announced:
            continue
        text = _fiscal(text)
        spans = [(found, _parse(found)) for found in _SPAN.finditer(text)]
        spans += [
            (found, Period.parse(f"{found[1]}-{found[2]}")) for found in _ENGLISH.finditer(text)
        ]
        spans += [(found, _lasting(found)) for found in _LASTING.finditer(text)]
        for found, period in spans:
            if period is None or period.start is None or period.end is None:
                continue
            length = int(period.end) - int(period.start) + 1
            if not 2 <= length <= 30:
                continue
            around = text[max(0, found.start() - 40) : found.end() + 48]
            value = near + (2.0 if announced else 0.0) - place * 0.002
            value += (
                1.5 if re.search("基本構想|総合計画|長期計画|本計画|この計画|構想", around) else 0
            )
            value -= 1.5 if len(spans) > 2 else 0
            value += 2.5 if re.match(r"[【■●○◆・\s(（]*(?:計画の?)?期間", text) else 0
            value -= (
                1.5
                if re.search(
                    "前期|後期|実施計画|実行計画|総合戦略|第[1一]期",
                    text[max(0, found.start() - 24) : found.start()],
                )
                else 0
            )
            value += 0.8 if length >= 8 else 0
            value += 0.3 if re.search(rf"(?<!\d){length}\s?(?:か|カ|ヵ|ヶ|箇)?年", around) else 0
            value += 1.0 if "期間は" in around or "plan" in around.lower() else 0
            value += 1.0 if _STATES.match(text, found.end()) else 0
            other = 2.5 if _of_other(text[: found.start()], title) else 0
            value += 2.0 if place < 8 and len(text) < 40 else 0
            value -= 2.0 if re.search("人口|推計|アンケート|調査|実績|これまで", around) else 0
            if value > 0.9 and (best is None or value - other > best[0] + 1e-9):
                best = (value - other, period, unit.first)
        near = max(0.0, near - 0.5) if not announced else near
    if best:
        return best[1], best[2]
    return _open(units)


def _of_other(before: str, title: str) -> bool:
    """Tell years that stand right behind the name of another plan: 総合計画(2016~2025年度)."""
    named = _NAMED.search(before)
    if not named or not title:
        return False
    name = fold(named["name"])
    ordinals = [set(re.findall(r"第.{1,3}[次期]", text)) for text in (name, title)]
    if all(ordinals) and not ordinals[0] & ordinals[1]:
        return True
    return not re.search("基本構想|基本計画", name) and name[-4:] not in title


def _lasting(found: re.Match[str]) -> Period | None:
    """A start and a length: 令和6年度からの3年間."""
    year, years = _year(found["start"]), int(found["years"])
    if not year or not 2 <= years <= 30:
        return None
    return Period.parse(f"{year}～{int(year) + years - 1}年度")


def _open(units: list[Unit]) -> tuple[Period | None, int | None]:
    """A start and an end told apart, or only a length."""
    for unit in units:
        if "を" not in unit.text or "年" not in unit.text:
            continue
        text = narrow(unit.text)
        start, end = _FROM.search(text), _TO.search(text)
        if start and end:
            printed = f"{start['start'].strip()}～{(end['end'] or end['end2']).strip()}"
            try:
                return Period.parse(_BOTH.sub("", printed)), unit.first
            except ValueError:
                continue
    for unit in units[:400]:
        lasting = _LASTING.search(_arabic(narrow(unit.text)))
        if lasting and (period := _lasting(lasting)):
            return period, unit.first
    for unit in units:
        text = narrow(unit.text)
        if "計画期間" in text and (found := _YEARS_ONLY.search(text)):
            return Period.parse(f"{found['years']}年間"), unit.first
    return None, None


_APRIL = re.compile(r"(?<=年)\s?4\s?月(?:\s?1\s?日)?(?=\s*(?:から|より|[~〜～\-]))")
_MARCH = re.compile(
    r"(?P<head>(?:から|より|[~〜～\-])\s*)(?P<era>令和|平成|R|H|)\s?(?P<year>\d{1,4})\s?年\s?3\s?月(?:\s?31\s?日|末)?"
)


def _fiscal(text: str) -> str:
    """Write 令和7年4月～令和10年3月 as 令和7年度～令和9年度."""
    if "3月" not in text.replace(" ", ""):
        return text
    text = _MARCH.sub(
        lambda found: f"{found['head']}{found['era']}{int(found['year']) - 1}年度", text
    )
    return _APRIL.sub("度", text)


#: 令和5度, where 年 was left out.
_NO_YEAR = re.compile(r"((?:令和|平成)\s?\d{1,2})度")
_KANJI_YEAR = re.compile(r"(令和|平成|昭和)([一二三四五六七八九十]{1,3})(?=年)")


def _arabic(text: str) -> str:
    """Write 令和八年度 as 令和8年度."""
    if "年" not in text:
        return text
    text = _NO_YEAR.sub(r"\1年度", text)

    def digits(found: re.Match[str]) -> str:
        tens, ten, ones = found[2].rpartition("十")
        kanji = "一二三四五六七八九"
        value = (kanji.find(tens) + 1 if tens else 1) * 10 if ten else 0
        return f"{found[1]}{value + (kanji.find(ones) + 1 if ones else 0)}"

    return _KANJI_YEAR.sub(digits, text)


def _year(text: str) -> FiscalYear | None:
    try:
        return FiscalYear.parse(_BOTH.sub("", text))
    except ValueError:
        return None


def _parse(found: re.Match[str]) -> Period | None:
    printed = re.sub(r"[▶►→⇒➡]", "～", re.sub(r"\s+", "", found[0]))
    printed = printed.removesuffix("の")
    printed += ")" * (printed.count("(") - printed.count(")"))
    end = found["end"]
    if re.fullmatch(r"\d{2}年?度?", end) and re.match(r"(?:19|20)\d\d", found["start"]):
        end = f"20{end}"
    plain = "～".join(re.sub(r"\s|年度?$|度$", "", side) for side in (found["start"], end)) + "年度"
    for text in (printed, _BOTH.sub("", printed), _BOTH.sub("", plain)):
        try:
            return Period.parse(text)
        except ValueError:
            continue
    return None
