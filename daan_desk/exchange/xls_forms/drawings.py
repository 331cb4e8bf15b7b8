"""Pictures, charts, remarks and text boxes of an old workbook's sheet: where they hang, and which number each has."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.xls_forms.records import BOF, CONTINUE, DRAWING, EOF, Record, Records
from daan_desk.exchange.xls_forms.refusals import unmovable

CONTAINER, HEAD = 0xF, 8
DRAWING_HEAD, SHAPE, ANCHOR = 0xF008, 0xF00A, 0xF010
TOP_ROW, BOTTOM_ROW = 6, 14
LAST_ROW = 0xFFFF


def places(records: Records) -> list[int]:
    """Which records hold a sheet's drawing, one piece after the other; those of charts inside are another's."""
    depth, found, going_on = 0, list[int](), False
    for at, one in enumerate(records):
        depth += (one.kind == BOF) - (one.kind == EOF)
        is_piece = depth <= 1 and (one.kind == DRAWING or (one.kind == CONTINUE and going_on))
        if is_piece:
            found.append(at)
        going_on = is_piece
    return found


def atoms(drawing: bytes) -> Iterator[tuple[int, int, int]]:
    """Everything in a drawing that holds nothing else: its kind, where its content begins, how long it is."""
    waiting = [(0, len(drawing))]
    while waiting:
        at, end = waiting.pop()
        while at < end:
            if at + HEAD > end:
                raise unmovable("读不懂的图形")
            version, kind, length = struct.unpack_from("<HHI", drawing, at)
            if at + HEAD + length > end:
                raise unmovable("读不懂的图形")
            if version & CONTAINER == CONTAINER:
                waiting.append((at + HEAD, at + HEAD + length))
            else:
                yield kind, at + HEAD, length
            at += HEAD + length


def joined(records: Records, pieces: list[int]) -> bytes:
    """A sheet's drawing as a whole."""
    return b"".join(records[at].data for at in pieces)


def put_back(records: Records, pieces: list[int], drawing: bytes) -> Records:
    """The records with their pieces of a drawing that is as long as before."""
    made, start = list(records), 0
    for at in pieces:
        end = start + len(records[at].data)
        made[at] = Record(records[at].kind, drawing[start:end])
        start = end
    return made


def moved(records: Records, inserted: Inserted) -> Records:
    """What hangs below the block goes down with it."""
    pieces = places(records)
    drawing = bytearray(joined(records, pieces))
    for kind, at, length in atoms(bytes(drawing)):
        if kind == ANCHOR and length >= BOTTOM_ROW + 2:
            for edge in (at + TOP_ROW, at + BOTTOM_ROW):
                row = struct.unpack_from("<H", drawing, edge)[0]
                struct.pack_into("<H", drawing, edge, min(LAST_ROW, inserted.row(row + 1) - 1))
    return put_back(records, pieces, bytes(drawing))
