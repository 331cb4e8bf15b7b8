"""An import worked out and not yet carried out: what becomes of every row, and why, in plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from daan_desk.domain.columns import Match
from daan_desk.domain.sheets import Skipped, Spot

# Rules for a field, and for the unknown names of a ledger.
OVERWRITE, FILL, NEVER = "overwrite", "fill", "never"
CREATE, LEAVE = "create", "leave"


class Verdict(StrEnum):
    """What becomes of a row."""

    ADDED = "新增"
    CHANGED = "更新"
    SAME = "无变化"
    REFUSED = "拒绝"
    SKIPPED = "跳过"


@dataclass(frozen=True, slots=True)
class New:
    """A link to a record that is not there yet and is made in the same act; more: what is known besides its name."""

    ledger: str
    name: str
    more: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class OfRow:
    """A link to the record that a row of the plan is or becomes: its place among the plan's rows."""

    place: int


class CellChange(NamedTuple):
    """A field whose value would be another one, as it is shown."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of the sheet: what becomes of it, the values to write, and what is to be said about it.

    problems: field → sentence, why the row is refused. warnings: what was assumed or left out. why: of a skipped row.
    """

    row: int
    verdict: Verdict
    text: str = ""
    sheet: str = ""
    id: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    changes: tuple[CellChange, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """A record of another ledger that a row brings with it: the officer in charge, the issue raised on a visit."""

    ledger: str
    row: int
    text: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    proposed: ledger → names in the file that nobody knows yet, of which those in `create` are made in the same act.
    absent: records (id, text) of the ledger that the file does not name. questions: what somebody should confirm.
    shape: the header words, under which a confirmed matching is remembered. places: the sheet's column of every header.
    """

    ledger: str
    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[Match, ...]
    rows: tuple[Judged, ...]
    skipped: tuple[Skipped, ...] = ()
    extras: tuple[Extra, ...] = ()
    proposed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    create: frozenset[str] = frozenset()
    questions: tuple[str, ...] = ()
    warnings: tuple[tuple[int, str], ...] = ()
    absent: tuple[tuple[str, str], ...] = ()
    shape: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many rows of each verdict, all of them named."""
        found = Counter(judged.verdict for judged in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

    def of(self, verdict: Verdict) -> tuple[Judged, ...]:
        """The rows of one verdict, in the sheet's order."""
        return tuple(judged for judged in self.rows if judged.verdict is verdict)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where in the sheet something is wrong, for the workbook that goes back: column −1 is the row as a whole."""
        places = {match.field: self.places[match.column] for match in self.columns if match.field}
        found = []
        for judged in (one for one in self.rows if one.sheet in ("", self.sheet)):
            if judged.verdict is Verdict.SKIPPED:
                found.append(Spot(judged.row, -1, judged.why))
            found += [Spot(judged.row, places.get(name, -1), text) for name, text in judged.problems.items()]
            found += [Spot(judged.row, -1, text) for text in judged.warnings]
        return tuple(found)
