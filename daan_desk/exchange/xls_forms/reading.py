"""What the records of a sheet in an old workbook say: where its cells lie among them, its merges, its short numbers."""

from __future__ import annotations

import struct
from decimal import Decimal

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.xls_forms.records import (
    ARRAY,
    BOF,
    CONTINUE,
    DBCELL,
    DIMENSIONS,
    EOF,
    MERGES,
    ROW,
    SHARED,
    STRING,
    TABLE,
    Records,
)
from daan_desk.exchange.xls_forms.rules import ranges
from daan_desk.exchange.xls_forms.table import SEVERAL, SINGLE

BELONGING = frozenset({STRING, SHARED, 0xBC, ARRAY, TABLE, CONTINUE, DBCELL})  # what stands behind the last cell


def span(records: Records) -> tuple[int, int]:
    """Where a sheet's rows and cells begin and end among its records; where there are none, behind its extent."""
    depth, found, behind = 0, list[int](), 1
    for at, one in enumerate(records):
        depth += (one.kind == BOF) - (one.kind == EOF)
        if depth == 1 and (one.kind == ROW or one.kind in SINGLE or one.kind in SEVERAL):
            found.append(at)
        elif depth == 1 and one.kind == DIMENSIONS:
            behind = at + 1
    if not found:
        return behind, behind
    end = found[-1] + 1
    while records[end].kind in BELONGING:
        end += 1
    return found[0], end


def short_number(packed: int) -> Decimal:
    """A number that was packed into four bytes."""
    if packed & 2:
        signed = packed >> 2 if packed < 1 << 31 else (packed >> 2) - (1 << 30)
        found = Decimal(signed)
    else:
        found = Decimal(repr(struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))[0]))
    return found / 100 if packed & 1 else found


def merged(records: Records) -> list[Merge]:
    """The merges that records tell of."""
    return [area for one in records if one.kind == MERGES for area in ranges(one.data, 0)]
