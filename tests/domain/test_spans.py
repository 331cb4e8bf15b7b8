"""Stretches up to today as an officer asks for them."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Where
from daan_desk.domain.spans import WORDS, span

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("key", "day", "first"),
    [
        ("month", MONDAY, date(2026, 11, 1)),
        ("quarter", MONDAY, date(2026, 10, 1)),
        ("year", MONDAY, date(2026, 1, 1)),
        ("months", MONDAY, date(2025, 12, 1)),
        ("months", date(2026, 12, 31), date(2026, 1, 1)),
        ("months", date(2028, 2, 29), date(2027, 3, 1)),
        ("quarter", date(2026, 1, 1), date(2026, 1, 1)),
    ],
)
def test_that_a_stretch_begins_with_its_first_day_and_ends_today(key: str, day: date, first: date) -> None:
    found = span(key, day)
    assert (found.first, found.last) == (first, day)
    assert first in found
    assert day in found


def test_that_days_outside_and_no_day_at_all_are_not_in_it() -> None:
    found = span("month", MONDAY)
    assert date(2026, 10, 31) not in found
    assert date(2026, 11, 24) not in found
    assert None not in found


def test_that_a_stretch_says_its_words_and_the_conditions_of_its_rows() -> None:
    found = span("quarter", MONDAY)
    assert found.words == "本季"
    assert found.where("raised") == (Where("raised", "from", date(2026, 10, 1)), Where("raised", "to", MONDAY))


def test_that_a_stretch_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(Rejected, match="没有“week”这个时段，可以用：month、quarter、year、months"):
        span("week", MONDAY)
    assert [span(key, MONDAY).words for key in WORDS] == ["本月", "本季", "今年", "近 12 个月"]
