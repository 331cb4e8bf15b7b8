"""Clocks that are wrong: years ahead, a year back; and what another act changed since an act that is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import care, issue_moves, issues, ledgers, records, undo
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from tests import builders
from tests.builders import CHINA, MONDAY

A_YEAR = timedelta(days=366)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = builders.workplace(tmp_path)
    yield made
    made.close()


def office_at(place: Workplace, moment: datetime) -> Office:
    """The same office with the machine's clock put to that moment."""
    return Office(place.office.database, place.office.officer, builders.at(moment))


def product(office: Office, enterprise: str) -> object:
    return ledgers.row(office, "enterprises", enterprise)["products"]


def test_that_the_last_word_counts_although_the_clock_went_back_a_year(place: Workplace) -> None:
    one = builders.enterprise(place.office, products="阀门")
    records.change(place.office, "enterprises", one, {"products": "泵"})
    back = office_at(place, MONDAY - A_YEAR)
    records.change(back, "enterprises", one, {"products": "压缩机"})
    assert product(back, one) == "压缩机"
    assert product(place.office, one) == "压缩机"
    assert care.check(back).problems == ()


def test_that_what_was_changed_since_is_kept_although_the_clock_went_back(place: Workplace) -> None:
    one = builders.enterprise(place.office, products="阀门")
    act = records.change(place.office, "enterprises", one, {"products": "泵"}).act
    back = office_at(place, MONDAY - A_YEAR)
    records.change(back, "enterprises", one, {"products": "压缩机"})
    with pytest.raises(Rejected, match="都又改过了"):
        undo.undo(place.office, act)
    assert product(place.office, one) == "压缩机"


def test_that_records_keep_their_own_keys_when_a_day_comes_twice(place: Workplace) -> None:
    first = builders.enterprise(place.office, "自贡一号有限公司")
    builders.enterprise(office_at(place, MONDAY + A_YEAR), "自贡二号有限公司")
    again = builders.enterprise(place.office, "自贡三号有限公司")
    assert len({first, again}) == 2
    assert care.check(place.office).problems == ()


def test_that_the_work_of_a_year_ahead_is_not_lost_when_the_clock_is_put_right(place: Workplace) -> None:
    ahead = office_at(place, MONDAY + A_YEAR)
    one = builders.enterprise(ahead, products="阀门")
    records.change(place.office, "enterprises", one, {"products": "泵"})
    assert product(place.office, one) == "泵"
    undo.undo(place.office, undo.acts(place.office, 10, "修改")[0].id)
    assert product(place.office, one) == "阀门"


def test_that_a_deadline_in_a_year_nobody_knows_is_estimated_and_said_to_be(place: Workplace) -> None:
    december = office_at(place, datetime(2031, 12, 29, 9, 0, tzinfo=CHINA))
    issue = builders.issue(december, builders.enterprise(december), grade="一般")
    planned = issue_moves.plan_moves(december, [issue], "dispatch", {"lead_department": "区经信局"})
    assert planned.proposal is not None
    assert "推算" in "".join(map(str, planned.outlooks)) + str(planned.proposal)
    issues.move(december, issue, "dispatch", {"lead_department": "区经信局"})
    due = ledgers.row(december, "issues", issue)["due"]
    assert isinstance(due, date)
    assert due > date(2032, 1, 5)
