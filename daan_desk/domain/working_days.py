"""Chinese working days: Monday to Friday, less the announced rest days, plus the make-up days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from daan_desk.domain.failures import Rejected

REMARK = "按周一至周五推算"
KINDS = {"rest": True, "休": True, "放假": True, "work": False, "班": False, "补班": False}
HEADER = "day"


@dataclass(frozen=True)
class Calendar:
    """The days off and the worked weekends that are known; every other day goes by the week alone.

    years: those whose public holidays were announced. names: what a listed day is called (春节).
    """

    rest: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    names: Mapping[date, str] = field(default_factory=dict, hash=False, repr=False)

    def is_working(self, day: date) -> bool:
        return day in self.make_up or (day.weekday() < 5 and day not in self.rest)

    def after(self, day: date, n: int) -> date:
        """The nth working day after `day`, which itself does not count; with n = 0 the day itself."""
        step = timedelta(days=1 if n > 0 else -1)
        for _ in range(abs(n)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def before(self, day: date, n: int) -> date:
        """The nth working day before `day`, which itself does not count."""
        return self.after(day, -n)

    def between(self, a: date, b: date) -> int:
        """Working days from `a` (excluded) to `b` (included); negative where `b` has passed."""
        return self._count(b) - self._count(a)

    def known(self, year: int) -> bool:
        return year in self.years

    def remark(self, *days: date) -> str:
        """What to say beside a result that rests on these days: “按周一至周五推算” for years not announced yet."""
        if not days:
            return ""
        spanned = range(min(days).year, max(days).year + 1)
        return "" if all(self.known(year) for year in spanned) else REMARK

    def with_days(self, rest: Iterable[date] = (), make_up: Iterable[date] = ()) -> Calendar:
        """The calendar with days that the office entered itself; they overrule the ones that came with the program."""
        off, on = frozenset(rest), frozenset(make_up)
        return _calendar((self.rest - on) | off, (self.make_up - off) | on, self.names)

    def _count(self, day: date) -> int:
        # Ordinal 1 is a Monday, so whole weeks and the rest of one can be counted without walking the days.
        weeks, rest = divmod(day.toordinal(), 7)
        off = bisect_right(self._weekdays_off, day)
        on = bisect_right(self._weekends_worked, day)
        return weeks * 5 + min(rest, 5) - off + on

    @cached_property
    def _weekdays_off(self) -> tuple[date, ...]:
        return tuple(sorted(day for day in self.rest - self.make_up if day.weekday() < 5))

    @cached_property
    def _weekends_worked(self) -> tuple[date, ...]:
        return tuple(sorted(day for day in self.make_up if day.weekday() >= 5))


def calendar_from(lines: Iterable[str]) -> Calendar:
    """The calendar that lines of `day,kind,name` describe (rest/work or 休/班); `Rejected` names the bad line."""
    rest: set[date] = set()
    make_up: set[date] = set()
    names: dict[date, str] = {}
    for number, line in enumerate(lines, 1):
        text = line.strip().lstrip("\ufeff")
        if not text or text.startswith(("#", HEADER)):
            continue
        day, off, name = _listed(text, number)
        (rest if off else make_up).add(day)
        names[day] = name
    return _calendar(frozenset(rest), frozenset(make_up), names)


def _listed(text: str, number: int) -> tuple[date, bool, str]:
    """One line's day, whether it is off, and its name."""
    day, kind, name = ([part.strip() for part in text.split(",")] + ["", ""])[:3]
    if kind not in KINDS:
        raise Rejected(f"第 {number} 行：“{kind}”应当是 rest（休）或 work（班）")
    try:
        return date.fromisoformat(day), KINDS[kind], name
    except ValueError:
        raise Rejected(f"第 {number} 行：“{day}”看不出是哪一天，应写成 2026-10-01") from None


def _calendar(rest: frozenset[date], make_up: frozenset[date], names: Mapping[date, str]) -> Calendar:
    # Every yearly announcement lists National Day; a single day that the office enters does not make a year known.
    years = frozenset(day.year for day in rest if (day.month, day.day) == (10, 1))
    return Calendar(rest, make_up, years, names)
