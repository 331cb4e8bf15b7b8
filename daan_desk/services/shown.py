"""What is worked out when a row is shown: the light of an issue, the state of a qualification."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from daan_desk.domain.handovers import HANDED_OVER
from daan_desk.domain.issues import State
from daan_desk.domain.lights import Light, Watched, issue_light
from daan_desk.domain.qualifications import kind_named, term
from daan_desk.domain.questions import Row, Where
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services import shown_services
from daan_desk.services.office import Office
from daan_desk.services.renewals import AGAIN, renewals
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

Values = Mapping[str, object]
Worked = Callable[[Office, Reader, Sequence[Row]], Callable[[Row], Values]]
WATCHED = ("state", "due", "raised", "answered", "callback")


def added(office: Office, reader: Reader, ledger: str, rows: list[Row]) -> tuple[Row, ...]:
    """The rows with what is worked out for their ledger."""
    if ledger not in WORKED_OUT or not rows:
        return tuple(rows)
    work = WORKED_OUT[ledger](office, reader, rows)
    return tuple(replace(row, values={**row.values, **work(row)}) for row in rows)


def lights(today: date, reader: Reader, rules: Rulebook, issues: Mapping[str, Mapping[Any, Any]]) -> dict[str, Light]:
    """The light of each issue, by its id; issues are rows or values with the fields that lights ask about."""
    working_on = [identity for identity, issue in issues.items() if issue["state"] == State.LONG_TERM]
    steps, calendar, limits = last_steps(reader, working_on), rules.calendar, rules.limits
    return {
        identity: issue_light(_watched(issue, steps.get(identity)), today, calendar, limits)
        for identity, issue in issues.items()
    }


def _watched(issue: Mapping[Any, Any], last_step: date | None) -> Watched:
    state, due, raised, answered, callback = (issue[name] for name in WATCHED)
    return Watched(state, due, raised, answered, callback, last_step)


def last_steps(reader: Reader, issues: Sequence[str]) -> dict[str, date]:
    """The day of the latest progress of each of these issues; where an issue was only moved, of that move."""
    found: dict[str, date] = {}
    wanted = (Where("issue", "in", tuple(issues)), Where("move", "not", HANDED_OVER))
    rows = reader.columns("steps", "day", "id", "issue", where=wanted) if issues else []
    for day, _, issue in sorted(rows, key=lambda row: (row[0] is None, row)):
        found[issue] = day
    return found


def _issues(office: Office, reader: Reader, rows: Sequence[Row]) -> Callable[[Row], Values]:
    found = lights(office.today(), reader, rulebook(reader), {row.id: row.values for row in rows})
    return lambda row: {"light": found[row.id].words, "light_colour": found[row.id].colour.value}


def _qualifications(office: Office, reader: Reader, rows: Sequence[Row]) -> Callable[[Row], Values]:
    rules, today, known = rulebook(reader), office.today(), renewals(reader)
    kinds, reminders = rules.qualification_kinds, tuple(rules.value("reminder_months"))

    def work(row: Row) -> Values:
        expires, kind = row["expires"], kind_named(str(row["kind"]), kinds)
        assert expires is None or isinstance(expires, date)
        renewal = kind.renewal if kind else ""
        found = term(expires, today, reminders, renewal)
        return {"state": found.validity.value, "term": found.words, "renewal": known.words(row.id, renewal or AGAIN)}

    return work


WORKED_OUT: Mapping[str, Worked] = {
    "issues": _issues,
    "qualifications": _qualifications,
    **shown_services.WORKED_OUT,
}
