"""All tables of spoken header words as one: ledger → field → words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from daan_desk.domain.spoken import ground, money, people, work

WRITTEN: Mapping[str, str] = {**people.TABLES, **work.TABLES, **money.TABLES, **ground.TABLES}


@cache
def _fields(ledger: str) -> Mapping[str, tuple[str, ...]]:
    """A line is a field and its words; a line that begins with blanks goes on with the words."""
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in WRITTEN.get(ledger, "").splitlines():
        before, colon, after = line.partition(":")
        if colon and not line.startswith(" "):
            name, line = before, after
        if name:
            found[name] = (*found.get(name, ()), *line.split())
    return found


def spoken(ledger: str, field: str) -> tuple[str, ...]:
    """The words of one field; none where nobody has written any down."""
    return _fields(ledger).get(field, ())
