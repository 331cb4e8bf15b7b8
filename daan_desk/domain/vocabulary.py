"""The words of a ledger for matching, and what a column and a candidate for it are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.headings import COMPARED, Heading, bare, canonical
from daan_desk.domain.kinds import Phone
from daan_desk.domain.looks import Looks
from daan_desk.domain.numbers import Integer, Number
from daan_desk.domain.spoken.tables import spoken

LABEL, ALIAS, CLEANED, LOOKS, LIKE = 4, 3, 2, 1, 0


@dataclass(frozen=True)
class Column:
    """A column as matching sees it: its place, its words, the look of its values; blank: no row has anything there."""

    place: int
    text: str
    heading: Heading
    looks: Looks
    blank: bool = False


class Candidate(NamedTuple):
    """One thing that a column may be."""

    place: int
    field: str
    level: int
    reason: str
    generic: bool = False
    also: str = ""
    role: str = ""
    spare: bool = False
    sure: bool = True

    @property
    def decides(self) -> bool:
        """Likeness may suggest, only words and values decide."""
        return self.level > LIKE


@dataclass(frozen=True)
class Vocabulary:
    """The words of a ledger: what is written exactly, what is equal when cleaned, and which field is the phone."""

    ledger: str
    exact: Mapping[str, tuple[str, int]]
    cleaned: Mapping[str, str]
    labels: Mapping[str, str]
    numeric: frozenset[str]
    phone: str
    roles: bool
    raised: bool = False

    @classmethod
    def of(cls, ledger: Ledger) -> Vocabulary:
        """The words of the fields that can be imported; of one word for two fields the first field has it."""
        usable = importable(ledger)
        exact, cleaned = exactly(usable), nearly(usable, ledger.name)
        return cls(
            ledger=ledger.name,
            exact=exact,
            cleaned=cleaned,
            labels={field.name: field.label for field in usable},
            numeric=frozenset(
                f.name for f in usable if isinstance(f.kind, Number | Integer) and not COMPARED.search(f.label)
            ),
            phone=next((f.name for f in usable if isinstance(f.kind, Phone)), ""),
            roles=ledger.name == "enterprises",
            raised=ledger.name == "visits",
        )


def exactly(fields: Sequence[Field]) -> dict[str, tuple[str, int]]:
    """Labels and aliases as they are written."""
    found: dict[str, tuple[str, int]] = {}
    for field in fields:
        found.setdefault(bare(field.label), (field.name, LABEL))
    for field in fields:
        for word in field.aliases:
            found.setdefault(bare(word), (field.name, ALIAS))
    return found


def nearly(fields: Sequence[Field], ledger: str) -> dict[str, str]:
    """The same words in their common form, and after them those that offices say instead."""
    found: dict[str, str] = {}
    for field in fields:
        for word in (field.label, *field.aliases):
            found.setdefault(canonical(word), field.name)
    for field in fields:
        for word in spoken(ledger, field.name):
            found.setdefault(canonical(word), field.name)
    return found


def importable(ledger: Ledger) -> tuple[Field, ...]:
    """Fields that a roster may bring: those that people fill in, and those of an old ledger's state and days."""
    return tuple(f for f in ledger.fields if f.kept)
