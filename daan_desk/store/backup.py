"""Copies of the workspace: made while it is in use, verified by opening, brought back whole."""

from __future__ import annotations

from pathlib import Path

from daan_desk.domain.failures import Trouble
from daan_desk.store.database import Database
from daan_desk.store.failures import told


def copy(database: Database, to: Path) -> Path:
    """A consistent, encrypted copy at `to` (same password); written beside it first and renamed when it is whole."""
    if to.resolve() == database.path.resolve():
        raise Trouble("备份不能覆盖正在使用的工作区。", "请换一个文件名。")
    unfinished = to.with_name(to.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        _copy_pages(database, unfinished)
        unfinished.replace(to)
    except OSError as error:
        raise Trouble(f"备份没有写成：{to}。", "请检查磁盘空间、U盘和文件夹的写入权限，再试一次。") from error
    finally:
        discard(unfinished)
    return to


def discard(unfinished: Path) -> None:
    """Remove what is left of a file that was not finished; what cannot be removed must not hide why it was not."""
    for ending in ("", "-journal"):
        try:
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
        except OSError:
            return


def _copy_pages(database: Database, to: Path) -> None:
    # VACUUM INTO keeps key and salt, so that the same password opens the copy, and reads (so verifies) every page.
    with told(), database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # not within a transaction
        connection.exec_driver_sql("VACUUM INTO ?", (str(to),))
