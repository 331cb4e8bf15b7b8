"""Single records of a sheet in an old workbook, moved as rows are put in: each kind keeps its places elsewhere."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace

from daan_desk.exchange.xls_forms.records import CONDITION, CONDITION_PART, NOTE, OBJECT, RULE, TEXT_OBJECT, patched
from daan_desk.exchange.xls_forms.refusals import unmovable
from daan_desk.exchange.xls_forms.rules import rule
from daan_desk.exchange.xls_forms.tokens import Shift, shifted

BREAKS, LINK, LINK_TIP, READINGS, FEATURE = 0x1B, 0x1B8, 0x800, 0xEF, 0x868
CONDITION_12, CONDITION_12_PART, CONDITION_MORE = 0x879, 0x87A, 0x87B
COLOURED = frozenset({3, 4, 6})  # scales, bars and icons have formulas of their own, deep inside


def tokens_at(data: bytes, at: int, length: int, shift: Shift) -> bytes:
    """Content with the tokens in it moved."""
    return data[:at] + shifted(data[at : at + length], shift) + data[at + length :]


def area_at(data: bytes, at: int, shift: Shift, *, rule_of_cells: bool) -> bytes:
    """Content with one range in it moved; rules go on with the rows, single cells only move."""
    top, bottom = struct.unpack_from("<HH", data, at)
    return patched(data, at, "<HH", *shift.rows(top, bottom, single=top == bottom and not rule_of_cells))


def areas_at(data: bytes, at: int, shift: Shift) -> bytes:
    """Content with the ranges behind their count moved."""
    for number in range(min(struct.unpack_from("<H", data, at)[0], (len(data) - at - 2) // 8)):
        data = area_at(data, at + 2 + number * 8, shift, rule_of_cells=True)
    return data


def move_rule(data: bytes, shift: Shift) -> bytes:
    """A rule for typing: its ranges, and its formulas, which count from the first of its cells."""
    found = rule(data)
    count = struct.unpack_from("<H", data, found.ranges)[0]
    tops = [struct.unpack_from("<H", data, found.ranges + 2 + number * 8)[0] for number in range(count)]
    for at, length in found.formulas:
        data = tokens_at(data, at, length, replace(shift, base=min(tops, default=0)))
    return areas_at(data, found.ranges, shift)


def move_condition(data: bytes, shift: Shift) -> bytes:
    """Where a look that depends on values holds."""
    return areas_at(area_at(data, 4, shift, rule_of_cells=True), 12, shift)


def move_condition_part(data: bytes, shift: Shift) -> bytes:
    """The formulas of such a look, at the end of its record."""
    first, second = struct.unpack_from("<HH", data, 2)
    at = len(data) - first - second
    return tokens_at(tokens_at(data, at, first, shift), at + first, second, shift)


def move_condition_12(data: bytes, shift: Shift) -> bytes:
    """The same as Excel 2007 adds it: the range stands in the head, too."""
    data = area_at(area_at(data, 4, shift, rule_of_cells=True), 16, shift, rule_of_cells=True)
    return areas_at(data, 24, shift)


def move_condition_12_part(data: bytes, shift: Shift) -> bytes:
    """Its formulas behind the look."""
    if data[12] in COLOURED:
        raise unmovable("数据条、色阶或图标集")
    first, second = struct.unpack_from("<HH", data, 14)
    look = struct.unpack_from("<I", data, 18)[0]
    at = 22 + (look or 2)
    data = tokens_at(tokens_at(data, at, first, shift), at + first, second, shift)
    at += first + second
    data = tokens_at(data, at + 2, struct.unpack_from("<H", data, at)[0], shift)
    return area_at(data, 4, shift, rule_of_cells=True)


def move_breaks(data: bytes, shift: Shift) -> bytes:
    """Page breaks, by the first row behind each."""
    for at in range(2, len(data) - 5, 6):
        row = struct.unpack_from("<H", data, at)[0]
        data = patched(data, at, "<H", shift.inserted.row(row))
    return data


def move_object(data: bytes, shift: Shift) -> bytes:
    """A button, a box to tick, a list to choose from: the cells that it is linked with."""
    at = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        if kind in LINKED and at + 8 <= len(data) and struct.unpack_from("<H", data, at + 4)[0]:
            tokens = struct.unpack_from("<H", data, at + 6)[0] & 0x7FFF
            data = tokens_at(data, at + 12, tokens, shift)
        if kind in (0, CHOICES):
            return data
        at += 4 + length
    return data


CHOICES = 0x13
LINKED = frozenset({0x04, 0x09, 0x0E, 0x14, CHOICES})


def move_text_object(data: bytes, shift: Shift) -> bytes:
    """A box with words: the cell that it shows, where it shows one."""
    if len(data) < 24 or not struct.unpack_from("<H", data, 16)[0]:
        return data
    return tokens_at(data, 24, struct.unpack_from("<H", data, 18)[0] & 0x7FFF, shift)


def move_note(data: bytes, shift: Shift) -> bytes:
    """A remark."""
    row = struct.unpack_from("<H", data)[0]
    return patched(data, 0, "<H", shift.rows(row, row, single=True)[0])


def move_feature(data: bytes, shift: Shift) -> bytes:
    """Marks that Excel 2002 added: protected ranges, warnings that were waved away."""
    for number in range(min(struct.unpack_from("<H", data, 19)[0], (len(data) - 27) // 8)):
        data = area_at(data, 27 + number * 8, shift, rule_of_cells=True)
    return data


CHANGES: dict[int, Callable[[bytes, Shift], bytes]] = {
    RULE: move_rule,
    CONDITION: move_condition,
    CONDITION_PART: move_condition_part,
    CONDITION_12: move_condition_12,
    CONDITION_12_PART: move_condition_12_part,
    CONDITION_MORE: lambda data, shift: area_at(data, 4, shift, rule_of_cells=True),
    BREAKS: move_breaks,
    LINK: lambda data, shift: area_at(data, 0, shift, rule_of_cells=False),
    LINK_TIP: lambda data, shift: area_at(data, 2, shift, rule_of_cells=False),
    READINGS: lambda data, shift: areas_at(data, 4, shift),
    FEATURE: move_feature,
    OBJECT: move_object,
    TEXT_OBJECT: move_text_object,
    NOTE: move_note,
}
