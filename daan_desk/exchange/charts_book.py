"""Tables with a chart for each of them, in one workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from daan_desk.domain.charts import ChartSpec, figures
from daan_desk.domain.tables import Table
from daan_desk.exchange.books_out import add_notes, add_sheet, save
from daan_desk.exchange.ledger_charts import add_charts


def write_charts(drawn: Sequence[tuple[Table, ChartSpec | None]], path: Path) -> int:
    """Write every table as a sheet and its native chart on the sheet 图表; answers the rows written.

    Raises `Trouble` where the file cannot be written.
    """
    book = Workbook()
    book.remove(book.active)
    fillings = [add_sheet(book, table) for table, _ in drawn]
    add_charts(book, (figures(table, spec) for table, spec in drawn if spec is not None))
    add_notes(book, [note for table, _ in drawn for note in table.notes])
    return save(book, fillings, path)
