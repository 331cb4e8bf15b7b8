"""What duties are worked out from, read once a page: links in force, visits, enterprises that still work here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from daan_desk.domain import duties as rule
from daan_desk.domain.facts import LinkFact, VisitFact
from daan_desk.domain.home import Duty
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services import inputs
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

GONE = frozenset({"注销", "迁出"})


@dataclass(frozen=True)
class Grounds:
    """The day, the rules, links in force on it, visits until then, names of enterprises by id, and links that ended."""

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
    """Links in force on the day between officers and enterprises that still work here, and every visit until then."""
    states = reader.columns("enterprises", "id", "name", "operating_state")
    names = {identity: name for identity, name, state in states if state not in GONE}
    here = [link for link in inputs.links(reader) if link.enterprise in names]
    links = (link for link in here if link.holds(day, day))
    ended = (link for link in here if link.until is not None and link.until < day)
    visits = (visit for visit in inputs.visits(reader) if visit.day is not None and visit.day <= day)
    return Grounds(day, rulebook(reader), names, tuple(links), tuple(visits), tuple(ended))
