"""What is hard to believe of the days of rows that are to be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import Judged, Verdict
from daan_desk.domain.plausible import doubts

WRITTEN = frozenset({Verdict.ADDED, Verdict.CHANGED})


def doubted(rows: Iterable[Judged], ledger: Ledger, today: date) -> tuple[Judged, ...]:
    """The rows, those that will be written with a warning for every day that can hardly be meant."""
    return tuple(_doubted(row, ledger, today) if row.verdict in WRITTEN else row for row in rows)


def _doubted(row: Judged, ledger: Ledger, today: date) -> Judged:
    said = doubts(ledger, row.values, today, row.values.keys())
    return replace(row, warnings=(*row.warnings, *said.values())) if said else row
