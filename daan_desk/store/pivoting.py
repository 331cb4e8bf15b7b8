"""A few fields of every row that answers a question, also of the records that the row leads to, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, literal, select

from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.questions import Question
from daan_desk.store.base import LEDGERS, Record
from daan_desk.store.ordering import column
from daan_desk.store.questions import matching


def spread(connection: Connection, question: Question, ways: Sequence[str]) -> list[tuple[Any, ...]]:
    """Id and values of every answer; a way is a field, one of a linked record (enterprise.town), or "" for nothing."""
    model = LEDGERS[question.ledger]
    wanted = [reached(model, way) if way else literal(None) for way in ways]
    return [tuple(row) for row in connection.execute(select(model.__table__.c.id, *wanted).where(matching(question)))]


def reached(model: type[Record], way: str) -> ColumnElement[Any]:
    """The column at the end of a way; a record that is gone still says what it said."""
    first, _, rest = way.partition(".")
    here = column(model, first)
    return _beyond(model, first, here, rest) if rest else here


def _beyond(model: type[Record], link: str, here: ColumnElement[Any], way: str) -> ColumnElement[Any]:
    kind = model.ledger[link].kind
    assert isinstance(kind, LinkTo)
    linked = LEDGERS[kind.ledger]
    table = linked.__table__.alias()
    first, _, rest = way.partition(".")
    there = _beyond(linked, first, table.c[first], rest) if rest else table.c[first]
    return select(there).where(table.c.id == here).scalar_subquery()
