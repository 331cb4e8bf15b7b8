"""A tea meeting by the command line: invited, announced, signed in, typed in the room, minuted, and the next one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.journeys.command import Commands

TEA, FIRMS = "“安逸隆”下午茶", ("自贡天工机械有限公司", "自贡大山盐业有限公司", "自贡灯彩文旅有限公司")


def meeting(commands: Commands, theme: str, day: str) -> str:
    given = {"kind": TEA, "theme": theme, "day": day, "hours": "15:00—17:00", "place": "企业之家", "host": "王建国"}
    return str(commands.run("add", "meetings", "--values", json.dumps(given))["id"])


@pytest.fixture
def first(commands: Commands) -> str:
    """A meeting to which two of three firms are asked; answers its id."""
    for name, cluster in zip(FIRMS, ("通用装备", "通用装备", "特色旅游产品"), strict=True):
        commands.run("add", "enterprises", "--values", json.dumps({"name": name, "cluster": cluster}))
    return meeting(commands, "装备专场", "2026-10-20")


def words(file: Path) -> str:
    document = Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_that_a_meeting_goes_from_invitation_to_minutes_and_on_to_the_next_agenda(
    commands: Commands, first: str, tmp_path: Path
) -> None:
    dry = commands.run("invite", first, "--where", "cluster=通用装备", "--dry-run")
    assert (len(dry["found"]), dry["invited"]) == (2, 0)
    assert commands.run("invite", first, "--where", "cluster=通用装备")["invited"] == 2
    assert commands.run("invite", "装备专场", "--where", "cluster=通用装备", "--dry-run")["already"] == 2
    commands.run("meeting", first, "--paper", "签到表", "--to", tmp_path / "签到表.pdf")
    assert FIRMS[0] in "".join(page.extract_text() for page in PdfReader(tmp_path / "签到表.pdf").pages)
    commands.run("attend", first, "--values", json.dumps({FIRMS[0]: "李丽", FIRMS[1]: False}))
    line = {"enterprise": FIRMS[0], "title": "二期用电增容未批复", "category": "用能(水电气)", "amount": "500万元"}
    assert commands.run("room", first, "--lines", json.dumps([line]), "--keep")["lines"][0]["title"] == line["title"]
    made = commands.run("room", first, "--finish")
    assert [row["title"] for row in made["raised"]] == [line["title"]]
    assert [row["amount"] for row in made["financing"]] == [500]
    minutes = tmp_path / "纪要.docx"
    told = commands.run("meeting", first, "--paper", "纪要", "--to", minutes)
    assert (told["number"], [row["person"] for row in told["participants"] if row["came"]]) == (1, ["李丽"])
    assert "收集问题 1 个，融资需求 1 个、金额 500 万元" in words(minutes)
    following = meeting(commands, "装备专场之二", "2026-11-20")
    then = commands.run("meeting", following, "--paper", "通知", "--to", tmp_path / "通知.docx")
    assert (then["number"], then["left_from"]) == (2, "2026-10-20 装备专场")
    assert [row["title"] for row in then["left_issues"]] == [line["title"]]
    assert line["title"] in words(tmp_path / "通知.docx")


def test_that_a_line_that_lacks_something_is_named_by_its_place_and_nothing_is_written(
    commands: Commands, first: str
) -> None:
    lines = json.dumps([{"enterprise": FIRMS[0], "title": "没有类别"}])
    assert commands.run("room", first, "--lines", lines, "--dry-run")["problems"] == ["第 1 行 类别：请选类别"]
    commands.run("room", first, "--lines", lines, status=1)
    assert "第 1 行 类别：请选类别" in commands.sentences
    assert commands.run("list", "issues")["total"] == 0


def test_that_a_person_reads_a_meeting_in_chinese(commands: Commands, first: str) -> None:
    commands.run("invite", first, "--enterprises", FIRMS[2])
    told = commands.told("meeting", first) + commands.told("room", first) + commands.told("invite", first, "--limit", 1)
    assert [
        word for word in told.split() if word.rstrip("：").replace("_", "").isascii() and word.rstrip("：").isalpha()
    ] == []


def test_that_a_paper_without_a_place_is_wrong_use(commands: Commands, first: str) -> None:
    commands.run("meeting", first, "--paper", "纪要", status=2)
    assert "--to" in commands.sentences
