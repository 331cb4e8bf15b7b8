"""What a figure comes to by 一主两辅, 规上, park and town: sums, shares, and growth over the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from daan_desk.domain.figures import growth

HUNDREDTH = Decimal("0.01")
UNKNOWN = "未填"


class FigureFact(NamedTuple):
    """One enterprise in the period and in the same one a year ago; ids of the records behind both."""

    enterprise: str
    now: Decimal | None
    ago: Decimal | None
    ids: tuple[str, ...] = ()
    cluster: str = ""
    above: bool | None = None
    park: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """One line: how many enterprises, the sum, its share of all in per cent, the sum a year ago and the growth.

    growth counts only enterprises of which both years are known; `lacking` are the others with this year's figure.
    """

    word: str
    count: int
    sum: Decimal
    percent: Decimal | None
    ago: Decimal | None
    growth: Decimal | None
    ids: tuple[str, ...] = ()
    lacking: int = 0


@dataclass(frozen=True, slots=True)
class ShareTable:
    """All lines by one property, the largest first where the office has no order of its own; `whole` is the sum."""

    name: str
    shares: tuple[Share, ...]


def share(word: str, facts: Iterable[FigureFact], whole: Decimal) -> Share:
    """The line of some enterprises."""
    known = [fact for fact in facts if fact.now is not None]
    total = sum((fact.now for fact in known if fact.now is not None), Decimal(0))
    both = [fact for fact in known if fact.ago is not None]
    now = sum((fact.now for fact in both if fact.now is not None), Decimal(0)) if both else None
    ago = sum((fact.ago for fact in both if fact.ago is not None), Decimal(0)) if both else None
    percent = (total * 100 / whole).quantize(HUNDREDTH, ROUND_HALF_UP) if whole else None
    ids = tuple(one for fact in known for one in fact.ids)
    return Share(word, len(known), total, percent, ago, growth(now, ago), ids, len(known) - len(both))


def tables(facts: Sequence[FigureFact], clusters: Sequence[str], leading: int) -> tuple[ShareTable, ...]:
    """The whole, 一主两辅 together and each (`leading`: how many of the clusters these are), 规上, parks, towns."""
    whole = sum((fact.now for fact in facts if fact.now is not None), Decimal(0))
    led = frozenset(clusters[:leading])

    def lines(word: Callable[[FigureFact], str], order: Sequence[str] = ()) -> tuple[Share, ...]:
        groups: dict[str, list[FigureFact]] = {one: [] for one in order}
        for fact in facts:
            groups.setdefault(word(fact) or UNKNOWN, []).append(fact)
        made = [share(name, some, whole) for name, some in groups.items()]
        found = [one for one in made if one.count]
        return tuple(found if order else sorted(found, key=lambda one: (one.word == UNKNOWN, -one.sum)))

    together = (share("合计", facts, whole), share("一主两辅", [f for f in facts if f.cluster in led], whole))
    return (
        ShareTable("全部企业", together),
        ShareTable("产业（一主两辅）", lines(lambda fact: fact.cluster, clusters)),
        ShareTable(
            "规模",
            lines(lambda fact: {True: "规上", False: "规下"}.get(fact.above, "") if fact.above is not None else ""),
        ),
        ShareTable("园区", lines(lambda fact: fact.park)),
        ShareTable("镇街", lines(lambda fact: fact.town)),
    )
