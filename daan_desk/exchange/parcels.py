"""The exchange parcel as a file: written whole or not at all, read only when every byte of it is proved."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.merging import Entry
from daan_desk.domain.parcels import Known, Parcel, Places
from daan_desk.exchange.parcel_lines import TOO_MUCH, Line, deflated, entry_of, inflated, lines, origin_of
from daan_desk.exchange.sealing import ALTERED, MAGIC, opened, sealed
from daan_desk.placing import put_in_place

ENDING = ".daanx"
LARGEST_FILE = 64 * 2**20
NONE = Entry("", "", 0, "", 0, "", "", "", "", 0, {})


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written: how many entries and files, how large the file is, what was too large to come along."""

    file: Path
    changes: int
    files: int
    size: int
    left_out: tuple[str, ...] = ()


def write(to: Path, parcel: Parcel, password: str) -> Packed:
    """Write a parcel that only this password opens; `Trouble` where the place cannot be written to."""
    refuse_other(to)
    unfinished = to.with_name(to.name + ".unfinished")
    counted = _Counted(lines(parcel))
    try:
        with unfinished.open("wb") as file:
            for piece in sealed(deflated(counted), password):
                file.write(piece)
        put_in_place(unfinished, to)
    except OSError as error:
        raise Trouble(f"交换包没有写成：{to}。", "请检查磁盘空间、U盘和文件夹的写入权限，再试一次。") from error
    finally:
        _drop(unfinished)
    return Packed(to, len(parcel.entries), counted.files, to.stat().st_size, parcel.left_out)


def refuse_other(to: Path) -> None:
    """An older parcel may be replaced; whatever else has that name stays: a workspace, a backup, a folder."""
    try:
        beginning = _beginning(to) if to.is_file() else b""
    except OSError:
        return  # writing will say what is in the way
    if to.is_dir() or (beginning and beginning != MAGIC):
        raise Rejected({"to": f"“{to.name}”已经有了，而且不是交换包，不能覆盖它，请换一个文件名。"})


def _beginning(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(len(MAGIC))


def read(path: Path, password: str) -> Parcel:
    """The parcel in a file; `Rejected` beside a wrong password, `Trouble` where the file is not whole or no parcel."""
    found = _lines(path, password)
    head = next(found, None)
    try:
        if head is None or head[0] != "parcel":
            raise Trouble(*ALTERED)
        origin, known, left_out = origin_of(head), _known(head[8]), tuple(str(name)[:255] for name in head[9])
        entries, needs = tuple(_entries(found)), _needs(head)
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        raise Trouble(*ALTERED) from error
    return Parcel(origin, known, entries, left_out, needs, partial(_files, path, password))


def _lines(path: Path, password: str) -> Iterator[Line]:
    try:
        with path.open("rb") as file:
            yield from inflated(opened(file, password))
    except OSError as error:
        raise Trouble(f"读不了交换包“{path.name}”。", "请确认文件还在，U盘已插好，并且没有被别的程序打开。") from error


def _known(given: dict[str, list[list[object]]]) -> Known:
    known = {}
    for replica, tips in given.items():
        known[replica] = tuple((int(str(seq)), str(identity)) for seq, identity in tips)
    return known


def _needs(head: Line) -> Places | None:
    given = head[11] if len(head) > 11 else None
    return None if given is None else {str(one): (str(place[0]), int(place[1])) for one, place in given.items()}


def _entries(found: Iterator[Line]) -> Iterator[Entry]:
    """The entries, while the files behind them are only proved; they are read when they are asked for."""
    before, pieces = NONE, _Pieces()
    for line in found:
        if line[0] == "entry" and not pieces.begun:
            before = entry_of(line, before)
            yield before
        elif line[0] == "file":
            pieces.add(line)
        else:
            raise Trouble(*ALTERED)
    pieces.refuse_rest()


def _files(path: Path, password: str) -> Iterator[tuple[str, bytes]]:
    pieces = _Pieces()
    for line in _lines(path, password):
        if line[0] == "file" and pieces.add(line):
            yield pieces.digest, pieces.data


class _Pieces:
    """Puts the pieces of one file after the other together and proves each by its digest."""

    def __init__(self) -> None:
        self.begun, self.digest, self.data = False, "", b""
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, line: Line) -> bool:
        """Whether the file is whole with this piece."""
        _, digest, piece, last = line
        part = base64.b64decode(piece, validate=True)
        if self._parts and digest != self.digest:
            raise Trouble(*ALTERED)
        self.begun, self.digest = True, digest
        self._parts.append(part)
        self._size += len(part)
        if self._size > LARGEST_FILE:
            raise Trouble(*TOO_MUCH)
        if last:
            self.data, self._parts, self._size = b"".join(self._parts), [], 0
            if hashlib.sha256(self.data).hexdigest() != digest:
                raise Trouble(*ALTERED)
        return bool(last)

    def refuse_rest(self) -> None:
        if self._parts:
            raise Trouble(*ALTERED)


class _Counted:
    """Lines on their way, with a count of the files among them."""

    def __init__(self, found: Iterator[Line]) -> None:
        self._found = found
        self.files = 0

    def __iter__(self) -> Iterator[Line]:
        for line in self._found:
            self.files += line[0] == "file" and line[3]
            yield line


def _drop(unfinished: Path) -> None:
    if unfinished.exists():
        unfinished.unlink()
