"""Tables with native charts in one workbook."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from daan_desk.domain.charts import ChartSpec
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.tables import Column, Table
from daan_desk.exchange.charts_book import write_charts

NUMBERS = (Column("镇街", Text(), 16), Column("已办结", Integer(), total=True), Column("逾期", Integer(), total=True))
TOWNS = Table("各镇街", NUMBERS, (("大安街道", 5, 1), ("龙井街道", 3, 0)), ("截至 2026-11-23",))
DAYS = Table("走访日历", (Column("日期", Text()), Column("走访", Integer())), (("2026-11-20", 3),))


def test_that_every_table_has_a_sheet_and_every_spec_a_native_chart(tmp_path: Path) -> None:
    file = tmp_path / "图表.xlsx"
    stacked, pie = (
        ChartSpec("stack", "各镇街", "镇街", ("已办结", "逾期")),
        ChartSpec("pie", "占比", "镇街", ("已办结",)),
    )
    assert write_charts(((TOWNS, stacked), (TOWNS, pie), (DAYS, None)), file) == 5
    book = load_workbook(file)
    assert book.sheetnames == ["各镇街", "各镇街(2)", "走访日历", "图表", "说明"]
    assert [row[:3] for row in book["各镇街"].iter_rows(values_only=True)][1:3] == [
        ("大安街道", 5, 1),
        ("龙井街道", 3, 0),
    ]
    assert book["说明"]["A1"].value == "截至 2026-11-23"
    with ZipFile(file) as package:
        drawn = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]
    assert len(drawn) == 2
    assert sum('grouping val="stacked"' in chart and 'overlap val="100"' in chart for chart in drawn) == 1
