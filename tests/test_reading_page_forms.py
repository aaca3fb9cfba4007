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
}


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
