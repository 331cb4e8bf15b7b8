"""Rows put into a sheet of an old workbook: its cells, its formulas and its merges."""

from __future__ import annotations

import struct
from dataclasses import replace

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_merges import moved_merge
from daan_desk.exchange.xls_forms.formulas import tokens_of, unlinked, with_tokens
from daan_desk.exchange.xls_forms.page import OldPage
from daan_desk.exchange.xls_forms.reading import merged
from daan_desk.exchange.xls_forms.records import (
    ARRAY,
    BLANK,
    FORMULA,
    MERGES,
    MULBLANK,
    ROW,
    SHARED,
    STRING,
    TABLE,
    Record,
    Records,
    patched,
)
from daan_desk.exchange.xls_forms.refusals import unmovable
from daan_desk.exchange.xls_forms.table import SEVERAL, Unit
from daan_desk.exchange.xls_forms.tokens import EXP, Shift, relocated, shifted, unshared

SHARING = frozenset({SHARED, 0xBC})
SHARED_TOKENS, ARRAY_TOKENS = 10, 14
MOST_MERGES = 1026


def insert(page: OldPage, shift: Shift, step: int) -> None:
    """Put rows in behind the block, styled as its last `step` rows (0: without style)."""
    inserted = shift.inserted
    unshare(page)
    table = page.table
    last = max(inserted.last, page.last_row)
    move_formulas(page, shift)
    table.renumber({row: inserted.row(row) for row in range(inserted.last + 1, last + 1)})
    for number in range(inserted.last + 1, inserted.last + inserted.count + 1) if step else ():
        copy_row(page, inserted.last - step + 1 + (number - inserted.last - 1) % step, number)
    page.head, page.tail = move_merges(page.head, shift, step), move_merges(page.tail, shift, step)
    page.note_merges()


def unshare(page: OldPage) -> None:
    """Give every cell of a shared formula a formula of its own: rows that move apart cannot share one."""
    masters: dict[bytes, bytes] = {}
    for unit in page.table.cells.values():
        for one in unit.records[1:]:
            if one.kind in SHARING:
                masters[tokens_of(unit.data)[1:5]] = one.data[SHARED_TOKENS - 2 :]
    for (row, at), unit in page.table.cells.items():
        if unit.kind != FORMULA or (tokens := tokens_of(unit.data))[:1] != bytes([EXP]):
            continue
        found = masters.get(tokens[1:5])
        if found is not None:
            length = struct.unpack_from("<H", found)[0]
            own = unshared(found[2 : 2 + length], row - 1, at)
            head = Record(FORMULA, unlinked(unit.data, own, found[2 + length :]))
            unit.records = [head, *(one for one in unit.records[1:] if one.kind not in SHARING)]


def move_formulas(page: OldPage, shift: Shift) -> None:
    """Every formula of the sheet; those of the block's own lines do not swallow the new ones."""
    inserted = shift.inserted
    for (row, _), unit in page.table.cells.items():
        if unit.kind == FORMULA:
            inside = inserted.first <= row <= inserted.last
            unit.records = moved_formula(unit.records, replace(shift, grows=not inside))


def moved_formula(records: Records, shift: Shift) -> Records:
    """The records of one formula's cell."""
    head, *behind = records
    tokens = tokens_of(head.data)
    if tokens[:1] == bytes([EXP]) and shift.own:
        row, at = struct.unpack_from("<HH", tokens, 1)
        tokens = struct.pack("<BHH", EXP, shift.rows(row, row, single=True)[0], at)
    else:
        tokens = shifted(tokens, shift)
    return [Record(FORMULA, with_tokens(head.data, tokens)), *(moved_partner(one, shift) for one in behind)]


def moved_partner(one: Record, shift: Shift) -> Record:
    """What stands behind a formula: an array's own formula moves, a table of variants cannot."""
    if one.kind == TABLE and shift.own:
        raise unmovable("模拟运算表")
    if one.kind != ARRAY:
        return one
    data = one.data
    if shift.own:
        top, bottom = struct.unpack_from("<HH", data)
        new = shift.rows(top, bottom, single=True)
        if new[1] - new[0] != bottom - top:
            raise unmovable("跨行的数组公式")
        data = patched(data, 0, "<HH", *new)
    length = struct.unpack_from("<H", data, ARRAY_TOKENS - 2)[0]
    end = ARRAY_TOKENS + length
    return Record(ARRAY, data[:ARRAY_TOKENS] + shifted(data[ARRAY_TOKENS:end], shift) + data[end:])


def copy_row(page: OldPage, source: int, number: int) -> None:
    """A row like another: its height, its styles, its formulas as Excel copies them."""
    table = page.table
    if source in table.rows:
        table.rows[number] = Record(ROW, patched(table.rows[source].data, 0, "<H", number - 1))
    for unit in list(table.units.get(source, ())):
        table.add(number, emptied(unit, source, number))


def emptied(unit: Unit, source: int, number: int) -> Unit:
    """A unit as it is in a new row: formulas stay, of all else only the style."""
    if unit.kind == FORMULA:
        if any(one.kind == ARRAY for one in unit.records) or tokens_of(unit.data)[:1] == bytes([EXP]):
            raise unmovable("数组公式")
        data = with_tokens(unit.data, relocated(tokens_of(unit.data), number - source))
        behind = [one for one in unit.records[1:] if one.kind == STRING]
        return Unit(unit.first, unit.last, [Record(FORMULA, patched(data, 0, "<H", number - 1)), *behind])
    place = struct.pack("<HH", number - 1, unit.first)
    if unit.kind in SEVERAL:
        styles = [unit.style(at) for at in range(unit.first, unit.last + 1)]
        data = place + struct.pack(f"<{len(styles)}HH", *styles, unit.last)
        return Unit(unit.first, unit.last, [Record(MULBLANK, data)])
    return Unit(unit.first, unit.last, [Record(BLANK, place + struct.pack("<H", unit.style(unit.first)))])


def move_merges(records: Records, shift: Shift, step: int) -> Records:
    """Merges follow; they are written where the first of their records stood."""
    areas = merged(records)
    moved = [new for area in areas for new in moved_merge(area, shift.inserted, step)]
    if moved == areas:
        return records
    at = next(number for number, one in enumerate(records) if one.kind == MERGES)
    made = [merges_record(moved[start : start + MOST_MERGES]) for start in range(0, len(moved), MOST_MERGES)]
    return [*records[:at], *made, *(one for one in records[at:] if one.kind != MERGES)]


def merges_record(areas: list[Merge]) -> Record:
    """A record of merges."""
    told = (struct.pack("<4H", top - 1, bottom - 1, left, right) for top, left, bottom, right in areas)
    return Record(MERGES, struct.pack("<H", len(areas)) + b"".join(told))
