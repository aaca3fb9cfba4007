"""Pages whose titles have no number: tags, signs of Markdown and lists within lists tell levels."""

from __future__ import annotations

from pathlib import Path

from plangraph.reading.reader import read_document


def _found(path: Path, text: str) -> list[tuple[str, str | None, list[str]]]:
    """Return kind and title of each element, and the titles right below it."""
    path.write_text(text, encoding="utf-8")
    return [
        (one.kind, one.title, [f"{below.kind} {below.title}" for below in one.children])
        for one in read_document(path).plan.elements
    ]


def test_headings_of_a_site_below_a_section_with_a_name_of_its_own(tmp_path: Path) -> None:
    page = """<html lang=ja><body><h1>第3次潮見町総合計画</h1>
<h2>将来像</h2><p>潮風と歩む 潮見</p>
<h2>計画の内容</h2>
<h3>こどもの声がひびくまち</h3><p>学校を開きます。</p>
<h4>通学路の安全の確保</h4><h4>給食と食育の充実</h4>
<h3>浜が人を呼ぶまち</h3><p>市場を開きます。</p>
<h4>朝市</h4><h4>漁港の整備</h4>
<h2>お問い合わせ</h2><p>企画課</p></body></html>"""
    assert _found(tmp_path / "page.html", page) == [
        ("vision", "潮風と歩む 潮見", []),
        (
            "goal",
            "こどもの声がひびくまち",
            ["measure 通学路の安全の確保", "measure 給食と食育の充実"],
        ),
        ("goal", "浜が人を呼ぶまち", ["measure 朝市", "measure 漁港の整備"]),
    ]


def test_fields_above_items_that_markdown_marks_with_a_plus(tmp_path: Path) -> None:
    page = """# 第3次潮見町総合計画

## 分野と施策

### 🏠 住まい分野

+ 空き家の活用
+ 公営住宅の長寿命化

### 👶 子育て分野

+ 保育の充実
+ 産後の家庭への支援

## ダウンロード

+ [計画書](plan.pdf)
"""
    assert _found(tmp_path / "page.md", page) == [
        ("goal", "住まい分野", ["measure 空き家の活用", "measure 公営住宅の長寿命化"]),
        ("goal", "子育て分野", ["measure 保育の充実", "measure 産後の家庭への支援"]),
    ]


def test_lists_within_lists(tmp_path: Path) -> None:
    page = """<html lang=ja><body><h1>第3次潮見町総合計画</h1><h2>計画の内容</h2><ol>
<li>学びあうまち<ul><li>図書館の充実</li><li>学校と地域の連携</li></ul></li>
<li>働きやすいまち<ul><li>漁業の振興</li></ul></li></ol></body></html>"""
    assert _found(tmp_path / "page.html", page) == [
        ("goal", "学びあうまち", ["measure 図書館の充実", "measure 学校と地域の連携"]),
        ("goal", "働きやすいまち", ["measure 漁業の振興"]),
    ]


def test_fields_of_a_list_of_plans_are_no_goals(tmp_path: Path) -> None:
    page = """<html lang=ja><body><h1>町の主な計画一覧</h1>
<h2>まちづくり</h2><ul><li>潮見町景観計画</li><li>潮見町耐震化の促進</li></ul>
<h2>健康づくり</h2><ul><li>潮見町食育の推進</li></ul></body></html>"""
    assert not _found(tmp_path / "page.html", page)


def test_signs_that_only_count_are_no_levels(tmp_path: Path) -> None:
    page = (
        "潮見町総合計画\n#1 学びあうまち\n学校を開きます。\n#2 働きやすいまち\n市場を開きます。\n"
    )
    assert [title for _, title, _ in _found(tmp_path / "page.txt", page)] == [
        "学びあうまち",
        "働きやすいまち",
    ]


def test_lists_below_numbered_items_make_no_levels_of_their_own(tmp_path: Path) -> None:
    page = """<html lang=ja><body><h1>第2期潮見町運動推進計画</h1><h2>計画の体系</h2><ul>
<li>基本方針1 だれもが親しむ運動の推進<ul>
<li>施策1 体力の向上<ul><li>外遊びの普及</li><li>部活動の地域展開</li></ul></li></ul></li>
<li>基本方針2 場の充実<ul>
<li>施策2 施設の整備<ul><li>体育館の改修</li></ul></li></ul></li></ul></body></html>"""
    goals = _found(tmp_path / "page.html", page)
    assert [title for _, title, _ in goals] == ["だれもが親しむ運動の推進", "場の充実"]
    assert [below for _, _, below in goals] == [["measure 体力の向上"], ["measure 施設の整備"]]


def test_where_a_page_stands_on_its_site_is_no_list_of_measures(tmp_path: Path) -> None:
    page = """1. [ホーム](/)
2. [町政の推進](/chosei/)
3. 潮見町総合計画

# 潮見町総合計画

## 分野と政策

### 住まい分野

- 政策 1 ｜ 空き家の活用
- 政策 2 ｜ 公営住宅の長寿命化

### 学び分野

- 政策 3 ｜ 図書館の充実
"""
    assert _found(tmp_path / "page.md", page) == [
        ("goal", "住まい分野", ["policy 空き家の活用", "policy 公営住宅の長寿命化"]),
        ("goal", "学び分野", ["policy 図書館の充実"]),
    ]


def test_rules_of_two_signs_frame_titles_of_two_levels(tmp_path: Path) -> None:
    stars, dashes = "*" * 30, "-" * 30
    told = {
        "浜がにぎわうまち": ("朝市の振興", "漁港の整備"),
        "こどもの声がひびくまち": ("通学路の安全の確保", "給食と食育の充実"),
    }
    lines = ["第3次潮見町総合計画"]
    for goal, measures in told.items():
        lines += [stars, f"# {goal}", stars]
        for measure in measures:
            lines += [dashes, f"# {measure}", dashes, "町の皆さんと進めていきます。"]
    assert _found(tmp_path / "page.txt", "\n".join(lines) + "\n") == [
        ("goal", goal, [f"measure {measure}" for measure in measures])
        for goal, measures in told.items()
    ]


def test_chapters_of_a_plan_by_field_say_what_they_hold(tmp_path: Path) -> None:
    page = """潮見町観光振興計画
目 次
Ⅰ 計画の策定にあたって …… 1
1 計画の趣旨
Ⅱ 計画の理念と方針 …… 4
1 基本理念
2 基本方針
(1)桟橋を生かした滞在の推進
(2)市場からの情報発信
3 計画の目標
Ⅲ 主要施策の展開 …… 8
(1)朝市の磨き上げ
(2)渡し舟の運航
Ⅳ 計画の推進 …… 12
1 推進体制
"""
    assert _found(tmp_path / "page.txt", page) == [
        ("policy", "桟橋を生かした滞在の推進", []),
        ("policy", "市場からの情報発信", []),
        ("measure", "朝市の磨き上げ", []),
        ("measure", "渡し舟の運航", []),
    ]


def test_a_label_of_two_levels_and_a_box_amid_its_list(tmp_path: Path) -> None:
    page = """第2期潮見町総合戦略 概要版
基本目標① 港に働く場をつくる
港の仕事が減っています。
≪方針と施策≫
①水産加工の再生
・加工団地への立地の促進
・共同の冷蔵庫の整備
≪推進体制≫
　町長が本部長を務める。
②働き手の確保
・移住者の住まいの確保
・説明会の開催
基本目標② 港に人を呼ぶ
港を訪れる人が減っています。
≪方針と施策≫
①朝市の再開
・出店者の募集
・駐車場の整備
"""
    goals = _found(tmp_path / "page.txt", page)
    assert [(title, below) for _, title, below in goals] == [
        ("港に働く場をつくる", ["policy 水産加工の再生", "policy 働き手の確保"]),
        ("港に人を呼ぶ", ["policy 朝市の再開"]),
    ]


def test_a_chapter_on_policies_and_numbers_behind_a_label_of_indicators(tmp_path: Path) -> None:
    page = """第1章 計画の背景 ・・・・ 3
1 これまでの取組 ・・・・ 3
第2章 基本的方針 ・・・・ 5
1 桟橋に人が集う機会の充実 ・・・・ 5
2 渡し舟を支える環境の整備 ・・・・ 6
第3章 計画の推進 ・・・・ 9
1 推進体制 ・・・・ 9
"""
    assert [one[:2] for one in _found(tmp_path / "page.txt", page)] == [
        ("policy", "桟橋に人が集う機会の充実"),
        ("policy", "渡し舟を支える環境の整備"),
    ]
    page = """基本目標1 暮らしの支援
港で安心して暮らせるようにします。
成果目標
(1)渡し舟の利用者数
現状(令和5年度)20人
目標(令和11年度)60人
(1)舟の便の充実
現状と課題
夕方の便がありません。
(2)待合所の充実
現状と課題
雨の日に困る人がいます。
"""
    path = tmp_path / "page.txt"
    assert _found(path, page) == [
        ("goal", "暮らしの支援", ["measure 舟の便の充実", "measure 待合所の充実"])
    ]
    (measured,) = read_document(path).plan.indicators
    assert (str(measured.baseline), str(measured.target)) == ("20人", "60人")
