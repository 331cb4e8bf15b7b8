"""Any table file as a book, read in a child process within bounds of time and memory, so that no file does harm."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from pathlib import Path
from stat import S_ISREG
from typing import ClassVar

from daan_desk.domain.failures import Trouble
from daan_desk.domain.sheets import Book
from daan_desk.exchange.books import child, delimited
from daan_desk.exchange.books.refusals import refusal

LARGEST_FILE = 200_000_000
SECONDS, SECONDS_PER_MEGABYTE, MOST_SECONDS = 20.0, 3.0, 90.0
ROOT = Path(__file__).resolve().parents[2]


def read(path: Path) -> Book:
    """The workbook in that file, its format told by content. `Trouble` says what is in the way and what to do."""
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode) and not path.is_dir():
            raise Trouble(f"“{path.name}”不是普通文件，读不出表格。", "请选择 Excel、WPS 表格或 CSV 文件。")
        if about.st_size > LARGEST_FILE:
            raise refusal("large")
        data = path.read_bytes()
    except FileNotFoundError as why:
        raise Trouble(f"找不到文件“{path.name}”。", "它可能被移走或改名了，请重新选择。") from why
    except IsADirectoryError as why:
        raise Trouble(f"“{path.name}”是文件夹，不是文件。", "请选择里面的表格文件。") from why
    except PermissionError as why:
        if path.is_dir():
            raise Trouble(f"“{path.name}”是文件夹，不是文件。", "请选择里面的表格文件。") from why
        raise Trouble(f"文件“{path.name}”被其他程序占用，或没有读取权限。", "请关闭正在使用它的程序后再试。") from why
    except OSError as why:
        raise Trouble(f"文件“{path.name}”读不出来。", "请检查磁盘、U 盘或网络连接后再试。") from why
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Book:
    """The workbook in these bytes; name: what it is called, for the officer's eyes and a text table's sheet."""
    if len(data) > LARGEST_FILE:
        raise refusal("large")
    seconds = min(SECONDS + SECONDS_PER_MEGABYTE * len(data) / 1e6, MOST_SECONDS)
    for careful in (False, True):
        book = _asked(data, name, careful, seconds)
        if book is not None:
            return book
    raise refusal("damaged")


def read_pasted(text: str) -> Book:
    """The table on the clipboard, as Excel, WPS or a web page put it there."""
    if not text.strip():
        raise Trouble("剪贴板里没有表格。", "请先在 Excel 或 WPS 中选中单元格并复制。")
    from daan_desk.exchange.books.turning import upright  # files are set upright by the child process

    sheet = upright(delimited.pasted(text))
    return Book(sheet.name, "clipboard", (sheet,))


def _asked(data: bytes, name: str, careful: bool, seconds: float) -> Book | None:
    """Ask a child process; None when it died over the file."""
    command = _command(name.replace("\x00", "") or "-", careful)
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if _frozen() else ROOT,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            answer, _ = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired as why:
            process.kill()
            raise refusal("slow") from why
    return _understood(answer) if process.returncode == 0 else None


def _command(name: str, careful: bool) -> list[str]:
    start = [sys.executable] if _frozen() else [sys.executable, "-X", "utf8", "-m", child.__name__]
    return [*start, child.FLAG, name, *([child.CAREFUL] if careful else [])]


def _frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _understood(answer: bytes) -> Book:
    result = _Plain(io.BytesIO(answer)).load()
    if isinstance(result, Book):
        return result
    raise Trouble(*result)


class _Plain(pickle.Unpickler):
    """Takes nothing but the plain values that sheets are made of."""

    allowed: ClassVar[frozenset[tuple[str, str]]] = frozenset(
        {("datetime", name) for name in ("date", "datetime", "time", "timedelta")}
        | {("daan_desk.domain.sheets", name) for name in ("Book", "Sheet", "Merge", "Spot")}
        | {("builtins", "frozenset")}
    )

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in self.allowed:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
