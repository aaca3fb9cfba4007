"""What the heads of columns say stands in them: levels of a plan, indicators, offices, years."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from plangraph.fiscal import fold
from plangraph.reading.terms import english_columns
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.codewords import CODED

#: What the head of a column says stands in it.
COLUMNS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "goal": r"^(?:まちづくりの|基本|政策|分野別?|重点|個別|環境)?(?:目標|大綱|柱)(?:\(.*\))?$"
                r"|^goals?$"
                r"|^(?:まちづくりの|基本|政策)(?:目標|大綱|柱)(?:名|の?名称)$"
                r"|^(?:strategic )?(?:goal"
                r"|priority|pillar)s?(?: areas?)?$|^(?:focus area|theme)s?$|^章$",
        "policy": r"^(?:主な|主要)?(?:基本|重点)?(?:政策|方針)(?:名|の?名称|分野)?(?:\(.*\))?$"
                  r"|^分野$|^節$"
                  r"|^基本方向性?$"
                  r"|^(?:strategic )?objectives?$",
        "measure": r"^(?:基本|個別|主要|主な|単位|具体的な?|推進|重点|実施)?施策"
                   r"(?:名|の名称|項目)?(?:\(.*\))?$"
                   r"|^strateg(?:y|ies)$|^initiatives?$",
        "ideal-state": r"^(?:.{0,6}(?:目指|めざ)す(?:べき)?|あるべき)(?:姿|すがた|状態)$",
        "direction": r"^(?:主な)?(?:施策の|取組の?|推進の?)(?:方向性?|展開|内容|方針)$|^方向性$"
                     r"|^(?:主な|具体的な?|今後の)?(?:取組|取り組み)(?:項目|名|名称)?$"
                     r"|^actions?(?: items?)?$",
        "number": r"^(?:施策|事業|取組|計画事業|整理|項目)?(?:番号|No\.?|№|コード)$|^#$",
        "project": r"^(?:重点)?プロジェクト(?:名)?$|^project(?: name)?$"
                   r"|^(?:主な|主要|(?:実施)?計画|重点|具体的な?|実施|事務)?(?:施策・|取組・)?事業(?:・(?:取組|施策))?(?:名|の?名称)?等?$",
        "department": r"^(?:主な?|主たる|施策の?|事業の?)?(?:担当|所管|主管|関係)"
                      r"(?:部?課|部署|部局|局|課名|組織)?(?:等|名)?$"
                      r"|^(?:responsib(?:le|ility)|lead|accountable)"
                      r"(?: (?:part(?:y|ies)|departments?|agenc(?:y|ies)|officers?|team|staff))?$"
                      r"|^owner$|^担当$",
        "sdgs": r"^(?:関連する)?SDGs?(?:の?(?:目標|ゴール))?.{0,8}$",
        "plan": r"^(?:主な|関連する|関連)?(?:個別|分野別|関連|部門別)?"
                r"計画書?等?(?:の?名称?)?等?$"
                r"|^計画・?方針名$|^名称$",
        "revised": r"^(?:当初|直近の?|最新の?)?(?:策定|改定|改訂)"
                   r"(?:\(.*?\))?・?(?:改定|改訂)?(?:年度|年月|時期|年)$",
        "other": r"考え方|根拠|出典|算出|年間目標"
                 r"|^(?:事業|取組|施策|具体的な?)?(?:の?概要|の?内容|費|予算|説明)$|^年(?:次|度)(?:別)?計画$"
                 r"|^(?:備考|(?:概算)?(?:予算額?|事業費)|財源|区分|種別|新規・?継続の別|主体|目的)$"
                 r"|^(?:cost|budget|status|notes?|partners?|funding|description)$",
        "period": r"^(?:計画|事業|実施|取組|対象)?の?(?:期間|年度|時期)$|^計画期間.{0,6}$"
                  r"|^timeline$|^timing$|^time ?frame$",
        "title": r"^(?:.{0,8}指標|.{0,4}KPI|(?:成果|評価|目標|数値)*項目)(?:名|の?名称"
                 r"|・?単位)?(?:\(.*\))?$|^(?:目標"
                 r"|成果)項目$|^indicator$|^measure$|^(?:performance )?(?:measure|metric"
                 r"|indicator|KPI)s?(?: name)?$|^key ?results?$|^指標の?(?:内容|説明|名称)$",
        "unit": r"^単位$|^units?$",
        "baseline": r"現状|基準|実績|当初|初期値|策定時|現在|現況"
                    r"|baseline|current|actual|result|^start|^(?:now|present|today)\b",
        "middle": r"中間|中期|前期目標",
        "target": r"目標|将来値|(?:目指|めざ)[すそ]う?値|target|goal value|^令和.*目標",
    }.items()
}  # fmt: skip
LEVELS = ("goal", "policy", "measure", "direction", "project")
ELEMENTS = frozenset((*LEVELS, "ideal-state"))
#: A head has fewer letters.
_LONGEST = 24


#: What is done, as the head of a column calls it.
_DONE = re.compile(r"(?:主な|具体的な?)?(?:取組|取り組み)(?:項目|名|名称)?")


@lru_cache(maxsize=20_000)
def column(head: str) -> str | None:
    """Return what the column with this head holds."""
    name = re.sub(r"\s+", "", narrow(fold(head)).replace("（", "(").replace("）", ")"))
    plain = re.sub(r"\s+", " ", head.strip())
    for kind, pattern in COLUMNS.items():
        if pattern.search(name) or (plain.isascii() and pattern.search(plain)):
            return kind
    return english_columns.level(plain) if plain.isascii() else None


def of_works(kinds: Sequence[str | None], heads: Sequence[str]) -> list[str | None]:
    """Return what columns hold where one names works, and others say more of them.

    取組 that an office each answers for (担当課) are works; 取組内容 behind them tells of them.
    """
    found = list(kinds)
    plain = [re.sub(r"\s+", "", head) for head in heads]
    if "department" in found and "project" not in found:
        found = [
            "project" if kind == "direction" and _DONE.fullmatch(head) else kind
            for kind, head in zip(found, plain, strict=True)
        ]
    behind = found.index("project") + 1 if "project" in found else len(found)
    for place in range(behind, len(found)):
        if found[place] == "direction" and plain[place].endswith("内容"):
            found[place] = "other"
    return found


def _by_codes(heads: Sequence[str], kinds: list[str | None]) -> list[str | None]:
    """Return the levels that words of codes name, where no other word stands among the heads.

    重点項目, 推進項目 are policy and measure, as before their numbers: each stands below the last.
    """
    known = [
        {kind: 9.0} if kind else CODED.get(head.strip(), {})
        for head, kind in zip(heads, kinds, strict=True)
    ]
    if None not in kinds or not all(known) or len(heads) > len(LEVELS):
        return kinds
    rising = [
        levels for levels in itertools.combinations(LEVELS, len(heads))
        if all(level in one for level, one in zip(levels, known, strict=True))
    ]  # fmt: skip
    if not rising:
        return kinds
    return [*max(rising, key=lambda levels: sum(map(dict.__getitem__, known, levels)))]


def columns(heads: Sequence[str]) -> list[str | None]:
    """Return what columns hold, each level once: 分野, 基本政策 are goal and policy.

    A 柱 that no list knows stands above what is right of it: 施策の柱, 基本施策. A level beside its
    name is the number of it: 施策, 施策名.
    """
    kinds = of_works([column(head) if len(head) < _LONGEST else None for head in heads], heads)
    kinds = _by_codes(heads, kinds)
    for place, (head, after) in enumerate(itertools.pairwise(heads)):
        if kinds[place] in LEVELS and after in (f"{head}名", f"{head}名称", f"{head}の名称"):
            kinds[place] = "number"
    steps = list(kinds)
    for place in range(len(steps) - 2, -1, -1):
        kind, right = steps[place], steps[place + 1]
        if right not in LEVELS[1:]:
            continue
        again = kind == right and heads[place] != heads[place + 1]
        if again or (kind is None and heads[place].strip().endswith("の柱")):
            steps[place] = LEVELS[LEVELS.index(right) - 1]
    return steps if len(set(filter(None, steps))) > len(set(filter(None, kinds))) else kinds
