"""The page of charts: every number is the number of the rows that it opens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.duties import PHONE
from daan_desk.domain.failures import Rejected
from daan_desk.domain.overviews import Overview
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.spans import WORDS
from daan_desk.domain.standings import Group, Standing
from daan_desk.services import charts, duties, home, issues, ledgers, records, summary
from daan_desk.services.office import Office
from tests import builders


def rows(office: Office, question: Question) -> int:
    return len(ledgers.ids(office, question))


def groups(found: Overview) -> tuple[Group, ...]:
    return found.all, *found.towns, *found.departments, *found.categories


@pytest.mark.parametrize("stretch", WORDS)
def test_that_every_group_opens_exactly_its_rows(district: Office, stretch: str) -> None:
    found = charts.charts(district, stretch)
    assert found.all.count() > 10
    for group in groups(found):
        assert rows(district, group.question()) == group.count(), group.name
        assert rows(district, group.valid) == group.rate.denominator, group.name
        for one in group.rows:
            assert rows(district, group.question(one)) == group.count(one), (group.name, one)


@pytest.mark.parametrize("stretch", WORDS)
def test_that_towns_departments_and_categories_each_hold_every_issue(district: Office, stretch: str) -> None:
    found = charts.charts(district, stretch)
    for some in (found.towns, found.departments, found.categories):
        assert sum(group.count() for group in some) == found.all.count()


def test_that_cards_months_ages_days_and_output_open_exactly_their_rows(district: Office) -> None:
    found = charts.charts(district)
    numbers = [found.enterprises, found.above_scale, found.visits, found.raised]
    numbers += [number for month in found.months for number in (month.raised, month.answered)]
    for number in numbers:
        assert rows(district, number.question) == number.value, number.label
    assert found.raised.before_question is not None
    assert rows(district, found.raised.before_question) == found.raised.before
    for age in found.ages:
        assert rows(district, age.question) == age.count, age.name
    for day, count in found.days.items():
        assert rows(district, charts.visits_on(day)) == count, day
    for stage in found.funnel.stages:
        assert rows(district, Question("financing", where=(Where("id", "in", stage.ids),))) == stage.count, stage.word
    assert found.funnel.stage("需求").count > 10
    for month in found.output:
        for side in (month.now, month.before):
            assert rows(district, side.question) == side.enterprises
            assert ledgers.totals(district, side.question).sums["output"] == side.value


def test_that_the_page_agrees_with_the_first_page_the_summary_and_the_board(district: Office) -> None:
    found, first = charts.charts(district, "month"), home.home(district)
    assert found.visits.value == first.number("visits").value
    assert [(m.raised.value, m.answered.value) for m in found.months] == [
        (m.raised.value, m.answered.value) for m in first.months
    ]
    assert sum(age.count for age in found.ages) == first.number("open").value
    assert sum(len(age.overdue) for age in found.ages) == first.number("overdue").value
    figures = summary.monthly(district, "2026-11").summary.figures
    assert found.all.rate == figures["month.answer_rate"].value
    board = duties.board(district)
    assert found.coverage.rate == board.coverage
    assert rows(district, found.coverage.waiting) == board.coverage.denominator - board.coverage.numerator


def test_that_an_empty_office_has_zeros_and_no_output(office: Office) -> None:
    found = charts.charts(office)
    assert (found.enterprises.value, found.all.count(), found.output, found.days) == (0, 0, (), {})
    assert str(found.all.rate) == "—（0/0）"
    assert [age.count for age in found.ages] == [0, 0, 0, 0]
    assert len(found.months) == 12


def test_that_a_closed_explanation_is_no_answer_and_a_reopened_one_counts_again(office: Office) -> None:
    one = builders.enterprise(office)
    closed, reopened = builders.issue(office, one), builders.issue(office, one)
    for issue in (closed, reopened):
        issues.move(office, issue, "explain", {"outcome": "已向企业说明"})
        issues.move(office, issue, "close", {})
    issues.move(office, reopened, "reopen", {"reason": "企业再次反映"})
    found = charts.charts(office)
    assert found.all.rows[Standing.EXPLAINED] == (closed,)
    assert str(found.all.rate) == "0.0%（0/1）"
    assert ledgers.ids(office, found.all.valid) == (reopened,)


def test_that_issues_without_town_or_department_stand_last_and_are_found(office: Office) -> None:
    placed = builders.enterprise(office, town="大安街道")
    nowhere = builders.enterprise(office, "自贡乙机械有限公司")
    builders.issue(office, placed)
    lost = {builders.issue(office, nowhere), builders.issue(office, nowhere, title="用电增容")}
    found = charts.charts(office)
    assert [(town.name, town.count()) for town in found.towns] == [("大安街道", 1), ("未填", 2)]
    assert set(ledgers.ids(office, found.towns[-1].question())) == lost
    assert [one.name for one in found.departments] == ["未定部门"]
    assert rows(office, found.departments[0].question()) == 3


def test_that_calls_are_no_visits_and_gone_enterprises_are_not_on_the_register(office: Office) -> None:
    one = builders.enterprise(office)
    gone = builders.enterprise(office, "自贡乙机械有限公司", operating_state="注销")
    builders.visit(office, one)
    builders.visit(office, gone, day="2026-11-20", way=PHONE)
    found = charts.charts(office)
    assert (found.enterprises.value, found.visits.value, found.days) == (1, 1, {date(2026, 11, 23): 1})


def test_that_output_is_that_of_the_scaled_and_missing_months_stay_missing(office: Office) -> None:
    scaled = builders.enterprise(office, above_scale="是")
    small = builders.enterprise(office, "自贡乙机械有限公司", above_scale="否")
    for enterprise, month, output in (
        (scaled, "2026-10", "105"),
        (scaled, "2025-10", "100"),
        (scaled, "2026-09", "90"),
        (small, "2026-10", "7"),
    ):
        records.add(office, "figures", {"enterprise": enterprise, "month": month, "output": output})
    found = charts.charts(office).output
    assert [month.now.month for month in found][-2:] == ["2026-09", "2026-10"]
    last, before = found[-1], found[-2]
    assert (last.now.value, last.before.value, last.now.enterprises) == (Decimal(105), Decimal(100), 1)
    assert last.words == "2026-10 同比增长 5.0%（1 家，上年同月 1 家）"
    assert (before.now.value, before.before.value) == (Decimal(90), None)
    assert before.words == "2026-09 缺上年同月数据（1 家，上年同月 0 家）"


def test_that_a_span_that_is_none_is_refused(office: Office) -> None:
    with pytest.raises(Rejected, match="没有“week”这个时段"):
        charts.charts(office, "week")
