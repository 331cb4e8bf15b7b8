"""What bringing a whole backup back would change, shown before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from daan_desk.domain.questions import Question
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.services.restoring import copy_opened
from daan_desk.services.workspaces import Workplace

ACTS = Question("acts")
MOST = 50  # acts that are named


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """counts: records by ledger as (label, in the backup, now), of every ledger that has any.

    steps: the acts of the workspace that the backup does not have, named for the newest ones.
    """

    copy: Path
    counts: tuple[tuple[str, int, int], ...]
    steps: int
    newest: tuple[str, ...]

    @property
    def differing(self) -> tuple[tuple[str, int, int], ...]:
        """The ledgers in which the number of records is another one."""
        return tuple(one for one in self.counts if one[1] != one[2])


def plan(place: Workplace, copy: Path, password: str = "") -> RestorePlan:
    """Compare a backup with the open workspace; `Rejected` beside password where the backup has another one."""
    with copy_opened(place, copy, password) as then:
        before, known = counts(then), set(ledgers.ids(then, ACTS))
    now = counts(place.office)
    lost = [act for act in ledgers.ids(place.office, ACTS) if act not in known]
    told = tuple((each.label, before[each.name], now[each.name]) for each in ledgers.ledgers())
    return RestorePlan(copy, tuple(one for one in told if one[1] or one[2]), len(lost), _named(place.office, lost))


def counts(office: Office) -> dict[str, int]:
    """How many records every ledger has."""
    return {each.name: ledgers.totals(office, Question(each.name)).count for each in ledgers.ledgers()}


def _named(office: Office, acts: list[str]) -> tuple[str, ...]:
    moment = ledgers.ledger("acts")["at"].kind
    rows = ledgers.rows(office, "acts", acts[:MOST])
    return tuple(f"{moment.show(row['at'])}  {row['name']}（{row['by']}）" for row in rows)
