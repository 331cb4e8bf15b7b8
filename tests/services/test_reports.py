"""Reports on a workspace: every number is the number of the rows that it opens, and what is kept can be undone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.pivots import WHOLE, Pivot
from daan_desk.domain.questions import Where
from daan_desk.domain.reports import Axis, Report
from daan_desk.services import ledgers, records, reports, saved_reports, undo
from daan_desk.services.office import Office
from tests import builders
from tests.laptops import hand_over, laptop

REPORTS = (
    Report("issues", Axis("category"), Axis("grade")),
    Report("issues", Axis("enterprise.town"), Axis("state"), day="raised", period="year"),
    Report("issues", Axis("raised", "month"), Axis("lead_department"), where=(Where("grade", "is", "一般"),)),
    Report("bank_responses", Axis("demand.enterprise.town"), Axis("decision"), "sum", "credit"),
    Report("enterprises", Axis("above_scale"), Axis("cluster"), "average", "employees"),
    Report("figures", Axis("month", "quarter"), None, "sum", "output", day="month", period="2026-01-01/2026-06-30"),
    Report("entitlements", Axis("year"), Axis("policy")),
)


def places(pivot: Pivot) -> list[tuple[object, object]]:
    across = [*(head.key for head in pivot.across), WHOLE]
    return [(down, key) for down in [*(head.key for head in pivot.down), WHOLE] for key in across]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: f"{report.ledger}-{report.rows.field}")
def test_that_every_number_opens_exactly_its_rows(district: Office, report: Report) -> None:
    pivot = reports.worked(district, report)
    assert pivot.rows > 5
    for place in places(pivot):
        tally = pivot.cells.get(place)
        opened = ledgers.ids(district, reports.behind(district, report, *place))
        assert len(opened) == (tally.count if tally else 0), place


def test_that_a_report_of_all_agrees_with_the_ledger(district: Office) -> None:
    asked = Report("financing", Axis("purpose"), None, "sum", "amount")
    pivot = reports.worked(district, asked)
    totals = ledgers.totals(district, ledgers.Question("financing"))
    assert (pivot.rows, pivot.value(WHOLE, WHOLE)) == (totals.count, totals.sums["amount"])


def test_that_rows_lead_through_links_and_what_is_not_filled_stands_last(office: Office) -> None:
    one = builders.enterprise(office, "甲公司", town="大安街道")
    other = builders.enterprise(office, "乙公司")
    for owner, amount in ((one, 300), (one, 200), (other, 50)):
        records.add(office, "financing", {"enterprise": owner, "amount": amount})
    pivot = reports.worked(office, Report("financing", Axis("enterprise.town"), None, "sum", "amount"))
    assert [head.words for head in pivot.down] == ["大安街道", "未填"]
    assert [pivot.value(head.key, WHOLE) for head in pivot.down] == [Decimal(500), Decimal(50)]


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (Report("issues", Axis("颜色")), "不能按“颜色”分组"),
        (Report("issues", Axis("category"), None, "sum"), "请选择要合计或平均的栏目"),
        (Report("bank_responses", Axis("bank"), None, "sum", "rate"), "百分比不能相加"),
        (Report("issues", Axis("category"), period="year"), "请选择按哪个日期算时间"),
        (Report("issues", Axis("category"), where=(Where("颜色"),)), "没有名为“颜色”的栏目"),
    ],
)
def test_that_what_cannot_be_reckoned_is_refused_in_words(office: Office, report: Report, sentence: str) -> None:
    with pytest.raises(Rejected, match=sentence):
        reports.worked(office, report)


def test_that_a_report_is_kept_replaced_forgotten_and_each_of_it_undone(office: Office) -> None:
    first = Report("issues", Axis("category"), name="类别")
    second = Report("issues", Axis("grade"), name="类别")
    saved_reports.save(office, first)
    replaced = saved_reports.save(office, second)
    assert saved_reports.saved(office) == {"类别": second}
    undo.undo(office, replaced.act)
    assert saved_reports.named_report(office, "类别") == first
    gone = saved_reports.forget(office, "类别")
    assert saved_reports.saved(office) == {}
    undo.undo(office, gone.act)
    assert saved_reports.named_report(office, "类别") == first
    saved_reports.forget(office, "类别")
    saved_reports.save(office, second)
    assert saved_reports.named_report(office, "类别") == second


def test_that_a_report_with_odd_signs_in_its_name_comes_back_and_an_unknown_one_is_named(office: Office) -> None:
    odd = '=HYPERLINK("x")🙂/甲'
    saved_reports.save(office, Report("issues", Axis("category"), name=odd))
    assert list(saved_reports.saved(office)) == [odd]
    with pytest.raises(Rejected, match="没有名为“乙”的统计"):
        saved_reports.named_report(office, "乙")
    with pytest.raises(Rejected):
        saved_reports.forget(office, "乙")


def test_that_reports_of_two_laptops_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)
    places = [laptop(tmp_path, who) for who in ("李慧敏", "王建国")]
    for place, name in zip(places, ("甲", "乙"), strict=True):
        saved_reports.save(place.office, Report("issues", Axis("category"), name=name))
    hand_over(places[1].office, places[0].office, tmp_path)
    assert set(saved_reports.saved(places[0].office)) == {"甲", "乙"}
    for place in places:
        place.close()
