"""Visits with their issues, and what the next form begins with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import attachments, ledgers, visits, workspaces
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Who
from tests import builders


def test_that_a_visit_and_its_issues_are_one_act(office: Office) -> None:
    one = builders.enterprise(office)
    values = {"enterprise": one, "day": "2026-11-20", "way": "实地", "companions": "李慧敏"}
    raised = [{"title": "用电增容", "category": "用能"}, {"title": "招工难", "category": "用工人才"}]
    changes = visits.log(office, values, raised)
    assert changes.counts == {"visits": 1, "issues": 2}
    visit = changes.first("visits")
    found = ledgers.ids(office, Question("issues", where=(Where("visit", "is", visit),)))
    rows = ledgers.rows(office, "issues", found)
    assert {(r["raised"], r["source"], r["state"]) for r in rows} == {(date(2026, 11, 20), "走访", "待交办")}


def test_that_a_bad_issue_keeps_the_visit_out_too_and_says_which_one_it_is(office: Office) -> None:
    one = builders.enterprise(office)
    values = {"enterprise": one, "day": "今天", "way": "实地", "companions": "李慧敏"}
    with pytest.raises(Rejected) as refused:
        visits.log(office, {**values, "day": "2026-11-23"}, [{"title": "好", "category": "用能"}, {"category": "用能"}])
    assert refused.value.problems == {"issues.1.title": "标题不能为空"}
    assert ledgers.totals(office, Question("visits")).count == 0


def test_that_somebody_must_have_gone(office: Office) -> None:
    with pytest.raises(Rejected, match="请填写走访的人"):
        visits.log(office, {"enterprise": builders.enterprise(office), "day": "2026-11-23", "way": "实地"})


def test_that_the_next_form_begins_with_the_last_visit(office: Office) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one, day="2026-10-20", staff=80, production="正常", summary="上次的话")
    builders.visit(office, one, day="2026-11-10", staff=90, production="满产")
    values = visits.begun(office, one)
    assert (values["staff"], values["production"], values["day"]) == (90, "满产", date(2026, 11, 23))
    assert "summary" not in values


def test_that_groups_of_the_last_thirty_days_are_counted(office: Office) -> None:
    one = builders.enterprise(office)
    for day in ("2026-10-24", "2026-10-25", "2026-11-23"):
        builders.visit(office, one, day=day)
    assert visits.recent(office, one) == 2


def test_that_files_go_in_with_the_visit_or_not_at_all(office: Office, tmp_path: Path) -> None:
    picture = tmp_path / "现场.png"
    picture.write_bytes(b"\x89PNG")
    values = {"enterprise": builders.enterprise(office), "day": "2026-11-20", "way": "实地", "companions": "李慧敏"}
    with pytest.raises(Rejected):
        visits.log(office, {**values, "day": "某天"}, (), [picture])
    assert ledgers.totals(office, Question("attachments")).count == 0
    changes = visits.log(office, values, (), [picture])
    assert changes.counts == {"visits": 1, "attachments": 1}
    assert [row["name"] for row in attachments.of(office, changes.first("visits"))] == ["现场.png"]


def test_that_a_file_that_is_gone_is_named_before_anything_is_kept(office: Office, tmp_path: Path) -> None:
    values = {"enterprise": builders.enterprise(office), "day": "2026-11-20", "way": "实地", "companions": "李慧敏"}
    with pytest.raises(Trouble, match="没有了"):
        visits.log(office, values, (), [tmp_path / "没有了.png"])
    assert ledgers.totals(office, Question("visits")).count == 0


def test_that_problems_of_the_visit_and_of_every_issue_are_told_at_once(office: Office) -> None:
    values = {"enterprise": builders.enterprise(office), "way": "实地"}
    found = visits.check(office, values, [{"title": "用电"}, {"title": "其余", "category": "其他"}])
    assert found.problems == {
        "day": "日期不能为空",
        "led_by": "请填写走访的人：带队领导或陪同人员至少一项",
        "issues.0.category": "类别不能为空",
        "issues.1.keyword": "“其他”须填写关键词，便于以后归类",
    }


def test_that_the_keyword_of_other_is_kept_in_the_notes(office: Office) -> None:
    values = {"enterprise": builders.enterprise(office), "day": "2026-11-20", "way": "实地", "companions": "李慧敏"}
    changes = visits.log(office, values, [{"title": "围墙外垃圾", "category": "其他", "keyword": "市容"}])
    assert ledgers.row(office, "issues", changes.first("issues"))["notes"] == "关键词：市容"


def test_that_a_visit_is_amended_with_what_was_forgotten(office: Office) -> None:
    visit = builders.visit(office, builders.enterprise(office), day="2026-11-20")
    changes = visits.amend(office, visit, {"summary": "补记"}, [{"title": "招工难", "category": "用工人才"}])
    assert changes.counts == {"visits": 1, "issues": 1}
    assert ledgers.row(office, "visits", visit)["summary"] == "补记"
    raised = ledgers.row(office, "issues", changes.first("issues"))
    assert (raised["raised"], raised["visit"].id) == (date(2026, 11, 20), visit)


def test_that_nobody_can_be_taken_out_of_a_visit_so_that_none_is_left(office: Office) -> None:
    visit = builders.visit(office, builders.enterprise(office), companions="李慧敏")
    with pytest.raises(Rejected, match="请填写走访的人"):
        visits.amend(office, visit, {"companions": None})


def test_that_calls_on_the_telephone_are_no_groups_that_came(office: Office) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one, day="2026-11-20", way="电话")
    builders.visit(office, one, day="2026-11-19")
    assert visits.before(office, one).recent.words == "近 30 天已有 1 批走访"


def test_that_a_promise_stays_open_until_a_later_visit_looks_into_it(office: Office) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one, day="2026-10-20", next_step="联系供电公司")
    builders.visit(office, one, day="2026-11-02", way="电话")
    known = visits.before(office, one)
    assert (known.promise, known.promised) == ("联系供电公司", date(2026, 10, 20))
    builders.visit(office, one, day="2026-11-10", follow_up="已落实：联系供电公司")
    assert visits.before(office, one).promise == ""


def test_that_open_issues_are_shown_with_their_lights_and_closed_ones_are_not(office: Office) -> None:
    one = builders.enterprise(office)
    builders.issue(office, one)
    builders.issue(office, builders.enterprise(office, "自贡大山盐业有限公司"), title="别家的")
    known = visits.before(office, one)
    assert [(row["title"], row["state"], bool(row["light"])) for row in known.issues] == [
        ("厂区门口道路破损", "待交办", True)
    ]
    assert known.enterprise.text == "自贡天工机械有限公司"


@pytest.mark.parametrize(("role", "who"), [("驻企干部", ("", "周立")), ("专班", ("王建国", ""))])
def test_that_nobody_s_own_visit_is_put_down_to_who_came_last_and_the_office_writes_for_others(
    tmp_path: Path, role: str, who: tuple[str, str]
) -> None:
    made = workspaces.make(tmp_path / "own.daan", builders.PASSWORD, Who("周立", role), builders.at())
    one, leader = builders.enterprise(made.office), builders.officer(made.office)
    builders.visit(made.office, one, day="2026-11-02", led_by=leader, companions=None)
    values = visits.begun(made.office, one)
    made.close()
    led = values.get("led_by")
    assert (led.text if led else "", values.get("companions", "")) == who


@pytest.mark.parametrize(("role", "led"), [("县级领导", True), ("企业首席服务官", True), ("专班", False)])
def test_that_an_officer_whose_duty_it_is_leads_and_any_other_came_along(tmp_path: Path, role: str, led: bool) -> None:
    made = workspaces.make(tmp_path / "own.daan", builders.PASSWORD, Who("周立", role), builders.at())
    values = visits.begun(made.office, builders.enterprise(made.office))
    made.close()
    assert (values["led_by"].text if led else values["companions"]) == "周立"
    assert ("led_by" in values) is led
