"""Our export beside libraries that write the same cells in the same run: `python -m tests.bench.export [rows …]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from daan_desk.domain.tables import Table
from daan_desk.exchange.cells import clean
from tests.exchange.tables import COLUMNS, enterprise

SIZES = (2_000, 10_000, 100_000)
SLOW_FROM = 20_000
MORE = 5  # columns again, so that a row has fifteen cells


def table(rows: int) -> Table:
    """A ledger of fifteen columns."""
    columns = COLUMNS + COLUMNS[:MORE]
    lines = []
    for number in range(rows):
        row = enterprise(number, "硬质合金刀片、钻头、模具")
        lines.append(row + row[:MORE])
    return Table("企业名录", columns, tuple(lines))


def plain_rows(ledger: Table) -> list[list[object]]:
    """The cells as a library takes them."""
    makers = [column.kind.cell for column in ledger.columns]
    return [[make(value) for make, value in zip(makers, row, strict=True)] for row in ledger.rows]


def ours(ledger: Table, path: Path) -> None:
    """Formatted, filtered, summed, with charts."""
    from daan_desk.exchange.ledgers_out import write_ledger

    write_ledger(ledger, path)


def openpyxl_bare(ledger: Table, path: Path) -> None:
    """Values alone, write-only: the least that openpyxl does."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([column.label for column in ledger.columns])
    for row in plain_rows(ledger):
        sheet.append(row)
    book.save(path)


def openpyxl_styled(ledger: Table, path: Path) -> None:
    """The same borders, typefaces and formats as ours, cell by cell."""
    from openpyxl import Workbook

    from daan_desk.exchange.ledger_style import style_body

    book = Workbook()
    for number, row in enumerate(plain_rows(ledger), 2):
        for place, value in enumerate(row, 1):
            cell = book.active.cell(number, place, value)
            style_body(cell, ledger.columns[place - 1], 20)
    book.save(path)


def xlsxwriter_styled(ledger: Table, path: Path) -> None:
    """XlsxWriter in constant memory, with a format for every column."""
    from xlsxwriter import Workbook

    book = Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "strings_to_formulas": False})
    sheet = book.add_worksheet()
    formats = [book.add_format({"border": 1, "num_format": column.kind.number_format}) for column in ledger.columns]
    for number, row in enumerate(plain_rows(ledger), 1):
        for place, value in enumerate(row):
            sheet.write(number, place, clean(value) if isinstance(value, str) else value, formats[place])
    book.close()


WRITERS: dict[str, Callable[[Table, Path], None]] = {
    "ours": ours,
    "openpyxl bare": openpyxl_bare,
    "openpyxl styled": openpyxl_styled,
    "XlsxWriter styled": xlsxwriter_styled,
}


def measured(name: str, rows: int) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and megabytes of one writer in a process of its own, the table's making not counted."""
    command = [sys.executable, "-m", "tests.bench.export", "--one", name, str(rows)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(answer[0]), float(answer[1]), float(answer[2])


def one(name: str, rows: int) -> str:
    """Measure one writer here."""
    ledger = table(rows)
    before = peak()
    with tempfile.TemporaryDirectory() as folder:
        cpu, wall = time.process_time(), time.perf_counter()
        WRITERS[name](ledger, Path(folder) / "a.xlsx")
        spent = time.process_time() - cpu, time.perf_counter() - wall
    return f"{spent[0]:.3f} {spent[1]:.3f} {peak() - before:.1f}"


def peak() -> float:
    """The most memory so far in megabytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(sizes: tuple[int, ...]) -> list[str]:
    """A line for every size and writer: seconds, memory, and how many times bare openpyxl."""
    lines = [f"{'rows':>8}  {'writer':<18}{'CPU s':>8}{'wall s':>8}{'MB':>8}{'÷ openpyxl bare':>18}"]
    for rows in sizes:
        names = [name for name in WRITERS if rows < SLOW_FROM or name != "openpyxl styled"]
        found = {name: measured(name, rows) for name in names}
        base = found["openpyxl bare"][0]
        lines += [
            f"{rows:>8}  {name:<18}{cpu:>8.2f}{wall:>8.2f}{memory:>8.0f}{cpu / base:>18.2f}"
            for name, (cpu, wall, memory) in found.items()
        ]
    return lines


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.stdout.write(one(sys.argv[2], int(sys.argv[3])) + "\n")
    else:
        sys.stdout.write("\n".join(report(tuple(int(word) for word in sys.argv[1:]) or SIZES)) + "\n")
