"""Pages in forms that other plans have: whole outlines of kind and title."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

#: Pages, and what is read of each: kind and title, in order.
FORMS = {
    "numbers before words of one plan's own": (
        """市長に聞く　総合計画のねらい

―― 中身を教えてください。
「三つの帆」と呼んでいます。
　第一の帆　潮目を読む
　港の会議を公開します。
　第二の帆　櫓をこぐ
　造船の学校を開きます。
　第三の帆　集う
　四つの浜を結びます。
―― 最後に一言。""",
        [("goal", "潮目を読む"), ("goal", "櫓をこぐ"), ("goal", "集う")],
    ),
    "numbers behind words of one plan's own": (
        """将来像は「帆をあげる みなとの里」
帆の一　まなびの帆
学校を開きます。
帆の二　すこやかの帆
診療所を開きます。
先行プロジェクト
●桟橋の架け替え
●灯台の開館
●船着場の再編""",
        [
            ("vision", "帆をあげる みなとの里"),
            ("goal", "まなびの帆"),
            ("goal", "すこやかの帆"),
            ("project", "桟橋の架け替え"),
            ("project", "灯台の開館"),
            ("project", "船着場の再編"),
        ],
    ),
    "promises with what is done below": (
        """村のめざす姿
「潮の香に集う 帆ノ里」

約束１　子どもを村じゅうで育てます
主な取組
・給食に村の魚を使います
・船の教室を続けます
約束２　年をとっても浜で暮らせます
主な取組
・診療船の回数を増やします
・買い物船を走らせます""",
        [
            ("vision", "潮の香に集う 帆ノ里"),
            ("goal", "子どもを村じゅうで育てます"),
            ("direction", "給食に村の魚を使います"),
            ("direction", "船の教室を続けます"),
            ("goal", "年をとっても浜で暮らせます"),
            ("direction", "診療船の回数を増やします"),
            ("direction", "買い物船を走らせます"),
        ],
    ),
    "a column of numbers beside that of names": (
        """| 施策 | 施策名 | 主な取組 |
|---|---|---|
| A-1 | 漁の学び舎 | 船大工の育成、桟橋の整備 |
| A-2 | 灯台と干潟 | 海鳥、貝の保護 |
""",
        [
            ("measure", "漁の学び舎"),
            ("direction", "船大工の育成"),
            ("direction", "桟橋の整備"),
            ("measure", "灯台と干潟"),
            ("direction", "海鳥、貝の保護"),
        ],
    ),
    "heads over two columns each": (
        """| 政策 | 政策 | 施策 | 施策 |
|---|---|---|---|
| １ | 潮目を読む人を育てる | 101 | 櫓の学校 |
| １ | 潮目を読む人を育てる | 102 | 浜の先生 |
| ２ | 静かな入江を守る | 201 | 藻場の番人 |
""",
        [
            ("policy", "潮目を読む人を育てる"),
            ("measure", "櫓の学校"),
            ("measure", "浜の先生"),
            ("policy", "静かな入江を守る"),
            ("measure", "藻場の番人"),
        ],
    ),
    "a matrix of goals told by its places": (
        """ コード   施 策 名        担当課      1   2   3   4   5   6   8   9

 第１の柱　はぐくむ
 1101    櫓の学校        学校課      ○       ◎
 1102    浜の先生        社会課              ○   ◎

 第２の柱　まもる
 1201    藻場の番人      環境課                              ◎
""",
        [
            ("goal", "はぐくむ"),
            ("measure", "櫓の学校"),
            ("measure", "浜の先生"),
            ("goal", "まもる"),
            ("measure", "藻場の番人"),
        ],
    ),
    "numbers of five digits": (
        """施策２０３　潮目を読む学びの推進
20301　櫓の学校の運営
20302　浜の先生の養成
20303　船の図書館の巡回
""",
        [
            ("measure", "潮目を読む学びの推進"),
            ("direction", "櫓の学校の運営"),
            ("direction", "浜の先生の養成"),
            ("direction", "船の図書館の巡回"),
        ],
    ),
    "boxes below large numbers": (
        """帆ノ里市総合計画

4つのまちづくり

1
教育
潮目を
読む
人づくり

2
福祉
誰ひとり
おぼれない
支えづくり

3
産業
浜が潤う
仕事づくり

人口の見通し
""",
        [
            ("goal", "潮目を読む人づくり"),
            ("goal", "誰ひとりおぼれない支えづくり"),
            ("goal", "浜が潤う仕事づくり"),
        ],
    ),
}


def test_marks_of_a_matrix_are_goals(tmp_path: Path) -> None:
    """What stands below a number is that goal; the code of its row is kept."""
    document = tmp_path / "document.txt"
    document.write_text(FORMS["a matrix of goals told by its places"][0], encoding="utf-8")
    measures = [one.item for one in read_document(document).plan.entries() if one.kind == "measure"]
    assert [one.code for one in measures] == ["1101", "1102", "1201"]
    assert [[link.goal for link in one.sdgs] for one in measures] == [[1, 3], [3, 4], [8]]


@pytest.mark.parametrize("page", FORMS)
def test_form(page: str, tmp_path: Path) -> None:
    """Every element of a page, and nothing else."""
    text, expected = FORMS[page]
    document = tmp_path / "document.txt"
    document.write_text(text, encoding="utf-8")
    plan = read_document(document).plan
    left = {"sectoral-plan", "indicator"}
    entries = sorted(
        (one for one in plan.entries() if one.kind not in left),
        key=lambda one: one.item.line.start if one.item.line else 0,
    )
    assert [(one.kind, one.item.title) for one in entries] == expected
