"""Where the records of a sheet end: thin rows at the end of a long list are records, signatures are none."""

from __future__ import annotations

from daan_desk.domain.sheets import Cell, Sheet
from daan_desk.exchange.layouts import layout

HEAD = ("序号", "企业名称", "统一社会信用代码", "镇街", "行业", "联系人", "联系电话", "营业收入", "从业人数", "备注")


def wide(at: int) -> tuple[Cell, ...]:
    return (at, f"自贡第{at}机械有限公司", f"9151030{at:011d}", "何市镇", "3443", "张三", "13800000001", 100, 20, "无")


def records(*end: tuple[Cell, ...]) -> list[int]:
    """The rows that are records when these come after eight wide ones."""
    return [row.number for row in layout(Sheet("名单", (HEAD, *map(wide, range(1, 9)), *end))).rows]


def test_that_thin_rows_with_a_name_and_a_code_at_the_end_are_records() -> None:
    thin = [(None, f"自贡第{at}铸造厂", f"9251030{at:011d}") for at in range(9, 13)]
    assert records(*thin) == list(range(2, 14))


def test_that_a_bare_long_name_after_the_last_wide_row_is_a_record() -> None:
    assert records((None, "自贡市大安区凉高山新材料科技有限责任公司")) == list(range(2, 11))


def test_that_signatures_and_dates_after_the_records_are_none() -> None:
    told = ("填表人：某某", None, "审核人：某某", None, None, "联系电话：0813-0000000")
    place = (None,) * 7 + ("自贡市大安区经济和信息化局",)
    assert records((), told, place, (None,) * 7 + ("2025年7月1日",)) == list(range(2, 10))


def test_that_a_company_that_signs_below_a_blank_row_is_no_record() -> None:
    assert records((), (None,) * 6 + ("自贡大安国有资产经营有限公司",)) == list(range(2, 10))


def test_that_a_row_of_database_names_in_capitals_is_told_apart() -> None:
    codes = ("XH", "QYMC", "TYSHXYDM", "SSZJ", "SSHY", "LXR", "LXDH", "YYSR", "CYRS", "BZ")
    found = layout(Sheet("名单", (HEAD, codes, *map(wide, range(1, 9)))))
    assert [(gone.row, gone.why) for gone in found.skipped] == [(2, "字段代码行")]
    assert len(found.rows) == 8
