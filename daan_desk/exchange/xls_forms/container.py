"""The compound file around an old workbook, written anew with one stream replaced and every other as it was."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from daan_desk.exchange.books.ole import CUTOFF, END, ENTRY, FREE, HEADER, ROOT, STREAM, Compound
from daan_desk.exchange.books.refusals import refusal

SECTOR, SMALL = 512, 64
FAT_SECTOR, DIFAT_SECTOR = 0xFFFFFFFD, 0xFFFFFFFC
IN_HEADER, PER_SECTOR = 109, SECTOR // 4
UNUSED = bytes(68) + struct.pack("<3I", FREE, FREE, FREE) + bytes(ENTRY - 80)


class Container(Compound):
    """A compound file that is going to be written again: its directory with all names and dates stays as it is."""

    def at_root(self) -> dict[str, int]:
        """The places in the directory of what lies in no folder: an embedded workbook has streams of the same names."""
        found: dict[str, int] = {}
        waiting, seen = [self._numbers(0)[2]], {FREE}
        while waiting:
            place = waiting.pop()
            if place in seen or (place + 1) * ENTRY > len(self.directory):
                continue
            seen.add(place)
            left, right, _ = self._numbers(place)
            waiting += [left, right]
            found[self._name(place)] = place
        return found

    def content(self, place: int) -> bytes:
        """The bytes of the stream at a place of the directory."""
        start, size = struct.unpack_from("<II", self.directory, place * ENTRY + 116)
        content = self._content(start, size)
        if len(content) < size:
            raise refusal("incomplete")
        return content

    def rewritten(self, replaced: Mapping[int, bytes]) -> bytes:
        """The whole file with other content at some places."""
        contents = {place: replaced[place] if place in replaced else self.content(place) for place in self._streams()}
        return packed(self._data[:HEADER], self.directory, contents)

    def _streams(self) -> Iterator[int]:
        return (at for at in range(len(self.directory) // ENTRY) if self.directory[at * ENTRY + 66] == STREAM)

    def _numbers(self, place: int) -> tuple[int, int, int]:
        if (place + 1) * ENTRY > len(self.directory):
            raise refusal("damaged")
        left, right, child = struct.unpack_from("<3I", self.directory, place * ENTRY + 68)
        return left, right, child

    def _name(self, place: int) -> str:
        (length,) = struct.unpack_from("<H", self.directory, place * ENTRY + 64)
        return self.directory[place * ENTRY : place * ENTRY + max(0, length - 2)].decode("utf-16-le", "replace")


class Sectors:
    """Blocks of one size in chains, with the table that says which one follows which."""

    def __init__(self, size: int) -> None:
        self.size, self.table, self.data = size, list[int](), bytearray()

    def add(self, content: bytes, filling: bytes = b"\0") -> int:
        """Put content at the end; answers its first block."""
        count = -(-len(content) // self.size)
        first = len(self.table)
        self.table += [first + number + 1 for number in range(count - 1)] + [END] * (count > 0)
        self.data += content + filling * ((count * self.size - len(content)) // len(filling))
        return first if count else END

    def add_marked(self, content: bytes, mark: int) -> list[int]:
        """Put content at the end in blocks that are no chain; answers all of them."""
        first = len(self.table)
        self.add(content)
        self.table[first:] = [mark] * (len(self.table) - first)
        return list(range(first, len(self.table)))


def packed(header: bytes, directory: bytes, contents: Mapping[int, bytes]) -> bytes:
    """A compound file of these streams, with blocks of 512 bytes."""
    large, small, entries = Sectors(SECTOR), Sectors(SMALL), bytearray(directory)
    for place, content in contents.items():
        start = (large if len(content) >= CUTOFF else small).add(content)
        struct.pack_into("<IQ", entries, place * ENTRY + 116, start, len(content))
    root = next(at for at in range(0, len(entries), ENTRY) if entries[at + 66] == ROOT)
    struct.pack_into("<IQ", entries, root + 116, large.add(bytes(small.data)), len(small.data))
    follows = large.add(struct.pack(f"<{len(small.table)}I", *small.table), struct.pack("<I", FREE))
    listed = large.add(bytes(entries), UNUSED)
    fat, difat = tables(large)
    made = bytearray(header)
    struct.pack_into("<HHHHH", made, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIII", made, 40, 0, len(fat), listed, 0, CUTOFF)
    struct.pack_into("<IIII", made, 60, follows, -(-len(small.table) // PER_SECTOR), (difat or [END])[0], len(difat))
    struct.pack_into(f"<{IN_HEADER}I", made, 76, *(fat + [FREE] * IN_HEADER)[:IN_HEADER])
    return bytes(made + large.data)


def tables(large: Sectors) -> tuple[list[int], list[int]]:
    """Put the table of blocks itself at the end, and what lists its blocks where the header has no room for them."""
    used = len(large.table)
    fats = difats = 0
    while (fats, difats) != (wanted := sizes(used + fats + difats)):
        fats, difats = wanted
    numbers = list(range(used + difats, used + difats + fats))
    more = numbers[IN_HEADER:]
    lists = [more[at : at + PER_SECTOR - 1] for at in range(0, len(more), PER_SECTOR - 1)]
    blocks = b"".join(
        struct.pack(
            f"<{PER_SECTOR}I", *(one + [FREE] * PER_SECTOR)[: PER_SECTOR - 1], used + at + 1 if at + 1 < difats else END
        )
        for at, one in enumerate(lists)
    )
    listing = large.add_marked(blocks, DIFAT_SECTOR)
    table = large.table + [FAT_SECTOR] * fats
    content = struct.pack(f"<{len(table)}I", *table)
    large.data += content + struct.pack("<I", FREE) * ((fats * SECTOR - len(content)) // 4)
    return numbers, listing


def sizes(blocks: int) -> tuple[int, int]:
    """How many blocks list so many blocks, and how many list those beyond the header's room."""
    fats = -(-blocks // PER_SECTOR)
    return fats, max(0, -(-(fats - IN_HEADER) // (PER_SECTOR - 1)))
