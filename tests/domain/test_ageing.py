"""How long open issues wait: every one in exactly one age."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from daan_desk.domain.ageing import UNKNOWN, ages
from daan_desk.domain.questions import Where
from tests.domain.world import issue

DAY = date(2026, 11, 23)


def names_with(*days: int) -> list[str]:
    """The ages that have an issue raised so many days ago."""
    found = ages([issue(str(at), DAY - timedelta(days=at)) for at in days], DAY)
    return [age.name for age in found if age.count]


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (0, "7 天以内"),
        (7, "7 天以内"),
        (8, "8–15 天"),
        (15, "8–15 天"),
        (16, "16–30 天"),
        (30, "16–30 天"),
        (31, "30 天以上"),
        (4000, "30 天以上"),
        (-3, "7 天以内"),
    ],
)
def test_that_a_day_falls_into_one_age(days: int, name: str) -> None:
    assert names_with(days) == [name]


def test_that_only_open_issues_wait() -> None:
    states = ("已办结", "已销号", "解释说明", "长期推进", "退回")
    found = ages([issue(state, DAY, state) for state in states], DAY)
    assert [age.count for age in found] == [2, 0, 0, 0]


def test_that_the_overdue_of_an_age_are_named() -> None:
    old = DAY - timedelta(days=20)
    found = ages([issue("late", old, due=DAY - timedelta(days=1)), issue("due", old, due=DAY)], DAY)
    assert [(age.count, age.overdue) for age in found] == [(0, ()), (0, ()), (2, ("late",)), (0, ())]


def test_that_the_questions_touch_and_do_not_overlap() -> None:
    bounds = [[where for where in age.question.where if where.field == "raised"] for age in ages([], DAY)]
    assert bounds[0] == [Where("raised", "from", date(2026, 11, 16))]
    assert bounds[1] == [Where("raised", "from", date(2026, 11, 8)), Where("raised", "to", date(2026, 11, 15))]
    assert bounds[2] == [Where("raised", "from", date(2026, 10, 24)), Where("raised", "to", date(2026, 11, 7))]
    assert bounds[3] == [Where("raised", "to", date(2026, 10, 23))]


def test_that_issues_without_a_day_are_shown_where_there_are_any() -> None:
    assert [age.name for age in ages([issue("x", None)], DAY)][-1] == UNKNOWN
    assert UNKNOWN not in [age.name for age in ages([issue("x", DAY)], DAY)]
