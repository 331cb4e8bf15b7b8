"""SQLite's own door to the disk, with a watcher in it: every write, sync and deletion of a workspace goes past him.

SQLite asks the system through a table of functions (https://www.sqlite.org/c3ref/vfs.html). The driver's library hands
the table out, so that plain Python can put its own functions in: no compiler, no privileges, no other driver.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from typing import Any, Protocol

READ = WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
CUT = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
OK = 0

Action = Callable[[], int]


class Watcher(Protocol):
    """Is told of everything before it happens; answers what SQLite is told, by carrying `real` out or not."""

    def opened(self, path: str, real: Action) -> int: ...

    def read(self, path: str, real: Action) -> int: ...

    def wrote(self, path: str, at: int, data: bytes, real: Action) -> int: ...

    def cut(self, path: str, size: int, real: Action) -> int: ...

    def synced(self, path: str, real: Action) -> int: ...

    def deleted(self, path: str, folder_too: bool, real: Action) -> int: ...


class Vfs(Structure):
    """struct sqlite3_vfs, as far as it is needed."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
    )


class Methods(Structure):
    """struct sqlite3_io_methods, as far as it is needed; the rest is carried along."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("cut", c_void_p),
        ("sync", c_void_p),
        ("rest", c_void_p * 13),
    )


class File(Structure):
    """struct sqlite3_file."""

    _fields_ = (("methods", POINTER(Methods)),)


def default() -> Vfs:
    """The table that every connection of the driver uses; `LookupError` where the library does not show it."""
    from sqlcipher3 import _sqlite3

    try:
        find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    except AttributeError as error:
        raise LookupError("the driver's library does not show its table of functions") from error
    find.restype, find.argtypes = POINTER(Vfs), [c_char_p]
    table: Vfs = find(None).contents
    return table


KEPT: list[object] = []  # what C code may still call: a connection may be closed long after the watcher has gone


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Files that are opened inside the block are watched, as long as they stay open."""
    table = default()
    before = table.open, table.delete
    door = _Door(watcher, *before)
    KEPT.append(door)
    table.open, table.delete = (ctypes.cast(one, c_void_p).value for one in (door.open, door.delete))
    try:
        yield
    finally:
        table.open, table.delete = before


class _Door:
    """The functions that stand in for the real ones."""

    def __init__(self, watcher: Watcher, really_open: int, really_delete: int) -> None:
        self._watcher = watcher
        self._real = OPEN(really_open), DELETE(really_delete)
        self._tables: dict[int, Methods] = {}
        self._methods: dict[int, Any] = {}
        self._paths: dict[int, str] = {}
        self.open, self.delete = OPEN(self._open), DELETE(self._delete)
        self._ours = READ(self._read), WRITE(self._write), CUT(self._cut), SYNC(self._sync)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        def real() -> int:
            return self._real[0](vfs, name, file, flags, out)  # SQLite goes on using the name where it stands

        if name is None:
            return real()
        path = ctypes.string_at(name).decode()
        answer = self._watcher.opened(path, real)
        if answer == OK:
            self._paths[file] = path
            self._put_in(ctypes.cast(file, POINTER(File)).contents)
        return answer

    def _put_in(self, file: File) -> None:
        """Give an open file our functions for its own."""
        theirs = file.methods.contents
        place = ctypes.addressof(theirs)
        if place not in self._tables:
            ours = Methods.from_buffer_copy(theirs)
            addresses = [ctypes.cast(one, c_void_p).value for one in self._ours]
            ours.read, ours.write, ours.cut, ours.sync = addresses
            self._tables[place] = ours
            real = READ(theirs.read), WRITE(theirs.write), CUT(theirs.cut), SYNC(theirs.sync)
            self._methods[ctypes.addressof(ours)] = real
        file.methods = ctypes.pointer(self._tables[place])

    def _of(self, file: int) -> Any:
        return self._methods[ctypes.addressof(ctypes.cast(file, POINTER(File)).contents.methods.contents)]

    def _read(self, file: int, data: int, size: int, at: int) -> int:
        return self._watcher.read(self._paths[file], lambda: self._of(file)[0](file, data, size, at))

    def _write(self, file: int, data: int, size: int, at: int) -> int:
        written = ctypes.string_at(data, size)
        return self._watcher.wrote(self._paths[file], at, written, lambda: self._of(file)[1](file, data, size, at))

    def _cut(self, file: int, size: int) -> int:
        return self._watcher.cut(self._paths[file], size, lambda: self._of(file)[2](file, size))

    def _sync(self, file: int, flags: int) -> int:
        return self._watcher.synced(self._paths[file], lambda: self._of(file)[3](file, flags))

    def _delete(self, vfs: int, name: bytes, folder_too: int) -> int:
        return self._watcher.deleted(name.decode(), bool(folder_too), lambda: self._real[1](vfs, name, folder_too))
