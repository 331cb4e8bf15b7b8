"""Rows that we have, found by the keys of their ledger, best key first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import New
from daan_desk.services.importing.linking import NORMAL
from daan_desk.store.reader import Reader

Key = tuple[object, ...]


class Existing:
    """An index of a ledger's rows by their keys; names are compared in their normal form."""

    def __init__(self, reader: Reader, ledger: Ledger) -> None:
        self.ledger = ledger
        self.names = tuple(dict.fromkeys(name for key in ledger.keys for name in key))
        self.normal = NORMAL.get(ledger.name)
        self.rows: dict[str, dict[str, object]] = {}
        self.by_key: list[defaultdict[Key, list[str]]] = [defaultdict(list) for _ in ledger.keys]
        for identity, *values in reader.columns(ledger.name, "id", *self.names):
            self.rows[identity] = dict(zip(self.names, values, strict=True))
            for at, key in enumerate(self.keys(self.rows[identity])):
                if key is not None:
                    self.by_key[at][key].append(identity)

    def keys(self, values: Mapping[str, object]) -> list[Key | None]:
        """The row's value for every key of the ledger, None where a part of it is missing."""
        return [self.key(names, values) for names in self.ledger.keys]

    def key(self, names: Sequence[str], values: Mapping[str, object]) -> Key | None:
        """The row's value for one key."""
        parts = []
        for name in names:
            value = values.get(name)
            compared = None if value is None else self.compared(name, value)
            if compared is None or compared == "":
                return None
            parts.append(compared)
        return tuple(parts)

    def compared(self, name: str, value: object) -> object:
        """A value for comparing: names in their normal form, links that are only planned by their name."""
        if isinstance(value, New):
            return value
        return self.normal(value) if name == "name" and self.normal and isinstance(value, str) else value

    def matching(self, values: Mapping[str, object], keys: Sequence[Key | None]) -> list[str]:
        """Ids of the rows that are this one, by the best key that finds any."""
        stronger: dict[str, object] = {}
        for at, key in enumerate(keys):
            if key is None:
                continue
            names = self.ledger.keys[at]
            apart = {name: stronger[name] for name in stronger if set(names) < set(stronger)}
            found = [i for i in self.by_key[at].get(key, ()) if self.agrees(i, apart)]
            if found:
                return found
            stronger |= dict(zip(names, key, strict=True))
        return []

    def agrees(self, identity: str, apart: Mapping[str, object]) -> bool:
        """Whether a row found by a weaker key does not contradict the stronger one: it is empty there, or the same."""
        row = self.rows[identity]
        return all(row[name] is None or self.compared(name, row[name]) == value for name, value in apart.items())
