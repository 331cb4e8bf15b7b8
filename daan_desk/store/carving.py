"""Rows read straight out of a workspace's pages, each page for itself: what is left when the file is damaged.

A page is 4096 bytes under AES-256-CBC with its initialisation vector and an HMAC-SHA512 behind it (SQLCipher 4); the
first one begins with the 16 bytes that every workspace has before its key. Inside stand SQLite's own leaves of tables
(https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1).
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, MAC, VECTOR = 4096, 64, 16
USABLE = PAGE - MAC - VECTOR
HEAD = 16
LEAF = 0x0D
LOG_HEAD, FRAME_HEAD = 32, 24
FEWEST = (USABLE - 12) * 32 // 255 - 23  # of a row's bytes that stay on its leaf when the rest overflows
WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
Value = int | float | str | bytes | None


class Pages:
    """The pages of a file and its write-ahead log that prove themselves, by number; `damaged` are those that do not."""

    def __init__(self, path: Path, key: bytes, head: bytes) -> None:
        self._cipher = algorithms.AES(key)
        self._proof = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in head), 2, 32)
        self.damaged: set[int] = set()
        self._kept: dict[int, bytes] = {}
        raw = path.read_bytes()
        for at in range(0, len(raw) - len(raw) % PAGE, PAGE):
            self._add(at // PAGE + 1, raw[at : at + PAGE])
        log = path.with_name(path.name + "-wal")
        if log.is_file():
            self._add_log(log.read_bytes())

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(sorted(self._kept))

    def page(self, number: int) -> bytes | None:
        """The plain bytes of a page (of the first one with its head), None where it is damaged or missing."""
        raw = self._kept.get(number)
        if raw is None:
            return None
        first = HEAD if number == 1 else 0
        vector = raw[USABLE : USABLE + VECTOR]
        plain = Cipher(self._cipher, modes.CBC(vector)).decryptor().update(raw[first:USABLE])
        return bytes(first) + plain

    def _add(self, number: int, raw: bytes) -> None:
        first = HEAD if number == 1 else 0
        said = raw[first : USABLE + VECTOR] + struct.pack("<I", number)
        if hmac.compare_digest(hmac.new(self._proof, said, hashlib.sha512).digest(), raw[-MAC:]):
            self._kept[number] = raw
            self.damaged.discard(number)
        else:
            self.damaged.add(number)

    def _add_log(self, log: bytes) -> None:
        """The frames up to the last commit, newer over older; what was never committed does not count."""
        frames = []
        committed = 0
        salts = log[16:24]
        for at in range(LOG_HEAD, len(log) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
            number, size = struct.unpack_from(">II", log, at)
            if log[at + 8 : at + 16] != salts:
                break
            frames.append((number, log[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]))
            committed = len(frames) if size else committed
        for number, raw in frames[:committed]:
            before = self._kept.get(number)
            self._add(number, raw)
            if number in self.damaged and before is not None:
                self._kept.pop(number, None)  # an older page would say what is no longer so


def rows(pages: Pages) -> Iterator[tuple[Value, ...]]:
    """Every row of every leaf that can be read; rows whose overflow is lost are left out."""
    for number in pages.numbers:
        page = pages.page(number)
        if page is None:
            continue
        start = 100 if number == 1 else 0
        if page[start] != LEAF:
            continue
        for at in range(int.from_bytes(page[start + 3 : start + 5])):
            place = int.from_bytes(page[start + 8 + 2 * at : start + 10 + 2 * at])
            try:
                yield _record(_payload(pages, page, place))
            except (IndexError, ValueError, struct.error):
                continue


def _payload(pages: Pages, page: bytes, place: int) -> bytes:
    size, at = _varint(page, place)
    _, at = _varint(page, at)  # the row's number
    most = USABLE - 35
    if size <= most:
        return page[at : at + size]
    here = FEWEST + (size - FEWEST) % (USABLE - 4)
    here = here if here <= most else FEWEST
    parts, left = [page[at : at + here]], size - here
    following = int.from_bytes(page[at + here : at + here + 4])
    while left > 0:
        more = pages.page(following)
        if more is None:
            raise ValueError("the rest of the row is lost")
        parts.append(more[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
        following = int.from_bytes(more[:4])
    return b"".join(parts)


def _record(payload: bytes) -> tuple[Value, ...]:
    size, at = _varint(payload, 0)
    kinds = []
    while at < size:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


_CONSTANTS: Mapping[int, Value] = {0: None, 8: 0, 9: 1}


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in _CONSTANTS:
        return _CONSTANTS[kind], at
    if kind in WHOLE:
        return int.from_bytes(_bytes(payload, at, WHOLE[kind]), signed=True), at + WHOLE[kind]
    if kind == 7:
        return struct.unpack(">d", _bytes(payload, at, 8))[0], at + 8
    size = (kind - 12) // 2
    raw = _bytes(payload, at, size)
    return (raw.decode() if kind % 2 else raw), at + size


def _bytes(payload: bytes, at: int, size: int) -> bytes:
    if size < 0 or at + size > len(payload):
        raise ValueError("a row that is cut off")
    return payload[at : at + size]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
