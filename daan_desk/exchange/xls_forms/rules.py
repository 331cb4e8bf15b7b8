"""Rules for what may be typed into cells, and for how cells look: where their ranges and formulas stand."""

from __future__ import annotations

import struct
from typing import NamedTuple

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.xls_forms.texts import read_signs, read_text
from daan_desk.exchange.xls_forms.tokens import STR

LIST = 3
IN_THE_RULE = 0x80  # the list stands in the rule itself, its words apart by zeros
TEXTS = 4


class Rule(NamedTuple):
    """Where the parts of a rule lie: two formulas (where, how long) and the count of its ranges."""

    formulas: tuple[tuple[int, int], tuple[int, int]]
    ranges: int


def rule(data: bytes) -> Rule:
    """Find the parts of a rule for typing, behind its flags and its four texts."""
    at = 4
    for _ in range(TEXTS):
        _, at = read_text(data, at)
    first = struct.unpack_from("<H", data, at)[0]
    second = struct.unpack_from("<H", data, at + 4 + first)[0]
    return Rule(((at + 4, first), (at + 8 + first, second)), at + 8 + first + second)


def ranges(data: bytes, at: int) -> list[Merge]:
    """The ranges behind their count."""
    count = min(struct.unpack_from("<H", data, at)[0], (len(data) - at - 2) // 8)
    found = (struct.unpack_from("<4H", data, at + 2 + number * 8) for number in range(count))
    return [Merge(top + 1, left, bottom + 1, right) for top, bottom, left, right in found]


def choices(data: bytes, row: int, at: int) -> tuple[str, ...] | None:
    """The words of a list for a cell; () where it stands elsewhere, None where the rule is not about the cell."""
    try:
        found = rule(data)
        (flags,) = struct.unpack_from("<I", data)
        covered = any(area.covers(row, at) for area in ranges(data, found.ranges))
        if flags & 0xF != LIST or not covered:
            return None
        start, length = found.formulas[0]
        if not flags & IN_THE_RULE or not length or data[start] != STR:
            return ()
        words, _ = read_signs(data, start + 2, data[start + 1])
        return tuple(words.split("\0"))
    except (IndexError, struct.error):
        return None
