"""A new password: every page is written anew under the new key into a file that then takes the old one's place."""

from __future__ import annotations

from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.store import backup, keys
from daan_desk.store.engine import raw_connection
from daan_desk.store.replacing import take_over
from daan_desk.store.workspace import Opened, head_of, reopened

SHORTEST = 8


def change_password(opened: Opened, old: str, new: str) -> str:
    """Put the workspace under a new password; answers the new recovery words, the old sheet opens it no longer.

    `Rejected` beside a wrong old password (password) or a new one that is too short (new).
    """
    path = opened.database.path
    before = keys.unlocked(old, head_of(path))
    if len(new) < SHORTEST:
        raise Rejected({"new": f"新密码至少要 {SHORTEST} 个字符。"})
    key, head = keys.fresh(new)
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        _written_anew(opened, unfinished, key, head)
        _prove(unfinished, key, head)
        opened.database.close()
        take_over(unfinished, path)
    except OSError as error:
        raise Trouble("密码没有改成，仍用原来的密码。", "请检查磁盘空间和文件夹的写入权限，再试一次。") from error
    finally:
        backup.discard(unfinished)
        changed = head_of(path) == head
        reopened(opened, *(key, head) if changed else (before, head_of(path)))
    return opened.recovery


def _written_anew(opened: Opened, to: Path, key: bytes, head: bytes) -> None:
    secret = f" KEY \"x'{key.hex()}{head.hex()}'\""
    with backup.attached(opened.database, to, "anew", secret) as connection:
        # A file that is not finished is thrown away; a finished one is synced before it gets its name.
        connection.exec_driver_sql("PRAGMA anew.journal_mode = MEMORY")
        connection.exec_driver_sql("PRAGMA anew.synchronous = OFF")
        connection.exec_driver_sql("SELECT sqlcipher_export('anew')").all()


def _prove(file: Path, key: bytes, head: bytes) -> None:
    connection = raw_connection(file, key, head)
    try:
        damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    finally:
        connection.close()
    if damaged or not sound:
        raise Trouble("密码没有改成，仍用原来的密码：新文件没有通过核对。", "请检查磁盘是否可靠，再试一次。")
