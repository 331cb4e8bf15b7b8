"""What is worked out when a row is shown: lights, states, and who looks after an enterprise."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import issues, ledgers, records
from daan_desk.services.office import Office
from daan_desk.store.reader import Reader
from tests import builders


def assign(office: Office, enterprise: str, officer: str, role: str = "县级领导", **more: object) -> str:
    values = {"enterprise": enterprise, "officer": officer, "role": role, "since": "2026-01-01", **more}
    return records.add(office, "assignments", values).first("assignments")


def row(office: Office, ledger: str, identity: str) -> Row:
    return ledgers.row(office, ledger, identity)


def names(office: Office, *where: Where, sort: tuple[str, ...] = ()) -> list[object]:
    question = Question("enterprises", where=where, sort=sort)
    return [found["name"] for found in ledgers.rows(office, "enterprises", ledgers.ids(office, question))]


def test_that_an_issue_past_its_day_is_red_in_words(office: Office) -> None:
    issue = builders.issue(office, builders.enterprise(office), raised="2026-11-02")
    issues.move(office, issue, "dispatch", {"lead_department": "区经信局", "day": "2026-11-02", "due": "2026-11-20"})
    found = row(office, "issues", issue)
    assert (found["light"], found["light_colour"]) == ("逾期 3 天", "逾期")


def test_that_an_issue_that_waits_to_be_dispatched_has_the_day_for_that(office: Office) -> None:
    issue = builders.issue(office, builders.enterprise(office))
    assert row(office, "issues", issue)["light"] == "剩 1 个工作日"


def test_that_long_term_work_without_progress_this_month_is_yellow(office: Office) -> None:
    issue = builders.issue(office, builders.enterprise(office), raised="2026-10-09")
    for word, values in (
        ("dispatch", {"lead_department": "区经信局", "day": "2026-10-09"}),
        ("accept", {"day": "2026-10-10"}),
        ("long_term", {"reason": "等待规划调整", "day": "2026-10-12"}),
    ):
        issues.move(office, issue, word, values)
    assert row(office, "issues", issue)["light"] == "长期推进，本月还没有进展"
    issues.move(office, issue, "step", {"what": "已会商"})
    assert row(office, "issues", issue)["light_colour"] == "正常"


@pytest.mark.parametrize(
    ("expires", "state"),
    [("2026-11-22", "已过期"), ("2026-11-23", "即将到期"), ("2027-11-23", "即将到期"), ("2027-11-24", "有效")],
)
def test_that_a_qualification_says_where_it_stands(office: Office, expires: str, state: str) -> None:
    values = {"enterprise": builders.enterprise(office), "kind": "高新技术企业", "expires": expires}
    found = records.add(office, "qualifications", values).first("qualifications")
    assert row(office, "qualifications", found)["state"] == state


def test_that_a_qualification_near_its_end_names_what_is_to_be_done(office: Office) -> None:
    values = {"enterprise": builders.enterprise(office), "kind": "高新技术企业", "expires": "2026-11-30"}
    found = records.add(office, "qualifications", values).first("qualifications")
    assert row(office, "qualifications", found)["term"] == "还有 7 天到期，请准备重新认定"


def test_that_an_enterprise_shows_who_looks_after_it_today(office: Office) -> None:
    enterprise = builders.enterprise(office)
    now, before, later = (builders.officer(office, name) for name in ("王建国", "陈志远", "赵晓燕"))
    assign(office, enterprise, now, until="2026-11-23")  # today is the last day
    assign(office, enterprise, before, until="2026-11-22")
    assign(office, enterprise, later, since="2026-12-01")
    assign(office, enterprise, before, "企业首席服务官")
    found = row(office, "enterprises", enterprise)
    assert (found["leader"], found["service_officer"]) == ("王建国", "陈志远")


def test_that_a_deleted_link_counts_no_more(office: Office) -> None:
    enterprise = builders.enterprise(office)
    link = assign(office, enterprise, builders.officer(office))
    records.remove(office, "assignments", [link])
    assert row(office, "enterprises", enterprise)["leader"] is None


def test_that_the_last_visit_is_the_last_in_person(office: Office) -> None:
    enterprise = builders.enterprise(office)
    builders.visit(office, enterprise, day="2026-10-08")
    builders.visit(office, enterprise, day="2026-09-08")
    builders.visit(office, enterprise, day="2026-11-20", way="电话")
    assert str(row(office, "enterprises", enterprise)["last_visit"]) == "2026-10-08"


def test_that_only_issues_without_an_answer_are_open(office: Office) -> None:
    enterprise = builders.enterprise(office)
    builders.issue(office, enterprise)
    issues.move(office, builders.issue(office, enterprise, title="咨询"), "explain", {"outcome": "已说明"})
    assert row(office, "enterprises", enterprise)["open_issues"] == 1


def test_that_enterprises_are_sorted_and_filtered_by_what_is_worked_out(office: Office) -> None:
    one, two = builders.enterprise(office, "自贡甲机械有限公司"), builders.enterprise(office, "自贡乙机械有限公司")
    builders.enterprise(office, "自贡丙机械有限公司")
    assign(office, one, builders.officer(office))
    builders.visit(office, one, day="2026-08-03")
    builders.visit(office, two, day="2026-11-03")
    assert names(office, Where("leader", "has", "王建")) == ["自贡甲机械有限公司"]
    assert names(office, Where("last_visit", "from", "2026-11-01")) == ["自贡乙机械有限公司"]
    assert names(office, sort=("-last_visit",)) == ["自贡乙机械有限公司", "自贡甲机械有限公司", "自贡丙机械有限公司"]
    assert ledgers.choices(office, "enterprises", "leader") == ("王建国",)


def test_that_what_only_showing_works_out_is_refused_as_a_filter_in_words(office: Office) -> None:
    with pytest.raises(Rejected, match="“时限灯”是显示时才算出来的"):
        ledgers.ids(office, Question("issues", where=(Where("light", "is", "逾期 3 天"),)))
    with pytest.raises(Rejected, match="不能按它筛选或排序"):
        ledgers.ids(office, Question("qualifications", sort=("state",)))


def test_that_worked_out_values_are_exported_and_ignored_when_they_come_back(office: Office) -> None:
    enterprise = builders.enterprise(office)
    assign(office, enterprise, builders.officer(office))
    table = ledgers.table(office, Question("enterprises"), ("name", "leader", "last_visit", "open_issues"))
    assert table.rows == (("自贡天工机械有限公司", "王建国", None, 0),)
    values = {"leader": "别人", "open_issues": 7, "short_name": "天工"}
    changes = records.change(office, "enterprises", enterprise, values)
    assert "包联领导由程序算出，没有录入" in changes.remarks
    found = row(office, "enterprises", enterprise)
    assert (found["leader"], found["open_issues"], found["short_name"]) == ("王建国", 0, "天工")


def test_that_a_change_of_worked_out_values_alone_changes_nothing(office: Office) -> None:
    enterprise = builders.enterprise(office)
    assert records.change(office, "enterprises", enterprise, {"leader": "别人"}).counts == {}


def test_that_outside_of_an_office_no_day_is_made_up(office: Office) -> None:
    enterprise = builders.enterprise(office)
    assign(office, enterprise, builders.officer(office), until="2027-01-01")
    builders.visit(office, enterprise)
    with office.database.reading() as connection:
        line = Reader(connection).line("enterprises", enterprise)
    assert line is not None
    assert (line["leader"], line["last_visit"]) == (None, None)


def test_that_rows_are_whole_whatever_the_ledger(district: Office) -> None:
    for described in ledgers.ledgers():
        identities = ledgers.ids(district, Question(described.name))[:5]
        for found in ledgers.rows(district, described.name, identities):
            assert {field.name for field in described.fields} <= set(found.values), described.name
            assert all(not isinstance(v, Linked) or v.text for v in found.values.values())
