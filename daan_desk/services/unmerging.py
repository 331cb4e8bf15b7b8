"""Taking a merge back: every row that it touched says again what it would say without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from daan_desk.domain.merging import DELETED, Entry, settle
from daan_desk.services.undo_rows import SINCE, Rows, made
from daan_desk.store.absorbing import arrivals
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.journal import chunks, entries_of_act, entries_of_rows
from daan_desk.store.legible import said
from daan_desk.store.reader import Reader

Later = tuple[int, frozenset[str]]  # the merge's stamp, and the acts after it


def rows_without(reader: Reader, act: str, brought: Iterable[tuple[str, str, str]]) -> Rows:
    """The rows of a merge without the entries (entry, ledger, record) that it brought and without its own.

    A row stays as it is where somebody here, or a later merge, worked on it since.
    """
    own = entries_of_act(reader.connection, act)
    every = {*brought, *((entry.id, entry.table, entry.row) for entry in own)}
    gone = {identity for identity, _, _ in every}
    later = _later(reader, act, max(entry.stamp for entry in own))
    found = Rows()
    for table, rows in _places(every).items():
        for part in chunks(rows):
            _judge(reader, found, (table, part), (gone, later))
        found.own |= set(rows)
    return found


def _judge(reader: Reader, found: Rows, rows: tuple[str, Sequence[str]], times: tuple[set[str], Later]) -> None:
    gone, later = times
    history = entries_of_rows(reader.connection, rows[1])
    came = arrivals(reader.connection, [entry.id for entries in history.values() for entry in entries])
    for row, every in history.items():
        entries = [entry for entry in every if entry.table == rows[0]]
        others = [entry for entry in entries if entry.id not in gone]
        if others and (not any(map(made, others)) or any(_since(entry, came[entry.id], later) for entry in others)):
            found.keep(rows[0], row, SINCE)
        else:
            _put_back(found, rows[0], row, (entries, others))


def _put_back(found: Rows, table: str, row: str, entries: tuple[list[Entry], list[Entry]]) -> None:
    now, before = (said(table, settle(part).values) for part in entries)
    if not entries[1]:
        stamp = max(entry.stamp for entry in entries[0])
        differing: dict[str, object] = {} if now[DELETED] else {DELETED: stamp}
    else:
        differing = {name: value for name, value in before.items() if value != now[name]}
    if differing:
        found.bring_back(table, row, differing)


def _later(reader: Reader, act: str, stamp: int) -> Later:
    acts = table_of(LEDGERS["acts"])
    after = reader.connection.execute(acts.select().where(acts.c.at > stamp, acts.c.id != act))
    return stamp, frozenset(line.id for line in after)


def _since(entry: Entry, came: str | None, later: Later) -> bool:
    """Whether an entry was written here, or came here, after the merge."""
    stamp, acts = later
    return entry.stamp > stamp if came is None else came in acts


def _places(every: Iterable[tuple[str, str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for _, table, row in every:
        if table in LEDGERS and table != "acts":
            found.setdefault(table, set()).add(row)
    return {table: sorted(rows) for table, rows in found.items()}
