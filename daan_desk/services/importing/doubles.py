"""Rows of one file that say the same record twice."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.fields import Ledger
from daan_desk.services.importing.drafts import Draft
from daan_desk.services.importing.existing import Key

# Two rows with the same key may both be true: several visits on a day, several issues of one enterprise.
EVENTS = frozenset({"visits", "issues"})


class Doubles:
    """Remembers the rows of a file by their keys; numbered: the columns that only count the rows."""

    def __init__(self, ledger: Ledger, numbered: frozenset[int] = frozenset()) -> None:
        self.ledger = ledger
        self.numbered = numbered
        self.seen: list[dict[Key, Draft]] = [{} for _ in ledger.keys]

    def remember(self, draft: Draft, keys: Sequence[Key | None]) -> None:
        """Let later rows be compared with this one."""
        for at, key in enumerate(keys):
            if key is not None:
                self.seen[at].setdefault(key, draft)

    def why(self, draft: Draft, keys: Sequence[Key | None]) -> str:
        """Why a row says again what an earlier one said, "" for a row of its own."""
        for at, key in enumerate(keys):
            first = self.seen[at].get(key) if key is not None else None
            if first is None:
                continue
            if not self.contradicting(draft, first):
                return self.sentence(draft, first, at)
            if self.ledger.keys[at] == ("number",):
                draft.remarks.append(
                    f"编号“{draft.values['number']}”与第 {first.source.number} 行相同，请改成各不相同的"
                )
        return ""

    def cells(self, draft: Draft) -> tuple[object, ...]:
        """All that a row says, but for its number in the list."""
        return tuple(cell for at, cell in enumerate(draft.source.cells) if at not in self.numbered)

    def sentence(self, draft: Draft, first: Draft, at: int) -> str:
        """Which row it repeats, by which fields, and where it differs."""
        labels = "、".join(self.ledger[name].label for name in self.ledger.keys[at])
        apart = [self.ledger[n].label for n, value in draft.values.items() if first.values.get(n) != value]
        rest = f"；与那一行不同的栏目：{'、'.join(apart)}" if apart else ""
        return f"与第 {first.source.number} 行重复（{labels}相同），没有重复导入{rest}"

    def contradicting(self, draft: Draft, first: Draft) -> bool:
        """Whether two rows with one key are two records: events that differ, enterprises of one name and two codes."""
        if self.ledger.name in EVENTS:
            return self.cells(draft) != self.cells(first)
        names = self.ledger.keys[0]
        pairs = [(draft.values.get(name), first.values.get(name)) for name in names]
        apart = all(a is not None and b is not None for a, b in pairs) and any(a != b for a, b in pairs)
        if apart:
            labels = "、".join(self.ledger[name].label for name in names)
            draft.remarks.append(f"与第 {first.source.number} 行同名，但{labels}不同，按两条处理")
        return apart
