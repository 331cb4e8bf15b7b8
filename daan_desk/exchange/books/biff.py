"""A walk over the records of an .xls workbook for what the fast reader keeps silent about."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from daan_desk.domain.sheets import Spot

BOUNDSHEET, FILEPASS, BOF = 0x85, 0x2F, 0x809
ROW, COLINFO, BOOLERR, FORMULA, SUPBOOK = 0x208, 0x7D, 0x205, 0x06, 0x1AE
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
WORKSHEET = 0
Record = tuple[int, int, int]


@dataclass
class Marks:
    """What one sheet's records say beside its values."""

    worksheet: bool = True
    errors: list[Spot] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass
class Survey:
    """Marks by sheet in the workbook's order, and what holds for all of it."""

    encrypted: bool = False
    macro_sheets: bool = False
    linked: bool = False
    sheets: list[Marks] = field(default_factory=list)


def _records(stream: bytes, at: int = 0) -> Iterator[Record]:
    size = len(stream)
    while at + 4 <= size:
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        at += 4 + length


def survey(stream: bytes) -> Survey:
    """Walk the workbook's own records, then those of every sheet that it names."""
    found = Survey()
    starts: list[int] = []
    for kind, at, length in _records(stream):
        if kind == FILEPASS:
            found.encrypted = True
            return found
        if kind == BOUNDSHEET and at + 6 <= len(stream):
            start, _, sort = struct.unpack_from("<IBB", stream, at)
            starts.append(start)
            found.sheets.append(Marks(sort == WORKSHEET))
            found.macro_sheets = found.macro_sheets or sort in (1, 6)
        elif kind == SUPBOOK and length > 4:
            found.linked = True
        elif kind == 0x0A:
            break
    for start, marks in zip(starts, found.sheets, strict=True):
        _sheet(stream, start, marks)
    return found


def _sheet(stream: bytes, start: int, marks: Marks) -> None:
    depth = 0
    for kind, at, length in _records(stream, start):
        if kind == BOF:
            depth += 1
        elif kind == 0x0A:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1 and kind in NOTES and at + length <= len(stream):
            least, note = NOTES[kind]
            if length >= least:
                note(stream, at, marks)


def _row(stream: bytes, at: int, marks: Marks) -> None:
    number, options = struct.unpack_from("<H10xH", stream, at)
    if options & 0x20:
        marks.hidden_rows.add(number + 1)


def _columns(stream: bytes, at: int, marks: Marks) -> None:
    first, last, _, _, options = struct.unpack_from("<5H", stream, at)
    if options & 1:
        marks.hidden_columns.update(range(first, min(last, 255) + 1))


def _error(stream: bytes, at: int, marks: Marks) -> None:
    row, column, _, code, is_error = struct.unpack_from("<HHHBB", stream, at)
    if is_error:
        marks.errors.append(Spot(row + 1, column, ERRORS.get(code, "#?")))


def _formula(stream: bytes, at: int, marks: Marks) -> None:
    row, column, sort, code, last = struct.unpack_from("<HH2xBxB3xH", stream, at)
    if last == 0xFFFF and sort == 2:
        marks.errors.append(Spot(row + 1, column, ERRORS.get(code, "#?")))


NOTES: dict[int, tuple[int, Callable[[bytes, int, Marks], None]]] = {
    ROW: (14, _row),
    COLINFO: (10, _columns),
    BOOLERR: (8, _error),
    FORMULA: (14, _formula),
}
