"""A ledger as a workbook: what officers see in it, and that nothing in it is lost, cut or carried out."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from daan_desk.domain.charts import ChartSpec
from daan_desk.domain.failures import Cancelled, Rejected
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Money
from daan_desk.domain.tables import Column, Table
from daan_desk.exchange.ledgers_out import write_ledger
from tests.exchange.tables import COLUMNS, enterprise, enterprises

DANGEROUS = ('=HYPERLINK("http://x","y")', "+8613800000000", "-1+1", "@SUM(A1)", "http://example.com", "=1+1")


def opened(table: Table, folder: Path, **options: Any) -> Any:
    """The table written, and opened again by openpyxl."""
    write_ledger(table, folder / "out.xlsx", **options)
    return openpyxl.load_workbook(folder / "out.xlsx")


def test_that_every_value_comes_back_with_its_type(tmp_path: Path) -> None:
    table = enterprises(30)
    sheet = opened(table, tmp_path).active
    assert [cell.value for cell in sheet[1]] == [column.label for column in COLUMNS]
    for row, values in enumerate(table.rows, 2):
        shown = [cell.value for cell in sheet[row]]
        assert shown[:4] == [values[0], values[1], values[2].text, values[3]]  # type: ignore[attr-defined]
        assert shown[4] == ("是" if values[4] else "否")
        assert shown[5:7] == [values[5], values[6]]
        assert Decimal(str(shown[7])) == values[7]
        assert shown[8] == datetime.combine(values[8], datetime.min.time())  # type: ignore[arg-type]
        assert shown[9] is None


def test_that_another_reader_reads_the_same(tmp_path: Path) -> None:
    write_ledger(enterprises(5), tmp_path / "out.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "out.xlsx").get_sheet_by_index(0).to_python()
    assert rows[1][:6] == [
        "自贡示例1号硬质合金有限公司",
        "0091510304MA000001",
        "龙井街道",
        "小型",
        "否",
        "013800000001",
    ]
    assert rows[1][6:8] == [3.0, 10.1]
    assert rows[-1][0] == "合计"
    assert rows[-1][6:8] == [45.0, 151.5]


def test_that_the_sheet_is_ready_to_read_filter_and_print(tmp_path: Path) -> None:
    sheet = opened(enterprises(30), tmp_path).active
    assert sheet.title == "企业名录"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:J31"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddHeader.center.text == "企业名录"
    assert sheet.oddHeader.right.text == "单位：万元"
    assert "&P" in sheet.oddFooter.center.text
    assert sheet.dimensions == "A1:J32"


def test_that_codes_and_phones_are_text_and_numbers_and_days_have_their_formats(tmp_path: Path) -> None:
    row = opened(enterprises(3), tmp_path).active[2]
    assert [(row[at].data_type, row[at].number_format) for at in (1, 5, 6, 7, 8)] == [
        ("s", "@"),
        ("s", "@"),
        ("n", "#,##0"),
        ("n", COLUMNS[7].kind.number_format),
        ("d", "yyyy-mm-dd"),
    ]


def test_that_widths_count_two_for_a_chinese_character(tmp_path: Path) -> None:
    sheet = opened(enterprises(30), tmp_path).active
    assert sheet.column_dimensions["A"].width >= 2 * len("自贡示例") + 1 + 2 * len("号硬质合金有限公司")
    assert sheet.column_dimensions["B"].width >= 18
    long = Table("长", (Column("备注", Text()),), (("很" * 500,),))
    assert opened(long, tmp_path).active.column_dimensions["A"].width < 60


@pytest.mark.parametrize("text", DANGEROUS)
def test_that_no_remark_becomes_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    table = Table(text, (Column(text, Text()), Column("备注", Text())), (("甲", text),), notes=(text,))
    book = opened(table, tmp_path)
    for sheet in book.worksheets:
        assert all(cell.data_type != "f" for row in sheet for cell in row)
        assert not sheet._hyperlinks
    assert book.worksheets[0]["A1"].value == book.worksheets[0]["B2"].value == text


def test_that_totals_follow_the_filter_and_carry_their_values(tmp_path: Path) -> None:
    sheet = opened(enterprises(10), tmp_path).active
    assert [cell.value for cell in sheet[12]][:8] == [
        "合计", None, None, None, None, None, "=SUBTOTAL(109,G2:G11)", "=SUBTOTAL(109,H2:H11)",
    ]  # fmt: skip
    values = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True).active[12]
    assert (values[6].value, values[7].value) == (165, 555.5)


def test_that_a_table_without_sums_or_without_rows_has_no_totals_row(tmp_path: Path) -> None:
    assert opened(Table("名", COLUMNS[:2], (("甲", "1"),)), tmp_path).active.max_row == 2
    assert opened(enterprises(0), tmp_path).active.max_row == 1


def test_that_control_characters_go_and_too_long_text_says_that_it_was_cut(tmp_path: Path) -> None:
    rows = (enterprise(1, "a\x00b\x0bc\ud800"), enterprise(2, "字" * 40_000), enterprise(3, " 前后\n第二行 "))
    sheet = opened(enterprises(0, rows=rows), tmp_path).active
    assert sheet["J2"].value == "abc"
    assert len(sheet["J3"].value) <= 32_767
    assert sheet["J3"].value.endswith("（原文 40000 字，超出单元格的限度，后面的已略去）")
    assert sheet["J4"].value == " 前后\n第二行 "


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_that_any_text_makes_a_readable_book_and_comes_back_but_for_control_characters(texts: list[str]) -> None:
    import tempfile

    table = Table("词", (Column("文", Text()), Column("序", Text())), tuple((text, "末") for text in texts))
    with tempfile.TemporaryDirectory() as folder:
        sheet = opened(table, Path(folder)).active
    for row, text in enumerate(texts, 2):
        kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\n\t" or c >= " ")
        kept = "".join(c for c in kept if not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
        assert (sheet.cell(row, 1).value or "") == kept


def test_that_charts_stand_on_a_sheet_of_their_own_with_figures_beside_them(tmp_path: Path) -> None:
    book = opened(enterprises(30), tmp_path)
    assert book.sheetnames == ["企业名录", "图表"]
    charts = book["图表"]._charts
    assert len(charts) == 5
    assert [cell.value for cell in book["图表"][1]][:2] == ["镇街", "数量"]
    assert book["图表"]["B2"].value == 10


def test_that_wished_charts_are_drawn_and_none_when_none_are_wished(tmp_path: Path) -> None:
    specs = (ChartSpec("line", "走势", "成立日期", ("从业人数",)), ChartSpec("pie", "占比", "规模"))
    assert len(opened(enterprises(30), tmp_path, charts=specs)["图表"]._charts) == 2
    assert opened(enterprises(30), tmp_path, charts=()).sheetnames == ["企业名录"]


def test_that_notes_stand_beside_the_table_and_not_in_it(tmp_path: Path) -> None:
    book = opened(enterprises(2, notes=("筛选：全部",)), tmp_path, charts=())
    assert book.sheetnames == ["企业名录", "说明"]
    assert book["说明"]["A1"].value == "筛选：全部"


def test_that_a_title_that_is_no_sheet_name_still_makes_one(tmp_path: Path) -> None:
    book = opened(enterprises(1, title="2026/5 [名录]:全部*?" + "长" * 40), tmp_path, charts=())
    assert book.sheetnames == [("20265 名录全部" + "长" * 40)[:31]]
    assert book.active.oddHeader.center.text.startswith("2026/5 [名录]")


def test_that_dates_before_excels_first_and_odd_numbers_become_text(tmp_path: Path) -> None:
    columns = (Column("日", COLUMNS[8].kind), Column("数", Money()))
    rows = ((date(1899, 5, 1), Decimal("NaN")), (date(2026, 5, 1), Decimal("1E+3")))
    sheet = opened(Table("日", columns, rows), tmp_path).active
    assert (sheet["A2"].value, sheet["B2"].value) == ("1899-05-01", "NaN")
    assert sheet["B3"].value == 1000


def test_that_rows_are_counted_while_writing_and_a_stop_leaves_nothing(tmp_path: Path) -> None:
    heard: list[int] = []
    assert write_ledger(enterprises(1200), tmp_path / "a.xlsx", tick=heard.append) == 1200
    assert heard == sorted(heard)
    assert heard[-1] == 1200

    def stop(done: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_ledger(enterprises(1200), tmp_path / "b.xlsx", tick=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_that_another_ending_is_refused_at_once(tmp_path: Path) -> None:
    for name in ("out.xls", "out.pdf", "out"):
        with pytest.raises(Rejected, match="只能导出为"):
            write_ledger(enterprises(1), tmp_path / name)
    assert not list(tmp_path.iterdir())
