"""The line to a server broke while an act was being committed: whether it is kept is asked, never guessed."""

from __future__ import annotations

import time

from daan_desk.domain.failures import Trouble
from daan_desk.store import dialects
from daan_desk.store.base import table_of
from daan_desk.store.database import Database
from daan_desk.store.journal import JournalRow

WAITS = (0.0, 1.0, 3.0)  # seconds before each try to reach the server again


def kept(database: Database, entry: str, name: str) -> bool:
    """Whether the act whose last entry this is has been kept; `Trouble` says that nobody can know yet."""
    for wait in WAITS:
        time.sleep(wait)
        try:
            # In a writer's turn: what the server still does of the broken transaction is over then.
            with database.writing() as connection:
                return bool(dialects.places(connection, table_of(JournalRow), [entry]))
        except Trouble:
            continue
    raise Trouble(
        f"连接正好在保存时断了，现在还不知道“{name}”有没有保存。",
        "请不要急着再做一次：连上以后看“操作记录”，最上面有这一步，就是保存了；没有，再做一次。",
    )
