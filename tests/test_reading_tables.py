"""Indicators of tables as text extraction prints them: which words are names, whose a value is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plangraph.reading.tables import evidence
from plangraph.reading.tables.alignment import align
from plangraph.reading.tables.evidence import Atom
from tests.measured import measured
from tests.outlined import plan_of

#: Layouts, and the indicators of each: name, value now, value aimed at.
LAYOUTS = {
    "a description between name and values": (
        """指標名 説明 現状値 目標値
        竪琴の貸出件数
        弾き手が増え、夜の広場がにぎわいます。
        31件 52件
        漆器の修繕率
        欠けた椀が長く使われます。
        12.5% 40.0%""",
        [("竪琴の貸出件数", "31件", "52件"), ("漆器の修繕率", "12.5%", "40.0%")],
    ),
    "a label before each name, above a head of its own": (
        """【成果指標】漆器の修繕率
        策定時 最終目標
        （H28年度） （R7年度）
        23.7％ 46.4％
        成果指標　竪琴の貸出件数
        策定時 最終目標
        （H28年度） （R7年度）
        31件 52件程度""",
        [("漆器の修繕率", "23.7％", "46.4％"), ("竪琴の貸出件数", "31件", "52件程度")],
    ),
    "a number alone above each name": (
        """評価指標1
        水車の点検回数
        基準値\tめざす値
        令和元年度(2019年度)\t令和8年度(2026年度)
        4回\t9回
        評価指標2
        窯跡の標柱の数
        基準値\tめざす値
        令和元年度(2019年度)\t令和8年度(2026年度)
        11本\t25本""",
        [("水車の点検回数", "4回", "9回"), ("窯跡の標柱の数", "11本", "25本")],
    ),
    "two tables side by side": (
        """指標名　現状値　目標値　　　指標名　現状値　目標値
        （R4）　（R9）　　　（R4）　（R9）
        渡船の案内回数　14回　20回　　　鳴砂の観察者数　880人　960人
        琥珀の展示点数　31点　45点""",
        [
            ("渡船の案内回数", "14回", "20回"),
            ("鳴砂の観察者数", "880人", "960人"),
            ("琥珀の展示点数", "31点", "45点"),
        ],
    ),
    "a value aimed at for each year": (
        """評価指標 単位 現状値 年度別目標値
        令和4年度 令和5年度 令和6年度 令和7年度
        藍染の体験率 ％ 12.5 13.0 15.5 20.0
        灯台の夜間公開日数 日 31 35 40 52""",
        [("藍染の体験率", "12.5", "20.0"), ("灯台の夜間公開日数", "31", "52")],
    ),
    "years below a word for all of them": (
        """重要業績評価指標（KPI）
        目標値
        成果指標　現状　R5年度　R6年度　R7年度
        棚田の植栽面積　67ha　72ha　80ha　96ha
        古墳の案内率　31％　36％　44％　60％""",
        [("棚田の植栽面積", "67ha", "96ha"), ("古墳の案内率", "31％", "60％")],
    ),
    "results of three years, under one head": (
        """指標名\t実績値\t目標値
        H30年度\tR1年度\tR2年度\tR8年度
        苔庭の見学者数\t1,310人\t1,390人\t1,450人\t2,000人
        陶片の分類率\t14％\t15％\t16％\t40％""",
        [("苔庭の見学者数", "1,450人", "2,000人"), ("陶片の分類率", "16％", "40％")],
    ),
    "names side by side, values below": (
        """項目　水車の点検回数　漆器の修繕率
        単位　回　％
        基準値（R4）　4　23.7
        中間値（R7）　6　30.0
        目標値（R9）　9　46.4以上""",
        [("水車の点検回数", "4", "9"), ("漆器の修繕率", "23.7", "46.4以上")],
    ),
    "a value far behind its head": (
        """まちづくり指標  竪琴の弾き手の数
        単位  人
        現状値（R4年度）  31
        将来値（R9年度）  52""",
        [("竪琴の弾き手の数", "31", "52")],
    ),
    "figures of the years before": (
        "指標 令和2年度 令和3年度 令和4年度\n財政力指数 0.45 0.44 0.43\n経常収支比率 92% 93% 91%",
        [],
    ),
    "values above their names": (
        """数値目標
        基準値（R4） 31件 ⇒ 目標値（R9） 52件
        竪琴の貸出件数
        基準値（R4） 12.5% ⇒ 目標値（R9） 40.0%
        漆器の修繕率
        主な取組""",
        [("竪琴の貸出件数", "31件", "52件"), ("漆器の修繕率", "12.5%", "40.0%")],
    ),
    "an arrow on a line of its own": (
        """◆鳴砂の観察者数
        880人（令和4年度）
        ⇒
        960人（令和9年度）
        ◆観察路の延長
        3km（令和4年度）
        ⇒
        5km（令和9年度）""",
        [("鳴砂の観察者数", "880人", "960人"), ("観察路の延長", "3km", "5km")],
    ),
    "the value now in brackets on the next line": (
        """KPI
        ・朝市に並ぶ品目
        目標値　20品目（令和11年度）
        （策定時　14品目（令和6年度））
        ・藍染の体験率
        目標値　増加
        （策定時　12.5％（令和6年度））""",
        [("朝市に並ぶ品目", "14品目", "20品目"), ("藍染の体験率", "12.5%", "増加")],
    ),
    "words in brackets before values": (
        """①棚田の植栽面積（現状）67.5 ha（R2年度） → （目標）96.0 ha（R13年度）
        ②古墳の案内率（現状）31 % → （目標）↗""",
        [("棚田の植栽面積", "67.5 ha", "96.0 ha"), ("古墳の案内率", "31 %", "↗")],
    ),
    "titles of measures before names": (
        """施策 指標 現状(R4) 目標(R9)
        1琥珀の展示の推進 展示室の見学者数 880人 1,200人
        2鳴砂の観察の推進 観察路の延長 3km 5km
        3渡船の案内の推進 渡船の案内回数 14回 20回""",
        [
            ("展示室の見学者数", "880人", "1,200人"),
            ("観察路の延長", "3km", "5km"),
            ("渡船の案内回数", "14回", "20回"),
        ],
    ),
    "a column after the other, with units": (
        """KPI
        棚田の植栽面積
        水車の点検回数
        単位
        ha
        回
        基準値
        67
        8
        数値目標
        96
        13""",
        [("棚田の植栽面積", "67", "96"), ("水車の点検回数", "8", "13")],
    ),
    "names above heads that come again": (
        """古墳の案内率
        現状値(令和元年度) 目標値(令和7年度)
        31% 60%
        算定方法
        苔庭の見学者数
        現状値(令和元年度) 目標値(令和7年度)
        1,450人 2,000人""",
        [("古墳の案内率", "31%", "60%"), ("苔庭の見学者数", "1,450人", "2,000人")],
    ),
    "arrows without a head": (
        """窯元の数を守ります
        陶片の分類率
        16%(H25)⇒40%(H32)
        窯跡の標柱の数
        約10箇所(H25)⇒約25箇所(H32)""",
        [("陶片の分類率", "16%", "40%"), ("窯跡の標柱の数", "約10箇所", "約25箇所")],
    ),
    "rows below a label": (
        """○成果指標
        灯台の夜間公開日数 31日(R4) 52日(R9)
        藍染の体験率 12.5%(R4) 20.0%(R9)""",
        [("灯台の夜間公開日数", "31日", "52日"), ("藍染の体験率", "12.5%", "20.0%")],
    ),
    "a head of two lines without names; what is said of each, below": (
        """町の目標は次のとおりです。
        現状値
        (H27年度)
        目標値
        (H35年度)
        鷹匠の継承率
        38.2%
        60%以上
        訓練の記録による。
        鷹の見物者割合
        71.2%
        75%以上
        祭りの日の調べ""",
        [("鷹匠の継承率", "38.2%", "60%以上"), ("鷹の見物者割合", "71.2%", "75%以上")],
    ),
    "KPI as what is aimed at": (
        """数値目標項目 基準値 KPI 実績値
        炭窯の修繕件数 6件 11件 0件
        炭焼き体験の参加者数 30人 90人 41人""",
        [("炭窯の修繕件数", "6件", "11件"), ("炭焼き体験の参加者数", "30人", "90人")],
    ),
    "only what is aimed at": (
        """成果指標 目標値（令和9年度）
        凧の修理件数 40件
        凧あげ大会の参加者数 300人""",
        [("凧の修理件数", "None", "40件"), ("凧あげ大会の参加者数", "None", "300人")],
    ),
    "names whose words stand apart, with what is said of them": (
        """指標 内容 現状値 目標値

        竹細工の体験面積

        貸し出された竹林の面 積から判断します。

        46.3ha 90.0ha

        竹笛の魅力 や個性を知る人の割合

        住民への問いから、里の歌が好まれているか判断します。

        59.2% 65.0%""",
        [
            ("竹細工の体験面積", "46.3ha", "90.0ha"),
            ("竹笛の魅力や個性を知る人の割合", "59.2%", "65.0%"),
        ],
    ),
    "only years as heads, below a label": (
        """○ 施策の目標
        <平成11年度> | <平成16年度> | |
        (1) 渡し舟の再開 | 58艘 | 68艘 |
        1) 桟橋の修繕の推進 | 7か所 | 10か所 |""",
        [("渡し舟の再開", "58艘", "68艘"), ("桟橋の修繕の推進", "7か所", "10か所")],
    ),
    "both values in one cell": (
        """重点目標 | 数値目標 | 目標値(平成17年現状値から平成23年目標値) |
        ---|---|---|
        1 笛を受け継ぐ | 笛の講師の登用人数 | 0人から15人へ |
        2 笛を聴く | 笛の演奏会の来場者数 | 109人から毎年500人以上へ |""",
        [("笛の講師の登用人数", "0人", "15人"), ("笛の演奏会の来場者数", "109人", "500人以上")],
    ),
    "sentences": (
        """令和9年度までに夜警の加入率を61%から75%に高めます。
        昨年は、櫓の数を10基から12基に増やしました。
        祭りの来場者数を令和4年度の3万人から、令和9年度までに5万人に増やします。
        Increase the recycling rate from 32% to 45% by 2030.""",
        [
            ("夜警の加入率", "61%", "75%"),
            ("祭りの来場者数", "3万人", "5万人"),
            ("recycling rate", "32%", "45%"),
        ],
    ),
    "English, with a year for the value now": (
        """Measure 2022 2027 target
        Boardwalk miles, river and lake 71 140
        Trained bell ringers 18 40""",
        [("Boardwalk miles, river and lake", "71", "140"), ("Trained bell ringers", "18", "40")],
    ),
    "English cells, with a year for the value now": (
        """Indicator | 2021/22 | Target 2025/26
        Cottages at band C or better | 58% | 85%
        Letters answered within 10 days | 64% | 95%""",
        [
            ("Cottages at band C or better", "58%", "85%"),
            ("Letters answered within 10 days", "64%", "95%"),
        ],
    ),
    "the value that holds now, before one of a later year": (
        """評価指標 現状値(R2) 4年度実績 目標値(R8)
        蔵書の点検冊数 310冊 355冊 500冊
        凧の工房の数 6か所 7か所 9か所""",
        [("蔵書の点検冊数", "310冊", "500冊"), ("凧の工房の数", "6か所", "9か所")],
    ),
    "departments at the ends of rows": (
        """指標 現状値 目標値 担当課
        干潟に関心があり観察会に参加した人の割合 17.2% 27.7% 環境係
        糸車の保存の連携 7,013件 9,804件 環境係""",
        [
            ("干潟に関心があり観察会に参加した人の割合", "17.2%", "27.7%"),
            ("糸車の保存の連携", "7,013件", "9,804件"),
        ],
    ),
    "three values of a row, the year of each below it": (
        """指標名
        基準値
        中間値
        目標値
        凧の工房の数
        6か所
        (2019年度)
        7か所
        (2022年度)
        9か所
        (2025年度)
        糸車の語り手の人数
        31人
        (2019年度)
        35人
        (2022年度)
        40人
        (2025年度)""",
        [("凧の工房の数", "6か所", "9か所"), ("糸車の語り手の人数", "31人", "40人")],
    ),
    "people by year": (
        "区分 平成27年 令和2年\n総人口 8,210人 7,940人\n老年人口 3,110人 3,300人",
        [],
    ),
    "money by purpose": ("款 予算額 決算額\n民生費 900千円 880千円\n土木費 410千円 400千円", []),
    "words of a town's own pages head the values": (
        """項目　今（R5）　10年後（R16）
        竪琴の貸出件数　31件　52件
        漆器の修繕率　12.5％　40％""",
        [("竪琴の貸出件数", "31件", "52件"), ("漆器の修繕率", "12.5％", "40％")],
    ),
    "a letter of the head is lost, others are radicals": (
        """指 　基準（平成 30 年度）　中間（令和４年度）　⽬標（令和９年度）
        市⺠農園の区画数　312 区画　355 区画　420 区画
        里⼭の保全率　80.5％　85％　90％""",
        [("市民農園の区画数", "312区画", "420区画"), ("里山の保全率", "80.5％", "90％")],
    ),
    "lines that say from what to what; opening hours are none": (
        """- 米を備えている人の割合　42.7パーセント（令和2年度）から65パーセント（令和13年度）へ
        - 竪琴の貸出件数　31件から52件へ
        - 開館時間　9時から17時まで""",
        [
            ("米を備えている人の割合", "42.7パーセント", "65パーセント"),
            ("竪琴の貸出件数", "31件", "52件"),
        ],
    ),
    "a table ends where the next page has its head": (
        "第１節 学校教育 【現況と課題】 児童の数は減少しています。学校の配置を考える時期です。"
        "不登校の児童が増え、支援が求められています。 【基本方針】 環境を整えます。 【主な施策】 "
        "１ 教育内容の充実 （１）学力の向上 端末を使い、学習を進めます。 （２）英語教育の推進 "
        "外国語の助手を招きます。 ２ 教育環境の整備 （１）学校施設の長寿命化 校舎を直します。 "
        "【目標指標】 指標名 現状値（令和4年度） 目標値（令和9年度） 竪琴の貸出件数 31件 52件 "
        "漆器の修繕率 0.0％ 60.0％ 62\n"
        "第４次鳴砂町総合計画 後期基本計画 第２節 生涯学習 【現況と課題】 講座の参加者は高齢の方に"
        "偏っています。図書館は開館から38年です。 【基本方針】 学びを地域で生かします。 "
        "【主な施策】 １ 学習機会の充実 （１）多様な講座の開催 夜間の講座を開きます。 63",
        [("竪琴の貸出件数", "31件", "52件"), ("漆器の修繕率", "0.0％", "60.0％")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_table_is_read(layout: str, tmp_path: Path) -> None:
    text, wanted = LAYOUTS[layout]
    assert measured(text, tmp_path) == wanted


def test_every_feature_has_a_weight() -> None:
    """What the code tells has a weight, and each weight is of something that it tells."""
    source = "".join(
        Path(str(module)).with_name(f"{name}.py").read_text(encoding="utf-8")
        for module, name in ((evidence.__file__, "evidence"), (evidence.__file__, "alignment"))
    )
    for feature in evidence.weights():
        last = feature.split()[-1]
        assert f'"{feature}"' in source or re.search(rf'"{last}"|{last}"', source), feature


def test_names_and_values_of_columns_are_matched() -> None:
    words = ["苔の面積", "凧の数", "30ha", "4基", "40ha", "9基"]
    atoms = [Atom(word, place, value=place > 1, starts=True) for place, word in enumerate(words)]
    rows = align(atoms, 2)
    assert [(row.name, row.values) for row in rows] == [((0,), (2, 4)), ((1,), (3, 5))]


@pytest.mark.parametrize(
    "text",
    [
        "新たに笛を吹く人(平成27～32年度累計) 3人 100人",
        "笛の担い手 ※H22～H26計 631人",
        "これまでの実績 第1期 期間 H17～H20 目標数 8",
    ],
)
def test_years_of_a_sum_or_an_earlier_term_are_no_period(text: str, tmp_path: Path) -> None:
    assert plan_of(f"第5期鳴砂町笛の音計画\n\n{text}\n", tmp_path).period is None
