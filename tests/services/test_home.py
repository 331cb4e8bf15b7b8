"""The first page: what is owed today, and behind every number exactly its rows."""

from __future__ import annotations

import json
from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.home import Home
from daan_desk.services import issues, records
from daan_desk.services.home import answer, home
from daan_desk.services.office import Office
from tests import builders


def mine(office: Office, name: str = "自贡天工机械有限公司") -> str:
    """An enterprise that the officer of this copy looks after."""
    enterprise = builders.enterprise(office, name)
    link = {"enterprise": enterprise, "officer": office.officer.id, "role": "企业首席服务官", "since": "2026-01-01"}
    records.add(office, "assignments", link)
    return enterprise


def me(office: Office) -> Home:
    return home(office, office.officer.id)


def dispatched(office: Office, enterprise: str, due: str, **values: object) -> str:
    issue = builders.issue(office, enterprise, raised="2026-11-02", **values)
    issues.move(office, issue, "dispatch", {"lead_department": "区经信局", "day": "2026-11-02", "due": due})
    return issue


def test_that_my_enterprises_come_with_their_last_visit_and_open_issues(office: Office) -> None:
    seen, unseen = mine(office), mine(office, "自贡乙机械有限公司")
    builders.enterprise(office, "自贡丙机械有限公司")
    builders.visit(office, seen, day="2026-11-03")
    builders.issue(office, seen)
    found = me(office).enterprises
    assert [one.id for one in found] == [unseen, seen]
    assert (found[0].last_visit, found[0].days, found[0].open_issues) == (None, None, 0)
    assert (found[1].last_visit, found[1].days, found[1].open_issues) == (date(2026, 11, 3), 20, 1)
    assert home(office).enterprises == ()


def test_that_an_enterprise_handed_on_is_mine_no_more(office: Office) -> None:
    enterprise = builders.enterprise(office)
    link = {"enterprise": enterprise, "officer": office.officer.id, "role": "企业首席服务官", "since": "2026-01-01"}
    records.add(office, "assignments", {**link, "until": "2026-11-22"})
    page = me(office)
    assert (page.enterprises, page.duties, page.neglected) == ((), (), ())
    assert page.number("enterprises").value == 0


def test_that_a_visit_paid_is_owed_no_more(office: Office) -> None:
    enterprise = mine(office)
    assert [duty.owed.enterprise for duty in me(office).visits_owed] == [enterprise]
    builders.visit(office, enterprise, led_by=office.officer.id)
    page = me(office)
    assert page.visits_owed == ()
    assert str(page.duty_rate) == "100.0%（1/1）"


def test_that_issues_stand_by_urgency_and_green_ones_stay_away(office: Office) -> None:
    enterprise = mine(office)
    soon = dispatched(office, enterprise, "2026-11-24", title="用电增容")
    late = dispatched(office, enterprise, "2026-11-18", title="道路破损")
    latest = dispatched(office, enterprise, "2026-11-10", title="招工困难")
    dispatched(office, enterprise, "2026-12-10", title="土地权属")
    page = me(office)
    assert [issue.id for issue in page.issues] == [latest, late, soon]
    assert [issue.light.words for issue in page.issues] == ["逾期 13 天", "逾期 5 天", "剩 1 个工作日"]
    assert {issue.department for issue in page.issues} == {"区经济和信息化局"}
    assert (page.number("overdue").value, page.number("due_soon").value, page.number("open").value) == (2, 1, 4)


def test_that_issues_of_other_officers_enterprises_are_the_offices_only(office: Office) -> None:
    mine(office)
    dispatched(office, builders.enterprise(office, "自贡乙机械有限公司"), "2026-11-18")
    assert me(office).issues == ()
    assert len(home(office).issues) == 1


def test_that_a_promise_is_a_loose_end_until_a_later_visit_takes_it_up(office: Office) -> None:
    enterprise = mine(office)
    visit = builders.visit(office, enterprise, day="2026-11-03", next_step="联系银行上门")
    builders.visit(office, enterprise, day="2026-11-04")
    (end,) = me(office).loose_ends
    assert (end.visit, end.next_step) == (visit, "联系银行上门")
    builders.visit(office, enterprise, day="2026-11-05", follow_up="银行已上门")
    assert me(office).loose_ends == ()


def test_that_a_visit_that_takes_up_the_old_and_promises_anew_is_a_loose_end_itself(office: Office) -> None:
    enterprise = mine(office)
    builders.visit(office, enterprise, day="2026-11-03", next_step="联系银行上门")
    newer = builders.visit(office, enterprise, day="2026-11-05", follow_up="银行已上门", next_step="跟进审批")
    assert [end.visit for end in me(office).loose_ends] == [newer]


def test_that_what_nobody_took_up_for_half_a_year_is_dropped(office: Office) -> None:
    builders.visit(office, mine(office), day="2026-05-01", next_step="联系银行上门")
    assert me(office).loose_ends == ()


def test_that_qualifications_are_spoken_of_before_their_end(office: Office) -> None:
    enterprise = mine(office)
    for expires in ("2026-11-22", "2027-02-23", "2027-02-24", "2027-11-23", "2027-11-24"):
        records.add(office, "qualifications", {"enterprise": enterprise, "kind": "专精特新", "expires": expires})
    page = me(office)
    assert [(str(one.expires), one.reminder) for one in page.expiring] == [
        ("2027-02-23", 3),
        ("2027-02-24", 6),
        ("2027-11-23", 12),
    ]
    assert [page.number(f"expiring_{months}").value for months in (3, 6, 12)] == [1, 2, 3]


def test_that_neglected_enterprises_are_named_those_never_visited_first(office: Office) -> None:
    old, never, fresh = (mine(office, f"自贡{sign}机械有限公司") for sign in "甲乙丙")
    builders.visit(office, old, day="2026-08-25")
    builders.visit(office, fresh, day="2026-08-26")
    found = me(office).neglected
    assert [(one.id, one.days) for one in found] == [(never, None), (old, 90)]


def test_that_this_month_stands_against_the_month_before_and_calls_stand_apart(office: Office) -> None:
    enterprise = mine(office)
    for day in ("2026-11-03", "2026-11-04", "2026-10-09"):
        builders.visit(office, enterprise, day=day)
    builders.visit(office, enterprise, day="2026-11-05", way="电话")
    visits, calls, visited = (me(office).number(key) for key in ("visits", "calls", "visited"))
    assert (visits.value, visits.before, visits.change) == (2, 1, "较上月 +1")
    assert (calls.value, calls.before) == (1, 0)
    assert (visited.value, visited.before, visited.change) == (1, 1, "与上月持平")


def test_that_the_chart_has_twelve_months_with_what_was_raised_and_answered(office: Office) -> None:
    enterprise = mine(office)
    builders.issue(office, enterprise, raised="2025-12-31")
    builders.issue(office, enterprise, raised="2025-11-30")
    issue = dispatched(office, enterprise, "2026-11-20")
    issues.move(office, issue, "accept", {"day": "2026-11-03"})
    issues.move(office, issue, "answer", {"outcome": "已修复", "day": "2026-11-10"})
    months = home(office).months
    assert [month.month for month in months] == [f"2025-{12}", *(f"2026-{at:02d}" for at in range(1, 12))]
    assert [month.raised.value for month in months] == [1, *[0] * 10, 1]
    assert months[-1].answered.value == 1


def test_that_an_empty_workspace_has_an_empty_page(office: Office) -> None:
    page = home(office)
    assert page.duties == page.issues == page.expiring == page.neglected == page.loose_ends == ()
    assert {number.value for number in page.numbers} == {0}
    assert str(page.duty_rate) == "—（0/0）"


def test_that_an_officer_may_be_named_and_an_unknown_one_is_refused(office: Office) -> None:
    mine(office)
    assert home(office, "李慧敏") == me(office)
    with pytest.raises(Rejected, match="干部名册里没有“无名氏”"):
        home(office, "无名氏")


def test_that_the_answer_is_plain_json_with_the_four_keys(office: Office) -> None:
    enterprise = mine(office)
    dispatched(office, enterprise, "2026-11-18")
    records.add(office, "qualifications", {"enterprise": enterprise, "kind": "专精特新", "expires": "2026-12-31"})
    told = json.loads(json.dumps(answer(me(office)), ensure_ascii=False))
    assert list(told) == ["visits_owed", "issues", "expiring", "windows"]
    (owed,) = told["visits_owed"]
    assert (owed["enterprise"], owed["officer"], owed["missing"]) == ("自贡天工机械有限公司", "李慧敏", 1)
    (issue,) = told["issues"]
    assert (issue["due"], issue["light"], issue["words"]) == ("2026-11-18", "逾期", "逾期 5 天")
    assert told["expiring"][0]["expires"] == "2026-12-31"
    assert told["windows"] == []
