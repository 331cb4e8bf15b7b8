"""What stood in a record before: every change of its fields with who made it and when, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from daan_desk.services.office import Office
from daan_desk.services.worded import Worded
from daan_desk.store.base import LEDGERS
from daan_desk.store.journal import entries_of_rows


@dataclass(frozen=True, slots=True)
class Revision:
    """One field of one change: the words before and after, who, when, and in which act."""

    field: str
    label: str
    before: str
    after: str
    by: str
    at: datetime
    act: str


def revisions(office: Office, ledger: str, record: str, field: str = "") -> tuple[Revision, ...]:
    """Everything that was ever written into a record, or into one field of it, newest first."""
    with office.reading() as reader:
        entries = entries_of_rows(reader.connection, [record])[record]
        words = Worded(reader, entries)
        names = reader.titles("officers", {entry.author for entry in entries})
        acts = reader.lines("acts", [entry.act for entry in entries])
    found = []
    for entry in reversed(entries):
        moment = datetime.fromtimestamp(entry.stamp / 1_000_000, UTC).astimezone()
        by, act = names.get(entry.author, entry.author), str(acts[entry.act]["name"]) if entry.act in acts else ""
        known = (name for name in entry.fields if name in LEDGERS[ledger].ledger.by_name and field in ("", name))
        found += [Revision(name, *words.of(entry, name), by, moment, act) for name in known]
    return tuple(found)
