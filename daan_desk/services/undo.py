"""Taking acts back: the journal read backwards, row by row, and only where nobody has worked since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.merging import DELETED
from daan_desk.domain.questions import Question, Where
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.recalling import ONLY_HERE
from daan_desk.services.records import spoken, users_of
from daan_desk.services.undo_rows import rows_before
from daan_desk.services.unmerging import rows_without
from daan_desk.services.worded import Worded, known
from daan_desk.store.absorbing import brought
from daan_desk.store.base import LEDGERS
from daan_desk.store.journal import entries_of_act
from daan_desk.store.reader import Reader
from daan_desk.store.scopes import MERGE_TAKEN_BACK


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act as the history shows it."""

    id: str
    name: str
    at: datetime
    by: str
    undone: bool = False
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that stays as it is, and why."""

    ledger: str
    id: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What taking an act back would do: ledger → id → the values that come back; and what it leaves alone."""

    act: str
    name: str
    back: Mapping[str, Mapping[str, Mapping[str, object]]]
    kept: tuple[Kept, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each ledger come back."""
        return {ledger: len(rows) for ledger, rows in self.back.items()}


def acts(office: Office, limit: int | None = 100, text: str = "", where: tuple[Where, ...] = ()) -> tuple[ActLine, ...]:
    """The newest acts that answer, newest first; without a limit all of them."""
    with office.reading() as reader:
        ids = reader.ids(Question("acts", text, where, ("-at",)), limit)
        lines = reader.lines("acts", ids)
        undone = {line["undoes"] for line in reader.where("acts", Where("undoes", "filled"))}
    return tuple(
        ActLine(
            i,
            lines[i]["name"],
            datetime.fromtimestamp(lines[i]["at"] / 1_000_000, UTC).astimezone(),
            lines[i]["by"] or "",
            i in undone,
            lines[i]["undoes"] or "",
        )
        for i in ids
    )


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that an act set: where, and the words before and after."""

    ledger: str
    record: str
    field: str
    before: str
    after: str


def details(office: Office, act: str, limit: int = 500) -> tuple[Detail, ...]:
    """What an act did, field by field, in words; at most `limit` fields."""
    with office.reading() as reader:
        entries = entries_of_act(reader.connection, act)
        done = [entry for entry in entries if entry.table in LEDGERS and entry.table != "acts"][:limit]
        texts = {t: reader.titles(t, [e.row for e in done if e.table == t]) for t in {e.table for e in done}}
        words = Worded(reader, done)
        found = [
            Detail(LEDGERS[e.table].ledger.label, texts[e.table].get(e.row, ""), *words.of(e, name))
            for e in done
            for name in e.fields
            if known(e.table, name)
        ]
    return tuple(found[:limit])


def plan(office: Office, act: str) -> UndoPlan:
    """What taking this act back would do; `Rejected` where there is no such act or it is taken back already."""
    with office.reading() as reader:
        return _plan(reader, act)


def undo(office: Office, act: str) -> Changes:
    """Take an act back as far as nobody has worked on its records since; `Rejected` where nothing of it is left."""
    with office.reading() as reader:
        name = _line(reader, act)
    with office.writing(f"撤销“{name}”", undoes=act) as doing:
        planned = _plan(doing, act)
        refuse_unless(planned.back, "这一步之后，它涉及的记录都又改过了，不能再撤销。")
        for ledger, rows in planned.back.items():
            doing.change_many(ledger, rows)
        doing.remarks += [ONLY_HERE] if doing.name.startswith(MERGE_TAKEN_BACK) else []
        doing.remarks += [f"“{kept.text}”{kept.why}，保留" for kept in planned.kept]
    return doing.changes


def _line(reader: Reader, act: str) -> str:
    line = reader.line("acts", act)
    refuse_unless(line is not None, f"没有编号为“{act}”的操作。")
    assert line is not None
    refuse_unless(not reader.count("acts", Where("undoes", "is", act)), f"“{line['name']}”已经撤销过了。")
    return str(line["name"])


def _plan(reader: Reader, act: str) -> UndoPlan:
    name = _line(reader, act)
    merged = brought(reader.connection, act)
    rows = rows_without(reader, act, merged) if merged else rows_before(reader, act)
    rows.kept += _still_used(reader, rows.back, rows.own)
    return UndoPlan(act, name, {t: found for t, found in rows.back.items() if found}, _named(reader, rows.kept))


def _still_used(
    reader: Reader, back: dict[str, dict[str, dict[str, object]]], own: set[str]
) -> list[tuple[str, str, str]]:
    """Take out of `back` the rows that would vanish although others, not of this act, link to them."""
    kept = []
    for table, rows in back.items():
        vanishing = [row for row, values in rows.items() if values.get(DELETED)]
        for row, users in users_of(reader, table, vanishing, apart=own).items() if vanishing else ():
            kept.append((table, row, f"已有{spoken(users)}用到它"))
            del rows[row]
    return kept


def _named(reader: Reader, kept: list[tuple[str, str, str]]) -> tuple[Kept, ...]:
    texts = {
        table: reader.titles(table, [row for t, row, _ in kept if t == table]) for table in {t for t, _, _ in kept}
    }
    return tuple(Kept(table, row, texts[table].get(row, ""), why) for table, row, why in kept)
