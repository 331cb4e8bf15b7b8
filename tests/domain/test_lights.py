"""Every light has words, so that black and white paper says the same as the screen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.deadlines import Limits
from daan_desk.domain.issues import State
from daan_desk.domain.lights import (
    Colour,
    Light,
    ProjectLimits,
    Watched,
    due_light,
    issue_light,
    limit_of,
    progress_light,
    start_light,
)
from tests.domain.calendars import shipped

CALENDAR, LIMITS, PROJECT = shipped(), Limits(), ProjectLimits()
TODAY = date(2026, 11, 4)  # a Wednesday


def light(state: str = "办理中", today: date = TODAY, **facts: object) -> Light:
    return issue_light(Watched(state, **facts), today, CALENDAR, LIMITS)


@pytest.mark.parametrize(
    ("due", "colour", "words"),
    [
        (date(2026, 11, 1), Colour.RED, "逾期 3 天"),
        (date(2026, 11, 3), Colour.RED, "逾期 1 天"),
        (date(2026, 11, 4), Colour.YELLOW, "今天到期"),
        (date(2026, 11, 5), Colour.YELLOW, "剩 1 个工作日"),
        (date(2026, 11, 6), Colour.YELLOW, "剩 2 个工作日"),
        (date(2026, 11, 8), Colour.YELLOW, "剩 2 个工作日"),
        (date(2026, 11, 9), Colour.GREEN, "剩 3 个工作日"),
    ],
)
def test_that_the_light_follows_the_working_days_left(due, colour, words):
    shown = light(due=due)
    assert (shown.colour, shown.words) == (colour, words)


def test_that_a_weekend_after_the_last_day_is_late_already():
    assert light(today=date(2026, 11, 7), due=date(2026, 11, 6)) == Light(Colour.RED, "逾期 1 天", 1)


def test_that_the_days_sort_the_most_urgent_first():
    days = [due_light(date(2026, 11, day), TODAY, CALENDAR, 2).days for day in (2, 4, 5, 12)]
    assert days == sorted(days, reverse=True) == [2, 0, -1, -6]


def test_that_the_yellow_days_are_the_offices_own():
    assert issue_light(Watched("办理中", date(2026, 11, 9)), TODAY, CALENDAR, Limits(yellow=3)).colour == Colour.YELLOW


def test_that_an_issue_without_a_day_is_not_called_late():
    assert light() == Light(Colour.GREEN, "未定时限")


def test_that_a_registered_issue_has_one_working_day_to_be_dispatched():
    waiting = Watched("待交办", raised=date(2026, 10, 30))
    assert limit_of(waiting, CALENDAR, LIMITS) == date(2026, 11, 2)
    assert issue_light(waiting, TODAY, CALENDAR, LIMITS).words == "逾期 2 天"
    assert light("待交办").words == "未定时限"
    assert limit_of(Watched("待交办", TODAY, date(2026, 10, 30)), CALENDAR, LIMITS) == TODAY


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"due": TODAY, "answered": TODAY}, "按期办结，待回访"),
        ({"due": date(2026, 11, 2), "answered": TODAY, "callback": "满意"}, "逾期 2 天办结"),
        ({"answered": TODAY}, "已办结，待回访"),
    ],
)
def test_that_an_answered_issue_is_grey_and_tells_whether_it_was_in_time(facts, words):
    assert light("已办结", **facts) == Light(Colour.GREY, words)


@pytest.mark.parametrize("state", ["解释说明", "已销号"])
def test_that_a_done_issue_is_grey_however_old_its_day(state):
    assert light(state, due=date(2020, 1, 1)) == Light(Colour.GREY, state)


@pytest.mark.parametrize(
    ("last", "colour", "words"),
    [
        (date(2026, 11, 1), Colour.GREEN, "长期推进，本月已有进展"),
        (date(2026, 10, 31), Colour.YELLOW, "长期推进，本月还没有进展"),
        (date(2026, 9, 30), Colour.RED, "长期推进，已 2 个月没有进展"),
        (None, Colour.YELLOW, "长期推进，还没有进展记录"),
    ],
)
def test_that_long_term_work_owes_monthly_progress_and_not_its_old_day(last, colour, words):
    shown = light("长期推进", due=date(2026, 1, 5), last_step=last)
    assert (shown.colour, shown.words) == (colour, words)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("due", [None, date(2026, 1, 5), TODAY, date(2027, 1, 5)])
def test_that_no_light_is_without_words(state, due):
    assert light(state, due=due).words


@pytest.mark.parametrize(
    ("planned", "started", "colour", "words"),
    [
        (date(2026, 12, 1), None, Colour.GREEN, "距计划开工 1 个月"),
        (date(2026, 11, 30), None, Colour.YELLOW, "本月应开工"),
        (date(2026, 9, 1), None, Colour.YELLOW, "应开工未开工，晚 2 个月"),
        (date(2026, 8, 31), None, Colour.RED, "应开工未开工，晚 3 个月"),
        (date(2025, 12, 1), None, Colour.RED, "应开工未开工，晚 11 个月"),
        (date(2025, 12, 1), date(2026, 1, 5), Colour.GREEN, "已开工"),
        (None, None, Colour.GREEN, "未定开工时间"),
    ],
)
def test_that_a_project_is_late_with_its_start_by_months(planned, started, colour, words):
    shown = start_light(planned, started, TODAY, PROJECT)
    assert (shown.colour, shown.words) == (colour, words)


@pytest.mark.parametrize(
    ("done", "colour", "words"),
    [
        (600, Colour.GREEN, "达到序时进度"),
        (500, Colour.GREEN, "达到序时进度"),
        (450, Colour.GREEN, "落后序时进度 5.0 个百分点"),
        (400, Colour.YELLOW, "落后序时进度 10.0 个百分点"),
        (200, Colour.YELLOW, "落后序时进度 30.0 个百分点"),
        (199, Colour.RED, "落后序时进度 30.1 个百分点"),
    ],
)
def test_that_progress_is_measured_against_the_year_gone_by(done, colour, words):
    shown = progress_light(Decimal(done), Decimal(1000), date(2026, 6, 30), PROJECT)
    assert (shown.colour, shown.words) == (colour, words)


@pytest.mark.parametrize(("done", "planned"), [(None, Decimal(1)), (Decimal(1), None), (Decimal(1), Decimal(0))])
def test_that_missing_figures_are_named_and_never_red(done, planned):
    assert progress_light(done, planned, TODAY, PROJECT) == Light(Colour.GREEN, "缺投资计划或完成数")


def test_that_a_returned_issue_asks_for_another_department() -> None:
    light = issue_light(Watched(State.RETURNED, raised=date(2026, 11, 20)), date(2026, 11, 23), CALENDAR, Limits())
    assert (light.colour, light.words) == (Colour.YELLOW, "已退回，待改派")
