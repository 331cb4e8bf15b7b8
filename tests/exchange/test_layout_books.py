"""Whole books as offices keep them: copies beside the sheet that counts, tables below and beside each other."""

from __future__ import annotations

from daan_desk.domain.sheets import Book, Cell, Layout, Role, Sheet
from daan_desk.exchange.layouts import layout, layouts

FIRMS = [f"自贡某{sign}阀门有限公司" for sign in "甲乙丙丁戊己庚辛"]
Rows = list[list[Cell]]


def visits(count: int, start: int = 0) -> Rows:
    rows: Rows = [["企业走访台账"], ["序号", "走访日期", "企业名称", "走访内容"]]
    return [*rows, *([at + 1, f"2026-03-{at + 1:02d}", FIRMS[at], "了解情况"] for at in range(start, count))]


def offered(**sheets: Rows) -> tuple[Layout, ...]:
    return layouts(
        Book("台账.xlsx", "xlsx", tuple(Sheet(name, tuple(map(tuple, rows))) for name, rows in sheets.items()))
    )


def told(found: Layout) -> str:
    return "\n".join(text for _, text in found.warnings)


def test_that_copies_of_a_sheet_are_read_once_and_named() -> None:
    found = offered(旧=visits(6), 台账=visits(8), 备份=visits(8))
    assert (found[0].sheets, len(found[0].rows)) == (("台账",), 8)
    assert "“备份”有 8 行" in told(found[0])
    assert "“旧”有 6 行" in told(found[0])


def test_that_a_copy_beside_sheets_which_belong_together_is_left_out_of_them() -> None:
    found = offered(大山铺镇=visits(4), 牛佛镇=visits(8, 4), **{"大山铺镇 (2)": visits(4)})
    assert found[0].sheets == ("大山铺镇", "牛佛镇")
    assert "大山铺镇 (2)" in told(found[0])


def test_that_sheets_of_months_are_no_copies_of_each_other() -> None:
    rows: Rows = [["企业名称", "联系人"], *([firm, "张三"] for firm in FIRMS)]
    assert offered(**{"1月": rows, "2月": rows})[0].sheets == ("1月", "2月")


def test_that_tables_below_each_other_are_offered_each_by_itself() -> None:
    rows: Rows = [["一、规上工业企业名单"], ["序号", "企业名称", "联系人"]]
    rows += [[at + 1, firm, "张三"] for at, firm in enumerate(FIRMS[:4])]
    rows += [[], ["二、闲置厂房"], ["序号", "厂房名称", "面积（㎡）"], [1, "一号厂房", 1000], [2, "二号厂房", 900]]
    firms, plants = sorted(offered(汇总=rows), key=lambda found: found.first or 0)
    assert (firms.role, firms.header_rows, [row.number for row in firms.rows]) == (Role.ROSTER, (2,), [3, 4, 5, 6])
    assert (plants.header_rows, [row.number for row in plants.rows], plants.title) == ((9,), [10, 11], "二、闲置厂房")
    assert "2 张表" in told(firms)
    assert offered(汇总=rows)[0].role is Role.ROSTER


def test_that_a_header_printed_on_every_page_begins_no_other_table() -> None:
    rows: Rows = []
    for at in range(3):
        rows += [["企业名单"], ["序号", "企业名称", "联系人"]]
        rows += [[at * 2 + 1, FIRMS[at], "张三"], [at * 2 + 2, FIRMS[at + 3], "李四"], []]
    assert [len(found.rows) for found in offered(名单=rows)] == [6]


def test_that_the_total_of_a_small_table_beside_the_list_makes_no_total_of_a_record() -> None:
    rows: Rows = [["企业名称", "联系人", None, "行标签", "计数"]]
    beside: Rows = [["大山铺镇", 3], ["牛佛镇", 2], ["总计", 5], [None, None]]
    rows += [[firm, "张三", None, *more] for firm, more in zip(FIRMS, beside, strict=False)]
    assert len(layout(Sheet("明细", tuple(map(tuple, rows)))).rows) == 4
