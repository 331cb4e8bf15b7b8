"""Rows brought up to what all their entries say: after a merge, and after an upgrade that knows more fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from daan_desk.domain.fields import Field
from daan_desk.domain.merging import Entry, Settled, settle
from daan_desk.store import disputes
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.journal import JournalRow, chunks, entries_of_rows
from daan_desk.store.legible import said
from daan_desk.store.search import spelled, words


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A row as its entries say it now; `before` is what they said without the new ones, None for a row that is new."""

    table: str
    id: str
    settled: Settled
    before: Settled | None
    newest: Entry


def rows_of(connection: Connection, new: Sequence[Entry]) -> Iterator[Rebuilt]:
    """What the rows of these entries will say when they are taken in; rows of unknown ledgers wait in the log."""
    by_table: defaultdict[str, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in new:
        if entry.table in LEDGERS:
            by_table[entry.table][entry.row].append(entry)
    for table, rows in by_table.items():
        for part in chunks(list(rows)):
            history = entries_of_rows(connection, part)
            for row in part:
                old = [entry for entry in history[row] if entry.table == table]
                yield _rebuilt(old, rows[row])


def _rebuilt(old: list[Entry], new: list[Entry]) -> Rebuilt:
    every = old + new
    newest = max(every, key=lambda entry: (entry.stamp, entry.id))
    return Rebuilt(newest.table, newest.row, settle(every), settle(old) if old else None, newest)


def rebuild(connection: Connection, new: Sequence[Entry], region: str) -> Iterator[Rebuilt]:
    """Write what these new entries make of their rows, and hand the rows out as it goes."""
    waiting: list[Rebuilt] = []
    for row in rows_of(connection, new):
        if waiting and (row.table != waiting[0].table or len(waiting) >= 1000):
            _write(connection, waiting, region)
            waiting = []
        waiting.append(row)
        yield row
    if waiting:
        _write(connection, waiting, region)


def count_again(connection: Connection, version: int, region: str) -> None:
    """After an upgrade from that version: let entries count of which only a newer program knew the fields."""
    entries = table_of(JournalRow)
    found = connection.execute(select(entries.c.row).where(entries.c.schema > version).distinct())
    for part in chunks(list(found.scalars())):
        history = [entry for row in entries_of_rows(connection, part).values() for entry in row]
        for _ in rebuild(connection, history, region):
            pass


def _write(connection: Connection, rows: Sequence[Rebuilt], region: str) -> None:
    table = table_of(LEDGERS[rows[0].table])
    fields = spelled(LEDGERS[rows[0].table].ledger)
    here: set[str] = set()
    for part in chunks([row.id for row in rows]):
        here |= set(connection.execute(select(table.c.id).where(table.c.id.in_(part))).scalars())
    lines = [_columns(row, fields) for row in rows]
    new = [line | {"region": region} for line in lines if line["id"] not in here]
    if new:
        connection.execute(insert(table), new)
    changed = [line | {"row_id": line.pop("id")} for line in lines if line["id"] in here]
    if changed:
        names: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name != "row_id"}
        connection.execute(update(table).where(table.c.id == bindparam("row_id")).values(names), changed)
    open_fields = [(row.table, row.id, conflict.field) for row in rows for conflict in row.settled.conflicts]
    disputes.rewrite(connection, [(row.table, row.id) for row in rows], open_fields)


def _columns(row: Rebuilt, fields: tuple[Field, ...]) -> dict[str, Any]:
    values: Mapping[str, Any] = said(row.table, row.settled.values)
    frame = {"id": row.id, "changed_at": row.newest.stamp, "changed_by": row.newest.author}
    return {**values, **frame, "search": words(fields, values)}
