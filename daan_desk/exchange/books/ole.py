"""The old compound file that holds .xls workbooks: just enough to list its streams and take one out."""

from __future__ import annotations

import struct

from daan_desk.exchange.books.refusals import refusal

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
HEADER, ENTRY = 512, 128
CUTOFF = 4096  # smaller streams lie in small blocks
STORAGE, STREAM, ROOT = 1, 2, 5


class Compound:
    """The streams of a compound file by name; chains that run in circles or out of the file are cut off."""

    def __init__(self, data: bytes) -> None:
        if len(data) < HEADER * 2:
            raise refusal("incomplete")
        self._data = data
        shift, mini = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini != 6:
            raise refusal("damaged")
        self._size = 1 << shift
        self._fat = self._table(self._fat_sectors())
        self.directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._directory = self._entries(self.directory)
        self._small_fat = self._table(self._sectors(struct.unpack_from("<I", data, 60)[0]))

    def names(self) -> tuple[str, ...]:
        """The names of all streams and storages."""
        return tuple(name for name, *_ in self._directory)

    def stream(self, name: str) -> bytes:
        """A stream's bytes; b"" when there is none of that name."""
        for found, kind, start, size in self._directory:
            if found == name and kind == STREAM:
                return self._content(start, size)
        return b""

    def _content(self, start: int, size: int) -> bytes:
        return self._small(start, size) if size < CUTOFF else self._chain(start)[:size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _fat_sectors(self) -> list[int]:
        found = list(struct.unpack_from("<109I", self._data, 76))
        following, seen = struct.unpack_from("<I", self._data, 68)[0], set()
        while following < END - 2 and following not in seen:
            seen.add(following)
            block = self._sector(following)
            if len(block) < self._size:
                break
            *more, following = struct.unpack(f"<{self._size // 4}I", block)
            found += more
        return [number for number in found if number < END - 2]

    def _table(self, sectors: list[int]) -> list[int]:
        block = b"".join(self._sector(number) for number in sectors)
        return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))

    def _sectors(self, start: int) -> list[int]:
        chain: list[int] = []
        most = len(self._data) // self._size + 1
        while start < len(self._fat) and len(chain) < most:
            chain.append(start)
            start = self._fat[start]
        return chain

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._sectors(start))

    def _entries(self, directory: bytes) -> list[tuple[str, int, int, int]]:
        entries = []
        for at in range(0, len(directory) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            start, size = struct.unpack_from("<II", directory, at + 116)
            if kind in (STORAGE, STREAM, ROOT) and 2 <= length <= 64:
                name = directory[at : at + length - 2].decode("utf-16-le", "replace")
                entries.append((name, kind, start, size))
        return entries

    def _small(self, start: int, size: int) -> bytes:
        root = next((entry for entry in self._directory if entry[1] == ROOT), None)
        if root is None:
            return b""
        block = self._chain(root[2])
        pieces: list[bytes] = []
        while start < len(self._small_fat) and len(pieces) * 64 < size:
            pieces.append(block[start * 64 : start * 64 + 64])
            start = self._small_fat[start]
        return b"".join(pieces)[:size]
