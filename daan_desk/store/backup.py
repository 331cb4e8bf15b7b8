"""Copies of the workspace: made while it is in use, verified by opening, brought back whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from daan_desk.domain.failures import Damaged, Trouble
from daan_desk.placing import put_in_place
from daan_desk.store.database import Database
from daan_desk.store.failures import told

LOST = "SELECT count(*) FROM copied.journal AS old WHERE old.id NOT IN (SELECT id FROM main.journal)"
UNPROVED = ("备份写成后没有通过核对，没有保留。", "请检查磁盘或U盘是否可靠，换一个位置再备份一次。")


def copy(database: Database, to: Path) -> Path:
    """A consistent, encrypted copy at `to` (same password); written beside it, opened and proved, then renamed."""
    if to.resolve() == database.path.resolve():
        raise Trouble("备份不能覆盖正在使用的工作区。", "请换一个文件名。")
    unfinished = to.with_name(to.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        _verify(database, unfinished, _copy_pages(database, unfinished))
        put_in_place(unfinished, to)
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


def _copy_pages(database: Database, to: Path) -> int:
    """Answers how many entries the journal had."""
    # VACUUM INTO keeps key and salt, so that the same password opens the copy, and reads (so verifies) every page.
    with told(), database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # not within a transaction
        entries = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() or 0
        connection.exec_driver_sql("VACUUM INTO ?", (str(to),))
    return int(entries)


def lost_since(database: Database, copy: Path) -> int:
    """Entries of the journal that a copy of this very workspace has and that are not here any more.

    A copy from before a restore is one of another workspace: that one's journal went on without us.
    """
    with attached(database, copy, "copied") as connection:
        whose = connection.exec_driver_sql("SELECT value FROM copied.facts WHERE name = 'replica'").scalar()
        ours = whose == database.replica
        return int(connection.exec_driver_sql(LOST).scalar() or 0) if ours else 0


def _verify(database: Database, copy: Path, least: int) -> None:
    """Prove every page of a copy with the workspace's own key, and that its journal is not shorter than ours was."""
    try:
        damaged, sound, entries = _proof(database, copy)
    except Damaged as error:  # of the copy, not of the workspace
        raise Trouble(*UNPROVED) from error
    if damaged or not sound or entries < least:
        raise Trouble(*UNPROVED)


def _proof(database: Database, copy: Path) -> tuple[bool, bool, int]:
    """Whether pages are damaged, whether the tables are sound, and how many entries the journal has."""
    with attached(database, copy, "copied") as connection:  # without a key of its own: ours
        damaged = connection.exec_driver_sql("PRAGMA copied.cipher_integrity_check").all()
        sound = connection.exec_driver_sql("PRAGMA copied.quick_check(1)").scalar() == "ok"
        entries = connection.exec_driver_sql("SELECT count(*) FROM copied.journal").scalar() or 0
    return bool(damaged), sound, int(entries)


@contextmanager
def attached(database: Database, file: Path, name: str, secret: str = "") -> Iterator[Connection]:
    """Another file beside the workspace, outside of any transaction.

    Where anything goes wrong with it, the connection is thrown away: SQLite would call the workspace damaged as well.
    """
    with told(), database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"ATTACH DATABASE ? AS {name}{secret}", (str(file),))
        try:
            yield connection
            connection.exec_driver_sql(f"DETACH DATABASE {name}")
        except BaseException:
            connection.invalidate()
            raise
