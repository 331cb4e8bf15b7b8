"""The record of a formula's cell: its tokens, what it came to, and how both are written."""

from __future__ import annotations

import struct
from decimal import Decimal

from daan_desk.exchange.xls_forms.records import FORMULA, STRING, Record, Records

PLACE, RESULT, FLAGS, LENGTH, TOKENS = 0, 6, 14, 20, 22
ON_LOADING, SHARES = 0x02, 0x08
NO_NUMBER, EMPTY_TEXT = 0xFFFF, struct.pack("<6BH", 3, 0, 0, 0, 0, 0, 0xFFFF)


def tokens_of(data: bytes) -> bytes:
    """The tokens of a formula's record."""
    return data[TOKENS : TOKENS + struct.unpack_from("<H", data, LENGTH)[0]]


def with_tokens(data: bytes, tokens: bytes) -> bytes:
    """The same record with other tokens; a formula that had tokens of its own keeps what stands behind them."""
    behind = data[TOKENS + struct.unpack_from("<H", data, LENGTH)[0] :]
    return data[:LENGTH] + struct.pack("<H", len(tokens)) + tokens + behind


def unlinked(data: bytes, tokens: bytes, behind: bytes) -> bytes:
    """A record that shared its formula with others, with one of its own."""
    (flags,) = struct.unpack_from("<H", data, FLAGS)
    head = data[:FLAGS] + struct.pack("<H", flags & ~SHARES) + data[FLAGS + 2 : LENGTH]
    return head + struct.pack("<H", len(tokens)) + tokens + behind


def formula_of(row: int, at: int, style: int, tokens: bytes) -> Record:
    """A new formula that nobody has calculated yet. row: from 1."""
    head = struct.pack("<HHH", row - 1, at, style) + EMPTY_TEXT + struct.pack("<HIH", ON_LOADING, 0, len(tokens))
    return Record(FORMULA, head + tokens)


def result_of(data: bytes) -> Decimal | None:
    """The number that a formula came to; None for texts, errors and what nobody has calculated."""
    if struct.unpack_from("<H", data, RESULT + 6)[0] == NO_NUMBER:
        return None
    return Decimal(repr(struct.unpack_from("<d", data, RESULT)[0]))


def come_to(records: Records, total: Decimal | None) -> Records:
    """A formula's records with another result, to be calculated again when the file is opened."""
    data = records[0].data
    result = EMPTY_TEXT if total is None else struct.pack("<d", float(total))
    (flags,) = struct.unpack_from("<H", data, FLAGS)
    data = data[:RESULT] + result + struct.pack("<H", flags | ON_LOADING) + data[FLAGS + 2 :]
    return [Record(FORMULA, data), *(one for one in records[1:] if one.kind != STRING)]
