"""The sheet of a month's figures: enterprises by indicators, with the month before and the same month a year ago."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, Values, labelled
from daan_desk.domain.fields import Field
from daan_desk.domain.figure_checks import odd
from daan_desk.domain.numbers import Integer, Number
from daan_desk.domain.periods import month_named, months_after
from daan_desk.domain.questions import Where
from daan_desk.services import month_locks
from daan_desk.services.figure_sums import SUM
from daan_desk.services.grounds import GONE
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader

LEDGER = "figures"


def sheet(office: Office, month: str, every: bool = False, sums: bool = False) -> EntrySheet:
    """A month (2026-11) to type into: 规上 enterprises and those that reported lately, or `every` one.

    sums: the year-to-date sums of the statistics tables in the place of the months' own figures.
    """
    period = month_named(month)
    with office.reading() as reader:
        lines = tuple(_of(reader, months_after(period.first, back)) for back in (0, -1, -12))
        lock = month_locks.locked(reader).get(f"{period.first:%Y-%m}")
        limit = Decimal(rulebook(reader).value("figure_jump"))
        rows = _rows(reader, f"{period.first:%Y-%m}", lines, every)
    closed = f"{period.words}的指标已由{lock.by}锁定，要改请先“重新打开月份”。" if lock else ""
    return EntrySheet(LEDGER, f"{period.first:%Y-%m}", period.words, columns(sums), rows, limit=limit, closed=closed)


def _rows(reader: Reader, month: str, lines: Sequence[Mapping[str, Line]], every: bool) -> tuple[EntryRow, ...]:
    """A line for every enterprise that reports, those 规上 first; lines: of now, the month before, the year before."""
    now, before, ago = lines
    firms = reader.columns("enterprises", "id", "name", "above_scale", "operating_state", "town")
    towns = reader.titles("towns", {town for *_, town in firms if town})
    rows = (
        EntryRow(
            identity,
            name or "",
            " · ".join(filter(None, ("规上" if above else "", towns.get(town, "")))),
            {"enterprise": identity, "month": month},
            now[identity]["id"] if identity in now else "",
            *(_values(some.get(identity)) for some in lines),
        )
        for identity, name, above, state, town in firms
        if identity in now or (state not in GONE and (every or above or identity in before or identity in ago))
    )
    return tuple(sorted(rows, key=lambda row: ("规上" not in row.detail, row.title)))


def columns(sums: bool = False) -> tuple[Field, ...]:
    """The indicators of the months, or their sums since January, each with its unit in its label."""
    return tuple(labelled(f) for f in _amounts() if f.name.endswith(SUM) == sums)


def doubted(sheet: EntrySheet, row: EntryRow, values: Values) -> dict[str, str]:
    """What looks odd in one line as it is being typed, by field."""
    labels = {f.name: f.label for f in _amounts() if not f.name.endswith(SUM)}
    found: dict[str, str] = {}
    for one in odd(values, row.before, labels, sheet.limit, row.ago):
        found[one.field] = "；".join(filter(None, (found.get(one.field, ""), one.words)))
    return found


def _amounts() -> tuple[Field, ...]:
    return tuple(f for f in LEDGERS[LEDGER].ledger.kept if isinstance(f.kind, Number | Integer))


def _of(reader: Reader, day: date) -> dict[str, Line]:
    return {line["enterprise"]: line for line in reader.where(LEDGER, Where("month", "is", f"{day:%Y-%m}"))}


def _values(line: Line | None) -> Values:
    return {field.name: line[field.name] for field in _amounts()} if line else {}
