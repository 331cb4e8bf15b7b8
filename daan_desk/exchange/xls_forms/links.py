"""How formulas of an old workbook name its sheets and its names: by numbers, through lists that the whole book has."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from daan_desk.exchange.xls_forms.records import EXTERNSHEET, NAME, SUPBOOK, Record, Records, patched
from daan_desk.exchange.xls_forms.tokens import AREA_3D, NAMED, REF_3D, walk

OWN_BOOK = 0x0401
SHEET_OF_NAME = 8


def own_books(whole: Records) -> set[int]:
    """Which of the books that formulas may name is this one."""
    told = [one.data for one in whole if one.kind == SUPBOOK]
    return {at for at, data in enumerate(told) if len(data) == 4 and struct.unpack_from("<H", data, 2)[0] == OWN_BOOK}


def entries(whole: Records) -> list[tuple[int, int, int]]:
    """What the numbers in formulas mean: a book, a first and a last sheet."""
    found = []
    for one in whole:
        if one.kind == EXTERNSHEET:
            count = min(struct.unpack_from("<H", one.data)[0], (len(one.data) - 2) // 6)
            found += [struct.unpack_from("<3H", one.data, 2 + number * 6) for number in range(count)]
    return found


def meaning(whole: Records, sheet: int) -> frozenset[int]:
    """The numbers that mean one sheet of this book, and no other with it."""
    books = own_books(whole)
    return frozenset(
        at for at, (book, first, last) in enumerate(entries(whole)) if book in books and first == last == sheet
    )


@dataclass
class Renamed:
    """What numbers in the formulas of a copied sheet become: those of sheets, and those of names."""

    sheets: dict[int, int] = field(default_factory=dict)
    names: dict[int, int] = field(default_factory=dict)

    def tokens(self, tokens: bytes) -> bytes:
        """Tokens as the copy has them."""
        made = bytearray(tokens)
        for at, kind in walk(tokens):
            known: Mapping[int, int] = self.names if kind == NAMED else self.sheets
            if kind in (NAMED, REF_3D, AREA_3D):
                number = struct.unpack_from("<H", tokens, at + 1)[0]
                struct.pack_into("<H", made, at + 1, known.get(number, number))
        return bytes(made)

    def part(self, data: bytes, at: int, length: int) -> bytes:
        """Content with the tokens in it renamed."""
        return data[:at] + self.tokens(data[at : at + length]) + data[at + length :]


def add_sheet(whole: Records, old: int, new: int) -> Renamed:
    """Let formulas name another sheet, a copy of an old one; names of the old one alone are made again for it."""
    renamed = Renamed()
    books = own_books(whole)
    found = entries(whole)
    for number in sorted(meaning(whole, old)):
        renamed.sheets[number] = len(found)
        found.append((found[number][0], new, new))
    at = -1
    for place, one in enumerate(whole):
        if one.kind == SUPBOOK:
            at += 1
            if at in books:
                whole[place] = Record(SUPBOOK, patched(one.data, 0, "<H", new + 1))
        elif one.kind == EXTERNSHEET and renamed.sheets:
            told = b"".join(struct.pack("<3H", *entry) for entry in found)
            whole[place] = Record(EXTERNSHEET, struct.pack("<H", len(found)) + told)
    copy_names(whole, (old, new), renamed)
    return renamed


def copy_names(whole: Records, sheets: tuple[int, int], renamed: Renamed) -> None:
    """Names that hold for one sheet alone, made again for its copy behind all others."""
    old, new = sheets
    names = [at for at, one in enumerate(whole) if one.kind == NAME]
    own = [number for number, at in enumerate(names, 1) if of_sheet(whole[at].data) == old + 1]
    renamed.names |= {number: len(names) + place for place, number in enumerate(own, 1)}
    made = []
    for number in own:
        data = patched(whole[names[number - 1]].data, SHEET_OF_NAME, "<H", new + 1)
        made.append(Record(NAME, renamed.part(data, *tokens_of_name(data))))
    if made:
        whole[names[-1] + 1 : names[-1] + 1] = made


def tokens_of_name(name: bytes) -> tuple[int, int]:
    """Where the tokens of a name begin, behind its signs, and how long they are."""
    return 15 + name[3] * (2 if name[14] & 1 else 1), struct.unpack_from("<H", name, 4)[0]


def of_sheet(name: bytes) -> int:
    """The sheet, from 1, for which a name holds; 0 for all."""
    return int(struct.unpack_from("<H", name, SHEET_OF_NAME)[0])
