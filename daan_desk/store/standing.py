"""The day that SQL reckons with: handed in by the office for one reading or one act, never asked of a clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from sqlalchemy import BindParameter, Date, bindparam

_DAY: ContextVar[date | None] = ContextVar("standing_day", default=None)


@contextmanager
def standing(day: date) -> Iterator[None]:
    """Within this block `today()` is that day."""
    token = _DAY.set(day)
    try:
        yield
    finally:
        _DAY.reset(token)


def today() -> BindParameter[date]:
    """The day as a parameter whose value is taken when the statement runs; NULL outside of any office."""
    return bindparam("standing_day", callable_=_DAY.get, type_=Date())
