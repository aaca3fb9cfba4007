"""Rows of indicator tables whose names or descriptions go on below, and records on one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document
from tests.measured import measured
from tests.outlined import plan_of

#: Layouts, and the indicators of each: name, value now, value aimed at.
LAYOUTS = {
    "names that hang from their values": (
        """番号 指標 単位 現状値 目標値
        1 水車小屋を見学した団体 団体 27（2021年度） 36（2030年度）
        数
        2 漆器の修繕率 ％ 23（2021年度） 47（2030年度）
        3 渡船を使って通学する児 人 14（2021年度） 20（2030年度）
        童の人数""",
        [
            ("水車小屋を見学した団体数", "27", "36"),
            ("漆器の修繕率", "23", "47"),
            ("渡船を使って通学する児童の人数", "14", "20"),
        ],
    ),
    "names centred on their values": (
        """指標名　現状値　目標値　担当課
        渡船を使って通
        学する児童生徒　14人　20人　学校教育課
        の人数
        漆器の修繕率　23％　47％　商工課
        竪琴を弾いたこ
        とのある市民の　31％　52％　文化課
        割合""",
        [
            ("渡船を使って通学する児童生徒の人数", "14人", "20人"),
            ("漆器の修繕率", "23％", "47％"),
            ("竪琴を弾いたことのある市民の割合", "31％", "52％"),
        ],
    ),
    "a bracket that a column cuts": (
        """指標　策定時　最終目標
        藍染の体験率（単位　12.5　20.0
        ：％）
        古墳の案内率（単位　31　60
        ：％）""",
        [("藍染の体験率", "12.5", "20.0"), ("古墳の案内率", "31", "60")],
    ),
    "descriptions and sources behind the values": (
        """指標の名称 基準値 目標 説明 データ出典
        R1年度 R11年度
        棚田の植栽面積 67ha 96ha 市が実測して把握します。 農業台帳
        窯跡の標柱の数 11本 25本 市が実測して把握します。 文化財台帳
        苔庭の見学者数 1,450人 2,000人 入園券の枚数により毎月集計し
        ます。 観光統計
        陶片の分類率 16％ 40％ 分類した陶片の割合です。 文化財台帳""",
        [
            ("棚田の植栽面積", "67ha", "96ha"),
            ("窯跡の標柱の数", "11本", "25本"),
            ("苔庭の見学者数", "1,450人", "2,000人"),
            ("陶片の分類率", "16％", "40％"),
        ],
    ),
    "records on one line, fields behind the name": (
        """【成果指標】
        指標の名称：鳴砂の観察者数　単位：人　担当課：観光課　現状値：880（R5）　目標値：960（R10）
        指標の名称：観察路の延長　単位：km　担当課：土木課　現状値：3（R5）　目標値：維持（R10）""",
        [("鳴砂の観察者数", "880", "960"), ("観察路の延長", "3", "維持")],
    ),
    "figures below a label of figures": (
        """図表2　主な統計指標
        平成22年度 平成27年度
        灯台の見学者数 865人 763人
        渡船の利用者数 574人 505人
        図表3　財政指標の推移
        H22\tH27
        経常収支比率\t60.1%\t58.9%""",
        [],
    ),
    "a trend with an arrow above other figures": (
        """交通事故件数：3,754人（2012年度）→ 3,641人（2020年度）に減少

        公共施設の一覧
        施設名 建築年度 延床面積
        養蜂資料館 1972 5,628㎡
        窯業試験場 1977 3,685㎡""",
        [],
    ),
    "the sign of numbers before each head": (
        """№  指標  現状値  目標値
        1  水車の点検回数  4回  9回
        まとめは次のとおりです。
        №  指標  現状値  目標値
        1  漆器の修繕率  23％  47％
        まとめは次のとおりです。
        №  指標  現状値  目標値
        1  琥珀の展示点数  31点  45点""",
        [
            ("水車の点検回数", "4回", "9回"),
            ("漆器の修繕率", "23％", "47％"),
            ("琥珀の展示点数", "31点", "45点"),
        ],
    ),
    "a mark before the head": (
        """●指標　現状値　目標値
        水車の点検回数　4回　9回
        漆器の修繕率　23％　47％""",
        [("水車の点検回数", "4回", "9回"), ("漆器の修繕率", "23％", "47％")],
    ),
    "years side by side below figures": (
        """図表4　主な統計指標
        指標　平成22年度　平成27年度　令和2年度
        灯台の見学者数　865人　763人　701人
        渡船の利用者数　574人　505人　498人""",
        [],
    ),
    "records whose aim is a word": (
        """指標名：琥珀の展示点数
        現状値（令和4年度）：2,031点
        最終目標（令和9年度）：増加させる
        指標名：瓦の葺き替え率
        現状値（令和4年度）：78％
        最終目標（令和9年度）：現状維持""",
        [("琥珀の展示点数", "2,031点", "増加させる"), ("瓦の葺き替え率", "78%", "現状維持")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_are_read(layout: str, tmp_path: Path) -> None:
    text, wanted = LAYOUTS[layout]
    assert measured(text, tmp_path) == wanted


def test_a_title_goes_on_in_a_line_set_in_deeper_than_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "第4次潮見町総合計画\n\n施策１　灯台と桟橋を結ぶ遊歩道と広場を計\n　　　画的に整備します\n"
        "　桟橋の板が古くなり、雨の日には渡れないことがあります。板を取り替え、\n"
        "手すりを付けます。\n施策２　糸車の保存\n　　　港町の手仕事\n"
        "　習う人が減り、道具も傷んでいます。教室を開き、道具を直します。\n",
        encoding="utf-8",
    )
    titles = [one.item.title for one in read_document(path).plan.entries()]
    assert titles == ["灯台と桟橋を結ぶ遊歩道と広場を計画的に整備します", "糸車の保存"]


def test_kpi_names_no_policy_and_a_word_goes_on_below_its_title(tmp_path: Path) -> None:
    lines = ["第2期潮見町創生総合戦略", ""]
    names = ("港にしごとをつくり、安心", "新しい人の流れをつく", "桟橋の町を守る")
    for number, name in enumerate(names, 1):
        lines += [f"【基本目標{number}】{name}"]
        lines += [["　　して働けるようにする"], ["　　り、海辺に人を増やす"], []][number - 1]
        lines += ["○具体的な施策", f"(1) {('灯台', '凧', '糸車')[number - 1]}の保存"]
        lines += ["【KPI】", f"見学者数：{number}0人(R5)→{number}5人(R10)"]
        lines += ["　桟橋の板が古くなり、雨の日には渡れないことがあります。"]
    entries = [
        one for one in plan_of("\n".join(lines), tmp_path).entries() if one.kind != "indicator"
    ]
    assert [one.item.title for one in entries] == [
        "港にしごとをつくり、安心して働けるようにする", "灯台の保存",
        "新しい人の流れをつくり、海辺に人を増やす", "凧の保存", "桟橋の町を守る", "糸車の保存",
    ]  # fmt: skip
