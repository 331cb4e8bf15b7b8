"""An issue's whole life as it would have been clicked through: every step goes through the table of moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from daan_desk.domain.issues import move_named
from daan_desk.domain.moves import Rules, Standing, moved
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.texts import IssueText, phrases

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Place:
    """Where lives are lived: the day today, the office's rules, departments by short name, who works for them."""

    today: date
    rules: Rules
    departments: Mapping[str, str]
    handlers: Mapping[str, str]
    staff: tuple[str, ...]


@dataclass(slots=True)
class Life:
    """One issue on its way; `issue` and `steps` are the rows to keep. What would lie in the future does not happen."""

    place: Place
    dice: Dice
    ids: Iterator[str]
    text: IssueText
    issue: Values
    steps: list[Values] = field(default_factory=list)

    @property
    def day(self) -> date:
        """The day of the last step."""
        last = self.steps[-1]["day"] if self.steps else self.issue["raised"]
        assert isinstance(last, date)
        return last

    @property
    def due(self) -> date:
        """The due day, or the day itself while there is none."""
        due = self.issue.get("due")
        return due if isinstance(due, date) else self.day

    def go(self, word: str, day: date, by: str, **values: object) -> bool:
        """Make one move on that day; False where the day has not come yet."""
        if day > self.place.today:
            return False
        standing = Standing(**{name: self.issue.get(name) for name in Standing.__dataclass_fields__})  # type: ignore[arg-type]
        done = moved(standing, move_named(word), {**values, "day": day}, day, self.place.rules)
        self.issue.update(done.changes)
        changed = done.old_due != done.new_due
        self.steps.append(
            {
                "id": next(self.ids),
                "issue": self.issue["id"],
                "day": day,
                "move": done.move,
                "by": by,
                "what": done.what or None,
                "from_state": done.from_state,
                "to_state": done.to_state,
                "old_due": done.old_due if changed else None,
                "new_due": done.new_due if changed else None,
            }
        )
        return True

    # -- what happens, each by those who do it ------------------------------------------------------------------------

    def dispatch(self, day: date, shorts: tuple[str, ...] = ()) -> bool:
        """The office names the departments, the lead first."""
        lead, *others = [short for short in shorts or self.text.departments if short in self.place.departments]
        return self.go(
            "dispatch",
            day,
            self.staff(),
            lead_department=self.place.departments[lead],
            assisting="、".join(others) or None,
            handler=self.place.handlers[lead],
        )

    def accept(self) -> bool:
        """The department begins, the same day or the next."""
        return self.go("accept", self.after(self.day, self.dice.randrange(2)), self.handler())

    def progress(self, day: date, text: str) -> bool:
        """What the department did."""
        return self.go("step", day, self.handler(), what=text)

    def work(self, until: date) -> bool:
        """The progress of the template, spread over the days before `until`."""
        span = max(1, (until - self.day).days)
        begin = self.day
        for at, text in enumerate(self.text.steps, 1):
            day = self.on_working_day(begin + timedelta(days=span * at // (len(self.text.steps) + 1)))
            if not self.progress(max(self.day, min(day, until)), text):
                return False
        return True

    def answer(self, day: date) -> bool:
        """The department answers, not before its last step."""
        return self.go("answer", max(day, self.day), self.handler(), outcome=self.text.outcome)

    def call_back(self, word: str) -> bool:
        """The office asks the enterprise, mostly the working day after."""
        staff = self.staff()
        day = self.after(self.day, 1 if self.dice.chance(0.85) else 3)
        return self.go("callback", day, staff, callback=word, callback_by=staff)

    def said(self, kind: str) -> str:
        """One of the sentences for that."""
        return self.dice.choice(phrases()[kind])

    def after(self, day: date, working_days: int) -> date:
        """So many working days later."""
        return self.place.rules.calendar.after(day, working_days)

    def on_working_day(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        calendar = self.place.rules.calendar
        return day if calendar.is_working(day) else calendar.after(day, 1)

    def staff(self) -> str:
        """Somebody of the office."""
        return self.dice.choice(self.place.staff)

    def handler(self) -> str:
        """Who works on it in the department."""
        return str(self.issue.get("handler") or self.staff())
