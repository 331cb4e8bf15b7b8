"""What duties are worked out from, read once a page: links in force, visits, enterprises that still work here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.domain import duties as rule
from daan_desk.domain.facts import LinkFact, VisitFact
from daan_desk.domain.home import Duty
from daan_desk.domain.last_visits import unsettled
from daan_desk.domain.periods import month_of, period_of
from daan_desk.domain.questions import Where
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services import inputs
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

GONE = frozenset({"注销", "迁出"})
SEASON = 92  # days; of a shorter time fewer enterprises have their last visit, and all the older ones are read for more


@dataclass(frozen=True)
class Grounds:
    """The day, the rules, links in force on it, visits until then, names of enterprises by id, and links that ended.

    visits: those that anything depends on: all of this month and the last, of the current periods and the days that
    count as recent; earlier ones where the last visit by whoever looks after an enterprise is to be found among them.
    """

    day: date
    rules: Rulebook
    names: Mapping[str, str]
    links: tuple[LinkFact, ...]
    visits: tuple[VisitFact, ...]
    ended: tuple[LinkFact, ...] = ()

    def of(self, officer: str) -> frozenset[str]:
        """The enterprises that an officer looks after today; of "" those that anybody does."""
        return frozenset(link.enterprise for link in self.links if officer in ("", link.officer))

    def duties(self, officer: str = "") -> tuple[Duty, ...]:
        """What is owed in the period around the day, the most urgent first; of one officer or of all."""
        links = [link for link in self.links if officer in ("", link.officer)]
        found = rule.owed((*links, *self.ended), self.visits, self.rules.visit_rules, self.day, self.rules.calendar)
        rows = [Duty(self.names[owed.enterprise], owed) for owed in found]
        return tuple(sorted(rows, key=lambda row: (row.owed.next_day or date.max, row.owed.name, row.enterprise)))


def grounds(reader: Reader, day: date) -> Grounds:
    """Links in force on the day between officers and enterprises that still work here, and the visits until then."""
    states = reader.columns("enterprises", "id", "name", "operating_state")
    names = {identity: name for identity, name, state in states if state not in GONE}
    here = [link for link in inputs.links(reader) if link.enterprise in names]
    links = tuple(link for link in here if link.holds(day, day))
    ended = tuple(link for link in here if link.until is not None and link.until < day)
    rules = rulebook(reader)
    return Grounds(day, rules, names, links, tuple(visits(reader, rules, links, day)), ended)


def visits(reader: Reader, rules: Rulebook, links: Sequence[LinkFact], day: date) -> list[VisitFact]:
    """The visits that anything depends on; years of others are left where they are."""
    begin = first_day(rules, day)
    late = inputs.visits(reader, Where("day", "from", begin), Where("day", "to", day))
    open_ends = tuple(sorted(unsettled(links, late, rules.visit_rules)))
    before = Where("day", "to", begin - timedelta(days=1))
    early = inputs.visits(reader, before, Where("enterprise", "in", open_ends)) if open_ends else []
    return [*early, *late]


def first_day(rules: Rulebook, day: date) -> date:
    """The first day of which every visit counts for something on that day."""
    periods = [month_of(day).previous, *(period_of(one.period, day) for one in rules.visit_rules)]
    return min(day - timedelta(days=max(SEASON, rules.value("recent_days"))), *(period.first for period in periods))
