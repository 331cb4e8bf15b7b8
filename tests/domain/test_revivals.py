"""盘活 before and after, and by year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.revivals import Revival, by_year

PLANT = Revival(
    "1",
    "东区厂房",
    "厂房",
    date(2024, 3, 1),
    date(2026, 5, 20),
    "自贡天工机械有限公司",
    "招引新企业入驻",
    Decimal(3200),
    Decimal(3000),
    use_before="原企业停产",
    jobs=40,
)


def test_that_before_and_after_say_what_is_known() -> None:
    assert PLANT.before == "原企业停产，闲置 26 个月，闲置面积 3,200 ㎡"
    assert PLANT.after == "自贡天工机械有限公司，招引新企业入驻，盘活 3,000 ㎡，带动就业 40 人"
    blank = Revival("2", "西区厂房", "厂房")
    assert (blank.before, blank.after, blank.months_idle) == ("闲置时间未登记", "未登记", None)


def test_that_a_year_sums_what_was_put_to_use_and_counts_what_says_no_area() -> None:
    lacking = Revival("2", "西区厂房", "厂房", revived=date(2026, 1, 1))
    land = Revival("3", "北区地块", "土地", revived=date(2025, 1, 1), land_area=Decimal(30))
    this, last = by_year((PLANT, lacking, land, Revival("4", "无日期", "厂房")))
    assert (this.year, this.ids, this.area, this.jobs, this.lacking) == (2026, ("1", "2"), 3000, 40, 1)
    assert (last.year, last.land, last.area, last.lacking) == (2025, 30, 0, 0)
