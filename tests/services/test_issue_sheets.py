"""Everything about one issue, and the keyword that 其他 asks for."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import attachments, issue_sheets, issues, ledgers
from daan_desk.services.issue_sheets import IssueSheet
from daan_desk.services.office import Office
from tests import builders


def other(office: Office, **values: object) -> dict[str, object]:
    return {"enterprise": builders.enterprise(office), "title": "食堂油烟扰民", "category": "其他", **values}


def possible(sheet: IssueSheet) -> list[str]:
    return [offer.move.label for offer in sheet.offers if not offer.why]


def test_that_a_sheet_has_steps_files_moves_and_the_day_that_counts(office: Office, tmp_path: Path) -> None:
    one = builders.issue(office, builders.enterprise(office), grade="一般")
    assert issue_sheets.sheet(office, one).limit == "11 月 24 日（周二）前交办"
    issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    file = tmp_path / "现场.txt"
    file.write_text("照片", encoding="utf-8")
    attachments.attach(office, "issues", one, [file])
    sheet = issue_sheets.sheet(office, "2026-0001")
    assert sheet.limit == "12 月 2 日（周三）"
    assert [step["move"] for step in sheet.steps] == ["交办"]
    assert [row["name"] for row in sheet.files] == ["现场.txt"]
    assert possible(sheet) == ["退回", "开始办理", "延期"]


def test_that_a_move_near_at_hand_says_which_rule_forbids_it(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office), grade="咨询")
    issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    later = Office(office.database, office.officer, builders.at(builders.MONDAY + timedelta(days=3)))
    sheet = issue_sheets.sheet(later, one)
    near = {offer.move.name: offer.why for offer in sheet.offers if offer.near}
    assert set(near) == {"return", "extend"}
    assert near["return"].startswith("异议须在交办后 1 个工作日内提出")


def test_that_a_year_not_announced_is_remarked_upon(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    issues.move(office, one, "dispatch", {"lead_department": "区住建局", "due": "2027-06-01"})
    assert issue_sheets.sheet(office, one).limit == "2027 年 6 月 1 日（周二），按周一至周五推算"


def test_that_other_is_refused_without_its_keyword_together_with_what_else_is_missing(office: Office) -> None:
    with pytest.raises(Rejected) as refused:
        issue_sheets.add(office, other(office, title=None))
    assert set(refused.value.problems) == {"keyword", "title"}


def test_that_the_keyword_is_kept_with_the_notes_and_told_apart_from_them(office: Office) -> None:
    one = issue_sheets.add(office, other(office, keyword="油烟", notes="已电话沟通")).first("issues")
    assert ledgers.row(office, "issues", one)["notes"] == "关键词：油烟\n已电话沟通"
    sheet = issue_sheets.sheet(office, one)
    assert (sheet.keyword, issue_sheets.without_keyword(sheet.row["notes"])) == ("油烟", "已电话沟通")


def test_that_changing_the_notes_keeps_the_keyword(office: Office) -> None:
    one = issue_sheets.add(office, other(office, keyword="油烟")).first("issues")
    issue_sheets.change(office, one, {"notes": "改了备注"})
    assert ledgers.row(office, "issues", one)["notes"] == "关键词：油烟\n改了备注"
    issue_sheets.change(office, one, {"title": "食堂排烟"})
    assert issue_sheets.sheet(office, one).keyword == "油烟"


def test_that_another_category_needs_no_keyword_and_drops_the_old_one(office: Office) -> None:
    one = issue_sheets.add(office, other(office, keyword="油烟")).first("issues")
    issue_sheets.change(office, one, {"category": "安全环保"})
    row = ledgers.row(office, "issues", one)
    assert (row["category"], row["notes"]) == ("安全环保", None)


def test_that_changing_to_other_asks_for_the_keyword(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    with pytest.raises(Rejected) as refused:
        issue_sheets.change(office, one, {"category": "其他"})
    assert "keyword" in refused.value.problems
