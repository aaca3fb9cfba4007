"""Letters that the page has set apart, and gaps where letters are lost."""

from __future__ import annotations

from pathlib import Path

from plangraph.reading.recovery import apart
from tests.outlined import nested, plan_of


def test_a_document_whose_kanji_are_set_apart_throughout(tmp_path: Path) -> None:
    """Titles are too short to tell by themselves."""
    text = """第 ３ 章 水 辺 で 暮 ら す ま ち づ く り
第 １ 節 （政 策 ） 舟 運 の充 実
【基 本 施 策 】
（１）渡 し 舟 の運 行
・朝 と夕 に舟 を出 し、島 と町 とを結 びます。
（２）灯 台 の 手 入 れ
・灯 台 の壁 を塗 り 、平 成 2 6 年 度 からは夜 も開 きます。
《主 要 な事 業 》
事 業 名
事 業 概 要
担 当 課
渡 し 舟 運 行 事 業
桟 橋 での乗 船 、下 船
水 辺 課
灯 台 修 繕 事 業
壁 の 塗 装 、螺 旋 階 段 の修 理
港 湾 課
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 水辺で暮らすまちづくり",
        "  policy 舟運の充実",
        "    measure 渡し舟の運行",
        "    measure 灯台の手入れ",
        "      project 渡し舟運行事業",
        "      project 灯台修繕事業",
    ]


def test_the_gaps_of_lost_letters_do_not_reach_the_code_before_them() -> None:
    row = "第 節　港に 集 うまち く"
    assert apart.close_up(row).startswith("第 節　港に集うまち")
