"""Weeks, months, quarters and years, what lies before them, and their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from daan_desk.domain.failures import Rejected

PeriodKind = Literal["week", "month", "quarter", "year", "to_date"]
KIND_WORDS = {"week": "每周", "month": "每月", "quarter": "每季度", "year": "每年"}
QUARTERS = "一二三四"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included; `to_date` is a year up to the end of a month."""

    kind: PeriodKind
    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def words(self) -> str:
        """The period as paper names it: 2026年11月, 2026年1—11月, 2026年第四季度."""
        year, month = self.first.year, self.first.month
        if self.kind == "week":
            return f"{month}月{self.first.day}日至{self.last.month}月{self.last.day}日"
        words = {
            "month": f"{month}月",
            "quarter": f"第{QUARTERS[(month - 1) // 3]}季度",
            "year": "",
            "to_date": f"1—{self.last.month}月" if self.last.month > 1 else "1月",
        }
        return f"{year}年{words[self.kind]}"

    @property
    def previous(self) -> Period:
        """The one before it; of a year to date the same months of the year before."""
        if self.kind == "to_date":
            return self.year_before
        return period_of(self.kind, self.first - DAY)

    @property
    def year_before(self) -> Period:
        """The same period of the year before; a week goes back 52 weeks."""
        if self.kind == "week":
            return period_of("week", self.first - 364 * DAY)
        if self.kind == "to_date":
            return year_to_date(period_of("month", self.last.replace(year=self.last.year - 1, day=1)))
        return period_of(self.kind, self.first.replace(year=self.first.year - 1))


def period_of(kind: PeriodKind, day: date) -> Period:
    """The week (Monday to Sunday), month, quarter or year that contains a day, or its year up to that month's end."""
    if kind == "week":
        first = day - day.weekday() * DAY
        return Period(kind, first, first + 6 * DAY)
    months = {"month": 1, "quarter": 3, "year": 12, "to_date": 12}[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    end = day.month if kind == "to_date" else first.month + months - 1
    return Period(kind, first, month_end(day.year, end))


def month_of(day: date) -> Period:
    return period_of("month", day)


def year_to_date(period: Period) -> Period:
    """January to the end of a period."""
    return period_of("to_date", period.last)


def month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - DAY


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier where negative), at the latest the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    end = month_end(year, month + 1)
    return end.replace(day=min(day.day, end.day))


def month_named(text: str) -> Period:
    """The month of “2026-11”, “2026年11月” or “202611”; `Rejected` for anything else."""
    found = re.fullmatch(r"((?:19|20|21)\d\d)\D?(0?[1-9]|1[0-2])月?", text.strip())
    if not found:
        raise Rejected(f"“{text}”看不出是哪个月，应写成 2026-11")
    return period_of("month", date(int(found[1]), int(found[2]), 1))
