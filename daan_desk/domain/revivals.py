"""盘活 before and after: how long an asset lay idle, who is in it now, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.numbers import Number

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Revival:
    """An asset that was put to use; areas in ㎡ and 亩, None where nobody has entered them."""

    id: str
    name: str
    kind: str
    since: date | None = None
    revived: date | None = None
    enterprise: str = ""
    way: str = ""
    idle_area: Decimal | None = None
    revived_area: Decimal | None = None
    land_area: Decimal | None = None
    use_before: str = ""
    use_after: str = ""
    jobs: int | None = None

    @property
    def months_idle(self) -> int | None:
        """How many months it lay idle; None where a day is missing."""
        if self.since is None or self.revived is None or self.revived < self.since:
            return None
        return (self.revived.year - self.since.year) * 12 + self.revived.month - self.since.month

    @property
    def before(self) -> str:
        """How it was, in words."""
        idle = f"闲置 {self.months_idle} 个月" if self.months_idle is not None else "闲置时间未登记"
        area = f"闲置面积 {Number().show(self.idle_area)} ㎡" if self.idle_area is not None else ""
        return "，".join(word for word in (self.use_before, idle, area) if word)

    @property
    def after(self) -> str:
        """How it is, in words."""
        area = f"盘活 {Number().show(self.revived_area)} ㎡" if self.revived_area is not None else ""
        jobs = f"带动就业 {self.jobs} 人" if self.jobs is not None else ""
        return "，".join(word for word in (self.enterprise, self.way, self.use_after, area, jobs) if word) or "未登记"


@dataclass(frozen=True, slots=True)
class Year:
    """What was put to use in a year; lacking: how many of them say no area."""

    year: int
    ids: tuple[str, ...]
    area: Decimal
    land: Decimal
    jobs: int
    lacking: int


def by_year(revivals: Iterable[Revival]) -> tuple[Year, ...]:
    """The years, the newest first; what has no day of revival is left out of them."""
    years: dict[int, list[Revival]] = {}
    for one in revivals:
        if one.revived is not None:
            years.setdefault(one.revived.year, []).append(one)
    return tuple(_year(year, some) for year, some in sorted(years.items(), reverse=True))


def _year(year: int, some: list[Revival]) -> Year:
    return Year(
        year,
        tuple(one.id for one in some),
        sum((one.revived_area or ZERO for one in some), ZERO),
        sum((one.land_area or ZERO for one in some if one.kind == "土地"), ZERO),
        sum(one.jobs or 0 for one in some),
        sum(one.revived_area is None and one.kind not in ("土地", "设备") for one in some),
    )
