"""Every format is read by its content, and what a grid cannot hold is said."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from daan_desk.domain.failures import Trouble
from daan_desk.domain.sheets import Book, Merge
from daan_desk.exchange import workbooks
from tests.exchange import files_builder as files

CSV = "企业名称,电话\n甲公司,013800000001\n"
PLAIN = (("企业名称", "电话"), ("甲公司", "013800000001"))
TABLE = "<table><tr><th>企业名称</th><th>电话</th></tr><tr><td>甲公司</td><td>013800000001</td></tr></table>"


def rows(book: Book) -> tuple[tuple[object, ...], ...]:
    return book.sheets[0].rows


def test_that_an_xlsx_keeps_text_numbers_and_blanks() -> None:
    book = workbooks.read_bytes(files.xlsx(), "名单.xlsx")
    assert (book.format, book.sheets[0].name) == ("xlsx", "名单")
    assert rows(book) == files.ROWS


def test_that_the_ending_of_a_name_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes(files.xlsx())
    assert workbooks.read(path).format == "xlsx"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_that_text_tables_of_every_encoding_keep_leading_zeros(encoding: str, sign: str) -> None:
    book = workbooks.read_bytes(CSV.replace(",", sign).encode(encoding), "名单.csv")
    assert rows(book) == PLAIN
    assert (book.format, book.sheets[0].name) == ("csv", "名单")


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_that_a_web_page_saved_as_xls_is_read(encoding: str) -> None:
    page = f'<html><meta charset="{encoding}"><body>{TABLE}</body></html>'
    book = workbooks.read_bytes(page.encode(encoding), "名单.xls")
    assert (book.format, rows(book)) == ("html", PLAIN)


def test_that_spans_of_a_web_table_become_merges() -> None:
    page = "<table><tr><td rowspan=2>大安街道</td><td>甲公司<br>（总部）</td></tr><tr><td>乙公司</td></tr></table>"
    sheet = workbooks.read_bytes(page.encode(), "名单.xls").sheets[0]
    assert sheet.rows == (("大安街道", "甲公司\n（总部）"), (None, "乙公司"))
    assert sheet.merges == (Merge(1, 0, 2, 0),)


def test_that_a_page_saved_as_one_file_is_read() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
    page = f"{head}{TABLE}\n--x--"
    assert rows(workbooks.read_bytes(page.encode("gbk"), "名单.xls")) == PLAIN


def test_that_spreadsheet_xml_of_2003_is_read_with_its_places_and_merges() -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    cells = '<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">名单</Data></Cell></Row>'
    cells += '<Row><Cell ss:Index="2"><Data ss:Type="Number">12</Data></Cell>'
    cells += '<Cell><Data ss:Type="DateTime">2024-05-03T00:00:00.000</Data></Cell></Row>'
    xml = f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="一"><Table>{cells}'
    sheet = workbooks.read_bytes(f"{xml}</Table></Worksheet></Workbook>".encode(), "a.xls").sheets[0]
    assert sheet.rows == ((), ("名单",), (None, 12, date(2024, 5, 3)))
    assert sheet.merges == (Merge(2, 0, 2, 1),)


def test_that_an_ods_is_read_with_types_merges_and_hidden_rows() -> None:
    body = (
        '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>名单</text:p></table:table-cell>'
        '<table:covered-table-cell/></table:table-row><table:table-row table:visibility="collapse">'
        '<table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2024-05-03"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    sheet = workbooks.read_bytes(files.ods(body), "a.ods").sheets[0]
    assert sheet.rows == (("名单",), (12, date(2024, 5, 3)))
    assert (sheet.merges, sheet.hidden_rows) == ((Merge(1, 0, 1, 1),), frozenset({2}))


def test_that_an_old_xls_is_read_with_its_error_cells_and_hidden_rows() -> None:
    records = files.hidden_row(1) + files.label(0, 0, "企业名称") + files.real(1, 0, 12.0) + files.error(1, 1, 42)
    book = workbooks.read_bytes(files.compound({"Workbook": files.biff(records)}), "a.et")
    assert book.format == "xls"
    assert [row[0] for row in rows(book)] == ["企业名称", 12]
    assert [(spot.name, spot.text) for spot in book.sheets[0].errors] == [("B2", "#N/A")]
    assert book.sheets[0].hidden_rows == {2}


def test_that_error_cells_and_formulas_without_value_are_named() -> None:
    cells = '<sheetData><row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>SUM(A1)</f></c>'
    sheet = workbooks.read_bytes(
        files.zipped(files.xlsx_parts(f"{cells}<c r='C1'><v>1</v></c></row></sheetData>")), "a"
    )
    plain = workbooks.read_bytes(
        files.zipped(files.xlsx_parts(f'{cells}<c r="C1"><v>1</v></c></row></sheetData>')), "a"
    )
    for book in (sheet, plain):
        assert [(spot.name, spot.text) for spot in book.sheets[0].errors] == [("A1", "#DIV/0!")]
        assert [spot.name for spot in book.sheets[0].unvalued] == ["B1"]
        assert rows(book) == ((None, None, 1),)


def dated(serial: str, code: str = "yyyy-mm-dd", book: str = "") -> Book:
    cell = f'<sheetData><row r="1"><c r="A1" s="1"><v>{serial}</v></c><c r="B1"><v>1</v></c></row></sheetData>'
    return workbooks.read_bytes(files.zipped(files.xlsx_parts(cell, files.styles(code), book)), "a.xlsx")


@pytest.mark.parametrize("serial", ["-5", "0", "60", "2958466", "99999999"])
def test_that_a_day_that_no_calendar_has_is_empty_and_told(serial: str) -> None:
    book = dated(serial)
    assert rows(book)[0][0] is None
    assert [spot.name for spot in book.sheets[0].oddities] == ["A1"]


def test_that_days_are_the_days_that_were_meant() -> None:
    assert rows(dated("45415"))[0][0] == date(2024, 5, 3)
    late = rows(dated("45415.999999"))[0][0]
    assert str(late).startswith("2024-05-03")
    assert rows(dated("44196", book='<workbookPr date1904="1"/>'))[0][0] == date(2025, 1, 1)
    assert rows(dated("0.5", "h:mm"))[0][0] == time(12, 0)


def test_that_hidden_rows_columns_and_sheets_are_told() -> None:
    cells = '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    cells += '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>'
    sheet = workbooks.read_bytes(files.zipped(files.xlsx_parts(cells)), "a.xlsx").sheets[0]
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {1, 2})


def test_that_macros_and_links_are_told_and_nothing_runs() -> None:
    more = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": "<a/>"}
    cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    book = workbooks.read_bytes(files.zipped(files.xlsx_parts(cells, more)), "a.xlsm")
    assert book.format == "xlsm"
    assert len(book.warnings) == 2
    assert "宏" in book.warnings[0]


def test_that_a_pasted_table_keeps_cells_with_line_breaks() -> None:
    book = workbooks.read_pasted('企业名称\t备注\r\n甲公司\t"第一行\n第二行"\r\n')
    assert rows(book) == (("企业名称", "备注"), ("甲公司", "第一行\n第二行"))


def test_that_an_empty_clipboard_is_said() -> None:
    with pytest.raises(Trouble, match="剪贴板"):
        workbooks.read_pasted("  \n")


def test_that_a_quote_that_is_never_closed_swallows_nothing() -> None:
    text = '企业名称,备注\n甲公司,"只有一个引号\n' + "".join(f"第{at}公司,x\n" for at in range(100))
    book = workbooks.read_bytes(text.encode(), "a.csv")
    assert len(rows(book)) == 102
    assert "引号" in book.warnings[0]


@pytest.mark.parametrize("data", [b"name,x\nA,#N/A\n", b"<table><tr><td>name<td>x<tr><td>A<td>#N/A</table>"])
def test_that_an_error_written_as_text_is_an_error_too(data: bytes) -> None:
    sheet = workbooks.read_bytes(data, "a").sheets[0]
    assert sheet.rows[1] == ("A", None)
    assert [(spot.name, spot.text) for spot in sheet.errors] == [("B2", "#N/A")]


def test_that_text_which_looks_like_a_formula_stays_text() -> None:
    assert rows(workbooks.read_bytes(b'name,x\n"=""00123""",=1+1\n', "a.csv"))[1] == ("00123", "=1+1")
