"""Told, applied, reviewed, published, paid: each step asks for what it needs and comes in its turn."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.entitlement_steps import STEPS, step_named, taken
from daan_desk.domain.failures import Rejected

DAY = date(2026, 11, 10)
APPLIED = {"applied": DAY, "review": "待审核"}
PASSED = {**APPLIED, "review": "通过", "reviewed": date(2026, 11, 12)}


def test_that_a_step_is_found_by_its_name_and_by_its_words() -> None:
    assert step_named("pay") is step_named("拨付") is STEPS[-1]
    assert step_named("申报") is step_named("apply")
    with pytest.raises(Rejected, match="没有名为“寄出”的步骤"):
        step_named("寄出")


def test_that_who_applies_was_told_and_waits_for_the_review() -> None:
    found = taken(step_named("apply"), {}, {"applied": DAY, "applied_amount": None})
    assert found == {"applied": DAY, "told": DAY, "wish": "申报", "review": "待审核"}


@pytest.mark.parametrize(
    ("step", "line", "given", "words"),
    [
        ("review", {}, {"reviewed": DAY, "review": "通过"}, "还没有申报"),
        ("review", APPLIED, {"reviewed": DAY}, "请选择通过或未通过"),
        ("review", APPLIED, {"reviewed": DAY, "review": "未通过"}, "未通过要写明原因"),
        ("review", APPLIED, {"reviewed": date(2026, 11, 1), "review": "通过"}, "日期早于申报日期 2026-11-10"),
        ("publish", APPLIED, {"published": DAY}, "审核还没有通过"),
        ("pay", PASSED, {"paid": date(2026, 12, 1)}, "请填写拨付金额"),
        ("pay", APPLIED, {"paid": date(2026, 12, 1), "paid_amount": 5}, "审核还没有通过"),
        ("apply", {**PASSED, "paid": DAY}, {"applied": DAY}, "已经拨付"),
    ],
)
def test_that_a_step_out_of_turn_is_refused_with_its_reason(
    step: str, line: dict[str, object], given: dict[str, object], words: str
) -> None:
    with pytest.raises(Rejected, match=words):
        taken(step_named(step), line, given)


def test_that_what_needs_no_application_is_paid_at_once() -> None:
    line = {"payment": "免申即享"}
    assert taken(step_named("pay"), line, {"paid": DAY, "paid_amount": 5})["told"] == DAY
