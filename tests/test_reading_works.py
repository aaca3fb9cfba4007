"""Tables of works whose letters keep their places: which lines make a row, and who acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.analysis import analyse
from plangraph.reading.formats import load
from plangraph.reading.reader import read_document

_WORKS_IN_PLACE = {
    "numbers, and offices below the names": """
№    事業名 / 担当課      事業の概要                令和６年度  令和７年度
11   渡し舟の運行事業     日に六便の舟を出す。         1,200       1,300
     水辺課
12   水車小屋の修繕支援   羽根車を葺き替え、粉を         980           0
     事業（新規）         ひく日を設ける。
     手仕事室
""",
    "amounts amid their rows": """
事業名                   事業の概要                    R6        R7
                         舟を日に六便出し、秋
渡し舟の運行事業         には月見の便を加える。     1,200     1,300

水車小屋の修繕支援       羽根車を葺き替え、粉を
事業                     ひく日を設ける。             980         0
""",
    "offices in a column, no numbers and no amounts": """
主な事業                 内容                       担当課
渡し舟の運行事業         舟を日に六便出し、秋には   水辺課
                         月見の便を加える
水車小屋の修繕支援       羽根車を葺き替える         手仕事室
事業
""",
}


@pytest.mark.parametrize("table", _WORKS_IN_PLACE.values(), ids=_WORKS_IN_PLACE)
def test_works_whose_cells_keep_their_places(table: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"施策３　川のある暮らし\n{table}\n※　事業費は見込みです。\n", encoding="utf-8")
    (measure,) = read_document(path).plan.elements
    assert measure.title == "川のある暮らし"
    found = [(one.kind, one.title) for one in measure.children]
    assert found == [("project", "渡し舟の運行事業"), ("project", "水車小屋の修繕支援事業")]
    owned = [one.departments for one in measure.children]
    assert owned == ([(), ()] if "課" not in table else [("水辺課",), ("手仕事室",)])


_BY_FACILITY = {
    "cells in their places": """
持続的発展      事業名               事業内容                     事業主体   備考
施策区分        （施設名）
２ 産業の振興   (1)基盤整備
                農業                 下村農道改良                   町
                                     Ｌ＝820ｍ
                (9)観光又はレクリ    渡し舟の船着場改               舟運組合
                エーション           修事業
""",
    "a cell a line": """
持続的発展
施策区分
事業名
（施設名）
事業内容
事業主体
備考
２ 産業の
振興
(1)基盤整備
農業
下村農道改良
Ｌ＝820ｍ
町
(9)観光又はレ
クリエーション
渡し舟の船着場改修事業
（事業内容）渡し板を張り替える。
舟運組合
""",
    "tabs": """
持続的発展施策区分	事業名（施設名）	事業内容	事業主体	備考
２ 産業の振興	(1)基盤整備　農業	下村農道改良　Ｌ＝820ｍ	町
	(9)観光又はレクリエーション	渡し舟の船着場改修事業	舟運組合	補助金
""",
    "a row a line": """
持続的発展施策区分 事業名（施設名） 事業内容 事業主体 備考
２ 産業の振興 (1) 基盤整備 農業 下村農道改良 Ｌ＝820ｍ 町
(9) 観光又はレクリエーション 渡し舟の船着場改修事業 舟運組合 補助金
""",
    "what works consist of": """
持続的発展施策区分　事業名（施設名）　事業内容　事業主体　備考
２　産業の振興　（１）基盤整備　　農業　　下村農道改良　Ｌ＝820ｍ　町
　（９）観光又はレクリエーション　渡し舟の船着場改修事業　桟橋、待合所　舟運組合
""",
}


@pytest.mark.parametrize("table", _BY_FACILITY.values(), ids=_BY_FACILITY)
def test_works_by_facility_stand_in_the_column_behind_its_name(table: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "３ 産業の振興\n\n(1) 現況と問題点\n　舟の乗り手が減っている。\n"
        "\n(2) その対策\n　舟を残す。\n\n"
        f"(3) 計画\n{table}\n(4) 公共施設等総合管理計画等との整合\n　整合を図る。\n",
        encoding="utf-8",
    )
    (field,) = read_document(path).plan.elements
    assert (field.kind, field.title) == ("policy", "産業の振興")
    found = [(one.kind, one.title) for one in field.children]
    assert found == [("project", "下村農道改良"), ("project", "渡し舟の船着場改修事業")]


def test_the_head_of_a_page_of_a_site_is_no_cell(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "基本目標１ 水辺の暮らし\nPage 4: 霧浜町 水辺計画 31146... · 霧浜町では\n12\n", "utf-8"
    )
    _, head, number = analyse(load(path)[1]).units
    assert (head.use, number.use) == ("page-head", "page-number")


@pytest.mark.parametrize("dress", ["①", "（{}）", "1-{}　", "{} ", "事業{}　"])
def test_works_counted_where_no_column_of_the_head_holds_numbers(
    dress: str, tmp_path: Path
) -> None:
    codes = [dress.format(n).replace("①", "①②"[n - 1]) for n in (1, 2)]
    path = tmp_path / "plan.txt"
    path.write_text(
        f"""基本方針３　川のある暮らし
取組項目 取組内容 担当課
{codes[0]}渡し舟の運行 舟を日に六便出し、秋には月見の
便を加えます。 水辺課
{codes[1]}水車小屋の修繕 羽根車を葺き替えます。 手仕事室
""",
        encoding="utf-8",
    )
    (policy,) = read_document(path).plan.elements
    found = [(one.kind, one.code, one.title) for one in policy.children]
    titles = ("渡し舟の運行", "水車小屋の修繕")
    assert found == [
        ("project", code.strip(), title) for code, title in zip(codes, titles, strict=True)
    ]


@pytest.mark.parametrize("head", ["担当課", "担当部署", "計画期間　担当課"])
def test_a_head_of_works_with_their_offices_is_none_of_sectoral_plans(
    head: str, tmp_path: Path
) -> None:
    columns = len(head.split())
    works = [("渡し舟運行事業", "水辺課"), ("水車修繕事業", "土木課"), ("月見の宴事業", "協働課")]
    cells = ("令和6年度～令和8年度",) * (columns - 1)
    table = "\n".join("　　　".join((name, *cells, office)) for name, office in works)
    path = tmp_path / "plan.txt"
    path.write_text(f"施策３　川のある暮らし\n事業　　　　　{head}\n{table}\n", encoding="utf-8")
    (measure,) = read_document(path).plan.elements
    found = [(one.kind, one.title, one.departments) for one in measure.children]
    assert found == [("project", name, (office,)) for name, office in works]
