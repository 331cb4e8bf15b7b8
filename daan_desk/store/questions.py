"""Questions to any ledger as SQL, and their answers: ids in order, rows, sums, distinct values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, cast, false, func, or_, select
from sqlalchemy.sql.schema import Column

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.questions import Question, Where
from daan_desk.store.base import LEDGERS, Record
from daan_desk.store.dialects import among
from daan_desk.store.journal import chunks
from daan_desk.store.ordering import column, ordering

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
Condition = ColumnElement[bool]


def alive(model: type[Record]) -> Condition:
    """Rows without a tombstone."""
    return model.__table__.c.deleted_at.is_(None)


def matching(question: Question) -> Condition:
    """All conditions of a question together."""
    model = LEDGERS[question.ledger]
    parts = [alive(model), *(condition(model, where) for where in question.where)]
    parts += [said(model, term) for term in question.text.lower().split()]
    return and_(*parts)


def said(model: type[Record], term: str, depth: int = 1) -> Condition:
    """Rows whose own words, or those of the records they link to, contain the term."""
    parts: list[Condition] = [model.__table__.c.search.contains(term, autoescape=True)]
    for field in model.ledger.fields:
        if depth and field.searched and isinstance(field.kind, LinkTo):
            linked = LEDGERS[field.kind.ledger]
            inner = select(linked.__table__.c.id).where(said(linked, term, depth - 1))
            parts.append(column(model, field.name).in_(inner))
    return or_(*parts)


def condition(model: type[Record], where: Where) -> Condition:
    """One condition; a link may be asked for by id or by name, and `id` is a field too."""
    if where.field == "id":
        wanted = where.value if isinstance(where.value, tuple | list) else [where.value]
        found = among(model.__table__.c.id, map(str, wanted))
        return ~found if where.op == "not" else found
    field = model.ledger.find(where.field)
    return OPERATIONS[where.op](field, column(model, field.name), where.value)


def _is(field: Field, where: ColumnElement[Any], value: object) -> Condition:
    if value is None or value == "":
        return where.is_(None)
    if isinstance(field.kind, LinkTo):
        return where.in_(_linked(field.kind, value))
    return where == field.kind.read(value).value


def _in(field: Field, where: ColumnElement[Any], value: object) -> Condition:
    values: Iterable[object] = value if isinstance(value, tuple | list | frozenset | set) else (value,)
    if isinstance(field.kind, LinkTo) and all(UUID.fullmatch(str(one)) for one in values):
        return among(where, map(str, values))
    return or_(false(), *(_is(field, where, one) for one in values))


def _has(field: Field, where: ColumnElement[Any], value: object) -> Condition:
    if isinstance(field.kind, LinkTo):
        linked = LEDGERS[field.kind.ledger]
        return where.in_(select(linked.__table__.c.id).where(said(linked, str(value).lower(), 0)))
    words = where if field.kind.storage == "text" else cast(where, Text)
    return words.icontains(str(value), autoescape=True)


def _not(field: Field, where: ColumnElement[Any], value: object) -> Condition:
    if value is None or value == "":
        return where.is_not(None)
    return or_(where.is_(None), ~_in(field, where, value))


OPERATIONS: Mapping[str, Callable[[Field, ColumnElement[Any], object], Condition]] = {
    "is": _is,
    "not": _not,
    "in": _in,
    "has": _has,
    "from": lambda field, where, value: where >= field.kind.read(value).value,
    "to": lambda field, where, value: where <= field.kind.last(value),
    "still": lambda field, where, value: or_(where.is_(None), where >= field.kind.read(value).value),
    "empty": lambda _field, where, _value: where.is_(None),
    "filled": lambda _field, where, _value: where.is_not(None),
}


def _linked(kind: LinkTo, value: object) -> Any:
    if isinstance(value, Linked):
        return [value.id]
    text = str(value)
    if UUID.fullmatch(text):
        return [text]
    table = LEDGERS[kind.ledger].__table__
    return select(table.c.id).where(table.c[name_of(kind.ledger)] == text)


def name_of(ledger: str) -> str:
    """The field by which people name a row of the ledger: the last part of its title (“number title” → title)."""
    return LEDGERS[ledger].ledger.title.split()[-1]


def ids(connection: Connection, question: Question, limit: int | None = None) -> tuple[str, ...]:
    """The ids that answer a question, in order."""
    model = LEDGERS[question.ledger]
    found = select(model.__table__.c.id).where(matching(question)).order_by(*ordering(model, question.sort))
    return tuple(connection.execute(found.limit(limit)).scalars())


def lines(connection: Connection, ledger: str, wanted: Sequence[str]) -> dict[str, Mapping[Any, Any]]:
    """Rows by id, tombstones left out, as they are kept (links are ids)."""
    model = LEDGERS[ledger]
    columns: list[Column[Any] | ColumnElement[Any]] = list(model.__table__.c)
    columns += [made().label(name) for name, made in model.worked_out.items()]
    found: dict[str, Mapping[Any, Any]] = {}
    for part in chunks(wanted):
        rows = connection.execute(select(*columns).where(model.__table__.c.id.in_(part), alive(model)))
        found.update((row.id, row._mapping) for row in rows)
    return found


def count(connection: Connection, question: Question) -> int:
    """How many rows: without the sums an index alone can often tell."""
    rows = LEDGERS[question.ledger].__table__
    return int(connection.execute(select(func.count()).select_from(rows).where(matching(question))).scalar_one())


def count_and_sums(connection: Connection, question: Question) -> tuple[int, dict[str, Any]]:
    """How many rows, and the sums of the fields that have one."""
    model = LEDGERS[question.ledger]
    summed = [f.name for f in model.ledger.fields if f.total]
    sums = [summed_up(column(model, name)).label(name) for name in summed]
    found = connection.execute(
        select(func.count().label("_"), *sums).select_from(model.__table__).where(matching(question))
    )
    row = found.one()._mapping
    return int(row["_"]), {name: row[name] for name in summed}


def summed_up(values: ColumnElement[Any]) -> ColumnElement[Any]:
    """The sum of a column in the column's own type: a server makes another one of it."""
    return cast(func.sum(values), values.type)


def counted(connection: Connection, question: Question, name: str) -> list[tuple[Any, int]]:
    """Distinct values of a field among the answers with how often each stands, most frequent first."""
    model = LEDGERS[question.ledger]
    by = column(model, name).label("_by")  # by its name, because a server takes two like expressions for two
    found = select(by, func.count()).select_from(model.__table__).where(matching(question)).group_by("_by")
    return [(row[0], row[1]) for row in connection.execute(found.order_by(func.count().desc()))]


def titles(connection: Connection, ledger: str, wanted: Iterable[str]) -> dict[str, str]:
    """The words that name records, by id, also of those with a tombstone: an old row must still say whom it meant."""
    model = LEDGERS[ledger]
    parts = [model.ledger[name] for name in model.ledger.title.split()]
    columns = [model.__table__.c[part.name] for part in parts]
    found: dict[str, tuple[Any, ...]] = {}
    for some in chunks(sorted(set(wanted))):
        rows = connection.execute(select(model.__table__.c.id, *columns).where(model.__table__.c.id.in_(some)))
        found.update((row[0], tuple(row[1:])) for row in rows)
    named = [_named(connection, part, [row[at] for row in found.values()]) for at, part in enumerate(parts)]
    return {
        identity: " ".join(text for at, value in enumerate(row) if (text := named[at](value)))
        for identity, row in found.items()
    }


def _named(connection: Connection, part: Field, values: Sequence[Any]) -> Callable[[Any], str]:
    if not isinstance(part.kind, LinkTo):
        return part.kind.show
    texts = titles(connection, part.kind.ledger, [value for value in values if value])
    return lambda value: texts.get(value, "")
