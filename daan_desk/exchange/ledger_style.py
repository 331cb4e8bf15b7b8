"""How our workbooks look: header, body, totals, page; openpyxl keeps the styles, every cell of a column shares one."""

from __future__ import annotations

from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from daan_desk.domain.fields import Kind
from daan_desk.domain.kinds import LongText
from daan_desk.domain.numbers import Money
from daan_desk.domain.tables import Column, Table
from daan_desk.exchange.cells import clean
from daan_desk.exchange.widths import column_widths

FACE = "宋体"
ACCENT = "1B5AA8"
LINE = Side(style="thin", color="BFC7D1")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEADER_FILL = PatternFill("solid", fgColor=ACCENT)
TOTAL_FILL = PatternFill("solid", fgColor="E8EEF6")
A4 = 9
HEADER_HEIGHT = 24
WRAPPED_FROM = 30


def put_text(cell: Any, text: str) -> None:
    """Words into a cell as words: openpyxl would take “=…” for a formula."""
    cell.value = clean(text)
    cell.data_type = "s"


def style_header(cell: Any) -> None:
    """White words on the accent colour, in the middle."""
    cell.font = Font(name=FACE, size=11, bold=True, color="FFFFFF")
    cell.fill = HEADER_FILL
    cell.border = BOX
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def style_body(cell: Any, column: Column, width: int) -> None:
    """A value as its kind says; long words are wrapped instead of running out of the column."""
    cell.font = Font(name=FACE, size=10.5)
    cell.border = BOX
    cell.number_format = column.kind.number_format
    wrapped = is_wrapped(column, width)
    indent = 1 if column.kind.align == "right" else 0  # a number must not touch the words to its right
    cell.alignment = Alignment(horizontal=column.kind.align, vertical="center", wrap_text=wrapped, indent=indent)


def is_wrapped(column: Column, width: int) -> bool:
    """Whether a column's texts go on in a second line."""
    return isinstance(column.kind, LongText) or width >= WRAPPED_FROM


def style_total(cell: Any, column: Column, width: int) -> None:
    """As the body above it, bold on a light ground."""
    style_body(cell, column, width)
    cell.font = Font(name=FACE, size=10.5, bold=True)
    cell.fill = TOTAL_FILL


def set_page(sheet: Any, table: Table) -> None:
    """Landscape A4, as wide as the page, the header row on every page, the title above and the page number below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.8, 0.6
    sheet.oddHeader.center.text = table.title.replace("&", "&&")[:120]
    sheet.oddHeader.center.size, sheet.oddHeader.center.font = 14, f"{FACE},Bold"
    sheet.oddHeader.right.text = unit_line(table)
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


def unit_line(table: Table) -> str:
    """单位：万元 where every amount of money is in one unit that its label does not say."""
    units = {unit(column.kind) for column in table.columns if isinstance(column.kind, Money)}
    return f"单位：{units.pop()}" if len(units) == 1 else ""


def unit(kind: Kind) -> str:
    """The unit that a kind keeps its values in, "" for none."""
    return str(getattr(kind, "unit", ""))


def set_columns(sheet: Any, table: Table) -> tuple[int, ...]:
    """Set the widths; answers them."""
    widths = column_widths(table)
    for place, width in enumerate(widths):
        sheet.column_dimensions[sheet.cell(1, place + 1).column_letter].width = width + 0.7
    return widths
