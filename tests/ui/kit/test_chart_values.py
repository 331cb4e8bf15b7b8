"""What a chart shows, as numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daan_desk.ui.kit.chart_values import Columns, Heat, Ranking, Ring, Series, Slice, Stack, ceiling, shown


@pytest.mark.parametrize(
    ("value", "text"), [(1234.0, "1,234"), (12.5, "12.5"), (0, "0"), (None, "—"), (1 / 3, "0.33"), (-1200, "-1,200")]
)
def test_that_a_number_is_written_as_on_paper(value: float | None, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("highest", "top", "step"), [(66, 80, 20), (5, 5, 1), (6, 6, 2), (0, 4, 1), (1284, 1500, 500), (100, 100, 20)]
)
def test_that_an_axis_ends_at_a_round_number(highest: float, top: float, step: float) -> None:
    assert ceiling(highest) == (top, step)


@given(st.floats(min_value=0.001, max_value=1e9))
def test_that_an_axis_holds_its_highest_value_in_at_most_five_steps(highest: float) -> None:
    top, step = ceiling(highest)
    assert top >= highest * 0.999999
    assert 1 <= round(top / step) <= 5


def test_that_columns_say_their_numbers_and_keys() -> None:
    values = Columns(("1月", "2月"), (Series("提出", (3, None)), Series("办结", (1, 2.5), line=True)), keys=("a", "b"))
    assert values.numbers() == ((("", "提出", "办结"), ("1月", "3", "1"), ("2月", "—", "2.5")), ("a", "b"))


def test_that_columns_without_keys_answer_their_names() -> None:
    assert Columns(("1月",), (Series("提出", (3,)),)).numbers()[1] == ("1月",)


def test_that_a_ring_says_shares_of_its_total() -> None:
    ring = Ring((Slice("a", "已办结", 3, "green"), Slice("b", "逾期", 1, "red")), "件")
    assert ring.numbers()[0][1:] == (("已办结", "3", "75%"), ("逾期", "1", "25%"))
    assert Ring((Slice("a", "已办结", 0, "green"),)).share(Slice("a", "", 0, "green")) == "—"


def test_that_a_ranking_says_its_sums() -> None:
    ranking = Ranking((("已办结", "accent"), ("逾期", "red")), (Stack("t1", "大安街道", (3, 1)),))
    assert ranking.numbers() == ((("", "已办结", "逾期", "合计"), ("大安街道", "3", "1", "4")), ("t1",))


def test_that_days_outside_the_stretch_are_left_out() -> None:
    heat = Heat(date(2026, 1, 1), date(2026, 1, 31), {date(2026, 1, 5): 2, date(2026, 2, 1): 9}, "走访")
    assert heat.numbers() == ((("日期", "走访"), ("2026-01-05", "2")), (date(2026, 1, 5),))
