"""Files that cost or mislead by their build: each is read within bounds, or answered with a sentence that fits it."""

from __future__ import annotations

import gzip
import os
import time
from pathlib import Path

import pytest

from daan_desk.domain.failures import Trouble
from daan_desk.domain.sheets import Merge, Sheet
from daan_desk.exchange import workbooks
from daan_desk.exchange.books import reading
from daan_desk.exchange.layouts import layout
from tests.exchange import files_builder as files

HEAD = f'<row r="1">{files.text_cell("A1", "企业名称")}{files.text_cell("B1", "联系电话")}</row>'
FIRM = f'<row r="2">{files.text_cell("A2", "自贡甲阀门有限公司")}{files.text_cell("B2", "13812345678")}</row>'
CELLS = f"<sheetData>{HEAD}{FIRM}</sheetData>"
READ = (("企业名称", "联系电话"), ("自贡甲阀门有限公司", "13812345678"))
BUDGET = 3.0  # of CPU, where it once took minutes


def of_xml(sheet: str, more: dict[str, str | bytes] | None = None) -> bytes:
    return files.zipped(files.xlsx_parts(sheet, more))


STYLES = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{sign * 300_000}"/>' for at, sign in enumerate("y[&"))
DEAR: dict[str, bytes] = {
    "number formats of a million signs": of_xml(
        CELLS,
        {
            "xl/styles.xml": f'<styleSheet xmlns="{files.SPREADSHEET}"><numFmts>'
            + STYLES.replace("&", "&quot;")
            + '</numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>'
        },
    ),
    "all columns hidden thousands of times": of_xml(
        "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 60_000 + f"</cols>{CELLS}"
    ),
    "merges of the whole sheet by thousands": of_xml(
        f"{CELLS}<mergeCells>" + '<mergeCell ref="A2:XFD1048576"/>' * 30_000 + "</mergeCells>"
    ),
}


@pytest.mark.parametrize("what", DEAR)
def test_that_what_is_said_too_often_about_a_sheet_costs_little(what: str) -> None:
    before = time.process_time()
    book = reading.book(DEAR[what], "名单.xlsx")
    assert book.sheets[0].rows == READ
    assert time.process_time() - before < BUDGET


def test_that_elements_which_never_close_are_damaged_at_once() -> None:
    before = time.process_time()
    with pytest.raises(Trouble, match="损坏"):
        reading.book(of_xml(f"<sheetData>{HEAD}" + ('<row hidden="1" ' + 'y="1" ' * 30) * 20_000), "a.xlsx")
    assert time.process_time() - before < BUDGET


def test_that_tall_merges_which_lie_on_each_other_cost_little() -> None:
    rows = (("企业名称", "镇街"), *((f"自贡第{at}阀门有限公司", "大山铺镇") for at in range(6000)))
    merges = tuple(Merge(at, 1, 6001, 1) for at in range(2, 4000))
    before = time.process_time()
    found = layout(Sheet("名单", rows, merges))
    assert len(found.rows) == 6000
    assert time.process_time() - before < BUDGET


def test_that_thousands_of_columns_do_not_hide_the_header_nor_take_their_time() -> None:
    heads = ("企业名称", "联系电话", *(f"第{at}项内容" for at in range(8000)))
    rows = (("大安区企业名单",), heads, *((f"自贡第{at}阀门有限公司", "1", *range(8000)) for at in range(30)))
    before = time.process_time()
    found = layout(Sheet("名单", rows))
    assert (found.header_rows, len(found.rows), len(found.headers)) == ((2,), 30, 8002)
    assert time.process_time() - before < 3 * BUDGET


def test_that_a_text_of_more_lines_than_a_sheet_has_rows_is_too_large() -> None:
    with pytest.raises(Trouble, match="太大"):
        reading.book("企业名称\n".encode() + b"a\n" * 1_100_000, "名单.csv")


FOREIGN: dict[str, tuple[bytes, str]] = {
    "gz": (gzip.compress(files.xlsx()), "压缩包"),
    "bzip": (b"BZh91AY&SY" + b"\x01\x02" * 50, "压缩包"),
    "drawing": (b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "图片"),
    "photo": (b"RIFF\x10\x00\x00\x00WEBPVP8 " + b"\x00" * 90, "图片"),
    "shortcut": (b"L\x00\x00\x00\x01\x14\x02\x00" + b"\x00" * 90, "快捷方式"),
    "Access": (b"\x00\x01\x00\x00Standard Jet DB\x00" + b"\x00" * 90, "数据库"),
    "shell of a web page": (b'<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>', "外壳"),
    "owner's mark": (b"\x05admin" + b" " * 49 + "\x05admin".encode("utf-16-le") + b" \x00" * 49, "正在打开"),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_that_what_is_no_table_is_called_by_its_name(what: str) -> None:
    data, words = FOREIGN[what]
    with pytest.raises(Trouble, match=words) as trouble:
        reading.book(data, "名单.xlsx")
    assert trouble.value.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_that_a_pipe_which_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "名单.xlsx")
    with pytest.raises(Trouble, match="不是普通文件"):
        workbooks.read(tmp_path / "名单.xlsx")


def test_that_sheets_written_in_gbk_are_read() -> None:
    named = '<?xml version="1.0" encoding="GB2312"?>'
    parts = files.xlsx_parts(CELLS)
    parts["xl/worksheets/sheet1.xml"] = (
        str(parts["xl/worksheets/sheet1.xml"]).replace('<?xml version="1.0"?>', named).encode("gbk")
    )
    assert reading.book(files.zipped(parts), "a.xlsx").sheets[0].rows == READ
    old = (
        f'{named}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="名单"><Table><Row><Cell>'
        '<Data ss:Type="String">企业名称</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    assert reading.book(old.encode("gbk"), "a.xls").sheets[0].rows == (("企业名称",),)


def test_that_a_span_over_a_million_columns_does_not_swallow_its_neighbour() -> None:
    page = b"<table><tr><td colspan=1000000>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    sheet = reading.book(page, "a.xls").sheets[0]
    assert sheet.rows[0][0] == "a"
    assert "没有读入" in sheet.warnings[0]
