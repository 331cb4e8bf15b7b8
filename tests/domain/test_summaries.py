"""The month's summary compares, breaks down and says only what the data says."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.periods import month_named
from daan_desk.domain.rates import Rate
from daan_desk.domain.summaries import change, summary
from daan_desk.domain.tallies import Figure, Inputs
from tests.domain.world import DISTRICT, TODAY, issue, visit

NOVEMBER = month_named("2026-11")
SUMMARY = summary(DISTRICT, NOVEMBER, TODAY)
TABLES = {table.key: table for table in SUMMARY.breakdowns}


def texts(key: str) -> dict[str, tuple[str, ...]]:
    return {cut.label: tuple(figure.text for figure in cut.figures) for cut in TABLES[key].cuts}


def said(inputs: Inputs, today: date = TODAY) -> list[str]:
    return [paragraph.text for paragraph in summary(inputs, NOVEMBER, today).sentences]


def test_that_a_figure_stands_beside_what_it_is_compared_with():
    line = SUMMARY.by_key["visits"]
    values = (line.month, line.to_date, line.previous, line.year_before, line.to_date_before)
    assert [figure.value for figure in values] == [3, 5, 1, 1, 1]
    assert line.on_previous == "增加 2 家次（增长 200.0%）"


def test_that_a_time_before_the_first_record_is_unknown_and_not_zero():
    early = summary(DISTRICT, month_named("2025-11"), TODAY)
    assert early.by_key["visits"].month.value == 1
    assert early.by_key["visits"].previous.value is None
    assert early.by_key["visits"].previous.text == "—"
    assert early.by_key["visits"].on_previous == ""
    assert early.by_key["raised"].year_before.value is None


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        (15, 12, "增加 3 个（增长 25.0%）"),
        (9, 12, "减少 3 个（下降 25.0%）"),
        (3, 0, "增加 3 个"),
        (0, 0, "持平"),
        (0, 4, "减少 4 个（下降 100.0%）"),
        (None, 4, ""),
        (4, None, ""),
        (Rate(3, 4), Rate(7, 10), "提高 5.0 个百分点"),
        (Rate(1, 3), Rate(1, 2), "下降 16.7 个百分点"),
        (Rate(1, 2), Rate(2, 4), "持平"),
        (Rate(0, 0), Rate(1, 2), ""),
        (Rate(1, 2), None, ""),
    ],
)
def test_that_a_change_is_put_into_words(now, then, words):
    assert change(Figure("k", "名", now), Figure("k", "名", then)) == words


def test_that_issues_are_broken_down_by_category_and_department():
    assert texts("category") == {
        "融资": ("2", "1", "50.0%（1/2）", "3", "0"),
        "其他": ("1", "0", "—（0/0）", "0", "0"),
        "用工人才": ("1", "0", "0.0%（0/1）", "1", "1"),
    }
    assert next(iter(texts("category"))) == "融资", "most issues first"
    assert TABLES["category"].columns == ("收集问题", "已办结", "办结率", "正在推进", "超期")
    assert list(texts("department")) == ["区经信局", "未填"]


def test_that_places_are_listed_in_the_offices_own_order():
    assert list(texts("town")) == ["团结镇", "大山铺镇"]
    assert texts("town")["大山铺镇"][:3] == ("2", "1", "2")
    assert list(texts("park")) == ["硬质合金产业园", "未填"]


def test_that_leaders_are_not_ranked_and_answer_for_their_enterprises():
    assert list(texts("leader")) == ["李四", "张三", "未填"]
    assert texts("leader")["张三"] == ("2", "1", "2", "1", "50.0%（1/2）", "1", "1")
    assert texts("leader")["李四"][:3] == ("0", "0", "1")


def test_that_scale_is_told_apart_and_unknown_comes_last():
    assert list(texts("scale")) == ["规上", "规下", "未填"]
    assert texts("scale")["规上"][2] == "2"


@pytest.mark.parametrize("key", ["category", "department", "town", "park", "leader", "scale"])
@pytest.mark.parametrize("figure", ["raised", "in_progress", "overdue"])
def test_that_the_parts_of_a_breakdown_make_the_whole(key, figure):
    parts = sorted(row for cut in TABLES[key].cuts for one in cut.figures if one.key == figure for row in one.ids)
    assert parts == sorted(SUMMARY.by_key[figure].month.ids)


def test_that_every_number_in_a_sentence_opens_its_rows():
    anchors = [part.anchor for one in SUMMARY.sentences for part in one.parts if not isinstance(part, str)]
    assert len(anchors) > 15
    assert set(anchors) <= set(SUMMARY.figures)
    shown = {part.anchor: part.text for one in SUMMARY.sentences for part in one.parts if not isinstance(part, str)}
    assert shown == {anchor: SUMMARY.figures[anchor].text for anchor in shown}


def test_that_the_sentences_are_those_of_the_brief():
    assert said(DISTRICT) == [
        "2026年11月，走访企业 3 家次（2 家），电话联系企业 1 家次，走访覆盖率 50.0%（1/2），"
        "比上月增加 2 家次（增长 200.0%），比上年同月增加 2 家次（增长 200.0%）。",
        "2026年11月，收集问题 4 个，比上月增加 3 个（增长 300.0%），比上年同月增加 3 个（增长 300.0%），"
        "其中已办结 1 个，办结率 33.3%（1/3）；正在推进 4 个，其中超期 1 个。"
        "本月共办结问题 2 个，按期办结率 50.0%（1/2）。回访企业满意率 50.0%（1/2）。",
        "收集的问题主要是融资（2 个）、用工人才（1 个）。",
        "规上企业走访 2 家次、收集问题 2 个；规下企业走访 0 家次、收集问题 1 个。",
        "今年以来，累计走访企业 5 家次（3 家），收集问题 6 个，已办结 2 个，办结率 40.0%（2/5）。",
    ]


def test_that_nothing_is_said_where_there_is_no_data():
    assert said(Inputs()) == []
    only_visit = Inputs(visits=(visit("v", date(2026, 11, 3)),))
    assert said(only_visit) == [
        "2026年11月，走访企业 1 家次（1 家）。",
        "今年以来，累计走访企业 1 家次（1 家），收集问题 0 个。",
    ]
    old = Inputs(issues=(issue("x", date(2026, 9, 1)),))
    assert said(old)[0].startswith("2026年11月，收集问题 0 个；正在推进 1 个，其中超期 0 个。")


def test_that_a_reader_is_told_what_the_figures_leave_out():
    assert SUMMARY.notes == (
        "有 1 个问题没有提出日期，未计入“收集问题”。",
        "正在推进的问题中有 1 个没有办理时限，未计入“超期”。",
    )
    assert summary(Inputs(), NOVEMBER, date(2026, 11, 4)).notes == (
        "本月未结束，数据截至11月4日；对比的各期为整期数据。",
    )
    assert summary(Inputs(), NOVEMBER, NOVEMBER.last).notes == ()


def test_that_a_month_to_come_is_empty():
    ahead = summary(DISTRICT, month_named("2027-03"), TODAY)
    assert ahead.by_key["visits"].month.value == 0
    assert ahead.by_key["raised"].month.ids == ()
