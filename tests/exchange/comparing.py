"""Two states of a form compared: every cell's looks and words, every measure, every rule, every part of the package."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl

from daan_desk.exchange.form_references import Inserted, area


def parts(path: Path) -> dict[str, bytes]:
    """The package's parts."""
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def untouched(before: Path, after: Path) -> set[str]:
    """The parts that are byte for byte what they were."""
    old, new = parts(before), parts(after)
    return {name for name, content in old.items() if new.get(name) == content}


def looks(cell: Any) -> tuple[object, ...]:
    """A cell's style in full."""
    return tuple(
        repr(part) for part in (cell.font, cell.border, cell.fill, cell.number_format, cell.alignment, cell.protection)
    )


def differences(before: Path, after: Path, inserted: Inserted, formulas: bool = True) -> list[str]:
    """Everything in which a filled sheet is not the blank one with rows put in: looks, words, measures, merges."""
    old, new = openpyxl.load_workbook(before)[inserted.sheet], openpyxl.load_workbook(after)[inserted.sheet]
    found = [*cells(old, new, inserted, formulas), *measures(old, new, inserted)]
    merges = {area(str(merged), inserted, grows=False) for merged in old.merged_cells.ranges}
    found += [f"merge {one}" for one in merges - {str(merged) for merged in new.merged_cells.ranges}]
    for name in ("orientation", "paperSize", "fitToWidth", "fitToHeight"):
        if getattr(old.page_setup, name) != getattr(new.page_setup, name):
            found.append(f"page {name}")
    for name in ("sheet_state", "freeze_panes", "print_title_rows"):
        if getattr(old, name) != getattr(new, name):
            found.append(name)
    if len(old.data_validations.dataValidation) != len(new.data_validations.dataValidation):
        found.append("validations")
    return found


def cells(old: Any, new: Any, inserted: Inserted, formulas: bool) -> list[str]:
    """Cells that look or read otherwise; a cell that was blank may have been filled."""
    found = []
    for row in old.iter_rows():
        for cell in row:
            other = new.cell(inserted.row(cell.row), cell.column)
            if looks(cell) != looks(other):
                found.append(f"looks {cell.coordinate}")
            is_formula = isinstance(cell.value, str) and cell.value.startswith("=")
            if cell.value is not None and cell.value != other.value and not (is_formula and not formulas):
                found.append(f"{cell.coordinate}: {cell.value} → {other.value}")
            if (cell.comment is None) != (other.comment is None):
                found.append(f"comment {cell.coordinate}")
    return found


def measures(old: Any, new: Any, inserted: Inserted) -> list[str]:
    """Heights and widths that are not what they were."""
    found = [
        f"height {row}"
        for row, was in old.row_dimensions.items()
        if was.height != new.row_dimensions[inserted.row(row)].height
    ]
    return found + [
        f"width {letters}"
        for letters, was in old.column_dimensions.items()
        if was.width != new.column_dimensions[letters].width
    ]


def same_style_rows(path: Path, sheet: str, source: int, rows: range) -> bool:
    """Whether rows look and stand like another row."""
    found = openpyxl.load_workbook(path)[sheet]
    return all(
        looks(found.cell(row, cell.column)) == looks(cell)
        and found.row_dimensions[row].height == found.row_dimensions[source].height
        for row in rows
        for cell in found[source]
    )
