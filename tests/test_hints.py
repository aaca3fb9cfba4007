"""Words that no table has, and headings: what they tell of an element's subject."""

from __future__ import annotations

import math
from typing import Any

import pytest

from plangraph.links.counterparts import Counterpart, counterparts
from plangraph.links.fields import terms_in
from plangraph.links.hints import hinted, hints
from plangraph.links.profile import Profile, profiles
from plangraph.links.sides import Sources, side_of
from plangraph.links.text import fold
from plangraph.links.votes import poll
from plangraph.outline import Outline


def titles(plan: str, *some: str) -> list[Profile]:
    return side_of(plan, [{"title": title} for title in some], Sources(())).candidates


def profile(title: str, above: str = "", below: tuple[str, ...] = ()) -> Profile:
    (found,) = titles("one", title)
    more = {"above": (fold(above),) if above else (), "below": tuple(map(fold, below))}
    return found._replace(texts=found.texts | more)


@pytest.mark.parametrize(
    ("word", "field"),
    [("葬送", "cemeteries"), ("路線図", "public-transport")],
)
def test_a_word_that_no_table_has_hints_at_its_field(word: str, field: str) -> None:
    assert not terms_in(fold(word))
    found = hints(fold(word))
    assert max(found, key=lambda key: found[key]) == field


def test_what_stands_in_words_of_many_fields_hints_at_none_much() -> None:
    clear, vague = hints(fold("路線図")), hints(fold("施設利用"))
    assert max(vague.values()) < max(clear.values()) / 2
    assert len(vague) > 5 * len(clear)


def test_hints_are_whole_numbers_up_to_a_thousand() -> None:
    found = hinted(profile("葬送の場", "生活環境", ("斎場の運営", "墓所")))
    assert max(found.values()) == 1000
    assert all(isinstance(value, int) and value > 0 for value in found.values())
    assert hinted(profile("ゆめ")) == {}


def test_the_best_counterpart_may_rest_on_hints_alone() -> None:
    ones, others = titles("one", "葬送の場"), titles("other", "商店街", "公園", "斎場")
    best = counterparts([*ones, *others], least=0)[0]
    assert isinstance(best, Counterpart)
    assert best.other.title == "斎場"


def test_the_heading_above_votes_where_a_title_says_who_and_not_what() -> None:
    alone, named = (
        poll(profile("一人ひとりへの対応")),
        poll(profile("一人ひとりへの対応", "学校教育")),
    )
    assert not alone.votes
    assert max(named.votes, key=lambda key: named.votes[key]) == "school-education"
    assert named.sure <= 2  # it is not held to be as sure as a title that says so


def test_a_clear_title_is_hardly_moved_by_the_heading_above() -> None:
    votes = poll(profile("消防団", "学校教育")).votes
    assert votes["fire-ambulance"] > 5 * votes["school-education"]
    assert math.isclose(sum(votes.values()), 1000, abs_tol=2)


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("介護保険特別会計繰出金", "介護保険"),
        ("清掃組合負担金", "清掃組合"),
        ("消防団運営事業", "消防団運営"),
        ("事業", "事業"),  # nothing would be left
    ],
)
def test_how_a_project_is_paid_is_left_out_below_a_measure(name: str, subject: str) -> None:
    (measure,) = titles("one", "分野")
    node = measure.node
    project = node._replace(id="p", iri="p", kind="project", title=name, parent=node.id, order=2)
    head: dict[str, Any] = dict.fromkeys(Outline._fields)
    both = Outline(**head | {"plan": "one", "version": "one", "nodes": (node, project)})
    above, below = profiles(both)
    assert above.texts["below"] == (subject,)
    assert below.title == name
