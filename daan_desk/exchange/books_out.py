"""Tables as the sheets of one workbook: openpyxl makes everything but the rows, which are streamed into its sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from openpyxl import Workbook

from daan_desk.domain.charts import ChartSpec, figures, proposed
from daan_desk.domain.sheets import letter
from daan_desk.domain.tables import Table
from daan_desk.exchange.ledger_charts import SHEET as CHARTS
from daan_desk.exchange.ledger_charts import add_charts
from daan_desk.exchange.ledger_rows import Filling, Tick, no_tick, rows_xml
from daan_desk.exchange.ledger_style import (
    HEADER_HEIGHT,
    is_wrapped,
    put_text,
    set_columns,
    set_page,
    style_body,
    style_header,
    style_total,
)
from daan_desk.exchange.packages import in_pieces, rewrite
from daan_desk.exchange.targets import beside

NOTES = "说明"
CREATOR = "大安企服台"
FROZEN_COLUMN_FROM = 7
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_NAME = 31


def write_book(
    tables: Sequence[Table],
    path: Path,
    *,
    charts: Sequence[ChartSpec] | None = None,
    tick: Tick = no_tick,
) -> int:
    """Write every table as a sheet of its own; answers the rows written.

    charts: of the first table, None = as proposed. tick: hears of rows, may raise `Cancelled`; nothing is left then.
    Raises `Trouble` where the file cannot be written.
    """
    book = Workbook()
    book.remove(book.active)
    fillings = [add_sheet(book, table) for table in tables]
    if tables:
        specs = proposed(tables[0]) if charts is None else charts
        add_charts(book, (figures(tables[0], spec) for spec in specs))
    add_notes(book, [note for table in tables for note in table.notes])
    return save(book, fillings, path, tick)


def add_sheet(book: Workbook, table: Table) -> tuple[Any, Filling]:
    """A sheet with header, widths, filter, styles and page, and what is to be filled in under the header."""
    sheet = book.create_sheet(sheet_name(table.title, book.sheetnames))
    for place, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, place)
        put_text(cell, column.label)
        style_header(cell)
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    widths = set_columns(sheet, table)
    body, totals = styles(sheet, table, widths, style_body), styles(sheet, table, widths, style_total)
    wraps = tuple((at, width) for at, width in enumerate(widths) if is_wrapped(table.columns[at], width))
    filling = Filling(table, body, totals, wraps)
    sheet.freeze_panes = "B2" if len(table.columns) >= FROZEN_COLUMN_FROM else "A2"
    if table.columns:
        sheet.auto_filter.ref = f"A1:{letter(len(table.columns) - 1)}{filling.last}"
    set_page(sheet, table)
    return sheet, filling


def styles(sheet: Any, table: Table, widths: Sequence[int], style: Any) -> tuple[int, ...]:
    """The style number of every column, taken from a row that is not kept."""
    numbers = []
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True), 1):
        cell = sheet.cell(2, place)
        style(cell, column, width)
        numbers.append(cell.style_id)
    sheet.delete_rows(2)
    return tuple(numbers)


def sheet_name(title: str, taken: Iterable[str]) -> str:
    """A name that Excel accepts and that no other sheet has."""
    base = NOT_IN_A_NAME.sub("", title).strip("' ")[:LONGEST_NAME] or "Sheet"
    used = {name.lower() for name in taken} | {CHARTS, NOTES, "history"}
    name, number = base, 1
    while name.lower() in used:
        number += 1
        name = f"{base[: LONGEST_NAME - 4]}({number})"
    return name


def add_notes(book: Workbook, notes: Sequence[str]) -> None:
    """Notes on a sheet of their own, so that the table's sheet is nothing but the table."""
    if not notes:
        return
    sheet = book.create_sheet(NOTES)
    sheet.column_dimensions["A"].width = 100
    for row, note in enumerate(notes, 1):
        put_text(sheet.cell(row, 1), note)


def save(book: Workbook, fillings: Sequence[tuple[Any, Filling]], path: Path, tick: Tick = no_tick) -> int:
    """Save the book with the rows streamed into its sheets; answers the rows written."""
    if not book.worksheets:
        book.create_sheet("Sheet")
    book.active = 0
    book.properties.creator = CREATOR
    empty = BytesIO()
    book.save(empty)
    with ZipFile(empty) as package:
        parts = {
            name: streamed(package.read(name), filling, tick)
            for name, filling in ((part_name(book, sheet), filling) for sheet, filling in fillings)
        }
    with beside(path) as draft:
        rewrite(empty, draft, parts)
    return sum(len(filling.table.rows) for _, filling in fillings)


def part_name(book: Workbook, sheet: Any) -> str:
    """Where openpyxl keeps a sheet inside the package."""
    return f"xl/worksheets/sheet{book.worksheets.index(sheet) + 1}.xml"


def streamed(sheet: bytes, filling: Filling, tick: Tick) -> Callable[[IO[bytes]], None]:
    """What writes the sheet with its rows: openpyxl's header before them, openpyxl's page settings after."""
    head, end, tail = sheet.partition(b"</sheetData>")
    corner = f"{letter(max(len(filling.table.columns), 1) - 1)}{filling.bottom}"
    head = re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="A1:{corner}"'.encode(), head, count=1)

    def write(part: IO[bytes]) -> None:
        part.write(head)
        for piece in in_pieces(rows_xml(filling, tick)) if end else ():
            part.write(piece)
        part.write(end + tail)

    return write
