"""Whether entries that came from outside are whole, unaltered, and follow from what is here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.merging import DELETED, Entry, digest
from daan_desk.domain.parcels import Known, Places
from daan_desk.store import dialects
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.journal import JournalRow, chunks
from daan_desk.store.legible import is_stamp, legible
from daan_desk.store.schema import LATEST

HASH = re.compile(r"[0-9a-f]{64}")
NAME = re.compile(r"[0-9A-Za-z_.-]{1,40}")
ALTERED = "交换包的内容前后不符，可能被改动过，没有合并。"
AGAIN = "请对方重新打包一次，再传送过来。"
GAP = "这个交换包只带了一部分内容，本机还缺它之前的内容，没有合并。"
WHOLE = "请对方重新打一个完整的交换包（不选起始日期），再来合并。"


def refuse_altered(entries: Iterable[Entry]) -> None:
    """`Trouble` where an entry is no entry, or its id is not the digest of what it says."""
    for entry in entries:
        try:
            right = _shaped(entry) and digest(entry) == entry.id
        except (TypeError, ValueError, RecursionError, AttributeError):
            right = False
        if not right:
            raise Trouble(ALTERED, AGAIN)


def _shaped(entry: Entry) -> bool:
    names = (entry.replica, entry.act, entry.row, entry.table)
    numbers = (entry.seq, entry.schema)
    return (
        all(isinstance(word, str) and NAME.fullmatch(word) for word in names)
        and all(type(number) is int and 1 <= number < 2**62 for number in numbers)
        and is_stamp(entry.stamp)
        and isinstance(entry.author, str)
        and len(entry.author) <= 100
        and (entry.parent == "" if entry.seq == 1 else bool(HASH.fullmatch(entry.parent)))
        and all(isinstance(part, dict) for part in (entry.fields, entry.replaced, entry.was))
        and all(isinstance(ids, list) and all(isinstance(i, str) for i in ids) for ids in entry.replaced.values())
        and _fitting(entry)
    )


def _fitting(entry: Entry) -> bool:
    """Whether every field can hold its value; of a newer program's entry nobody here can say so."""
    if entry.schema > LATEST or entry.table not in LEDGERS:
        return True
    gone = entry.fields.get(DELETED)
    described = LEDGERS[entry.table].ledger.by_name
    values = (*entry.fields.items(), *entry.was.items())
    fits = all(legible(described[name], value) for name, value in values if name in described)
    return fits and (gone is None or is_stamp(gone))


def refuse_gaps(connection: Connection, fresh: Sequence[Entry], known: Known, needs: Places | None = None) -> Places:
    """`Rejected` where what must come before these entries is not to be found; answers the places left open.

    Without `needs` that is every entry before them and all that the sender has; with it only what it names, because the
    rest was not meant for this copy.
    """
    here = {entry.id: (entry.replica, entry.seq) for entry in fresh}
    before = {entry.parent: (entry.replica, entry.seq - 1) for entry in fresh if entry.parent}
    tips = {identity: (replica, seq) for replica, ends in known.items() for seq, identity in ends}
    wanted = tips if needs is None else needs
    here |= places(connection, [identity for identity in {**before, **wanted} if identity not in here])
    missing = wanted if needs is not None else {**before, **tips}
    if any(identity not in here for identity in missing):
        raise Rejected(f"{GAP}{WHOLE}")
    if any(here.get(identity, place) != place for identity, place in {**before, **wanted}.items()):
        raise Trouble(ALTERED, AGAIN)
    return {identity: place for identity, place in before.items() if identity not in here}


def places(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[str, int]]:
    """Where in which chain these entries stand, of those that are here."""
    found: dict[str, tuple[str, int]] = {}
    kept = table_of(JournalRow)
    for part in chunks(ids):
        found |= dialects.places(connection, kept, part)
    return found
