"""Whose last visit is known from the visits of a short time, so that years of them need not be read."""

from __future__ import annotations

from collections.abc import Iterable

from daan_desk.domain.duties import PHONE, VisitRule, by_enterprise, was_there
from daan_desk.domain.facts import LinkFact, VisitFact


def unsettled(links: Iterable[LinkFact], visits: Iterable[VisitFact], rules: Iterable[VisitRule]) -> frozenset[str]:
    """The enterprises whose last visit may be none of these: somebody who looks after them made none of these there.

    Telephone calls are no visits; of a role that owes none, anybody's visit will do.
    """
    known = by_enterprise(visit for visit in visits if visit.way != PHONE)
    bound = {rule.role for rule in rules if rule.times > 0}

    def settled(link: LinkFact) -> bool:
        there = known.get(link.enterprise, ())
        return any(link.role not in bound or was_there(link, visit) for visit in there)

    return frozenset(link.enterprise for link in links if not settled(link))
