"""Questions to a ledger and their answers, as frozen values that cross threads and walls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


class Where(NamedTuple):
    """One condition. op: is, not, has (contains), from (≥), to (≤), still (≥ or empty: not over), in, empty, filled."""

    field: str
    op: str = "is"
    value: object = None


@dataclass(frozen=True, slots=True)
class Question:
    """Which rows of a ledger, in which order; text is what was typed into the search box, "-field" sorts downwards."""

    ledger: str
    text: str = ""
    where: tuple[Where, ...] = ()
    sort: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it was read: links as `Linked`, days and decimals as such."""

    id: str
    values: Mapping[str, object]
    changed_at: datetime
    changed_by: str = ""

    def __getitem__(self, name: str) -> object:
        return self.values.get(name)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many rows answer a question, and the sums of the fields that have one."""

    count: int
    sums: Mapping[str, object] = field(default_factory=dict)


class Hit(NamedTuple):
    """Something found: its ledger and id, the words that name it, and a line that tells it from its namesakes."""

    ledger: str
    id: str
    text: str
    detail: str = ""
