"""An account of the whole journal that is kept apart from it: a chain alone does not show that its last links are gone.

The account is the number of entries and the sum of their ids' hashes; the order in which they came does not matter, so
merging keeps it as easily as writing. Nothing is ever taken out of a journal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, text

from daan_desk.store import dialects, facts

ACCOUNT = "journal"
MODULUS = 2**256


def extend(connection: Connection, ids: Iterable[str]) -> None:
    """Put entries into the account that were just written; a server's log cannot be shortened by its officers."""
    if dialects.shared(connection):
        return
    kept = _kept(connection)
    count, total = counted(ids) if kept else _whole(connection)
    before = kept or (0, 0)
    facts.put(connection, ACCOUNT, f"{before[0] + count}:{(before[1] + total) % MODULUS:064x}")


def problems(connection: Connection) -> list[str]:
    """Whether the journal is the one that was written; a workspace of an older program has no account yet."""
    kept = None if dialects.shared(connection) else _kept(connection)
    if kept is None:
        return []
    count, total = _whole(connection)
    if count < kept[0]:
        return [f"操作日志少了 {kept[0] - count} 条，被人删过"]
    if count > kept[0]:
        return [f"操作日志多了 {count - kept[0]} 条，不是本程序写的"]
    return [] if total == kept[1] else ["操作日志里有的条目被换过"]


def counted(ids: Iterable[str]) -> tuple[int, int]:
    """How many, and the sum of their hashes (of an id that somebody wrote by hand there is one too)."""
    count = total = 0
    for identity in ids:
        count += 1
        total += int.from_bytes(hashlib.sha256(identity.encode()).digest())
    return count, total % MODULUS


def _whole(connection: Connection) -> tuple[int, int]:
    return counted(connection.execute(text("SELECT id FROM journal")).scalars())


def _kept(connection: Connection) -> tuple[int, int] | None:
    found = connection.execute(text("SELECT value FROM facts WHERE name = :name"), {"name": ACCOUNT}).scalar()
    if not found:
        return None
    count, _, total = str(found).partition(":")
    return int(count), int(total, 16)
