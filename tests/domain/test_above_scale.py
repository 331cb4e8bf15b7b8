"""规上 is what the register says; the program only points out what looks forgotten."""

from __future__ import annotations

from decimal import Decimal

import pytest

from daan_desk.domain.above_scale import above_scale_hint


@pytest.mark.parametrize(
    ("registered", "revenue", "hint"),
    [
        (False, 2000, "营收已达标未入库"),
        (None, Decimal("2000.00"), "营收已达标未入库"),
        (False, Decimal("1999.99"), ""),
        (True, 90000, ""),
        (True, 10, ""),
        (False, None, ""),
    ],
)
def test_that_only_an_unregistered_enterprise_with_enough_revenue_is_pointed_out(registered, revenue, hint):
    assert above_scale_hint(registered, revenue) == hint


def test_that_the_threshold_is_the_offices():
    assert above_scale_hint(False, 2500, Decimal(3000)) == ""
