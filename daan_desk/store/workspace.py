"""Making and opening a workspace file; every way in which that can fail has its own sentence, nothing is written."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from daan_desk.domain.failures import Damaged, Rejected, Trouble
from daan_desk.placing import put_in_place
from daan_desk.store import backup, keys, schema
from daan_desk.store.database import Database, facts_of
from daan_desk.store.engine import engine_for
from daan_desk.store.failures import told
from daan_desk.store.lease import Lease
from daan_desk.store.rebuilding import count_again
from daan_desk.store.replacing import finish, swept

HEAD_BYTES, PAGE = 16, 4096
PLAIN = b"SQLite format 3"  # a database that is not encrypted is none of ours
PASSING = (".unfinished", ".reading")  # endings of copies that stand beside a workspace for a moment only


class OlderSchema(Trouble):
    """Nothing is brought up without a lease: a backup that is only looked at stays as it was written."""


@dataclass(slots=True)
class Opened:
    """An open workspace with the lease on it (None where it was opened for reading only) and its recovery words."""

    database: Database
    lease: Lease | None
    recovery: str

    def close(self) -> None:
        """Let go of everything."""
        try:
            self.database.close()
        finally:
            if self.lease is not None:
                self.lease.release()


def make(path: Path, password: str, region: str, now_us: int) -> Opened:
    """A new, empty workspace at `path`; it gets its name only when it is whole, so that no half file is ever met."""
    if path.exists():
        raise Rejected({"workspace": f"“{path.name}”已经存在，请换一个名字，或直接打开它。"})
    if not password:
        raise Rejected({"password": "密码不能为空。"})
    _refuse_unwritable(path.parent)
    key, head = keys.fresh(password)
    lay_down(path, key, head, region, now_us)
    return held(path, key, head, lease=True)


def lay_down(path: Path, key: bytes, head: bytes, region: str, now_us: int) -> None:
    """An empty workspace under a key that is known already."""
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        _lay_down(engine_for(unfinished, key, head, journal_mode="DELETE"), region, now_us)
        put_in_place(unfinished, path)
    finally:
        backup.discard(unfinished)


def _lay_down(engine: Engine, region: str, now_us: int) -> None:
    """Facts and schema of an empty workspace, in one transaction."""
    facts = {"replica": keys.uuid7(now_us), "region": region, "schema": "0", "made": str(now_us)}
    try:
        with told(), engine.connect().execution_options(writing=True) as connection, connection.begin():
            connection.execute(text("CREATE TABLE facts (name VARCHAR(40) NOT NULL PRIMARY KEY, value TEXT NOT NULL)"))
            connection.execute(
                text("INSERT INTO facts (name, value) VALUES (:name, :value)"),
                [{"name": name, "value": value} for name, value in facts.items()],
            )
            schema.raise_to_latest(connection, 0)
    finally:
        engine.dispose()


def unlock(path: Path, password: str, *, lease: bool = True, recovery: bool = False) -> Opened:
    """Open a workspace with its password, or with the words of its recovery sheet; without a lease for reading only."""
    head = head_of(path)
    key = keys.recovered(password, head) if recovery else keys.unlocked(password, head)
    return held(path, key, head, lease=lease)


def read(path: Path, password: str) -> Opened:
    """Open a workspace for reading only; one of an older program is brought up first, under a lease of its own."""
    head = head_of(path)
    key = keys.unlocked(password, head)
    try:
        return held(path, key, head, lease=False)
    except OlderSchema:
        held(path, key, head, lease=True).close()
        return held(path, key, head, lease=False)


def held(path: Path, key: bytes, head: bytes, *, lease: bool) -> Opened:
    """Open with a key that is known already: deriving it costs a tenth of a second and 32 MiB."""
    if lease:
        _refuse_unwritable(path.parent, path)
    held = Lease(path) if lease else None
    try:
        if held is not None:
            for passing in PASSING:  # of a killed program; under our lease nobody else works here
                swept(path.parent, glob.escape(path.name + passing) + "*")
        database = _opened(path, key, head, held)
    except BaseException:
        if held is not None:
            held.release()
        raise
    return Opened(database, held, keys.recovery_words(key))


def reopened(opened: Opened, key: bytes, head: bytes) -> None:
    """Go on with the file that has taken the workspace's place; whoever holds its database need not know."""
    database = opened.database
    database.engine = engine_for(database.path, key, head)
    with told(), database.engine.connect() as connection:
        facts = facts_of(connection)
    database.replica, database.schema = facts["replica"], int(facts["schema"])
    opened.recovery = keys.recovery_words(key)


def _opened(path: Path, key: bytes, head: bytes, lease: Lease | None) -> Database:
    engine = engine_for(path, key, head)
    try:
        with told(), engine.connect() as connection:
            facts = facts_of(connection)
        version = int(facts["schema"])
        schema.refuse_newer(version)
        if version < schema.LATEST:
            facts["schema"] = str(_upgraded(engine_path=path, database=Database(engine, path, facts), lease=lease))
    except DatabaseError as error:
        engine.dispose()
        raise Damaged("工作区文件已损坏，密码是对的，但内容读不出来。", "请用最近的备份恢复。") from error
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, path, facts)


def _upgraded(engine_path: Path, database: Database, lease: Lease | None) -> int:
    if lease is None:
        raise OlderSchema("这个工作区是旧版本的。", "请先在窗口里打开它一次，程序会备份后升级。")
    backup.copy(database, engine_path.with_name(f"{engine_path.name}.before-v{schema.LATEST}.backup"))
    with database.writing() as connection:
        reached = schema.raise_to_latest(connection, database.schema)
        count_again(connection, database.schema, database.region)
        return reached


def head_of(path: Path) -> bytes:
    """The first 16 bytes, salt and check of the key; `Trouble` where the file is not there or no workspace."""
    try:
        finish(path)
        if not path.is_file():
            raise Trouble(f"找不到工作区文件“{path}”。", "请确认文件还在原处；U盘上的请先插好U盘。")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise Trouble(f"读不了工作区文件“{path.name}”。", "请确认您有权读取它，并且没有被别的程序锁住。") from error
    if path.stat().st_size >= PAGE and path.stat().st_size % PAGE and not head.startswith(PLAIN) and not _logged(path):
        raise Damaged(f"“{path.name}”不完整，像是没有写完或被截断了。", "请用最近的备份恢复，或先抢救还读得出的内容。")
    if head.startswith(PLAIN) or path.stat().st_size < PAGE:
        raise Trouble(f"“{path.name}”不是完整的工作区文件。", "请选择本程序建立的工作区，或用备份恢复。")
    return head


def _logged(path: Path) -> bool:
    """Whether a write-ahead log lies beside the file: a page that a power cut tore in the file is whole in there."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _refuse_unwritable(folder: Path, file: Path | None = None) -> None:
    if not folder.is_dir():
        raise Trouble(f"文件夹“{folder}”不存在。", "请先建立这个文件夹，或选择别的位置。")
    if not os.access(folder, os.W_OK) or (file is not None and not os.access(file, os.W_OK)):
        raise Trouble(f"不能在文件夹“{folder}”里写入。", "请把工作区放到可以写入的文件夹，例如“文档”。")
