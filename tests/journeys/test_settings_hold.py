"""What the office decides is what the program then does: numbers, posts, thresholds, the page of its papers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import Workbook
from pypdf import PdfReader

from daan_desk.domain.settings import SETTINGS
from tests.journeys.command import Commands

ROOT = Path(__file__).resolve().parents[2] / "daan_desk"
LEADER = {"enterprise": "甲公司", "role": "县级领导", "since": "2026-05-01"}


@pytest.fixture
def desk(commands: Commands) -> Commands:
    added(commands, "enterprises", name="甲公司")
    for name in ("王建国", "李慧"):
        added(commands, "officers", name=name, role="县级领导")
    return commands


def added(commands: Commands, ledger: str, *, status: int = 0, **values: object) -> Any:
    return commands.run("add", ledger, "--values", json.dumps(values, ensure_ascii=False), status=status)


def test_that_no_setting_is_only_listed() -> None:
    texts = [
        file.read_text(encoding="utf-8")
        for file in ROOT.rglob("*.py")
        if file.name not in ("settings.py", "rulebook.py")
    ]
    code = "".join(texts) + (ROOT / "domain" / "rulebook.py").read_text(encoding="utf-8")
    patterns = {re.sub(r"\{\w+\}", r"\\w+", found) for found in re.findall(r'f"(\w*\{\w+\}\w*)"', code)}
    asked = [
        setting.key
        for setting in SETTINGS
        if f'"{setting.key}"' not in code and not any(re.fullmatch(pattern, setting.key) for pattern in patterns)
    ]
    assert asked == []


def test_that_numbers_have_as_many_digits_as_the_office_set(desk: Commands) -> None:
    desk.run("settings", "问题编号位数", "--value", "6")
    issue = {"enterprise": "甲公司", "title": "停电", "category": "用能(水电气)", "raised": "2026-11-02"}
    added(desk, "issues", **issue)
    desk.run("settings", "问题编号位数", "--value", "3")
    added(desk, "issues", **issue)
    assert {row["number"] for row in desk.run("list", "issues")["rows"]} == {"2026-000001", "2026-002"}


def test_that_an_enterprise_has_one_leader_unless_the_office_allows_several(desk: Commands) -> None:
    first = added(desk, "assignments", officer="王建国", **LEADER)
    refused = added(desk, "assignments", status=1, officer="李慧", **LEADER)
    assert refused["problems"]["officer"].startswith("已有县级领导王建国（2026-05-01 起）。换人请先填写")
    desk.run("settings", "several_officers", "--value", json.dumps(["县级领导"]))
    added(desk, "assignments", officer="李慧", **LEADER)
    assert desk.run("list", "assignments")["total"] == 2
    assert first["warnings"] == []


def test_that_a_leader_who_went_makes_room_from_that_day(desk: Commands) -> None:
    added(desk, "assignments", officer="王建国", **LEADER, until="2026-08-01")
    added(desk, "assignments", officer="李慧", **{**LEADER, "since": "2026-08-01"})
    added(desk, "assignments", officer="王建国", **{**LEADER, "since": "2026-12-01"}, status=1)


def test_that_several_stationed_officers_are_ordinary(desk: Commands) -> None:
    for name in ("王建国", "李慧"):
        added(desk, "assignments", officer=name, enterprise="甲公司", role="驻企干部")
    assert desk.run("list", "assignments")["total"] == 2


def test_that_a_roster_with_another_leader_comes_in_and_says_who_was_it(desk: Commands, tmp_path: Path) -> None:
    added(desk, "assignments", officer="王建国", **LEADER)
    book = Workbook()
    for row in (("企业名称", "从业人员", "包联领导"), ("甲公司", 20, "李慧")):
        book.active.append(row)
    book.save(tmp_path / "企业.xlsx")
    found = desk.run("import", tmp_path / "企业.xlsx", "--ledger", "enterprises")
    assert [one["text"][:9] for one in found["warnings"] if one["row"] == 2] == ["已有县级领导王建国"]
    assert desk.run("list", "assignments")["total"] == 2


def test_that_the_page_of_the_summary_is_the_one_that_the_office_set(desk: Commands, tmp_path: Path) -> None:
    for key, value in {
        "page_left": 20,
        "page_top": 40,
        "page_lines": 25,
        "page_characters": 26,
        "body_size": 14,
    }.items():
        desk.run("settings", key, "--value", str(value))
    desk.run("summary", "2026-11", "--to", tmp_path / "月报.docx")
    document = docx.Document(str(tmp_path / "月报.docx"))
    section, normal = document.sections[0], document.styles["Normal"].element
    assert [round(side.mm) for side in (section.left_margin, section.top_margin)] == [20, 40]
    wide, high = (210 - 20 - 26) * 72 / 25.4, (297 - 40 - 35) * 72 / 25.4
    spacing = int(normal.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    line = int(normal.pPr.find(qn("w:spacing")).get(qn("w:line"))) / 20
    assert (int(normal.rPr.find(qn("w:sz")).get(qn("w:val"))), wide // (14 + spacing), high // line) == (28, 26, 25)
    desk.run("summary", "2026-11", "--to", tmp_path / "月报.pdf")
    assert left_of_text(tmp_path / "月报.pdf") == pytest.approx(20, abs=1)


def left_of_text(path: Path) -> float:
    """How far from the paper's edge the leftmost words begin, in mm."""
    places: list[float] = []

    def seen(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if text.strip():
            places.append(matrix[0] * place[4] + matrix[4])

    PdfReader(path).pages[0].extract_text(visitor_text=seen)
    return min(places) / 72 * 25.4
