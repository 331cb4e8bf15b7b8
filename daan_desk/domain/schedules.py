"""Times of projects beside each other: what was planned, what became of it, and the months that a picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.periods import month_end, months_after

BEFORE, AFTER = 6, 9  # months around today that are shown at least
MOST = 48  # months that a picture shows at most: more would be too narrow to read


@dataclass(frozen=True, slots=True)
class Schedule:
    """One line: planned and real begin and end (None where unknown), its light's tone, and the share that is done.

    An end that is missing means: not finished yet.
    """

    id: str
    title: str
    detail: str
    planned: tuple[date | None, date | None]
    real: tuple[date | None, date | None]
    tone: str = "accent"
    words: str = ""

    @property
    def days(self) -> Iterator[date]:
        """Every day that is known."""
        yield from (day for day in (*self.planned, *self.real) if day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months that are shown, from the first day of the first to the last day of the last."""

    first: date
    last: date

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of every month."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return tuple(months_after(self.first, at) for at in range(count))

    def share(self, day: date) -> float:
        """Where a day lies: 0 at the left edge, 1 at the right one; outside it is held at the edge."""
        whole = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / whole))


def stretch(schedules: Iterable[Schedule], today: date) -> Stretch:
    """The months that show every schedule, but no more than can be read; today is always among them."""
    days = [day for schedule in schedules for day in schedule.days]
    first = min([months_after(today.replace(day=1), -BEFORE), *days]).replace(day=1)
    last = max([months_after(today, AFTER), *days])
    first = max(first, months_after(today.replace(day=1), -MOST // 2))
    last = min(last, months_after(first, MOST - 1))
    return Stretch(first, month_end(last.year, last.month))


def drawn(schedule: Schedule, today: date) -> tuple[tuple[date, date] | None, tuple[date, date] | None]:
    """The planned and the real bar; what has begun and not ended goes on until today."""
    begin, end = schedule.planned
    planned = (begin or end, end or begin)
    real = (
        schedule.real[0] or schedule.real[1],
        schedule.real[1] or (max(today, schedule.real[0]) if schedule.real[0] else None),
    )
    return _whole(*planned), _whole(*real)


def _whole(begin: date | None, end: date | None) -> tuple[date, date] | None:
    return (min(begin, end), max(begin, end)) if begin and end else None
