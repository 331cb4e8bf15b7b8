"""Deleted records that living ones still belong to: two people did each what was right on their own copies."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from daan_desk.domain.kinds import LinkTo
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.scopes import owners

Place = tuple[str, str]


def deserted(connection: Connection) -> tuple[Place, ...]:
    """(ledger, record) of every tombstone that a living record names."""
    return tuple(dict.fromkeys(_named(connection)))


def _named(connection: Connection) -> Iterator[Place]:
    for model in LEDGERS.values():
        for field in model.ledger.kept:
            if isinstance(field.kind, LinkTo):
                yield from _gone(connection, field.kind.ledger, model.__tablename__, field.name)
    for ledger in owners():
        yield from _gone(connection, ledger, "attachments", "owner")


def _gone(connection: Connection, ledger: str, user: str, link: str) -> Iterator[Place]:
    whole, part = table_of(LEDGERS[ledger]).alias(), table_of(LEDGERS[user]).alias()
    found = select(whole.c.id).join_from(whole, part, part.c[link] == whole.c.id)
    found = found.where(whole.c.deleted_at.is_not(None), part.c.deleted_at.is_(None)).distinct()
    yield from ((ledger, identity) for identity in connection.execute(found).scalars())
