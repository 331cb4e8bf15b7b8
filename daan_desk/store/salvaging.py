"""What a damaged workspace still says: entries of the journal that prove themselves, and files; backups help out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, bindparam, insert, update

from daan_desk.domain.merging import Entry, digest
from daan_desk.store import absorbing, blobs, facts, withheld
from daan_desk.store.attachments import Blob
from daan_desk.store.base import table_of
from daan_desk.store.carving import Pages, Value, rows
from daan_desk.store.journal import KEPT, JournalRow

HASH = re.compile(r"[0-9a-f]{64}")
JOURNAL_COLUMNS = len(KEPT) + 1  # `arrived` stands behind
OWN = ("me", "peers", "made", "region", "signing", "numbers")  # facts of this copy that the salvaged one keeps


@dataclass
class Found:
    """What was carved out of one file after the other; the first file is the damaged one, the others its backups."""

    entries: dict[str, Entry] = field(default_factory=dict)
    arrived: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    damaged: int = 0
    pages: int = 0
    from_copies: int = 0

    def add(self, path: Path, key: bytes, head: bytes, *, copy: bool = False) -> None:
        """Take in what a file says that is not known yet."""
        pages, before = Pages(path, key, head), len(self.entries)
        for row in rows(pages):
            self._sort_in(row)
        if copy:
            self.from_copies += len(self.entries) - before
        else:
            self.damaged, self.pages = len(pages.damaged), len(pages.numbers) + len(pages.damaged)

    def _sort_in(self, row: tuple[Value, ...]) -> None:
        first = row[0] if row else None
        if len(row) == JOURNAL_COLUMNS and isinstance(first, str) and HASH.fullmatch(first):
            entry = _entry(row)
            if entry is not None:
                self.entries.setdefault(entry.id, entry)
                self.arrived |= {entry.id: str(row[-1])} if row[-1] else {}
        elif len(row) == 2 and isinstance(first, str) and isinstance(row[1], bytes):
            if hashlib.sha256(row[1]).hexdigest() == first:
                self.files[first] = row[1]
        elif len(row) == 2 and first in OWN and isinstance(row[1], str):
            self.facts.setdefault(str(first), row[1])


def _entry(row: Sequence[Value]) -> Entry | None:
    values = dict(zip(KEPT, row, strict=False))
    try:
        maps = {name: json.loads(str(values[name])) for name in ("fields", "replaced", "was")}
        entry = Entry(**(values | maps))
        return entry if digest(entry) == entry.id else None
    except (ValueError, TypeError, AttributeError):
        return None


@dataclass(frozen=True, slots=True)
class Missing:
    """What is lost: entries by the gaps of their chains (their number where both ends are known), names of files."""

    entries: int
    files: tuple[str, ...]


def rebuild(connection: Connection, found: Found, region: str, act: str) -> Missing:
    """Make an empty workspace say what was found, with the gaps noted, so that `check` knows of them."""
    entries = sorted(found.entries.values(), key=lambda entry: (entry.replica, entry.seq, entry.id))
    gaps = withheld.stubs(entries)
    absorbing.take_in(connection, entries, act, region)
    _put_arrivals(connection, found.arrived, act)
    withheld.note(connection, gaps)
    if found.files:
        connection.execute(insert(table_of(Blob)), [{"digest": d, "data": data} for d, data in found.files.items()])
    for name, value in found.facts.items():
        facts.put(connection, name, value)
    facts.put(connection, facts.ABSENT, json.dumps(sorted(blobs.wanted(connection))))
    return Missing(_lost(entries, gaps.values()), blobs.names_wanted(connection))


def _put_arrivals(connection: Connection, arrived: Mapping[str, str], act: str) -> None:
    """What was written here and what came with which merge stays known: taking in called all of it an arrival."""
    kept = table_of(JournalRow)
    connection.execute(update(kept).where(kept.c.arrived == act).values(arrived=None))
    lines = [{"entry": identity, "merge": merge} for identity, merge in arrived.items()]
    if lines:
        mark = update(kept).where(kept.c.id == bindparam("entry")).values(arrived=bindparam("merge"))
        connection.execute(mark, lines)


def _lost(entries: Iterable[Entry], gaps: Iterable[tuple[str, int]]) -> int:
    here: dict[str, set[int]] = {}
    for entry in entries:
        here.setdefault(entry.replica, set()).add(entry.seq)
    lost = set()
    for replica, seq in gaps:
        before = max((one for one in here[replica] if one <= seq), default=0)
        lost |= {(replica, number) for number in range(before + 1, seq + 1)} or {(replica, seq)}
    return len(lost)
