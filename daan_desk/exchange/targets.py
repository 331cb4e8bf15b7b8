"""Where files go: written beside their place and moved there when whole, so that nothing half-done is ever left."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from daan_desk.domain.failures import Trouble
from daan_desk.placing import put_in_place

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG})
BAD_NAME = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})

DRAFT = ".draft-{}.tmp"
STALE = 3600  # seconds; nothing is written for an hour


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A draft's path in the same folder; it takes the place of `path` when the block ends well, else it is removed.

    Raises `Trouble` where the world does not let it: folder missing, file open in Excel, disk full, no permission.
    """
    draft = path.with_name(DRAFT.format(secrets.token_hex(6)))
    try:
        refuse_folder(path)
        yield draft
        put_in_place(draft, path)
    except OSError as error:
        raise trouble(error, path) from error
    finally:
        discard(draft)


def sweep(folder: Path, now: float) -> None:
    """Remove the drafts that a killed program left in a folder; now is seconds since 1970.

    A younger one may be another program's that is still writing.
    """
    for left in folder.glob(DRAFT.format("*")):
        try:
            if now - left.stat().st_mtime > STALE:
                left.unlink()
        except OSError:
            continue


def discard(draft: Path) -> None:
    """Remove what is left of a draft; a draft that cannot be removed must not hide why it was not finished."""
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return


def refuse_folder(path: Path) -> None:
    """A folder of that name cannot be replaced by a file."""
    if path.is_dir():
        raise Trouble(f"“{path.name}”是一个文件夹，不能存成文件。", "请换一个文件名。")
    if not path.parent.is_dir():
        raise Trouble(f"文件夹“{path.parent}”不存在。", "请先建立这个文件夹，或者换一个位置保存。")


def trouble(error: OSError, path: Path) -> Trouble:
    """What the officer is told when the file could not be written."""
    if isinstance(error, PermissionError) and path.exists():
        return Trouble(
            f"“{path.name}”正在被别的程序使用，或者不允许改写。",
            "请先在 Excel 或 WPS 中关闭它，或者换一个文件名再保存。",
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Trouble(f"没有权限在“{path.parent}”里保存文件。", "请换一个文件夹，例如“文档”或桌面。")
    if error.errno in NO_SPACE:
        return Trouble(f"磁盘空间不够，“{path.name}”没有保存。", "请清理磁盘，或者换一个磁盘保存。")
    if error.errno in BAD_NAME:
        return Trouble(f"“{path.name}”不能用作文件名。", '请用短一些的名字，不要含 \\ / : * ? " < > |。')
    return Trouble(f"“{path.name}”没有保存（系统错误 {error.errno}）。", "请检查磁盘或网络位置，换一个文件夹再试一次。")
