"""The account of the land is summed up, and what cannot be is said."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.land import Area, account


def test_that_the_account_sums_what_is_entered_and_leaves_gaps_as_gaps() -> None:
    found = account((Area("东片区", Decimal(1200), Decimal(400), Decimal(150)), Area("西片区", Decimal(800))))
    assert (found.planned, found.usable, found.reserved, found.supplied) == (2000, 400, 150, 0)
    assert found.doubts == ()


def test_that_more_usable_or_reserved_than_there_is_is_doubted() -> None:
    [area] = account((Area("东片区", Decimal(100), Decimal(120), Decimal(130), Decimal(101)),)).areas
    assert account((area,)).doubts == (
        "东片区：可用面积大于规划面积",
        "东片区：储备面积大于可用面积",
        "东片区：已供面积大于规划面积",
    )
