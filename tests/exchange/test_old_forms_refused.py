"""What would be harmed in an old form, or is no form, is refused with a sentence; a broken one ends in nothing else."""

from __future__ import annotations

import random
import shutil
import struct
from pathlib import Path

import pytest
from docx import Document

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.forms import fill, plan_fill
from daan_desk.exchange.xls_forms.book import OldBook, opened
from daan_desk.exchange.xls_forms.records import Record, Records
from tests.exchange import blank_forms, files_builder
from tests.exchange.blank_forms import LEDGER, records
from tests.exchange.old_records import FORMS, altered, looked_at, with_record

ENOUGH, MORE = 2, 5  # records for the two lines of “totals”, and for more than it has
TABLE_HEAD = struct.pack("<HHI", 0x872, 0, 0)


def attempt(form: Path, count: int = MORE) -> Path:
    """Fill a form; answers the file."""
    return fill(form, records(count), LEDGER, form.with_name("已填" + form.suffix)).file


@pytest.mark.parametrize(
    ("kind", "data", "what"),
    [
        (0xB0, bytes(40), "数据透视表"),
        (0x872, TABLE_HEAD, "智能表格"),
        (0xAE, bytes(8), "方案"),
        (0x15F, b"\x01" + bytes(11), "区域标签"),
        (0x8A5, struct.pack("<HH", 0x8A5, 1) + bytes(8), "不认识的设置"),
        (0x87A, struct.pack("<12xBBHH", 4, 0, 0, 0) + bytes(30), "数据条"),
    ],
)
def test_that_what_cannot_follow_new_rows_is_named_and_nothing_is_written(
    kind: int, data: bytes, what: str, tmp_path: Path
) -> None:
    form = with_record(FORMS / "totals.xls", tmp_path / "a.xls", kind, data)
    with pytest.raises(Trouble, match=f"空白行不够.*{what}.*加到够用"):
        attempt(form)
    assert not (tmp_path / "已填.xls").exists()
    kept = looked_at(attempt(form, ENOUGH)).sheets["汇总 表"]
    assert (kind, data) in kept


def test_that_a_newer_setting_that_is_about_no_cells_is_in_nobodys_way(tmp_path: Path) -> None:
    form = with_record(FORMS / "totals.xls", tmp_path / "a.xls", 0x8A5, struct.pack("<HH", 0x8A5, 0) + bytes(8))
    assert (0x8A5, struct.pack("<HH", 0x8A5, 0) + bytes(8)) in looked_at(attempt(form)).sheets["汇总 表"]


@pytest.mark.parametrize(("kind", "what"), [(0x221, "数组公式"), (0x236, "模拟运算表")])
def test_that_a_formula_over_several_rows_is_not_torn(kind: int, what: str, tmp_path: Path) -> None:
    def edit(_: Records, sheets: list[Records]) -> None:
        at = next(at for at, one in enumerate(sheets[0]) if one.kind == 6)
        data = struct.pack("<HHBB6xH", 3, 5, 3, 3, 0)
        sheets[0].insert(at + 1, Record(kind, data))

    form = altered(FORMS / "totals.xls", tmp_path / "a.xls", edit)
    with pytest.raises(Trouble, match=what):
        attempt(form)
    assert attempt(form, ENOUGH).exists()


def test_that_ranges_of_pivot_tables_elsewhere_stop_new_rows(tmp_path: Path) -> None:
    def edit(whole: Records, _: list[Records]) -> None:
        whole.insert(-1, Record(0x51, bytes(12)))

    form = altered(FORMS / "totals.xls", tmp_path / "a.xls", edit)
    with pytest.raises(Trouble, match="数据透视表"):
        attempt(form)


def test_that_a_formula_that_nobody_can_read_stops_new_rows(tmp_path: Path) -> None:
    def edit(_: Records, sheets: list[Records]) -> None:
        at = next(at for at, one in enumerate(sheets[1]) if one.kind == 6)
        data = sheets[1][at].data
        sheets[1][at] = Record(6, data[:22] + b"\x7f" + data[23:])

    form = altered(FORMS / "totals.xls", tmp_path / "a.xls", edit)
    with pytest.raises(Trouble, match="读不懂的公式"):
        attempt(form)
    assert attempt(form, ENOUGH).exists()


def test_that_one_record_a_sheet_is_not_copied_with_what_is_there_only_once(tmp_path: Path) -> None:
    form = with_record(FORMS / "card.xls", tmp_path / "a.xls", 0x872, TABLE_HEAD)
    with pytest.raises(Trouble, match="一次只能填一家"):
        attempt(form, 2)
    assert attempt(form, 1).exists()


def test_that_rows_beyond_the_format_are_refused(tmp_path: Path) -> None:
    book = opened(FORMS / "plain.xls")
    with pytest.raises(Trouble, match="65,536"):
        book.insert(Inserted("附件1", 3, 7, 65_530), 1)


def renamed(form: Path, to: Path, old: str, new: str) -> Path:
    """A file in which a stream has another name."""
    words = [name.encode("utf-16-le") for name in (old, new)]
    padded = [word.ljust(64, b"\0") + struct.pack("<H", len(word) + 2) for word in words]
    assert padded[0] in form.read_bytes()
    to.write_bytes(form.read_bytes().replace(*padded))
    return to


@pytest.mark.parametrize(
    ("stream", "what"),
    [("_signatures", "数字签名"), ("_xmlsignatures", "数字签名"), ("Revision Log", "共享工作簿")],
)
def test_that_a_signed_or_shared_form_is_refused_instead_of_broken(stream: str, what: str, tmp_path: Path) -> None:
    form = renamed(FORMS / "plain.xls", tmp_path / "a.xls", "\x01CompObj", stream)
    with pytest.raises(Trouble, match=what):
        attempt(form)
    assert not (tmp_path / "已填.xls").exists()


def test_that_older_locked_and_unfinished_files_say_what_to_do(tmp_path: Path) -> None:
    form = tmp_path / "a.xls"
    locked = files_builder.biff(files_builder.label(0, 0, "企业名称"), encrypted=True)
    form.write_bytes(files_builder.compound({"Workbook": locked}))
    with pytest.raises(Trouble, match=r"已加密.*再填"):
        attempt(form)
    renamed(FORMS / "plain.xls", form, "Workbook", "Book")
    with pytest.raises(Trouble, match=r"Excel 95.*另存为 \.xlsx"):
        opened(form)
    form.write_bytes((FORMS / "plain.xls").read_bytes()[:3000])
    with pytest.raises(Trouble):
        attempt(form)
    with pytest.raises(Trouble, match="找不到"):
        attempt(tmp_path / "没有.xls")


def test_that_other_files_are_called_by_their_names(tmp_path: Path) -> None:
    def said(name: str, content: bytes) -> str:
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Trouble) as told:
            plan_fill(tmp_path / name, LEDGER)
        return str(told.value)

    cell = "<table:table-cell office:value-type='string'><text:p>企业名称</text:p></table:table-cell>"
    table = f"<table:table table:name='x'><table:table-row>{cell}</table:table-row></table:table>"
    assert "ODF 表格（.ods），不能直接填写。请用 WPS、Excel 或 LibreOffice 打开" in said(
        "a.ods", files_builder.ods(table)
    )
    assert "文本表" in said("c.csv", "企业名称,联系电话\n".encode())
    assert "网页" in said("d.xls", "<html><table><tr><td>企业名称</td></tr></table></html>".encode())
    assert "PDF" in said("f.pdf", b"%PDF-1.4 ")
    letter = Document()
    letter.save(str(tmp_path / "e.docx"))
    assert "Word 文档" in said("e.docx", (tmp_path / "e.docx").read_bytes())


def test_that_a_form_of_today_under_an_old_name_is_filled_as_what_it_is(tmp_path: Path) -> None:
    form = Path(shutil.move(blank_forms.plain(tmp_path / "a.xlsx"), tmp_path / "a.xls"))
    done = attempt(form)
    assert done.read_bytes()[:2] == b"PK"
    with pytest.raises(Rejected, match=r"存为 \.xls 文件"):
        fill(form, records(1), LEDGER, tmp_path / "b.xlsx")
    with pytest.raises(Rejected, match="盖住空白表"):
        fill(form, records(1), LEDGER, form)


def worked_over(book: OldBook, to: Path) -> None:
    """Everything that filling does, without understanding the form."""
    for name in book.names()[:3]:
        page = book.page(name)
        book.touch(name)
        book.insert(Inserted(name, 2, min(5, page.last_row), 3), 1)
        page.put(3, 1, "字")
        page.put(3, 2, 5)
        page.options(3, 1)
        for spot in list(page.formulas()):
            page.summed(*spot)
            page.settle(*spot, None)
    book.formats()
    book.copy(book.names()[0], "再来一张")
    book.save(to)


@pytest.mark.parametrize("name", ["totals", "every", "card", "on_top", "xlwt"])
def test_that_spoilt_bytes_end_in_a_sentence_and_never_otherwise(name: str, tmp_path: Path) -> None:
    whole = (FORMS / f"{name}.xls").read_bytes()
    chance, form, ended = random.Random(name), tmp_path / "a.xls", 0
    for _ in range(120):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            spoilt[chance.randrange(len(spoilt))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        form.write_bytes(bytes(spoilt[: chance.choice((len(spoilt), len(spoilt), chance.randrange(len(spoilt))))]))
        try:
            worked_over(opened(form), tmp_path / "b.xls")
        except Trouble:
            ended += 1
    assert 0 < ended < 120
