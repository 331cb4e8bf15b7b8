"""What is set right in every sheet, whichever reader it came from: texts beyond all measure, errors written as text."""

from __future__ import annotations

from dataclasses import replace

from daan_desk.domain.sheets import Cell, Row, Sheet, Spot

LONGEST = 32_767
TOO_LONG = f"有单元格超过 {LONGEST} 个字，只保留了前面的部分"
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


def tidied(sheet: Sheet, known: dict[int, str]) -> Sheet:
    """The sheet with texts cut at Excel's own limit and error words emptied and listed.

    known: texts cut before, by identity, so that a text which many cells share stays one text.
    """
    texts = [cell for row in sheet.rows for cell in row if isinstance(cell, str)]
    long = max(map(len, texts), default=0) > LONGEST
    if not long and ERRORS.isdisjoint(texts):
        return sheet
    errors = tuple(
        Spot(number, column, str(cell))
        for number, row in enumerate(sheet.rows, start=1)
        for column, cell in enumerate(row)
        if cell in ERRORS
    )
    rows = tuple(_row(row, known) if any(map(_is_odd, row)) else row for row in sheet.rows)
    warnings = (*sheet.warnings, TOO_LONG) if long else sheet.warnings
    return replace(sheet, rows=rows, errors=(*sheet.errors, *errors), warnings=warnings)


def _is_odd(cell: Cell) -> bool:
    return type(cell) is str and (len(cell) > LONGEST or cell in ERRORS)


def _row(row: Row, known: dict[int, str]) -> Row:
    return tuple([_cell(cell, known) if isinstance(cell, str) else cell for cell in row])


def _cell(cell: str, known: dict[int, str]) -> Cell:
    if cell in ERRORS:
        return None
    return known.setdefault(id(cell), cell[:LONGEST]) if len(cell) > LONGEST else cell
