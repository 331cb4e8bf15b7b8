"""The command that shows the sheet of a period, and types into it: all lines in one act."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened, values
from daan_desk.commands.records import plain
from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, Values
from daan_desk.services import entries, period_sheets
from daan_desk.services.period_sheets import PeriodSheet

Answer = dict[str, Any]


def sheet(given: argparse.Namespace) -> Answer:
    """The sheet of a period as it stands; with --values what is typed is kept first."""
    kind, typed = period_sheets.named(given.sheet), values(given)
    act = ""
    with opened(given, writing=bool(typed)) as office:
        found = kind.load(office, given.period, given.all)
        if typed:
            act = entries.save(office, found, period_sheets.by_names(found, typed)).act
            found = kind.load(office, given.period, given.all)
    rows = [_row(found, row) for row in found.rows]
    doubts = [one for row in found.rows for one in _doubts(kind, found, row)]
    return {
        "ledger": found.ledger,
        "period": found.words,
        "closed": found.closed,
        "rows": rows,
        "doubts": doubts,
        "act": act,
    }


def _row(found: EntrySheet, row: EntryRow) -> Answer:
    now = {field.name: plain(row.values.get(field.name)) for field in found.fields}
    return {"line": row.title, **now, "beside": _beside(found, row.before, 0) | _beside(found, row.ago, 1)}


def _beside(found: EntrySheet, values: Values, at: int) -> Answer:
    """What stands beside the cells, by what it is called and the column's label."""
    word = found.beside[at]
    known = ((field, plain(values.get(field.name))) for field in found.fields)
    return {f"{field.label}（{word}）": value for field, value in known if word and value not in (None, "")}


def _doubts(kind: PeriodSheet, found: EntrySheet, row: EntryRow) -> list[Answer]:
    odd = kind.doubted(found, row, row.values)
    labels = {field.name: field.label for field in found.fields}
    return [{"line": row.title, "label": labels[name], "words": words} for name, words in odd.items()]
