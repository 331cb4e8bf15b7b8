"""The history by command: narrowed down, told in Chinese, and written into a file."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.journeys.command import Commands


def test_that_what_was_done_is_listed_narrowed_and_taken_to_excel(commands: Commands, tmp_path: Path) -> None:
    act = commands.run("add", "enterprises", "--values", '{"name": "自贡天工机械有限公司"}')["act"]
    commands.run("undo", act)
    newest, gone = commands.run("history", "--limit", 2)["rows"]
    assert (newest["undoes"], newest["undone"]) == (act, False)
    assert (gone["id"], gone["by"], gone["undone"]) == (act, "李慧敏", True)
    day = gone["at"][:10]
    book = tmp_path / "操作记录.xlsx"
    asked = ("history", "--officer", "李慧敏", "--from", day, "--text", gone["name"], "--to-file", book)
    found = commands.run(*asked)
    assert act in [row["id"] for row in found["rows"]]
    cells = [cell for row in load_workbook(book).active.iter_rows(values_only=True) for cell in row]
    assert {"经办人", gone["name"], "李慧敏", "已撤销"} <= set(cells)
    assert commands.run("history", "--to", "2020-01-01")["rows"] == []


def test_that_the_history_is_told_in_chinese(commands: Commands) -> None:
    commands.run("add", "enterprises", "--values", '{"name": "自贡天工机械有限公司"}')
    told = commands.told("history")
    assert all(word in told for word in ("操作记录", "时间", "经办人", "已撤销", "李慧敏"))
    assert not any(word in told for word in ("undone", "undoes", "acts", "name"))
    commands.run("history", "--from", "2026-11-02", "--to", "2026-11-01", status=1)
    assert "请对调" in commands.sentences
