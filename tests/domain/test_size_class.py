"""The size class needs both bounds, else it is the next one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from daan_desk.domain.industries import Industry
from daan_desk.domain.size_class import size_class, size_hint

VALVES = Industry("3443", "C", "阀门和旋塞制造")
SOFTWARE = Industry("6513", "I", "应用软件开发")


@pytest.mark.parametrize(
    ("people", "revenue", "name"),
    [
        (1000, 40000, "大型"),
        (1200, 39999, "中型"),
        (999, 80000, "中型"),
        (300, 2000, "中型"),
        (299, 50000, "小型"),
        (20, 300, "小型"),
        (19, 100000, "微型"),
        (5000, 299, "微型"),
        (300, Decimal("1999.99"), "小型"),
        (0, 0, "微型"),
    ],
)
def test_that_the_class_follows_people_and_revenue(people, revenue, name):
    assert size_class(people, revenue) == name


@pytest.mark.parametrize(("people", "revenue"), [(None, 40000), (1000, None), (None, None)])
def test_that_nothing_is_worked_out_from_half_of_the_data(people, revenue):
    assert size_class(people, revenue) is None


@pytest.mark.parametrize(
    ("given", "people", "industry", "hint"),
    [
        ("中型", 1000, VALVES, "按工业划型标准测算为大型"),
        (None, 1000, None, "按工业划型标准测算为大型"),
        ("大型", 1000, VALVES, ""),
        ("中型", None, VALVES, ""),
        ("中型", 1000, SOFTWARE, ""),
    ],
)
def test_that_the_hint_speaks_only_where_it_differs_and_applies(given, people, industry, hint):
    assert size_hint(given, people, 40000, industry) == hint
