"""What a ledger offers to a report: by what its rows can be brought together, and what can be summed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from daan_desk.domain.days import Day, Month
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Kind, Ledger
from daan_desk.domain.kinds import LinkTo, OneOf, YesNo
from daan_desk.domain.numbers import Area, Integer, Money, Number, Percent
from daan_desk.domain.years import Year

FARTHEST = 2  # links that are followed: 银行对接 → 融资需求 → 企业 → its 镇街
THROUGH = ("enterprises", "financing", "projects", "policies", "issues", "visits", "meetings", "assets")
PEOPLE = "officers"
Find = Callable[[str], Ledger]


@dataclass(frozen=True, slots=True)
class Offer:
    """A field that a report can use: its way from the ledger (enterprise.town), its words, its kind."""

    key: str
    label: str
    kind: Kind

    @property
    def timely(self) -> bool:
        """Whether it is a day or a month, which is grouped by steps."""
        return isinstance(self.kind, Day | Month)

    @property
    def own(self) -> bool:
        """Whether it is a field of the ledger itself."""
        return "." not in self.key

    @property
    def person(self) -> bool:
        """Whether it names officers: nobody is ranked."""
        return isinstance(self.kind, LinkTo) and self.kind.ledger == PEOPLE


@dataclass(frozen=True)
class Offers:
    """Everything that a ledger offers."""

    ledger: Ledger
    axes: tuple[Offer, ...]
    sums: tuple[Offer, ...]

    @property
    def days(self) -> tuple[Offer, ...]:
        """The fields of time that a period can speak of, the ones of the ledger itself."""
        return tuple(offer for offer in self.axes if offer.timely and offer.own)

    def axis(self, word: str) -> Offer:
        """What rows are grouped by, by key or label."""
        return _found(self.axes, word, f"“{self.ledger.label}”不能按“{word}”分组")

    def sum(self, word: str) -> Offer:
        """What can be summed or averaged, by key or label."""
        return _found(self.sums, word, f"“{self.ledger.label}”的“{word}”不是能合计的数")

    def day(self, word: str) -> Offer:
        """A field of time, by key or label."""
        return _found(self.days, word, f"“{self.ledger.label}”的“{word}”不是日期")


def _found(offers: tuple[Offer, ...], word: str, sentence: str) -> Offer:
    for offer in offers:
        if word in (offer.key, offer.label):
            return offer
    raise Rejected(f"{sentence}，可以用：{'、'.join(offer.label for offer in offers) or '（没有）'}")


def offers(ledger: Ledger, find: Find) -> Offers:
    """What a ledger offers; `find` answers the ledger that a link leads to."""
    return Offers(ledger, tuple(_axes(ledger, find, "", "", FARTHEST)), tuple(_sums(ledger)))


def _axes(ledger: Ledger, find: Find, way: str, words: str, far: int) -> Iterator[Offer]:
    near = [field for field in ledger.kept if not field.private]
    yield from (Offer(way + f.name, words + f.label, f.kind) for f in near if _groups(f.kind, bool(way)))
    for field in near if far else ():
        if isinstance(field.kind, LinkTo) and field.kind.ledger in THROUGH:
            linked = find(field.kind.ledger)
            yield from _axes(linked, find, f"{way}{field.name}.", f"{words}{field.label}·", far - 1)


def _groups(kind: Kind, afar: bool) -> bool:
    """Afar only what tells records apart by a few words: the days of a linked record say nothing about this one."""
    return isinstance(kind, OneOf | LinkTo | YesNo) or (not afar and isinstance(kind, Day | Month | Year))


def _sums(ledger: Ledger) -> Iterator[Offer]:
    for field in ledger.fields:
        if not field.private and _adds(field):
            yield Offer(field.name, with_unit(field), field.kind)


def _adds(field: Field) -> bool:
    kind = field.kind
    sized = isinstance(kind, Money | Area | Percent) or (isinstance(kind, Integer | Number) and bool(kind.unit))
    return sized or (field.total and isinstance(kind, Integer | Number))


def with_unit(field: Field) -> str:
    """A field's label with its unit: 需求金额（万元）."""
    unit = getattr(field.kind, "unit", "")
    return f"{field.label}（{unit}）" if unit and unit not in field.label else field.label
