"""What the rows of an act would be without it, and which must stay because somebody has worked on them since."""

from __future__ import annotations

from dataclasses import dataclass, field

from daan_desk.domain.failures import Rejected
from daan_desk.domain.merging import DELETED, Entry, heads
from daan_desk.store.base import LEDGERS, unpacked
from daan_desk.store.journal import entries_of_act, entries_of_rows
from daan_desk.store.reader import Reader

SINCE = "之后又改过"


@dataclass
class Rows:
    """Values that come back (ledger → id → values), what is kept (ledger, id, why), and every row that is concerned."""

    back: dict[str, dict[str, dict[str, object]]] = field(default_factory=dict)
    kept: list[tuple[str, str, str]] = field(default_factory=list)
    own: set[str] = field(default_factory=set)

    def keep(self, table: str, row: str, why: str) -> None:
        """This row stays as it is."""
        self.kept.append((table, row, why))

    def bring_back(self, table: str, row: str, values: dict[str, object]) -> None:
        """This row gets these values."""
        self.back.setdefault(table, {})[row] = values


def rows_before(reader: Reader, act: str) -> Rows:
    """The rows of an act as they were before it; `Rejected` where the act left nothing that can be taken back."""
    done = [entry for entry in entries_of_act(reader.connection, act) if entry.table != "acts"]
    if not done:
        raise Rejected("这一步没有留下可以撤销的内容。")
    refuse_unknown(done)
    by_row: dict[tuple[str, str], list[Entry]] = {}
    for entry in done:
        by_row.setdefault((entry.table, entry.row), []).append(entry)
    history = entries_of_rows(reader.connection, [row for _, row in by_row])
    found = Rows(own={row for _, row in by_row})
    for (table, row), entries in by_row.items():
        if _touched_since(entries, history[row]):
            found.keep(table, row, SINCE)
        else:
            found.bring_back(table, row, _before(table, entries))
    return found


def refuse_unknown(done: list[Entry]) -> None:
    """`Rejected` where a newer program wrote something that this one does not know."""
    for entry in done:
        names = LEDGERS[entry.table].ledger.by_name if entry.table in LEDGERS else {}
        if any(name not in names and name != DELETED for name in entry.fields):
            raise Rejected("这一步含有本程序还不认识的内容，请先把程序升级到最新版，再撤销。")


def _touched_since(entries: list[Entry], history: list[Entry]) -> bool:
    """Whether a field of the act has a newer value, or a row that it made was worked on."""
    mine = {entry.id for entry in entries}
    if made(entries[0]) and any(entry.id not in mine for entry in history):
        return True  # whatever else is said of a row came after it was made, whatever the clocks say
    standing = heads(history)
    changed = {name for entry in entries for name in entry.fields}
    return any(head.id not in mine for name in changed for head in standing.get(name, ()))


def made(entry: Entry) -> bool:
    """Whether this entry made its row."""
    return not entry.was and DELETED not in entry.fields


def _before(table: str, entries: list[Entry]) -> dict[str, object]:
    """The values before the act: of a row that it made, a tombstone."""
    if made(entries[0]):
        return {DELETED: entries[-1].stamp}
    described = LEDGERS[table].ledger
    before: dict[str, object] = {}
    for entry in reversed(entries):
        for name, value in entry.was.items():
            storage = "integer" if name == DELETED else described[name].kind.storage
            before[name] = unpacked(storage, value)
    return before
