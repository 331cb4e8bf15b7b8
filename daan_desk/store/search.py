"""The words by which a record is found: its searched fields, with pinyin and initials of the names among them."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText
from daan_desk.store.pinyin import spoken

LONGEST = 400


def spelled(ledger: Ledger) -> tuple[Field, ...]:
    """The fields whose words make a row findable, the title first so that sorting by these words sorts by pinyin."""
    found = [f for f in ledger.fields if f.searched and not isinstance(f.kind, LinkTo)]
    titles = ledger.title.split()
    return tuple(sorted(found, key=lambda f: f.name not in titles))


def words(fields: tuple[Field, ...], values: Mapping[str, object]) -> str | None:
    """The search text of a row, lower case: pinyin of its title first, then values, then the other pinyin."""
    first: list[str] = []
    last: list[str] = []
    for field in fields:
        value = values.get(field.name)
        if value is None:
            continue
        text = str(value)[:LONGEST].lower()
        if text.isascii() or isinstance(field.kind, LongText):
            last.append(text)
            continue
        whole, initials = spoken(text)
        (last if first else first).extend((whole, text, initials))
    return " ".join(first + last) or None
