"""The inferred SDG goals: what the fields say, and what goals lose to one another."""

from __future__ import annotations

import pytest

from plangraph.links.goals import MAIN, against_others, corrections, goal_scores
from plangraph.links.profile import Profile
from plangraph.links.sides import Sources, side_of
from plangraph.links.table import field_table


def bare(title: str) -> Profile:
    return side_of("one", [{"code": None, "title": title}], Sources(())).candidates[0]


def main_goals(title: str) -> set[int]:
    return {one.goal for one in goal_scores(bare(title)) if one.primary}


@pytest.mark.parametrize(
    ("title", "goals"),
    [
        ("消費生活の向上", {12}),  # not 16, which it only touches
        ("下水道の整備", {6}),
        ("介護保険の運営", {3}),
        ("市営住宅の管理", {11}),
        ("生活保護の適正な実施", {1}),
        ("姉妹都市との国際交流", {17}),
        ("公共輸送機関の充実", {11}),
        ("主体的・対話的で深い学び", {4}),
        ("障害者福祉の充実", {3, 10}),
        ("地球温暖化対策の推進", {7, 13}),
    ],
)
def test_a_title_serves_the_goals_that_municipalities_name(title: str, goals: set[int]) -> None:
    assert main_goals(title) == goals


def test_every_further_goal_makes_each_less_sure_up_to_a_point() -> None:
    of = {count: against_others([2.0] * count)[0] for count in (1, 2, 3, 6, 12)}
    assert of[1] > of[2] > of[3] > of[6] > MAIN  # a heading of many subjects serves them all
    assert of[6] == of[12]


def test_goals_without_evidence_take_nothing_away() -> None:
    assert against_others([2.0, -30.0, -30.0])[0] == pytest.approx(against_others([2.0])[0])


def test_the_surer_goal_stays_the_surer() -> None:
    odds = [4.0, 1.0, -2.0, 3.5, 0.0]
    ranked = sorted(range(5), key=lambda place: odds[place])
    chances = against_others(odds)
    assert sorted(range(5), key=lambda place: chances[place]) == ranked


def test_a_measure_of_many_subjects_is_less_sure_of_each() -> None:
    one, many = bare("農業の振興"), bare("農業・観光・福祉・教育・環境の充実")
    sure, less = ({told.goal: told.score for told in goal_scores(of)} for of in (one, many))
    assert sure[2] > less[2] > MAIN


def test_corrections_name_fields_and_goals_that_exist() -> None:
    fields = field_table().fields
    assert {field for field in corrections() if not fields[field].parent} == set()
    goals = {goal for weights in corrections().values() for goal, _ in weights}
    assert goals <= set(range(1, 18))
