"""What a period's figures count, and the rows behind each of them."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.periods import month_named, year_to_date
from daan_desk.domain.rates import Rate
from daan_desk.domain.tallies import Figure, Inputs, as_of, figures_of, is_overdue, tally
from tests.domain.world import DISTRICT, TODAY, issue, visit

NOVEMBER = month_named("2026-11")
END = NOVEMBER.last


def figures(inputs: Inputs = DISTRICT, period=NOVEMBER, today: date = TODAY) -> dict[str, Figure]:
    return {figure.key: figure for figure in figures_of(tally(inputs, period, today))}


@pytest.mark.parametrize(
    ("key", "value", "ids"),
    [
        ("visits", 3, "v1 v2 v3"),
        ("visited", 2, "e1 e3"),
        ("calls", 1, "v4"),
        ("coverage", Rate(1, 2), "e1 e2"),
        ("raised", 4, "i1 i2 i3 i4"),
        ("answered", 1, "i1"),
        ("answer_rate", Rate(1, 3), "i1 i2 i3"),
        ("finished", 2, "i1 i5"),
        ("in_progress", 4, "i2 i3 i6 i7"),
        ("overdue", 1, "i2"),
        ("in_time_rate", Rate(1, 2), "i1 i5"),
        ("satisfaction_rate", Rate(1, 2), "i1 i5"),
    ],
)
def test_that_a_figure_of_november_counts_these_rows(key, value, ids):
    figure = figures()[key]
    assert (figure.value, figure.ids) == (value, tuple(ids.split()))


def test_that_a_rate_knows_the_rows_of_its_numerator():
    found = figures()
    assert found["coverage"].part == ("e1",)
    assert found["answer_rate"].part == found["in_time_rate"].part == found["satisfaction_rate"].part == ("i1",)


@pytest.mark.parametrize("figure", figures().values(), ids=lambda figure: figure.key)
def test_that_every_figure_is_the_number_of_its_rows(figure):
    value = figure.value
    counted = (value.numerator, value.denominator) if isinstance(value, Rate) else (value,)
    rows = (len(figure.part), len(figure.ids)) if isinstance(value, Rate) else (len(figure.ids),)
    assert counted == rows
    assert figure.name


def test_that_the_ledger_of_the_rows_is_named():
    ledgers = {figure.key: figure.ledger for figure in figures().values()}
    assert (ledgers["visits"], ledgers["visited"], ledgers["coverage"], ledgers["raised"]) == (
        "visits",
        "enterprises",
        "enterprises",
        "issues",
    )


def test_that_a_month_says_the_same_whenever_it_is_printed():
    assert figures(today=date(2026, 12, 1)) == figures(today=date(2027, 6, 1))


def test_that_an_unfinished_month_counts_up_to_today():
    found = figures(today=date(2026, 11, 12))
    assert found["visits"].ids == ("v1",)
    assert found["raised"].ids == ("i1", "i2")
    assert found["overdue"].value == 0, "the last day is not late yet"
    assert figures(today=date(2026, 11, 13))["overdue"].ids == ("i2",)


def test_that_the_year_to_date_adds_the_months_up():
    found = figures(period=year_to_date(NOVEMBER))
    assert found["visits"].value == 5
    assert found["raised"].ids == ("i1", "i2", "i3", "i4", "i5", "i6")


def test_that_nothing_makes_no_figure_but_zero_and_no_rate():
    found = figures(Inputs())
    assert {figure.text for figure in found.values()} == {"0", "—（0/0）"}


def test_that_an_answer_after_the_month_does_not_count_in_it():
    later = issue(
        "x", date(2026, 11, 3), "已销号", answered=date(2026, 12, 1), closed=date(2026, 12, 2), callback="满意"
    )
    then = as_of(later, END)
    assert (then.state, then.answered, then.closed, then.callback) == ("办理中", None, None, None)
    assert as_of(later, date(2026, 12, 1)).state == "已办结"
    assert as_of(later, date(2026, 12, 2)) == later


def test_that_an_explanation_after_the_month_does_not_count_in_it():
    later = issue(
        "x", date(2026, 11, 3), "已销号", explained=True, explained_on=date(2026, 12, 1), closed=date(2026, 12, 2)
    )
    assert as_of(later, END).state == "办理中"
    assert not as_of(later, END).explained
    assert as_of(later, date(2026, 12, 1)).state == "解释说明"


def test_that_a_callback_after_the_month_does_not_count_in_it():
    later = issue("x", date(2026, 11, 3), "办理中", callback="不满意", callback_day=date(2026, 12, 1))
    assert as_of(later, END).callback is None


def test_that_an_imported_issue_without_days_stands_as_it_says():
    bare = issue("x", None, "已销号")
    assert as_of(bare, END) == bare
    assert as_of(issue("x", date(2026, 12, 1)), END) is None


@pytest.mark.parametrize(
    ("state", "due", "late"),
    [
        ("办理中", date(2026, 11, 29), True),
        ("待交办", date(2026, 11, 29), True),
        ("办理中", END, False),
        ("办理中", None, False),
        ("长期推进", date(2026, 1, 1), False),
        ("已办结", date(2026, 1, 1), False),
    ],
)
def test_that_only_running_issues_past_their_day_are_overdue(state, due, late):
    assert is_overdue(issue("x", date(2026, 1, 1), state, due=due), END) == late


def test_that_answers_without_a_due_day_are_named_beside_the_rate():
    inputs = Inputs(issues=(issue("x", date(2026, 11, 3), "已办结", answered=date(2026, 11, 4)),))
    found = figures(inputs)["in_time_rate"]
    assert (found.value, found.note) == (Rate(0, 1), "其中 1 个没有办理时限，不计为按期")


def test_that_the_first_record_is_found_in_visits_and_issues():
    assert DISTRICT.first_day() == date(2025, 11, 5)
    assert Inputs(visits=(visit("v", END),)).first_day() == END
    assert Inputs().first_day() is None
