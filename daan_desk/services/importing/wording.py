"""Values of a plan in words, links by the names of their records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import CellChange, Judged, New
from daan_desk.domain.kinds import LinkTo
from daan_desk.store.reader import Reader

Line = Mapping[Any, Any]


class Wording:
    """Says values of one ledger; `learn` fetches the names of the linked records in one go."""

    def __init__(self, reader: Reader, ledger: Ledger) -> None:
        self.reader = reader
        self.ledger = ledger
        self.links = {f.name: f.kind.ledger for f in ledger.fields if isinstance(f.kind, LinkTo)}
        self.names: dict[str, str] = {}

    def learn(self, rows: Iterable[tuple[str, object]]) -> None:
        """Fetch the names of the records that these fields link to."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for name, value in rows:
            if name in self.links and isinstance(value, str):
                wanted[self.links[name]].add(value)
        for target, ids in wanted.items():
            self.names |= self.reader.titles(target, ids)

    def said(self, name: str, value: object) -> str:
        """A value in words."""
        if value is None:
            return ""
        if isinstance(value, New):
            return value.name
        if name in self.links:
            return self.names.get(str(value), "")
        return self.ledger[name].kind.show(value)

    def with_changes(self, found: Sequence[Judged], lines: Mapping[str, Line]) -> list[Judged]:
        """The rows, those that would change with every change in words."""
        changed = [(judged, lines[judged.id]) for judged in found if judged.id and judged.values]
        self.learn((name, line[name]) for judged, line in changed for name in judged.values)
        self.learn((name, value) for judged, _ in changed for name, value in judged.values.items())
        return [
            replace(one, changes=self.changes(one, lines[one.id])) if one.id and one.values else one for one in found
        ]

    def changes(self, judged: Judged, line: Line) -> tuple[CellChange, ...]:
        """What would change in a row that we have."""
        return tuple(CellChange(n, self.said(n, line[n]), self.said(n, value)) for n, value in judged.values.items())
