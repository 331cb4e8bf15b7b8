"""What a script gets wrong is refused or remarked upon, and never kept as something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.journeys.command import Commands

ISSUE = {"enterprise": "甲公司", "title": "停电", "category": "用能(水电气)", "raised": "2026-11-02"}


@pytest.fixture
def desk(commands: Commands) -> Commands:
    added(commands, "enterprises", name="甲公司")
    added(commands, "officers", name="李四", role="企业首席服务官")
    return commands


def added(commands: Commands, ledger: str, *, status: int = 0, **values: object) -> Any:
    return commands.run("add", ledger, "--values", json.dumps(values, ensure_ascii=False), status=status)


def test_that_a_number_stands_for_one_issue(desk: Commands) -> None:
    added(desk, "issues", **ISSUE)
    refused = added(desk, "issues", status=1, **ISSUE, number="2026-0001")
    assert "已经是另一个问题的" in refused["problems"]["number"]
    added(desk, "issues", **ISSUE, number="2026-0007")
    last = added(desk, "issues", **ISSUE)
    numbers = {row["id"]: row["number"] for row in desk.run("list", "issues")["rows"]}
    assert numbers[last["id"]] == "2026-0008"


def test_that_a_roster_cannot_give_a_number_of_ours_to_another_demand(desk: Commands, tmp_path: Path) -> None:
    added(desk, "financing", enterprise="甲公司", amount=100, raised="2026-11-01", number="R2026-0001")
    refused = added(
        desk, "financing", status=1, enterprise="甲公司", amount=9, raised="2026-11-02", number="R2026-0001"
    )
    assert "已经是另一个融资需求的" in refused["problems"]["number"]


def test_that_a_day_to_come_and_an_end_before_its_beginning_are_kept_and_remarked_upon(desk: Commands) -> None:
    visit = added(desk, "visits", enterprise="甲公司", day="2099-01-01", way="实地", companions="李四")
    assert visit["warnings"] == ["日期 2099-01-01 还没有到，请核对"]
    assert added(desk, "issues", **ISSUE, due="2026-10-01")["warnings"] == [
        "办理时限 2026-10-01 早于提出日期 2026-11-02，请核对"
    ]


def test_that_a_roster_with_a_day_to_come_says_so_beside_its_row(desk: Commands, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("企业名称", "走访日期", "走访方式", "陪同人员"), ("甲公司", "2099-01-05", "实地", "李四")):
        book.active.append(row)
    book.save(tmp_path / "走访.xlsx")
    found = desk.run("import", tmp_path / "走访.xlsx", "--ledger", "visits")
    assert {"row": 2, "text": "日期 2099-01-05 还没有到，请核对"} in found["warnings"]
    assert found["added"] == 1


def test_that_several_names_may_be_a_list_and_an_object_is_no_value(desk: Commands) -> None:
    added(desk, "visits", enterprise="甲公司", day="2026-11-03", way="电话", companions=["李四", "王五"])
    assert desk.run("list", "visits")["rows"][0]["companions"] == "李四、王五"
    refused = added(desk, "enterprises", status=1, name={"text": "乙公司"})
    assert refused["problems"] == {"name": "这里要写一个值，不能写一个对象"}


@pytest.mark.parametrize("issues", ["停电", ["停电"], {"title": "停电"}])
def test_that_issues_of_a_visit_which_are_no_list_are_refused(desk: Commands, issues: object) -> None:
    refused = added(
        desk, "visits", status=1, enterprise="甲公司", day="2026-11-03", way="实地", companions="李四", issues=issues
    )
    assert "要写成列表" in refused["problems"]["issues"]


def test_that_half_a_sign_is_left_out_and_a_count_below_nothing_is_remarked_upon(desk: Commands) -> None:
    found = desk.run("add", "enterprises", "--values", '{"name": "乙\\ud800公司", "employees": -5}')
    assert found["warnings"] == ["“-5”是负数，已照原样保留，请核对"]
    assert desk.run("list", "enterprises", "--where", "name=乙公司")["total"] == 1


def test_that_an_issue_of_the_category_other_is_kept_and_the_keyword_asked_for(desk: Commands) -> None:
    other = {**ISSUE, "category": "其他"}
    assert "关键词" in added(desk, "issues", **other)["warnings"][0]
    assert added(desk, "issues", **other, keyword="停车")["warnings"] == []
    assert desk.run("list", "issues", "--where", "notes=关键词：停车")["total"] == 1


def test_that_the_workspace_is_never_written_over_or_read_as_another_file(desk: Commands, tmp_path: Path) -> None:
    own = Path(desk.workspace)
    for words in (("pack", "--to", own), ("merge", own), ("restore", own), ("import", own)):
        desk.run(*words, status=2)
        assert "就是工作区本身" in desk.sentences
    assert desk.run("check")["ok"]


def test_that_a_parcel_takes_the_place_of_an_older_parcel_and_of_nothing_else(desk: Commands, tmp_path: Path) -> None:
    (tmp_path / "备份.daan").write_bytes(b"another workspace")
    assert "不是交换包" in desk.run("pack", "--to", tmp_path / "备份.daan", status=1)["problems"]["to"]
    assert "不是交换包" in desk.run("pack", "--to", tmp_path, status=1)["problems"]["to"]
    assert (tmp_path / "备份.daan").read_bytes() == b"another workspace"
    assert [desk.run("pack", "--to", tmp_path / "包.daanx")["changes"] > 0 for _ in range(2)] == [True, True]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "昨天"])
def test_that_a_day_outside_of_our_time_is_wrong_use(desk: Commands, day: str) -> None:
    desk.run("home", "--today", day, status=2)
    assert "日期要写成 2026-11-23 的样子" in desk.sentences


def test_that_numbers_which_a_roster_gives_twice_are_told_and_never_taken_for_one_issue(
    desk: Commands, tmp_path: Path
) -> None:
    rows = (
        ("编号", "企业名称", "问题标题", "类别"),
        ("001", "甲公司", "停电", "融资"),
        ("001", "甲公司", "缺水", "融资"),
    )
    found = desk.run("import", roster(tmp_path / "问题.xlsx", *rows), "--ledger", "issues")
    assert found["warnings"] == [{"row": 3, "text": "编号“001”与第 2 行相同，请改成各不相同的"}]
    assert "有 2 个问题的编号是“001”" in desk.run("issue", "001", "交办", status=1)["problems"][""]


def test_that_rows_without_a_number_get_none_that_another_row_brings(desk: Commands, tmp_path: Path) -> None:
    head = ("编号", "企业名称", "问题标题", "类别", "提出日期")
    rows = ((None, "甲公司", "停电", "融资", "2026-11-02"), ("2026-0001", "甲公司", "缺水", "融资", "2026-11-03"))
    desk.run("import", roster(tmp_path / "问题.xlsx", head, *rows), "--ledger", "issues")
    numbers = {row["title"]: row["number"] for row in desk.run("list", "issues")["rows"]}
    assert numbers == {"停电": "2026-0002", "缺水": "2026-0001"}


def test_that_the_reasons_are_never_written_over_the_roster_and_their_place_is_proved_first(
    desk: Commands, tmp_path: Path
) -> None:
    file = roster(tmp_path / "企业.xlsx", ("企业名称", "从业人员"), ("乙公司", 20))
    before = file.read_bytes()
    desk.run("import", file, "--errors", file, status=2)
    desk.run("import", file, "--errors", tmp_path / "错误.docx", status=2)
    told = desk.run("import", file, "--errors", tmp_path / "没有" / "错误.xlsx", status=3)
    assert "不存在。请先建立这个文件夹" in told["problems"][""]
    assert (desk.run("list", "enterprises")["total"], file.read_bytes()) == (1, before)


def roster(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path
