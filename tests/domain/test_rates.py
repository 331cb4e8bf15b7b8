"""A rate shows what it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.rates import Rate, answer_rate, coverage_rate, in_time_rate, satisfaction_rate

DAY, LATER = date(2026, 11, 4), date(2026, 11, 9)


@dataclass(frozen=True)
class Issue:
    state: str = "办理中"
    explained: bool = False
    due: date | None = None
    answered: date | None = None
    callback: str | None = None


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (Rate(5, 6), "83.3%（5/6）"),
        (Rate(0, 0), "—（0/0）"),
        (Rate(0, 7), "0.0%（0/7）"),
        (Rate(7, 7), "100.0%（7/7）"),
        (Rate(1, 800), "0.1%（1/800）"),
        (Rate(1, 2000), "0.1%（1/2000）"),
        (Rate(2, 3), "66.7%（2/3）"),
    ],
)
def test_that_a_rate_is_printed_with_both_its_numbers(rate, words):
    assert str(rate) == words


def test_that_halves_go_up_as_in_every_office():
    assert Rate(1, 16).percent == Decimal("6.3")
    assert Rate(0, 0).percent is None


def test_that_what_was_only_explained_is_neither_valid_nor_answered():
    issues = [
        Issue("已办结"),
        Issue("已销号"),
        Issue("办理中"),
        Issue("长期推进"),
        Issue("解释说明"),
        Issue("已销号", explained=True),
    ]
    assert answer_rate(issues) == Rate(2, 4)


def test_that_in_time_means_by_the_due_day():
    issues = [
        Issue("已办结", due=DAY, answered=DAY),
        Issue("已销号", due=DAY, answered=LATER),
        Issue("已办结", answered=DAY),
        Issue("已办结", due=DAY),
        Issue("办理中", due=DAY),
        Issue("已销号", True, DAY, DAY),
    ]
    assert in_time_rate(issues) == Rate(1, 4)


def test_that_fairly_satisfied_is_not_satisfied():
    words = ["非常满意", "满意", "基本满意", "不满意", None]
    assert satisfaction_rate([Issue(callback=word) for word in words]) == Rate(2, 4)


def test_that_nothing_is_no_rate():
    assert str(answer_rate([])) == str(satisfaction_rate([])) == "—（0/0）"


def test_that_coverage_counts_enterprises_once_and_only_those_owed():
    assert coverage_rate(["甲", "乙", "乙", "丙"], ["甲", "甲", "丁"]) == Rate(1, 3)
