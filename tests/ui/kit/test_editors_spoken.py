"""Days and months as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.ui.kit.editors_spoken import spoken_day, spoken_month, stepped_month

TODAY = date(2026, 1, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", "2026-01-03"),
        ("昨天", "2026-01-02"),
        ("前天", "2026-01-01"),
        ("明天", "2026-01-04"),
        ("3.5", "2026-03-05"),
        ("12-28", "2025-12-28"),
        ("12月28日", "2025-12-28"),
        ("1/4", "2026-01-04"),
        ("15日", "2026-01-15"),
        ("24.5.3", "2024-05-03"),
    ],
)
def test_that_a_day_without_a_year_is_the_nearest_one(text: str, day: str) -> None:
    assert spoken_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["2024-05-03", "长期", "2.30", "13-40", "", "20240503"])
def test_that_everything_else_is_left_to_the_kind(text: str) -> None:
    assert spoken_day(text, TODAY) == text


@pytest.mark.parametrize(
    ("text", "month"),
    [("本月", "2026-01"), ("上月", "2025-12"), ("12月", "2025-12"), ("5", "2026-05"), ("5月份", "2026-05")],
)
def test_that_a_month_without_a_year_is_the_nearest_one(text: str, month: str) -> None:
    assert spoken_month(text, TODAY) == month


@pytest.mark.parametrize("text", ["2024-05", "13月", "去年"])
def test_that_other_months_are_left_to_the_kind(text: str) -> None:
    assert spoken_month(text, TODAY) == text


def test_that_months_step_over_the_end_of_the_year() -> None:
    assert stepped_month("2025-12", 1) == "2026-01"
    assert stepped_month("2026-01", -1) == "2025-12"
    assert stepped_month("2026-01", -25) == "2023-12"
