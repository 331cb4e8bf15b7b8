"""A zip archive opened with care: bombs, encrypted, truncated and damaged ones are turned away before they cost."""

from __future__ import annotations

import io
import zipfile
import zlib

from daan_desk.exchange.books.refusals import refusal

MOST_ENTRIES = 50_000
LARGEST_SUM = 900_000_000
SUSPICIOUS_SIZE, SUSPICIOUS_RATIO = 48_000_000, 150
MEDIA = ("media/", "Pictures/", "Thumbnails/", "embeddings/")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError, OSError, RuntimeError)


class Archive:
    """The parts of a zip archive; every one is checked against its checksum as it is read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except BROKEN as why:
            raise refusal("damaged" if b"PK\x05\x06" in data[-66_000:] else "incomplete") from why
        self._entries = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}
        self._refuse_bombs(entries)

    @staticmethod
    def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
        wanted = [entry for entry in entries if not any(place in entry.filename for place in MEDIA)]
        if len(entries) > MOST_ENTRIES:
            raise refusal("large")
        for entry in wanted:
            if entry.file_size > SUSPICIOUS_SIZE and entry.file_size > SUSPICIOUS_RATIO * max(entry.compress_size, 1):
                raise refusal("bomb")
        if sum(entry.file_size for entry in wanted) > LARGEST_SUM:
            raise refusal("large")
        if any(entry.flag_bits & 1 for entry in wanted):
            raise refusal("encrypted")

    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def has_part_in(self, folder: str) -> bool:
        """Whether there is anything in that folder."""
        return any(name.startswith(folder) for name in self._entries)

    def read(self, name: str) -> bytes:
        """A part's bytes; b"" when there is no such part, `Trouble` when it is damaged."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        try:
            return self._zip.read(entry)
        except BROKEN as why:
            raise refusal("damaged") from why
