"""What stands once, or beside, and is meant for several records: dittos, sections that name a place, tables abreast."""

from __future__ import annotations

import pytest

from daan_desk.domain.sheets import Cell, Layout, Merge, Sheet
from daan_desk.exchange.layouts import layout, roster
from daan_desk.exchange.shapes import sections

Rows = list[list[Cell]]
A, B, C, D, E = "自贡甲机械有限公司", "自贡乙阀门有限公司", "自贡丙泵业有限公司", "自贡丁电缆厂", "自贡戊建材有限公司"


def found(rows: Rows) -> Layout:
    return layout(Sheet("名单", tuple(map(tuple, rows)), ()))


def cells(seen: Layout) -> list[tuple[Cell, ...]]:
    return [row.cells for row in seen.rows]


@pytest.mark.parametrize("mark", ["〃", "同上", " 〃 ", "″", "”"])
def test_that_a_ditto_is_the_value_above_however_often_it_comes(mark: str) -> None:
    seen = found(
        [["企业名称", "镇街", "行业"], [A, "大安街道", "机械"], [B, mark, mark], [C, mark, "泵"], [D, "龙井街道", mark]]
    )
    assert cells(seen) == [
        (A, "大安街道", "机械"),
        (B, "大安街道", "机械"),
        (C, "大安街道", "泵"),
        (D, "龙井街道", "泵"),
    ]
    assert {(3, 1), (3, 2), (4, 1), (5, 2)} <= seen.filled
    assert "“同上”“〃”按上一行同一栏的内容读取" in seen.decisions


def test_that_a_ditto_without_anything_above_is_nothing() -> None:
    assert cells(found([["企业名称", "镇街"], [A, "〃"], [B, "〃"]])) == [(A, None), (B, None)]


def test_that_a_ditto_below_a_group_is_what_the_group_lends() -> None:
    rows: Rows = [
        ["镇街", "企业名称", "电话"],
        ["大安街道", A, "1"],
        [None, B, "2"],
        ["〃", C, "3"],
        ["龙井街道", D, "4"],
        [None, E, "5"],
    ]
    assert [row[0] for row in cells(found(rows))] == ["大安街道", "大安街道", "大安街道", "龙井街道", "龙井街道"]


def test_that_sections_that_name_a_place_are_a_column_of_their_records() -> None:
    head: list[Cell] = ["序号", "企业名称", "主要产品"]
    rows: Rows = [
        ["规上企业名单"],
        ["一、大安街道（2户）"],
        head,
        [1, A, "锅炉"],
        [2, B, "阀门"],
        ["二、龙井街道（1户）"],
        head,
        [3, C, "泵"],
    ]
    seen = found(rows)
    assert [header.text for header in seen.headers] == ["序号", "企业名称", "主要产品", "分节"]
    assert [row[3] for row in cells(seen)] == ["大安街道", "大安街道", "龙井街道"]


def test_that_sections_add_nothing_where_a_column_says_the_place_or_they_name_none() -> None:
    placed: Rows = [
        ["企业名称", "镇街", "产品"],
        ["一、大安街道"],
        [A, "龙井街道", "锅炉"],
        ["二、龙井街道"],
        [B, "大安街道", "阀门"],
    ]
    kinds: Rows = [["企业名称", "电话", "产品"], ["一、机械类"], [A, "1", "锅炉"], ["二、化工类"], [B, "2", "漆"]]
    for rows in (placed, kinds):
        assert "分节" not in [header.text for header in found(rows).headers]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("一、大安街道（12户）", "大安街道"),
        ("（三）何市镇：", "何市镇"),
        ("2.大安工业园区企业", "大安工业园区"),
        ("三、其他", ""),
        ("第一部分 重点企业", ""),
    ],
)
def test_that_a_section_tells_its_place_without_its_number_and_count(words: str, place: str) -> None:
    assert sections.place(words) == place


def test_that_tables_side_by_side_are_one_list_the_left_before_the_right() -> None:
    rows: Rows = [
        ["企业名册"],
        ["序号", "企业名称", "电话", None, "序号", "企业名称", "电话"],
        [1, A, "11", None, 4, D, "14"],
        [2, B, "12", None, 5, E, "15"],
        [3, C, "13", None, None, None, None],
    ]
    seen = found(rows)
    assert cells(seen) == [(1, A, "11"), (2, B, "12"), (3, C, "13"), (4, D, "14"), (5, E, "15")]
    assert [header.letter for header in seen.headers] == ["A", "B", "C"]


def test_that_two_columns_of_one_name_are_no_tables_side_by_side() -> None:
    rows: Rows = [["企业名称", "电话", "电话"], [A, "11", "12"], [B, "13", "14"]]
    assert len(found(rows).rows) == 2
    assert len(found(rows).headers) == 3


def test_that_kinds_of_enterprises_are_headers_and_not_names() -> None:
    rows: Rows = [
        ["企业资质一览表"],
        ["企业名称", "高新技术企业", "专精特新", "科技型中小企业", "规上工业企业"],
        [A, "√", "省级", "√", "是"],
        [B, "2023年", None, "√", "是"],
        [C, None, "国家级", None, "否"],
    ]
    assert found(rows).header_rows == (2,)
    assert len(found(rows).rows) == 3


def test_that_a_cell_with_several_enterprises_is_a_record_for_each_and_says_so() -> None:
    seen = found(
        [
            ["联系领导", "联系企业", "电话"],
            ["王一", f"{A}、{B}", "11"],
            ["李二", f"1.{C}\n2.{D}", "12"],
            ["张三", E, "13"],
        ]
    )
    assert cells(seen) == [
        ("王一", A, "11"),
        ("王一", B, "11"),
        ("李二", C, "12"),
        ("李二", D, "12"),
        ("张三", E, "13"),
    ]
    assert [row.number for row in seen.rows] == [2, 2, 3, 3, 4]
    assert (2, "这一格里有 2 家企业，已拆成各一行，其余各栏照抄") in seen.warnings


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("参加企业", f"{A}、{B}"),
        ("企业名称", f"{A}（含大安、自流井两个厂区）"),
        ("企业名称", f"{A}、王一"),
    ],
)
def test_that_guests_and_remarks_are_not_taken_apart(head: str, cell: str) -> None:
    assert [
        row[1] for row in cells(found([["日期", head, "主题"], ["2026-03-01", cell, "x"], ["2026-04-01", E, "y"]]))
    ] == [cell, E]


def test_that_months_head_columns() -> None:
    rows: Rows = [
        ["2026年1-3月规上工业企业产值情况"],
        ["序号", "企业名称", "1月", "2月", "3月", "累计"],
        [1, A, 100, 110, 120, None],
        [2, B, 90, 95, 99, None],
    ]
    assert found(rows).header_rows == (2,)


def test_that_a_column_for_each_month_is_a_record_for_each_month_with_a_number() -> None:
    rows: Rows = [
        ["2026年1-3月规上工业企业产值情况"],
        ["单位：万元"],
        ["序号", "企业名称", "1月", "2月", "3月", "累计"],
        [1, A, 100, 110, None, 210],
        [2, B, None, None, None, None],
        ["合计", None, 100, 110, None, 210],
    ]
    seen = roster(Sheet("产值", tuple(map(tuple, rows)), ()))
    assert [header.text for header in seen.headers] == ["序号", "企业名称", "累计", "月份", "产值"]
    assert cells(seen) == [(1, A, 210, "2026-01", 100), (1, A, 210, "2026-02", 110)]
    assert (5, "各月都没有填数") in [(gone.row, gone.why) for gone in seen.skipped]
    assert (seen.unit, seen.to_date) == ("万元", False)


def test_that_months_below_their_measures_are_told_apart() -> None:
    rows: Rows = [
        ["企业名称", "2026年产值", None, "2026年营业收入", None],
        [None, "1月", "2月", "1月", "2月"],
        [A, 1, 2, 3, 4],
        [B, 5, 6, 7, 8],
    ]
    seen = roster(Sheet("数", tuple(map(tuple, rows)), (Merge(1, 1, 1, 2), Merge(1, 3, 1, 4), Merge(1, 0, 2, 0))))
    assert [header.text for header in seen.headers] == ["企业名称", "月份", "产值", "营业收入"]
    assert cells(seen)[:2] == [(A, "2026-01", 1, 3), (A, "2026-02", 2, 4)]


def test_that_months_without_a_year_or_a_measure_stay_as_they_are() -> None:
    for title in ("各月情况", "2026年各月情况", "各月产值"):
        rows: Rows = [[title], ["企业名称", "1月", "2月"], [A, 1, 2], [B, 3, 4]]
        assert len(roster(Sheet("表", tuple(map(tuple, rows)), ())).rows) == 2


def test_that_a_header_below_unmerged_titles_is_found_before_anything_stands_under_it() -> None:
    seen = found([["走访情况周报"], ["（2026年11月）"], ["走访时间", "走访领导", "职务", "走访企业", "联系电话"]])
    assert seen.header_rows == (3,)
    assert seen.rows == ()
