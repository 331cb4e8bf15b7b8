"""What a sheet's title says of every row: 闲置厂房资源清册 is a list of plants, though no column says so."""

from __future__ import annotations

from collections.abc import Iterable

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import OneOf, bare, meanings

SHORTEST = 2


def told_by_title(ledger: Ledger, there: Iterable[str], title: str) -> dict[str, str]:
    """Words for required choices that have no column, where the title names just one; there: fields with a column."""
    known, said = set(there), bare(title)
    found = {}
    for field in ledger.typed:
        if field.required and isinstance(field.kind, OneOf) and field.name not in known and not field.kind.setting:
            words = meanings(field.kind.words, field.kind.aliases)
            meant = {word for spelling, word in words.items() if len(spelling) >= SHORTEST and spelling in said}
            if len(meant) == 1:
                found[field.name] = meant.pop()
    return found
