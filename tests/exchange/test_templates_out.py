"""Blank rosters: choices, an example, and an import without a question, for every ledger of the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from daan_desk.domain.fields import Ledger
from daan_desk.domain.ledger_choice import match
from daan_desk.exchange.layouts import layouts
from daan_desk.exchange.templates_out import EXAMPLE, LINES, write_template
from daan_desk.exchange.workbooks import read
from daan_desk.services.ledgers import ledgers
from tests.exchange.blank_forms import LEDGER, record

CHOICES = {"town": ("大安街道", "牛佛镇"), "contact_name": tuple(f"某某{number}号联络站" for number in range(60))}
IMPORTED = tuple(ledger for ledger in ledgers() if ledger.name != "briefs")


@pytest.fixture
def book(tmp_path: Path) -> Any:
    write_template(LEDGER, tmp_path / "a.xlsx", CHOICES)
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def rules(sheet: Any) -> dict[str, tuple[str, str]]:
    return {
        sheet[f"{str(rule.sqref)[0]}1"].value: (rule.formula1, rule.errorStyle)
        for rule in sheet.data_validations.dataValidation
    }


def test_that_every_typed_field_has_its_column_and_required_ones_stand_out(book: Any) -> None:
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [field.label for field in LEDGER.typed]
    fills = {cell.value: cell.fill.fgColor.rgb for cell in sheet[1]}
    assert [label for label, colour in fills.items() if colour.endswith("B3261E")] == ["企业名称"]
    assert sheet.freeze_panes == "A2"


def test_that_choices_are_picked_from_lists_long_ones_from_a_hidden_sheet(book: Any) -> None:
    found = rules(book.worksheets[0])
    assert found["规模"] == ('"大型,中型,小型,微型"', "stop")
    assert found["是否规上"] == ('"是,否"', "stop")
    assert found["镇街"] == ('"大安街道,牛佛镇"', "warning")
    assert found["联系人"] == ("'选项'!$A$1:$A$60", "warning")
    assert book["选项"].sheet_state == "hidden"
    assert book["选项"]["A60"].value == "某某59号联络站"


def test_that_codes_are_typed_as_text_and_days_as_days(book: Any) -> None:
    sheet = book.worksheets[0]
    formats = {cell.value: sheet.cell(LINES, cell.column).number_format for cell in sheet[1]}
    assert (formats["统一社会信用代码"], formats["联系电话"]) == ("@", "@")
    assert formats["成立日期"] == "yyyy-mm-dd"


def test_that_the_guide_says_what_belongs_where(book: Any) -> None:
    told = book["填写说明"]["A1"].value.split("\n")
    assert "企业名称：必填。" in told
    assert "上年营业收入：选填；单位：万元。" in told
    assert any(line.startswith("规模：选填；只能从列表中选") for line in told)


@pytest.mark.parametrize("ledger", IMPORTED, ids=lambda ledger: ledger.name)
def test_that_a_filled_template_imports_without_a_question(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(ledger, path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert EXAMPLE in "".join(str(cell.value) for cell in sheet[2])
    for row in (3, 4):
        for cell in sheet[2]:
            name = str(cell.value).startswith(EXAMPLE) or cell.value is None
            sheet.cell(row, cell.column, f"甲示例{row}号有限公司" if name else cell.value)
    book.save(path)
    found = layouts(read(path))[0]
    matched = match(found, ledgers())
    assert (found.sheet, found.header_rows) == (sheet.title, (1,))
    assert [row.number for row in found.rows] == [3, 4]
    assert [(gone.row, gone.why) for gone in found.skipped] == [(2, "示例行")]
    assert (matched.ledger, matched.refused, matched.questions) == (ledger.name, "", ())
    assert {one.header: one.field for one in matched.columns if one.certainty == "sure"} == {
        field.label: field.name for field in ledger.typed if not field.private
    }


def test_that_a_private_field_is_not_asked_for(tmp_path: Path) -> None:
    enterprises = next(ledger for ledger in ledgers() if ledger.name == "enterprises")
    write_template(enterprises, tmp_path / "a.xlsx")
    labels = [cell.value for cell in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0][1]]
    assert "企业名称" in labels
    assert "不公开备注" not in labels
    assert record(1)["name"] not in labels
