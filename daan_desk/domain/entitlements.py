"""The way of an entitlement from being told to being paid, and the light of a payment that is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daan_desk.domain.lights import Colour, Light, due_light
from daan_desk.domain.working_days import Calendar

WISHES = ("申报", "考虑中", "不申报")
REVIEWS = ("待审核", "通过", "未通过")
YELLOW_DAYS = 5


@dataclass(frozen=True, slots=True)
class Way:
    """What has happened so far."""

    told: date | None = None
    wish: str | None = None
    applied: date | None = None
    review: str | None = None
    published: date | None = None
    paid: date | None = None

    @property
    def stage(self) -> str:
        """The farthest point reached, in one word."""
        reached = (
            (self.paid, "已拨付"),
            (self.review == "未通过", "未通过"),
            (self.published, "已公示"),
            (self.review == "通过", "已审核"),
            (self.applied, "已申报"),
            (self.wish == "不申报", "不申报"),
            (self.told, "已告知"),
        )
        return next((word for there, word in reached if there), "未告知")

    @property
    def waits_for_money(self) -> bool:
        """Applied for, neither refused nor paid."""
        return self.applied is not None and self.paid is None and self.review != "未通过"


def pay_light(way: Way, pay_days: int | None, today: date, calendar: Calendar) -> Light:
    """Red when the working days in which the policy promises to pay are over; silent where it promises none."""
    if not way.waits_for_money or way.applied is None:
        return Light(Colour.GREY if way.paid else Colour.GREEN, "已拨付" if way.paid else "")
    if not pay_days:
        return Light(Colour.GREEN, "政策未写兑现时限")
    return due_light(calendar.after(way.applied, pay_days), today, calendar, YELLOW_DAYS)


def window_light(begin: date | None, end: date | None, today: date, days: int) -> Light:
    """Whether an application window is open, and how long still; yellow from `days` before it closes."""
    if begin and today < begin:
        return Light(Colour.GREY, f"{begin} 开始申报")
    if end is None:
        return Light(Colour.GREEN, "常年可申报" if begin else "")
    left = (end - today).days
    if left < 0:
        return Light(Colour.GREY, "申报已截止", -left)
    words = "今天截止" if not left else f"还有 {left} 天截止"
    return Light(Colour.YELLOW if left <= days else Colour.GREEN, words, -left)
