"""What two people said differently without knowing of each other: mine, theirs, before, and the choice between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from daan_desk.domain import merging
from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.merging import DELETED, Entry, heads, settle
from daan_desk.services.changes import Changes
from daan_desk.services.keeping_wholes import bring_parts_back
from daan_desk.services.office import Act, Office
from daan_desk.services.records import refuse_referenced
from daan_desk.services.values import findings
from daan_desk.services.worded import Worded, known
from daan_desk.store import disputes
from daan_desk.store.absorbing import arrivals
from daan_desk.store.base import LEDGERS, unpacked
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Reader

GONE = "删除"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values: the entry that wrote it, its words, who wrote it and when; mine = written in this copy."""

    entry: str
    text: str
    by: str
    at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a record that waits for a choice; the side shown until then comes first. before: what stood there."""

    ledger: str
    id: str
    text: str
    field: str
    label: str
    sides: tuple[Side, ...]
    before: str = ""

    @property
    def mine(self) -> Side | None:
        return next((side for side in self.sides if side.mine), None)

    @property
    def theirs(self) -> tuple[Side, ...]:
        return tuple(side for side in self.sides if not side.mine)

    @property
    def deletion(self) -> bool:
        """Whether the question is: deleted, or kept with the work that the deletion had not seen."""
        return self.field == DELETED


def conflicts(office: Office) -> tuple[Conflict, ...]:
    """Everything that waits for a choice, by ledger and record."""
    with office.reading() as reader:
        return open_conflicts(reader)


def open_conflicts(reader: Reader, rows: Collection[str] | None = None) -> tuple[Conflict, ...]:
    """What is open inside a larger question, of these records or of all."""
    noted = [place for place in disputes.noted(reader.connection) if rows is None or place[1] in rows]
    found = list(_open(reader, [place for place in noted if place[0] in LEDGERS and known(place[0], place[2])]))
    every = [entry for _, _, entries in found for entry in entries]
    came = arrivals(reader.connection, [entry.id for entry in every])
    words, authors = Worded(reader, every), reader.titles("officers", {entry.author for entry in every})
    titles = {t: reader.titles(t, [e.row for e in every if e.table == t]) for t in {e.table for e in every}}
    answers = []
    for (table, row), field, entries in found:
        label, before = _words_before(words, field, entries)
        sides = tuple(
            Side(e.id, _text(words, field, e), authors.get(e.author) or e.author, _moment(e), came[e.id] is None)
            for e in entries
        )
        answers.append(Conflict(table, row, titles[table].get(row, ""), field, label, sides, before))
    return tuple(answers)


def _open(reader: Reader, noted: Sequence[disputes.Place]) -> Iterator[tuple[tuple[str, str], str, list[Entry]]]:
    history = entries_of_rows(reader.connection, list(dict.fromkeys(row for _, row, _ in noted)))
    for table, row, field in noted:
        entries = [entry for entry in history[row] if entry.table == table]
        settled = settle(entries)
        now = next((conflict for conflict in settled.conflicts if conflict.field == field), None)
        if now is not None and not settled.deleted:
            yield (table, row), field, _sides_of_deletion(entries, now) if field == DELETED else list(now.entries)


def _sides_of_deletion(entries: list[Entry], conflict: merging.Conflict) -> list[Entry]:
    """The deletions, and the newest entry of everybody whose work they had not seen."""
    seen = {identity for entry in conflict.entries if entry.fields[DELETED] for identity in entry.saw_at_all()}
    unseen = {e.id: e for name, found in heads(entries).items() if name != DELETED for e in found if e.id not in seen}
    newest: dict[str, Entry] = {}
    for entry in sorted(unseen.values(), key=lambda entry: (entry.stamp, entry.id)):
        newest[entry.replica] = entry
    return [*conflict.entries, *(entry for entry in newest.values() if entry not in conflict.entries)]


def _words_before(words: Worded, field: str, entries: Iterable[Entry]) -> tuple[str, str]:
    first = next(entry for entry in entries if field in entry.fields)
    label, before, _ = words.of(first, field)
    return label, "" if field == DELETED else before


def _text(words: Worded, field: str, entry: Entry) -> str:
    if field != DELETED:
        return words.of(entry, field)[2]
    if entry.fields.get(DELETED):
        return GONE
    told = [words.of(entry, name) for name in entry.fields if name != DELETED and known(entry.table, name)]
    return "保留" + (f"（{'，'.join(f'{label}：{after}' for label, _, after in told[:3])}）" if told else "")


def _moment(entry: Entry) -> datetime:
    return datetime.fromtimestamp(entry.stamp / 1_000_000, UTC).astimezone()


def decide(office: Office, conflict: Conflict, value: object) -> Changes:
    """Settle a conflict by one of its sides or by a value typed; the choice replaces all that was said."""
    with office.writing("处理不一致的内容") as act:
        still = [
            c for c in open_conflicts(act, {conflict.id}) if (c.ledger, c.field) == (conflict.ledger, conflict.field)
        ]
        refuse_unless(still, "这一处已经有人处理过了，请刷新后再看。")
        if conflict.deletion:
            _decide_deletion(act, still[0], value)
        else:
            act.insist(conflict.ledger, conflict.id, {conflict.field: _chosen(act, conflict, value)})
        act.concerns(conflict.ledger, conflict.id)
    return act.changes


def _chosen(act: Act, conflict: Conflict, value: object) -> object:
    if isinstance(value, Side):
        (entry,) = (e for e in entries_of_rows(act.connection, [conflict.id])[conflict.id] if e.id == value.entry)
        kind = LEDGERS[conflict.ledger].ledger[conflict.field].kind
        return unpacked(kind.storage, entry.fields[conflict.field])
    found = findings(act, LEDGERS[conflict.ledger].ledger, {conflict.field: value}, whole=False)
    found.refuse()
    return found.values[conflict.field]


def _decide_deletion(act: Act, conflict: Conflict, value: object) -> None:
    word = value.text if isinstance(value, Side) else str(value)
    if word == GONE:
        refuse_referenced(act, conflict.ledger, [conflict.id])
        act.remove(conflict.ledger, [conflict.id])
    elif word.startswith("保留"):
        act.insist(conflict.ledger, conflict.id, {DELETED: None})
        bring_parts_back(act, conflict.ledger, conflict.id)
    else:
        raise Rejected({DELETED: "请选择“删除”或“保留”。"})
