"""An issue's whole life, written with its steps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import issues, ledgers, undo
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Identity, Office
from tests import builders


def later(office: Office, days: int) -> Office:
    """The same workspace some days later."""
    return Office(office.database, office.officer, builders.at(builders.MONDAY + timedelta(days=days)))


def test_that_numbers_count_per_year_and_are_never_given_twice(office: Office) -> None:
    one = builders.enterprise(office)
    first = builders.issue(office, one)
    second = builders.issue(office, one, raised="2025-03-01")
    undo.undo(office, undo.acts(office, 1)[0].id)
    third = builders.issue(office, one, raised="2025-04-01")
    numbers = [ledgers.row(office, "issues", i)["number"] for i in (first, third)]
    assert numbers == ["2026-0001", "2025-0002"]
    assert second != third


def test_that_an_issue_goes_from_registered_to_closed_with_every_step_its_day_and_its_author(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office), grade="一般")
    issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    assert ledgers.row(office, "issues", one)["due"] == date(2026, 12, 2)
    issues.move(office, one, "开始办理")
    issues.move(office, "2026-0001", "step", {"what": "已到现场查看"})
    issues.move(office, one, "answer", {"outcome": "路面已修复"})
    issues.move(office, one, "callback", {"callback": "满意", "callback_by": "李慧敏"})
    row = ledgers.row(office, "issues", one)
    assert (row["state"], row["closed"], row["callback"]) == ("已销号", date(2026, 11, 23), "满意")
    life = issues.life(office, one)
    assert [step["move"] for step in life] == ["交办", "开始办理", "进展", "办结", "回访"]
    assert {step["by"] for step in life} == {"李慧敏"}
    assert life[0]["new_due"] == date(2026, 12, 2)


def test_that_a_dissatisfied_enterprise_has_its_issue_done_again_one_grade_harder(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office), grade="一般")
    for word, values in (
        ("dispatch", {"lead_department": "区住建局"}),
        ("accept", {}),
        ("answer", {"outcome": "已修"}),
    ):
        issues.move(office, one, word, values)
    issues.move(office, one, "callback", {"callback": "不满意"})
    row = ledgers.row(office, "issues", one)
    assert (row["state"], row["grade"], row["redone"], row["answered"]) == ("办理中", "复杂", 1, None)


def test_that_a_move_that_the_state_forbids_is_refused_with_what_can_be_done(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    with pytest.raises(Rejected, match="“待交办”的问题不能办结，现在可以：交办"):
        issues.move(office, one, "answer", {"outcome": "x"})
    assert issues.life(office, one) == []


def test_that_what_is_missing_is_told_by_its_field(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    with pytest.raises(Rejected) as refused:
        issues.move(office, one, "dispatch")
    assert "牵头部门" in refused.value.problems["lead_department"]
    with pytest.raises(Rejected) as unknown:
        issues.move(office, one, "dispatch", {"lead_department": "没有的局"})
    assert "没有名为“没有的局”的部门" in unknown.value.problems["lead_department"]


def test_that_an_extension_after_its_last_day_is_refused(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office), grade="咨询")
    issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    issues.move(office, one, "accept")
    with pytest.raises(Rejected, match="延期须在到期前"):
        issues.move(later(office, 3), one, "extend", {"due": "2026-12-10", "reason": "材料未齐"})
    issues.move(later(office, 1), one, "extend", {"due": "2026-12-10", "reason": "材料未齐"})
    row = ledgers.row(office, "issues", one)
    assert (row["due"], row["extended"]) == (date(2026, 12, 10), 1)


def test_that_a_move_is_undone_together_with_its_step(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    act = issues.move(office, one, "dispatch", {"lead_department": "区住建局"}).act
    undo.undo(office, act)
    row = ledgers.row(office, "issues", one)
    assert (row["state"], row["due"], row["lead_department"]) == ("待交办", None, None)
    assert issues.life(office, one) == []


def test_that_a_plain_step_touches_the_issue_so_that_pages_refresh(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    for word, values in (("dispatch", {"lead_department": "区住建局"}), ("accept", {})):
        issues.move(office, one, word, values)
    assert issues.move(office, one, "step", {"what": "在办"}).touch("issues")


@pytest.mark.in_a_file  # on a server nobody acts in the name of another
def test_that_the_author_is_the_officer_who_acts(office: Office) -> None:
    someone = builders.officer(office, "陈志远", "企业首席服务官")
    acting = Office(office.database, Identity(someone, "陈志远"), builders.at())
    one = builders.issue(acting, builders.enterprise(acting))
    issues.move(acting, one, "dispatch", {"lead_department": "区住建局"})
    assert issues.life(acting, one)[0]["by"] == "陈志远"
    assert ledgers.row(office, "issues", one).changed_by == "陈志远"
    assert ledgers.totals(office, Question("steps")).count == 1


def test_that_a_due_day_in_a_year_not_announced_yet_says_how_it_was_reckoned(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office), grade="疑难")
    changes = issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    assert changes.remarks == ("办理时限 2027-01-04 按周一至周五推算，放假安排公布后请核对",)
    assert issues.move(office, one, "开始办理").remarks == ()
