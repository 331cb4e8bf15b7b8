"""The sheet of a month's progress: every project that is not finished, with the month before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, Values, labelled
from daan_desk.domain.numbers import Money
from daan_desk.domain.periods import Period, month_named, months_after
from daan_desk.domain.projects import BUILT, UNBORN
from daan_desk.domain.questions import Where
from daan_desk.services.office import Office
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader

LEDGER = "project_months"
TYPED = ("done_month", "done_year", "progress", "problems")


def sheet(office: Office, month: str, every: bool = False) -> EntrySheet:
    """A month (2026-11) to type into: the projects under way or about to begin; with `every` those still talked about.

    A project that was finished before the month, or has a line in it already, stands there as long as it matters.
    """
    period = month_named(month)
    with office.reading() as reader:
        now, before = (_of(reader, months_after(period.first, back)) for back in (0, -1))
        projects = reader.where("projects", sort=("name",))
        names = reader.titles("enterprises", {line["enterprise"] for line in projects if line["enterprise"]})
    wanted = [line for line in projects if line["id"] in now or _matters(line, period, every)]
    rows = [_row(line, names, f"{period.first:%Y-%m}", (now, before)) for line in wanted]
    fields = tuple(labelled(LEDGERS[LEDGER].ledger[name]) for name in TYPED)
    return EntrySheet(LEDGER, f"{period.first:%Y-%m}", period.words, fields, tuple(rows), ("上月", "计划"))


def _row(line: Line, names: Mapping[str, str], month: str, lines: Sequence[Mapping[str, Line]]) -> EntryRow:
    now, before = lines
    key = line["id"]
    return EntryRow(
        key,
        line["name"],
        " · ".join(_told(line, names.get(line["enterprise"], ""))),
        {"project": key, "month": month},
        now[key]["id"] if key in now else "",
        _values(now.get(key)),
        _values(before.get(key)),
        {"done_year": line["plan_year"]},
    )


def doubted(_sheet: EntrySheet, row: EntryRow, values: Values) -> dict[str, str]:
    """What looks odd in one line as it is being typed, by field."""
    found = {}
    month, year = values.get("done_month"), values.get("done_year")
    before, january = row.before.get("done_year"), str(row.identity["month"]).endswith("-01")
    if isinstance(month, Decimal) and month < 0:
        found["done_month"] = "本月完成投资是负数"
    if isinstance(year, Decimal) and isinstance(before, Decimal) and year < before and not january:
        found["done_year"] = f"今年累计比上月的 {Money().show(before)} 少"
    elif isinstance(year, Decimal) and isinstance(month, Decimal) and year < month:
        found["done_year"] = "今年累计比本月完成还少"
    elif not january and isinstance(before, Decimal) and isinstance(month, Decimal) and isinstance(year, Decimal):
        found |= (
            {"done_year": f"上月累计加本月是 {Money().show(before + month)}"} if abs(before + month - year) > 1 else {}
        )
    return found


def _matters(line: Line, period: Period, every: bool) -> bool:
    if line["finished"] is not None:
        return bool(line["finished"] >= period.first)
    return line["stage"] not in BUILT and (every or line["stage"] not in UNBORN)


def _told(line: Line, enterprise: str) -> Iterator[str]:
    if line["stage"]:
        yield line["stage"]
    if enterprise:
        yield enterprise


def _of(reader: Reader, day: date) -> dict[str, Line]:
    return {line["project"]: line for line in reader.where(LEDGER, Where("month", "is", f"{day:%Y-%m}"))}


def _values(line: Line | None) -> Values:
    return {name: line[name] for name in TYPED} if line else {}
