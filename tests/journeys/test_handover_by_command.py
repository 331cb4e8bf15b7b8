"""A post changes hands by the command line: planned, written down, done, taken back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.journeys.command import Commands


def test_that_a_script_plans_a_handover_writes_its_sheet_does_it_and_takes_it_back(
    commands: Commands, tmp_path: Path
) -> None:
    for name in ("王建国", "陈志远"):
        commands.run("add", "officers", "--values", json.dumps({"name": name, "role": "县级领导"}))
    for name in ("自贡甲机械有限公司", "自贡乙机械有限公司"):
        commands.run("add", "enterprises", "--values", json.dumps({"name": name}))
        link = {"officer": "王建国", "enterprise": name, "role": "县级领导", "since": "2026-01-01"}
        commands.run("add", "assignments", "--values", json.dumps(link))
    wish = ("handover", "--from", "王建国", "--to", "陈志远", "--day", "2026-06-01", "--keep", "自贡乙机械有限公司")
    sheet = tmp_path / "移交清单.docx"
    planned = commands.run(*wish, "--dry-run", "--sheet", sheet)
    assert ([item["moves"] for item in planned["items"]], planned["act"]) == ([True, False], "")
    assert sheet.stat().st_size > 5000
    of_successor = ("list", "assignments", "--where", "officer=陈志远")
    assert commands.run(*of_successor)["total"] == 0
    done = commands.run(*wish)
    (row,) = commands.run(*of_successor)["rows"]
    assert (row["enterprise"], row["since"], row["basis"]) == ("自贡甲机械有限公司", "2026-06-01", "职务调整")
    assert commands.run("undo", done["act"])["changed"] == {"assignments": 2}
    assert commands.run(*of_successor)["total"] == 0


def test_that_a_wrong_name_and_a_wrong_ending_are_refused_in_words(commands: Commands, tmp_path: Path) -> None:
    refused = commands.run("handover", "--from", "无名氏", "--to", "陈志远", status=1)
    assert refused["problems"] == {"leaver": "干部名册里没有“无名氏”。"}
    commands.run("handover", "--from", "甲", "--to", "乙", "--sheet", tmp_path / "a.doc", status=2)
    assert "移交清单可以写成" in commands.sentences
