"""Charts and contents pages (体系図・目次): which titles stand in them, and below what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import outline

_TWO_LEVELS = [
    "goal 水と緑のまち",
    "  measure 湧水の保全",
    "  measure 里山の再生",
    "goal 手をつなぐまち",
    "  measure 自治会の支援",
    "  measure 祭りの継承",
]


@pytest.mark.parametrize(
    "chart",
    [
        "施策の体系/■水と緑のまち/・湧水の保全/・里山の再生/■手をつなぐまち/・自治会の支援/・祭りの継承",
        "施策体系図/【水と緑のまち】/湧水の保全/里山の再生/【手をつなぐまち】/自治会の支援/祭りの継承",
        "体系図/基本目標　施策/水と緑のまち/　湧水の保全/　里山の再生/"
        "手をつなぐまち/　自治会の支援/　祭りの継承",
        "計画の体系/水と緑のまち/湧水の保全/里山の再生//手をつなぐまち/自治会の支援/祭りの継承",
        "施策体系 ■水と緑のまち ○湧水の保全 ○里山の再生 ■手をつなぐまち ○自治会の支援 ○祭りの継承",
        "体系図■水と緑のまち○湧水の保全○里山の再生■手をつなぐまち○自治会の支援○祭りの継承",
        "施策の体系/水と緑のまち/湧水の保全/里山の再生/手をつなぐまち/自治会の支援/祭りの継承",
        "計画の体系/環境保全/水と緑のまち/湧水の保全/里山の再生/"
        "住民自治/手をつなぐまち/自治会の支援/祭りの継承",
        "施策の体系/〈環境像〉/〈施策〉/水と緑のまち/湧水の保全/里山の再生/"
        "手をつなぐまち/自治会の支援/祭りの継承",
    ],
    ids=[
        "marks",
        "brackets",
        "indents",
        "blank-lines",
        "one-row",
        "one-row-without-spaces",
        "endings",
        "fields",
        "heads",
    ],
)
def test_a_chart_without_numbers_is_read_by_its_looks(chart: str, tmp_path: Path) -> None:
    assert outline(chart, tmp_path) == _TWO_LEVELS


def test_a_list_of_one_look_below_a_chart_s_name_is_one_level(tmp_path: Path) -> None:
    titles = ["湧水の保全", "里山の再生", "自治会の支援", "祭りの継承"]
    found = outline("/".join(["施策の体系", *titles]), tmp_path)
    assert found == [f"measure {title}" for title in titles]


@pytest.mark.parametrize(
    "table",
    [
        "基本目標    施策/水と緑のまち    湧水の保全/                里山の再生/"
        "手をつなぐまち  自治会の支援/                祭りの継承",
        "基本目標 | 施策/水と緑のまち | 湧水の保全/ | 里山の再生/"
        "手をつなぐまち | 自治会の支援/ | 祭りの継承",
        "基本目標\t施策/水と緑のまち\t湧水の保全/\t里山の再生/手をつなぐまち\t自治会の支援/\t祭りの継承",
        "基本目標　施策/水と緑のまち　湧水の保全/　里山の再生/"
        "手をつなぐまち　自治会の支援/　祭りの継承",
    ],
    ids=["places", "bars", "tabs", "blanks"],
)
def test_a_box_that_stands_once_holds_for_the_rows_below_it(table: str, tmp_path: Path) -> None:
    assert outline(f"施策体系/{table}", tmp_path) == _TWO_LEVELS


def test_a_box_amid_its_rows_belongs_to_the_first_of_them(tmp_path: Path) -> None:
    rows = "\t1 湧水の保全/水と緑のまち\t2 里山の再生/\t1 自治会の支援/手をつなぐまち\t2 祭りの継承"
    assert outline(f"基本目標\t施策/{rows}", tmp_path) == _TWO_LEVELS


def test_boxes_of_two_levels_on_one_row_are_parted_by_their_numbers(tmp_path: Path) -> None:
    rows = (
        "基本目標1　水と緑のまち (1) 湧水の保全/(2) 里山の再生/"
        "基本目標2　手をつなぐまち (1) 自治会の支援/(2) 祭りの継承"
    )
    assert outline(f"施策体系/{rows}", tmp_path) == _TWO_LEVELS


_THREE_LEVELS = [
    "goal 水と緑のまち",
    "  policy 川を守る",
    "    measure 湧水の保全",
    "  policy 人を育てる",
    "    measure 学校の充実",
    "goal にぎわいのまち",
    "  policy 店を増やす",
    "    measure 商店街の再生",
]


def test_a_chart_on_one_row_without_spaces_is_cut_where_its_numbers_count(tmp_path: Path) -> None:
    chart = (
        "32施策体系図基本目標1水と緑のまち政策1-1川を守る施策1-1-1湧水の保全政策1-2人を育てる"
        "施策1-2-1学校の充実基本目標2にぎわいのまち政策2-1店を増やす施策2-1-1商店街の再生"
    )
    assert outline(chart, tmp_path) == _THREE_LEVELS


@pytest.mark.parametrize("gap", ["\t", "　　", "………………P"], ids=["tabs", "blanks", "leaders"])
def test_contents_on_one_row_are_cut_behind_their_pages(gap: str, tmp_path: Path) -> None:
    titles = (
        ("目次第1章　水と緑のまち", 12), ("1-1　湧水の保全", 14), ("1-2　里山の再生", 21),
        ("第2章　手をつなぐまち", 30), ("2-1　自治会の支援", 32), ("2-2　祭りの継承", 35),
    )  # fmt: skip
    text = "".join(f"{title}{gap}{page}" for title, page in titles)
    assert outline(text + "資料編" + gap + "40", tmp_path) == _TWO_LEVELS


def test_numbers_through_a_chart_on_one_row_are_of_its_measures(tmp_path: Path) -> None:
    chart = (
        "基本目標1水と緑のまち1湧水の保全2里山の再生基本目標2手をつなぐまち3自治会の支援4祭りの継承"
    )
    assert outline(f"施策体系図{chart}", tmp_path) == _TWO_LEVELS


def test_a_column_of_numbers_before_as_many_titles_is_theirs(tmp_path: Path) -> None:
    chart = (
        "基本目標1/水と緑のまち/施策1-1/施策1-2/湧水の保全/里山の再生/"
        "基本目標2/手をつなぐまち/施策2-1/施策2-2/自治会の支援/祭りの継承"
    )
    assert outline(f"施策体系図/{chart}", tmp_path) == _TWO_LEVELS


@pytest.mark.parametrize("name", ["目次", "CONTENTS"])
def test_chapters_behind_an_introduction_do_not_belong_to_it(name: str, tmp_path: Path) -> None:
    contents = (
        "序章　計画の概要……1/1　計画の位置づけ……2/2　計画の期間……4/"
        "第1章　水と緑のまち……8/1-1　湧水の保全……9/1-2　里山の再生……12/"
        "第2章　手をつなぐまち……15/2-1　自治会の支援……16/2-2　祭りの継承……18/"
        "資料編……20/1　策定の経過……21/2　用語解説……24"
    )
    assert outline(f"{name}/{contents}", tmp_path) == _TWO_LEVELS


def test_numbers_beside_titles_below_a_head_are_no_column(tmp_path: Path) -> None:
    rows = (
        "1　水と緑のまち/1-1　湧水の保全/1-2　里山の再生/"
        "2　手をつなぐまち/2-1　自治会の支援/2-2　祭りの継承"
    )
    assert outline(f"施策体系図/基本目標　施策/{rows}", tmp_path) == _TWO_LEVELS


def test_numbers_that_count_up_behind_the_title_of_a_row_begin_boxes(tmp_path: Path) -> None:
    rows = (
        "基本目標1 水と緑のまち ①湧水の保全 ②里山の再生/"
        "基本目標2 手をつなぐまち ①自治会の支援 ②祭りの継承"
    )
    assert outline(rows, tmp_path) == _TWO_LEVELS


def test_a_row_that_holds_a_page_is_cut_as_one(tmp_path: Path) -> None:
    page = (
        "第二次汐見台市総合計画 【概要版】 汐見台市 計画期間 令和8年度（2026年度）から"
        "令和17年度（2035年度）までの10年間 策定の年月 令和8年3月 "
        "めざす将来像 「海とともに育つまち」 "
        "基本目標1 水と緑のまち ①湧水の保全 ②里山の再生/"
        "基本目標2 手をつなぐまち ①自治会の支援 ②祭りの継承/"
        "基本目標3 学びのまち ①図書館の充実 ②校庭の開放"
    )
    learning = ["goal 学びのまち", "  measure 図書館の充実", "  measure 校庭の開放"]
    assert outline(page, tmp_path) == ["vision 海とともに育つまち", *_TWO_LEVELS, *learning]


@pytest.mark.parametrize(
    "page",
    [
        "第1部　序論　2　1　計画の趣旨　3　2　計画の期間　4/第2部　基本計画　6/"
        "基本目標1　水と緑のまち　7　1　湧水の保全　8　2　里山の再生　9/"
        "基本目標2　手をつなぐまち　12　1　自治会の支援　13　2　祭りの継承　15",
        "目次 基本目標1　水と緑のまちP7 施策1　湧水の保全P8 施策2　里山の再生P9"
        " 基本目標2　手をつなぐまちP12 施策1　自治会の支援P13 施策2　祭りの継承P15",
        "目次　基本目標1　水と緑のまち7ページ　施策1　湧水の保全8ページ　施策2　里山の再生9ページ"
        "　基本目標2　手をつなぐまち12ページ　施策1　自治会の支援13ページ"
        "　施策2　祭りの継承15ページ",
        "基本目標1　水と緑のまち……7 | 1　湧水の保全……8 | 2　里山の再生……9/"
        "基本目標2　手をつなぐまち……12 | 1　自治会の支援……13 | 2　祭りの継承……15",
    ],
    ids=["a-row-for-each-chapter", "pages-with-a-letter", "pages-with-a-word", "strokes-between"],
)
def test_titles_of_a_contents_page_stand_on_one_row(page: str, tmp_path: Path) -> None:
    assert outline(page, tmp_path) == _TWO_LEVELS


_AHEAD = (
    "{}//第1章　計画の考え方/04　計画の期間/06　将来像　「水と緑のまち」/第2章　重点プロジェクト/"
    "基本目標1　水と緑のまち/12　1-1　湧水の保全/15　1-2　里山の再生/"
    "基本目標2　手をつなぐまち/18　2-1　自治会の支援/20　2-2　祭りの継承/資料編/24　用語集"
)


def test_pages_stand_before_the_titles_of_a_contents_page(tmp_path: Path) -> None:
    expected = ["vision 水と緑のまち", *_TWO_LEVELS]
    assert outline(_AHEAD.format("目次"), tmp_path) == expected
    assert outline(_AHEAD.format("CONTENTS").replace("　1", " | 1"), tmp_path) == expected


def test_numbers_that_count_on_are_no_pages_before_titles(tmp_path: Path) -> None:
    listed = "目次/1 湧水の保全/2 里山の再生/3 自治会の支援/4 祭りの継承/5 名水の案内/6 薪の利用"
    assert len(outline(listed, tmp_path)) == 6


@pytest.mark.parametrize(
    "head",
    ["まちづくりの柱と政策", "計画の柱/2つの柱と4の政策を掲げました。"],
    ids=["title", "sentence"],
)
def test_a_title_or_a_sentence_names_two_levels(head: str, tmp_path: Path) -> None:
    chart = (
        f"第3次泉町総合計画/{head}/柱1　水と緑のまち/・湧水を守ります/・里山を育てます/"
        "柱2　手をつなぐまち/・自治会を支えます/・祭りを伝えます"
    )
    assert outline(chart, tmp_path) == [
        "goal 水と緑のまち",
        "  policy 湧水を守ります",
        "  policy 里山を育てます",
        "goal 手をつなぐまち",
        "  policy 自治会を支えます",
        "  policy 祭りを伝えます",
    ]


def test_a_chapter_on_the_strategy_holds_its_goals(tmp_path: Path) -> None:
    chapter = (
        "目次/第2章　基本計画 ………… 8/基本目標1　水と緑のまち ………… 9/"
        "第3章　泉町まち・ひと・しごと創生総合戦略 ………… 20/戦略1　山のしごとを創る ………… 21/"
        "戦略2　人の流れを創る ………… 22"
    )
    assert outline(chapter, tmp_path) == [
        "goal 水と緑のまち",
        "strategy-goal 山のしごとを創る",
        "strategy-goal 人の流れを創る",
    ]


def test_numbers_of_a_chart_on_one_row_are_no_pages(tmp_path: Path) -> None:
    chart = (
        "施策の体系 基本目標1 水と緑のまち 01 湧水の保全 02 里山の再生"
        " 基本目標2 手をつなぐまち 03 自治会の支援 04 祭りの継承 24"
    )
    assert outline(chart, tmp_path) == _TWO_LEVELS


_PLACED = """施策の体系

まちの将来像を実現するため、次の体系で取り組みます。

     基本目標              政策                    施策
                                                   １ 湧水の保全
 森                        １ 水を守る             ２ 井戸の名水めぐりと
 と                                                  案内の充実
 水  Ⅰ 水と緑に
 の    めぐまれたまち                              ３ 里山の再生
 ま                        ２ 森を守る
 ち                                                ４ 薪の地産地消

     Ⅱ 手をつなぐまち      ３ 支えあい             ５ 自治会の支援
                                                   ６ 祭りの継承
"""


def test_boxes_that_keep_their_places_hold_for_the_rows_beside_them(tmp_path: Path) -> None:
    headed = _PLACED.replace("     基本目標", "将来像  基本目標")
    expected = [
        "vision 森と水のまち",
        "goal 水と緑にめぐまれたまち",
        "  policy 水を守る",
        "    measure 湧水の保全",
        "    measure 井戸の名水めぐりと案内の充実",
        "  policy 森を守る",
        "    measure 里山の再生",
        "    measure 薪の地産地消",
        "goal 手をつなぐまち",
        "  policy 支えあい",
        "    measure 自治会の支援",
        "    measure 祭りの継承",
    ]
    assert outline(headed, tmp_path) == expected
    unheaded = "\n".join(line for line in _PLACED.split("\n") if "基本目標" not in line)
    assert outline(unheaded, tmp_path) == expected


def test_titles_without_numbers_in_columns_go_on_where_their_lines_are_full(tmp_path: Path) -> None:
    chart = """体系図

水と緑のまち        湧水と名水の
                    保全
                    里山の再生

手をつなぐまち      自治会の支援
                    祭りの継承
"""
    assert outline(chart, tmp_path) == [
        one.replace("湧水の保全", "湧水と名水の保全") for one in _TWO_LEVELS
    ]


def test_an_item_with_a_point_in_it_is_one(tmp_path: Path) -> None:
    chart = """施策の体系

基本目標            施策
水と緑のまち        ・古紙・布の回収
                    ・里山の再生
手をつなぐまち      ・自治会の支援
                    ・祭りの継承
"""
    assert outline(chart, tmp_path) == [
        one.replace("湧水の保全", "古紙・布の回収") for one in _TWO_LEVELS
    ]


def test_words_that_stand_before_numbers_name_the_columns_of_a_chart(tmp_path: Path) -> None:
    chart = """施策の体系

重点項目                      推進項目
【１】堅実な財政の確立        （１）歳入の確保
                              （２）使用料の見直し
【２】開かれた役場の実現      （１）情報の公開
                              （２）窓口の改善
"""
    assert outline(chart, tmp_path) == [
        "policy 堅実な財政の確立",
        "  measure 歳入の確保",
        "  measure 使用料の見直し",
        "policy 開かれた役場の実現",
        "  measure 情報の公開",
        "  measure 窓口の改善",
    ]
