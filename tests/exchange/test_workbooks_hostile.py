"""A file that cannot be read is answered with a sentence, whatever it is."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from daan_desk.domain.failures import Trouble
from daan_desk.domain.sheets import Merge, Sheet
from daan_desk.exchange import workbooks
from daan_desk.exchange.layouts import layout
from tests.exchange import files_builder as files

CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
BAD: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "空的"),
    "pdf": (b"%PDF-1.7 and so on", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n....", "图片"),
    "letter": (files.zipped({"word/document.xml": "<a/>"}), "Word"),
    "archive": (files.zipped({"a.txt": "x"}), "压缩包"),
    "old letter": (files.compound({"WordDocument": b"x"}), "Word"),
    "truncated": (files.xlsx()[:1500], "不完整"),
    "without workbook": (files.zipped({"xl/theme/theme1.xml": "<a/>"}), "不完整"),
    "encrypted xlsx": (files.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "加密"),
    "encrypted xls": (files.compound({"Workbook": files.biff(b"", encrypted=True)}), "加密"),
    "encrypted ods": (files.ods("", {"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "加密"),
    "entities": (
        files.zipped({**files.xlsx_parts(CELL), "xl/worksheets/sheet1.xml": f"{DOCTYPE}<worksheet>{CELL}</worksheet>"}),
        "DTD",
    ),
    "ods of billions": (
        files.ods(
            '<table:table-row table:number-rows-repeated="99999999"><table:table-cell><text:p>x</text:p>'
            "</table:table-cell></table:table-row>"
        ),
        "太大",
    ),
    "bytes": (bytes(range(256)) * 20, "看不出"),
    "web page without a table": (b"<html><body>hello</body></html>", "没有找到表格"),
    "ancient": (b"\x09\x04\x06\x00\x00\x00\x10\x00", "Excel 95 或更早"),
    "old without a compound file": (files.biff(files.label(0, 0, "企业名称")), "Excel 95 或更早"),
    "ods encrypted as a whole": (
        files.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "encrypted-package": b"x" * 99}),
        "加密",
    ),
    "one line of millions of cells": (b"a,b\n" + b"x," * 1_500_000, "太大"),
}


@pytest.mark.parametrize("what", BAD)
def test_that_a_file_which_is_no_table_is_answered_with_a_sentence_and_a_remedy(what: str) -> None:
    data, words = BAD[what]
    with pytest.raises(Trouble, match=words) as trouble:
        workbooks.read_bytes(data, "名单.xlsx")
    assert trouble.value.remedy


@pytest.mark.parametrize("left", range(1, 4))
def test_that_utf8_cut_off_within_a_sign_is_not_read_as_other_words(left: int) -> None:
    whole = "企业名称,电话\n自贡大安机械有限公司,0813-5551234\n自贡盐都泵业".encode()
    book = workbooks.read_bytes(whole[:-left], "名单.csv")
    assert book.sheets[0].rows[1] == ("自贡大安机械有限公司", "0813-5551234")
    assert any("结尾不完整" in said for said in book.warnings) == (left < 3)


def test_that_a_few_spoilt_bytes_make_no_other_words_of_the_rest() -> None:
    whole = bytearray("企业名称,电话\n自贡大安机械有限公司,0813-5551234\n".encode() * 30)
    whole[400] = 0xFF
    book = workbooks.read_bytes(bytes(whole), "名单.csv")
    assert book.sheets[0].rows[0] == ("企业名称", "电话")
    assert book.warnings


def test_that_merges_which_lie_on_each_other_by_thousands_cost_little() -> None:
    sheet = Sheet("名单", (("企业名称", "电话"), ("自贡大安机械有限公司", "1")), (Merge(1, 0, 3000, 300),) * 50_000)
    before = time.process_time()
    layout(sheet)
    assert time.process_time() - before < 2


def test_that_a_bomb_is_turned_away_before_it_is_opened() -> None:
    sheet = f"<sheetData>{' ' * 60_000_000}</sheetData>"
    with pytest.raises(Trouble, match="大得不正常"):
        workbooks.read_bytes(files.zipped(files.xlsx_parts(sheet)), "a.xlsx")


def test_that_a_flipped_byte_is_noticed() -> None:
    data = bytearray(files.xlsx([("企业名称",), *((f"第{at}公司",) for at in range(3000))]))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(Trouble, match="损坏"):
        workbooks.read_bytes(bytes(data), "a.xlsx")


def test_that_a_stray_cell_in_the_last_corner_is_left_out_and_told() -> None:
    cells = f'<sheetData><row r="1">{files.text_cell("A1", "企业名称")}</row>'
    cells += f'<row r="1048576">{files.text_cell("XFD1048576", "x")}</row></sheetData>'
    sheet = workbooks.read_bytes(files.zipped(files.xlsx_parts(cells)), "a.xlsx").sheets[0]
    assert sheet.rows == (("企业名称",),)
    assert "XFD1048576" in sheet.warnings[0]


def test_that_a_damaged_relationship_does_not_hide_the_sheet() -> None:
    data = files.zipped(files.xlsx_parts(CELL, {"_rels/.rels": "DAMAGED"}))
    book = workbooks.read_bytes(data, "a.xlsx")
    assert book.sheets[0].rows == ((1,),)
    assert book.warnings


def test_that_a_shared_text_of_a_megabyte_used_often_costs_no_memory() -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 3000))
    parts = files.xlsx_parts(f"<sheetData>{rows}</sheetData>")
    words = "".join(random.Random(7).choices("abcdefgh", k=1_000_000))
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{files.SPREADSHEET}"><si><t>{words}</t></si></sst>'
    relations = str(parts["xl/_rels/workbook.xml.rels"])
    link = f'<Relationship Id="rId2" Type="{files.OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", link)
    sheet = workbooks.read_bytes(files.zipped(parts), "a.xlsx").sheets[0]
    assert len(sheet.rows) == 2999
    assert len(str(sheet.rows[0][0])) == 32_767


def test_that_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="找不到"):
        workbooks.read(tmp_path / "没有.xlsx")
    with pytest.raises(Trouble, match="文件夹"):
        workbooks.read(tmp_path)


def test_that_a_file_which_another_program_holds_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(files.xlsx())

    def refused(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(Trouble, match="占用"):
        workbooks.read(path)


def test_that_a_reader_which_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "SECONDS", 0.0)
    monkeypatch.setattr(workbooks, "SECONDS_PER_MEGABYTE", 0.0)
    with pytest.raises(Trouble, match="没有读完"):
        workbooks.read_bytes(files.xlsx(), "a.xlsx")


SEEDS = {
    "xlsx": files.xlsx(),
    "xls": files.compound({"Workbook": files.biff(files.label(0, 0, "企业名称") + files.real(1, 0, 5.0))}),
    "ods": files.ods("<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"),
    "csv": "企业名称,电话\n甲公司,013800000001\n".encode("gbk"),
    "html": "<table><tr><td rowspan=2>企业</td><td>电话</td></tr></table>".encode(),
}


@pytest.mark.parametrize("form", SEEDS)
def test_that_spoilt_bytes_never_raise_anything_but_a_sentence(form: str) -> None:
    dice = random.Random(form)
    for _ in range(12):
        data = bytearray(SEEDS[form])
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        cut = bytes(data[: dice.randint(1, len(data))] if dice.random() < 0.3 else data)
        try:
            book = workbooks.read_bytes(cut, "a")
        except Trouble as trouble:
            assert trouble.sentence
        else:
            assert book.sheets
