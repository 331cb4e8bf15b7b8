"""Any ledger to a file, as it stands on the screen: a formatted workbook or a plain .csv, by the file's ending."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from daan_desk.domain.charts import ChartSpec
from daan_desk.domain.failures import Rejected
from daan_desk.domain.tables import Table
from daan_desk.exchange.ledger_rows import Tick, no_tick

MOST_ROWS = 1_048_570
MOST_COLUMNS = 16_384
ENDINGS = (".xlsx", ".csv")


def write_ledger(
    table: Table,
    path: Path,
    *,
    charts: Sequence[ChartSpec] | None = None,
    tick: Tick = no_tick,
) -> int:
    """Write the table to an .xlsx or .csv file; answers the rows written.

    charts: None draws what the table suggests, () draws none. tick: hears of rows written, may raise `Cancelled`.
    Raises `Rejected` for another ending or more than a sheet can hold, `Trouble` where the file cannot be written.
    """
    ending = path.suffix.lower()
    refuse(table, ending)
    if ending == ".csv":
        from daan_desk.exchange.texts_out import write_csv

        return write_csv(table, path, tick)
    # openpyxl takes a third of a second to import; the window must not wait for it
    from daan_desk.exchange.books_out import write_book

    return write_book((table,), path, charts=charts, tick=tick)


def refuse(table: Table, ending: str) -> None:
    """Say at once what cannot be written."""
    if ending not in ENDINGS:
        raise Rejected(f"台账只能导出为 {' 或 '.join(ENDINGS)} 文件，不能是“{ending or '没有扩展名的文件'}”")
    if ending == ".xlsx" and (len(table.rows) > MOST_ROWS or len(table.columns) > MOST_COLUMNS):
        raise Rejected(f"共 {len(table.rows)} 行，超出一张工作表的限度，请先筛选，或者导出为 .csv")
