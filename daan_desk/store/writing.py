"""The only door through which records are written: row and journal entry in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from daan_desk.domain.merging import DELETED, heads
from daan_desk.store.base import LEDGERS, Record, packed, table_of
from daan_desk.store.bulk import insert_rows
from daan_desk.store.journal import Chain, chunks, entries_of_rows, seen
from daan_desk.store.keys import uuid7
from daan_desk.store.search import spelled, words

Values = Mapping[str, object]
FRAME = ("id", "region", "changed_at", "changed_by", "deleted_at", "search")
SLICE = 5000  # rows of one insert, and of what the journal holds back of them
PLAIN = frozenset({str, int, bool})  # what the journal's JSON holds as it is


class Writer:
    """Writes the records of one act; `touched` tells which, by ledger, in order."""

    def __init__(self, connection: Connection, chain: Chain, region: str, author: str) -> None:
        self.connection = connection
        self.chain = chain
        self.region = region
        self.author = author
        self.act = uuid7(chain.stamp)
        self.touched: defaultdict[str, list[str]] = defaultdict(list)
        self.altered: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)

    def add(self, table: str, rows: Sequence[Values]) -> list[str]:
        """Keep new records; values by field name, already read. Answers their ids."""
        ids: list[str] = []
        for at in range(0, len(rows), SLICE):
            ids += self._add(LEDGERS[table], rows[at : at + SLICE])
            self.chain.spill()
        self.touched[table].extend(ids)
        return ids

    def _add(self, model: type[Record], rows: Sequence[Values]) -> list[str]:
        table, fields = model.__tablename__, spelled(model.ledger)
        given = frozenset[str]().union(*rows)  # columns that no row has anything for are not written: most are so
        names = tuple(field.name for field in model.ledger.kept if field.name in given)
        lines = []
        for row in rows:
            identity = str(row.get("id") or uuid7(self.chain.stamp))
            values = {name: value for name in names if (value := row.get(name)) is not None}
            written = {name: v if v.__class__ in PLAIN else packed(v) for name, v in values.items()}
            stamp = self.chain.entry((self.act, table, identity), written)
            frame = (identity, self.region, stamp, self.author, None, words(fields, values))
            lines.append((*frame, *map(values.get, names)))
        insert_rows(self.connection, table_of(model), (*FRAME, *names), lines)
        return [str(line[0]) for line in lines]

    def change(self, table: str, changes: Mapping[str, Values], *, insist: bool = False) -> list[str]:
        """Set fields of records, by id; what is already so is left alone. Answers the ids that really changed.

        With `insist` it is written all the same: a choice among several values that stands for all of them.
        """
        model = LEDGERS[table]
        before = self._rows(model, list(changes))
        differing = {
            identity: new
            for identity, values in changes.items()
            if identity in before and (new := dict(values) if insist else _differences(before[identity], values))
        }
        self._write(model, before, differing)
        self.touched[table].extend(differing)
        for identity, new in differing.items():
            self.altered[table].setdefault(identity, set()).update(new)
        return list(differing)

    def _write(self, model: type[Record], before: Mapping[str, Any], differing: Mapping[str, Values]) -> None:
        table = model.__tablename__
        self.chain.flush()  # what this act itself wrote before is replaced too
        history = entries_of_rows(self.connection, list(differing))
        fields = spelled(model.ledger)
        updates: defaultdict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
        for identity, new in differing.items():
            was = {name: packed(before[identity][name]) for name in new}
            fields_now = {name: packed(value) for name, value in new.items()}
            stamp = self.chain.entry(
                (self.act, table, identity), fields_now, self._replaced(history[identity], new), was
            )
            values = dict(new, changed_at=stamp, changed_by=self.author)
            values["search"] = words(fields, {**before[identity], **new})
            updates[tuple(values)].append(values | {"row_id": identity})
        self._update(model, updates)

    def remove(self, table: str, ids: Sequence[str]) -> list[str]:
        """Leave tombstones."""
        stamp = self.chain.stamp
        return self.change(table, {identity: {DELETED: stamp} for identity in ids})

    def finish(self, name: str, by: str, undoes: str | None = None) -> str:
        """Write the act itself and everything that waits; answers the act's id."""
        row = {"id": self.act, "name": name, "at": self.chain.stamp, "by": by, "undoes": undoes}
        self.add("acts", [row])
        del self.touched["acts"]
        self.chain.flush()
        return self.act

    def _replaced(self, entries: Iterable[Any], new: Values) -> dict[str, list[str]]:
        known = list(entries)
        if DELETED in new and new[DELETED] is not None:
            # A deletion has seen every head, else it must not hold against work that it did not know.
            return {"*": sorted({e.id for found in heads(known).values() for e in found})}
        return seen(known, new)

    def _rows(self, model: type[Record], ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        columns = model.__table__.c
        found: dict[str, dict[str, Any]] = {}
        for part in chunks(ids):
            for line in self.connection.execute(select(model.__table__).where(columns.id.in_(part))):
                found[line.id] = dict(line._mapping)
        return found

    def _update(self, model: type[Record], updates: Mapping[tuple[str, ...], list[dict[str, object]]]) -> None:
        table = model.__table__
        for names, rows in updates.items():
            statement = update(table_of(model)).where(table.c.id == bindparam("row_id"))
            self.connection.execute(statement.values({name: bindparam(name) for name in names}), rows)


def _differences(before: Mapping[str, Any], values: Values) -> dict[str, object]:
    new = {name: value for name, value in values.items() if before.get(name) != value}
    if new and before[DELETED] is not None and DELETED not in new:
        new[DELETED] = None
    return new
