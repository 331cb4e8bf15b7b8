"""A sheet of an old workbook once more, with its pictures, remarks and print settings."""

from __future__ import annotations

import struct

from daan_desk.exchange.xls_forms.drawing_ids import copied
from daan_desk.exchange.xls_forms.follow import BOUND
from daan_desk.exchange.xls_forms.formulas import LENGTH, TOKENS
from daan_desk.exchange.xls_forms.links import Renamed, add_sheet
from daan_desk.exchange.xls_forms.records import (
    ARRAY,
    BOUNDSHEET,
    CHART_RANGE,
    CODENAME,
    CONDITION_PART,
    FORMULA,
    POSITIONS,
    RULE,
    TABID,
    WINDOW2,
    Record,
    Records,
    patched,
)
from daan_desk.exchange.xls_forms.refusals import single
from daan_desk.exchange.xls_forms.rows import ARRAY_TOKENS
from daan_desk.exchange.xls_forms.rules import rule
from daan_desk.exchange.xls_forms.texts import signs

CHOSEN = 0x600  # the sheet that is shown and selected


def copy_sheet(whole: Records, records: Records, number: int, name: str) -> Records:
    """Enter a copy of a sheet into the book and answer its records; `Trouble` where it holds what can be there once."""
    bound = next((BOUND[one.kind] for one in records if one.kind in BOUND), None)
    if bound:
        raise single(bound)
    sheets = [at for at, one in enumerate(whole) if one.kind == BOUNDSHEET]
    renamed = add_sheet(whole, number, len(sheets))
    whole.insert(sheets[-1] + 1, boundsheet(whole[sheets[number]].data, name))
    for at, one in enumerate(whole):
        if one.kind == TABID:
            known = struct.unpack(f"<{len(one.data) // 2}H", one.data[: len(one.data) // 2 * 2])
            whole[at] = Record(TABID, one.data + struct.pack("<H", max(known, default=0) + 1))
    own = [renamed_record(one, renamed) for one in records if one.kind not in POSITIONS and one.kind != CODENAME]
    return copied(whole, own)


def boundsheet(old: bytes, name: str) -> Record:
    """The line of the book's list for a sheet of another name."""
    wide, content = signs(name)
    return Record(BOUNDSHEET, old[:6] + struct.pack("<BB", len(content) // (1 + wide), wide) + content)


def renamed_record(one: Record, renamed: Renamed) -> Record:
    """A record of the copy: its formulas speak of the copy where the old ones spoke of their own sheet."""
    data = one.data
    if one.kind == FORMULA:
        data = renamed.part(data, TOKENS, struct.unpack_from("<H", data, LENGTH)[0])
    elif one.kind == ARRAY:
        data = renamed.part(data, ARRAY_TOKENS, struct.unpack_from("<H", data, ARRAY_TOKENS - 2)[0])
    elif one.kind == CHART_RANGE and len(data) >= 8:
        data = renamed.part(data, 8, struct.unpack_from("<H", data, 6)[0])
    elif one.kind == RULE:
        for at, length in rule(data).formulas:
            data = renamed.part(data, at, length)
    elif one.kind == CONDITION_PART:
        both = sum(struct.unpack_from("<HH", data, 2))
        data = renamed.part(data, len(data) - both, both)
    elif one.kind == WINDOW2:
        data = patched(data, 0, "<H", struct.unpack_from("<H", data)[0] & ~CHOSEN)
    return Record(one.kind, data)
