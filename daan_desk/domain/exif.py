"""What a camera wrote into a picture (Exif 2.3, TIFF 6.0): when it was taken; where it was taken is blanked out."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

# Where such a block begins: in JPEG and HEIC, in PNG, in WebP; a TIFF file is one itself.
HEADER = re.compile(rb"(?:Exif\x00\x00|eXIf|EXIF.{4}|\A)(?=II\*\x00|MM\x00\*)", re.DOTALL)
SPOKEN = re.compile(rb'exif:GPS\w+="[^"<>]{0,80}"|(?<=<)exif:GPS(\w+)>[^<>]{0,80}</exif:GPS\1(?=>)')
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8}
CAMERA, POSITION, CHANGED, TAKEN = 0x8769, 0x8825, 0x0132, 0x9003
MOST = 512  # entries of one directory; more is no directory
STAMP = "%Y:%m:%d %H:%M:%S"


class Entry(NamedTuple):
    """One entry of a directory: where it stands in the file, its tag, where its value stands and how long that is."""

    at: int
    tag: int
    value: int
    size: int


class _Block:
    """One TIFF block inside a file; offsets in it count from its beginning."""

    def __init__(self, data: bytes | bytearray, start: int) -> None:
        self.data, self.start = data, start
        self.order = "<" if data[start : start + 2] == b"II" else ">"

    def number(self, form: str, at: int) -> int:
        """A number there; 0 behind the file's end."""
        if at < 0 or at + struct.calcsize(form) > len(self.data):
            return 0
        found: int = struct.unpack_from(self.order + form, self.data, at)[0]
        return found

    def first(self) -> list[Entry]:
        """The entries of the main directory."""
        return self.entries(self.number("I", self.start + 4))

    def entries(self, offset: int) -> list[Entry]:
        """The entries of a directory; none where there is none."""
        at = self.start + offset
        count = self.number("H", at)
        if not offset or count > MOST or at + 2 + 12 * count > len(self.data):
            return []
        return [self._entry(at + 2 + 12 * number) for number in range(count)]

    def _entry(self, at: int) -> Entry:
        size = SIZES.get(self.number("H", at + 2), 1) * self.number("I", at + 4)
        value = at + 8 if size <= 4 else self.start + self.number("I", at + 8)
        return Entry(at, self.number("H", at), value, size)

    def inside(self, entries: list[Entry], tag: int) -> list[Entry]:
        """The entries of the directory that an entry of that tag leads to."""
        for entry in entries:
            if entry.tag == tag:
                return self.entries(self.number("I", entry.at + 8))
        return []

    def words(self, entries: list[Entry], tag: int) -> str:
        """The text of that tag, "" where it is not there."""
        found = next((bytes(self.data[e.value : e.value + e.size]) for e in entries if e.tag == tag), b"")
        return found.split(b"\x00")[0].decode("ascii", "replace").strip()


def _blocks(data: bytes | bytearray) -> Iterator[_Block]:
    return (_Block(data, found.end()) for found in HEADER.finditer(data))


def taken(data: bytes) -> datetime | None:
    """When the picture was taken by the camera's clock, None where it does not say. The first 256 KB suffice."""
    for block in _blocks(data):
        main = block.first()
        for words in (block.words(block.inside(main, CAMERA), TAKEN), block.words(main, CHANGED)):
            try:
                return datetime.strptime(words, STAMP)  # noqa: DTZ007  a camera's clock knows no zone
            except ValueError:
                continue
    return None


def located(data: bytes) -> bool:
    """Whether the file says where the picture was taken."""
    spots = any(block.inside(block.first(), POSITION) for block in _blocks(data))
    return spots or SPOKEN.search(data) is not None


def without_location(data: bytes) -> bytes:
    """The same file, byte for byte, but where it says at which place it was taken there is nothing."""
    if not located(data):
        return data
    cleaned = bytearray(SPOKEN.sub(_silenced, data))
    for block in _blocks(bytes(cleaned)):
        inner = _Block(cleaned, block.start)
        spots = inner.inside(inner.first(), POSITION)
        for entry in spots:
            _blank(cleaned, entry.value, entry.size)
            _blank(cleaned, entry.at, 12)
        if spots:
            _blank(cleaned, spots[0].at - 2, 2)  # a directory without entries
    return bytes(cleaned)


def _silenced(found: re.Match[bytes]) -> bytes:
    """As many blanks; <exif:GPSLatitude>29,20N</…> keeps its tags and loses what stands between them."""
    words = found[0]
    if found[1] is None:
        return b" " * len(words)
    opening, closing = words.index(b">") + 1, words.rindex(b"</")
    return words[:opening] + b" " * (closing - opening) + words[closing:]


def _blank(data: bytearray, at: int, size: int) -> None:
    end = min(at + size, len(data))
    if 0 <= at < end:
        data[at:end] = bytes(end - at)
