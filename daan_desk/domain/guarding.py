"""How long somebody waits who does not know the password, and how a phone is shown to who need not know it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from daan_desk.domain.contacts import HIDDEN, Phone
from daan_desk.domain.tables import Table

FREE: Final = 2  # slips that cost nothing
LONGEST_WAIT: Final = 60
MASK: Final = HIDDEN
NUMBER = re.compile(r"\d[\d -]{5,}\d")


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong passwords: none for two slips, then 2, 4, 8 … up to a minute."""
    return 0 if failures <= FREE else min(LONGEST_WAIT, 2 ** min(failures - FREE, 10))


def masked(phone: str) -> str:
    """A phone, or several in one text, with the four digits before the last four hidden: 138****5678."""
    return NUMBER.sub(lambda found: _hidden(found.group()), phone)


def _hidden(number: str) -> str:
    at = [place for place, sign in enumerate(number) if sign.isdigit()]
    keep = 4 if len(at) > 8 else 2
    first, last = at[max(0, len(at) - keep - 4)], at[len(at) - keep]
    return number[:first] + MASK + number[last:]


def hidden(table: Table) -> Table:
    """A table for people who need not call anybody: every telephone number masked."""
    at = {place for place, column in enumerate(table.columns) if isinstance(column.kind, Phone)}
    rows = tuple(
        tuple(masked(str(cell)) if place in at and cell else cell for place, cell in enumerate(row))
        for row in table.rows
    )
    return replace(table, rows=rows) if at else table
