"""Journal entries in words: what a field was called, what stood there, what stands there."""

from __future__ import annotations

from collections.abc import Iterable

from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.merging import DELETED, Entry
from daan_desk.store.base import LEDGERS, unpacked
from daan_desk.store.legible import legible
from daan_desk.store.reader import Reader


class Worded:
    """Says entries in words; the links of all of them are named in one question per ledger."""

    def __init__(self, reader: Reader, entries: Iterable[Entry]) -> None:
        ids: dict[str, set[str]] = {}
        for entry in entries:
            for name, value in (*entry.fields.items(), *entry.was.items()):
                linked = _linked(entry.table, name)
                if linked and value:
                    ids.setdefault(linked, set()).add(str(value))
        self._texts = {ledger: reader.titles(ledger, wanted) for ledger, wanted in ids.items()}

    def of(self, entry: Entry, name: str) -> tuple[str, str, str]:
        """Label of the field, the words before, the words after."""
        if name == DELETED:
            return "记录", *(("已删除", "恢复") if entry.fields[name] is None else ("", "删除"))
        label = LEDGERS[entry.table].ledger[name].label
        return (
            label,
            self._word(entry.table, name, entry.was.get(name)),
            self._word(entry.table, name, entry.fields[name]),
        )

    def _word(self, table: str, name: str, value: object) -> str:
        linked = _linked(table, name)
        if linked and value:
            return self._texts[linked].get(str(value), "")
        kind = LEDGERS[table].ledger[name].kind
        return kind.show(unpacked(kind.storage, value)) if legible(LEDGERS[table].ledger[name], value) else "？"


def known(table: str, name: str) -> bool:
    """Whether this program knows the field; a newer one may have written more."""
    return name == DELETED or name in LEDGERS[table].ledger.by_name


def _linked(table: str, name: str) -> str:
    field = LEDGERS[table].ledger.by_name.get(name)
    return field.kind.ledger if field and isinstance(field.kind, LinkTo) else ""
