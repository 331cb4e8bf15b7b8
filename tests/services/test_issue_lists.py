"""The lists of issues: every open issue stands in its list, and the lists follow day and settings."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.issues import State
from daan_desk.services import issue_lists, issues, ledgers, settings
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from tests import builders


def counts(office: Office) -> dict[str, int]:
    found = issue_lists.tabs(issue_lists.bounds(office))
    return {name: ledgers.totals(office, Question("issues", where=where)).count for name, where in found}


def due_on(office: Office, due: str) -> str:
    one = builders.issue(office, builders.enterprise(office, f"自贡{due}机械厂"), raised="2026-10-01")
    issues.move(office, one, "dispatch", {"lead_department": "区住建局", "day": "2026-10-08", "due": due})
    return one


def test_that_the_yellow_days_are_those_of_the_lights_to_the_day(office: Office) -> None:
    for due in ("2026-11-20", "2026-11-23", "2026-11-25", "2026-11-26"):
        due_on(office, due)
    found = counts(office)
    assert (found["逾期"], found["临期"], found["已交办"]) == (1, 2, 4)
    shown = ledgers.rows(office, "issues", ledgers.ids(office, Question("issues")))
    assert sorted(str(row["light_colour"]) for row in shown) == sorted(["逾期", "临期", "临期", "正常"])


def test_that_a_due_day_on_a_weekend_is_yellow_with_the_friday_before_it(office: Office) -> None:
    settings.change_setting(office, "yellow_days", 4)
    assert issue_lists.bounds(office).yellow == date(2026, 11, 29)


def test_that_an_issue_counts_as_overdue_only_while_its_clock_runs(office: Office) -> None:
    one = due_on(office, "2026-11-20")
    issues.move(office, one, "accept")
    issues.move(office, one, "answer", {"outcome": "已办"})
    found = counts(office)
    assert (found["逾期"], found["待回访"], found["已办结/销号"]) == (0, 1, 1)


def test_that_a_returned_issue_waits_to_be_dispatched_again(office: Office) -> None:
    one = builders.issue(office, builders.enterprise(office))
    issues.move(office, one, "dispatch", {"lead_department": "区住建局"})
    issues.move(office, one, "return", {"reason": "不属本局职责"})
    assert ledgers.row(office, "issues", one)["state"] == State.RETURNED
    assert counts(office)["待交办"] == 1


def test_that_the_terms_of_the_grades_are_told_as_the_office_set_them(office: Office) -> None:
    assert issue_lists.bounds(office).terms == "咨询 3、一般 7、复杂 15、疑难 30 个工作日"
    settings.change_setting(office, "deadlines", [{"category": "", "grade": "一般", "days": 5}])
    assert "一般 5" in issue_lists.bounds(office).terms


def test_that_the_lists_of_the_whole_district_leave_no_open_issue_out(district: Office) -> None:
    found = counts(district)
    parts = ("待交办", "已交办", "办理中", "长期推进", "已办结/销号", "解释说明")
    assert sum(found[name] for name in parts) == found["全部"]
