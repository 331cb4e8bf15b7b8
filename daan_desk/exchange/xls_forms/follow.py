"""What else in an old workbook speaks of a sheet that grew: rules, looks, links, remarks, breaks, names, charts."""

from __future__ import annotations

import struct
from dataclasses import replace

from daan_desk.exchange.xls_forms import drawings
from daan_desk.exchange.xls_forms.links import tokens_of_name
from daan_desk.exchange.xls_forms.moves import CHANGES, CONDITION_12, move_object, tokens_at
from daan_desk.exchange.xls_forms.records import (
    ARRAY,
    BOF,
    CHART_RANGE,
    CONDITION,
    EOF,
    FORMULA,
    NAME,
    OBJECT,
    Record,
    Records,
)
from daan_desk.exchange.xls_forms.refusals import unmovable
from daan_desk.exchange.xls_forms.rows import moved_formula, moved_partner
from daan_desk.exchange.xls_forms.tokens import ROW_IS_RELATIVE, Shift, walk

FUTURE, NAMES_CELLS = 0x850, 1  # newer records say in their head whether they are about cells
# What nobody can move, as an officer calls it.
BOUND = {
    **dict.fromkeys((0xB0, 0xB1, 0xB4, 0xB5, 0xB6), "数据透视表"),
    **dict.fromkeys((0x871, 0x872, 0x877, 0x878), "智能表格"),
    0xAE: "方案",
    0xAF: "方案",
    0x50: "合并计算",
    0x51: "合并计算",
    0x1AA: "自定义视图",
    0x86C: "监视窗口",
    0x1AD: "外部数据",
    0x801: "外部数据",
    0x802: "外部数据",
    0x803: "外部数据",
    0x895: "排序设置",
}
AREA_LABELS = 0x15F


def follow_sheet(records: Records, shift: Shift) -> Records:
    """The records of the grown sheet beside its cells; `Trouble` for what cannot follow."""
    made: Records = []
    depth, base = 0, shift
    for one in records:
        depth += (one.kind == BOF) - (one.kind == EOF)
        if depth > 1 or one.kind == CHART_RANGE:
            made.append(follow_chart(one, shift))
            continue
        if one.kind in (CONDITION, CONDITION_12):
            at = 4 if one.kind == CONDITION else 16
            base = replace(shift, base=struct.unpack_from("<H", one.data, at)[0])
        change = CHANGES.get(one.kind)
        made.append(Record(one.kind, change(one.data, base)) if change else passed(one))
    return drawings.moved(made, shift.inserted)


def passed(one: Record) -> Record:
    """A record that speaks of no rows; `Trouble` where it does and nobody knows how."""
    if one.kind in BOUND:
        raise unmovable(BOUND[one.kind])
    if one.kind == AREA_LABELS and any(one.data):
        raise unmovable("区域标签")
    if one.kind >= FUTURE and len(one.data) >= 4 and struct.unpack_from("<H", one.data, 2)[0] & NAMES_CELLS:
        raise unmovable("本程序不认识的设置")
    return one


def follow_chart(one: Record, shift: Shift) -> Record:
    """The range that a chart draws."""
    if one.kind != CHART_RANGE or len(one.data) < 8:
        return one
    length = struct.unpack_from("<H", one.data, 6)[0]
    return Record(CHART_RANGE, tokens_at(one.data, 8, length, replace(shift, own=False)))


def follow_name(one: Record, shift: Shift) -> Record:
    """A name, a print area, print titles, a filter."""
    if one.kind != NAME:
        return one
    at, length = tokens_of_name(one.data)
    tokens = one.data[at : at + length]
    if any(kind in PLACED and counts_from_a_cell(tokens, start, kind) for start, kind in walk(tokens)):
        return one
    return Record(NAME, tokens_at(one.data, at, length, replace(shift, own=False)))


PLACED = {0x3A: 5, 0x3B: 7}  # where the column with its marks stands behind a token that names a sheet


def counts_from_a_cell(tokens: bytes, at: int, kind: int) -> bool:
    """Whether a name's place is told from the cell in which the name is used."""
    return bool(struct.unpack_from("<H", tokens, at + PLACED[kind])[0] & ROW_IS_RELATIVE)


def follow_elsewhere(one: Record, shift: Shift) -> Record:
    """A record of another sheet."""
    elsewhere = replace(shift, own=False)
    if one.kind == OBJECT:
        return Record(OBJECT, move_object(one.data, elsewhere))
    if one.kind in (FORMULA, ARRAY):
        return moved_formula([one], elsewhere)[0] if one.kind == FORMULA else moved_partner(one, elsewhere)
    return follow_chart(one, shift)
