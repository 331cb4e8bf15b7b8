"""The month's summary as a workbook: the words on the first sheet, every table on a sheet of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from daan_desk.domain.briefs import TO_BE_WRITTEN, Brief, Paragraph, numbered
from daan_desk.domain.charts import MOST_BARS, ChartFigures, ChartSpec, figures
from daan_desk.domain.numbers import Number
from daan_desk.domain.tables import Table
from daan_desk.exchange.books_out import add_notes, add_sheet, save
from daan_desk.exchange.ledger_charts import add_charts
from daan_desk.exchange.ledger_style import A4, FACE, put_text
from daan_desk.exchange.widths import height

WORDS = "情况"
WIDTH = 76
SIZES = {0: 18, 1: 14, 2: 12, 3: 11}
PLAIN = 4
INDENT = 6
LINE, HEADING_LINE = 16, 26


def write_summary_book(brief: Brief, path: Path) -> int:
    """Write the summary as .xlsx; answers the rows of its tables, raises `Trouble` where the file cannot be written."""
    book = Workbook()
    write_words(book.active, brief)
    tables = [exhibit.table for exhibit in brief.exhibits]
    fillings = [add_sheet(book, table) for table in tables]
    add_charts(book, [drawn for table in tables if (drawn := first_chart(table)) is not None])
    add_notes(book, [note for table in tables for note in table.notes])
    return save(book, fillings, path)


def write_words(sheet: Any, brief: Brief) -> None:
    """The summary's sentences, one paragraph a row."""
    sheet.title = WORDS
    sheet.column_dimensions["A"].width = WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = A4
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for row, (level, words) in enumerate(lines(brief), 1):
        cell = sheet.cell(row, 1)
        put_text(cell, words)
        cell.font = Font(name=FACE, size=SIZES.get(level, 11), bold=level < PLAIN)
        sheet.row_dimensions[row].height = height(words, WIDTH - INDENT, LINE if level == PLAIN else HEADING_LINE)
        middle = "center" if level == 0 else "left"
        cell.alignment = Alignment(horizontal=middle, vertical="top", wrap_text=True, indent=2 if level == PLAIN else 0)


def lines(brief: Brief) -> list[tuple[int, str]]:
    """Level and words of every row: 0 the titles, 1 to 3 headings, 4 paragraphs."""
    head = brief.masthead
    told = [(0, brief.title)]
    told += [(PLAIN, f"{head.name} {head.number}　{head.office}　{head.day:%Y-%m-%d}")] if head else []
    told += [(PLAIN, block.text) for block in brief.opening if isinstance(block, Paragraph)]
    for heading, section in numbered(brief.sections):
        told.append((section.level, heading))
        told += [(PLAIN, block.text) for block in section.blocks if isinstance(block, Paragraph)]
        if section.own and not section.blocks:
            told.append((PLAIN, TO_BE_WRITTEN))
    return told + [(PLAIN, f"注：{note}") for note in brief.notes]


def first_chart(table: Table) -> ChartFigures | None:
    """A table's first summed column by its first words; None where it has no such columns or nothing to compare."""
    label = next((column.label for column in table.columns if not column.total), None)
    summed = next(
        (column.label for column in table.columns if column.total and not isinstance(column.kind, Number)), None
    )
    summed = summed or next((column.label for column in table.columns if column.total), None)
    if label is None or summed is None or not 2 <= len(table.rows) <= MOST_BARS:
        return None
    return figures(table, ChartSpec("bar", f"{table.title}：{summed}", label, (summed,)))
