"""Whether a value of the journal is one that its field can hold, and what a row's columns say by its entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from daan_desk.domain.fields import Field, Storage
from daan_desk.domain.merging import DELETED
from daan_desk.domain.moments import Moment
from daan_desk.store.base import LEDGERS, SCALE, unpacked

FIXED = re.compile(r"-?\d{1,12}(\.\d{1,20})?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LARGEST = 2**63 - 1
LAST_STAMP = 32_503_680_000_000_000  # the year 3000: later moments cannot be shown on every system


def legible(field: Field, value: object) -> bool:
    """Whether the field can hold the value as the journal's JSON has it."""
    if value is None:
        return True
    if isinstance(field.kind, Moment):
        return is_stamp(value)
    return _FITS[field.kind.storage](value)


def is_stamp(value: object) -> bool:
    """Whether this is a moment of the journal's clock."""
    return type(value) is int and 0 <= value < LAST_STAMP


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_FITS: dict[Storage, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int and abs(value) <= LARGEST,
    "fixed": lambda value: isinstance(value, str | int) and bool(FIXED.fullmatch(str(value))),
    "day": _is_day,
    "truth": lambda value: isinstance(value, bool),
}


def said(table: str, values: Mapping[str, object]) -> dict[str, object]:
    """The columns of a row whose entries say these values; what a newer program meant by a field is left empty."""
    columns: dict[str, object] = {}
    for field in LEDGERS[table].ledger.kept:
        value = values.get(field.name)
        columns[field.name] = _held(field, value) if value is not None and legible(field, value) else None
    gone = values.get(DELETED)
    return columns | {DELETED: gone if is_stamp(gone) else None}


def _held(field: Field, value: object) -> object:
    found = unpacked(field.kind.storage, value)
    if isinstance(found, Decimal):
        return Decimal(int(found.scaleb(SCALE).to_integral_value())).scaleb(-SCALE)
    return found
