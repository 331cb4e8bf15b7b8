"""The page of charts as tables with charts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.ageing import ages
from daan_desk.domain.charts import figures
from daan_desk.domain.financing import Wanted, funnel
from daan_desk.domain.home import MonthOfIssues, Number
from daan_desk.domain.overview_tables import tables
from daan_desk.domain.overviews import Coverage, Output, OutputMonth, Overview
from daan_desk.domain.questions import Question
from daan_desk.domain.rates import Rate
from daan_desk.domain.spans import span
from daan_desk.domain.standings import Group, Standing

DAY, ISSUES = date(2026, 11, 23), Question("issues")


def number(value: int) -> Number:
    return Number("n", "n", value, ISSUES)


def output(month: str, value: int | None) -> Output:
    return Output(month, None if value is None else Decimal(value), int(value is not None), Question("figures"))


def overview(before: int | None = 100) -> Overview:
    town = Group("t", "大安街道", (), {Standing.DONE: ("a", "b"), Standing.EXPLAINED: ("c",), Standing.OVERDUE: ("d",)})
    return Overview(
        DAY,
        span("year", DAY),
        number(300),
        number(69),
        number(96),
        Coverage(Rate(3, 4), Question("enterprises")),
        Number("raised", "本月收集问题", 54, ISSUES, 49, ISSUES),
        town,
        (MonthOfIssues("2026-10", number(5), number(4)), MonthOfIssues("2026-11", number(6), number(7))),
        (town,),
        (town,),
        (town,),
        {date(2026, 11, 20): 3},
        (OutputMonth(output("2026-10", 105), output("2025-10", before)),),
        ages([], DAY),
        funnel([Wanted("d", Decimal(300), "申报")], []),
    )


def test_that_every_chart_has_its_table_and_its_columns() -> None:
    drawn = tables(overview())
    assert len({table.title for table, _ in drawn}) == len(drawn) == 10
    for table, spec in drawn:
        if spec is not None:
            found = figures(table, spec)
            assert found.words, table.title


def test_that_numbers_stand_as_on_the_page() -> None:
    by_title = {table.title: table for table, _ in tables(overview())}
    assert by_title["总览"].rows[3] == ("办结率", "66.7%（2/3）", "今年提出，不含解释说明 1 个")
    assert by_title["总览"].rows[1][2] == "走访覆盖率 75.0%（3/4）"
    assert by_title["问题提出与办结"].rows == (("2026-10", 5, 4), ("2026-11", 6, 7))
    assert by_title["各镇街办理情况"].rows == (("大安街道", 4, 2, 1, 0, 1, "66.7%（2/3）"),)
    assert by_title["问题状态构成"].rows == (("已办结", 2), ("解释说明", 1), ("逾期", 1))
    assert by_title["融资对接漏斗"].rows[0] == ("需求", 1, "需求金额", Decimal(300))
    assert by_title["走访日历"].rows == (("2026-11-20", 3),)


def test_that_an_unknown_month_is_not_drawn_as_nothing() -> None:
    specs = {table.title: spec for table, spec in tables(overview(before=None))}
    assert specs["规上工业总产值"] is None
    assert {table.title: spec for table, spec in tables(overview())}["规上工业总产值"] is not None
