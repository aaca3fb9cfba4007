"""What stands after a table of indicators, or in it, and is none of its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import plan_of

#: What stands after or in a table, and the goals and measures that are left.
AROUND = {
    "an office stands behind the heading after the table": (
        """施策１　凧の伝承　　　　　　　　所管：凧文化部
        指標　現状（令和３年度）　目標（令和１４年度）
        凧の工房の数　6か所　9か所
        凧を揚げる区民の割合　17.2%　27.7%

        施策２　糸車の保存　　　　　　　　所管：手仕事室
        糸車を囲む場を守ります。""",
        ["凧の伝承", "糸車の保存"],
    ),
    "rows begin with the goals that they belong to": (
        """目標１　凧の伝承をひろげる
        工房と学び舎を結び、揚げる人をふやします。
        目標２　糸車の音を伝える
        糸車を囲む場を守り、語り手をふやします。
        評価の指標と数値目標

        目　標　　評価指標　　　　　　　　現況値　　　　目標値
        　　　　　　　　　　　　（令和５年度）（令和10年度）
        目標１　　凧の工房の数　　　　　　　6か所　　　　9か所
        目標２　　糸車の手入れの仕方が分かりやすいと
        　　　　　　答えた町民の割合　　　　26.4%　　　　50.0%
        目標２　　糸車の語り手の人数　　　　31人　　　　40人""",
        ["凧の伝承をひろげる", "糸車の音を伝える"],
    ),
}


@pytest.mark.parametrize("layout", AROUND)
def test_headings_are_told_from_rows(layout: str, tmp_path: Path) -> None:
    text, wanted = AROUND[layout]
    lines = "\n".join(line.strip(" ") for line in text.splitlines())
    found = plan_of(f"鳴砂町まちづくり計画\n\n{lines}\n", tmp_path)
    assert [one.title for one in found.elements] == wanted
    assert len(found.indicators) > 1
