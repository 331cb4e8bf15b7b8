"""How many rows of another ledger belong to a row, and what they sum up to: worked out by SQL, so that it sorts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, cast, func, select

from daan_desk.store.base import LEDGERS, table_of


def number_of(ledger: str, link: str, owner: str) -> ColumnElement[Any]:
    """How many living rows of `ledger` link to the row of `owner`."""
    rows = table_of(LEDGERS[ledger]).alias()
    return select(func.count()).where(rows.c[link] == _row(owner), rows.c.deleted_at.is_(None)).scalar_subquery()


def sum_of(ledger: str, link: str, field: str, owner: str) -> ColumnElement[Any]:
    """What a field of them sums up to; NULL where none has it."""
    rows = table_of(LEDGERS[ledger]).alias()
    total = cast(func.sum(rows.c[field]), rows.c[field].type)  # a server makes another type of a sum
    found = select(total).where(rows.c[link] == _row(owner), rows.c.deleted_at.is_(None))
    return found.scalar_subquery()


def _row(owner: str) -> ColumnElement[Any]:
    return table_of(LEDGERS[owner]).c.id
