"""A disk under watch: every step that SQLite and Python take on files in one folder, each of which can be made to fail.

A step is what a power cut or a fault of the disk can come before: opening a new file, a write, a cut, a sync, a new
name, a deletion. What is merely read is a step only where reading shall fail.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults import vfs

IGNORED = ("-shm", ".lock")  # shared memory, and an empty file: neither holds anything
READ_ERROR, WRITE_ERROR, SYNC_ERROR, FULL = 266, 778, 1034, 13  # SQLITE_IOERR_READ, …_WRITE, …_FSYNC, SQLITE_FULL


@dataclass(frozen=True)
class Step:
    """One step: `kind` is create, write, cut, sync, folder, move, gone or told (an acknowledgement)."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""
    to: str = ""


Fault = Callable[[Step], str]  # "" where the step goes well, else "error" or "full"


def healthy(_: Step) -> str:
    """A disk on which everything goes well."""
    return ""


@dataclass
class Disk:
    """The steps so far, and which of the coming ones fail."""

    room: Path
    fault: Fault = healthy
    steps: list[Step] = field(default_factory=list)
    reading: bool = False

    def tell(self) -> None:
        """Note that somebody was told: from here on it is acknowledged."""
        self.steps.append(Step("told"))

    def ours(self, path: str) -> bool:
        """Whether a file is watched."""
        return Path(path).is_relative_to(self.room) and not path.endswith(IGNORED)

    # What SQLite does.

    def opened(self, path: str, real: vfs.Action) -> int:
        return real() if Path(path).exists() else self._carried(Step("create", path), WRITE_ERROR, real)

    def read(self, path: str, real: vfs.Action) -> int:
        if self.reading and self.ours(path) and self.fault(Step("read", path)):
            return READ_ERROR
        return real()

    def wrote(self, path: str, at: int, data: bytes, real: vfs.Action) -> int:
        return self._carried(Step("write", path, at, data), WRITE_ERROR, real)

    def cut(self, path: str, size: int, real: vfs.Action) -> int:
        return self._carried(Step("cut", path, size), WRITE_ERROR, real)

    def synced(self, path: str, real: vfs.Action) -> int:
        answer = self._carried(Step("sync", path), SYNC_ERROR, real)
        if answer == vfs.OK and path.endswith(("-wal", "-journal")) and self.ours(path):
            self.steps.append(Step("folder", str(Path(path).parent)))  # SQLite syncs the folder of a new log as well
        return answer

    def deleted(self, path: str, folder_too: bool, real: vfs.Action) -> int:
        answer = self._carried(Step("gone", path), WRITE_ERROR, real) if Path(path).exists() else real()
        if folder_too and answer == vfs.OK:
            self.steps.append(Step("folder", str(Path(path).parent)))
        return answer

    def _carried(self, step: Step, code: int, real: vfs.Action) -> int:
        if not self.ours(step.path):
            return real()
        wrong = self.fault(step)
        if wrong:
            return FULL if wrong == "full" else code
        answer = real()
        if answer == vfs.OK:
            self.steps.append(step)
        return answer

    # What Python does.

    def carry(self, step: Step, real: Callable[[], Any]) -> Any:
        """Carry a step of Python's out, or raise what the system would."""
        if not self.ours(step.path):
            return real()
        wrong = self.fault(step)
        if wrong:
            number = errno.ENOSPC if wrong == "full" else errno.EIO
            raise OSError(number, os.strerror(number), step.path)
        answer = real()
        self.steps.append(step)
        return answer


class WatchedFile(io.FileIO):
    """A file that is written to under the eyes of a disk."""

    def __init__(self, disk: Disk, path: str, mode: str) -> None:
        self._disk, self._path = disk, path
        if not Path(path).exists():
            disk.carry(Step("create", path), partial(super().__init__, path, mode))
        elif "w" in mode:
            disk.carry(Step("cut", path), partial(super().__init__, path, mode))
        else:
            super().__init__(path, mode)

    def write(self, data: Any) -> int:
        """Every piece is a step."""
        at = self.seek(0, os.SEEK_END) if "a" in self.mode else self.tell()
        step = Step("write", self._path, at, bytes(data))
        written: int = self._disk.carry(step, partial(super().write, data))
        return written


@contextmanager
def watched(disk: Disk) -> Iterator[Disk]:
    """Whatever happens on files in the disk's room inside the block goes past it."""
    real = {name: getattr(os, name) for name in ("fsync", "replace", "rename", "unlink", "remove", "sendfile")}
    really_open = builtins.open
    builtins.open = io.open = partial(_open, disk, really_open)  # type: ignore[assignment]
    os.fsync = partial(_fsync, disk, real["fsync"])  # type: ignore[assignment]
    os.replace = os.rename = partial(_move, disk, real["replace"])  # type: ignore[assignment]
    os.unlink = os.remove = partial(_unlink, disk, real["unlink"])  # type: ignore[assignment]
    os.sendfile = _no_sendfile  # type: ignore[assignment]
    try:
        with vfs.watched(disk):
            yield disk
    finally:
        builtins.open = io.open = really_open
        for name, function in real.items():
            setattr(os, name, function)


def _open(disk: Disk, real: Any, file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **more: Any) -> Any:
    if isinstance(file, int) or not set(mode) & set("wax+") or not disk.ours(str(file)):
        return real(file, mode, buffering, *rest, **more)
    raw = WatchedFile(disk, str(file), mode.replace("b", "").replace("t", ""))
    held = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
    return held if "b" in mode else io.TextIOWrapper(held, *rest, **more)


def _fsync(disk: Disk, real: Any, handle: int) -> None:
    about = os.fstat(handle)
    kind = "folder" if stat.S_ISDIR(about.st_mode) else "sync"
    for path in (disk.room, *disk.room.rglob("*")):
        if os.path.samestat(about, path.stat()):
            disk.carry(Step(kind, str(path)), partial(real, handle))
            return
    real(handle)


def _move(disk: Disk, real: Any, source: Any, target: Any) -> None:
    disk.carry(Step("move", str(source), to=str(target)), partial(real, source, target))


def _unlink(disk: Disk, real: Any, path: Any, **more: Any) -> None:
    if Path(path).exists():
        disk.carry(Step("gone", str(path)), partial(real, path, **more))
    else:
        real(path, **more)


def _no_sendfile(*_: Any) -> None:
    """Copies go through `write`, where they can be seen."""
    raise OSError(errno.ENOTSOCK, os.strerror(errno.ENOTSOCK))
