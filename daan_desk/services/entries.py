"""A whole period typed in one sheet is kept in one act: new records are made, those that are there are changed."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.entry_sheets import EntryRow, EntrySheet
from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Where
from daan_desk.services import consequences
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.consistency import Consistency
from daan_desk.services.office import Act, Office
from daan_desk.services.stale import last_hand, when
from daan_desk.services.values import findings
from daan_desk.store.base import LEDGERS
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Line

Typed = Mapping[str, Mapping[str, object]]


def save(office: Office, sheet: EntrySheet, typed: Typed) -> Changes:
    """Keep what was typed (row key → field → raw value); `Rejected` with "key/field" for every cell that is refused."""
    label = LEDGERS[sheet.ledger].ledger.label
    rows = [row for row in sheet.rows if typed.get(row.key)]
    with office.writing(f"填报{sheet.words}{label} {len(rows)} 行") as act:
        keeping = _Keeping(act, sheet.ledger)
        problems: dict[str, str] = {}
        for row in rows:
            problems |= {f"{row.key}/{name}": words for name, words in keeping.judge(row, typed[row.key]).items()}
        if problems:
            raise Rejected(problems)
        keeping.keep()
    return act.changes


class _Keeping:
    """Judges the lines one after the other, then writes all of them."""

    def __init__(self, act: Act, ledger: str) -> None:
        self.act, self.ledger = act, ledger
        self.asked = Consistency(act)
        self.news: list[Mapping[str, object]] = []
        self.changes: dict[str, Mapping[str, object]] = {}

    def judge(self, row: EntryRow, raw: Mapping[str, object]) -> dict[str, str]:
        """Problems of one line by field; a line without any waits to be written."""
        described = LEDGERS[self.ledger].ledger
        # by what it is of and not by its id: somebody may have made or removed it since the sheet was opened
        found_now = self.act.where(self.ledger, *(Where(n, "is", v) for n, v in row.identity.items()), limit=1)
        before = found_now[0] if found_now else None
        given = raw if before else {**row.identity, **raw}
        found = findings(self.act, described, given, whole=before is None)
        found.problems |= self.asked.problems(self.ledger, found.values, before)
        found.problems |= self.overtaken(row, found.values, before) if before else {}
        if before:
            self.changes[before["id"]] = found.values
        elif any(found.values.get(name) is not None for name in raw):
            self.news.append(found.values)
        return found.problems

    def overtaken(self, row: EntryRow, values: Mapping[str, object], now: Line) -> dict[str, str]:
        """Cells that somebody else filled otherwise since the sheet was read, and not as they were typed here."""
        others = [n for n, v in values.items() if n not in row.identity and now[n] not in (row.values.get(n), v)]
        history = entries_of_rows(self.act.connection, [now["id"]])[now["id"]] if others else []
        told = {}
        for name in others:
            field, (by, at) = LEDGERS[self.ledger].ledger[name], last_hand(self.act, history, name)
            words = f"{field.label}改为 {field.kind.show(now[name]) or '空'}"
            told[name] = f"{row.title}：{when(at, self.act.office.today())}{by}已把{words}，请核对后再保存"
        return told

    def keep(self) -> None:
        """Write what was judged, and what follows from it."""
        made = self.act.add_many(self.ledger, completed(self.act, self.ledger, self.news)) if self.news else []
        self.act.change_many(self.ledger, self.changes)
        consequences.follow(self.act, self.ledger, [*made, *self.changes])
