"""Sheets of a binary .xlsb workbook; its records are first looked through for far cells, errors and merges."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from daan_desk.domain.sheets import Merge, Sheet, Spot
from daan_desk.exchange.books import fast
from daan_desk.exchange.books.archive import Archive
from daan_desk.exchange.books.biff import ERRORS
from daan_desk.exchange.books.ooxml_book import LINKS, MACROS
from daan_desk.exchange.books.prescan import HIDEABLE, ROOMY
from daan_desk.exchange.books.refusals import refusal

ROW_HEADER, BLANK, ERROR, FORMULA_ERROR, COLUMN, MERGE = 0, 1, 3, 11, 60, 176
CELLS = frozenset(range(2, 12))


@dataclass
class _Marks:
    row: int = 0
    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    errors: list[Spot] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def sheets(archive: Archive, data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets, and what an officer should know."""
    parts = sorted(
        (name for name in archive.names() if name.startswith("xl/worksheets/sheet") and name.endswith(".bin")),
        key=lambda name: (len(name), name),
    )
    marks = [_look(archive.read(part)) for part in parts]
    if any(found.last_row * found.last_column > max(ROOMY, 4 * found.cells) for found in marks):
        raise refusal("large")
    read, warnings = fast.sheets(data)
    if len(read) == len(marks):
        read = tuple(_completed(sheet, found) for sheet, found in zip(read, marks, strict=True))
    told = [MACROS] if archive.has_part_in("xl/vbaProject") else []
    told += [LINKS] if archive.has_part_in("xl/externalLinks/") else []
    return read, warnings + tuple(told)


def _completed(sheet: Sheet, found: _Marks) -> Sheet:
    return replace(
        sheet,
        errors=tuple(found.errors),
        merges=tuple(found.merges),
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
    )


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    at, size = 0, len(part)
    while at < size:
        kind = part[at]
        at += 1
        if kind & 0x80 and at < size:
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < size and shift < 28:
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, at, length
        at += length


def _look(part: bytes) -> _Marks:
    found = _Marks()
    for kind, at, length in _records(part):
        if at + length > len(part):
            break
        if kind in CELLS and length >= 8:
            _cell(part, (kind, at, length), found)
        elif kind in NOTES and length >= NOTES[kind][0]:
            NOTES[kind][1](part, at, found)
    return found


def _row(part: bytes, at: int, found: _Marks) -> None:
    found.row = int(struct.unpack_from("<I", part, at)[0]) + 1
    if part[at + 11] & 0x10:
        found.hidden_rows.add(found.row)


def _columns(part: bytes, at: int, found: _Marks) -> None:
    first, last, _, _, options = struct.unpack_from("<IIIIH", part, at)
    if options & 1:
        found.hidden_columns.update(range(first, min(last, HIDEABLE - 1) + 1))


def _merge(part: bytes, at: int, found: _Marks) -> None:
    top, bottom, left, right = struct.unpack_from("<4I", part, at)
    found.merges.append(Merge(top + 1, left, bottom + 1, right))


NOTES: dict[int, tuple[int, Callable[[bytes, int, _Marks], None]]] = {
    ROW_HEADER: (17, _row),
    COLUMN: (18, _columns),
    MERGE: (16, _merge),
}


def _cell(part: bytes, record: tuple[int, int, int], found: _Marks) -> None:
    kind, at, _ = record
    column = int(struct.unpack_from("<I", part, at)[0])
    found.cells += 1
    found.last_row = max(found.last_row, found.row)
    found.last_column = max(found.last_column, column + 1)
    if kind in (ERROR, FORMULA_ERROR):
        found.errors.append(Spot(found.row, column, ERRORS.get(part[at + 8] if at + 8 < len(part) else -1, "#?")))
