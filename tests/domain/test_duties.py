"""An officer sees what is owed, an enterprise is spared the fifth group of the month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from daan_desk.domain.duties import (
    VISIT_RULES,
    Neglected,
    VisitRule,
    covered,
    duty_bound,
    neglected,
    owed,
    recent,
)
from daan_desk.domain.facts import LinkFact, Role, VisitFact
from daan_desk.domain.periods import month_named, period_of
from tests.domain.calendars import shipped

CALENDAR = shipped()
DAY = date(2026, 11, 18)  # a Wednesday
LEADER = LinkFact("o1", "张三", Role.LEADER, "e1")
CHIEF = LinkFact("o2", "李四", Role.CHIEF_SERVICE_OFFICER, "e1")
CADRE = LinkFact("o3", "王五", Role.STATIONED, "e1")


def visit(day: date, way: str = "实地", led_by: str | None = "o1", *officers: str, enterprise: str = "e1") -> VisitFact:
    return VisitFact(f"{enterprise}-{day:%m%d}-{way}", day, enterprise, way, led_by, officers)


def one(link: LinkFact, *visits: VisitFact, day: date = DAY):
    (row,) = owed([link], visits, VISIT_RULES, day, CALENDAR)
    return row


def test_that_a_leader_owes_one_visit_a_month_on_site():
    row = one(LEADER)
    assert (row.officer, row.enterprise, row.period.words) == ("o1", "e1", "2026年11月")
    assert (row.times, row.done, row.missing, row.last_visit) == (1, 0, 1, None)


def test_that_a_visit_this_month_settles_it():
    row = one(LEADER, visit(date(2026, 11, 3)))
    assert (row.done, row.missing, row.next_day) == (1, 0, None)
    assert row.visits == ("e1-1103-实地",)


def test_that_last_months_visit_is_remembered_but_does_not_count():
    row = one(LEADER, visit(date(2026, 10, 30)))
    assert (row.done, row.last_visit) == (0, date(2026, 10, 30))


def test_that_a_telephone_call_counts_separately():
    row = one(LEADER, visit(DAY, "电话"))
    assert (row.done, row.by_phone, row.missing, row.last_visit) == (0, 1, 1, None)


@pytest.mark.parametrize(("link", "counts"), [(LEADER, False), (CHIEF, True), (CADRE, False)])
def test_that_every_role_has_ways_of_its_own(link, counts):
    assert one(link, visit(DAY, "视频", None, link.officer)).done == counts


def test_that_a_companion_is_known_by_name_or_by_id():
    assert one(CHIEF, visit(DAY, "实地", "o1", "李四")).done == 1
    assert one(CHIEF, visit(DAY, "实地", "o1", "o2")).done == 1
    assert one(CHIEF, visit(DAY, "实地", "o1", "李四光")).done == 0


def test_that_a_visit_elsewhere_or_by_another_officer_does_not_count():
    assert one(LEADER, visit(DAY, enterprise="e2")).done == 0
    assert one(LEADER, visit(DAY, led_by="o9")).done == 0


def test_that_a_visit_still_to_come_does_not_count():
    assert one(LEADER, visit(DAY + timedelta(days=1))).done == 0


def test_that_a_cadre_owes_a_visit_every_week():
    row = one(CADRE, visit(date(2026, 11, 15), "驻企", "o3"))
    assert (row.period, row.done) == (period_of("week", DAY), 0)
    assert one(CADRE, visit(date(2026, 11, 16), "驻企", "o3")).done == 1


def test_that_roles_without_a_rule_owe_nothing():
    links = [LinkFact("o4", "赵六", Role.LIAISON, "e1"), LinkFact("o5", "钱七", Role.OFFICE, "e1")]
    assert owed(links, [], VISIT_RULES, DAY, CALENDAR) == ()
    assert owed([LEADER], [], [VisitRule(Role.LEADER, "month", 0, ("实地",))], DAY, CALENDAR) == ()


@pytest.mark.parametrize(
    ("since", "until", "owes"),
    [(None, DAY, True), (DAY, None, True), (None, date(2026, 11, 17), False), (date(2026, 11, 19), None, False)],
)
def test_that_only_links_in_force_oblige(since, until, owes):
    rows = owed([LEADER._replace(since=since, until=until)], [], VISIT_RULES, DAY, CALENDAR)
    assert bool(rows) == owes


def test_that_the_next_day_is_today_when_nobody_has_come_yet():
    assert one(LEADER).next_day == DAY
    assert one(LEADER, day=date(2026, 11, 21)).next_day == date(2026, 11, 23)


def test_that_the_next_day_leaves_the_enterprise_some_rest():
    assert one(LEADER, visit(date(2026, 10, 30))).next_day == date(2026, 11, 30)
    early = one(LEADER, visit(date(2026, 10, 22)))
    assert early.next_day == date(2026, 11, 23), "the 21st is a Saturday"


def test_that_the_next_day_stays_within_the_period_where_that_is_possible():
    assert one(LEADER, visit(date(2026, 1, 30)), day=date(2026, 2, 9)).next_day == date(2026, 2, 27)
    assert one(LEADER, visit(date(2026, 9, 30)), day=date(2026, 10, 19)).next_day == date(2026, 10, 30)
    assert one(LEADER, day=date(2026, 10, 31)).next_day == date(2026, 11, 2)


def test_that_two_visits_a_quarter_are_spread():
    twice = [VisitRule(Role.LEADER, "quarter", 2, ("实地",))]
    (row,) = owed([LEADER], [visit(date(2026, 10, 12))], twice, date(2026, 10, 20), CALENDAR)
    assert (row.done, row.missing, row.next_day) == (1, 1, date(2026, 11, 27))


def test_that_coverage_asks_who_is_owed_and_who_was_seen():
    november = month_named("2026-11")
    links = [
        LEADER,
        LinkFact("o9", "孙八", Role.LIAISON, "e2"),
        LEADER._replace(enterprise="e3", until=date(2026, 11, 1)),
    ]
    assert duty_bound([*links, LEADER._replace(enterprise="e4", until=date(2026, 10, 31))], VISIT_RULES, november) == {
        "e1",
        "e3",
    }
    visits = [visit(DAY), visit(DAY, "电话", enterprise="e3"), visit(date(2026, 10, 31), enterprise="e4")]
    assert covered(visits, VISIT_RULES, november) == {"e1"}


def test_that_the_form_says_how_many_groups_came_lately():
    visits = [
        visit(DAY),
        visit(DAY, "电话"),
        visit(DAY - timedelta(days=29)),
        visit(DAY - timedelta(days=30)),
        visit(DAY, enterprise="e2"),
        visit(DAY + timedelta(days=1)),
    ]
    seen = recent(visits, "e1", DAY)
    assert (seen.count, seen.words) == (2, "近 30 天已有 2 批走访")
    assert seen.visits == ("e1-1118-实地", "e1-1020-实地")


def test_that_the_neglected_come_first_who_were_never_visited():
    visits = [
        visit(DAY - timedelta(days=89), enterprise="fresh"),
        visit(DAY - timedelta(days=90), enterprise="due"),
        visit(DAY - timedelta(days=400), enterprise="old"),
        visit(DAY, "电话", enterprise="old"),
        visit(DAY, "电话", enterprise="called"),
    ]
    assert neglected(["fresh", "due", "old", "called"], visits, DAY) == (
        Neglected("called", None, None),
        Neglected("old", DAY - timedelta(days=400), 400),
        Neglected("due", DAY - timedelta(days=90), 90),
    )
