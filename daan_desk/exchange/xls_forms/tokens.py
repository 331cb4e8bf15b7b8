"""Formulas of an old workbook: the tokens that name cells are found and moved, all others stay as they are."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.xls_forms.refusals import unmovable

REF, AREA, REF_N, AREA_N, REF_3D, AREA_3D = 0x24, 0x25, 0x2C, 0x2D, 0x3A, 0x3B
EXP, TBL, STR, EXTEND, ATTR, MEM_AREA, NAMED, INTEGER, FUNC_VAR = 0x01, 0x02, 0x17, 0x18, 0x19, 0x26, 0x23, 0x1E, 0x22
CHOOSE, SUMMED, SPACE = 0x04, 0x10, 0x40
SUM, SUBTOTAL = 4, 344
ROW_IS_RELATIVE, COLUMN_IS_RELATIVE = 0x8000, 0x4000
LAST_ROW = 0xFFFF
# The bytes behind a token, by its class-less kind.
SIZES = dict.fromkeys(range(0x03, 0x17), 0)
SIZES |= {EXP: 4, TBL: 4, 0x1C: 1, 0x1D: 1, INTEGER: 2, 0x1F: 8, 0x20: 7, 0x21: 2, FUNC_VAR: 3, NAMED: 4, REF: 4}
SIZES |= {AREA: 8, MEM_AREA: 6, 0x27: 6, 0x28: 6, 0x29: 2, 0x2A: 4, 0x2B: 8, REF_N: 4, AREA_N: 8, 0x2E: 2, 0x2F: 2}
SIZES |= {0x39: 6, REF_3D: 6, AREA_3D: 10, 0x3C: 6, 0x3D: 10}
PLACES = {REF: 0, AREA: 0, REF_N: 0, AREA_N: 0, REF_3D: 2, AREA_3D: 2}  # how far behind the token its rows stand
AREAS = frozenset({AREA, AREA_N, AREA_3D})


def walk(tokens: bytes) -> Iterator[tuple[int, int]]:
    """Where every token begins, and its kind; `Trouble` for what nobody can read."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        kind = token if token < 0x20 else (token & 0x1F) | 0x20
        size = size_of(tokens, at, kind)
        if at + 1 + size > len(tokens):
            raise unmovable("读不懂的公式")
        yield at, kind
        at += 1 + size


def size_of(tokens: bytes, at: int, kind: int) -> int:
    """The bytes behind a token."""
    if kind == STR and at + 2 < len(tokens):
        return 2 + tokens[at + 1] * (2 if tokens[at + 2] & 1 else 1)
    if kind == ATTR and at + 3 < len(tokens):
        cases: int = struct.unpack_from("<H", tokens, at + 2)[0]
        return 3 + (2 * cases + 2 if tokens[at + 1] & CHOOSE else 0)
    if kind not in SIZES:
        raise unmovable("读不懂的公式")
    return SIZES[kind]


@dataclass(frozen=True, slots=True)
class Shift:
    """What rows that are put in do to tokens.

    own: the tokens stand on the sheet that grew. sheets: the numbers under which tokens of any sheet mean that sheet.
    grows: ranges that end with the block grow. base: the row, from 0, from which a rule counts; None: from none.
    """

    inserted: Inserted
    sheets: frozenset[int]
    own: bool = True
    grows: bool = True
    base: int | None = None

    def rows(self, top: int, bottom: int, *, single: bool = False) -> tuple[int, int]:
        """Where rows, counted from 0, stand now; whole columns stay whole."""
        new_top, new_bottom = self.inserted.rows(top + 1, bottom + 1, grows=self.grows and not single)
        return new_top - 1, LAST_ROW if bottom == LAST_ROW and not single else new_bottom - 1

    def concerns(self, tokens: bytes, at: int, kind: int) -> bool:
        """Whether a token speaks of the sheet that grew."""
        if kind in (REF_3D, AREA_3D):
            return bool(struct.unpack_from("<H", tokens, at + 1)[0] in self.sheets)
        return self.own and kind in PLACES


def shifted(tokens: bytes, shift: Shift) -> bytes:
    """Tokens after rows were put in: as many bytes as before."""
    made = bytearray(tokens)
    for at, kind in walk(tokens):
        if kind in (EXTEND, MEM_AREA) and shift.own:
            raise unmovable("本程序挪不动的公式")
        if shift.concerns(tokens, at, kind):
            move(made, at + 1 + PLACES[kind], kind, shift)
    return bytes(made)


def move(made: bytearray, at: int, kind: int, shift: Shift) -> None:
    """The rows of one token."""
    if kind not in AREAS:
        row, column = struct.unpack_from("<HH", made, at)
        top = origin(row, column, kind, shift)
        if top is not None:
            struct.pack_into("<H", made, at, counted_from(shift.rows(top, top, single=True)[0], column, kind, shift))
        return
    first, last, left, right = struct.unpack_from("<HHHH", made, at)
    top, bottom = origin(first, left, kind, shift), origin(last, right, kind, shift)
    if top is not None and bottom is not None:
        rows = shift.rows(top, bottom)
        new = (counted_from(row, column, kind, shift) for row, column in zip(rows, (left, right), strict=True))
        struct.pack_into("<HH", made, at, *new)


def origin(row: int, column: int, kind: int, shift: Shift) -> int | None:
    """The row that a token means; None where it counts from a cell that nobody knows."""
    if kind in (REF_N, AREA_N) and column & ROW_IS_RELATIVE:
        return None if shift.base is None else (row + shift.base) & LAST_ROW
    return row


def counted_from(row: int, column: int, kind: int, shift: Shift) -> int:
    """A row as the token has it: as it stands, or how far it is from where its rule stands now."""
    if kind in (REF_N, AREA_N) and column & ROW_IS_RELATIVE and shift.base is not None:
        return (row - (shift.inserted.row(shift.base + 1) - 1)) & LAST_ROW
    return row


def relative(tokens: bytes, change: Callable[[int, int, int], tuple[int, int]], kinds: frozenset[int]) -> bytes:
    """Every place of some kinds changed by itself. change: kind, row, column with its marks → row, column."""
    made = bytearray(tokens)
    for at, kind in walk(tokens):
        if kind not in kinds:
            continue
        start = at + 1 + PLACES[kind]
        ends = 2 if kind in AREAS else 1
        numbers = struct.unpack_from(f"<{ends * 2}H", made, start)
        new = [change(kind, numbers[end], numbers[end + ends]) for end in range(ends)]
        struct.pack_into(f"<{ends * 2}H", made, start, *(one[0] for one in new), *(one[1] for one in new))
        if kind in (REF_N, AREA_N):
            made[at] -= REF_N - REF
    return bytes(made)


def relocated(tokens: bytes, down: int) -> bytes:
    """Tokens as Excel copies them into a row further down."""

    def change(_: int, row: int, column: int) -> tuple[int, int]:
        return ((row + down) & LAST_ROW if column & ROW_IS_RELATIVE else row), column

    return relative(tokens, change, frozenset({REF, AREA, REF_3D, AREA_3D}))


def unshared(tokens: bytes, row: int, at: int) -> bytes:
    """Tokens that many cells share, as one cell (from 0) has them alone."""

    def change(_: int, down: int, column: int) -> tuple[int, int]:
        right = (column + at) & 0xFF if column & COLUMN_IS_RELATIVE else column & 0xFF
        return ((down + row) & LAST_ROW if column & ROW_IS_RELATIVE else down), (column & 0xC000) | right

    return relative(tokens, change, frozenset({REF_N, AREA_N}))


def summands(tokens: bytes) -> list[Merge] | None:
    """What a formula adds up, where it is nothing but a sum on its own sheet."""
    found = list(walk(tokens))
    if tokens[:3] in (struct.pack("<BH", INTEGER, 9), struct.pack("<BH", INTEGER, 109)):
        found, wanted = found[1:], SUBTOTAL
    else:
        wanted = SUM
    inside = [one for one in found if one[1] in (REF, AREA)]
    signs = [one for one in found if one[1] not in (REF, AREA) and not is_space(tokens, *one)]
    if len(signs) != 1 or found[-1] != signs[0] or not adds(tokens, *signs[0], wanted):
        return None
    areas = (area_of(tokens, *one) for one in inside)
    return [area for area in areas if area.bottom - area.top < LAST_ROW]


def is_space(tokens: bytes, at: int, kind: int) -> bool:
    """Whether a token only remembers how the formula was typed."""
    return kind == ATTR and bool(tokens[at + 1] & SPACE)


def adds(tokens: bytes, at: int, kind: int, wanted: int) -> bool:
    """Whether a token adds up what stands before it."""
    if kind == ATTR:
        return bool(tokens[at + 1] & SUMMED) and wanted == SUM
    return kind == FUNC_VAR and bool(struct.unpack_from("<H", tokens, at + 2)[0] & 0x7FFF == wanted)


def area_of(tokens: bytes, at: int, kind: int) -> Merge:
    """The cells that a token names."""
    if kind == REF:
        row, column = struct.unpack_from("<HH", tokens, at + 1)
        return Merge(row + 1, column & 0xFF, row + 1, column & 0xFF)
    top, bottom, left, right = struct.unpack_from("<HHHH", tokens, at + 1)
    return Merge(top + 1, left & 0xFF, bottom + 1, right & 0xFF)


def sum_of(at: int, first: int, last: int) -> bytes:
    """The tokens of a sum over rows (from 1) of one column."""
    column = at | ROW_IS_RELATIVE | COLUMN_IS_RELATIVE
    return struct.pack("<BHHHHBBH", AREA, first - 1, last - 1, column, column, ATTR, SUMMED, 0)
