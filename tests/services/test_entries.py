"""A whole period is typed in one sheet: figures of a month, progress of projects, notes of a week."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.entry_sheets import overtaken
from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Question, Where
from daan_desk.services import (
    entries,
    figure_sheets,
    figures,
    ledgers,
    project_sheets,
    records,
    revisions,
    undo,
    weekly_sheets,
)
from daan_desk.services.office import Office
from tests import builders

MONTH = "2026-10"


def figure(office: Office, enterprise: str, month: str, **values: object) -> str:
    return records.add(office, "figures", {"enterprise": enterprise, "month": month, **values}).first("figures")


@pytest.fixture
def firms(office: Office) -> tuple[str, str]:
    one = builders.enterprise(office, above_scale=True)
    return one, builders.enterprise(office, "自贡华岭阀门有限公司")


def test_that_a_month_shows_who_must_report_with_last_month_and_last_year_beside(
    office: Office, firms: tuple[str, str]
) -> None:
    big, small = firms
    figure(office, big, "2026-09", output=120)
    figure(office, big, "2025-10", output=98)
    sheet = figure_sheets.sheet(office, MONTH)
    assert [row.key for row in sheet.rows] == [big]
    assert (sheet.rows[0].before["output"], sheet.rows[0].ago["output"]) == (120, 98)
    assert {row.key for row in figure_sheets.sheet(office, MONTH, every=True).rows} == {big, small}


def test_that_a_cell_that_another_filled_meanwhile_is_asked_about_and_others_are_kept(
    office: Office, firms: tuple[str, str]
) -> None:
    big, _ = firms
    sheet = figure_sheets.sheet(office, MONTH)
    entries.save(office, sheet, {big: {"output": "100"}})
    with pytest.raises(Rejected) as refused:
        entries.save(office, sheet, {big: {"output": "110", "employees": "80"}})
    (words,) = refused.value.problems.values()
    assert list(refused.value.problems) == [f"{big}/output"]
    assert words.endswith("李慧敏已把工业总产值改为 100，请核对后再保存")
    entries.save(office, sheet, {big: {"output": "100", "employees": "80"}})
    fresh = figure_sheets.sheet(office, MONTH)
    assert overtaken(sheet, fresh, {big: {"output": "110"}}) == (
        "自贡天工机械有限公司的工业总产值（万元）刚被别人改为 100，您填的还在",
    )
    assert overtaken(sheet, fresh, {big: {"tax": "1"}}) == ()
    entries.save(office, fresh, {big: {"output": "110"}})
    assert figure_sheets.sheet(office, MONTH).rows[0].values["output"] == 110


def test_that_a_month_is_kept_in_one_act_and_changed_in_the_next(office: Office, firms: tuple[str, str]) -> None:
    big, small = firms
    sheet = figure_sheets.sheet(office, MONTH, every=True)
    act = entries.save(office, sheet, {big: {"output": "1.2亿元", "employees": "80"}, small: {"output": "30"}})
    assert act.counts["figures"] == 2
    again = figure_sheets.sheet(office, MONTH)
    entries.save(office, again, {big: {"output": "11000"}})
    found = figure_sheets.sheet(office, MONTH)
    assert {row.key: row.values["output"] for row in found.rows} == {big: Decimal(11_000), small: Decimal(30)}
    said = revisions.revisions(office, "figures", found.row(big).record, "output")  # type: ignore[union-attr]
    assert [one.after for one in said] == ["11,000", "12,000"]


def test_that_one_cell_that_cannot_be_read_keeps_all_of_them_out(office: Office, firms: tuple[str, str]) -> None:
    sheet = figure_sheets.sheet(office, MONTH, every=True)
    with pytest.raises(Rejected) as refused:
        entries.save(office, sheet, {firms[0]: {"output": "许多"}, firms[1]: {"output": "3"}})
    assert list(refused.value.problems) == [f"{firms[0]}/output"]
    assert ledgers.totals(office, Question("figures")).count == 0


def test_that_what_somebody_made_meanwhile_is_changed_and_not_made_twice(
    office: Office, firms: tuple[str, str]
) -> None:
    sheet = figure_sheets.sheet(office, MONTH)
    figure(office, firms[0], MONTH, power=5)
    entries.save(office, sheet, {firms[0]: {"output": "7"}})
    [row] = ledgers.rows(office, "figures", ledgers.ids(office, Question("figures")))
    assert (row["output"], row["power"]) == (7, 5)


def test_that_a_locked_month_takes_nothing_until_it_is_opened_with_a_reason(
    office: Office, firms: tuple[str, str]
) -> None:
    figure(office, firms[0], MONTH, output=7)
    figures.lock(office, MONTH)
    sheet = figure_sheets.sheet(office, MONTH)
    assert "锁定" in sheet.closed
    with pytest.raises(Rejected, match="锁定"):
        entries.save(office, sheet, {firms[0]: {"output": "8"}})
    figures.reopen(office, MONTH, "统计局订正")
    entries.save(office, figure_sheets.sheet(office, MONTH), {firms[0]: {"output": "8"}})


def test_that_jumps_and_signs_are_doubted_while_they_are_typed(office: Office, firms: tuple[str, str]) -> None:
    figure(office, firms[0], "2026-09", output=100)
    sheet = figure_sheets.sheet(office, MONTH)
    assert figure_sheets.doubted(sheet, sheet.rows[0], {"output": Decimal(104)}) == {}
    assert list(figure_sheets.doubted(sheet, sheet.rows[0], {"output": Decimal(900)})) == ["output"]
    assert list(figure_sheets.doubted(sheet, sheet.rows[0], {"output": Decimal(-1)})) == ["output"]


def test_that_every_project_under_way_has_a_line_of_its_month(office: Office, firms: tuple[str, str]) -> None:
    given = {"kind": "技改", "investment": 5000, "plan_year": 2000, "enterprise": firms[0]}
    for name, stage in (("热处理车间改造", "在建"), ("洽谈中的项目", "洽谈"), ("早已投产", "投产")):
        records.add(office, "projects", {"name": name, "stage": stage, **given})
    sheet = project_sheets.sheet(office, MONTH)
    assert [row.title for row in sheet.rows] == ["热处理车间改造"]
    assert len(project_sheets.sheet(office, MONTH, every=True).rows) == 2
    entries.save(office, sheet, {sheet.rows[0].key: {"done_month": "120", "done_year": "600", "progress": "设备到场"}})
    [row] = project_sheets.sheet(office, "2026-11").rows
    assert row.before["done_year"] == 600
    found = project_sheets.doubted(sheet, row, {"done_month": Decimal(50), "done_year": Decimal(500)})
    assert found == {"done_year": "今年累计比上月的 600 少"}


def test_that_a_week_has_a_line_for_every_stationed_cadre(office: Office, firms: tuple[str, str]) -> None:
    cadre = builders.officer(office, "于家林", "驻企干部")
    link = {"enterprise": firms[0], "officer": cadre, "role": "驻企干部", "since": "2026-01-01"}
    records.add(office, "assignments", link)
    day = date(2026, 11, 20)
    sheet = weekly_sheets.sheet(office, day)
    assert [row.title for row in sheet.rows] == ["于家林 · 自贡天工机械有限公司"]
    act = entries.save(office, sheet, {sheet.rows[0].key: {"days": "3", "done": "对接供电部门"}})
    [row] = weekly_sheets.sheet(office, date(2026, 11, 27)).rows
    assert (row.values, row.before["done"]) == ({}, "对接供电部门")
    undo.undo(office, act.act)
    assert ledgers.ids(office, Question("weekly_notes", where=(Where("days", "filled"),))) == ()
