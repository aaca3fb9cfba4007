"""What short documents state about their plan: its period, title, place and sectoral plans."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from plangraph.fiscal import fold
from plangraph.model import Plan
from plangraph.reading.reader import read_document
from plangraph.reading.terms.quantities import unit_of
from plangraph.values import Quantity
from tests.outlined import plan_of

CASES = yaml.safe_load((Path(__file__).parent / "cases/facts.yaml").read_text(encoding="utf-8"))


def stated(plan: Plan) -> dict[str, Any]:
    period = plan.period
    years: list[int] | str | None = str(period) if period else None
    if period and period.start and period.end:
        years = [int(period.start), int(period.end)]
    return {
        "period": years,
        "title": fold(plan.title or ""),
        "organization": plan.organization,
        "municipality": plan.municipality,
        "status": plan.status,
        "sectoral": [fold(one.title or "") for one in plan.sectoral_plans],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "-") for case in CASES])
def test_facts_are_read(case: dict[str, Any], tmp_path: Path) -> None:
    document = tmp_path / "document.txt"
    document.write_text(case["text"], encoding="utf-8")
    found = stated(read_document(document).plan)
    wanted = {key: value for key, value in case.items() if key in found}
    if "title" in wanted:
        wanted["title"] = fold(wanted["title"])
    if "sectoral" in wanted:
        wanted["sectoral"] = [fold(title) for title in wanted["sectoral"]]
    assert {key: found[key] for key in wanted} == wanted


def test_titles_are_kept_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    lines = [
        "鳴砂町計画",
        "■基本目標：ＩＣＴでつながるまちづくり",
        "施策１　凧の伝承",
        "■基本目標：凧（たこ）の空を守るまちづくり",
        "施策２　糸車の保存",
        "凧の会（町内）の加入率を61％から75％に高めます。",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    plan = read_document(path).plan
    assert [one.title for one in plan.elements] == [
        "ＩＣＴでつながるまちづくり",
        "凧（たこ）の空を守るまちづくり",
    ]
    assert [one.title for one in plan.indicators] == ["凧の会（町内）の加入率"]


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("5 minutes", "minutes"), ("40 trees", None), ("3 km", "km"), ("12人/日", "人/日")],
)
def test_a_unit_is_a_whole_word(printed: str, unit: str | None) -> None:
    assert unit_of(Quantity.parse(printed)) == unit


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Town of Alder Bay Strategic Plan\n\nOur vision\n\nA town where people and the sea "
         "look after each other.\n", "Our vision"),
        ("第2次凧山町総合計画\n\n私たちの 将来像\n\n人と海が支え合うまち 凧山\n", "将来像"),
    ],
)  # fmt: skip
def test_the_word_of_a_role_keeps_its_spaces(text: str, term: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    assert [(one.kind, one.term) for one in read_document(path).plan.elements] == [("vision", term)]


def test_a_list_of_plans_may_say_the_years_of_some(tmp_path: Path) -> None:
    text = (
        "施策1 灯台の保存\n関連する個別計画\n"
        "○ 第2次潮見町港湾計画（令和4年度～令和8年度）\n○ 潮見町灯台保存活用計画\n"
    )
    plan = plan_of(text, tmp_path)
    assert [one.title for one in plan.sectoral_plans] == [
        "第2次潮見町港湾計画",
        "潮見町灯台保存活用計画",
    ]


def test_years_in_brackets_below_a_value_are_no_period(tmp_path: Path) -> None:
    text = "鳴砂町総合戦略\n新しく漕ぎ出した舟\n5年間で 250 件\n(平成 27~31 年度)\n"
    assert plan_of(text, tmp_path).period is None
