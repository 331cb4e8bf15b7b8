"""What is copied arrives in Excel as it was meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.kinds import LongText, Phone, Text
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.tables import Column, Table
from daan_desk.ui.kit.clipboard import as_mime, html, tsv

COLUMNS = (
    Column("名称", Text()),
    Column("电话", Phone()),
    Column("营收", Money("万元")),
    Column("人数", Integer("人")),
    Column("日期", Day()),
    Column("备注", LongText()),
)
ROW = ("A<b>", "013800000001", Decimal("12345.678900"), 1234, date(2024, 5, 3), "一\n二\t三")
TABLE = Table("企业", COLUMNS, (ROW, (None,) * 6))


def test_that_the_text_has_one_line_a_row_and_exact_numbers() -> None:
    head, line, empty = tsv(TABLE).split("\n")
    assert head.split("\t") == ["名称", "电话", "营收", "人数", "日期", "备注"]
    assert line.split("\t") == ["A<b>", "013800000001", "12345.6789", "1234", "2024-05-03", "一 二 三"]
    assert empty == "\t" * 5


def test_that_texts_are_marked_as_texts_and_numbers_are_not() -> None:
    page = html(TABLE)
    assert "mso-number-format:'\\@'\">013800000001</td>" in page
    assert "<td>12345.6789</td><td>1234</td><td>2024-05-03</td>" in page
    assert "A&lt;b&gt;" in page
    assert "一<br>二" in page


def test_that_both_forms_are_on_the_clipboard(qapp: object) -> None:
    data = as_mime(TABLE)
    assert data.hasText()
    assert data.hasHtml()
