"""Habits of offices that a layout has to know: groups over a header, headers printed again, “同上”, page numbers."""

from __future__ import annotations

import pytest

from daan_desk.domain.sheets import Cell, Merge, Sheet
from daan_desk.exchange.layouts import layout

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司")
HEAD = ("企业名称", "所属镇街", "联系人", "从业人数")


def listed(*rows: tuple[Cell, ...]) -> Sheet:
    return Sheet("名单", rows)


def test_that_a_group_that_says_nothing_belongs_to_the_header() -> None:
    over = ("企业名称", "拟投资内容", "其中", None, "备注")
    under = (None, None, "项目阶段", "下次联系时间", None)
    merges = (*(Merge(1, at, 2, at) for at in (0, 1, 4)), Merge(1, 2, 1, 3))
    rows = [(name, "扩建厂房", "洽谈", "2025-03-05", None) for name in FIRMS]
    assert layout(Sheet("线索", (over, under, *rows), merges)).header_rows == (1, 2)


def test_that_a_month_under_a_group_stays_a_month() -> None:
    over = ("企业名称", "基本情况", None, "工业总产值")
    under = (None, "月份", "用工人数", None)
    merges = (Merge(1, 0, 2, 0), Merge(1, 1, 1, 2), Merge(1, 3, 2, 3))
    rows = [(name, "2025-03", 12, 340.5) for name in FIRMS]
    assert layout(Sheet("指标", (over, under, *rows), merges)).shape[1] == "基本情况 / 月份"


def test_that_a_header_printed_again_with_other_blanks_is_no_record() -> None:
    again = ("企业 名称", "所属镇街 ", "联系人", "从业人数")
    rows = [(name, "何市镇", "张三", 20) for name in FIRMS]
    found = layout(listed(again, rows[0], HEAD, *rows[1:]))
    assert (found.header_rows, [row.number for row in found.rows]) == ((1,), [2, 4, 5])


def test_that_the_same_as_above_is_what_stands_above() -> None:
    rows = [(FIRMS[0], "何市镇", "张三", 20), (FIRMS[1], "同上", "〃", 30), (FIRMS[2], "同上", "李四", 40)]
    found = layout(listed(HEAD, *rows))
    assert [row.cells[1:3] for row in found.rows] == [("何市镇", "张三"), ("何市镇", "张三"), ("何市镇", "李四")]
    assert (4, 1) in found.filled


@pytest.mark.parametrize(
    "note",
    ["—1—", "第1页 共2页", "报：区政府办公室", "*本表由各镇街填报", "以上企业均已核实。", "本表一式三份", "续下页"],
)
def test_that_what_is_printed_below_a_table_is_no_record(note: str) -> None:
    rows = [(name, "何市镇", "张三", 20) for name in FIRMS]
    assert [row.number for row in layout(listed(HEAD, *rows, (note,))).rows] == [2, 3, 4]


def test_that_a_numbered_section_is_one_among_records_that_name_towns_themselves() -> None:
    rows = [("何市镇", name, "张三", 20) for name in FIRMS * 2]
    found = layout(
        listed(("镇街", "企业名称", "联系人", "从业人数"), ("一、牛佛镇",), *rows[:3], ("二、新店镇",), *rows[3:])
    )
    assert [row.number for row in found.rows] == [3, 4, 5, 7, 8, 9]
    assert {row.section for row in found.rows} == {"一、牛佛镇", "二、新店镇"}
