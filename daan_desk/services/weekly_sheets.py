"""The sheet of a week's notes: every stationed cadre at every enterprise, with what was noted the week before."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, Values
from daan_desk.domain.facts import Role
from daan_desk.domain.periods import Period, period_of
from daan_desk.domain.questions import Where
from daan_desk.services import inputs
from daan_desk.services.grounds import GONE
from daan_desk.services.office import Office
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader

LEDGER = "weekly_notes"
TYPED = ("days", "done", "found", "planned")
WORKED = 5


def sheet(office: Office, day: date, officer: str = "") -> EntrySheet:
    """The week around a day to type into, of one officer (id) or of all who are stationed in it."""
    week = period_of("week", day)
    with office.reading() as reader:
        now, before = _of(reader, week.first), _of(reader, week.previous.first)
        pairs, firms = _stationed(reader, week, officer)
    rows = [
        EntryRow(
            f"{who}|{where}",
            f"{name} · {firms[where]}",
            "",
            {"officer": who, "enterprise": where, "week": week.first},
            now[who, where]["id"] if (who, where) in now else "",
            _values(now.get((who, where))),
            _values(before.get((who, where))),
        )
        for (who, where), name in sorted(pairs.items(), key=lambda pair: (pair[1], firms[pair[0][1]]))
    ]
    fields = tuple(LEDGERS[LEDGER].ledger[name] for name in TYPED)
    return EntrySheet(LEDGER, week.first.isoformat(), week.words, fields, tuple(rows), ("上周", ""))


def _stationed(reader: Reader, week: Period, officer: str) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """(Officer, enterprise) → the officer's name, of those stationed in a week; and the names of the enterprises."""
    columns = reader.columns("enterprises", "id", "name", "operating_state")
    firms = {key: name for key, name, state in columns if state not in GONE}
    links = (link for link in inputs.links(reader) if link.role == Role.STATIONED and link.enterprise in firms)
    held = (link for link in links if link.holds(week.first, week.last) and officer in ("", link.officer))
    return {(link.officer, link.enterprise): link.name for link in held}, firms


def doubted(_sheet: EntrySheet, _row: EntryRow, values: Values) -> dict[str, str]:
    """What looks odd in one line as it is being typed, by field."""
    days = values.get("days")
    if isinstance(days, int) and not 0 <= days <= 7:
        return {"days": "一周只有 7 天"}
    if isinstance(days, int) and days > WORKED:
        return {"days": "超过 5 天，请核对"}
    return {}


def _of(reader: Reader, monday: date) -> dict[tuple[str, str], Line]:
    return {(line["officer"], line["enterprise"]): line for line in reader.where(LEDGER, Where("week", "is", monday))}


def _values(line: Line | None) -> Values:
    return {name: line[name] for name in TYPED} if line else {}
