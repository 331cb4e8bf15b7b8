"""What a superior's form is given of our records: of its period, of what they lead to, of what hangs on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.periods import Period, period_of
from daan_desk.services import ledgers, records
from daan_desk.services.forms import dated_by, told_period, within
from daan_desk.services.forms import records as asked
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from tests import builders

TODAY = date(2026, 11, 23)
THIRD_QUARTER = period_of("quarter", date(2026, 8, 1))


def figure(office: Office, enterprise: str, month: str, **values: object) -> None:
    records.add(office, "figures", {"enterprise": enterprise, "month": month, **values})


@pytest.mark.parametrize(
    ("ledger", "field"),
    [("visits", "day"), ("issues", "raised"), ("figures", "month"), ("meetings", "day"), ("financing", "raised")],
)
def test_that_a_record_of_a_moment_is_known_by_its_day(ledger: str, field: str) -> None:
    found = dated_by(ledgers.ledger(ledger))
    assert found is not None and found.name == field


def test_that_what_lasts_has_no_period_and_says_so() -> None:
    enterprises = ledgers.ledger("enterprises")
    assert told_period(enterprises, ("2026年三季度企业情况表",), TODAY) is None
    with pytest.raises(Rejected, match="不分时期"):
        within(Question("enterprises"), THIRD_QUARTER)


def test_that_the_first_of_a_forms_words_that_names_a_period_counts() -> None:
    words = ("走访情况统计表", "2026年三季度", "2026年10月走访")
    assert told_period(ledgers.ledger("visits"), words, TODAY) == THIRD_QUARTER


def test_that_only_visits_of_the_period_are_given(office: Office) -> None:
    one = builders.enterprise(office)
    for day in ("2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01"):
        builders.visit(office, one, day=day)
    found = asked(office, Question("visits"), period=THIRD_QUARTER)
    assert sorted(str(row["day"]) for row in found) == ["2026-07-01", "2026-09-30"]


def test_that_months_of_figures_are_one_line_an_enterprise(office: Office) -> None:
    one, two = builders.enterprise(office), builders.enterprise(office, "自贡华岭阀门有限公司")
    for month, output, staff in (
        ("2026-06", 900, 70),
        ("2026-07", 100, 80),
        ("2026-08", 200, 85),
        ("2026-09", 300, 90),
    ):
        figure(office, one, month, output=output, employees=staff)
    figure(office, two, "2026-07", output=7)
    found = {row["enterprise.name"]: row for row in asked(office, Question("figures"), period=THIRD_QUARTER)}
    assert len(found) == 2
    mine = found["自贡天工机械有限公司"]
    assert (mine["output"], mine["employees"], mine["power"]) == (Decimal(600), 90, None)
    assert found["自贡华岭阀门有限公司"]["output"] == 7


def test_that_a_single_month_is_given_as_it_stands(office: Office) -> None:
    one = builders.enterprise(office)
    figure(office, one, "2026-10", output=5)
    figure(office, one, "2026-09", output=4)
    october: Period = period_of("month", date(2026, 10, 1))
    assert [row["output"] for row in asked(office, Question("figures"), period=october)] == [5]


def test_that_a_visit_tells_what_was_raised_on_it(office: Office) -> None:
    one = builders.enterprise(office)
    quiet, loud = builders.visit(office, one, day="2026-11-02"), builders.visit(office, one, day="2026-11-03")
    builders.issue(office, one, visit=loud, title="道路破损", description="厂门口道路破损，货车难行")
    builders.issue(office, one, visit=loud, title="用电容量不足")
    told = {row["day"]: row["issues.description"] for row in asked(office, Question("visits"))}
    assert quiet and told[date(2026, 11, 2)] == ""
    assert str(told[date(2026, 11, 3)]).split("\n") == ["1. 厂门口道路破损，货车难行", "2. 用电容量不足"]


def test_that_an_issue_without_more_words_is_told_by_its_title(office: Office) -> None:
    builders.issue(office, builders.enterprise(office), title="用电容量不足")
    assert [row["description"] for row in asked(office, Question("issues"))] == ["用电容量不足"]
