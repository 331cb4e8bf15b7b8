"""What is known before a visit is logged: how often groups came, what is open there, what was promised last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from daan_desk.domain import duties as rule
from daan_desk.domain.duties import Recent
from daan_desk.domain.facts import Role, VisitFact
from daan_desk.domain.issues import OPEN
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Row, Where
from daan_desk.services.ledgers import told
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader

# What stays true from one visit to the next until the officer types something else.
PEOPLE = ("led_by", "companions")
CARRIED = ("way", "met", "production", "output", "staff", "order_months", *PEOPLE)
LEADING = (Role.LEADER, Role.CHIEF_SERVICE_OFFICER)
LOOKED_BACK = 24  # visits; an older promise was dropped long ago


@dataclass(frozen=True, slots=True)
class Before:
    """What the form of a new visit begins with, and what the officer should see beside it.

    promise: what the last visit that promised something left to be done, "" where it was taken up since; promised: its
    day. issues: those of the enterprise that are still open, with their lights.
    """

    enterprise: Linked
    values: dict[str, object]
    recent: Recent
    last: Row | None = None
    promise: str = ""
    promised: date | None = None
    issues: tuple[Row, ...] = ()


def before(office: Office, enterprise: str) -> Before:
    """Everything that is known of an enterprise when a visit to it is logged, in one reading."""
    with office.reading() as reader:
        lines = _lines(reader, enterprise, office.today())
        rows = told(office, reader, "visits", lines[:LOOKED_BACK])
        open_ones = reader.where(
            "issues", Where("enterprise", "is", enterprise), Where("state", "in", OPEN), sort=("due", "number")
        )
        issues = told(office, reader, "issues", open_ones)
        recent_ = _recent(reader, lines, enterprise, office.today())
        name = reader.titles("enterprises", [enterprise]).get(enterprise, "")
    newest, promising = rows[0] if rows else None, _promising(rows)
    promise, day = (str(promising["next_step"]), promising["day"]) if promising else ("", None)
    values = _begun(office, enterprise, newest)
    return Before(Linked(enterprise, name), values, recent_, newest, promise, cast("date | None", day), issues)


def last(office: Office, enterprise: str) -> Row | None:
    """The newest visit to an enterprise."""
    return before(office, enterprise).last


def begun(office: Office, enterprise: str) -> dict[str, object]:
    """What a new visit's form begins with: today, and the values of the last visit that stay true."""
    return before(office, enterprise).values


def recent(office: Office, enterprise: str) -> int:
    """How many groups came in the last days (“近 30 天已有 N 批走访”); calls on the telephone are none."""
    return before(office, enterprise).recent.count


def _lines(reader: Reader, enterprise: str, today: date) -> list[Line]:
    """Its visits until today, the newest first."""
    return reader.where("visits", Where("enterprise", "is", enterprise), Where("day", "to", today), sort=("-day",))


def _recent(reader: Reader, lines: Sequence[Line], enterprise: str, today: date) -> Recent:
    facts = [VisitFact(line["id"], line["day"], line["enterprise"], line["way"]) for line in lines]
    return rule.recent(facts, enterprise, today, rulebook(reader).value("recent_days"))


def _promising(rows: Sequence[Row]) -> Row | None:
    """The newest visit that promised something, unless a later one looked into it."""
    for row in rows:
        if row["next_step"]:
            return row
        if row["follow_up"]:
            return None
    return None


def blank(office: Office) -> dict[str, object]:
    """What the form begins with before anybody said which enterprise."""
    return {name: value for name, value in _begun(office, "", None).items() if name != "enterprise"}


def _begun(office: Office, enterprise: str, newest: Row | None) -> dict[str, object]:
    values: dict[str, object] = {"enterprise": enterprise, "day": office.today(), "way": "实地"}
    carried = {name: newest[name] for name in CARRIED if newest[name] is not None} if newest else {}
    people = {name: carried.pop(name) for name in PEOPLE if name in carried}
    return values | carried | _who(office, people)


def _who(office: Office, people: dict[str, object]) -> dict[str, object]:
    """Who goes: one whose duty it is leads, others came along; the office writes down for those who went last time."""
    me = office.officer
    if me.id and me.role in LEADING:
        return people | {"led_by": Linked(me.id, me.name)}
    if me.id and (me.role != Role.OFFICE or not people):
        return {"companions": me.name}
    return people
