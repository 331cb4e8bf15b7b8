"""The lists for the banks, a workbook for each, in one folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from daan_desk.domain.tables import Table
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.exchange.targets import trouble

BAD_SIGNS = '\\/:*?"<>|'
LONGEST = 80


def write_bank_lists(lists: Sequence[tuple[str, Table]], folder: Path, day: date) -> list[Path]:
    """Write every (name, table) into the folder, which is made where it is missing; answers the files in order."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(error, folder) from error
    files = [free(folder, f"{name}-{day:%Y%m%d}") for name, _ in lists]
    for file, (_, table) in zip(files, lists, strict=True):
        write_ledger(table, file, charts=())
    return files


def free(folder: Path, name: str) -> Path:
    """A workbook of that name; signs that no system allows in names are left out."""
    plain = "".join(sign for sign in name if sign not in BAD_SIGNS and sign.isprintable())[:LONGEST].strip(" .")
    return folder / f"{plain or '推送清单'}.xlsx"
