"""Pages in forms that other plans have: whole outlines of kind and title."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import nested, plan_of

#: Pages, and what is read of each: kind and title, below what it belongs to.
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
        ["goal 潮目を読む", "goal 櫓をこぐ", "goal 集う"],
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
            "vision 潮の香に集う 帆ノ里",
            "goal 子どもを村じゅうで育てます",
            "  direction 給食に村の魚を使います",
            "  direction 船の教室を続けます",
            "goal 年をとっても浜で暮らせます",
            "  direction 診療船の回数を増やします",
            "  direction 買い物船を走らせます",
        ],
    ),
    "a column of numbers beside that of names": (
        """| 施策 | 施策名 | 主な取組 |
|---|---|---|
| A-1 | 漁の学び舎 | 船大工の育成、桟橋の整備 |
| A-2 | 灯台と干潟 | 海鳥、貝の保護 |
""",
        [
            "measure 漁の学び舎",
            "  direction 船大工の育成",
            "  direction 桟橋の整備",
            "measure 灯台と干潟",
            "  direction 海鳥、貝の保護",
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
            "policy 潮目を読む人を育てる",
            "  measure 櫓の学校",
            "  measure 浜の先生",
            "policy 静かな入江を守る",
            "  measure 藻場の番人",
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
            "goal はぐくむ",
            "  measure 櫓の学校",
            "  measure 浜の先生",
            "goal まもる",
            "  measure 藻場の番人",
        ],
    ),
    "numbers of five digits": (
        """施策２０３　潮目を読む学びの推進
20301　櫓の学校の運営
20302　浜の先生の養成
20303　船の図書館の巡回
""",
        [
            "measure 潮目を読む学びの推進",
            "  direction 櫓の学校の運営",
            "  direction 浜の先生の養成",
            "  direction 船の図書館の巡回",
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
            "goal 潮目を読む人づくり",
            "goal 誰ひとりおぼれない支えづくり",
            "goal 浜が潤う仕事づくり",
        ],
    ),
    "two heads of columns on a page without lines": (
        "帆ノ里町計画 施策の体系 将来像 潮目を読む 人の里 基本目標 主要施策 Ⅰ 浜が潤うまち"
        " １．漁業の振興 ２．朝市の充実 Ⅱ 学びが届くまち １．櫓の学校の運営 ２．浜の先生の養成",
        [
            "vision 潮目を読む 人の里",
            "goal 浜が潤うまち",
            "  measure 漁業の振興",
            "  measure 朝市の充実",
            "goal 学びが届くまち",
            "  measure 櫓の学校の運営",
            "  measure 浜の先生の養成",
        ],
    ),
    "boxes that a word counts, with figures": (
        """ VOYAGE 01               VOYAGE 02               VOYAGE 03
 潮目を読むまち          灯をともすまち          網が乾くまち

 ACTION 1-1              ACTION 2-1              ACTION 3-1
 櫓の学校の運営          灯台の再生              朝市の再開の支援

 重要指標                重要指標                重要指標
 水揚げ 3億円 → 5億円    点灯 2基 → 5基          朝市 3回 → 9回
""",
        [
            "goal 潮目を読むまち",
            "  direction 櫓の学校の運営",
            "goal 灯をともすまち",
            "  direction 灯台の再生",
            "goal 網が乾くまち",
            "  direction 朝市の再開の支援",
        ],
    ),
    "the only word of measures below a label of what is done": (
        """政策１　海の保全
【施策の内容】
施策１　藻場の再生
①番人の養成
②種まきの推進
施策２　干潟の保全
①清掃の推進
""",
        [
            "policy 海の保全",
            "  measure 藻場の再生",
            "    direction 番人の養成",
            "    direction 種まきの推進",
            "  measure 干潟の保全",
            "    direction 清掃の推進",
        ],
    ),
    "titles whose width broke them into pieces": (
        """第１節
入 り江 の 学 びを 守 る ま ち ........................ 3
1. 学 び舎 の 改 修と 再 編 ........................ 3
2. 潮 だま り の 観 察 会の 開 催 .................... 5
第２節
船 の 行き 交 う み なと の ま ち .................. 8
1. 桟 橋の 架 け 替え .............................. 8
""",
        [
            "goal 入り江の学びを守るまち",
            "  measure 学び舎の改修と再編",
            "  measure 潮だまりの観察会の開催",
            "goal 船の行き交うみなとのまち",
            "  measure 桟橋の架け替え",
        ],
    ),
    "cells whose letters are set apart": (
        """【 施 策 3 - 1 】 　 静 か な 入 江 を 守 る
取 組 の 柱
1 \t藻 場 の 再 生
2 \t干 潟 の 保 全
3 \t浜 の 清 掃
""",
        [
            "measure 静かな入江を守る",
            "  direction 藻場の再生",
            "  direction 干潟の保全",
            "  direction 浜の清掃",
        ],
    ),
}

#: Pages of which only the titles are asked: none tells by words what its last list belongs to.
TITLES = {
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
            "vision 帆をあげる みなとの里",
            "goal まなびの帆",
            "goal すこやかの帆",
            "project 桟橋の架け替え",
            "project 灯台の開館",
            "project 船着場の再編",
        ],
    ),
    "a chart whose boxes stand in the middle of their rows": (
        """施策の体系

   将来像          基本目標               基本施策             施策

                                                             ① 櫓の学校の運営
    潮                                    １ 学びの充実
    目                                                       ② 浜の先生の養成
    を            Ⅰ 子どもの声が
    読               聞こえるまち
    む                                                       ① 藻場の番人の養成
    里                                    ２ 海の保全
                                                             ② 干潟の清掃の推進

                  Ⅱ 網が乾くまち          ３ 漁業の振興      ① 朝市の再開の支援
""",
        [
            "vision 潮目を読む里",
            "goal 子どもの声が聞こえるまち",
            "goal 網が乾くまち",
            "policy 学びの充実",
            "measure 櫓の学校の運営",
            "measure 浜の先生の養成",
            "policy 海の保全",
            "measure 藻場の番人の養成",
            "measure 干潟の清掃の推進",
            "policy 漁業の振興",
            "measure 朝市の再開の支援",
        ],
    ),
}


def test_marks_of_a_matrix_are_goals(tmp_path: Path) -> None:
    """What stands below a number is that goal; the code of its row is kept."""
    plan = plan_of(FORMS["a matrix of goals told by its places"][0], tmp_path)
    measures = [one.item for one in plan.entries() if one.kind == "measure"]
    assert [one.code for one in measures] == ["1101", "1102", "1201"]
    assert [[link.goal for link in one.sdgs] for one in measures] == [[1, 3], [3, 4], [8]]


def test_a_head_whose_letters_fill_its_column(tmp_path: Path) -> None:
    """指　　標　　名 heads the names, though it stands in from the edge of the page."""
    plan = plan_of(
        """    ■ まちづくり指標

           指　　標　　名        単位      現状値（R4）      目標値（R9）     目標値（R14）
      船大工の見習いの数         人           １，２１０        １，３００       １，５００
      灯台を訪れた団体           団体             ３２             ４５             ５０
""",
        tmp_path,
    )
    found = plan.indicators
    assert [(one.title, str(one.baseline), str(one.target)) for one in found] == [
        ("船大工の見習いの数", "１，２１０", "１，５００"),
        ("灯台を訪れた団体", "３２", "５０"),
    ]


def test_letters_that_count_rows(tmp_path: Path) -> None:
    """Ａ before the name of an indicator is no part of it."""
    plan = plan_of(
        """施策２０３　学びの推進
　成果指標　　　　　　　　　　　　単位　Ｒ４実績　Ｒ９目標
　Ａ　櫓を漕いだことのある町民の割合　％　　　41.0　　　50.0
　Ｂ　灯台で学んだ町民の割合　　　　　％　　　12.4　　　20.0
""",
        tmp_path,
    )
    found = plan.indicators
    assert [(one.title, str(one.baseline), str(one.target)) for one in found] == [
        ("櫓を漕いだことのある町民の割合", "41.0", "50.0"),
        ("灯台で学んだ町民の割合", "12.4", "20.0"),
    ]


@pytest.mark.parametrize("label", ["町政運営の方向", "まちの約束"])
def test_a_label_of_the_document_ends_the_issues_of_its_sheets(label: str, tmp_path: Path) -> None:
    text = f"""第4節 舟と灯り
1 舟運
現状と課題
● 漕ぎ手が年々減り、朝の便を出せない日が増えています。
{label}
(1) 渡し舟の充実
① 朝と夕に舟を出し、島と町とを結びます。
(2) 桟橋の整備
① 板を張り替えます。
2 灯台
現状と課題
● 灯台守の多くが七十歳を超えています。
{label}
(1) 灯台の保全
① 壁を塗ります。
(2) 灯台守の育成
① 見習いを募ります。
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "policy 舟と灯り",
        "  measure 舟運",
        "    direction 渡し舟の充実",
        "    direction 桟橋の整備",
        "  measure 灯台",
        "    direction 灯台の保全",
        "    direction 灯台守の育成",
    ]


def test_items_below_goals_of_a_page_whose_lists_the_format_states(tmp_path: Path) -> None:
    """The last item of a list is none that the goal below it belongs to."""
    text = """<h2>3 基本目標</h2>
<p>基本目標1 舟で行き来するまち</p><ul><li>渡し舟の充実</li><li>桟橋の整備</li></ul>
<p>基本目標2 灯りの絶えないまち</p><ul><li>灯台の保全</li><li>灯台守の育成</li></ul>
"""
    assert nested(plan_of(text, tmp_path, ".html").elements) == [
        "goal 舟で行き来するまち",
        "  measure 渡し舟の充実",
        "  measure 桟橋の整備",
        "goal 灯りの絶えないまち",
        "  measure 灯台の保全",
        "  measure 灯台守の育成",
    ]


@pytest.mark.parametrize("page", FORMS)
def test_form(page: str, tmp_path: Path) -> None:
    """Every element of a page, below what it belongs to, and nothing else."""
    text, expected = FORMS[page]
    assert nested(plan_of(text, tmp_path).elements) == expected


@pytest.mark.parametrize("page", TITLES)
def test_titles(page: str, tmp_path: Path) -> None:
    text, expected = TITLES[page]
    found = nested(plan_of(text, tmp_path).elements)
    assert sorted(one.strip() for one in found) == sorted(expected)


def test_sheets_bear_their_number_above_other_fields_than_the_name(tmp_path: Path) -> None:
    sheet = """№ {0}
体系番号 1-({0})
担当（部・課） 港湾部 灯台課
取組項目の名称 {1}
取組項目の概要
　月に一度、係の者が集まって進み具合を確かめます。
"""
    text = "潮見町改革大綱 取組項目シート\n" + "".join(
        sheet.format(number, name) for number, name in enumerate(("帳簿の見直し", "霧笛の点検"), 1)
    )
    found = plan_of(text, tmp_path).elements
    assert [(one.code, one.title) for one in found] == [
        ("№1", "帳簿の見直し"),
        ("№2", "霧笛の点検"),
    ]
