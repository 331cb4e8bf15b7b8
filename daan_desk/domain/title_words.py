"""What a sheet's title says of every row: 闲置厂房资源清册 is a list of plants, though no column says so."""

from __future__ import annotations

from collections.abc import Iterable

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import OneOf, bare, meanings
from daan_desk.domain.settings import choices, setting_named

SHORTEST = 2


def told_by_title(ledger: Ledger, there: Iterable[str], title: str) -> dict[str, str]:
    """Words for required choices that have no column, where the title names just one; there: fields with a column."""
    known, said = set(there), bare(title)
    found = {}
    for field in ledger.typed:
        if field.required and isinstance(field.kind, OneOf) and field.name not in known:
            words = spellings(field.kind)
            named = [spelling for spelling in words if len(spelling) >= SHORTEST and spelling in said]
            longest = [one for one in named if not any(one != other and one in other for other in named)]
            meant = {words[spelling] for spelling in longest}
            if len(meant) == 1:
                found[field.name] = meant.pop()
    return found


def spellings(kind: OneOf) -> dict[str, str]:
    """Every way to write a word of a choice; of a list that the office edits, the words that it begins with."""
    words = kind.words or (choices(kind.setting, setting_named(kind.setting).default) if kind.setting else ())
    return meanings(words, kind.aliases)
