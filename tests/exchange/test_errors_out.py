"""The sheet that goes back with the reasons in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from daan_desk.domain.failures import Trouble
from daan_desk.domain.sheets import Merge, Sheet, Spot
from daan_desk.exchange import layouts, workbooks
from daan_desk.exchange.errors_out import REASON, by_row, write_errors

SHEET = Sheet(
    "名录",
    (
        ("企业名录", None, None, None),
        ("企业名称", "信用代码", "成立日期", "营业收入"),
        ("自贡天工机械有限公司", "0123", date(2001, 2, 3), 5.5),
        (None, "=1+1", None, "亏损"),
    ),
    (Merge(1, 0, 1, 3),),
)
SPOTS = (
    Spot(4, 0, "企业名称不能为空"),
    Spot(4, 3, "“亏损”不是数字"),
    Spot(4, 3, "“亏损”不是数字"),
    Spot(3, -1, "请核对"),
)


def written(folder: Path) -> openpyxl.worksheet.worksheet.Worksheet:
    write_errors(folder / "错误.xlsx", SHEET, SPOTS, 2)
    return openpyxl.load_workbook(folder / "错误.xlsx").active


def test_that_the_reason_stands_in_red_beside_its_row(tmp_path: Path) -> None:
    page = written(tmp_path)
    assert page["E2"].value == REASON
    assert page["E4"].value == "企业名称不能为空\n“亏损”不是数字"
    assert page["E4"].font.color.rgb == "FFB3261E"
    assert page["E3"].value == "请核对"


def test_that_wrong_cells_are_marked_and_the_others_are_not(tmp_path: Path) -> None:
    page = written(tmp_path)
    assert page["A4"].fill.fgColor.rgb == "FFFDE7E9"
    assert page["D4"].fill.fgColor.rgb == "FFFDE7E9"
    assert page["A3"].fill.fgColor.rgb != "FFFDE7E9"


def test_that_every_value_is_there_as_it_was_and_no_text_becomes_a_formula(tmp_path: Path) -> None:
    page = written(tmp_path)
    assert page["B3"].value == "0123"
    assert page["C3"].value.date() == date(2001, 2, 3)
    assert page["D3"].value == 5.5
    assert page["B4"].value == "=1+1"
    assert page["B4"].data_type == "s"
    assert [str(merge) for merge in page.merged_cells.ranges] == ["A1:D1"]


def test_that_it_answers_how_many_rows_have_a_reason(tmp_path: Path) -> None:
    assert write_errors(tmp_path / "x.xlsx", SHEET, SPOTS, 2) == 2
    assert by_row([Spot(0, -1, "整张表")]) == {}


def test_that_the_workbook_is_read_again_with_the_same_header_and_rows(tmp_path: Path) -> None:
    written(tmp_path)
    found = layouts.layouts(workbooks.read(tmp_path / "错误.xlsx"))[0]
    assert found.header_rows == (2,)
    assert [header.text for header in found.headers][:4] == ["企业名称", "信用代码", "成立日期", "营业收入"]
    assert found.rows[0].cells[:4] == ("自贡天工机械有限公司", "0123", date(2001, 2, 3), 5.5)


def test_that_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="请先建立这个文件夹"):
        write_errors(tmp_path / "gone" / "x.xlsx", SHEET, SPOTS, 2)
