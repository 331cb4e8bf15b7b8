"""A whole period is typed by command: progress of projects, figures of a month, and what looks odd in them."""

from __future__ import annotations

import json

from tests.journeys.command import Commands


def typed(commands: Commands, *words: str, values: object, status: int = 0) -> dict[str, object]:
    return commands.run(*words, "--values", json.dumps(values, ensure_ascii=False), status=status)


def test_that_the_progress_of_projects_is_typed_in_one_act_and_taken_back_by_its_number(commands: Commands) -> None:
    for name in ("甲车间改造", "乙厂房扩建"):
        given = {"name": name, "kind": "技改", "stage": "在建", "investment": 5000, "plan_year": 2000}
        typed(commands, "add", "projects", values=given)
    lines = {"甲车间改造": {"本月完成投资": "1.2亿元", "progress": "设备到场"}, "乙厂房扩建": {"done_month": 130}}
    told = typed(commands, "sheet", "项目", "2026-10", values=lines, status=1)
    told = typed(commands, "sheet", "月度进展", "2026-10", values=lines)
    assert {row["line"]: row["done_month"] for row in told["rows"]} == {"甲车间改造": 12_000, "乙厂房扩建": 130}  # type: ignore[attr-defined]
    later = commands.run("sheet", "project_months", "2026-11")
    assert {row["beside"]["本月完成投资（万元）（上月）"] for row in later["rows"]} == {12_000, 130}
    commands.run("undo", str(told["act"]))
    assert commands.run("list", "project_months")["total"] == 0


def test_that_a_line_or_a_column_that_the_sheet_lacks_keeps_everything_out(commands: Commands) -> None:
    typed(commands, "add", "enterprises", values={"name": "甲有限公司", "above_scale": True})
    for lines in ({"甲有限公司": {"output": 5}, "乙有限公司": {"output": 7}}, {"甲有限公司": {"output": 5, "高度": 7}}):
        typed(commands, "sheet", "figures", "2026-10", values=lines, status=1)
        assert commands.run("list", "figures")["total"] == 0


def test_that_a_figure_that_jumps_is_doubted_and_kept(commands: Commands) -> None:
    typed(commands, "add", "enterprises", values={"name": "甲有限公司", "above_scale": True})
    typed(commands, "sheet", "figures", "2026-09", values={"甲有限公司": {"工业总产值": 100}})
    told = typed(commands, "sheet", "figures", "2026-10", values={"甲有限公司": {"工业总产值": 900}})
    assert [one["label"] for one in told["doubts"]] == ["工业总产值（万元）"]  # type: ignore[attr-defined]
