"""Reported sums become months, thousands become ten thousands, and growth is given only where it means something."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daan_desk.domain.figures import Monthly, cumulative, growth, growth_words, monthly, ten_thousands

sums = st.dictionaries(st.integers(1, 12), st.decimals(0, 10**8, places=2), min_size=1)


def test_that_a_month_is_its_sum_less_the_one_before():
    assert monthly({1: Decimal(100), 2: Decimal(250), 3: Decimal(330)}) == (
        Monthly(1, 1, Decimal(100)),
        Monthly(2, 2, Decimal(150)),
        Monthly(3, 3, Decimal(80)),
    )


def test_that_january_and_february_reported_together_stay_together():
    first, second = monthly({1: None, 2: Decimal(250), 3: Decimal(330)})
    assert (first.first, first.month, first.value, first.remark) == (1, 2, Decimal(250), "1—2月合计")
    assert second == Monthly(3, 3, Decimal(80))


def test_that_a_missing_month_is_not_guessed():
    assert monthly({3: Decimal(300), 6: Decimal(660)})[1].remark == "4—6月合计"


def test_that_a_sum_that_shrinks_is_pointed_out():
    (_, row) = monthly({1: Decimal(100), 2: Decimal(90)})
    assert (row.value, row.remark) == (Decimal(-10), "2月累计数比上期少 10，上期数据可能已订正")


def test_that_sums_stop_where_a_month_is_missing():
    assert cumulative({1: Decimal(1), 2: Decimal(2), 4: Decimal(4)}) == {1: Decimal(1), 2: Decimal(3)}
    assert cumulative({2: Decimal(2)}) == {}


def test_that_thousands_become_ten_thousands_exactly():
    assert ten_thousands(Decimal("12345")) == Decimal("1234.5")
    assert ten_thousands(None) is None


@pytest.mark.parametrize(
    ("now", "then", "share", "words"),
    [
        (Decimal(105), Decimal(100), Decimal("5.0"), "增长 5.0%"),
        (Decimal(90), Decimal(100), Decimal("-10.0"), "下降 10.0%"),
        (Decimal(100), Decimal(100), Decimal(0), "持平"),
        (Decimal(-50), Decimal(100), Decimal("-150.0"), "下降 150.0%"),
        (Decimal(5), Decimal(0), None, "上期为负或为零，不计算增速"),
        (Decimal(5), Decimal(-5), None, "上期为负或为零，不计算增速"),
        (None, Decimal(5), None, ""),
        (Decimal(5), None, None, ""),
    ],
)
def test_that_growth_is_given_only_where_it_means_something(now, then, share, words):
    assert growth(now, then) == share
    assert growth_words(now, then) == words


@given(sums)
def test_that_the_months_add_up_to_the_last_sum(reported):
    rows = monthly(reported)
    assert sum(row.value for row in rows) == reported[max(reported)]
    assert [row.first for row in rows[1:]] == [row.month + 1 for row in rows[:-1]]


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=12))
def test_that_there_and_back_is_the_same(values):
    months = dict(enumerate(values, 1))
    assert {row.month: row.value for row in monthly(cumulative(months))} == months
