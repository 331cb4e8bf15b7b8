"""What we know of an enterprise when conditions are asked: facts as they stand, and of years where they have one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from daan_desk.domain.figures import growth

YEARLY = {
    "年工业总产值": "output",
    "年营业收入": "revenue",
    "年税收": "tax",
    "年用电量": "power",
    "年出口": "exports",
    "年研发费用": "research",
}
GROWTHS = {"产值增速": "output", "营收增速": "revenue"}
HUNDRED = Decimal(100)
TENTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Held:
    """A qualification as conditions see it."""

    kind: str
    expires: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is valid on the day."""
        return self.expires is None or self.expires >= day


@dataclass(frozen=True)
class Profile:
    """An enterprise on a day.

    now: fact word → value as it stands. years: figure name → year → (sum of the year, months that it has).
    kinds: the kinds of qualifications of which the ledger has any at all, None where that was not asked: of a kind that
    nobody has entered yet it is not known who holds it.
    """

    day: date
    now: Mapping[str, object] = field(default_factory=dict)
    years: Mapping[str, Mapping[int, tuple[Decimal, int]]] = field(default_factory=dict)
    held: tuple[Held, ...] = ()
    kinds: frozenset[str] | None = None

    def value(self, fact: str, year: int | None) -> object:
        """The value of a fact; None where it is not known. A year of which months are missing is not known."""
        if fact in YEARLY:
            return self._sum(YEARLY[fact], year or self.day.year - 1)
        if fact in GROWTHS:
            at = year or self.day.year - 1
            return growth(self._sum(GROWTHS[fact], at), self._sum(GROWTHS[fact], at - 1))
        if fact == "研发费用占比":
            return self._share(year or self.day.year - 1)
        if fact == "成立年限":
            return self._age()
        if fact == "上年营业收入" and self.now.get(fact) is None:
            return self._sum("revenue", self.day.year - 1)
        return self.now.get(fact)

    def _sum(self, name: str, year: int) -> Decimal | None:
        found = self.years.get(name, {}).get(year)
        return found[0] if found and found[1] == 12 else None

    def _share(self, year: int) -> Decimal | None:
        spent, earned = self._sum("research", year), self._sum("revenue", year)
        if spent is None or not earned or earned <= 0:
            return None
        return (spent * HUNDRED / earned).quantize(TENTH, ROUND_HALF_UP)

    def _age(self) -> Decimal | None:
        founded = self.now.get("成立日期")
        if not isinstance(founded, date):
            return None
        months = (self.day.year - founded.year) * 12 + self.day.month - founded.month - (self.day.day < founded.day)
        return (Decimal(months) / 12).quantize(TENTH, ROUND_HALF_UP)
