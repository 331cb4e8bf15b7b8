"""A lease on the workspace: one window or one writing command at a time, released by the system if the holder dies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from daan_desk.domain.failures import Trouble

if os.name == "nt":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lease:
    """Holds `<workspace>.lock` until `release`; the lock dies with the process, the empty file may stay."""

    def __init__(self, workspace: Path) -> None:
        path = workspace.with_name(workspace.name + ".lock")
        try:
            self._handle: IO[bytes] | None = path.open("ab")
        except OSError as error:
            raise Trouble(
                f"不能在文件夹“{workspace.parent}”里写入。", "请把工作区放到可以写入的文件夹，例如“文档”。"
            ) from error
        try:
            _take(self._handle)
        except OSError as error:
            self._handle.close()
            raise Trouble(
                "这个工作区正在另一个窗口里使用。", "请先关闭那个窗口（或等正在执行的命令结束）再打开。"
            ) from error

    def release(self) -> None:
        """Give the workspace back; harmless when done twice."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None
