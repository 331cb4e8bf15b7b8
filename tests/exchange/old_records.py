"""Old workbooks looked at record by record, by a reader of their own; and altered, as no program here writes them."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from daan_desk.exchange.books.ole import Compound
from daan_desk.exchange.xls_forms.container import Container
from daan_desk.exchange.xls_forms.records import Record, Records, put_together, taken_apart

FORMS = Path(__file__).parent / "old_forms"  # LibreOffice wrote them from the blank forms, xlwt the one of its name
POSITIONS = {0x20B, 0xD7, 0xFF}
ROW, DIMENSIONS, MERGES = 0x208, 0x200, 0xE5
SINGLE = {0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xD6, 0xFD}
BELONGING = {0x207, 0x4BC, 0x221}
BLANK, NUMBER, TEXT, FORMULA = 0x201, 0x203, 0xFD, 0x06


class One(NamedTuple):
    """One record."""

    kind: int
    data: bytes


class Cell(NamedTuple):
    """A cell: the kind of its record, the number of its style, and what it holds."""

    kind: int
    style: int
    held: bytes


class Old(NamedTuple):
    """A workbook: what holds for all of it, and its sheets."""

    whole: list[One]
    sheets: dict[str, list[One]]


def split(stream: bytes, at: int) -> Iterator[One]:
    """The records of one part of the stream, up to its end."""
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", stream, at)
        yield One(kind, stream[at + 4 : at + 4 + length])
        depth += {0x809: 1, 0x0A: -1}.get(kind, 0)
        if not depth:
            return
        at += 4 + length


def looked_at(path: Path) -> Old:
    """A workbook's records; those that only say where others lie are left out."""
    stream = Compound(path.read_bytes()).stream("Workbook")
    whole = list(split(stream, 0))
    sheets = {}
    for one in whole:
        if one.kind == 0x85:
            wide = one.data[7]
            name = one.data[8:].decode("utf-16-le" if wide else "latin-1")
            start = struct.unpack_from("<I", one.data)[0]
            sheets[name] = [kept for kept in split(stream, start) if kept.kind not in POSITIONS]
    return Old([one for one in whole if one.kind not in POSITIONS], sheets)


def others(path: Path) -> dict[str, bytes]:
    """Every stream but the workbook's."""
    compound = Compound(path.read_bytes())
    return {name: compound.stream(name) for name in compound.names() if name != "Workbook"}


def cells(records: list[One]) -> dict[tuple[int, int], Cell]:
    """Every cell by its row and column, both from 0."""
    found = {}
    for kind, data in records:
        if kind in SINGLE:
            row, at, style = struct.unpack_from("<HHH", data)
            found[row, at] = Cell(kind, style, data[6:])
        elif kind in (0xBD, 0xBE):
            size = 6 if kind == 0xBD else 2
            row, first = struct.unpack_from("<HH", data)
            for number in range((len(data) - 6) // size):
                own = data[4 + number * size : 4 + number * size + size]
                held = Cell(0x27E if kind == 0xBD else BLANK, struct.unpack_from("<H", own)[0], own[2:])
                found[row, first + number] = held
    return found


def heights(records: list[One]) -> dict[int, bytes]:
    """What every row says of itself beside its number and its first and last cell."""
    return {struct.unpack_from("<H", data)[0]: data[6:] for kind, data in records if kind == ROW}


def around(records: list[One]) -> list[One]:
    """What a sheet has beside its rows and cells, and beside what it says of the room that they take."""
    inside = SINGLE | BELONGING | {0xBD, 0xBE, ROW, DIMENSIONS, 0x5E}
    made, depth = [], 0
    for one in records:
        depth += {0x809: 1, 0x0A: -1}.get(one.kind, 0)
        if depth > 1 or one.kind not in inside:
            made.append(one)
    return made


def areas(records: list[One], kind: int, at: int = 0) -> list[tuple[int, ...]]:
    """The ranges (top, bottom, left, right, from 0) behind a count, in all records of a kind."""
    found = []
    for one in records:
        if one.kind == kind:
            count = struct.unpack_from("<H", one.data, at)[0]
            found += [struct.unpack_from("<4H", one.data, at + 2 + number * 8) for number in range(count)]
    return found


def tokens(cell: Cell) -> bytes:
    """The tokens of a formula's cell."""
    return cell.held[16 : 16 + struct.unpack_from("<H", cell.held, 14)[0]]


def result(cell: Cell) -> float | None:
    """The number that a formula came to."""
    return None if cell.held[6:8] == b"\xff\xff" else struct.unpack_from("<d", cell.held)[0]


Edit = Callable[[Records, list[Records]], None]


def altered(form: Path, to: Path, edit: Edit) -> Path:
    """A workbook with records put in or taken out."""
    container = Container(form.read_bytes())
    place = container.at_root()["Workbook"]
    whole, sheets = taken_apart(container.content(place))
    edit(whole, sheets)
    to.write_bytes(container.rewritten({place: put_together(whole, sheets)}))
    return to


def with_record(form: Path, to: Path, kind: int, data: bytes) -> Path:
    """A workbook whose first sheet has one more record at its end."""
    return altered(form, to, lambda _, sheets: sheets[0].insert(-1, Record(kind, data)))
