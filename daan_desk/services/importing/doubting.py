"""What is hard to believe of rows that are to be written: their days, and a post that another officer holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import Extra, Judged, Verdict
from daan_desk.domain.plausible import doubts
from daan_desk.services.posts import rivals
from daan_desk.store.reader import Reader

WRITTEN = frozenset({Verdict.ADDED, Verdict.CHANGED})


def doubted(rows: Iterable[Judged], ledger: Ledger, today: date) -> tuple[Judged, ...]:
    """The rows, those that will be written with a warning for every day that can hardly be meant."""
    return tuple(_doubted(row, ledger, today) if row.verdict in WRITTEN else row for row in rows)


def _doubted(row: Judged, ledger: Ledger, today: date) -> Judged:
    said = doubts(ledger, row.values, today, row.values.keys())
    return replace(row, warnings=(*row.warnings, *said.values())) if said else row


def contested(
    reader: Reader, ledger: Ledger, rows: Sequence[Judged], extras: Sequence[Extra], today: date
) -> list[tuple[int, str]]:
    """By row the posts that it gives to an officer while another one holds them."""
    given = [(extra.row, extra.values) for extra in extras if extra.ledger == "assignments"]
    if ledger.name == "assignments":
        given += [(row.row, row.values) for row in rows if row.verdict is Verdict.ADDED]
    return rivals(reader, given, today)
