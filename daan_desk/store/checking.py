"""Whether a workspace is whole: its pages, the chain of its journal, its rows against what the journal says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from daan_desk.domain.merging import Entry, digest, settle
from daan_desk.store import anchoring, dialects
from daan_desk.store.attachments import Blob
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.facts import ABSENT, Fact
from daan_desk.store.journal import JournalRow, read
from daan_desk.store.legible import said as columns_said
from daan_desk.store.withheld import places

MOST = 50


def pages(connection: Connection) -> list[str]:
    """Damage that the database itself finds, page by page."""
    return [f"数据页损坏：{sentence}" for sentence in dialects.damaged_pages(connection)[:MOST]]


def chain(connection: Connection) -> tuple[int, list[str]]:
    """How many entries the journal has, and where one was altered or does not follow from one before.

    Two copies of one file that both went on are branches of one chain: each entry follows from some one before it, or
    from one that is known to be elsewhere.
    """
    problems: list[str] = []
    count = 0
    withheld = {(identity, *place) for identity, place in places(connection).items()}
    for _, group in groupby(_entries(connection, "replica", "seq"), key=lambda entry: entry.replica):
        ends: dict[int, set[str]] = {0: {""}}
        for entry in group:
            count += 1
            if digest(entry) != entry.id:
                problems.append(f"操作日志第 {entry.seq} 条（{entry.table}）被改动过")
            elif not (
                entry.parent in ends.get(entry.seq - 1, ()) or (entry.parent, entry.replica, entry.seq - 1) in withheld
            ):
                problems.append(f"操作日志在第 {entry.seq} 条之前有缺失或被替换")
            ends = {seq: ids for seq, ids in ends.items() if seq >= entry.seq - 1}
            ends.setdefault(entry.seq, set()).add(entry.id)
    return count, [*anchoring.problems(connection), *problems[:MOST]]


def rows(connection: Connection) -> tuple[int, list[str]]:
    """How many rows there are, and which do not say what the journal says."""
    problems: list[str] = []
    count = 0
    for (table, row), group in groupby(_entries(connection, "table", "row", "stamp"), key=lambda e: (e.table, e.row)):
        if table not in LEDGERS:
            continue
        count += 1
        if _differs(connection, table, row, dict(settle(list(group)).values)):
            problems.append(f"{LEDGERS[table].ledger.label}中的一条记录与操作日志不一致（{row}）")
    return count, [*problems[:MOST], *_unknown(connection)[:MOST]]


def _unknown(connection: Connection) -> list[str]:
    """Rows of which the journal says nothing; on a server an officer sees rows and not every entry of them."""
    entries, problems = table_of(JournalRow), []
    for name in () if dialects.shared(connection) else LEDGERS:
        rows = table_of(LEDGERS[name])
        known = select(entries.c.id).where(entries.c.row == rows.c.id, entries.c.table == name)
        found = connection.execute(select(rows.c.id).where(~known.exists()).limit(MOST)).scalars()
        label = LEDGERS[name].ledger.label
        problems += [f"{label}中有一条操作日志里没有的记录（{identity}）" for identity in found]
    return problems


def _differs(connection: Connection, table: str, row: str, said: dict[str, object]) -> bool:
    columns = table_of(LEDGERS[table])
    line = connection.execute(select(columns).where(columns.c.id == row)).first()
    if line is None:
        return True
    kept: dict[str, Any] = dict(line._mapping)
    return any(kept[name] != value for name, value in columns_said(table, said).items())


def attachments(connection: Connection) -> list[str]:
    """Attachments whose bytes are missing or are not those that were put in."""
    problems = []
    listed = table_of(LEDGERS["attachments"])
    kept = set()
    for blob in connection.execution_options(yield_per=10).execute(select(Blob.digest, Blob.data)):
        kept.add(blob.digest)
        if hashlib.sha256(blob.data).hexdigest() != blob.digest:
            problems.append(f"附件内容损坏：{blob.digest[:12]}")
    said = connection.execute(select(Fact.value).where((Fact.name == ABSENT) | Fact.name.endswith(f"/{ABSENT}")))
    kept |= {digest for text in said.scalars() for digest in json.loads(text)}
    for name, wanted in connection.execute(select(listed.c.name, listed.c.digest).where(listed.c.deleted_at.is_(None))):
        if wanted not in kept:
            problems.append(f"附件“{name}”的内容不在了")
    return problems[:MOST]


def _entries(connection: Connection, *order: str) -> Iterator[Entry]:
    table = table_of(JournalRow)
    stream = connection.execution_options(yield_per=1000).execute(select(table).order_by(*(table.c[n] for n in order)))
    return (read(row) for row in stream)
