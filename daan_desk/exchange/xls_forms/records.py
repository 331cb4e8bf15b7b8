"""The records of an old workbook: what they are called, and the stream taken apart into its sheets and put together."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from daan_desk.exchange.books.refusals import refusal

BOF, EOF, CONTINUE = 0x809, 0x0A, 0x3C
BOUNDSHEET, NAME, EXTERNSHEET, SUPBOOK, TABID = 0x85, 0x18, 0x17, 0x1AE, 0x13D
SST, EXTSST, XF, FORMAT, DATEMODE = 0xFC, 0xFF, 0xE0, 0x41E, 0x22
INDEX, DBCELL, UNCALCED, DIMENSIONS, COLINFO = 0x20B, 0xD7, 0x5E, 0x200, 0x7D
ROW, BLANK, NUMBER, LABELSST, RK, MULRK, MULBLANK, FORMULA = 0x208, 0x201, 0x203, 0xFD, 0x27E, 0xBD, 0xBE, 0x06
LABEL, RSTRING, BOOLERR, STRING, SHARED, ARRAY, TABLE = 0x204, 0xD6, 0x205, 0x207, 0x4BC, 0x221, 0x236
MERGES, DVAL, RULE, CONDITION, CONDITION_PART = 0xE5, 0x1B2, 0x1BE, 0x1B0, 0x1B1
DRAWING, DRAWING_GROUP, OBJECT, TEXT_OBJECT, NOTE, CHART_RANGE = 0xEC, 0xEB, 0x5D, 0x1B6, 0x1C, 0x1051
WINDOW2, CODENAME = 0x23E, 0x1BA
POSITIONS = frozenset({INDEX, DBCELL, EXTSST})  # where records lie in the stream; readers do without
VERSION_8 = 0x600
LONGEST = 8224


class Record(NamedTuple):
    """One record: its kind and its content."""

    kind: int
    data: bytes


Records = list[Record]


def records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from a place on, until the end of what begins there; charts inside are passed through."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            break
        yield Record(kind, stream[at + 4 : at + 4 + length])
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
        at += 4 + length
    raise refusal("incomplete")


def taken_apart(stream: bytes) -> tuple[Records, list[Records]]:
    """What holds for the whole book, and each of its sheets; `Trouble` for what is older than Excel 97."""
    if len(stream) < 8 or struct.unpack_from("<H", stream)[0] != BOF:
        raise refusal("damaged")
    if struct.unpack_from("<H", stream, 4)[0] != VERSION_8:
        raise refusal("old")
    whole = list(records(stream, 0))
    starts = [struct.unpack_from("<I", one.data)[0] for one in whole if one.kind == BOUNDSHEET]
    if len(set(starts)) < len(starts):
        raise refusal("damaged")
    return whole, [list(records(stream, start)) for start in starts]


def put_together(whole: Records, sheets: list[Records]) -> bytes:
    """The stream again; every sheet is found where it lies now, and what told of places in the stream is left out."""
    whole = [one for one in whole if one.kind not in POSITIONS]
    parts = [packed(one for one in sheet if one.kind not in POSITIONS) for sheet in sheets]
    at, starts = sum(4 + len(one.data) for one in whole), []
    for part in parts:
        starts.append(at)
        at += len(part)
    places = iter(starts)
    found = [
        one._replace(data=struct.pack("<I", next(places)) + one.data[4:]) if one.kind == BOUNDSHEET else one
        for one in whole
    ]
    return b"".join([packed(found), *parts])


def packed(some: Iterable[Record]) -> bytes:
    """Records as they lie in the stream."""
    return b"".join(struct.pack("<HH", one.kind, len(one.data)) + one.data for one in some)


def patched(data: bytes, at: int, form: str, *values: int) -> bytes:
    """Content with some numbers in it replaced."""
    made = bytearray(data)
    struct.pack_into(form, made, at, *values)
    return bytes(made)
