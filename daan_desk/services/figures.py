"""A month's figures: what looks odd, year-to-date sums made into months, and the lock of an approved month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.figure_checks import Odd, odd, unequal
from daan_desk.domain.figures import monthly
from daan_desk.domain.numbers import Integer, Number
from daan_desk.domain.periods import month_named, months_after
from daan_desk.domain.questions import Where
from daan_desk.services import figure_sums, month_locks
from daan_desk.services.grounds import GONE
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader

lock, reopen = month_locks.lock, month_locks.reopen


@dataclass(frozen=True, slots=True)
class Doubt:
    """An odd figure of an enterprise; id: its record in the ledger of figures."""

    id: str
    enterprise: str
    odd: Odd


def locked(office: Office) -> tuple[str, ...]:
    """The months that are locked, oldest first."""
    with office.reading() as reader:
        return tuple(sorted(month_locks.locked(reader)))


def checks(office: Office, month: str) -> tuple[Doubt, ...]:
    """What somebody should look at in a month's figures, beside the month before and the same month a year ago."""
    day = date.fromisoformat(f"{month}-01")
    with office.reading() as reader:
        now, before, ago = (_of(reader, months_after(day, back)) for back in (0, -1, -12))
        jump = Decimal(rulebook(reader).value("figure_jump"))
        names = reader.titles("enterprises", list(now))
        years = _years(reader, month)
    labels = labels_of_amounts()
    return tuple(
        Doubt(line["id"], names.get(enterprise, ""), found)
        for enterprise, line in sorted(now.items(), key=lambda pair: names.get(pair[0], ""))
        for found in (
            *odd(dict(line), before.get(enterprise), labels, jump, ago.get(enterprise)),
            *unsummed(line, years[enterprise], labels),
        )
    )


def unsummed(line: Line, year: Mapping[str, Line], labels: Mapping[str, str]) -> Iterator[Odd]:
    """Sums since January that are not those of their months; year: the lines of the enterprise's year by month."""
    last = int(line["month"][5:])
    months = [year.get(f"{line['month'][:4]}-{month:02d}") for month in range(1, last + 1)]
    for name in figure_sums.flows():
        words = unequal(labels[name], line[f"{name}{figure_sums.SUM}"], [one[name] if one else None for one in months])
        if words:
            yield Odd(name, words)


def _years(reader: Reader, month: str) -> Mapping[str, Mapping[str, Line]]:
    """The lines of every enterprise from January to a month, by month."""
    found: defaultdict[str, dict[str, Line]] = defaultdict(dict)
    for line in reader.where("figures", Where("month", "from", f"{month[:4]}-01"), Where("month", "to", month)):
        found[line["enterprise"]][line["month"]] = line
    return found


@dataclass(frozen=True, slots=True)
class MonthStanding:
    """How far a month is: enterprises that reported, 规上 ones that did not (by name), and what looks odd."""

    month: str
    reported: int
    absent: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    lock: month_locks.Lock | None = None

    @property
    def missing(self) -> int:
        """How many 规上 enterprises have not reported."""
        return len(self.absent)


def standing(office: Office, month: str) -> MonthStanding:
    """What somebody should know before a month is approved."""
    meant = month_named(month).first
    doubts = checks(office, f"{meant:%Y-%m}")
    with office.reading() as reader:
        now = _of(reader, meant)
        firms = reader.columns("enterprises", "id", "name", "above_scale", "operating_state")
        lock = month_locks.locked(reader).get(f"{meant:%Y-%m}")
    absent = [name for key, name, above, state in firms if above and state not in GONE and key not in now]
    return MonthStanding(f"{meant:%Y-%m}", len(now), tuple(sorted(absent)), doubts, lock)


def labels_of_amounts() -> Mapping[str, str]:
    """The labels of the figures themselves, by field."""
    fields = LEDGERS["figures"].ledger.fields
    amounts = (field for field in fields if isinstance(field.kind, Number | Integer))
    return {field.name: field.label for field in amounts if not field.name.endswith(figure_sums.SUM)}


def to_months(cumulative: Mapping[str, Decimal | None]) -> dict[str, Decimal]:
    """Year-to-date sums (2026-05 → sum) as the figures of single months; a gap is not spread but left out."""
    found: dict[str, Decimal] = {}
    for year in sorted({month[:4] for month in cumulative}):
        sums = {int(month[5:]): value for month, value in cumulative.items() if month[:4] == year}
        for one in monthly(sums):
            if one.first == one.month:
                found[f"{year}-{one.month:02d}"] = one.value
    return found


def _of(reader: Reader, day: date) -> dict[str, Line]:
    lines = reader.where("figures", Where("month", "is", f"{day:%Y-%m}"))
    return {line["enterprise"]: line for line in lines}
