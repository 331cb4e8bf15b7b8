"""Behind every number of the first page stand exactly its rows, for the office and for officers of every role."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from daan_desk.domain.periods import months_after
from daan_desk.domain.questions import Question, Where
from daan_desk.services import ledgers
from daan_desk.services.home import home
from daan_desk.services.home_numbers import last_reached
from daan_desk.services.office import Office


def people(office: Office) -> list[str]:
    """The whole office, this copy's officer, and one officer of every role."""
    found = ["", office.officer.id]
    for role in ("县级领导", "企业首席服务官", "驻企干部", "服务专员"):
        found.append(ledgers.ids(office, Question("officers", where=(Where("role", "is", role),)))[0])
    return found


def test_that_every_number_opens_exactly_its_rows(district: Office) -> None:
    for officer in people(district):
        page = home(district, officer)
        numbers = [*page.numbers, *(n for month in page.months for n in (month.raised, month.answered))]
        assert len({number.key for number in page.numbers}) == len(page.numbers)
        for number in numbers:
            assert len(ledgers.ids(district, number.question)) == number.value, number.label
            if number.before_question is not None:
                assert len(ledgers.ids(district, number.before_question)) == number.before, number.label


def test_that_lists_and_numbers_agree(district: Office) -> None:
    for officer in people(district):
        page = home(district, officer)
        assert page.number("visits_owed").value == len({duty.owed.enterprise for duty in page.visits_owed})
        assert page.number("loose_ends").value == len(page.loose_ends)
        assert page.number("neglected").value == len(page.neglected)
        for months in (3, 6, 12):
            assert page.number(f"expiring_{months}").value == sum(one.reminder <= months for one in page.expiring)
        late = [issue for issue in page.issues if issue.due and issue.due < page.day and issue.state != "长期推进"]
        assert page.number("overdue").value == len(late)
        near = [issue for issue in page.issues if issue.due and issue.due >= page.day and issue.light.colour == "临期"]
        assert page.number("due_soon").value == len([i for i in near if i.state != "长期推进"])


def test_that_the_whole_office_sees_at_least_what_an_officer_sees(district: Office) -> None:
    office, officer = home(district), home(district, district.officer.id)
    assert officer.numbers
    assert {duty.owed for duty in officer.duties} <= {duty.owed for duty in office.duties}
    assert {issue.id for issue in officer.issues} <= {issue.id for issue in office.issues}
    assert {one.id for one in officer.expiring} <= {one.id for one in office.expiring}


@pytest.mark.parametrize("months", [1, 3, 6, 12, 18])
def test_that_the_last_reminded_end_is_right_also_at_the_ends_of_months(months: int) -> None:
    for at in range(0, 900, 1):
        day = date(2027, 1, 1) + timedelta(days=at)
        end = last_reached(day, months)
        assert months_after(end, -months) <= day < months_after(end + timedelta(days=1), -months)
