"""How hard an issue is, and how many working days each kind may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from daan_desk.domain.working_days import Calendar


class Grade(StrEnum):
    """How hard an issue is, easiest first."""

    INQUIRY = "咨询"
    ORDINARY = "一般"
    COMPLEX = "复杂"
    KNOTTY = "疑难"


def raised(grade: str | None) -> Grade:
    """The next harder grade, for an issue that is done again; an unknown grade counts as 一般."""
    grades = tuple(Grade)
    at = grades.index(Grade(grade)) if grade in grades else grades.index(Grade.ORDINARY)
    return grades[min(at + 1, len(grades) - 1)]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A row of the deadline table: working days for a category, a grade, or one within the other."""

    days: int
    grade: str = ""
    category: str = ""


DEADLINES = (
    Deadline(3, Grade.INQUIRY),
    Deadline(7, Grade.ORDINARY),
    Deadline(15, Grade.COMPLEX),
    Deadline(30, Grade.KNOTTY),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The office's other terms, all in working days."""

    dispatch: int = 1
    objection: int = 1
    callback: int = 1
    extension: int = 1
    yellow: int = 2


def days_for(deadlines: Sequence[Deadline], grade: str | None, category: str | None = None) -> int:
    """Working days of the closest row: category and grade, then category, then grade; without any, those of 一般."""
    rows = {(row.category, row.grade): row.days for row in deadlines}
    wanted = ((category, grade), (category, ""), ("", grade), ("", Grade.ORDINARY))
    return next((rows[key] for key in wanted if key in rows), 7)


def due_on(
    day: date, grade: str | None, deadlines: Sequence[Deadline], calendar: Calendar, category: str | None = None
) -> date:
    """The last day in time for an issue whose clock starts on `day`, which itself does not count."""
    return calendar.after(day, days_for(deadlines, grade, category))
