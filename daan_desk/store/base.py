"""The base of every table: keys, stamps, tombstones, and the one place where a field and its column meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Column, ColumnElement, Date, Dialect, MetaData, String, Table, Text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator, TypeEngine

from daan_desk.domain.fields import Field, Kind, Ledger, Storage

SCALE = 6
LEDGERS: dict[str, type[Record]] = {}
Mapped = ColumnElement  # a column as a class declares it; the ORM, slow to import, is not used


class Fixed(TypeDecorator[Decimal]):
    """An exact decimal to six places, kept as a whole number so that sums in SQL are exact everywhere."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> int | None:
        return None if value is None else int(Decimal(value).scaleb(SCALE).to_integral_value())

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-SCALE)


def column_type(storage: Storage) -> TypeEngine[Any]:
    """The column type that keeps values of this storage."""
    kinds: dict[Storage, TypeEngine[Any]] = {
        "text": Text(),
        "integer": BigInteger(),
        "fixed": Fixed(),
        "day": Date(),
        "truth": Boolean(),
    }
    return kinds[storage]


def field(label: str, kind: Kind, *, index: bool = False, aliases: str = "", **more: Any) -> Any:
    """A column with its description: aliases are words with blanks between, `more` the other parts of `Field`."""
    described = Field("", label, kind, aliases=tuple(aliases.split()), **more)
    return Column(column_type(kind.storage), nullable=True, index=index, info={"field": described})


class Base:
    """Every table of the workspace: the columns are attributes of its class, `__table_args__` are its indexes."""

    metadata: ClassVar[MetaData] = MetaData()
    __tablename__: ClassVar[str]
    __table__: ClassVar[Table]
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "__tablename__" in vars(cls):
            columns = cls.framed() | {n: value for n, value in vars(cls).items() if isinstance(value, Column)}
            for name, column in columns.items():
                column.name = column.key = name
                setattr(cls, name, column)
            cls.__table__ = Table(cls.__tablename__, cls.metadata, *columns.values(), *cls.__table_args__)

    @classmethod
    def framed(cls) -> dict[str, Column[Any]]:
        """The columns that every table of the kind has before its own."""
        return {}

    @classmethod
    def __clause_element__(cls) -> Table:
        """The class stands for its table in a statement."""
        return cls.__table__


class Record(Base):
    """A row that people made: it has a UUIDv7, a region, a stamp, an author, a tombstone and words to be found by.

    worked_out: fields that SQL works out (their `Field` stands in `shown`); shown: fields that are no columns.
    changed_at and deleted_at are stamps of the journal's clock: microseconds since 1970 (UTC).
    """

    ledger: ClassVar[Ledger]
    worked_out: ClassVar[Mapping[str, Callable[[], ColumnElement[Any]]]] = {}
    shown: ClassVar[tuple[Field, ...]] = ()

    @classmethod
    def framed(cls) -> dict[str, Column[Any]]:
        return {
            "id": Column(String(36), primary_key=True),
            "region": Column(String(12), primary_key=True),
            "changed_at": Column(BigInteger, nullable=False),
            "changed_by": Column(String(36), nullable=False),
            "deleted_at": Column(BigInteger),
            "search": Column(Text),
        }

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        described = [replace(c.info["field"], name=c.key) for c in cls.__table__.columns if "field" in c.info]
        every = (*described, *cls.shown)
        cls.ledger = replace(cls.ledger, name=cls.__tablename__, fields=every, by_name={f.name: f for f in every})
        LEDGERS[cls.__tablename__] = cls


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    return model.__table__


def packed(value: object) -> object:
    """A value as the journal's JSON holds it: days and decimals as text, the rest as it is."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return value


def unpacked(storage: Storage, value: Any) -> Any:
    """The value that `packed` wrote, for a field of that storage."""
    if value is None:
        return None
    if storage == "fixed":
        return Decimal(str(value))
    if storage == "day":
        return date.fromisoformat(str(value))
    return value
