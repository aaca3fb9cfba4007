"""Kinds that one heading has from another: what a chart lists, what chapters of files hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.headings import vouched
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.reader import read_document
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import parse
from tests.outlined import named, nested, plan_of


def heading(place: int, text: str, kind: str, children: int = 0) -> Heading:
    _, code, end = parse(text)
    assert code is not None
    one = Heading(place, Unit(text, place, place), text[end:], code, code.family, kind=kind)
    one.children = [heading(place + at, f"({at}) 受付", "measure") for at in range(1, children + 1)]
    return one


def test_a_chart_calls_its_lines_what_the_body_calls_them() -> None:
    chart, body = heading(1, "1-1 福祉の充実", "measure"), heading(5, "1-1 福祉の充実", "policy", 2)
    vouched.repeats([chart, body])
    assert (chart.kind, body.kind) == ("policy", "policy")


def test_headings_that_hold_as_much_keep_their_kinds() -> None:
    first, second = heading(1, "1-1 福祉の充実", "measure"), heading(5, "1-1 福祉の充実", "policy")
    vouched.repeats([first, second])
    assert (first.kind, second.kind) == ("measure", "policy")


def test_one_title_with_other_numbers_is_another() -> None:
    first, second = heading(1, "1-1 福祉", "measure"), heading(5, "2-1 福祉", "policy", 2)
    vouched.repeats([first, second])
    assert (first.kind, second.kind) == ("measure", "policy")


def test_what_is_of_the_kind_of_its_parts_says_nothing_of_others() -> None:
    outline, body = heading(1, "1 献立の工夫", "policy"), heading(5, "1 献立の工夫", "measure", 2)
    vouched.repeats([outline, body])
    assert (outline.kind, body.kind) == ("policy", "measure")


FILES = """ダウンロード
・表紙・目次（PDF：0.3MB）
・第1章 計画の策定に当たって（PDF：1.4MB）
・第2章 基本構想（PDF：1.1MB）
・第3章-1 潮風のなかで学びあうまち（PDF：2.4MB）
・第3章－2　灯りの絶えないまち（PDF：3.4MB）
・第4章 計画の推進（PDF：0.8MB）
・資料編（PDF：5.1MB）
"""


def test_files_name_what_stands_in_a_chapter_and_no_part_of_the_title(tmp_path: Path) -> None:
    plan = plan_of("第4次潮見町総合計画\n" + FILES, tmp_path)
    assert plan.title == "第4次潮見町総合計画"
    assert [(one.kind, one.item.code, one.item.title) for one in plan.entries()] == [
        ("goal", "第3章-1", "潮風のなかで学びあうまち"),
        ("goal", "第3章－2", "灯りの絶えないまち"),
    ]


def test_policies_by_field_of_a_master_plan_have_parts(tmp_path: Path) -> None:
    """土地利用の方針 names a chapter elsewhere; beside another policy it is one."""
    text = (
        "第４章　分野別方針\n１．土地利用の方針\n（１）基本的な考え方\n市街地を広げません。\n"
        "（２）住宅地の土地利用\n①　低層住宅地\n・庭木を残します。\n②　集落地\n・蔵を残します。\n"
        "２．道路の方針\n（１）生活道路の改善\n①　通学路\n・歩道を広げます。\n"
    )
    assert nested(plan_of(text, tmp_path).elements) == [
        "policy 土地利用の方針",
        "  measure 住宅地の土地利用",
        "    direction 低層住宅地",
        "    direction 集落地",
        "policy 道路の方針",
        "  measure 生活道路の改善",
        "    direction 通学路",
    ]


def test_policies_by_field_that_files_list_are_all_policies(tmp_path: Path) -> None:
    """Bare names of fields (土地利用の方針) too, where three and more end alike."""
    names = ("土地利用", "海辺の道", "景観", "港の緑地")
    files = (f"4-{n} {name}の方針（{n}ページ）" for n, name in enumerate(names, 1))
    plan = plan_of("潮見町都市計画マスタープラン\n第4章 全体構想\n" + "\n".join(files), tmp_path)
    assert [(one.kind, one.item.title) for one in plan.entries()] == [
        ("policy", f"{name}の方針") for name in names
    ]


def test_directions_of_a_column_above_measures_are_policies(tmp_path: Path) -> None:
    rows = (
        "基本目標\t施策の方向\t具体的施策",
        "1 認めあう町\t(1)学びの場の充実\t1 講座の開催",
        "\t\t2 図書の充実",
        "\t(2)声を聴く場の充実\t3 集会の開催",
        "2 支えあう町\t(1)見守りの推進\t4 訪問の充実",
    )
    document = tmp_path / "plan.html"
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in rows)
    document.write_text("<table><tr>" + "</tr><tr>".join(cells) + "</tr></table>", "utf-8")
    assert nested(read_document(document).plan.elements) == [
        "goal 認めあう町",
        "  policy 学びの場の充実",
        "    measure 講座の開催",
        "    measure 図書の充実",
        "  policy 声を聴く場の充実",
        "    measure 集会の開催",
        "goal 支えあう町",
        "  policy 見守りの推進",
        "    measure 訪問の充実",
    ]


@pytest.mark.parametrize("chapter", ["第４章　具体的な取組", "Ⅳ　施策の内容", "第４章　個別施策"])
def test_a_chapter_on_what_is_done_holds_all_its_levels(chapter: str, tmp_path: Path) -> None:
    """What it announces are not the fields right below it; a line of one field is no level."""
    text = chapter + "".join(
        f"\n{n}　{field}\nねらい：{aim}\n{n}－1　{first}\n概要　広めます。"
        f"\n{n}－2　{second}\n概要　続けます。"
        for n, (field, aim, first, second) in enumerate(
            [
                ("窓口のＤＸ", "待たない役所へ", "書かない窓口の導入", "電子申請の拡大"),
                ("地域のＤＸ", "誰も残さない", "スマートフォン教室の開催", "統計データの公開"),
            ],
            1,
        )
    )
    kinds = {one.title: one.kind for one in plan_of(text, tmp_path).elements}
    assert set(kinds) == {"窓口のＤＸ", "地域のＤＸ"}
    assert set(kinds.values()) <= {"goal", "policy"}


def test_arrows_of_a_schedule_are_no_values(tmp_path: Path) -> None:
    acts = "".join(
        f"\n１－{n}　{title}\nロードマップ\n令和５年度 令和６年度 令和７年度\n準備 ⇒ ⇒\n実施 ⇒ ⇒"
        f"\n指標 基準値（R4） 目標値（R8）\n{name} {now} 件 {aim} 件"
        for n, (title, name, now, aim) in enumerate(
            [("灯台の公開", "来訪者の数", 12, 30), ("潮風市の開催", "出店の数", 25, 48)], 1
        )
    )
    plan = plan_of(f"１　港のにぎわい{acts}\n", tmp_path)
    assert [one.title for one in plan.elements[0].children] == ["灯台の公開", "潮風市の開催"]
    assert [(one.title, one.target and one.target.printed) for one in plan.indicators] == [
        ("来訪者の数", "30件"),
        ("出店の数", "48件"),
    ]


def test_signs_in_columns_behind_a_title_are_no_part_of_it(tmp_path: Path) -> None:
    text = (
        "基本戦略１　里の価値を磨く\n取組　町　観光協会　短期　中期　長期\n"
        "取組１　茅葺き集落の保全　◎　○　●　●　●\n取組２　駅の改修　○　◎　●\n"
        "基本戦略２　人を育てる\n取組　町　観光協会　短期　中期　長期\n取組３　案内人の育成　○　→\n"
    )
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 里の価値を磨く",
        "  direction 茅葺き集落の保全",
        "  direction 駅の改修",
        "goal 人を育てる",
        "  direction 案内人の育成",
    ]


def test_works_of_the_plan_with_high_numbers_and_amounts_below(tmp_path: Path) -> None:
    text = (
        "政策９　みどりを感じられるまちにします\n10年後の区の姿\n四季を感じることができます。\n"
        "施策25　みどりの保全\n計画事業54　保護樹木の支援\nみどり公園課\n手入れの費用を助けます。\n"
        "現況\n令和７年度\n計\n保護樹木の指定\n612 本\n642 本\n計画事業55　緑化の助成\n"
        "施策26　公園の整備\n計画事業56　新しい公園\n用地を求めます。\n"
    )
    assert nested(plan_of(text, tmp_path).elements) == [
        "policy みどりを感じられるまちにします",
        "  ideal-state 四季を感じることができます",
        "  measure みどりの保全",
        "    project 保護樹木の支援",
        "    project 緑化の助成",
        "  measure 公園の整備",
        "    project 新しい公園",
    ]


def test_terms_at_the_foot_of_a_sheet_end_with_the_next_one(tmp_path: Path) -> None:
    text = "".join(
        f"施策２－{n}\n{title}\n\n主担当課\n{office}\n関係課\n総務課、港湾課\n\n● 現状\n{told}\n\n"
        "用語解説\n※ もやい：船をつなぐ綱。\n\n"
        for n, title, office, told in (
            (1, "灯台の保存の充実", "文化課", "塗りがはげています。"),
            (2, "渡し船の維持の充実", "交通課", "漕ぎ手が減りました。"),
        )
    )
    assert nested(plan_of(text, tmp_path).elements) == [
        "measure 灯台の保存の充実",
        "measure 渡し船の維持の充実",
    ]


def test_a_chapter_on_measures_may_say_first_what_the_place_will_be(tmp_path: Path) -> None:
    text = "新町の計画\n目次\nⅠ\n地域の概況……1\nⅡ\n新町の施策\n" + "".join(
        f"{goal}、{title}（{field}）……{goal + 2}\n(1){first}……{goal + 3}\n(2){second}……{goal + 4}\n"
        for goal, title, field, first, second in (
            (1, "水音の聞こえるまちづくり", "環境", "湧水の保全", "里山の再生"),
            (2, "手をつなぐまちづくり", "自治", "自治会の支援", "祭りの継承"),
        )
    )
    assert [line.partition("（")[0] for line in nested(plan_of(text, tmp_path).elements)] == [
        "goal 水音の聞こえるまちづくり",
        "  measure 湧水の保全",
        "  measure 里山の再生",
        "goal 手をつなぐまちづくり",
        "  measure 自治会の支援",
        "  measure 祭りの継承",
    ]


@pytest.mark.parametrize(("label", "mark"), [("▼{}", "・"), ("■{}", "●"), ("【{}】", "○")])
def test_titles_of_what_is_the_matter_are_none_of_what_is_done(
    label: str, mark: str, tmp_path: Path
) -> None:
    text = "第4次潮見町総合計画\n" + "".join(
        f"施策{n}　{title}\n{label.format('現状と課題')}\n{mark}{first}\n担い手が減りました。\n"
        f"{mark}{second}\n費用が増えました。\n{label.format('主な取組')}\n{mark}{act}\n{mark}{more}\n"
        for n, title, first, second, act, more in (
            (
                1,
                "灯台の保存",
                "灯台の管理の推進",
                "航路の安全の確保",
                "灯室の塗替え",
                "夜の見学会の開催",
            ),
            (2, "渡し船の維持", "船員の育成", "桟橋の整備", "船員の募集", "浮桟橋の点検"),
        )
    )
    assert nested(plan_of(text, tmp_path).elements) == [
        "measure 灯台の保存",
        "  direction 灯室の塗替え",
        "  direction 夜の見学会の開催",
        "measure 渡し船の維持",
        "  direction 船員の募集",
        "  direction 浮桟橋の点検",
    ]


@pytest.mark.parametrize("title", ["横断的に取り組むテーマ", "分野横断的な取組"])
def test_themes_below_what_runs_across_the_plan_are_projects(title: str, tmp_path: Path) -> None:
    text = f"""<h1>渚市総合計画</h1><h2>施策の体系</h2><table><tr><th>政策</th><th>施策</th></tr>
<tr><td>1-1 海を守るまちづくり</td><td>1-1-1 浜の清掃の推進</td></tr>
<tr><td>1-2 森を守るまちづくり</td><td>1-2-1 間伐の促進</td></tr></table>
<h2>{title}</h2><dl>
<dt>テーマ1　灯台のデジタル化の推進</dt><dd>灯台の仕事を軽くします。</dd>
<dt>テーマ2　若者に選ばれるまちづくり</dt><dd>働き方を選べるようにします。</dd></dl>
"""
    assert named(plan_of(text, tmp_path, ".html"))[-2:] == [
        ("project", "灯台のデジタル化の推進"),
        ("project", "若者に選ばれるまちづくり"),
    ]


def test_what_holds_a_label_of_goals_is_no_measure(tmp_path: Path) -> None:
    text = "霧浜町環境基本計画の目標\n" + "".join(
        f"{n} {title}\n＜基本目標＞\n(1){first}\n(2){second}\n"
        for n, title, first, second in (
            (1, "澄んだ水を守る地域の形成", "井戸を清く保つ。", "川の番人を育てる。"),
            (2, "炭をめぐらせる地域の形成", "炭窯の煙を減らす。", "薪の使い方を学ぶ。"),
            (3, "星の見える地域の形成", "夜の明かりを抑える。", "星見の会を開く。"),
        )
    )
    assert nested(plan_of(text, tmp_path).elements)[:3] == [
        "policy 澄んだ水を守る地域の形成",
        "  measure 井戸を清く保つ",
        "  measure 川の番人を育てる",
    ]


def test_what_a_place_will_be_below_a_goal_is_a_policy(tmp_path: Path) -> None:
    text = (
        "第4次潮見町総合計画\nⅠ 人が輝き安心して暮らせるまち\n1 学びを支えるまちづくり\n"
        "(1)学校の改修\n(2)図書の充実\n2 元気に暮らすまちづくり\n(1)健診の充実\n(2)運動の推進\n"
        "Ⅱ 海とともに生きるまち\n1 災害に強いまちづくり\n(1)堤防の整備\n(2)訓練の実施\n"
    )
    kinds = [line.split()[0] for line in nested(plan_of(text, tmp_path).elements)]
    assert kinds[:4] == ["goal", "policy", "measure", "measure"]
    assert kinds.count("goal") == 2
    assert kinds.count("policy") == 3


def test_a_list_of_a_page_states_its_vision_and_what_is_done_about_the_plan(
    tmp_path: Path,
) -> None:
    text = """第2次潮見町共生プラン
- 計画期間　令和6年度から令和10年度まで
- 目指す社会　互いを照らし　誰もが輝ける港町
- 位置づけ　条例に基づく計画
- 基本目標と施策
- 基本目標1　照らし合う心づくり
- (1)夜の教室の開催
- (2)港祭りの継承
- 基本目標2　計画の推進体制の強化
- (1)庁内推進体制の充実
- (2)島の団体との連携
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "vision 互いを照らし　誰もが輝ける港町",
        "goal 照らし合う心づくり",
        "  measure 夜の教室の開催",
        "  measure 港祭りの継承",
        "goal 計画の推進体制の強化",
        "  measure 庁内推進体制の充実",
        "  measure 島の団体との連携",
    ]


def test_what_a_starred_word_means_is_no_title(tmp_path: Path) -> None:
    text = """第2節 灯火の節約
主な施策
1 夜の明かりの見直し
2 ３消し運動*の推進
* ３消し運動：使わない灯を消す、早く寝る、月を見る運動
3 油の再生の推進
"""
    (measure,) = plan_of(text, tmp_path).elements
    assert [one.title for one in measure.children] == [
        "夜の明かりの見直し",
        "３消し運動の推進",
        "油の再生の推進",
    ]
