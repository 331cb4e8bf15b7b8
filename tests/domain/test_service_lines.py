"""The services in the month's summary: counted by their day, every sum by itself, nothing where nothing is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.facts import ServiceFact
from daan_desk.domain.periods import period_of
from daan_desk.domain.service_lines import named_figures, no_day, service_lines, service_table

NOVEMBER = period_of("month", date(2026, 11, 1))
TODAY = date(2026, 11, 23)


def facts() -> list[ServiceFact]:
    return [
        ServiceFact("demanded", "a", date(2026, 11, 3), Decimal(800)),
        ServiceFact("demanded", "b", date(2026, 2, 3), Decimal(200)),
        ServiceFact("demanded", "old", date(2025, 12, 31), Decimal(99)),
        ServiceFact("demanded", "later", date(2026, 11, 29), Decimal(99)),
        ServiceFact("credited", "c", date(2026, 11, 9), Decimal(500)),
        ServiceFact("told", "d", date(2026, 10, 9)),
    ]


def test_that_each_matter_counts_its_own_days_and_its_own_sum() -> None:
    table, anchors = service_table(service_lines(facts(), NOVEMBER, TODAY), "11月")
    assert table.rows == (
        ("收集融资需求", "1 个", "需求金额 800 万元", "2 个", "需求金额 1,000 万元"),
        ("银行授信", "1 笔", "授信金额 500 万元", "1 笔", "授信金额 500 万元"),
        ("告知政策", "0 家次", "—", "1 家次", "—"),
    )
    assert anchors[1] == ("", "month.service.credited", "", "to_date.service.credited", "")


def test_that_no_column_of_different_sums_has_a_total() -> None:
    table, _ = service_table(service_lines(facts(), NOVEMBER, TODAY), "11月")
    assert not any(column.total for column in table.columns)


def test_that_a_sum_without_a_day_is_told_and_counted_in_no_month() -> None:
    lost = [ServiceFact("lent", "e", None, Decimal(60)), ServiceFact("credited", "f", None, Decimal(70))]
    assert service_lines(lost, NOVEMBER, TODAY) == ()
    assert no_day(lost) == "没有日期、未计入“专项服务”的：放款金额 1 笔、授信金额 1 笔。"
    assert no_day(facts()) == ""


def test_that_a_script_finds_every_number_by_its_name_and_no_sum_where_none_is_known() -> None:
    told = dict(named_figures(service_lines(facts(), NOVEMBER, TODAY)))
    assert told == {
        "service.demanded": 1,
        "service.demanded.amount": 800,
        "service.demanded.to_date": 2,
        "service.demanded.to_date.amount": 1000,
        "service.credited": 1,
        "service.credited.amount": 500,
        "service.credited.to_date": 1,
        "service.credited.to_date.amount": 500,
        "service.told": 0,
        "service.told.to_date": 1,
    }
