"""What a move would mean before it is made."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.issues import MOVES, State, can_move, move_named
from daan_desk.domain.moves import Rules, Standing
from daan_desk.domain.proposals import hindrance, move_between, proposed, spoken
from daan_desk.domain.working_days import Calendar
from tests.domain.calendars import shipped

RULES = Rules(shipped())
MONDAY = date(2026, 11, 23)


def test_that_dispatching_proposes_the_day_of_the_grade_and_says_how_it_was_reckoned() -> None:
    found = proposed(Standing(State.REGISTERED, "一般"), move_named("dispatch"), {}, MONDAY, RULES)
    assert found is not None
    assert (found.due, found.words) == (date(2026, 12, 2), "7 个工作日，到 12 月 2 日（周三）")


def test_that_a_grade_that_is_typed_counts_before_the_one_that_is_kept() -> None:
    found = proposed(Standing(State.REGISTERED, "疑难"), move_named("dispatch"), {"grade": "咨询"}, MONDAY, RULES)
    assert found is not None and found.due == date(2026, 11, 26)


def test_that_a_day_in_a_year_not_yet_announced_says_that_it_was_guessed() -> None:
    unknown = Rules(Calendar())
    found = proposed(Standing(State.REGISTERED, "一般"), move_named("dispatch"), {}, date(2027, 12, 28), unknown)
    assert found is not None
    assert found.words == "7 个工作日，到 2028 年 1 月 6 日（周四），按周一至周五推算"


def test_that_only_a_dissatisfied_enterprise_starts_the_clock_again_and_one_grade_harder() -> None:
    answered, callback = Standing(State.ANSWERED, "一般"), move_named("callback")
    assert proposed(answered, callback, {"callback": "满意"}, MONDAY, RULES) is None
    again = proposed(answered, callback, {"callback": "不满意"}, MONDAY, RULES)
    assert again is not None and again.words.startswith("15 个工作日")


def test_that_resuming_keeps_a_day_that_has_not_passed() -> None:
    resume = move_named("resume")
    assert proposed(Standing(State.LONG_TERM, "一般", due=date(2026, 12, 31)), resume, {}, MONDAY, RULES) is None
    assert proposed(Standing(State.LONG_TERM, "一般", due=date(2026, 11, 2)), resume, {}, MONDAY, RULES) is not None


@pytest.mark.parametrize("state", list(State))
def test_that_every_move_is_hindered_exactly_where_its_state_forbids_it(state: State) -> None:
    plain = Standing(state, "一般", lead_department="d1")
    hindered = {move.name: bool(hindrance(plain, move, MONDAY, RULES)) for move in MOVES}
    assert hindered == {move.name: not can_move(state, move) for move in MOVES}


def test_that_an_extension_too_late_is_hindered_by_its_rule_whatever_is_typed() -> None:
    late = Standing(State.IN_PROGRESS, "一般", due=MONDAY)
    assert "延期须在到期前 1 个工作日登记" in hindrance(late, move_named("extend"), MONDAY, RULES)


def test_that_an_objection_too_late_is_hindered() -> None:
    old = Standing(State.DISPATCHED, "一般", dispatched=date(2026, 11, 10))
    assert "异议须在交办后" in hindrance(old, move_named("return"), MONDAY, RULES)


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        (State.REGISTERED, State.DISPATCHED, "dispatch"),
        (State.RETURNED, State.DISPATCHED, "dispatch"),
        (State.DISPATCHED, State.RETURNED, "return"),
        (State.IN_PROGRESS, State.ANSWERED, "answer"),
        (State.LONG_TERM, State.IN_PROGRESS, "resume"),
        (State.ANSWERED, State.CLOSED, "callback"),
        (State.EXPLAINED, State.CLOSED, "close"),
        (State.CLOSED, State.IN_PROGRESS, "reopen"),
    ],
)
def test_that_a_card_dragged_on_means_the_move_that_leads_there(source: State, target: State, name: str) -> None:
    found = move_between(Standing(source), target)
    assert found is not None and found[0].name == name


def test_that_dragging_an_answered_issue_back_means_a_dissatisfied_enterprise() -> None:
    found = move_between(Standing(State.ANSWERED), State.IN_PROGRESS)
    assert found is not None
    assert (found[0].name, found[1]) == ("callback", {"callback": "不满意"})
    assert move_between(Standing(State.REGISTERED), State.ANSWERED) is None


def test_that_an_answered_issue_that_was_called_back_is_closed_without_asking_again() -> None:
    found = move_between(Standing(State.ANSWERED, callback="满意"), State.CLOSED)
    assert found is not None and found[0].name == "close"


def test_that_a_day_names_its_year_only_where_it_is_another_one() -> None:
    assert spoken(date(2026, 12, 2), MONDAY) == "12 月 2 日（周三）"
    assert spoken(date(2027, 1, 4), MONDAY) == "2027 年 1 月 4 日（周一）"
