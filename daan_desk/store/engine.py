"""The engine on an encrypted SQLite file: key, pragmas and honest transactions for every connection."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -262144",  # 256 MB at most: with 64 the rows of 100,000 enterprises are decrypted every time
    "PRAGMA temp_store = MEMORY",  # nothing readable may reach a temporary file
    "PRAGMA foreign_keys = OFF",  # rows of a parcel come in any order
)


def raw_connection(path: Path, key: bytes, salt: bytes) -> Any:
    """One connection of the driver with the raw key set; nothing is read yet."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    return connection


def engine_for(path: Path, key: bytes, salt: bytes, journal_mode: str = "WAL") -> Engine:
    """An engine whose transactions begin when we say so; key is 32 bytes, salt the file's first 16."""

    def connect() -> Any:
        connection = raw_connection(path, key, salt)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        connection.execute(f"PRAGMA journal_mode = {journal_mode}")
        return connection

    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
