"""Months of projects, contacts with leads, windows and payments: each says in words where it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.entitlements import Way, pay_light, window_light
from daan_desk.domain.lights import Colour
from daan_desk.domain.projects import MonthDone, contact_light, done_in_year
from tests.domain.calendars import shipped

DAY = date(2026, 11, 23)
CALENDAR = shipped()


def test_that_the_year_of_a_project_is_what_the_newest_month_says_or_its_months_together() -> None:
    assert done_in_year(()) is None
    months = [MonthDone("2025-12", Decimal(900)), MonthDone("2026-02", Decimal(100)), MonthDone("2026-03", Decimal(50))]
    assert done_in_year(months) == 150
    assert done_in_year([*months, MonthDone("2026-04", Decimal(20), Decimal(400))]) == 400
    said = [*months, MonthDone("2026-04", None, Decimal(400)), MonthDone("2026-05", Decimal(30))]
    assert done_in_year(said) == 430


def test_that_a_lead_whose_day_is_past_is_red() -> None:
    assert contact_light("洽谈", date(2026, 11, 20), DAY).words == "应联系未联系，已过 3 天"
    assert contact_light("洽谈", DAY, DAY).colour is Colour.YELLOW
    assert contact_light("洽谈", date(2026, 12, 30), DAY).colour is Colour.GREEN
    assert contact_light("洽谈", None, DAY).colour is Colour.YELLOW
    assert contact_light("放弃", date(2026, 1, 1), DAY).colour is Colour.GREY


@pytest.mark.parametrize(
    ("way", "stage"),
    [
        (Way(), "未告知"),
        (Way(told=DAY), "已告知"),
        (Way(told=DAY, wish="不申报"), "不申报"),
        (Way(told=DAY, wish="申报", applied=DAY), "已申报"),
        (Way(applied=DAY, review="通过"), "已审核"),
        (Way(applied=DAY, review="未通过"), "未通过"),
        (Way(applied=DAY, review="通过", published=DAY), "已公示"),
        (Way(applied=DAY, review="通过", paid=DAY), "已拨付"),
    ],
)
def test_that_an_entitlement_stands_at_the_farthest_point_reached(way: Way, stage: str) -> None:
    assert way.stage == stage


def test_that_money_is_late_by_working_days_and_only_where_the_policy_promises_a_time() -> None:
    way = Way(applied=date(2026, 11, 2))
    assert pay_light(way, 10, DAY, CALENDAR).colour is Colour.RED
    assert pay_light(way, 60, DAY, CALENDAR).colour is Colour.GREEN
    assert pay_light(way, None, DAY, CALENDAR).words == "政策未写兑现时限"
    assert pay_light(Way(applied=DAY, review="未通过"), 1, date(2027, 11, 1), CALENDAR).words == ""
    assert pay_light(Way(applied=DAY, paid=DAY), 1, DAY, CALENDAR).words == "已拨付"


def test_that_a_window_says_whether_it_is_open() -> None:
    opened = date(2026, 11, 1)
    assert window_light(opened, date(2026, 12, 20), DAY, 30).words == "还有 27 天截止"
    assert window_light(opened, date(2026, 12, 20), DAY, 30).colour is Colour.YELLOW
    assert window_light(opened, date(2027, 1, 20), DAY, 30).colour is Colour.GREEN
    assert window_light(opened, date(2026, 11, 20), DAY, 30).words == "申报已截止"
    assert window_light(date(2026, 12, 1), None, DAY, 30).words == "2026-12-01 开始申报"
    assert window_light(opened, None, DAY, 30).words == "常年可申报"
    assert window_light(None, None, DAY, 30).words == ""
    assert window_light(opened, DAY, DAY, 30).words == "今天截止"
