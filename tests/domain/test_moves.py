"""What each move writes, and the sentence when a rule forbids it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daan_desk.domain.deadlines import Deadline, Limits
from daan_desk.domain.failures import Rejected
from daan_desk.domain.issues import MOVES, State, can_move, move_named
from daan_desk.domain.moves import Moved, Rules, Standing, moved
from tests.domain.calendars import shipped

RULES = Rules(shipped())
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2026, 11, day) for day in (2, 3, 4, 6))
REGISTERED = Standing("待交办", "一般", "融资", raised=MONDAY)
DISPATCHED = replace(REGISTERED, state="已交办", lead_department="经信局", dispatched=MONDAY, due=date(2026, 11, 11))
RETURNED = replace(DISPATCHED, state="退回", due=None)
IN_PROGRESS = replace(DISPATCHED, state="办理中")
LONG_TERM = replace(DISPATCHED, state="长期推进")
ANSWERED = replace(DISPATCHED, state="已办结")
EXPLAINED = replace(REGISTERED, state="解释说明")
CLOSED = replace(ANSWERED, state="已销号", callback="满意")
ALL = {"lead_department": "住建局", "reason": "情况复杂", "what": "已现场查看", "outcome": "已接通", "callback": "满意"}


def go(issue: Standing, word: str, today: date = TUESDAY, **values: object) -> Moved:
    return moved(issue, move_named(word), values, today, RULES)


def why(issue: Standing, word: str, today: date = TUESDAY, **values: object) -> dict[str, str]:
    with pytest.raises(Rejected) as caught:
        go(issue, word, today, **values)
    return caught.value.problems


def test_that_dispatching_starts_the_clock():
    done = go(REGISTERED, "交办", lead_department="经信局", handler="王工", assisting="住建局")
    assert done.changes == {
        "state": "已交办",
        "lead_department": "经信局",
        "handler": "王工",
        "assisting": "住建局",
        "dispatched": TUESDAY,
        "due": date(2026, 11, 12),
    }
    assert (done.move, done.from_state, done.to_state) == ("交办", "待交办", "已交办")
    assert (done.old_due, done.new_due) == (None, date(2026, 11, 12))


def test_that_the_ledger_gets_plain_words():
    assert {type(value) for value in go(REGISTERED, "交办", lead_department="经信局").changes.values()} == {str, date}


def test_that_a_grade_or_a_due_day_given_at_dispatch_counts():
    assert go(REGISTERED, "交办", lead_department="经信局", grade="咨询").changes["due"] == FRIDAY
    assert go(REGISTERED, "交办", lead_department="经信局", due=FRIDAY).changes["due"] == FRIDAY
    assert why(REGISTERED, "交办", lead_department="经信局", due=MONDAY) == {"due": "办理时限不能早于 2026-11-03"}


def test_that_the_category_has_its_own_deadline():
    rules = replace(RULES, deadlines=(*RULES.deadlines, Deadline(1, category="融资")))
    done = moved(REGISTERED, move_named("交办"), {"lead_department": "经信局"}, TUESDAY, rules)
    assert done.changes["due"] == WEDNESDAY


@pytest.mark.parametrize("name", [move.name for move in MOVES if move.needs])
def test_that_what_a_move_needs_is_asked_for_beside_its_field(name):
    move = move_named(name)
    issue = replace(IN_PROGRESS, state=move.sources[0])
    problems = why(issue, name)
    assert set(problems) == set(move.needs)
    assert all(sentence.startswith(f"{move.label}须填写") for sentence in problems.values())


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.name)
def test_that_every_move_works_from_its_states_and_from_no_other(state, move):
    issue = replace(IN_PROGRESS, state=state, callback="满意")
    values = ALL | ({"due": date(2026, 12, 1)} if move.name == "extend" else {})
    if can_move(state, move):
        assert moved(issue, move, values, TUESDAY, RULES).to_state == (move.target or state)
    else:
        assert f"不能{move.label}" in why(issue, move.name, **values)[""]


def test_that_a_department_objects_within_one_working_day():
    assert go(DISPATCHED, "退回", TUESDAY, reason="不属本局职责").changes == {"state": "退回", "due": None}
    assert why(DISPATCHED, "退回", WEDNESDAY, reason="不属本局职责") == {
        "day": "异议须在交办后 1 个工作日内提出，最迟 2026-11-03，现在已经过了"
    }
    friday = replace(DISPATCHED, dispatched=FRIDAY, raised=FRIDAY)
    assert go(friday, "退回", date(2026, 11, 9), reason="不属本局职责").to_state == "退回"


def test_that_an_imported_issue_without_a_dispatch_day_can_be_returned():
    assert go(replace(DISPATCHED, dispatched=None), "退回", FRIDAY, reason="不属本局职责").to_state == "退回"


def test_that_after_an_objection_another_department_is_named():
    assert why(RETURNED, "交办", lead_department="经信局") == {
        "lead_department": "这个部门已经退回，请交办给另一个部门"
    }
    assert go(RETURNED, "redispatch", lead_department="住建局").changes["lead_department"] == "住建局"


def test_that_a_step_changes_nothing_but_the_history():
    done = go(IN_PROGRESS, "进展", what="已现场查看")
    assert done.changes == {"state": "办理中"}
    assert (done.what, done.day, done.new_due) == ("已现场查看", TUESDAY, IN_PROGRESS.due)


def test_that_a_long_term_issue_keeps_its_due_day_until_work_goes_on():
    assert "due" not in go(IN_PROGRESS, "转长期推进", reason="需上级立项").changes
    assert go(IN_PROGRESS, "转长期推进", reason="需上级立项", due=date(2027, 6, 30)).new_due == date(2027, 6, 30)
    assert "due" not in go(LONG_TERM, "恢复办理").changes
    late = date(2026, 12, 1)
    assert go(LONG_TERM, "恢复办理", late).changes["due"] == date(2026, 12, 10)


def test_that_an_answer_has_its_day():
    assert go(IN_PROGRESS, "办结", outcome="已接通").changes == {
        "state": "已办结",
        "outcome": "已接通",
        "answered": TUESDAY,
        "callback": None,
        "callback_day": None,
        "callback_by": None,
    }
    assert go(IN_PROGRESS, "办结", FRIDAY, outcome="已接通", day=WEDNESDAY).changes["answered"] == WEDNESDAY


def test_that_no_move_happens_tomorrow_or_before_the_issue_was_raised():
    assert why(IN_PROGRESS, "办结", outcome="已接通", day=WEDNESDAY) == {"day": "日期不能晚于今天（2026-11-03）"}
    assert "day" in why(IN_PROGRESS, "办结", outcome="已接通", day=date(2026, 11, 1))
    assert why(replace(IN_PROGRESS, raised=None), "办结", outcome="已接通", day=date(2026, 11, 1)) == {
        "day": "办结日期不能早于交办日期（2026-11-02）"
    }


@pytest.mark.parametrize("word", ["非常满意", "满意", "基本满意"])
def test_that_a_satisfied_enterprise_signs_the_issue_off(word):
    done = go(ANSWERED, "回访", callback=word, callback_by="李四")
    assert done.changes == {
        "state": "已销号",
        "callback": word,
        "callback_day": TUESDAY,
        "callback_by": "李四",
        "closed": TUESDAY,
    }


def test_that_a_dissatisfied_enterprise_gets_it_redone_one_level_higher():
    done = go(ANSWERED, "回访", callback="不满意", reason="电压仍不稳")
    assert done.changes == {
        "state": "办理中",
        "grade": "复杂",
        "due": date(2026, 11, 24),
        "answered": None,
        "redone": 1,
        "callback": "不满意",
        "callback_day": TUESDAY,
    }
    assert done.what == "电压仍不稳；不满意"


def test_that_a_word_that_is_no_satisfaction_is_refused():
    assert why(ANSWERED, "回访", callback="还行")["callback"].startswith("“还行”不是回访评价")


def test_that_an_answered_issue_is_closed_only_after_a_good_callback():
    assert why(ANSWERED, "销号") == {"callback": "还没有回访企业，不能销号"}
    assert "不满意" in why(replace(ANSWERED, callback="不满意"), "销号")["callback"]
    assert go(replace(ANSWERED, callback="满意"), "销号").changes == {"state": "已销号", "closed": TUESDAY}
    assert go(ANSWERED, "销号", callback="满意").changes["callback_day"] == TUESDAY
    assert go(EXPLAINED, "销号").changes == {"state": "已销号", "closed": TUESDAY}


def test_that_reopening_takes_back_the_answer_and_sets_a_new_day():
    done = go(CLOSED, "重新打开", reason="问题反复")
    assert done.to_state == "办理中"
    assert done.changes["due"] == date(2026, 11, 12)
    assert {name for name, value in done.changes.items() if value is None} == {
        "answered",
        "closed",
        "callback",
        "callback_day",
        "callback_by",
    }
    assert done.changes["redone"] == 1
    assert go(replace(CLOSED, redone=2), "重新打开", reason="问题反复").changes["redone"] == 3


def test_that_an_extension_is_recorded_before_the_last_day():
    done = go(IN_PROGRESS, "延期", date(2026, 11, 10), due=date(2026, 11, 20), reason="设备在途")
    assert done.changes == {"state": "办理中", "due": date(2026, 11, 20), "extended": 1}
    assert (done.old_due, done.new_due) == (date(2026, 11, 11), date(2026, 11, 20))
    assert why(IN_PROGRESS, "延期", date(2026, 11, 11), due=date(2026, 11, 20), reason="设备在途") == {
        "due": "延期须在到期前 1 个工作日登记，最迟 2026-11-10，现在已经过了"
    }


def test_that_an_extension_cannot_be_dated_back():
    late = {"due": date(2026, 11, 20), "reason": "设备在途", "day": date(2026, 11, 10)}
    assert "due" in why(IN_PROGRESS, "延期", date(2026, 11, 12), **late)


def test_that_an_extension_goes_forward():
    assert why(IN_PROGRESS, "延期", due=date(2026, 11, 11), reason="设备在途") == {
        "due": "新时限须晚于原时限 2026-11-11"
    }
    assert go(replace(IN_PROGRESS, due=None), "延期", due=FRIDAY, reason="补登").changes["extended"] == 1


def test_that_the_office_may_grant_more_days():
    generous = replace(RULES, limits=Limits(objection=2, extension=0))
    day = move_named("退回")
    assert moved(DISPATCHED, day, {"reason": "不属本局职责"}, WEDNESDAY, generous).to_state == "退回"
    values = {"due": date(2026, 11, 20), "reason": "设备在途"}
    assert moved(IN_PROGRESS, move_named("延期"), values, date(2026, 11, 11), generous).changes["extended"] == 1


@pytest.mark.parametrize(
    ("issue", "word", "sentence"),
    [
        (replace(DISPATCHED, dispatched=WEDNESDAY), "退回", "退回日期不能早于交办日期（2026-11-04）"),
        (replace(DISPATCHED, dispatched=WEDNESDAY), "开始办理", "开始办理日期不能早于交办日期（2026-11-04）"),
        (replace(ANSWERED, answered=WEDNESDAY), "回访", "回访日期不能早于办结日期（2026-11-04）"),
        (replace(ANSWERED, answered=WEDNESDAY), "销号", "销号日期不能早于办结日期（2026-11-04）"),
        (replace(CLOSED, closed=WEDNESDAY), "重新打开", "重新打开日期不能早于销号日期（2026-11-04）"),
    ],
)
def test_that_no_step_is_dated_before_the_one_that_it_follows(issue: Standing, word: str, sentence: str):
    assert why(issue, word, FRIDAY, day=TUESDAY, **{k: v for k, v in ALL.items() if k != "what"}) == {"day": sentence}
    assert go(issue, word, FRIDAY, day=WEDNESDAY, reason="情况复杂", callback="满意").day == WEDNESDAY
