"""What is said where an old workbook holds something that cannot be moved or copied without harm."""

from __future__ import annotations

import functools
import struct
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from daan_desk.domain.failures import Trouble

Given = ParamSpec("Given")
Answered = TypeVar("Answered")
UNREADABLE = (struct.error, IndexError, StopIteration, ValueError, OverflowError)


def sound(act: Callable[Given, Answered]) -> Callable[Given, Answered]:
    """An act on a file that somebody else made: records that are not what they say end in a sentence."""

    @functools.wraps(act)
    def guarded(*given: Given.args, **named: Given.kwargs) -> Answered:
        try:
            return act(*given, **named)
        except UNREADABLE as why:
            raise broken() from why

    return guarded


def broken() -> Trouble:
    """The file is not what it says it is."""
    return Trouble("这份表的内容已损坏，不能直接填写。", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。")


def unmovable(what: str) -> Trouble:
    """Rows would have to be put in, and something in the sheet would not follow them rightly."""
    return Trouble(
        f"表里的空白行不够，要插入新行，但表里有{what}，插入行会弄乱它。",
        "请先在 Excel 或 WPS 里把空白行加到够用，或者另存为 .xlsx 后再填。",
    )


def single(what: str) -> Trouble:
    """One record a sheet: the sheet would have to be copied, and something in it cannot be."""
    return Trouble(f"这份表里有{what}，一次只能填一家企业。", "请一次选一家，或者另存为 .xlsx 后再填。")


def signed(name: str) -> Trouble:
    """A signature would not hold any more."""
    return Trouble(f"“{name}”带有数字签名，填写会使签名失效。", "请向来文单位要一份没有签名的表。")


def shared(name: str) -> Trouble:
    """A workbook that several people keep at once has a history of its own inside."""
    return Trouble(f"“{name}”是共享工作簿，直接填写会弄乱它的修订记录。", "请用 Excel 打开，取消共享并保存，再填。")


def large(name: str) -> Trouble:
    """A blank form is small; what is not would keep an officer waiting."""
    return Trouble(f"“{name}”太大，不像一份空白表。", "请删去用不着的工作表、空行和图片后再试。")


def too_long() -> Trouble:
    """The format ends at row 65,536."""
    return Trouble(".xls 表格最多 65,536 行，装不下这么多记录。", "请另存为 .xlsx 后再填，或者筛选出要填的那些。")


def too_old(name: str) -> Trouble:
    """Excel 5 and 95 keep their records otherwise."""
    return Trouble(f"“{name}”是 Excel 95 或更早的格式，不能直接填写。", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。")


def no_sheet(name: str) -> Trouble:
    """A workbook of charts and macros only."""
    return Trouble(f"“{name}”里没有工作表。", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。")
