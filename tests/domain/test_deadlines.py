"""Every issue has its day, by category, by grade, or by what is ordinary."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.deadlines import DEADLINES, Deadline, Grade, days_for, due_on, raised
from tests.domain.calendars import shipped


def test_that_the_grades_are_the_words_on_paper_easiest_first():
    assert list(Grade) == ["咨询", "一般", "复杂", "疑难"]


@pytest.mark.parametrize(
    ("grade", "days"), [("咨询", 3), ("一般", 7), ("复杂", 15), ("疑难", 30), (None, 7), ("不明", 7)]
)
def test_that_a_grade_has_its_working_days(grade, days):
    assert days_for(DEADLINES, grade) == days


def test_that_the_closest_row_of_the_deadline_table_counts():
    table = (*DEADLINES, Deadline(5, category="融资"), Deadline(20, "复杂", "融资"))
    assert days_for(table, "复杂", "融资") == 20
    assert days_for(table, "一般", "融资") == 5
    assert days_for(table, "一般", "物流运输") == 7
    assert days_for((), "复杂") == 7


def test_that_the_due_day_steps_over_the_spring_festival():
    assert due_on(date(2026, 2, 12), Grade.ORDINARY, DEADLINES, shipped()) == date(2026, 2, 28)


def test_that_dissatisfaction_raises_the_grade_by_one_and_never_beyond_the_top():
    assert [raised(grade) for grade in ("咨询", "一般", "复杂", "疑难", None)] == [
        "一般",
        "复杂",
        "疑难",
        "疑难",
        "复杂",
    ]
