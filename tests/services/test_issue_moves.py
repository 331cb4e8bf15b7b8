"""Moves that are planned before they are made, and one move of many issues."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import issue_moves, issues, ledgers, undo
from daan_desk.services.office import Office
from tests import builders


def several(office: Office, count: int) -> list[str]:
    one = builders.enterprise(office)
    return [builders.issue(office, one, title=f"第 {n} 个问题", grade="一般") for n in range(1, count + 1)]


def test_that_a_plan_proposes_the_day_before_a_department_is_named(office: Office) -> None:
    plan = issue_moves.plan_moves(office, several(office, 2), "交办")
    assert plan.problems == {"lead_department": "交办须填写牵头部门"}
    assert plan.proposal is not None
    assert plan.proposal.words == "7 个工作日，到 12 月 2 日（周三）"
    assert plan.ready == ()


def test_that_a_plan_says_what_every_issue_becomes_and_writes_nothing(office: Office) -> None:
    ids = several(office, 2)
    plan = issue_moves.plan_moves(office, ids, "dispatch", {"lead_department": "区住建局"})
    assert [one.words for one in plan.ready] == ["已交办，时限 12 月 2 日（周三）"] * 2
    assert ledgers.row(office, "issues", ids[0])["state"] == "待交办"


def test_that_a_value_that_cannot_be_read_is_a_problem_beside_its_field(office: Office) -> None:
    plan = issue_moves.plan_moves(
        office, several(office, 1), "dispatch", {"lead_department": "没有的局", "day": "胡说"}
    )
    assert "没有名为“没有的局”的部门" in plan.problems["lead_department"]
    assert "day" in plan.problems


def test_that_an_extension_says_both_days_and_what_lies_between(office: Office) -> None:
    [one] = several(office, 1)
    issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    plan = issue_moves.plan_moves(office, [one], "extend", {"due": "2026-12-09", "reason": "材料未齐"})
    assert plan.ready[0].words == "时限 12 月 2 日（周三） → 12 月 9 日（周三），多 5 个工作日"


def test_that_the_days_differ_where_the_grades_do_and_no_single_one_is_proposed(office: Office) -> None:
    ids = [*several(office, 1), builders.issue(office, builders.enterprise(office, "自贡乙厂"), grade="疑难")]
    assert issue_moves.plan_moves(office, ids, "dispatch").proposal is None


def test_that_many_are_dispatched_in_one_act_and_the_refused_are_named(office: Office) -> None:
    ids = several(office, 3)
    issues.move(office, ids[0], "dispatch", {"lead_department": "区经信局"})
    plan = issue_moves.plan_moves(office, ids, "dispatch", {"lead_department": "区住建局"})
    assert ([one.id for one in plan.ready], [one.id for one in plan.refused]) == (ids[1:], ids[:1])
    changes = issues.move_many(office, ids, "dispatch", {"lead_department": "区住建局"})
    assert changes.name == "交办 3 个问题"
    assert changes.remarks == ("2026-0001 第 1 个问题：“已交办”的问题不能交办，现在可以：退回、开始办理、延期",)
    assert [ledgers.row(office, "issues", one)["due"] for one in ids] == [date(2026, 12, 2)] * 3
    undo.undo(office, changes.act)
    assert [ledgers.row(office, "issues", one)["state"] for one in ids] == ["已交办", "待交办", "待交办"]


def test_that_a_move_that_every_issue_refuses_is_refused_and_leaves_no_act(office: Office) -> None:
    ids = several(office, 2)
    before = undo.acts(office, 1)[0].id
    with pytest.raises(Rejected, match="不能办结"):
        issues.move_many(office, ids, "answer", {"outcome": "好了"})
    assert undo.acts(office, 1)[0].id == before


def test_that_a_card_that_cannot_go_there_is_told_why_and_what_it_can_do(office: Office) -> None:
    [one] = several(office, 1)
    with pytest.raises(Rejected, match="“待交办”的问题不能直接转为“已办结”，现在可以：交办、解释说明"):
        issue_moves.move_to(office, one, "已办结")
    move, values = issue_moves.move_to(office, one, "已交办")
    assert (move.name, values) == ("dispatch", {})
