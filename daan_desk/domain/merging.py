"""A row is what its journal entries say, whatever order they came in: heads per field, settled or in conflict."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

DELETED = "deleted_at"
EVERY_FIELD = "*"
DAY_IN_MICROSECONDS = 24 * 60 * 60 * 1_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What one act did to one row, on the replica where it was done.

    seq: without gaps per replica. parent: id of the entry before it of the same replica, "" for the first.
    stamp: microseconds of the hybrid clock. fields: field → new value, JSON-able. replaced: field → ids of the entries
    whose value the writer saw; "*" stands for every field without a list of its own. was: the values before, for undo.
    A deletion writes `deleted_at` and lists in `replaced` every head of the row, so that it is known what it had seen.
    Whoever writes to a deleted row writes `deleted_at: None` in the same entry.
    """

    id: str
    replica: str
    seq: int
    parent: str
    stamp: int
    author: str
    act: str
    table: str
    row: str
    schema: int
    fields: Mapping[str, object]
    replaced: Mapping[str, Sequence[str]] = field(default_factory=dict)
    was: Mapping[str, object] = field(default_factory=dict)

    def saw(self, name: str) -> Sequence[str]:
        """The ids of the entries that this one replaced in a field."""
        own = self.replaced.get(name)
        return self.replaced.get(EVERY_FIELD, ()) if own is None else own

    def saw_at_all(self) -> frozenset[str]:
        """Every entry of the row that the writer had before the eyes."""
        return frozenset(seen for ids in self.replaced.values() for seen in ids)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Several people gave a field different values without knowing of each other; the newest stamp comes first."""

    field: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a row says: the value shown of every field, and where a person must still decide."""

    values: Mapping[str, object]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def deleted(self) -> bool:
        return bool(self.values.get(DELETED))


Frame = tuple[str, int, str, int, str, str, str, str, int]  # an entry from `replica` to `schema`, in this order
_quoted = json.encoder.encode_basestring
_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def canonical(value: Mapping[str, object]) -> str:
    """The one JSON text of a mapping: keys sorted, nothing escaped that need not be."""
    return _canonical(value) if value else "{}"


def identified(frame: Frame, fields: str, replaced: str, was: str) -> str:
    """The id of an entry whose three mappings are canonical JSON already: SHA-256 (hex) of its whole canonical text."""
    replica, seq, parent, stamp, author, act, table, row, schema = frame
    text = (
        f'{{"act":{_quoted(act)},"author":{_quoted(author)},"fields":{fields},"parent":{_quoted(parent)},'
        f'"replaced":{replaced},"replica":{_quoted(replica)},"row":{_quoted(row)},"schema":{schema},"seq":{seq},'
        f'"stamp":{stamp},"table":{_quoted(table)},"was":{was}}}'
    )
    return hashlib.sha256(text.encode()).hexdigest()


def digest(entry: Entry) -> str:
    """SHA-256 (hex) of all of the entry but its own id; the parent's id in it makes the replica's log a chain."""
    who = (entry.replica, entry.seq, entry.parent, entry.stamp, entry.author)
    replaced = canonical({name: list(ids) for name, ids in entry.replaced.items()})
    frame = (*who, entry.act, entry.table, entry.row, entry.schema)
    return identified(frame, canonical(entry.fields), replaced, canonical(entry.was))


def sealed(entry: Entry) -> Entry:
    """The entry with its id worked out from the rest."""
    return replace(entry, id=digest(entry))


def next_stamp(last: int, now_us: int) -> int:
    """The stamp of the next entry in microseconds; a `last` more than a day ahead of the clock is not followed."""
    return now_us if last > now_us + DAY_IN_MICROSECONDS else max(last + 1, now_us)


def followed(last: int, seen: int, now_us: int) -> int:
    """The stamp to remember after another replica's stamp was seen, which counts unless it is more than a day ahead."""
    return last if seen > now_us + DAY_IN_MICROSECONDS else max(last, seen)


def by_row(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    """The entries of every row, by table and row id."""
    rows: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        rows[entry.table, entry.row].append(entry)
    return dict(rows)


def heads(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Per field the entries that no other entry replaced, newest first; an entry that came twice counts once."""
    known = sorted({entry.id: entry for entry in entries}.values(), key=_age, reverse=True)
    gone = {(name, seen) for entry in known for name in entry.fields for seen in entry.saw(name)}
    standing: dict[str, list[Entry]] = {}
    for entry in known:
        for name in entry.fields:
            if (name, entry.id) not in gone:
                standing.setdefault(name, []).append(entry)
    return standing


def settle(entries: Iterable[Entry]) -> Settled:
    """What the entries of one row say together; in a conflict the newest stamp is shown, ties go by id.

    A deletion holds only if it had seen every head of the row; until someone decides, the row stays.
    """
    standing = heads(entries)
    values = {name: found[0].fields[name] for name, found in standing.items()}
    conflicts = [
        Conflict(name, tuple(found))
        for name, found in standing.items()
        if name != DELETED and len(found) > 1 and _differ(name, found)
    ]
    if DELETED in standing and not _deletion_settled(standing):
        values[DELETED] = None
        conflicts.append(Conflict(DELETED, tuple(standing[DELETED])))
    return Settled(dict(sorted(values.items())), tuple(sorted(conflicts, key=lambda conflict: conflict.field)))


def _age(entry: Entry) -> tuple[int, str]:
    return entry.stamp, entry.id


def _differ(name: str, found: Sequence[Entry]) -> bool:
    # As JSON, because Python takes True for 1.
    return len({_canonical(entry.fields[name]) for entry in found}) > 1


def _deletion_settled(standing: Mapping[str, Sequence[Entry]]) -> bool:
    """Whether nobody deleted the row, or everybody who spoke of it did and one of them had seen all that stands."""
    deletions = [entry for entry in standing[DELETED] if entry.fields[DELETED]]
    if not deletions:
        return True
    if len(deletions) < len(standing[DELETED]):
        return False
    others = {entry.id for name, found in standing.items() if name != DELETED for entry in found}
    return any(others <= deletion.saw_at_all() | {deletion.id} for deletion in deletions)
