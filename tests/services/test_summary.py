"""The month's summary from the tables, and the officer's own paragraphs."""

from __future__ import annotations

import pytest

from daan_desk.domain.briefs import Exhibit
from daan_desk.domain.failures import Rejected
from daan_desk.services import issues, ledgers, records, slips, summary, visits
from daan_desk.services.office import Office
from tests import builders
from tests.services import services_world as world


def month(office: Office) -> str:
    """A made-up month: two enterprises owed a visit, one visited, three issues."""
    one = builders.enterprise(office, "甲公司", town="大山铺镇", above_scale="是")
    two = builders.enterprise(office, "乙公司", town="牛佛镇", above_scale="否")
    leader = builders.officer(office)
    for enterprise in (one, two):
        link = {"enterprise": enterprise, "officer": leader, "role": "县级领导", "since": "2026-01-01"}
        records.add(office, "assignments", link)
    raised = [{"title": f"难题{n}", "category": c} for n, c in enumerate(("用能", "用能", "融资"))]
    visits.log(office, {"enterprise": one, "day": "2026-11-20", "way": "实地", "led_by": leader}, raised)
    for word, values in (
        ("dispatch", {"lead_department": "区经信局"}),
        ("accept", {}),
        ("answer", {"outcome": "已办"}),
    ):
        issues.move(office, "2026-0001", word, values)
    issues.move(office, "2026-0001", "callback", {"callback": "满意"})
    return one


def test_that_the_figures_are_those_of_the_tables(office: Office) -> None:
    month(office)
    found = summary.figures(summary.monthly(office, "2026-11"))
    plain = {key: value["text"] if isinstance(value, dict) else value for key, value in found.items()}
    assert plain["visits"] == 1
    assert plain["coverage"] == "50.0%（1/2）"
    assert plain["raised"] == 3
    assert plain["answer_rate"] == "33.3%（1/3）"
    assert plain["satisfaction_rate"] == "100.0%（1/1）"
    assert plain["in_progress"] == 2


def test_that_every_figure_opens_exactly_the_rows_that_it_counts(office: Office) -> None:
    month(office)
    found = summary.monthly(office, "2026-11")
    for anchor in found.brief.anchors:
        figure = found.summary.figures[anchor]
        assert len(ledgers.ids(office, found.question(anchor))) == len(figure.ids), anchor
    assert len(found.brief.anchors) > 20


def test_that_own_paragraphs_are_kept_and_the_plan_is_carried_over_as_a_draft(office: Office) -> None:
    summary.write(office, "2026-10", {"next_steps": "继续走访", "cases": "某案例", "issue_number": 10})
    october = summary.monthly(office, "2026年10月")
    assert october.brief.masthead.number == "第 10 期"
    assert [s.title for s in october.brief.sections if s.own and s.blocks] == ["典型案例", "下一步"]
    assert summary.monthly(office, "2026-11").own["carried"] == "继续走访"
    summary.write(office, "2026-11", {"next_steps": "新的打算"})
    assert summary.monthly(office, "2026-11").own["carried"] == ""
    with pytest.raises(Rejected, match="没有这些栏目"):
        summary.write(office, "2026-11", {"nonsense": "x"})


def test_that_an_empty_month_says_so_and_invents_nothing(office: Office) -> None:
    found = summary.monthly(office, "2026-11")
    words = [block.text for block in found.brief.sections[0].blocks if hasattr(block, "text")]
    assert words == ["本月没有走访和问题记录。"]


@pytest.mark.parametrize("word", ["2026-13", "十一月", "2026", "26-1", ""])
def test_that_a_month_that_is_none_is_refused(office: Office, word: str) -> None:
    with pytest.raises(Rejected, match="月份要写成"):
        summary.monthly(office, word)


def test_that_the_closing_slip_tells_the_whole_way(office: Office) -> None:
    month(office)
    slip = slips.slip(office, "2026-0001")
    assert (slip.number, slip.enterprise, slip.satisfaction, slip.lead) == (
        "2026-0001",
        "甲公司",
        "满意",
        "区经济和信息化局",
    )
    assert [step.what.split("：")[0] for step in slip.steps] == ["交办", "开始办理", "办结", "回访"]
    assert slip.late is False


def test_that_the_services_of_the_month_stand_in_the_summary_and_open_their_rows(office: Office) -> None:
    assert [s.title for s in summary.monthly(office, "2026-11").brief.sections if s.title == "专项服务"] == []
    made = world.laid(office)
    records.change(office, "bank_responses", made["bank_responses"][0], {"credit_day": "2026-11-10"})
    found = summary.monthly(office, "2026-11")
    [section] = [s for s in found.brief.sections if s.title == "专项服务"]
    [exhibit] = section.blocks
    assert isinstance(exhibit, Exhibit)
    told = {str(row[0]): (row[1], row[2]) for row in exhibit.table.rows}
    assert told["举办活动"] == ("1 场", "—")
    assert told["银行授信"] == ("1 笔", "授信金额 500 万元")
    assert told["收集融资需求"] == ("0 个", "—")
    assert ledgers.ids(office, found.question("month.service.credited")) == (made["bank_responses"][0],)
    assert summary.figures(found)["service.credited.amount"] == 500.0
