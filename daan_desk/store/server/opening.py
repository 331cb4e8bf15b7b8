"""Opening a server's workspace as the officer who logs in; every way in which that can fail has its own sentence."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import ProgrammingError

from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.failures import Trouble
from daan_desk.store import schema
from daan_desk.store.database import Database, facts_of
from daan_desk.store.failures import told
from daan_desk.store.server.engine import VIEW, engine_for
from daan_desk.store.workspace import Opened

NOT_SET_UP = "这个数据库还没有建成工作区。"
STRANGER = "服务器上没有登记您是哪位干部，所以什么也看不到。"
ASK = "请服务器管理员运行 daan-desk server-officer 把您加进来。"
OLDER = "服务器上的工作区是旧版本的。"


def unlock(address: ServerAddress, password: str) -> Opened:
    """Log in; `Rejected` beside a wrong password, `Trouble` for everything of the server."""
    engine = engine_for(address, password, own=f"{address.user}/")
    sessions: set[int] = set()
    event.listen(engine, "connect", lambda driver, _: sessions.add(driver.info.backend_pid))
    try:
        with told(), engine.connect() as connection:
            facts = _facts(connection)
    except BaseException:
        engine.dispose()
        raise
    database = Database(engine, address, facts, VIEW)
    database.sessions = sessions
    return Opened(database, None, "")


def _facts(connection: Connection) -> dict[str, str]:
    try:
        facts = facts_of(connection)
        me = connection.execute(text("SELECT officer, replica FROM guard.me()")).one()
    except ProgrammingError as error:
        raise _stranger(error) from error
    if me.officer is None:
        raise Trouble(STRANGER, ASK)
    version = int(facts["schema"])
    schema.refuse_newer(version)
    if version < schema.LATEST:
        raise Trouble(OLDER, "请服务器管理员运行 daan-desk server-upgrade 升级后再打开。")
    return facts | {"me": me.officer, "replica": me.replica}


def _stranger(error: ProgrammingError) -> Trouble:
    if getattr(error.orig, "sqlstate", "") == "42501":
        return Trouble(STRANGER, ASK)
    return Trouble(NOT_SET_UP, "请服务器管理员先运行 daan-desk server-set-up。")


def owned(engine: Engine, address: ServerAddress) -> Database:
    """The workspace as its administrators have it open."""
    with told(), engine.connect() as connection:
        return Database(engine, address, facts_of(connection), VIEW)
