"""The lists of the first page: my enterprises, issues at their day, loose ends, what expires, whom nobody visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from daan_desk.domain import duties as rule
from daan_desk.domain.home import Closing, DueIssue, Duty, Expiring, Forgotten, LooseEnd, Mine
from daan_desk.domain.issues import OPEN
from daan_desk.domain.lights import Colour, Light
from daan_desk.domain.qualifications import Validity, kind_named, term
from daan_desk.domain.questions import Question, Where
from daan_desk.services import policy_lists, shown
from daan_desk.services.grounds import Grounds
from daan_desk.services.renewals import AGAIN, renewals
from daan_desk.store.reader import Line, Reader

LOOSE_DAYS = 180  # what nobody took up for half a year is no loose end any more, it was dropped
URGENCY = {Colour.RED: 0, Colour.YELLOW: 1}


@dataclass(frozen=True)  # no slots: what is cached needs a place
class Desk:
    """Whose page is being worked out: an officer's id, "" for the whole office, inside one reading."""

    reader: Reader
    known: Grounds
    officer: str

    @property
    def day(self) -> date:
        """Today."""
        return self.known.day

    @cached_property
    def enterprises(self) -> frozenset[str]:
        """Those that the officer looks after, or all that still work here."""
        return self.known.of(self.officer) if self.officer else frozenset(self.known.names)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What is owed in the period around the day, the most urgent first."""
        return self.known.duties(self.officer)

    def ask(self, ledger: str, *where: Where) -> Question:
        """A question about the officer's enterprises; the whole office asks without a condition."""
        mine = (Where("enterprise", "in", tuple(sorted(self.enterprises))),) if self.officer else ()
        return Question(ledger, where=(*where, *mine))


def mine(desk: Desk) -> tuple[Mine, ...]:
    """The officer's enterprises, those longest without a visit first; none for the whole office."""
    roles = {link.enterprise: str(link.role) for link in desk.known.links if link.officer == desk.officer}
    rows = [
        Mine(
            key, line["name"], roles[key], line["last_visit"], _days(line["last_visit"], desk.day), line["open_issues"]
        )
        for key, line in desk.reader.lines("enterprises", sorted(roles)).items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.last_visit or date.min, row.name)))


def _days(since: date | None, until: date) -> int | None:
    return None if since is None else (until - since).days


def issues(desk: Desk) -> tuple[DueIssue, ...]:
    """Open issues whose light is yellow or red, the latest first."""
    reader, rules = desk.reader, desk.known.rules
    question = desk.ask("issues", Where("state", "in", tuple(state.value for state in OPEN)))
    lines = reader.lines("issues", reader.ids(question))
    lights = shown.lights(desk.day, reader, rules, lines)
    lit = [key for key in lines if lights[key].colour in URGENCY]
    names = reader.titles("enterprises", {lines[key]["enterprise"] for key in lit})
    leads = reader.titles("departments", {lead for key in lit if (lead := lines[key]["lead_department"])})
    rows = [_due_issue(lines[key], lights[key], names, leads) for key in lit]
    return tuple(sorted(rows, key=lambda row: (URGENCY[row.light.colour], -row.light.days, row.number)))


def _due_issue(line: Line, light: Light, names: Mapping[str, str], leads: Mapping[str, str]) -> DueIssue:
    return DueIssue(
        line["id"],
        line["number"] or "",
        line["title"],
        line["enterprise"],
        names.get(line["enterprise"], ""),
        leads.get(line["lead_department"], ""),
        line["state"],
        line["due"],
        light,
    )


def loose_ends(desk: Desk) -> tuple[LooseEnd, ...]:
    """What was promised on an enterprise's newest visit that promised something, and on no later one taken up."""
    open_ends = dict[str, LooseEnd]()
    for visit, day, enterprise, promise, follow_up in sorted(_promising(desk), key=lambda row: (row[1], row[0])):
        if follow_up:
            open_ends.pop(enterprise, None)
        if promise and enterprise in desk.enterprises:
            open_ends[enterprise] = LooseEnd(visit, day, enterprise, desk.known.names[enterprise], promise)
    return tuple(sorted(open_ends.values(), key=lambda end: (end.day, end.enterprise_name)))


def _promising(desk: Desk) -> list[tuple[Any, ...]]:
    """The visits lately that promised something or took something up."""
    names = ("id", "day", "enterprise", "next_step", "follow_up")
    lately = Where("day", "from", desk.day - timedelta(days=LOOSE_DAYS)), Where("day", "to", desk.day)
    return desk.reader.columns("visits", *names, where=lately, either=("next_step", "follow_up"))


def expiring(desk: Desk) -> tuple[Expiring, ...]:
    """Qualifications within a reminder of their end, the nearest first."""
    return tuple(sorted(_expiring(desk), key=lambda one: (one.expires, one.enterprise_name, one.kind)))


def _expiring(desk: Desk) -> Iterator[Expiring]:
    rules, known = desk.known.rules, renewals(desk.reader)
    kinds, reminders = rules.qualification_kinds, tuple(rules.value("reminder_months"))
    where = desk.ask("qualifications", Where("expires", "from", desk.day)).where
    rows = desk.reader.columns("qualifications", "id", "enterprise", "kind", "expires", where=where)
    names = desk.reader.titles("enterprises", {row[1] for row in rows})
    for key, enterprise, name, expires in rows:
        kind = kind_named(name, kinds)
        found = term(expires, desk.day, reminders, kind.renewal if kind else "")
        if found.validity == Validity.EXPIRING and found.reminder is not None and key not in known.done:
            words = known.words(key, kind.renewal if kind else AGAIN) or found.words
            yield Expiring(key, enterprise, names.get(enterprise, ""), name, expires, words, found.reminder)


def windows(desk: Desk) -> tuple[Closing, ...]:
    """Policies whose window closes soon, with how many of these enterprises are entitled and have not applied."""
    waiting = Counter(
        line["policy"]
        for line in policy_lists.waiting(desk.reader)
        if not desk.officer or line["enterprise"] in desk.enterprises
    )
    return tuple(
        Closing(one.id, one.policy, one.day, one.words, waiting[one.id])
        for one in policy_lists.closing(desk.reader, desk.day)
        if one.day is not None
    )


def neglected(desk: Desk) -> tuple[Forgotten, ...]:
    """The officer's enterprises that nobody visited for long, for the office all that somebody looks after."""
    wanted = desk.known.of(desk.officer)
    rows = rule.neglected(wanted, desk.known.visits, desk.day, desk.known.rules.value("neglected_days"))
    return tuple(Forgotten(row.enterprise, desk.known.names[row.enterprise], row.last_visit, row.days) for row in rows)
