"""The sheet of an enterprise and its story."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import attachments, enterprises, issues, ledgers, records
from daan_desk.services.enterprises import Happening
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from tests import builders


def added(office: Office, ledger: str, **values: object) -> str:
    return records.add(office, ledger, values).first(ledger)


def titles(found: tuple[Happening, ...]) -> list[str]:
    return [one.title for one in found]


@pytest.fixture
def lived(office: Office, tmp_path: Path) -> str:
    """An enterprise to which something of every kind happened."""
    one = builders.enterprise(office, employees=120, revenue_last_year=5000, size_class="微型")
    leader = builders.officer(office)
    added(
        office, "assignments", enterprise=one, officer=leader, role="县级领导", since="2025-01-10", until="2026-10-31"
    )
    added(
        office,
        "qualifications",
        enterprise=one,
        kind="专精特新",
        level="省",
        awarded="2022-05-01",
        expires="2025-04-30",
    )
    for month, output in (("2025-10", 100), ("2026-10", 120)):
        added(office, "figures", enterprise=one, month=month, output=output)
    visit = builders.visit(office, one, day="2026-11-20", led_by=leader, summary="看了二车间", next_step="联系供电公司")
    issue = builders.issue(office, one, raised="2026-11-20", visit=visit)
    issues.move(office, issue, "dispatch", {"lead_department": "区交通运输局", "day": "2026-11-23"})
    note = tmp_path / "照片.png"
    note.write_bytes(b"x")
    attachments.attach(office, "visits", visit, [note])
    return one


def test_that_everything_stands_on_one_line_of_time_newest_first(office: Office, lived: str) -> None:
    story = enterprises.story(office, lived)
    assert titles(story.happenings) == [
        "添加附件：照片.png",
        "交办：2026-0001 厂区门口道路破损",
        "提出问题：2026-0001 厂区门口道路破损",
        "实地走访",
        "2026年10月工业总产值 120 万元",
        "王建国（县级领导）不再包联",
        "2025年10月工业总产值 100 万元",
        "专精特新（省） 到期",
        "王建国（县级领导）开始包联",
        "认定 专精特新（省）",
    ]
    assert [one.day for one in story.happenings] == sorted((one.day for one in story.happenings), reverse=True)


def test_that_an_issue_says_what_has_become_of_it_and_a_visit_what_was_promised(office: Office, lived: str) -> None:
    found = {one.kind: one for one in enterprises.story(office, lived).happenings}
    assert found["issues"].state == "已交办 · 剩 7 个工作日"
    assert found["issues"].colour == "正常"
    assert found["visits"].text == "看了二车间\n下一步：联系供电公司"
    assert found["visits"].detail == "王建国、李慧敏"


def test_that_every_happening_opens_what_it_tells_of(office: Office, lived: str) -> None:
    for one in enterprises.story(office, lived).happenings:
        assert ledgers.row(office, one.ledger, one.record).id == one.record


def test_that_a_month_is_compared_with_the_same_of_the_year_before(office: Office, lived: str) -> None:
    newest, oldest = enterprises.story(office, lived, "figures").happenings
    assert (newest.detail, oldest.detail) == ("比上年同月增长 20.0%", "")


def test_that_a_long_story_comes_in_pages_without_a_gap(office: Office) -> None:
    one = builders.enterprise(office)
    for day in range(1, 13):
        builders.visit(office, one, day=f"2026-11-{day:02d}")
    pages = [enterprises.story(office, one, skip=skip, limit=5) for skip in (0, 5, 10)]
    assert [len(page.happenings) for page in pages] == [5, 5, 2]
    assert {page.total for page in pages} == {12}
    days = [happening.day.day for page in pages for happening in page.happenings]
    assert days == list(range(12, 0, -1))


def test_that_a_story_can_be_of_one_kind_and_still_counts_the_others(office: Office, lived: str) -> None:
    story = enterprises.story(office, lived, "visits")
    assert (titles(story.happenings), story.total) == (["实地走访"], 1)
    assert story.counts["assignments"] == 2
    assert sum(story.counts.values()) == 10


def test_that_what_happens_elsewhere_is_not_told(office: Office, lived: str) -> None:
    other = builders.enterprise(office, "自贡大山盐业有限公司")
    builders.issue(office, other, title="别家的问题")
    assert enterprises.story(office, other).total == 1
    assert enterprises.story(office, lived).total == 10


def test_that_the_numbers_of_a_sheet_open_just_their_rows(office: Office, lived: str) -> None:
    sheet = enterprises.sheet(office, lived)
    assert (sheet.visits, sheet.issues, sheet.overdue) == (1, 1, 0)
    assert ledgers.totals(office, sheet.visits_question).count == sheet.visits
    assert ledgers.totals(office, sheet.issues_question).count == sheet.issues
    assert (sheet.last_visit, sheet.days) == (date(2026, 11, 20), 3)


def test_that_a_call_is_a_visit_of_the_year_but_nobody_was_there(office: Office) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one, day="2026-11-20", way="电话")
    builders.visit(office, one, day="2025-12-31")
    sheet = enterprises.sheet(office, one)
    assert (sheet.visits, sheet.last_visit) == (1, date(2025, 12, 31))


def test_that_size_and_registration_are_remarked_upon_where_figures_say_otherwise(office: Office, lived: str) -> None:
    sheet = enterprises.sheet(office, lived)
    assert (sheet.size, sheet.registration) == ("按工业划型标准测算为小型", "营收已达标未入库")
    records.change(office, "enterprises", lived, {"size_class": "小型", "above_scale": True})
    sheet = enterprises.sheet(office, lived)
    assert (sheet.size, sheet.registration) == ("", "")


def test_that_a_service_business_is_not_measured_by_the_industrial_table(office: Office) -> None:
    one = builders.enterprise(office, employees=120, revenue_last_year=500, size_class="微型", industry_code="6550")
    sheet = enterprises.sheet(office, one)
    assert (sheet.industry, sheet.size) == ("信息处理和存储支持服务", "")


def test_that_figures_are_the_last_24_months_oldest_first(office: Office) -> None:
    one = builders.enterprise(office)
    for at in range(30):
        added(office, "figures", enterprise=one, month=f"{2024 + at // 12}-{at % 12 + 1:02d}", output=at)
    months = [row["month"] for row in enterprises.sheet(office, one).figures]
    assert (len(months), months[0], months[-1]) == (24, "2024-07", "2026-06")


def test_that_an_enterprise_that_is_gone_says_so(office: Office) -> None:
    one = builders.enterprise(office)
    records.remove(office, "enterprises", [one])
    with pytest.raises(Rejected, match="已不存在"):
        enterprises.sheet(office, one)


def test_that_only_those_are_looked_after_whose_link_holds_today(office: Office) -> None:
    me = office.officer
    names = {"自贡一号厂": (None, None), "自贡二号厂": ("2026-11-24", None), "自贡三号厂": (None, "2026-11-22")}
    made = {name: builders.enterprise(office, name) for name in names}
    for name, (since, until) in names.items():
        begin = since or "2026-01-01"
        added(office, "assignments", enterprise=made[name], officer=me.id, role="专班", since=begin, until=until)
    assert enterprises.looked_after(office, me) == (made["自贡一号厂"],)


def test_that_the_sample_district_tells_of_every_enterprise(district: Office) -> None:
    some = ledgers.ids(district, Question("enterprises", where=(Where("above_scale", "is", True),)))[:12]
    stories = [enterprises.story(district, one) for one in some]
    assert all(story.counts["visits"] and story.counts["figures"] for story in stories)
    assert all(len(story.happenings) == min(story.total, 40) for story in stories)
