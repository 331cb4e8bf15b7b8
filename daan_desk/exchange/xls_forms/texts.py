"""Texts of an old workbook: how they are written, and the table that all cells share, to which new ones are added."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from daan_desk.exchange.xls_forms.records import CONTINUE, EOF, EXTSST, LONGEST, SST, Record, Records

WIDE, EXTENDED, RICH = 1, 4, 8
ROOM = 64  # so much of a block is kept free rather than begin a text in it


def read_text(data: bytes, at: int, size: int = 2) -> tuple[str, int]:
    """A text with its length in `size` bytes before it, and where it ends."""
    length = int.from_bytes(data[at : at + size], "little")
    return read_signs(data, at + size, length)


def read_signs(data: bytes, at: int, length: int) -> tuple[str, int]:
    """So many signs behind the byte that says how wide they are, and where they end."""
    wide = data[at] & WIDE
    end = at + 1 + length * (2 if wide else 1)
    return data[at + 1 : end].decode("utf-16-le" if wide else "latin-1", "replace"), end


def signs(text: str) -> tuple[int, bytes]:
    """Whether a text needs two bytes a sign, and its bytes."""
    try:
        return 0, text.encode("latin-1")
    except UnicodeEncodeError:
        return WIDE, text.encode("utf-16-le")


class Reader:
    """Reads on over the ends of records, as the shared texts lie in them."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces, self.piece, self.at = pieces, 0, 0

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.pieces[self.piece]) and self.piece + 1 >= len(self.pieces)

    def turn(self) -> None:
        """Go on in the next record; `IndexError` where there is none."""
        self.piece, self.at = self.piece + 1, 0
        if self.piece >= len(self.pieces):
            raise IndexError

    def skip(self, count: int) -> None:
        """Pass over bytes."""
        while count:
            if self.at >= len(self.pieces[self.piece]):
                self.turn()
            taken = min(count, len(self.pieces[self.piece]) - self.at)
            self.at, count = self.at + taken, count - taken

    def number(self, form: str) -> int:
        """A number that lies in one record."""
        if self.at >= len(self.pieces[self.piece]):
            self.turn()
        found: int = struct.unpack_from(form, self.pieces[self.piece], self.at)[0]
        self.at += struct.calcsize(form)
        return found

    def skip_signs(self, count: int, wide: int) -> None:
        """Pass over signs; a record that begins amid them says first how wide they are from there on."""
        while count:
            if self.at >= len(self.pieces[self.piece]):
                self.turn()
                wide = self.number("<B") & WIDE
            size = 2 if wide else 1
            taken = max(1, min(count, (len(self.pieces[self.piece]) - self.at) // size))
            self.at, count = self.at + taken * size, count - taken

    def skip_text(self) -> None:
        """Pass over one text with its typefaces and its reading."""
        count, flags = self.number("<H"), self.number("<B")
        runs = self.number("<H") if flags & RICH else 0
        more = self.number("<I") if flags & EXTENDED else 0
        self.skip_signs(count, flags & WIDE)
        self.skip(runs * 4 + more)


def counted(pieces: Sequence[bytes]) -> int:
    """How many texts a table really has, whatever it says."""
    reader, count = Reader([pieces[0][8:], *pieces[1:]]), 0
    try:
        while not reader.is_done:
            reader.skip_text()
            count += 1
    except (IndexError, struct.error):
        return count
    return count


class Texts:
    """The texts that cells share. New ones go behind those that are there, which stay as they are."""

    def __init__(self, whole: Records) -> None:
        at = table_of(whole)
        self.pieces = [] if at is None else [whole[at].data, *following(whole, at)]
        self.known = counted(self.pieces) if self.pieces else 0
        self.new: dict[str, int] = {}
        self.uses = 0

    def place(self, text: str) -> int:
        """The number under which cells name a text."""
        self.uses += 1
        return self.new.setdefault(text, self.known + len(self.new))

    def enter(self, whole: Records) -> None:
        """Put the new texts into the book."""
        if not self.new:
            return
        at = table_of(whole)
        if at is None:
            at = next(place for place, one in enumerate(whole) if one.kind in (EXTSST, EOF))
            whole.insert(at, Record(SST, bytes(8)))
        used = struct.unpack_from("<I", whole[at].data)[0] + self.uses
        whole[at] = Record(SST, struct.pack("<II", used, self.known + len(self.new)) + whole[at].data[8:])
        behind = at + max(1, len(self.pieces))
        whole[behind:behind] = [Record(CONTINUE, block) for block in blocks(self.new)]


def table_of(whole: Records) -> int | None:
    """Where the table of texts begins."""
    return next((at for at, one in enumerate(whole) if one.kind == SST), None)


def following(whole: Records, at: int) -> list[bytes]:
    """The records in which a long one goes on."""
    found = []
    for one in whole[at + 1 :]:
        if one.kind != CONTINUE:
            break
        found.append(one.data)
    return found


def blocks(texts: Sequence[str] | dict[str, int]) -> list[bytes]:
    """Texts in blocks as long as records may be; one that does not fit goes on in the next, which says how wide."""
    made = [bytearray()]
    for text in texts:
        wide, content = signs(text)
        if len(made[-1]) + ROOM > LONGEST:
            made.append(bytearray())
        made[-1] += struct.pack("<HB", len(content) // (1 + wide), wide)
        while content:
            room = (LONGEST - len(made[-1])) // 2 * 2
            if not room:
                made.append(bytearray([wide]))
                continue
            made[-1] += content[:room]
            content = content[room:]
    return [bytes(block) for block in made if block]
