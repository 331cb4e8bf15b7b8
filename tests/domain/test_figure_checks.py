"""Odd figures are told beside the month before and the year before."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.figure_checks import odd

LABELS = {
    "output": "工业总产值",
    "revenue": "营业收入",
    "profit": "利润",
    "exports": "出口",
    "employees": "从业人数",
}


def told(
    now: dict[str, object], before: dict[str, object] | None = None, ago: dict[str, object] | None = None
) -> list[str]:
    return [one.words for one in odd(now, before, LABELS, year_ago=ago)]


def test_that_a_jump_is_told_with_both_figures() -> None:
    assert told({"output": Decimal(2400)}, {"output": Decimal(1000)}) == ["工业总产值比上月增长 140%（1,000 → 2,400）"]
    assert told({"output": Decimal(400)}, {"output": Decimal(1000)}) == ["工业总产值比上月下降 60%（1,000 → 400）"]
    assert told({"output": Decimal(1400)}, {"output": Decimal(1000)}) == []
    assert told({"output": Decimal(2100)}, None, {"output": Decimal(1000)}) == [
        "工业总产值比上年同月增长 110%（1,000 → 2,100）"
    ]


def test_that_small_figures_and_missing_ones_say_nothing() -> None:
    assert told({"output": Decimal(9)}, {"output": Decimal(1)}) == []
    assert told({"output": None}, {"output": Decimal(1000)}) == []
    assert told({"output": Decimal(100)}, {"output": Decimal(0)}) == []


def test_that_a_sign_and_a_part_larger_than_its_whole_are_told() -> None:
    assert told({"employees": -3}) == ["从业人数是负数"]
    assert told({"profit": Decimal(-30)}) == []
    assert told({"revenue": Decimal(100), "exports": Decimal(120)}) == ["出口比营业收入还大"]
    assert told({"output": Decimal(10), "revenue": Decimal(500)}) == ["营业收入是工业总产值的 10 倍以上，请检查单位"]
