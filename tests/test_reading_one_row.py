"""Pages on one row (行の切れ目が失われた文書): which titles stand in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import plan_of

_GOALS = ["goal 星の見える村", "goal 橋のかかる村"]
_MEASURES = ["街灯の見直し", "天文台の活用", "吊り橋の改良", "渡し船の再生"]
_STARS = "夜の明るさを測り、村民とともに空を守ります。観光にも生かします。"
_BRIDGES = "古い橋を直し、谷をまたぐ道を保ちます。通学の安全を確かめます。"

#: The two goals with two measures each, as pages on one row print them.
_PAGES = {
    "numbers within numbers": (
        f"第2章 基本計画 基本目標1 星の見える村 {_STARS} 施策1の1 街灯の見直し 灯りを減らします。"
        f" 施策1の2 天文台の活用 週に一度開きます。 基本目標2 橋のかかる村 {_BRIDGES}"
        " 施策2の1 吊り橋の改良 年に二度行います。 施策2の2 渡し船の再生 船頭を育てます。"
    ),
    "points behind stops and goals": (
        f"基本目標①　星の見える村 {_STARS}・街灯の見直し・天文台の活用"
        "基本目標②　橋のかかる村・吊り橋の改良・渡し船の再生 "
    ),
    "numbers in circles behind goals": (
        "基本目標１：星の見える村①街灯の見直し②天文台の活用 "
        f"基本目標２：橋のかかる村 {_BRIDGES}①吊り橋の改良②渡し船の再生 "
    ),
    "nothing between lines, edges of pages and rows of tables": (
        "第1章　星の見える村第1節　街灯の見直し施策の目標夜道が安全で、星もよく見えています。"
        "現状と課題灯りが多すぎます。12第4次月野村総合計画"
        "第2節　天文台の活用施策の目標子どもが空に親しんでいます。現状と課題休みの多い施設です。"
        "指標名 現状値（R5） 目標値（R11）来館者の数 210人 300人13第4次月野村総合計画"
        "第2章　橋のかかる村第1節　吊り橋の改良施策の目標橋が通学に使われています。"
        "現状と課題板が傷んでいます。14第4次月野村総合計画"
        "第2節　渡し船の再生施策の目標船が毎日出ています。現状と課題船頭がいません。"
    ),
    "letters behind finished titles": (
        f"基本目標1 星の見える村 {_STARS}ア 街灯の見直しイ 天文台の活用"
        f"基本目標2 橋のかかる村 {_BRIDGES}ア 吊り橋の改良イ 渡し船の再生"
    ),
    "signs that lead on": (
        "施策体系図 基本目標1 星の見える村 → 施策1-1 街灯の見直し ／ 施策1-2 天文台の活用"
        " 基本目標2 橋のかかる村 → 施策2-1 吊り橋の改良 ／ 施策2-2 渡し船の再生"
    ),
    "commas between coded titles": (
        "基本目標1：星の見える村 ⇒ 施策1-1 街灯の見直し、施策1-2 天文台の活用\n"
        "基本目標2：橋のかかる村 ⇒ 施策2-1 吊り橋の改良、施策2-2 渡し船の再生"
    ),
    "a page behind the last title": (
        f"基本目標1 星の見える村 {_STARS}施策1 街灯の見直し施策2 天文台の活用"
        f"基本目標2 橋のかかる村 {_BRIDGES}施策1 吊り橋の改良施策2 渡し船の再生14"
    ),
    "a number in brackets behind a label": (
        f"基本目標1 星の見える村 {_STARS} ■主な施策 (1) 街灯の見直し (2) 天文台の活用"
        f" 基本目標2 橋のかかる村 {_BRIDGES} ■主な施策 (1) 吊り橋の改良 (2) 渡し船の再生"
    ),
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=[name.replace(" ", "-") for name in _PAGES])
def test_titles_are_found_within_a_row(page: str, tmp_path: Path) -> None:
    goals = plan_of(page + "\n", tmp_path).elements
    assert [f"{one.kind} {one.title}" for one in goals] == _GOALS
    below = [below.title for one in goals for below in one.children if below.kind != "ideal-state"]
    assert below == _MEASURES


def test_a_cover_on_a_short_row_says_what_its_labels_say(tmp_path: Path) -> None:
    cover = "第4次月野村総合計画 概要版 月野村 計画期間 2027年度から2034年度まで 将来像 空と谷の里"
    plan = plan_of(f"{cover}\n基本目標1 星の見える村 {_STARS}\n", tmp_path)
    assert plan.title == "第4次月野村総合計画"
    assert ("vision", "空と谷の里") in [(one.kind, one.title) for one in plan.elements]


def test_titles_end_where_the_sentence_behind_them_begins(tmp_path: Path) -> None:
    """A sentence without its stop, a usual end, a place: each is whole before another begins."""
    page = (
        "第2章　星の見える村夜間の明るさを測り、村民とともに空を守ります。"
        "1-1 街灯の見直しを進めます村道の灯りを減らし、向きを下に変えます。"
        "1-2 天文台の活用また、週に一度は夜も開き、案内役を置きます。"
        "1-3 星空案内人の養成講座を年に二度開き、宿と結びます。"
    )
    (goal,) = plan_of(f"{page}\n", tmp_path).elements
    assert goal.title == "星の見える村"
    assert [one.title for one in goal.children][:2] == ["街灯の見直しを進めます", "天文台の活用"]


def test_an_excerpt_begins_anywhere_in_the_count(tmp_path: Path) -> None:
    """A chapter and a measure that are not the first, and a label that begins with a number."""
    page = (
        "月野村総合計画第4章　星の見える村施策7街灯の見直し10年後のめざす姿夜道が安全です。"
        f"{_STARS}施策8天文台の活用10年後のめざす姿子どもが空に親しんでいます。{_BRIDGES}"
    )
    (goal,) = plan_of(f"{page}\n", tmp_path).elements
    assert (goal.code, goal.title) == ("第4章", "星の見える村")
    titles = [one.title for one in goal.children if one.kind == "measure"]
    assert titles == ["街灯の見直し", "天文台の活用"]


def test_points_within_titles_begin_no_items(tmp_path: Path) -> None:
    items = "・夜景の保全 ・防犯・交通安全の推進 ・生涯学習・天文の振興"
    page = f"基本目標1 星の見える村 {_STARS}{_BRIDGES}{_STARS} 【主な施策】 {items}"
    (goal,) = plan_of(f"{page}\n", tmp_path).elements
    assert [one.title for one in goal.children] == [
        "夜景の保全",
        "防犯・交通安全の推進",
        "生涯学習・天文の振興",
    ]


def test_an_arrow_behind_a_value_leads_to_its_aim(tmp_path: Path) -> None:
    page = (
        "潮見町総合計画　施策1-1 学校給食の充実　給食の費用が上がっています。"
        "安心して食べられる給食を続けます。"
        "　指標　給食に満足する児童の割合　現状値(R5) 72.5％ → 目標値(R11) 80％"
        "　主な取組　①献立の見直し　②地場の野菜の利用"
        "　施策1-2 図書館の整備　本を借りる人が減っています。"
        "　指標　貸出冊数　現状値(R5) 41,200冊 → 目標値(R11) 45,000冊"
        "　主な取組　①開館時間の延長　②読み聞かせの会"
    )
    found = plan_of(f"{page}\n", tmp_path).indicators
    assert [(one.title, str(one.baseline), str(one.target)) for one in found] == [
        ("給食に満足する児童の割合", "72.5％", "80％"),
        ("貸出冊数", "41,200冊", "45,000冊"),
    ]


def test_a_dash_between_years_is_no_mark(tmp_path: Path) -> None:
    page = (
        "潮 見 町 総 合 計 画 平成20年度 － 平成24年度 目 次 Ⅰ 人が輝き安心して暮らせるまち "
        "1 学びを支えるまちづくり (1)学校の改修 (2)図書の充実 2 元気に暮らすまちづくり "
        "(1)健診の充実 Ⅱ 海とともに生きるまち 1 災害に強いまちづくり (1)堤防の整備 (2)訓練の実施"
    )
    period = plan_of(f"{page}\n", tmp_path).period
    assert period is not None
    assert (period.start, period.end) == (2008, 2012)


def test_values_with_an_arrow_and_lists_below_a_label_stand_on_one_row(tmp_path: Path) -> None:
    text = (
        "潮見町遊びの計画 概要 １ 基本目標 次の３つを掲げ、それぞれに数値を定める。 【基本目標】"
        " ① 凧に親しめる機会の充実 数値目標：凧教室の参加者数 18 人（R4 年度） → 25 人（R10 年度）"
        " 施策目標 ・親子の凧づくりの普及 ・凧の貸出しの拡大"
        " ② 独楽の腕前の向上 数値目標：独楽大会の出場者数 46 人（R4 年度） → 60 人（R10 年度）"
        " 施策目標 ・回し手の養成 ・名人との交流の促進"
        " ③ 遊び場の整備 数値目標：遊び場の利用者数 214 人（R4 年度） → 230 人（R10 年度）"
        " 施策目標 ・広場の改修 ・貸出台帳の改善"
    )
    plan = plan_of(text, tmp_path)
    assert [(one.title, len(one.children)) for one in plan.elements] == [
        ("凧に親しめる機会の充実", 2),
        ("独楽の腕前の向上", 2),
        ("遊び場の整備", 2),
    ]
    assert [(one.title, str(one.baseline), str(one.target)) for one in plan.indicators] == [
        ("凧教室の参加者数", "18 人", "25 人"),
        ("独楽大会の出場者数", "46 人", "60 人"),
        ("遊び場の利用者数", "214 人", "230 人"),
    ]
