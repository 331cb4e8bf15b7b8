"""How long somebody waits who does not know the password, and how a phone is shown to who need not know it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from daan_desk.domain.contacts import BETWEEN_PHONES, HIDDEN, HIDDEN_DIGITS, Phone
from daan_desk.domain.fields import Kind
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


def stands_for(shown: str, number: str) -> bool:
    """Whether every number of a text, hidden or whole, is one of those that we have."""
    known = [_digits(piece) for piece in BETWEEN_PHONES.split(number)]
    return all(any(_fits(piece, one) for one in known) for piece in BETWEEN_PHONES.split(shown) if piece.strip())


def _fits(shown: str, digits: str) -> bool:
    first, *rest = (_digits(part) for part in HIDDEN_DIGITS.split(shown))
    if not rest:
        return first == digits
    return len(digits) > len(first) + len(rest[-1]) and digits.startswith(first) and digits.endswith(rest[-1])


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def personal(kind: Kind) -> bool:
    """Whether a field holds the telephone number of a person, and not that of an office for everybody."""
    return isinstance(kind, Phone) and not kind.public


def hidden(table: Table) -> Table:
    """A table for people who need not call anybody: every person's telephone number masked."""
    at = {place for place, column in enumerate(table.columns) if personal(column.kind)}
    rows = tuple(
        tuple(masked(str(cell)) if place in at and cell else cell for place, cell in enumerate(row))
        for row in table.rows
    )
    return replace(table, rows=rows) if at else table
