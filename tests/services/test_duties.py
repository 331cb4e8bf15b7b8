"""The coverage board, the month's calendar, and where too many groups come."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import duties, ledgers, records
from daan_desk.services.grounds import grounds
from daan_desk.services.office import Office
from daan_desk.services.settings import change_setting
from tests import builders


def served(office: Office, name: str = "自贡天工机械有限公司", **link: object) -> tuple[str, str]:
    """An enterprise and the leader who looks after it."""
    enterprise = builders.enterprise(office, name)
    leader = ledgers.ids(office, ledgers.Question("officers", where=(ledgers.Where("role", "is", "县级领导"),)))
    officer = leader[0] if leader else builders.officer(office)
    values = {"enterprise": enterprise, "officer": officer, "role": "县级领导", "since": "2026-01-01", **link}
    records.add(office, "assignments", values)
    return enterprise, officer


def test_that_the_board_says_who_owes_which_enterprise_a_visit(office: Office) -> None:
    done, officer = served(office, "自贡甲机械有限公司")
    waiting, _ = served(office, "自贡乙机械有限公司")
    builders.visit(office, done, day="2026-11-05", led_by=officer)
    board = duties.board(office)
    (bearer,) = board.bearers
    assert (bearer.name, bearer.role, str(bearer.rate)) == ("王建国", "县级领导", "50.0%（1/2）")
    assert ledgers.ids(office, bearer.question) == (waiting,)
    assert str(board.coverage) == "50.0%（1/2）"


def test_that_a_call_pays_no_visit_and_a_visit_of_last_month_neither(office: Office) -> None:
    enterprise, officer = served(office)
    builders.visit(office, enterprise, day="2026-11-05", led_by=officer, way="电话")
    builders.visit(office, enterprise, day="2026-10-30", led_by=officer)
    (bearer,) = duties.board(office).bearers
    (duty,) = bearer.duties
    assert (duty.still, duty.owed.by_phone, duty.owed.last_visit) == (True, 1, date(2026, 10, 30))


def test_that_a_companion_by_name_has_been_there(office: Office) -> None:
    enterprise, _ = served(office)
    builders.visit(office, enterprise, day="2026-11-05", companions="李慧敏、王建国")
    assert duties.board(office).bearers[0].missing == 0


def test_that_links_that_ended_and_enterprises_that_are_gone_owe_nothing(office: Office) -> None:
    served(office, "自贡甲机械有限公司", until="2026-11-22")
    gone, _ = served(office, "自贡乙机械有限公司")
    records.change(office, "enterprises", gone, {"operating_state": "注销"})
    assert duties.board(office).bearers == ()


def test_that_the_office_sets_how_often(office: Office) -> None:
    enterprise, officer = served(office)
    rules = [{"role": "县级领导", "period": "quarter", "times": 1, "ways": ["实地"]}]
    change_setting(office, "visit_rules", rules)
    builders.visit(office, enterprise, day="2026-10-09", led_by=officer)
    (bearer,) = duties.board(office).bearers
    assert (bearer.missing, bearer.duties[0].owed.period.words) == (0, "2026年第四季度")


def test_that_a_board_can_be_asked_for_a_day_gone_by(office: Office) -> None:
    enterprise, officer = served(office)
    builders.visit(office, enterprise, day="2026-11-05", led_by=officer)
    assert duties.board(office, date(2026, 11, 4)).bearers[0].missing == 1


def test_that_the_calendar_shows_visits_made_and_days_on_which_visits_make_sense(office: Office) -> None:
    enterprise, officer = served(office)
    builders.visit(office, enterprise, day="2026-10-09", led_by=officer)
    days = {one.day: one for one in duties.calendar(office, "2026-11")}
    assert len(days) == 30
    (due,) = [entry for one in days.values() for entry in one.due]
    assert (due.day, due.enterprise, due.officer, due.visit) == (date(2026, 11, 23), enterprise, "王建国", "")
    october = {one.day: one for one in duties.calendar(office, "2026-10")}
    (made,) = october[date(2026, 10, 9)].visits
    assert (made.enterprise_name, made.officer, made.way) == ("自贡天工机械有限公司", "王建国", "实地")
    assert october[date(2026, 10, 1)].holiday == "国庆节"
    assert not october[date(2026, 10, 1)].working
    assert october[date(2026, 10, 10)].working  # a Saturday that is worked


def test_that_an_officers_calendar_has_the_visits_that_the_officer_was_on(office: Office) -> None:
    enterprise, officer = served(office)
    other = builders.officer(office, "陈志远")
    mine = {
        builders.visit(office, enterprise, day="2026-11-03", led_by=officer),
        builders.visit(office, enterprise, day="2026-11-04", led_by=other, companions="王建国"),
    }
    builders.visit(office, enterprise, day="2026-11-05", led_by=other)
    assert {entry.visit for day in duties.calendar(office, "2026-11", officer) for entry in day.visits} == mine


def test_that_a_visit_without_a_leader_names_who_came(office: Office) -> None:
    builders.visit(office, builders.enterprise(office), day="2026-11-03", companions="李慧敏、赵晓燕")
    (entry,) = [entry for day in duties.calendar(office, "2026-11") for entry in day.visits]
    assert entry.officer == "李慧敏、赵晓燕"


def test_that_a_month_that_is_none_is_refused(office: Office) -> None:
    with pytest.raises(Rejected, match="看不出是哪个月"):
        duties.calendar(office, "2026-13")


def test_that_too_many_groups_are_told_with_their_visits(office: Office) -> None:
    enterprise = builders.enterprise(office)
    visits = {builders.visit(office, enterprise, day=f"2026-11-{day}") for day in ("10", "11", "12")}
    builders.visit(office, enterprise, day="2026-11-13", way="电话")
    builders.visit(office, enterprise, day="2026-10-01")
    builders.visit(office, builders.enterprise(office, "自贡乙机械有限公司"), day="2026-11-10")
    (crowd,) = duties.overview(office, office.today())[2]
    assert (crowd.name, crowd.words) == ("自贡天工机械有限公司", "近 30 天已有 3 批走访")
    assert set(ledgers.ids(office, crowd.question)) == visits
    with office.reading() as reader:
        assert len(duties.crowded(grounds(reader, office.today()), least=1)) == 2


def test_that_the_board_of_another_day_leaves_what_is_said_of_today(office: Office) -> None:
    enterprise = builders.enterprise(office)
    for day in ("10", "11", "12"):
        builders.visit(office, enterprise, day=f"2026-11-{day}")
    board, _, crowds = duties.overview(office, date(2026, 10, 31))
    assert (board.day, [crowd.count for crowd in crowds]) == (date(2026, 10, 31), [3])


def test_that_the_districts_board_opens_exactly_the_enterprises_that_wait(district: Office) -> None:
    for bearer in duties.board(district).bearers:
        waiting = {duty.owed.enterprise for duty in bearer.duties if duty.still}
        assert set(ledgers.ids(district, bearer.question)) == waiting
