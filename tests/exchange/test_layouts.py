"""What a sheet's shape means: header, records, units, roles, and the reason for every row that is left out."""

from __future__ import annotations

import pytest

from daan_desk.domain.sheets import Book, Cell, Layout, Merge, Role, Sheet, Spot
from daan_desk.exchange.layouts import layout, layouts

Rows = list[list[Cell]]
CODE = "91510300MA6200001X"


def sheet(rows: Rows, *merges: tuple[int, int, int, int], name: str = "名单") -> Sheet:
    return Sheet(name, tuple(map(tuple, rows)), tuple(Merge(*merge) for merge in merges))


def found(rows: Rows, *merges: tuple[int, int, int, int]) -> Layout:
    return layout(sheet(rows, *merges))


def numbers(layout: Layout) -> list[int]:
    return [row.number for row in layout.rows]


def whys(layout: Layout) -> dict[int, str]:
    return {gone.row: gone.why for gone in layout.skipped}


def texts(layout: Layout) -> list[str]:
    return [header.text for header in layout.headers]


def test_that_a_header_alone_has_no_records() -> None:
    empty = found([["企业名称", "统一社会信用代码", "联系电话"]])
    assert (empty.header_rows, empty.rows) == ((1,), ())
    assert "没有数据行" in empty.decisions


def test_that_an_empty_sheet_is_empty() -> None:
    assert found([]).role is Role.EMPTY
    assert found([[None, " "], []]).role is Role.EMPTY


@pytest.mark.parametrize(
    "rows",
    [
        [["自贡甲机械有限公司"], ["自贡乙阀门厂"], ["自贡丙食品有限公司"]],
        [["自贡甲机械有限公司", CODE], ["自贡乙阀门厂", CODE], ["自贡丙食品有限公司", CODE]],
        [["510304001", "大安街道"], ["510304002", "龙井街道"]],
    ],
)
def test_that_a_list_without_any_header_loses_no_row(rows: Rows) -> None:
    seen = found(rows)
    assert seen.header_rows == ()
    assert len(seen.rows) == len(rows)
    assert not seen.sure


def test_that_a_title_may_stand_over_a_list_without_header() -> None:
    rows: Rows = [["大安区企业名单"], [1, "自贡甲机械有限公司", "13800000001"], [2, "自贡乙阀门厂", "13800000002"]]
    seen = found(rows, (1, 0, 1, 2))
    assert (seen.header_rows, seen.title_rows, numbers(seen)) == ((), (1,), [2, 3])


@pytest.mark.parametrize("merged", [True, False])
def test_that_three_header_rows_become_paths(merged: bool) -> None:
    rows: Rows = [
        ["序号", "企业名称", "经营情况", None, None, None],
        [None, None, "营业收入", None, "利润", None],
        [None, None, "2023年", "2024年", "2023年", "2024年"],
        [1, "甲公司", 1, 2, 3, 4],
    ]
    merges = [(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 1, 5), (2, 2, 2, 3), (2, 4, 2, 5)] if merged else []
    seen = found(rows, *merges)
    assert seen.header_rows == (1, 2, 3)
    assert texts(seen)[2:] == [
        f"经营情况 / {what} / {year}年" for what in ("营业收入", "利润") for year in (2023, 2024)
    ]


def test_that_header_words_are_cleaned_and_kept_as_they_stood() -> None:
    seen = found([["*企业\n名称（必填）", "\u00a01.联 系 人", "（二）电话："], ["甲公司", "张三", "13800000001"]])
    assert texts(seen) == ["企业名称", "联系人", "电话"]
    assert seen.headers[0].raw == "*企业\n名称（必填）"


def test_that_a_row_of_units_belongs_to_the_header() -> None:
    seen = found([["企业名称", "产值", "人数"], [None, "万元", "人"], ["甲公司", 5, 7], ["乙公司", 6, 8]])
    assert seen.header_rows == (1, 2)
    assert texts(seen)[1] == "产值 / 万元"


def test_that_database_names_beside_a_header_are_no_record() -> None:
    rows: Rows = [
        ["企业名称", "信用代码", "电话"],
        ["ent_name", "credit_code", "phone"],
        ["甲公司", CODE, "13800000001"],
    ]
    assert (found(rows).header_rows, whys(found(rows))) == ((1,), {2: "字段代码行"})
    turned = [rows[1], rows[0], rows[2]]
    assert (found(turned).header_rows, numbers(found(turned))) == ((2,), [3])


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        (["单位：万元"], "万元"),
        (["填报单位：区经信局", None, "计量 单位：千元"], "千元"),
        (["企业主要指标（万元）"], "万元"),
        (["填报单位：区经信局"], None),
    ],
)
def test_that_the_unit_is_the_amounts_and_never_the_office(line: list[Cell], unit: str | None) -> None:
    seen = found([line, ["企业名称", "产值", "税收"], ["甲公司", 1, 2], ["乙公司", 3, 4]])
    assert (seen.unit, seen.header_rows) == (unit, (2,))


@pytest.mark.parametrize("words", ["合计", "合  计", "总计：", "大安街道小计", "合计（6家）", "共6家", "小计"])
def test_that_totals_are_no_records_wherever_they_stand(words: str) -> None:
    rows: Rows = [["序号", "企业名称", "产值"], [None, words, 9], [1, "甲公司", 4], [None, words, 4], [2, "乙公司", 5]]
    assert numbers(found(rows)) == [3, 5]
    assert whys(found(rows))[2] == "合计行"


def test_that_an_enterprise_whose_name_sounds_like_a_total_stays() -> None:
    rows: Rows = [["序号", "企业名称", "产值"], [1, "总计量器具有限公司", 4], [2, "自贡共创汇总合计科技公司", 5]]
    assert numbers(found(rows)) == [2, 3]


def test_that_sections_are_told_and_kept_with_their_records() -> None:
    rows: Rows = [
        ["序号", "企业名称", "电话"],
        ["大安街道（1家）"],
        [1, "甲公司", "1"],
        ["二、牛佛镇"],
        [2, "乙公司", "2"],
    ]
    seen = found(rows)
    assert [row.section for row in seen.rows] == ["大安街道（1家）", "二、牛佛镇"]
    assert whys(seen) == {2: "分节：大安街道（1家）", 4: "分节：二、牛佛镇"}


def test_that_a_record_of_which_only_the_name_is_known_stays() -> None:
    rows: Rows = [
        ["序号", "企业名称", "人", "电话"],
        [1, "甲公司", "张", "1"],
        [None, "乙合作社"],
        [3, "丙厂", "李", "2"],
    ]
    assert numbers(found(rows)) == [2, 3, 4]


def test_that_numbered_empty_rows_at_the_end_are_none() -> None:
    seen = found([["序号", "企业名称", "电话"], [1, "甲公司", "1"], [2], [3], [4]])
    assert numbers(seen) == [2]
    assert set(whys(seen).values()) == {"只有序号，没有内容"}


def test_that_signatures_and_scraps_after_the_table_are_none() -> None:
    rows: Rows = [["序号", "单位名称", "人数"], [1, "甲公司", 10], [2, "乙公司", 20], [], [None, None, "大安区经信局"]]
    assert numbers(found([*rows, [None, None, "2024年7月5日"]])) == [2, 3]
    assert numbers(found([*rows[:3], *[[]] * 60, [None] * 4 + ["大安街道"]])) == [2, 3]


def test_that_merged_cells_lend_their_value_to_every_row() -> None:
    rows: Rows = [["序号", "企业名称", "问题", "单位"], [1, "甲公司", "一", "甲局"], [None, None, "二", "乙局"]]
    seen = found([*rows, [2, "乙公司", "三", "丙局"]], (2, 0, 3, 0), (2, 1, 3, 1))
    assert [row.cells[1] for row in seen.rows] == ["甲公司", "甲公司", "乙公司"]
    assert (3, 1) in seen.filled


def test_that_rows_which_go_on_with_an_enterprise_get_its_name_and_it_is_told() -> None:
    rows: Rows = [["序号", "企业名称", "问题", "单位"], [1, "甲公司", "一", "甲局"], [None, None, "二", "乙局"]]
    seen = found([*rows, [2, "乙公司", "三", "丙局"]])
    assert [row.cells[1] for row in seen.rows] == ["甲公司", "甲公司", "乙公司"]
    assert any("接在上一家企业之后" in why for why in seen.decisions)


def test_that_blanks_right_of_the_name_are_never_filled() -> None:
    rows: Rows = [["序号", "企业名称", "园区"], [1, "甲公司", "东园"], [2, "乙公司", None], [3, "丙公司", "西园"]]
    seen = found([*rows, [4, "丁公司", None]])
    assert [row.cells[2] for row in seen.rows] == ["东园", None, "西园", None]


def test_that_an_officer_can_show_where_the_header_is() -> None:
    rows: Rows = [["企业名称", "电话"], ["单位名称", "联系电话"], ["甲公司", "1"]]
    forced = layout(sheet(rows), header_rows=(2,))
    assert (forced.header_rows, texts(forced), numbers(forced)) == ((2,), ["单位名称", "联系电话"], [3])
    assert len(layout(sheet(rows), header_rows=()).rows) == 3


def test_that_words_at_the_end_which_are_no_enterprises_are_left_for_a_person() -> None:
    rows: Rows = [["序号", "企业名称", "简称"], *([at, f"自贡{at}机械公司", f"机械{at}"] for at in range(30))]
    seen = found([*rows, [31, "成功", "突破"]])
    assert len(seen.rows) == 30
    assert "请核对" in whys(seen)[32]
    assert not seen.sure


@pytest.mark.parametrize(
    ("header", "record", "role"),
    [
        (["企业名称", "电话"], ["甲公司", "1"], Role.ROSTER),
        (["走访时间", "企业名称", "反映问题"], ["2024.5.3", "甲公司", "无"], Role.LEDGER),
        (["姓名", "身份证号码", "手机"], ["张三", "510304199001010011", "13800000001"], Role.PEOPLE),
        (["指标名称", "本月", "累计"], ["产量", 5, 9], Role.FORM),
        (["目标内容", "单位", "权数"], ["争取资金", "亿元", "≥11"], Role.OTHER),
    ],
)
def test_that_the_role_of_a_sheet_is_told_with_a_reason(header: list[Cell], record: list[Cell], role: Role) -> None:
    seen = found([header, record, record])
    assert seen.role is role
    assert seen.why


def test_that_a_form_for_one_enterprise_is_a_record_that_somebody_should_look_at() -> None:
    rows: Rows = [
        ["企业基本情况表"],
        ["企业名称", "自贡甲机械有限公司", "法定代表人", "张三"],
        ["信用代码", CODE, "联系电话", "13800000001"],
        ["地址", "人民路1号", "从业人数", 120],
        ["主要产品", "阀门", "上年营收", 3500],
    ]
    seen = found(rows, (1, 0, 1, 3))
    assert (seen.role, seen.header_rows, len(seen.rows), seen.sure) == (Role.ROSTER, (), 1, False)


def test_that_names_which_use_header_words_make_no_form() -> None:
    rows: Rows = [["企业名称", "情况"], *([f"企业{at}", "正常"] for at in range(6))]
    assert numbers(found(rows)) == [2, 3, 4, 5, 6, 7]


def test_that_a_roster_per_town_is_taken_together_with_the_town_as_a_value() -> None:
    head: list[Cell] = ["企业名称", "电话"]
    towns = [sheet([head, [f"{town}公司", "1"]], name=town) for town in ("大安街道", "牛佛镇")]
    everything = sheet([head, ["大安街道公司", "1"], ["牛佛镇公司", "1"]], name="汇总")
    seen = layouts(Book("名册", "xlsx", (*towns, Sheet("说明"))))[0]
    assert seen.sheets == ("大安街道", "牛佛镇")
    assert [row.cells[-1] for row in seen.rows] == ["大安街道", "牛佛镇"]
    assert seen.headers[-1].text == "工作表"
    joined = [found for found in layouts(Book("名册", "xlsx", (*towns, everything))) if len(found.sheets) > 1]
    assert [found.sheets for found in joined] == [("大安街道", "牛佛镇")]


def test_that_the_roster_comes_before_other_sheets_and_hidden_ones_come_last() -> None:
    head: list[Cell] = ["企业名称", "电话"]
    roster = sheet([head, ["甲公司", "1"]], name="名册")
    hidden = Sheet("旧", (("企业名称", "电话"), *((f"{at}公司", "1") for at in range(9))), hidden=True)
    codes = sheet([["代码", "说明"], *([at, "x"] for at in range(50))], name="代码")
    assert [seen.sheet for seen in layouts(Book("b", "xlsx", (hidden, codes, roster)))] == ["名册", "代码", "旧"]


def test_that_errors_and_hidden_rows_are_remarks_by_row() -> None:
    plain = sheet([["企业名称", "产值"], ["甲公司", None], ["乙公司", 5]])
    odd = Sheet(plain.name, plain.rows, errors=(Spot(2, 1, "#N/A"),), hidden_rows=frozenset({3}))
    assert layout(odd).warnings == ((2, "B2 是错误值 #N/A，按空白处理"), (3, "这一行在表中是隐藏的，也读入了"))
