"""The page of charts as tables for a workbook, each with the chart that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.charts import ChartSpec
from daan_desk.domain.fields import Kind
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.overviews import Overview
from daan_desk.domain.standings import IN_HAND, Group, Standing
from daan_desk.domain.tables import Column, Table

Drawn = tuple[Table, ChartSpec | None]
PARTS = ("已办结", "在办", "逾期")
WORDS, COUNT, AMOUNT = Text(60), Integer("个"), Money("万元")


def tables(found: Overview) -> tuple[Drawn, ...]:
    """Every chart of the page with its numbers, in the page's order."""
    return (
        (_summary(found), None),
        _months(found),
        _standings(found),
        _places(found, "各镇街办理情况", "镇街", found.towns),
        _places(found, "各部门办理情况", "牵头部门", found.departments),
        _places(found, "问题类别排名", "类别", found.categories, ("合计",)),
        _funnel(found),
        _output(found),
        _ages(found),
        (_days(found), None),
    )


def _summary(found: Overview) -> Table:
    before = "" if found.raised.before is None else f"上年同月 {found.raised.before} 个"
    explained = f"{found.span.words}提出，不含解释说明 {found.all.count(Standing.EXPLAINED)} 个"
    rows = (
        ("在册企业", f"{found.enterprises.value}", f"规上企业 {found.above_scale.value} 家"),
        ("本月走访", f"{found.visits.value}", f"走访覆盖率 {found.coverage.rate}"),
        ("本月收集问题", f"{found.raised.value}", before),
        ("办结率", f"{found.all.rate}", explained),
    )
    columns = (Column("指标", WORDS, 16), Column("数值", WORDS, 22), Column("说明", WORDS, 40))
    return Table("总览", columns, rows, (f"截至 {found.day:%Y-%m-%d}",))


def _table(title: str, first: str, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Table:
    columns = (Column(first, WORDS, 22), *(_number(name, COUNT) for name in names))
    return Table(title, columns, tuple(rows))


def _number(name: str, kind: Kind) -> Column:
    return Column(name, kind, 12, total=True)


def _months(found: Overview) -> Drawn:
    title, names = "问题提出与办结", ("提出", "办结")
    rows = [(month.month, month.raised.value, month.answered.value) for month in found.months]
    return _table(title, "月份", names, rows), ChartSpec("line", title, "月份", names)


def _standings(found: Overview) -> Drawn:
    title = f"问题状态构成（{found.span.words}）"
    rows = [(one.value, found.all.count(one)) for one in Standing if found.all.count(one)]
    return _table("问题状态构成", "状态", ("个数",), rows), ChartSpec("pie", title, "状态", ("个数",))


def _places(
    found: Overview,
    title: str,
    first: str,
    groups: Sequence[Group],
    drawn: tuple[str, ...] = ("已办结", "在办", "逾期"),
) -> Drawn:
    names = ("合计", "已办结", "解释说明", "在办", "逾期")
    rows = [
        (
            group.name,
            group.count(),
            group.count(Standing.DONE),
            group.count(Standing.EXPLAINED),
            group.count(*IN_HAND),
            group.count(Standing.OVERDUE),
            str(group.rate),
        )
        for group in groups
    ]
    plain = _table(title, first, names, [])
    table = Table(title, (*plain.columns, Column("办结率", WORDS, 20)), tuple(rows))
    return table, ChartSpec("stack", f"{title}（{found.span.words}）", first, drawn)


def _funnel(found: Overview) -> Drawn:
    """Four sums of four different things stand beside each other as words of a row, and only the counts are drawn."""
    title = "融资对接漏斗"
    rows = tuple((one.word, one.count, one.amount_word, one.amount) for one in found.funnel.stages)
    columns = (
        Column("环节", WORDS, 12),
        Column("需求个数", COUNT, 12),
        Column("金额口径", WORDS, 20),
        Column("金额（万元）", AMOUNT, 16),
    )
    note = "每个环节的金额是不同的口径，不能相加，也不能画在一起；图中只有个数。"
    drawn = ChartSpec("bar", f"{title}（{found.span.words}）", "环节", ("需求个数",))
    return Table(title, columns, rows, (note,)), drawn if rows and rows[0][1] else None


def _output(found: Overview) -> Drawn:
    title, names = "规上工业总产值", ("产值（万元）", "上年同月（万元）")
    rows = tuple((one.now.month, one.now.value, one.before.value, one.words) for one in found.output)
    columns = (Column("月份", WORDS, 12), *(_number(name, AMOUNT) for name in names), Column("同比", WORDS, 46))
    # an unknown month is no month of nothing: a chart of a workbook could not tell them apart
    known = all(one.now.value is not None and one.before.value is not None for one in found.output)
    return Table(title, columns, rows), ChartSpec("line", f"{title}（万元）", "月份", names) if known else None


def _ages(found: Overview) -> Drawn:
    title, names = "在办问题账龄", ("在办", "其中逾期")
    rows = [(age.name, age.count, len(age.overdue)) for age in found.ages]
    return _table(title, "账龄", names, rows), ChartSpec("bar", title, "账龄", names)


def _days(found: Overview) -> Table:
    rows = [(f"{day:%Y-%m-%d}", count) for day, count in sorted(found.days.items())]
    return _table("走访日历", "日期", ("走访",), rows)
