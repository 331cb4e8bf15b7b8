"""The first page: what an officer, or the whole office, has to do today, and the rows behind every number."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.home import DueIssue, Duty, Home, Number
from daan_desk.domain.issues import RUNNING
from daan_desk.domain.questions import Question, Where
from daan_desk.services import home_lists as lists
from daan_desk.services import home_numbers as numbers
from daan_desk.services.grounds import grounds
from daan_desk.services.home_lists import Desk
from daan_desk.services.home_reminders import reminders
from daan_desk.services.office import Identity, Office
from daan_desk.services.rules import rulebook
from daan_desk.services.workspaces import identity

NOBODY = Identity("", "", "")


def home(office: Office, officer: str = "") -> Home:
    """The page of one officer (id or name; `Rejected` where there is none), or without one of the whole office."""
    who = identity(office, officer) if officer else NOBODY
    with office.reading() as reader:
        desk = Desk(reader, grounds(reader, office.today()), who.id)
        forgotten, ends = lists.neglected(desk), lists.loose_ends(desk)
        return Home(
            who.id,
            who.name,
            desk.day,
            tuple(numbers.numbers(desk, ends, forgotten)),
            lists.mine(desk),
            desk.duties,
            lists.issues(desk),
            ends,
            lists.expiring(desk),
            forgotten,
            numbers.months(desk),
            lists.windows(desk),
            reminders(office, desk),
        )


def due(office: Office) -> Number:
    """The issues that are past their day or near it: for the bell, asked after every act."""
    running = Where("state", "in", tuple(state.value for state in RUNNING))
    with office.reading() as reader:
        soon = numbers.last_soon(rulebook(reader), office.today())
        question = Question("issues", where=(running, Where("due", "to", soon)))
        return Number("due", "到期或临近的问题", reader.count("issues", *question.where), question)


def answer(home: Home) -> dict[str, object]:
    """The page as plain JSON: visits owed, issues at their day, what expires, policies whose window closes soon."""
    return {
        "visits_owed": [_owed(duty) for duty in home.visits_owed],
        "issues": [_issue(issue) for issue in home.issues],
        "expiring": [
            {"enterprise": one.enterprise_name, "kind": one.kind, "expires": _iso(one.expires), "words": one.words}
            for one in home.expiring
        ],
        "windows": [
            {"policy": one.name, "last": one.last.isoformat(), "words": one.words, "waiting": one.waiting}
            for one in home.windows
        ],
    }


def _owed(duty: Duty) -> dict[str, object]:
    return {
        "enterprise": duty.enterprise,
        "officer": duty.owed.name,
        "role": str(duty.owed.role),
        "period": duty.owed.period.words,
        "times": duty.owed.times,
        "done": duty.owed.done,
        "missing": duty.owed.missing,
        "last_visit": _iso(duty.owed.last_visit),
        "next_day": _iso(duty.owed.next_day),
    }


def _issue(issue: DueIssue) -> dict[str, object]:
    return {
        "id": issue.id,
        "number": issue.number,
        "title": issue.title,
        "enterprise": issue.enterprise_name,
        "department": issue.department,
        "state": issue.state,
        "due": _iso(issue.due),
        "light": issue.light.colour.value,
        "words": issue.light.words,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
