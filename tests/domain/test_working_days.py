"""Working days are counted as the State Council announced them, and by the week where it has not yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daan_desk.domain.failures import Rejected
from daan_desk.domain.working_days import REMARK, Calendar, calendar_from
from tests.domain.calendars import HOLIDAYS, lines_of, shipped

SHIPPED = shipped()
VECTORS = [
    ("2024-09-27", 1, "2024-09-29"),
    ("2024-09-27", 3, "2024-10-08"),
    ("2024-09-27", 5, "2024-10-10"),
    ("2024-09-27", 7, "2024-10-12"),
    ("2024-09-27", 15, "2024-10-23"),
    ("2024-09-30", 7, "2024-10-15"),
    ("2025-01-24", 3, "2025-02-05"),
    ("2026-02-12", 5, "2026-02-26"),
    ("2026-02-12", 7, "2026-02-28"),
]
days = st.dates(date(2022, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(("start", "n", "end"), VECTORS)
def test_that_the_start_day_does_not_count_and_holidays_are_stepped_over(start, n, end):
    assert SHIPPED.after(date.fromisoformat(start), n) == date.fromisoformat(end)
    assert SHIPPED.between(date.fromisoformat(start), date.fromisoformat(end)) == n


def test_that_no_days_after_a_day_is_the_day_itself():
    assert SHIPPED.after(date(2026, 10, 3), 0) == date(2026, 10, 3)


def test_that_the_day_before_a_long_holiday_is_found_backwards():
    assert SHIPPED.before(date(2024, 10, 8), 1) == date(2024, 9, 30)
    assert SHIPPED.before(date(2024, 10, 8), 2) == date(2024, 9, 29)


def test_that_a_worked_sunday_works_and_a_free_friday_does_not():
    assert SHIPPED.is_working(date(2024, 9, 29))
    assert not SHIPPED.is_working(date(2024, 10, 4))
    assert not SHIPPED.is_working(date(2024, 10, 5))


def test_that_what_is_left_is_negative_once_the_day_has_passed():
    assert SHIPPED.between(date(2026, 3, 6), date(2026, 3, 4)) == -2
    assert SHIPPED.between(date(2026, 3, 7), date(2026, 3, 6)) == 0


def test_that_a_year_not_announced_is_counted_by_the_week_and_says_so():
    december = date(2026, 12, 28)
    assert SHIPPED.after(december, 5) == date(2027, 1, 4)
    assert SHIPPED.remark(december, date(2027, 1, 4)) == REMARK == "按周一至周五推算"
    assert SHIPPED.remark(december) == ""
    assert SHIPPED.remark() == ""
    assert not SHIPPED.known(2027)


def test_that_an_unknown_year_in_the_middle_is_remarked_upon():
    patchy = Calendar(years=frozenset({2024, 2026}))
    assert patchy.remark(date(2024, 5, 1), date(2026, 5, 1)) == REMARK


@pytest.mark.parametrize("year", range(2020, 2035))
@pytest.mark.parametrize("n", [1, 30, 60])
def test_that_no_day_in_december_ever_fails(year, n):
    for number in range(1, 32):
        day = date(year, 12, number)
        assert SHIPPED.between(day, SHIPPED.after(day, n)) == n


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_that_every_shipped_year_is_known_and_balanced(year):
    alone = calendar_from(lines_of(HOLIDAYS / f"{year}.csv"))
    assert alone.years == {year}
    assert all(day.weekday() >= 5 for day in alone.make_up)
    assert not alone.rest & alone.make_up
    assert 26 <= len(alone.rest) <= 36
    assert 242 <= alone.between(date(year - 1, 12, 31), date(year, 12, 31)) <= 252


def test_that_working_days_of_known_years_add_up():
    assert SHIPPED.between(date(2023, 12, 31), date(2024, 12, 31)) == 251
    assert SHIPPED.between(date(2024, 12, 31), date(2025, 12, 31)) == 248


def test_that_the_office_overrules_what_came_with_the_program():
    local = SHIPPED.with_days(rest=[date(2026, 3, 4), date(2026, 2, 14)], make_up=[date(2026, 3, 7), date(2026, 2, 17)])
    assert not local.is_working(date(2026, 3, 4))
    assert not local.is_working(date(2026, 2, 14))
    assert local.is_working(date(2026, 3, 7))
    assert local.is_working(date(2026, 2, 17))
    assert local.years == SHIPPED.years
    assert SHIPPED.is_working(date(2026, 3, 4))


def test_that_one_day_entered_by_the_office_does_not_make_a_year_known():
    local = SHIPPED.with_days(rest=[date(2027, 1, 1)])
    assert not local.known(2027)
    assert SHIPPED.with_days(rest=[date(2027, 10, 1)]).known(2027)


def test_that_a_table_may_be_written_by_people():
    read = calendar_from(["\ufeffday,kind,name", "# 2027 年", "", "2027-10-01,休,国庆节", " 2027-10-09 , 班 "])
    assert read.rest == {date(2027, 10, 1)}
    assert read.make_up == {date(2027, 10, 9)}
    assert read.names[date(2027, 10, 1)] == "国庆节"
    assert read.known(2027)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("2027-13-01,rest,", "2027-13-01"),
        ("2027-10-01,off,", "off"),
        ("十月一日", "rest"),
        ("2027/10/1,rest", "2027/10/1"),
    ],
)
def test_that_a_bad_line_is_named_with_its_number(line, word):
    with pytest.raises(Rejected, match="第 2 行") as caught:
        calendar_from(["day,kind,name", line])
    assert word in str(caught.value)


@given(days, days)
def test_that_counting_by_sums_equals_walking_the_days(a, b):
    first, last = min(a, b), max(a, b)
    walked = sum(SHIPPED.is_working(first + timedelta(days=n + 1)) for n in range((last - first).days))
    assert SHIPPED.between(first, last) == walked
    assert SHIPPED.between(last, first) == -walked


@given(days, st.integers(1, 90))
def test_that_after_lands_on_a_working_day_exactly_n_away(day, n):
    end = SHIPPED.after(day, n)
    assert SHIPPED.is_working(end)
    assert SHIPPED.between(day, end) == n
    assert SHIPPED.before(end, n) <= SHIPPED.after(day, 1)
