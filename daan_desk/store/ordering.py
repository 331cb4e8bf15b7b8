"""The order of a ledger's rows: what a field is sorted by, and what decides between equal ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import LinkTo
from daan_desk.store.base import LEDGERS, Record


def column(model: type[Record], name: str) -> ColumnElement[Any]:
    """The column of a field, or the expression of one that SQL works out."""
    if name in model.worked_out:
        return model.worked_out[name]()
    if name not in model.__table__.c:
        raise Rejected(f"“{model.ledger[name].label}”是显示时才算出来的，不能按它筛选或排序")
    return model.__table__.c[name]


def ordering(model: type[Record], names: Sequence[str]) -> list[ColumnElement[Any]]:
    """ORDER BY for "-field" names, empty values last, equal rows in the ledger's own order, which is always whole."""
    order: list[ColumnElement[Any]] = []
    for name in dict.fromkeys((*names, model.ledger.order)):
        by = _sorted_by(model, name)
        order.append((by.desc() if name.startswith("-") else by.asc()).nulls_last())
    return [*order, model.__table__.c.id]


def _sorted_by(model: type[Record], name: str) -> ColumnElement[Any]:
    field: Field = model.ledger.find(name.lstrip("-"))
    where = column(model, field.name)
    if isinstance(field.kind, LinkTo):
        linked = LEDGERS[field.kind.ledger].__table__.alias()
        return select(linked.c.search).where(linked.c.id == where).scalar_subquery()
    spoken = field.searched and field.name == model.ledger.title.split()[0] and field.kind.storage == "text"
    return model.__table__.c.search if spoken else where
