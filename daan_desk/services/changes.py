"""What an act touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer of every act: its id and name, and the ids of the records that it touched, by ledger.

    elsewhere: another window did it, so nothing here may jump to its records.
    """

    act: str = ""
    name: str = ""
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    elsewhere: bool = False

    def touch(self, *ledgers: str) -> bool:
        """Whether any of these ledgers was touched."""
        return any(self.ids.get(ledger) for ledger in ledgers)

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each ledger."""
        return {ledger: len(ids) for ledger, ids in self.ids.items() if ids}

    def first(self, ledger: str) -> str:
        """The first record of a ledger that was touched: after `add` the new one."""
        return self.ids[ledger][0]
