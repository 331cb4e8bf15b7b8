"""A bank has a month, and demand, push, credit and loan are four sums that nobody adds up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.financing import Answered, Wanted, answer_due, answer_light, funnel, state_of
from daan_desk.domain.lights import Colour
from tests.domain.calendars import shipped

DAY = date(2026, 11, 23)
CALENDAR = shipped()
PUSHED = date(2026, 10, 31)


def test_that_the_clock_runs_a_month_also_from_the_end_of_one() -> None:
    assert answer_due(PUSHED, 1) == date(2026, 11, 30)
    assert answer_due(None, 1) is None


def test_that_a_late_answer_is_red_and_an_answered_one_is_done() -> None:
    late = answer_light(Answered("d", "b", PUSHED, date(2026, 11, 20)), DAY, CALENDAR)
    assert (late.colour, late.words) == (Colour.RED, "逾期 3 天")
    assert answer_light(Answered("d", "b", PUSHED, date(2026, 11, 24)), DAY, CALENDAR).colour is Colour.YELLOW
    assert answer_light(Answered("d", "b", PUSHED, date(2026, 11, 1), "婉拒"), DAY, CALENDAR).words == "婉拒"
    assert (
        answer_light(Answered("d", "b", PUSHED, None, "同意", Decimal(5), Decimal(5)), DAY, CALENDAR).words == "已放款"
    )
    assert answer_light(Answered("d"), DAY, CALENDAR).words == "未推送"


def test_that_the_state_follows_the_answers() -> None:
    pushed = Answered("d", "a", PUSHED)
    no = Answered("d", "b", PUSHED, decision="婉拒")
    credit = Answered("d", "c", PUSHED, credit=Decimal(100))
    loan = Answered("d", "c", PUSHED, credit=Decimal(100), loan=Decimal(80))
    assert state_of("申报", ()) == "申报"
    assert state_of("申报", (Answered("d", "a"),)) == "推荐"
    assert state_of("申报", (pushed, no)) == "对接中"
    assert state_of("对接中", (no, no)) == "未成功"
    assert state_of("未成功", (no, credit)) == "已授信"
    assert state_of("已授信", (no, loan)) == "已放款"
    assert state_of("撤回", (loan,)) == "撤回"


def test_that_the_funnel_counts_a_demand_once_and_keeps_its_sums_apart() -> None:
    demands = [Wanted("a", Decimal(800)), Wanted("b", Decimal(300)), Wanted("c", Decimal(500), "撤回"), Wanted("d")]
    answers = [
        Answered("a", "x", PUSHED, credit=Decimal(200), loan=Decimal(150)),
        Answered("a", "y", PUSHED, credit=Decimal(300)),
        Answered("b", "x", PUSHED, decision="婉拒", reason="抵押物不足"),
        Answered("b", "y", PUSHED, decision="婉拒"),
        Answered("c", "x", PUSHED, credit=Decimal(999), loan=Decimal(999)),
    ]
    found = funnel(demands, answers)
    told = [(stage.word, stage.count, int(stage.amount)) for stage in found.stages]
    assert told == [("需求", 3, 1100), ("推送", 2, 1100), ("授信", 1, 500), ("放款", 1, 150)]
    assert found.stage("授信").ids == ("a",)
    assert found.reasons == (("抵押物不足", 1), ("未说明原因", 1))
    assert len({stage.amount_word for stage in found.stages}) == 4
