"""A table as .csv: for Excel's double click (UTF-8 with BOM), and harmless there."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from daan_desk.domain.tables import Table
from daan_desk.exchange.cells import FORBIDDEN
from daan_desk.exchange.ledger_rows import ROWS_BETWEEN_TICKS, Tick, no_tick
from daan_desk.exchange.targets import beside

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table, path: Path, tick: Tick = no_tick) -> int:
    """Header and rows, no totals; answers the rows written, raises `Trouble` where the file cannot be written."""
    with beside(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([guarded(column.label) for column in table.columns])
        for number, row in enumerate(lines(table), 1):
            writer.writerow(row)
            if number % ROWS_BETWEEN_TICKS == 0:
                tick(number)
    tick(len(table.rows))
    return len(table.rows)


def lines(table: Table) -> Iterator[list[str]]:
    """The rows as texts; numbers without thousands, so that they are read again as numbers."""
    makers = [column.kind.cell for column in table.columns]
    for row in table.rows:
        yield [spoken(None if value is None else make(value)) for make, value in zip(makers, row, strict=True)]


def spoken(value: object) -> str:
    """One value as text: a day as 2024-05-03, a number plainly, words guarded."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return value.isoformat() if isinstance(value, date) else f"{value}"


def guarded(text: str) -> str:
    """An apostrophe before words that Excel would carry out as a formula; a lone sign does no harm."""
    text = FORBIDDEN.sub("", text)
    return f"'{text}" if len(text) > 1 and text.startswith(STARTS_A_FORMULA) else text
