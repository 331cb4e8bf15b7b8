"""The lists that officers keep of issues: what waits for whom, what is nearly due, what is past its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.domain.deadlines import Grade, days_for
from daan_desk.domain.issues import RUNNING, SOLVED, State
from daan_desk.domain.questions import Where
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which an issue is nearly due: from today to so many working days on.

    terms: what each grade allows, in words. remark: set where the last day rests on a year not announced yet.
    """

    today: date
    yellow: date
    terms: str = ""
    remark: str = ""


def bounds(office: Office) -> Bounds:
    """Today's bounds by the office's calendar and settings."""
    today = office.today()
    with office.reading() as reader:
        rules = rulebook(reader)
        calendar, deadlines, yellow = rules.calendar, rules.deadlines, rules.limits.yellow
    # Yellow as the lights have it: a due day on a weekend has no more working days left than the Friday before.
    last = calendar.after(today, yellow + 1) - ONE_DAY
    terms = "、".join(f"{grade} {days_for(deadlines, grade)}" for grade in Grade)
    return Bounds(today, last, f"{terms} 个工作日", calendar.remark(today, last))


def tabs(found: Bounds) -> tuple[tuple[str, tuple[Where, ...]], ...]:
    """Every list with its name and its conditions, in the order in which an issue goes through them.

    逾期 and 临期 go by the due day, as the month's summary counts them.
    """
    running = Where("state", "in", RUNNING)
    return (
        ("全部", ()),
        ("待交办", (Where("state", "in", (State.REGISTERED, State.RETURNED)),)),
        ("已交办", (Where("state", "is", State.DISPATCHED),)),
        ("办理中", (Where("state", "is", State.IN_PROGRESS),)),
        ("临期", (running, Where("due", "from", found.today), Where("due", "to", found.yellow))),
        ("逾期", (running, Where("due", "to", found.today - ONE_DAY))),
        ("待回访", (Where("state", "is", State.ANSWERED), Where("callback", "empty"))),
        ("长期推进", (Where("state", "is", State.LONG_TERM),)),
        ("已办结/销号", (Where("state", "in", SOLVED),)),
        ("解释说明", (Where("state", "is", State.EXPLAINED),)),
    )
