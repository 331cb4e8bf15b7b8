"""How issues stand in a chart, and the questions that find them again."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.issues import State
from daan_desk.domain.questions import Where
from daan_desk.domain.rates import answer_rate
from daan_desk.domain.standings import Group, Standing, grouped, ranked, standing, stood
from tests.domain.world import ISSUES, issue

DAY = date(2026, 11, 23)
EARLY, LATE = date(2026, 11, 22), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("state", "facts", "wanted"),
    [
        ("待交办", {}, Standing.WAITING),
        ("已交办", {"due": LATE}, Standing.WAITING),
        ("退回", {"due": LATE}, Standing.WAITING),
        ("办理中", {"due": LATE}, Standing.RUNNING),
        ("办理中", {"due": EARLY}, Standing.OVERDUE),
        ("已交办", {"due": EARLY}, Standing.OVERDUE),
        ("长期推进", {"due": EARLY}, Standing.LONG_TERM),
        ("已办结", {"due": EARLY}, Standing.DONE),
        ("已销号", {}, Standing.DONE),
        ("解释说明", {"due": EARLY}, Standing.EXPLAINED),
        ("已销号", {"explained": True}, Standing.EXPLAINED),
    ],
)
def test_that_an_issue_stands_in_one_word(state: str, facts: dict[str, object], wanted: Standing) -> None:
    assert standing(issue("x", EARLY, state, **facts), DAY) is wanted


def test_that_every_state_has_its_word() -> None:
    for state in State:
        assert standing(issue("x", EARLY, state), DAY) in Standing


def one_group(where: tuple[Where, ...] = ()) -> Group:
    rows = grouped(stood(ISSUES, DAY), lambda issue: "")[""]
    return Group("", "", where, rows)


def test_that_no_issue_is_lost_and_the_rate_is_that_of_the_summary() -> None:
    group = one_group()
    assert group.count() == len(ISSUES)
    assert sum(group.count(one) for one in Standing) == len(ISSUES)
    assert group.rate == answer_rate(ISSUES)
    assert group.count(Standing.RUNNING, Standing.WAITING) == group.count(Standing.RUNNING) + group.count(
        Standing.WAITING
    )


def test_that_the_answered_are_asked_by_condition_and_the_rest_one_by_one() -> None:
    days = (Where("raised", "to", DAY),)
    group = one_group(days)
    assert group.question().where == days
    explained = Where("id", "not", group.rows[Standing.EXPLAINED])
    assert group.question(Standing.DONE).where == (*days, Where("state", "in", ("已办结", "已销号")), explained)
    assert group.valid.where == (*days, explained)
    (named,) = group.question(Standing.OVERDUE, Standing.LONG_TERM).where
    assert set(named.value) == {*group.rows[Standing.OVERDUE], *group.rows[Standing.LONG_TERM]}  # type: ignore[misc]


def test_that_without_an_explained_issue_nothing_is_left_out() -> None:
    group = Group("", "", (), {Standing.DONE: ("a",)})
    assert group.valid.where == ()
    assert group.count(Standing.OVERDUE) == 0
    assert str(group.rate) == "100.0%（1/1）"


def test_that_groups_are_told_apart_by_their_key() -> None:
    found = grouped(stood(ISSUES, DAY), lambda one: one.category or "")
    assert {name: sum(map(len, rows.values())) for name, rows in found.items()} == {"融资": 7, "用工人才": 1, "其他": 1}


def test_that_the_largest_come_first_and_what_belongs_nowhere_last() -> None:
    def group(key: str, count: int) -> Group:
        return Group(key, key or "未填", (), {Standing.DONE: tuple(str(at) for at in range(count))})

    ordered = ranked([group("", 9), group("b", 2), group("c", 5), group("a", 2)])
    assert [one.name for one in ordered] == ["c", "a", "b", "未填"]
