"""Periods, and what they are compared with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daan_desk.domain.failures import Rejected
from daan_desk.domain.periods import (
    Period,
    month_end,
    month_named,
    month_of,
    months_after,
    period_of,
    year_to_date,
)

DAY = date(2026, 11, 4)
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
kinds = st.sampled_from(["week", "month", "quarter", "year", "to_date"])


@pytest.mark.parametrize(
    ("kind", "first", "last", "words"),
    [
        ("week", date(2026, 11, 2), date(2026, 11, 8), "11月2日至11月8日"),
        ("month", date(2026, 11, 1), date(2026, 11, 30), "2026年11月"),
        ("quarter", date(2026, 10, 1), date(2026, 12, 31), "2026年第四季度"),
        ("year", date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("to_date", date(2026, 1, 1), date(2026, 11, 30), "2026年1—11月"),
    ],
)
def test_that_a_day_lies_in_its_period(kind, first, last, words):
    period = period_of(kind, DAY)
    assert (period.first, period.last, period.words) == (first, last, words)


def test_that_january_to_date_is_just_january():
    assert year_to_date(month_named("2026-01")).words == "2026年1月"


def test_that_the_month_before_january_is_december():
    assert month_named("2026-01").previous == month_named("2025-12")


def test_that_the_quarter_before_spring_is_the_last_autumn():
    assert period_of("quarter", date(2026, 2, 1)).previous.words == "2025年第四季度"


def test_that_the_same_month_last_year_ends_with_its_own_last_day():
    assert month_named("2025-02").year_before.last == date(2024, 2, 29)
    assert month_named("2024-02").year_before.last == date(2023, 2, 28)
    assert year_to_date(month_named("2024-02")).year_before.last == date(2023, 2, 28)


def test_that_a_year_to_date_is_compared_with_the_same_months():
    to_date = year_to_date(month_named("2026-11"))
    assert to_date.previous == to_date.year_before == Period("to_date", date(2025, 1, 1), date(2025, 11, 30))


def test_that_a_week_across_new_year_is_one_week():
    week = period_of("week", date(2026, 12, 31))
    assert (week.first, week.last) == (date(2026, 12, 28), date(2027, 1, 3))
    assert week.year_before.first == date(2025, 12, 29)


@pytest.mark.parametrize("text", ["2026-11", "2026年11月", "202611", "2026/11", " 2026.11 "])
def test_that_a_month_is_read_as_people_write_it(text):
    assert month_named(text) == month_of(DAY)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-00", "0001-01", "11月", "2026-11-04", "明年"])
def test_that_what_is_no_month_is_refused(text):
    with pytest.raises(Rejected, match="看不出是哪个月"):
        month_named(text)


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 5, 31), 36, date(2029, 5, 31)),
    ],
)
def test_that_months_later_stops_at_the_months_end(day, months, result):
    assert months_after(day, months) == result


def test_that_december_ends_on_the_thirty_first():
    assert month_end(2026, 12) == date(2026, 12, 31)


@given(kinds, days)
def test_that_periods_follow_each_other_without_gap(kind, day):
    period = period_of(kind, day)
    assert day in period
    if kind != "to_date":
        assert (period.first - period.previous.last).days == 1
        assert period.year_before.last < period.first
    assert period.first - period.year_before.first == period.first - period_of(kind, period.year_before.last).first
