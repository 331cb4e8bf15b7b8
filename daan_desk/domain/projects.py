"""Words of projects, leads and technology projects, and what the months of a project come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.lights import Colour, Light

KINDS = ("技改", "新建", "扩建", "招商", "基础设施")
STAGES = ("洽谈", "签约", "落地", "在建", "竣工", "投产")
BUILT = ("竣工", "投产")
UNBORN = ("洽谈",)  # nothing can have been done yet
LEAD_REGIONS = ("成渝", "长三角", "珠三角", "京津冀", "大湾区", "省内", "其他")
LEAD_STAGES = ("线索", "接触", "考察", "洽谈", "签约", "落地", "放弃")
LEAD_DONE = ("落地", "放弃")
TECH_STATES = ("储备", "已申报", "已立项", "实施中", "已验收", "未立项", "终止")
SOON = 7


@dataclass(frozen=True, slots=True)
class MonthDone:
    """What a month of a project says; amounts in 万元."""

    month: str
    done_month: Decimal | None = None
    done_year: Decimal | None = None


def done_in_year(months: Sequence[MonthDone]) -> Decimal | None:
    """The investment of the newest month's year until then: as it says itself, else its own months added up."""
    if not months:
        return None
    newest = max(months, key=lambda one: one.month)
    if newest.done_year is not None:
        return newest.done_year
    year = [one for one in sorted(months, key=lambda one: one.month) if one.month[:4] == newest.month[:4]]
    total: Decimal | None = None
    for one in year:
        if one.done_year is not None:
            total = one.done_year
        elif one.done_month is not None:
            total = (total or Decimal(0)) + one.done_month
    return total


def contact_light(stage: str | None, next_contact: date | None, today: date) -> Light:
    """Red when the day of the next contact is past, yellow in the week before it."""
    if stage in LEAD_DONE:
        return Light(Colour.GREY, str(stage))
    if next_contact is None:
        return Light(Colour.YELLOW, "没有约定下次联系")
    days = (next_contact - today).days
    if days < 0:
        return Light(Colour.RED, f"应联系未联系，已过 {-days} 天", -days)
    words = "今天联系" if not days else f"{days} 天后联系"
    return Light(Colour.YELLOW if days <= SOON else Colour.GREEN, words, -days)
