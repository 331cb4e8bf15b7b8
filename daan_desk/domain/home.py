"""What an officer, or the whole office, has before them today: frozen values, every number with its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daan_desk.domain.duties import Owed
from daan_desk.domain.lights import Colour, Light
from daan_desk.domain.questions import Question
from daan_desk.domain.rates import Rate


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the question that opens the rows behind it; `before` is the same of the month before."""

    key: str
    label: str
    value: int
    question: Question
    before: int | None = None
    before_question: Question | None = None

    @property
    def change(self) -> str:
        """“较上月 +3”, "" where there is nothing to compare with."""
        if self.before is None:
            return ""
        more = self.value - self.before
        return f"较上月 {more:+d}" if more else "与上月持平"


@dataclass(frozen=True, slots=True)
class Duty:
    """What an officer owes an enterprise in the period, with the enterprise's name."""

    enterprise: str
    owed: Owed

    @property
    def still(self) -> bool:
        """Whether a visit is still owed."""
        return self.owed.missing > 0


@dataclass(frozen=True, slots=True)
class Mine:
    """An enterprise that I look after: how, when somebody was there last, how many days ago, how many open issues."""

    id: str
    name: str
    role: str
    last_visit: date | None
    days: int | None
    open_issues: int


@dataclass(frozen=True, slots=True)
class DueIssue:
    """An open issue whose light is not green; department: the lead's name."""

    id: str
    number: str
    title: str
    enterprise: str
    enterprise_name: str
    department: str
    state: str
    due: date | None
    light: Light


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """What was promised on a visit and not taken up on a later one."""

    visit: str
    day: date
    enterprise: str
    enterprise_name: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Expiring:
    """A qualification that ends soon; reminder: within how many months."""

    id: str
    enterprise: str
    enterprise_name: str
    kind: str
    expires: date
    words: str
    reminder: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """An enterprise that nobody visited for long; never: last_visit and days are None."""

    id: str
    name: str
    last_visit: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class MonthOfIssues:
    """How many issues were raised and answered in a month (2026-11)."""

    month: str
    raised: Number
    answered: Number


@dataclass(frozen=True, slots=True)
class Closing:
    """A policy whose window closes soon: its last day, and the enterprises that are entitled and have not applied."""

    id: str
    name: str
    last: date
    words: str
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Reminder:
    """A matter of the services that waits: its most urgent record in words, all of its records (ids), and how many."""

    title: str
    detail: str
    ledger: str
    ids: tuple[str, ...]
    words: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on the first page; officer is the id, "" for the whole office."""

    officer: str
    name: str
    day: date
    numbers: tuple[Number, ...] = ()
    enterprises: tuple[Mine, ...] = ()
    duties: tuple[Duty, ...] = ()
    issues: tuple[DueIssue, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()
    expiring: tuple[Expiring, ...] = ()
    neglected: tuple[Forgotten, ...] = ()
    months: tuple[MonthOfIssues, ...] = ()
    windows: tuple[Closing, ...] = ()
    reminders: tuple[Reminder, ...] = ()

    @property
    def visits_owed(self) -> tuple[Duty, ...]:
        """The duties that are not done."""
        return tuple(duty for duty in self.duties if duty.still)

    @property
    def duty_rate(self) -> Rate:
        """Duties done, of all."""
        return Rate(len(self.duties) - len(self.visits_owed), len(self.duties))

    def number(self, key: str) -> Number:
        """The number of that key."""
        return next(number for number in self.numbers if number.key == key)
