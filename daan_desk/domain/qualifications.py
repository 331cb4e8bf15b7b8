"""How long a qualification is valid, and when to speak of its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from daan_desk.domain.periods import months_after

REMINDERS = (12, 6, 3)


class Validity(StrEnum):
    """Where a qualification stands today."""

    VALID = "有效"
    EXPIRING = "即将到期"
    EXPIRED = "已过期"


@dataclass(frozen=True, slots=True)
class QualificationKind:
    """A kind of qualification: its word, its years (0: no end), and whether it lapses on 31 December.

    renewal: what the enterprise does at the end (重新认定).
    """

    name: str
    years: int = 3
    year_end: bool = False
    renewal: str = "复核"


KINDS = (
    QualificationKind("科技型中小企业", 1, True, "重新评价入库"),
    QualificationKind("高新技术企业", 3, False, "重新认定"),
    QualificationKind("瞪羚企业"),
    QualificationKind("创新型中小企业"),
    QualificationKind("专精特新"),
    QualificationKind("专精特新“小巨人”"),
    QualificationKind("单项冠军"),
    QualificationKind("绿色工厂", 0),
    QualificationKind("数字化转型贯标试点", 0),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A qualification today: its state, its last day, the words beside it, and the reminder (months) that is due."""

    validity: Validity
    expires: date | None
    words: str
    reminder: int | None = None


def expiry(kind: QualificationKind | None, awarded: date | None) -> date | None:
    """The last valid day by the rule of the kind: to the year's end, or so many years less a day; None: without end."""
    if kind is None or awarded is None or not kind.years:
        return None
    if kind.year_end:
        return date(awarded.year + kind.years - 1, 12, 31)
    end = months_after(awarded, 12 * kind.years)
    return date.fromordinal(end.toordinal() - 1) if end.day == awarded.day else end


def term(expires: date | None, today: date, reminders: Iterable[int] = REMINDERS, renewal: str = "") -> Term:
    """The state by the last valid day; 即将到期 begins with the earliest reminder, which are months before the end."""
    if expires is None:
        return Term(Validity.VALID, None, "长期有效")
    days = (expires - today).days
    if days < 0:
        return Term(Validity.EXPIRED, expires, f"已过期 {-days} 天")
    reached = [months for months in reminders if today >= months_after(expires, -months)]
    if not reached:
        return Term(Validity.VALID, expires, f"有效期至 {expires}")
    left = "今天到期" if days == 0 else f"还有 {days} 天到期"
    return Term(Validity.EXPIRING, expires, f"{left}，请准备{renewal}" if renewal else left, min(reached))


def kind_named(name: str, kinds: Iterable[QualificationKind] = KINDS) -> QualificationKind | None:
    return next((kind for kind in kinds if kind.name == name), None)
